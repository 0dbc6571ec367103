//! What can be wrong with a seal, one variant per thing a reader would do something different about.

use super::{KeyId, MARK, NUMBER_CHARACTERS_MAX};

/// Why a seal cannot be made or does not hold. [`SealProblem::code`] is the key of the words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealProblem {
    #[error("the text does not begin with {MARK} and is not a seal of this program")]
    NotASeal,
    #[error("the text is longer than a seal can be")]
    TooLong,
    #[error("character {at} does not occur in a seal")]
    Character { at: usize },
    #[error("a seal has ten fields, this text has {0}: it was read incompletely")]
    Fields(usize),
    #[error("the kind of document is unknown to this version")]
    Kind,
    #[error(
        "the number of the document is not capitals, digits and hyphens, at most {NUMBER_CHARACTERS_MAX}"
    )]
    Number,
    #[error("the day of issue is not a date")]
    Issued,
    #[error("a voucher has a last day and a refusal has none")]
    LastDay,
    #[error("the ИИН is not digits of the right number")]
    Iin,
    #[error("the digest of the content is damaged")]
    Content,
    #[error("the key id is damaged")]
    KeyText,
    #[error("the signature is damaged")]
    SignatureText,
    #[error("key {0} is not in the file of public keys")]
    UnknownKey(KeyId),
    #[error("the signature does not fit: the document was changed or is not genuine")]
    Signature,
    #[error("key {0} was not in force on the day of issue")]
    KeyNotInForce(KeyId),
}

impl SealProblem {
    /// Key of the words that tell a person, `seal-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            SealProblem::NotASeal => "not-a-seal",
            SealProblem::TooLong => "too-long",
            SealProblem::Character { .. } => "character",
            SealProblem::Fields(_) => "incomplete",
            SealProblem::Kind => "kind",
            SealProblem::Number => "number",
            SealProblem::Issued => "issued",
            SealProblem::LastDay => "last-day",
            SealProblem::Iin => "iin",
            SealProblem::Content => "content",
            SealProblem::KeyText | SealProblem::SignatureText => "damaged",
            SealProblem::UnknownKey(_) => "unknown-key",
            SealProblem::Signature => "forged",
            SealProblem::KeyNotInForce(_) => "key-not-in-force",
        }
    }

    /// Variables of those words.
    #[must_use]
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            SealProblem::Character { at } => vec![("at", at.to_string())],
            SealProblem::Fields(found) => vec![("found", found.to_string())],
            SealProblem::UnknownKey(key) | SealProblem::KeyNotInForce(key) => vec![("key", key.to_string())],
            SealProblem::NotASeal
            | SealProblem::TooLong
            | SealProblem::Kind
            | SealProblem::Number
            | SealProblem::Issued
            | SealProblem::LastDay
            | SealProblem::Iin
            | SealProblem::Content
            | SealProblem::KeyText
            | SealProblem::SignatureText
            | SealProblem::Signature => Vec::new(),
        }
    }

    /// Whether the text was a seal that does not hold (the answer is "no"), and not something unreadable.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        match self {
            SealProblem::UnknownKey(_) | SealProblem::Signature | SealProblem::KeyNotInForce(_) => true,
            SealProblem::NotASeal
            | SealProblem::TooLong
            | SealProblem::Character { .. }
            | SealProblem::Fields(_)
            | SealProblem::Kind
            | SealProblem::Number
            | SealProblem::Issued
            | SealProblem::LastDay
            | SealProblem::Iin
            | SealProblem::Content
            | SealProblem::KeyText
            | SealProblem::SignatureText => false,
        }
    }
}
