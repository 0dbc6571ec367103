//! After a day of work no number, name or account of a person lies in clear in any byte on the disk.

use std::fs;
use std::path::{Path, PathBuf};

use store::*;

use super::common::*;
use super::upgrade::copy_folder;

fn files_under(dir: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_under(&path, all) } else { all.push(path) }
    }
}

/// The text as it could lie somewhere: as it is, in UTF-16, folded, and as the hash of its bytes in hexadecimal.
fn shapes(text: &str) -> Vec<Vec<u8>> {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![text.as_bytes().to_vec(), utf16, text.to_lowercase().into_bytes(), fold(text).into_bytes()]
}

/// Many texts looked for at once: by their first two bytes, then whole.
struct Finder {
    begins: Vec<bool>,
    texts: Vec<Vec<u8>>,
}

impl Finder {
    fn new(texts: Vec<Vec<u8>>) -> Finder {
        let mut begins = vec![false; 1 << 16];
        for text in &texts {
            begins[usize::from(text[0]) << 8 | usize::from(text[1])] = true;
        }
        Finder { begins, texts }
    }

    fn find(&self, bytes: &[u8]) -> Option<&[u8]> {
        let mut at = 0;
        while at + 1 < bytes.len() {
            if self.begins[usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1])] {
                let rest = &bytes[at..];
                if let Some(text) = self.texts.iter().find(|text| rest.starts_with(text)) {
                    return Some(text);
                }
            }
            at += 1;
        }
        None
    }
}

#[test]
fn nothing_of_a_person_lies_in_clear_anywhere() {
    let vault = Vault::new();
    let paper = "%PDF-1.7 Диплом Құралай Сынақбайқызы 900101399006";
    let second = vault.add_user("kuralay.login", "another long phrase");
    let mut secrets: Vec<String> = vec![
        "Құралай".into(),
        "Сынақбайқызы".into(),
        "kuralay.login".into(),
        "another long phrase".into(),
        PASSWORD.into(),
        "Диплом".into(),
        vault.recovery.to_card().replace('-', ""),
    ];
    for number in 1..=40u64 {
        let case = vault.receive(number, "Құралай Сынақбайқызы", "Куралай Сынакбаевна", &iin(number));
        secrets.push(iin(number));
        secrets.push(format!("7700{number:07}"));
        secrets.push(format!("KZ86125KZT{number:010}"));
        vault.copy_of(case, "диплом Құралай.pdf", format!("{paper} {number}").as_bytes());
    }
    let by_second = Op { actor: second, ..vault.op(None) };
    vault
        .store
        .write(by_second, |tx| {
            tx.put_draft("refusal", "1", Some(subject(1)), "{\"text\":\"Құралай\"}")?;
            tx.append("access", None, &[NewEvent::new("case_viewed", 1, "Құралай".as_bytes())]).map(drop)
        })
        .unwrap();
    vault.store.search(&Scope::Everything, "құралай", 50).unwrap();
    vault.store.backup(NOW).unwrap();
    vault.store.backup_to(&vault.folder.path().join("stick"), NOW).unwrap();
    let export = vault.folder.path().join("person.tanu");
    vault.store.export_person(vault.op(None), subject(1), &export, "phrase", Cost::weak_for_tests()).unwrap();
    // As a killed program leaves it, with log and shared memory; then as a closed one does.
    copy_folder(&vault.dir, &vault.folder.path().join("killed"));
    vault.store.rekey().unwrap();
    let Vault { folder, store, dir, .. } = vault;
    fs::write(dir.join("wrong"), b"").unwrap();
    store.lock().unwrap();
    let _ = Store::unlock(&dir, &Credential::password("kuralay.login", "Құралай"), NOW);
    let mut all = Vec::new();
    files_under(folder.path(), &mut all);
    assert!(all.len() > 80, "database, log, anchor, copies, backups, export: {} files", all.len());
    assert!(all.iter().any(|path| path.ends_with("killed/store.db-wal")), "a full log is among them");
    let finder = Finder::new(secrets.iter().flat_map(|secret| shapes(secret)).collect());
    for path in &all {
        let bytes = fs::read(path).unwrap();
        let name = path.to_string_lossy();
        assert!(!bytes.starts_with(b"SQLite format 3"), "{name} is not an open database");
        assert_eq!(finder.find(&bytes), None, "{name} holds a secret in clear");
        assert_eq!(finder.find(name.as_bytes()), None, "a file name tells a secret");
    }
    // The search itself is able to find: what is known to be written is found by it.
    let known = Finder::new(vec![b"tanu keys 1".to_vec()]);
    let known = all.iter().any(|path| known.find(&fs::read(path).unwrap()).is_some());
    assert!(known, "the search reads what is there");
}

#[test]
fn a_file_name_does_not_tell_what_is_in_the_file() {
    let (one, two) = (Vault::new(), Vault::new());
    let name = |vault: &Vault| {
        let case = vault.receive(1, "Бір", "Один", &iin(1));
        vault.copy_of(case, "form.pdf", b"the same well known form");
        let mut all = Vec::new();
        files_under(&vault.dir.join("attachments"), &mut all);
        assert_eq!(all.len(), 1, "one file");
        all[0].file_name().unwrap().to_owned()
    };
    assert_ne!(name(&one), name(&two), "the same content has another name in another vault");
}

#[test]
fn the_same_content_is_kept_once_and_a_large_one_in_whole() {
    let vault = Vault::new();
    let first = vault.receive(1, "Бір", "Один", &iin(1));
    let second = vault.receive(2, "Екі", "Два", &iin(2));
    for bytes in [0usize, 1, 65_535, 65_536, 65_537, 200_000] {
        let content: Vec<u8> = (0..bytes).map(|at| (at % 251) as u8).collect();
        let a = vault.copy_of(first, "a.pdf", &content);
        let b = vault.copy_of(second, "b.pdf", &content);
        assert_eq!(vault.store.get_attachment(a).unwrap(), content, "{bytes} bytes come back");
        assert_eq!(vault.store.get_attachment(b).unwrap(), content, "for the other case too");
    }
    let mut all = Vec::new();
    files_under(&vault.dir.join("attachments"), &mut all);
    assert_eq!(all.len(), 6, "twelve attachments, six files");
    vault.store.put_attachment(b"never attached").unwrap();
    assert_eq!(vault.store.sweep_attachments().unwrap(), 1, "what belongs to nothing is swept");
    assert_eq!(vault.store.sweep_attachments().unwrap(), 0, "once");
}

#[test]
fn an_erased_person_is_gone_and_the_chain_is_whole() {
    let vault = Vault::new();
    let case = vault.receive(1, "Құралай Сынақбайқызы", "Куралай Сынакбаевна", &iin(1));
    let copy = vault.copy_of(case, "diploma.pdf", b"hers alone");
    let shared = vault.copy_of(case, "form.pdf", b"shared form");
    let other = vault.receive(2, "Нұрлан", "Нурлан", &iin(2));
    let others = vault.copy_of(other, "form.pdf", b"shared form");
    vault.store.backup(NOW).unwrap();
    vault.receive(3, "Үш", "Три", &iin(3));
    let erased = vault.store.erase(vault.op(None), subject(1), "request").unwrap();
    assert_eq!((erased.events, erased.commands, erased.files), (3, 1, 1), "her events, command and file");
    assert_eq!(erased.backups.len(), 1, "a backup still holds her, and that is said");
    let bodies: Vec<Body> =
        vault.store.stream(&case.stream()).unwrap().into_iter().map(|event| event.body).collect();
    assert_eq!(bodies, [Body::Erased, Body::Erased, Body::Erased], "that something happened is still there");
    for asked in ["куралай", &iin(1), "7700000001", "V-39-2026/000001"] {
        let hits = vault.store.search(&Scope::Everything, asked, 9).unwrap();
        assert!(!hits.iter().any(|hit| hit.case.case == case), "{asked}: not found any more");
    }
    assert!(
        vault.store.get_attachment(copy).is_err() && vault.store.get_attachment(shared).is_err(),
        "no papers"
    );
    assert_eq!(vault.store.get_attachment(others).unwrap(), b"shared form", "another person's stay");
    assert!(vault.store.verify().unwrap().is_good(), "the chain is whole: {:?}", vault.store.verify());
    let compared = vault.store.compare_projections(project).unwrap();
    assert_eq!(compared.differing, Vec::<&str>::new(), "made again, she does not come back");
    let again = receive(&vault.store, vault.admin, 1, "Құралай", "Куралай", &iin(1));
    assert!(matches!(again, Err(Error::Erased)), "under the same id nothing new is kept");
    let act = vault.store.stream("retention").unwrap();
    let act = String::from_utf8_lossy(act[0].body.kept().unwrap()).into_owned();
    assert!(
        act.contains("\"events\":3") && !act.contains("Құралай"),
        "the act of destruction holds numbers: {act}"
    );
    assert!(vault.reopen().store.verify().unwrap().is_good(), "also after opening again");
}

#[test]
fn everything_of_one_person_is_exported_under_a_passphrase() {
    let vault = Vault::new();
    let case = vault.receive(1, "Құралай Сынақбайқызы", "Куралай Сынакбаевна", &iin(1));
    vault.copy_of(case, "../../диплом.pdf", b"her diploma");
    vault.receive(2, "Нұрлан", "Нурлан", &iin(2));
    let to = vault.folder.path().join("person.tanu");
    let cost = Cost::weak_for_tests();
    let done = vault.store.export_person(vault.op(None), subject(1), &to, "парольная фраза", cost).unwrap();
    assert_eq!((done.events, done.files), (2, 1), "hers only");
    let into = vault.folder.path().join("opened");
    assert!(
        matches!(open_export(&to, "другая", &into), Err(Error::WrongPassphrase)),
        "not without the phrase"
    );
    let files = open_export(&to, "парольная фраза", &into).unwrap();
    assert!(
        files.iter().all(|file| file.parent() == Some(into.as_path())),
        "no name leads out of the folder"
    );
    let about = fs::read_to_string(into.join("person.json")).unwrap();
    assert!(about.contains("Құралай") && about.contains(&iin(1)), "her data");
    assert!(!about.contains("Нұрлан"), "nobody else's");
    assert_eq!(fs::read(&files[1]).unwrap(), b"her diploma", "her paper");
    let kinds: Vec<String> =
        vault.store.stream("access").unwrap().into_iter().map(|event| event.kind).collect();
    assert_eq!(kinds, ["subject_exported"], "the export is written down");
    let twice = vault.store.export_person(vault.op(None), subject(1), &to, "x", cost);
    assert!(matches!(twice, Err(Error::File { .. })), "a file that is there is not overwritten");
}
