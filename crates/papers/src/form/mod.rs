//! The official forms, one file each: what data a form needs and how it is worded and arranged.

pub mod act;
pub mod application;
pub mod card;
pub mod common;
pub mod cover;
pub mod handout;
pub mod notice;
pub mod persons;
mod read;
pub mod refusal;
pub mod register;
pub mod returned;
pub mod voucher;

use chrono::Datelike;
use serde::Serialize;

pub use act::Act;
pub use application::Application;
pub use card::RecoveryCard;
pub use common::{Body, Both, Marks, Person, Seal, Signer};
pub use cover::Cover;
pub use handout::HandOut;
pub use notice::{Annulment, Extension, Reinstatement};
pub use persons::Persons;
pub use read::{KINDS, Unread, read};
pub use refusal::Refusal;
pub use register::Register;
pub use returned::Return;
pub use voucher::Voucher;

use crate::compose::Composer;
use crate::failure::Unusable;
use crate::{Failure, Tongue, fonts};

/// A paper with its data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Paper {
    /// Application for a voucher, Appendix 1.
    Application(Box<Application>),
    /// Reasoned refusal of paragraph 8 or 9.
    Refusal(Box<Refusal>),
    /// One-time voucher, paragraph 10.
    Voucher(Box<Voucher>),
    /// Notice that a voucher was extended, paragraphs 12 and 13.
    Extension(Box<Extension>),
    /// Notice that a voucher was annulled, paragraph 11.
    Annulment(Box<Annulment>),
    /// Notice that an annulled voucher is valid again.
    Reinstatement(Box<Reinstatement>),
    /// Act of rendered services, Appendix 2, with its list of persons.
    Act(Box<Act>),
    /// List of persons attached to an act, on its own.
    Persons(Box<Persons>),
    /// Return of a defective act.
    Return(Box<Return>),
    /// Hand-out for an applicant, paragraph 3.
    HandOut(Box<HandOut>),
    /// A register of the office.
    Register(Box<Register>),
    /// Cover sheet of the day's batch.
    Cover(Box<Cover>),
    /// Recovery card of the office's data.
    RecoveryCard(Box<RecoveryCard>),
}

impl Paper {
    /// Marks of this copy.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        match self {
            Self::Application(paper) => &paper.marks,
            Self::Refusal(paper) => &paper.marks,
            Self::Voucher(paper) => &paper.marks,
            Self::Extension(paper) => &paper.notice.marks,
            Self::Annulment(paper) => &paper.notice.marks,
            Self::Reinstatement(paper) => &paper.notice.marks,
            Self::Act(paper) => &paper.marks,
            Self::Persons(paper) => &paper.marks,
            Self::Return(paper) => &paper.marks,
            Self::HandOut(paper) => &paper.marks,
            Self::Register(paper) => &paper.marks,
            Self::Cover(paper) => &paper.marks,
            Self::RecoveryCard(paper) => &paper.marks,
        }
    }

    /// The marks, to be changed before a print.
    pub fn marks_mut(&mut self) -> &mut Marks {
        match self {
            Self::Application(paper) => &mut paper.marks,
            Self::Refusal(paper) => &mut paper.marks,
            Self::Voucher(paper) => &mut paper.marks,
            Self::Extension(paper) => &mut paper.notice.marks,
            Self::Annulment(paper) => &mut paper.notice.marks,
            Self::Reinstatement(paper) => &mut paper.notice.marks,
            Self::Act(paper) => &mut paper.marks,
            Self::Persons(paper) => &mut paper.marks,
            Self::Return(paper) => &mut paper.marks,
            Self::HandOut(paper) => &mut paper.marks,
            Self::Register(paper) => &mut paper.marks,
            Self::Cover(paper) => &mut paper.marks,
            Self::RecoveryCard(paper) => &mut paper.marks,
        }
    }

    /// The language that stands first when the paper is in both.
    #[must_use]
    pub fn first_tongue(&self) -> Tongue {
        match self {
            Self::Application(paper) => paper.language,
            Self::Refusal(paper) => paper.application.language,
            Self::Voucher(paper) => paper.language,
            Self::Extension(paper) => paper.notice.language,
            Self::Annulment(paper) => paper.notice.language,
            Self::Reinstatement(paper) => paper.notice.language,
            Self::Act(paper) => paper.language,
            Self::Persons(paper) => paper.language,
            Self::Return(paper) => paper.language,
            Self::HandOut(paper) => paper.language,
            Self::Register(paper) => paper.language,
            Self::Cover(paper) => paper.language,
            Self::RecoveryCard(paper) => paper.language,
        }
    }
}

pub(crate) fn compose(paper: &Paper, composer: &mut Composer<'_>) -> Result<(), Failure> {
    match paper {
        Paper::Application(paper) => paper.compose(composer),
        Paper::Refusal(paper) => paper.compose(composer),
        Paper::Voucher(paper) => paper.compose(composer),
        Paper::Extension(paper) => paper.compose(composer),
        Paper::Annulment(paper) => paper.compose(composer),
        Paper::Reinstatement(paper) => paper.compose(composer),
        Paper::Act(paper) => paper.compose(composer),
        Paper::Persons(paper) => paper.compose(composer),
        Paper::Return(paper) => paper.compose(composer),
        Paper::HandOut(paper) => paper.compose(composer),
        Paper::Register(paper) => paper.compose(composer),
        Paper::Cover(paper) => paper.compose(composer),
        Paper::RecoveryCard(paper) => paper.compose(composer),
    }
}

/// Looks through every text of a paper before anything is set, so that a letter that cannot be printed is
/// named together with its field.
pub(crate) fn check_letters(paper: &Paper) -> Result<(), Failure> {
    // A paper is plain data: writing it as a value cannot fail.
    let value = serde_json::to_value(paper).unwrap_or_default();
    check_value(&value, &mut String::new())
}

/// Whether a text is a date no paper of ours can be about: a year mistyped.
fn is_far_date(text: &str) -> bool {
    let looks = text.len() >= 8 && text.len() <= 16 && text.matches('-').count() >= 2;
    looks && text.parse::<chrono::NaiveDate>().is_ok_and(|date| !(1900..2200).contains(&date.year()))
}

/// The first variable of a template left in a text: `{body}`, `{ $name }`.
fn variable_in(text: &str) -> Option<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).find_map(|inside| {
        let name = inside.trim().trim_start_matches('$');
        let word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
        (!name.is_empty() && name.chars().all(word)).then_some(name)
    })
}

fn check_value(value: &serde_json::Value, path: &mut String) -> Result<(), Failure> {
    use serde_json::Value;
    let length = path.len();
    match value {
        Value::String(text) if is_far_date(text) => {
            Err(Failure::Unusable { field: path.clone(), reason: Unusable::FarDate })
        }
        Value::String(text) => match (fonts::unprintable(text), variable_in(text)) {
            (Some(character), _) => Err(Failure::Unprintable { field: path.clone(), character }),
            (None, Some(variable)) => {
                Err(Failure::Unfilled { field: path.clone(), variable: variable.to_owned() })
            }
            (None, None) => Ok(()),
        },
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push_str(&format!("[{index}]"));
                check_value(item, path)?;
                path.truncate(length);
            }
            Ok(())
        }
        Value::Object(fields) => {
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
