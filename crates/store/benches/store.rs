//! The store with its ciphers and without: the same statements, rows and witnesses, in one run.
//!
//! `cargo bench -p store --features bench --bench store -- 100000 1000000`. Each side runs in a process of its
//! own, so that its memory is its own. The plain side lays pages and bodies in the clear.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench is a program that prints figures and ends at the first failure"
)]

#[path = "store/measure.rs"]
mod measure;
#[path = "store/people.rs"]
mod people;
#[path = "store/work.rs"]
mod work;

use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if let [side, cases, dir] = arguments.as_slice()
        && let Ok(cases) = cases.parse::<u64>()
    {
        if side == "plain" {
            #[cfg(feature = "bench")]
            store::bench::without_ciphers();
        }
        work::run(Path::new(dir), cases).print();
        return;
    }
    let sizes: Vec<u64> = arguments.iter().filter_map(|word| word.parse().ok()).collect();
    let sides: &[&str] = if cfg!(feature = "bench") { &["plain", "encrypted"] } else { &["encrypted"] };
    for cases in if sizes.is_empty() { vec![100_000] } else { sizes } {
        measure::compare("the store", cases, sides);
    }
}
