//! One act as the window shows it: its persons with price, cap and shares, what the Rules found, and what may
//! be done with it.

use super::examine::{Look, agreed, examine};
use super::list::missing_no;
use super::sheet::{Key, Member, Sheet};
use super::together::{may, may_accept, may_give_back};
use crate::case::rows::Extra;
use crate::contract::services::{
    ActDraft, ActDraftPaper, ActKey, ActLineView, ActRemarkChoice, ActRemarkView, ActState, ActSums, ActView,
    SumInWords,
};
use crate::contract::{Answer, No, Outcome, Said};
use crate::paper::{self, CopyMarks};
use crate::project::ACCESS;
use crate::queue::chip;
use crate::workplace::Workplace;
use chrono::NaiveDate;
use papers::{Paper, Tongue, spell};
use rules::act::{ActRemark, Settlement};
use rules::case::event::Outcome as Judged;
use rules::case::{CommandKind, Stage};
use rules::law::readings::MrpBasis;
use rules::money::Money;
use serde_json::json;

/// Remarks the paper on the table may call for though the data of the office are in order.
const CHOICES: [&str; 12] = [
    "signature_missing",
    "signature_invalid",
    "number_missing",
    "date_missing",
    "party_name_missing",
    "party_number_missing",
    "other_customer",
    "no_persons",
    "pages_missing",
    "quantity_differs",
    "cost_differs",
    "total_differs",
];

pub(crate) fn open(desk: &mut Workplace, ask: ActKey) -> Outcome<ActView> {
    let view = kept(desk, Key::asked(&ask))?;
    // An act shows the names of all its persons: who looked at how many is written before they are shown.
    desk.record_plain("act_viewed", ACCESS, "act_viewed", &json!({ "rows": view.lines.len() }))?;
    Ok(Answer::only(view))
}

pub(crate) fn examine_draft(desk: &mut Workplace, draft: ActDraft) -> Outcome<ActView> {
    Ok(Answer::only(of(desk, &Sheet::of_draft(desk, &draft)?)?))
}

/// The form of Appendix 2 as it would stand with what is typed: the very bytes, marked as a draft.
pub(crate) fn preview(desk: &mut Workplace, ask: ActDraftPaper) -> Result<Vec<u8>, No> {
    let sheet = Sheet::of_draft(desk, &ask.draft)?;
    let act = paper::services::act(desk, &sheet, CopyMarks::default())?;
    Ok(paper::set(&Paper::Act(Box::new(act)), ask.language)?.bytes)
}

/// An act of the books.
pub(super) fn kept(desk: &Workplace, key: Key) -> Result<ActView, No> {
    of(desk, &Sheet::find(desk, key)?)
}

fn of(desk: &Workplace, sheet: &Sheet) -> Result<ActView, No> {
    let look = examine(desk, sheet)?;
    let decided = |part: fn(&rules::case::event::Sums) -> Money| -> Option<Money> {
        Money::total(
            sheet
                .members
                .iter()
                .map(|member| member.accepted.as_ref().map(|(_, sums)| part(sums)))
                .collect::<Option<Vec<Money>>>()?,
        )
    };
    // Every sum is known, or there is no total.
    let whole = look.examined.settlements.iter().all(Option::is_some)
        && sheet.members.iter().all(|member| member.price.is_some());
    let reckoned = |total: Option<Money>| total.filter(|_| whole);
    let examined = &look.examined;
    let reimbursed = decided(|sums| sums.reimbursed).or(reckoned(examined.reimbursed));
    let claimants_pay = decided(|sums| sums.claimant_pays).or(reckoned(examined.claimants_pay));
    let material_aid = decided(|sums| sums.material_aid).or(reckoned(examined.material_aid));
    let is_open = sheet.accepted_on().is_none() && !sheet.key.returned;
    let everybody: Vec<&Member> = sheet.members.iter().collect();
    let not_draft = || Some(missing_no(No::denial("act-is-received")));
    let receive = if sheet.draft { may(desk, &everybody, CommandKind::ReceiveAct) } else { not_draft() };
    Ok(ActView {
        key: sheet.key.view(),
        state: state(sheet),
        centre_name: sheet.centre_name.clone(),
        centre_bin: sheet.centre_bin.clone(),
        received_on: sheet.received_on,
        accepted_on: sheet.accepted_on(),
        returned_on: sheet.returned_on(),
        deadline: (!sheet.draft).then(|| urgent(desk, sheet)).flatten(),
        lines: sheet
            .members
            .iter()
            .zip(&examined.settlements)
            .map(|(member, settlement)| line(member, settlement.as_ref()))
            .collect(),
        cost: in_words(sheet.cost().unwrap_or(Money::ZERO)),
        reimbursed: reimbursed.map(in_words),
        claimants_pay: claimants_pay.map(|sum| sum.to_string()),
        material_aid: material_aid.map(|sum| sum.to_string()),
        remarks: if is_open { remarks(sheet, &look) } else { sent_back(desk, sheet) },
        choices: choices(&look),
        receive,
        accept: may_accept(desk, sheet, &look),
        give_back: may_give_back(desk, sheet),
    })
}

fn state(sheet: &Sheet) -> ActState {
    let is_at = |stage: Stage| sheet.members.iter().any(|member| member.loaded.case.stage == stage);
    if sheet.draft {
        ActState::Draft
    } else if sheet.key.returned {
        ActState::Returned
    } else if is_at(Stage::ActReceived) {
        ActState::Received
    } else if is_at(Stage::ActAccepted) {
        ActState::Accepted
    } else {
        ActState::Closed
    }
}

fn urgent(desk: &Workplace, sheet: &Sheet) -> Option<crate::contract::case::Chip> {
    let rows = sheet.members.iter().map(|member| &member.loaded.row);
    let row = rows.min_by_key(|row| (row.fatal.is_none(), row.fatal))?;
    Some(chip(desk, row, &Extra::of(row), desk.today()))
}

fn in_words(sum: Money) -> SumInWords {
    SumInWords { sum: sum.to_string(), kk: spell::sum(Tongue::Kk, sum), ru: spell::sum(Tongue::Ru, sum) }
}

fn line(member: &Member, settlement: Option<&Settlement>) -> ActLineView {
    let case = &member.loaded.case;
    let form = case.application();
    let protocol = case.protocol.as_ref();
    let settled = settlement.filter(|_| member.price.is_some());
    let profile = case.profile().map(|profile| profile.code().to_owned()).unwrap_or_default();
    let sums = match (&member.accepted, settled) {
        (Some((_, sums)), _) => Some(ActSums {
            profile,
            mrp: sums.mrp.to_string(),
            mrp_date: sums.mrp_date,
            cap: sums.cap.to_string(),
            reimbursed: sums.reimbursed.to_string(),
            claimant_pays: sums.claimant_pays.to_string(),
            material_aid: sums.material_aid.to_string(),
            otherwise: Vec::new(),
        }),
        (None, Some(sums)) => Some(ActSums {
            profile,
            mrp: sums.mrp.to_string(),
            mrp_date: sums.mrp_date,
            cap: sums.cap.to_string(),
            reimbursed: sums.reimbursed.to_string(),
            claimant_pays: sums.claimant_pays.to_string(),
            material_aid: sums.material_aid.to_string(),
            otherwise: sums
                .alternatives
                .iter()
                .filter(|other| other.reimbursed != sums.reimbursed)
                .map(|other| otherwise(other.basis, other.mrp_date, other.reimbursed))
                .collect(),
        }),
        (None, None) => None,
    };
    ActLineView {
        case: member.loaded.id.0,
        version: u32::try_from(case.version).unwrap_or(u32::MAX),
        name: form.map(|form| form.applicant.full_name()).unwrap_or_default(),
        voucher: case.voucher.as_ref().map(|voucher| voucher.number.clone()).unwrap_or_default(),
        profession: form.and_then(|form| form.profession.name.clone()).unwrap_or_default(),
        level: form.and_then(|form| form.level),
        protocol: protocol.map(|protocol| protocol.number.clone()).unwrap_or_default(),
        protocol_on: protocol.map(|protocol| protocol.signed_on).unwrap_or_default(),
        passed: protocol.is_some_and(|protocol| protocol.outcome == Judged::Passed),
        price: member.price.map(|price| price.to_string()),
        agreed: agreed(member).map(|price| price.to_string()),
        sums,
    }
}

/// What another date of reading A-37 would give.
fn otherwise(basis: MrpBasis, date: NaiveDate, reimbursed: Money) -> Said {
    let key = match basis {
        MrpBasis::Protocol => "services-by-protocol",
        MrpBasis::Issue => "services-by-issue",
        MrpBasis::Payment => "services-by-payment",
    };
    Said::new(key).with("date", date).with("sum", reimbursed.to_string())
}

fn remarks(sheet: &Sheet, look: &Look) -> Vec<ActRemarkView> {
    let view = |remark: &ActRemark| {
        let member = remark.person.and_then(|place| sheet.members.get(place.checked_sub(1)?));
        let mut said = crate::say::code("remark", &remark.code);
        for (name, value) in &remark.facts {
            said = said.with(name, value.as_str());
        }
        ActRemarkView {
            code: remark.code.clone(),
            said,
            paragraph: paragraph(&remark.code).to_owned(),
            person: remark.person.and_then(|place| u32::try_from(place).ok()),
            case: member.map(|member| member.loaded.id.0),
            returns: remark.returns,
        }
    };
    look.remarks().into_iter().map(view).collect()
}

/// Where the Rules speak of what a remark is about, on the screen and in the letter alike.
pub(crate) fn paragraph(code: &str) -> &'static str {
    match code {
        "voucher_not_used" | "used_after_validity" => "11",
        "other_centre" => "10",
        "profile_unknown" | "sum_not_reckoned" | "reimbursement_differs" | "price_differs" => "14",
        "venue_or_home_unknown" => "14(2)",
        "voucher_already_paid" => "17",
        // The rest are rows of the form that paragraph 16 asks for.
        _ => "16",
    }
}

/// The remarks an act went back with.
fn sent_back(desk: &Workplace, sheet: &Sheet) -> Vec<ActRemarkView> {
    if !sheet.key.returned {
        return Vec::new();
    }
    let view = |(row, code, said): (Option<u32>, String, Said)| {
        let place = row.and_then(|row| usize::try_from(row).ok()?.checked_sub(1));
        ActRemarkView {
            said,
            paragraph: paragraph(&code).to_owned(),
            person: row,
            case: place.and_then(|place| sheet.members.get(place)).map(|member| member.loaded.id.0),
            returns: true,
            code,
        }
    };
    paper::said_of_return(desk, sheet).into_iter().map(view).collect()
}

fn choices(look: &Look) -> Vec<ActRemarkChoice> {
    let is_new = |code: &str| !look.examined.remarks.iter().any(|remark| remark.code == code);
    CHOICES
        .iter()
        .filter(|code| is_new(code))
        .map(|code| ActRemarkChoice { code: (*code).to_owned(), said: crate::say::code("remark", code) })
        .collect()
}
