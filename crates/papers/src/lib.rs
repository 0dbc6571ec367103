//! Official forms as PDF: pure functions from a paper's data to bytes.
//!
//! [`render`] sets one paper; [`Press`] sets many and keeps what does not change between them. The same
//! paper gives the same bytes: no clock, no chance, dates and numbers come in with the data. Every file is
//! PDF/A-2a and PDF/UA-1, and a letter that cannot stand on paper is a [`Failure`] that names it.
//!
//! Read in this order: the papers ([`form`]), what they are made of ([`page`]), how that becomes lines
//! ([`text`], [`linebreak`], [`hyph`]), rows ([`layout`]), pages ([`paginate`]), operators ([`pdf`]) and a
//! file ([`pdfa`], [`file`]).

mod compose;
mod failure;
mod file;
mod fonts;
pub mod form;
mod hyph;
mod icc;
mod join;
mod layout;
mod linebreak;
pub mod lint;
pub mod notices;
mod page;
mod paginate;
mod pdf;
mod pdfa;
mod qr;
mod say;
mod sfnt;
pub mod spell;
mod tags;
mod text;
mod tie;

use serde::{Deserialize, Serialize};

pub use failure::{Failure, Unusable};
pub use form::{KINDS, Paper, Unread, read};
pub use join::join;

/// A finished paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
}

/// Language of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// қазақша
    Kk,
    /// по-русски
    Ru,
    /// Both, side by side; the language of the application stands first.
    Both,
}

impl Language {
    /// Every language a paper is printed in.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::Both];

    /// `kk`, `ru` or `both`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::Both => "both",
        }
    }

    /// The language of a code; none for any other word.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

/// One of the two languages papers are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Tongue {
    /// қазақша
    #[default]
    Kk,
    /// по-русски
    Ru,
}

impl Tongue {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Kk => Self::Ru,
            Self::Ru => Self::Kk,
        }
    }

    /// The language of the words crate.
    #[must_use]
    pub const fn lang(self) -> words::Lang {
        match self {
            Self::Kk => words::Lang::Kk,
            Self::Ru => words::Lang::Ru,
        }
    }
}

/// Sets one paper.
///
/// # Errors
/// [`Failure`] names the field and the letter that cannot be printed, or the part of the program's own
/// fonts that cannot be read.
pub fn render(paper: &Paper, language: Language) -> Result<Pdf, Failure> {
    Press::default().render(paper, language)
}

/// Sets many papers: measured words are kept from one to the next. What it has set before never changes
/// what it sets next.
#[derive(Debug, Default)]
pub struct Press {
    words: text::Words,
}

impl Press {
    /// Sets one paper.
    ///
    /// # Errors
    /// As [`render`].
    pub fn render(&mut self, paper: &Paper, language: Language) -> Result<Pdf, Failure> {
        form::check_letters(paper)?;
        let mut composer = compose::Composer::new(&mut self.words, language, paper.first_tongue());
        form::compose(paper, &mut composer)?;
        composer.finish(paper.marks())
    }
}
