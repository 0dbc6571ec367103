//! From a lost PC back to work: backups are found and told apart before anybody signs in, opened with a password
//! or with the printed card, exchange stands still until an administrator confirms, and every day a copy goes to
//! another disk by itself.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects"
)]

use chrono::{DateTime, Utc};
use desk::world::{FixedClock, Picker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const MORNING: &str = "2025-03-11T10:00:00+05:00";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const ADMIN: (&str, &str) = ("timur", "silver birch garden");
const SPECIALIST: (&str, &str) = ("aigul", "steppe tulip morning");

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn demo_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").canonicalize().unwrap()
}

/// A dialog that is answered with the folder put into it.
#[derive(Clone, Default)]
struct Answer(Arc<Mutex<Option<PathBuf>>>);

impl Answer {
    fn with(&self, folder: &Path) {
        *self.0.lock().unwrap() = Some(folder.to_owned());
    }
}

impl Picker for Answer {
    fn folder(&self) -> Option<PathBuf> {
        self.0.lock().unwrap().clone()
    }
    fn show(&self, _: &Path) -> Result<(), String> {
        Ok(())
    }
}

/// Computers of one office: each is a folder, and all share the clock.
struct House {
    folder: tempfile::TempDir,
    clock: Arc<FixedClock>,
    answer: Answer,
}

impl House {
    fn new() -> Self {
        let clock = Arc::new(FixedClock::at(instant(MORNING)));
        Self { folder: tempfile::tempdir().unwrap(), clock, answer: Answer::default() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn desk(&self, computer: &str) -> Desk {
        let world = World {
            clock: Box::new(self.clock.clone()),
            picker: Box::new(self.answer.clone()),
            printer: Box::new(desk::printing::Folder::at(self.path("paper tray"))),
            cost: desk::world::strength_for_tests(),
            room: desk::world::room_for_tests(),
            version: "test".into(),
            demonstration: Some(demo_folder()),
            papers: self.path("papers"),
        };
        Desk::open(self.path(computer), world)
    }

    /// An office with a specialist and one case; the administrator sits at the desk. Also the groups of the card.
    fn office(&self) -> (Desk, Vec<String>) {
        let desk = self.desk("pc");
        let card = found(&desk);
        sign_in(&desk, ADMIN);
        say(
            &desk,
            "people_add",
            json!({ "login": SPECIALIST.0, "name": "Серікова Айгүл Бақытқызы", "role": "specialist",
                    "office": "career_centre", "password": SPECIALIST.1 }),
        );
        sign_in(&desk, SPECIALIST);
        say(&desk, "intake_folder", json!({ "path": demo_folder().join("clean") }));
        sign_in(&desk, ADMIN);
        let groups = card["groups"].as_array().unwrap().iter().map(|g| g.as_str().unwrap().to_owned());
        (desk, groups.collect())
    }
}

fn found(desk: &Desk) -> Value {
    say(
        desk,
        "office_found",
        json!({
            "name_kk": "Мансап орталығы", "name_ru": "Карьерный центр",
            "mobility_centre_kk": "Еңбек мобильділігі орталығы", "mobility_centre_ru": "Центр трудовой мобильности",
            "region": "39", "week": 5, "login": ADMIN.0, "name": "Нұрланов Тимур", "password": ADMIN.1,
        }),
    )
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

fn refused(desk: &Desk, name: &str, args: Value) -> String {
    let no = said(desk, name, args).expect_err(name);
    no["code"].as_str().unwrap().to_owned()
}

fn sign_in(desk: &Desk, who: (&str, &str)) -> Value {
    say(desk, "session_sign_in", json!({ "login": who.0, "password": who.1 }))
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &to);
        } else {
            std::fs::copy(&path, &to).unwrap();
        }
    }
}

#[test]
fn a_backup_is_chosen_from_a_list_and_opened_with_a_password_or_with_the_card() {
    let house = House::new();
    let (desk, card) = house.office();
    let stick = house.path("stick");
    say(&desk, "backup_now", json!({ "folder": stick }));
    house.clock.pass(DAY);
    sign_in(&desk, ADMIN);
    let broken = say(&desk, "backup_now", json!({ "folder": stick }));
    let database = stick.join(broken["name"].as_str().unwrap()).join("store.db");
    let mut bytes = std::fs::read(&database).unwrap();
    bytes[9000] ^= 1;
    std::fs::write(&database, bytes).unwrap();

    let new = house.desk("new pc");
    assert_eq!(say(&new, "session_state", json!({}))["state"], "fresh");
    assert_eq!(say(&new, "dialog_backup", json!({}))["path"], Value::Null, "a dialog that was closed");
    house.answer.with(&stick);
    let picked = say(&new, "dialog_backup", json!({}))["path"].clone();
    assert_eq!(picked, json!(stick), "the folder of the dialog");
    let list = say(&new, "backup_look", json!({ "folder": picked }));
    let told: Vec<(&str, &str)> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["at"].as_str().unwrap(), one["condition"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [("2025-03-12T10:00", "damaged"), ("2025-03-11T10:00", "whole")],
        "each with its day and its check, the newest first"
    );
    let whole = &list[1];
    assert_eq!(whole["office_ru"], "Карьерный центр", "whose it is");
    assert_eq!(whole["cases"], json!(1), "how many cases are in it");
    assert!(whole["documents"].as_u64() > Some(0) && whole["bytes"].as_u64() > Some(100_000), "{whole}");
    assert!(!list.to_string().contains("Серік"), "and no person");

    // A password seats its person at once.
    let key = json!({ "by": "password", "login": ADMIN.0, "password": ADMIN.1 });
    let code = refused(&new, "office_restore", json!({ "folder": list[0]["folder"], "key": key }));
    assert_eq!(code, "backup-damaged", "a damaged one is not put in place");
    let seated = say(&new, "office_restore", json!({ "folder": whole["folder"], "key": key }));
    assert_eq!((&seated["state"], &seated["user"]["login"]), (&json!("open"), &json!(ADMIN.0)));
    assert_eq!(seated["suspended"]["as_of"], "2025-03-11T10:00", "as of the moment of the copy");
    for (name, args) in [
        ("dialog_backup", json!({})),
        ("backup_look", json!({ "folder": stick })),
        ("office_restore", json!({ "folder": whole["folder"], "key": key })),
    ] {
        let no = said(&new, name, args).expect_err("there is a database now");
        assert_eq!(no["code"], "vault-exists", "{name} is for a PC without one: {no}");
    }

    // The card opens it without any password, however it is typed; then one person gets a new one.
    let third = house.desk("third pc");
    let mut slip = card.clone();
    slip[2] = slip[3].clone();
    let args = json!({ "folder": whole["folder"], "key": { "by": "card", "code": slip.join("-") } });
    let no = said(&third, "office_restore", args).expect_err("a slip");
    assert_eq!(no["code"], "recovery-code-mistyped", "{no}");
    assert_eq!(no["said"]["args"]["group"], json!(3), "the group is named: {no}");
    let typed = card.join(" ").to_lowercase().replace('0', "o").replace('1', "l");
    let args = json!({ "folder": whole["folder"], "key": { "by": "card", "code": typed } });
    assert_eq!(say(&third, "office_restore", args)["state"], "locked", "in place, and nobody sits there yet");
    let fresh = "кедр туман қоңырау";
    let recover = json!({ "code": card.join(""), "login": ADMIN.0, "new": fresh });
    let seated = say(&third, "session_recover", recover);
    assert_eq!(seated["suspended"]["why"], "restored", "also by this way: {seated}");
    sign_in(&third, (ADMIN.0, fresh));
    sign_in(&third, SPECIALIST);
    let queue = say(
        &third,
        "queue_page",
        json!({
            "strip": null, "mine": false, "closed": false, "text": null, "centre": null, "stages": [],
            "order": "fatal_date", "page": { "offset": 0, "limit": 50 },
        }),
    );
    assert_eq!(queue["total"], json!(1), "the case came along: {queue}");
}

#[test]
fn exchange_stands_still_after_every_way_to_a_second_database_until_an_administrator_says_why_not() {
    let house = House::new();
    let (desk, _) = house.office();
    assert_eq!(sign_in(&desk, ADMIN)["suspended"], Value::Null, "nothing happened to this one");
    let args = json!({ "reason": "сверено" });
    assert_eq!(refused(&desk, "backup_confirm", args), "not-suspended", "there is nothing to confirm");
    let stick = house.path("stick");
    let made = say(&desk, "backup_now", json!({ "folder": stick }));
    say(&desk, "session_lock", json!({}));
    drop(desk);
    let backup = stick.join(made["name"].as_str().unwrap());

    // By the window.
    let window = house.desk("window");
    let key = json!({ "by": "password", "login": ADMIN.0, "password": ADMIN.1 });
    say(&window, "office_restore", json!({ "folder": backup, "key": key }));
    // By the command line, which knows nothing of this desk.
    let credential = store::Credential::password(ADMIN.0, ADMIN.1);
    let restored =
        store::Store::restore(&backup, &house.path("line"), &credential, instant(MORNING)).unwrap();
    restored.lock().unwrap();
    let line = house.desk("line");
    // By a copied folder.
    copy_folder(&house.path("pc"), &house.path("copy"));
    let copy = house.desk("copy");
    for (desk, why) in [(&window, "restored"), (&line, "restored"), (&copy, "copied")] {
        for who in [SPECIALIST, ADMIN] {
            let view = sign_in(desk, who);
            assert_eq!(view["suspended"]["why"], why, "{why}, whoever looks: {view}");
            assert_eq!(view["suspended"]["as_of"], "2025-03-11T10:00", "{why}");
        }
    }
    for desk in [&window, &line, &copy] {
        sign_in(desk, SPECIALIST);
        let no = refused(desk, "backup_confirm", json!({ "reason": "сверено с журналом" }));
        assert_eq!(no, "role", "an administrator confirms");
        sign_in(desk, ADMIN);
        assert_eq!(refused(desk, "backup_confirm", json!({ "reason": "  " })), "reason", "with a reason");
        say(desk, "backup_confirm", json!({ "reason": "Сверено с бумажным журналом до № 12" }));
        assert_eq!(say(desk, "session_state", json!({}))["suspended"], Value::Null, "confirmed");
        let page = say(desk, "journal_page", json!({ "case": null, "page": { "offset": 0, "limit": 5 } }));
        let row = page["rows"].as_array().unwrap().iter().find(|row| row["code"] == "restore_confirmed");
        let reason = &row.expect("the journal has it")["said"]["args"]["reason"];
        assert_eq!(reason, "Сверено с бумажным журналом до № 12", "with its reason");
        assert_eq!(sign_in(desk, ADMIN)["suspended"], Value::Null, "and it stays so");
    }
}

#[test]
fn the_recovery_card_is_printed_while_its_code_is_on_the_screen_and_never_lies_on_the_disk() {
    let house = House::new();
    let desk = house.desk("pc");
    let asked = json!({ "language": "both" });
    assert_eq!(refused(&desk, "card_preview", asked.clone()), "no-card", "no card yet");
    let card = found(&desk);
    let groups: Vec<&str> = card["groups"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();
    assert_eq!((groups.len(), groups[0].len()), (8, 5), "eight groups of five");
    for language in ["kk", "ru", "both"] {
        let Ok(Reply::Raw(pdf)) = desk.call("card_preview", json!({ "language": language })) else {
            panic!("a paper is bytes");
        };
        let Ok(Reply::Raw(again)) = desk.call("card_preview", json!({ "language": language })) else {
            panic!("a paper is bytes");
        };
        assert!(pdf.starts_with(b"%PDF-") && pdf == again, "{language}: the same card, the same bytes");
    }
    let files = || walk(house.folder.path());
    let holds_code = |path: &PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        bytes.starts_with(b"%PDF-") || groups.iter().any(|group| find(&bytes, group.as_bytes()))
    };
    assert_eq!(files().iter().filter(|path| holds_code(path)).count(), 0, "shown and previewed, not written");
    assert_eq!(say(&desk, "card_save", asked.clone())["path"], Value::Null, "the dialog was closed");
    assert_eq!(files().iter().filter(|path| holds_code(path)).count(), 0, "so nothing was saved");
    assert_eq!(say(&desk, "card_printers", json!({}))[0]["name"], "folder", "a printer before signing in");
    say(&desk, "card_print", json!({ "language": "kk", "printer": null }));
    assert_eq!(walk(&house.path("paper tray")).len(), 1, "one sheet came out");
    let safe = house.path("safe");
    std::fs::create_dir(&safe).unwrap();
    house.answer.with(&safe);
    let saved = say(&desk, "card_save", asked.clone());
    let path = PathBuf::from(saved["path"].as_str().unwrap());
    assert!(path.starts_with(&safe) && path.is_file(), "where the person wanted it: {saved}");
    assert!(!path.to_string_lossy().contains(groups[0]), "its name tells nothing");
    say(&desk, "card_done", json!({}));
    for command in ["card_preview", "card_save"] {
        assert_eq!(refused(&desk, command, asked.clone()), "no-card", "{command}: shown once");
    }

    // A new card closes the old one, and is forgotten when the desk locks.
    sign_in(&desk, ADMIN);
    let new = say(&desk, "people_recovery_card", json!({}));
    assert_ne!(new["groups"], card["groups"]);
    assert!(desk.call("card_preview", asked.clone()).is_ok(), "the new one is on the screen");
    house.clock.pass(Duration::from_secs(301));
    assert!(desk.lock_if_idle(), "an empty chair");
    assert_eq!(refused(&desk, "card_preview", asked), "no-card", "the code went with the lock");
    let old = json!({ "code": groups.join("-"), "login": ADMIN.0, "new": "кедр туман қоңырау" });
    assert_eq!(
        refused(&desk, "session_recover", old),
        "wrong-recovery-code",
        "the former card opens nothing"
    );
}

fn find(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries
        .flat_map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path) } else { vec![path] }
        })
        .collect()
}

#[test]
fn every_day_a_copy_goes_to_another_disk_and_its_absence_is_told() {
    let house = House::new();
    let (desk, _) = house.office();
    let stick = house.path("stick");
    let view = say(&desk, "backup_away", json!({}));
    assert_eq!(
        (&view["folder"], &view["overdue"]),
        (&Value::Null, &json!(false)),
        "nobody chose one: {view}"
    );
    assert!(!desk.carry_away_if_due(), "so nothing is copied");
    let set = |folder: &Path, days: u32| json!({ "folder": folder, "warn_days": days });
    assert_eq!(refused(&desk, "backup_away_set", set(&stick, 3)), "no-such-folder", "it has to be there");
    std::fs::create_dir(&stick).unwrap();
    assert_eq!(refused(&desk, "backup_away_set", set(&stick, 0)), "warn-days", "days within reason");
    assert_eq!(refused(&desk, "backup_away_set", set(Path::new("stick"), 3)), "path", "a full path");
    let view = say(&desk, "backup_away_set", set(&stick, 3));
    assert_eq!((&view["last"], &view["warn_days"]), (&Value::Null, &json!(3)), "{view}");
    assert_eq!(view["same_disk"], json!(true), "here it is the same disk, and that is said");

    // Whoever sits at the desk brings it there.
    sign_in(&desk, SPECIALIST);
    assert_eq!(refused(&desk, "backup_away_set", set(&stick, 3)), "role", "an administrator chooses");
    assert!(desk.carry_away_if_due(), "the first copy");
    assert!(!desk.carry_away_if_due(), "one on each day");
    sign_in(&desk, ADMIN);
    let view = say(&desk, "backup_away", json!({}));
    assert_eq!((&view["last"], &view["problem"]), (&json!("2025-03-11T10:00"), &Value::Null), "{view}");

    // The stick is gone; the warning comes after the days of the setting, and not before.
    let drawer = house.path("drawer");
    std::fs::rename(&stick, &drawer).unwrap();
    for day in 1..=4u32 {
        house.clock.pass(DAY);
        sign_in(&desk, ADMIN);
        assert_eq!(desk.carry_away_if_due(), day == 1, "day {day}: news once");
        let view = sign_in(&desk, ADMIN);
        let warned = (day >= 3).then_some(day);
        assert_eq!(view["away_overdue_days"], json!(warned), "day {day}");
        assert_eq!(sign_in(&desk, SPECIALIST)["away_overdue_days"], Value::Null, "told to administrators");
        sign_in(&desk, ADMIN);
        let view = say(&desk, "backup_away", json!({}));
        assert_eq!(view["problem"]["key"], "backup-away-absent", "day {day}: {view}");
    }
    assert!(!stick.exists(), "no folder is made where the stick was");
    std::fs::create_dir(&stick).unwrap();
    assert!(!desk.carry_away_if_due(), "a stranger's stick in its place is left alone");
    assert_eq!(walk(&stick).len(), 0);
    std::fs::remove_dir(&stick).unwrap();
    std::fs::rename(&drawer, &stick).unwrap();
    assert!(desk.carry_away_if_due(), "back again: caught up at once");
    let view = sign_in(&desk, ADMIN);
    assert_eq!(view["away_overdue_days"], Value::Null, "and the warning is gone");

    // It opens on another PC, with the copies of documents.
    let new = house.desk("new pc");
    let list = say(&new, "backup_look", json!({ "folder": stick }));
    assert_eq!(list.as_array().unwrap().len(), 2, "{list}");
    assert_eq!(list[0]["condition"], "whole", "{list}");
    let key = json!({ "by": "password", "login": ADMIN.0, "password": ADMIN.1 });
    say(&new, "office_restore", json!({ "folder": list[0]["folder"], "key": key }));
    let verified = say(&new, "journal_verify", json!({}));
    assert_eq!(verified["sound"], json!(true), "{verified}");
    assert!(verified["attachments"].as_u64() > Some(0), "with the documents: {verified}");
    assert!(
        !new.carry_away_if_due(),
        "a restored database writes over nobody's copies before it is confirmed"
    );

    // Turned off, it is no more; the journal says who did it.
    let view = say(&desk, "backup_away_set", json!({ "folder": null, "warn_days": 3 }));
    assert_eq!(view["folder"], Value::Null);
    let page = say(&desk, "journal_page", json!({ "case": null, "page": { "offset": 0, "limit": 200 } }));
    for kind in ["away_set", "away_stopped"] {
        assert!(page.to_string().contains(kind), "{kind} is in the journal");
    }
}
