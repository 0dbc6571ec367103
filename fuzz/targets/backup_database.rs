//! The database inside a backup. Odd inputs are statements that somebody with the keys runs on it; even ones change
//! its encrypted bytes, each seven bytes one place: four of offset, one of length, two of filling.
#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use store::outside::database::{Fate, Stick};

thread_local! {
    static STICK: RefCell<(Stick, Vec<u8>)> = {
        let folder = tempfile::tempdir().expect("a folder").keep();
        let stick = Stick::new(&folder);
        let good = stick.database();
        RefCell::new((stick, good))
    };
}

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    STICK.with_borrow_mut(|(stick, good)| {
        if kind % 2 == 1 {
            // A statement that never ends is the forger's own time, not ours.
            let statements = String::from_utf8_lossy(rest).to_lowercase();
            if !["recursive", "attach", "vacuum", "pragma", "load"].iter().any(|word| statements.contains(word)) {
                let _ = stick.with_statements(&statements);
            }
            return;
        }
        let mut bad = good.clone();
        for change in rest.chunks_exact(7) {
            let at = u32::from_le_bytes([change[0], change[1], change[2], change[3]]) as usize % bad.len();
            let end = bad.len().min(at + 1 + usize::from(change[4]));
            for (place, fill) in bad[at..end].iter_mut().zip([change[5], change[6]].iter().cycle()) {
                *place ^= fill;
            }
        }
        if bad != *good {
            for proved in [false, true] {
                let fate = stick.with_bytes(&bad, proved);
                assert!(matches!(fate, Fate::Refused(_)), "a changed page is never restored: {fate:?}");
            }
        }
    });
});
