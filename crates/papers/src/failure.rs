//! Why a paper could not be set.

use words::{Arg, Lang};

/// Why a paper could not be set. The world or the data said no; nothing was printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// A letter has no shape in our type, is written from right to left, or is a control code.
    #[error("field `{field}`: the character {character:?} (U+{:04X}) cannot be printed; replace or remove it", u32::from(*character))]
    Unprintable {
        /// Path of the field in the input, such as `applicant.name`.
        field: String,
        /// The letter.
        character: char,
    },
    /// A two-dimensional code cannot hold so much.
    #[error("the code to be printed has {bytes} bytes, more than fit")]
    CodeTooLong {
        /// Size of the payload.
        bytes: usize,
    },
    /// A field does not make sense.
    #[error("field `{field}`: {reason}")]
    Unusable {
        /// Path of the field in the input.
        field: String,
        /// Which rule it breaks.
        reason: Unusable,
    },
    /// A variable of a template was left in a text: a forged or half-filled template.
    #[error("field `{field}`: the variable {{{variable}}} was never filled in; write its value or remove it")]
    Unfilled {
        /// Path of the field in the input.
        field: String,
        /// Name of the variable.
        variable: String,
    },
    /// Papers could not be joined into one file for the printer.
    #[error("`{paper}` is not a finished paper and cannot be joined with others")]
    Unjoinable {
        /// Title of the paper.
        paper: String,
    },
    /// A face of the program's own type cannot be read.
    #[error("the built-in font is damaged: table {table}")]
    BrokenFont {
        /// Table of the font file.
        table: &'static str,
    },
}

/// Which rule a field breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// A sum does not follow from its parts.
    #[error("the sum does not agree with its rows")]
    SumDisagrees,
    /// A mandatory field is empty.
    #[error("it is empty")]
    Empty,
    /// The dates stand in the wrong order.
    #[error("the dates are in the wrong order")]
    DateOrder,
    /// A date lies centuries away.
    #[error("the year of the date is mistyped")]
    FarDate,
    /// A row has more or fewer texts than there are columns.
    #[error("its row does not have one text for each column")]
    Columns,
}

impl Unusable {
    /// Key of the message for the reader.
    const fn key(self) -> &'static str {
        match self {
            Self::SumDisagrees => "paper-failure-sum-disagrees",
            Self::Empty => "paper-failure-empty",
            Self::DateOrder => "paper-failure-date-order",
            Self::FarDate => "paper-failure-far-date",
            Self::Columns => "paper-failure-columns",
        }
    }
}

impl Failure {
    /// Key of the message for the reader.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Unprintable { .. } => "paper-failure-unprintable",
            Self::CodeTooLong { .. } => "paper-failure-code",
            Self::Unusable { reason, .. } => reason.key(),
            Self::Unfilled { .. } => "paper-failure-unfilled",
            Self::Unjoinable { .. } => "paper-failure-join",
            Self::BrokenFont { .. } => "paper-failure-font",
        }
    }

    /// The message in the reader's language: what is wrong, where, what to do.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let (field, letter, code) = match self {
            Self::Unprintable { field, character } => {
                (field.clone(), character.to_string(), format!("U+{:04X}", u32::from(*character)))
            }
            Self::Unusable { field, .. } => (field.clone(), String::new(), String::new()),
            Self::Unfilled { field, variable } => (field.clone(), String::new(), variable.clone()),
            Self::CodeTooLong { bytes } => (String::new(), String::new(), bytes.to_string()),
            Self::Unjoinable { paper } => (paper.clone(), String::new(), String::new()),
            Self::BrokenFont { table } => (String::new(), String::new(), (*table).to_owned()),
        };
        let args = [("field", Arg::from(field)), ("letter", Arg::from(letter)), ("code", Arg::from(code))];
        words::lookup(lang, self.key(), &args).unwrap_or_else(|| self.to_string())
    }
}
