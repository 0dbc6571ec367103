//! Acts of services over several cases: received, examined, printed, returned and accepted as one act, each
//! step written whole or not at all.
#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where its own preparations fail")]

use chrono::{DateTime, Utc};
use desk::demonstration::make;
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

struct Office {
    folder: tempfile::TempDir,
    desk: Desk,
    made: make::Made,
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn next_id() -> String {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    let serial = u128::from(NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    uuid::Uuid::from_u128(serial).to_string()
}

impl Office {
    /// An office in which one recognition centre has at least three vouchers with protocols.
    fn new() -> Self {
        const SEED: u64 = 5;
        let folder = tempfile::tempdir().unwrap();
        let strength = desk::world::strength_for_tests();
        let made = make::office(folder.path(), 40, SEED, strength, instant("2026-01-05T09:00:00Z")).unwrap();
        let papers = folder.path().join("papers");
        let world = World {
            clock: Box::new(Arc::new(FixedClock::at(instant(make::MORNING)))),
            picker: Box::new(PreparedPicker::default()),
            printer: Box::new(desk::printing::Folder::at(&papers)),
            cost: desk::world::strength_for_tests(),
            room: desk::world::room_for_tests(),
            version: "test".into(),
            demonstration: None,
            papers,
        };
        let desk = Desk::open(folder.path(), world);
        let office = Self { folder, desk, made };
        office.sign_in("officer");
        for stage in ["issued", "used"] {
            for case in office.cases(stage) {
                if stage == "issued" {
                    office.act(&case, json!({ "do": "record_use", "admitted_on": null }));
                }
                office.act(
                    &case,
                    json!({
                        "do": "record_protocol", "number": "7-П", "signed_on": null, "exam_on": null,
                        "passed": true, "venue": null, "remote": false,
                    }),
                );
            }
        }
        office
    }

    fn sign_in(&self, login: &str) {
        let account = self.made.accounts.iter().find(|account| account.login == login).unwrap();
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

    fn raw(&self, name: &str, args: Value) -> Vec<u8> {
        match self.desk.call(name, args) {
            Ok(Reply::Raw(bytes)) => bytes,
            Ok(Reply::Said { text, .. }) => panic!("{name} gave an answer instead of bytes: {text}"),
            Err(no) => panic!("{name} was refused: {no:?}"),
        }
    }

    fn text_of(&self, pdf: &[u8]) -> String {
        let file = self.folder.path().join("paper.pdf");
        std::fs::write(&file, pdf).unwrap();
        let out = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
        String::from_utf8_lossy(&out.stdout).replace('\u{a0}', " ")
    }

    fn cases(&self, stage: &str) -> Vec<String> {
        let page = self.say(
            "queue_page",
            json!({
                "strip": null, "mine": false, "closed": false, "text": null, "centre": null,
                "stages": [stage], "order": "fatal_date", "page": { "offset": 0, "limit": 200 },
            }),
        );
        let rows = page["rows"].as_array().unwrap();
        rows.iter().map(|row| row["case"].as_str().unwrap().to_owned()).collect()
    }

    fn act(&self, case: &str, act: Value) {
        let view = self.say("case_open", json!({ "case": case }));
        let step = json!({ "case": case, "version": view["version"], "command": next_id(), "act": act });
        self.say("case_act", step);
    }

    fn list(&self) -> Value {
        self.say("services_list", json!({ "closed": false }))
    }

    /// The centre most vouchers wait for, and those vouchers.
    fn busiest(&self) -> (String, Vec<Value>) {
        let page = self.list();
        let centres = page["centres"].as_array().unwrap();
        let most = centres.iter().max_by_key(|one| one["vouchers"].as_u64().unwrap()).unwrap();
        let centre = most["centre"].as_str().unwrap().to_owned();
        let vouchers = self.say("services_vouchers", json!({ "centre": centre }));
        (centre, vouchers.as_array().unwrap().clone())
    }

    fn received(&self, number: &str) -> (Value, Vec<Value>) {
        let (centre, vouchers) = self.busiest();
        let draft = draft(&centre, number, &vouchers);
        let view = self.say("services_receive", json!({ "command": next_id(), "draft": draft }));
        (view, vouchers)
    }
}

fn draft(centre: &str, number: &str, vouchers: &[Value]) -> Value {
    let lines: Vec<Value> = vouchers
        .iter()
        .map(|one| json!({ "case": one["case"], "version": one["version"], "price": one["agreed"] }))
        .collect();
    json!({
        "centre": centre, "number": number, "drawn_on": "2025-03-11", "received_on": "2025-03-11",
        "lines": lines,
    })
}

fn seen(view: &Value) -> Vec<Value> {
    let lines = view["lines"].as_array().unwrap();
    lines.iter().map(|line| json!({ "case": line["case"], "version": line["version"] })).collect()
}

/// The word across the page, «ЖОБА», comes out of the text letter by letter.
fn is_draft(text: &str) -> bool {
    text.lines().any(|line| line.trim() == "Ж")
}

fn tiyn(sum: &Value) -> i64 {
    sum.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn codes(view: &Value) -> Vec<String> {
    let remarks = view["remarks"].as_array().unwrap();
    remarks.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn one_act_lists_several_persons_and_is_received_and_accepted_whole() {
    let office = Office::new();
    office.sign_in("accountant");
    let (centre, vouchers) = office.busiest();
    assert!(vouchers.len() >= 3, "several vouchers of one centre wait: {}", vouchers.len());
    let draft = draft(&centre, "118", &vouchers);

    let looked = office.say("services_examine", draft.clone());
    assert_eq!((&looked["state"], &looked["receive"]), (&json!("draft"), &json!(null)), "{looked}");
    let lines = looked["lines"].as_array().unwrap();
    let sum = |name: &str| lines.iter().map(|line| tiyn(&line["sums"][name])).sum::<i64>();
    assert_eq!(tiyn(&looked["reimbursed"]["sum"]), sum("reimbursed"), "the total is that of the lines");
    assert_eq!(tiyn(&looked["claimants_pay"]), sum("claimant_pays"));
    assert_eq!(
        tiyn(&looked["cost"]["sum"]),
        sum("reimbursed") + sum("claimant_pays"),
        "what is not reimbursed the persons pay"
    );
    assert!(looked["cost"]["ru"].as_str().unwrap().contains("тенге"), "in words: {looked}");
    assert!(looked["cost"]["kk"].as_str().unwrap().contains("теңге"), "in words: {looked}");
    let text = office
        .text_of(&office.raw("services_preview", json!({ "draft": draft.clone(), "language": "both" })));
    assert!(is_draft(&text), "it is a draft until received: {text}");

    let receive = json!({ "command": next_id(), "draft": draft });
    let view = office.say("services_receive", receive.clone());
    assert_eq!(view["state"], "received");
    let again = office.say("services_receive", receive);
    assert_eq!(again["lines"], view["lines"], "the same command again changes nothing");
    let page = office.list();
    let cards: Vec<&Value> =
        page["acts"].as_array().unwrap().iter().filter(|card| card["key"]["number"] == "118").collect();
    assert_eq!(cards.len(), 1, "one act, not one a case");
    assert_eq!(cards[0]["persons"], json!(vouchers.len()));
    assert_eq!(cards[0]["cost"], looked["cost"]["sum"]);

    // Whatever case of it the paper is asked by, it is the same act with everybody in it.
    let mut digests = BTreeSet::new();
    for line in view["lines"].as_array().unwrap() {
        let ask = json!({ "case": line["case"], "kind": "act", "language": "both" });
        let pdf = office.raw("paper_preview", ask);
        digests.insert(Sha256::digest(&pdf).to_vec());
        let text = office.text_of(&pdf);
        for line in view["lines"].as_array().unwrap() {
            let surname = line["name"].as_str().unwrap().split(' ').next().unwrap();
            assert!(text.contains(surname), "{surname} is in the list: {text}");
        }
        assert!(text.contains("230740990014"), "the number of the customer is in its box: {text}");
        assert!(text.contains("Әбенов Р. С."), "who signs for the customer is named: {text}");
        assert!(text.contains("8 (7142) 00-00-02"), "means of communication: {text}");
        assert!(!is_draft(&text), "it is no draft any more: {text}");
    }
    assert_eq!(digests.len(), 1, "one act is one paper");

    let key = view["key"].clone();
    let accept = |id: String, view: &Value, looked: bool| json!({ "command": id, "act": key, "seen": seen(view), "signature_seen": looked });
    let no = office.call("services_accept", accept(next_id(), &view, false)).unwrap_err();
    assert_eq!(no["code"], "signature-not-seen");
    office.sign_in("officer");
    let shown = office.say("services_open", key.clone());
    assert_eq!(shown["accept"]["code"], "role-may-not", "an officer receives and does not accept: {shown}");
    let no = office.call("services_accept", accept(next_id(), &shown, true)).unwrap_err();
    assert_eq!(no["code"], "role-may-not");
    office.sign_in("accountant");
    let id = next_id();
    let done = office.say("services_accept", accept(id.clone(), &view, true));
    assert_eq!((&done["state"], &done["accepted_on"]), (&json!("accepted"), &json!("2025-03-11")));
    assert_eq!(done["reimbursed"], looked["reimbursed"], "the sums are those that were shown");
    let again = office.say("services_accept", accept(id, &view, true));
    assert_eq!(again["lines"], done["lines"], "once");
    for line in done["lines"].as_array().unwrap() {
        let case = office.say("case_open", json!({ "case": line["case"] }));
        assert_eq!(case["stage"], "act_accepted", "every person of it");
    }
    office.sign_in("admin");
    let verified = office.say("journal_verify", json!({}));
    assert_eq!(verified["sound"], json!(true), "rows and journal agree: {verified}");
}

#[test]
fn an_act_with_one_wrong_line_leaves_nothing_behind() {
    let office = Office::new();
    office.sign_in("accountant");
    let (centre, vouchers) = office.busiest();
    let before = office.cases("act_received").len();
    let other = office.list()["centres"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["centre"] != json!(centre))
        .map(|one| office.say("services_vouchers", json!({ "centre": one["centre"] }))[0].clone())
        .expect("another centre has a voucher too");
    let change = |edit: &dyn Fn(&mut Value)| {
        let mut draft = draft(&centre, "119", &vouchers);
        edit(&mut draft);
        draft
    };
    let stale = json!(vouchers[1]["version"].as_u64().unwrap() - 1);
    let foreign = json!({ "case": other["case"], "version": other["version"], "price": "1000.00" });
    type Row<'a> = (&'a str, Value);
    let rows: [Row<'_>; 7] = [
        ("moved", change(&|draft| draft["lines"][1]["version"] = stale.clone())),
        ("act-price", change(&|draft| draft["lines"][2]["price"] = json!("дорого"))),
        ("act-lines", change(&|draft| draft["lines"][1] = draft["lines"][0].clone())),
        ("act-lines", change(&|draft| draft["lines"].as_array_mut().unwrap().push(foreign.clone()))),
        ("act-number", change(&|draft| draft["number"] = json!("  "))),
        ("act-drawn-on", change(&|draft| draft["drawn_on"] = json!(null))),
        ("no-vouchers-chosen", change(&|draft| draft["lines"] = json!([]))),
    ];
    for (code, draft) in rows {
        let no =
            office.call("services_receive", json!({ "command": next_id(), "draft": draft })).unwrap_err();
        assert_eq!(no["code"], code, "{no}");
        let key = no["said"]["key"].as_str().unwrap();
        assert!(words::arguments(key).is_some(), "{key} has its sentence");
        assert_eq!(office.cases("act_received").len(), before, "after «{code}» no case has an act");
    }
    // A day of receipt in the future is refused by the Rules for the first case, and the others wait too.
    let future = change(&|draft| draft["received_on"] = json!("2025-03-20"));
    let no = office.call("services_receive", json!({ "command": next_id(), "draft": future })).unwrap_err();
    assert_eq!(no["kind"], "denial", "{no}");
    assert_eq!(office.cases("act_received").len(), before);
    let good = json!({ "command": next_id(), "draft": change(&|_| ()) });
    office.say("services_receive", good.clone());
    let mut other = good;
    other["draft"]["number"] = json!("120");
    let replayed = office.call("services_receive", other);
    assert!(replayed.is_err(), "an id used for one act is not taken for another: {replayed:?}");
    assert_eq!(office.cases("act_received").len(), before + vouchers.len(), "nothing twice");
}

#[test]
fn an_act_goes_back_with_its_remarks_and_comes_again() {
    let office = Office::new();
    office.sign_in("accountant");
    let (view, vouchers) = office.received("121");
    let third = view["lines"][2]["case"].clone();
    let own = "Печать центра неразборчива";
    let give_back = json!({
        "command": next_id(), "act": view["key"], "seen": seen(&view),
        "remarks": [
            { "code": "signature_missing", "own": null, "case": null },
            { "code": null, "own": own, "case": third },
        ],
    });
    let none = json!({ "command": next_id(), "act": view["key"], "seen": seen(&view), "remarks": [] });
    assert_eq!(office.call("services_return", none).unwrap_err()["code"], "no-remarks");
    let strange = json!({
        "command": next_id(), "act": view["key"], "seen": seen(&view),
        "remarks": [{ "code": "i_do_not_like_it", "own": null, "case": null }],
    });
    assert_eq!(office.call("services_return", strange).unwrap_err()["code"], "act-remark");
    let back = office.say("services_return", give_back);
    assert_eq!((&back["state"], &back["returned_on"]), (&json!("returned"), &json!("2025-03-11")));
    assert_eq!(codes(&back), ["signature_missing", own], "what it went back with: {back}");
    assert_eq!(back["remarks"][0]["person"], json!(null), "of the act as a whole");
    assert_eq!(back["remarks"][1]["person"], json!(3), "of the third person");

    let ask = json!({ "case": view["lines"][0]["case"], "kind": "act_return", "language": "ru" });
    let letter = office.text_of(&office.raw("paper_preview", ask.clone()));
    let flat = letter.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["Акт не подписан", "Печать центра", "неразборчива"] {
        assert!(flat.contains(words), "«{words}» is in the letter: {letter}");
    }
    assert!(!flat.contains("другим строкам"), "nobody is told of remarks to others: {letter}");
    assert_eq!(flat.matches("Акт не подписан").count(), 1, "once, not once a person: {letter}");

    // The same vouchers wait for the act again, with its number told.
    let waiting = office.say("services_vouchers", json!({ "centre": view["key"]["centre"] }));
    let waiting = waiting.as_array().unwrap();
    assert_eq!(waiting.len(), vouchers.len());
    assert!(waiting.iter().all(|one| one["returned_act"] == "121"), "{waiting:?}");
    let mut draft = draft(view["key"]["centre"].as_str().unwrap(), "121", &waiting[..2]);
    draft["received_on"] = json!("2025-03-11");
    let again = office.say("services_receive", json!({ "command": next_id(), "draft": draft }));
    assert_eq!(again["lines"].as_array().unwrap().len(), 2, "the one left out is not in the new act");
    let page = office.list();
    let mut states: Vec<(String, u64)> = page["acts"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|card| card["key"]["number"] == "121")
        .map(|card| (card["state"].as_str().unwrap().to_owned(), card["persons"].as_u64().unwrap()))
        .collect();
    states.sort();
    let left = u64::try_from(vouchers.len() - 2).unwrap();
    assert_eq!(states, [("received".to_owned(), 2), ("returned".to_owned(), left)], "both are seen");
}

#[test]
fn the_checks_of_the_rules_are_told_with_paragraph_and_figures() {
    let office = Office::new();
    office.sign_in("accountant");
    let (centre, vouchers) = office.busiest();
    let mut dear = draft(&centre, "122", &vouchers);
    dear["lines"][0]["price"] = json!("99000.00");
    dear["drawn_on"] = json!("2025-03-10");
    let looked = office.say("services_examine", dear);
    let told = codes(&looked);
    for code in ["drawn_before_protocol", "price_differs"] {
        assert!(told.iter().any(|one| one == code), "{code} among {told:?}");
    }
    for remark in looked["remarks"].as_array().unwrap() {
        let key = remark["said"]["key"].as_str().unwrap();
        let takes = words::arguments(key).unwrap_or_else(|| panic!("{key} has its sentence"));
        for (name, _) in takes {
            assert!(remark["said"]["args"].get(name).is_some(), "{key} says {name}: {remark}");
        }
        assert!(!remark["paragraph"].as_str().unwrap().is_empty());
    }
    let line = looked["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["price"] == "99000.00")
        .expect("the dear line is among them");
    assert_eq!(line["sums"]["reimbursed"], line["sums"]["cap"], "no more than the cap: {line}");
    assert_eq!(
        tiyn(&line["sums"]["claimant_pays"]),
        9_900_000 - tiyn(&line["sums"]["cap"]),
        "the rest is paid by the person"
    );

    // With such an act nothing can be accepted, and it can go back.
    let mut early = draft(&centre, "122", &vouchers);
    early["drawn_on"] = json!("2025-03-10");
    let view = office.say("services_receive", json!({ "command": next_id(), "draft": early }));
    assert_ne!(view["accept"], json!(null), "{view}");
    assert_eq!(view["give_back"], json!(null));
    let accept =
        json!({ "command": next_id(), "act": view["key"], "seen": seen(&view), "signature_seen": true });
    assert_eq!(office.call("services_accept", accept).unwrap_err()["kind"], "denial");

    // A number this centre already had accepted in the year is told.
    let back = json!({
        "command": next_id(), "act": view["key"], "seen": seen(&view),
        "remarks": [{ "code": "drawn_before_protocol", "own": null, "case": null }],
    });
    office.say("services_return", back);
    let waiting = office.say("services_vouchers", json!({ "centre": centre }));
    let (first, rest) = waiting.as_array().unwrap().split_first().unwrap();
    let one = draft(&centre, "123", std::slice::from_ref(first));
    let one = office.say("services_receive", json!({ "command": next_id(), "draft": one }));
    let accept =
        json!({ "command": next_id(), "act": one["key"], "seen": seen(&one), "signature_seen": true });
    office.say("services_accept", accept);
    let looked = office.say("services_examine", draft(&centre, " 123", rest));
    assert!(codes(&looked).iter().any(|code| code == "number_taken"), "{looked}");
}

#[test]
fn a_printed_act_is_one_sheet_for_all_its_cases_and_the_preview_is_the_file() {
    let office = Office::new();
    office.sign_in("accountant");
    let (view, vouchers) = office.received("124");
    let case = |place: usize| view["lines"][place]["case"].clone();
    let of_act = |office: &Office| -> Vec<Value> {
        let queue = office.say("print_queue", json!({}));
        let rows = queue.as_array().unwrap().iter();
        rows.filter(|row| row["kind"] == "act" && row["number"] == "124").cloned().collect()
    };
    let waiting = of_act(&office);
    assert_eq!(waiting.len(), 1, "one paper waits for {} cases: {waiting:?}", vouchers.len());
    assert_eq!(waiting[0]["name"], view["centre_name"], "it is told by its centre");

    let print = |place: usize| json!({ "case": case(place), "kind": "act", "language": "both", "printer": null, "copies": 1 });
    let first = office.say("print_paper", print(0));
    assert_eq!(first["copies"], json!(1), "the original");
    let rows = of_act(&office);
    assert_eq!(rows.len(), 1, "one sheet is one line: {rows:?}");
    assert_eq!(rows[0]["state"], "sent");
    office.say("print_mark", json!({ "id": rows[0]["id"], "came_out": true }));
    let second = office.say("print_paper", print(2));
    assert_eq!(second["copies"], json!(2), "by another case of the act it is still the second sheet");

    // Preview, file and job: the same bytes but for the number of the copy, which only a print has.
    let ask = json!({ "case": case(1), "kind": "act", "language": "both" });
    let preview = office.raw("paper_preview", ask.clone());
    let mut save = ask;
    save["folder"] = json!(null);
    let saved = office.say("paper_save", save);
    let file = std::fs::read(saved["path"].as_str().unwrap()).unwrap();
    assert!(file == preview, "the saved file is the preview");
    assert_eq!(saved["sha256"].as_str().unwrap(), hex(&preview));
    let jobs: Vec<PathBuf> = std::fs::read_dir(office.folder.path().join("papers"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("Tanu"))
        .collect();
    assert_eq!(jobs.len(), 2, "two jobs: {jobs:?}");
    let texts: Vec<String> = jobs.iter().map(|job| office.text_of(&std::fs::read(job).unwrap())).collect();
    let duplicates = texts.iter().filter(|text| text.to_lowercase().contains("дубликат")).count();
    assert_eq!(duplicates, 1, "only the second says so");
    office.sign_in("admin");
    let verified = office.say("journal_verify", json!({}));
    assert_eq!(verified["sound"], json!(true), "{verified}");
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
