//! The recovery card while its code is on the screen: shown once, printed or saved by the person, then gone.

use super::limits::Text;
use super::paper::PaperLanguage;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The recovery key, shown once to be printed on a card.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecoveryCard {
    /// The code in its groups.
    pub groups: Vec<String>,
    /// First part of the id of the vault it opens.
    pub vault: String,
    pub day: NaiveDate,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CardAsk {
    pub language: PaperLanguage,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CardPrint {
    pub language: PaperLanguage,
    pub printer: Option<Text<200>>,
}

/// Where the person had the card saved; null when the dialog was closed without a folder.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CardSaved {
    pub path: Option<String>,
}
