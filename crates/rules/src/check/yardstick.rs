//! What an edition says about checks, taken from its parameters once: the checks ask this and never the calendar of the year.

use chrono::{Datelike, NaiveDate};

use crate::law::edition::Cutoff;
use crate::law::{Edition, EditionFault, Needed};

/// Parameters of the edition that the checks need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yardstick {
    cutoff: Cutoff,
    cutoff_inclusive: bool,
    /// Days before the cut-off from which the last days are told.
    pub cutoff_warn_days: u32,
    /// Copies about education are demanded only where the requirement demands them (edition C); else from all, save where a known requirement demands nothing.
    pub education_when_required: bool,
    /// The same for copies about work.
    pub work_when_required: bool,
    /// Sub-paragraphs of art. 35 of the Labour Code that count (par. 3).
    pub work_proofs: Vec<u8>,
    /// Rows of Appendix 1 that must be filled.
    pub required: Vec<String>,
    /// Calendar days of validity, to see whether accreditation outlives the voucher.
    pub validity_days: u32,
    /// Highest level of qualification there is.
    pub level_max: u8,
    /// Age from which a person acts alone.
    pub acts_alone_from_years: u32,
    /// The account matters only for an exam outside the region.
    pub account_only_outside: bool,
}

impl Yardstick {
    /// Reads an edition. Refuses when the paragraphs it needs are not at hand.
    pub fn of(edition: &Edition) -> Result<Yardstick, EditionFault> {
        let (documents, form, readings) = (edition.documents()?, edition.form()?, &edition.readings);
        let when = |needed: Needed| match needed {
            Needed::Always => false,
            Needed::WhenRequired => true,
        };
        Ok(Yardstick {
            cutoff: *edition.cutoff()?,
            cutoff_inclusive: readings.cutoff_inclusive.value,
            cutoff_warn_days: readings.cutoff_warn_days.value,
            education_when_required: when(documents.education),
            work_when_required: when(documents.work),
            work_proofs: documents.work_subparagraphs.clone(),
            required: form.required.clone(),
            validity_days: edition.validity()?.calendar_days,
            level_max: form.level_max,
            acts_alone_from_years: form.acts_alone_from_years,
            account_only_outside: readings.account_only_outside.value,
        })
    }

    /// The row must be filled.
    pub(super) fn requires(&self, row: &str) -> bool {
        self.required.iter().any(|field| field == row)
    }

    /// Last day of the year of a date on which an application is in time; no shift from a day off.
    #[must_use]
    pub fn last_day_to_apply(&self, date: NaiveDate) -> Option<NaiveDate> {
        let day = self.cutoff.in_year(date.year())?;
        if self.cutoff_inclusive { Some(day) } else { day.pred_opt() }
    }
}
