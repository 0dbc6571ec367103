//! Tables of statistics: whatever is read is shared out to the last voucher.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::quota::{allocate, read_statistics};

fuzz_target!(|text: &str| {
    if let Ok(weights) = read_statistics(text) {
        for minimum in [0, 7] {
            if let Ok(found) = allocate(&weights, 1000, 2026, minimum) {
                let sum: u32 = found.rows.iter().map(|row| row.share).sum();
                assert_eq!(sum, 1000, "nothing is lost");
            }
        }
    }
});
