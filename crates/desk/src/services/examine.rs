//! An act put before the Rules: its lines, its persons and what the office knows of their vouchers.

use super::sheet::{Member, Sheet, mark_of};
use crate::contract::No;
use crate::paper::services::{ground, lines, venue};
use crate::workplace::Workplace;
use rules::act::{ActLine, ActPaper, ActPerson, ActRemark, Examined, Known, KnownVoucher, Party};
use rules::case::Event;
use rules::denial::Denial;
use rules::law::Matter;
use rules::money::Money;
use rules::region::Region;
use std::collections::BTreeMap;

/// The unit of the form (F2-10); the paper says it in its languages.
const PERSON: &str = "адам / человек";

/// An act and what the Rules found in it.
pub(crate) struct Look {
    pub(crate) examined: Examined,
    /// What the office itself still lacks; the act does not go back because of it.
    pub(crate) own: Vec<ActRemark>,
}

impl Look {
    /// Every remark, those for which the act goes back first.
    pub(crate) fn remarks(&self) -> Vec<&ActRemark> {
        let mut all: Vec<&ActRemark> = self.examined.remarks.iter().chain(&self.own).collect();
        all.sort_by_key(|remark| !remark.returns);
        all
    }
}

/// Examines an act by the edition of the day it was received.
pub(crate) fn examine(desk: &Workplace, sheet: &Sheet) -> Result<Look, No> {
    let first = sheet.members.first().ok_or_else(|| No::denial("no-act"))?;
    let facts = first.loaded.facts(desk);
    let edition =
        facts.edition(Matter::Forms, &first.loaded.case, sheet.received_on).map_err(Denial::from)?;
    let act = paper(desk, sheet)?;
    let vouchers: Vec<KnownVoucher> =
        sheet.members.iter().map(|member| voucher(sheet, member)).collect::<Result<_, No>>()?;
    let customer = desk.office.mobility_centre.card.bin.map(|bin| bin.to_string());
    let known = Known {
        law: &desk.books.law,
        edition,
        week: desk.office.week(),
        customer_bin: customer.as_deref(),
        received_on: sheet.received_on,
        vouchers: &vouchers,
        numbers_taken: &numbers_taken(desk, sheet)?,
    };
    let mut examined = rules::act::examine(&act, &known);
    // Both parties stand here from the office's own books: a number missing there is no fault of the act.
    let is_ours = |remark: &ActRemark| remark.code == "party_number_missing";
    let fields: Vec<Option<String>> = examined
        .remarks
        .iter()
        .filter(|one| is_ours(one))
        .map(|one| one.facts.get("field").cloned())
        .collect();
    examined.remarks.retain(|remark| !is_ours(remark));
    let mut own: Vec<ActRemark> = fields
        .into_iter()
        .map(|field| match field.as_deref() {
            Some("F2-01") => told("F2-03", "office_number_missing"),
            Some(_) | None => told("F2-03", "centre_number_missing"),
        })
        .collect();
    if sheet.draft && joins_another(desk, sheet)? {
        own.push(told("F2-04", "joins_act"));
    }
    if sheet.members.iter().any(|member| member.price.is_none()) {
        own.push(told("F2-12", "price_not_typed"));
    }
    Ok(Look { examined, own })
}

fn told(field: &str, code: &str) -> ActRemark {
    ActRemark {
        code: code.to_owned(),
        field: field.to_owned(),
        line: None,
        person: None,
        facts: BTreeMap::new(),
        returns: false,
    }
}

/// The act as the Rules read acts. Signature and count of pages are looked at on the paper by a person.
fn paper(desk: &Workplace, sheet: &Sheet) -> Result<ActPaper, No> {
    let (rows, places) = lines(sheet)?;
    let number = |place: usize| u64::try_from(place + 1).ok();
    let lines = (0..).zip(&rows).map(|(place, row)| ActLine {
        number: number(place),
        service: Some(row.service.ru.clone()),
        on: Some(row.date),
        unit: Some(PERSON.to_owned()),
        quantity: Some(u64::from(row.persons)),
        price: Some(row.price),
        cost: row.price.times(row.persons),
    });
    let mut persons = Vec::with_capacity(sheet.members.len());
    for (member, place) in sheet.members.iter().zip(places) {
        let ground = ground(&member.loaded)?;
        persons.push(ActPerson {
            line: number(place),
            name: member.loaded.case.application().map(|form| form.applicant.full_name()),
            iin: Some(ground.voucher.iin.to_string()),
            voucher: Some(ground.voucher.number.clone()),
            protocol: Some(ground.protocol.number.clone()),
            protocol_on: Some(ground.protocol.signed_on),
            venue: None,
            reimbursed: None,
        });
    }
    let office = &desk.office.mobility_centre;
    Ok(ActPaper {
        number: Some(sheet.key.number.clone()),
        drawn_on: Some(sheet.key.drawn_on),
        received_on: Some(sheet.received_on),
        customer: Party {
            name: Some(office.ru.clone()),
            bin: office.card.bin.map(|bin| bin.to_string()),
            address: None,
        },
        contractor: Party {
            name: Some(sheet.centre_name.clone()),
            bin: sheet.centre_bin.clone(),
            address: None,
        },
        lines: lines.collect(),
        total: sheet.cost(),
        persons,
        pages: Some(1),
        signed: Some(true),
        unread: Vec::new(),
    })
}

/// The price the centre gave for this person: with its answer, else in its list.
pub(super) fn agreed(member: &Member) -> Option<Money> {
    agreed_in(&member.loaded.case)
}

pub(super) fn agreed_in(case: &rules::case::Case) -> Option<Money> {
    let answered = case.dialogue.answer.as_ref().and_then(|answer| answer.price);
    answered.or_else(|| case.voucher.as_ref().and_then(|voucher| voucher.centre.price))
}

fn voucher(sheet: &Sheet, member: &Member) -> Result<KnownVoucher, No> {
    let loaded = &member.loaded;
    let case = &loaded.case;
    let ground = ground(loaded)?;
    let voucher = ground.voucher;
    let form = case.application();
    let home = form.and_then(|form| {
        let of = |text: &Option<String>| text.as_deref().and_then(Region::of_kato);
        of(&form.residence.region).or_else(|| of(&form.residence.kato))
    });
    let accepted_late = loaded
        .entries
        .iter()
        .any(|entry| matches!(entry.event, Event::VoucherUsed { accepted_late: true, .. }));
    Ok(KnownVoucher {
        number: voucher.number.clone(),
        iin: voucher.iin,
        name: form.map(|form| form.applicant.full_name()).unwrap_or_default(),
        centre_bin: voucher.centre.bin.clone(),
        centre_name: voucher.centre.name.clone(),
        price: agreed(member),
        issued_on: voucher.issued_on,
        last_day: voucher.last_day,
        used_on: voucher.used_on,
        accepted_late,
        protocol: Some((ground.protocol.number.clone(), ground.protocol.signed_on)),
        profile: case.profile(),
        home,
        venue: venue(loaded),
        // An accepted act is examined as it was before it was paid.
        paid: sheet.draft && case.sums().is_some(),
    })
}

/// Numbers of other acts of this centre already accepted in the year (F2-04).
fn numbers_taken(desk: &Workplace, sheet: &Sheet) -> Result<Vec<String>, No> {
    use chrono::Datelike;
    let key = &sheet.key;
    let mut taken = Vec::new();
    for row in desk.store.cases_of_act(&key.number)? {
        let Some(mark) = mark_of(desk, &row)? else { continue };
        let same_year = mark.centre == key.centre && mark.drawn_on.year() == key.drawn_on.year();
        let is_own = !sheet.draft && mark.drawn_on == key.drawn_on;
        if same_year && mark.reimbursed.is_some() && !is_own && !taken.contains(&row.act) {
            taken.push(row.act.clone());
        }
    }
    Ok(taken)
}

/// An act with this number and day is in the books and waits for a decision.
fn joins_another(desk: &Workplace, sheet: &Sheet) -> Result<bool, No> {
    for row in desk.store.cases_of_act(&sheet.key.number)? {
        let Some(mark) = mark_of(desk, &row)? else { continue };
        let same = mark.centre == sheet.key.centre && mark.drawn_on == sheet.key.drawn_on;
        if same && !mark.returned && mark.reimbursed.is_none() {
            return Ok(true);
        }
    }
    Ok(false)
}
