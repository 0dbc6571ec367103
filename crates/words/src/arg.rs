//! What a message can be told: text, numbers, civil dates, sums and shares.

use std::borrow::Cow;

use chrono::NaiveDate;

/// A number that is counted: days, copies, cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub i64);

/// A sum in tiyn; 15 782 500 is shown as «157 825,00 ₸».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum(pub i64);

/// A share in thousandths; 944 is shown as «94,4 %».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub i64);

macro_rules! from_integers {
    ($($small:ty),*; $($large:ty),*) => {
        $(impl From<$small> for Count {
            fn from(number: $small) -> Self {
                Self(i64::from(number))
            }
        })*
        // Nobody counts beyond i64; a number that did would be shown as the largest one.
        $(impl From<$large> for Count {
            fn from(number: $large) -> Self {
                Self(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })*
    };
}
from_integers!(i64, i32, u32, u16, u8; u64, usize);

impl From<i64> for Sum {
    fn from(tiyn: i64) -> Self {
        Self(tiyn)
    }
}

impl From<rules::money::Money> for Sum {
    fn from(money: rules::money::Money) -> Self {
        Self(money.tiyn())
    }
}

impl From<i64> for Share {
    fn from(per_mille: i64) -> Self {
        Self(per_mille)
    }
}

/// One argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Shown as it is. Where the message wants another kind, it is read as one: `2026-03-16`, `157825.00`.
    Text(Cow<'a, str>),
    /// Grouped by threes with no-break spaces; chooses the plural form.
    Number(Count),
    /// A civil date.
    Date(NaiveDate),
    /// A sum of tenge.
    Money(Sum),
    /// A share of a whole.
    Share(Share),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(Count(number))
    }
}

impl From<NaiveDate> for Arg<'_> {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<rules::money::Money> for Arg<'_> {
    fn from(money: rules::money::Money) -> Self {
        Self::Money(money.into())
    }
}

/// What kind of argument a variable of a message takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// An integer.
    Number,
    /// A civil date.
    Date,
    /// A sum of tenge.
    Money,
    /// A share in thousandths.
    Share,
}
