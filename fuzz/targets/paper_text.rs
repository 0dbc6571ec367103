//! Any text in any field of a right paper: set on pages that hold all of it, or refused with its field.
#![no_main]

use libfuzzer_sys::fuzz_target;
use papers::{Failure, Language, read, render};
use serde_json::Value;

const PAPERS: [(&str, &str); 6] = [
    ("application", include_str!("../../tests/ref/application.json")),
    ("refusal", include_str!("../../tests/ref/refusal-8.json")),
    ("voucher", include_str!("../../tests/ref/voucher.json")),
    ("return", include_str!("../../tests/ref/return.json")),
    ("hand-out", include_str!("../../tests/ref/hand-out.json")),
    ("cover", include_str!("../../tests/ref/cover.json")),
];

fuzz_target!(|input: (u8, u8, u8, &str)| {
    let (kind, language, place, text) = input;
    let (kind, known) = PAPERS[usize::from(kind) % PAPERS.len()];
    let language = Language::ALL[usize::from(language) % Language::ALL.len()];
    let mut data: Value = serde_json::from_str(known).expect("a reference is data");
    let mut leaves = Vec::new();
    texts(&data, String::new(), &mut leaves);
    let at = &leaves[usize::from(place) % leaves.len()];
    *data.pointer_mut(at).expect("the place was found") = Value::String(text.to_owned());
    let Ok(paper) = read(kind, &data.to_string()) else { return };
    match render(&paper, language) {
        Ok(pdf) => assert!(pdf.pages > 0 && pdf.bytes.starts_with(b"%PDF-1.7"), "a file has pages"),
        Err(Failure::Unprintable { field, .. } | Failure::Unusable { field, .. }) => {
            assert!(!field.is_empty(), "the field of a fault is named");
        }
        Err(Failure::CodeTooLong { bytes }) => assert!(bytes > 1000, "{bytes} bytes fit a code"),
        Err(failure) => panic!("{failure} is not the fault of a text"),
    }
});

fn texts(value: &Value, place: String, leaves: &mut Vec<String>) {
    match value {
        Value::String(_) => leaves.push(place),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, format!("{place}/{index}"), leaves);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                texts(field, format!("{place}/{name}"), leaves);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
