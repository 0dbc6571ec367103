//! The papers of one case that are made from what the recognition centre sent or what the person has to bring:
//! the act with its list, the hand-out, the return of an act, and the acts and vouchers in the job of the day.
#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use chrono::{DateTime, Utc};
use desk::demonstration::make;
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

struct Office {
    folder: tempfile::TempDir,
    clock: Arc<FixedClock>,
    made: make::Made,
    desk: Desk,
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

impl Office {
    /// An office with a case at every stage.
    fn new() -> Self {
        const SEED: u64 = 16;
        let folder = tempfile::tempdir().unwrap();
        let strength = desk::world::strength_for_tests();
        let made = make::office(folder.path(), 14, SEED, strength, instant("2026-01-05T09:00:00Z")).unwrap();
        let clock = Arc::new(FixedClock::at(instant(make::MORNING)));
        let desk = open(folder.path(), &clock);
        let office = Self { folder, clock, made, desk };
        office.sign_in("head");
        office
    }

    fn sign_in(&self, login: &str) {
        let account = self.made.accounts.iter().find(|account| account.login == login);
        let account = account.unwrap_or_else(|| {
            let logins: Vec<&str> = self.made.accounts.iter().map(|one| one.login.as_str()).collect();
            panic!("no {login} among {logins:?}")
        });
        self.say("session_sign_in", json!({ "login": account.login, "password": account.password }));
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

    /// The paper as text; its code when it is denied.
    fn paper(&self, case: &str, kind: &str) -> Result<String, Value> {
        self.bytes("paper_preview", json!({ "case": case, "kind": kind, "language": "both" }))
    }

    fn bytes(&self, name: &str, args: Value) -> Result<String, Value> {
        match self.desk.call(name, args) {
            Ok(Reply::Raw(pdf)) => Ok(self.text_of(&pdf)),
            Ok(Reply::Said { text, .. }) => panic!("{name} gave an answer instead of bytes: {text}"),
            Err(no) => Err(serde_json::to_value(no).unwrap()),
        }
    }

    fn text_of(&self, pdf: &[u8]) -> String {
        let file = self.folder.path().join("paper.pdf");
        std::fs::write(&file, pdf).unwrap();
        let out = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
        // Lines of a narrow column break anywhere.
        String::from_utf8_lossy(&out.stdout).replace('\u{a0}', " ")
    }

    fn at(&self, stage: &str) -> String {
        for closed in [false, true] {
            let page = self.say(
                "queue_page",
                json!({
                    "strip": null, "mine": false, "closed": closed, "text": null, "centre": null,
                    "stages": [], "order": "fatal_date", "page": { "offset": 0, "limit": 200 },
                }),
            );
            let row = page["rows"].as_array().unwrap().iter().find(|row| row["stage"] == stage).cloned();
            if let Some(row) = row {
                return row["case"].as_str().unwrap().to_owned();
            }
        }
        panic!("no case stands at {stage}")
    }

    fn act(&self, case: &str, act: Value) -> Value {
        static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
        let serial = u128::from(NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
        let view = self.say("case_open", json!({ "case": case }));
        let command = uuid::Uuid::from_u128(serial);
        self.say(
            "case_act",
            json!({ "case": case, "version": view["version"], "command": command, "act": act }),
        )
    }

    fn offered(&self, case: &str) -> Vec<String> {
        let view = self.say("case_open", json!({ "case": case }));
        let papers = view["papers"].as_array().unwrap();
        papers.iter().map(|paper| paper["kind"].as_str().unwrap().to_owned()).collect()
    }

    fn waiting(&self) -> Vec<(String, String)> {
        let queue = self.say("print_queue", json!({}));
        let rows = queue.as_array().unwrap().iter().filter(|row| row["state"] == "waiting");
        let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
        rows.map(|row| (text(row, "case"), text(row, "kind"))).collect()
    }
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

#[test]
fn an_act_that_came_is_set_with_its_list_and_one_that_did_not_says_what_is_missing() {
    let office = Office::new();
    for stage in ["act_received", "act_accepted", "closed"] {
        let case = office.at(stage);
        let offered = office.offered(&case);
        let view = office.say("case_open", json!({ "case": case }));
        for kind in ["act", "persons"] {
            assert!(offered.iter().any(|one| one == kind), "{stage} offers the {kind}: {offered:?}");
            let text = office.paper(&case, kind).unwrap_or_else(|no| panic!("{kind} at {stage}: {no}"));
            let number = view["papers"].as_array().unwrap().iter().find(|p| p["kind"] == "act").unwrap();
            let number = number["number"].as_str().unwrap();
            assert!(text.contains(number), "the number of the act is on the {kind} at {stage}: {text}");
            if kind == "act" {
                let words = ["біліктілікті тану", "Признание профессиональной", "человек"];
                for words in words {
                    assert!(text.contains(words), "«{words}» is on the act at {stage}: {text}");
                }
                assert!(!text.contains("_______ "), "the pages of the list are counted: {text}");
            }
        }
        if stage != "act_received" {
            let amounts = &view["amounts"];
            let own = amounts["claimant_pays"].as_str().unwrap().split('.').next().unwrap().to_owned();
            let text = office.paper(&case, "persons").unwrap().replace(' ', "");
            assert!(text.contains(&own), "the own share {own} is that of the acceptance: {text}");
        }
    }
    let rows = [
        ("in_review", "act", "no-act-yet"),
        ("issued", "persons", "no-act-yet"),
        ("protocol", "act", "no-act-yet"),
        ("refusal_sent", "hand_out", "no-hand-out-now"),
        ("issued", "hand_out", "no-hand-out-now"),
    ];
    for (stage, kind, code) in rows {
        let case = office.at(stage);
        let no = office.paper(&case, kind).unwrap_err();
        assert_eq!((&no["kind"], &no["code"]), (&json!("denial"), &json!(code)), "{kind} at {stage}");
        let key = no["said"]["key"].as_str().unwrap();
        assert!(words::arguments(key).is_some(), "{key} has its sentence");
        assert!(!office.offered(&case).iter().any(|one| one == kind), "{stage} does not offer the {kind}");
    }
}

/// The last day to apply under the edition of the day on which the office stands.
fn cutoff_of_2025() -> chrono::NaiveDate {
    let law = rules::law::builtin().unwrap();
    let today = instant(make::MORNING).date_naive();
    let dates = rules::law::CaseDates { application: today, issue: None, act: today };
    let edition = law.editions.governing(rules::law::Matter::Requirements, dates).unwrap();
    edition.cutoff().unwrap().in_year(chrono::Datelike::year(&today)).unwrap()
}

#[test]
fn a_hand_out_says_what_to_bring_where_by_when_and_for_how_much() {
    let office = Office::new();
    for stage in ["in_review", "refusal_drafted", "at_mobility_centre", "at_recognition_centre"] {
        let case = office.at(stage);
        let ask = json!({ "case": case, "kind": "hand_out", "language": "ru" });
        let text = office.bytes("paper_preview", ask).unwrap_or_else(|no| panic!("{stage}: {no}"));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let until = cutoff_of_2025();
        let day = words::format::long_date(words::Lang::Ru, until);
        // A letter writes the word «год» out.
        let day = day.trim_end_matches("г.").trim().to_owned();
        for words in ["Копия документа об образовании", "трудовая книжка", day.as_str()]
        {
            assert!(text.contains(words), "«{words}» at {stage}: {text}");
        }
        assert!(
            text.contains("Из бюджета возмещается") && text.contains('₸'),
            "what it costs is told at {stage}: {text}"
        );
        assert!(office.offered(&case).iter().any(|kind| kind == "hand_out"), "{stage} offers it");
    }
    // What the checks of this application found stands on it first.
    let drafted = office.at("refusal_drafted");
    let clean = office.at("at_mobility_centre");
    let boxes = |case: &str| office.paper(case, "hand_out").unwrap().matches('□').count();
    assert!(boxes(&drafted) > boxes(&clean), "the flaw of the application is one thing more");
    // After the cut-off of the edition the year is over, and the denial names the day.
    office.clock.set(instant("2025-11-03T09:00:00+05:00"));
    office.sign_in("head");
    let no = office.paper(&clean, "hand_out").unwrap_err();
    assert_eq!(no["code"], "no-hand-out-this-year", "{no}");
    let last = cutoff_of_2025().to_string();
    assert!(no["said"].to_string().contains(&last), "the last day is named: {no}");
}

#[test]
fn acts_of_today_and_vouchers_that_run_are_in_the_job_of_the_day() {
    let office = Office::new();
    let (old, fresh, issued) = (office.at("act_received"), office.at("protocol"), office.at("issued"));
    let before = office.waiting();
    assert!(!before.contains(&(old.clone(), "act".to_owned())), "an act of another day does not wait");
    assert!(before.contains(&(issued.clone(), "voucher".to_owned())), "a running voucher waits: {before:?}");
    office.sign_in("accountant");
    let receive = json!({
        "do": "receive_act", "number": "А-777", "drawn_on": null, "received_on": null, "cost": "45000.00",
    });
    office.act(&fresh, receive);
    office.act(&old, json!({ "do": "accept_act" }));
    office.sign_in("head");
    let waiting = office.waiting();
    for case in [&fresh, &old] {
        assert!(waiting.contains(&(case.clone(), "act".to_owned())), "an act of today waits: {waiting:?}");
    }
    let view = office.say("case_open", json!({ "case": issued }));
    let voucher = view["papers"].as_array().unwrap().iter().find(|p| p["kind"] == "voucher").unwrap();
    let voucher = voucher["number"].as_str().unwrap().to_owned();
    let batch = json!({ "printer": null, "language": "both", "only": [], "copies": 1 });
    let text = office.bytes("print_day_preview", batch.clone()).unwrap();
    for words in ["А-777", voucher.as_str()] {
        assert!(text.contains(words), "{words} is in the job: {text}");
    }
    office.say("print_day", batch);
    assert_eq!(office.waiting(), [], "everything of the day is on its way");
    // The acceptance changes the sheet, so that it waits again the day it is accepted.
    office.clock.set(instant("2025-03-12T10:00:00+05:00"));
    office.sign_in("accountant");
    office.act(&fresh, json!({ "do": "accept_act" }));
    office.sign_in("head");
    let waiting = office.waiting();
    assert!(waiting.contains(&(fresh, "act".to_owned())), "with the day of acceptance on it: {waiting:?}");
    assert!(!waiting.contains(&(old, "act".to_owned())), "yesterday's is done");
}

#[test]
fn every_notice_about_a_voucher_is_offered_and_set_at_its_stage() {
    let office = Office::new();
    let set = |case: &str, kind: &str, words: &str| {
        assert!(office.offered(case).iter().any(|one| one == kind), "{kind} is offered");
        let text = office.paper(case, kind).unwrap_or_else(|no| panic!("{kind}: {no}"));
        assert!(text.contains(words), "«{words}» is on the {kind}: {text}");
    };
    let (issued, annulled) = (office.at("issued"), office.at("annulled"));
    for (case, kind) in [(&issued, "extension_notice"), (&issued, "annulment_notice")] {
        assert!(!office.offered(case).iter().any(|one| one == kind), "{kind} has no ground yet");
        assert_eq!(office.paper(case, kind).unwrap_err()["code"], "no-paper");
    }
    set(&issued, "application", "Электронная цифровая подпись");
    set(&annulled, "annulment_notice", "Оспанова Д. Қ.");
    office.sign_in("officer");
    office.act(
        &issued,
        json!({
            "do": "record_sheet", "number": "ЛВН-7", "from": "2025-03-10", "to": "2025-03-11",
            "paper": "sheet", "integration": false, "received_on": null,
        }),
    );
    office.act(&issued, json!({ "do": "extend_voucher" }));
    set(&issued, "extension_notice", "ЛВН-7");
    let view = office.say("case_open", json!({ "case": annulled }));
    office.act(
        &annulled,
        json!({
            "do": "propose_reinstatement", "ground": "timely_use",
            "admitted_on": view["voucher"]["last_day"], "note": null,
        }),
    );
    office.sign_in("head");
    office.act(&annulled, json!({ "do": "approve_reinstatement" }));
    set(&annulled, "reinstatement_notice", "Әбенов Р. С.");
}

#[test]
fn remarks_given_by_their_codes_go_out_as_sentences() {
    let office = Office::new();
    let case = office.at("act_received");
    office.sign_in("accountant");
    let own = "Приложите список на двух языках";
    let remarks = json!(["drawn_before_protocol", "act_late", "reimbursement_differs", "total_differs", own]);
    office.act(&case, json!({ "do": "return_act", "remarks": remarks }));
    let text = office
        .bytes("paper_preview", json!({ "case": case, "kind": "act_return", "language": "ru" }))
        .unwrap();
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = ["раньше протокола", "Опоздание не", "возмещается", "Итог не равен", own];
    // Each with the paragraph the screen names: sums by one, rows of the form by another.
    for words in said.into_iter().chain(["п. 14 Правил", "п. 16 Правил"]) {
        assert!(flat.contains(words), "«{words}» is said: {text}");
    }
    for code in ["drawn_before_protocol", "act_late", "reimbursement_differs", "total_differs"] {
        assert!(!text.contains(code), "no code is left on the letter: {text}");
    }
}

#[test]
fn no_code_of_a_remark_is_ever_left_on_a_letter() {
    for some in REMARKS.chunks(10) {
        let office = Office::new();
        let case = office.at("act_received");
        office.sign_in("accountant");
        let codes: Vec<&str> = some.iter().map(|(code, _)| *code).collect();
        office.act(&case, json!({ "do": "return_act", "remarks": codes }));
        for language in ["kk", "ru", "both"] {
            let ask = json!({ "case": case, "kind": "act_return", "language": language });
            let text = office.bytes("paper_preview", ask).unwrap();
            // A code broken at the end of a line is a code all the same.
            let squeezed: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
            for code in &codes {
                assert!(!squeezed.contains(code), "{code} is left on the letter in {language}: {text}");
            }
        }
    }
}

/// The code on a paper, read from the picture of its pages.
#[cfg(unix)]
fn code_on(office: &Office, case: &str) -> String {
    let ask = json!({ "case": case, "kind": "voucher", "language": "both" });
    let Ok(Reply::Raw(pdf)) = office.desk.call("paper_preview", ask) else {
        panic!("the voucher is a paper")
    };
    let file = office.folder.path().join("voucher.pdf");
    std::fs::write(&file, pdf).unwrap();
    let picture = office.folder.path().join("voucher");
    let mut draw = Command::new("pdftoppm");
    draw.args(["-r", "200", "-gray", "-png", "-singlefile"]).arg(&file).arg(&picture);
    assert!(draw.status().unwrap().success(), "the voucher is drawn");
    let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(picture.with_extension("png")).output();
    String::from_utf8_lossy(&read.unwrap().stdout).trim().to_owned()
}

#[cfg(unix)]
#[test]
fn the_code_of_a_voucher_is_verified_in_the_window_and_tells_of_a_correction() {
    let office = Office::new();
    let case = office.at("issued");
    let code = code_on(&office, &case);
    let view = office.say("seal_verify", json!({ "payload": code }));
    assert_eq!((&view["holds"], &view["now"]), (&json!(true), &Value::Null), "genuine and in force: {view}");
    let tail = code.chars().last().unwrap();
    let other = if tail == 'A' { 'B' } else { 'A' };
    let changed = format!("{}{other}", &code[..code.len() - 1]);
    let view = office.say("seal_verify", json!({ "payload": changed }));
    assert_eq!(view["holds"], json!(false), "one letter more or less is another paper: {view}");
    let correction = json!({
        "do": "correct_voucher", "field": "name", "was": "Айдра", "becomes": "Айдар", "reason": "опечатка",
    });
    office.act(&case, correction);
    let view = office.say("seal_verify", json!({ "payload": code }));
    assert_eq!(
        view["now"]["key"], "seal-replaced",
        "the old copy is still genuine and no longer good: {view}"
    );
    let view = office.say("seal_verify", json!({ "payload": code_on(&office, &case) }));
    assert_eq!(
        (&view["correction"], &view["now"]),
        (&json!(1), &Value::Null),
        "the corrected one is: {view}"
    );
}

/// Every code of a remark the Rules can make, with the facts it brings.
const REMARKS: &[(&str, &[&str])] = &[
    ("act_late", &["due", "received_on"]),
    ("cost_differs", &["cost", "expected"]),
    ("date_missing", &[]),
    ("drawn_after_receipt", &["drawn_on", "received_on"]),
    ("drawn_before_protocol", &["drawn_on", "protocol_on"]),
    ("iin_differs", &["number"]),
    ("line_numbers_broken", &[]),
    ("name_differs", &["name"]),
    ("no_lines", &[]),
    ("no_persons", &[]),
    ("number_missing", &[]),
    ("number_taken", &["number"]),
    ("other_centre", &["centre"]),
    ("other_customer", &["bin"]),
    ("pages_missing", &[]),
    ("party_name_missing", &[]),
    ("party_number_missing", &["field"]),
    ("party_number_wrong", &["bin"]),
    ("person_twice", &["number"]),
    ("person_without_line", &[]),
    ("price_differs", &["price", "agreed"]),
    ("price_or_cost_missing", &[]),
    ("profile_unknown", &[]),
    ("protocol_differs", &["protocol", "protocol_on"]),
    ("protocol_unknown", &["number"]),
    ("quantity_differs", &["quantity", "persons"]),
    ("quantity_missing", &[]),
    ("reimbursement_differs", &["asked", "due"]),
    ("service_date_missing", &[]),
    ("service_missing", &[]),
    ("signature_invalid", &[]),
    ("signature_missing", &[]),
    ("sum_not_reckoned", &[]),
    ("total_differs", &["total", "sum"]),
    ("total_missing", &[]),
    ("unit_missing", &[]),
    ("used_after_validity", &["used_on", "last_day"]),
    ("venue_or_home_unknown", &[]),
    ("voucher_already_paid", &["number"]),
    ("voucher_missing", &[]),
    ("voucher_not_used", &["number"]),
    ("voucher_unknown", &["number"]),
];

#[test]
fn every_code_of_a_remark_has_its_sentence_from_the_facts_it_brings() {
    let source = include_str!("../../rules/src/act/lines.rs");
    let flat = source.split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(");
    // The second argument of every call that makes a remark, and what is chosen by a match for one.
    let calls = flat.split("self.say(").skip(1).chain(flat.split("self.note(").skip(1));
    let said = calls.filter_map(|call| call.split(", ").nth(1)?.strip_prefix('"')?.strip_suffix('"'));
    let matched = flat.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next());
    let made: BTreeSet<&str> = said.chain(matched).collect();
    let listed: BTreeSet<&str> = REMARKS.iter().map(|(code, _)| *code).collect();
    assert_eq!(made, listed, "the table of this test is what the Rules make");
    for (code, facts) in REMARKS {
        let key = format!("remark-{}", code.replace('_', "-"));
        for lang in words::Lang::ALL {
            let value = |name: &str| match name {
                "drawn_on" | "received_on" | "protocol_on" | "used_on" | "last_day" => "2025-11-07",
                "due" if *code == "act_late" => "2025-11-07",
                "price" | "agreed" | "asked" | "due" | "cost" | "expected" | "total" | "sum" => "45000.00",
                _ => "А-2",
            };
            let text = words::say_in(lang, &key, facts.iter().map(|name| (*name, value(name))));
            let text = text.unwrap_or_else(|| panic!("{key} has no sentence of {facts:?} in {lang}"));
            let is_whole = text.ends_with('.') && text.split_whitespace().count() > 2;
            assert!(is_whole, "{key} is a sentence in {lang}: {text}");
            if words::arguments(&key).is_some_and(|wants| !wants.is_empty()) {
                let plain = format!("remark-plain-{}", code.replace('_', "-"));
                let text = words::say_in(lang, &plain, []).unwrap_or_else(|| panic!("{plain} in {lang}"));
                let is_whole = text.ends_with('.') && text.split_whitespace().count() > 2;
                assert!(is_whole, "{plain} is a sentence without figures in {lang}: {text}");
            }
        }
    }
}
