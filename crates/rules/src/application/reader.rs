//! A forgiving reader of outside JSON: finds a value under any of its known names, remembers what it read, and complains with a path.

use std::cell::RefCell;
use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::{Map, Value};
use thiserror::Error;

use crate::money::Money;

/// Why a file cannot be read: where, what is wrong; what to do follows from the problem.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{path}: {problem}")]
pub struct ReadError {
    /// Path of the field, as `documents[1].pages`; `$` is the whole file.
    pub path: String,
    /// What is wrong there and what is expected.
    pub problem: ReadProblem,
}

/// What is wrong with a field of an outside file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadProblem {
    /// Not JSON at all.
    #[error("not JSON ({0}); give a JSON file in UTF-8")]
    NotJson(String),
    /// The file is larger than any honest one.
    #[error("larger than {0} bytes; this is not such a file")]
    TooLarge(usize),
    /// Another type was expected.
    #[error("found {found}, expected {expected}")]
    Type {
        /// What stands there.
        found: String,
        /// What should.
        expected: &'static str,
    },
    /// The value is not among the known ones.
    #[error("\"{found}\" is not known; expected {expected}")]
    Value {
        /// What stands there.
        found: String,
        /// What is accepted.
        expected: &'static str,
    },
    /// A field without which nothing can be done is absent.
    #[error("missing; add {0}")]
    Missing(&'static str),
    /// The file was written by a newer program.
    #[error("format version {0} is newer than this program reads; update the program")]
    Newer(u64),
    /// Another file it points to cannot be opened.
    #[error("cannot open {file}: {why}")]
    File {
        /// The file.
        file: String,
        /// Why.
        why: String,
    },
    /// It is JSON, but of something else.
    #[error("this does not look like {0}; see docs for the format")]
    SomethingElse(&'static str),
}

/// Longest outside file accepted, in bytes.
pub(crate) const FILE_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Longest text of one field kept in an error message, in characters.
const SHOWN_CHARS_MAX: usize = 60;

/// Brings a field name or a code to one form: `personalData`, `personal-data` and `Personal data` are one.
pub(crate) fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut before_lower = false;
    for c in text.trim().chars() {
        if c.is_alphanumeric() {
            if c.is_uppercase() && before_lower {
                out.push('_');
            }
            before_lower = c.is_lowercase() || c.is_ascii_digit();
            out.extend(c.to_lowercase());
        } else {
            before_lower = false;
            if !out.is_empty() && !out.ends_with('_') {
                out.push('_');
            }
        }
    }
    while out.ends_with('_') {
        out.pop();
    }
    out
}

/// One object of the file, with its path and the names already read in it.
pub(crate) struct Node<'a> {
    path: String,
    fields: &'a Map<String, Value>,
    read: RefCell<HashSet<&'a str>>,
}

impl<'a> Node<'a> {
    /// Takes an object.
    pub(crate) fn new(path: impl Into<String>, value: &'a Value) -> Result<Self, ReadError> {
        let path = path.into();
        match value {
            Value::Object(fields) => Ok(Node { path, fields, read: RefCell::default() }),
            other => Err(ReadError { path: whole(&path), problem: type_problem(other, "an object") }),
        }
    }

    /// The path of a field in this object.
    pub(crate) fn at(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// A value under any of the names; `null` is as good as absent.
    pub(crate) fn find(&self, names: &[&str]) -> Option<(String, &'a Value)> {
        for name in names {
            for (field, value) in self.fields {
                if field == name || key(field) == *name {
                    self.read.borrow_mut().insert(field.as_str());
                    if !value.is_null() {
                        return Some((self.at(field), value));
                    }
                }
            }
        }
        None
    }

    /// An object under any of the names.
    pub(crate) fn child(&self, names: &[&str]) -> Result<Option<Node<'a>>, ReadError> {
        self.find(names).map(|(path, value)| Node::new(path, value)).transpose()
    }

    /// An object if it is one; another type stays to be read otherwise.
    pub(crate) fn child_if_object(&self, names: &[&str]) -> Option<Node<'a>> {
        match self.find(names) {
            Some((path, Value::Object(fields))) => Some(Node { path, fields, read: RefCell::default() }),
            Some((
                _,
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_),
            ))
            | None => None,
        }
    }

    /// Text; a number is taken as its digits.
    pub(crate) fn text(&self, names: &[&str]) -> Result<Option<String>, ReadError> {
        match self.find(names) {
            None => Ok(None),
            Some((path, value)) => text_of(path, value).map(Some),
        }
    }

    /// Yes or no, also as words.
    pub(crate) fn flag(&self, names: &[&str]) -> Result<Option<bool>, ReadError> {
        match self.find(names) {
            None => Ok(None),
            Some((path, value)) => flag_of(path, value),
        }
    }

    /// A whole number, also as text.
    pub(crate) fn number(&self, names: &[&str]) -> Result<Option<u64>, ReadError> {
        let Some((path, value)) = self.find(names) else { return Ok(None) };
        let read = match value {
            Value::Number(number) => number.as_u64(),
            Value::String(text) => text.trim().parse().ok(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        };
        match read {
            Some(number) => Ok(Some(number)),
            None => Err(ReadError { path, problem: type_problem(value, "a whole number not below zero") }),
        }
    }

    /// A civil date, `YYYY-MM-DD`; `DD.MM.YYYY` and the day of an instant are understood too.
    pub(crate) fn date(&self, names: &[&str]) -> Result<Option<NaiveDate>, ReadError> {
        match self.find(names) {
            None => Ok(None),
            Some((path, value)) => date_of(path, value).map(Some),
        }
    }

    /// An instant, RFC 3339.
    pub(crate) fn instant(&self, names: &[&str]) -> Result<Option<DateTime<FixedOffset>>, ReadError> {
        match self.find(names) {
            None => Ok(None),
            Some((path, value)) => instant_of(path, value).map(Some),
        }
    }

    /// A sum in tenge.
    pub(crate) fn money(&self, names: &[&str]) -> Result<Option<Money>, ReadError> {
        let Some((path, value)) = self.find(names) else { return Ok(None) };
        let text = text_of(path.clone(), value)?;
        match Money::parse(&text) {
            Ok(money) => Ok(Some(money)),
            Err(_) => Err(ReadError {
                path,
                problem: ReadProblem::Value {
                    found: shown(&text),
                    expected: "tenge with two decimals, as \"30000.00\"",
                },
            }),
        }
    }

    /// A list; one value alone is a list of one.
    pub(crate) fn list(&self, names: &[&str]) -> Option<Vec<(String, &'a Value)>> {
        let (path, value) = self.find(names)?;
        Some(match value {
            Value::Array(items) => {
                items.iter().enumerate().map(|(i, item)| (format!("{path}[{i}]"), item)).collect()
            }
            one @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => {
                vec![(path, one)]
            }
        })
    }

    /// Names in this object that nobody asked for.
    pub(crate) fn leftovers(&self) -> Vec<String> {
        let read = self.read.borrow();
        self.fields
            .iter()
            .filter(|(field, value)| !read.contains(field.as_str()) && !value.is_null())
            .map(|(field, _)| self.at(field))
            .collect()
    }
}

/// Text of a value.
pub(crate) fn text_of(path: String, value: &Value) -> Result<String, ReadError> {
    match value {
        Value::String(text) => Ok(text.trim().to_owned()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            Err(ReadError { path, problem: type_problem(value, "a text") })
        }
    }
}

/// Yes or no of a value; an empty text is neither.
pub(crate) fn flag_of(path: String, value: &Value) -> Result<Option<bool>, ReadError> {
    let word = match value {
        Value::Bool(flag) => return Ok(Some(*flag)),
        Value::Number(number) if number.as_u64() == Some(1) => return Ok(Some(true)),
        Value::Number(number) if number.as_u64() == Some(0) => return Ok(Some(false)),
        Value::String(text) => key(text),
        Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            return Err(ReadError { path, problem: type_problem(value, "true or false") });
        }
    };
    match word.as_str() {
        "true" | "yes" | "pass" | "passed" | "ok" | "valid" | "да" | "иә" | "given" | "accepted" | "1" => {
            Ok(Some(true))
        }
        "false" | "no" | "fail" | "failed" | "invalid" | "нет" | "жоқ" | "refused" | "0" => {
            Ok(Some(false))
        }
        "" | "unknown" | "null" => Ok(None),
        other => Err(ReadError {
            path,
            problem: ReadProblem::Value { found: shown(other), expected: "true or false" },
        }),
    }
}

/// Date of a value.
pub(crate) fn date_of(path: String, value: &Value) -> Result<NaiveDate, ReadError> {
    let text = text_of(path.clone(), value)?;
    let day = text.get(..10).unwrap_or(&text);
    for (form, candidate) in [("%Y-%m-%d", day), ("%d.%m.%Y", text.as_str())] {
        if let Ok(date) = NaiveDate::parse_from_str(candidate, form)
            && (1900..2200).contains(&chrono::Datelike::year(&date))
            && (form != "%Y-%m-%d" || text.len() == 10 || DateTime::parse_from_rfc3339(&text).is_ok())
        {
            return Ok(date);
        }
    }
    Err(ReadError {
        path,
        problem: ReadProblem::Value { found: shown(&text), expected: "a date as 2025-10-14" },
    })
}

/// Instant of a value; a bare date is taken as its noon, +05:00, which is the same civil day in every zone the country has had.
pub(crate) fn instant_of(path: String, value: &Value) -> Result<DateTime<FixedOffset>, ReadError> {
    let text = text_of(path.clone(), value)?;
    let candidates =
        [text.clone(), format!("{text}T12:00:00+05:00"), format!("{text}+05:00"), format!("{text}:00+05:00")];
    for candidate in candidates {
        if let Ok(instant) = DateTime::parse_from_rfc3339(&candidate.replacen(' ', "T", 1))
            && (1900..2200).contains(&chrono::Datelike::year(&instant))
        {
            return Ok(instant);
        }
    }
    Err(ReadError {
        path,
        problem: ReadProblem::Value {
            found: shown(&text),
            expected: "an instant as 2025-10-14T10:00:00+05:00",
        },
    })
}

/// A type mismatch in words.
pub(crate) fn type_problem(value: &Value, expected: &'static str) -> ReadProblem {
    let found = match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => format!("\"{}\"", shown(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    };
    ReadProblem::Type { found, expected }
}

/// Text cut to what fits one line.
pub(crate) fn shown(text: &str) -> String {
    let line: String =
        text.chars().take(SHOWN_CHARS_MAX).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.chars().count() < text.chars().count() { format!("{line}…") } else { line }
}

/// Parses JSON text with a limit on its size; a byte-order mark is forgiven.
pub(crate) fn json(text: &str) -> Result<Value, ReadError> {
    let fail = |problem| Err(ReadError { path: "$".to_owned(), problem });
    if text.len() > FILE_BYTES_MAX {
        return fail(ReadProblem::TooLarge(FILE_BYTES_MAX));
    }
    match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(value) => Ok(value),
        Err(error) => fail(ReadProblem::NotJson(error.to_string())),
    }
}

fn whole(path: &str) -> String {
    if path.is_empty() { "$".to_owned() } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_of_fields_are_read_in_any_usual_spelling() {
        for spelling in ["personal_data", "personalData", "Personal data", "personal-data", " PersonalData "]
        {
            assert_eq!(key(spelling), "personal_data", "{spelling} names the same field");
        }
        assert_eq!(key("F1-03"), "f1_03", "fields may be called by their row of the requirements");
        assert_eq!(key("35(1)"), "35_1", "sub-paragraphs too");
    }
}
