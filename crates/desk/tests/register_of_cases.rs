//! Registers made from cases: which case stands in which register, and that Excel and paper say the same.
#![expect(clippy::unwrap_used, reason = "a test stops where its own preparations fail")]

use chrono::{DateTime, NaiveDate, Utc};
use desk::register::{Asked, Cell, Filed, Kind, Parameter, Register, printed, register, workbook};
use papers::{Language, Paper, Tongue, render};
use rules::application::Application;
use rules::case::event::{Outcome, Payee, Sums};
use rules::case::record::Case;
use rules::case::{Actor, By, Entry, Event, Office};
use rules::law::{EditionId, Ground, Step};
use rules::money::Money;
use rules::person::Iin;
use rules::refusal::Remark;
use rules::region::Region;
use rules::role::{OfficeKind, Role};
use std::collections::BTreeMap;
use words::Lang;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn sum(text: &str) -> Money {
    Money::parse(text).unwrap()
}

fn application(name: &str) -> Application {
    let path = format!("{}/../../assets/demo/{name}/application.json", env!("CARGO_MANIFEST_DIR"));
    Application::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn office() -> Office {
    Office { id: "kc".to_owned(), kind: OfficeKind::CareerCentre, region: Region::find("39").unwrap() }
}

/// A case from what happened to it, each on its day.
fn case(events: Vec<(&str, Event)>) -> Case {
    let by = By::Person(Actor { id: "s".to_owned(), role: Role::Specialist, office: office() });
    let entries: Vec<Entry> = events
        .into_iter()
        .map(|(on, event)| {
            let on = day(on);
            let at: DateTime<Utc> = on.and_hms_opt(5, 0, 0).unwrap().and_utc();
            Entry { at, on, by: by.clone(), edition: EditionId::parse("B").unwrap(), event }
        })
        .collect();
    Case::fold(&entries)
}

fn received(name: &str) -> Event {
    let application = application(name);
    let received_at = application.received.unwrap();
    let received_on = received_at.date_naive();
    let region = Region::find("39").unwrap();
    Event::ApplicationReceived {
        application: Box::new(application),
        received_at,
        received_on,
        office: office(),
        region,
    }
}

/// In review, refused, and paid in full with aid.
fn cases() -> [Case; 3] {
    let remark =
        |ground| Remark { ground, check: "x".into(), code: "x".into(), facts: BTreeMap::new(), note: None };
    let remarks = vec![remark(Ground::IncompletePackage), remark(Ground::RequirementsNotMet)];
    let saturday = application("saturday");
    let sums = Sums {
        mrp: sum("3932"),
        mrp_date: day("2025-04-14"),
        cap: sum("11796"),
        cost: sum("12000.50"),
        reimbursed: sum("11796"),
        claimant_pays: sum("204.50"),
        material_aid: sum("23592"),
    };
    let paid = case(vec![
        ("2025-03-08", received("saturday")),
        ("2025-03-11", Event::ForwardedToMobilityCentre {}),
        ("2025-03-12", Event::ForwardedToRecognitionCentre {}),
        (
            "2025-03-14",
            Event::VoucherIssued {
                number: "39-2025-000017".into(),
                iin: Iin::parse(saturday.applicant.iin.as_deref().unwrap()).unwrap(),
                issued_on: day("2025-03-14"),
                validity_edition: EditionId::parse("B").unwrap(),
                last_day: day("2025-05-13"),
                centre: saturday.recognition_centre.clone(),
                over_quota: false,
                status_checked_on: day("2025-03-14"),
            },
        ),
        ("2025-03-20", Event::VoucherExtended { last_day: day("2025-05-18"), extended_by_days: 5 }),
        ("2025-04-10", Event::VoucherUsed { admitted_on: day("2025-04-10"), accepted_late: false }),
        (
            "2025-04-14",
            Event::ProtocolReceived {
                number: "5".into(),
                signed_on: day("2025-04-14"),
                exam_on: None,
                outcome: Outcome::Passed,
                venue: None,
                remote: false,
            },
        ),
        (
            "2025-04-16",
            Event::ActReceived {
                number: "А-9".into(),
                drawn_on: day("2025-04-15"),
                received_on: day("2025-04-16"),
                cost: sum("12000.50"),
            },
        ),
        ("2025-04-17", Event::ActAccepted { sums }),
        (
            "2025-04-18",
            Event::PaymentSent {
                payee: Payee::RecognitionCentre,
                amount: sum("11796"),
                order: Some("71".into()),
                sent_on: day("2025-04-18"),
            },
        ),
    ]);
    let refused = case(vec![
        ("2025-03-07", received("defective")),
        (
            "2025-03-11",
            Event::RefusalDrafted { step: Step::CareerCentre, remarks: remarks.clone(), letter: None },
        ),
        (
            "2025-03-11",
            Event::RefusalFormed {
                step: Step::CareerCentre,
                number: Some("ҚМО-1".into()),
                grounds: vec![Ground::IncompletePackage, Ground::RequirementsNotMet],
                remarks,
                letter: None,
            },
        ),
    ]);
    [case(vec![("2025-03-11", received("clean"))]), refused, paid]
}

fn made(kind: Kind, lang: Lang) -> Register {
    let cases = cases();
    let filed: Vec<Filed<'_>> = cases
        .iter()
        .map(|case| Filed { case, review_due: Some(day("2025-03-12")), payment_due: Some(day("2025-04-23")) })
        .collect();
    let parameters =
        vec![Parameter { label: words::msg::register_parameter_filter(lang), value: "2025".into() }];
    register(Asked { kind, lang, parameters }, &filed)
}

#[test]
fn each_register_holds_the_cases_that_belong_to_it() {
    let rows = |kind| made(kind, Lang::Ru).rows;
    let applications = rows(Kind::Applications);
    assert_eq!(applications.len(), 3, "every application stands in the journal");
    assert_eq!(applications[0][9], Cell::Empty, "nothing is decided about the first");
    assert_eq!(applications[1][9], Cell::Text("отказано".into()), "the second is refused");
    assert_eq!(applications[2][9], Cell::Text("направлено в ЦТМ".into()), "the third went on");
    assert_eq!(applications[0][4], Cell::Text("880417399216".into()), "an ИИН is text");

    let refusals = rows(Kind::Refusals);
    assert_eq!(refusals.len(), 1, "only what was formed is a refusal");
    let grounds = "неполный пакет документов; несоответствие требованиям к квалификации и образованию";
    assert_eq!(refusals[0][8], Cell::Text(grounds.into()), "all grounds");
    assert_eq!(refusals[0][9], Cell::Empty, "it is not sent yet");

    let vouchers = rows(Kind::Vouchers);
    assert_eq!(vouchers.len(), 1, "one voucher was issued");
    assert_eq!(
        vouchers[0][8..13],
        [
            Cell::Date(day("2025-05-13")),
            Cell::Number(5),
            Cell::Date(day("2025-05-18")),
            Cell::Date(day("2025-04-10")),
            Cell::Text("использован".into())
        ]
    );

    let payments = rows(Kind::Payments);
    assert_eq!(payments.len(), 2, "the centre and the person are paid apart");
    assert_eq!(
        payments[0][7..12],
        [
            Cell::Money(sum("12000.50")),
            Cell::Money(sum("11796")),
            Cell::Money(sum("204.50")),
            Cell::Money(sum("11796")),
            Cell::Text("71".into())
        ]
    );
    assert_eq!(
        payments[1][7..12],
        [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Money(sum("23592")), Cell::Empty],
        "aid has no price and is not sent yet"
    );
    assert_eq!(made(Kind::Payments, Lang::Ru).total(10), Some(sum("35388")), "what the register comes to");
}

#[test]
fn every_row_has_a_cell_for_every_column_in_every_language_and_opens_in_excel() {
    for kind in Kind::ALL {
        for lang in Lang::ALL {
            let made = made(kind, lang);
            assert!(made.rows.iter().all(|row| row.len() == made.columns.len()), "{kind:?}, {lang}");
            let headings: std::collections::BTreeSet<&str> =
                made.columns.iter().map(|column| column.heading.as_str()).collect();
            assert_eq!(
                headings.len(),
                made.columns.len(),
                "no two columns are called the same: {kind:?}, {lang}"
            );
            let bytes = workbook(&made, DateTime::UNIX_EPOCH).unwrap();
            assert!(bytes.starts_with(b"PK"), "{kind:?}, {lang}");
        }
    }
}

#[test]
fn the_printed_register_says_what_the_workbook_says() {
    for kind in Kind::ALL {
        let (kk, ru) = (made(kind, Lang::Kk), made(kind, Lang::Ru));
        for tongue in [Tongue::Kk, Tongue::Ru] {
            let paper = printed(&kk, &ru, tongue, papers::form::Body::default(), day("2025-04-30"));
            let own = if tongue == Tongue::Kk { &kk } else { &ru };
            assert_eq!(paper.rows.len(), own.rows.len(), "{kind:?}");
            let names =
                own.rows.iter().filter_map(|row| match &row[if kind == Kind::Payments { 4 } else { 3 }] {
                    Cell::Text(name) => Some(name),
                    Cell::Empty | Cell::Date(_) | Cell::Number(_) | Cell::Money(_) => None,
                });
            for name in names {
                assert!(paper.rows.iter().any(|row| row.contains(name)), "{name} stands on paper too");
            }
            let pdf = render(&Paper::Register(Box::new(paper)), Language::Both).unwrap();
            assert!(pdf.pages >= 1, "{kind:?} is set");
        }
    }
    let paper = printed(
        &made(Kind::Payments, Lang::Kk),
        &made(Kind::Payments, Lang::Ru),
        Tongue::Ru,
        papers::form::Body::default(),
        day("2025-04-30"),
    );
    let total = paper.total.unwrap();
    assert_eq!(total[0], "Итого", "a line of sums");
    assert_eq!(total[9].replace('\u{a0}', " "), "35 388,00", "which come to the same: {total:?}");
}
