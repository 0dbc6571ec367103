//! Taking in an application (par. 3): a failed gate escalates at once and never refuses.

use super::super::actor::Office;
use super::super::event::{EscalatedTo, Event};
use super::super::facts::Facts;
use super::super::record::Case;
use crate::application::Application;
use crate::check::Verdict;
use crate::denial::Denial;
use crate::law::Paragraph;
use crate::region::Region;
use crate::role::OfficeKind;

pub(super) fn receive(
    case: &Case,
    application: &Application,
    office: Option<&str>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let actor = super::actor(facts)?;
    let region = application.region.as_deref().and_then(Region::of_kato).unwrap_or(actor.office.region);
    if region != actor.office.region {
        return Err(Denial::by(Paragraph::whole(3), "other_region")
            .with("region", region)
            .with("office", &actor.office.id));
    }
    // The stamp of the platform is the receipt; without one the moment of taking it in stands for it.
    let received_at =
        application.received.unwrap_or_else(|| facts.at.with_timezone(&region.zone()).fixed_offset());
    let received_on = region.civil_date(received_at.to_utc());
    if received_on > region.civil_date(facts.at) {
        return Err(Denial::by(Paragraph::whole(3), "receipt_in_future").with("date", received_on));
    }
    let office = match office {
        Some(id) if !id.trim().is_empty() => {
            Office { id: id.trim().to_owned(), kind: OfficeKind::CareerCentre, region }
        }
        Some(_) | None => actor.office.clone(),
    };
    let event = Event::ApplicationReceived {
        application: Box::new(application.clone()),
        received_at,
        received_on,
        office,
        region,
    };
    let mut after = case.clone();
    after.apply(&facts.entry(case, event.clone())?);
    let gates: Vec<String> = facts
        .findings(&after)?
        .into_iter()
        .filter(|finding| {
            finding.verdict == Verdict::Fail
                && finding.ground.is_none()
                && finding.paragraph == Paragraph::whole(3)
        })
        .map(|finding| finding.code)
        .collect();
    let mut events = vec![event];
    if !gates.is_empty() {
        events.push(Event::Escalated { reasons: gates, to: EscalatedTo::MobilityCentre, note: None });
    }
    Ok(events)
}
