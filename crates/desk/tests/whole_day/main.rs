//! A whole day at the desk, in a program of its own with a home, a folder for what is temporary and data that
//! nobody else has: while the work is open and after it is closed, no byte of any file there tells a person.
//! What a person chose to save in clear (a PDF, a workbook) lies in one folder, which is the only exception.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::print_stdout, clippy::panic, reason = "a test says what it expects")]

mod day;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::{Command, Stdio};

use finder::{Finder, files};
use rustix::fs::inotify;
use spooler::Spooler;

/// Set in the program that works; its value is the folder of everything.
pub(crate) const WORKS: &str = "TANU_TEST_WORKS";
pub(crate) const PRINTS_AT: &str = "TANU_TEST_PRINTS_AT";
const NAME: &str = "a_whole_day_leaves_nothing_of_a_person_readable";

/// Names of everything that is made in a folder, however short it lives.
struct Watch(OwnedFd);

impl Watch {
    fn over(folders: &[&Path]) -> Self {
        let flags = inotify::CreateFlags::NONBLOCK | inotify::CreateFlags::CLOEXEC;
        let fd = inotify::init(flags).unwrap();
        for folder in folders {
            let events = inotify::WatchFlags::CREATE | inotify::WatchFlags::MOVED_TO;
            inotify::add_watch(&fd, *folder, events).unwrap();
        }
        Self(fd)
    }

    fn seen(&self) -> BTreeSet<String> {
        let mut buffer = [MaybeUninit::uninit(); 1 << 16];
        let mut reader = inotify::Reader::new(&self.0, &mut buffer);
        let mut names = BTreeSet::new();
        while let Ok(event) = reader.next() {
            assert!(!event.events().contains(inotify::ReadFlags::QUEUE_OVERFLOW), "nothing was missed");
            names.extend(event.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
        names
    }
}

/// What the store itself keeps, also for a moment, in the folder of the data. Its content is searched at every step.
fn is_known(name: &str) -> bool {
    let base = name.strip_suffix(".new").unwrap_or(name);
    let known = [
        "lock",
        "keys.tanu",
        "attempts",
        "store.db",
        "store.db-wal",
        "store.db-shm",
        // Of the moment before the log is switched on; its pages are enciphered like those of the log.
        "store.db-journal",
        "head",
        "outbox.log",
        // Random bytes that only keep room.
        "reserve",
        "attachments",
        "backups",
        "quarantine",
        "demonstration.json",
        "keys.next",
        desk::crash::REPORT,
    ];
    known.contains(&base) || base.starts_with("restored-")
}

#[test]
fn a_whole_day_leaves_nothing_of_a_person_readable() {
    if let Some(folder) = std::env::var_os(WORKS) {
        day::work(Path::new(&folder), &std::env::var(PRINTS_AT).unwrap());
        return;
    }
    let spooler = Spooler::start().unwrap_or_else(|problem| panic!("no spooler of our own: {problem}"));
    let root = tempfile::tempdir().unwrap();
    let place = |name: &str| root.path().join(name);
    for name in ["home", "temporary", "data", "second", "stick", "chosen"] {
        std::fs::create_dir(place(name)).unwrap();
    }
    let outside = Watch::over(&[&place("home"), &place("temporary")]);
    let inside = Watch::over(&[&place("data"), &place("second")]);
    let mut program = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", NAME, "--nocapture", "--test-threads", "1"])
        .env(WORKS, root.path())
        .env(PRINTS_AT, spooler.address())
        .env("HOME", place("home"))
        .envs(
            ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"]
                .map(|name| (name, place("home"))),
        )
        .envs(["TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"].map(|name| (name, place("temporary"))))
        .current_dir(place("home"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut complained = program.stderr.take().unwrap();
    let complaints = std::thread::spawn(move || {
        let mut text = String::new();
        complained.read_to_string(&mut text).map(|_| text)
    });
    let mut answer = program.stdin.take().unwrap();
    let (mut secrets, mut public) = (BTreeSet::new(), BTreeSet::new());
    let (mut steps, mut said, mut wrong) = (Vec::new(), String::new(), Vec::new());
    for line in BufReader::new(program.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if let Some(secret) = line.strip_prefix("@secret ") {
            if !public.contains(secret) {
                secrets.insert(secret.to_owned());
            }
        } else if let Some(word) = line.strip_prefix("@public ") {
            public.insert(word.to_owned());
        } else if let Some(step) = line.strip_prefix("@step ") {
            let finder = Finder::new(&secrets);
            for part in ["home", "temporary", "data", "second", "stick"] {
                wrong.extend(finder.look(&place(part)).into_iter().map(|found| format!("{step}: {found}")));
            }
            steps.push(step.to_owned());
            writeln!(answer, "go on").unwrap();
        } else {
            said.push_str(&line);
            said.push('\n');
        }
    }
    let ended = program.wait().unwrap();
    let complained = complaints.join().unwrap().unwrap();
    assert!(ended.success(), "after {steps:?} the day was not finished: {said}{complained}");
    assert!(steps.len() > 10, "the day had its steps: {steps:?}");
    let finder = Finder::new(&secrets);
    println!("{} secrets in {} shapes, {} steps", secrets.len(), finder.shapes(), steps.len());
    assert!(secrets.len() > 150, "people, numbers, accounts, logins and passwords: {}", secrets.len());
    assert!(wrong.is_empty(), "in clear on the disk: {wrong:#?}");
    assert_eq!(finder.find(said.as_bytes()), None, "what the program printed");
    assert_eq!(finder.find(complained.as_bytes()), None, "what the program complained of");
    let made = outside.seen();
    assert!(
        made.is_empty(),
        "nothing is made in the home or among temporary files, not for a moment: {made:?}"
    );
    let made = inside.seen();
    let strange: Vec<&String> = made.iter().filter(|name| !is_known(name)).collect();
    assert!(made.contains("store.db-wal"), "the watch sees what is made: {made:?}");
    assert!(strange.is_empty(), "only the files of the store: {strange:?}");
    // The search finds people where they are: in the workbook that was saved in clear, packed as it is.
    let saved = files(&place("chosen"));
    let found = finder.look(&place("chosen"));
    for kind in ["xlsx", "pdf"] {
        assert!(saved.iter().any(|path| path.extension().is_some_and(|is| is == kind)), "{kind} was saved");
    }
    assert!(found.iter().any(|told| told.contains(".xlsx") && told.contains("(packed)")), "{found:?}");
    let size: u64 = files(root.path()).iter().map(|path| path.metadata().map_or(0, |meta| meta.len())).sum();
    println!("{} files, {size} bytes looked at", files(root.path()).len());
    assert!(spooler.received().len() >= 2, "the day and the card went through the spooler");
}
