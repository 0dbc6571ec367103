//! Escalations: what no paragraph lets us decide goes upwards, and the clocks run on.

use super::super::event::{EscalatedTo, Event};
use super::missing;
use crate::denial::Denial;

pub(super) fn escalate(
    reasons: &[String],
    to: EscalatedTo,
    note: Option<&str>,
) -> Result<Vec<Event>, Denial> {
    let reasons: Vec<String> =
        reasons.iter().map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
    let note = note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
    if reasons.is_empty() && note.is_none() {
        return Err(missing("reasons"));
    }
    Ok(vec![Event::Escalated { reasons, to, note }])
}
