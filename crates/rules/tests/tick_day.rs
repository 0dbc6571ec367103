//! The named day on which time alone next changes a case, against the tick itself asked day by day.
#![expect(clippy::panic, clippy::expect_used, reason = "a broken world stops the test with its reason")]

#[path = "shared/sample.rs"]
mod sample;
mod shared;
#[path = "shared/world.rs"]
mod world;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use rules::calendar::{Amended, Amendment, Becomes, Calendar, CalendarLaw, Week, YearDays};
use rules::case::decide::rule;
use rules::case::event::{
    IncapacitySheet, Payee, ReinstatementGround, SheetChannel, SheetPaper, SilenceLevel,
};
use rules::case::{By, Case, Command, CommandKind, Entry, Event, Facts, Stage, decide, tick_day};
use rules::law::{Edition, Law, builtin};
use rules::region::Region;
use rules::text::Text;
use sample::sample;
use shared::Numbers;
use std::collections::BTreeSet;
use world::{at, clean, facts, happen, person};

const CASES: usize = 1_000;
/// A year and a half, and some.
const DAYS: u64 = 560;

fn pick<T: Clone>(numbers: &mut Numbers, values: &[T]) -> T {
    values[usize::try_from(numbers.under(values.len() as u64)).unwrap_or(0)].clone()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A confirmed edition of a day, with 45 days of validity, timers and grace of its own.
fn edition(law: &Law, from: NaiveDate, timers: [u64; 3], grace: &str) -> Law {
    let mut text: serde_json::Value =
        serde_json::from_str(include_str!("../../../assets/law/editions/c.json")).expect("edition C is JSON");
    text["confirmed"] = true.into();
    text["valid_from"] = from.to_string().into();
    for (name, days) in ["cp.remind", "cp.escalate", "cp.report"].into_iter().zip(timers) {
        text["readings"][name]["value"] = days.into();
    }
    text["readings"]["annul.grace"]["value"] = grace.into();
    let edition = Edition::parse(&text.to_string()).expect("an edition with other numbers");
    Law { editions: law.editions.replaced(edition).expect("editions with it"), ..law.clone() }
}

/// The editions a case may live under: as shipped, and with another that begins before, during or after it.
fn laws(numbers: &mut Numbers) -> Vec<Law> {
    let shipped = builtin().expect("the shipped law is whole");
    let mut laws = vec![shipped.clone(), edition(&shipped, day("2025-08-18"), [2, 4, 10], "next_wd")];
    for place in 0..10 {
        let from = day("2025-10-16") + Days::new(numbers.under(150));
        let timers = [numbers.under(7), numbers.under(9), numbers.under(14)];
        laws.push(edition(&shipped, from, timers, if place % 2 == 0 { "none" } else { "next_wd" }));
    }
    laws
}

/// The same law, its calendar known for some of the years only.
fn forgetting(law: &Law, last: i32) -> Law {
    let rule = include_str!("../../../assets/law/calendar/law.json");
    let years = [
        include_str!("../../../assets/law/calendar/2025.json"),
        include_str!("../../../assets/law/calendar/2026.json"),
    ];
    let years = years.map(|text| YearDays::parse(text).expect("a year")).into_iter();
    let years = years.filter(|year| year.year <= last).collect();
    let rule = CalendarLaw::parse(rule).expect("the rule of law");
    Law { calendar: Calendar::new(rule, years, Vec::new()).expect("a short calendar"), ..law.clone() }
}

/// The law after somebody changed days of the calendar.
fn amended(law: &Law, from: NaiveDate, becomes: &[Becomes], numbers: &mut Numbers) -> Law {
    let mut calendar = law.calendar.clone();
    for _ in 0..12 {
        let words =
            || Text { kk: "өзгеріс".into(), ru: "изменение".into(), en: "change".into() };
        let change = Amendment::Day {
            date: from + Days::new(numbers.under(110)),
            becomes: pick(numbers, becomes),
            name: words(),
            basis: words(),
        };
        let change =
            Amended { change, by: "timur".into(), at: at("2025-10-01T10:00"), note: "акт".into() };
        calendar = calendar.amend(change).expect("a changed calendar");
    }
    Law { calendar, ..law.clone() }
}

/// A case with the moment of its last event.
struct Walked {
    case: Case,
    last: DateTime<Utc>,
    week: Week,
}

fn ask<'a>(law: &'a Law, walked: &Walked, by: By, moment: DateTime<Utc>) -> Facts<'a> {
    Facts { week: walked.week, ..facts(law, by, moment, &[]) }
}

/// A sheet of one of the papers, round the day.
fn sheet(today: NaiveDate, numbers: &mut Numbers) -> Command {
    let from = today + Days::new(numbers.under(30)) - Days::new(15);
    let sheet = IncapacitySheet {
        number: None,
        from,
        to: from + Days::new(numbers.under(70)),
        paper: pick(
            numbers,
            &[SheetPaper::Sheet, SheetPaper::Sheet, SheetPaper::Certificate, SheetPaper::ChildCare],
        ),
        channel: SheetChannel::Copy,
    };
    Command::RecordSheet { sheet: Some(sheet), received_on: None }
}

/// What the case is given to do next: mostly what leads on, where time alone acts also what holds or moves it.
fn next(case: &Case, today: NaiveDate, numbers: &mut Numbers) -> Command {
    use CommandKind as K;
    let kind = match case.stage {
        Stage::New => K::ReceiveApplication,
        Stage::InReview => pick(
            numbers,
            &[
                K::ForwardToMobilityCentre,
                K::ForwardToMobilityCentre,
                K::ForwardToMobilityCentre,
                K::RecordCheck,
                K::RefuseByCareerCentre,
                K::Withdraw,
                K::AddNote,
            ],
        ),
        Stage::AtMobilityCentre => K::ForwardToRecognitionCentre,
        Stage::AtRecognitionCentre => pick(
            numbers,
            &[
                K::RecordConfirmation,
                K::RecordConfirmation,
                K::RecordConfirmation,
                K::AddNote,
                K::RemindRecognitionCentre,
                K::RecordNegativeAnswer,
            ],
        ),
        Stage::Confirmed => pick(numbers, &[K::IssueVoucher, K::IssueVoucher, K::AddNote]),
        Stage::Issued => {
            return match numbers.under(12) {
                0..=3 => sheet(today, numbers),
                4 | 5 => Command::JudgeSheet {
                    sheet: u32::try_from(numbers.under(4)).unwrap_or(0),
                    counts: numbers.under(2) == 0,
                    reason: "қаралды".into(),
                },
                6 | 7 => Command::ExtendVoucher {},
                8 => sample(K::RecordUse, today),
                9 => sample(K::RecordPresentation, today),
                10 => sample(K::RecordNoShow, today),
                _ => sample(K::AddNote, today),
            };
        }
        Stage::Annulled if numbers.under(2) == 0 => return sheet(today, numbers),
        Stage::Annulled => {
            let ground = Some(ReinstatementGround::LateSheet);
            return match case.proposal {
                None => Command::ProposeReinstatement { ground, note: None },
                Some(_) => Command::ApproveReinstatement {},
            };
        }
        Stage::Used => pick(numbers, &[K::RecordProtocol, K::RecordProtocol, K::RecordNoShow]),
        Stage::ActReceived => pick(numbers, &[K::AcceptAct, K::ReturnAct]),
        Stage::ActAccepted => {
            let payee = Some(pick(numbers, &[Payee::RecognitionCentre, Payee::Person]));
            return Command::SendPayment { payee, amount: None, order: None };
        }
        Stage::RefusalDrafted
        | Stage::Refused
        | Stage::Declined
        | Stage::DeclineDrafted
        | Stage::DeclineFormed
        | Stage::RefusalSent
        | Stage::Protocol
        | Stage::ActReturned
        | Stage::Closed
        | Stage::Withdrawn => {
            let fits = |kind: &K| *kind != K::Tick && rule(*kind).stages.contains(&case.stage);
            pick(numbers, &K::ALL.iter().copied().filter(fits).collect::<Vec<_>>())
        }
    };
    sample(kind, today)
}

/// A case on some day of its life, led there by lawful commands and by time.
fn walk(law: &Law, numbers: &mut Numbers) -> Walked {
    let start = at("2025-10-14T10:00") + TimeDelta::days(i64::try_from(numbers.under(120)).unwrap_or(0));
    let week = pick(numbers, &[Week::Five, Week::Five, Week::Six]);
    let mut walked = Walked { case: Case::default(), last: start, week };
    let (mut list, mut moment): (Vec<Entry>, _) = (Vec::new(), start);
    for _ in 0..pick(numbers, &[3, 3, 4, 5, 6, 8, 12, 16]) {
        let tick = ask(law, &walked, By::Program, moment);
        let brought = happen(&mut walked.case, &mut list, &Command::Tick {}, &tick);
        if !brought.unwrap_or_else(|denial| panic!("tick: {denial:?}")).is_empty() {
            walked.last = moment;
        }
        let today = Region::Kostanay.civil_date(moment);
        let mut command = next(&walked.case, today, numbers);
        if let Command::ReceiveApplication { application, .. } = &mut command {
            **application = clean();
            application.received = None;
        }
        let roles = rule(command.kind()).roles;
        let role = pick(numbers, roles);
        let by = person(&format!("{}-{}", role.code(), numbers.under(3)), role);
        let by_person = ask(law, &walked, by, moment);
        if happen(&mut walked.case, &mut list, &command, &by_person).is_ok() {
            walked.last = moment;
        }
        // Mostly the next day or so; a lapse is reached by leaps.
        let hours = if numbers.under(8) == 0 { 24 * numbers.under(70) } else { numbers.under(50) };
        moment += TimeDelta::hours(i64::try_from(hours).unwrap_or(0));
    }
    walked
}

/// The wall clock of somebody who looks on a day.
fn looking(date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    Region::Kostanay.instant(date.and_time(time)).expect("an hour of the region")
}

/// What a walk along the days of a case saw.
#[derive(Default)]
struct Seen {
    named: usize,
    exact: usize,
    lapses: usize,
    told: BTreeSet<SilenceLevel>,
    held: usize,
}

/// Looks on every day from the last event on, and lets happen what time brings: never before the named day, and
/// on it where everything is known. `None` when the day can be named only.
fn step_along(walked: &Walked, law: &Law, time: NaiveTime, seen: &mut Seen, id: usize) {
    let first = Region::Kostanay.civil_date(walked.last);
    let mut case = walked.case.clone();
    let mut named = tick_day(&case, &ask(law, walked, By::Program, walked.last));
    let voucher = case.voucher.as_ref();
    let waits = case.stage == Stage::Issued && named.is_none();
    assert!(
        !waits || voucher.is_some_and(|voucher| !voucher.sheets.is_empty()),
        "case {id}: only a paper holds"
    );
    seen.held += usize::from(waits);
    let mut from = first;
    for date in first.iter_days().take(usize::try_from(DAYS).unwrap_or(0)) {
        let facts = ask(law, walked, By::Program, looking(date, time));
        assert_eq!(tick_day(&case, &facts), named, "case {id}: the day does not depend on when it is asked");
        let events = decide(&case, &Command::Tick {}, &facts)
            .unwrap_or_else(|denial| panic!("case {id} on {date}: {denial:?}"));
        let due = named.map(|named| named.max(from));
        if events.is_empty() {
            assert!(due.is_none_or(|due| date < due), "case {id}: nothing came on {date}, named {named:?}");
            continue;
        }
        seen.named += 1;
        seen.exact += usize::from(due == Some(date));
        assert_eq!(due, Some(date), "case {id} at {:?}: {events:?}", case.stage);
        for event in events {
            match &event {
                Event::VoucherAnnulled { .. } => seen.lapses += 1,
                Event::SilenceNoted { level, .. } => drop(seen.told.insert(*level)),
                other => panic!("time alone never brings {other:?}"),
            }
            case.apply(&facts.entry(&case, event).expect("an entry"));
        }
        named = tick_day(&case, &facts);
        assert!(named.is_none_or(|next| next > date), "case {id}: after a tick on {date} comes {named:?}");
        from = date;
    }
    assert!(
        named.is_none_or(|named| named >= first + Days::new(DAYS)),
        "case {id}: {named:?} came to nothing"
    );
}

/// The first day on which a tick does something under a law, as somebody who looks every day finds it.
fn found(walked: &Walked, law: &Law) -> Option<NaiveDate> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let first = Region::Kostanay.civil_date(walked.last);
    first.iter_days().take(usize::try_from(DAYS).unwrap_or(0)).find(|date| {
        let facts = ask(law, walked, By::Program, looking(*date, noon));
        // A tick that is refused does nothing.
        decide(&walked.case, &Command::Tick {}, &facts).is_ok_and(|events| !events.is_empty())
    })
}

#[test]
fn time_changes_a_case_on_the_named_day_and_on_no_day_before() {
    let mut numbers = Numbers::of(20_260_314);
    let laws = laws(&mut numbers);
    let mut seen = Seen::default();
    let mut stages = BTreeSet::new();
    for id in 0..CASES {
        let law = pick(&mut numbers, &laws);
        let walked = walk(&law, &mut numbers);
        stages.insert(walked.case.stage.code());
        // Days are made holidays, days off and working days after the case was last touched.
        let after = Region::Kostanay.civil_date(walked.last);
        let changed = [Becomes::Holiday, Becomes::DayOff, Becomes::Working];
        let law = if id % 3 == 0 { amended(&law, after, &changed, &mut numbers) } else { law };
        let time = pick(&mut numbers, &[(0, 0, 0), (12, 0, 0), (23, 59, 59)]);
        let time = NaiveTime::from_hms_opt(time.0, time.1, time.2).unwrap_or_default();
        step_along(&walked, &law, time, &mut seen, id);
    }
    println!("{} days named, {} exactly; {} lapses, {} held", seen.named, seen.exact, seen.lapses, seen.held);
    assert_eq!(seen.exact, seen.named, "where everything is known the day is exact");
    assert_eq!(seen.told.len(), SilenceLevel::ALL.len(), "every level of silence was reached");
    assert_eq!(
        stages.len(),
        Stage::ALL.len() - 1,
        "every stage but that of no case was stepped along: {stages:?}"
    );
    assert!(seen.lapses > 60 && seen.named > 200 && seen.held > 3, "the walk met what it is about");
}

#[test]
fn a_day_named_before_the_law_was_known_better_is_never_too_late() {
    let mut numbers = Numbers::of(20_260_315);
    let laws = laws(&mut numbers);
    let (mut exact, mut early, mut came) = (0, 0, 0);
    for id in 0..CASES {
        let law = pick(&mut numbers, &laws);
        let walked = walk(&law, &mut numbers);
        let after = Region::Kostanay.civil_date(walked.last);
        let name = |law: &Law| tick_day(&walked.case, &ask(law, &walked, By::Program, walked.last));
        // The calendar ended before the day, or days off were added to it after the day was named.
        let (before, then) = match id % 3 {
            0 => (forgetting(&law, 2025), law),
            1 => (forgetting(&law, 2026), law),
            _ => (law.clone(), amended(&law, after, &[Becomes::DayOff], &mut numbers)),
        };
        let mut named = name(&before);
        if id % 5 == 0 {
            // Nobody knows the edition at all.
            let mut facts = ask(&before, &walked, By::Program, walked.last);
            facts.edition = rules::law::EditionId::parse("Z").ok();
            named = tick_day(&walked.case, &facts);
        }
        let Some(found) = found(&walked, &then) else { continue };
        let named =
            named.unwrap_or_else(|| panic!("case {id}: something comes on {found} and no day was named"));
        assert!(named <= found, "case {id} at {:?}: named {named}, came {found}", walked.case.stage);
        came += 1;
        if named.max(after) == found {
            exact += 1
        } else {
            early += 1
        }
        assert_eq!(
            name(&then).map(|day| day.max(after)),
            Some(found),
            "case {id}: known better, it is exact"
        );
    }
    println!("{came} days came: {exact} named exactly, {early} too early");
    assert!(early > 20 && exact > 20, "both were met: {exact} exact, {early} early");
}
