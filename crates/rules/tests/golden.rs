//! The stored form of every event beside a golden sample: a kept shape is never edited, and what a newer program wrote is kept byte for byte.
#![expect(clippy::expect_used, reason = "a missing or broken sample stops the test with its name")]

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rules::application::{Application, Profile, RecognitionCentre};
use rules::case::event::{
    EscalatedTo, IncapacitySheet, Letter, NoteKind, Outcome, Payee, ReinstatementGround, ReplacementGround,
    SheetChannel, SheetPaper, SilenceLevel, Sums,
};
use rules::case::stored::{EVENT_VERSION, KINDS};
use rules::case::{Event, Office};
use rules::check::Verdict;
use rules::law::EditionId;
use rules::money::Money;
use rules::person::Iin;
use rules::refusal::{Ground, Remark, Step};
use rules::region::Region;
use rules::role::OfficeKind;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn sum(text: &str) -> Money {
    Money::parse(text).expect("a sum")
}

fn remark() -> Remark {
    Remark {
        ground: Ground::IncompletePackage,
        check: "copy_readable:documents[0]".into(),
        code: "copy_unreadable".into(),
        facts: [("kind".to_owned(), "diploma".to_owned())].into(),
        note: Some("Вторая страница не читается".into()),
    }
}

fn centre() -> RecognitionCentre {
    RecognitionCentre {
        name: Some("ТОО «Сынақ»".into()),
        bin: Some("231140990015".into()),
        price: Some(sum("45000.00")),
        ..RecognitionCentre::default()
    }
}

/// One event of every kind, every field filled.
fn samples() -> Vec<Event> {
    let letter = Some(Letter { kk: "Құрметті…".into(), ru: "Уважаемый…".into() });
    let clean = Application::parse(include_str!("../../../tests/scenario/clean.application.json"));
    let clean = clean.expect("the clean application is read");
    let received_at = "2025-10-14T10:00:00+05:00".parse().expect("an instant");
    vec![
        Event::ApplicationReceived {
            application: Box::new(clean),
            received_at,
            received_on: day("2025-10-14"),
            office: Office { id: "КЦ-1".into(), kind: OfficeKind::CareerCentre, region: Region::Kostanay },
            region: Region::Kostanay,
        },
        Event::CheckRecorded {
            check: "skills".into(), verdict: Verdict::Pass, note: Some("сверено".into())
        },
        Event::ForwardedToMobilityCentre {},
        Event::RefusalDrafted { step: Step::CareerCentre, remarks: vec![remark()], letter: letter.clone() },
        Event::RefusalReturned { comment: "уточните период".into() },
        Event::RefusalFormed {
            step: Step::CareerCentre,
            number: Some("О-17".into()),
            grounds: vec![Ground::IncompletePackage],
            remarks: vec![remark()],
            letter,
        },
        Event::RefusalSent {},
        Event::ForwardedToRecognitionCentre {},
        Event::RecognitionCentreReminded {
            channel: Some("телефон".into()),
            note: Some("ответят завтра".into()),
        },
        Event::SilenceNoted { level: SilenceLevel::Head, working_days: 4 },
        Event::ConfirmationReceived {
            answered_on: day("2025-10-16"),
            exam_on: Some(day("2025-11-03")),
            price: Some(sum("45000.00")),
            venue: Some(Region::Pavlodar),
        },
        Event::NegativeAnswerReceived {
            answered_on: day("2025-10-16"),
            reasons: Some("нет экзаменатора".into()),
            answer: Some("Отказать.".into()),
        },
        Event::ReasonsRequested {},
        Event::ReasonsReceived { reasons: "нет экзаменатора".into() },
        Event::VoucherIssued {
            number: "39-2025-0001".into(),
            iin: Iin::parse("880417399216").expect("a synthetic number"),
            issued_on: day("2025-10-17"),
            validity_edition: EditionId::parse("B").expect("an edition"),
            last_day: day("2025-12-16"),
            centre: centre(),
            over_quota: true,
            status_checked_on: day("2025-10-17"),
        },
        Event::IncapacitySheetReceived {
            sheet: IncapacitySheet {
                number: Some("7".into()),
                from: day("2025-10-28"),
                to: day("2025-11-10"),
                paper: SheetPaper::Certificate,
                channel: SheetChannel::Integration,
            },
            received_on: day("2025-11-11"),
        },
        Event::SheetJudged { sheet: 0, counts: true, reason: "лист".into() },
        Event::VoucherExtended { last_day: day("2025-12-30"), extended_by_days: 14 },
        Event::VoucherAnnulled { last_day: day("2025-12-16") },
        Event::ReinstatementProposed {
            ground: ReinstatementGround::TimelyUse { admitted_on: day("2025-12-10") },
            note: Some("справка центра".into()),
        },
        Event::VoucherReinstated { ground: ReinstatementGround::LateSheet, last_day: day("2025-12-30") },
        Event::ReplacementProposed { ground: ReplacementGround::AccreditationLost, centre: centre() },
        Event::VoucherReplaced { number: "39-2025-0001/1".into(), centre: centre() },
        Event::ProposalDeclined { reason: "нет документа".into() },
        Event::VoucherCorrected {
            correction: 1,
            field: "name".into(),
            was: "Айдра".into(),
            becomes: "Айдар".into(),
            reason: "опечатка".into(),
        },
        Event::VoucherPresented { on: day("2025-11-03") },
        Event::VoucherUsed { admitted_on: day("2025-11-03"), accepted_late: true },
        Event::NoShowRecorded { exam_on: day("2025-11-07") },
        Event::ProtocolReceived {
            number: "П-7".into(),
            signed_on: day("2025-11-07"),
            exam_on: Some(day("2025-11-06")),
            outcome: Outcome::Failed,
            venue: Some(Region::Pavlodar),
            remote: true,
        },
        Event::ActReceived {
            number: "А-3".into(),
            drawn_on: day("2025-11-10"),
            received_on: day("2025-11-12"),
            cost: sum("45000.00"),
        },
        Event::ActReturned { remarks: vec!["нет печати".into()] },
        Event::ActAccepted {
            sums: Sums {
                mrp: sum("3932.00"),
                mrp_date: day("2025-11-07"),
                cap: sum("27524.00"),
                cost: sum("45000.00"),
                reimbursed: sum("27524.00"),
                claimant_pays: sum("17476.00"),
                material_aid: sum("23592.00"),
            },
        },
        Event::ProfileSet { profile: Profile::Technical, source: "письмо № 5".into() },
        Event::PaymentSent {
            payee: Payee::Person,
            amount: sum("23592.00"),
            order: Some("102".into()),
            sent_on: day("2025-11-14"),
        },
        Event::PaymentConfirmed { payee: Payee::RecognitionCentre, bank_on: day("2025-11-17") },
        Event::CaseClosed {},
        Event::ApplicationWithdrawn { reason: Some("передумал".into()) },
        Event::Escalated {
            reasons: vec!["window_late".into()],
            to: EscalatedTo::Ministry,
            note: Some("см.".into()),
        },
        Event::NoteAdded { about: NoteKind::Outage, text: "АИС не отвечала".into() },
    ]
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[test]
fn every_kind_of_event_reads_and_writes_its_golden_sample() {
    let samples = samples();
    for (kind, version) in KINDS {
        let event = samples.iter().find(|event| event.kind() == *kind);
        let event = event.unwrap_or_else(|| panic!("{kind} has no sample"));
        let file = folder().join(format!("{kind}.v{version}.json"));
        let stored = event.to_stored().expect("an event of ours is written");
        // A new kind gets its sample once: TANU_GOLDEN=write. An old sample is never written over.
        if std::env::var_os("TANU_GOLDEN").is_some() && !file.exists() {
            std::fs::write(&file, format!("{stored}\n")).expect("the sample is written");
        }
        let golden =
            std::fs::read_to_string(&file).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
        let golden = golden.trim_end();
        assert_eq!(
            &Event::from_stored(golden).expect("the sample is read"),
            event,
            "{kind}: what was kept means the same"
        );
        assert_eq!(
            stored, golden,
            "{kind}: the kept shape did not change; a changed one is the next version"
        );
    }
    assert_eq!(samples.len(), KINDS.len(), "every kind has one sample");
    assert!(KINDS.iter().all(|(_, version)| *version <= EVENT_VERSION));
}

#[test]
fn what_a_newer_program_wrote_is_kept_byte_for_byte() {
    for raw in [
        r#"{"v":1,"kind":"hearing_held",  "when":"2027-01-01"}"#,
        r#"{"kind":"refusal_sent","v":2,"by_post":true}"#,
        "{\"kind\":\"күн\",\"v\":99}\n",
    ] {
        let event = Event::from_stored(raw).unwrap_or_else(|fault| panic!("{raw}: {fault}"));
        assert!(matches!(event, Event::Unknown { .. }), "{raw} is not understood here");
        assert_eq!(event.to_stored().expect("kept"), raw, "not one byte changes");
    }
}

#[test]
fn damage_is_told_from_novelty() {
    for raw in [
        "",
        "{",
        "[]",
        r#"{"kind":"refusal_sent"}"#,
        r#"{"v":1}"#,
        r#"{"kind":"voucher_extended","v":1,"last_day":"no"}"#,
    ] {
        assert!(Event::from_stored(raw).is_err(), "{raw} is damage, not a newer event");
    }
}
