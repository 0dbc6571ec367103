//! A full disk, a folder that may not be written, a second copy of the program, a clock that runs backwards.

use std::fs;

use chrono::TimeDelta;
use store::*;

use super::common::*;
use super::upgrade::{assert_is_small_vault, small_vault};

#[test]
fn a_second_copy_of_the_program_is_told_so() {
    let vault = small_vault();
    assert!(matches!(open(&vault.dir), Err(Error::InUse)), "the vault is open here");
    let first = NewUser::new(vault.admin, LOGIN, PASSWORD);
    let again = Store::create(&vault.dir, Setup { first, cost: Cost::weak_for_tests(), at: NOW });
    assert!(matches!(again, Err(Error::InUse)), "nor can another be made over it");
    let Vault { folder: _folder, dir, store, .. } = vault;
    store.lock().unwrap();
    let first = NewUser::new(UserId::new(NOW).unwrap(), LOGIN, PASSWORD);
    let again = Store::create(&dir, Setup { first, cost: Cost::weak_for_tests(), at: NOW });
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

/// A small disk of its own, where this user may make one.
#[cfg(target_os = "linux")]
struct SmallDisk(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl SmallDisk {
    fn mount(at: &std::path::Path, options: &str) -> Option<SmallDisk> {
        fs::create_dir_all(at).unwrap();
        let mount = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(at)
            .stderr(std::process::Stdio::null())
            .status();
        mount.is_ok_and(|status| status.success()).then(|| SmallDisk(at.to_owned()))
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0).status();
    }
}

/// Fills the disk to the last byte; removing the file makes room again.
#[cfg(target_os = "linux")]
fn fill(path: &std::path::Path) {
    use std::io::Write;
    let mut file = fs::File::create(path).unwrap();
    for size in [1 << 20, 4096, 1] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_writes_fail_cleanly_and_everything_saved_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(&folder.path().join("disk"), "size=6m") else {
        // Without the right to mount, a limit on the size of files stands for the full disk.
        return limited_in_a_child();
    };
    let dir = disk.0.join("vault");
    let first = NewUser::new(super::child::admin(), LOGIN, PASSWORD);
    let (store, _) = Store::create(&dir, Setup { first, cost: Cost::weak_for_tests(), at: NOW }).unwrap();
    let write = |number| receive(&store, super::child::admin(), number, "Бір", "Один", &iin(number));
    for number in 1..=5 {
        write(number).unwrap();
    }
    fill(&disk.0.join("ballast"));
    let mut saved: Vec<u64> = (1..=5).collect();
    let mut refused = 0;
    for number in 6..=40 {
        match write(number) {
            Ok(_) => saved.push(number),
            Err(Error::DiskFull { .. }) => refused += 1,
            Err(other) => panic!("{number}: a full disk is called {other:?}"),
        }
    }
    assert!(refused > 20, "the disk was full: {refused}");
    let paper = store.put_attachment(&vec![7; 300_000]);
    assert!(matches!(paper, Err(Error::DiskFull { .. })), "no room for a paper: {paper:?}");
    assert!(matches!(store.backup(NOW), Err(Error::DiskFull { .. })), "nor for a backup");
    assert!(backups(&dir).unwrap().is_empty(), "and half a backup is none");
    let found =
        |store: &Store, number| !store.search(&Scope::Everything, &iin(number), 1).unwrap().is_empty();
    assert!(saved.iter().all(|number| found(&store, *number)), "reading goes on");
    fs::remove_file(disk.0.join("ballast")).unwrap();
    write(41).unwrap();
    saved.push(41);
    store.lock().unwrap();
    super::child::assert_whole(&dir, &[], "after the disk was full");
    let store = open(&dir).unwrap();
    assert!(saved.iter().all(|number| found(&store, *number)), "all that was called saved is there");
    assert!(!(6..=40).any(|number| !saved.contains(&number) && found(&store, number)), "what failed is not");
    drop(store);
    drop(disk);
}

/// Starts the test again under a shell that limits the size of files to 400 KiB.
#[cfg(target_os = "linux")]
fn limited_in_a_child() {
    let folder = tempfile::tempdir().unwrap();
    let command = format!(
        "ulimit -f 400; trap '' XFSZ; exec '{}' --exact child::a_round_of_work_is_acknowledged_step_by_step -q",
        std::env::current_exe().unwrap().display()
    );
    let status = std::process::Command::new("bash")
        .args(["-c", &command])
        .env("TANU_CHILD", folder.path())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(!status.success(), "at the limit the child stopped");
    let saved = super::child::acknowledged(folder.path());
    assert!(!saved.is_empty(), "it worked until then");
    super::child::assert_whole(&super::child::vault_of(folder.path()), &saved, "after the limit");
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
        let setup = Setup { first, cost: Cost::weak_for_tests(), at: NOW };
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
