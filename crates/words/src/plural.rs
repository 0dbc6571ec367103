//! Which form a counted noun takes: 1 день, 2 дня, 5 дней. Kazakh nouns do not change after a number, but
//! sentences around them may.

use crate::Lang;

/// The form, by its name in Fluent and CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// 1 день, 21 день; 1 day; 1 күн.
    One,
    /// 2 дня, 23 дня: Russian only.
    Few,
    /// 5 дней, 11 дней, 0 дней: Russian only.
    Many,
    /// Everything else of Kazakh and English.
    Other,
}

impl Category {
    /// The name Fluent knows it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// The form of a noun counted by a whole number.
#[must_use]
pub fn category(lang: Lang, number: i64) -> Category {
    let number = number.unsigned_abs();
    match lang {
        Lang::Kk | Lang::En => {
            if number == 1 {
                Category::One
            } else {
                Category::Other
            }
        }
        Lang::Ru => match (number % 10, number % 100) {
            (_, 11..=14) => Category::Many,
            (1, _) => Category::One,
            (2..=4, _) => Category::Few,
            _ => Category::Many,
        },
    }
}
