//! `Text`: a short wording that travels with data (a holiday's name, a paragraph's gist) in three languages.

use serde::{Deserialize, Serialize};

/// One wording in Kazakh, Russian and English. It comes from a data file; code never writes one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// қазақша
    pub kk: String,
    /// по-русски
    pub ru: String,
    /// in English
    pub en: String,
}

impl Text {
    /// True when every language has something to read.
    pub fn is_complete(&self) -> bool {
        [&self.kk, &self.ru, &self.en].iter().all(|words| !words.trim().is_empty())
    }
}
