//! The whole program as the window asks it, with its ciphers and without: the same commands through the same desk.
//!
//! `cargo bench -p desk --features bench --bench program -- 100000`. Each side runs in a process of its own. The
//! side without ciphers lays pages and bodies in the clear; journal, chain, signatures and witnesses stay.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::panic,
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

use chrono::Utc;
use desk::Desk;
use desk::project;
use fill::call;
use measure::{Measured, compare, memory, times_and_cpu};
use people::{person, six_digits, surname_and_name, two_letters};
use rules::calendar::{Amended, Amendment, Becomes};
use rules::law::{Law, builtin};
use rules::text::Text;
use serde_json::{Value, json};
use store::{CommandId, Store};

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
    let mut filled = None;
    figures.seconds("fill, wall s", || filled = Some(fill::fill(dir, cases)));
    let office = filled.unwrap();
    figures.put("size on disk, MB", measure::size_of(dir));
    // The weak password hash of the tests takes a tenth of a millisecond; the rest is the opening itself.
    let opening = |_| Store::unlock(dir, &office.credential, office.shows).unwrap().lock().unwrap();
    figures.timed("opening and closing", times_and_cpu(20, opening));

    let desk = fill::desk(dir, office.shows);
    figures.timed("signing in", times_and_cpu(10, |_| fill::sign_in(&desk, OFFICER)));
    fill::sign_in(&desk, SPECIALIST);
    read(&desk, &mut figures, cases);
    decide(&desk, &mut figures);
    figures.put("memory after reading and deciding, MB", memory().0);
    desk.lock();
    drop(desk);

    let other = fill::desk(dir, office.shows).under(with_another_holiday());
    figures.seconds("first signing in under another calendar, wall s", || fill::sign_in(&other, OFFICER));
    other.lock();
    // And back, so that the rows below are those of the law they are compared with.
    let back = fill::desk(dir, office.shows);
    fill::sign_in(&back, OFFICER);
    back.lock();

    let store = Store::unlock(dir, &office.credential, office.shows).unwrap();
    figures.seconds("projections made again, wall s", || {
        let compared = project::rebuild(&store, &office.here()).unwrap();
        assert!(compared.differing.is_empty(), "made again they are the same: {:?}", compared.differing);
    });
    figures.put("memory at its peak, MB", memory().1);
    figures
}

/// The law with one more day off, the last the calendar knows: every row of an open case is made again.
fn with_another_holiday() -> Law {
    let law = builtin().unwrap();
    let text = || Text { kk: "өзгеріс".into(), ru: "изменение".into(), en: "change".into() };
    let date = law.calendar.known().1;
    let change = Amendment::Day { date, becomes: Becomes::DayOff, name: text(), basis: text() };
    let amended = Amended { change, by: "admin".into(), at: Utc::now(), note: "акт".into() };
    Law { calendar: law.calendar.amend(amended).unwrap(), ..law }
}

/// What is looked at, by the specialist of an office that has every case.
fn read(desk: &Desk, figures: &mut Measured, cases: u64) {
    figures.timed("the day", times_and_cpu(500, |_| drop(call(desk, "queue_today", json!({})))));
    let rows = |text: &str| text.matches("\"iin_masked\"").count();
    let whole = |shown: String| assert_eq!(rows(&shown), 50, "a whole page");
    let turned = |round: u64| round % 20 * 50;
    let by_date = |round| whole(page(desk, "fatal_date", turned(round), &[], None));
    figures.timed("queue page of 50 with its figures", times_and_cpu(1000, by_date));
    let by_name = |round| whole(page(desk, "name", turned(round), &[], None));
    figures.timed("the same by name", times_and_cpu(500, by_name));
    let named = |round| drop(page(desk, "fatal_date", 0, &[], Some(surname_and_name(round, cases))));
    figures.timed("the same of one surname and name", times_and_cpu(200, named));

    let search = |text: String| {
        let shown = call(desk, "search_all", json!({ "text": text, "limit": 50 }));
        assert!(rows(&shown) > 0, "«{text}» finds somebody");
    };
    figures.timed("search, 2 letters", times_and_cpu(1000, |round| search(two_letters(round))));
    figures.timed("surname and name", times_and_cpu(1000, |round| search(surname_and_name(round, cases))));
    figures.timed("two whole words", times_and_cpu(1000, |round| search(whole_words(round, cases))));
    figures.timed("ИИН, 6 digits", times_and_cpu(1000, |round| search(six_digits(round, cases))));
    let lively: Vec<u64> = fill::lively(cases).collect();
    let any = |round: u64| {
        drop(open(desk, &json!(fill::case_of(lively[round as usize * 7919 % lively.len()]).0)));
    };
    figures.timed("opening a case, each another one", times_and_cpu(1000, any));
    figures.timed("the same hundred cases again", times_and_cpu(500, |round| any(round % 100)));
}

fn page(desk: &Desk, order: &str, offset: u64, stages: &[&str], text: Option<String>) -> String {
    let args = json!({
        "strip": null, "mine": false, "closed": false, "text": text, "centre": null, "stages": stages,
        "order": order, "page": { "offset": offset, "limit": 50 },
    });
    call(desk, "queue_page", args)
}

fn open(desk: &Desk, case: &Value) -> String {
    call(desk, "case_open", json!({ "case": case }))
}

/// Name before surname, both in full: the longest lists.
fn whole_words(round: u64, cases: u64) -> String {
    let who = person(1 + round * 7919 % cases);
    let words: Vec<&str> = who.name_kk.split(' ').collect();
    format!("{} {}", words[1], words[0])
}

/// One check decided: the case loaded, the Rules asked, journal, rows, index and outbox written, topics told.
fn decide(desk: &Desk, figures: &mut Measured) {
    let mut acts = Vec::new();
    for offset in (0..).step_by(50) {
        let shown = value(&page(desk, "fatal_date", offset, &["in_review"], None));
        let rows = shown["rows"].as_array().unwrap();
        if rows.is_empty() || acts.len() >= 500 {
            break;
        }
        for row in rows {
            let case = value(&open(desk, &row["case"]));
            let checks = case["checks"].as_array().unwrap();
            if let Some(check) = checks.iter().find(|check| check["verdict"] == "human") {
                acts.push(json!({
                    "case": row["case"], "version": case["version"], "command": CommandId::new(Utc::now()).unwrap(),
                    "act": { "do": "record_check", "check": check["check"], "verdict": "pass", "note": null },
                }));
            }
        }
    }
    let rounds = acts.len() as u64;
    let mut acts = acts.into_iter();
    let save = |_| drop(call(desk, "case_act", acts.next().unwrap()));
    figures.timed("one decision saved", times_and_cpu(rounds, save));
}

fn value(text: &str) -> Value {
    serde_json::from_str::<Value>(text).unwrap()["value"].take()
}
