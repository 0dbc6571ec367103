//! The journal of the office.

use super::limits::Page;
use super::said::Said;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JournalAsk {
    pub case: Option<Uuid>,
    pub page: Page,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct JournalPage {
    pub rows: Vec<JournalRow>,
    pub total: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct JournalRow {
    pub sequence: u32,
    /// Local time of the office.
    pub at: String,
    pub by: String,
    pub code: String,
    pub said: Said,
    pub case: Option<Uuid>,
    pub case_number: Option<String>,
    /// First eight hex digits of the link of the chain.
    pub hash: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Verified {
    pub sound: bool,
    pub events: u32,
    pub attachments: u32,
    /// The first broken link when not sound.
    pub broken: Option<Said>,
}
