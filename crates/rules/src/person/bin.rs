//! `Bin`: the business identification number. бизнес-сәйкестендіру нөмірі, БСН / бизнес-идентификационный
//! номер, БИН.

use super::check_digit::{Unreadable, as_text, check_digit, split, twelve_digits};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A number that passed every check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bin([u8; 12]);

/// What kind of organisation the fifth and sixth digits tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BinKind {
    /// `resident`, `non_resident` or `joint_entrepreneurship`.
    pub owner: &'static str,
    /// `head_unit`, `branch`, `representative_office` or `peasant_farm`. A career centre is a branch.
    pub unit: &'static str,
}

impl Bin {
    /// Reads a number, forgiving spaces and hyphens. Errors say which check it fails.
    pub fn parse(text: &str) -> Result<Bin, BinFault> {
        let digits = twelve_digits(text).map_err(BinFault::from)?;
        let bin = Bin(digits);
        let (_, month) = bin.written_month();
        if !(1..=12).contains(&month) {
            return Err(BinFault::Month { month });
        }
        let [_, _, _, _, fifth, sixth, ..] = digits;
        if owner(fifth).is_none() {
            // An individual entrepreneur works under his own ИИН, whose fifth digit is a day of the month.
            return Err(if fifth < 4 { BinFault::LooksLikeIin } else { BinFault::Owner { digit: fifth } });
        }
        if unit(sixth).is_none() {
            return Err(BinFault::Unit { digit: sixth });
        }
        let (eleven, found) = split(&digits);
        match check_digit(&eleven) {
            None => Err(BinFault::NeverIssued),
            Some(expected) if expected != found => Err(BinFault::CheckDigit { expected, found }),
            Some(_) => Ok(bin),
        }
    }

    /// Year and month of registration. Two digits of a year: 40…99 are read as 19xx, the others as 20xx.
    pub fn registered(self) -> (i32, u32) {
        let (year, month) = self.written_month();
        (if year >= 40 { 1900 + year } else { 2000 + year }, month)
    }

    /// Kind of organisation.
    pub fn kind(self) -> BinKind {
        let [_, _, _, _, fifth, sixth, ..] = self.0;
        BinKind { owner: owner(fifth).unwrap_or_default(), unit: unit(sixth).unwrap_or_default() }
    }

    fn written_month(self) -> (i32, u32) {
        let [a, b, c, d, ..] = self.0.map(u32::from);
        (i32::try_from(a * 10 + b).unwrap_or_default(), c * 10 + d)
    }
}

fn owner(digit: u8) -> Option<&'static str> {
    match digit {
        4 => Some("resident"),
        5 => Some("non_resident"),
        6 => Some("joint_entrepreneurship"),
        _ => None,
    }
}

fn unit(digit: u8) -> Option<&'static str> {
    match digit {
        0 => Some("head_unit"),
        1 => Some("branch"),
        2 => Some("representative_office"),
        3 => Some("peasant_farm"),
        _ => None,
    }
}

/// Why a written number is not a БИН.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BinFault {
    /// Nothing is written.
    #[error("the number is empty")]
    Empty,
    /// Something that is not a digit stands inside.
    #[error("`{found}` at place {place} is not a digit")]
    NotDigit {
        /// Place from one.
        place: usize,
        /// The letter found.
        found: char,
    },
    /// Not twelve digits.
    #[error("{found} digits instead of 12")]
    Length {
        /// How many digits there are.
        found: usize,
    },
    /// The month of registration does not exist.
    #[error("month {month} does not exist")]
    Month {
        /// Month as written.
        month: u32,
    },
    /// The fifth digit is a day of a month: this looks like the ИИН of a person.
    #[error("this looks like the number of a person")]
    LooksLikeIin,
    /// The fifth digit is not 4, 5 or 6.
    #[error("the fifth digit {digit} is not assigned")]
    Owner {
        /// The digit found.
        digit: u8,
    },
    /// The sixth digit is not 0, 1, 2 or 3.
    #[error("the sixth digit {digit} is not assigned")]
    Unit {
        /// The digit found.
        digit: u8,
    },
    /// The twelfth digit disagrees with the others.
    #[error("the check digit is {found}, the others require {expected}")]
    CheckDigit {
        /// What the other digits require.
        expected: u8,
        /// What is written.
        found: u8,
    },
    /// Both passes give ten: such a number is never issued.
    #[error("such a number is never issued")]
    NeverIssued,
}

impl BinFault {
    /// The stable word of the reason.
    pub fn code(self) -> &'static str {
        match self {
            BinFault::Empty => "empty",
            BinFault::NotDigit { .. } => "not_digit",
            BinFault::Length { .. } => "length",
            BinFault::Month { .. } => "month",
            BinFault::LooksLikeIin => "looks_like_iin",
            BinFault::Owner { .. } => "owner",
            BinFault::Unit { .. } => "unit",
            BinFault::CheckDigit { .. } => "check_digit",
            BinFault::NeverIssued => "never_issued",
        }
    }
}

impl From<Unreadable> for BinFault {
    fn from(why: Unreadable) -> Self {
        match why {
            Unreadable::Empty => BinFault::Empty,
            Unreadable::NotDigit { place, found } => BinFault::NotDigit { place, found },
            Unreadable::Length { found } => BinFault::Length { found },
        }
    }
}

impl fmt::Display for Bin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&as_text(&self.0))
    }
}

impl FromStr for Bin {
    type Err = BinFault;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Bin::parse(text)
    }
}

impl Serialize for Bin {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Bin {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        Bin::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_registration_and_kind() {
        for (text, registered, owner, unit) in [
            ("230940999005", (2023, 9), "resident", "head_unit"),
            ("240152999003", (2024, 1), "non_resident", "representative_office"),
        ] {
            let bin = Bin::parse(text).unwrap_or_else(|why| panic!("{text}: {why}"));
            assert_eq!(bin.registered(), registered, "{text}");
            assert_eq!(bin.kind(), BinKind { owner, unit }, "{text}");
            assert_eq!(Bin::parse(&bin.to_string()), Ok(bin), "{text} is read back");
        }
    }

    #[test]
    fn a_wrong_number_says_which_check_it_fails() {
        for (text, fault) in [
            (" ", BinFault::Empty),
            ("23094099900", BinFault::Length { found: 11 }),
            ("23094099900x", BinFault::NotDigit { place: 12, found: 'x' }),
            ("231340999006", BinFault::Month { month: 13 }),
            ("230040999005", BinFault::Month { month: 0 }),
            ("230944999007", BinFault::Unit { digit: 4 }),
            ("230970999005", BinFault::Owner { digit: 7 }),
            ("900101399006", BinFault::LooksLikeIin),
            ("230940999006", BinFault::CheckDigit { expected: 5, found: 6 }),
        ] {
            assert_eq!(Bin::parse(text), Err(fault), "{text}");
        }
    }
}
