//! The distribution among regions: allocation, plan with its history, places held and taken.

#![expect(clippy::unwrap_used, reason = "a helper of a test may stop the test")]

mod shared;

use rules::ids::CaseId;
use rules::quota::{AllocationFault, Places, Plan, PlanVersion, Taken, Weight, allocate, read_statistics};
use rules::region::Region;
use shared::Numbers;
use std::collections::BTreeMap;

fn weights(rows: &[(&str, &str)]) -> BTreeMap<Region, Weight> {
    rows.iter().map(|(region, weight)| (region.parse().unwrap(), Weight::parse(weight).unwrap())).collect()
}

fn shares(rows: &[(&str, &str)], total: u32, minimum: u32) -> Vec<u32> {
    let found = allocate(&weights(rows), total, 2026, minimum).unwrap();
    found.rows.iter().map(|row| row.share).collect()
}

#[test]
fn a_total_is_shared_by_largest_remainder() {
    for (rows, total, minimum, expected) in [
        (&[("10", "1"), ("11", "1"), ("15", "1")][..], 100, 0, &[34, 33, 33][..]), // equal: the smaller code
        (&[("10", "53"), ("11", "27"), ("15", "20")], 10, 0, &[5, 3, 2]),
        (&[("10", "416"), ("11", "338"), ("15", "246")], 21, 0, &[9, 7, 5]),
        (&[("10", "0"), ("11", "1")], 7, 0, &[0, 7]),
        (&[("10", "0"), ("11", "1")], 7, 2, &[2, 5]),
        (&[("10", "1"), ("11", "99"), ("15", "900")], 100, 10, &[10, 10, 80]),
        // The minimum of one pushes another under it: both are raised.
        (&[("10", "1"), ("11", "11"), ("15", "88")], 100, 11, &[11, 11, 78]),
        (&[("10", "4.6"), ("11", "4,6")], 3, 0, &[2, 1]),
        (&[("10", "5"), ("11", "5")], 0, 0, &[0, 0]),
        (&[("10", "5"), ("11", "1")], 4, 2, &[2, 2]),
    ] {
        assert_eq!(shares(rows, total, minimum), expected, "{rows:?} {total} {minimum}");
    }
}

#[test]
fn a_total_that_cannot_be_shared_says_why() {
    let rows = weights(&[("10", "5"), ("11", "1")]);
    assert_eq!(
        allocate(&rows, 9, 2026, 5).unwrap_err(),
        AllocationFault::MinimumTooLarge { regions: 2, minimum: 5, total: 9 }
    );
    assert_eq!(allocate(&BTreeMap::new(), 9, 2026, 0).unwrap_err(), AllocationFault::NoRegions);
    assert_eq!(allocate(&weights(&[("10", "0")]), 9, 2026, 0).unwrap_err(), AllocationFault::AllZero);
}

#[test]
fn every_allocation_adds_up_by_region_and_by_year() {
    let mut numbers = Numbers::of(18);
    for round in 0..5000 {
        let count = 1 + numbers.under(20) as usize;
        let mut rows: BTreeMap<Region, Weight> = BTreeMap::new();
        for region in Region::ALL.into_iter().take(count) {
            rows.insert(region, Weight::whole(numbers.under(50_000) as u32));
        }
        rows.insert(Region::Abai, Weight::whole(1 + numbers.under(50_000) as u32));
        let minimum = numbers.under(30) as u32;
        let total = minimum * rows.len() as u32 + numbers.under(3000) as u32;
        let found = allocate(&rows, total, 2026, minimum).unwrap();
        let said = format!("round {round}: total {total}, minimum {minimum}, {rows:?}");
        assert_eq!(found.rows.iter().map(|row| row.share).sum::<u32>(), total, "{said}");
        let mut columns: BTreeMap<i32, u32> = BTreeMap::new();
        for row in &found.rows {
            assert!(row.share >= minimum, "{said}");
            assert_eq!(row.by_year.values().sum::<u32>(), row.share, "{said}");
            let (least, most) = (row.by_year.values().min().unwrap(), row.by_year.values().max().unwrap());
            assert!(most - least <= 1, "years are even: {said}");
            row.by_year.iter().for_each(|(year, places)| *columns.entry(*year).or_default() += places);
        }
        assert_eq!(columns.keys().copied().collect::<Vec<_>>(), [2026, 2027, 2028], "{said}");
        assert!(
            columns.values().max().unwrap() - columns.values().min().unwrap() <= 1,
            "columns are even: {said}"
        );
        for (one, other) in found.rows.iter().flat_map(|one| found.rows.iter().map(move |other| (one, other)))
        {
            assert!(one.weight <= other.weight || one.share >= other.share, "more weight, no less: {said}");
        }
    }
}

#[test]
fn statistics_are_read_or_the_line_at_fault_is_named() {
    let read = read_statistics("\u{feff}region;weight\r\n\r\n39; 13217\r\n\"750000000\";4,6\r\n").unwrap();
    assert_eq!(read, weights(&[("39", "13217"), ("75", "4.6")]));
    for (text, line, code) in [
        ("", 1, "header"),
        ("code,people\n39,1", 1, "header"),
        ("region,weight", 2, "no_rows"),
        ("region,weight\n39", 2, "columns"),
        ("region,weight\n39,1,2", 2, "columns"),
        ("region,weight\n\n00,5", 3, "region"),
        ("region,weight\n39,5\n39,6", 3, "twice"),
        ("region,weight\n39,-5", 2, "weight"),
        ("region,weight\n39,abc", 2, "weight"),
        ("region,weight\n39,1e5", 2, "weight"),
        ("region,weight\n39,", 2, "weight"),
        ("region,weight\n39,9999999999999999", 2, "weight"),
        ("region,weight\n39,1.1234567", 2, "weight"),
        ("region,weight\n39,0\n10,0", 3, "all_zero"),
    ] {
        let fault = read_statistics(text).unwrap_err();
        assert_eq!((fault.line, fault.code), (line, code), "{text:?}");
    }
}

#[test]
fn a_weight_is_written_as_it_was_meant() {
    for (text, written) in [("13217", "13217"), ("4,60", "4.6"), ("0.000001", "0.000001"), ("007", "7")] {
        assert_eq!(Weight::parse(text).unwrap().to_string(), written);
    }
}

fn version(from: &str, places: u32) -> PlanVersion {
    let years = (2026..2029).map(|year| (year, places)).collect();
    PlanVersion {
        from: from.parse().unwrap(),
        basis: "order".into(),
        by: "planner".into(),
        places: [(Region::Kostanay, years)].into(),
    }
}

#[test]
fn a_revision_counts_from_its_day_and_the_old_plan_stays_readable() {
    let plan = Plan::new(2026, version("2026-01-01", 20)).unwrap();
    let revised = plan.revised(version("2026-07-01", 25)).unwrap();
    for (on, places) in [("2025-12-31", None), ("2026-06-30", Some(20)), ("2026-07-01", Some(25))] {
        assert_eq!(revised.places(Region::Kostanay, 2026, on.parse().unwrap()), places, "{on}");
    }
    assert_eq!(revised.versions().len(), 2, "history stays");
    assert_eq!(
        revised.places(Region::Astana, 2026, "2026-07-01".parse().unwrap()),
        None,
        "nothing is guessed"
    );
    assert!(revised.revised(version("2026-06-01", 30)).is_err(), "a revision cannot precede what it revises");
    assert!(Plan::new(2027, version("2026-01-01", 20)).is_err(), "2026 lies outside 2027-2029");
}

fn case(number: u128) -> CaseId {
    CaseId(uuid::Uuid::from_u128(number))
}

#[test]
fn a_place_is_held_taken_given_back_and_never_refused() {
    let mut places = Places::default();
    let here = (Region::Kostanay, 2026);
    let plan = Some(2);
    assert_eq!(places.hold(case(1), here.0, here.1, plan), Taken::Within);
    assert_eq!(places.hold(case(1), here.0, here.1, plan), Taken::Within, "told twice, nothing changes");
    assert_eq!(places.hold(case(2), here.0, here.1, plan), Taken::Within);
    assert_eq!(
        places.hold(case(3), here.0, here.1, plan),
        Taken::Over,
        "told at the hold, not silently at issue"
    );
    assert_eq!(places.balance(here.0, here.1, plan).left, Some(-1));
    places.release(case(2));
    assert_eq!(places.balance(here.0, here.1, plan).left, Some(0), "a refusal gives the place back");
    assert_eq!(places.issue(case(3), here.0, here.1, plan), Taken::Within);
    places.release(case(3));
    assert_eq!(places.balance(here.0, here.1, plan).issued, 1, "an issued place is not released");
    places.annul(case(3), false);
    assert_eq!(places.balance(here.0, here.1, plan).left, Some(0), "an annulled voucher keeps its place");
    assert_eq!(places.reinstate(case(3), here.0, here.1, plan), Taken::Within, "and has it when reinstated");
    places.annul(case(3), true);
    assert_eq!(places.balance(here.0, here.1, plan).left, Some(1), "unless the ministry says otherwise");
    assert_eq!(places.hold(case(9), here.0, 2031, None), Taken::NoPlan);
}
