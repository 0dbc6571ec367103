//! A changed byte anywhere is found: in the database, its log, attachments, anchor, salvage copy and backups.

use std::fs;
use std::path::{Path, PathBuf};

use store::*;

use super::common::*;
use super::upgrade::{copy_folder, small_vault};

/// Bytes in a fixed order that looks like none: the same at every run.
pub(crate) fn scattered(seed: u64, count: usize, below: u64) -> Vec<u64> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    (0..count).map(|_| next()).collect()
}

fn flip(path: &Path, at: u64) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at as usize] ^= 1 << (at % 8);
    fs::write(path, bytes).unwrap();
}

/// What opening and verifying say of a folder; `None` when they find nothing.
fn finding(dir: &Path) -> Option<String> {
    match open(dir) {
        Err(error) => Some(format!("{error:?}")),
        Ok(store) => {
            let report = store.verify().unwrap();
            report.broken.first().map(|broken| format!("{broken:?}"))
        }
    }
}

/// A vault that was at work and lies as a killed program leaves it: with a full write-ahead log.
fn killed_at_work() -> (tempfile::TempDir, PathBuf) {
    let vault = small_vault();
    vault.store.checkpoint().unwrap();
    for number in 3..=12 {
        vault.receive(number, "Бір Екі", "Один Два", &iin(number));
    }
    let dir = vault.folder.path().join("killed");
    copy_folder(&vault.dir, &dir);
    assert!(fs::metadata(dir.join("store.db-wal")).unwrap().len() > 50_000, "the log is full");
    let _ = fs::remove_file(dir.join("store.db-shm"));
    let Vault { folder, .. } = vault;
    (folder, dir)
}

#[test]
fn a_flipped_bit_in_any_file_is_found() {
    let (folder, good) = killed_at_work();
    let attachment = {
        let vault_folder = fs::read_dir(good.join("attachments")).unwrap().next().unwrap().unwrap().path();
        fs::read_dir(vault_folder)
            .unwrap()
            .next()
            .unwrap()
            .unwrap()
            .path()
            .strip_prefix(&good)
            .unwrap()
            .to_owned()
    };
    let seed = 20_260_302;
    println!("seed {seed}");
    let dir = folder.path().join("flipped");
    // A page that also lies in the log is written over by it, flipped or not; closed, each lies in one place.
    let closed = folder.path().join("closed");
    copy_folder(&good, &closed);
    open(&closed).unwrap().lock().unwrap();
    for (from, file, flips) in [
        (&closed, Path::new("store.db"), 60),
        (&good, Path::new("store.db-wal"), 60),
        (&good, Path::new("keys.tanu"), 20),
        (&good, Path::new("outbox.log"), 20),
        (&good, attachment.as_path(), 20),
    ] {
        let bytes = fs::metadata(from.join(file)).unwrap().len();
        for at in scattered(seed, flips, bytes) {
            let _ = fs::remove_dir_all(&dir);
            copy_folder(from, &dir);
            flip(&dir.join(file), at);
            assert!(
                finding(&dir).is_some(),
                "a bit of {} at {at} was flipped and nobody saw",
                file.display()
            );
        }
    }
    // Of the anchor only its two records are read; the rest of its two blocks is empty.
    for place in [0u64, 4096] {
        for at in scattered(seed, 20, 100) {
            let _ = fs::remove_dir_all(&dir);
            copy_folder(&good, &dir);
            flip(&dir.join("head"), place + at);
            assert!(
                finding(&dir).is_some(),
                "a bit of the anchor at {} was flipped and nobody saw",
                place + at
            );
        }
    }
    assert_eq!(finding(&good), None, "and without a flip there is nothing to find");
}

#[test]
fn a_cut_or_missing_file_is_found_and_never_replaced_by_an_empty_one() {
    let (folder, good) = killed_at_work();
    let dir = folder.path().join("cut");
    let with = |change: &dyn Fn(&Path)| {
        let _ = fs::remove_dir_all(&dir);
        copy_folder(&good, &dir);
        change(&dir);
        open(&dir)
    };
    let cut = |name: &'static str, to: u64| {
        move |dir: &Path| fs::File::options().write(true).open(dir.join(name)).unwrap().set_len(to).unwrap()
    };
    let remove = |name: &'static str| move |dir: &Path| fs::remove_file(dir.join(name)).unwrap();
    let wal = fs::metadata(good.join("store.db-wal")).unwrap().len();
    assert!(matches!(with(&cut("store.db", 0)), Err(Error::EmptyDatabase)), "an emptied database");
    assert!(matches!(with(&remove("store.db")), Err(Error::EmptyDatabase)), "a missing database");
    assert_eq!(
        fs::metadata(dir.join("store.db")).map(|meta| meta.len()).unwrap_or(0),
        0,
        "no new one was made"
    );
    assert!(with(&cut("store.db", 8192)).unwrap_err().is_damage(), "a database cut short");
    for part in 1..10 {
        match with(&cut("store.db-wal", wal * part / 10)) {
            Err(Error::TailLost { promised: 14, found }) => {
                assert!(found < 14, "less is there than was promised")
            }
            other => panic!("a log cut to {part} tenths: {other:?}"),
        }
    }
    assert!(matches!(with(&remove("store.db-wal")), Err(Error::TailLost { .. })), "a missing log");
    assert!(matches!(with(&remove("head")), Err(Error::AnchorLost)), "a missing anchor");
    assert!(matches!(with(&cut("head", 10)), Err(Error::AnchorLost)), "an anchor cut short");
    assert!(matches!(with(&remove("keys.tanu")), Err(Error::NoVault)), "a missing key file");
    let other = small_vault();
    other.store.checkpoint().unwrap();
    let foreign = with(&|dir| {
        fs::remove_file(dir.join("store.db-wal")).unwrap();
        fs::copy(other.dir.join("store.db"), dir.join("store.db")).map(|_| ()).unwrap();
    });
    assert!(foreign.unwrap_err().is_damage(), "the database of another vault");
}

#[test]
fn verify_names_the_first_broken_link() {
    let vault = small_vault();
    let report = vault.store.verify().unwrap();
    assert_eq!(report.broken, [], "nothing is broken");
    assert_eq!((report.events, report.commands, report.attachments), (4, 2, 1), "everything was looked at");
    let case = vault.store.search(&Scope::Everything, &iin(1), 1).unwrap()[0].case.case;
    let folder = fs::read_dir(vault.dir.join("attachments")).unwrap().next().unwrap().unwrap().path();
    let file = fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let copy = vault.store.attachments(&case.stream()).unwrap()[0].what.id;
    flip(&file, 40);
    assert!(
        matches!(vault.store.get_attachment(copy), Err(Error::AttachmentDamaged)),
        "a changed file is not shown"
    );
    let first = |store: &Store| store.verify().unwrap().broken.into_iter().next();
    let broken = |what| Some(Broken { part: Part::Attachments, at: Some(1), what });
    assert_eq!(first(&vault.store), broken("content"), "the changed file");
    fs::remove_file(&file).unwrap();
    assert!(matches!(vault.store.get_attachment(copy), Err(Error::NoAttachment)), "a missing file");
    assert_eq!(first(&vault.store), broken("missing"), "the missing file");
}

#[test]
fn mutated_key_files_manifests_and_exports_never_panic() {
    let vault = small_vault();
    let backup = vault.store.backup_to(&vault.folder.path().join("stick"), NOW).unwrap();
    let export = vault.folder.path().join("person.tanu");
    let cost = Cost::weak_for_tests();
    vault.store.export_person(vault.op(None), subject(1), &export, "phrase", cost).unwrap();
    let Vault { folder, dir, store, .. } = vault;
    store.lock().unwrap();
    let seed = 380;
    println!("seed {seed}");
    let target = folder.path().join("target");
    let mut refused = 0;
    for (round, place) in scattered(seed, 300, 1 << 40).into_iter().enumerate() {
        for path in [dir.join("keys.tanu"), backup.folder.join("manifest"), export.clone()] {
            let good = fs::read(&path).unwrap();
            let mut bad = good.clone();
            let at = place as usize % bad.len();
            match round % 4 {
                0 => bad[at] = bad[at].wrapping_add(1 + (place >> 20) as u8 % 255),
                1 => bad.truncate(at),
                2 => bad.insert(at, (place >> 8) as u8),
                _ => bad.splice(at..at, good.iter().copied()).for_each(drop),
            }
            fs::write(&path, &bad).unwrap();
            let _ = fs::remove_dir_all(&target);
            let outcome = if path.ends_with("keys.tanu") {
                open(&dir).map(drop)
            } else if path.ends_with("manifest") {
                let credential = Credential::password(LOGIN, PASSWORD);
                Store::restore(&backup.folder, &target, &credential, NOW).map(drop)
            } else {
                open_export(&export, "phrase", &target).map(drop)
            };
            refused += u32::from(outcome.is_err());
            fs::write(&path, good).unwrap();
        }
    }
    assert_eq!(refused, 900, "every mutation was refused with an error");
}
