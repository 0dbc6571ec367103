//! Edition and index files: whatever is read must answer every question or refuse it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::law::{Edition, Editions, MrpTable, Term};

fuzz_target!(|text: &str| {
    let _ = MrpTable::parse(text);
    if let Ok(edition) = Edition::parse(text) {
        for term in Term::ALL {
            let _ = edition.term(term);
        }
        let _ = (edition.cutoff(), edition.validity(), edition.documents(), edition.grounds(), edition.caps());
        assert!(!edition.readings.list().is_empty(), "readings are never lost");
        let from = edition.valid_from;
        if let Ok(editions) = Editions::new(vec![edition]) {
            assert!(editions.on(from).is_ok(), "it is in force on its first day");
        }
    }
});
