//! The facts a calendar is computed from after all changes, checked against the rule of law and each other.

use super::source::{Amendment, Becomes, CalendarLaw, MovableDate, Transfer, YearDays};
use crate::law::fault::DataFault;
use crate::text::Text;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Years and single corrections after all changes.
pub(super) struct Facts {
    pub(super) years: BTreeMap<i32, YearDays>,
    pub(super) corrections: Vec<(NaiveDate, Becomes, Text, Text)>,
}

impl Facts {
    /// The facts of the years, before any change.
    pub(super) fn new(years: BTreeMap<i32, YearDays>) -> Facts {
        Facts { years, corrections: Vec::new() }
    }

    pub(super) fn amend(&mut self, change: &Amendment) -> Result<(), DataFault> {
        match change {
            Amendment::Year(year) => {
                year.check()?;
                if self.years.contains_key(&year.year) {
                    return Err(DataFault::at("year", "twice").with("value", year.year));
                }
                self.years.insert(year.year, year.clone());
            }
            Amendment::Transfer(transfer) => {
                transfer.check()?;
                self.year_of("off", transfer.off)?.transfers.push(transfer.clone());
            }
            Amendment::Movable(date) => {
                let year = self.year_of("date", date.date)?;
                year.movable.retain(|known| known.of != date.of);
                year.movable.push(date.clone());
            }
            Amendment::Day { date, becomes, name, basis } => {
                self.year_of("date", *date)?;
                self.corrections.retain(|(known, ..)| known != date);
                self.corrections.push((*date, *becomes, name.clone(), basis.clone()));
            }
        }
        Ok(())
    }

    fn year_of(&mut self, field: &str, date: NaiveDate) -> Result<&mut YearDays, DataFault> {
        self.years
            .get_mut(&date.year())
            .ok_or_else(|| DataFault::at(field, "year_not_known").with("value", date.year()))
    }

    pub(super) fn check(&self, law: &CalendarLaw) -> Result<(), DataFault> {
        let mut expected = None;
        for (number, year) in &self.years {
            if expected.is_some_and(|expected| expected != *number) {
                return Err(DataFault::at("years", "gap").with("value", number));
            }
            expected = Some(number + 1);
            for day in &law.movable_days_off {
                if !year.movable.iter().any(|date| date.of == day.key) {
                    return Err(DataFault::at(format!("{number}.movable"), "missing").with("value", &day.key));
                }
            }
            for (place, date) in year.movable.iter().enumerate() {
                if !law.movable_days_off.iter().any(|day| day.key == date.of) {
                    return Err(DataFault::at(format!("{number}.movable[{place}].of"), "not_known")
                        .with("value", &date.of));
                }
            }
        }
        self.check_transfers()
    }

    fn check_transfers(&self) -> Result<(), DataFault> {
        let mut used = BTreeSet::new();
        for transfer in self.transfers() {
            for (field, date) in [("off", transfer.off), ("work", transfer.work)] {
                if !self.years.contains_key(&date.year()) {
                    return Err(DataFault::at(field, "year_not_known").with("value", date.year()));
                }
                if !used.insert(date) {
                    return Err(DataFault::at(field, "twice").with("value", date));
                }
            }
        }
        Ok(())
    }

    pub(super) fn transfers(&self) -> impl Iterator<Item = &Transfer> {
        self.years.values().flat_map(|year| &year.transfers)
    }

    pub(super) fn movable<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a MovableDate> {
        self.years.values().flat_map(|year| &year.movable).filter(move |date| date.of == key)
    }
}
