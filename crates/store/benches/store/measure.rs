//! Figures of two sides, each measured in a process of its own, and how they compare.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What one side measured, in the order it is printed.
#[derive(Default)]
pub(crate) struct Measured(Vec<(String, f64)>);

impl Measured {
    pub(crate) fn put(&mut self, name: &str, value: f64) {
        self.0.push((name.to_owned(), value));
    }

    /// How long each round took, and what it took of the CPU, where the system tells it.
    pub(crate) fn timed(&mut self, name: &str, times: Times) {
        self.put(&format!("{name}, CPU ms"), times.cpu.iter().sum::<f64>() / times.cpu.len() as f64);
        self.put(&format!("{name}, CPU p99 ms"), at(&times.cpu, 99));
        self.put(&format!("{name}, p50 ms"), at(&times.wall, 50));
        self.put(&format!("{name}, p99 ms"), at(&times.wall, 99));
    }

    pub(crate) fn seconds(&mut self, name: &str, f: impl FnOnce()) {
        let begun = Instant::now();
        f();
        self.put(name, begun.elapsed().as_secs_f64());
    }

    pub(crate) fn print(&self) {
        for (name, value) in &self.0 {
            println!("{value}\t{name}");
        }
    }
}

/// Runs each side in turn and prints them side by side, the second as a multiple of the first.
pub(crate) fn compare(what: &str, cases: u64, sides: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let measured: Vec<Vec<(String, f64)>> = sides
        .iter()
        .map(|side| {
            let dir = folder.path().join(side);
            let measured = run(side, cases, &dir);
            // One side at a time is on the disk.
            std::fs::remove_dir_all(&dir).unwrap();
            measured
        })
        .collect();
    let load = proc_file("loadavg").and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    println!("\n{what}, {cases} cases; load {}", load.trim());
    let heads: String = sides.iter().map(|side| format!("{side:>12}")).collect();
    println!("{:<48}{heads}{:>8}", "", "ratio");
    let by_name: Vec<BTreeMap<&str, f64>> = measured
        .iter()
        .map(|side| side.iter().map(|(name, value)| (name.as_str(), *value)).collect())
        .collect();
    for (name, _) in &measured[0] {
        let values: Vec<f64> =
            by_name.iter().map(|side| side.get(name.as_str()).copied().unwrap_or(f64::NAN)).collect();
        let shown: String = values.iter().map(|value| format!("{:>12}", figure(*value))).collect();
        let ratio = match values.as_slice() {
            [one, other] if *one > 0.0 => format!("{:>8.2}", other / one),
            _ => String::new(),
        };
        println!("{name:<48}{shown}{ratio}");
    }
}

fn figure(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 1.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.4}")
    }
}

fn run(side: &str, cases: u64, dir: &Path) -> Vec<(String, f64)> {
    let output = Command::new(std::env::current_exe().unwrap())
        .args([side, &cases.to_string()])
        .arg(dir)
        .stderr(std::process::Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "{side} ended badly");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(value, name)| value.parse().ok().map(|value| (name.to_owned(), value)))
        .collect()
}

/// Milliseconds of rounds, sorted.
pub(crate) struct Times {
    wall: Vec<f64>,
    /// Time of this thread alone: load from elsewhere does not count.
    cpu: Vec<f64>,
}

/// Times `f` so often.
pub(crate) fn times_and_cpu(rounds: u64, mut f: impl FnMut(u64)) -> Times {
    let mut times = Times { wall: Vec::new(), cpu: Vec::new() };
    for round in 0..rounds {
        let (begun, before) = (Instant::now(), cpu_millis());
        f(round);
        times.cpu.push(cpu_millis() - before);
        times.wall.push(millis(begun.elapsed()));
    }
    times.wall.sort_by(f64::total_cmp);
    times.cpu.sort_by(f64::total_cmp);
    times
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn at(sorted: &[f64], per_cent: usize) -> f64 {
    sorted
        .get((sorted.len() * per_cent / 100).min(sorted.len().saturating_sub(1)))
        .copied()
        .unwrap_or(f64::NAN)
}

/// CPU time of this thread in milliseconds.
#[cfg(target_os = "linux")]
fn cpu_millis() -> f64 {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    spent.tv_sec as f64 * 1e3 + spent.tv_nsec as f64 / 1e6
}

/// Elsewhere it would need a call of each system.
#[cfg(not(target_os = "linux"))]
fn cpu_millis() -> f64 {
    f64::NAN
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
