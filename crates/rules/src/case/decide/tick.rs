//! What time alone brings, and on which day: annulment after the grace day (par. 11, A-14) and our own timers for a silent ЦП. Nothing else is ever decided by silence.

use chrono::NaiveDate;

use super::super::event::{Event, SilenceLevel};
use super::super::facts::Facts;
use super::super::record::{Case, Done, Voucher};
use super::super::stage::Stage;
use super::voucher::{lapsed, unjudged, validity_now};
use crate::calendar::CalendarFault;
use crate::denial::Denial;
use crate::law::Readings;
use crate::law::editions::Matter;

/// What a case waits for that needs nobody.
enum Waits<'a> {
    /// A voucher that nobody used, for its lapse.
    Lapse(&'a Voucher),
    /// An application that was sent to the ЦП, for our own timers.
    Silence(&'a Done),
}

fn waits(case: &Case) -> Option<Waits<'_>> {
    match case.stage {
        // A paper a supervisor has not judged holds the lapse.
        Stage::Issued => case.voucher.as_ref().filter(|voucher| !unjudged(voucher)).map(Waits::Lapse),
        Stage::AtRecognitionCentre => case.to_recognition_centre.as_ref().map(Waits::Silence),
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
        | Stage::Withdrawn => None,
    }
}

pub(super) fn tick(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    match waits(case) {
        Some(Waits::Lapse(_)) => annul(case, facts),
        Some(Waits::Silence(sent)) => silence(case, sent, facts),
        None => Ok(Vec::new()),
    }
}

/// The first day on which time alone changes the case as it stands, by the calendar and the editions of the
/// facts; it may have come already. None when only a person can change it.
///
/// A tick before this day does nothing, a tick on it or later does something. Where an edition or the calendar
/// does not know, the day is one that no tick can come before, so that it is looked at too early and never too late.
#[must_use]
pub fn tick_day(case: &Case, facts: &Facts<'_>) -> Option<NaiveDate> {
    match waits(case)? {
        Waits::Lapse(voucher) => match validity_now(case, facts) {
            // A calendar that ends before the grace day says only that it comes after the last day.
            Ok(validity) => validity.lapses_on().or_else(|| validity.last_day.succ_opt()),
            Err(_) => Some(voucher.base_last_day.min(voucher.last_day)),
        },
        Waits::Silence(sent) => untold(case)
            .map(|level| match silence_day(level, sent.on, case, facts) {
                Ok(Some(day)) => day,
                // The term runs past the known years.
                Ok(None) => facts.calendar().known().1.succ_opt().unwrap_or(sent.on),
                Err(_) => sent.on,
            })
            .min(),
    }
}

/// A sheet that counts extends by law before anybody records it.
fn annul(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let validity = validity_now(case, facts)?;
    if !lapsed(case, &validity, facts) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::VoucherAnnulled { last_day: validity.last_day }])
}

fn silence(case: &Case, sent: &Done, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let today = facts.today(case);
    let gone = facts.calendar().working_days_between(sent.on, today, facts.week)?;
    let working_days = u32::try_from(gone).unwrap_or(0);
    let mut events = Vec::new();
    for level in untold(case) {
        if silence_day(level, sent.on, case, facts)?.is_some_and(|day| day <= today) {
            events.push(Event::SilenceNoted { level, working_days });
        }
    }
    Ok(events)
}

/// Levels the silence of the ЦП was not told at yet.
fn untold(case: &Case) -> impl Iterator<Item = SilenceLevel> {
    let told = case.dialogue.silence;
    SilenceLevel::ALL.into_iter().filter(move |level| told.is_none_or(|told| told < *level))
}

/// The first day on which a ЦП that was sent the application on `sent` has been silent for as many working days
/// as the edition of that very day waits for: it does not matter when somebody looks. None when the
/// known years end before.
///
/// # Errors
/// [`Denial`] when no edition or calendar knows the days.
pub(in crate::case) fn silence_day(
    level: SilenceLevel,
    sent: NaiveDate,
    case: &Case,
    facts: &Facts<'_>,
) -> Result<Option<NaiveDate>, Denial> {
    let lasted = |readings: &Readings| match after(level, readings) {
        0 => Ok(Some(sent)),
        working_days => match facts.calendar().due_date(sent, working_days, facts.week) {
            Ok(day) => Ok(Some(day)),
            Err(CalendarFault::RunsOut { .. }) => Ok(None),
            Err(fault @ CalendarFault::UnknownDate { .. }) => Err(Denial::from(fault)),
        },
    };
    // Whether it lasted long enough changes only on a day an edition begins or what it waits for ends.
    let mut days = vec![sent];
    for edition in facts.law.editions.all() {
        days.extend((edition.valid_from > sent).then_some(edition.valid_from));
        days.extend(lasted(&edition.readings)?);
    }
    days.sort_unstable();
    for day in days {
        let edition = facts.edition(Matter::Forms, case, day)?;
        if lasted(&edition.readings)?.is_some_and(|end| end <= day) {
            return Ok(Some(day));
        }
    }
    Ok(None)
}

/// Working days of silence after which it is told at a level.
fn after(level: SilenceLevel, readings: &Readings) -> u32 {
    match level {
        SilenceLevel::Remind => readings.cp_remind.value,
        SilenceLevel::Head => readings.cp_escalate.value,
        SilenceLevel::Ministry => readings.cp_report.value,
    }
}
