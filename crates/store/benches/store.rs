//! The store with all its parts beside plain SQLite with the same tables and statements, in one run.
//!
//! `cargo bench -p store --bench store -- 100000 1000000`. Each side runs in a process of its own, so that its
//! memory is its own. The peer does less: no encryption, no chain, no signatures, no sealing, no witnesses.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench is a program that prints figures and ends at the first failure"
)]

#[path = "store/encrypted.rs"]
mod encrypted;
#[path = "store/people.rs"]
mod people;
#[path = "store/plain.rs"]
mod plain;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Figures by name, in the order they are printed.
pub(crate) const FIGURES: [(&str, &str); 23] = [
    ("fill", "fill, wall s"),
    ("size", "size on disk, MB"),
    ("open_p50", "open without password hash, p50 ms"),
    ("queue_cpu", "queue page of 50, mean CPU ms"),
    ("queue_p50", "queue page of 50, p50 ms"),
    ("queue_p99", "queue page of 50, p99 ms"),
    ("count_p50", "queue count of a day, p50 ms"),
    ("name2_cpu", "name, 2 letters, newest 20, mean CPU ms"),
    ("name2_p50", "name, 2 letters, newest 20, p50 ms"),
    ("name2_p99", "name, 2 letters, newest 20, p99 ms"),
    ("name_cpu", "surname and name, mean CPU ms"),
    ("name_p50", "surname and name, p50 ms"),
    ("name_p99", "surname and name, p99 ms"),
    ("iin_cpu", "ИИН, 6 digits, mean CPU ms"),
    ("iin_p50", "ИИН, 6 digits, p50 ms"),
    ("iin_p99", "ИИН, 6 digits, p99 ms"),
    ("case_p50", "case and its events, p50 ms"),
    ("decide_p50", "one decision saved, wall p50 ms"),
    ("decide_p99", "one decision saved, wall p99 ms"),
    ("decide_cpu", "one decision saved, CPU ms"),
    ("rebuild", "projections made again, wall s"),
    ("memory", "memory after reading and deciding, MB"),
    ("peak", "memory at its peak, MB"),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if let [side, cases, dir] = arguments.as_slice()
        && let Ok(cases) = cases.parse::<u64>()
    {
        let figures = match side.as_str() {
            "plain" => plain::run(Path::new(dir), cases),
            _ => encrypted::run(Path::new(dir), cases),
        };
        for (name, value) in figures {
            println!("{name} {value}");
        }
        return;
    }
    let sizes: Vec<u64> = arguments.iter().filter_map(|word| word.parse().ok()).collect();
    for cases in if sizes.is_empty() { vec![100_000] } else { sizes } {
        compare(cases);
    }
}

fn compare(cases: u64) {
    let folder = tempfile::tempdir().unwrap();
    let plain = side("plain", cases, &folder.path().join("plain"));
    let ours = side("encrypted", cases, &folder.path().join("vault"));
    let load = proc_file("loadavg").and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    println!("\n{cases} cases; SQLite {}; load {}", rusqlite::version(), load.trim());
    println!("{:<44}{:>12}{:>12}", "", "plain", "store");
    for (name, label) in FIGURES {
        let show = |figures: &BTreeMap<String, f64>| match figures.get(name) {
            Some(value) if *value >= 100.0 => format!("{value:.0}"),
            Some(value) if *value >= 1.0 => format!("{value:.2}"),
            Some(value) => format!("{value:.4}"),
            None => "-".into(),
        };
        println!("{label:<44}{:>12}{:>12}", show(&plain), show(&ours));
    }
}

fn side(side: &str, cases: u64, dir: &Path) -> BTreeMap<String, f64> {
    let output = Command::new(std::env::current_exe().unwrap())
        .args([side, &cases.to_string()])
        .arg(dir)
        .stderr(std::process::Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "{side} ended badly");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(name, value)| value.parse().ok().map(|value| (name.to_owned(), value)))
        .collect()
}

/// Times `f` so often; milliseconds, sorted.
pub(crate) fn times(rounds: u64, mut f: impl FnMut(u64)) -> Vec<f64> {
    let mut all: Vec<f64> = (0..rounds)
        .map(|round| {
            let begun = Instant::now();
            f(round);
            millis(begun.elapsed())
        })
        .collect();
    all.sort_by(f64::total_cmp);
    all
}

pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

pub(crate) fn at(sorted: &[f64], per_cent: usize) -> f64 {
    sorted[(sorted.len() * per_cent / 100).min(sorted.len() - 1)]
}

/// The same with the mean CPU time of a round, where the system tells it: load from elsewhere does not count.
pub(crate) fn times_and_cpu(rounds: u64, f: impl FnMut(u64)) -> (Vec<f64>, f64) {
    let before = cpu_millis();
    let all = times(rounds, f);
    let spent = before.zip(cpu_millis()).map_or(f64::NAN, |(before, after)| after - before);
    (all, spent / rounds as f64)
}

/// CPU time of this thread in milliseconds; none where the system does not tell it in a file.
pub(crate) fn cpu_millis() -> Option<f64> {
    let text = std::fs::read_to_string(proc_file("thread-self/schedstat")?).ok()?;
    text.split(' ').next()?.parse::<f64>().ok().map(|nanos| nanos / 1e6)
}

/// Memory of this process in MB, now and at its peak.
pub(crate) fn memory() -> (f64, f64) {
    let text =
        proc_file("self/status").and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    let find = |name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_whitespace().nth(1)).and_then(|kb| kb.parse().ok()).unwrap_or(0.0)
    };
    (find("VmRSS:") / 1024.0, find("VmHWM:") / 1024.0)
}

#[cfg(unix)]
fn proc_file(name: &str) -> Option<std::path::PathBuf> {
    Some(Path::new("/proc/").join(name))
}

/// Windows keeps these figures behind calls of its own; the bench prints a dash there.
#[cfg(windows)]
fn proc_file(_name: &str) -> Option<std::path::PathBuf> {
    None
}

/// Bytes under a folder, in MB.
pub(crate) fn size_of(dir: &Path) -> f64 {
    let files = std::fs::read_dir(dir).unwrap().filter_map(|entry| entry.ok()?.metadata().ok());
    files.filter(|meta| meta.is_file()).map(|meta| meta.len() as f64 / 1e6).sum()
}
