//! The kinds of "no" as they cross to the window: a code, and a text to be said by its key.

use super::said::{Arg, Said};
use serde::Serialize;
use ts_rs::TS;

/// Which kind of "no" this is; the window shows each in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoKind {
    /// The law or the role says no.
    Denial,
    /// The world said no: disk, key, printer.
    Failure,
    /// Nobody is signed in; the window goes to the lock page.
    Locked,
    /// The arguments are not of the contract.
    Invalid,
    /// An assumption of ours is false; the data are safe, the window says so.
    Bug,
}

/// A "no".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct No {
    pub kind: NoKind,
    pub code: String,
    /// `no-<code>` with its variables.
    pub said: Said,
    /// Paragraph of the Rules that says so, e.g. `8`.
    pub paragraph: Option<String>,
}

impl No {
    fn new(kind: NoKind, code: &str) -> Self {
        Self { kind, code: code.to_owned(), said: Said::new(format!("no-{code}")), paragraph: None }
    }
    pub fn denial(code: &str) -> Self {
        Self::new(NoKind::Denial, code)
    }
    pub fn failure(code: &str) -> Self {
        Self::new(NoKind::Failure, code)
    }
    pub fn locked() -> Self {
        Self::new(NoKind::Locked, "locked")
    }
    pub fn invalid(code: &str) -> Self {
        Self::new(NoKind::Invalid, code)
    }
    pub fn bug(code: &str) -> Self {
        Self::new(NoKind::Bug, code)
    }
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.said = self.said.with(name, value);
        self
    }
    /// Says another word than `no-<code>`.
    pub fn saying(mut self, said: Said) -> Self {
        self.said = said;
        self
    }
    pub fn under(mut self, paragraph: &str) -> Self {
        self.paragraph = Some(paragraph.to_owned());
        self
    }
}

/// What a mutation touched; the screen asks again for what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    Session,
    Queue,
    Case,
    Refusal,
    /// Acts of services.
    Acts,
    People,
    Office,
    Journal,
    Settings,
    Backup,
    Print,
    Views,
}

/// The answer of every command that is not bytes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Answer<T> {
    pub value: T,
    pub changed: Vec<Topic>,
}

impl<T> Answer<T> {
    pub fn only(value: T) -> Self {
        Self { value, changed: Vec::new() }
    }
    pub fn changing(value: T, changed: &[Topic]) -> Self {
        Self { value, changed: changed.to_vec() }
    }
}

/// What a command's function gives back.
pub type Outcome<T> = Result<Answer<T>, No>;
