//! A working day on a disk that fills up: a warning, then nothing new, but nobody is kept out and everything
//! that was saved is read, printed and closed; with room again the work goes on by itself.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects"
)]

use chrono::{DateTime, Utc};
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

const MORNING: &str = "2025-03-11T10:00:00+05:00";
const ADMIN: (&str, &str) = ("timur", "silver birch garden");
const SPECIALIST: (&str, &str) = ("aigul", "steppe tulip morning");
const MIB: u64 = 1024 * 1024;

/// An office whose data lie on a disk of sixteen mebibytes of their own; papers go elsewhere.
struct House {
    folder: tempfile::TempDir,
    clock: Arc<FixedClock>,
}

impl House {
    /// None where this user may mount nothing; a full disk cannot be had there.
    fn new() -> Option<Self> {
        let now = DateTime::parse_from_rfc3339(MORNING).unwrap().with_timezone(&Utc);
        let house = Self { folder: tempfile::tempdir().unwrap(), clock: Arc::new(FixedClock::at(now)) };
        std::fs::create_dir(house.disk()).unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"])
            .arg(house.disk())
            .stderr(Stdio::null())
            .status();
        mount.is_ok_and(|status| status.success()).then_some(house)
    }

    fn disk(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    fn papers(&self) -> PathBuf {
        self.folder.path().join("papers")
    }

    /// A desk over the same folder: what a restarted program sees.
    fn desk(&self) -> Desk {
        let world = World {
            clock: Box::new(self.clock.clone()),
            picker: Box::new(PreparedPicker::default()),
            printer: Box::new(desk::printing::Folder::at(self.papers())),
            cost: desk::world::strength_for_tests(),
            room: desk::world::room_for_tests(),
            version: "test".into(),
            demonstration: None,
            papers: self.papers(),
        };
        Desk::open(self.disk().join("data"), world)
    }

    fn office(&self) -> Desk {
        let desk = self.desk();
        say(
            &desk,
            "office_found",
            json!({
                "name_kk": "Мансап орталығы", "name_ru": "Карьерный центр",
                "mobility_centre_kk": "Еңбек мобильділігі орталығы", "mobility_centre_ru": "Центр трудовой мобильности",
                "region": "39", "week": 5, "login": ADMIN.0, "name": "Нұрланов Тимур", "password": ADMIN.1,
            }),
        );
        sign_in(&desk, ADMIN);
        say(
            &desk,
            "people_add",
            json!({ "login": SPECIALIST.0, "name": "Серікова Айгүл Бақытқызы", "role": "specialist",
                    "office": "career_centre", "password": SPECIALIST.1 }),
        );
        sign_in(&desk, SPECIALIST);
        desk
    }

    /// Leaves so many bytes free.
    fn fill(&self, left_bytes: u64) {
        let path = self.disk().join("filler");
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).unwrap();
        if left_bytes == 0 {
            for size in [1 << 20, 4096, 1] {
                while file.write_all(&vec![0; size]).is_ok() {}
            }
            return;
        }
        while free(&self.disk()) > left_bytes {
            file.write_all(&[0; 64 * 1024]).unwrap();
        }
    }

    fn make_room(&self) {
        std::fs::remove_file(self.disk().join("filler")).unwrap();
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.disk()).status();
    }
}

/// As the system's own tool tells it.
fn free(disk: &Path) -> u64 {
    let told = Command::new("df").args(["--output=avail", "-B1"]).arg(disk).output().unwrap();
    let text = String::from_utf8(told.stdout).unwrap();
    text.lines().nth(1).unwrap().trim().parse().unwrap()
}

fn said(desk: &Desk, name: &str, args: Value) -> Result<Value, Value> {
    match desk.call(name, args) {
        Ok(Reply::Said { text, .. }) => Ok(serde_json::from_str::<Value>(&text).unwrap()["value"].clone()),
        Ok(Reply::Raw(bytes)) => Ok(json!(bytes.len())),
        Err(no) => Err(serde_json::to_value(no).unwrap()),
    }
}

fn say(desk: &Desk, name: &str, args: Value) -> Value {
    said(desk, name, args).unwrap_or_else(|no| panic!("{name} was refused: {no}"))
}

fn sign_in(desk: &Desk, who: (&str, &str)) -> Value {
    say(desk, "session_sign_in", json!({ "login": who.0, "password": who.1 }))
}

fn import(desk: &Desk, name: &str) -> Result<Value, Value> {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").canonicalize().unwrap();
    said(desk, "intake_folder", json!({ "path": demo.join(name) }))
}

fn disk_of(desk: &Desk) -> Value {
    say(desk, "session_state", json!({}))["disk"].clone()
}

#[test]
fn a_full_disk_is_told_with_its_figures_and_only_new_work_waits() {
    let Some(house) = House::new() else { return };
    let desk = house.office();
    assert_eq!(disk_of(&desk), Value::Null, "room enough, nothing to say");
    assert!(!desk.look_at_the_disk(), "and no news");
    let taken = import(&desk, "saturday").unwrap();
    let case = taken["taken"][0]["case"].clone();

    house.fill(3 * MIB);
    assert!(desk.look_at_the_disk(), "little room is news");
    let told = disk_of(&desk);
    let figures = (&told["state"], &told["free_mib"], &told["needed_mib"]);
    assert_eq!(figures, (&json!("little"), &json!(2), &json!(2)), "{told}");
    assert_eq!(told["disk"], json!(house.disk()), "on this disk");
    assert_eq!(told["folder"], json!(house.disk().join("data")), "and whose folder must stay");
    assert!(!desk.look_at_the_disk(), "told once");

    house.fill(0);
    assert!(desk.look_at_the_disk(), "no room is news again");
    let view = say(&desk, "case_open", json!({ "case": case }));
    let check = view["checks"].as_array().unwrap().iter().find(|check| check["verdict"] == "human").unwrap();
    let act = json!({
        "case": case, "version": view["version"], "command": uuid::Uuid::from_u128(1),
        "act": { "do": "record_check", "check": check["check"], "verdict": "pass", "note": "Көзбен қаралды" },
    });
    for (what, no) in [
        ("an application", import(&desk, "clean").unwrap_err()),
        ("an act", said(&desk, "case_act", act.clone()).unwrap_err()),
    ] {
        assert_eq!((&no["kind"], &no["code"]), (&json!("failure"), &json!("disk-low")), "{what}: {no}");
        let said = &no["said"];
        assert_eq!(said["key"], "no-disk-low", "{what}: {no}");
        assert_eq!(said["args"]["disk"], json!(house.disk()), "{what} names the disk");
        let (free, needed) =
            (said["args"]["free"].as_u64().unwrap(), said["args"]["needed"].as_u64().unwrap());
        assert!(free < needed && needed >= 2, "{what}: {free} of {needed}");
    }
    let after = say(&desk, "case_open", json!({ "case": case }));
    assert_eq!(after["version"], view["version"], "nothing was written");
    let document = json!({ "case": case, "document": view["documents"][0]["id"] });
    assert!(say(&desk, "case_document", document).as_u64().unwrap() > 10_000, "a copy is read");
    let paper = json!({ "case": case, "kind": "application", "language": "ru" });
    assert!(say(&desk, "paper_preview", paper).as_u64().unwrap() > 10_000, "a paper is shown");
    let print =
        json!({ "case": case, "kind": "application", "language": "ru", "printer": null, "copies": 1 });
    assert_eq!(say(&desk, "print_paper", print)["copies"], 1, "and printed");
    assert_eq!(say(&desk, "session_lock", json!({}))["state"], "locked", "the desk is closed");
    drop(desk);

    // Another start of the program on the same full disk.
    house.fill(0);
    let desk = house.desk();
    let wrong = json!({ "login": SPECIALIST.0, "password": "another phrase" });
    let no = said(&desk, "session_sign_in", wrong).unwrap_err();
    assert_eq!(no["code"], "wrong-password", "counted: {no}");
    let right = json!({ "login": SPECIALIST.0, "password": SPECIALIST.1 });
    assert_eq!(said(&desk, "session_sign_in", right).unwrap_err()["code"], "too-early", "and waited for");
    house.clock.pass(Duration::from_secs(2));
    let session = sign_in(&desk, SPECIALIST);
    assert_eq!((&session["state"], &session["disk"]["state"]), (&json!("open"), &json!("low")), "{session}");
    assert_eq!(say(&desk, "case_open", json!({ "case": case }))["version"], view["version"], "it reads");

    house.make_room();
    assert!(desk.look_at_the_disk(), "room is news too");
    assert_eq!(disk_of(&desk), Value::Null, "the warning goes by itself");
    desk.keep_up();
    assert_eq!(import(&desk, "clean").unwrap()["refused"], json!([]), "and work goes on");
    say(&desk, "case_act", act);
    assert!(
        house.disk().join("data").join("reserve").metadata().unwrap().len() >= MIB,
        "the reserve is back"
    );
    desk.lock();
    sign_in(&desk, ADMIN);
    let verified = say(&desk, "journal_verify", json!({}));
    assert_eq!(verified["sound"], json!(true), "{verified}");
    let journal = say(&desk, "journal_page", json!({ "page": { "offset": 0, "limit": 200 }, "case": null }));
    let codes = journal.to_string();
    for code in ["case_viewed", "paper_printed", "signed_in", "locked"] {
        assert!(codes.contains(code), "{code} was written down on the full disk: {codes}");
    }
}

#[test]
fn a_paper_that_would_not_fit_is_not_saved_by_half() {
    let Some(house) = House::new() else { return };
    let desk = house.office();
    let taken = import(&desk, "saturday").unwrap();
    let case = taken["taken"][0]["case"].clone();
    house.fill(0);
    let onto = |folder: &Path| {
        let ask = json!({ "case": case, "kind": "application", "language": "ru", "folder": folder });
        said(&desk, "paper_save", ask)
    };
    let there = house.disk().join("saved");
    let no = onto(&there).expect_err("there is no room for it");
    assert_eq!(no["code"], "disk-low", "{no}");
    assert!(!there.exists(), "nothing was left there");
    let elsewhere = house.folder.path().join("elsewhere");
    let saved = onto(&elsewhere).unwrap();
    let bytes = std::fs::metadata(saved["path"].as_str().unwrap()).unwrap().len();
    assert_eq!(json!(bytes), saved["bytes"], "another disk takes it whole");
}
