//! Applications, acts, scenarios and stored events changed at random: a value or one clear line, never a stop.

#[path = "shared/mutate.rs"]
mod mutate;
mod shared;

use mutate::mutated;
use rules::act::ActPaper;
use rules::application::Application;
use rules::case::Event;
use rules::check::{About, Yardstick, check};
use rules::law::{EditionId, builtin};
use rules::scenario::{Scenario, put_in_files, report, run};
use shared::Numbers;

const APPLICATION: &str = include_str!("../../../tests/scenario/clean.application.json");
const SCENARIO: &str = include_str!("../../../tests/scenario/to-the-last-payment.json");
const ACT: &str = include_str!("data/act.json");
const EVENT: &str = include_str!("golden/voucher_issued.v1.json");

/// One line that says where.
fn told(error: &impl std::fmt::Display, text: &str) {
    let line = error.to_string();
    assert!(!line.is_empty() && !line.contains('\n'), "one line for {text:.80}: {line}");
}

#[test]
fn applications_changed_at_random_are_read_and_checked_or_refused_in_one_line() {
    let law = builtin().expect("the shipped law is whole");
    let edition = law.editions.get(&EditionId::parse("B").expect("a name")).expect("edition B");
    let yardstick = Yardstick::of(edition).expect("edition B knows its checks");
    let mut numbers = Numbers::of(11);
    let mut read = 0;
    for _ in 0..4000 {
        let text = mutated(APPLICATION, &mut numbers);
        match Application::parse(&text) {
            Ok(application) => {
                read += 1;
                let received_on = application.received.map(|at| at.date_naive()).unwrap_or_default();
                let about = About {
                    application: &application,
                    received_on,
                    on: received_on,
                    yardstick: &yardstick,
                    earlier: &[],
                    parallel: 0,
                };
                assert!(!check(&about).is_empty(), "a check finds something to say");
                let again = serde_json::to_string(&application).expect("it is written");
                assert_eq!(Application::parse(&again).ok().as_ref(), Some(&application), "and read back");
            }
            Err(error) => told(&error, &text),
        }
    }
    assert!((100..4000).contains(&read), "some are still applications, most are not: {read}");
}

#[test]
fn scenarios_changed_at_random_are_run_or_refused_in_one_line() {
    let law = builtin().expect("the shipped law is whole");
    let mut numbers = Numbers::of(12);
    let mut ran = 0;
    for _ in 0..600 {
        let text = mutated(SCENARIO, &mut numbers);
        let Ok(mut value) = serde_json::from_str(&text) else { continue };
        if let Err(error) = put_in_files(&mut value, &mut |_| Ok(APPLICATION.to_owned())) {
            told(&error, &text);
            continue;
        }
        match Scenario::from_value(&value) {
            Ok(scenario) => {
                ran += 1;
                let done = run(&scenario, &law);
                assert_eq!(done.steps.len(), scenario.steps.len(), "every step has an answer");
                assert!(report(&scenario, &done, &law).len() <= scenario.steps.len());
            }
            Err(error) => told(&error, &text),
        }
    }
    assert!(ran > 20, "some changed scenarios still run: {ran}");
}

#[test]
fn acts_and_stored_events_changed_at_random_are_read_or_refused() {
    let mut numbers = Numbers::of(13);
    let (mut acts, mut events) = (0, 0);
    for _ in 0..4000 {
        let text = mutated(ACT, &mut numbers);
        match ActPaper::parse(&text) {
            Ok(_) => acts += 1,
            Err(error) => told(&error, &text),
        }
        let text = mutated(EVENT.trim_end(), &mut numbers);
        match Event::from_stored(&text) {
            Ok(event) => {
                events += 1;
                let kept = event.to_stored().expect("what was read is written");
                assert_eq!(Event::from_stored(&kept).ok().as_ref(), Some(&event), "and read back");
            }
            Err(error) => told(&error, &text),
        }
    }
    assert!(acts > 100 && events > 100, "some are still right: {acts} acts, {events} events");
}

#[test]
fn hostile_files_are_refused_before_they_do_harm() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let long = format!(r#"{{"number":"{}"}}"#, "9".repeat(5 * 1024 * 1024));
    for text in [deep.as_str(), long.as_str(), "\u{feff}{}", "null", "\"\"", "0", "{\"steps\":{}}"] {
        assert!(Application::parse(text).is_err(), "not an application");
        assert!(Scenario::parse(text).is_err(), "not a scenario");
        assert!(ActPaper::parse(text).is_err(), "not an act");
    }
}
