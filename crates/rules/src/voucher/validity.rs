//! The validity of a voucher: its last day, the day its annulment may follow, and what each sheet did.

use super::extension::{Walk, walk};
use super::sheet::{CountedSheet, Sheet};
use crate::calendar::{Calendar, Week, next_working_day};
use crate::law::readings::{AnnulGrace, ReadingUsed};
use crate::law::{Edition, EditionFault, EditionId, Paragraph};
use crate::region::Region;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use serde::Serialize;

/// How long a voucher is valid, explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Validity {
    /// Day zero: the day of issue, itself a day of use.
    pub issued: NaiveDate,
    /// The edition whose days of validity count: that of the day of issue (reading A-51).
    pub edition: EditionId,
    /// Where the days stand.
    pub paragraph: Paragraph,
    /// The last day without any sheet.
    pub base_last_day: NaiveDate,
    /// The last day with all sheets: use on it counts fully.
    pub last_day: NaiveDate,
    /// How many days the sheets add.
    pub extended_by_days: u32,
    /// The day at whose end the annulment may run (reading A-14); none while the calendar does not reach it,
    /// and then nothing is annulled.
    pub annul_not_before: Option<NaiveDate>,
    /// What became of each sheet, in the order given.
    pub sheets: Vec<CountedSheet>,
    /// The readings that had a say.
    pub readings: Vec<ReadingUsed>,
}

/// Why a validity cannot be told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValidityFault {
    /// The edition does not know its days of validity.
    #[error(transparent)]
    Edition(#[from] EditionFault),
    /// A date leaves the calendar of the world.
    #[error("the dates lead out of every calendar")]
    OutOfDates,
}

impl ValidityFault {
    /// The stable word of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            ValidityFault::Edition(fault) => fault.code(),
            ValidityFault::OutOfDates => "dates_out_of_range",
        }
    }
}

/// The validity of a voucher issued on a civil date under an edition, moved by sheets (paragraphs 10–13,
/// readings ). Whether use on the days after `last_day` up to `annul_not_before` is
/// accepted is a supervisor's decision.
pub fn validity(
    issued: NaiveDate,
    sheets: &[Sheet],
    edition: &Edition,
    calendar: &Calendar,
    week: Week,
) -> Result<Validity, ValidityFault> {
    let rule = edition.validity()?;
    let readings = &edition.readings;
    // "60 days after the day of issue": the last of them is a day of validity unless a reading says otherwise.
    let healthy_days = rule.calendar_days.saturating_sub(u32::from(!readings.validity_inclusive.value));
    let by = readings.extension_by.value;
    let steps = |sheets: &[Sheet]| walk(issued, healthy_days, sheets, by).ok_or(ValidityFault::OutOfDates);
    let annul = |last_day| match readings.annul_grace.value {
        AnnulGrace::None => Some(last_day),
        AnnulGrace::NextWd => next_working_day(last_day, calendar, week).ok(),
    };
    let base = steps(&[])?;
    let Walk { last_day, sheets: said } = steps(sheets)?;
    let mut counted = Vec::with_capacity(sheets.len());
    for (place, (sheet, (counted_days, why))) in sheets.iter().zip(said).enumerate() {
        let after_lapse = match sheet.received() {
            None => false,
            Some(received) => {
                // A sheet without a day of receipt is taken as known: doubt does not lapse a voucher.
                let before = |(other, sheet): (usize, &Sheet)| {
                    let known = other != place && sheet.received().is_none_or(|day| day < received);
                    known.then_some(*sheet)
                };
                let known_before: Vec<Sheet> = sheets.iter().enumerate().filter_map(before).collect();
                let last_then = steps(&known_before)?.last_day;
                counted_days > 0 && annul(last_then).is_some_and(|annulled| received > annulled)
            }
        };
        counted.push(CountedSheet {
            from: sheet.from(),
            to: sheet.to(),
            received: sheet.received(),
            counted_days,
            why,
            reached_by_others: counted_days > 0 && sheet.from() > base.last_day,
            late: is_late(sheet, readings.sheet_late_flag_days.value),
            after_lapse,
        });
    }
    let extended = last_day.signed_duration_since(base.last_day).num_days();
    Ok(Validity {
        issued,
        edition: edition.id.clone(),
        paragraph: rule.paragraph,
        base_last_day: base.last_day,
        last_day,
        extended_by_days: u32::try_from(extended).map_err(|_| ValidityFault::OutOfDates)?,
        annul_not_before: annul(last_day),
        sheets: counted,
        readings: readings.used(&[
            "validity.inclusive",
            "annul.grace",
            "extension.by",
            "extension.together",
            "sheet.late_flag_days",
        ]),
    })
}

fn is_late(sheet: &Sheet, flag_days: u32) -> bool {
    let limit = sheet.to().checked_add_days(Days::new(u64::from(flag_days)));
    matches!((sheet.received(), limit), (Some(received), Some(limit)) if received > limit)
}

impl Validity {
    /// The first day on which the voucher has lapsed: the one after `annul_not_before`.
    pub fn lapses_on(&self) -> Option<NaiveDate> {
        self.annul_not_before?.succ_opt()
    }

    /// The instant the annulment may run: the midnight that ends `annul_not_before` in a region.
    pub fn annul_moment(&self, region: Region) -> Option<DateTime<Utc>> {
        region.instant(self.lapses_on()?.and_time(NaiveTime::MIN))
    }

    /// True when use on a civil date counts without anybody's decision.
    pub fn covers(&self, used: NaiveDate) -> bool {
        (self.issued..=self.last_day).contains(&used)
    }

    /// True when use on a civil date needs a supervisor: after the last day, before the annulment may run.
    pub fn in_grace(&self, used: NaiveDate) -> bool {
        used > self.last_day && self.annul_not_before.is_none_or(|annulled| used <= annulled)
    }
}
