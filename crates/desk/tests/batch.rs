//! The day's batch through a real spooler: a refusal, a voucher and an act of several persons in one job, ticked
//! off and printed again; and registers whose preview, file and job are the same bytes.
#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where its own preparations fail")]

use chrono::{DateTime, Utc};
use desk::demonstration::make;
use desk::printing::Cups;
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use spooler::Spooler;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

struct Office {
    folder: tempfile::TempDir,
    spooler: Spooler,
    desk: Desk,
    made: make::Made,
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

impl Office {
    fn new() -> Self {
        const SEED: u64 = 5;
        let folder = tempfile::tempdir().unwrap();
        let strength = desk::world::strength_for_tests();
        let made = make::office(folder.path(), 20, SEED, strength, instant("2026-01-05T09:00:00Z")).unwrap();
        let spooler = Spooler::start().unwrap_or_else(|problem| panic!("no spooler of our own: {problem}"));
        let world = World {
            clock: Box::new(Arc::new(FixedClock::at(instant(make::MORNING)))),
            picker: Box::new(PreparedPicker::default()),
            printer: Box::new(Cups::at(&spooler.address())),
            cost: desk::world::strength_for_tests(),
            room: desk::world::room_for_tests(),
            version: "test".into(),
            demonstration: None,
            papers: folder.path().join("papers"),
        };
        let desk = Desk::open(folder.path(), world);
        Self { folder, spooler, desk, made }
    }

    fn sign_in(&self, login: &str) {
        let account = self.made.accounts.iter().find(|account| account.login == login).unwrap();
        let who = json!({ "login": account.login, "password": account.password });
        let started = Instant::now();
        // Programs started beside this one hold the lock of the vault between fork and exec, for a moment.
        while let Err(no) = self.call("session_sign_in", who.clone()) {
            assert!(no["code"] == "in-use" && started.elapsed() < Duration::from_secs(5), "{no}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn call(&self, name: &str, args: Value) -> Result<Value, Value> {
        match self.desk.call(name, args) {
            Ok(Reply::Said { text, .. }) => {
                Ok(serde_json::from_str::<Value>(&text).unwrap()["value"].clone())
            }
            Ok(Reply::Raw(_)) => panic!("{name} gave bytes"),
            Err(no) => Err(serde_json::to_value(no).unwrap()),
        }
    }

    fn say(&self, name: &str, args: Value) -> Value {
        self.call(name, args).unwrap_or_else(|no| panic!("{name} was refused: {no}"))
    }

    fn raw(&self, name: &str, args: Value) -> Vec<u8> {
        match self.desk.call(name, args) {
            Ok(Reply::Raw(bytes)) => bytes,
            Ok(Reply::Said { text, .. }) => panic!("{name} gave an answer instead of bytes: {text}"),
            Err(no) => panic!("{name} was refused: {no:?}"),
        }
    }

    fn text_of(&self, pdf: &[u8]) -> String {
        let file = self.folder.path().join("job.pdf");
        std::fs::write(&file, pdf).unwrap();
        let out = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
        String::from_utf8_lossy(&out.stdout).replace('\u{a0}', " ")
    }

    fn queue(&self) -> Vec<Value> {
        self.say("print_queue", json!({})).as_array().unwrap().clone()
    }

    fn in_state(&self, state: &str) -> Vec<Value> {
        self.queue().into_iter().filter(|row| row["state"] == state).collect()
    }

    /// The first draft that waits for a signature becomes a refusal of today.
    fn approve_refusal(&self) {
        self.sign_in("supervisor");
        let drafts = self.say("refusal_to_sign", json!({}));
        let draft = self.say("refusal_open", json!({ "case": drafts[0]["case"] }));
        let step = json!({
            "case": draft["case"], "version": draft["version"], "command": uuid::Uuid::from_u128(8),
        });
        assert_eq!(self.say("refusal_approve", step)["state"], "formed");
    }

    /// An act of today over every voucher one centre has a protocol for.
    fn receive_act(&self, number: &str) {
        self.sign_in("accountant");
        let page = self.say("services_list", json!({ "closed": false }));
        let centre = page["centres"][0]["centre"].clone();
        let vouchers = self.say("services_vouchers", json!({ "centre": centre }));
        let lines: Vec<Value> = vouchers
            .as_array()
            .unwrap()
            .iter()
            .map(|one| json!({ "case": one["case"], "version": one["version"], "price": one["agreed"] }))
            .collect();
        let draft = json!({
            "centre": centre, "number": number, "drawn_on": "2025-03-11", "received_on": "2025-03-11",
            "lines": lines,
        });
        self.say("services_receive", json!({ "command": uuid::Uuid::from_u128(118), "draft": draft }));
    }
}

#[test]
fn a_refusal_a_voucher_and_an_act_go_as_one_job_and_what_jammed_goes_again() {
    let office = Office::new();
    office.receive_act("118");
    office.approve_refusal();
    office.sign_in("head");
    let waiting = office.in_state("waiting");
    let first = |kind: &str| {
        let found = waiting.iter().find(|row| row["kind"] == kind);
        found.unwrap_or_else(|| panic!("a paper «{kind}» waits: {waiting:?}")).clone()
    };
    let three = [first("refusal"), first("voucher"), first("act")];
    let only: Vec<&Value> = three.iter().map(|row| &row["id"]).collect();
    let batch = json!({ "printer": spooler::QUEUE, "language": "both", "only": only, "copies": 1 });
    let preview = office.raw("print_day_preview", batch.clone());
    office.say("print_day", batch);
    let got = office.spooler.received_at_least(1).unwrap();
    assert_eq!(got.len(), 1, "one job for all three");
    assert!(got[0] == preview, "the printer got the very bytes of the preview");
    let text = office.text_of(&got[0]);
    let cover = text.split('\u{c}').next().unwrap();
    for row in &three {
        let number = row["number"].as_str().unwrap();
        assert!(cover.contains(number), "№ {number} is on the cover: {cover}");
    }
    for words in ["230740990014", "Приложение к акту оказанных услуг № 118"] {
        assert!(text.contains(words), "«{words}» is in the act: {text}");
    }

    // Ticked off by hand: the act jammed, the others came out.
    let sent = office.in_state("sent");
    assert_eq!(sent.len(), 3, "{sent:?}");
    for row in &sent {
        let came_out = row["kind"] != "act";
        office.say("print_mark", json!({ "id": row["id"], "came_out": came_out }));
    }
    let again = office.in_state("waiting");
    let act = again.iter().find(|row| row["kind"] == "act" && row["number"] == "118").unwrap();
    assert!(!again.iter().any(|row| row["case"] == three[1]["case"]), "the voucher is done: {again:?}");
    let once_more = json!({ "printer": null, "language": "both", "only": [act["id"]], "copies": 1 });
    office.say("print_day", once_more);
    let got = office.spooler.received_at_least(2).unwrap();
    assert!(!office.text_of(&got[1]).to_lowercase().contains("дубликат"), "no sheet of it exists yet");
    let voucher = json!({
        "case": three[1]["case"], "kind": "voucher", "language": "ru", "printer": spooler::QUEUE, "copies": 2,
    });
    assert_eq!(office.say("print_paper", voucher)["copies"], json!(2), "the second copy");
    let got = office.spooler.received_at_least(3).unwrap();
    assert!(office.text_of(&got[2]).to_lowercase().contains("дубликат"), "and says so");
}

#[test]
fn a_batch_without_a_printer_is_saved_and_waits_on() {
    let office = Office::new();
    office.sign_in("head");
    let before = office.in_state("waiting").len();
    let batch = json!({ "printer": null, "language": "ru", "only": [], "copies": 1 });
    let preview = office.raw("print_day_preview", batch);
    let saved = office.say("print_day_save", json!({ "language": "ru", "only": [], "folder": null }));
    assert!(std::fs::read(saved["path"].as_str().unwrap()).unwrap() == preview, "the file is the preview");
    assert_eq!(office.in_state("waiting").len(), before, "a file is no sheet of paper");
    assert_eq!(office.spooler.received().len(), 0, "nothing was sent");
}

#[test]
fn the_preview_of_a_register_is_its_file_and_its_job() {
    let office = Office::new();
    office.sign_in("head");
    let filter = json!({
        "strip": null, "mine": false, "closed": true, "text": null, "centre": null, "stages": [],
        "order": "name", "page": { "offset": 0, "limit": 1 },
    });
    for kind in ["applications", "refusals", "vouchers", "payments"] {
        let ask = json!({
            "kind": kind, "language": "kk", "filter": filter, "from": null, "to": null, "folder": null,
        });
        let preview = office.raw("register_preview", ask.clone());
        let saved = office.say("register_save_paper", ask.clone());
        assert!(std::fs::read(saved["path"].as_str().unwrap()).unwrap() == preview, "the file of {kind}");
        let printed = office.say("register_print", json!({ "register": ask, "printer": null, "copies": 1 }));
        assert_eq!(printed["sha256"], saved["sha256"], "the job of {kind}");
        let text = office.text_of(&preview);
        assert_eq!(
            text.contains("KZ31 0700 3900 0000 0002"),
            kind == "payments",
            "the account stands on the payments alone: {text}"
        );
    }
    let got = office.spooler.received_at_least(4).unwrap();
    assert_eq!(got.len(), 4, "one job a register");
    let no = office.call(
        "register_print",
        json!({
            "register": {
                "kind": "vouchers", "language": "ru", "filter": filter, "from": null, "to": null, "folder": null,
            },
            "printer": null, "copies": 0,
        }),
    );
    assert_eq!(no.unwrap_err()["code"], "print-copies-out-of-range");
}

#[test]
fn a_desk_alone_has_the_last_word_and_a_joined_one_says_that_it_waits_for_the_centre() {
    let office = Office::new();
    office.sign_in("head");
    let voucher = office.in_state("waiting").into_iter().find(|row| row["kind"] == "voucher").unwrap();
    let ask = json!({ "case": voucher["case"], "kind": "voucher", "language": "ru" });
    let text = office.text_of(&office.raw("paper_preview", ask));
    assert!(!text.contains("ещё не подтвердил"), "its own authority has nothing to wait for: {text}");
    office.desk.lock();

    // The same vault joined to a centre: what is decided from now on waits for it.
    let account = office.made.accounts.iter().find(|one| one.login == "officer").unwrap();
    let credential = store::Credential::password(&account.login, &account.password);
    let now = instant(make::MORNING);
    let vault = store::Store::unlock(office.folder.path(), &credential, now).unwrap();
    let op = store::Op {
        name: "join",
        actor: vault.user().unwrap(),
        at: now,
        civil_date: now.date_naive(),
        edition: "",
        command: None,
    };
    vault.write(op, |tx| tx.join_centre("centre-1")).unwrap();
    vault.lock().unwrap();
    office.sign_in("officer");
    let case = office.say("case_open", json!({ "case": voucher["case"] }));
    let note = json!({
        "case": voucher["case"], "version": case["version"], "command": uuid::Uuid::from_u128(7),
        "act": { "do": "record_presentation", "on": null },
    });
    office.say("case_act", note);
    let ask = json!({ "case": voucher["case"], "kind": "voucher", "language": "ru" });
    let preview = office.raw("paper_preview", ask.clone());
    let flat = office.text_of(&preview).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("центр его ещё не подтвердил"), "the footer says so: {flat}");
    let mut save = ask;
    save["folder"] = json!(null);
    let saved = office.say("paper_save", save);
    assert!(std::fs::read(saved["path"].as_str().unwrap()).unwrap() == preview, "on the file too");
}

#[test]
fn an_administrator_fills_in_the_office_and_its_papers_follow() {
    let office = Office::new();
    office.sign_in("accountant");
    let view = office.say("office_view", json!({}));
    assert_eq!(view["may_change"], json!(false));
    let set = |edit: &dyn Fn(&mut Value)| {
        let mut set = json!({});
        for side in ["career_centre", "mobility_centre"] {
            let mut place = view[side].clone();
            place.as_object_mut().unwrap().remove("bank");
            set[side] = place;
        }
        edit(&mut set);
        set
    };
    let no = office.call("office_change", set(&|_| ())).unwrap_err();
    assert_eq!(no["code"], "role", "only an administrator changes it");
    office.sign_in("admin");
    type Row<'a> = (&'a str, &'a str, &'a str, &'a str);
    let rows: [Row<'_>; 5] = [
        ("bin", "230740990015", "mobility-centre-bin", "cli-number-check-digit"),
        ("bin", "870512300123", "mobility-centre-bin", "cli-bin-looks-like-iin"),
        ("iban", "KZ310700390000000003", "mobility-centre-iban", "cli-iban-checksum"),
        ("email", "ctm", "mobility-centre-email", "office-email-wrong"),
        ("name_kk", "  ", "mobility-centre-name", "no-name"),
    ];
    for (field, text, code, key) in rows {
        let no = office.call("office_change", set(&|set| set["mobility_centre"][field] = json!(text)));
        let no = no.unwrap_err();
        assert_eq!((&no["code"], &no["said"]["key"]), (&json!(code), &json!(key)), "{field} {text:?}: {no}");
    }
    let done = office.say(
        "office_change",
        set(&|set| {
            set["mobility_centre"]["head"]["name"] = json!("Қасымов Ілияс Нұрланұлы");
            set["mobility_centre"]["address_ru"] = json!("110000, г. Костанай, ул. Новая, 7");
            set["mobility_centre"]["bin"] = json!("230740 990014");
        }),
    );
    assert_eq!(done["mobility_centre"]["bin"], "230740990014", "without the blank: {done}");
    let journal = office.say("journal_page", json!({ "case": null, "page": { "offset": 0, "limit": 50 } }));
    let told = journal["rows"].as_array().unwrap().iter().filter(|row| row["code"] == "office_changed");
    assert_eq!(told.count(), 1, "the change is in the journal, the refused ones are not");
    assert_eq!(office.say("journal_verify", json!({}))["sound"], json!(true));

    // After another sign-in the papers carry it.
    office.receive_act("119");
    office.sign_in("head");
    let act = office.in_state("waiting").into_iter().find(|row| row["number"] == "119").unwrap();
    let ask = json!({ "case": act["case"], "kind": "act", "language": "ru" });
    let text = office.text_of(&office.raw("paper_preview", ask));
    for words in ["Қасымов І. Н.", "ул. Новая, 7", "230740990014"] {
        assert!(text.contains(words), "«{words}» is on the act: {text}");
    }
}
