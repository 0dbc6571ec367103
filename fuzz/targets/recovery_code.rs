//! A typed recovery code: refused with an error that has a type, or read as what it says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use store::outside::Reader;

fuzz_target!(|data: &[u8]| {
    let _ = Reader::RecoveryCode.read(data);
});
