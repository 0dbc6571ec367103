//! Dates, numbers, sums and shares as the three languages write them; never by the system's locale, which
//! has no Kazakh on most PCs. The names and patterns come from `assets/words/formats.json`, shared with the UI.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use crate::Lang;

mod table {
    include!(concat!(env!("OUT_DIR"), "/formats.rs"));
}

/// U+00A0: a sum is never broken over two lines.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// U+2212, as wide as a plus; the hyphen is not a minus.
pub const MINUS: char = '\u{2212}';

/// `22.10.2026` in every language.
#[must_use]
pub fn date(date: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// «22 октября 2026 г.», «2026 ж. 22 қазан», “22 October 2026”.
#[must_use]
pub fn long_date(lang: Lang, date: NaiveDate) -> String {
    let pattern = match lang {
        Lang::Kk => table::KK_LONG_DATE,
        Lang::Ru => table::RU_LONG_DATE,
        Lang::En => table::EN_LONG_DATE,
    };
    filled(lang, pattern, date)
}

/// The long date with its day of the week: «четверг, 22 октября 2026 г.».
#[must_use]
pub fn full_date(lang: Lang, date: NaiveDate) -> String {
    let pattern = match lang {
        Lang::Kk => table::KK_WEEKDAY_DATE,
        Lang::Ru => table::RU_WEEKDAY_DATE,
        Lang::En => table::EN_WEEKDAY_DATE,
    };
    filled(lang, pattern, date)
}

/// `22.10.2026 09:05`: a civil date and the time of a 24-hour clock.
#[must_use]
pub fn date_time(moment: NaiveDateTime) -> String {
    format!("{} {}", date(moment.date()), moment.format("%H:%M"))
}

/// The month as it stands after a day: «октября», «қазан», “October”.
#[must_use]
pub fn month(lang: Lang, date: NaiveDate) -> &'static str {
    let names = match lang {
        Lang::Kk => &table::KK_MONTHS,
        Lang::Ru => &table::RU_MONTHS,
        Lang::En => &table::EN_MONTHS,
    };
    names.get(date.month0() as usize).copied().unwrap_or_default()
}

/// The day of the week: «четверг», «бейсенбі», “Thursday”.
#[must_use]
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let names = match lang {
        Lang::Kk => &table::KK_WEEKDAYS,
        Lang::Ru => &table::RU_WEEKDAYS,
        Lang::En => &table::EN_WEEKDAYS,
    };
    names.get(day.num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// The short day of the week: «чт», «бс», “Thu”.
#[must_use]
pub fn weekday_short(lang: Lang, day: Weekday) -> &'static str {
    let names = match lang {
        Lang::Kk => &table::KK_WEEKDAYS_SHORT,
        Lang::Ru => &table::RU_WEEKDAYS_SHORT,
        Lang::En => &table::EN_WEEKDAYS_SHORT,
    };
    names.get(day.num_days_from_monday() as usize).copied().unwrap_or_default()
}

fn filled(lang: Lang, pattern: &str, date: NaiveDate) -> String {
    pattern
        .replace("{day}", &date.day().to_string())
        .replace("{month}", month(lang, date))
        .replace("{year}", &date.year().to_string())
        .replace("{weekday}", weekday(lang, date.weekday()))
}

/// `1 234 567` with no-break spaces between the groups.
#[must_use]
pub fn number(number: i64) -> String {
    let grouped = grouped(number.unsigned_abs());
    if number < 0 { format!("{MINUS}{grouped}") } else { grouped }
}

/// `157 825,00 ₸` from tiyn.
#[must_use]
pub fn money(tiyn: i64) -> String {
    format!("{}{NO_BREAK_SPACE}₸", amount(tiyn))
}

/// `157 825,00` from tiyn, for columns whose head names the currency.
#[must_use]
pub fn amount(tiyn: i64) -> String {
    let sign = if tiyn < 0 { String::from(MINUS) } else { String::new() };
    let absolute = tiyn.unsigned_abs();
    format!("{sign}{},{:02}", grouped(absolute / 100), absolute % 100)
}

/// `94,4 %` from thousandths.
#[must_use]
pub fn share(thousandths: i64) -> String {
    let sign = if thousandths < 0 { String::from(MINUS) } else { String::new() };
    let absolute = thousandths.unsigned_abs();
    format!("{sign}{},{}{NO_BREAK_SPACE}%", grouped(absolute / 10), absolute % 10)
}

/// Reads a sum as the contract writes it, `157825.00`, into tiyn; `None` for anything else.
#[must_use]
pub fn parse_money(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "00"));
    let (negative, whole) = match whole.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, whole),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() != 2 {
        return None;
    }
    let tenge: i64 = whole.parse().ok()?;
    let tiyn = tenge.checked_mul(100)?.checked_add(fraction.parse().ok()?)?;
    Some(if negative { -tiyn } else { tiyn })
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(NO_BREAK_SPACE);
        }
        text.push(digit);
    }
    text
}
