//! Copies on another disk: carried while the store works, known again by their folder, restored from there.

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use store::*;

use super::common::*;
use super::upgrade::small_vault;

fn files_in(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| if path.is_dir() { files_in(&path) } else { 1 })
        .sum()
}

#[test]
fn a_copy_on_another_disk_shares_attachments_and_is_restored_from_there() {
    let vault = small_vault();
    let stick = vault.folder.path().join("stick");
    let absent = vault.store.carrier().carry(&stick, NOW);
    assert!(matches!(absent, Err(Error::FolderAbsent)), "no stick: {absent:?}");
    fs::create_dir(&stick).unwrap();
    let strange = vault.store.carrier().carry(&stick, NOW);
    assert!(matches!(strange, Err(Error::FolderAbsent)), "a stick that is not ours: {strange:?}");
    assert_eq!(files_in(&stick), 0, "and nothing is written on it");
    vault.store.prepare_away(&stick).unwrap();
    let first = vault.store.carrier().carry(&stick, NOW).unwrap();
    assert_eq!(first.attachments, 1, "with its attachment");
    let case = vault.receive(3, "Үш Сынақ", "Три Сынак", &iin(3));
    vault.copy_of(case, "order.pdf", b"%PDF-1.7 another");
    for day in 1..=9 {
        vault.store.carrier().carry(&stick, NOW + TimeDelta::days(day)).unwrap();
    }
    let there = vault.store.backups_away(&stick).unwrap();
    assert!((5..=10).contains(&there.len()), "days and weeks: {}", there.len());
    let pool = there[0].folder.parent().unwrap().join("attachments");
    assert_eq!(files_in(&pool), 2, "each attachment lies there once");
    let found = find_backups(&stick, u64::MAX).unwrap();
    assert!(found.iter().all(|(_, condition)| *condition == Condition::Whole), "{found:?}");
    assert_eq!(found[0].0.about.as_ref().map(|about| about.cases), Some(3), "how much is in it");
    for (name, credential) in [
        ("password", Credential::password(LOGIN, PASSWORD)),
        ("card", Credential::Recovery(RecoveryCode::parse(&vault.recovery.to_card()).unwrap())),
    ] {
        let dir = vault.folder.path().join(name);
        let store = Store::restore(&found[0].0.folder, &dir, &credential, NOW).unwrap();
        assert_eq!(store.search(&Scope::Everything, "алия", 10).unwrap().len(), 1, "{name}: she is there");
        let report = store.verify().unwrap();
        assert!(report.is_good() && report.attachments == 2, "{name}: with every attachment: {report:?}");
    }
}

#[test]
fn a_copy_under_way_is_broken_off_when_the_vault_closes_or_somebody_is_erased() {
    let vault = small_vault();
    let stick = vault.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    vault.store.prepare_away(&stick).unwrap();
    let carrier = vault.store.carrier();
    let subject = vault.store.search(&Scope::Everything, "алия", 1).unwrap()[0].case.subject.unwrap();
    vault.store.erase(vault.op(None), subject, "test").unwrap();
    let broken = carrier.carry(&stick, NOW);
    assert!(matches!(broken, Err(Error::BrokenOff)), "erased meanwhile: {broken:?}");
    assert!(vault.store.carrier().carry(&stick, NOW).is_ok(), "the next one goes through");
    let carrier = vault.store.carrier();
    vault.store.rekey().unwrap();
    assert!(matches!(carrier.carry(&stick, NOW), Err(Error::BrokenOff)), "another key meanwhile");
    let carrier = vault.store.carrier();
    let Vault { folder, store, .. } = vault;
    store.lock().unwrap();
    assert!(matches!(carrier.carry(&stick, NOW), Err(Error::BrokenOff)), "a closed vault is not copied");
    assert_eq!(find_backups(&stick, u64::MAX).unwrap().len(), 1, "and nothing half done is left");
    drop(folder);
}

#[test]
fn attachments_of_an_erased_person_leave_the_other_disk_when_no_copy_names_them() {
    let vault = small_vault();
    let stick = vault.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    vault.store.prepare_away(&stick).unwrap();
    let made = vault.store.carrier().carry(&stick, NOW).unwrap();
    let subject = vault.store.search(&Scope::Everything, "алия", 1).unwrap()[0].case.subject.unwrap();
    vault.store.erase(vault.op(None), subject, "test").unwrap();
    let pool = made.folder.parent().unwrap().join("attachments");
    assert_eq!(files_in(&pool), 1, "the older copy still names it");
    for day in [1, 60] {
        vault.store.carrier().carry(&stick, NOW + TimeDelta::days(day)).unwrap();
    }
    assert_eq!(files_in(&pool), 0, "five weeks later it is gone");
}

#[test]
fn a_backup_tells_what_it_is_before_it_is_opened() {
    let vault = small_vault();
    vault.store.write(vault.op(None), |tx| tx.put_label("Мансап орталығы")).unwrap();
    let stick = vault.folder.path().join("stick");
    let older = vault.store.backup_to(&stick, NOW).unwrap();
    let newer = vault.store.backup_to(&stick, NOW + TimeDelta::days(1)).unwrap();
    let about = newer.about.clone().unwrap();
    assert_eq!((about.label.as_str(), about.cases), ("Мансап орталығы", 2), "whose and how much");
    let file = older.folder.join("store.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[5000] ^= 1;
    fs::write(&file, bytes).unwrap();
    let conditions = |folder: &Path, bytes: u64| -> Vec<Condition> {
        find_backups(folder, bytes).unwrap().into_iter().map(|(_, condition)| condition).collect()
    };
    assert_eq!(conditions(&stick, u64::MAX), [Condition::Whole, Condition::Damaged], "the newest first");
    assert_eq!(conditions(&newer.folder, u64::MAX), [Condition::Whole], "the backup itself was pointed at");
    assert_eq!(conditions(&stick, newer.bytes), [Condition::Whole, Condition::NotRead], "not without end");
    vault.store.backup(NOW).unwrap();
    assert_eq!(conditions(&vault.dir, u64::MAX), [Condition::Whole], "the data folder of another PC");
    assert_eq!(conditions(&vault.dir.join("attachments"), u64::MAX), [], "nothing is nothing");
    let manifest = newer.folder.join("manifest");
    let text = fs::read_to_string(&manifest).unwrap();
    let schema = format!("\"schema\":{}", newer.schema);
    fs::write(&manifest, text.replacen(&schema, "\"schema\":9999", 1)).unwrap();
    assert_eq!(conditions(&newer.folder, u64::MAX), [Condition::Newer], "of a newer program");
    assert!(find_backups(&stick.join("none"), u64::MAX).is_err(), "a folder that is not there is said so");
}
