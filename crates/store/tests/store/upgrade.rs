//! Databases of released versions open; newer ones are refused before anything in them is touched.

use std::fs;
use std::path::{Path, PathBuf};

use store::*;

use super::common::*;

/// A vault as the released version of each schema left it. To keep one of the present schema, run this test
/// with `TANU_FIXTURE` naming an empty folder.
#[test]
fn a_vault_kept_by_each_released_version_opens_and_says_the_same() {
    if let Some(keep) = std::env::var_os("TANU_FIXTURE") {
        let vault = small_vault();
        vault.store.lock().unwrap();
        copy_folder(&vault.dir, Path::new(&keep));
    }
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut opened = 0;
    for entry in fs::read_dir(&fixtures).unwrap() {
        let fixture = entry.unwrap().path();
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("vault");
        copy_folder(&fixture, &dir);
        let store = open(&dir).unwrap();
        assert_is_small_vault(&store);
        assert_eq!(
            store.exchange_suspended().unwrap().map(|it| it.why).as_deref(),
            Some("copied"),
            "a copied folder is a new replica"
        );
        store.lock().unwrap();
        opened += 1;
    }
    assert!(opened >= 1, "there is a fixture for the first schema");
}

pub(crate) fn small_vault() -> Vault {
    let vault = Vault::new();
    let case = vault.receive(1, "Әлия Құнанбайқызы Сынақ", "Алия Кунанбаевна Сынак", &iin(1));
    vault.receive(2, "Нұрлан Сейітұлы Сынақ", "Нурлан Сеитулы Сынак", &iin(2));
    vault.copy_of(case, "diploma.pdf", b"%PDF-1.7 synthetic");
    vault
}

pub(crate) fn assert_is_small_vault(store: &Store) {
    let hits = store.search(&Scope::Everything, "алия", 10).unwrap();
    let row = &hits.first().expect("she is found by name").case;
    assert_eq!(row.iin, iin(1), "her number");
    assert_eq!(store.stream(&row.case.stream()).unwrap().len(), 2, "her history");
    let copy = &store.attachments(&row.case.stream()).unwrap()[0];
    assert_eq!(store.get_attachment(copy.what.id).unwrap(), b"%PDF-1.7 synthetic", "her paper");
    assert_eq!(
        store.queue(&Scope::Everything, &Filter::default(), None, 50).unwrap().rows.len(),
        2,
        "the queue"
    );
    let compared = store.compare_projections(project).unwrap();
    assert_eq!(compared.differing, Vec::<&str>::new(), "tables and journal agree");
}

pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let from = entry.unwrap().path();
        let to: PathBuf = to.join(from.file_name().unwrap());
        if from.is_dir() {
            copy_folder(&from, &to);
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}
