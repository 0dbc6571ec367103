//! A paper once issued is printed again as it was, whatever the office says of itself since; what is not issued
//! yet follows the office of today.
#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use chrono::{DateTime, TimeDelta, Utc};
use desk::demonstration::make;
use desk::world::{Clock, FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

const NEW_NAME: &str = "Центр занятости нового наименования";
const OLD_NAME: &str = "Центр трудовой мобильности Костанайской области";

/// Papers that are issued, by the stage their case stands at.
const ISSUED: [(&str, &str); 7] = [
    ("refusal_sent", "refusal"),
    ("issued", "voucher"),
    ("used", "voucher"),
    ("annulled", "annulment_notice"),
    ("act_received", "act"),
    ("act_accepted", "act"),
    ("closed", "persons"),
];

struct Office {
    folder: tempfile::TempDir,
    clock: Arc<FixedClock>,
    made: make::Made,
    desk: Desk,
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn open(folder: &Path, clock: &Arc<FixedClock>) -> Desk {
    let papers = folder.join("papers");
    let world = World {
        clock: Box::new(clock.clone()),
        picker: Box::new(PreparedPicker::default()),
        printer: Box::new(desk::printing::Folder::at(&papers)),
        cost: desk::world::strength_for_tests(),
        room: desk::world::room_for_tests(),
        version: "test".into(),
        demonstration: None,
        papers,
    };
    Desk::open(folder, world)
}

impl Office {
    /// An office with a case at every stage.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let strength = desk::world::strength_for_tests();
        let made = make::office(folder.path(), 14, 16, strength, instant("2026-01-05T09:00:00Z")).unwrap();
        let clock = Arc::new(FixedClock::at(instant(make::MORNING)));
        let desk = open(folder.path(), &clock);
        Self { folder, clock, made, desk }
    }

    fn say(&self, name: &str, args: Value) -> Value {
        match self.desk.call(name, args) {
            Ok(Reply::Said { text, .. }) => serde_json::from_str::<Value>(&text).unwrap()["value"].clone(),
            Ok(Reply::Raw(_)) => panic!("{name} gave bytes"),
            Err(no) => panic!("{name} was refused: {no:?}"),
        }
    }

    fn sign_in(&self, login: &str) {
        let account = self.made.accounts.iter().find(|account| account.login == login).unwrap();
        self.say("session_sign_in", json!({ "login": account.login, "password": account.password }));
    }

    fn at(&self, stage: &str) -> Value {
        let found = [false, true].into_iter().find_map(|closed| {
            let page = self.say(
                "queue_page",
                json!({
                    "strip": null, "mine": false, "closed": closed, "text": null, "centre": null,
                    "stages": [stage], "order": "fatal_date", "page": { "offset": 0, "limit": 200 },
                }),
            );
            page["rows"].as_array().unwrap().first().cloned()
        });
        found.unwrap_or_else(|| panic!("no case stands at {stage}"))["case"].clone()
    }

    fn paper(&self, case: &Value, kind: &str) -> Vec<u8> {
        let asked = json!({ "case": case, "kind": kind, "language": "both" });
        match self.desk.call("paper_preview", asked) {
            Ok(Reply::Raw(pdf)) => pdf,
            Ok(Reply::Said { .. }) => panic!("{kind} is no answer but bytes"),
            Err(no) => panic!("{kind}: {no:?}"),
        }
    }

    /// Prints a paper and reads what came out: the very bytes that were on the screen.
    fn print(&self, case: &Value, kind: &str) -> String {
        let (before, shown) = (self.tray(), self.paper(case, kind));
        let print = json!({ "case": case, "kind": kind, "language": "both", "printer": null, "copies": 1 });
        self.say("print_paper", print);
        let sheet = self.tray().into_iter().find(|sheet| !before.contains(sheet));
        let printed = std::fs::read(sheet.unwrap()).unwrap();
        assert!(printed == shown, "the {kind} that was shown is the {kind} that is printed");
        self.text_of(&printed)
    }

    fn tray(&self) -> Vec<std::path::PathBuf> {
        let sheets = std::fs::read_dir(self.folder.path().join("papers")).into_iter().flatten().flatten();
        sheets.map(|entry| entry.path()).collect()
    }

    /// The text in one line, broken words whole again.
    fn text_of(&self, pdf: &[u8]) -> String {
        let file = self.folder.path().join("read.pdf");
        std::fs::write(&file, pdf).unwrap();
        let out = Command::new("pdftotext").arg(&file).arg("-").output().unwrap();
        let text = String::from_utf8_lossy(&out.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
        text.replace("\u{ad} ", "")
    }

    /// Everything the office says of itself becomes other.
    fn change_everything(&self) {
        let mut office = self.say("office_view", json!({}));
        let fields = office.as_object_mut().unwrap();
        fields.remove("may_change");
        for side in ["career_centre", "mobility_centre"] {
            let place = fields[side].as_object_mut().unwrap();
            place.remove("bank");
            for (field, text) in [
                ("name_kk", "Жаңа атаулы жұмыспен қамту орталығы"),
                ("name_ru", NEW_NAME),
                ("bin", "240140990034"),
                ("address_kk", "Жаңа көше, 5"),
                ("address_ru", "ул. Новая, 5"),
                ("phone", "8 (7142) 99-99-99"),
                ("email", "new@tanu.example"),
                ("iban", "KZ580700390000000001"),
            ] {
                place.insert(field.into(), json!(text));
            }
            let head =
                json!({ "position_kk": "Басшы м.а.", "position_ru": "И.о. главы", "name": "Новый Н. Н." });
            place.insert("head".into(), head);
            place.insert("signatories".into(), json!([]));
        }
        self.say("office_change", office);
    }
}

#[test]
fn an_issued_paper_is_printed_again_as_it_was_after_the_office_changed() {
    let mut office = Office::new();
    office.sign_in("head");
    let voucher = office.at("issued");
    let sheet = office.print(&voucher, "voucher");
    assert!(sheet.contains(OLD_NAME) && !sheet.contains("ДУБЛИКАТ"), "the original: {sheet}");
    let first: Vec<(Value, &str, Vec<u8>)> = ISSUED
        .into_iter()
        .map(|(stage, kind)| (office.at(stage), kind, office.paper(&office.at(stage), kind)))
        .collect();

    office.clock.set(office.clock.now() + TimeDelta::hours(2));
    office.sign_in("admin");
    office.change_everything();
    // In the session that changed it, after another sign-in, and after the program was started anew.
    for again in ["at once", "after a restart"] {
        office.sign_in("head");
        for (case, kind, bytes) in &first {
            assert!(office.paper(case, kind) == *bytes, "the {kind} {again} is the paper that was issued");
        }
        office.desk = open(office.folder.path(), &office.clock);
    }
    office.sign_in("head");
    let duplicate = office.print(&voucher, "voucher");
    assert!(duplicate.contains("ДУБЛИКАТ"), "the second sheet says what it is: {duplicate}");
    assert!(
        duplicate.contains(OLD_NAME) && !duplicate.contains(NEW_NAME),
        "and names the issuer: {duplicate}"
    );

    let draft = office.text_of(&office.paper(&office.at("refusal_drafted"), "refusal"));
    assert!(draft.contains(NEW_NAME), "what is not issued yet names the office of today: {draft}");
}

#[test]
fn a_sheet_of_a_draft_is_neither_the_paper_nor_a_copy_of_it() {
    let office = Office::new();
    office.sign_in("supervisor");
    let stack = office.say("refusal_to_sign", json!({}));
    let case = &stack[0]["case"];
    let waits = |office: &Office| {
        let papers = office.say("print_queue", json!({}));
        let papers = papers.as_array().unwrap();
        papers.iter().any(|paper| paper["case"] == *case && paper["state"] == "waiting")
    };
    let draft = office.print(case, "refusal");
    assert!(draft.contains("№—") && !draft.contains("Экземпляр"), "only a draft, and no copy: {draft}");
    let read = office.say("refusal_open", json!({ "case": case }));
    let step = json!({ "case": case, "version": read["version"], "command": uuid::Uuid::from_u128(0x7000_8000 << 64 | 1 << 127) });
    office.say("refusal_approve", step);
    assert!(waits(&office), "the paper itself is not printed yet");
    let original = office.print(case, "refusal");
    assert!(original.contains("Экземпляр 1") && !original.contains("ДУБЛИКАТ"), "the original: {original}");
    assert!(!waits(&office), "and now it is");
    let again = office.print(case, "refusal");
    assert!(again.contains("ДУБЛИКАТ, экземпляр 2"), "the second sheet: {again}");
}
