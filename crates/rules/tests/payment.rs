//! What is paid: caps, the index by date, the person's share and the aid, in a table and as properties.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a helper of a test may stop the test")]

mod shared;

use chrono::{Days, NaiveDate};
use rules::act::{Profile, Service, SettleFault, Settlement, Venue, settle};
use rules::law::readings::MrpBasis;
use rules::law::{Edition, EditionId, Law, builtin};
use rules::money::Money;
use rules::region::Region;
use shared::Numbers;

fn law() -> Law {
    builtin().unwrap_or_else(|fault| panic!("the shipped law is right: {fault}"))
}

fn b(law: &Law) -> &Edition {
    law.editions.get(&EditionId::parse("B").unwrap()).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a date"))
}

fn service(profile: Profile, price: &str, protocol: &str) -> Service {
    let price = Money::parse(price).unwrap();
    Service {
        profile: Some(profile),
        price,
        protocol: day(protocol),
        issued: None,
        paid: None,
        home: None,
        venue: None,
    }
}

fn of(law: &Law, service: &Service) -> Settlement {
    settle(service, b(law), &law.mrp, &law.calendar).unwrap()
}

fn sums(found: &Settlement) -> [String; 5] {
    [found.mrp, found.cap, found.reimbursed, found.claimant_pays, found.material_aid]
        .map(|sum| sum.to_string())
}

#[test]
fn the_price_up_to_the_cap_is_reimbursed_and_the_rest_is_the_persons() {
    let law = law();
    for (profile, price, protocol, expected) in [
        (Profile::Social, "38400", "2025-10-20", ["3932.00", "11796.00", "11796.00", "26604.00", "0.00"]),
        (Profile::Technical, "38400", "2025-10-20", ["3932.00", "27524.00", "27524.00", "10876.00", "0.00"]),
        (
            Profile::Technical,
            "38 400,50",
            "2026-02-02",
            ["4325.00", "30275.00", "30275.00", "8125.50", "0.00"],
        ),
        (Profile::Social, "12975", "2026-02-02", ["4325.00", "12975.00", "12975.00", "0.00", "0.00"]),
        (Profile::Social, "12975.01", "2026-02-02", ["4325.00", "12975.00", "12975.00", "0.01", "0.00"]),
        (Profile::Social, "9000.99", "2024-03-01", ["3692.00", "11076.00", "9000.99", "0.00", "0.00"]),
        (Profile::Social, "0", "2023-12-01", ["3450.00", "10350.00", "0.00", "0.00", "0.00"]),
    ] {
        let found = of(&law, &service(profile, price, protocol));
        assert_eq!(sums(&found), expected.map(str::to_owned), "{} {price} {protocol}", profile.code());
        assert!(!found.aid_decided, "without home and venue the aid is not decided");
    }
}

#[test]
fn the_aid_is_due_exactly_when_the_exam_was_in_another_region() {
    let law = law();
    for (home, venue, aid, decided) in [
        (Some(Region::Kostanay), Some(Venue::In(Region::Astana)), "25950.00", true),
        (Some(Region::Kostanay), Some(Venue::In(Region::Kostanay)), "0.00", true),
        (Some(Region::AlmatyOblast), Some(Venue::In(Region::AlmatyCity)), "25950.00", true), // two regions
        (Some(Region::Kostanay), Some(Venue::Remote), "0.00", true),
        (None, Some(Venue::Remote), "0.00", true),
        (None, Some(Venue::In(Region::Astana)), "0.00", false),
        (Some(Region::Astana), None, "0.00", false),
    ] {
        let found = of(&law, &Service { home, venue, ..service(Profile::Social, "10000", "2026-05-05") });
        assert_eq!(
            (found.material_aid.to_string().as_str(), found.aid_decided),
            (aid, decided),
            "{home:?} {venue:?}"
        );
    }
}

#[test]
fn only_paragraphs_that_had_a_say_are_cited() {
    let law = law();
    let away = (Some(Region::Kostanay), Some(Venue::In(Region::Astana)));
    for (price, (home, venue), cited) in [
        ("10000", (None, None), &["14(1)"][..]),
        ("50000", (None, None), &["14(1)", "15"]),
        ("10000", away, &["14(1)", "14(2)"]),
        ("50000", away, &["14(1)", "14(2)", "15"]),
    ] {
        let found = of(&law, &Service { home, venue, ..service(Profile::Social, price, "2026-05-05") });
        let paragraphs: Vec<String> = found.paragraphs.iter().map(ToString::to_string).collect();
        assert_eq!(paragraphs, cited, "{price}");
    }
}

#[test]
fn other_years_are_shown_where_they_would_pay_otherwise() {
    let law = law();
    let none = (None, None);
    for (protocol, (issued, paid), expected) in [
        ("2025-06-10", none, &[][..]),
        // The turn of the year lies within the terms of paragraphs 16 and 17.
        ("2025-12-29", none, &[(MrpBasis::Payment, "2026-01-13", true, "4325.00")]),
        // The voucher may have been issued in the old year.
        ("2026-01-15", none, &[(MrpBasis::Issue, "2025-11-16", true, "3932.00")]),
        ("2026-01-15", (Some("2026-01-05"), Some("2026-01-20")), &[]),
        (
            "2025-12-29",
            (Some("2025-11-01"), Some("2026-01-08")),
            &[(MrpBasis::Payment, "2026-01-08", false, "4325.00")],
        ),
        ("2026-01-15", (Some("2025-12-20"), None), &[(MrpBasis::Issue, "2025-12-20", false, "3932.00")]),
    ] {
        let (issued, paid) = (issued.map(day), paid.map(day));
        let found = of(&law, &Service { issued, paid, ..service(Profile::Technical, "38400", protocol) });
        let alternatives: Vec<_> = found
            .alternatives
            .iter()
            .map(|other| (other.basis, other.mrp_date, other.assumed, other.mrp.to_string()))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(basis, date, assumed, mrp)| (*basis, day(date), *assumed, (*mrp).to_owned()))
            .collect();
        assert_eq!(alternatives, expected, "{protocol}");
    }
}

#[test]
fn a_difference_of_a_year_is_that_of_the_requirement() {
    let law = law();
    let away = Service {
        home: Some(Region::Kostanay),
        venue: Some(Venue::In(Region::Astana)),
        ..service(Profile::Technical, "100000", "2025-12-29")
    };
    let found = of(&law, &away);
    let other = found.alternatives.first().unwrap();
    assert_eq!((found.cap.to_string(), other.cap.to_string()), ("27524.00".into(), "30275.00".into()));
    assert_eq!(
        (found.material_aid.to_string(), other.material_aid.to_string()),
        ("23592.00".into(), "25950.00".into())
    );
}

#[test]
fn an_index_nobody_knows_yet_is_named_not_guessed() {
    let law = law();
    let found = of(&law, &service(Profile::Social, "38400", "2026-12-28"));
    assert!(found.alternatives.is_empty());
    let unknown = found.unknown.first().unwrap();
    assert_eq!((unknown.basis, unknown.mrp_date), (MrpBasis::Payment, day("2027-01-12")));
}

#[test]
fn what_cannot_be_reckoned_is_refused() {
    let law = law();
    let known = service(Profile::Social, "38400", "2026-05-05");
    let reckon =
        |service: &Service| settle(service, b(&law), &law.mrp, &law.calendar).map(|_| ()).unwrap_err();
    let nameless = Service { profile: None, ..known.clone() };
    assert_eq!(reckon(&nameless), SettleFault::ProfileUnknown, "payment waits, issue does not");
    let later = Service { protocol: day("2027-03-01"), ..known.clone() };
    assert_eq!(reckon(&later).code(), "mrp_unknown");
    let mut by_issue = b(&law).clone();
    by_issue.readings.mrp_basis.value = MrpBasis::Issue;
    let fault = settle(&known, &by_issue, &law.mrp, &law.calendar).map(|_| ()).unwrap_err();
    assert_eq!(fault, SettleFault::BasisDateMissing(MrpBasis::Issue), "an assumed date never decides");
    let issued = Service { issued: Some(day("2025-12-20")), ..known };
    let found = settle(&issued, &by_issue, &law.mrp, &law.calendar).unwrap();
    assert_eq!((found.basis, found.mrp.to_string()), (MrpBasis::Issue, "3932.00".to_owned()));
}

#[test]
fn the_parts_of_every_payment_add_up() {
    let law = law();
    let mut numbers = Numbers::of(380);
    for round in 0..20_000 {
        let tiyn = i64::try_from(numbers.under(20_000_000)).unwrap();
        let region = |numbers: &mut Numbers| Region::ALL.get(numbers.under(20) as usize).copied();
        let profile = if numbers.under(2) == 0 { Profile::Social } else { Profile::Technical };
        let asked = Service {
            profile: Some(profile),
            price: Money::from_tiyn(tiyn).unwrap(),
            protocol: day("2023-10-01") + Days::new(numbers.under(1187)),
            issued: None,
            paid: None,
            home: region(&mut numbers),
            venue: region(&mut numbers).map(Venue::In),
        };
        let found = of(&law, &asked);
        assert_eq!(
            found.reimbursed.plus(found.claimant_pays),
            Some(asked.price),
            "round {round}: nothing is lost"
        );
        assert!(found.reimbursed <= found.cap, "round {round}: never above the cap");
        assert!(found.claimant_pays.is_zero() || found.reimbursed == found.cap, "round {round}");
        let aid = law.mrp.on(asked.protocol).unwrap().sum.times(6).unwrap();
        assert!(found.material_aid.is_zero() || found.material_aid == aid, "round {round}: all or nothing");
        for other in &found.alternatives {
            assert_eq!(other.reimbursed.plus(other.claimant_pays), Some(asked.price), "round {round}");
            assert_ne!(other.mrp, found.mrp, "round {round}: an alternative differs");
        }
    }
}
