//! The calendar of 2023–2027 against a table collected by hand from the law and the Government's acts.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a helper of a test may stop the test")]

use chrono::NaiveDate;
use rules::calendar::DayKind::{self, Holiday, Religious, Substitute, Transfer, WorkingWeekend};
use rules::calendar::{Amended, Amendment, Becomes, Calendar, Clock, Week, due, moved};
use rules::law::builtin;
use rules::text::Text;

fn calendar() -> Calendar {
    builtin::calendar().unwrap_or_else(|fault| panic!("the shipped calendar is right: {fault}"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a date"))
}

#[test]
fn the_computed_days_are_those_collected_by_hand() {
    let calendar = calendar();
    let mut expected = EXPECTED.iter().map(|(date, kind)| (day(date), *kind)).collect::<Vec<_>>();
    expected.sort_by_key(|(date, _)| *date);
    let mut computed = Vec::new();
    for year in 2023..=2027 {
        let off = calendar.days_off(year, Week::Five).unwrap();
        let on = calendar.working_weekends(year, Week::Five).unwrap();
        computed.extend(off.iter().chain(&on).map(|day| (day.date, day.kind)));
    }
    computed.sort_by_key(|(date, _)| *date);
    assert_eq!(computed, expected, "no day more, no day less, each of its kind");
}

#[test]
fn a_year_has_as_many_working_days_as_the_ministry_counts() {
    let calendar = calendar();
    for (year, five) in [(2023, 246), (2024, 249), (2025, 246), (2026, 247), (2027, 247)] {
        assert_eq!(calendar.working_days(year, Week::Five), Ok(five), "{year}");
    }
    assert!(calendar.working_days(2028, Week::Five).is_err(), "an unknown year is refused, not guessed");
    assert!(calendar.working_days(2022, Week::Five).is_err(), "an unknown year is refused, not guessed");
    assert!(calendar.working_days(i32::MAX, Week::Five).is_err());
}

#[test]
fn a_term_ends_on_the_day_the_table_says() {
    let calendar = calendar();
    for (from, working_days, end) in [
        ("2025-10-14", 1, "2025-10-15"),
        ("2025-10-24", 1, "2025-10-28"), // the 25th is a holiday on a Saturday, the 27th its substitute
        ("2025-10-25", 1, "2025-10-28"),
        ("2025-10-26", 1, "2025-10-28"),
        ("2025-12-15", 1, "2025-12-17"), // the 16th is a holiday
        ("2025-12-31", 1, "2026-01-05"),
        ("2025-12-31", 3, "2026-01-08"), // 7 January is off and never moves
        ("2025-12-31", 5, "2026-01-12"),
        ("2025-12-30", 3, "2026-01-06"),
        ("2026-01-06", 5, "2026-01-14"),
        ("2023-09-12", 10, "2023-09-26"), // the Order's own term of point 2(3)
        ("2026-03-20", 1, "2026-03-26"),  // three holidays, two of them on a weekend
        ("2027-03-19", 1, "2027-03-25"),
        ("2023-06-30", 1, "2023-07-01"), // a working Saturday
        ("2025-01-04", 1, "2025-01-05"), // a working Sunday
        ("2026-08-28", 1, "2026-08-31"), // 30 August is no holiday any more
        ("2026-03-13", 1, "2026-03-16"), // 15 March is not one yet
        ("2027-03-12", 1, "2027-03-16"), // now it is
    ] {
        let due = due(day(from), working_days, &calendar, Week::Five).unwrap();
        assert_eq!(due.due, day(end), "{from} + {working_days}");
        let counted = due.steps.iter().filter(|step| step.counts).count();
        assert_eq!(counted, working_days as usize, "{from}: every counted day is shown");
        assert_eq!(due.steps.first().map(|step| step.date), Some(day(from)), "{from}: day zero is shown");
        assert_eq!(due.steps.last().map(|step| step.date), Some(day(end)), "{from}: the last day is shown");
    }
}

#[test]
fn a_term_tells_why_each_day_counts_or_not() {
    let due = due(day("2025-10-24"), 1, &calendar(), Week::Five).unwrap();
    let said: Vec<_> =
        due.steps.iter().map(|step| (step.date.to_string(), step.counts, step.why.code())).collect();
    let expected = [
        ("2025-10-24", false, "day_zero"),
        ("2025-10-25", false, "holiday"),
        ("2025-10-26", false, "weekend"),
        ("2025-10-27", false, "substitute"),
        ("2025-10-28", true, "working"),
    ];
    assert_eq!(said, expected.map(|(date, counts, why)| (date.to_owned(), counts, why)));
}

#[test]
fn a_six_day_office_rests_on_sunday_and_keeps_no_transfer() {
    let calendar = calendar();
    for (date, kind) in [
        ("2023-07-01", DayKind::Working), // Saturday, an ordinary working day there
        ("2023-07-07", DayKind::Working), // the Government's transfer binds the five-day week only
        ("2025-10-25", DayKind::Holiday),
        ("2025-10-27", DayKind::Working), // the holiday fell on a working Saturday: nothing to substitute
        ("2025-03-24", DayKind::Substitute), // 23 March 2025 was a Sunday
        ("2025-03-25", DayKind::Working),
        ("2025-01-05", DayKind::Weekend),
    ] {
        assert_eq!(calendar.kind(day(date), Week::Six), Ok(kind), "{date}");
    }
}

#[test]
fn a_term_of_no_days_ends_the_same_working_day() {
    let calendar = calendar();
    for (from, end) in [("2025-10-24", "2025-10-24"), ("2025-10-25", "2025-10-28")] {
        assert_eq!(calendar.due_date(day(from), 0, Week::Five), Ok(day(end)), "{from}");
    }
}

#[test]
fn a_term_that_leaves_the_known_years_is_refused() {
    let calendar = calendar();
    for (from, working_days) in [
        ("2022-12-31", 1),
        ("2028-01-01", 1),
        ("2027-12-31", 1),
        ("2023-01-01", 1236),
        ("2023-01-01", u32::MAX),
    ] {
        assert!(due(day(from), working_days, &calendar, Week::Five).is_err(), "{from} + {working_days}");
    }
    assert_eq!(
        calendar.due_date(day("2023-01-01"), 1235, Week::Five),
        Ok(day("2027-12-31")),
        "the very last"
    );
}

fn same(text: &str) -> Text {
    Text { kk: text.into(), ru: text.into(), en: text.into() }
}

fn by_hand(change: Amendment) -> Amended {
    let at = chrono::DateTime::from_timestamp(1_760_000_000, 0).unwrap();
    Amended { change, by: "administrator".into(), at, note: "announced".into() }
}

fn becomes(date: &str, becomes: Becomes) -> Amendment {
    Amendment::Day { date: day(date), becomes, name: same("day"), basis: same("act") }
}

#[test]
fn a_change_makes_a_new_version_and_tells_which_clocks_move() {
    let old = calendar();
    let new = old.amend(by_hand(becomes("2025-10-15", Becomes::Holiday))).unwrap();
    assert_ne!(old.version(), new.version(), "another content, another version");
    let clock = |from, working_days| Clock { from: day(from), working_days, week: Week::Five };
    let clocks =
        [clock("2025-10-14", 1), clock("2025-10-15", 1), clock("2025-10-13", 3), clock("2025-09-01", 5)];
    let told: Vec<_> = moved(&clocks, &old, &new)
        .into_iter()
        .map(|moved| (moved.place, moved.was.unwrap().to_string(), moved.now.unwrap().to_string()))
        .collect();
    assert_eq!(
        told,
        [
            (0, "2025-10-15".to_owned(), "2025-10-16".to_owned()),
            (2, "2025-10-16".to_owned(), "2025-10-17".to_owned())
        ],
        "only clocks that cross the new holiday move"
    );
    assert_eq!(new.amended().first().map(|change| change.by.as_str()), Some("administrator"));
}

#[test]
fn each_kind_of_change_does_what_it_says() {
    let old = calendar();
    let five = |calendar: &Calendar, date: &str| calendar.kind(day(date), Week::Five).unwrap();
    // A holiday put on a Saturday gives a substitute on Monday.
    let new = old.amend(by_hand(becomes("2026-09-12", Becomes::Holiday))).unwrap();
    assert_eq!((five(&new, "2026-09-12"), five(&new, "2026-09-14")), (Holiday, Substitute));
    // A day off put on a Saturday gives none.
    let new = old.amend(by_hand(becomes("2026-09-12", Becomes::DayOff))).unwrap();
    assert_eq!((five(&new, "2026-09-12"), five(&new, "2026-09-14")), (Transfer, DayKind::Working));
    // A holiday made a working day loses its substitute too.
    let new = old.amend(by_hand(becomes("2025-10-25", Becomes::Working))).unwrap();
    assert_eq!((five(&new, "2025-10-25"), five(&new, "2025-10-27")), (DayKind::Working, DayKind::Working));
    // The announced date of Kurban ait replaces the estimated one.
    let text = r#"{"kind":"movable","of":"kurban_ait","date":"2027-05-17","estimated":false}"#;
    let new = old.amend(by_hand(Amendment::parse(text).unwrap())).unwrap();
    assert_eq!((five(&new, "2027-05-16"), five(&new, "2027-05-17")), (DayKind::Weekend, Religious));
    assert!(old.noted(day("2027-05-16"), Week::Five).unwrap().estimated, "until then it is marked");
    // A transfer moves a day off.
    let text =
        r#"{"kind":"transfer","off":"2026-05-08","work":"2026-05-02","basis":{"kk":"б","ru":"б","en":"b"}}"#;
    let new = old.amend(by_hand(Amendment::parse(text).unwrap())).unwrap();
    assert_eq!((five(&new, "2026-05-08"), five(&new, "2026-05-02")), (Transfer, WorkingWeekend));
    // A year more.
    let text = r#"{"kind":"year","format":1,"year":2028,"transfers":[],
        "movable":[{"of":"kurban_ait","date":"2028-05-05","estimated":true}]}"#;
    let new = old.amend(by_hand(Amendment::parse(text).unwrap())).unwrap();
    assert_eq!(five(&new, "2028-05-05"), Religious);
    let text =
        r#"{"kind":"transfer","off":"2028-05-08","work":"2028-05-06","basis":{"kk":"б","ru":"б","en":"b"}}"#;
    let again = new.amend(by_hand(Amendment::parse(text).unwrap())).unwrap();
    let last = again.amend(by_hand(becomes("2028-05-10", Becomes::DayOff))).unwrap();
    assert_eq!(last.amended().len(), 3, "changes add up, each applied once");
    assert_eq!((five(&last, "2028-05-06"), five(&last, "2028-05-10")), (WorkingWeekend, Transfer));
}

#[test]
fn a_wrong_change_is_refused_with_its_place() {
    let old = calendar();
    for (text, place, code) in [
        (
            r#"{"kind":"year","format":1,"year":2029,"transfers":[],"movable":[{"of":"kurban_ait","date":"2029-04-24","estimated":true}]}"#,
            "years",
            "gap",
        ),
        (
            r#"{"kind":"year","format":1,"year":2027,"transfers":[],"movable":[]}"#,
            "amended[0]: year",
            "twice",
        ),
        (r#"{"kind":"year","format":1,"year":2028,"transfers":[],"movable":[]}"#, "2028.movable", "missing"),
        (
            r#"{"kind":"movable","of":"new_moon","date":"2027-05-17","estimated":false}"#,
            "2027.movable[1].of",
            "not_known",
        ),
        (
            r#"{"kind":"movable","of":"kurban_ait","date":"2031-05-17","estimated":false}"#,
            "amended[0]: date",
            "year_not_known",
        ),
        (
            r#"{"kind":"transfer","off":"2025-01-03","work":"2025-01-11","basis":{"kk":"б","ru":"б","en":"b"}}"#,
            "off",
            "twice",
        ),
    ] {
        let fault =
            Amendment::parse(text).and_then(|change| old.amend(by_hand(change))).map(|_| ()).unwrap_err();
        assert_eq!((fault.place.as_str(), fault.code), (place, code), "{text}");
    }
    for (text, place, code) in [
        (
            r#"{"kind":"transfer","off":"2025-01-04","work":"2025-01-11","basis":{"kk":"б","ru":"б","en":"b"}}"#,
            "off",
            "already_weekend",
        ),
        (
            r#"{"kind":"transfer","off":"2025-01-06","work":"2025-01-08","basis":{"kk":"б","ru":"б","en":"b"}}"#,
            "work",
            "not_weekend",
        ),
        (
            r#"{"kind":"transfer","off":"2025-01-06","work":"2025-01-11","basis":{"kk":"","ru":"б","en":"b"}}"#,
            "basis",
            "language_missing",
        ),
        (r#"{"kind":"year","format":2,"year":2028,"transfers":[],"movable":[]}"#, "format", "format"),
        (r#"{"kind":"year","format":1,"year":1,"transfers":[],"movable":[]}"#, "year", "year_out_of_range"),
        (
            r#"{"kind":"year","format":1,"year":2028,"transfers":[],"movable":[{"of":"kurban_ait","date":"2027-05-05","estimated":true}]}"#,
            "movable[0].date",
            "other_year",
        ),
    ] {
        let fault = Amendment::parse(text).map(|_| ()).unwrap_err();
        assert_eq!((fault.place.as_str(), fault.code), (place, code), "{text}");
    }
    for text in ["", "{", "[]", r#"{"kind":"day","date":"2026-02-31"}"#, r#"{"kind":"moon"}"#] {
        assert_eq!(Amendment::parse(text).map(|_| ()).unwrap_err().code, "shape", "{text}");
    }
}

/// Date and kind, one row per day that is more than a plain working day or weekend.
const EXPECTED: [(&str, DayKind); 100] = [
    ("2023-01-01", Holiday),
    ("2023-01-02", Holiday),
    ("2023-01-03", Substitute),
    ("2023-01-07", Religious),
    ("2023-03-08", Holiday),
    ("2023-03-21", Holiday),
    ("2023-03-22", Holiday),
    ("2023-03-23", Holiday),
    ("2023-05-01", Holiday),
    ("2023-05-07", Holiday),
    ("2023-05-08", Substitute),
    ("2023-05-09", Holiday),
    ("2023-06-28", Religious),
    ("2023-07-01", WorkingWeekend),
    ("2023-07-06", Holiday),
    ("2023-07-07", Transfer),
    ("2023-08-30", Holiday),
    ("2023-10-25", Holiday),
    ("2023-12-16", Holiday),
    ("2023-12-18", Substitute),
    ("2024-01-01", Holiday),
    ("2024-01-02", Holiday),
    ("2024-01-07", Religious),
    ("2024-03-08", Holiday),
    ("2024-03-21", Holiday),
    ("2024-03-22", Holiday),
    ("2024-03-23", Holiday),
    ("2024-03-25", Substitute),
    ("2024-05-01", Holiday),
    ("2024-05-04", WorkingWeekend),
    ("2024-05-07", Holiday),
    ("2024-05-08", Transfer),
    ("2024-05-09", Holiday),
    ("2024-06-16", Religious),
    ("2024-07-06", Holiday),
    ("2024-07-08", Substitute),
    ("2024-08-30", Holiday),
    ("2024-10-25", Holiday),
    ("2024-12-16", Holiday),
    ("2025-01-01", Holiday),
    ("2025-01-02", Holiday),
    ("2025-01-03", Transfer),
    ("2025-01-05", WorkingWeekend),
    ("2025-01-07", Religious),
    ("2025-03-08", Holiday),
    ("2025-03-10", Substitute),
    ("2025-03-21", Holiday),
    ("2025-03-22", Holiday),
    ("2025-03-23", Holiday),
    ("2025-03-24", Substitute),
    ("2025-03-25", Substitute),
    ("2025-05-01", Holiday),
    ("2025-05-07", Holiday),
    ("2025-05-09", Holiday),
    ("2025-06-06", Religious),
    ("2025-07-06", Holiday),
    ("2025-07-07", Substitute),
    ("2025-08-30", Holiday),
    ("2025-09-01", Substitute),
    ("2025-10-25", Holiday),
    ("2025-10-27", Substitute),
    ("2025-12-16", Holiday),
    ("2026-01-01", Holiday),
    ("2026-01-02", Holiday),
    ("2026-01-07", Religious),
    ("2026-03-08", Holiday),
    ("2026-03-09", Substitute),
    ("2026-03-21", Holiday),
    ("2026-03-22", Holiday),
    ("2026-03-23", Holiday),
    ("2026-03-24", Substitute),
    ("2026-03-25", Substitute),
    ("2026-05-01", Holiday),
    ("2026-05-07", Holiday),
    ("2026-05-09", Holiday),
    ("2026-05-11", Substitute),
    ("2026-05-27", Religious),
    ("2026-07-06", Holiday),
    ("2026-10-25", Holiday),
    ("2026-10-26", Substitute),
    ("2026-12-16", Holiday),
    ("2027-01-01", Holiday),
    ("2027-01-02", Holiday),
    ("2027-01-04", Substitute),
    ("2027-01-07", Religious),
    ("2027-03-08", Holiday),
    ("2027-03-15", Holiday),
    ("2027-03-21", Holiday),
    ("2027-03-22", Holiday),
    ("2027-03-23", Holiday),
    ("2027-03-24", Substitute),
    ("2027-05-01", Holiday),
    ("2027-05-03", Substitute),
    ("2027-05-07", Holiday),
    ("2027-05-09", Holiday),
    ("2027-05-10", Substitute),
    ("2027-05-16", Religious),
    ("2027-07-06", Holiday),
    ("2027-10-25", Holiday),
    ("2027-12-16", Holiday),
];
