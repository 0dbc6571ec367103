//! The day itself. Whatever names a person is told to the one who searches; at every step the search has its turn.

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use desk::demonstration::make;
use desk::printing::Cups;
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};

/// Login, name, role, office, password of those who work this day; none of them is public.
const STAFF: [(&str, &str, &str, &str, &str); 6] = [
    (
        "zhansaya.login",
        "Құдайбергенова Жансая Сырымқызы",
        "specialist",
        "career_centre",
        "amber lantern meadow 41",
    ),
    ("bekzat.login", "Өтегенов Бекзат Әділұлы", "supervisor", "career_centre", "quiet granite harbour 52"),
    (
        "togzhan.login",
        "Ғабдуллина Тоғжан Іңкәрқызы",
        "mobility_officer",
        "mobility_centre",
        "velvet compass orchard 63",
    ),
    (
        "yerlan.login",
        "Шәкірова Ұлбосын Ерланқызы",
        "accountant",
        "mobility_centre",
        "copper willow station 74",
    ),
    (
        "sabira.login",
        "Жүнісова Сәбира Төлегенқызы",
        "administrator",
        "career_centre",
        "marble thunder kettle 85",
    ),
    ("daniyar.login", "Мұқанов Данияр Қайратұлы", "auditor", "mobility_centre", "saffron window bridge 96"),
];
const WRONG: &str = "guessed wrongly 1234";
const PASSPHRASE: &str = "phrase of an export 9876";
const NEW_PASSWORD: &str = "juniper basket skyline 17";

struct Day {
    root: PathBuf,
    clock: Arc<FixedClock>,
    desk: Desk,
}

fn secret(text: &str) {
    if text.len() >= 8 {
        println!("@secret {text}");
    }
}

/// Each word of a name, and the whole of it.
fn secret_name(name: &str) {
    secret(name);
    name.split(' ').for_each(secret);
}

/// Waits until everything that lies on the disk now was searched.
fn step(name: &str) {
    println!("@step {name}");
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).unwrap();
    assert_eq!(line, "go on\n", "the one who searches is there");
}

fn demo_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").canonicalize().unwrap()
}

fn open(root: &Path, data: &str, clock: &Arc<FixedClock>, printer: &str) -> Desk {
    let world = World {
        clock: Box::new(clock.clone()),
        picker: Box::new(PreparedPicker { answer: Some(root.join("chosen")), ..Default::default() }),
        printer: Box::new(Cups::at(printer)),
        cost: desk::world::strength_for_tests(),
        room: desk::world::room_for_tests(),
        version: "test".into(),
        demonstration: Some(demo_folder()),
        papers: root.join("chosen"),
    };
    Desk::open(root.join(data), world)
}

fn call(desk: &Desk, name: &str, args: Value) -> Result<Value, Value> {
    match desk.call(name, args) {
        Ok(Reply::Said { text, .. }) => Ok(serde_json::from_str::<Value>(&text).unwrap()["value"].clone()),
        Ok(Reply::Raw(bytes)) => Ok(json!(bytes.len())),
        Err(no) => Err(serde_json::to_value(no).unwrap()),
    }
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn next_id() -> String {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    uuid::Uuid::from_u128(u128::from(NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed))).to_string()
}

impl Day {
    fn say(&self, name: &str, args: Value) -> Value {
        call(&self.desk, name, args).unwrap_or_else(|no| panic!("{name} was refused: {no}"))
    }

    fn sits(&self, role: &str) {
        let who = STAFF.iter().find(|who| who.2 == role).unwrap();
        self.say("session_sign_in", json!({ "login": who.0, "password": who.4 }));
    }

    fn cases(&self, closed: bool, stages: &[&str]) -> Vec<Value> {
        let ask = json!({
            "strip": null, "mine": false, "closed": closed, "text": null, "centre": null,
            "stages": stages, "order": "fatal_date", "page": { "offset": 0, "limit": 200 },
        });
        list(&self.say("queue_page", ask)["rows"])
    }

    fn act(&self, case: &Value, act: Value) {
        let view = self.say("case_open", json!({ "case": case }));
        self.say(
            "case_act",
            json!({ "case": case, "version": view["version"], "command": next_id(), "act": act }),
        );
    }

    fn decide(&self, case: &Value, fails: &str) {
        loop {
            let view = self.say("case_open", json!({ "case": case }));
            let checks = list(&view["checks"]);
            let Some(check) = checks.iter().find(|check| check["verdict"] == "human") else { return };
            let key = check["check"].as_str().unwrap();
            let verdict = if key.starts_with(fails) { "fail" } else { "pass" };
            self.act(
                case,
                json!({ "do": "record_check", "check": key, "verdict": verdict, "note": "Просмотрено" }),
            );
        }
    }

    /// Tells the searcher everybody in the queue, by every number that may be shown in whole.
    fn tell_people(&self) {
        for row in [false, true].into_iter().flat_map(|closed| self.cases(closed, &[])) {
            secret_name(row["name"].as_str().unwrap());
            for field in ["F1-03", "F1-10", "F1-14", "F1-15"] {
                if let Ok(shown) =
                    call(&self.desk, "case_reveal", json!({ "case": row["case"], "field": field }))
                {
                    secret(shown["value"].as_str().unwrap());
                }
            }
        }
    }
}

fn texts(value: &Value, tell: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => tell(text),
        Value::Array(parts) => parts.iter().for_each(|part| texts(part, tell)),
        Value::Object(parts) => parts.values().for_each(|part| texts(part, tell)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

pub(crate) fn work(root: &Path, printer: &str) {
    // The name of the test stands on the line before.
    println!();
    let data = root.join("data");
    desk::crash::watch(data.clone(), "test".into());
    let at = chrono::DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
    let made = make::office(&data, 40, 5, desk::world::strength_for_tests(), at).unwrap();
    let clock = Arc::new(FixedClock::at(at));
    let day = Day { root: root.to_owned(), desk: open(root, "data", &clock, printer), clock };
    let chosen = json!(root.join("chosen"));

    // The accounts of a demonstration are public; a patronymic of theirs may be that of an invented person too.
    for word in made.accounts.iter().flat_map(|account| account.name.split(' ')) {
        println!("@public {word}");
    }
    let admin = made.accounts.iter().find(|account| account.login == "admin").unwrap();
    day.say("session_sign_in", json!({ "login": admin.login, "password": admin.password }));
    for (login, name, role, office, password) in STAFF {
        secret(login);
        secret_name(name);
        secret(password);
        day.say(
            "people_add",
            json!({ "login": login, "name": name, "role": role, "office": office, "password": password }),
        );
    }
    [WRONG, PASSPHRASE, NEW_PASSWORD].into_iter().for_each(secret);
    for login in [STAFF[0].0, "nobody.of.this.name"] {
        let no = call(&day.desk, "session_sign_in", json!({ "login": login, "password": WRONG }));
        assert!(no.is_err(), "a wrong password opens nothing");
    }
    day.clock.pass(Duration::from_secs(61));
    step("people and wrong passwords");

    day.sits("specialist");
    for name in ["clean", "defective", "saturday"] {
        let text = std::fs::read_to_string(demo_folder().join(name).join("application.json")).unwrap();
        let application: Value = serde_json::from_str(&text).unwrap();
        for part in ["applicant", "account", "residence"] {
            texts(&application[part], &mut |text| {
                // A day of birth and a number of КАТО lie in many files that name nobody.
                if text.len() > 11 {
                    secret(text);
                }
            });
        }
        secret_name(application["applicant"]["surname"].as_str().unwrap());
    }
    let taken: Vec<Value> = ["clean", "defective"]
        .iter()
        .map(|name| {
            day.say("intake_folder", json!({ "path": demo_folder().join(name) }))["taken"][0]["case"].clone()
        })
        .collect();
    let (clean, defective) = (&taken[0], &taken[1]);
    day.say("intake_folder", json!({ "path": demo_folder().join("saturday") }));
    day.tell_people();
    day.say("search_all", json!({ "text": "қалиева", "limit": 5 }));
    let view = day.say("case_open", json!({ "case": clean }));
    for document in list(&view["documents"]) {
        day.say("case_document", json!({ "case": clean, "document": document["id"] }));
    }
    step("import, search and copies");

    day.decide(clean, "none");
    day.act(clean, json!({ "do": "forward_to_mobility_centre" }));
    day.decide(defective, "copy_name");
    let draft = day.say("refusal_open", json!({ "case": defective }));
    let lines: Vec<Value> = list(&draft["items"])
        .iter()
        .map(|item| json!({ "check": item["check"], "included": true, "kk": item["kk"], "ru": item["ru"] }))
        .collect();
    let of = |view: &Value| json!({ "case": view["case"], "version": view["version"], "command": next_id() });
    let mut save = of(&draft);
    save["items"] = json!(lines);
    day.say("refusal_save", save);
    step("checks and a draft");
    let draft = day.say("refusal_open", json!({ "case": defective }));
    day.say("refusal_submit", of(&draft));
    day.sits("supervisor");
    let read = day.say("refusal_open", json!({ "case": defective }));
    let paper = json!({ "case": defective, "kind": "refusal", "language": "both" });
    day.say("paper_preview", paper.clone());
    assert_eq!(day.say("refusal_approve", of(&read))["state"], "formed", "the letter is signed");
    let mut to = paper;
    to["folder"] = chosen.clone();
    day.say("paper_save", to);
    let batch = json!({ "printer": null, "language": "both", "only": [], "copies": 1 });
    day.say("print_day_preview", batch.clone());
    day.say("print_day", batch);
    step("approval, a saved paper and the papers of the day through the spooler");

    day.sits("mobility_officer");
    day.say("paper_preview", json!({ "case": clean, "kind": "application", "language": "kk" }));
    for row in day.cases(false, &["issued"]) {
        day.act(&row["case"], json!({ "do": "record_use", "admitted_on": null }));
    }
    for row in day.cases(false, &["used"]) {
        let protocol = json!({
            "do": "record_protocol", "number": "7-П", "signed_on": null, "exam_on": null, "passed": true,
            "venue": null, "remote": false,
        });
        day.act(&row["case"], protocol);
    }
    day.sits("accountant");
    let centres = list(&day.say("services_list", json!({ "closed": false }))["centres"]);
    let centre = centres.iter().max_by_key(|one| one["vouchers"].as_u64()).unwrap()["centre"].clone();
    let lines: Vec<Value> = list(&day.say("services_vouchers", json!({ "centre": centre })))
        .iter()
        .map(|one| json!({ "case": one["case"], "version": one["version"], "price": one["agreed"] }))
        .collect();
    let draft = json!({
        "centre": centre, "number": "118", "drawn_on": "2025-03-11", "received_on": "2025-03-11", "lines": lines,
    });
    day.say("services_preview", json!({ "draft": draft, "language": "both" }));
    let act = day.say("services_receive", json!({ "command": next_id(), "draft": draft }));
    step("vouchers, protocols and an act");
    let seen: Vec<Value> = list(&act["lines"])
        .iter()
        .map(|line| json!({ "case": line["case"], "version": line["version"] }))
        .collect();
    day.say(
        "services_accept",
        json!({ "command": next_id(), "act": act["key"], "seen": seen, "signature_seen": true }),
    );
    for line in list(&act["lines"]).iter().take(2) {
        day.act(&line["case"], json!({ "do": "send_payment", "payee": "recognition_centre", "order": "77" }));
    }
    let filter = json!({
        "strip": null, "mine": false, "closed": true, "text": null, "centre": null, "stages": [], "order": "name",
        "page": { "offset": 0, "limit": 50 },
    });
    for kind in ["applications", "vouchers", "payments"] {
        let ask = json!({ "kind": kind, "language": "ru", "filter": filter, "from": null, "to": null, "folder": chosen });
        day.say("register_save", ask.clone());
        day.say("register_preview", ask);
    }
    step("payments and registers");

    day.sits("administrator");
    let stick = root.join("stick");
    let export = json!({ "case": clean, "folder": stick, "passphrase": PASSPHRASE });
    day.say("export_person", export);
    day.say("backup_now", json!({ "folder": null }));
    day.say("backup_now", json!({ "folder": stick }));
    day.say("backup_away_set", json!({ "folder": stick, "warn_days": 3 }));
    day.clock.pass(Duration::from_secs(60 * 60));
    day.sits("administrator");
    assert!(day.desk.carry_away_if_due(), "the copy of the day goes to another disk");
    day.say("journal_verify", json!({}));
    let card = day.say("people_recovery_card", json!({}));
    let groups: Vec<&str> = card["groups"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    secret(&groups.join("-"));
    secret(&groups.join(""));
    secret(&groups[..2].join("-"));
    day.say("card_print", json!({ "language": "both", "printer": null }));
    step("export, backup, a copy away and the card while it is shown");
    day.say("card_done", json!({}));
    let change = json!({ "old": STAFF[4].4, "new": NEW_PASSWORD });
    day.say("session_change_password", change);
    let name = STAFF[0].1;
    let fallen = std::thread::spawn(move || panic!("{name} {WRONG}")).join();
    assert!(fallen.is_err(), "it fell");
    step("another password and a fall");
    day.desk.lock();
    step("locked");
    // The office of this day is a demonstration, whose mark lies beside its vault.
    std::fs::copy(data.join("demonstration.json"), root.join("second/demonstration.json")).unwrap();
    let new = open(&day.root, "second", &day.clock, printer);
    let found = call(&new, "backup_look", json!({ "folder": stick })).unwrap();
    assert_eq!(found[0]["condition"], "whole", "a backup is told before it is opened");
    let key = json!({ "by": "password", "login": STAFF[4].0, "password": STAFF[4].4 });
    let seated = call(&new, "office_restore", json!({ "folder": found[0]["folder"], "key": key }));
    // A code, not a person; the panic itself would say nothing.
    println!("restored: {:?}", seated.as_ref().err());
    assert_eq!(seated.unwrap()["state"], "open", "work goes on there");
    step("restored on a second computer");
    new.lock();
    drop(new);
    drop(day);
    step("everything closed");
}
