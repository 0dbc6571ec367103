//! The calendar, the editions, and the deadline calculator.

use super::case::{DayStep, Words3};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearAsk {
    pub year: i32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct YearView {
    pub year: i32,
    pub version: String,
    pub working_days: u32,
    pub days_off: Vec<DayOff>,
    pub working_weekends: Vec<NaiveDate>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DayOff {
    pub date: NaiveDate,
    pub kind: String,
    pub name: Words3,
    pub basis: Words3,
    pub estimated: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DueAsk {
    pub from: NaiveDate,
    pub working_days: u16,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DueView {
    pub due: NaiveDate,
    pub steps: Vec<DayStep>,
    pub calendar_version: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct EditionView {
    pub code: String,
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
    pub confirmed: bool,
    pub parameters: Vec<ParameterView>,
    pub paragraphs: Vec<ParagraphView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ParameterView {
    pub name: String,
    pub value: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ParagraphView {
    pub number: String,
    pub text: Words3,
}
