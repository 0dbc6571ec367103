//! Registers of the office, saved as Excel workbooks or as paper.

use super::limits::Text;
use super::queue::QueueAsk;
use super::settings::Language;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterKind {
    Applications,
    Refusals,
    Vouchers,
    Payments,
}

/// A register of the cases the screen shows: the same filter, all of its rows.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RegisterAsk {
    pub kind: RegisterKind,
    pub language: Language,
    /// The filter on screen; its page is not looked at.
    pub filter: QueueAsk,
    /// Of applications by receipt, of refusals and vouchers by their day, of payments by the act; null: all.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Null: the folder of papers of this user.
    pub folder: Option<Text<4096>>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RegisterSaved {
    pub path: String,
    pub bytes: u32,
    pub rows: u32,
}

/// A register on its way to a printer.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RegisterPrint {
    pub register: RegisterAsk,
    pub printer: Option<Text<200>>,
    /// 1 to 20.
    pub copies: u8,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RegisterPrinted {
    pub rows: u32,
    pub copies: u32,
    pub printer: Option<String>,
    pub sha256: String,
}
