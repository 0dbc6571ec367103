//! The salvage copy of the outbox, as it lies on a disk: refused with an error that has a type, or believed because it was written so.
#![no_main]

use libfuzzer_sys::fuzz_target;
use store::outside::Reader;

fuzz_target!(|data: &[u8]| {
    let _ = Reader::Salvage.read(data);
    let _ = Reader::Salvage.read(&Reader::Salvage.sealed(data));
});
