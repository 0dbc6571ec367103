//! The law as data: what ships is whole, dates choose the edition, and nothing is guessed outside them.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a helper of a test may stop the test")]

use chrono::NaiveDate;
use rules::law::{
    CaseDates, Edition, EditionFault, EditionId, Ground, Law, Matter, Mrp, Needed, Paragraph, Step, Term,
    builtin,
};
use rules::money::Money;

fn law() -> Law {
    builtin().unwrap_or_else(|fault| panic!("the shipped law is right: {fault}"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a date"))
}

fn id(text: &str) -> EditionId {
    EditionId::parse(text).unwrap()
}

#[test]
fn the_confirmed_edition_in_force_is_chosen_by_date() {
    let editions = law().editions;
    for (date, expected) in [
        ("2023-09-23", "A"),
        ("2024-09-02", "A"),
        ("2024-09-03", "B"),
        ("2025-10-14", "B"), // edition C is only reported by the press
        ("2030-01-01", "B"),
    ] {
        assert_eq!(editions.on(day(date)).unwrap().id, id(expected), "{date}");
    }
    let fault = editions.on(day("2023-09-22")).unwrap_err();
    assert_eq!(
        fault,
        EditionFault::NoneOn { date: day("2023-09-22"), first: day("2023-09-23") },
        "refused loudly"
    );
    assert_eq!(editions.unconfirmed_on(day("2025-10-14")).map(|edition| edition.id.clone()), Some(id("C")));
    assert!(
        editions.unconfirmed_on(day("2025-08-06")).is_none(),
        "before the report there is nothing to warn of"
    );
    assert!(editions.get(&id("Z")).is_err());
}

#[test]
fn an_edition_of_the_press_is_in_force_once_it_is_confirmed() {
    let editions = law().editions;
    let text = include_str!("../../../assets/law/editions/c.json")
        .replacen("\"confirmed\": false", "\"confirmed\": true", 1)
        .replacen("\"valid_from\": \"2025-08-07\"", "\"valid_from\": \"2025-08-18\"", 1);
    let confirmed = editions.replaced(Edition::parse(&text).unwrap()).unwrap();
    for (date, expected) in [("2025-08-17", "B"), ("2025-08-18", "C")] {
        assert_eq!(confirmed.on(day(date)).unwrap().id, id(expected), "{date}");
    }
    assert_eq!(confirmed.all().len(), 3, "it takes the place of what was reported");
}

#[test]
fn editions_differ_where_the_press_says_so_and_nowhere_else() {
    let editions = law().editions;
    let (b, c) = (editions.get(&id("B")).unwrap(), editions.get(&id("C")).unwrap());
    assert_eq!(b.cutoff().unwrap().in_year(2025), Some(day("2025-10-15")));
    assert_eq!(c.cutoff().unwrap().in_year(2025), Some(day("2025-11-01")));
    assert_eq!((b.validity().unwrap().calendar_days, c.validity().unwrap().calendar_days), (60, 45));
    assert_eq!(
        (b.documents().unwrap().work, c.documents().unwrap().work),
        (Needed::Always, Needed::WhenRequired)
    );
    assert_eq!((b.grounds(), b.caps(), &b.readings), (c.grounds(), c.caps(), &c.readings));
    for term in Term::ALL {
        assert_eq!(b.term(term), c.term(term), "{}", term.code());
    }
}

#[test]
fn the_first_edition_refuses_what_its_text_does_not_let_one_know() {
    let editions = law().editions;
    let a = editions.get(&id("A")).unwrap();
    for (asked, paragraph) in [
        (a.cutoff().map(|_| ()), 3),
        (a.documents().map(|_| ()), 3),
        (a.grounds().map(|_| ()), 8),
        (a.term(Term::Review).map(|_| ()), 8),
        (a.term(Term::SendToCentre).map(|_| ()), 9),
        (a.term(Term::SendVoucher).map(|_| ()), 10),
        (a.validity().map(|_| ()), 10),
    ] {
        let expected = EditionFault::NotAtHand { id: id("A"), paragraph: Paragraph::whole(paragraph) };
        assert_eq!(asked, Err(expected), "paragraph {paragraph} was changed by Order 325");
    }
    assert_eq!(a.term(Term::Extend).unwrap().working_days, Some(1), "paragraph 13 was not changed");
    assert_eq!(a.term(Term::Pay).unwrap().working_days, Some(5), "paragraph 17 was not changed");
}

#[test]
fn every_clock_of_the_rules_has_its_length_and_silence_is_silence() {
    let editions = law().editions;
    let b = editions.get(&id("B")).unwrap();
    for (term, paragraph, working_days, target) in [
        (Term::Review, "8", Some(1), Some(1)),
        (Term::SendReviewRefusal, "8", None, Some(1)),
        (Term::SendToCentre, "9", Some(1), Some(0)),
        (Term::CentreAnswer, "9", None, None),
        (Term::SendCentreRefusal, "9", Some(1), Some(0)),
        (Term::SendVoucher, "10", Some(1), Some(0)),
        (Term::Extend, "13", Some(1), Some(1)),
        (Term::SendAct, "16", Some(3), Some(3)),
        (Term::Pay, "17", Some(5), Some(5)),
    ] {
        let rule = b.term(term).unwrap();
        let found = (rule.paragraph.to_string(), rule.working_days, rule.target_working_days);
        assert_eq!(found, (paragraph.to_owned(), working_days, target), "{}", term.code());
    }
}

#[test]
fn only_four_grounds_exist_three_at_the_career_centre() {
    let editions = law().editions;
    let grounds = editions.get(&id("B")).unwrap().grounds().unwrap();
    for ground in Ground::ALL {
        let rules: Vec<_> = grounds.iter().filter(|rule| rule.ground == ground).collect();
        assert_eq!(rules.len(), 1, "{} stands at one step only", ground.code());
    }
    let here = |step| grounds.iter().filter(|rule| rule.step == step).count();
    assert_eq!((here(Step::CareerCentre), here(Step::MobilityCentre)), (3, 1));
}

#[test]
fn each_matter_of_a_case_is_governed_by_its_own_date() {
    let editions = law().editions;
    let dates =
        CaseDates { application: day("2024-08-30"), issue: Some(day("2024-09-04")), act: day("2024-09-05") };
    for (matter, expected) in [(Matter::Requirements, "A"), (Matter::Validity, "B"), (Matter::Forms, "B")] {
        assert_eq!(editions.governing(matter, dates).unwrap().id, id(expected), "{matter:?}");
    }
}

#[test]
fn every_reading_of_the_register_is_a_parameter_with_its_recommended_value() {
    let editions = law().editions;
    for edition in editions.all() {
        let list = edition.readings.list();
        for number in 1..=59 {
            // A-51 and the two dates of A-13 are fields of the edition itself.
            let code = format!("A-{number:02}");
            let is_field = matches!(number, 51);
            assert!(is_field || list.iter().any(|reading| reading.reading == code), "{code} is named");
        }
        for reading in &list {
            assert!(
                reading.as_recommended,
                "{}: the shipped choice is the recommended one",
                reading.parameter
            );
        }
        let names: std::collections::BTreeSet<_> = list.iter().map(|reading| reading.parameter).collect();
        assert_eq!(names.len(), list.len(), "no parameter twice");
    }
}

#[test]
fn excluded_paragraphs_have_no_words_to_cite() {
    let editions = law().editions;
    let b = editions.get(&id("B")).unwrap();
    for number in 4..=7 {
        assert!(
            b.paragraph(Paragraph::whole(number)).unwrap().text.is_none(),
            "paragraph {number} is excluded"
        );
    }
    for number in [3, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] {
        assert!(
            b.paragraph(Paragraph::whole(number)).unwrap().text.is_some(),
            "paragraph {number} is in force"
        );
    }
}

#[test]
fn a_wrong_edition_file_is_refused_with_its_place() {
    let right = include_str!("../../../assets/law/editions/b.json");
    for (from, to, place, code) in [
        ("\"valid_from\": \"2024-09-03\",", "", "", "shape"), // mandatory, no default
        ("\"2024-09-03\"", "\"2024-02-31\"", "", "shape"),
        ("\"month\": 10", "\"month\": 13", "cutoff", "no_such_day"),
        ("\"calendar_days\": 60", "\"calendar_days\": 0", "validity.calendar_days", "out_of_range"),
        ("\"format\": 1", "\"format\": 7", "format", "format"),
        ("\"cutoff.inclusive\"", "\"cutoff.inclusiv\"", "", "shape"),
        ("\"incomplete_package\"", "\"too_late\"", "", "shape"), // an unlawful ground cannot even be written
        ("\"receipt.nonworking\",", "\"receipt.never\",", "terms[0].readings", "not_known"),
        ("\"social_mrp\": 3", "\"social_mrp\": 3000", "caps.social_mrp", "out_of_range"),
    ] {
        assert!(right.contains(from), "{from} stands in the file");
        let fault = Edition::parse(&right.replacen(from, to, 1)).map(|_| ()).unwrap_err();
        assert_eq!(fault.code, code, "{from} -> {to}: {fault}");
        assert!(code == "shape" || fault.place == place, "{from}: {fault}");
    }
    let again = law().editions.with(Edition::parse(right).unwrap()).map(|_| ()).unwrap_err();
    assert_eq!((again.place.as_str(), again.code), ("id", "twice"));
}

#[test]
fn the_index_is_chosen_by_the_date_it_takes_effect() {
    let mrp = law().mrp;
    for (date, sum, verified) in [
        ("2020-03-31", "2651.00", false),
        ("2020-04-01", "2778.00", false), // the middle of a year
        ("2023-12-31", "3450.00", true),
        ("2024-01-01", "3692.00", true),
        ("2025-12-31", "3932.00", true),
        ("2026-01-01", "4325.00", true),
        ("2026-12-31", "4325.00", true),
    ] {
        let found = mrp.on(day(date)).unwrap();
        assert_eq!((found.sum.to_string().as_str(), found.verified), (sum, verified), "{date}");
    }
    for date in ["2014-12-31", "2027-01-01"] {
        assert!(mrp.on(day(date)).is_err(), "{date}: no neighbour's value is taken");
    }
}

#[test]
fn the_index_of_a_new_budget_law_can_be_added() {
    let mrp = law().mrp;
    let basis = mrp.values[0].basis.clone();
    let sum = Money::parse("4500").unwrap();
    let value = Mrp { from: day("2027-01-01"), sum, verified: true, basis };
    let more = mrp.with(value.clone(), day("2027-12-31")).unwrap();
    assert_eq!(more.on(day("2027-06-01")).unwrap().sum, sum);
    assert!(mrp.with(Mrp { from: day("2025-01-01"), ..value }, day("2027-12-31")).is_err(), "out of order");
}

#[test]
fn a_bank_code_is_a_hint() {
    let banks = law().banks;
    assert_eq!(banks.find("722").map(|bank| bank.name.as_str()), Some("Kaspi Bank"));
    assert!(banks.find("999").is_none(), "an unknown code is no error");
}

#[test]
fn another_number_anywhere_makes_another_version() {
    let shipped = law();
    assert_eq!(shipped.version(), law().version(), "the same content has the same name");
    let text = include_str!("../../../assets/law/editions/b.json");
    let longer = text.replacen("\"calendar_days\": 60", "\"calendar_days\": 61", 1);
    let editions = shipped.editions.replaced(Edition::parse(&longer).unwrap()).unwrap();
    let edited = Law { editions, ..shipped.clone() };
    assert_ne!(edited.version(), shipped.version(), "one day more of validity");
    let mut mrp = shipped.mrp.clone();
    mrp.known_to = day("2031-01-01");
    assert_ne!(Law { mrp, ..shipped.clone() }.version(), shipped.version(), "the index");
    let change = serde_json::json!({
        "kind": "movable", "of": "kurban_ait", "date": "2027-05-17", "estimated": false,
    });
    let change = rules::calendar::Amendment::parse(&change.to_string()).unwrap();
    let at = chrono::DateTime::UNIX_EPOCH;
    let change = rules::calendar::Amended { change, by: "admin".into(), at, note: "ДУМК".into() };
    let calendar = shipped.calendar.amend(change).unwrap();
    assert_ne!(Law { calendar, ..shipped.clone() }.version(), shipped.version(), "a day of the calendar");
}
