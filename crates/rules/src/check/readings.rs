//! What an edition says about checks, taken from its parameters once: the checks ask this and never the calendar of the year.

use chrono::NaiveDate;

/// Parameters of the edition that the checks need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readings {
    /// Month and day of the cut-off (`cutoff.date`).
    pub cutoff: (u32, u32),
    /// The cut-off day itself is in time (`cutoff.inclusive`, A-01).
    pub cutoff_inclusive: bool,
    /// Days before the cut-off from which the last days are told.
    pub cutoff_warn_days: u32,
    /// Copies are demanded only where the requirement demands them (edition C); else from all, save where a known requirement demands nothing.
    pub copies_only_when_required: bool,
    /// Sub-paragraphs of art. 35 of the Labour Code that count (par. 3).
    pub work_proofs: Vec<u8>,
    /// Rows of Appendix 1 that must be filled.
    pub required_fields: Vec<String>,
    /// Calendar days of validity, to see whether accreditation outlives the voucher.
    pub validity_days: u32,
    /// Highest level of qualification there is.
    pub level_max: u8,
    /// Age from which a person acts alone.
    pub age_min_years: u32,
    /// Caps in МРП are not needed here; the reading A-39 is.
    pub profile_blocks: bool,
}

impl Readings {
    /// The row must be filled.
    pub(super) fn requires(&self, row: &str) -> bool {
        self.required_fields.iter().any(|field| field == row)
    }

    /// Cut-off day of the year of a date; no shift from a day off.
    #[must_use]
    pub fn cutoff_of(&self, date: NaiveDate) -> Option<NaiveDate> {
        let day = NaiveDate::from_ymd_opt(chrono::Datelike::year(&date), self.cutoff.0, self.cutoff.1)?;
        if self.cutoff_inclusive { Some(day) } else { day.pred_opt() }
    }
}
