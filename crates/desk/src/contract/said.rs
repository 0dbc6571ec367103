//! A text on its way to the reader: the key of a word and its variables. The window chooses the language.

use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A key of the words with the variables it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Said {
    pub key: String,
    pub args: BTreeMap<String, Arg>,
}

/// A variable: a number (plurals need it as one), a text (also a civil date `2026-10-24` or a sum
/// `27524.00`, which the word itself formats), or another text to be said first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(untagged)]
pub enum Arg {
    Number(i32),
    Text(String),
    Said(Said),
}

impl Said {
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: BTreeMap::new() }
    }

    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

impl From<i32> for Arg {
    fn from(n: i32) -> Self {
        Arg::Number(n)
    }
}
impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Arg::Number(i32::try_from(n).unwrap_or(i32::MAX))
    }
}
impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Arg::Number(i32::try_from(n).unwrap_or(i32::MAX))
    }
}
impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}
impl From<chrono::NaiveDate> for Arg {
    fn from(date: chrono::NaiveDate) -> Self {
        Arg::Text(date.to_string())
    }
}
impl From<Said> for Arg {
    fn from(said: Said) -> Self {
        Arg::Said(said)
    }
}
