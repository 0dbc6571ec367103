//! What a change of the calendar moves: every open clock counted by both calendars, only the moved ones told.

use super::days::{Calendar, CalendarFault, Week};
use chrono::NaiveDate;

/// An open clock, reduced to what its end depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Day zero.
    pub from: NaiveDate,
    /// Length of the term.
    pub working_days: u32,
    /// The week of the office that must act.
    pub week: Week,
}

/// A clock whose end a change moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Its place among the clocks asked about.
    pub place: usize,
    /// The end by the old calendar; none when the old one did not reach so far.
    pub was: Option<NaiveDate>,
    /// The end by the new calendar; none when the new one does not reach so far.
    pub now: Option<NaiveDate>,
}

/// The ends of many clocks by one calendar.
pub fn due_of_all(clocks: &[Clock], calendar: &Calendar) -> Vec<Result<NaiveDate, CalendarFault>> {
    clocks.iter().map(|clock| calendar.due_date(clock.from, clock.working_days, clock.week)).collect()
}

/// The clocks that end on another day by `new` than by `old`.
pub fn moved(clocks: &[Clock], old: &Calendar, new: &Calendar) -> Vec<Moved> {
    let end = |clock: &Clock, calendar: &Calendar| {
        calendar.due_date(clock.from, clock.working_days, clock.week).ok()
    };
    clocks
        .iter()
        .enumerate()
        .map(|(place, clock)| Moved { place, was: end(clock, old), now: end(clock, new) })
        .filter(|moved| moved.was != moved.now)
        .collect()
}
