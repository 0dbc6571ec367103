//! `Denial`: the law or the role says no. A value with its paragraph and parameters, never a sentence.

use crate::law::Paragraph;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// A typed "no". The reader's words are chosen above, from `code` and `params`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Denial {
    /// What stands in the way, as a stable snake-case word (`role_may_not`, `voucher_expired`).
    pub code: String,
    /// The paragraph of the Rules it rests on; none when the obstacle is not the Rules' (a role, a version).
    pub paragraph: Option<Paragraph>,
    /// What the sentence needs: dates as `YYYY-MM-DD`, sums as tenge with two decimals, ids, counts.
    pub params: BTreeMap<String, String>,
}

impl Denial {
    /// A denial that rests on no paragraph of the Rules.
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), paragraph: None, params: BTreeMap::new() }
    }

    /// A denial that rests on a paragraph of the Rules.
    pub fn by(paragraph: Paragraph, code: impl Into<String>) -> Self {
        Self { code: code.into(), paragraph: Some(paragraph), params: BTreeMap::new() }
    }

    /// The same denial with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

impl fmt::Display for Denial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)?;
        if let Some(paragraph) = self.paragraph {
            write!(f, " (paragraph {paragraph})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Denial {}
