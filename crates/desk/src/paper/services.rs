//! The act of services (Appendix 2) with its list of persons: what the recognition centre sent, set on the form
//! of the Rules for the office's own file and for signing.

use super::{CopyMarks, body, head, tongue, word};
use crate::case::Loaded;
use crate::contract::No;
use crate::services::{Member, Sheet};
use crate::workplace::{OfficeFile, Workplace};
use chrono::NaiveDate;
use papers::Tongue;
use papers::form::act::{Act, ActRow};
use papers::form::persons::{PersonRow, Persons};
use papers::form::{Body, Both, Marks};
use rules::act::{Service, SettleFault, Settlement, Venue, settle};
use rules::case::record;
use rules::denial::Denial;
use rules::law::{Edition, Matter, Paragraph};
use rules::money::Money;
use rules::region::Region;
use words::Lang;

/// What the line of one person rests on, all of it at hand.
pub(crate) struct Ground<'a> {
    pub(crate) voucher: &'a record::Voucher,
    pub(crate) protocol: &'a record::Protocol,
    pub(crate) profession: String,
}

pub(crate) fn ground(loaded: &Loaded) -> Result<Ground<'_>, No> {
    let case = &loaded.case;
    let voucher = case.voucher.as_ref().ok_or_else(|| No::denial("no-voucher-yet").under("10"))?;
    let protocol = case.protocol.as_ref().ok_or_else(|| No::denial("no-protocol-yet").under("16"))?;
    let profession = case.application().and_then(|form| form.profession.name.clone());
    let profession = profession.filter(|name| !name.trim().is_empty());
    Ok(Ground { voucher, protocol, profession: profession.ok_or_else(|| No::denial("no-profession-name"))? })
}

/// One line of the table: persons of one service, one day and one price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) service: Both,
    pub(crate) date: NaiveDate,
    pub(crate) price: Money,
    pub(crate) persons: u32,
}

/// The lines of an act, and for every person the place of its line.
pub(crate) fn lines(sheet: &Sheet) -> Result<(Vec<Line>, Vec<usize>), No> {
    let mut lines: Vec<Line> = Vec::new();
    let mut places = Vec::with_capacity(sheet.members.len());
    for member in &sheet.members {
        let ground = ground(&member.loaded)?;
        let line = Line {
            service: service(&member.loaded, &ground.profession),
            date: ground.protocol.exam_on.unwrap_or(ground.protocol.signed_on),
            price: member.price.unwrap_or(Money::ZERO),
            persons: 1,
        };
        let alike =
            |kept: &Line| kept.service == line.service && kept.date == line.date && kept.price == line.price;
        match lines.iter_mut().zip(0..).find(|(kept, _)| alike(kept)) {
            Some((kept, place)) => {
                kept.persons = kept.persons.saturating_add(1);
                places.push(place);
            }
            None => {
                places.push(lines.len());
                lines.push(line);
            }
        }
    }
    Ok((lines, places))
}

/// The act as it came; the day of acceptance stands on it once it is accepted. One that is only being typed
/// in bears the mark of a draft.
pub(crate) fn act(desk: &Workplace, sheet: &Sheet, copy: CopyMarks) -> Result<Act, No> {
    if sheet.centre_name.trim().is_empty() {
        return Err(No::denial("no-centre-name"));
    }
    let too_large = || No::denial("sum-too-large").saying(crate::say::code("denial", "sum_too_large"));
    let (lines, _) = lines(sheet)?;
    let office = &office_of(desk, sheet).mobility_centre;
    let rows = lines.into_iter().map(|line| {
        Ok(ActRow {
            cost: line.price.times(line.persons).ok_or_else(too_large)?,
            service: line.service,
            date: Some(line.date),
            unit: word("office-letter-unit-person"),
            quantity: line.persons,
            price: line.price,
        })
    });
    Ok(Act {
        customer: body(office),
        contractor: Body {
            name: sheet.centre_name.as_str().into(),
            bin: sheet.centre_bin.clone(),
            ..Body::default()
        },
        number: number(sheet),
        date: sheet.key.drawn_on,
        rows: rows.collect::<Result<_, No>>()?,
        total: sheet.cost().ok_or_else(too_large)?,
        persons: person_rows(desk, sheet)?,
        // Counted as the list is set with the act.
        persons_pages: None,
        contractor_signer: None,
        customer_signer: head(office),
        accepted: sheet.accepted_on(),
        language: first_tongue(sheet),
        marks: marks(sheet, copy),
    })
}

/// The office as it stood when the act was last received or accepted; one that is being typed in is of now.
fn office_of<'a>(desk: &'a Workplace, sheet: &Sheet) -> &'a OfficeFile {
    let kept = sheet.members.first().filter(|_| !sheet.draft);
    kept.map_or(&desk.office, |member| desk.office_then(&member.loaded, &["act_received", "act_accepted"]))
}

/// The list of persons attached to that act.
pub(super) fn persons(desk: &Workplace, sheet: &Sheet, copy: CopyMarks) -> Result<Persons, No> {
    Ok(Persons {
        act_number: number(sheet),
        act_date: sheet.key.drawn_on,
        persons: person_rows(desk, sheet)?,
        language: first_tongue(sheet),
        marks: marks(sheet, copy),
    })
}

/// A number that is not typed yet is a dash.
fn number(sheet: &Sheet) -> String {
    if sheet.key.number.is_empty() { "—".to_owned() } else { sheet.key.number.clone() }
}

/// Russian first only where everybody applied in Russian (reading A-40).
fn first_tongue(sheet: &Sheet) -> Tongue {
    let all_russian = sheet.members.iter().all(|member| tongue(&member.loaded) == Tongue::Ru);
    if all_russian { Tongue::Ru } else { Tongue::Kk }
}

fn marks(sheet: &Sheet, copy: CopyMarks) -> Marks {
    let unconfirmed = |member: &Member| member.loaded.row.finality == store::Finality::Here;
    Marks {
        draft: sheet.draft,
        unconfirmed: !sheet.draft && sheet.members.iter().any(unconfirmed),
        copy: copy.copy,
        duplicate: copy.duplicate,
    }
}

fn person_rows(desk: &Workplace, sheet: &Sheet) -> Result<Vec<PersonRow>, No> {
    sheet.members.iter().map(|member| person(desk, sheet, member)).collect()
}

fn person(desk: &Workplace, sheet: &Sheet, member: &Member) -> Result<PersonRow, No> {
    let loaded = &member.loaded;
    let ground = ground(loaded)?;
    let form = loaded.case.application().ok_or_else(|| No::denial("no-profession-name"))?;
    // Fixed when the act was accepted; before that, what would be paid.
    let (reimbursed, claimant_pays) = match (&member.accepted, member.price) {
        (Some((_, sums)), _) => (sums.reimbursed, sums.claimant_pays),
        (None, None) => (Money::ZERO, Money::ZERO),
        (None, Some(price)) => {
            let sums = would_be_paid(desk, sheet, loaded, &ground, price)?;
            (sums.reimbursed, sums.claimant_pays)
        }
    };
    Ok(PersonRow {
        name: form.applicant.full_name(),
        iin: ground.voucher.iin.to_string(),
        voucher: ground.voucher.number.clone(),
        profession: ground.profession.as_str().into(),
        level: form.level.map(|level| level.to_string()),
        protocol: ground.protocol.number.clone(),
        protocol_date: ground.protocol.signed_on,
        exam_date: ground.protocol.exam_on,
        venue: venue(loaded).map(|venue| match venue {
            Venue::In(region) => word(&format!("region-{}", region.code())),
            Venue::Remote => word("office-letter-venue-remote"),
        }),
        price: member.price.unwrap_or(Money::ZERO),
        reimbursed,
        claimant_pays,
    })
}

/// By the edition of the day the act was received, as its examination takes it.
fn would_be_paid(
    desk: &Workplace,
    sheet: &Sheet,
    loaded: &Loaded,
    ground: &Ground<'_>,
    price: Money,
) -> Result<Settlement, No> {
    let facts = loaded.facts(desk);
    let edition = facts.edition(Matter::Forms, &loaded.case, sheet.received_on).map_err(Denial::from)?;
    let days = Days {
        protocol: ground.protocol.signed_on,
        issued: ground.voucher.issued_on,
        paid: sheet.received_on,
    };
    reckon(desk, loaded, edition, price, days, venue(loaded))
}

/// «Recognition of the qualification for a profession, of a level».
fn service(loaded: &Loaded, profession: &str) -> Both {
    let level = loaded.case.application().and_then(|form| form.level).map(|level| level.to_string());
    let say = |lang: Lang| match &level {
        Some(level) => words::say_in(
            lang,
            "office-letter-service-of-level",
            [("profession", profession), ("level", level.as_str())],
        ),
        None => words::say_in(lang, "office-letter-service", [("profession", profession)]),
    };
    Both { kk: say(Lang::Kk).unwrap_or_default(), ru: say(Lang::Ru).unwrap_or_default() }
}

/// Where the exam was, or will be as far as it is known (reading A-45).
pub(crate) fn venue(loaded: &Loaded) -> Option<Venue> {
    let case = &loaded.case;
    if case.protocol.as_ref().is_some_and(|protocol| protocol.remote) {
        return Some(Venue::Remote);
    }
    let of = |text: &Option<String>| text.as_deref().and_then(Region::of_kato);
    let protocol = case.protocol.as_ref().and_then(|protocol| protocol.venue);
    let answer = || case.dialogue.answer.as_ref().and_then(|answer| answer.venue);
    let voucher = || case.voucher.as_ref().and_then(|voucher| of(&voucher.centre.venue_region));
    let form = || case.application().and_then(|form| of(&form.recognition_centre.venue_region));
    protocol.or_else(answer).or_else(voucher).or_else(form).map(Venue::In)
}

/// The days the МРП may be taken by (reading A-37).
pub(super) struct Days {
    pub protocol: NaiveDate,
    pub issued: NaiveDate,
    pub paid: NaiveDate,
}

/// What would be paid by the Rules for a price.
pub(super) fn reckon(
    desk: &Workplace,
    loaded: &Loaded,
    edition: &Edition,
    price: Money,
    days: Days,
    venue: Option<Venue>,
) -> Result<Settlement, No> {
    let home = loaded.case.application().and_then(|form| {
        let residence = &form.residence;
        let of = |text: &Option<String>| text.as_deref().and_then(Region::of_kato);
        of(&residence.region).or_else(|| of(&residence.kato))
    });
    let service = Service {
        profile: loaded.case.profile(),
        price,
        protocol: days.protocol,
        issued: Some(days.issued),
        paid: Some(days.paid),
        home,
        venue,
    };
    let law = &desk.books.law;
    settle(&service, edition, &law.mrp, &law.calendar).map_err(|fault| {
        let fourteen = Paragraph::whole(14);
        match fault {
            SettleFault::Edition(fault) => Denial::from(fault),
            SettleFault::ProfileUnknown | SettleFault::BasisDateMissing(_) | SettleFault::TooLarge => {
                Denial::by(fourteen, fault.code())
            }
            SettleFault::Mrp(unknown) => Denial::by(fourteen, "mrp_unknown").with("date", unknown.date),
        }
        .into()
    })
}
