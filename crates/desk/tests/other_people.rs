//! What belongs to others stays theirs: whoever asks by the id of a case, a copy, a print, an act, a draft or a
//! saved filter he may not see gets the answer he would get if there were no such thing, and nothing changes.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects"
)]

#[path = "shared/shapes.rs"]
mod shapes;

use chrono::{DateTime, Utc};
use desk::case::{kept, rows::Extra};
use desk::contract::COMMANDS;
use desk::contract::session::Role;
use desk::demonstration::make;
use desk::law::Books;
use desk::project::{self, Here};
use desk::world::{FixedClock, PreparedPicker, World, civil};
use desk::{Desk, Reply};
use rules::case::Event;
use rules::region::Region;
use serde_json::{Value, json};
use shapes::{Meaning, Shape, meaning, spots, with};
use std::path::{Path, PathBuf};
use store::{CaseId, Credential, Op, Store, SubjectId};
use uuid::Uuid;

/// A region with an office of its own; nobody of this office may look there.
const FAR: Region = Region::Pavlodar;
/// Stages whose cases are copied there, so that every kind of act finds something to be kept from.
const STAGES: [&str; 5] = ["in_review", "refusal_drafted", "confirmed", "issued", "act_received"];

fn morning() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc()
}

fn fresh() -> Uuid {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    Uuid::from_u128(u128::from(NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) << 64 | 0x7000)
}

/// Something of others, by everything it could be asked by.
#[derive(Clone, Debug)]
struct Thing {
    what: &'static str,
    case: Uuid,
    version: u64,
    document: String,
    print: String,
    act: Value,
}

impl Thing {
    /// The same question about something that is not there.
    fn nothing(&self) -> Thing {
        let act = match &self.act {
            Value::Null => Value::Null,
            act => with(act, "/number", json!("жоқ-404")),
        };
        Thing {
            case: fresh(),
            document: fresh().to_string(),
            print: fresh().to_string(),
            act,
            ..self.clone()
        }
    }

    /// Arguments that ask for it.
    fn asked(&self, command: &str, sample: &Value, shape: &Shape) -> Value {
        let mut args = sample.clone();
        for spot in spots(sample, shape) {
            let number = spot.name == "version" && spot.shape == Shape::Number;
            let is_act = matches!(&spot.shape, Shape::Record(fields) if fields.iter().any(|(name, _)| name == "returned"));
            let is_centre = spot.name == "centre" && self.act.is_object();
            let value = match spot.name.as_str() {
                _ if number => json!(self.version),
                _ if is_act && self.act.is_object() => self.act.clone(),
                "centre" if is_centre => self.act["centre"].clone(),
                "case" => json!(self.case),
                "command" => json!(fresh()),
                "document" => json!(self.document),
                "id" if command == "print_mark" => json!(self.print),
                "only" if spot.shape == Shape::Text => json!(format!("{}/voucher", self.case)),
                _ => continue,
            };
            args = with(&args, &spot.pointer, value);
        }
        args
    }
}

struct House {
    folder: tempfile::TempDir,
    desk: Desk,
    made: make::Made,
    /// A case the head of the labour mobility centre took in: the career centre may not see it.
    of_head: Thing,
    /// Cases of another region.
    far: Vec<Thing>,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = make::office(folder.path(), 14, 1, desk::world::strength_for_tests(), morning()).unwrap();
        let papers = folder.path().join("papers");
        let world = World {
            clock: Box::new(FixedClock::at(morning())),
            picker: Box::new(PreparedPicker::default()),
            printer: Box::new(desk::printing::Folder::at(&papers)),
            cost: desk::world::strength_for_tests(),
            room: desk::world::room_for_tests(),
            version: "test".into(),
            demonstration: None,
            papers,
        };
        let desk = Desk::open(folder.path(), world);
        let nothing = Thing {
            what: "",
            case: fresh(),
            version: 1,
            document: String::new(),
            print: fresh().to_string(),
            act: Value::Null,
        };
        let mut house = Self { folder, desk, made, of_head: nothing, far: Vec::new() };
        // What time brings has come before anything is compared.
        for login in ["specialist", "supervisor", "officer", "accountant", "head"] {
            house.sign_in(login);
        }
        house.of_head = house.taken_in();
        house.far = STAGES.iter().map(|stage| house.copied(stage)).collect();
        house
    }

    fn password(&self, login: &str) -> &str {
        &self.made.accounts.iter().find(|account| account.login == login).unwrap().password
    }

    fn sign_in(&self, login: &str) {
        self.say("session_sign_in", json!({ "login": login, "password": self.password(login) }));
    }

    fn call(&self, name: &str, args: Value) -> Result<Value, Value> {
        match self.desk.call(name, args) {
            Ok(Reply::Said { text, .. }) => {
                Ok(serde_json::from_str::<Value>(&text).unwrap()["value"].clone())
            }
            Ok(Reply::Raw(bytes)) => Ok(json!({ "bytes": bytes.len() })),
            Err(no) => Err(serde_json::to_value(no).unwrap()),
        }
    }

    fn say(&self, name: &str, args: Value) -> Value {
        self.call(name, args).unwrap_or_else(|no| panic!("{name} was refused: {no}"))
    }

    /// The head of the labour mobility centre takes in an application with its copies and prints it.
    fn taken_in(&self) -> Thing {
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").canonicalize().unwrap();
        let done = self.say("intake_folder", json!({ "path": demo.join("clean") }));
        let case = done["taken"][0]["case"].clone();
        let paper =
            json!({ "case": case, "kind": "application", "language": "kk", "printer": null, "copies": 1 });
        let print = self.say("print_paper", paper)["id"].as_str().unwrap().to_owned();
        let view = self.say("case_open", json!({ "case": case }));
        let document = view["documents"][0]["id"].as_str();
        let document = document.unwrap_or_else(|| panic!("a copy has an id: {}", view["documents"][0]));
        Thing {
            what: "a case of the labour mobility centre",
            case: case.as_str().unwrap().parse().unwrap(),
            version: view["version"].as_u64().unwrap(),
            document: document.to_owned(),
            print,
            act: Value::Null,
        }
    }

    /// The database as the auditor opens it beside the program.
    fn store(&self) -> Store {
        self.desk.lock();
        let key = Credential::password("auditor", self.password("auditor"));
        Store::unlock(self.folder.path(), &key, morning()).unwrap()
    }

    /// The history of a case of this office, as it would be of another region's, in the same database.
    fn copied(&self, stage: &'static str) -> Thing {
        let store = self.store();
        let mut open =
            store.open_cases().unwrap().into_iter().map(|id| store.find_case(id).unwrap().unwrap());
        let row = open.find(|row| row.stage == stage).unwrap_or_else(|| panic!("no case is {stage}"));
        let history = kept::read(&store.stream(&row.case.stream()).unwrap()).unwrap();
        let subject = SubjectId::new(morning()).unwrap();
        let case = CaseId::new(morning()).unwrap();
        let events = history.entries.into_iter().map(|mut entry| {
            if let Event::ApplicationReceived { office, region, .. } = &mut entry.event {
                *region = FAR;
                office.region = FAR;
                office.id = format!("{}-kc-1", FAR.code());
            }
            kept::keep(&entry, subject).unwrap()
        });
        let events: Vec<store::NewEvent> = events.collect();
        let day = civil(morning(), Region::Kostanay);
        let office = project::office(&store, day).unwrap().unwrap();
        let here = Here { office: &office, books: &Books::shipped().unwrap() };
        let actor = store.user().unwrap();
        let op = Op { name: "copy", actor, at: morning(), civil_date: day, edition: "B", command: None };
        store
            .write(op, |tx| {
                tx.append(&case.stream(), None, &events)?;
                project::stream(tx, &case.stream(), &here)
            })
            .unwrap();
        let row = store.find_case(case).unwrap().unwrap();
        assert_eq!((row.region.as_str(), row.stage.as_str()), (FAR.code(), stage), "it lies far away");
        let copy = store.attachments_of(subject).unwrap().into_iter().next();
        let act = Extra::of(&row).act.map_or(Value::Null, |mark| {
            json!({ "centre": mark.centre, "number": row.act, "drawn_on": mark.drawn_on, "returned": mark.returned })
        });
        Thing {
            what: stage,
            case: case.0,
            version: row.version,
            document: copy.map_or_else(|| fresh().to_string(), |copy| copy.what.id.to_string()),
            print: fresh().to_string(),
            act,
        }
    }

    /// What this person may not see.
    fn hidden_from(&self, role: Role, login: &str) -> Vec<Thing> {
        let mut hidden = self.far.clone();
        let of_career_centre = ["specialist", "supervisor"].contains(&login);
        if of_career_centre || role == Role::Administrator {
            hidden.push(self.of_head.clone());
        }
        hidden
    }

    /// Everything that could have changed, and the kinds of what the journal holds.
    fn state(&self) -> State {
        let store = self.store();
        let rows = |things: &[Thing]| {
            let row = |thing: &Thing| format!("{:?}", store.find_case(CaseId(thing.case)).unwrap());
            things.iter().map(row).collect::<Vec<_>>()
        };
        let last = |kind: &str| store.setting(None, &format!("last_number/{kind}/2025")).unwrap();
        let users = store.users().unwrap();
        let own = users.iter().map(|user| {
            let drafts = store.drafts(user.user).unwrap();
            let views = store.saved_views(user.user, "queue").unwrap();
            format!("{user:?} {drafts:?} {views:?}")
        });
        let page = store.journal_page(None, None, 200).unwrap();
        State {
            rows: [rows(&self.far), rows(std::slice::from_ref(&self.of_head))].concat(),
            numbers: [last("voucher"), last("refusal")],
            own: own.collect(),
            prints: format!("{:?}", store.prints_on(civil(morning(), Region::Kostanay)).unwrap()),
            files: files(&self.folder.path().join("papers")),
            last_seq: store.last_seq().unwrap(),
            kinds: page.events.iter().map(|event| event.kind.clone()).collect(),
        }
    }
}

#[derive(Debug)]
struct State {
    rows: Vec<String>,
    numbers: [Option<String>; 2],
    own: Vec<String>,
    prints: String,
    files: Vec<PathBuf>,
    last_seq: u64,
    /// Newest first.
    kinds: Vec<String>,
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

/// Whether a command takes the id of something that may be somebody else's; administrators see all people.
fn asks_by_id(command: &str, shape: &Shape) -> bool {
    let sample = shape.samples("").remove(0);
    spots(&sample, shape).iter().any(|spot| {
        let of_act =
            matches!(&spot.shape, Shape::Record(fields) if fields.iter().any(|(name, _)| name == "returned"));
        let text =
            spot.shape.takes(&json!("")) && meaning(&spot.name) == Meaning::Id && spot.name != "command";
        of_act || text && !command.starts_with("people_")
    })
}

/// Those who oversee the office are told of every case of it by its number: they read the journal of it and hand
/// a person what is kept of him.
fn may(role: Role, command: &str, thing: &Thing, of_head: &Thing) -> bool {
    let oversees = matches!(command, "journal_page" | "export_person");
    oversees && role == Role::Administrator && thing.case == of_head.case
}

#[test]
fn whoever_asks_for_what_is_not_his_is_answered_as_if_it_were_not_there() {
    let house = House::new();
    let commands = shapes::commands();
    let (mut tried, mut told) = (0u32, std::collections::BTreeSet::new());
    for account in &house.made.accounts {
        let before = house.state();
        house.sign_in(&account.login);
        for thing in house.hidden_from(account.role, &account.login) {
            for card in COMMANDS.iter().filter(|card| card.who.includes(account.role)) {
                let (_, shape) = commands.iter().find(|(name, _)| name == card.name).unwrap();
                if !asks_by_id(card.name, shape) || may(account.role, card.name, &thing, &house.of_head) {
                    continue;
                }
                for sample in shape.samples("") {
                    let (of_others, nothing) = (
                        house.call(card.name, thing.asked(card.name, &sample, shape)),
                        house.call(card.name, thing.nothing().asked(card.name, &sample, shape)),
                    );
                    let place = format!("{} by {} of {}: {sample}", card.name, account.login, thing.what);
                    assert_eq!(of_others, nothing, "{place}: the answer tells that it is there");
                    match &of_others {
                        Err(no) => {
                            let kind = no["kind"].as_str().unwrap();
                            assert!(["denial", "invalid"].contains(&kind), "{place}: {no}");
                            assert_ne!(no["code"], "arguments", "{place}: the arguments fit");
                            told.insert(no["code"].as_str().unwrap().to_owned());
                        }
                        // A list of what may be seen, in which the thing is not.
                        Ok(answer) => assert!(is_empty(answer), "{place}: {answer}"),
                    }
                    tried += 1;
                }
            }
        }
        let after = house.state();
        assert_eq!(after.rows, before.rows, "{}: no case changed", account.login);
        assert_eq!(after.numbers, before.numbers, "{}: no number was taken", account.login);
        assert_eq!(after.own, before.own, "{}: no draft, filter or person changed", account.login);
        assert_eq!(after.prints, before.prints, "{}: nothing was printed", account.login);
        assert_eq!(after.files, before.files, "{}: nothing was saved", account.login);
        let written = usize::try_from(after.last_seq - before.last_seq).unwrap();
        assert_eq!(after.kinds[..written], ["locked", "signed_in"], "{}: the journal", account.login);
    }
    println!("{tried} questions, answered {told:?}");
    assert!(tried > 1_000, "{tried} questions");
    assert!(told.contains("no-case") && told.contains("no-act") && told.contains("no-print"), "{told:?}");
}

fn is_empty(answer: &Value) -> bool {
    match answer {
        Value::Array(list) => list.is_empty(),
        Value::Object(record) => record.get("rows").is_some_and(|rows| rows == &json!([])),
        _ => false,
    }
}

#[test]
fn a_copy_of_another_case_is_not_given_out_through_ones_own() {
    let house = House::new();
    house.sign_in("officer");
    let own = house.far[0].clone();
    let page = house.say(
        "queue_page",
        json!({ "strip": null, "mine": false, "closed": false, "text": null, "centre": null, "stages": [],
                "order": "fatal_date", "page": { "offset": 0, "limit": 200 } }),
    );
    let rows = page["rows"].as_array().unwrap();
    let seen = |case: Uuid| rows.iter().any(|row| row["case"] == json!(case));
    assert!(seen(house.of_head.case) && !seen(own.case), "the officer sees the region and nothing beyond");
    let mine = rows.iter().find(|row| row["case"] != json!(house.of_head.case)).unwrap()["case"].clone();
    let given = house
        .call("case_document", json!({ "case": house.of_head.case, "document": house.of_head.document }));
    assert!(given.is_ok(), "a copy of a case that may be seen: {given:?}");
    let taken = house.call("case_document", json!({ "case": mine, "document": house.of_head.document }));
    let nothing = house.call("case_document", json!({ "case": mine, "document": fresh() }));
    assert_eq!(taken, nothing, "a copy is part of its own case only");
}

#[test]
fn drafts_and_saved_filters_are_their_writers_alone() {
    let house = House::new();
    let view = |name: &str, filter: &str| json!({ "name": name, "filter": filter });
    house.sign_in("specialist");
    house.say("views_save", view("менікі", "{\"a\":1}"));
    let case = {
        let page = json!({ "strip": null, "mine": false, "closed": false, "text": null, "centre": null,
            "stages": ["in_review"], "order": "fatal_date", "page": { "offset": 0, "limit": 200 } });
        house.say("queue_page", page)["rows"][0]["case"].clone()
    };
    // A check that a person must look at is failed, so that there is something to write about.
    let opened = house.say("case_open", json!({ "case": case }));
    let checks = opened["checks"].as_array().unwrap();
    let check = checks.iter().find(|check| check["may_record"] == true && !check["ground"].is_null());
    let check = check.unwrap_or_else(|| &checks[0])["check"].clone();
    let fails = json!({ "do": "record_check", "check": check, "verdict": "fail", "note": "көрдім" });
    let act = json!({ "case": case, "version": opened["version"], "command": fresh(), "act": fails });
    house.say("case_act", act);
    let opened = house.say("refusal_open", json!({ "case": case }));
    let about = opened["items"][0]["check"].clone();
    let save = |words: &str| {
        json!({ "case": case, "version": opened["version"], "command": fresh(),
                "items": [{ "check": about, "included": true, "kk": words, "ru": words }] })
    };
    house.say("refusal_save", save("маманның құпия сөзі"));
    for login in ["supervisor", "officer", "head", "accountant"] {
        house.sign_in(login);
        let seen = house.say("refusal_open", json!({ "case": case }));
        assert!(!seen.to_string().contains("құпия"), "{login} does not read another's draft: {seen}");
        house.say("refusal_save", save(&format!("{login} жазды")));
        assert_eq!(house.say("views_list", json!({})), json!([]), "{login} has no filters");
        assert_eq!(house.say("views_delete", json!({ "name": "менікі" })), json!([]));
        house.say("views_save", view("менікі", "{\"b\":2}"));
        house.say("views_delete", json!({ "name": "менікі" }));
    }
    house.sign_in("specialist");
    let own = house.say("refusal_open", json!({ "case": case }));
    assert_eq!(own["items"][0]["kk"], "маманның құпия сөзі", "nobody wrote over it");
    let views = house.say("views_list", json!({}));
    assert_eq!(views, json!([{ "name": "менікі", "filter": "{\"a\":1}" }]), "nobody took it away");
}

#[test]
fn the_id_of_anothers_command_does_nothing_and_says_so() {
    let house = House::new();
    house.sign_in("officer");
    let row = |stage: &str| {
        let page = json!({ "strip": null, "mine": false, "closed": false, "text": null, "centre": null,
            "stages": [stage], "order": "fatal_date", "page": { "offset": 0, "limit": 200 } });
        house.say("queue_page", page)["rows"][0]["case"].clone()
    };
    let (one, other) = (row("issued"), row("confirmed"));
    let note = |case: &Value, command: Uuid, text: &str| {
        let version = house.say("case_open", json!({ "case": case }))["version"].clone();
        let act = json!({ "do": "add_note", "about": "note", "text": text });
        house.call("case_act", json!({ "case": case, "version": version, "command": command, "act": act }))
    };
    let command = fresh();
    let first = note(&one, command, "бірінші").unwrap();
    assert_eq!(note(&one, command, "бірінші").unwrap(), first, "the same again changes nothing");
    let before = house.say("case_open", json!({ "case": other }))["version"].clone();
    let no = note(&other, command, "екінші").unwrap_err();
    assert_eq!(no["code"], "command-reused", "another case under the same id: {no}");
    let after = house.say("case_open", json!({ "case": other }))["version"].clone();
    assert_eq!(after, before, "and nothing was written");
}
