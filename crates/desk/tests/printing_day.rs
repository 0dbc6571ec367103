//! Printing at the desk: the papers of the day in one job of a real spooler, what came out of the tray, copies and
//! duplicates, the code on the paper, and the registers of what the screen shows.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where its own preparations fail"
)]

use chrono::{DateTime, Utc};
use desk::printing::Cups;
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use spooler::Spooler;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

const SPECIALIST: (&str, &str) = ("aigul", "steppe tulip morning");
const SUPERVISOR: (&str, &str) = ("marat", "golden eagle summit");
const ADMIN: (&str, &str) = ("timur", "silver birch garden");

struct House {
    folder: tempfile::TempDir,
    spooler: Spooler,
    desk: Desk,
}

fn demo_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").canonicalize().unwrap()
}

impl House {
    /// An office with two refusals formed today and a printer behind a spooler of its own.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let spooler = Spooler::start().unwrap_or_else(|problem| panic!("no spooler of our own: {problem}"));
        let now: DateTime<Utc> = "2025-03-11T05:00:00Z".parse().unwrap();
        let world = World {
            clock: Box::new(Arc::new(FixedClock::at(now))),
            picker: Box::new(PreparedPicker::default()),
            printer: Box::new(Cups::at(&spooler.address())),
            cost: store::Cost::weak_for_tests(),
            room: desk::world::room_for_tests(),
            version: "test".into(),
            demonstration: Some(demo_folder()),
            papers: folder.path().join("papers"),
        };
        let desk = Desk::open(folder.path().join("data"), world);
        let house = Self { folder, spooler, desk };
        house.say(
            "office_found",
            json!({
                "name_kk": "Мансап орталығы", "name_ru": "Карьерный центр",
                "mobility_centre_kk": "Қостанай облысының еңбек мобильділігі орталығы",
                "mobility_centre_ru": "Центр трудовой мобильности Костанайской области",
                "region": "39", "week": 5, "login": ADMIN.0, "name": "Нұрланов Тимур", "password": ADMIN.1,
            }),
        );
        house.sign_in(ADMIN);
        for (who, name, role) in [
            (SPECIALIST, "Серікова Айгүл Бақытқызы", "specialist"),
            (SUPERVISOR, "Жұмабеков Марат Ерікұлы", "supervisor"),
        ] {
            house.say(
                "people_add",
                json!({ "login": who.0, "name": name, "role": role, "office": "career_centre", "password": who.1 }),
            );
        }
        house.sign_in(SPECIALIST);
        let cases = ["defective", "saturday"].map(|name| house.import(name));
        for (case, fails) in cases.iter().zip(["copy_name", "copy_readable"]) {
            house.draft_refusal(case, fails);
        }
        house.sign_in(SUPERVISOR);
        for case in &cases {
            let read = house.say("refusal_open", json!({ "case": case }));
            assert_eq!(house.say("refusal_approve", step(&read))["state"], "formed");
        }
        house
    }

    fn said(&self, name: &str, args: Value) -> Result<Value, Value> {
        match self.desk.call(name, args) {
            Ok(Reply::Said { text, .. }) => {
                Ok(serde_json::from_str::<Value>(&text).unwrap()["value"].clone())
            }
            Ok(Reply::Raw(bytes)) => panic!("{name} gave {} bytes instead of an answer", bytes.len()),
            Err(no) => Err(serde_json::to_value(no).unwrap()),
        }
    }

    fn say(&self, name: &str, args: Value) -> Value {
        self.said(name, args).unwrap_or_else(|no| panic!("{name} was refused: {no}"))
    }

    fn raw(&self, name: &str, args: Value) -> Vec<u8> {
        match self.desk.call(name, args) {
            Ok(Reply::Raw(bytes)) => bytes,
            Ok(Reply::Said { text, .. }) => panic!("{name} gave an answer instead of bytes: {text}"),
            Err(no) => panic!("{name} was refused: {no:?}"),
        }
    }

    fn sign_in(&self, who: (&str, &str)) {
        let started = Instant::now();
        // Programs started beside this one hold the lock of the vault between fork and exec, for a moment.
        while let Err(no) = self.said("session_sign_in", json!({ "login": who.0, "password": who.1 })) {
            assert!(no["code"] == "in-use" && started.elapsed() < Duration::from_secs(5), "{no}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn import(&self, name: &str) -> String {
        let done = self.say("intake_folder", json!({ "path": demo_folder().join(name) }));
        done["taken"][0]["case"].as_str().expect("an imported case has an id").to_owned()
    }

    /// Decides every check that waits for a person, the named one with "fail", and sends the draft to be signed.
    fn draft_refusal(&self, case: &str, fails: &str) {
        loop {
            let view = self.say("case_open", json!({ "case": case }));
            let checks = view["checks"].as_array().unwrap();
            let Some(check) = checks.iter().find(|check| check["verdict"] == "human") else { break };
            let key = check["check"].as_str().unwrap();
            let verdict = if key.starts_with(fails) { "fail" } else { "pass" };
            let act =
                json!({ "do": "record_check", "check": key, "verdict": verdict, "note": "Просмотрено" });
            let mut step = step(&view);
            step["act"] = act;
            self.say("case_act", step);
        }
        let draft = self.say("refusal_open", json!({ "case": case }));
        let items: Vec<Value> = draft["items"].as_array().unwrap().iter().map(letter_line).collect();
        let mut save = step(&draft);
        save["items"] = json!(items);
        self.say("refusal_save", save);
        let draft = self.say("refusal_open", json!({ "case": case }));
        assert_eq!(self.say("refusal_submit", step(&draft))["state"], "to_sign", "{case}");
    }

    fn queue(&self) -> Vec<Value> {
        self.say("print_queue", json!({})).as_array().unwrap().clone()
    }

    fn in_state(&self, state: &str) -> Vec<Value> {
        self.queue().into_iter().filter(|row| row["state"] == state).collect()
    }
}

/// A line of the letter as a specialist leaves it: what was written for him, or a sentence of his own.
fn letter_line(item: &Value) -> Value {
    let written = item["kk"] != item["ru"];
    let (kk, ru) = if written {
        (item["kk"].clone(), item["ru"].clone())
    } else {
        (json!("Талап етілетін жұмыс өтілі расталмаған"), json!("Требуемый стаж работы не подтверждён"))
    };
    json!({ "check": item["check"], "included": true, "kk": kk, "ru": ru })
}

fn step(view: &Value) -> Value {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    let serial = u128::from(NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    json!({ "case": view["case"], "version": view["version"], "command": uuid::Uuid::from_u128(serial) })
}

fn batch() -> Value {
    json!({ "printer": null, "language": "both", "only": [], "copies": 1 })
}

fn run(program: &str, arguments: &[&str]) -> String {
    let out = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|problem| panic!("{program}: {problem}"));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

fn text_of(house: &House, pdf: &[u8]) -> String {
    let file = house.folder.path().join("job.pdf");
    std::fs::write(&file, pdf).unwrap();
    run("pdftotext", &["-layout", &file.display().to_string(), "-"])
}

fn codes_of(house: &House, pdf: &[u8]) -> Vec<String> {
    let file = house.folder.path().join("codes.pdf");
    std::fs::write(&file, pdf).unwrap();
    let pages = house.folder.path().join("pages");
    std::fs::create_dir_all(&pages).unwrap();
    run(
        "pdftoppm",
        &["-r", "200", "-gray", "-png", &file.display().to_string(), &pages.join("p").display().to_string()],
    );
    let mut pictures: Vec<PathBuf> =
        std::fs::read_dir(&pages).unwrap().map(|entry| entry.unwrap().path()).collect();
    pictures.sort();
    let found =
        pictures.iter().map(|picture| run("zbarimg", &["--quiet", "--raw", &picture.display().to_string()]));
    found.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn the_papers_of_the_day_are_one_job_and_what_is_previewed_is_what_is_sent() {
    let house = House::new();
    assert_eq!(house.in_state("waiting").len(), 2, "two refusals wait");
    let preview = house.raw("print_day_preview", batch());
    let printed = house.say("print_day", batch());
    assert_eq!(printed.as_array().unwrap().len(), 2, "both are on their way and nothing waits: {printed}");
    let got = house.spooler.received_at_least(1).unwrap();
    assert_eq!(got.len(), 1, "one job");
    assert!(got[0] == preview, "the printer got the very bytes of the preview");
    let text = text_of(&house, &preview);
    for words in ["Жұмабеков М. Е.", "Қалиева Дана Ерланқызы", "Петренко Олег Андреевич"]
    {
        assert!(text.contains(words), "{words} is on the cover or in a letter: {text}");
    }
    let cover = text.split('\u{c}').next().unwrap();
    assert!(cover.contains("Мотивированный"), "the cover says what each paper is: {cover}");
    let log = house.spooler.page_log();
    assert!(log.contains("Tanu 2025-03-11 1"), "the title of the job names nobody: {log}");
    let no = house.said("print_day", batch()).expect_err("everything is printed");
    assert_eq!(no["code"], "nothing-to-print");

    // The codes on the letters are genuine, and a changed one is not.
    let codes = codes_of(&house, &preview);
    assert_eq!(codes.len(), 2, "a code on each letter, none on the cover: {codes:?}");
    for code in &codes {
        let view = house.say("seal_verify", json!({ "payload": code }));
        assert_eq!((&view["holds"], &view["said"]["key"]), (&json!(true), &json!("seal-holds")), "{view}");
        assert_eq!(view["office"], "Қостанай облысының еңбек мобильділігі орталығы");
        let changed = code.replace("20250311", "20250310");
        let view = house.say("seal_verify", json!({ "payload": changed }));
        assert_eq!((&view["holds"], &view["said"]["key"]), (&json!(false), &json!("seal-forged")), "{view}");
    }
    let keys = house.raw("seal_public_keys", json!({}));
    let keys = signing::seal::PublicKeys::parse(std::str::from_utf8(&keys).unwrap()).unwrap();
    assert!(signing::seal::verify(&codes[0], &keys).is_ok(), "the file of public keys verifies it elsewhere");
}

#[test]
fn what_did_not_come_out_is_printed_again_as_the_original_and_what_did_as_a_duplicate() {
    let house = House::new();
    house.say("print_day", batch());
    let sent = house.in_state("sent");
    let (jammed, good) = (&sent[0], &sent[1]);
    house.say("print_mark", json!({ "id": jammed["id"], "came_out": false }));
    house.say("print_mark", json!({ "id": good["id"], "came_out": true }));
    let waiting = house.in_state("waiting");
    assert_eq!(waiting.len(), 1, "only the jammed one waits again");
    assert_eq!(waiting[0]["case"], jammed["case"]);
    house.say(
        "print_day",
        json!({ "printer": null, "language": "both", "only": [waiting[0]["id"]], "copies": 1 }),
    );
    let again = house.queue();
    let again = again.iter().find(|row| row["case"] == jammed["case"] && row["state"] == "sent").unwrap();
    assert_eq!(again["copies"], 1, "a sheet that never came out was no copy");

    let one = json!({ "case": good["case"], "kind": "refusal", "language": "ru", "printer": "office", "copies": 1 });
    let duplicate = house.say("print_paper", one);
    assert_eq!(duplicate["copies"], 2, "the second sheet in the world is the second copy");
    let got = house.spooler.received_at_least(3).unwrap();
    let text = text_of(&house, &got[2]).to_lowercase();
    assert!(text.contains("дубликат"), "and says so: {text}");
    assert!(
        !text_of(&house, &got[1]).to_lowercase().contains("дубликат"),
        "the reprint of the jammed one does not"
    );
    let no = house.said("print_mark", json!({ "id": uuid::Uuid::nil(), "came_out": true }));
    assert_eq!(no.expect_err("no such print")["code"], "no-print");
}

#[test]
fn a_job_the_spooler_gave_up_comes_back_by_itself() {
    let house = House::new();
    house.spooler.stop_queue().unwrap();
    house.say("print_day", batch());
    assert_eq!(house.in_state("sent").len(), 2, "the job waits in the spooler");
    house.spooler.cancel_all().unwrap();
    let started = Instant::now();
    while house.in_state("waiting").len() < 2 {
        assert!(
            started.elapsed() < Duration::from_secs(30),
            "the cancelled job was not noticed: {:?}",
            house.queue()
        );
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(house.in_state("failed").len(), 2, "both prints are told as failed");
    assert_eq!(house.spooler.received().len(), 0, "nothing reached the printer");
    house.sign_in(ADMIN);
    let verified = house.say("journal_verify", json!({}));
    assert_eq!(verified["sound"], json!(true), "rows and journal agree: {verified}");
}

#[test]
fn a_register_holds_what_the_screen_shows_and_tells_how_it_was_chosen() {
    let house = House::new();
    let filter = |text: Value| {
        json!({
            "strip": null, "mine": false, "closed": true, "text": text, "centre": null, "stages": [],
            "order": "name", "page": { "offset": 0, "limit": 1 },
        })
    };
    let ask = |kind: &str, text: Value| json!({ "kind": kind, "language": "ru", "filter": filter(text), "from": null, "to": null, "folder": null });
    let all = house.say("register_save", ask("refusals", json!(null)));
    assert_eq!(all["rows"], 2, "every row of the filter, not one page of it");
    let one = house.say("register_save", ask("refusals", json!("Петренко")));
    assert_eq!(one["rows"], 1, "the filter on screen holds");
    assert_ne!(all["path"], one["path"], "no file is written over another");
    let bytes = std::fs::read(one["path"].as_str().unwrap()).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(std::io::Cursor::new(&bytes)).unwrap();
    let parameters = calamine::Reader::worksheet_range(&mut book, "Параметры").unwrap();
    let told: String = parameters.rows().map(|row| format!("{}={}\n", row[0], row[1])).collect();
    for words in ["«Петренко»", "Редакция Правил=B", "Жұмабеков Марат Ерікұлы", "11.03.2025 10:00", "Строк=1"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    let mut later = ask("refusals", json!(null));
    later["from"] = json!("2025-03-12");
    assert_eq!(house.say("register_save", later)["rows"], 0, "nothing was refused after that day");
    let paper = house.raw("register_preview", ask("refusals", json!(null)));
    assert!(text_of(&house, &paper).contains("Петренко Олег"), "the same rows on paper");
    house.sign_in(ADMIN);
    let journal = house.say("journal_page", json!({ "case": null, "page": { "offset": 0, "limit": 200 } }));
    let saved =
        journal["rows"].as_array().unwrap().iter().filter(|row| row["code"] == "register_saved").count();
    assert_eq!(saved, 3, "who took names out of the vault is written");
}
