//! Russian numerals: words of a number, ordinals, months.

use words::plural::{Category, category};

use super::{groups, joined, pick};

/// Grammatical gender of what is counted in Russian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
}

const RU_ONES: [&str; 20] = [
    "",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];
const RU_TENS: [&str; 10] = [
    "",
    "",
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
];
const RU_HUNDREDS: [&str; 10] =
    ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"];
/// One, few, many of each power of a thousand from the first.
const RU_POWERS: [[&str; 3]; 4] = [
    ["тысяча", "тысячи", "тысяч"],
    ["миллион", "миллиона", "миллионов"],
    ["миллиард", "миллиарда", "миллиардов"],
    ["триллион", "триллиона", "триллионов"],
];
pub(super) const RU_MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
/// Stems of ordinals; the ending is put behind: «четырнадцат» + «ое».
const RU_ORDINALS: [&str; 20] = [
    "",
    "перв",
    "втор",
    "трет",
    "четвёрт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
];
const RU_ORDINAL_TENS: [&str; 10] = [
    "",
    "десят",
    "двадцат",
    "тридцат",
    "сороков",
    "пятидесят",
    "шестидесят",
    "семидесят",
    "восьмидесят",
    "девяност",
];
const RU_ORDINAL_HUNDREDS: [&str; 10] = [
    "",
    "сот",
    "двухсот",
    "трёхсот",
    "четырёхсот",
    "пятисот",
    "шестисот",
    "семисот",
    "восьмисот",
    "девятисот",
];

pub(super) fn russian(value: i64, gender: Gender) -> String {
    if value == 0 {
        return "ноль".to_owned();
    }
    let mut parts: Vec<&str> = Vec::new();
    for (power, group) in groups(value) {
        let gender = match power {
            0 => gender,
            1 => Gender::Feminine,
            _ => Gender::Masculine,
        };
        parts.push(pick(&RU_HUNDREDS, group / 100));
        let rest = group % 100;
        let ones = if rest < 20 { rest } else { rest % 10 };
        if rest >= 20 {
            parts.push(pick(&RU_TENS, rest / 10));
        }
        parts.push(match (ones, gender) {
            (1, Gender::Feminine) => "одна",
            (2, Gender::Feminine) => "две",
            (_, Gender::Masculine | Gender::Feminine) => pick(&RU_ONES, ones),
        });
        if let Some(names) = power.checked_sub(1).and_then(|power| RU_POWERS.get(power)) {
            parts.push(match category(words::Lang::Ru, group) {
                Category::One => names[0],
                Category::Few => names[1],
                Category::Many | Category::Other => names[2],
            });
        }
    }
    joined(&parts)
}

/// An ordinal; only its last word is one. `soft` is the ending of «третий».
pub(super) fn russian_ordinal(value: i64, hard: &str, soft: &str) -> String {
    let rest = value % 100;
    let (whole, last) = if rest == 0 {
        let hundreds = value % 1000 / 100;
        if hundreds == 0 {
            // Two thousand: one word, its first part in the genitive.
            let before = match value / 1000 {
                1 => String::new(),
                2 => "двух".to_owned(),
                3 => "трёх".to_owned(),
                many => russian(many, Gender::Masculine),
            };
            (0, format!("{before}тысячн"))
        } else {
            (value - hundreds * 100, pick(&RU_ORDINAL_HUNDREDS, hundreds).to_owned())
        }
    } else if rest < 20 {
        (value - rest, pick(&RU_ORDINALS, rest).to_owned())
    } else if rest % 10 == 0 {
        (value - rest, pick(&RU_ORDINAL_TENS, rest / 10).to_owned())
    } else {
        (value - rest % 10, pick(&RU_ORDINALS, rest % 10).to_owned())
    };
    let ending = if last == "трет" { soft } else { hard };
    if whole == 0 {
        format!("{last}{ending}")
    } else {
        format!("{} {last}{ending}", russian(whole, Gender::Masculine))
    }
}
