//! `Calendar`: every day of the known years with what it is, for five-day and six-day offices, computed from
//! the rule of law and the data of the years. Nothing here lists days off: they follow.

use super::facts::Facts;
use super::note::{Noted, note_all};
use super::source::{Amended, CalendarLaw, YearDays};
use crate::law::fault::DataFault;
use crate::text::Text;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many days a week an office works (reading A-11, `office.week`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Week {
    /// Monday to Friday; the Government's transfers apply. бес күндік / пятидневка.
    #[default]
    Five,
    /// Monday to Saturday; the Government's transfers do not apply. алты күндік / шестидневка.
    Six,
}

impl Week {
    /// The week of five or six days; none for another number.
    pub fn of_days(days: u8) -> Option<Week> {
        match days {
            5 => Some(Week::Five),
            6 => Some(Week::Six),
            _ => None,
        }
    }

    /// How many days it has.
    pub fn days(self) -> u8 {
        match self {
            Week::Five => 5,
            Week::Six => 6,
        }
    }

    /// True for its days off.
    pub(super) fn rests_on(self, date: NaiveDate) -> bool {
        date.weekday().number_from_monday() > u32::from(self.days())
    }
}

impl TryFrom<u8> for Week {
    type Error = String;
    fn try_from(days: u8) -> Result<Self, String> {
        Week::of_days(days).ok_or_else(|| format!("a week of {days} days is not known: 5 or 6"))
    }
}

impl From<Week> for u8 {
    fn from(week: Week) -> u8 {
        week.days()
    }
}

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// An ordinary working day.
    Working,
    /// The office's weekly day off.
    Weekend,
    /// A holiday of the law on holidays.
    Holiday,
    /// The day off that follows a holiday which fell on a day off.
    Substitute,
    /// A day off the Government moved here.
    Transfer,
    /// A day off of Labour Code art. 84(5), which gives no substitute.
    Religious,
    /// A weekend day the Government made a working one.
    WorkingWeekend,
}

impl DayKind {
    /// True when the day counts in a term of working days.
    pub fn counts(self) -> bool {
        match self {
            DayKind::Working | DayKind::WorkingWeekend => true,
            DayKind::Weekend
            | DayKind::Holiday
            | DayKind::Substitute
            | DayKind::Transfer
            | DayKind::Religious => false,
        }
    }
}

/// A day that is more than a plain working day or weekend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// What it is called.
    pub name: Text,
    /// The law or act it rests on.
    pub basis: Text,
    /// True while the date is reckoned and not yet announced.
    pub estimated: bool,
}

/// A date outside the known years.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFault {
    /// The calendar does not know the date, so nothing is counted: add the year first.
    #[error("{date} is outside the known calendar {known_from}..{known_to}")]
    UnknownDate {
        /// The date asked for, or the last known one when a term runs past it.
        date: NaiveDate,
        /// First known day.
        known_from: NaiveDate,
        /// Last known day.
        known_to: NaiveDate,
    },
    /// A term runs past the last known day.
    #[error("{working_days} working days after {from} run past {known_to}, the end of the known calendar")]
    RunsOut {
        /// Day zero.
        from: NaiveDate,
        /// Length of the term.
        working_days: u32,
        /// Last known day.
        known_to: NaiveDate,
    },
}

impl CalendarFault {
    /// The stable word of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            CalendarFault::UnknownDate { .. } => "calendar_unknown_date",
            CalendarFault::RunsOut { .. } => "calendar_runs_out",
        }
    }
}

/// Working days of the known years. Build it once, share it, ask it often.
#[derive(Debug, Clone)]
pub struct Calendar {
    law: CalendarLaw,
    years: Vec<YearDays>,
    amended: Vec<Amended>,
    first: NaiveDate,
    last: NaiveDate,
    five: Table,
    six: Table,
    version: String,
}

/// One office week: what each day is, and both directions between days and working days.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    pub(super) kinds: Vec<DayKind>,
    /// For each day: how many working days there are up to and including it.
    pub(super) rank: Vec<u32>,
    /// For each working day: its date.
    pub(super) working: Vec<NaiveDate>,
    noted: Noted,
}

impl Calendar {
    /// Computes the calendar from the rule of law, the years (which must follow one another) and the changes
    /// people made, in their order. Errors say which datum is wrong.
    pub fn new(law: CalendarLaw, years: Vec<YearDays>, amended: Vec<Amended>) -> Result<Calendar, DataFault> {
        let mut known = BTreeMap::new();
        for year in &years {
            year.check().map_err(|fault| fault.inside(&year.year.to_string()))?;
            if known.insert(year.year, year.clone()).is_some() {
                return Err(DataFault::at("year", "twice").with("value", year.year));
            }
        }
        let mut facts = Facts::new(known);
        for (place, change) in amended.iter().enumerate() {
            facts.amend(&change.change).map_err(|fault| fault.inside(&format!("amended[{place}]")))?;
        }
        facts.check(&law)?;
        let bound = |year: Option<&i32>, month, day| {
            year.and_then(|year| NaiveDate::from_ymd_opt(*year, month, day))
                .ok_or_else(|| DataFault::at("years", "no_years"))
        };
        let first = bound(facts.years.keys().next(), 1, 1)?;
        let last = bound(facts.years.keys().next_back(), 12, 31)?;
        let five = Table::build(&law, &facts, Week::Five, first, last);
        let six = Table::build(&law, &facts, Week::Six, first, last);
        let version =
            format!("{}.{}-{:08x}", law.label, amended.len(), five.fingerprint() ^ six.fingerprint());
        Ok(Calendar { law, years, amended, first, last, five, six, version })
    }

    /// A new calendar with one more change; this one stays as it was, so that both can be compared.
    pub fn amend(&self, change: Amended) -> Result<Calendar, DataFault> {
        let mut amended = self.amended.clone();
        amended.push(change);
        Calendar::new(self.law.clone(), self.years.clone(), amended)
    }

    /// Names the content: label of the data, number of changes, fingerprint of all days.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// First and last known day.
    pub fn known(&self) -> (NaiveDate, NaiveDate) {
        (self.first, self.last)
    }

    /// The changes people made, in order.
    pub fn amended(&self) -> &[Amended] {
        &self.amended
    }

    /// What a day is for an office week. Refuses outside the known years.
    pub fn kind(&self, date: NaiveDate, week: Week) -> Result<DayKind, CalendarFault> {
        let index = self.index(date)?;
        self.table(week).kinds.get(index).copied().ok_or_else(|| self.unknown(date))
    }

    /// The name and basis of a day that is more than a plain working day or weekend.
    pub fn noted(&self, date: NaiveDate, week: Week) -> Option<&Day> {
        self.table(week).noted.get(&date)
    }

    /// Days off of a year that are more than plain weekends, in order. Refuses outside the known years.
    pub fn days_off(&self, year: i32, week: Week) -> Result<Vec<&Day>, CalendarFault> {
        let (from, to) = self.year(year)?;
        let days = self.table(week).noted.range(from..=to).map(|(_, day)| day);
        Ok(days.filter(|day| !day.kind.counts()).collect())
    }

    /// Weekend days of a year that are working ones, in order. Refuses outside the known years.
    pub fn working_weekends(&self, year: i32, week: Week) -> Result<Vec<&Day>, CalendarFault> {
        let (from, to) = self.year(year)?;
        let days = self.table(week).noted.range(from..=to).map(|(_, day)| day);
        Ok(days.filter(|day| day.kind.counts()).collect())
    }

    /// How many working days a year has. Refuses outside the known years.
    pub fn working_days(&self, year: i32, week: Week) -> Result<usize, CalendarFault> {
        let (from, to) = self.year(year)?;
        let (from, to) = (self.index(from)?, self.index(to)?);
        let kinds = self.table(week).kinds.get(from..=to).unwrap_or_default();
        Ok(kinds.iter().filter(|kind| kind.counts()).count())
    }

    pub(super) fn table(&self, week: Week) -> &Table {
        match week {
            Week::Five => &self.five,
            Week::Six => &self.six,
        }
    }

    /// The place of a date among the known days.
    pub(super) fn index(&self, date: NaiveDate) -> Result<usize, CalendarFault> {
        if date > self.last {
            return Err(self.unknown(date));
        }
        usize::try_from(date.signed_duration_since(self.first).num_days()).map_err(|_| self.unknown(date))
    }

    pub(super) fn unknown(&self, date: NaiveDate) -> CalendarFault {
        CalendarFault::UnknownDate { date, known_from: self.first, known_to: self.last }
    }

    fn year(&self, year: i32) -> Result<(NaiveDate, NaiveDate), CalendarFault> {
        let from = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX);
        let to = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX);
        self.index(from)?;
        self.index(to)?;
        Ok((from, to))
    }
}

impl Table {
    fn build(law: &CalendarLaw, facts: &Facts, week: Week, first: NaiveDate, last: NaiveDate) -> Table {
        let (noted, working) = note_all(law, facts, week, last);
        let mut table = Table { noted, ..Table::default() };
        let mut rank = 0;
        for date in first.iter_days().take_while(|date| *date <= last) {
            let kind = match table.noted.get(&date) {
                Some(day) => day.kind,
                None if working.contains(&date) => DayKind::Working,
                None if week.rests_on(date) => DayKind::Weekend,
                None => DayKind::Working,
            };
            if kind.counts() {
                rank += 1;
                table.working.push(date);
            }
            table.kinds.push(kind);
            table.rank.push(rank);
        }
        table
    }

    /// FNV-1a over what every day is and is called by: the same days give the same number everywhere.
    fn fingerprint(&self) -> u32 {
        let mut hash: u32 = 0x811c_9dc5;
        let mut eat = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        for kind in &self.kinds {
            eat(match kind {
                DayKind::Working => 0,
                DayKind::Weekend => 1,
                DayKind::Holiday => 2,
                DayKind::Substitute => 3,
                DayKind::Transfer => 4,
                DayKind::Religious => 5,
                DayKind::WorkingWeekend => 6,
            });
        }
        hash
    }
}

/// The day after; the end of the calendar of the world is never reached.
pub(super) fn following(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}
