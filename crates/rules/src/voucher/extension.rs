//! The walk along the days of a voucher that finds its last day under sick-leave sheets (paragraph 12,
//! readings ).
//!
//! The last day is the N-th day after the issue that no counted sheet covers; a sheet is counted if its first
//! day is not later than the last day as the other counted sheets already move it. Taking sheets in the order
//! of their first days finds this without trying: a counted sheet only ever moves the last day later, so one
//! that begins too late for all earlier ones is too late for good, and so are those after it. Hence the order
//! in which sheets arrive changes nothing.

use super::sheet::{Sheet, SheetWhy};
use crate::law::readings::Extension;
use chrono::{Days, NaiveDate};

/// The last day and what each sheet added, in the order the sheets were given.
pub(super) struct Walk {
    pub(super) last_day: NaiveDate,
    pub(super) sheets: Vec<(u32, SheetWhy)>,
}

/// Walks `healthy_days` days after `issued`, sheets leaving out. None when a date leaves the calendar of the
/// world.
pub(super) fn walk(issued: NaiveDate, healthy_days: u32, sheets: &[Sheet], by: Extension) -> Option<Walk> {
    let mut order: Vec<usize> = (0..sheets.len()).collect();
    order.sort_by_key(|place| sheets.get(*place).map(|sheet| (sheet.from(), sheet.to(), *place)));
    let mut said = vec![(0, SheetWhy::AfterLastDay); sheets.len()];
    let first = day_after(issued)?;
    // `next` is the first day not yet walked, `left` the healthy days still to go from there.
    let (mut next, mut left) = (first, i64::from(healthy_days));
    // Days before `first` that sheets begun in time have used up: only the literal reading adds them.
    let mut before = None;
    for place in order {
        let (Some(sheet), Some(word)) = (sheets.get(place), said.get_mut(place)) else { continue };
        if sheet.to() < first {
            *word = (0, SheetWhy::BeforeIssue);
            continue;
        }
        if sheet.from() > last_day(next, left)? {
            break;
        }
        let begin = sheet.from().max(first);
        if begin > next {
            left -= days(next, begin);
            next = begin;
        }
        let mut counted = 0;
        if sheet.to() >= next {
            let end = day_after(sheet.to())?;
            counted = days(next, end);
            next = end;
        }
        let early = match by {
            Extension::Pause => 0,
            Extension::Literal => early_days(&mut before, sheet, first)?,
        };
        left += early;
        *word = (u32::try_from(counted + early).ok()?, why(sheet, counted, first, by));
    }
    Some(Walk { last_day: last_day(next, left)?, sheets: said })
}

fn why(sheet: &Sheet, counted: i64, first: NaiveDate, by: Extension) -> SheetWhy {
    let in_time = days(sheet.from().max(first), sheet.to()) + 1;
    let cut = match by {
        Extension::Pause => sheet.from() < first,
        Extension::Literal => false,
    };
    match (counted == 0, counted < in_time, cut) {
        (true, _, _) => SheetWhy::WithinOthers,
        (false, true, _) => SheetWhy::Overlaps,
        (false, false, true) => SheetWhy::BegunBeforeIssue,
        (false, false, false) => SheetWhy::Counted,
    }
}

/// Days of a sheet before the first day of validity that no earlier sheet had.
fn early_days(before: &mut Option<NaiveDate>, sheet: &Sheet, first: NaiveDate) -> Option<i64> {
    let begin = before.map_or(sheet.from(), |known| known.max(sheet.from()));
    if begin >= first {
        return Some(0);
    }
    // Every sheet that comes here lasts until `first` or longer, so all days up to there are now used.
    *before = Some(first);
    Some(days(begin, first))
}

/// The day on which `left` healthy days, the first of them `next`, run out.
fn last_day(next: NaiveDate, left: i64) -> Option<NaiveDate> {
    let left = u64::try_from(left).ok()?;
    next.checked_add_days(Days::new(left))?.pred_opt()
}

fn day_after(date: NaiveDate) -> Option<NaiveDate> {
    date.succ_opt()
}

/// Days from one date up to, not including, another.
fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
