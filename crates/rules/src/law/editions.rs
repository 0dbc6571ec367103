//! `Editions`: all wordings of the Rules by date, and which of them governs which act of a case.

use super::citation::EditionId;
use super::edition::{ByDate, Edition, EditionFault, Transition};
use super::fault::DataFault;
use chrono::NaiveDate;

/// All known editions, oldest first. There is at least one confirmed.
#[derive(Debug, Clone)]
pub struct Editions {
    list: Vec<Edition>,
}

/// What of a case an edition is asked about (reading A-51).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// Requirements, documents, grounds.
    Requirements,
    /// Forms and the technical channel of one act.
    Forms,
    /// The days of validity.
    Validity,
}

/// The dates of a case an edition may be chosen by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseDates {
    /// Civil date of the application.
    pub application: NaiveDate,
    /// Civil date of the issue, once there is one.
    pub issue: Option<NaiveDate>,
    /// Civil date of the act in question.
    pub act: NaiveDate,
}

impl Editions {
    /// Puts editions in the order of their dates. Errors tell of two editions of one name or one day, and of a
    /// list without a confirmed one.
    pub fn new(mut list: Vec<Edition>) -> Result<Editions, DataFault> {
        list.sort_by_key(|edition| edition.valid_from);
        for (place, edition) in list.iter().enumerate() {
            let later = list.get(place + 1..).unwrap_or_default();
            if later.iter().any(|other| other.id == edition.id) {
                return Err(DataFault::at("id", "twice").with("value", &edition.id));
            }
            if later
                .iter()
                .any(|other| other.valid_from == edition.valid_from && other.confirmed == edition.confirmed)
            {
                return Err(DataFault::at("valid_from", "twice").with("value", edition.valid_from));
            }
        }
        if !list.iter().any(|edition| edition.confirmed) {
            return Err(DataFault::at("editions", "none_confirmed"));
        }
        Ok(Editions { list })
    }

    /// The list with one more edition.
    pub fn with(&self, edition: Edition) -> Result<Editions, DataFault> {
        let mut list = self.list.clone();
        list.push(edition);
        Editions::new(list)
    }

    /// The list with an edition in place of the one of the same name: what the press told is confirmed or
    /// put right once the order itself is at hand.
    pub fn replaced(&self, edition: Edition) -> Result<Editions, DataFault> {
        let mut list = self.list.clone();
        list.retain(|known| known.id != edition.id);
        list.push(edition);
        Editions::new(list)
    }

    /// Every edition, oldest first.
    pub fn all(&self) -> &[Edition] {
        &self.list
    }

    /// The edition of a name.
    pub fn get(&self, id: &EditionId) -> Result<&Edition, EditionFault> {
        self.list
            .iter()
            .find(|edition| edition.id == *id)
            .ok_or_else(|| EditionFault::NoSuch { id: id.clone() })
    }

    /// The confirmed edition in force on a date. Refuses before the first one; never falls through to another.
    pub fn on(&self, date: NaiveDate) -> Result<&Edition, EditionFault> {
        self.latest(date, |edition| edition.confirmed)
    }

    /// The edition in force on a date if the unconfirmed ones are believed.
    pub fn on_if_press_is_right(&self, date: NaiveDate) -> Result<&Edition, EditionFault> {
        self.latest(date, |_| true)
    }

    /// An unconfirmed edition that would replace the confirmed one on a date: a warning to show.
    pub fn unconfirmed_on(&self, date: NaiveDate) -> Option<&Edition> {
        self.on_if_press_is_right(date).ok().filter(|edition| !edition.confirmed)
    }

    /// Which date governs what on the day of an act: the clause of the edition then in force (reading A-51).
    pub fn transition(&self, act: NaiveDate) -> Result<Transition, EditionFault> {
        Ok(self.on(act)?.transition)
    }

    /// The edition that governs a matter of a case.
    pub fn governing(&self, matter: Matter, dates: CaseDates) -> Result<&Edition, EditionFault> {
        let clause = self.transition(dates.act)?;
        let by = match matter {
            Matter::Requirements => clause.requirements,
            Matter::Forms => clause.forms,
            Matter::Validity => clause.validity,
        };
        self.on(match by {
            ByDate::Application => dates.application,
            ByDate::Issue => dates.issue.unwrap_or(dates.act),
            ByDate::Act => dates.act,
        })
    }

    fn latest(&self, date: NaiveDate, which: impl Fn(&Edition) -> bool) -> Result<&Edition, EditionFault> {
        let found = self.list.iter().rev().find(|edition| which(edition) && edition.valid_from <= date);
        found.ok_or_else(|| EditionFault::NoneOn {
            date,
            first: self.list.iter().find(|edition| which(edition)).map_or(date, |edition| edition.valid_from),
        })
    }
}
