//! The calendar, the editions, and the calculator of a term: read from the books of the desk.

use crate::contract::calendar::{
    DayOff, DueAsk, DueView, EditionView, ParagraphView, ParameterView, YearAsk, YearView,
};
use crate::contract::case::DayStep;
use crate::contract::session::Nothing;
use crate::contract::{Answer, No, Outcome};
use crate::say;
use crate::workplace::Workplace;
use rules::calendar::{CalendarFault, Due, due as due_of};

/// Longer terms than this are not of the Rules, and their tape would not fit a screen.
const WORKING_DAYS_MAX: u16 = 250;

pub(crate) fn unknown(fault: &CalendarFault) -> No {
    No::failure("calendar").with("what", fault.code())
}

pub fn year(desk: &mut Workplace, ask: YearAsk) -> Outcome<YearView> {
    let (calendar, week) = (&desk.books.law.calendar, desk.office.week());
    let days_off = calendar.days_off(ask.year, week).map_err(|fault| unknown(&fault))?;
    let days_off = days_off
        .into_iter()
        .map(|day| DayOff {
            date: day.date,
            kind: rules::calendar::Why::from(day.kind).code().to_owned(),
            name: say::words3(&day.name),
            basis: say::words3(&day.basis),
            estimated: day.estimated,
        })
        .collect();
    let working = calendar.working_days(ask.year, week).map_err(|fault| unknown(&fault))?;
    let weekends = calendar.working_weekends(ask.year, week).map_err(|fault| unknown(&fault))?;
    Ok(Answer::only(YearView {
        year: ask.year,
        version: calendar.version().to_owned(),
        working_days: u32::try_from(working).unwrap_or(u32::MAX),
        days_off,
        working_weekends: weekends.into_iter().map(|day| day.date).collect(),
    }))
}

pub fn due(desk: &mut Workplace, ask: DueAsk) -> Outcome<DueView> {
    let days = u32::from(ask.working_days.min(WORKING_DAYS_MAX));
    let found = due_of(ask.from, days, &desk.books.law.calendar, desk.office.week());
    let found = found.map_err(|fault| unknown(&fault))?;
    Ok(Answer::only(DueView {
        due: found.due,
        steps: steps(&found),
        calendar_version: found.calendar_version,
    }))
}

/// The way to a date, day by day.
pub(crate) fn steps(due: &Due) -> Vec<DayStep> {
    let steps = due.steps.iter().map(|step| DayStep {
        date: step.date,
        counts: step.counts,
        why: step.why.code().to_owned(),
        name: step.name.as_ref().map(say::words3),
    });
    steps.collect()
}

pub fn editions(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<EditionView>> {
    let all = desk.books.law.editions.all();
    let views = all.iter().enumerate().map(|(place, edition)| {
        let next = all.iter().skip(place + 1).find(|next| next.confirmed);
        EditionView {
            code: edition.id.to_string(),
            valid_from: edition.valid_from,
            valid_to: next.and_then(|next| next.valid_from.pred_opt()),
            confirmed: edition.confirmed,
            parameters: edition
                .readings
                .list()
                .into_iter()
                .map(|reading| ParameterView {
                    name: reading.parameter.to_owned(),
                    value: reading.value.clone(),
                })
                .collect(),
            paragraphs: edition
                .paragraphs
                .iter()
                .filter_map(|text| {
                    let words = say::words3(text.text.as_ref()?);
                    Some(ParagraphView { number: text.paragraph.to_string(), text: words })
                })
                .collect(),
        }
    });
    Ok(Answer::only(views.collect()))
}
