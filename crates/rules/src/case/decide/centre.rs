//! The dialogue with the ЦП (par. 9–10): its yes, its no, the reasons it owes, and the refusal that follows a no. Its silence decides nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::command::Command;
use super::super::event::{Event, Letter};
use super::super::facts::Facts;
use super::super::record::{Answer, Case};
use super::review::named_grounds;
use super::told;
use crate::denial::Denial;
use crate::law::Paragraph;
use crate::refusal::{Ground, Remark, Step};

const P9: Paragraph = Paragraph::whole(9);

/// The day the application reached the ЦП: no answer comes before it.
fn sent_on(case: &Case) -> Option<NaiveDate> {
    case.to_recognition_centre.as_ref().map(|done| done.on)
}

pub(super) fn confirmation(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let Command::RecordConfirmation { answered_on, exam_on, price, venue } = command else {
        return Ok(Vec::new());
    };
    let answered_on = told("answered_on", *answered_on, facts.today(case), sent_on(case))?;
    Ok(vec![Event::ConfirmationReceived { answered_on, exam_on: *exam_on, price: *price, venue: *venue }])
}

pub(super) fn negative(
    case: &Case,
    answered_on: Option<NaiveDate>,
    reasons: Option<&str>,
    answer: Option<&str>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let answered_on = told("answered_on", answered_on, facts.today(case), sent_on(case))?;
    let text = |text: Option<&str>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(vec![Event::NegativeAnswerReceived { answered_on, reasons: text(reasons), answer: text(answer) }])
}

fn no_of(case: &Case) -> Result<&Answer, Denial> {
    let answer = case.dialogue.answer.as_ref().filter(|answer| !answer.positive);
    answer.ok_or_else(|| Denial::by(P9, "no_negative_answer"))
}

pub(super) fn can_request_reasons(case: &Case) -> Result<(), Denial> {
    let answer = no_of(case)?;
    if answer.reasons.is_some() {
        Err(Denial::by(P9, "reasons_are_here"))
    } else if case.dialogue.reasons_requested.is_some() {
        Err(Denial::by(P9, "reasons_already_requested"))
    } else {
        Ok(())
    }
}

pub(super) fn can_record_reasons(case: &Case) -> Result<(), Denial> {
    if no_of(case)?.reasons.is_some() { Err(Denial::by(P9, "reasons_are_here")) } else { Ok(()) }
}

/// Reasons are here, or they were asked for and the day of asking is over.
pub(super) fn can_refuse(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    if no_of(case)?.reasons.is_some() {
        return Ok(());
    }
    let Some(asked) = &case.dialogue.reasons_requested else {
        return Err(Denial::by(P9, "reasons_not_requested"));
    };
    let region = case.region().unwrap_or(facts.region);
    let evening = region.civil_time(facts.at).time() >= facts.office_closes;
    if facts.today(case) > asked.on || evening {
        Ok(())
    } else {
        Err(Denial::by(P9, "wait_for_reasons").with("until", facts.office_closes.format("%H:%M")))
    }
}

pub(super) fn refuse(case: &Case, named: &[String], letter: Option<&Letter>) -> Result<Vec<Event>, Denial> {
    named_grounds(named, &[Ground::NegativeAnswer], Step::MobilityCentre, P9)?;
    let remarks = decline_remarks(case)?;
    Ok(vec![Event::RefusalDrafted { step: Step::MobilityCentre, remarks, letter: letter.cloned() }])
}

/// What the refusal of par. 9 rests on: the answer of the ЦП, quoted.
///
/// # Errors
/// [`Denial`] when there is no negative answer.
pub fn decline_remarks(case: &Case) -> Result<Vec<Remark>, Denial> {
    let answer = no_of(case)?;
    let mut about = BTreeMap::new();
    about.insert("answered_on".to_owned(), answer.answered_on.to_string());
    for (name, text) in [("reasons", &answer.reasons), ("answer", &answer.answer)] {
        if let Some(text) = text {
            about.insert(name.to_owned(), text.clone());
        }
    }
    if let Some(asked) = &case.dialogue.reasons_requested {
        about.insert("requested_on".to_owned(), asked.on.to_string());
    }
    let code = if answer.reasons.is_some() { "centre_declined" } else { "centre_declined_without_reasons" };
    Ok(vec![Remark {
        ground: Ground::NegativeAnswer,
        check: "centre_answer".to_owned(),
        code: code.to_owned(),
        facts: about,
        note: None,
    }])
}
