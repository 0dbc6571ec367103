//! The official forms, one file each: what data a form needs and how it is worded and arranged.

pub mod common;
pub mod refusal;

use serde::{Deserialize, Serialize};

pub use common::{Body, Both, Marks, Person, Seal, Signer};
pub use refusal::Refusal;

use crate::compose::Composer;
use crate::{Failure, Tongue, fonts};

/// A paper with its data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Paper {
    /// Reasoned refusal of paragraph 8 or 9.
    Refusal(Box<Refusal>),
}

impl Paper {
    /// Marks of this copy.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        match self {
            Self::Refusal(paper) => &paper.marks,
        }
    }

    /// The language that stands first when the paper is in both.
    #[must_use]
    pub fn first_tongue(&self) -> Tongue {
        match self {
            Self::Refusal(paper) => paper.application.language,
        }
    }
}

/// Reads the data of one kind of paper. `kind` is the word the command line knows it by.
///
/// # Errors
/// [`Unread`] says which field or place of the text is wrong.
pub fn read(kind: &str, text: &str) -> Result<Paper, Unread> {
    fn of<T: serde::de::DeserializeOwned>(text: &str) -> Result<Box<T>, Unread> {
        serde_json::from_str(text).map(Box::new).map_err(|cause| Unread::Data { cause: cause.to_string() })
    }
    Ok(match kind {
        "refusal" => Paper::Refusal(of(text)?),
        other => return Err(Unread::Kind { kind: other.to_owned() }),
    })
}

/// Why data are not a paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// There is no such kind of paper.
    #[error("there is no paper `{kind}`; there are: {}", KINDS.join(", "))]
    Kind {
        /// The word given.
        kind: String,
    },
    /// The data do not have the fields of the kind.
    #[error("{cause}")]
    Data {
        /// What the reader of the data says, with line and column.
        cause: String,
    },
}

/// The words papers are asked for by.
pub const KINDS: [&str; 1] = ["refusal"];

pub(crate) fn compose(paper: &Paper, composer: &mut Composer<'_>) -> Result<(), Failure> {
    match paper {
        Paper::Refusal(paper) => paper.compose(composer),
    }
}

/// Looks through every text of a paper before anything is set, so that a letter that cannot be printed is
/// named together with its field.
pub(crate) fn check_letters(paper: &Paper) -> Result<(), Failure> {
    // A paper is plain data: writing it as a value cannot fail.
    let value = serde_json::to_value(paper).unwrap_or_default();
    check_value(&value, &mut String::new())
}

fn check_value(value: &serde_json::Value, path: &mut String) -> Result<(), Failure> {
    use serde_json::Value;
    match value {
        Value::String(text) => match fonts::unprintable(text) {
            Some(character) => Err(Failure::Unprintable { field: path.clone(), character }),
            None => Ok(()),
        },
        Value::Array(items) => {
            let length = path.len();
            for (index, item) in items.iter().enumerate() {
                path.push_str(&format!("[{index}]"));
                check_value(item, path)?;
                path.truncate(length);
            }
            Ok(())
        }
        Value::Object(fields) => {
            let length = path.len();
            for (name, field) in fields {
                if length > 0 {
                    path.push('.');
                }
                path.push_str(name);
                check_value(field, path)?;
                path.truncate(length);
            }
            Ok(())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}
