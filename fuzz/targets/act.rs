//! An act of services from outside: read or refused in one line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::act::ActPaper;

fuzz_target!(|text: &str| {
    if let Err(error) = ActPaper::parse(text) {
        assert!(!error.to_string().contains('\n'), "one line");
    }
});
