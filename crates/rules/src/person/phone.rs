//! `Phone`: a mobile number of Kazakhstan, kept as `+7` and ten digits. телефон нөмірі / номер телефона.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A mobile number: ten digits after `+7`, the first of them 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone([u8; 10]);

impl Phone {
    /// Reads `+7 701 123 45 67`, `8 (701) 123-45-67` or ten digits. Errors say what is wrong.
    pub fn parse(text: &str) -> Result<Phone, PhoneFault> {
        let text = text.trim();
        let mut digits = Vec::with_capacity(11);
        for (place, letter) in text.chars().enumerate() {
            match letter {
                '0'..='9' => digits.push(u8::try_from(letter).unwrap_or(b'0') - b'0'),
                '+' if place == 0 => {}
                '(' | ')' | '-' | '.' => {}
                space if space.is_whitespace() => {}
                found => return Err(PhoneFault::Letter { found }),
            }
        }
        if digits.is_empty() {
            return Err(PhoneFault::Empty);
        }
        let found = digits.len();
        // Inside the country people dial 8 where the international number has +7.
        let ten: Vec<u8> = match (found, digits.first()) {
            (11, Some(7 | 8)) => digits.into_iter().skip(1).collect(),
            (11, Some(_)) => return Err(PhoneFault::Country),
            (_, _) => digits,
        };
        let ten = <[u8; 10]>::try_from(ten).map_err(|_| PhoneFault::Length { found })?;
        let [first, ..] = ten;
        if first == 7 { Ok(Phone(ten)) } else { Err(PhoneFault::NotMobile) }
    }

    /// As it is printed: `+7 701 123 45 67`.
    pub fn printed(&self) -> String {
        let [a, b, c, d, e, f, g, h, i, j] = self.0;
        format!("+7 {a}{b}{c} {d}{e}{f} {g}{h} {i}{j}")
    }
}

/// Why a written number is not a mobile number of Kazakhstan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneFault {
    /// Nothing is written.
    #[error("the telephone number is empty")]
    Empty,
    /// A letter stands inside.
    #[error("`{found}` does not belong into a telephone number")]
    Letter {
        /// The letter found.
        found: char,
    },
    /// Neither ten digits nor eleven.
    #[error("{found} digits instead of 10 after +7")]
    Length {
        /// How many digits there are.
        found: usize,
    },
    /// The country code is not 7.
    #[error("the country code is not +7")]
    Country,
    /// A number of Kazakhstan's mobile operators begins with 7 after +7.
    #[error("a mobile number of Kazakhstan begins with +7 7")]
    NotMobile,
}

impl PhoneFault {
    /// The stable word of the reason.
    pub fn code(self) -> &'static str {
        match self {
            PhoneFault::Empty => "empty",
            PhoneFault::Letter { .. } => "letter",
            PhoneFault::Length { .. } => "length",
            PhoneFault::Country => "country",
            PhoneFault::NotMobile => "not_mobile",
        }
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("+7")?;
        self.0.iter().try_for_each(|digit| write!(f, "{digit}"))
    }
}

impl FromStr for Phone {
    type Err = PhoneFault;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Phone::parse(text)
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        Phone::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_number_is_read_as_people_write_it() {
        for text in ["+77010000001", "8 (701) 000-00-01", "7010000001", "+7 701 000 00 01", "77010000001"] {
            let phone = Phone::parse(text).unwrap_or_else(|why| panic!("{text}: {why}"));
            assert_eq!(phone.to_string(), "+77010000001", "{text}");
            assert_eq!(phone.printed(), "+7 701 000 00 01", "{text}");
        }
    }

    #[test]
    fn a_wrong_number_says_what_is_wrong() {
        for (text, fault) in [
            ("", PhoneFault::Empty),
            ("+7 701", PhoneFault::Length { found: 4 }),
            ("+99871234567", PhoneFault::Country),
            ("+7 495 000 00 01", PhoneFault::NotMobile),
            ("тел. 7010000001", PhoneFault::Letter { found: 'т' }),
            ("701+0000001", PhoneFault::Letter { found: '+' }),
        ] {
            assert_eq!(Phone::parse(text), Err(fault), "{text}");
        }
    }
}
