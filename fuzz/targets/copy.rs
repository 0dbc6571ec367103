//! A copy of a document as it came with an application: its kind, pages and faults are told from any bytes.
#![no_main]

use desk::intake::copy::look;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = look(data);
});
