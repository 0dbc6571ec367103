//! The whole program as the window asks it, with its ciphers and without: the same commands through the same desk.
//!
//! `cargo bench -p desk --features bench --bench program -- 100000`. Each side runs in a process of its own. The
//! side without ciphers lays pages and bodies in the clear; journal, chain, signatures and witnesses stay.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench is a program that prints figures and ends at the first failure"
)]

#[path = "program/fill.rs"]
mod fill;
#[path = "../../store/benches/store/measure.rs"]
mod measure;
#[expect(dead_code, reason = "the bench of the store asks for the rest of a person")]
#[path = "../../store/benches/store/people.rs"]
mod people;

use std::path::Path;
use std::sync::Arc;

use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use measure::{Measured, compare, times_and_cpu};
use people::{person, six_digits, surname_and_name, two_letters};
use serde_json::{Value, json};

const SPECIALIST: &str = "specialist";
const OFFICER: &str = "mobility_officer";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if let [side, cases, dir] = arguments.as_slice()
        && let Ok(cases) = cases.parse::<u64>()
    {
        if side == "plain" {
            #[cfg(feature = "bench")]
            store::bench::without_ciphers();
        }
        measure(Path::new(dir), cases).print();
        return;
    }
    let sizes: Vec<u64> = arguments.iter().filter_map(|word| word.parse().ok()).collect();
    let sides: &[&str] = if cfg!(feature = "bench") { &["plain", "encrypted"] } else { &["encrypted"] };
    for cases in if sizes.is_empty() { vec![100_000] } else { sizes } {
        compare("whole program", cases, sides);
    }
}

fn measure(dir: &Path, cases: u64) -> Measured {
    let mut figures = Measured::default();
    let mut shows = None;
    figures.seconds("fill, wall s", || shows = Some(fill::fill(dir, cases)));
    figures.put("size on disk, MB", measure::size_of(dir));
    let clock = Arc::new(FixedClock::at(shows.unwrap()));
    let world = World {
        clock: Box::new(clock),
        picker: Box::new(PreparedPicker::default()),
        printer: Box::new(desk::printing::Folder::at(dir.join("papers"))),
        cost: desk::world::strength_for_tests(),
        version: "bench".into(),
        demonstration: None,
        papers: dir.join("papers"),
        room: desk::world::room(),
    };
    let desk = Desk::open(dir, world);
    let accounts: Value = ask(&desk, "session_state", json!({}))["accounts"].clone();
    let sign_in = |role: &str| {
        let account = accounts.as_array().unwrap().iter().find(|one| one["role"] == role).unwrap();
        let args = json!({ "login": account["login"], "password": account["password"] });
        ask(&desk, "session_sign_in", args)
    };
    // The first of the day does what time has brought meanwhile.
    figures.seconds("first signing in, weak hash, s", || drop(sign_in(OFFICER)));
    figures.timed("signing in, weak hash", times_and_cpu(10, |_| drop(sign_in(OFFICER))));
    sign_in(SPECIALIST);
    let page = |order: &str, start: u64, stages: &[&str]| {
        let args = json!({
            "strip": null, "mine": false, "closed": false, "text": null, "centre": null, "stages": stages,
            "order": order, "page": { "start": start, "length": 50 },
        });
        ask(&desk, "queue_page", args)
    };
    figures.timed("the day", times_and_cpu(300, |_| drop(ask(&desk, "queue_today", json!({})))));
    figures.timed(
        "queue page of 50 with its figures",
        times_and_cpu(500, |round| {
            let shown = page("fatal_date", round % 20 * 50, &[]);
            assert_eq!(shown["rows"].as_array().unwrap().len(), 50, "a whole page");
        }),
    );
    figures.timed("the same by name", times_and_cpu(200, |round| drop(page("name", round % 20 * 50, &[]))));
    let search = |text: String| {
        let shown = ask(&desk, "search_all", json!({ "text": text, "limit": 50 }));
        assert!(!shown["rows"].as_array().unwrap().is_empty(), "«{text}» finds somebody");
    };
    figures.timed("search, 2 letters", times_and_cpu(500, |round| search(two_letters(round))));
    figures.timed("surname and name", times_and_cpu(500, |round| search(surname_and_name(round, cases))));
    figures.timed("two whole words", times_and_cpu(500, |round| search(whole_words(round, cases))));
    figures.timed("ИИН, 6 digits", times_and_cpu(500, |round| search(six_digits(round, cases))));
    let open = |case: &Value| ask(&desk, "case_open", json!({ "case": case }));
    let any = |round: u64| json!(fill::case_of(1 + round * 7919 % cases).0);
    figures.timed("opening a case", times_and_cpu(500, |round| drop(open(&any(round)))));
    decide(&desk, &mut figures, &page, &open);
    figures.put("memory after all of it, MB", measure::memory().0);
    figures
}

/// Name before surname, both in full: the longest lists.
fn whole_words(round: u64, cases: u64) -> String {
    let who = person(1 + round * 7919 % cases);
    let words: Vec<&str> = who.name_kk.split(' ').collect();
    format!("{} {}", words[1], words[0])
}

/// One check decided: the case loaded, the Rules asked, journal, rows, index and outbox written, topics told.
fn decide(
    desk: &Desk,
    figures: &mut Measured,
    page: &dyn Fn(&str, u64, &[&str]) -> Value,
    open: &dyn Fn(&Value) -> Value,
) {
    let mut acts = Vec::new();
    let mut start = 0;
    while acts.len() < 300 {
        let shown = page("fatal_date", start, &["in_review"]);
        let rows = shown["rows"].as_array().unwrap().clone();
        if rows.is_empty() {
            break;
        }
        start += rows.len() as u64;
        for row in rows {
            let case = open(&row["case"]);
            let checks = case["checks"].as_array().unwrap();
            if let Some(check) = checks.iter().find(|check| check["verdict"] == "human") {
                let command =
                    uuid::Uuid::from_u128((5 << 112) + 0x7000_8000_0000_0000_0000 + acts.len() as u128);
                acts.push(json!({
                    "case": row["case"], "version": case["version"], "command": command,
                    "act": { "do": "record_check", "check": check["check"], "verdict": "pass", "note": null },
                }));
            }
        }
    }
    let rounds = acts.len() as u64;
    let mut acts = acts.into_iter();
    figures.timed(
        "one check decided",
        times_and_cpu(rounds, |_| drop(ask(desk, "case_act", acts.next().unwrap()))),
    );
}

/// The value of an answer.
fn ask(desk: &Desk, name: &str, args: Value) -> Value {
    match desk.call(name, args).unwrap() {
        Reply::Said { text, .. } => serde_json::from_str::<Value>(&text).unwrap()["value"].take(),
        Reply::Raw(_) => Value::Null,
    }
}
