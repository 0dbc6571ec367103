//! Lawful grounds of refusal: three at the КЦ (par. 8), one at the ЦТМ (par. 9). Nothing else can be named here, so nothing else can be written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use crate::law::{Ground, Step};

/// The ground of a stable word.
#[must_use]
pub fn find_ground(code: &str) -> Option<Ground> {
    Ground::ALL.into_iter().find(|ground| ground.code() == code)
}

/// Each ground once, in the order of the Rules.
#[must_use]
pub fn grounds_of(remarks: &[Remark]) -> Vec<Ground> {
    Ground::ALL.into_iter().filter(|ground| remarks.iter().any(|remark| remark.ground == *ground)).collect()
}

/// One remark of a refusal: the failed check and its facts, from which the letter is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Ground it belongs to.
    pub ground: Ground,
    /// Key of the failed check.
    pub check: String,
    /// Reason code; its sentence is the message `check-…` of the words.
    pub code: String,
    /// Facts of the sentence.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// The fact a person saw, in his words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
