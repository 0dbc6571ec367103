//! Backups, the drill of restoring one on a new PC, and what becomes of a broken database.

use std::fs;

use chrono::TimeDelta;
use store::*;

use super::common::*;
use super::upgrade::{assert_is_small_vault, small_vault};

#[test]
fn a_backup_is_restored_on_a_new_pc_with_password_or_recovery_code() {
    let vault = small_vault();
    let stick = vault.folder.path().join("stick");
    let backup = vault.store.backup_to(&stick, NOW).unwrap();
    assert_eq!((backup.reason, backup.attachments), (Reason::OnDemand, 1), "with its attachment");
    assert_eq!(backup.last_seq, vault.store.last_seq().unwrap(), "up to the last event");
    let old = vault.store.replica();
    for (name, credential) in [
        ("by-password", Credential::password(LOGIN, PASSWORD)),
        ("by-card", Credential::Recovery(RecoveryCode::parse(&vault.recovery.to_card()).unwrap())),
    ] {
        let dir = vault.folder.path().join(name);
        let store = Store::restore(&backup.folder, &dir, &credential, NOW).unwrap();
        assert_is_small_vault(&store);
        assert!(store.verify().unwrap().is_good(), "{name}: {:?}", store.verify());
        assert_ne!(store.replica(), old, "{name}: a restored database is another replica");
        assert_eq!(
            store.exchange_suspended().unwrap().map(|it| it.why).as_deref(),
            Some("restored"),
            "{name}: until confirmed"
        );
        assert!(
            matches!(store.to_send(10), Err(Error::ExchangeSuspended)),
            "{name}: nothing leaves by itself"
        );
        store.write(op(vault.admin, None), |tx| tx.confirm_exchange()).unwrap();
        assert_eq!(store.exchange_suspended().unwrap(), None, "{name}: confirmed");
        let last = store.stream("upkeep").unwrap();
        assert_eq!(
            last.last().map(|event| event.kind.as_str()),
            Some("backup_restored"),
            "{name}: written down"
        );
        store.lock().unwrap();
        open(&dir).unwrap();
    }
    let dir = vault.folder.path().join("by-stranger");
    let wrong = Store::restore(&backup.folder, &dir, &Credential::password(LOGIN, "another phrase"), NOW);
    assert!(matches!(wrong, Err(Error::WrongPassword { .. })), "not without the password");
    assert!(!Store::exists(&dir), "and nothing is left that looks like a vault");
    let taken = Store::restore(&backup.folder, &vault.dir, &Credential::password(LOGIN, PASSWORD), NOW);
    assert!(matches!(taken, Err(Error::InUse | Error::VaultExists)), "a vault is never overwritten");
}

#[test]
fn unsent_commands_keep_their_ids_and_get_new_numbers_after_a_restore() {
    let vault = small_vault();
    vault.store.write(vault.op(None), |tx| tx.join_centre("centre-1")).unwrap();
    vault.receive(3, "Үш", "Три", &iin(3));
    let before = vault.store.to_send(10).unwrap();
    assert_eq!(before.iter().map(|one| one.replica_seq).collect::<Vec<_>>(), [1, 2, 3], "without holes");
    let backup = vault.store.backup_to(&vault.folder.path().join("stick"), NOW).unwrap();
    let dir = vault.folder.path().join("new");
    let store = Store::restore(&backup.folder, &dir, &Credential::password(LOGIN, PASSWORD), NOW).unwrap();
    store.write(op(vault.admin, None), |tx| tx.confirm_exchange()).unwrap();
    let after = store.to_send(10).unwrap();
    let ids = |all: &[Queued]| all.iter().map(|one| one.command.id).collect::<Vec<_>>();
    assert_eq!(ids(&before), ids(&after), "the same commands");
    assert_eq!(after.iter().map(|one| one.replica_seq).collect::<Vec<_>>(), [1, 2, 3], "numbered anew");
    assert!(after.iter().all(|one| one.replica == store.replica()), "under the new replica");
    assert!(
        after.iter().zip(&before).all(|(a, b)| a.signed == b.signed && a.signed.is_some()),
        "signatures stay"
    );
    assert!(store.verify().unwrap().is_good(), "the chain of the new replica holds");
}

#[test]
fn a_broken_database_is_set_aside_whole_and_the_newest_good_backup_takes_its_place() {
    let vault = small_vault();
    vault.store.backup(NOW).unwrap();
    let later = NOW + TimeDelta::hours(2);
    vault.receive(3, "Үш", "Три", &iin(3));
    let newest = vault.store.backup(later).unwrap();
    let lost = vault.receive(4, "Төрт", "Четыре", &iin(4));
    let Vault { folder, dir, store, .. } = vault;
    store.lock().unwrap();
    // The database is overwritten, and so is the newest backup.
    fs::write(dir.join("store.db"), vec![0x55; 100_000]).unwrap();
    let bad = newest.folder.join("store.db");
    let mut bytes = fs::read(&bad).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&bad, bytes).unwrap();
    let failed = open(&dir).unwrap_err();
    assert!(failed.is_damage(), "told apart from a wrong password: {failed:?}");

    let recovered = Store::recover(&dir, &Credential::password(LOGIN, PASSWORD), later).unwrap();
    assert_eq!(recovered.restored.made_at, NOW, "the newest one that is good");
    assert_is_small_vault(&recovered.store);
    assert_eq!(fs::read(recovered.set_aside.join("store.db")).unwrap().len(), 100_000, "set aside whole");
    let kinds: Vec<&str> = recovered.salvaged.iter().map(|one| one.command.kind.as_str()).collect();
    assert_eq!(kinds, ["receive_application"], "work since the newest backup is read from the salvage copy");
    assert!(
        String::from_utf8_lossy(&recovered.salvaged[0].command.payload).contains(&lost.to_string()),
        "that case"
    );
    assert!(recovered.store.verify().unwrap().is_good(), "what is there now is good");
    drop(recovered);
    drop(folder);
}

#[test]
fn without_a_good_backup_nothing_is_touched() {
    let vault = small_vault();
    let Vault { folder, dir, store, .. } = vault;
    store.lock().unwrap();
    fs::write(dir.join("store.db"), b"broken").unwrap();
    let failed = Store::recover(&dir, &Credential::password(LOGIN, PASSWORD), NOW);
    assert!(matches!(failed, Err(Error::NoGoodBackup)), "said so");
    assert_eq!(fs::read(dir.join("store.db")).unwrap(), b"broken", "left as it was");
    drop(folder);
}

#[test]
fn automatic_backups_are_due_by_the_hour_and_thinned() {
    let vault = small_vault();
    assert!(vault.store.backup_if_due(NOW).unwrap().is_some(), "the first is due at once");
    let hour = |hours: i64| NOW + TimeDelta::hours(hours);
    assert!(vault.store.backup_if_due(hour(5)).unwrap().is_none(), "nothing was written since");
    vault.receive(3, "Үш", "Три", &iin(3));
    assert!(vault.store.backup_if_due(NOW + TimeDelta::minutes(59)).unwrap().is_none(), "not yet an hour");
    assert!(vault.store.backup_if_due(hour(1)).unwrap().is_some(), "an hour and a change");
    vault.receive(4, "Төрт", "Четыре", &iin(4));
    assert!(vault.store.backup_if_due(hour(-48)).unwrap().is_some(), "a clock set back does not stop them");
    let left = backups(&vault.dir).unwrap();
    assert_eq!(left.len(), 3, "none of the three is removed by the wrong clock");
    assert_eq!(left[0].made_at, hour(-48), "the one with the most in it is first, whatever its clock said");
    for days in [10, 11, 12, 13] {
        vault.store.backup(hour(days * 24)).unwrap();
    }
    let left = backups(&vault.dir).unwrap();
    assert!((4..=6).contains(&left.len()), "older ones are thinned to one a week: {}", left.len());
}

#[test]
fn a_forged_manifest_leads_nowhere() {
    let vault = small_vault();
    let backup = vault.store.backup_to(&vault.folder.path().join("stick"), NOW).unwrap();
    let manifest = backup.folder.join("manifest");
    let good = fs::read_to_string(&manifest).unwrap();
    let file = fs::read_dir(backup.folder.join("attachments")).unwrap().next().unwrap().unwrap().path();
    let name = format!("attachments/{}/", file.file_name().unwrap().to_string_lossy());
    for (from, to, why) in [
        (name.as_str(), "../../x/", "a path out of the folder"),
        ("\"last_seq\":", "\"last_seq\":1", "another end of the journal"),
        ("tanu backup 1", "tanu backup 9", "another format"),
        ("}", "", "cut"),
    ] {
        fs::write(&manifest, good.replacen(from, to, 1)).unwrap();
        assert_ne!(fs::read_to_string(&manifest).unwrap(), good, "{why}: the text was changed");
        let dir = vault.folder.path().join("new");
        let credential = Credential::password(LOGIN, PASSWORD);
        let restored = Store::restore(&backup.folder, &dir, &credential, NOW);
        assert!(matches!(restored, Err(Error::BackupDamaged { .. })), "{why}: {restored:?}");
        assert!(!Store::exists(&dir), "{why}: no vault came of it");
    }
}
