//! What time alone brings: annulment after the grace day (par. 11, A-14) and our own timers for a silent ЦП. Nothing else is ever decided by silence.

use super::super::event::{Event, SilenceLevel};
use super::super::facts::Facts;
use super::super::record::Case;
use super::super::stage::Stage;
use super::voucher::{lapsed, unjudged, validity_now};
use super::voucher_of;
use crate::denial::Denial;
use crate::law::editions::Matter;

pub(super) fn tick(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    match case.stage {
        Stage::Issued => annul(case, facts),
        Stage::AtRecognitionCentre => silence(case, facts),
        Stage::New
        | Stage::InReview
        | Stage::RefusalDrafted
        | Stage::Refused
        | Stage::AtMobilityCentre
        | Stage::Declined
        | Stage::DeclineDrafted
        | Stage::DeclineFormed
        | Stage::RefusalSent
        | Stage::Confirmed
        | Stage::Used
        | Stage::Protocol
        | Stage::ActReceived
        | Stage::ActReturned
        | Stage::ActAccepted
        | Stage::Closed
        | Stage::Annulled
        | Stage::Withdrawn => Ok(Vec::new()),
    }
}

/// A sheet that counts extends by law before anybody records it; a paper a supervisor has not judged holds the lapse.
fn annul(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let validity = validity_now(case, facts)?;
    if unjudged(voucher_of(case)?) || !lapsed(case, &validity, facts) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::VoucherAnnulled { last_day: validity.last_day }])
}

fn silence(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let Some(sent) = &case.to_recognition_centre else { return Ok(Vec::new()) };
    let today = facts.today(case);
    let gone = facts.calendar().working_days_between(sent.on, today, facts.week)?;
    let working_days = u32::try_from(gone).unwrap_or(0);
    let readings = &facts.edition(Matter::Forms, case, today)?.readings;
    let levels = [
        (SilenceLevel::Remind, readings.cp_remind.value),
        (SilenceLevel::Head, readings.cp_escalate.value),
        (SilenceLevel::Ministry, readings.cp_report.value),
    ];
    let told = case.dialogue.silence;
    Ok(levels
        .into_iter()
        .filter(|(level, after)| working_days >= *after && told.is_none_or(|told| told < *level))
        .map(|(level, _)| Event::SilenceNoted { level, working_days })
        .collect())
}
