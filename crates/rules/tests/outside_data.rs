//! Files from outside, changed at random: every parser answers with a value or a fault, never by stopping.

#[path = "shared/mutate.rs"]
mod mutate;
mod shared;

use mutate::mutated;
use rules::calendar::{Amendment, Calendar, CalendarLaw, YearDays};
use rules::law::{Banks, Edition, MrpTable};
use rules::quota::{allocate, read_statistics};
use shared::Numbers;

const LAW: &str = include_str!("../../../assets/law/calendar/law.json");
const YEAR: &str = include_str!("../../../assets/law/calendar/2025.json");
const EDITION: &str = include_str!("../../../assets/law/editions/b.json");
const MRP: &str = include_str!("../../../assets/law/mrp.json");
const BANKS: &str = include_str!("../../../assets/law/banks.json");
const CHANGE: &str =
    r#"{"kind":"transfer","off":"2026-05-08","work":"2026-05-02","basis":{"kk":"б","ru":"б","en":"b"}}"#;
const STATISTICS: &str = "region,weight\n10,4500\n39,13217\n71,8000.5\n75,120\n";

/// Runs a parser over changed copies; gives back how many were read, so that a test can see both ends reached.
fn walked(seed: u64, rounds: usize, text: &str, read: impl Fn(&str) -> bool) -> usize {
    let mut numbers = Numbers::of(seed);
    (0..rounds).filter(|_| read(&mutated(text, &mut numbers))).count()
}

#[test]
fn calendar_files_changed_at_random_are_read_or_refused() {
    let read = |law: &str, year: &str| {
        let Ok(law) = CalendarLaw::parse(law) else { return false };
        let Ok(year) = YearDays::parse(year) else { return false };
        match Calendar::new(law, vec![year], Vec::new()) {
            Ok(calendar) => !calendar.version().is_empty(),
            Err(_) => false,
        }
    };
    let laws = walked(1, 1500, LAW, |text| read(text, YEAR));
    let years = walked(2, 3000, YEAR, |text| read(LAW, text));
    assert!((1..1500).contains(&laws), "some changed files are still right, most are not: {laws}");
    assert!((1..3000).contains(&years), "some changed files are still right, most are not: {years}");
}

#[test]
fn changes_of_a_calendar_changed_at_random_are_read_or_refused() {
    let read = walked(3, 5000, CHANGE, |text| Amendment::parse(text).is_ok());
    assert!((1..5000).contains(&read), "{read}");
}

#[test]
fn edition_files_changed_at_random_are_read_or_refused() {
    let read = walked(4, 1500, EDITION, |text| match Edition::parse(text) {
        Ok(edition) => !edition.readings.list().is_empty(),
        Err(_) => false,
    });
    assert!((1..1500).contains(&read), "{read}");
}

#[test]
fn index_and_bank_files_changed_at_random_are_read_or_refused() {
    let index = walked(5, 3000, MRP, |text| MrpTable::parse(text).is_ok());
    let banks = walked(6, 3000, BANKS, |text| Banks::parse(text).is_ok());
    assert!((1..3000).contains(&index) && (1..3000).contains(&banks), "{index} {banks}");
}

#[test]
fn statistics_changed_at_random_are_read_or_refused_and_what_is_read_adds_up() {
    let read = walked(7, 20_000, STATISTICS, |text| match read_statistics(text) {
        Ok(rows) => match allocate(&rows, 1000, 2026, 3) {
            Ok(found) => found.rows.iter().map(|row| row.share).sum::<u32>() == 1000,
            Err(_) => false,
        },
        Err(_) => false,
    });
    assert!((1..20_000).contains(&read), "{read}");
}
