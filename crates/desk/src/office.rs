//! The office's own data: numbers, addresses and signatories that its papers carry. Administrators change
//! them; each change is a fact of the journal, and papers made after it follow it.

use crate::contract::limits::Text;
use crate::contract::office::{OfficeSet, OfficeView, OfficialSet, OfficialView, PlaceSet, PlaceView};
use crate::contract::session::{Nothing, Role};
use crate::contract::{Answer, No, Outcome, Said, Topic};
use crate::project::{self, OFFICE};
use crate::workplace::{Card, Official, Place, Workplace};
use rules::person::{Bin, BinFault, Email, Iban, IbanFault};
use serde::{Deserialize, Serialize};
use store::NewEvent;

/// The fact that an administrator changed the data of the office. A kept shape is never edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OfficeChanged {
    pub career_centre: Place,
    pub mobility_centre: Place,
}

impl OfficeChanged {
    pub(crate) const KIND: &'static str = "office_changed";
}

pub(crate) fn view(desk: &mut Workplace, _: Nothing) -> Outcome<OfficeView> {
    Ok(Answer::only(view_of(desk)))
}

fn view_of(desk: &Workplace) -> OfficeView {
    OfficeView {
        career_centre: place_view(desk, &desk.office.career_centre),
        mobility_centre: place_view(desk, &desk.office.mobility_centre),
        may_change: desk.me.role == Role::Administrator,
    }
}

fn place_view(desk: &Workplace, place: &Place) -> PlaceView {
    let card = &place.card;
    let bank = card.iban.as_ref().and_then(|iban| desk.books.law.banks.find(&iban.bank_code()));
    PlaceView {
        name_kk: place.kk.clone(),
        name_ru: place.ru.clone(),
        bin: card.bin.map(|bin| bin.to_string()),
        address_kk: card.address_kk.clone(),
        address_ru: card.address_ru.clone(),
        phone: card.phone.clone(),
        email: card.email.clone(),
        iban: card.iban.as_ref().map(ToString::to_string),
        bank: bank.map(|bank| bank.name.clone()),
        head: official_view(&card.head),
        signatories: card.signatories.iter().map(official_view).collect(),
    }
}

fn official_view(official: &Official) -> OfficialView {
    OfficialView {
        position_kk: official.position_kk.clone(),
        position_ru: official.position_ru.clone(),
        name: official.name.clone(),
    }
}

pub(crate) fn change(desk: &mut Workplace, wanted: OfficeSet) -> Outcome<OfficeView> {
    let fact = OfficeChanged {
        career_centre: place("career-centre", &desk.office.career_centre, &wanted.career_centre)?,
        mobility_centre: place("mobility-centre", &desk.office.mobility_centre, &wanted.mobility_centre)?,
    };
    let is_new = fact.career_centre != desk.office.career_centre
        || fact.mobility_centre != desk.office.mobility_centre;
    if !is_new {
        return Ok(Answer::only(view_of(desk)));
    }
    let body = serde_json::to_vec(&fact).map_err(|_| No::bug("answer"))?;
    let event = NewEvent::new(OfficeChanged::KIND, 1, &body);
    desk.append(desk.op_on("office_change", ""), OFFICE, None, &[event], |_| Ok(()))?;
    let office = project::office(&desk.store, desk.today())?.ok_or_else(|| No::failure("no-office"))?;
    desk.office = office;
    desk.offices = project::offices(&desk.store)?;
    Ok(Answer::changing(view_of(desk), &[Topic::Session, Topic::Office, Topic::Journal]))
}

/// What was typed for one centre. What is wrong is named by centre and field: `career-centre-bin`.
fn place(side: &str, kept: &Place, wanted: &PlaceSet) -> Result<Place, No> {
    let wrong = |field: &str, said: Said| No::invalid(&format!("{side}-{field}")).saying(said);
    let named = |text: &Text<200>| {
        text.trimmed().map(str::to_owned).ok_or_else(|| wrong("name", Said::new("no-name")))
    };
    let bin = wanted.bin.trimmed().map(Bin::parse).transpose();
    let iban = wanted.iban.trimmed().map(Iban::parse).transpose();
    let email = wanted.email.trimmed().map(Email::parse).transpose();
    let email = email.map_err(|_| wrong("email", Said::new("office-email-wrong")))?;
    let signatories = wanted.signatories.as_slice().iter().map(official);
    Ok(Place {
        id: kept.id.clone(),
        kk: named(&wanted.name_kk)?,
        ru: named(&wanted.name_ru)?,
        card: Card {
            bin: bin.map_err(|fault| wrong("bin", bin_fault(fault)))?,
            address_kk: trimmed(&wanted.address_kk),
            address_ru: trimmed(&wanted.address_ru),
            phone: trimmed(&wanted.phone),
            email: email.map(|email| email.to_string()).unwrap_or_default(),
            iban: iban.map_err(|fault| wrong("iban", iban_fault(&fault)))?,
            head: official(&wanted.head),
            signatories: signatories.filter(|one| *one != Official::default()).collect(),
        },
    })
}

fn trimmed<const N: usize>(text: &Text<N>) -> String {
    text.as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn official(set: &OfficialSet) -> Official {
    Official {
        position_kk: trimmed(&set.position_kk),
        position_ru: trimmed(&set.position_ru),
        name: trimmed(&set.name),
    }
}

fn bin_fault(fault: BinFault) -> Said {
    let digit = |digit: u8| u32::from(digit);
    match fault {
        BinFault::Empty => Said::new("cli-number-empty"),
        BinFault::NotDigit { place, found } => {
            Said::new("cli-number-not-digit").with("place", place).with("found", found.to_string())
        }
        BinFault::Length { found } => Said::new("cli-number-length").with("found", found),
        BinFault::Month { month } => Said::new("cli-bin-month").with("month", format!("{month:02}")),
        BinFault::LooksLikeIin => Said::new("cli-bin-looks-like-iin"),
        BinFault::Owner { digit: found } => Said::new("cli-bin-owner").with("digit", digit(found)),
        BinFault::Unit { digit: found } => Said::new("cli-bin-unit").with("digit", digit(found)),
        BinFault::CheckDigit { expected, found } => {
            Said::new("cli-number-check-digit").with("expected", digit(expected)).with("found", digit(found))
        }
        BinFault::NeverIssued => Said::new("cli-number-never-issued"),
    }
}

fn iban_fault(fault: &IbanFault) -> Said {
    match fault {
        IbanFault::Empty => Said::new("cli-iban-empty"),
        IbanFault::Letter { place, found } => {
            Said::new("cli-iban-letter").with("place", *place).with("found", found.to_string())
        }
        IbanFault::Country { found } => Said::new("cli-iban-country").with("found", found.as_str()),
        IbanFault::Length { found } => Said::new("cli-iban-length").with("found", *found),
        IbanFault::CheckDigits => Said::new("cli-iban-check-digits"),
        IbanFault::BankCode => Said::new("cli-iban-bank-code"),
        IbanFault::Checksum => Said::new("cli-iban-checksum"),
    }
}
