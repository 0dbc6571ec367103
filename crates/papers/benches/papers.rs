//! What a paper costs: the first letter of a process, a thousand refusals, the act of a thousand rows and persons.
//!
//! `cargo bench -p papers --bench papers -- first|letters|act [OUT]`; one measurement a process, so that the
//! memory is its own. `bench/papers/run` prints them all beside other programs.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a measurement stops when it cannot measure")]

use std::time::{Duration, Instant};

use papers::{Language, Paper, Press};
use serde_json::{Value, json};

fn reference(name: &str) -> Value {
    let place = format!("{}/../../tests/ref/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(place).expect("the reference is there"))
        .expect("it is data")
}

fn paper(kind: &str, data: &Value) -> Paper {
    papers::read(kind, &data.to_string()).expect("the reference is a paper")
}

/// Time this thread has run on a processor; the machine is shared, the clock on the wall says little.
#[cfg(not(windows))]
fn on_cpu() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux counts it");
    Duration::from_nanos(text.split(' ').next().and_then(|first| first.parse().ok()).expect("a number"))
}

#[cfg(windows)]
fn on_cpu() -> Duration {
    static BEGAN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    BEGAN.get_or_init(Instant::now).elapsed()
}

/// The most memory the process ever held, in megabytes.
#[cfg(not(windows))]
fn peak_mb() -> f64 {
    let text = std::fs::read_to_string("/proc/self/status").expect("Linux counts it");
    let line = text.lines().find(|line| line.starts_with("VmHWM")).expect("the line is there");
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).expect("a number") / 1024.0
}

#[cfg(windows)]
fn peak_mb() -> f64 {
    f64::NAN
}

/// A thousand different refusals: other persons, numbers and facts, in Kazakh and Russian by turns.
fn letters(count: u32) -> Vec<(Paper, Language)> {
    let known = reference("refusal-8");
    let names = ["Ахметова Дана", "Бейсенов Қанат", "Жұмабаева Әсел", "Мұқанов Ерлан", "Өтегенова Гүлнәр"];
    (0..count)
        .map(|index| {
            let mut data = known.clone();
            let name = names.iter().cycle().nth(index as usize).expect("a cycle never ends");
            data["number"] = json!(format!("ҚМО-39-2025/{index:04}"));
            data["applicant"]["name"] = json!(format!("{name} {index}-қызы"));
            data["application"]["number"] = json!(format!("НСК-2025-{:06}", 100_000 + index));
            data["findings"][1]["fact"]["ru"] = json!(format!(
                "Подтверждённый стаж по профессии — {} месяцев, требуется 12 месяцев",
                index % 12
            ));
            let language = if index % 2 == 0 { Language::Kk } else { Language::Ru };
            (paper("refusal", &data), language)
        })
        .collect()
}

fn act(count: usize) -> Paper {
    let mut data = reference("act");
    let person = data["persons"][1].clone();
    let persons: Vec<Value> = (0..count)
        .map(|index| {
            let mut one = person.clone();
            one["name"] = json!(format!("Қожахметова Айгерім Серікқызы {index}"));
            one["voucher"] = json!(format!("39-2025/{index:04}"));
            one
        })
        .collect();
    let row = data["rows"][1].clone();
    let rows: Vec<Value> = (0..count)
        .map(|_| {
            let mut one = row.clone();
            one["quantity"] = json!(1);
            one["cost"] = one["price"].clone();
            one
        })
        .collect();
    data["total"] = json!(format!("{}.00", 30_000 * count));
    data["persons"] = json!(persons);
    data["rows"] = json!(rows);
    paper("act", &data)
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let what = args.first().map_or("letters", String::as_str);
    let out = args.get(1);
    let (cpu, wall) = match what {
        "first" => {
            let (one, language) = letters(1).pop().expect("one letter");
            let (cpu, wall) = (on_cpu(), Instant::now());
            let pdf = papers::render(&one, language).expect("a letter is set");
            let spent = (on_cpu() - cpu, wall.elapsed());
            println!("first letter of a process: {} bytes", pdf.bytes.len());
            spent
        }
        "letters" => {
            let all = letters(1000);
            let mut press = Press::default();
            let (cpu, wall) = (on_cpu(), Instant::now());
            let mut bytes = 0;
            let mut largest = 0;
            for (index, (one, language)) in all.iter().enumerate() {
                let pdf = press.render(one, *language).expect("a letter is set");
                bytes += pdf.bytes.len();
                largest = largest.max(pdf.bytes.len());
                if let Some(out) = out {
                    std::fs::write(format!("{out}/letter-{index:04}.pdf"), &pdf.bytes)
                        .expect("it can be written");
                }
            }
            let spent = (on_cpu() - cpu, wall.elapsed());
            println!("1000 refusals: {} bytes a letter, the largest {largest}", bytes / 1000);
            spent
        }
        "act" => {
            let act = act(1000);
            let (cpu, wall) = (on_cpu(), Instant::now());
            let pdf = papers::render(&act, Language::Ru).expect("an act is set");
            let spent = (on_cpu() - cpu, wall.elapsed());
            println!("act of 1000 rows and 1000 persons: {} pages, {} bytes", pdf.pages, pdf.bytes.len());
            if let Some(out) = out {
                std::fs::write(format!("{out}/act.pdf"), &pdf.bytes).expect("it can be written");
            }
            spent
        }
        other => {
            println!("there is no measurement {other}; there are: first, letters, act");
            return;
        }
    };
    println!(
        "{what}: CPU {:.1} ms, wall {:.1} ms, peak memory {:.0} MB",
        cpu.as_secs_f64() * 1e3,
        wall.as_secs_f64() * 1e3,
        peak_mb()
    );
}
