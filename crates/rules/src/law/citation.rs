//! How the Rules are cited: a paragraph with its sub-paragraph, and the name of an edition.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A paragraph of the Rules, written `8`, or with a sub-paragraph, `14(1)`. тармақ / пункт.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paragraph {
    number: u8,
    sub: u8,
}

impl Paragraph {
    /// A paragraph as a whole.
    pub const fn whole(number: u8) -> Paragraph {
        Paragraph { number, sub: 0 }
    }

    /// A sub-paragraph: `Paragraph::sub(14, 1)` is 14(1).
    pub const fn sub(number: u8, sub: u8) -> Paragraph {
        Paragraph { number, sub }
    }

    /// The number of the paragraph.
    pub const fn number(self) -> u8 {
        self.number
    }

    /// The paragraph without its sub-paragraph.
    pub const fn parent(self) -> Paragraph {
        Paragraph::whole(self.number)
    }
}

impl fmt::Display for Paragraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sub {
            0 => write!(f, "{}", self.number),
            sub => write!(f, "{}({sub})", self.number),
        }
    }
}

/// Text that is not a paragraph number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a paragraph: write `8` or `14(1)`")]
pub struct NotParagraph(pub String);

impl FromStr for Paragraph {
    type Err = NotParagraph;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fault = || NotParagraph(text.to_owned());
        let count = |digits: &str| digits.parse::<u8>().ok().filter(|number| *number > 0).ok_or_else(fault);
        match text.strip_suffix(')') {
            None => Ok(Paragraph::whole(count(text)?)),
            Some(rest) => {
                let (number, sub) = rest.split_once('(').ok_or_else(fault)?;
                Ok(Paragraph::sub(count(number)?, count(sub)?))
            }
        }
    }
}

impl Serialize for Paragraph {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Paragraph {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The short name of an edition of the Rules: `A`, `B`, `C`, or what an administrator called a later one.
/// редакция / редакция.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionId(String);

impl EditionId {
    /// Reads a name of one to eight capital letters and digits; small letters are raised.
    pub fn parse(text: &str) -> Result<EditionId, NotEdition> {
        let name = text.trim().to_ascii_uppercase();
        let right =
            (1..=8).contains(&name.len()) && name.bytes().all(|letter| letter.is_ascii_alphanumeric());
        if right { Ok(EditionId(name)) } else { Err(NotEdition(text.to_owned())) }
    }

    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Text that cannot name an edition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` cannot name an edition: one to eight Latin letters or digits")]
pub struct NotEdition(pub String);

impl fmt::Display for EditionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for EditionId {
    type Err = NotEdition;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        EditionId::parse(text)
    }
}

impl Serialize for EditionId {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for EditionId {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        EditionId::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_written_and_read_back() {
        for text in ["3", "8", "14(1)", "14(2)", "17"] {
            let paragraph: Paragraph = text.parse().unwrap();
            assert_eq!(paragraph.to_string(), text);
        }
        for text in ["", "0", "8.2", "14()", "14(1", "(1)", "п. 8", "300"] {
            assert!(text.parse::<Paragraph>().is_err(), "`{text}` is no paragraph");
        }
    }

    #[test]
    fn an_edition_is_named_shortly() {
        assert_eq!(EditionId::parse("b").map(|id| id.to_string()), Ok("B".to_owned()));
        for text in ["", "Б", "toolongname", "B C"] {
            assert!(EditionId::parse(text).is_err(), "`{text}` names no edition");
        }
    }
}
