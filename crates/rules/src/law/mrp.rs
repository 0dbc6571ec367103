//! `Mrp`: the monthly calculation index by the date it takes effect. айлық есептік көрсеткіш, АЕК / МРП.

use super::fault::{DataFault, check_format, read_json};
use crate::money::Money;
use crate::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The format number of the file.
const FORMAT: u32 = 1;

/// All known values, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MrpTable {
    /// Format number.
    pub format: u32,
    /// Last day the latest value is known to hold: the next budget law may change it.
    pub known_to: NaiveDate,
    /// The values.
    pub values: Vec<Mrp>,
}

/// One value of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mrp {
    /// First day it holds: years began with one value and went on with another (2020, 2022).
    pub from: NaiveDate,
    /// The sum.
    pub sum: Money,
    /// True when it was read in the budget law.
    pub verified: bool,
    /// Where it stands.
    pub basis: Text,
}

/// A date whose index is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the index for {date} is not known: {known_from}..{known_to}")]
pub struct MrpUnknown {
    /// The date asked for.
    pub date: NaiveDate,
    /// First known day.
    pub known_from: NaiveDate,
    /// Last known day.
    pub known_to: NaiveDate,
}

impl MrpTable {
    /// Reads the table from its file. Errors say which row is wrong and why.
    pub fn parse(text: &str) -> Result<MrpTable, DataFault> {
        let table: MrpTable = read_json(text)?;
        check_format(table.format, FORMAT)?;
        if table.values.is_empty() {
            return Err(DataFault::at("values", "empty"));
        }
        let mut before: Option<NaiveDate> = None;
        for (place, value) in table.values.iter().enumerate() {
            if before.is_some_and(|before| before >= value.from) {
                return Err(DataFault::at(format!("values[{place}].from"), "order").with("value", value.from));
            }
            if value.sum.is_zero() {
                return Err(DataFault::at(format!("values[{place}].sum"), "empty"));
            }
            before = Some(value.from);
        }
        if before.is_some_and(|last| table.known_to < last) {
            return Err(DataFault::at("known_to", "order").with("value", table.known_to));
        }
        Ok(table)
    }

    /// The table with one more value, as an administrator adds the one of a new budget law.
    pub fn with(&self, value: Mrp, known_to: NaiveDate) -> Result<MrpTable, DataFault> {
        let mut table = self.clone();
        table.values.push(value);
        table.known_to = known_to;
        let text = serde_json::to_string(&table).map_err(|error| DataFault::shape(&error))?;
        MrpTable::parse(&text)
    }

    /// The value that holds on a date. Refuses outside the known dates; never takes a neighbour.
    pub fn on(&self, date: NaiveDate) -> Result<&Mrp, MrpUnknown> {
        let known_from = self.values.first().map_or(date, |value| value.from);
        let unknown = MrpUnknown { date, known_from, known_to: self.known_to };
        if date > self.known_to {
            return Err(unknown);
        }
        self.values.iter().rev().find(|value| value.from <= date).ok_or(unknown)
    }
}
