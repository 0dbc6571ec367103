//! The clocks of a case as rows and views need them: which one runs, whose turn it is, day by day.

use crate::contract::case::DayStep;
use chrono::NaiveDate;
use rules::case::{Case, Clock, Deadline, Facts, Stage, deadlines};
use rules::law::{Matter, Paragraph, Term};

/// One clock of a case.
#[derive(Clone, Debug)]
pub struct Clockline {
    pub code: &'static str,
    pub paragraph: Paragraph,
    pub actor: &'static str,
    pub day_zero: NaiveDate,
    /// Days of the term as the edition states them; none where it states none.
    pub term_days: Option<u32>,
    pub working: bool,
    pub fatal: Option<NaiveDate>,
    pub target: Option<NaiveDate>,
    pub met_on: Option<NaiveDate>,
    pub steps: Vec<DayStep>,
    pub readings: Vec<String>,
    /// The one the chip of the case shows.
    pub main: bool,
}

impl Clockline {
    /// The day by which the case is ordered: the fatal one, or our own target where the Rules set none.
    pub fn by(&self) -> Option<NaiveDate> {
        self.fatal.or(self.target)
    }
}

/// Every clock that has begun. Where an edition or the calendar does not know, there is no clock: a date is
/// never guessed, and the case says so by standing among those without one.
pub fn all(case: &Case, facts: &Facts<'_>) -> Vec<Clockline> {
    let Ok(found) = deadlines(case, facts) else { return Vec::new() };
    let main = running(case.stage);
    let shows = found
        .iter()
        .rposition(|deadline| main.contains(&deadline.clock) && !deadline.is_closed())
        .unwrap_or(usize::MAX);
    let lines = found.iter().enumerate().map(|(place, deadline)| line(deadline, case, facts, place == shows));
    lines.collect()
}

/// The clock the chip shows.
pub fn main_clock(case: &Case, facts: &Facts<'_>) -> Option<Clockline> {
    all(case, facts).into_iter().find(|clock| clock.main)
}

/// Clocks that may run at a stage, the last begun of them leads.
fn running(stage: Stage) -> &'static [Clock] {
    match stage {
        Stage::New | Stage::RefusalSent | Stage::Closed | Stage::Annulled | Stage::Withdrawn => &[],
        Stage::InReview | Stage::RefusalDrafted => &[Clock::Review],
        Stage::Refused => &[Clock::SendReviewRefusal],
        Stage::AtMobilityCentre => &[Clock::SendToCentre],
        Stage::AtRecognitionCentre => &[Clock::CentreAnswer],
        Stage::Declined | Stage::DeclineDrafted | Stage::DeclineFormed => &[Clock::SendCentreRefusal],
        Stage::Confirmed => &[Clock::SendVoucher],
        Stage::Issued => &[Clock::Validity, Clock::Extend],
        Stage::Used => &[],
        Stage::Protocol | Stage::ActReturned => &[Clock::SendAct],
        Stage::ActReceived | Stage::ActAccepted => &[Clock::PayPerson, Clock::PayCentre],
    }
}

fn line(deadline: &Deadline, case: &Case, facts: &Facts<'_>, main: bool) -> Clockline {
    let edition = facts.edition(Matter::Forms, case, deadline.day_zero).ok();
    let term_days = match (deadline.clock, edition) {
        (Clock::Validity, Some(edition)) => edition.validity().ok().map(|validity| validity.calendar_days),
        (clock, Some(edition)) => {
            term(clock).and_then(|term| edition.term(term).ok()).and_then(|rule| rule.working_days)
        }
        (_, None) => None,
    };
    let steps = deadline.explained.as_ref().map(crate::calendar::steps).unwrap_or_default();
    Clockline {
        code: deadline.clock.code(),
        paragraph: deadline.paragraph,
        actor: actor(deadline.clock),
        day_zero: deadline.day_zero,
        term_days,
        working: deadline.clock != Clock::Validity,
        // What a recognition centre owes has a term of its own or none; either way it is not our fatal date.
        fatal: deadline.fatal,
        target: deadline.target,
        met_on: deadline.met_on,
        steps,
        readings: deadline.readings.iter().map(|reading| reading.parameter.to_owned()).collect(),
        main,
    }
}

fn term(clock: Clock) -> Option<Term> {
    match clock {
        Clock::Window | Clock::Validity => None,
        Clock::Review => Some(Term::Review),
        Clock::SendReviewRefusal => Some(Term::SendReviewRefusal),
        Clock::SendToCentre => Some(Term::SendToCentre),
        Clock::CentreAnswer => Some(Term::CentreAnswer),
        Clock::SendCentreRefusal => Some(Term::SendCentreRefusal),
        Clock::SendVoucher => Some(Term::SendVoucher),
        Clock::Extend => Some(Term::Extend),
        Clock::SendAct => Some(Term::SendAct),
        Clock::PayCentre | Clock::PayPerson => Some(Term::Pay),
    }
}

fn actor(clock: Clock) -> &'static str {
    match clock {
        Clock::Window | Clock::Validity => "claimant",
        Clock::Review => "specialist",
        Clock::CentreAnswer | Clock::SendAct => "recognition_centre",
        Clock::SendReviewRefusal
        | Clock::SendToCentre
        | Clock::SendCentreRefusal
        | Clock::SendVoucher
        | Clock::Extend => "mobility_officer",
        Clock::PayCentre | Clock::PayPerson => "accountant",
    }
}
