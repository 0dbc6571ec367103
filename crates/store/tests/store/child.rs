//! A program that works on a vault and can be killed at any moment: the test program itself, started again.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use store::*;

use super::common::*;

/// Works on the vault in `TANU_CHILD`, or a round of its own on a vault of its own when there is none.
#[test]
fn a_round_of_work_is_acknowledged_step_by_step() {
    match std::env::var_os("TANU_CHILD") {
        Some(folder) => {
            let writes = std::env::var("TANU_CHILD_WRITES").ok().and_then(|n| n.parse().ok());
            work(Path::new(&folder), writes.unwrap_or(u64::MAX));
        }
        None => {
            let folder = tempfile::tempdir().unwrap();
            work(folder.path(), 26);
            assert_eq!(
                acknowledged(folder.path()),
                (1..=26).collect::<Vec<_>>(),
                "one line for each piece of work"
            );
            let store = open(&vault_of(folder.path())).unwrap();
            assert!(store.verify().unwrap().is_good(), "{:?}", store.verify());
            assert!(!backups(store.dir()).unwrap().is_empty(), "a backup was part of the round");
        }
    }
}

pub(crate) fn vault_of(folder: &Path) -> PathBuf {
    folder.join("vault")
}

/// Numbers the child called saved. A line without its end was never called so.
pub(crate) fn acknowledged(folder: &Path) -> Vec<u64> {
    let text = std::fs::read_to_string(folder.join("acks")).unwrap_or_default();
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    whole.lines().map(|line| line.parse().unwrap()).collect()
}

pub(crate) fn start(folder: &Path, writes: u64, environment: &[(&str, &Path)]) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child::a_round_of_work_is_acknowledged_step_by_step", "--test-threads=1", "-q"])
        .env("TANU_CHILD", folder)
        .env("TANU_CHILD_WRITES", writes.to_string())
        .envs(environment.iter().copied())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn work(folder: &Path, writes: u64) {
    let dir = vault_of(folder);
    forget_cut_tries(&dir);
    let store = if Store::exists(&dir) {
        open(&dir).unwrap()
    } else {
        let first = NewUser::new(admin(), LOGIN, PASSWORD);
        Store::create(
            &dir,
            Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW },
        )
        .unwrap()
        .0
    };
    let mut acks = OpenOptions::new().create(true).append(true).open(folder.join("acks")).unwrap();
    let done = acknowledged(folder).last().copied().unwrap_or(0);
    for number in done + 1..=done.saturating_add(writes) {
        // The work before may have been saved and the kill came before it was said.
        let there = store.search(&Scope::Everything, &iin(number), 1).unwrap().pop();
        let case = match there {
            Some(hit) => hit.case.case,
            None => receive(&store, admin(), number, "Бір Екі", "Один Два", &iin(number)).unwrap(),
        };
        match number % 13 {
            3 | 9 => drop(copy_of(&store, admin(), case, "copy.pdf", &content(number)).unwrap()),
            5 => drop(store.backup(NOW).unwrap()),
            7 => store.rekey().unwrap(),
            10 => store.change_password(admin(), LOGIN, PASSWORD, PASSWORD, Cost::weak_for_tests()).unwrap(),
            11 => store.checkpoint().unwrap(),
            _ => {}
        }
        writeln!(acks, "{number}").unwrap();
    }
    store.lock().unwrap();
}

/// The same person in every start of the child.
pub(crate) fn admin() -> UserId {
    UserId(uuid::Uuid::from_u128(0xad01))
}

pub(crate) fn content(number: u64) -> Vec<u8> {
    format!("paper {number} ").repeat(8_000).into_bytes()
}

/// A program killed while it tried the password leaves a counted try; the clock of these tests stands still,
/// so that its second of waiting would never pass.
fn forget_cut_tries(dir: &Path) {
    let _ = std::fs::remove_file(dir.join("attempts"));
}

/// What must be true whenever the program or the power went: all that was called saved is there and whole.
pub(crate) fn assert_whole(dir: &Path, acknowledged: &[u64], why: &str) {
    forget_cut_tries(dir);
    let store = match open(dir) {
        Ok(store) => store,
        Err(Error::NoVault) if acknowledged.is_empty() => return,
        Err(error) => panic!("{why}: the vault does not open: {error:?}"),
    };
    for number in acknowledged {
        let hits = store.search(&Scope::Everything, &iin(*number), 1).unwrap();
        let row =
            &hits.first().unwrap_or_else(|| panic!("{why}: {number} was called saved and is lost")).case;
        if matches!(number % 13, 3 | 9) {
            let copies = store.attachments(&row.case.stream()).unwrap();
            let copy = copies.first().unwrap_or_else(|| panic!("{why}: the copy of {number} is lost"));
            assert_eq!(store.get_attachment(copy.what.id).unwrap(), content(*number), "{why}: its content");
        }
    }
    let report = store.verify().unwrap();
    let broken: Vec<&Broken> = report.broken.iter().filter(|broken| broken.what != "torn").collect();
    assert!(broken.is_empty(), "{why}: {broken:?}");
    let compared = store.compare_projections(project).unwrap();
    assert!(compared.differing.is_empty(), "{why}: {:?} differ from the journal", compared.differing);
    for backup in backups(dir).unwrap() {
        assert!(backup.folder.join("store.db").exists(), "{why}: a backup that is listed is whole");
    }
}
