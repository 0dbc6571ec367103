//! What is paid for one person: the centre's price up to the cap, the aid, and the person's own share
//! (paragraphs 14 and 15), with every other date the МРП could be taken by.

use crate::calendar::{Calendar, Week};
use crate::law::readings::{MrpBasis, ReadingUsed};
use crate::law::{Edition, EditionFault, MrpTable, MrpUnknown, Paragraph, Term};
use crate::money::Money;
use crate::region::Region;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// The profile of a profession, which chooses the cap of paragraph 14(1). бейін / профиль.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// әлеуметтік-гуманитарлық / социально-гуманитарный
    Social,
    /// техникалық / технический
    Technical,
}

impl Profile {
    /// The stable word of the profile.
    pub fn code(self) -> &'static str {
        match self {
            Profile::Social => "social",
            Profile::Technical => "technical",
        }
    }
}

/// Where the exam took place (reading A-45: the place of the exam, not the centre's legal address).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Venue {
    /// In a region.
    In(Region),
    /// Over the network: not outside any region.
    Remote,
}

/// What was done for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Profile of the profession; none blocks the payment (reading A-39).
    pub profile: Option<Profile>,
    /// The centre's price.
    pub price: Money,
    /// Date of the protocol.
    pub protocol: NaiveDate,
    /// Date of issue of the voucher, if known.
    pub issued: Option<NaiveDate>,
    /// Date of payment, if known.
    pub paid: Option<NaiveDate>,
    /// Region of permanent registration, if known.
    pub home: Option<Region>,
    /// Where the exam took place, if known.
    pub venue: Option<Venue>,
}

/// What is paid, by the date in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settlement {
    /// Whose date chose the МРП (reading A-37).
    pub basis: MrpBasis,
    /// The date that chose it.
    pub mrp_date: NaiveDate,
    /// The МРП of that date.
    pub mrp: Money,
    /// First day that value holds.
    pub mrp_from: NaiveDate,
    /// False when the value was not read in a budget law: check it before paying.
    pub mrp_verified: bool,
    /// The cap of the profile.
    pub cap: Money,
    /// Paid to the centre: the price or the cap, whichever is less.
    pub reimbursed: Money,
    /// Paid by the person to the centre (paragraph 15).
    pub claimant_pays: Money,
    /// Paid to the person (paragraph 14(2)).
    pub material_aid: Money,
    /// False when home or venue is not known, so that the aid is not decided.
    pub aid_decided: bool,
    /// The paragraphs that had a say.
    pub paragraphs: Vec<Paragraph>,
    /// The same by the other dates, where the МРП differs.
    pub alternatives: Vec<Alternative>,
    /// Dates whose МРП is not known yet.
    pub unknown: Vec<UnknownAlternative>,
    /// The readings that had a say.
    pub readings: Vec<ReadingUsed>,
}

/// What would be paid by another date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Whose date.
    pub basis: MrpBasis,
    /// The date.
    pub mrp_date: NaiveDate,
    /// True when the date itself is not known and is the farthest one possible.
    pub assumed: bool,
    /// The МРП of that date.
    pub mrp: Money,
    /// The cap.
    pub cap: Money,
    /// Paid to the centre.
    pub reimbursed: Money,
    /// Paid by the person.
    pub claimant_pays: Money,
    /// Paid to the person.
    pub material_aid: Money,
}

/// Another date whose МРП is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnknownAlternative {
    /// Whose date.
    pub basis: MrpBasis,
    /// The date.
    pub mrp_date: NaiveDate,
}

/// Why a payment cannot be reckoned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettleFault {
    /// The profession has no profile: the ministry must set one (reading A-39).
    #[error("the profession has no profile, so there is no cap: payment waits")]
    ProfileUnknown,
    /// The date the edition chooses the МРП by is not given.
    #[error("the date of {0:?} chooses the index and is not given")]
    BasisDateMissing(MrpBasis),
    /// The МРП of the date is not known.
    #[error(transparent)]
    Mrp(#[from] MrpUnknown),
    /// The edition does not know its caps.
    #[error(transparent)]
    Edition(#[from] EditionFault),
    /// A sum leaves its bounds.
    #[error("a sum is too large")]
    TooLarge,
}

impl SettleFault {
    /// The stable word of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            SettleFault::ProfileUnknown => "profile_unknown",
            SettleFault::BasisDateMissing(_) => "basis_date_missing",
            SettleFault::Mrp(_) => "mrp_unknown",
            SettleFault::Edition(fault) => fault.code(),
            SettleFault::TooLarge => "sum_too_large",
        }
    }
}

/// Reckons what is paid for one person under an edition. Refuses where the profile, the date or the МРП is
/// not known; a missing home or venue leaves the aid undecided and says so.
pub fn settle(
    service: &Service,
    edition: &Edition,
    mrp: &MrpTable,
    calendar: &Calendar,
) -> Result<Settlement, SettleFault> {
    let profile = service.profile.ok_or(SettleFault::ProfileUnknown)?;
    let basis = edition.readings.mrp_basis.value;
    let dates = dates(service, edition, calendar);
    let known = dates.iter().find(|date| date.basis == basis && !date.assumed);
    let mrp_date = known.ok_or(SettleFault::BasisDateMissing(basis))?.date;
    let outside = outside(service);
    let reckon = |date| parts(service.price, profile, outside == Some(true), date, edition, mrp);
    let main = reckon(mrp_date)?;
    let mut alternatives = Vec::new();
    let mut unknown = Vec::new();
    for other in dates.iter().filter(|other| other.basis != basis) {
        match reckon(other.date) {
            Ok(parts) if parts.mrp != main.mrp => alternatives.push(Alternative {
                basis: other.basis,
                mrp_date: other.date,
                assumed: other.assumed,
                mrp: parts.mrp,
                cap: parts.cap,
                reimbursed: parts.reimbursed,
                claimant_pays: parts.claimant_pays,
                material_aid: parts.material_aid,
            }),
            Ok(_) => {}
            Err(SettleFault::Mrp(_)) => {
                unknown.push(UnknownAlternative { basis: other.basis, mrp_date: other.date })
            }
            Err(fault) => return Err(fault),
        }
    }
    let mut paragraphs = vec![Paragraph::sub(14, 1)];
    if !main.material_aid.is_zero() {
        paragraphs.push(Paragraph::sub(14, 2));
    }
    if !main.claimant_pays.is_zero() {
        paragraphs.push(Paragraph::whole(15));
    }
    Ok(Settlement {
        basis,
        mrp_date,
        mrp: main.mrp,
        mrp_from: main.from,
        mrp_verified: main.verified,
        cap: main.cap,
        reimbursed: main.reimbursed,
        claimant_pays: main.claimant_pays,
        material_aid: main.material_aid,
        aid_decided: outside.is_some(),
        paragraphs,
        alternatives,
        unknown,
        readings: edition.readings.used(&["mrp.basis", "profile.unknown", "aid.home", "aid.remote"]),
    })
}

struct Parts {
    mrp: Money,
    from: NaiveDate,
    verified: bool,
    cap: Money,
    reimbursed: Money,
    claimant_pays: Money,
    material_aid: Money,
}

fn parts(
    price: Money,
    profile: Profile,
    outside: bool,
    date: NaiveDate,
    edition: &Edition,
    mrp: &MrpTable,
) -> Result<Parts, SettleFault> {
    let index = mrp.on(date)?;
    let caps = edition.caps()?;
    let times = match profile {
        Profile::Social => caps.social_mrp,
        Profile::Technical => caps.technical_mrp,
    };
    let cap = index.sum.times(times).ok_or(SettleFault::TooLarge)?;
    let aid = index.sum.times(caps.aid_mrp).ok_or(SettleFault::TooLarge)?;
    let reimbursed = price.min(cap);
    Ok(Parts {
        mrp: index.sum,
        from: index.from,
        verified: index.verified,
        cap,
        reimbursed,
        claimant_pays: price.minus_or_zero(reimbursed),
        material_aid: if outside { aid } else { Money::ZERO },
    })
}

/// True when the exam was outside the home region; none when home or venue is not known (reading A-45).
fn outside(service: &Service) -> Option<bool> {
    match service.venue? {
        Venue::Remote => Some(false),
        Venue::In(venue) => Some(service.home? != venue),
    }
}

struct BasisDate {
    basis: MrpBasis,
    date: NaiveDate,
    assumed: bool,
}

/// The three dates the МРП may be taken by. An unknown date of issue is taken as early, an unknown date of
/// payment as late as the terms let it be, so that a turn of the year within reach is shown.
fn dates(service: &Service, edition: &Edition, calendar: &Calendar) -> Vec<BasisDate> {
    let protocol = service.protocol;
    let mut dates = vec![BasisDate { basis: MrpBasis::Protocol, date: protocol, assumed: false }];
    let earliest_issue = || {
        let days = edition.validity().ok()?.calendar_days;
        protocol.checked_sub_days(Days::new(u64::from(days)))
    };
    let known = |date: NaiveDate| (date, false);
    let issue = service.issued.map(known).or_else(|| earliest_issue().map(|date| (date, true)));
    let payment = service
        .paid
        .map(known)
        .or_else(|| latest_payment(protocol, edition, calendar).map(|date| (date, true)));
    for (basis, found) in [(MrpBasis::Issue, issue), (MrpBasis::Payment, payment)] {
        if let Some((date, assumed)) = found {
            dates.push(BasisDate { basis, date, assumed });
        }
    }
    dates
}

/// Protocol, then the centre's term for the act, then the term of payment (paragraphs 16, 17).
fn latest_payment(protocol: NaiveDate, edition: &Edition, calendar: &Calendar) -> Option<NaiveDate> {
    let days = |term| edition.term(term).ok()?.working_days;
    let total = days(Term::SendAct)? + days(Term::Pay)?;
    match calendar.due_date(protocol, total, Week::Five) {
        Ok(date) => Some(date),
        // Past the known calendar, yet the turn of the year is plain: the first day of the next one.
        Err(_) => NaiveDate::from_ymd_opt(protocol.year() + 1, 1, 1)
            .filter(|next| next.signed_duration_since(protocol).num_days() <= i64::from(total)),
    }
}
