//! How fast deadlines are counted, and how fast all open clocks follow a change of the calendar. With a folder
//! as argument it also leaves the dates and answers there, so that other programs can be given the same work.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::expect_used, reason = "a bench stops where its work cannot be prepared")]

use chrono::{DateTime, Days, NaiveDate};
use rules::calendar::{Amended, Amendment, Becomes, Calendar, Clock, Week, due, due_of_all, moved};
use rules::law::builtin;
use rules::scenario::{Scenario, put_in_files, run};
use rules::text::Text;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const DEADLINES: usize = 2_000_000;
const CASES: usize = 1_000_000;
const ROUNDS: usize = 15;

fn main() {
    let calendar = builtin().expect("the shipped law is right").calendar;
    let clocks = clocks(DEADLINES);
    let rate = per_second(DEADLINES, || {
        let days = clocks
            .iter()
            .filter_map(|clock| calendar.due_date(clock.from, clock.working_days, clock.week).ok());
        days.fold(0_i64, |sum, date| sum ^ i64::from(chrono::Datelike::num_days_from_ce(&date)))
    });
    println!("deadlines counted             {rate:>14.0} per second on one core");
    let few = clocks.get(..50_000).unwrap_or_default();
    let rate = per_second(few.len(), || {
        few.iter().filter_map(|clock| due(clock.from, clock.working_days, &calendar, clock.week).ok()).count()
    });
    println!("deadlines explained day by day{rate:>14.0} per second on one core");
    decisions();
    recompute(&calendar);
    if let Some(folder) = std::env::args().skip(1).find(|word| !word.starts_with("--")) {
        leave(Path::new(&folder), &calendar, &clocks);
    }
}

/// A whole case, receipt to last payment, decided step by step with everything each step looks at.
fn decisions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenario");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).map_err(|error| error.to_string());
    let text = read("to-the-last-payment.json").expect("the scenario is there");
    let mut value = serde_json::from_str(&text).expect("the scenario is JSON");
    put_in_files(&mut value, &mut |name| read(name)).expect("its files are there");
    let scenario = Scenario::from_value(&value).expect("the scenario is right");
    let law = builtin().expect("the shipped law is right");
    let steps = scenario.steps.len();
    let rate = per_second(steps * 200, || (0..200).map(|_| run(&scenario, &law).steps.len()).sum::<usize>());
    println!("decisions of a whole case     {rate:>14.0} per second on one core");
}

/// All clocks of a million open cases, two each (the fatal one and the target), after one holiday more.
fn recompute(old: &Calendar) {
    let clocks = clocks(CASES * 2);
    let same = |text: &str| Text { kk: text.into(), ru: text.into(), en: text.into() };
    let change = || Amended {
        change: Amendment::Day {
            date: NaiveDate::from_ymd_opt(2025, 10, 15).expect("a day"),
            becomes: Becomes::Holiday,
            name: same("one more"),
            basis: same("announced"),
        },
        by: "administrator".into(),
        at: DateTime::UNIX_EPOCH,
        note: String::new(),
    };
    let mut told = 0;
    let took = median(|| {
        let new = old.amend(change()).expect("the change is right");
        told = moved(&clocks, old, &new).len();
        black_box(told)
    });
    println!(
        "one holiday added, {CASES} cases of two clocks counted anew and compared: {took:.1?}, {told} moved"
    );
    let took = median(|| {
        let new = old.amend(change()).expect("the change is right");
        black_box(due_of_all(&clocks, &new).len())
    });
    println!("the same, all new ends kept: {took:.1?}");
}

/// Terms of the Rules (one, three and five working days) from days of 2023–2027.
fn clocks(count: usize) -> Vec<Clock> {
    let first = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a day");
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state >> 16
    };
    let clock = |_| {
        let working_days = match next() % 4 {
            0 => 3,
            1 => 5,
            _ => 1,
        };
        // The last days of 2027 have no known end, so they are left out.
        Clock { from: first + Days::new(next() % 1810), working_days, week: Week::Five }
    };
    (0..count).map(clock).collect()
}

fn per_second<T>(count: usize, work: impl FnMut() -> T) -> f64 {
    let seconds = median(work).as_secs_f64();
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / seconds
}

fn median<T>(mut work: impl FnMut() -> T) -> Duration {
    let mut took: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begin = Instant::now();
            black_box(work());
            begin.elapsed()
        })
        .collect();
    took.sort();
    took.get(took.len() / 2).copied().unwrap_or_default()
}

/// Leaves `days_off.txt` (weekends included) and `clocks.bin` (from, working days, due; days since 1970).
fn leave(folder: &Path, calendar: &Calendar, clocks: &[Clock]) {
    std::fs::create_dir_all(folder).expect("the folder can be made");
    let (first, last) = calendar.known();
    let off: Vec<String> = first
        .iter_days()
        .take_while(|date| *date <= last)
        .filter(|date| calendar.kind(*date, Week::Five).is_ok_and(|kind| !kind.counts()))
        .map(|date| date.to_string())
        .collect();
    std::fs::write(folder.join("days_off.txt"), off.join("\n")).expect("the days are written");
    let epoch = DateTime::UNIX_EPOCH.date_naive();
    let day =
        |date: NaiveDate| i32::try_from(date.signed_duration_since(epoch).num_days()).unwrap_or(i32::MAX);
    let mut bytes = Vec::with_capacity(clocks.len() * 12);
    for clock in clocks {
        let end = calendar.due_date(clock.from, clock.working_days, clock.week).expect("the end is known");
        for number in [day(clock.from), i32::try_from(clock.working_days).unwrap_or(i32::MAX), day(end)] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
    }
    std::fs::write(folder.join("clocks.bin"), bytes).expect("the clocks are written");
}
