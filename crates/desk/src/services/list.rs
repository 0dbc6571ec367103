//! The acts of the office by their clock, and the vouchers whose act has not come.

use super::sheet::{Key, mark_of};
use crate::case::rows::{Extra, centre_key};
use crate::case::{self, Loaded};
use crate::contract::case::Missing;
use crate::contract::services::{
    ActCard, ActState, ActsAsk, ActsPage, CentreWaiting, VoucherForAct, VouchersAsk,
};
use crate::contract::{Answer, No, Outcome};
use crate::queue::chip;
use crate::workplace::Workplace;
use chrono::NaiveDate;
use rules::case::event::Outcome as Judged;
use rules::case::{CommandKind, Stage, decide};
use rules::denial::Denial;
use rules::money::Money;
use std::collections::BTreeMap;
use store::{CaseRow, Filter};

/// Stages at which an act may be received.
const FOR_ACT: [Stage; 2] = [Stage::Protocol, Stage::ActReturned];
const WITH_ACT: [Stage; 3] = [Stage::ActReceived, Stage::ActReturned, Stage::ActAccepted];

/// What is summed up of one act while its rows are read.
struct Gathered {
    rows: Vec<CaseRow>,
    centre_name: String,
    received_on: NaiveDate,
    cost: Money,
    /// Nothing once a person of it is not accepted.
    reimbursed: Option<Money>,
}

pub(crate) fn list(desk: &mut Workplace, ask: ActsAsk) -> Outcome<ActsPage> {
    let stages: &[Stage] = if ask.closed { &[Stage::Closed] } else { &WITH_ACT };
    let mut acts: BTreeMap<Key, Gathered> = BTreeMap::new();
    for row in rows(desk, stages, ask.closed)? {
        let Some(mark) = mark_of(desk, &row)? else { continue };
        let key = Key::of(&row.act, &mark);
        let act = acts.entry(key).or_insert_with(|| Gathered {
            rows: Vec::new(),
            centre_name: mark.centre_name.clone(),
            received_on: mark.received_on,
            cost: Money::ZERO,
            reimbursed: Some(Money::ZERO),
        });
        act.received_on = act.received_on.max(mark.received_on);
        act.cost = act.cost.plus(mark.cost).unwrap_or(act.cost);
        act.reimbursed = act.reimbursed.zip(mark.reimbursed).and_then(|(sum, one)| sum.plus(one));
        act.rows.push(row);
    }
    let today = desk.today();
    let mut cards: Vec<ActCard> = acts.iter().filter_map(|(key, act)| card(desk, key, act, today)).collect();
    cards.sort_by_key(|card| (card.state, card.deadline.fatal.is_none(), card.deadline.fatal));
    let page = ActsPage { acts: cards, centres: centres(desk)?, receive: may_receive(desk)? };
    Ok(Answer::only(page))
}

fn rows(desk: &Workplace, stages: &[Stage], closed: bool) -> Result<Vec<CaseRow>, No> {
    let stage = stages.iter().map(|stage| stage.code().to_owned()).collect();
    let filter = Filter { closed, stage, ..Filter::default() };
    let mut rows = Vec::new();
    let mut after = None;
    loop {
        let page = desk.store.queue(&desk.scope(), &filter, after.as_ref(), 200)?;
        rows.extend(page.rows);
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(rows),
        }
    }
}

fn card(desk: &Workplace, key: &Key, act: &Gathered, today: NaiveDate) -> Option<ActCard> {
    // The act is as urgent as the most urgent of its cases.
    let urgent = act.rows.iter().min_by_key(|row| (row.fatal.is_none(), row.fatal))?;
    let is_at = |stage: Stage| act.rows.iter().any(|row| row.stage == stage.code());
    let state = if key.returned {
        ActState::Returned
    } else if is_at(Stage::ActReceived) {
        ActState::Received
    } else if is_at(Stage::ActAccepted) {
        ActState::Accepted
    } else {
        ActState::Closed
    };
    Some(ActCard {
        key: key.view(),
        centre_name: act.centre_name.clone(),
        received_on: act.received_on,
        state,
        persons: u32::try_from(act.rows.len()).unwrap_or(u32::MAX),
        cost: act.cost.to_string(),
        reimbursed: act.reimbursed.map(|sum| sum.to_string()),
        deadline: chip(desk, urgent, &Extra::of(urgent), today),
        case: urgent.case.0,
    })
}

/// Centres with vouchers that may be listed in an act, by name.
fn centres(desk: &Workplace) -> Result<Vec<CentreWaiting>, No> {
    let mut centres: BTreeMap<String, CentreWaiting> = BTreeMap::new();
    for loaded in ready_for_act(desk)? {
        let Some(voucher) = &loaded.case.voucher else { continue };
        let key = centre_key(&voucher.centre);
        let centre = centres.entry(key.clone()).or_insert_with(|| CentreWaiting {
            centre: key,
            name: voucher.centre.name.clone().unwrap_or_default(),
            bin: voucher.centre.bin.clone().filter(|bin| !bin.trim().is_empty()),
            vouchers: 0,
        });
        centre.vouchers = centre.vouchers.saturating_add(1);
    }
    let mut centres: Vec<CentreWaiting> = centres.into_values().collect();
    centres.sort_by_cached_key(|centre| store::fold(&centre.name));
    Ok(centres)
}

fn ready_for_act(desk: &Workplace) -> Result<Vec<Loaded>, No> {
    let mut cases = Vec::new();
    for row in rows(desk, &FOR_ACT, false)? {
        cases.push(case::load(desk, row.case)?);
    }
    Ok(cases)
}

/// What this person lacks to enter any act at all, told by one case that may have one.
fn may_receive(desk: &Workplace) -> Result<Option<Missing>, No> {
    match ready_for_act(desk)?.first() {
        Some(loaded) => {
            let ready = decide::ready(&loaded.case, CommandKind::ReceiveAct, &loaded.facts(desk));
            Ok(ready.err().map(missing))
        }
        None => Ok(Some(missing_no(No::denial("no-vouchers-for-act")))),
    }
}

pub(super) fn missing(denial: Denial) -> Missing {
    missing_no(denial.into())
}

pub(super) fn missing_no(no: No) -> Missing {
    Missing { code: no.code, said: no.said, paragraph: no.paragraph }
}

/// The vouchers of one centre that an act may list, by the day of the protocol.
pub(crate) fn vouchers(desk: &mut Workplace, ask: VouchersAsk) -> Outcome<Vec<VoucherForAct>> {
    let asked = ask.centre.as_str().trim();
    let mut vouchers: Vec<VoucherForAct> = Vec::new();
    for loaded in ready_for_act(desk)? {
        let case = &loaded.case;
        let (Some(voucher), Some(protocol), Some(form)) = (&case.voucher, &case.protocol, case.application())
        else {
            continue;
        };
        if centre_key(&voucher.centre) != asked {
            continue;
        }
        vouchers.push(VoucherForAct {
            case: loaded.id.0,
            version: u32::try_from(case.version).unwrap_or(u32::MAX),
            name: form.applicant.full_name(),
            voucher: voucher.number.clone(),
            profession: form.profession.name.clone().unwrap_or_default(),
            level: form.level,
            protocol: protocol.number.clone(),
            protocol_on: protocol.signed_on,
            passed: protocol.outcome == Judged::Passed,
            agreed: super::examine::agreed_in(case).map(|price| price.to_string()),
            returned_act: case.acts.last().map(|act| act.number.clone()),
        });
    }
    vouchers.sort_by_cached_key(|one| (one.protocol_on, store::fold(&one.name)));
    Ok(Answer::only(vouchers))
}
