//! `Money`: tenge counted in tiyn, whole numbers only; no float ever touches a sum.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A sum that is not negative, in tiyn (1 tenge = 100 tiyn). теңге, тиын / тенге, тиын.
///
/// Written and read as tenge with two decimals: `"38400.50"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

/// The largest sum the program accepts: a hundred billion tenge, far above any act and far below overflow.
const TIYN_MAX: i64 = 10_000_000_000_000;

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);

    /// A sum of whole tenge; none when it is out of bounds.
    pub fn from_tenge(tenge: u64) -> Option<Money> {
        i64::try_from(tenge).ok()?.checked_mul(100).and_then(Money::from_tiyn)
    }

    /// A sum of tiyn; none when it is negative or out of bounds.
    pub fn from_tiyn(tiyn: i64) -> Option<Money> {
        (0..=TIYN_MAX).contains(&tiyn).then_some(Money(tiyn))
    }

    /// The sum in tiyn.
    pub fn tiyn(self) -> i64 {
        self.0
    }

    /// True for nothing.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum of both; none out of bounds.
    pub fn plus(self, other: Money) -> Option<Money> {
        self.0.checked_add(other.0).and_then(Money::from_tiyn)
    }

    /// What is left after taking `other` away; none when there is less than that.
    pub fn minus(self, other: Money) -> Option<Money> {
        self.0.checked_sub(other.0).and_then(Money::from_tiyn)
    }

    /// What is left after taking `other` away, or nothing.
    #[must_use]
    pub fn minus_or_zero(self, other: Money) -> Money {
        Money((self.0 - other.0).max(0))
    }

    /// The sum taken `count` times; none out of bounds.
    pub fn times(self, count: u32) -> Option<Money> {
        self.0.checked_mul(i64::from(count)).and_then(Money::from_tiyn)
    }

    /// The total of many; none out of bounds.
    pub fn total(parts: impl IntoIterator<Item = Money>) -> Option<Money> {
        parts.into_iter().try_fold(Money::ZERO, Money::plus)
    }

    /// Reads a sum as people write it: `38400`, `38400.50`, `38 400,50` (any kind of space between groups of
    /// three). Errors say what is wrong.
    pub fn parse(text: &str) -> Result<Money, MoneyFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(MoneyFault::Empty);
        }
        if text.starts_with(['-', '−', '–']) {
            return Err(MoneyFault::Negative);
        }
        let (whole, part) = match text.rsplit_once(['.', ',']) {
            Some((whole, part)) => (whole, Some(part)),
            None => (text, None),
        };
        let tenge = whole_tenge(whole)?;
        let tiyn = match part {
            None => 0,
            Some(part) => hundredths(part)?,
        };
        tenge
            .checked_mul(100)
            .and_then(|sum| sum.checked_add(tiyn))
            .and_then(Money::from_tiyn)
            .ok_or(MoneyFault::TooLarge)
    }
}

/// The digits before the decimal mark, with spaces allowed only between groups of three.
fn whole_tenge(text: &str) -> Result<i64, MoneyFault> {
    let groups: Vec<&str> = text.split(char::is_whitespace).collect();
    for (place, group) in groups.iter().enumerate() {
        if let Some(found) = group.chars().find(|letter| !letter.is_ascii_digit()) {
            return Err(MoneyFault::NotDigit { found });
        }
        let fits = match (groups.len(), place) {
            (1, _) => !group.is_empty(),
            (_, 0) => (1..=3).contains(&group.len()),
            (_, _) => group.len() == 3,
        };
        if !fits {
            return Err(MoneyFault::Grouping);
        }
    }
    groups.concat().parse().map_err(|_| MoneyFault::TooLarge)
}

/// One or two digits after the decimal mark, in tiyn.
fn hundredths(text: &str) -> Result<i64, MoneyFault> {
    if let Some(found) = text.chars().find(|letter| !letter.is_ascii_digit()) {
        return Err(MoneyFault::NotDigit { found });
    }
    let value: i64 = match text.len() {
        1 | 2 => text.parse().map_err(|_| MoneyFault::Decimals)?,
        _ => return Err(MoneyFault::Decimals),
    };
    Ok(if text.len() == 1 { value * 10 } else { value })
}

/// Why a written sum is not a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyFault {
    /// Nothing is written.
    #[error("the sum is empty")]
    Empty,
    /// Sums are never negative here: paragraph 15, the difference is paid, not owed.
    #[error("the sum is negative")]
    Negative,
    /// Something that is not a digit stands inside.
    #[error("`{found}` is not a digit")]
    NotDigit {
        /// The letter found.
        found: char,
    },
    /// Spaces stand elsewhere than between groups of three digits.
    #[error("digits are grouped by three")]
    Grouping,
    /// Not one or two digits after the decimal mark.
    #[error("one or two digits follow the decimal mark")]
    Decimals,
    /// More than the program accepts.
    #[error("the sum is too large")]
    TooLarge,
}

impl MoneyFault {
    /// The stable word of the reason.
    pub fn code(self) -> &'static str {
        match self {
            MoneyFault::Empty => "empty",
            MoneyFault::Negative => "negative",
            MoneyFault::NotDigit { .. } => "not_digit",
            MoneyFault::Grouping => "grouping",
            MoneyFault::Decimals => "decimals",
            MoneyFault::TooLarge => "too_large",
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl FromStr for Money {
    type Err = MoneyFault;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Money::parse(text)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        Money::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_read_as_people_write_it() {
        for (text, tiyn) in [
            ("38400", 3_840_000),
            ("38400.50", 3_840_050),
            ("38 400,50", 3_840_050),
            ("38\u{a0}400,5", 3_840_050),
            ("38\u{202f}400", 3_840_000),
            ("1 234 567.08", 123_456_708),
            ("0", 0),
            ("0.01", 1),
            (" 12 ", 1200),
        ] {
            assert_eq!(Money::parse(text).map(Money::tiyn), Ok(tiyn), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_sum_says_why() {
        for (text, fault) in [
            ("", MoneyFault::Empty),
            ("-1", MoneyFault::Negative),
            ("−5", MoneyFault::Negative),
            ("12.345", MoneyFault::Decimals),
            ("12.", MoneyFault::Decimals),
            (".5", MoneyFault::Grouping),
            ("3 84", MoneyFault::Grouping),
            ("1234 567", MoneyFault::Grouping),
            ("12 тг", MoneyFault::NotDigit { found: 'т' }),
            ("1e3", MoneyFault::NotDigit { found: 'e' }),
            ("1.000.50", MoneyFault::NotDigit { found: '.' }),
            ("99999999999999999999", MoneyFault::TooLarge),
            ("100000000000.01", MoneyFault::TooLarge),
        ] {
            assert_eq!(Money::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_sum_is_written_with_two_decimals_and_read_back() {
        for tiyn in [0, 1, 99, 100, 101, 3_840_050, TIYN_MAX] {
            let sum = Money(tiyn);
            assert_eq!(Money::parse(&sum.to_string()), Ok(sum), "{sum} is read back");
        }
        assert_eq!(Money(5).to_string(), "0.05");
    }

    #[test]
    fn arithmetic_stays_inside_its_bounds() {
        let one = Money(100);
        assert_eq!(one.minus(Money(101)), None, "sums never go below zero");
        assert_eq!(one.minus_or_zero(Money(101)), Money::ZERO);
        assert_eq!(Money(TIYN_MAX).plus(Money(1)), None);
        assert_eq!(Money(TIYN_MAX).times(2), None);
        assert_eq!(Money::total([one, one, one]), Some(Money(300)));
    }
}
