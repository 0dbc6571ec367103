//! A scenario from outside: run to its end or refused in one line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::law::builtin;
use rules::scenario::{Scenario, report, run};

fuzz_target!(|text: &str| {
    let Ok(scenario) = Scenario::parse(text) else { return };
    let law = builtin().expect("the shipped law is whole");
    let done = run(&scenario, &law);
    assert_eq!(done.steps.len(), scenario.steps.len(), "every step has an answer");
    let _ = report(&scenario, &done, &law);
});
