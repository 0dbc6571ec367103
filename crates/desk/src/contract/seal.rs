//! The code on a voucher or a refusal, scanned or typed at the desk.

use super::limits::Text;
use super::said::Said;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SealAsk {
    /// As the scanner typed it.
    pub payload: Text<800>,
}

/// What the code says, or why it does not hold.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct SealView {
    pub holds: bool,
    pub said: Said,
    /// What follows is empty when it does not hold.
    pub kind: Option<Said>,
    pub number: Option<String>,
    /// 0 for the paper as first made.
    pub correction: u32,
    pub issued: Option<NaiveDate>,
    pub last_day: Option<NaiveDate>,
    /// To be compared with the paper by eye.
    pub iin_last_digits: Option<String>,
    /// What became of the paper since it was printed: corrected, extended, annulled.
    pub now: Option<Said>,
    pub office: Option<String>,
    pub key: Option<String>,
}
