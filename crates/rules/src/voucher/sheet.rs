//! `Sheet`: a sick-leave sheet by its days, and what became of it in the count of a voucher's validity.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The period written on a sheet of temporary incapacity (paragraph 12). еңбекке уақытша жарамсыздық парағы /
/// лист временной нетрудоспособности.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "RawSheet")]
pub struct Sheet {
    from: NaiveDate,
    to: NaiveDate,
    received: Option<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSheet {
    from: NaiveDate,
    to: NaiveDate,
    received: Option<NaiveDate>,
}

impl TryFrom<RawSheet> for Sheet {
    type Error = SheetFault;
    fn try_from(raw: RawSheet) -> Result<Sheet, SheetFault> {
        Sheet::new(raw.from, raw.to, raw.received)
    }
}

impl Sheet {
    /// A sheet from its first to its last day; `received` is the day its copy came (paragraph 13), if known.
    pub fn new(from: NaiveDate, to: NaiveDate, received: Option<NaiveDate>) -> Result<Sheet, SheetFault> {
        if to < from {
            return Err(SheetFault::EndsBeforeItBegins { from, to });
        }
        Ok(Sheet { from, to, received })
    }

    /// First day of incapacity.
    pub fn from(&self) -> NaiveDate {
        self.from
    }

    /// Last day of incapacity.
    pub fn to(&self) -> NaiveDate {
        self.to
    }

    /// The day the copy was received, if known.
    pub fn received(&self) -> Option<NaiveDate> {
        self.received
    }
}

/// Why a written sheet is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// The last day lies before the first.
    #[error("the sheet ends on {to}, before it begins on {from}")]
    EndsBeforeItBegins {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// Not `A..B` or `A..B@RECEIVED`.
    #[error("`{0}` is not a sheet: write 2025-10-01..2025-10-10 or 2025-10-01..2025-10-10@2025-10-13")]
    Shape(String),
    /// One of the dates does not exist.
    #[error("`{0}` is not a date")]
    Date(String),
}

impl SheetFault {
    /// The stable word of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            SheetFault::EndsBeforeItBegins { .. } => "sheet_ends_before_it_begins",
            SheetFault::Shape(_) => "sheet_shape",
            SheetFault::Date(_) => "sheet_date",
        }
    }
}

impl FromStr for Sheet {
    type Err = SheetFault;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let date = |text: &str| {
            let text = text.trim();
            // chrono also reads 2025-1-1 and years of five digits; a date here is always YYYY-MM-DD.
            let right = text.len() == 10 && text.is_ascii();
            text.parse().ok().filter(|_| right).ok_or_else(|| SheetFault::Date(text.to_owned()))
        };
        let (days, received) = match text.split_once('@') {
            Some((days, received)) => (days, Some(date(received)?)),
            None => (text, None),
        };
        let (from, to) = days.split_once("..").ok_or_else(|| SheetFault::Shape(text.to_owned()))?;
        Sheet::new(date(from)?, date(to)?, received)
    }
}

/// What became of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountedSheet {
    /// First day of incapacity.
    pub from: NaiveDate,
    /// Last day of incapacity.
    pub to: NaiveDate,
    /// The day the copy was received, if known.
    pub received: Option<NaiveDate>,
    /// How many days of this sheet move the last day; a day two sheets share is counted once, by the earlier.
    pub counted_days: u32,
    /// Why so many.
    pub why: SheetWhy,
    /// True when the sheet begins after the arithmetic last day and counts only because other sheets moved it.
    pub reached_by_others: bool,
    /// True when the copy came so long after the sheet's end that a person should look (reading A-28).
    pub late: bool,
    /// True when the copy came after the voucher's time had run out: the voucher is reinstated (reading A-16).
    pub after_lapse: bool,
}

/// Why so many days of a sheet count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetWhy {
    /// The whole period counts: the sickness began in time.
    Counted,
    /// It began before or on the day of issue: only the days after the issue count.
    BegunBeforeIssue,
    /// Some of its days are on an earlier sheet: the others count.
    Overlaps,
    /// All its days are on earlier sheets.
    WithinOthers,
    /// It ended before the validity began.
    BeforeIssue,
    /// It began after the last day.
    AfterLastDay,
}

impl SheetWhy {
    /// The stable word of the reason.
    pub fn code(self) -> &'static str {
        match self {
            SheetWhy::Counted => "counted",
            SheetWhy::BegunBeforeIssue => "begun_before_issue",
            SheetWhy::Overlaps => "overlaps",
            SheetWhy::WithinOthers => "within_others",
            SheetWhy::BeforeIssue => "before_issue",
            SheetWhy::AfterLastDay => "after_last_day",
        }
    }
}
