//! The reasoned refusal: drafted from the failed checks, edited, signed by another person.

use super::case::{Chip, Citation};
use super::limits::{Few, Text};
use super::said::Said;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusalView {
    pub case: Uuid,
    pub version: u32,
    pub number: String,
    pub name: String,
    pub iin_masked: String,
    pub profession: String,
    pub received_on: NaiveDate,
    pub deadline: Chip,
    /// `draft`, `to_sign`, `returned`, `formed`, `sent`.
    pub state: String,
    pub drafted_by: Option<String>,
    pub comment: Option<String>,
    pub items: Vec<RefusalItem>,
    /// The texts of the letter that are no ground.
    pub texts: Vec<RefusalText>,
    /// What the linter says; the draft goes to sign when none of them stops it.
    pub remarks: Vec<Remark>,
    /// The one who asks may send it to sign / approve it now.
    pub may_submit: bool,
    pub may_approve: bool,
    pub missing: Option<super::case::Missing>,
}

/// One ground: a failed check and its sentences in both languages.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusalItem {
    pub check: String,
    pub title: Said,
    pub code: String,
    pub ground: String,
    pub citation: Citation,
    pub included: bool,
    pub kk: String,
    pub ru: String,
    /// The sentences as the program wrote them, to see what was changed by hand.
    pub written_kk: String,
    pub written_ru: String,
}

/// A text of the letter as a whole: the explanation, the hearing, the notice of appeal. It is saved as an item is,
/// under its `check`.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusalText {
    pub check: String,
    pub title: Said,
    pub included: bool,
    pub kk: String,
    pub ru: String,
    /// As the edition offers it.
    pub written_kk: String,
    pub written_ru: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Remark {
    pub code: String,
    pub said: Said,
    /// `kk` or `ru` where it speaks of one text.
    pub language: Option<String>,
    pub check: Option<String>,
    /// Stops the signing; otherwise advice.
    pub stops: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefusalSave {
    pub case: Uuid,
    pub version: u32,
    pub command: Uuid,
    pub items: Few<RefusalEdit, 40>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefusalEdit {
    pub check: Text<80>,
    pub included: bool,
    pub kk: Text<4000>,
    pub ru: Text<4000>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefusalStep {
    pub case: Uuid,
    pub version: u32,
    pub command: Uuid,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefusalReturn {
    pub case: Uuid,
    pub version: u32,
    pub command: Uuid,
    pub comment: Text<2000>,
}
