//! `Email`: an address that has the shape of one. электрондық пошта / адрес электронной почты.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// An address with one `@`, something before it and a dotted domain after it. Whether it answers is unknown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    /// Reads an address. Errors say what is wrong.
    pub fn parse(text: &str) -> Result<Email, EmailFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailFault::Empty);
        }
        if text.len() > 254 {
            return Err(EmailFault::Length);
        }
        let odd = |letter: &char| {
            letter.is_whitespace() || letter.is_control() || "<>()[],;:\\\"".contains(*letter)
        };
        if let Some(found) = text.chars().find(odd) {
            return Err(EmailFault::Letter { found });
        }
        let (name, domain) = text.split_once('@').ok_or(EmailFault::At)?;
        if name.is_empty() || domain.contains('@') {
            return Err(EmailFault::At);
        }
        let labels: Vec<&str> = domain.split('.').collect();
        if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) {
            return Err(EmailFault::Domain);
        }
        Ok(Email(text.to_owned()))
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a written address is not an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailFault {
    /// Nothing is written.
    #[error("the address is empty")]
    Empty,
    /// Longer than an address may be.
    #[error("the address is too long")]
    Length,
    /// A letter that no address has.
    #[error("`{found}` does not belong into an address")]
    Letter {
        /// The letter found.
        found: char,
    },
    /// Not exactly one `@` with something before it.
    #[error("the address needs one @")]
    At,
    /// The part after `@` has no dot or an empty label.
    #[error("the part after @ is not a domain")]
    Domain,
}

impl EmailFault {
    /// The stable word of the reason.
    pub fn code(self) -> &'static str {
        match self {
            EmailFault::Empty => "empty",
            EmailFault::Length => "length",
            EmailFault::Letter { .. } => "letter",
            EmailFault::At => "at",
            EmailFault::Domain => "domain",
        }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Email {
    type Err = EmailFault;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Email::parse(text)
    }
}

impl Serialize for Email {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Email {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        Email::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_or_says_what_is_wrong() {
        for (text, fault) in [
            ("aigerim@example.kz", None),
            ("a.b+c@mail.example.kz", None),
            ("", Some(EmailFault::Empty)),
            ("example.kz", Some(EmailFault::At)),
            ("@example.kz", Some(EmailFault::At)),
            ("a@b@example.kz", Some(EmailFault::At)),
            ("a@example", Some(EmailFault::Domain)),
            ("a@.kz", Some(EmailFault::Domain)),
            ("a b@example.kz", Some(EmailFault::Letter { found: ' ' })),
        ] {
            assert_eq!(Email::parse(text).err(), fault, "{text}");
        }
    }
}
