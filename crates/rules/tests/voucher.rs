//! The validity of a voucher under sick-leave sheets: a table, and properties against a plain walk day by day.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a helper of a test may stop the test")]

mod shared;

use chrono::{Days, NaiveDate};
use rules::calendar::Week;
use rules::law::readings::Extension;
use rules::law::{Edition, EditionId, Law, builtin};
use rules::region::Region;
use rules::voucher::{Sheet, SheetFault, SheetWhy, Validity, validity};
use shared::Numbers;

fn law() -> Law {
    builtin().unwrap_or_else(|fault| panic!("the shipped law is right: {fault}"))
}

fn edition<'a>(law: &'a Law, id: &str) -> &'a Edition {
    law.editions.get(&EditionId::parse(id).unwrap()).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a date"))
}

fn sheets(written: &[&str]) -> Vec<Sheet> {
    written.iter().map(|text| text.parse().unwrap_or_else(|why| panic!("{text}: {why}"))).collect()
}

fn of(law: &Law, id: &str, issued: &str, written: &[&str]) -> Validity {
    validity(day(issued), &sheets(written), edition(law, id), &law.calendar, Week::Five).unwrap()
}

#[test]
fn the_last_day_is_the_one_the_table_says() {
    let law = law();
    for (id, issued, written, last_day, counted) in [
        ("B", "2025-10-14", &[][..], "2025-12-13", &[][..]),
        ("C", "2025-10-14", &[], "2025-11-28", &[]),
        ("B", "2025-10-17", &[], "2025-12-16", &[]), // a holiday: the arithmetic day is printed all the same
        ("B", "2025-09-01", &["2025-10-01..2025-10-10"], "2025-11-10", &[10]),
        ("B", "2025-09-01", &["2025-10-28..2025-11-10"], "2025-11-14", &[14]), // straddles the last day
        ("B", "2025-09-01", &["2025-08-25..2025-09-05"], "2025-11-04", &[4]),  // begun before the issue
        ("B", "2025-09-01", &["2025-10-01..2025-10-10", "2025-10-08..2025-10-15"], "2025-11-15", &[10, 5]),
        ("B", "2025-09-01", &["2025-11-01..2025-11-05"], "2025-10-31", &[0]), // begun after the last day
        ("B", "2025-09-01", &["2025-10-31..2025-11-05"], "2025-11-06", &[6]), // begun on the last day
        // The second sheet counts only because the first moved the last day to 14 November.
        ("B", "2025-09-01", &["2025-10-28..2025-11-10", "2025-11-14..2025-11-20"], "2025-11-21", &[14, 7]),
        ("B", "2025-09-01", &["2025-11-14..2025-11-20", "2025-10-28..2025-11-10"], "2025-11-21", &[7, 14]),
        ("B", "2025-09-01", &["2025-10-28..2025-11-10", "2025-11-15..2025-11-20"], "2025-11-14", &[14, 0]),
        // A continued sheet: the next day, no gap.
        ("B", "2025-09-01", &["2025-10-25..2025-11-05", "2025-11-06..2025-11-10"], "2025-11-17", &[12, 5]),
        // One sheet inside another, and the same sheet twice.
        ("B", "2025-09-01", &["2025-10-01..2025-10-20", "2025-10-05..2025-10-10"], "2025-11-20", &[20, 0]),
        ("B", "2025-09-01", &["2025-10-01..2025-10-10", "2025-10-01..2025-10-10"], "2025-11-10", &[10, 0]),
        ("B", "2025-09-01", &["2025-08-01..2025-08-20"], "2025-10-31", &[0]), // all before
        ("B", "2025-09-01", &["2025-09-01..2025-09-01"], "2025-10-31", &[0]), // the day of issue is day zero
        ("B", "2025-09-01", &["2025-09-02..2025-09-02"], "2025-11-01", &[1]),
        ("B", "2025-09-01", &["2025-08-25..2026-01-10"], "2026-03-11", &[131]), // ill all the time, then 60 days
        ("B", "2024-02-01", &[], "2024-04-01", &[]),                            // over a leap day
    ] {
        let found = of(&law, id, issued, written);
        assert_eq!(found.last_day, day(last_day), "{id} {issued} {written:?}");
        let days: Vec<u32> = found.sheets.iter().map(|sheet| sheet.counted_days).collect();
        assert_eq!(days, counted, "{issued} {written:?}");
        assert_eq!(found.extended_by_days, days.iter().sum::<u32>(), "a day counts once: {written:?}");
    }
}

#[test]
fn every_sheet_says_why_so_many_days_count() {
    let law = law();
    for (written, expected) in [
        (&["2025-10-01..2025-10-10"][..], &[SheetWhy::Counted][..]),
        (&["2025-08-25..2025-09-05"], &[SheetWhy::BegunBeforeIssue]),
        (&["2025-10-01..2025-10-10", "2025-10-08..2025-10-15"], &[SheetWhy::Counted, SheetWhy::Overlaps]),
        (&["2025-10-01..2025-10-20", "2025-10-05..2025-10-10"], &[SheetWhy::Counted, SheetWhy::WithinOthers]),
        (&["2025-08-01..2025-08-20"], &[SheetWhy::BeforeIssue]),
        (&["2025-11-01..2025-11-05"], &[SheetWhy::AfterLastDay]),
    ] {
        let found = of(&law, "B", "2025-09-01", written);
        let why: Vec<_> = found.sheets.iter().map(|sheet| sheet.why).collect();
        assert_eq!(why, expected, "{written:?}");
    }
    let found = of(&law, "B", "2025-09-01", &["2025-10-28..2025-11-10", "2025-11-14..2025-11-20"]);
    let reached: Vec<_> = found.sheets.iter().map(|sheet| sheet.reached_by_others).collect();
    assert_eq!(reached, [false, true], "the second is within reach only through the first");
}

#[test]
fn a_late_copy_counts_and_is_marked() {
    let law = law();
    for (written, late, after_lapse) in [
        ("2025-10-01..2025-10-10", false, false),
        ("2025-10-01..2025-10-10@2025-10-13", false, false),
        ("2025-10-01..2025-10-10@2025-11-09", false, true), // 3 November was the grace day
        ("2025-10-01..2025-10-10@2025-11-03", false, false),
        ("2025-10-01..2025-10-10@2025-11-10", true, true), // more than thirty days after its end
        ("2025-11-01..2025-11-05@2025-12-20", true, false), // does not count, so nothing is reinstated
    ] {
        let found = of(&law, "B", "2025-09-01", &[written]);
        let sheet = found.sheets.first().unwrap();
        assert_eq!((sheet.late, sheet.after_lapse), (late, after_lapse), "{written}");
    }
    // A sheet received in time keeps the voucher alive for the next one.
    for (first, second, after_lapse) in [
        ("2025-10-28..2025-11-10@2025-10-29", "2025-11-14..2025-11-20@2025-11-17", false),
        ("2025-10-28..2025-11-10", "2025-11-14..2025-11-20@2025-11-17", false),
        ("2025-10-28..2025-11-10@2025-11-20", "2025-11-14..2025-11-20@2025-11-17", true),
    ] {
        let found = of(&law, "B", "2025-09-01", &[first, second]);
        assert_eq!(found.sheets[1].after_lapse, after_lapse, "{first} {second}");
        assert_eq!(found.last_day, day("2025-11-21"), "the last day is the same");
    }
}

#[test]
fn annulment_waits_until_the_end_of_the_next_working_day() {
    let law = law();
    for (issued, last_day, annulled, moment) in [
        ("2025-10-17", "2025-12-16", "2025-12-17", "2025-12-17T19:00:00+00:00"), // the 16th is a holiday
        ("2025-10-14", "2025-12-13", "2025-12-15", "2025-12-15T19:00:00+00:00"), // Saturday
        ("2025-10-13", "2025-12-12", "2025-12-15", "2025-12-15T19:00:00+00:00"), // Friday, itself a working day
        ("2025-11-01", "2025-12-31", "2026-01-05", "2026-01-05T19:00:00+00:00"),
    ] {
        let found = of(&law, "B", issued, &[]);
        assert_eq!(
            (found.last_day, found.annul_not_before),
            (day(last_day), Some(day(annulled))),
            "{issued}"
        );
        let at = found.annul_moment(Region::Astana).map(|moment| moment.to_rfc3339());
        assert_eq!(at.as_deref(), Some(moment), "the midnight that ends the day");
        assert!(found.covers(day(last_day)), "use on the last day counts fully");
        assert!(!found.covers(day(annulled)) && found.in_grace(day(annulled)), "then a supervisor decides");
    }
    let beyond = of(&law, "B", "2027-11-15", &[]);
    assert_eq!(beyond.annul_not_before, None, "an unknown calendar annuls nothing");
    assert!(beyond.in_grace(day("2028-03-01")), "nor does it end the grace");
}

#[test]
fn the_literal_reading_adds_every_written_day_of_a_sheet_begun_in_time() {
    let law = law();
    let mut literal = edition(&law, "B").clone();
    literal.readings.extension_by.value = Extension::Literal;
    for (written, last_day) in [
        (&["2025-08-25..2025-09-05"][..], "2025-11-12"), // twelve days, not four
        (&["2025-08-25..2025-09-05", "2025-08-20..2025-09-03"], "2025-11-17"), // the union: 20 August on
        (&["2025-10-28..2025-11-10"], "2025-11-14"),
        (&["2025-08-01..2025-08-20"], "2025-10-31"),
    ] {
        let found =
            validity(day("2025-09-01"), &sheets(written), &literal, &law.calendar, Week::Five).unwrap();
        assert_eq!(found.last_day, day(last_day), "{written:?}");
        let differing = found.readings.iter().find(|reading| reading.parameter == "extension.by").unwrap();
        assert!(!differing.as_recommended, "the explanation says that another reading is recommended");
    }
}

#[test]
fn a_written_sheet_is_read_or_says_what_is_wrong() {
    assert_eq!(sheets(&["2025-10-01..2025-10-10@2025-10-13"])[0].received(), Some(day("2025-10-13")));
    let (from, to) = (day("2025-10-10"), day("2025-10-01"));
    for (text, fault) in [
        ("2025-10-10..2025-10-01", SheetFault::EndsBeforeItBegins { from, to }),
        ("2025-10-01", SheetFault::Shape("2025-10-01".into())),
        ("2025-02-31..2025-03-02", SheetFault::Date("2025-02-31".into())),
        ("2025-10-01..2025-10-10@", SheetFault::Date("".into())),
        ("2025-1-1..2025-10-10", SheetFault::Date("2025-1-1".into())),
        ("..", SheetFault::Date("".into())),
    ] {
        assert_eq!(text.parse::<Sheet>(), Err(fault), "{text}");
    }
    let backwards = serde_json::from_str::<Sheet>(r#"{"from":"2025-10-10","to":"2025-10-01"}"#);
    assert!(backwards.is_err(), "a stored sheet is checked too");
}

#[test]
fn a_first_edition_voucher_has_no_known_days() {
    let law = law();
    let found = validity(day("2024-01-10"), &[], edition(&law, "A"), &law.calendar, Week::Five);
    assert_eq!(
        found.map(|_| ()).unwrap_err().code(),
        "edition_not_at_hand",
        "paragraph 10 was changed later"
    );
}

#[test]
fn dates_at_the_end_of_the_world_are_refused_not_wrapped() {
    let law = law();
    let b = edition(&law, "B");
    for (issued, written) in [
        (NaiveDate::MAX, vec![]),
        (day("2025-09-01"), vec![Sheet::new(day("2025-09-05"), NaiveDate::MAX, None).unwrap()]),
    ] {
        let found = validity(issued, &written, b, &law.calendar, Week::Five);
        assert_eq!(found.map(|_| ()).unwrap_err().code(), "dates_out_of_range");
    }
}

/// The sentence of the requirement, word for word: take sheets until none more begins in time, and walk days.
fn plainly(issued: NaiveDate, healthy: usize, written: &[Sheet]) -> NaiveDate {
    let last_of = |counted: &[Sheet]| {
        issued
            .iter_days()
            .skip(1)
            .filter(|date| !counted.iter().any(|sheet| (sheet.from()..=sheet.to()).contains(date)))
            .nth(healthy - 1)
            .unwrap()
    };
    let mut counted: Vec<Sheet> = Vec::new();
    loop {
        let last = last_of(&counted);
        let more = written.iter().find(|sheet| !counted.contains(sheet) && sheet.from() <= last);
        match more {
            Some(sheet) => counted.push(*sheet),
            None => return last,
        }
    }
}

#[test]
fn sheets_in_any_order_give_exactly_the_validity_in_healthy_days() {
    let law = law();
    let mut numbers = Numbers::of(20_251_014);
    for round in 0..4000 {
        let issued = day("2025-01-01") + Days::new(numbers.under(300));
        let id = if numbers.under(2) == 0 { "B" } else { "C" };
        let mut written: Vec<Sheet> = (0..numbers.under(7))
            .map(|_| {
                let from = issued + Days::new(numbers.under(130)) - Days::new(20);
                Sheet::new(from, from + Days::new(numbers.under(25)), None).unwrap()
            })
            .collect();
        let b = edition(&law, id);
        let healthy = b.validity().unwrap().calendar_days as usize;
        let found = validity(issued, &written, b, &law.calendar, Week::Five).unwrap();
        let said = format!("round {round}, issued {issued}, {written:?}");
        assert_eq!(found.last_day, plainly(issued, healthy, &written), "{said}");
        let sum: u32 = found.sheets.iter().map(|sheet| sheet.counted_days).sum();
        assert_eq!(sum, found.extended_by_days, "no day counts twice: {said}");
        let counted: Vec<_> = found.sheets.iter().filter(|sheet| sheet.counted_days > 0).collect();
        let healthy_found = issued
            .iter_days()
            .skip(1)
            .take_while(|date| *date <= found.last_day)
            .filter(|date| !counted.iter().any(|sheet| (sheet.from..=sheet.to).contains(date)))
            .count();
        assert_eq!(healthy_found, healthy, "exactly the validity in healthy days: {said}");
        for place in (1..written.len()).rev() {
            written.swap(place, numbers.under(place as u64 + 1) as usize);
        }
        let again = validity(issued, &written, b, &law.calendar, Week::Five).unwrap();
        assert_eq!(again.last_day, found.last_day, "the order of arrival changes nothing: {said}");
    }
}
