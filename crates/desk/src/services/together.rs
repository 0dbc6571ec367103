//! What is done with a whole act: received, returned, accepted. The Rules decide case by case, and all of it
//! is written in one transaction: a cut in the middle leaves nothing half done, and the same command again
//! does nothing twice.

use super::examine::{Look, examine};
use super::list::{missing, missing_no};
use super::sheet::{Key, Member, Sheet};
use super::view;
use crate::case::{Decided, decided, was_done, write_together};
use crate::contract::case::Missing;
use crate::contract::limits::Few;
use crate::contract::services::{ActAccept, ActGiveBack, ActReceive, ActRemarkSet, ActView, CaseSeen};
use crate::contract::{Answer, No, Outcome, Said, Topic};
use crate::workplace::Workplace;
use rules::case::decide::ready;
use rules::case::{Command, CommandKind, decide};
use rules::denial::Denial;
use serde_json::{Value, json};
use store::{CaseId, CommandId};
use uuid::Uuid;

/// The remark of the persons whose own lines are in order, when an act goes back for others.
pub(crate) const OTHER_LINES: &str = "other_lines";

/// Remarks that are about one person of the list and not about the act as a whole (F2-15).
const ABOUT_PERSON: [&str; 17] = [
    "act_late",
    "iin_differs",
    "name_differs",
    "other_centre",
    "person_twice",
    "person_without_line",
    "price_differs",
    "profile_unknown",
    "protocol_differs",
    "protocol_unknown",
    "reimbursement_differs",
    "sum_not_reckoned",
    "used_after_validity",
    "venue_or_home_unknown",
    "voucher_already_paid",
    "voucher_missing",
    "voucher_not_used",
];

/// Whether a kept remark is a code that speaks of one person.
pub(crate) fn is_about_person(kept: &str) -> bool {
    ABOUT_PERSON.contains(&kept.trim())
}

const TOPICS: [Topic; 5] = [Topic::Case, Topic::Queue, Topic::Acts, Topic::Print, Topic::Journal];

pub(crate) fn receive(desk: &mut Workplace, ask: ActReceive) -> Outcome<ActView> {
    let draft = &ask.draft;
    let number = draft.number.trimmed().ok_or_else(|| No::invalid("act-number"))?;
    let drawn_on = draft.drawn_on.ok_or_else(|| No::invalid("act-drawn-on"))?;
    let key = Key {
        centre: draft.centre.as_str().trim().to_owned(),
        number: number.to_owned(),
        drawn_on,
        returned: false,
    };
    let command = CommandId(ask.command);
    let lines = draft.lines.as_slice().iter().map(|line| CaseId(line.case));
    if !was_done(desk, command, CommandKind::ReceiveAct, &lines.collect::<Vec<_>>())? {
        if draft.lines.as_slice().is_empty() {
            return Err(No::denial("no-vouchers-chosen"));
        }
        let sheet = Sheet::of_draft(desk, draft)?;
        let kind = CommandKind::ReceiveAct;
        let all = each(desk, &sheet.members, |member| {
            let cost = member.price.ok_or_else(|| No::invalid("act-price"))?;
            Ok(Command::ReceiveAct {
                number: number.to_owned(),
                drawn_on: Some(drawn_on),
                received_on: draft.received_on,
                cost: Some(cost),
            })
        })?;
        let costs = sheet.members.iter().map(|member| {
            json!({ "case": member.loaded.id.0, "cost": member.price.map(|price| price.to_string()) })
        });
        let payload = json!({
            "act": about(&key), "received_on": draft.received_on, "lines": costs.collect::<Vec<_>>(),
        });
        write_together(desk, kind.code(), command, &payload, &all)?;
    }
    Ok(Answer::changing(view::kept(desk, key)?, &TOPICS))
}

pub(crate) fn accept(desk: &mut Workplace, ask: ActAccept) -> Outcome<ActView> {
    let key = Key::asked(&ask.act);
    let command = CommandId(ask.command);
    if !was_done(desk, command, CommandKind::AcceptAct, &cases(&ask.seen))? {
        if !ask.signature_seen {
            return Err(No::denial("signature-not-seen").under("16"));
        }
        let sheet = Sheet::find(desk, key.clone())?;
        as_seen(&sheet, ask.seen.as_slice())?;
        let look = examine(desk, &sheet)?;
        if let Some(missing) = may_accept(desk, &sheet, &look) {
            let no = No::denial(&missing.code).saying(missing.said);
            return Err(match missing.paragraph {
                Some(paragraph) => no.under(&paragraph),
                None => no,
            });
        }
        let waiting = waiting(&sheet);
        let all = each(desk, waiting.iter().copied(), |_| Ok(Command::AcceptAct {}))?;
        let payload = json!({ "act": about(&key), "cases": ids(&waiting), "signature_seen": true });
        write_together(desk, CommandKind::AcceptAct.code(), command, &payload, &all)?;
    }
    Ok(Answer::changing(view::kept(desk, key)?, &TOPICS))
}

pub(crate) fn give_back(desk: &mut Workplace, ask: ActGiveBack) -> Outcome<ActView> {
    let key = Key::asked(&ask.act);
    let command = CommandId(ask.command);
    if !was_done(desk, command, CommandKind::ReturnAct, &cases(&ask.seen))? {
        let sheet = Sheet::find(desk, key.clone())?;
        as_seen(&sheet, ask.seen.as_slice())?;
        let waiting = waiting(&sheet);
        let remarks = remarks(ask.remarks.as_slice(), &waiting)?;
        let all = each(desk, waiting.iter().copied(), |member| {
            let of_member: Vec<String> = remarks
                .iter()
                .filter(|(case, _)| case.is_none_or(|case| case == member.loaded.id.0))
                .map(|(_, remark)| remark.clone())
                .collect();
            let none = of_member.is_empty();
            let remarks = if none { vec![OTHER_LINES.to_owned()] } else { of_member };
            Ok(Command::ReturnAct { remarks })
        })?;
        let told = remarks.iter().map(|(case, remark)| json!({ "case": case, "remark": remark }));
        let payload =
            json!({ "act": about(&key), "cases": ids(&waiting), "remarks": told.collect::<Vec<_>>() });
        write_together(desk, CommandKind::ReturnAct.code(), command, &payload, &all)?;
    }
    // What stayed behind is another act now: those that went back are looked at.
    Ok(Answer::changing(view::kept(desk, Key { returned: true, ..key })?, &TOPICS))
}

fn cases<const N: usize>(seen: &Few<CaseSeen, N>) -> Vec<CaseId> {
    seen.as_slice().iter().map(|one| CaseId(one.case)).collect()
}

fn about(key: &Key) -> Value {
    json!({ "centre": key.centre, "number": key.number, "drawn_on": key.drawn_on })
}

fn ids(members: &[&Member]) -> Vec<Uuid> {
    members.iter().map(|member| member.loaded.id.0).collect()
}

fn waiting(sheet: &Sheet) -> Vec<&Member> {
    sheet.members.iter().filter(|member| member.waits()).collect()
}

/// Asks the Rules about every case; nothing is written when they say no to one.
fn each<'a>(
    desk: &Workplace,
    members: impl IntoIterator<Item = &'a Member>,
    command: impl Fn(&Member) -> Result<Command, No>,
) -> Result<Vec<Decided>, No> {
    let mut all = Vec::new();
    for member in members {
        let loaded = &member.loaded;
        let facts = loaded.facts(desk);
        let command = command(member)?;
        let events = decide(&loaded.case, &command, &facts).map_err(|denial| of_person(member, denial))?;
        all.push(decided(&loaded.case, (loaded.id, loaded.subject), &facts, events)?);
    }
    if all.is_empty() {
        return Err(No::denial("no-act-waits"));
    }
    Ok(all)
}

/// A denial with the voucher it is about.
fn of_person(member: &Member, denial: Denial) -> No {
    let no = No::from(denial);
    let voucher = member.loaded.case.voucher.as_ref().map(|voucher| voucher.number.clone());
    let said =
        Said::new("no-act-person").with("voucher", voucher.unwrap_or_default()).with("why", no.said.clone());
    no.saying(said)
}

/// Every case of the act must stand as the person saw it.
fn as_seen(sheet: &Sheet, seen: &[CaseSeen]) -> Result<(), No> {
    let is_seen = |member: &Member| {
        seen.iter()
            .any(|one| one.case == member.loaded.id.0 && u64::from(one.version) == member.loaded.case.version)
    };
    if seen.len() == sheet.members.len() && sheet.members.iter().all(is_seen) {
        Ok(())
    } else {
        Err(No::denial("moved"))
    }
}

/// The remarks as they are kept, each with the person it is about.
fn remarks(asked: &[ActRemarkSet], waiting: &[&Member]) -> Result<Vec<(Option<Uuid>, String)>, No> {
    let mut remarks = Vec::new();
    for one in asked {
        if one.case.is_some_and(|case| !waiting.iter().any(|member| member.loaded.id.0 == case)) {
            return Err(No::invalid("act-lines"));
        }
        let code = one.code.as_ref().and_then(|code| code.trimmed());
        let own = one.own.as_ref().and_then(|own| own.trimmed());
        let remark = match (code, own) {
            (Some(code), None) => {
                let is_known = words::arguments(&format!("remark-{}", crate::say::kebab(code))).is_some();
                is_known.then(|| code.to_owned()).ok_or_else(|| No::invalid("act-remark"))?
            }
            (None, Some(own)) => own.to_owned(),
            (None, None) | (Some(_), Some(_)) => return Err(No::invalid("act-remark")),
        };
        remarks.push((one.case, remark));
    }
    if remarks.is_empty() {
        return Err(No::denial("no-remarks").under("17"));
    }
    Ok(remarks)
}

/// What is missing to do this with every case of the act that waits for it.
pub(super) fn may(desk: &Workplace, members: &[&Member], kind: CommandKind) -> Option<Missing> {
    let denials: Vec<(&Member, Denial)> = members
        .iter()
        .filter_map(|member| {
            let denied = ready(&member.loaded.case, kind, &member.loaded.facts(desk)).err()?;
            Some((*member, denied))
        })
        .collect();
    let (member, first) = denials.first()?;
    let all_alike = denials.len() == members.len() && denials.iter().all(|(_, one)| one.code == first.code);
    Some(if all_alike { missing(first.clone()) } else { missing_no(of_person(member, first.clone())) })
}

pub(super) fn may_give_back(desk: &Workplace, sheet: &Sheet) -> Option<Missing> {
    let waiting = waiting(sheet);
    if waiting.is_empty() {
        return Some(missing_no(No::denial("no-act-waits")));
    }
    may(desk, &waiting, CommandKind::ReturnAct)
}

/// The role and the sums first, then what the examination found.
pub(super) fn may_accept(desk: &Workplace, sheet: &Sheet, look: &Look) -> Option<Missing> {
    let waiting = waiting(sheet);
    if waiting.is_empty() {
        return Some(missing_no(No::denial("no-act-waits")));
    }
    may(desk, &waiting, CommandKind::AcceptAct).or_else(|| {
        let returns = look.examined.remarks.iter().any(|remark| remark.returns);
        returns.then(|| missing_no(No::denial("act-must-go-back").under("17")))
    })
}
