//! Thousands of broken and hostile files before every reader: nothing panics, nothing asks for more memory than a
//! small PC has, nothing runs for ever, and nothing is believed that was not written.

use std::process::{Command, Stdio};

use super::*;

const NAME: &str = "outside::tests::no_reader_of_the_disk_believes_panics_or_takes_all_memory";
/// The program that reads has so much memory and so many seconds of the processor, not of the clock.
#[cfg(unix)]
const WITHIN: &str = "ulimit -v 700000; ulimit -t 400; exec \"$0\" \"$@\"";

/// With `TANU_CHILD` this reads; without it, it starts the one that does within its limits.
#[test]
fn no_reader_of_the_disk_believes_panics_or_takes_all_memory() {
    if std::env::var_os("TANU_CHILD").is_some() {
        Reader::ALL.into_iter().for_each(break_and_read);
        return;
    }
    let program = std::env::current_exe().unwrap();
    #[cfg(unix)]
    let mut reading = Command::new("sh");
    #[cfg(unix)]
    reading.args(["-c", WITHIN]).arg(&program);
    #[cfg(not(unix))]
    let mut reading = Command::new(&program);
    let output = reading
        .args(["--exact", NAME, "--nocapture", "--test-threads", "1"])
        .env("TANU_CHILD", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let heard = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}: {heard}{said}", output.status);
    assert!(heard.contains("1 passed"), "the one that reads did read: {heard}");
}

fn break_and_read(reader: Reader) {
    let good = reader.sample();
    let written = reader.read(&good);
    assert!(!written.is_empty(), "{reader:?} reads what is right");
    let inside = reader.inside();
    let seed = 380 + reader as u64;
    println!("{reader:?}: seed {seed}, {} bytes", good.len());
    let mut chance = Mutator::new(seed);
    let mut refused = 0;
    // An attachment is three chunks of 64 KiB and takes its time.
    let rounds = if reader == Reader::Attachment { 60 } else { 600 };
    for round in 0..rounds {
        let bad = chance.mutate(&good);
        let believed = reader.read(&bad);
        if reader.is_proved() {
            assert!(written.starts_with(&believed), "{reader:?} believes what nobody wrote in round {round}");
        }
        refused += usize::from(believed.len() < written.len());
        // And the same with every sum and lock made right over it.
        if reader != Reader::Attachment {
            let hostile = reader.sealed(&chance.mutate(&inside));
            let _ = reader.read(&hostile);
        }
    }
    // Most of an anchor is the empty rest of its two blocks.
    let least = if reader == Reader::Anchor { 5 } else { 80 };
    if reader.is_proved() {
        assert!(refused * 100 > rounds * least, "{reader:?} refused {refused} of {rounds}");
    }
}

#[test]
fn the_samples_are_as_the_program_writes_and_reads_them() {
    let folder = tempfile::tempdir().unwrap();
    for reader in Reader::ALL {
        assert!(!reader.read(&reader.sample()).is_empty(), "{reader:?} believes its sample");
        assert!(reader.is_proved() || reader.sample() == reader.inside(), "{reader:?} has no seal");
    }
    let path = folder.path().join("file");
    std::fs::write(&path, Reader::Anchor.sample()).unwrap();
    let (anchor, _) = crate::anchor::Anchor::open(&path, &[&KEY]).unwrap();
    assert_eq!((anchor.head().seq, anchor.torn()), (14, false), "the anchor in a file");
    std::fs::write(&path, Reader::Salvage.sample()).unwrap();
    let (salvage, which) = Salvage::open(&path, &[&Secret([1; 32]), &KEY]).unwrap();
    assert_eq!((which, salvage.torn()), (1, false), "the salvage copy in a file, under the second key");
    std::fs::write(&path, Reader::KeyFile.sample()).unwrap();
    assert!(KeyFile::read(&path).is_ok(), "the key file in a file");
    let counted = sample::attempts_as_written(folder.path());
    assert!(read_attempts(&counted) == [counted], "the count in a file");
}

#[test]
fn a_try_of_tomorrow_and_a_crowd_of_made_up_logins_lock_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    let layout = crate::layout::Layout(folder.path().to_owned());
    let path = layout.attempts();
    std::fs::write(&path, r#"{"*":{"count":4000000000,"last":"+262000-01-01T00:00:00Z"}}"#).unwrap();
    let left = |seconds| {
        let now = NOW + chrono::TimeDelta::seconds(seconds);
        Attempts::read(&layout, now).unwrap().left("anybody", now)
    };
    assert_eq!((left(0), left(20), left(60)), (60, 40, 0), "a minute from when it was seen, not for ever");
    let mut attempts = Attempts::read(&layout, NOW).unwrap();
    for number in 0..1500 {
        attempts.begin(&layout, &format!("{number:064}"), NOW + chrono::TimeDelta::seconds(number)).unwrap();
    }
    let bytes = std::fs::metadata(&path).unwrap().len();
    assert!(bytes < 200_000, "made-up logins do not fill the count until it cannot be read: {bytes}");
    let later = NOW + chrono::TimeDelta::seconds(1500);
    let read = Attempts::read(&layout, later).unwrap();
    assert_eq!(
        (read.count(&format!("{:064}", 1499)), read.count(&format!("{:064}", 0))),
        (1, 0),
        "the newest stay"
    );
    std::fs::write(&path, vec![b' '; 3 << 20]).unwrap();
    assert_eq!(Attempts::read(&layout, later).unwrap().left("anybody", later), 60, "too large is damaged");
}

/// Somebody laid what is no file where one is read: a pipe is not waited for, a device not read to its end.
#[cfg(unix)]
#[test]
fn pipes_and_devices_in_place_of_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let made = Command::new("mkfifo").arg(place("pipe")).status().unwrap();
    assert!(made.success(), "a pipe lies there");
    std::os::unix::fs::symlink("/dev/zero", place("zero")).unwrap();
    for name in ["pipe", "zero"] {
        let path = place(name);
        assert!(KeyFile::read(&path).is_err(), "a key file that is a {name}");
        assert!(Manifest::read(&path).is_err(), "a manifest that is a {name}");
        let vault = crate::layout::Layout(place(&format!("vault of a {name}")));
        std::fs::create_dir(&vault.0).unwrap();
        std::os::unix::fs::symlink(&path, vault.attempts()).unwrap();
        assert!(Attempts::read(&vault, NOW).is_err(), "a count that is a {name}");
        assert!(Salvage::read(&path, &[&KEY]).is_err(), "a salvage copy that is a {name}");
        assert!(crate::open_export(&path, PASSWORD, &place("into")).is_err(), "an export that is a {name}");
        assert!(crate::backup::sum_of(&path, name).is_err(), "a file of a backup that is a {name}");
    }
}
