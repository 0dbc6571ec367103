//! The data a calendar is computed from: the rule of law, the Government's transfers by year, and changes
//! people made. Files come from outside, so every field is checked and every fault says where.

use crate::law::fault::{DataFault, check_format, read_json};
use crate::text::Text;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// The format number of calendar files.
const FORMAT: u32 = 1;
/// Years a file may speak of; anything else is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2199;

/// What the law says once for all years: holidays, the substitute day, days off that never shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarLaw {
    /// Format number.
    pub format: u32,
    /// First part of the calendar's version.
    pub label: String,
    /// Holidays of the law on holidays: they give a substitute day when they fall on a day off.
    pub holidays: Vec<YearlyDay>,
    /// How a substitute day is called.
    pub substitute: Named,
    /// How the two days of a transfer are called.
    pub transfer: TransferNames,
    /// Days off on a fixed date that give no substitute (Labour Code art. 84(5): 7 January).
    pub fixed_days_off: Vec<YearlyDay>,
    /// Days off whose date is announced every year (Labour Code art. 84(5): the first day of Kurban ait).
    pub movable_days_off: Vec<MovableDay>,
}

/// A day that comes every year on the same date, between two years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearlyDay {
    /// Month, 1–12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// First year it is kept; none means always.
    pub from_year: Option<i32>,
    /// Last year it is kept; none means still.
    pub to_year: Option<i32>,
    /// What it is called.
    pub name: Text,
    /// The law it rests on.
    pub basis: Text,
}

/// A name and its basis; `{name}` stands for the holiday meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// What it is called.
    pub name: Text,
    /// The law it rests on.
    pub basis: Text,
}

/// Names of the two days of a transfer; `{work}` and `{off}` stand for their dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransferNames {
    /// The weekday that became a day off.
    pub off_name: Text,
    /// The weekend day that became a working day.
    pub work_name: Text,
}

/// A day off whose date differs from year to year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovableDay {
    /// Its word in the files of the years.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// The law it rests on.
    pub basis: Text,
}

/// What is known of one year beyond the rule of law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearDays {
    /// Format number.
    pub format: u32,
    /// The year.
    pub year: i32,
    /// Days off the Government moved (Labour Code art. 85(3)): five-day week only.
    pub transfers: Vec<Transfer>,
    /// The dates of the movable days off in this year.
    pub movable: Vec<MovableDate>,
}

/// A day off moved from a weekend day to a weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The weekday that becomes a day off.
    pub off: NaiveDate,
    /// The weekend day that becomes a working day.
    pub work: NaiveDate,
    /// The act it rests on.
    pub basis: Text,
}

/// The date of a movable day off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovableDate {
    /// Which one: the key in the rule of law.
    pub of: String,
    /// Its date.
    pub date: NaiveDate,
    /// True while the date is reckoned and not yet announced.
    pub estimated: bool,
}

/// A change a person made to the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Amendment {
    /// One more year, next to the known ones.
    Year(YearDays),
    /// One more transfer.
    Transfer(Transfer),
    /// The announced date of a movable day off, in place of the one known for that year.
    Movable(MovableDate),
    /// One day becomes something else.
    Day {
        /// The day.
        date: NaiveDate,
        /// What it becomes.
        becomes: Becomes,
        /// What it is called.
        name: Text,
        /// The act it rests on.
        basis: Text,
    },
}

/// What one day becomes by a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Becomes {
    /// A holiday: it gives a substitute day when it falls on a day off.
    Holiday,
    /// A day off without a substitute.
    DayOff,
    /// A working day, whatever it was.
    Working,
}

/// A change with who made it, when and why: kept for ever, part of the version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amended {
    /// The change.
    pub change: Amendment,
    /// Who made it, as the program knows people.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, in the person's words.
    pub note: String,
}

impl CalendarLaw {
    /// Reads the rule of law from its file. Errors say which field is wrong and why.
    pub fn parse(text: &str) -> Result<CalendarLaw, DataFault> {
        let law: CalendarLaw = read_json(text)?;
        check_format(law.format, FORMAT)?;
        if law.label.trim().is_empty() {
            return Err(DataFault::at("label", "empty"));
        }
        for (list, days) in [("holidays", &law.holidays), ("fixed_days_off", &law.fixed_days_off)] {
            for (place, day) in days.iter().enumerate() {
                day.check().map_err(|fault| fault.inside(&format!("{list}[{place}]")))?;
            }
        }
        for (place, day) in law.movable_days_off.iter().enumerate() {
            let twice = law.movable_days_off.iter().filter(|other| other.key == day.key).count() > 1;
            let fault = match (day.key.trim().is_empty(), twice) {
                (true, _) => "empty",
                (false, true) => "twice",
                (false, false) => continue,
            };
            return Err(
                DataFault::at(format!("movable_days_off[{place}].key"), fault).with("value", &day.key)
            );
        }
        Ok(law)
    }
}

impl YearlyDay {
    fn check(&self) -> Result<(), DataFault> {
        // 2024 is a leap year: a holiday on 29 February is kept in the years that have one.
        if NaiveDate::from_ymd_opt(2024, self.month, self.day).is_none() {
            let date = format!("{:02}-{:02}", self.month, self.day);
            return Err(DataFault::at("day", "no_such_day").with("value", date));
        }
        if matches!((self.from_year, self.to_year), (Some(from), Some(to)) if from > to) {
            return Err(DataFault::at("to_year", "ends_before_it_begins"));
        }
        if !self.name.is_complete() {
            return Err(DataFault::at("name", "language_missing"));
        }
        Ok(())
    }

    /// The date in a year; none when the year does not keep it.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        let kept = self.from_year.is_none_or(|from| from <= year) && self.to_year.is_none_or(|to| year <= to);
        if kept { NaiveDate::from_ymd_opt(year, self.month, self.day) } else { None }
    }
}

impl YearDays {
    /// Reads what is known of one year from its file. Errors say which field is wrong and why.
    pub fn parse(text: &str) -> Result<YearDays, DataFault> {
        let year: YearDays = read_json(text)?;
        year.check()?;
        Ok(year)
    }

    pub(super) fn check(&self) -> Result<(), DataFault> {
        check_format(self.format, FORMAT)?;
        if !YEARS.contains(&self.year) {
            return Err(DataFault::at("year", "year_out_of_range").with("value", self.year));
        }
        for (place, transfer) in self.transfers.iter().enumerate() {
            transfer.check().map_err(|fault| fault.inside(&format!("transfers[{place}]")))?;
            if transfer.off.year() != self.year {
                return Err(DataFault::at(format!("transfers[{place}].off"), "other_year")
                    .with("value", transfer.off)
                    .with("year", self.year));
            }
        }
        for (place, movable) in self.movable.iter().enumerate() {
            if movable.date.year() != self.year {
                return Err(DataFault::at(format!("movable[{place}].date"), "other_year")
                    .with("value", movable.date)
                    .with("year", self.year));
            }
            if self.movable.iter().filter(|other| other.of == movable.of).count() > 1 {
                return Err(DataFault::at(format!("movable[{place}].of"), "twice").with("value", &movable.of));
            }
        }
        Ok(())
    }
}

impl Transfer {
    pub(super) fn check(&self) -> Result<(), DataFault> {
        if is_weekend(self.off) {
            return Err(DataFault::at("off", "already_weekend").with("value", self.off));
        }
        if !is_weekend(self.work) {
            return Err(DataFault::at("work", "not_weekend").with("value", self.work));
        }
        if !self.basis.is_complete() {
            return Err(DataFault::at("basis", "language_missing"));
        }
        Ok(())
    }
}

impl Amendment {
    /// Reads a change from its file. Errors say which field is wrong and why.
    pub fn parse(text: &str) -> Result<Amendment, DataFault> {
        let amendment: Amendment = read_json(text)?;
        match &amendment {
            Amendment::Year(year) => year.check()?,
            Amendment::Transfer(transfer) => transfer.check()?,
            Amendment::Movable(_) => {}
            Amendment::Day { name, basis, .. } => {
                if !name.is_complete() || !basis.is_complete() {
                    return Err(DataFault::at("name", "language_missing"));
                }
            }
        }
        Ok(amendment)
    }
}

/// Saturday or Sunday.
pub(super) fn is_weekend(date: NaiveDate) -> bool {
    date.weekday().number_from_monday() > 5
}
