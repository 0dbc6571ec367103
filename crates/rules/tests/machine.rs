//! The state machine walked whole: every stage with every command and every role; and at random, looking for what must never be.
#![expect(clippy::panic, clippy::expect_used, reason = "a broken world stops the test with its reason")]

#[path = "shared/sample.rs"]
mod sample;
mod shared;
#[path = "shared/world.rs"]
mod world;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rules::case::decide::rule;
use rules::case::event::{NoteKind, Payee, ReinstatementGround};
use rules::case::{By, Case, Command, CommandKind, Entry, Event, Stage, allowed, deadlines, ready};
use rules::check::EarlierVoucher;
use rules::law::{Law, builtin};
use rules::refusal::{Ground, Step};
use rules::region::Region;
use rules::role::Role;
use sample::sample;
use shared::Numbers;
use world::{at, facts, happen, person};

fn law() -> Law {
    builtin().expect("the shipped law is whole")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The straight way of a case.
const WORK: &[CommandKind] = &[
    CommandKind::ReceiveApplication,
    CommandKind::ForwardToMobilityCentre,
    CommandKind::ForwardToRecognitionCentre,
    CommandKind::RecordConfirmation,
    CommandKind::IssueVoucher,
    CommandKind::RecordUse,
    CommandKind::RecordProtocol,
    CommandKind::ReceiveAct,
    CommandKind::AcceptAct,
    CommandKind::SendPayment,
    CommandKind::ApproveRefusal,
    CommandKind::SendRefusal,
    CommandKind::ProposeReinstatement,
    CommandKind::ApproveReinstatement,
];

/// A role that may do it, as a person apart for each role.
fn doer(kind: CommandKind) -> By {
    let role = *rule(kind).roles.first().expect("somebody may");
    person(role.code(), role)
}

/// Leads a new case to a stage by lawful commands only.
fn case_at(stage: Stage, law: &Law) -> Case {
    use CommandKind as K;
    let review = vec![(K::ReceiveApplication, "2025-10-14T10:00")];
    let at_centre = [
        review.as_slice(),
        &[
            (K::ForwardToMobilityCentre, "2025-10-15T10:00"),
            (K::ForwardToRecognitionCentre, "2025-10-16T10:00"),
        ],
    ]
    .concat();
    let refused = [
        review.as_slice(),
        &[(K::RecordCheck, "2025-10-14T11:00"), (K::RefuseByCareerCentre, "2025-10-14T12:00")],
    ]
    .concat();
    let declined = [at_centre.as_slice(), &[(K::RecordNegativeAnswer, "2025-10-16T12:00")]].concat();
    let decline_drafted = [
        declined.as_slice(),
        &[(K::RequestReasons, "2025-10-16T13:00"), (K::RefuseByMobilityCentre, "2025-10-17T10:00")],
    ]
    .concat();
    let confirmed = [at_centre.as_slice(), &[(K::RecordConfirmation, "2025-10-16T12:00")]].concat();
    let issued = [confirmed.as_slice(), &[(K::IssueVoucher, "2025-10-17T10:00")]].concat();
    let used = [issued.as_slice(), &[(K::RecordUse, "2025-11-20T10:00")]].concat();
    let protocol = [used.as_slice(), &[(K::RecordProtocol, "2025-11-21T10:00")]].concat();
    let act = [protocol.as_slice(), &[(K::ReceiveAct, "2025-11-24T10:00")]].concat();
    let accepted = [act.as_slice(), &[(K::AcceptAct, "2025-11-25T10:00")]].concat();
    let and = |way: &[(K, &'static str)], more: &[(K, &'static str)]| [way, more].concat();
    let way = match stage {
        Stage::New => Vec::new(),
        Stage::InReview => review,
        Stage::RefusalDrafted => refused,
        Stage::Refused => and(&refused, &[(K::ApproveRefusal, "2025-10-14T13:00")]),
        Stage::AtMobilityCentre => and(&review, &[(K::ForwardToMobilityCentre, "2025-10-15T10:00")]),
        Stage::AtRecognitionCentre => at_centre,
        Stage::Declined => declined,
        Stage::DeclineDrafted => decline_drafted,
        Stage::DeclineFormed => and(&decline_drafted, &[(K::ApproveRefusal, "2025-10-17T11:00")]),
        Stage::RefusalSent => {
            and(&refused, &[(K::ApproveRefusal, "2025-10-14T13:00"), (K::SendRefusal, "2025-10-14T14:00")])
        }
        Stage::Confirmed => confirmed,
        Stage::Issued => issued,
        Stage::Used => used,
        Stage::Protocol => protocol,
        Stage::ActReceived => act,
        Stage::ActReturned => and(&act, &[(K::ReturnAct, "2025-11-25T10:00")]),
        Stage::ActAccepted => accepted,
        Stage::Closed => {
            let mut closed = case_along(&accepted, law);
            for payee in [Payee::RecognitionCentre, Payee::Person] {
                let command = Command::SendPayment { payee: Some(payee), amount: None, order: None };
                let facts = facts(law, person("accountant", Role::Accountant), at("2025-11-26T10:00"), &[]);
                happen(&mut closed, &mut Vec::new(), &command, &facts).expect("both payees are paid");
            }
            return closed;
        }
        Stage::Annulled => and(&issued, &[(K::Tick, "2025-12-18T00:00")]),
        Stage::Withdrawn => and(&review, &[(K::Withdraw, "2025-10-14T12:00")]),
    };
    case_along(&way, law)
}

fn case_along(way: &[(CommandKind, &str)], law: &Law) -> Case {
    let (mut case, mut list) = (Case::default(), Vec::new());
    for (kind, moment) in way {
        let moment = at(moment);
        let command = sample(*kind, Region::Kostanay.civil_date(moment));
        let by = if *kind == CommandKind::Tick { By::Program } else { doer(*kind) };
        // The drafter of a refusal is not its approver.
        let by = if *kind == CommandKind::ApproveRefusal { person("head", Role::Supervisor) } else { by };
        let facts = facts(law, by, moment, &[]);
        happen(&mut case, &mut list, &command, &facts)
            .unwrap_or_else(|denial| panic!("{kind:?}: {denial:?}"));
    }
    assert_eq!(Case::fold(&list), case, "the case is what its list of events adds up to");
    case
}

#[test]
fn every_stage_is_reached_by_lawful_commands_alone() {
    let law = law();
    for stage in Stage::ALL {
        assert_eq!(case_at(stage, &law).stage, stage, "{} is reached", stage.code());
    }
}

#[test]
fn every_stage_with_every_command_and_role_answers_and_allows_only_the_table() {
    let law = law();
    let mut allowed_count = 0;
    for stage in Stage::ALL {
        let case = case_at(stage, &law);
        for kind in CommandKind::ALL {
            let table = rule(*kind);
            for role in Role::ALL {
                let by = person(&format!("walker-{}", role.code()), role);
                let facts = facts(&law, by, at("2025-12-18T09:00"), &[]);
                let command = sample(*kind, day("2025-12-18"));
                let mut after = case.clone();
                let answer = happen(&mut after, &mut Vec::new(), &command, &facts);
                let place = format!("{} × {} × {}", stage.code(), kind.code(), role.code());
                if let Ok(events) = &answer {
                    allowed_count += 1;
                    assert!(table.roles.contains(&role), "{place}: the role is not in the table");
                    assert!(table.stages.contains(&stage), "{place}: the stage is not in the table");
                    assert!(*kind == CommandKind::Tick || !events.is_empty(), "{place}: something happened");
                    assert_eq!(ready(&case, *kind, &facts), Ok(()), "{place}: the button says the same");
                } else if let Err(denial) = &answer {
                    assert!(!denial.code.is_empty(), "{place}: a denial has a code");
                    assert_eq!(after, case, "{place}: a denial changes nothing");
                }
                deadlines(&after, &facts).unwrap_or_else(|denial| panic!("{place}: {denial:?}"));
            }
        }
    }
    assert!(allowed_count > 100, "the walk met what is allowed, not only what is not: {allowed_count}");
}

#[test]
fn the_auditor_and_the_administrator_change_no_case() {
    let law = law();
    for stage in Stage::ALL {
        let case = case_at(stage, &law);
        for role in [Role::Auditor, Role::Administrator] {
            let facts = facts(&law, person("watcher", role), at("2025-12-18T09:00"), &[]);
            for line in allowed(&case, &facts) {
                let time = line.command == CommandKind::Tick && role == Role::Administrator;
                assert!(
                    line.missing.is_some() || time,
                    "{} at {} by {}",
                    line.command.code(),
                    stage.code(),
                    role.code()
                );
            }
        }
    }
}

#[test]
fn every_disabled_button_carries_its_condition() {
    let law = law();
    for stage in Stage::ALL {
        let case = case_at(stage, &law);
        let facts = facts(&law, person("head", Role::Supervisor), at("2025-12-18T09:00"), &[]);
        let lines = allowed(&case, &facts);
        assert_eq!(lines.len(), CommandKind::ALL.len(), "every command is listed");
        for line in lines.iter().filter_map(|line| line.missing.as_ref()) {
            assert!(!line.code.is_empty(), "a missing condition has a code");
        }
    }
}

/// What must hold of the list of a case, whatever was tried on it.
fn lawful(id: usize, list: &[Entry]) {
    let mut used = false;
    let mut deciders: Vec<&str> = Vec::new();
    let mut drafter: Option<&str> = None;
    for entry in list {
        let by = entry.by.id();
        match &entry.event {
            Event::RefusalDrafted { .. } => drafter = by,
            Event::RefusalFormed { step, grounds, .. } => {
                assert!(!grounds.is_empty(), "case {id}: a refusal has a ground");
                assert_ne!(drafter, by, "case {id}: nobody approves his own refusal");
                for ground in grounds {
                    let right = match ground {
                        Ground::IncompletePackage
                        | Ground::IncorrectlyFilled
                        | Ground::RequirementsNotMet => Step::CareerCentre,
                        Ground::NegativeAnswer => Step::MobilityCentre,
                    };
                    assert_eq!(*step, right, "case {id}: {} is lawful at that step", ground.code());
                }
            }
            Event::VoucherUsed { .. } => used = true,
            Event::VoucherReinstated { ground: ReinstatementGround::TimelyUse { .. }, .. } => used = true,
            Event::NoShowRecorded { .. } => used = false,
            Event::PaymentSent { .. } => {
                assert!(used, "case {id}: no payment without a use");
                assert!(by.is_some_and(|by| !deciders.contains(&by)), "case {id}: who decided does not pay");
            }
            _ => {}
        }
        let decision = matches!(
            entry.event,
            Event::ForwardedToMobilityCentre {} | Event::VoucherIssued { .. } | Event::VoucherExtended { .. }
        );
        if decision {
            deciders.extend(by);
        }
    }
}

#[test]
fn random_sequences_never_stop_the_program_and_never_reach_the_unlawful() {
    let law = law();
    let mut numbers = Numbers::of(20_251_014);
    let roles = Role::ALL;
    let (mut issued, mut paid, mut denied) = (0, 0, 0);
    for round in 0..120 {
        // Three cases of one person run side by side.
        let mut cases: Vec<(Case, Vec<Entry>)> = vec![Default::default(); 3];
        let mut moment = at("2025-10-14T11:00");
        for _ in 0..60 {
            moment += chrono::Duration::hours(i64::try_from(numbers.under(30)).unwrap_or(1));
            let which = usize::try_from(numbers.under(3)).unwrap_or(0);
            let earlier: Vec<EarlierVoucher> = cases
                .iter()
                .enumerate()
                .filter(|(place, _)| *place != which)
                .filter_map(|(_, (case, _))| case.voucher.as_ref())
                .map(|voucher| EarlierVoucher {
                    number: voucher.number.clone(),
                    issued_on: voucher.issued_on,
                    last_day: voucher.last_day,
                    spent: voucher.used_on.is_some() || voucher.annulled.is_some(),
                })
                .collect();
            let (case, list) = &mut cases[which];
            let tick = facts(&law, By::Program, moment, &earlier);
            happen(case, list, &Command::Tick {}, &tick).unwrap_or_else(|denial| panic!("tick: {denial:?}"));
            // Mostly the next step of the work, often any command that fits, now and then just any.
            let fits = |kind: &CommandKind| rule(*kind).stages.contains(&case.stage);
            let pool: Vec<CommandKind> = match numbers.under(10) {
                0 => CommandKind::ALL.to_vec(),
                1..=3 => CommandKind::ALL.iter().copied().filter(fits).collect(),
                _ => WORK.iter().copied().filter(fits).collect(),
            };
            let pool = if pool.is_empty() { vec![CommandKind::AddNote] } else { pool };
            let kind = pool[usize::try_from(numbers.under(pool.len() as u64)).unwrap_or(0)];
            let role = if numbers.under(8) == 0 {
                roles[usize::try_from(numbers.under(6)).unwrap_or(0)]
            } else {
                let may = rule(kind).roles;
                may[usize::try_from(numbers.under(may.len() as u64)).unwrap_or(0)]
            };
            let name = format!("{}-{}", role.code(), numbers.under(2));
            let command = sample(kind, Region::Kostanay.civil_date(moment));
            let by_person = facts(&law, person(&name, role), moment, &earlier);
            if happen(case, list, &command, &by_person).is_err() {
                denied += 1;
            }
        }
        let mut years: BTreeMap<i32, usize> = BTreeMap::new();
        for (place, (_, list)) in cases.iter().enumerate() {
            lawful(place, list);
            assert_eq!(
                Case::fold(list),
                cases[place].0,
                "round {round}: the case is what its list adds up to"
            );
            for entry in list {
                match &entry.event {
                    Event::VoucherIssued { issued_on, .. } => {
                        issued += 1;
                        *years.entry(issued_on.year()).or_default() += 1;
                    }
                    Event::PaymentSent { .. } => paid += 1,
                    _ => {}
                }
            }
        }
        assert!(
            years.values().all(|count| *count <= 1),
            "round {round}: one voucher for one ИИН in a year: {years:?}"
        );
    }
    assert!(
        issued > 20 && paid > 0 && denied > 100,
        "the walk reached issues {issued}, payments {paid}, denials {denied}"
    );
}

#[test]
fn events_of_a_newer_program_hold_the_case_and_are_kept() {
    let law = law();
    let mut case = case_at(Stage::InReview, &law);
    let raw = r#"{"kind":"hearing_held","v":1,"on":"2027-01-01"}"#;
    let event = Event::from_stored(raw).expect("a newer kind is kept");
    let facts = facts(&law, person("aigul", Role::Specialist), at("2025-10-14T12:00"), &[]);
    case.apply(&facts.entry(&case, event).expect("an entry"));
    let denial =
        happen(&mut case, &mut Vec::new(), &Command::ForwardToMobilityCentre {}, &facts).expect_err("held");
    assert_eq!(denial.code, "newer_program_needed", "nobody decides over what he cannot read");
    let note = Command::AddNote { about: NoteKind::Note, text: "обновить".into() };
    assert!(happen(&mut case, &mut Vec::new(), &note, &facts).is_ok(), "words may still be added");
}
