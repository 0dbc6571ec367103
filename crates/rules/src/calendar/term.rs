//! Terms in working days: the day a term ends, explained day by day, and the same without a word, fast.

use super::days::{Calendar, CalendarFault, DayKind, Week, following};
use crate::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The end of a term with the way to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The last day of the term.
    pub due: NaiveDate,
    /// Every day from day zero to the last, and why it counts or does not.
    pub steps: Vec<Step>,
    /// The calendar it was counted by.
    pub calendar_version: String,
}

/// One day on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The day.
    pub date: NaiveDate,
    /// True when it counts.
    pub counts: bool,
    /// Why.
    pub why: Why,
    /// What the day is called, when it has a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

/// Why a day counts or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The day of the event: the term begins on the day after it (paragraphs 8, 9, 13, 16, 17).
    DayZero,
    /// An ordinary working day.
    Working,
    /// The office's weekly day off.
    Weekend,
    /// A holiday.
    Holiday,
    /// The day off for a holiday that fell on a day off.
    Substitute,
    /// A day off moved here by the Government.
    Transfer,
    /// 7 January or the first day of Kurban ait.
    Religious,
    /// A weekend day made a working one.
    WorkingWeekend,
}

impl Why {
    /// The stable word, as `tanu-cli due` prints it.
    pub fn code(self) -> &'static str {
        match self {
            Why::DayZero => "day_zero",
            Why::Working => "working",
            Why::Weekend => "weekend",
            Why::Holiday => "holiday",
            Why::Substitute => "substitute",
            Why::Transfer => "transfer",
            Why::Religious => "religious",
            Why::WorkingWeekend => "working_weekend",
        }
    }
}

impl From<DayKind> for Why {
    fn from(kind: DayKind) -> Why {
        match kind {
            DayKind::Working => Why::Working,
            DayKind::Weekend => Why::Weekend,
            DayKind::Holiday => Why::Holiday,
            DayKind::Substitute => Why::Substitute,
            DayKind::Transfer => Why::Transfer,
            DayKind::Religious => Why::Religious,
            DayKind::WorkingWeekend => Why::WorkingWeekend,
        }
    }
}

/// The end of a term of `working_days` after the day of the event, explained. Day zero never counts; it may
/// be a day off, which changes nothing (reading A-05). A term of no days ends on day zero when that is a
/// working day, else on the next one. Refuses when the way leaves the known years.
pub fn due(
    from: NaiveDate,
    working_days: u32,
    calendar: &Calendar,
    week: Week,
) -> Result<Due, CalendarFault> {
    let end = calendar.due_date(from, working_days, week)?;
    let mut steps = vec![Step { date: from, counts: false, why: Why::DayZero, name: None }];
    let mut date = from;
    while date < end {
        date = following(date);
        let kind = calendar.kind(date, week)?;
        let name = calendar.noted(date, week).map(|day| day.name.clone());
        steps.push(Step { date, counts: kind.counts(), why: kind.into(), name });
    }
    Ok(Due { due: end, steps, calendar_version: calendar.version().to_owned() })
}

/// The first working day after a date. Refuses when the known years end first.
pub fn next_working_day(
    date: NaiveDate,
    calendar: &Calendar,
    week: Week,
) -> Result<NaiveDate, CalendarFault> {
    calendar.due_date(date, 1, week)
}

impl Calendar {
    /// The end of a term, without the way to it: two look-ups, no allocation.
    pub fn due_date(
        &self,
        from: NaiveDate,
        working_days: u32,
        week: Week,
    ) -> Result<NaiveDate, CalendarFault> {
        let index = self.index(from)?;
        let table = self.table(week);
        let before = table.rank.get(index).copied().ok_or_else(|| self.unknown(from))?;
        if working_days == 0 && table.kinds.get(index).is_some_and(|kind| kind.counts()) {
            return Ok(from);
        }
        // `before` working days lie up to day zero, so the next one has that very index.
        let place = usize::try_from(u64::from(before) + u64::from(working_days.max(1)) - 1).ok();
        place.and_then(|place| table.working.get(place)).copied().ok_or(CalendarFault::RunsOut {
            from,
            working_days,
            known_to: self.known().1,
        })
    }

    /// How many working days lie after `from` up to and including `to`; negative when `to` is earlier.
    pub fn working_days_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        week: Week,
    ) -> Result<i64, CalendarFault> {
        let rank = |date| -> Result<i64, CalendarFault> {
            let index = self.index(date)?;
            self.table(week).rank.get(index).map(|rank| i64::from(*rank)).ok_or_else(|| self.unknown(date))
        };
        Ok(rank(to)? - rank(from)?)
    }
}
