//! The day and the queue: which cases wait for whom, in the order of the date after which the law is broken.

use crate::case::rows::Extra;
use crate::contract::case::{Chip, ChipState, Finality, TapeDay};
use crate::contract::queue::{QueueAsk, QueueOrder, QueuePage, QueueRow, Strip, StripKind, Today};
use crate::contract::session::{Nothing, Role};
use crate::contract::{Answer, No, Outcome, Said};
use crate::say;
use crate::workplace::Workplace;
use chrono::{Datelike, Days, NaiveDate};
use rules::calendar::{Calendar, Week};
use rules::case::Stage;
use rules::role::OfficeKind;
use std::collections::BTreeMap;
use store::{CaseRow, Count, Filter, Order, UserId};

/// Vouchers are looked after this many days before their last one (our own habit, not a term of the Rules).
const EXPIRING_DAYS: u64 = 14;

/// What has to be done at a stage, and by whom.
pub struct Turn {
    /// Key of the words, `todo-<code>`; empty when nothing is.
    pub todo: &'static str,
    pub actor: &'static str,
    /// Somebody outside the office has to act.
    pub waits: bool,
}

pub fn turn(stage: Stage) -> Turn {
    let turn = |todo, actor, waits| Turn { todo, actor, waits };
    match stage {
        Stage::New | Stage::RefusalSent | Stage::Closed | Stage::Annulled | Stage::Withdrawn => {
            turn("", "nobody", false)
        }
        Stage::InReview => turn("review", "specialist", false),
        Stage::RefusalDrafted | Stage::DeclineDrafted => turn("sign_refusal", "supervisor", false),
        Stage::Refused | Stage::DeclineFormed => turn("send_refusal", "mobility_officer", false),
        Stage::AtMobilityCentre => turn("forward_to_centre", "mobility_officer", false),
        Stage::AtRecognitionCentre => turn("await_centre", "recognition_centre", true),
        Stage::Declined => turn("draft_decline", "mobility_officer", false),
        Stage::Confirmed => turn("issue", "mobility_officer", false),
        Stage::Issued => turn("watch_voucher", "claimant", true),
        Stage::Used => turn("await_protocol", "recognition_centre", true),
        Stage::Protocol => turn("await_act", "recognition_centre", true),
        Stage::ActReceived => turn("settle_act", "accountant", false),
        Stage::ActReturned => turn("await_new_act", "recognition_centre", true),
        Stage::ActAccepted => turn("pay", "accountant", false),
    }
}

/// Stages that wait for this person.
fn my_stages(role: Role, office: OfficeKind) -> Vec<Stage> {
    let mine = |stage: &Stage| match (role, office) {
        (Role::Specialist, _) => *stage == Stage::InReview,
        (Role::Supervisor, OfficeKind::CareerCentre) => *stage == Stage::RefusalDrafted,
        (Role::Supervisor, OfficeKind::MobilityCentre) => *stage == Stage::DeclineDrafted,
        (Role::MobilityOfficer, _) => {
            matches!(turn(*stage).actor, "mobility_officer")
                || matches!(stage, Stage::AtRecognitionCentre | Stage::Issued | Stage::Used)
        }
        (Role::Accountant, _) => {
            matches!(stage, Stage::Protocol | Stage::ActReceived | Stage::ActReturned | Stage::ActAccepted)
        }
        (Role::Administrator | Role::Auditor, _) => false,
    };
    Stage::ALL.into_iter().filter(mine).collect()
}

pub fn today(desk: &mut Workplace, _: Nothing) -> Outcome<Today> {
    let date = desk.today();
    let (calendar, week) = (&desk.books.law.calendar, desk.office.week());
    let working_day = calendar.kind(date, week).map(|kind| kind.counts()).unwrap_or(true);
    let base = Base::mine(desk);
    // One look for all figures: how many cases there are by stage and date.
    let counts = desk.store.queue_counts(&desk.scope(), &base.filter)?;
    let strips = strips(desk, &base, &counts)?;
    let urgent = base.filter(None, date);
    let next = match urgent {
        None => None,
        Some(filter) => {
            let page = desk.store.queue(&desk.scope(), &filter, None, 1)?;
            shown(desk, page.rows.first(), date).pop()
        }
    };
    let mut notices = Vec::new();
    if desk.clock_behind {
        notices.push(Said::new("notice-clock-behind"));
    }
    if !working_day {
        notices.push(Said::new("notice-day-off").with("date", date));
    }
    let known_to = calendar.known().1;
    // The next year's calendar is fixed by law late in this one; without it no term that reaches it is counted.
    if known_to < date + Days::new(60) {
        notices.push(Said::new("notice-calendar-ends").with("date", known_to));
    }
    if let Ok(edition) = desk.books.law.editions.on(date)
        && let Some(reported) = desk.books.law.editions.unconfirmed_on(date)
    {
        notices.push(
            Said::new("notice-edition-reported")
                .with("edition", reported.id.to_string())
                .with("known", edition.id.to_string()),
        );
    }
    Ok(Answer::only(Today {
        date,
        weekday: u8::try_from(date.weekday().num_days_from_monday()).unwrap_or(0),
        working_day,
        strips,
        next,
        notices,
        quota: None,
    }))
}

pub fn page(desk: &mut Workplace, ask: QueueAsk) -> Outcome<QueuePage> {
    let date = desk.today();
    let base = Base::of(desk, &ask);
    let within = base.filter(ask.strip, date);
    let (rows, counts) = look(desk, &base.filter, within.as_ref(), &ask)?;
    let total = within.map_or(0, |within| held(&within, &counts));
    let rows = shown(desk, &rows, date);
    let mut centres: Vec<String> = rows.iter().map(|row| row.centre.clone()).collect();
    centres.sort();
    centres.dedup();
    Ok(Answer::only(QueuePage {
        rows,
        total: u32::try_from(total).unwrap_or(u32::MAX),
        strips: strips(desk, &base, &counts)?,
        centres,
    }))
}

/// One page of the window, which asks by place, and the figures over it.
fn look(
    desk: &Workplace,
    filter: &Filter,
    within: Option<&Filter>,
    ask: &QueueAsk,
) -> Result<(Vec<CaseRow>, Vec<Count>), No> {
    let (scope, skip, wanted) = (desk.scope(), ask.page.skip(), ask.page.rows());
    match (within, in_index(ask.order)) {
        (Some(within), Some(order)) => {
            let wanted = u32::try_from(wanted).unwrap_or(u32::MAX);
            Ok(desk.store.queue_look(order, &scope, (filter, within), skip, wanted)?)
        }
        (within, _) => {
            // The day of receipt sorts what is there; the queue of one office fits.
            let rows =
                within.map(|within| rows_until(desk, within, ask.order, SORTED_ROWS_MAX)).transpose()?;
            let rows = rows.unwrap_or_default().into_iter().skip(skip).take(wanted).collect();
            Ok((rows, desk.store.queue_counts(&scope, filter)?))
        }
    }
}

/// The order in which the store keeps the queue, when it keeps this one.
fn in_index(order: QueueOrder) -> Option<Order> {
    match order {
        QueueOrder::FatalDate => Some(Order::Fatal),
        QueueOrder::Name => Some(Order::Name),
        QueueOrder::Received => None,
    }
}

/// Every row of the filter on screen, whatever page it shows: what a register is made of. Closed cases come
/// after the open ones when they are asked for.
pub(crate) fn every_row(desk: &Workplace, ask: &QueueAsk) -> Result<Vec<CaseRow>, No> {
    let Some(mut filter) = Base::of(desk, ask).filter(ask.strip, desk.today()) else {
        return Ok(Vec::new());
    };
    filter.closed = false;
    let mut rows = rows_until(desk, &filter, ask.order, usize::MAX)?;
    if ask.closed {
        filter.closed = true;
        rows.extend(rows_until(desk, &filter, ask.order, usize::MAX)?);
    }
    Ok(rows)
}

fn rows_until(
    desk: &Workplace,
    filter: &Filter,
    order: QueueOrder,
    enough: usize,
) -> Result<Vec<CaseRow>, No> {
    let scope = desk.scope();
    let mut rows: Vec<CaseRow> = Vec::new();
    let mut after = None;
    while rows.len() < enough {
        let page =
            desk.store.queue_in(in_index(order).unwrap_or_default(), &scope, filter, after.as_ref(), 200)?;
        rows.extend(page.rows);
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    if order == QueueOrder::Received {
        rows.sort_by_cached_key(|row| Extra::of(row).received_on);
    }
    Ok(rows)
}

/// Rows that are sorted by something else than their date.
const SORTED_ROWS_MAX: usize = 10_000;

/// What every strip of one question has in common.
struct Base {
    filter: Filter,
    /// Stages asked for; none means every stage.
    stages: Option<Vec<Stage>>,
}

impl Base {
    fn mine(desk: &Workplace) -> Self {
        let stages = Some(my_stages(desk.me.role, desk.me.office.kind));
        Base { filter: Filter::default(), stages }
    }

    fn of(desk: &Workplace, ask: &QueueAsk) -> Self {
        let named: Vec<Stage> =
            ask.stages.as_slice().iter().filter_map(|code| Stage::find(code.as_str())).collect();
        let mut stages = (!named.is_empty()).then_some(named);
        if ask.mine {
            let mine = my_stages(desk.me.role, desk.me.office.kind);
            stages = Some(match stages {
                None => mine,
                Some(named) => named.into_iter().filter(|stage| mine.contains(stage)).collect(),
            });
        }
        let filled = |text: &Option<_>| text.clone();
        let filter = Filter {
            closed: ask.closed,
            centre: ask.centre.as_ref().and_then(|text| text.trimmed()).map(str::to_owned),
            text: filled(&ask.text).as_ref().and_then(|text| text.trimmed()).map(str::to_owned),
            ..Filter::default()
        };
        Base { filter, stages }
    }

    /// The filter of a strip; nothing when no stage can be in it.
    fn filter(&self, strip: Option<StripKind>, today: NaiveDate) -> Option<Filter> {
        let mut filter = self.filter.clone();
        let day_after = |days| today.checked_add_days(Days::new(days));
        let acts = |stage: &Stage| !turn(*stage).waits && !stage.is_final();
        let in_strip: Box<dyn Fn(&Stage) -> bool> = match strip {
            None => Box::new(|_| true),
            Some(StripKind::Overdue | StripKind::Today | StripKind::Tomorrow | StripKind::Later) => {
                Box::new(acts)
            }
            Some(StripKind::WaitingForCentre) => {
                Box::new(|stage| turn(*stage).waits && *stage != Stage::Issued)
            }
            Some(StripKind::ExpiringVouchers) => Box::new(|stage| *stage == Stage::Issued),
            Some(StripKind::ToSign) => {
                Box::new(|stage| matches!(stage, Stage::RefusalDrafted | Stage::DeclineDrafted))
            }
            // Papers and unconfirmed cases are counted elsewhere; as a filter they show nothing here.
            Some(StripKind::ToPrint | StripKind::NotConfirmed) => Box::new(|_| false),
        };
        match strip {
            Some(StripKind::Overdue) => filter.fatal_to = today.pred_opt(),
            Some(StripKind::Today) => (filter.fatal_from, filter.fatal_to) = (Some(today), Some(today)),
            Some(StripKind::Tomorrow) => (filter.fatal_from, filter.fatal_to) = (day_after(1), day_after(1)),
            Some(StripKind::Later) => filter.fatal_from = day_after(2),
            Some(StripKind::ExpiringVouchers) => filter.fatal_to = day_after(EXPIRING_DAYS),
            Some(
                StripKind::WaitingForCentre
                | StripKind::ToSign
                | StripKind::ToPrint
                | StripKind::NotConfirmed,
            )
            | None => {}
        }
        let asked = self.stages.clone().unwrap_or_else(|| Stage::ALL.to_vec());
        let wanted: Vec<Stage> = asked.into_iter().filter(|stage| in_strip(stage)).collect();
        if wanted.is_empty() {
            return None;
        }
        if strip.is_some() || self.stages.is_some() {
            filter.stage = wanted.iter().map(|stage| stage.code().to_owned()).collect();
        }
        Some(filter)
    }
}

fn strips(desk: &Workplace, base: &Base, counts: &[Count]) -> Result<Vec<Strip>, No> {
    let today = desk.today();
    let mut strips = Vec::new();
    for kind in StripKind::ALL {
        let count = match kind {
            StripKind::NotConfirmed => desk.store.outbox_count()?,
            StripKind::ToPrint => crate::printing::waiting(desk)?,
            StripKind::Overdue
            | StripKind::Today
            | StripKind::Tomorrow
            | StripKind::Later
            | StripKind::WaitingForCentre
            | StripKind::ExpiringVouchers
            | StripKind::ToSign => base.filter(Some(kind), today).map_or(0, |filter| held(&filter, counts)),
        };
        strips.push(Strip { kind, count: u32::try_from(count).unwrap_or(u32::MAX) });
    }
    Ok(strips)
}

/// How many of the counted cases have a stage and a date of the filter.
fn held(filter: &Filter, counts: &[Count]) -> u64 {
    counts.iter().filter(|count| holds(filter, count)).map(|count| count.cases).sum()
}

/// No date comes after every date; no stage asked for is every stage.
fn holds(filter: &Filter, count: &Count) -> bool {
    let after = |first| count.fatal.is_none_or(|fatal| fatal >= first);
    let before = |last| count.fatal.is_some_and(|fatal| fatal <= last);
    (filter.stage.is_empty() || filter.stage.contains(&count.stage))
        && filter.fatal_from.is_none_or(after)
        && filter.fatal_to.is_none_or(before)
}

/// Rows as the window shows them.
pub fn shown<'a>(
    desk: &Workplace,
    rows: impl IntoIterator<Item = &'a CaseRow>,
    today: NaiveDate,
) -> Vec<QueueRow> {
    // A page has many rows and few owners: each is looked up once.
    let mut owners: BTreeMap<UserId, String> = BTreeMap::new();
    let mut name_of = |owner: UserId| {
        let look = || crate::session::short_name(&desk.name_of(owner));
        owners.entry(owner).or_insert_with(look).clone()
    };
    rows.into_iter().map(|row| shown_row(desk, row, today, &mut name_of)).collect()
}

fn shown_row(
    desk: &Workplace,
    row: &CaseRow,
    today: NaiveDate,
    name_of: &mut impl FnMut(UserId) -> String,
) -> QueueRow {
    let extra = Extra::of(row);
    let stage = Stage::find(&row.stage).unwrap_or_default();
    let turn = turn(stage);
    let deadline = chip(desk, row, &extra, today);
    let strip = match (stage, deadline.state) {
        (Stage::Issued, _) => StripKind::ExpiringVouchers,
        (_, ChipState::Overdue) => StripKind::Overdue,
        (_, ChipState::Today) => StripKind::Today,
        (_, ChipState::Tomorrow) => StripKind::Tomorrow,
        (_, ChipState::Waiting) => StripKind::WaitingForCentre,
        (_, ChipState::Later | ChipState::Met | ChipState::Nothing) => StripKind::Later,
    };
    QueueRow {
        case: row.case.0,
        number: extra.number,
        name: row.name_kk.clone(),
        iin_masked: masked_iin(&row.iin),
        profession: row.profession.clone(),
        centre: row.centre.clone(),
        level: extra.level,
        stage: row.stage.clone(),
        stage_said: say::code("stage", &row.stage),
        todo: (!turn.todo.is_empty()).then(|| say::code("todo", turn.todo)),
        actor: say::code("actor", turn.actor),
        strip,
        deadline,
        checks: extra.checks,
        owner: row.owner.map(name_of),
        finality: match row.finality {
            store::Finality::Own | store::Finality::Confirmed => Finality::Confirmed,
            store::Finality::Here => Finality::DecidedHere,
        },
        received_on: extra.received_on,
        voucher: (!row.voucher.is_empty()).then(|| row.voucher.clone()),
        voucher_last_day: extra.voucher_last_day,
    }
}

/// Birth date stays readable, the rest does not: `870512······`.
pub fn masked_iin(iin: &str) -> String {
    let shown: String = iin.chars().take(6).collect();
    let hidden = iin.chars().count().saturating_sub(6);
    format!("{shown}{}", "·".repeat(hidden))
}

/// The chip of a row, from the dates kept with it.
pub fn chip(desk: &Workplace, row: &CaseRow, extra: &Extra, today: NaiveDate) -> Chip {
    let (calendar, week) = (&desk.books.law.calendar, desk.office.week());
    let mut chip = Chip {
        state: ChipState::Nothing,
        paragraph: extra.paragraph.clone(),
        since: extra.day_zero,
        fatal: extra.fatal,
        target: row.target,
        days: 0,
        until: None,
        tape: Vec::new(),
    };
    if !row.open {
        return chip;
    }
    let Some(date) = row.fatal else {
        chip.state = ChipState::Waiting;
        chip.days = extra.day_zero.map_or(0, |since| days_between(since, today));
        return chip;
    };
    let working = |from, to| {
        let days = calendar.working_days_between(from, to, week).unwrap_or_default();
        u32::try_from(days.max(0)).unwrap_or(0)
    };
    (chip.state, chip.days) = if date < today {
        (ChipState::Overdue, working(date, today).max(1))
    } else if date == today {
        (ChipState::Today, 0)
    } else if Some(date) == today.succ_opt() {
        (ChipState::Tomorrow, 1)
    } else {
        (ChipState::Later, working(today, date))
    };
    chip.until = Some(desk.office.closes_at.clone());
    if let Some(zero) = extra.day_zero {
        chip.tape = tape(zero, date.max(today), calendar, week);
    }
    chip
}

/// Longer than that the tape becomes a bar, which the window draws from the dates alone.
const TAPE_DAYS_MAX: u32 = 16;

fn tape(zero: NaiveDate, last: NaiveDate, calendar: &Calendar, week: Week) -> Vec<TapeDay> {
    if days_between(zero, last) > TAPE_DAYS_MAX {
        return Vec::new();
    }
    let days = zero.iter_days().skip(1).take_while(|day| *day <= last);
    days.map(|date| TapeDay { date, counts: calendar.kind(date, week).is_ok_and(|kind| kind.counts()) })
        .collect()
}

fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days().max(0)).unwrap_or(u32::MAX)
}
