//! A full disk: nobody is kept out, nothing new is begun, nothing is half done, and all is well again with room.

#![cfg(target_os = "linux")]

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::TimeDelta;
use store::*;

use super::child::{admin, assert_whole};
use super::common::*;

/// A small disk of its own, where this user may make one.
pub(crate) struct SmallDisk(pub(crate) PathBuf);

impl SmallDisk {
    pub(crate) fn mount(at: &Path, options: &str) -> Option<SmallDisk> {
        fs::create_dir_all(at).unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(at)
            .stderr(Stdio::null())
            .status();
        mount.is_ok_and(|status| status.success()).then(|| SmallDisk(at.to_owned()))
    }

    /// One of sixteen mebibytes with blocks of 1 KiB: smaller than a page of memory.
    fn with_small_blocks(at: &Path) -> Option<SmallDisk> {
        fs::create_dir_all(at).unwrap();
        let image = at.with_extension("image");
        File::create(&image).unwrap().set_len(16 << 20).unwrap();
        let run = |program: &str, arguments: &[&str], at: &[&Path]| {
            let done = Command::new(program).args(arguments).args(at).stderr(Stdio::null()).status();
            done.is_ok_and(|status| status.success())
        };
        let made = run("mkfs.ext4", &["-q", "-F", "-m", "0", "-b", "1024"], &[&image])
            && run("mount", &["-o", "loop"], &[&image, at]);
        made.then(|| SmallDisk(at.to_owned()))
    }

    /// Fills it to the last byte, over what it was filled with before.
    fn fill(&self) {
        let mut file = OpenOptions::new().create(true).append(true).open(self.filler()).unwrap();
        for size in [1 << 20, 4096, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.filler()).unwrap();
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

fn setup() -> Setup {
    let first = NewUser::new(admin(), LOGIN, PASSWORD);
    Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW }
}

/// A vault with five cases and a copy on a disk of twelve mebibytes; none where nothing may be mounted.
fn small_office(folder: &Path) -> Option<(SmallDisk, PathBuf, Store)> {
    office_on(SmallDisk::mount(&folder.join("disk"), "size=12m")?)
}

fn office_on(disk: SmallDisk) -> Option<(SmallDisk, PathBuf, Store)> {
    let dir = disk.0.join("vault");
    let (store, _) = Store::create(&dir, setup()).unwrap();
    for number in 1..=5 {
        let case = write(&store, number).unwrap();
        if number == 3 {
            copy_of(&store, admin(), case, "copy.pdf", &super::child::content(3)).unwrap();
        }
    }
    Some((disk, dir, store))
}

fn write(store: &Store, number: u64) -> Result<CaseId> {
    receive(store, admin(), number, "Бір", "Один", &iin(number))
}

fn found(store: &Store, number: u64) -> bool {
    !store.search(&Scope::Everything, &iin(number), 1).unwrap().is_empty()
}

fn note(store: &Store, text: &str) -> Result<()> {
    let event = NewEvent::new("noted", 1, text.as_bytes());
    store.note(op(admin(), None), |tx| tx.append("note/1", None, &[event])).map(|_| ())
}

fn reserve(dir: &Path) -> u64 {
    fs::metadata(dir.join("reserve")).map_or(0, |meta| meta.len())
}

fn events(store: &Store) -> u64 {
    store.verify().unwrap().events
}

fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn on_a_full_disk_writes_fail_cleanly_and_everything_saved_is_there() {
    let folder = tempfile::tempdir().unwrap();
    // Without the right to mount, a limit on the size of files stands for the full disk.
    let Some((disk, dir, store)) = small_office(folder.path()) else { return limited_in_a_child() };
    let before = events(&store);
    disk.fill();
    for number in 6..=40 {
        match write(&store, number) {
            Err(Error::DiskLow { disk: named, free_bytes, needed_bytes }) => {
                assert_eq!(named, disk.0, "the disk is named");
                assert!(
                    free_bytes == 0 && needed_bytes > 1_000_000,
                    "{number}: {free_bytes} of {needed_bytes}"
                );
            }
            other => panic!("{number}: a full disk is called {other:?}"),
        }
    }
    let low = |what: &str, refused: Result<()>| {
        assert!(matches!(refused, Err(Error::DiskLow { .. })), "{what}: {refused:?}");
    };
    low("a paper", store.put_attachment(&vec![7; 300_000]).map(drop));
    low("a backup", store.backup(NOW).map(drop));
    low("a backup of choice", store.backup_to(&disk.0.join("copies"), NOW).map(drop));
    low("another data key", store.rekey());
    low("rows made again", store.rebuild(project).map(drop));
    let to = disk.0.join("person.tanu-export");
    let cost = Cost::weak_for_tests();
    low("an export", store.export_person(op(admin(), None), subject(3), &to, "phrase", cost).map(drop));
    low("another vault", Store::create(&disk.0.join("second"), setup()).map(drop));
    assert_eq!(events(&store), before, "nothing of it is in the journal");
    assert!(names_in(&dir.join("backups")).is_empty(), "no part of a backup");
    assert!(!to.exists() && !disk.0.join("copies").exists(), "nor of a file beside");
    assert!((1..=5).all(|number| found(&store, number)), "reading goes on");

    // Without its reserve the disk says no only in the middle: then what began is undone.
    fs::remove_file(dir.join("reserve")).unwrap();
    disk.fill();
    let refused = (0..200).map(|number| note(&store, &format!("{number}")));
    let refused: Vec<Error> = refused.filter_map(Result::err).collect();
    assert!(refused.len() > 100, "the disk was full: {}", refused.len());
    for error in &refused {
        assert!(matches!(error, Error::DiskFull { .. }), "a full disk is called {error:?}");
    }
    let kept = 200 - refused.len() as u64;
    assert_eq!(events(&store), before + kept, "what was called saved is there and nothing else");

    disk.make_room();
    write(&store, 41).unwrap();
    store.lock().unwrap();
    assert_whole(&dir, &[], "after the disk was full");
    let store = open(&dir).unwrap();
    assert!([1, 2, 3, 4, 5, 41].into_iter().all(|number| found(&store, number)), "all that was saved");
    assert!(!(6..=40).any(|number| found(&store, number)), "and nothing that was refused");
}

/// Starts the test again under a shell that limits the size of files to 1100 KiB.
fn limited_in_a_child() {
    let folder = tempfile::tempdir().unwrap();
    let command = format!(
        "ulimit -f 1100; trap '' XFSZ; exec '{}' --exact child::a_round_of_work_is_acknowledged_step_by_step -q",
        std::env::current_exe().unwrap().display()
    );
    let status = Command::new("bash")
        .args(["-c", &command])
        .env("TANU_CHILD", folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(!status.success(), "at the limit the child stopped");
    let saved = super::child::acknowledged(folder.path());
    assert!(!saved.is_empty(), "it worked until then");
    assert_whole(&super::child::vault_of(folder.path()), &saved, "after the limit");
}

#[test]
fn a_full_disk_keeps_nobody_out_and_still_counts_wrong_passwords() {
    let folder = tempfile::tempdir().unwrap();
    let Some((disk, dir, store)) = small_office(folder.path()) else { return };
    let last = events(&store);
    store.lock().unwrap();
    let whole = reserve(&dir);
    assert!(whole > 0, "there is a reserve");
    disk.fill();
    let at = |seconds| NOW + TimeDelta::seconds(seconds);
    let try_to = |password, seconds| {
        Store::unlock(&dir, &Credential::password(LOGIN, password), at(seconds)).map(drop)
    };
    for (seconds, wait) in [(0, 1), (1, 2), (3, 4)] {
        let wrong = try_to("another phrase", seconds);
        assert!(
            matches!(wrong, Err(Error::WrongPassword { wait_seconds }) if wait_seconds == wait),
            "{wrong:?}"
        );
        let early = try_to(PASSWORD, seconds);
        assert!(matches!(early, Err(Error::TooEarly { wait_seconds }) if wait_seconds == wait), "{early:?}");
        // Others take at once what was given up.
        disk.fill();
    }
    let store = Store::unlock(&dir, &Credential::password(LOGIN, PASSWORD), at(7)).unwrap();
    assert_eq!(store.failures_before(), 3, "the wrong ones were counted");
    assert_eq!(store.headroom().state, RoomState::Low, "and the store knows how it stands");
    disk.fill();
    note(&store, "signed in").unwrap();
    assert!((1..=5).all(|number| found(&store, number)), "reading works");
    let row = store.search(&Scope::Everything, &iin(3), 1).unwrap().pop().unwrap().case;
    let copy = store.attachments(&row.case.stream()).unwrap().pop().unwrap();
    assert_eq!(store.get_attachment(copy.what.id).unwrap(), super::child::content(3), "a copy is read");
    assert!(matches!(write(&store, 6), Err(Error::DiskLow { .. })), "but nothing new is begun");
    let new = "another long phrase";
    store.change_password(admin(), LOGIN, PASSWORD, new, Cost::weak_for_tests()).unwrap();
    disk.fill();
    store.checkpoint().unwrap();
    note(&store, "signed out").unwrap();
    disk.fill();
    store.lock().unwrap();
    assert!(reserve(&dir) < whole, "it was the reserve that made way");

    let again = Store::unlock(&dir, &Credential::password(LOGIN, new), at(8)).unwrap();
    assert_eq!(again.failures_before(), 0, "the right one was counted too");
    disk.make_room();
    again.keep_reserve();
    assert_eq!(reserve(&dir), whole, "with room the reserve is whole again");
    assert_eq!(again.headroom().state, RoomState::Enough, "and work may begin");
    write(&again, 6).unwrap();
    assert_eq!(events(&again), last + 3, "two notes and a case");
    assert!(again.verify().unwrap().is_good(), "{:?}", again.verify());
    let backup = again.backup(NOW).unwrap();
    assert!(!names_in(&backup.folder).contains(&"reserve".to_owned()), "no copy takes the reserve along");
}

#[test]
fn the_warning_comes_before_the_refusal_and_goes_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let Some((disk, _dir, store)) = small_office(folder.path()) else { return };
    assert_eq!(store.headroom().state, RoomState::Enough, "at first");
    let mut file = File::create(disk.filler()).unwrap();
    let mut seen = Vec::new();
    while store.headroom().state != RoomState::Low {
        file.write_all(&[0; 64 * 1024]).unwrap();
        seen.push(store.headroom().state);
        let may = store.ask_room(0).is_ok();
        assert_eq!(may, store.headroom().state != RoomState::Low, "what is told is what is done");
    }
    seen.dedup();
    assert_eq!(seen, [RoomState::Enough, RoomState::Little, RoomState::Low], "in this order");
    let told = store.headroom();
    assert_eq!(told.disk, disk.0, "on this disk");
    assert!(told.free_bytes < told.needed_bytes, "{told:?}");
    drop(file);
    disk.make_room();
    assert_eq!(store.headroom().state, RoomState::Enough, "gone with its cause");
}

#[test]
fn what_would_not_fit_on_another_disk_is_not_begun_there() {
    let folder = tempfile::tempdir().unwrap();
    let Some((disk, _dir, store)) = small_office(folder.path()) else { return };
    let stick = SmallDisk::mount(&folder.path().join("stick"), "size=4m").unwrap();
    store.prepare_away(&stick.0).unwrap();
    stick.fill();
    let before = names_in(&stick.0);
    let to = stick.0.join("person.tanu-export");
    let cost = Cost::weak_for_tests();
    let refused = [
        ("a backup", store.backup_to(&stick.0.join("copies"), NOW).map(drop)),
        ("a copy of the day", store.carrier().carry(&stick.0, NOW).map(drop)),
        ("an export", store.export_person(op(admin(), None), subject(3), &to, "phrase", cost).map(drop)),
    ];
    for (what, refused) in refused {
        match refused {
            Err(Error::DiskLow { disk, free_bytes: 0, .. }) => assert_eq!(disk, stick.0, "{what} names it"),
            other => panic!("{what}: {other:?}"),
        }
    }
    assert_eq!(names_in(&stick.0), before, "nothing was left there");
    assert_eq!(store.backups_away(&stick.0).unwrap(), [], "no copy is listed");

    // The other way round: the disk of the office is full, and the stick is what saves the day.
    stick.make_room();
    disk.fill();
    store.backup_to(&stick.0.join("copies"), NOW).unwrap();
    store.carrier().carry(&stick.0, NOW).unwrap();
    store.export_person(op(admin(), None), subject(3), &to, "phrase", cost).unwrap();
    assert!(to.exists() && store.verify().unwrap().is_good(), "all three went through");
    let new = folder.path().join("new");
    let copy = &backups_in(&stick.0.join("copies")).unwrap()[0];
    let restored = Store::restore(&copy.folder, &new, &Credential::password(LOGIN, PASSWORD), NOW).unwrap();
    assert!((1..=5).all(|number| found(&restored, number)), "and the copy is whole");
    assert!(reserve(&new) > 0, "the new place has a reserve of its own");
}

#[test]
fn a_database_that_cannot_be_replaced_on_a_full_disk_is_not_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    let Some((disk, dir, store)) = small_office(folder.path()) else { return };
    store.backup(NOW).unwrap();
    store.lock().unwrap();
    let before = fs::read(dir.join("store.db")).unwrap();
    disk.fill();
    let recovered = Store::recover(&dir, &Credential::password(LOGIN, PASSWORD), NOW).map(drop);
    assert!(matches!(recovered, Err(Error::DiskLow { .. })), "{recovered:?}");
    assert!(fs::read(dir.join("store.db")).unwrap() == before, "untouched");
    assert!(!dir.join("quarantine").exists(), "nothing was moved");
    assert!(found(&open(&dir).unwrap(), 1), "it still opens");
}

#[test]
fn a_reserve_that_is_short_missing_or_changed_is_no_damage() {
    let vault = Vault::new();
    vault.receive(1, "Бір", "Один", &iin(1));
    let Vault { folder: _folder, dir, store, .. } = vault;
    store.lock().unwrap();
    let whole = reserve(&dir);
    let path = dir.join("reserve");
    let changes: [(&str, &dyn Fn()); 4] = [
        ("missing", &|| fs::remove_file(&path).unwrap()),
        ("short", &|| File::options().write(true).open(&path).unwrap().set_len(1000).unwrap()),
        ("empty", &|| fs::write(&path, b"").unwrap()),
        ("other bytes", &|| fs::write(&path, vec![0; whole as usize]).unwrap()),
    ];
    for (what, change) in changes {
        change();
        let store = open(&dir).unwrap();
        assert!(store.verify().unwrap().is_good(), "{what}: {:?}", store.verify());
        assert_eq!(reserve(&dir), whole, "{what}: made again at opening");
        store.lock().unwrap();
    }
}

/// Opens the vault in `TANU_FULL` on its full disk and notes without end; a round of its own without it.
#[test]
fn notes_are_acknowledged_one_by_one() {
    let Some(dir) = std::env::var_os("TANU_FULL") else {
        let vault = Vault::new();
        note(&vault.store, "1").unwrap();
        assert_eq!(vault.store.stream("note/1").unwrap().len(), 1, "a note is an event like any other");
        return;
    };
    let store = open(Path::new(&dir)).unwrap();
    for number in 1.. {
        note(&store, &format!("{number}")).unwrap();
        println!("noted {number}");
    }
}

#[test]
fn what_was_noted_on_a_full_disk_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let Some((disk, dir, store)) = small_office(folder.path()) else { return };
    store.lock().unwrap();
    let noted = note_and_kill(&disk, &dir);
    disk.make_room();
    assert_whole(&dir, &[], "killed on a full disk");
    let store = open(&dir).unwrap();
    assert!(store.stream("note/1").unwrap().len() >= noted, "all that was acknowledged is there");
    assert!((1..=5).all(|number| found(&store, number)), "and all that was there before");
}

/// Where blocks are smaller than pages, what the engine writes through the memory may have no room although its
/// file could grow: the system would end the program.
#[test]
fn small_blocks_do_not_end_the_program_on_a_full_disk() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::with_small_blocks(&folder.path().join("disk")) else { return };
    let Some((disk, dir, store)) = office_on(disk) else { return };
    store.lock().unwrap();
    let noted = note_and_kill(&disk, &dir);
    let _ = fs::remove_file(dir.join("attempts"));
    fs::remove_file(dir.join("reserve")).unwrap();
    disk.fill();
    // Enough to count the try, not enough for what is written through the memory.
    let filler = File::options().write(true).open(disk.filler()).unwrap();
    filler.set_len(filler.metadata().unwrap().len() - 16 * 1024).unwrap();
    filler.sync_all().unwrap();
    drop(filler);
    let opened = open(&dir).map(drop);
    assert!(matches!(opened, Err(Error::DiskLow { .. })), "with nothing left it says so: {opened:?}");
    disk.make_room();
    assert_whole(&dir, &[], "after a full disk with small blocks");
    assert!(open(&dir).unwrap().stream("note/1").unwrap().len() >= noted, "all notes are there");
}

/// Three programs that note on the full disk until they are killed; how much they acknowledged.
fn note_and_kill(disk: &SmallDisk, dir: &Path) -> usize {
    disk.fill();
    let mut noted = 0;
    for round in 1..=3 {
        // A program killed while it tried the password leaves a counted try.
        let _ = fs::remove_file(dir.join("attempts"));
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "full::notes_are_acknowledged_one_by_one", "--nocapture", "-q"])
            .env("TANU_FULL", dir)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(|line| line.ok());
        noted += lines.filter(|line| line.starts_with("noted")).take(15 * round).count();
        child.kill().unwrap();
        child.wait().unwrap();
        disk.fill();
    }
    assert_eq!(noted, 15 * (1 + 2 + 3), "the child got to work in every round");
    noted
}
