//! All that `decide` may know besides the case and the command: the law, the moment, the actor, and what the office knows of other cases.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::actor::By;
use super::event::{Entry, Event};
use super::record::Case;
use crate::calendar::{Calendar, Week};
use crate::check::{About, EarlierVoucher, Finding, Yardstick, check, overlay};
use crate::denial::Denial;
use crate::law::edition::EditionFault;
use crate::law::editions::{CaseDates, Matter};
use crate::law::{Edition, EditionId, Law};
use crate::region::Region;

/// Facts of a decision. No clock, no file: the caller looks and says.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Editions, calendar, МРП.
    pub law: &'a Law,
    /// The instant of the act.
    pub at: DateTime<Utc>,
    /// Who acts.
    pub by: By,
    /// Region of the office where it happens; a case has its own once it is received.
    pub region: Region,
    /// Five- or six-day office.
    pub week: Week,
    /// Vouchers issued to the same ИИН in other cases.
    pub earlier: &'a [EarlierVoucher],
    /// Open applications of the same ИИН in other cases.
    pub parallel: u32,
    /// Places left in the region this year; `None` when the plan is not known.
    pub quota_left: Option<i64>,
    /// When the office closes: the evening of A-30, the target of A-06.
    pub office_closes: NaiveTime,
    /// Number the workplace would give the next voucher.
    pub next_number: Option<String>,
    /// An edition to take instead of the one by date, for rehearsal and what-if only.
    pub edition: Option<EditionId>,
}

impl Facts<'_> {
    /// The calendar of working days.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.law.calendar
    }

    /// The civil day of the act in the region of the case.
    #[must_use]
    pub fn today(&self, case: &Case) -> NaiveDate {
        case.region().unwrap_or(self.region).civil_date(self.at)
    }

    /// The edition that governs a matter of the case on a day.
    pub fn edition(&self, matter: Matter, case: &Case, act: NaiveDate) -> Result<&Edition, EditionFault> {
        if let Some(id) = &self.edition {
            return self.law.editions.get(id);
        }
        let application = case.receipt.as_ref().map_or(act, |receipt| receipt.received_on);
        let issue = case.voucher.as_ref().map(|voucher| voucher.issued_on);
        self.law.editions.governing(matter, CaseDates { application, issue, act })
    }

    /// What happened, as an entry of the case's list.
    pub fn entry(&self, case: &Case, event: Event) -> Result<Entry, EditionFault> {
        let on = self.today(case);
        let edition = self.edition(Matter::Forms, case, on)?.id.clone();
        Ok(Entry { at: self.at, on, by: self.by.clone(), edition, event })
    }

    /// All findings of a case, persons' verdicts laid over. Empty before the receipt.
    pub fn findings(&self, case: &Case) -> Result<Vec<Finding>, EditionFault> {
        let Some(receipt) = &case.receipt else { return Ok(Vec::new()) };
        let on = self.today(case).max(receipt.received_on);
        let yardstick = Yardstick::of(self.edition(Matter::Requirements, case, receipt.received_on)?)?;
        let found = check(&About {
            application: &receipt.application,
            received_on: receipt.received_on,
            on,
            yardstick: &yardstick,
            earlier: self.earlier,
            parallel: self.parallel,
        });
        Ok(overlay(found, &case.recorded))
    }
}

impl From<EditionFault> for Denial {
    fn from(fault: EditionFault) -> Self {
        let denial = Denial::new(fault.code());
        match fault {
            EditionFault::NoneOn { date, first } => denial.with("date", date).with("first", first),
            EditionFault::NoSuch { id } => denial.with("edition", id),
            EditionFault::NotAtHand { id, paragraph } => {
                Denial { paragraph: Some(paragraph), ..denial }.with("edition", id).with("missing", paragraph)
            }
        }
    }
}

impl From<crate::calendar::CalendarFault> for Denial {
    fn from(fault: crate::calendar::CalendarFault) -> Self {
        Denial::new(fault.code()).with("detail", fault)
    }
}
