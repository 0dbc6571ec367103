//! Data of a paper from outside: an error that says where, or a file. The first byte chooses the form, the
//! second the language, the rest is the data.
#![no_main]

use libfuzzer_sys::fuzz_target;
use papers::{KINDS, Language, read, render};

fuzz_target!(|data: &[u8]| {
    let [kind, language, rest @ ..] = data else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let kind = KINDS[usize::from(*kind) % KINDS.len()];
    let language = Language::ALL[usize::from(*language) % Language::ALL.len()];
    match read(kind, text) {
        Ok(paper) => match render(&paper, language) {
            Ok(pdf) => assert!(pdf.pages > 0 && pdf.bytes.starts_with(b"%PDF-1.7"), "a file has pages"),
            Err(failure) => assert!(!failure.to_string().contains('\n'), "one line"),
        },
        Err(unread) => assert!(!unread.to_string().is_empty(), "an error says something"),
    }
});
