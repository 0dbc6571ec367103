//! Sums and dates in words, in Kazakh and in Russian, with the right endings.
//!
//! The numerals are tables of this file and not messages: they are grammar, as plural forms are.

use chrono::{Datelike, NaiveDate};
use rules::money::Money;
use words::plural::{Category, category};

use crate::Tongue;

/// Grammatical gender of what is counted in Russian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
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
const RU_MONTHS: [&str; 12] = [
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
    "четверт",
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

const KK_ONES: [&str; 10] = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
const KK_TENS: [&str; 10] =
    ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];
const KK_POWERS: [&str; 4] = ["мың", "миллион", "миллиард", "триллион"];
const KK_MONTHS: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];
const KK_ORDINAL_ONES: [&str; 10] = [
    "",
    "бірінші",
    "екінші",
    "үшінші",
    "төртінші",
    "бесінші",
    "алтыншы",
    "жетінші",
    "сегізінші",
    "тоғызыншы",
];
const KK_ORDINAL_TENS: [&str; 10] = [
    "",
    "оныншы",
    "жиырмасыншы",
    "отызыншы",
    "қырқыншы",
    "елуінші",
    "алпысыншы",
    "жетпісінші",
    "сексенінші",
    "тоқсаныншы",
];

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

fn month(names: &[&'static str; 12], date: NaiveDate) -> &'static str {
    usize::try_from(date.month0()).ok().and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// Whether the last vowel of a word is a soft one, on which Kazakh endings depend.
fn is_soft(word: &str) -> bool {
    word.chars()
        .rev()
        .find_map(|letter| match letter {
            'ә' | 'е' | 'ө' | 'ү' | 'і' | 'и' => Some(true),
            'а' | 'о' | 'ұ' | 'ы' | 'у' => Some(false),
            _ => None,
        })
        .unwrap_or(false)
}

fn ends_voiceless(word: &str) -> bool {
    word.ends_with(['к', 'қ', 'п', 'т', 'с', 'ш', 'ф', 'х', 'ц', 'ч', 'щ'])
}

/// «қазандағы», «қыркүйектегі», «шілдедегі», «наурыздағы».
fn locative_attribute(word: &str) -> &'static str {
    match (ends_voiceless(word), is_soft(word)) {
        (true, true) => "тегі",
        (true, false) => "тағы",
        (false, true) => "дегі",
        (false, false) => "дағы",
    }
}

/// «қазанға», «қыркүйекке», «шілдеге», «наурызға».
fn dative(word: &str) -> &'static str {
    match (ends_voiceless(word), is_soft(word)) {
        (true, true) => "ке",
        (true, false) => "қа",
        (false, true) => "ге",
        (false, false) => "ға",
    }
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

fn russian(value: i64, gender: Gender) -> String {
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
fn russian_ordinal(value: i64, hard: &str, soft: &str) -> String {
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

fn kazakh(value: i64) -> String {
    if value == 0 {
        return "нөл".to_owned();
    }
    let mut parts: Vec<&str> = Vec::new();
    for (power, group) in groups(value) {
        let hundreds = group / 100;
        if hundreds > 1 {
            parts.push(pick(&KK_ONES, hundreds));
        }
        if hundreds > 0 {
            parts.push("жүз");
        }
        parts.push(pick(&KK_TENS, group % 100 / 10));
        parts.push(pick(&KK_ONES, group % 10));
        if let Some(name) = power.checked_sub(1).and_then(|power| KK_POWERS.get(power)) {
            parts.push(name);
        }
    }
    joined(&parts)
}

fn kazakh_ordinal(value: i64) -> String {
    let (ones, tens) = (value % 10, value % 100 / 10);
    let (whole, last) = if ones > 0 {
        (value - ones, pick(&KK_ORDINAL_ONES, ones).to_owned())
    } else if tens > 0 {
        (value - tens * 10, pick(&KK_ORDINAL_TENS, tens).to_owned())
    } else {
        // Hundreds and thousands take their ending themselves.
        let whole = kazakh(value);
        let ending = if whole.ends_with("жүз") { "інші" } else { "ыншы" };
        (0, format!("{whole}{ending}"))
    };
    if whole == 0 { last } else { format!("{} {last}", kazakh(whole)) }
}

fn joined(parts: &[&str]) -> String {
    let full: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    full.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenge(text: &str) -> Money {
        Money::parse(text).expect("the row is a sum")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("the row is a date")
    }

    #[test]
    fn sums_are_spelt_in_both_languages() {
        let rows = [
            ("0", "ноль тенге ноль тиынов", "нөл теңге нөл тиын"),
            ("1.01", "один тенге один тиын", "бір теңге бір тиын"),
            ("2.22", "два тенге двадцать два тиына", "екі теңге жиырма екі тиын"),
            ("11.11", "одиннадцать тенге одиннадцать тиынов", "он бір теңге он бір тиын"),
            ("100", "сто тенге ноль тиынов", "жүз теңге нөл тиын"),
            ("1000", "одна тысяча тенге ноль тиынов", "бір мың теңге нөл тиын"),
            ("2002", "две тысячи два тенге ноль тиынов", "екі мың екі теңге нөл тиын"),
            (
                "12975.50",
                "двенадцать тысяч девятьсот семьдесят пять тенге пятьдесят тиынов",
                "он екі мың тоғыз жүз жетпіс бес теңге елу тиын",
            ),
            (
                "21001000",
                "двадцать один миллион одна тысяча тенге ноль тиынов",
                "жиырма бір миллион бір мың теңге нөл тиын",
            ),
            (
                "1234567890.99",
                "один миллиард двести тридцать четыре миллиона пятьсот шестьдесят семь тысяч восемьсот девяносто тенге \
                 девяносто девять тиынов",
                "бір миллиард екі жүз отыз төрт миллион бес жүз алпыс жеті мың сегіз жүз тоқсан теңге тоқсан тоғыз тиын",
            ),
        ];
        for (value, ru, kk) in rows {
            assert_eq!(sum(Tongue::Ru, tenge(value)), ru, "{value} in Russian");
            assert_eq!(sum(Tongue::Kk, tenge(value)), kk, "{value} in Kazakh");
        }
    }

    #[test]
    fn dates_are_spelt_with_their_endings() {
        let rows = [
            (
                "2025-10-14",
                "четырнадцатое октября две тысячи двадцать пятого года",
                "екі мың жиырма бесінші жылғы он төртінші қазан",
            ),
            (
                "2026-03-03",
                "третье марта две тысячи двадцать шестого года",
                "екі мың жиырма алтыншы жылғы үшінші наурыз",
            ),
            (
                "2023-01-20",
                "двадцатое января две тысячи двадцать третьего года",
                "екі мың жиырма үшінші жылғы жиырмасыншы қаңтар",
            ),
            (
                "2000-12-31",
                "тридцать первое декабря двухтысячного года",
                "екі мыңыншы жылғы отыз бірінші желтоқсан",
            ),
            (
                "1999-05-30",
                "тридцатое мая одна тысяча девятьсот девяносто девятого года",
                "бір мың тоғыз жүз тоқсан тоғызыншы жылғы отызыншы мамыр",
            ),
            (
                "2040-08-10",
                "десятое августа две тысячи сорокового года",
                "екі мың қырқыншы жылғы оныншы тамыз",
            ),
        ];
        for (date_text, ru, kk) in rows {
            assert_eq!(date(Tongue::Ru, day(date_text)), ru, "{date_text} in Russian");
            assert_eq!(date(Tongue::Kk, day(date_text)), kk, "{date_text} in Kazakh");
        }
    }

    #[test]
    fn kazakh_months_take_the_ending_of_their_vowels_and_last_letter() {
        let endings = [
            "қаңтардағы",
            "ақпандағы",
            "наурыздағы",
            "сәуірдегі",
            "мамырдағы",
            "маусымдағы",
            "шілдедегі",
            "тамыздағы",
            "қыркүйектегі",
            "қазандағы",
            "қарашадағы",
            "желтоқсандағы",
        ];
        for (index, expected) in (1_u32..).zip(endings) {
            let date = NaiveDate::from_ymd_opt(2025, index, 5).expect("a date");
            assert_eq!(dated(Tongue::Kk, date), format!("2025 жылғы 5 {expected}"));
        }
        assert_eq!(dated(Tongue::Ru, day("2025-10-14")), "от 14 октября 2025 года");
        assert_eq!(
            through(Tongue::Kk, day("2025-09-01")),
            "2025 жылғы 1 қыркүйекке дейін (осы күнді қоса алғанда)"
        );
        assert_eq!(through(Tongue::Ru, day("2025-09-01")), "по 1 сентября 2025 года включительно");
    }
}
