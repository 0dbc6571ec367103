//! Sums and dates in words, in Kazakh and in Russian, with the right endings.
//!
//! The numerals are tables of this file and not messages: they are grammar, as plural forms are.

mod kazakh;
mod russian;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};
use rules::money::Money;
use words::plural::{Category, category};

use crate::Tongue;
use kazakh::{KK_MONTHS, ablative, dative, kazakh, kazakh_ordinal, locative, locative_attribute};
use russian::{Gender, RU_MONTHS, russian, russian_ordinal};

/// A sum in words: «двенадцать тысяч девятьсот семьдесят пять тенге пятьдесят тиынов»,
/// «он екі мың тоғыз жүз жетпіс бес теңге елу тиын».
#[must_use]
pub fn sum(tongue: Tongue, money: Money) -> String {
    let (tenge, tiyn) = (money.tiyn() / 100, money.tiyn() % 100);
    match tongue {
        Tongue::Kk => format!("{} теңге {} тиын", kazakh(tenge), kazakh(tiyn)),
        Tongue::Ru => {
            let counted = match category(words::Lang::Ru, tiyn) {
                Category::One => "тиын",
                Category::Few => "тиына",
                Category::Many | Category::Other => "тиынов",
            };
            format!(
                "{} тенге {} {counted}",
                russian(tenge, Gender::Masculine),
                russian(tiyn, Gender::Masculine)
            )
        }
    }
}

/// A whole number in words: «двадцать один», «жиырма бір».
#[must_use]
pub fn number(tongue: Tongue, value: u32) -> String {
    match tongue {
        Tongue::Kk => kazakh(i64::from(value)),
        Tongue::Ru => russian(i64::from(value), Gender::Masculine),
    }
}

/// A date in words: «четырнадцатое октября две тысячи двадцать пятого года»,
/// «екі мың жиырма бесінші жылғы он төртінші қазан».
#[must_use]
pub fn date(tongue: Tongue, date: NaiveDate) -> String {
    let year = i64::from(date.year());
    let day = i64::from(date.day());
    match tongue {
        Tongue::Kk => {
            format!("{} жылғы {} {}", kazakh_ordinal(year), kazakh_ordinal(day), month(&KK_MONTHS, date))
        }
        Tongue::Ru => format!(
            "{} {} {} года",
            russian_ordinal(day, "ое", "ье"),
            month(&RU_MONTHS, date),
            russian_ordinal(year, "ого", "ьего")
        ),
    }
}

/// A date as an attribute of what it dates: «от 14 октября 2025 года», «2025 жылғы 14 қазандағы».
#[must_use]
pub fn dated(tongue: Tongue, date: NaiveDate) -> String {
    match tongue {
        Tongue::Kk => {
            let month = month(&KK_MONTHS, date);
            format!("{} жылғы {} {month}{}", date.year(), date.day(), locative_attribute(month))
        }
        Tongue::Ru => format!("от {} {} {} года", date.day(), month(&RU_MONTHS, date), date.year()),
    }
}

/// A date until which, inclusive: «по 14 октября 2025 года», «2025 жылғы 14 қазанға дейін».
#[must_use]
pub fn through(tongue: Tongue, date: NaiveDate) -> String {
    match tongue {
        Tongue::Kk => {
            let month = month(&KK_MONTHS, date);
            format!(
                "{} жылғы {} {month}{} дейін (осы күнді қоса алғанда)",
                date.year(),
                date.day(),
                dative(month)
            )
        }
        Tongue::Ru => {
            format!("по {} {} {} года включительно", date.day(), month(&RU_MONTHS, date), date.year())
        }
    }
}

/// A date in a sentence: «14 октября 2025 года», «2025 жылғы 14 қазан».
#[must_use]
pub fn long(tongue: Tongue, date: NaiveDate) -> String {
    match tongue {
        Tongue::Kk => format!("{} жылғы {} {}", date.year(), date.day(), month(&KK_MONTHS, date)),
        Tongue::Ru => format!("{} {} {} года", date.day(), month(&RU_MONTHS, date), date.year()),
    }
}

/// The day something can begin: «14 октября 2025 года» behind «с», «2025 жылғы 14 қазаннан» before «бастап».
#[must_use]
pub fn since(tongue: Tongue, date: NaiveDate) -> String {
    match tongue {
        Tongue::Kk => {
            let month = month(&KK_MONTHS, date);
            format!("{} жылғы {} {month}{}", date.year(), date.day(), ablative(month))
        }
        Tongue::Ru => long(tongue, date),
    }
}

/// A day on which something happened, inside a sentence: «14 октября 2025 года», «2025 жылғы 14 қазанда».
#[must_use]
pub fn on(tongue: Tongue, date: NaiveDate) -> String {
    match tongue {
        Tongue::Kk => {
            let month = month(&KK_MONTHS, date);
            format!("{} жылғы {} {month}{}", date.year(), date.day(), locative(month))
        }
        Tongue::Ru => long(tongue, date),
    }
}

fn month(names: &[&'static str; 12], date: NaiveDate) -> &'static str {
    usize::try_from(date.month0()).ok().and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// Groups of three digits from the highest, each with its power of a thousand.
fn groups(value: i64) -> Vec<(usize, i64)> {
    let mut rest = value.unsigned_abs();
    let mut out = Vec::new();
    let mut power = 0;
    while rest > 0 {
        let group = i64::try_from(rest % 1000).unwrap_or(0);
        if group > 0 {
            out.push((power, group));
        }
        rest /= 1000;
        power += 1;
    }
    out.reverse();
    out
}

fn pick(table: &[&'static str], index: i64) -> &'static str {
    usize::try_from(index).ok().and_then(|index| table.get(index)).copied().unwrap_or("")
}

fn joined(parts: &[&str]) -> String {
    let full: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    full.join(" ")
}
