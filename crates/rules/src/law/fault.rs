//! `DataFault`: what is wrong with a data file of the law, where, as a code with parameters.

use std::collections::BTreeMap;
use std::fmt;

/// One fault of a data file. The reader's words are `data-fault-<code>` with the same parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFault {
    /// Where: a path inside the file such as `holidays[3].month`, or `line 4, column 7`.
    pub place: String,
    /// Stable snake-case word of the fault.
    pub code: &'static str,
    /// What the sentence needs.
    pub params: BTreeMap<&'static str, String>,
}

impl DataFault {
    /// Every code there is: each has its words.
    pub const CODES: [&'static str; 21] = [
        "shape",
        "format",
        "empty",
        "twice",
        "no_such_day",
        "ends_before_it_begins",
        "language_missing",
        "year_out_of_range",
        "other_year",
        "already_weekend",
        "not_weekend",
        "year_not_known",
        "no_years",
        "gap",
        "missing",
        "not_known",
        "words_and_state",
        "out_of_range",
        "order",
        "bank_code",
        "none_confirmed",
    ];

    /// A fault at a place.
    pub fn at(place: impl Into<String>, code: &'static str) -> Self {
        debug_assert!(Self::CODES.contains(&code), "{code} has no words");
        Self { place: place.into(), code, params: BTreeMap::new() }
    }

    /// The same fault with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.params.insert(name, value.to_string());
        self
    }

    /// The same fault, its place inside a named file or part.
    #[must_use]
    pub fn inside(mut self, part: &str) -> Self {
        self.place = if self.place.is_empty() { part.to_owned() } else { format!("{part}: {}", self.place) };
        self
    }

    /// What `serde_json` says about text that is not JSON or not of the expected shape.
    pub fn shape(error: &serde_json::Error) -> Self {
        Self::at(format!("{}:{}", error.line(), error.column()), "shape").with("detail", error)
    }
}

impl fmt::Display for DataFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.code)?;
        self.params.iter().try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

impl std::error::Error for DataFault {}

/// Reads one JSON file whose every field is known; a byte order mark is forgiven.
pub(crate) fn read_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, DataFault> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| DataFault::shape(&error))
}

/// The format number every data file carries.
pub(crate) fn check_format(found: u32, known: u32) -> Result<(), DataFault> {
    if found == known {
        return Ok(());
    }
    Err(DataFault::at("format", "format").with("found", found).with("known", known))
}
