//! Everything the law's data can name has words in three languages.

use rules::law::{DataFault, builtin};
use words::{Lang, arguments, lookup};

#[test]
fn every_reading_has_words() {
    let law = builtin().expect("the shipped law is right");
    for edition in law.editions.all() {
        for reading in edition.readings.list() {
            let key = format!("reading-{}", reading.parameter.replace(['.', '_'], "-"));
            for lang in Lang::ALL {
                let words = lookup(lang, &key, &[]);
                assert!(words.is_some_and(|words| !words.is_empty()), "{key} in {lang}");
            }
        }
    }
}

#[test]
fn every_fault_of_a_data_file_has_words() {
    for code in DataFault::CODES {
        let key = format!("data-fault-{}", code.replace('_', "-"));
        let wanted = arguments(&key).unwrap_or_default();
        assert!(wanted.iter().any(|(name, _)| *name == "place"), "{key} says where");
    }
}
