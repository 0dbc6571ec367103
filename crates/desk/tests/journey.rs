//! The first journey without a window: a specialist takes in the three demonstration applications, decides,
//! forwards the clean one, drafts the refusal of the defective one; the supervisor approves it; the paper is
//! there; and everything is still there when the program was killed.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects"
)]

use chrono::{DateTime, Utc};
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Morning of the demonstration.
const MORNING: &str = "2025-03-11T10:00:00+05:00";
const ADMIN: (&str, &str) = ("timur", "silver birch garden");
const SPECIALIST: (&str, &str) = ("aigul", "steppe tulip morning");
const SUPERVISOR: (&str, &str) = ("marat", "golden eagle summit");

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn demo_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").canonicalize().unwrap()
}

struct House {
    folder: tempfile::TempDir,
    clock: Arc<FixedClock>,
}

impl House {
    fn new() -> Self {
        let clock = Arc::new(FixedClock::at(instant(MORNING)));
        Self { folder: tempfile::tempdir().unwrap(), clock }
    }

    /// A desk over the same folder: what a restarted program sees.
    fn desk(&self) -> Desk {
        let papers = self.folder.path().join("papers");
        let world = World {
            clock: Box::new(self.clock.clone()),
            picker: Box::new(PreparedPicker::default()),
            printer: Box::new(desk::printing::Folder::at(&papers)),
            cost: desk::world::strength_for_tests(),
            room: desk::world::room_for_tests(),
            version: "test".into(),
            demonstration: Some(demo_folder()),
            papers,
        };
        Desk::open(self.folder.path().join("data"), world)
    }

    /// An office with its people.
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
        for (who, name, role, office) in [
            (SPECIALIST, "Серікова Айгүл Бақытқызы", "specialist", "career_centre"),
            (SUPERVISOR, "Жұмабеков Марат Ерікұлы", "supervisor", "career_centre"),
        ] {
            say(
                &desk,
                "people_add",
                json!({
                    "login": who.0, "name": name, "role": role, "office": office, "password": who.1,
                }),
            );
        }
        desk
    }
}

fn said(desk: &Desk, name: &str, args: Value) -> Result<Value, Value> {
    match desk.call(name, args) {
        Ok(Reply::Said { text, .. }) => Ok(serde_json::from_str::<Value>(&text).unwrap()["value"].clone()),
        Ok(Reply::Raw(bytes)) => panic!("{name} gave {} bytes instead of an answer", bytes.len()),
        Err(no) => Err(serde_json::to_value(no).unwrap()),
    }
}

fn say(desk: &Desk, name: &str, args: Value) -> Value {
    said(desk, name, args).unwrap_or_else(|no| panic!("{name} was refused: {no}"))
}

fn raw(desk: &Desk, name: &str, args: Value) -> Vec<u8> {
    match desk.call(name, args) {
        Ok(Reply::Raw(bytes)) => bytes,
        Ok(Reply::Said { text, .. }) => panic!("{name} gave an answer instead of bytes: {text}"),
        Err(no) => panic!("{name} was refused: {no:?}"),
    }
}

fn sign_in(desk: &Desk, who: (&str, &str)) -> Value {
    say(desk, "session_sign_in", json!({ "login": who.0, "password": who.1 }))
}

fn import(desk: &Desk, case: &str) -> String {
    let done = say(desk, "intake_folder", json!({ "path": demo_folder().join(case) }));
    assert_eq!(done["refused"], json!([]), "{case} is taken");
    done["taken"][0]["case"].as_str().expect("an imported case has an id").to_owned()
}

fn open(desk: &Desk, case: &str) -> Value {
    say(desk, "case_open", json!({ "case": case }))
}

/// Gives the same verdict to every check that waits for a person, save those named.
fn decide_open_checks(desk: &Desk, case: &str, fail: &[&str]) {
    loop {
        let view = open(desk, case);
        let open_checks = view["checks"].as_array().unwrap().iter();
        let Some(check) = open_checks.clone().find(|check| check["verdict"] == "human") else { return };
        let key = check["check"].as_str().unwrap();
        let verdict = if fail.iter().any(|name| key.starts_with(name)) { "fail" } else { "pass" };
        act(
            desk,
            &view,
            json!({
                "do": "record_check", "check": key, "verdict": verdict, "note": "Көзбен қаралды / Просмотрено",
            }),
        );
    }
}

fn act(desk: &Desk, view: &Value, act: Value) -> Value {
    say(
        desk,
        "case_act",
        json!({
            "case": view["case"], "version": view["version"], "command": uuid::Uuid::from_u128(serial()), "act": act,
        }),
    )
}

fn serial() -> u128 {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    u128::from(NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
}

fn step(view: &Value) -> Value {
    json!({ "case": view["case"], "version": view["version"], "command": uuid::Uuid::from_u128(serial()) })
}

fn queue(desk: &Desk) -> Value {
    say(
        desk,
        "queue_page",
        json!({
            "strip": null, "mine": false, "closed": false, "text": null, "centre": null, "stages": [],
            "order": "fatal_date", "page": { "offset": 0, "limit": 50 },
        }),
    )
}

#[test]
fn the_first_journey_is_walked_without_a_window() {
    let house = House::new();
    let desk = house.office();
    sign_in(&desk, SPECIALIST);

    let clean = import(&desk, "clean");
    let defective = import(&desk, "defective");
    let saturday = import(&desk, "saturday");

    // The queue stands in the order of the fatal dates.
    let rows = queue(&desk)["rows"].as_array().unwrap().clone();
    let dates: Vec<&str> = rows.iter().map(|row| row["deadline"]["fatal"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2025-03-11", "2025-03-11", "2025-03-12"], "two end today, the clean one tomorrow");
    assert_eq!(rows[2]["case"], json!(clean), "the one that came today is last");
    let today = say(&desk, "queue_today", json!({}));
    let counts: Vec<u64> =
        today["strips"].as_array().unwrap().iter().take(3).map(|s| s["count"].as_u64().unwrap()).collect();
    assert_eq!(counts, [0, 2, 1], "overdue, today, tomorrow");

    // A holiday on a Saturday and the Monday moved from it are told day by day.
    let view = open(&desk, &saturday);
    let review = view["deadlines"].as_array().unwrap().iter().find(|d| d["code"] == "review").unwrap();
    assert_eq!(review["day_zero"], "2025-03-08", "day zero is the day of receipt, a day off or not");
    let why: Vec<&str> =
        review["steps"].as_array().unwrap().iter().map(|s| s["why"].as_str().unwrap()).collect();
    assert_eq!(why.first(), Some(&"day_zero"), "day zero does not count");
    assert_eq!(why.last(), Some(&"working"), "the last day is a working one");
    assert!(why.len() == 4, "Sunday, the Monday moved from the holiday, and Tuesday: {why:?}");

    // The copies are there, byte for byte.
    let document = &view["documents"][0];
    let bytes = raw(&desk, "case_document", json!({ "case": saturday, "document": document["id"] }));
    let file =
        std::fs::read(demo_folder().join("saturday").join(document["file"].as_str().unwrap())).unwrap();
    assert_eq!(bytes, file, "the copy shown is the copy received");

    // The clean one goes on.
    decide_open_checks(&desk, &clean, &[]);
    let view = open(&desk, &clean);
    let forward = view["actions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|a| a["act"] == "forward_to_mobility_centre")
        .unwrap()
        .clone();
    assert_eq!(forward["allowed"], json!(true), "nothing stands in the way: {forward}");
    assert_eq!(
        act(&desk, &view, json!({ "do": "forward_to_mobility_centre" }))["stage"],
        "at_mobility_centre"
    );

    // The defective one is refused, all grounds at once, in both languages.
    let view = open(&desk, &defective);
    let refuse = view["actions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|a| a["act"] == "refuse_by_career_centre")
        .unwrap()
        .clone();
    assert_eq!(refuse["allowed"], json!(false), "not before every check has a verdict");
    decide_open_checks(&desk, &defective, &["copy_name"]);
    let draft = say(&desk, "refusal_open", json!({ "case": defective }));
    let grounds: std::collections::BTreeSet<&str> =
        draft["items"].as_array().unwrap().iter().map(|i| i["ground"].as_str().unwrap()).collect();
    assert_eq!(
        grounds.into_iter().collect::<Vec<_>>(),
        ["incomplete_package", "incorrectly_filled", "requirements_not_met"],
        "every lawful ground is there"
    );
    assert!(draft["items"].as_array().unwrap().len() >= 4, "wrong in four ways: {}", draft["items"]);
    for item in draft["items"].as_array().unwrap() {
        for language in ["kk", "ru"] {
            let text = item[language].as_str().unwrap();
            assert!(text.chars().count() > 10, "{} is said in {language}: {text}", item["check"]);
        }
    }
    let stops: Vec<&Value> =
        draft["remarks"].as_array().unwrap().iter().filter(|r| r["stops"] == json!(true)).collect();
    assert_eq!(stops, Vec::<&Value>::new(), "the linter lets it pass");

    // One ground left out stops it.
    let mut items: Vec<Value> = draft["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| json!({ "check": i["check"], "included": true, "kk": i["kk"], "ru": i["ru"] }))
        .collect();
    items[0]["included"] = json!(false);
    let mut save = step(&draft);
    save["items"] = json!(items);
    let saved = say(&desk, "refusal_save", save);
    assert_eq!(saved["may_submit"], json!(false), "all grounds at once");
    items[0]["included"] = json!(true);
    items[0]["ru"] = json!(format!("{} Приложите копию заново.", items[0]["ru"].as_str().unwrap()));
    // The texts of the edition are edited too; a notice of appeal in one language alone stops the letter.
    let texts = draft["texts"].as_array().unwrap().clone();
    assert_eq!(
        texts.iter().map(|text| text["check"].as_str().unwrap()).collect::<Vec<_>>(),
        ["letter:explanation", "letter:hearing", "letter:appeal"],
        "what is no ground may be edited as well"
    );
    let text = |index: usize, included: bool, kk: &str, ru: &str| json!({ "check": texts[index]["check"], "included": included, "kk": kk, "ru": ru });
    let appeal = texts[2]["ru"].as_str().unwrap();
    let mut half = items.clone();
    half.push(text(2, true, "", appeal));
    let mut save = step(&draft);
    save["items"] = json!(half);
    let saved = say(&desk, "refusal_save", save);
    assert_eq!(saved["may_submit"], json!(false), "the notice of appeal is in both languages");
    items.push(text(0, true, "Портал 13 қазанда істемеді", "Портал не работал 13 октября"));
    items.push(text(1, false, "", ""));
    items.push(text(2, true, &format!("{} Кабинет 12.", texts[2]["kk"].as_str().unwrap()), appeal));
    let mut save = step(&draft);
    save["items"] = json!(items);
    say(&desk, "refusal_save", save);

    // Kill the program here: the draft was called saved.
    drop(desk);
    let desk = house.desk();
    sign_in(&desk, SPECIALIST);
    let draft = say(&desk, "refusal_open", json!({ "case": defective }));
    assert!(
        draft["items"][0]["ru"].as_str().unwrap().ends_with("Приложите копию заново."),
        "the draft survived"
    );
    let to_sign = say(&desk, "refusal_submit", step(&draft));
    assert_eq!(to_sign["state"], "to_sign");
    let no = said(&desk, "refusal_approve", step(&to_sign)).expect_err("the drafter does not sign");
    assert_eq!(no["kind"], "denial", "separation of duties is below the window: {no}");

    // The supervisor reads, sees the draft across the paper, approves.
    sign_in(&desk, SUPERVISOR);
    let stack = say(&desk, "refusal_to_sign", json!({}));
    assert_eq!(stack.as_array().unwrap().len(), 1, "one letter waits");
    let read = say(&desk, "refusal_open", json!({ "case": defective }));
    assert!(
        read["items"][0]["ru"].as_str().unwrap().ends_with("Приложите копию заново."),
        "as the specialist wrote it"
    );
    assert_eq!(read["texts"][0]["ru"], "Портал не работал 13 октября", "with the explanation");
    assert_eq!(read["texts"][1]["ru"], "", "without the hearing that was taken out");
    assert!(read["texts"][2]["kk"].as_str().unwrap().ends_with("Кабинет 12."), "with the notice as edited");
    let ask = json!({ "case": defective, "kind": "refusal", "language": "both" });
    let draft_pdf = raw(&desk, "paper_preview", ask.clone());
    let approved = say(&desk, "refusal_approve", step(&read));
    assert_eq!(approved["state"], "formed");
    let pdf = raw(&desk, "paper_preview", ask.clone());
    assert!(pdf.starts_with(b"%PDF-"), "the paper is a PDF");
    assert_ne!(draft_pdf, pdf, "the word across the draft is gone");
    assert_eq!(pdf, raw(&desk, "paper_preview", ask), "the same paper gives the same bytes");

    // Saved and printed bytes are the bytes shown.
    let saved = say(
        &desk,
        "paper_save",
        json!({ "case": defective, "kind": "refusal", "language": "both", "folder": null }),
    );
    assert_eq!(std::fs::read(saved["path"].as_str().unwrap()).unwrap(), pdf, "the file is the preview");
    let printed = say(
        &desk,
        "print_paper",
        json!({ "case": defective, "kind": "refusal", "language": "both", "printer": null, "copies": 1 }),
    );
    assert_eq!(printed["state"], "sent");

    // Kill it again: nothing of this is lost.
    drop(desk);
    let desk = house.desk();
    sign_in(&desk, SUPERVISOR);
    assert_eq!(open(&desk, &defective)["stage"], "refused", "the decision survived");
    assert_eq!(open(&desk, &clean)["stage"], "at_mobility_centre", "so did the other");

    // The journal names who did and who looked; the chain is whole and the rows are those of the journal.
    sign_in(&desk, ADMIN);
    let journal = say(&desk, "journal_page", json!({ "case": null, "page": { "offset": 0, "limit": 200 } }));
    let kinds: Vec<&str> =
        journal["rows"].as_array().unwrap().iter().map(|r| r["code"].as_str().unwrap()).collect();
    for kind in [
        "application_received",
        "check_recorded",
        "refusal_drafted",
        "refusal_formed",
        "case_viewed",
        "paper_saved",
        "paper_printed",
        "signed_in",
    ] {
        assert!(kinds.contains(&kind), "{kind} is in the journal: {kinds:?}");
    }
    let verified = say(&desk, "journal_verify", json!({}));
    assert_eq!(verified["sound"], json!(true), "{verified}");
}

#[test]
fn the_same_command_twice_changes_nothing_and_a_stale_one_is_refused() {
    let house = House::new();
    let desk = house.office();
    sign_in(&desk, SPECIALIST);
    let case = import(&desk, "clean");
    assert_eq!(import(&desk, "clean"), case, "the same application is the same case");
    let view = open(&desk, &case);
    let check = view["checks"].as_array().unwrap().iter().find(|c| c["verdict"] == "human").unwrap();
    let args = json!({
        "case": case, "version": view["version"], "command": uuid::Uuid::from_u128(serial()),
        "act": { "do": "record_check", "check": check["check"], "verdict": "pass", "note": null },
    });
    let first = say(&desk, "case_act", args.clone());
    let again = say(&desk, "case_act", args.clone());
    assert_eq!(first, again, "the second time is the first time");
    let mut stale = args;
    stale["command"] = json!(uuid::Uuid::from_u128(serial()));
    let no = said(&desk, "case_act", stale).expect_err("the case has moved on");
    assert_eq!(no["code"], "moved", "the person is told to look again: {no}");
}

#[test]
fn drafts_are_of_one_person_and_roles_end_at_their_office() {
    let house = House::new();
    let desk = house.office();
    sign_in(&desk, SPECIALIST);
    let case = import(&desk, "defective");
    decide_open_checks(&desk, &case, &["copy_name"]);
    let draft = say(&desk, "refusal_open", json!({ "case": case }));
    let items: Vec<Value> = draft["items"].as_array().unwrap().iter()
        .map(|i| json!({ "check": i["check"], "included": true, "kk": i["kk"], "ru": "Секретный черновик 1 2 3" }))
        .collect();
    let mut save = step(&draft);
    save["items"] = json!(items);
    say(&desk, "refusal_save", save);
    sign_in(&desk, SUPERVISOR);
    let other = say(&desk, "refusal_open", json!({ "case": case }));
    assert!(!other.to_string().contains("Секретный"), "another person's draft is invisible");

    sign_in(&desk, ADMIN);
    let no =
        said(&desk, "case_open", json!({ "case": case })).expect_err("an administrator keeps the program");
    assert_eq!(no["kind"], "denial");
    assert_eq!(queue(&desk)["total"], json!(0), "and sees no case");
    let no = said(&desk, "intake_folder", json!({ "path": demo_folder() })).expect_err("takes none in");
    assert_eq!(no["code"], "role", "{no}");
    sign_in(&desk, SPECIALIST);
    let no = said(&desk, "people_list", json!({})).expect_err("a specialist does not see the people");
    assert_eq!(no["code"], "role", "{no}");
}

#[test]
fn a_wrong_password_waits_longer_each_time_also_after_a_restart() {
    let house = House::new();
    let desk = house.office();
    say(&desk, "session_lock", json!({}));
    let mut waits = Vec::new();
    for _ in 0..4 {
        let no =
            said(&desk, "session_sign_in", json!({ "login": SPECIALIST.0, "password": "not the password" }))
                .expect_err("a wrong password opens nothing");
        assert_eq!(no["code"], "wrong-password", "{no}");
        let seconds = no["said"]["args"]["seconds"].as_u64().unwrap();
        waits.push(seconds);
        house.clock.pass(Duration::from_secs(seconds));
    }
    assert!(waits.windows(2).all(|pair| pair[0] < pair[1]), "each wait is longer: {waits:?}");
    let no = said(&desk, "session_sign_in", json!({ "login": SPECIALIST.0, "password": "not the password" }));
    assert!(no.is_err(), "and once more");
    drop(desk);
    let desk = house.desk();
    let no = said(&desk, "session_sign_in", json!({ "login": SPECIALIST.0, "password": SPECIALIST.1 }))
        .expect_err("even the right one has to wait");
    assert_eq!(no["code"], "too-early", "a restart forgets nothing: {no}");
    house.clock.pass(Duration::from_secs(120));
    let view = sign_in(&desk, SPECIALIST);
    assert_eq!(view["wrong_passwords"], json!(5), "the person is told how often somebody tried");
}

#[test]
fn the_desk_locks_itself_after_idle_minutes_and_after_sleep() {
    let house = House::new();
    let desk = house.office();
    sign_in(&desk, SPECIALIST);
    house.clock.pass(Duration::from_secs(4 * 60));
    say(&desk, "session_touch", json!({}));
    house.clock.pass(Duration::from_secs(4 * 60));
    assert!(said(&desk, "queue_today", json!({})).is_ok(), "a touch begins the minutes anew");
    house.clock.pass(Duration::from_secs(61));
    let no = said(&desk, "queue_today", json!({})).expect_err("five minutes are over");
    assert_eq!(no["kind"], "locked");
    sign_in(&desk, SPECIALIST);
    // The wall clock ran on while the program stood still: the computer slept.
    house.clock.set(instant("2025-03-11T13:00:00+05:00"));
    assert!(desk.lock_if_idle(), "a computer that slept is locked when it wakes");
    assert_eq!(say(&desk, "session_state", json!({}))["state"], "locked");
}

#[test]
fn nothing_but_signing_in_works_on_a_locked_desk() {
    let house = House::new();
    let desk = house.office();
    say(&desk, "session_lock", json!({}));
    for command in desk::contract::COMMANDS {
        if command.who == desk::contract::Who::Anyone {
            continue;
        }
        let no = desk.call(command.name, json!({})).expect_err("a locked desk answers nothing");
        assert_eq!(no, desk::contract::No::locked(), "{} on a locked desk", command.name);
    }
}
