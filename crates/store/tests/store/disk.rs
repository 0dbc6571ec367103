//! A folder that may not be written, a second copy of the program, a clock that runs backwards.

use std::fs;

use chrono::TimeDelta;
use store::*;

use super::common::*;
#[cfg(target_os = "linux")]
use super::full::SmallDisk;
use super::upgrade::{assert_is_small_vault, small_vault};

#[test]
fn a_second_copy_of_the_program_is_told_so() {
    let vault = small_vault();
    assert!(matches!(open(&vault.dir), Err(Error::InUse)), "the vault is open here");
    let first = NewUser::new(vault.admin, LOGIN, PASSWORD);
    let again = Store::create(
        &vault.dir,
        Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW },
    );
    assert!(matches!(again, Err(Error::InUse)), "nor can another be made over it");
    let Vault { folder: _folder, dir, store, .. } = vault;
    store.lock().unwrap();
    let first = NewUser::new(UserId::new(NOW).unwrap(), LOGIN, PASSWORD);
    let again = Store::create(
        &dir,
        Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW },
    );
    assert!(matches!(again, Err(Error::VaultExists)), "closed it is still there");
    assert_is_small_vault(&open(&dir).unwrap());
    assert!(matches!(open(&dir.join("elsewhere")), Err(Error::NoVault)), "and elsewhere there is none");
}

#[test]
fn a_copied_folder_is_another_replica_and_a_restarted_program_is_not() {
    let vault = small_vault();
    let first = vault.store.replica();
    let vault = vault.reopen();
    assert_eq!(vault.store.replica(), first, "the same after a restart");
    assert_eq!(vault.store.exchange_suspended().unwrap(), None, "nothing to confirm");
    let copy = vault.folder.path().join("copy");
    super::upgrade::copy_folder(&vault.dir, &copy);
    let store = open(&copy).unwrap();
    assert_ne!(store.replica(), first, "a copy must not use the numbers of the first");
    assert_eq!(
        store.exchange_suspended().unwrap().map(|it| it.why).as_deref(),
        Some("copied"),
        "until a person confirms"
    );
    receive(&store, vault.admin, 3, "Үш", "Три", &iin(3)).unwrap();
    assert!(store.verify().unwrap().is_good(), "events of both replicas stand in one chain");
}

#[test]
fn a_clock_set_back_changes_neither_order_nor_content() {
    let vault = small_vault();
    let at = |hours: i64| Op { at: NOW + TimeDelta::hours(hours), ..vault.op(None) };
    for hours in [1, -200, 8760, -8760] {
        let event = NewEvent::new("noted", 1, hours.to_string().as_bytes());
        vault.store.write(at(hours), |tx| tx.append("note/1", None, &[event])).unwrap();
    }
    let order: Vec<String> = vault
        .store
        .stream("note/1")
        .unwrap()
        .iter()
        .map(|event| String::from_utf8_lossy(event.body.kept().unwrap()).into_owned())
        .collect();
    assert_eq!(order, ["1", "-200", "8760", "-8760"], "order is the journal's, not the clock's");
    let latest = NOW + TimeDelta::hours(8760);
    assert_eq!(vault.store.clock(NOW).unwrap(), Clock::Behind { latest }, "and the clock is found out");
    assert_eq!(vault.store.clock(latest).unwrap(), Clock::Sound, "a good clock is not accused");
    assert!(vault.store.verify().unwrap().is_good(), "the chain holds");
}

#[test]
fn a_newer_database_is_refused_before_it_is_touched() {
    let vault = small_vault();
    let Vault { folder: _folder, dir, store, .. } = vault;
    store.lock().unwrap();
    // An anchor of a newer program: its schema stands in both places after the title.
    let path = dir.join("head");
    let mut head = fs::read(&path).unwrap();
    for place in [0, 4096] {
        head[place + 8..place + 12].copy_from_slice(&77u32.to_le_bytes());
    }
    fs::write(&path, head).unwrap();
    let before: Vec<(String, Vec<u8>)> = ["store.db", "head", "keys.tanu", "outbox.log"]
        .map(|name| (name.to_owned(), fs::read(dir.join(name)).unwrap()))
        .to_vec();
    match open(&dir) {
        Err(Error::NewerDatabase { found: 77, known }) => assert!(known < 77, "it says what it knows"),
        other => panic!("a newer database was opened: {other:?}"),
    }
    for (name, bytes) in before {
        assert!(fs::read(dir.join(&name)).unwrap() == bytes, "{name} was touched");
    }
    assert!(!dir.join("store.db-wal").exists(), "the database was not even opened");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_is_named_as_such() {
    let vault = small_vault();
    let Vault { folder, dir, store, .. } = vault;
    store.lock().unwrap();
    let place = folder.path().join("readonly");
    let disk = SmallDisk::mount(&place, "size=8m");
    match &disk {
        Some(disk) => {
            super::upgrade::copy_folder(&dir, &disk.0);
            let again = std::process::Command::new("mount").args(["-o", "remount,ro"]).arg(&disk.0).status();
            assert!(again.unwrap().success(), "made read-only");
        }
        None => {
            super::upgrade::copy_folder(&dir, &place);
            let lock = place.join("lock");
            let mut rights = fs::metadata(&lock).unwrap().permissions();
            rights.set_readonly(true);
            fs::set_permissions(&lock, rights).unwrap();
        }
    }
    let opened = open(&place);
    assert!(matches!(opened, Err(Error::ReadOnly { .. })), "typed: {opened:?}");
    if disk.is_some() {
        let first = NewUser::new(super::child::admin(), LOGIN, PASSWORD);
        let setup = Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW };
        let made = Store::create(&place.join("new"), setup).map(|_| ());
        assert!(matches!(made, Err(Error::ReadOnly { .. })), "nor is a vault made there: {made:?}");
    }
}

#[test]
fn a_closed_vault_opens_at_once_while_other_programs_are_started() {
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                let program = std::env::current_exe().unwrap();
                let list =
                    std::process::Command::new(program).args(["--list", "no such test"]).output().unwrap();
                assert!(list.status.success(), "a program was started");
            }
        });
        let mut vault = small_vault();
        for _ in 0..20 {
            vault = vault.reopen();
        }
        assert_is_small_vault(&vault.store);
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}
