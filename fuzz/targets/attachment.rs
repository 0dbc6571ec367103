//! An attachment, as it lies on a disk: refused with an error that has a type, or believed because it was written so.
#![no_main]

use libfuzzer_sys::fuzz_target;
use store::outside::Reader;

fuzz_target!(|data: &[u8]| {
    let _ = Reader::Attachment.read(data);
    let _ = Reader::Attachment.read(&Reader::Attachment.sealed(data));
});
