//! What two persons decide: bringing a lapsed voucher back and replacing the ЦП in a voucher. Neither is a second voucher.

use chrono::{Datelike, NaiveDate};

use super::super::event::{Event, ReinstatementGround, ReplacementGround};
use super::super::facts::Facts;
use super::super::record::{Case, Proposed};
use super::review::second_person;
use super::voucher::{accredited, lapsed, validity_now};
use super::{missing, voucher_of};
use crate::application::RecognitionCentre;
use crate::denial::Denial;
use crate::law::Paragraph;

const P10: Paragraph = Paragraph::whole(10);
const P11: Paragraph = Paragraph::whole(11);
const P12: Paragraph = Paragraph::whole(12);

/// Which proposal is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Reinstatement,
    Replacement,
}

pub(super) fn can_propose(case: &Case) -> Result<(), Denial> {
    if case.proposal.is_some() { Err(Denial::new("proposal_pending")) } else { Ok(()) }
}

pub(super) fn can_propose_reinstatement(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    can_propose(case)?;
    let voucher = voucher_of(case)?;
    let edition = facts.law.editions.get(&voucher.validity_edition)?;
    if !edition.readings.reinstate_allowed.value {
        return Err(Denial::by(P11, "reinstatement_not_allowed"));
    }
    // Another voucher of the same year elsewhere would make two (par. 3).
    match facts.earlier.iter().find(|other| other.issued_on.year() == voucher.issued_on.year()) {
        Some(other) => Err(Denial::by(Paragraph::whole(3), "voucher_already_this_year")
            .with("number", &other.number)
            .with("issued_on", other.issued_on)),
        None => Ok(()),
    }
}

pub(super) fn reinstatement(
    case: &Case,
    ground: Option<ReinstatementGround>,
    note: Option<&str>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let ground = ground.ok_or_else(|| missing("ground"))?;
    holds_after(case, ground, facts)?;
    Ok(vec![Event::ReinstatementProposed { ground, note: note.map(str::to_owned) }])
}

/// The ground really undoes the lapse; the last day that holds then.
fn holds_after(case: &Case, ground: ReinstatementGround, facts: &Facts<'_>) -> Result<NaiveDate, Denial> {
    let voucher = voucher_of(case)?;
    let validity = validity_now(case, facts)?;
    match ground {
        ReinstatementGround::LateSheet if validity.last_day <= voucher.last_day => {
            Err(Denial::by(P12, "sheet_adds_nothing").with("last_day", voucher.last_day))
        }
        // The person would get it back already lapsed.
        ReinstatementGround::LateSheet if lapsed(case, &validity, facts) => {
            Err(Denial::by(P12, "reinstated_would_be_over").with("last_day", validity.last_day))
        }
        ReinstatementGround::LateSheet => Ok(validity.last_day),
        ReinstatementGround::TimelyUse { admitted_on } if !validity.covers(admitted_on) => {
            Err(Denial::by(P11, "use_after_validity")
                .with("date", admitted_on)
                .with("last_day", validity.last_day))
        }
        ReinstatementGround::TimelyUse { .. } => Ok(validity.last_day),
    }
}

/// There is a proposal of this kind and another person made it.
pub(super) fn can_approve(case: &Case, facts: &Facts<'_>, kind: Kind) -> Result<(), Denial> {
    let none = || Denial::new("no_proposal");
    let proposal = case.proposal.as_ref().ok_or_else(none)?;
    match (&proposal.what, kind) {
        (Proposed::Reinstatement(_), Kind::Reinstatement)
        | (Proposed::Replacement(..), Kind::Replacement) => {
            second_person(super::actor(facts)?, proposal.made.by.as_deref())
        }
        (Proposed::Reinstatement(_), Kind::Replacement)
        | (Proposed::Replacement(..), Kind::Reinstatement) => Err(none()),
    }
}

pub(super) fn can_decline(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    let proposal = case.proposal.as_ref().ok_or_else(|| Denial::new("no_proposal"))?;
    second_person(super::actor(facts)?, proposal.made.by.as_deref())
}

pub(super) fn reinstate(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    match case.proposal.as_ref().map(|proposal| &proposal.what) {
        Some(Proposed::Reinstatement(ground)) => {
            let last_day = holds_after(case, *ground, facts)?;
            Ok(vec![Event::VoucherReinstated { ground: *ground, last_day }])
        }
        Some(Proposed::Replacement(..)) | None => Err(Denial::new("no_proposal")),
    }
}

pub(super) fn replacement(
    case: &Case,
    ground: Option<ReplacementGround>,
    centre: &RecognitionCentre,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let voucher = voucher_of(case)?;
    let ground = ground.ok_or_else(|| missing("ground"))?;
    match ground {
        ReplacementGround::AccreditationLost | ReplacementGround::CentreRefused => {}
        // The voucher names its ЦП and is not transferable at will.
        ReplacementGround::PersonWishes => return Err(Denial::by(P10, "wish_is_no_ground")),
    }
    let name = centre.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name = name.ok_or_else(|| missing("centre"))?;
    let same_bin = centre.bin.is_some() && centre.bin == voucher.centre.bin;
    if same_bin || voucher.centre.name.as_deref() == Some(name) {
        return Err(Denial::by(P10, "same_centre").with("centre", name));
    }
    accredited(centre, facts.today(case))?;
    Ok(vec![Event::ReplacementProposed { ground, centre: centre.clone() }])
}

pub(super) fn replace(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let voucher = voucher_of(case)?;
    match case.proposal.as_ref().map(|proposal| &proposal.what) {
        Some(Proposed::Replacement(_, centre)) => {
            accredited(centre, facts.today(case))?;
            let suffix = format!("/{}", voucher.replacements);
            let base = if voucher.replacements > 0 { voucher.number.strip_suffix(&suffix) } else { None };
            let base = base.unwrap_or(&voucher.number);
            let number = format!("{base}/{}", voucher.replacements + 1);
            Ok(vec![Event::VoucherReplaced { number, centre: centre.as_ref().clone() }])
        }
        Some(Proposed::Reinstatement(_)) | None => Err(Denial::new("no_proposal")),
    }
}
