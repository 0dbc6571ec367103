//! An application from outside: read and checked, or refused in one line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::application::Application;
use rules::check::{About, Yardstick, check};
use rules::law::{EditionId, builtin};

fuzz_target!(|text: &str| {
    let Ok(application) = Application::parse(text) else { return };
    let law = builtin().expect("the shipped law is whole");
    let edition = law.editions.get(&EditionId::parse("B").expect("a name")).expect("edition B");
    let yardstick = Yardstick::of(edition).expect("edition B knows its checks");
    let received_on = application.received.map(|at| at.date_naive()).unwrap_or_default();
    let about =
        About { application: &application, received_on, on: received_on, yardstick: &yardstick, earlier: &[], parallel: 0 };
    assert!(!check(&about).is_empty(), "a check finds something to say");
});
