//! The act of services of one case (Appendix 2) with its list of one person: what the recognition centre sent,
//! set on the form of the Rules for the office's own file and for signing.

use super::{CopyMarks, body, marks, tongue, word};
use crate::case::Loaded;
use crate::contract::No;
use crate::workplace::Workplace;
use chrono::NaiveDate;
use papers::form::act::{Act, ActRow};
use papers::form::persons::{PersonRow, Persons};
use papers::form::{Body, Both};
use rules::act::{Service, SettleFault, Settlement, Venue, settle};
use rules::case::record;
use rules::denial::Denial;
use rules::law::{Edition, Matter, Paragraph};
use rules::money::Money;
use rules::region::Region;
use words::Lang;

/// What the act of a case rests on, all of it at hand.
struct Ground<'a> {
    act: &'a record::Act,
    voucher: &'a record::Voucher,
    protocol: &'a record::Protocol,
    centre: String,
    profession: String,
}

fn ground(loaded: &Loaded) -> Result<Ground<'_>, No> {
    let case = &loaded.case;
    let act = case.acts.last().ok_or_else(|| No::denial("no-act-yet").under("16"))?;
    let voucher = case.voucher.as_ref().ok_or_else(|| No::denial("no-voucher-yet").under("10"))?;
    let protocol = case.protocol.as_ref().ok_or_else(|| No::denial("no-protocol-yet").under("16"))?;
    let centre = voucher.centre.name.clone().filter(|name| !name.trim().is_empty());
    let profession = case.application().and_then(|form| form.profession.name.clone());
    let profession = profession.filter(|name| !name.trim().is_empty());
    Ok(Ground {
        act,
        voucher,
        protocol,
        centre: centre.ok_or_else(|| No::denial("no-centre-name"))?,
        profession: profession.ok_or_else(|| No::denial("no-profession-name"))?,
    })
}

/// The act as it came; the day of acceptance stands on it once it is accepted.
pub(super) fn act(desk: &Workplace, loaded: &Loaded, copy: CopyMarks) -> Result<Act, No> {
    let ground = ground(loaded)?;
    let row = ActRow {
        service: service(loaded, &ground.profession),
        date: Some(ground.protocol.exam_on.unwrap_or(ground.protocol.signed_on)),
        unit: word("office-letter-unit-person"),
        quantity: 1,
        price: ground.act.cost,
        cost: ground.act.cost,
    };
    Ok(Act {
        // No registration number of the mobility centre is kept here: its box stays open for the pen.
        customer: body(&desk.office.mobility_centre),
        contractor: Body {
            name: ground.centre.as_str().into(),
            bin: ground.voucher.centre.bin.clone(),
            ..Body::default()
        },
        number: ground.act.number.clone(),
        date: ground.act.drawn_on,
        rows: vec![row],
        total: ground.act.cost,
        persons: vec![person(desk, loaded, &ground)?],
        // Counted as the list is set with the act.
        persons_pages: None,
        contractor_signer: None,
        customer_signer: None,
        accepted: ground.act.accepted.as_ref().map(|(on, _)| *on),
        language: tongue(loaded),
        marks: marks(loaded, false, copy),
    })
}

/// The list of persons attached to that act.
pub(super) fn persons(desk: &Workplace, loaded: &Loaded, copy: CopyMarks) -> Result<Persons, No> {
    let ground = ground(loaded)?;
    Ok(Persons {
        act_number: ground.act.number.clone(),
        act_date: ground.act.drawn_on,
        persons: vec![person(desk, loaded, &ground)?],
        language: tongue(loaded),
        marks: marks(loaded, false, copy),
    })
}

fn person(desk: &Workplace, loaded: &Loaded, ground: &Ground<'_>) -> Result<PersonRow, No> {
    let form = loaded.case.application().ok_or_else(|| No::denial("no-profession-name"))?;
    // Fixed when the act was accepted; before that, what would be paid.
    let (reimbursed, claimant_pays) = match &ground.act.accepted {
        Some((_, sums)) => (sums.reimbursed, sums.claimant_pays),
        None => {
            let facts = loaded.facts(desk);
            let edition = facts.edition(Matter::Forms, &loaded.case, desk.today()).map_err(Denial::from)?;
            let days = Days {
                protocol: ground.protocol.signed_on,
                issued: ground.voucher.issued_on,
                paid: desk.today(),
            };
            let sums = reckon(desk, loaded, edition, ground.act.cost, days, venue(loaded))?;
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
        price: ground.act.cost,
        reimbursed,
        claimant_pays,
    })
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
pub(super) fn venue(loaded: &Loaded) -> Option<Venue> {
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
