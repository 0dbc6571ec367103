//! One skeleton for the many spellings of a name: Kazakh and Russian letters, the Latin alphabets of passports,
//! of 2018 and of 2021, and what people mistype.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Raised with every change of the rules below: what older programs folded is folded anew at opening.
pub(crate) const VERSION: u8 = 3;

/// Folds a name to its Latin skeleton: small letters, words parted by one space.
///
/// ```
/// use store::fold;
/// assert_eq!(fold("Әлия Құнанбайқызы"), fold("Алия Кунанбайкызы"));
/// assert_eq!(fold("Ғалымжан"), fold("Galymzhan"));
/// assert_eq!(fold("Семёнов Юрий"), fold("Semenov Yuriy"));
/// assert_eq!(fold("Сейітов Асан"), fold("Seyitov Assan"));
/// ```
pub fn fold(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in compounds(text).iter().flatten() {
        let skeleton = skeleton(word);
        match words.last_mut() {
            // «Сейіт ұлы» is written as one word as often as as two.
            Some(before) if skeleton == "uli" || skeleton == "kizi" => before.push_str(&skeleton),
            _ if !skeleton.is_empty() => words.push(skeleton),
            Some(_) | None => {}
        }
    }
    words.join(" ")
}

/// Words as they were typed, each as its parts: «Сейт-Ахмет» has two.
pub(crate) fn compounds(text: &str) -> Vec<Vec<String>> {
    let text: String = text.nfkc().collect();
    let is_part = |c: char| c.is_alphanumeric() || is_mark(c) || is_combining_mark(c);
    text.split(|c: char| !is_part(c) && !is_hyphen(c))
        .map(|word| {
            word.split(is_hyphen).filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|parts| !parts.is_empty())
        .collect()
}

/// A number as people type it: no spaces, dashes or slashes, and letters that look alike are one.
pub(crate) fn number_key(number: &str) -> String {
    let mut key = String::new();
    for c in number.replace('№', "").nfkc().flat_map(char::to_uppercase).filter(|c| c.is_alphanumeric()) {
        // «В» is read as the Latin B and is also said V.
        let c = if c == 'V' { 'B' } else { to_latin(c).unwrap_or(c) };
        for c in c.to_lowercase() {
            match letter(c) {
                Some(letters) => key.push_str(letters),
                None => key.push(c),
            }
        }
    }
    key
}

/// The ten digits after +7 or 8, or as many as were typed.
pub(crate) fn phone_key(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    // No number of the country begins with 8; with 7 they all do.
    let has_code = phone.trim_start().starts_with('+') || digits.len() > 10 || digits.starts_with('8');
    match digits.strip_prefix(['7', '8']).filter(|_| has_code) {
        Some(rest) => rest.to_owned(),
        None => digits,
    }
}

/// Signs inside a word that are not letters: apostrophes for soft signs.
fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | 'ʹ' | '′')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Folds one word without spaces.
pub(crate) fn skeleton(word: &str) -> String {
    let word = one_script(word);
    let mut latin = String::with_capacity(word.len());
    let mut before = None;
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            // After a sign the vowel is heard as Latin spellings write it: Васильев is Vasilyev.
            'е' | 'ё' if matches!(before, Some('ь' | 'ъ')) => latin.push_str("ie"),
            _ => push(c, &mut latin),
        }
        before = Some(c);
    }
    // Spellings of one sound, longest first.
    for (from, to) in [("yo", "e"), ("йo", "e"), ("y", "i"), ("й", "i")] {
        latin = latin.replace(from, to);
    }
    for (from, to) in [
        ("shch", "sh"),
        ("sch", "sh"),
        ("ch", "\u{1}"),
        ("c", "ts"),
        ("\u{1}", "ch"),
        ("kh", "h"),
        ("gh", "g"),
        ("j", "zh"),
        ("q", "k"),
        ("w", "u"),
        ("x", "ks"),
    ] {
        latin = latin.replace(from, to);
    }
    // Ерлан is written Yerlan as often as Erlan, Сейтбаев Seitbayev.
    if let Some(rest) = latin.strip_prefix("ie") {
        latin = format!("e{rest}");
    }
    for vowel in ["a", "e", "o", "u"] {
        latin = latin.replace(&format!("{vowel}ie"), &format!("{vowel}e"));
    }
    // Assel and Әсел, Анна and Ана, Юрий and Yuri.
    let mut once = String::with_capacity(latin.len());
    for c in latin.chars() {
        if c.is_ascii_digit() || !once.ends_with(c) {
            once.push(c);
        }
    }
    once
}

fn push(c: char, latin: &mut String) {
    if c == 'й' {
        latin.push(c);
    } else if let Some(letters) = letter(c) {
        latin.push_str(letters);
    } else if !is_mark(c) && !is_combining_mark(c) {
        // A letter with any other accent is that letter; letters of other scripts are kept as they are.
        let mut base = c;
        decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                base = part;
            }
        });
        match letter(base).filter(|_| base != c) {
            Some(letters) => latin.push_str(letters),
            None => latin.push(base),
        }
    }
}

/// Beginnings of folded words that a beginning of a word may mean: typed so far, «k» may become «kh».
pub(crate) fn beginnings(word: &str) -> Vec<String> {
    let mut all = vec![skeleton(word)];
    let last = word.chars().next_back().map(|c| c.to_lowercase().collect::<String>());
    let next: &[&str] = match last.as_deref() {
        Some("y" | "й") => &["e", "o", "е", "о"],
        Some("k" | "c") => &["h"],
        _ => &[],
    };
    all.extend(next.iter().map(|more| skeleton(&format!("{word}{more}"))));
    all.extend(with_other_x(word));
    all.extend(without_silent_sign(word));
    all.retain(|beginning| !beginning.is_empty());
    let mut fewest: Vec<String> = Vec::new();
    for beginning in all {
        if !fewest.iter().any(|shorter| beginning.starts_with(shorter.as_str())) {
            fewest.push(beginning);
        }
    }
    fewest
}

/// In one of the alphabets x is the letter of Ахмет, in passports it is that of Александр.
pub(crate) fn with_other_x(word: &str) -> Option<String> {
    let is_latin = word.chars().all(|c| !is_cyrillic(c));
    (is_latin && word.contains(['x', 'X'])).then(|| skeleton(&word.replace(['x', 'X'], "h")))
}

/// The sign of Васильев, in Latin letters that of Vasilyev, is not heard, and left out as often as not.
pub(crate) fn without_silent_sign(word: &str) -> Option<String> {
    let may_have_one = |c| matches!(c, 'ь' | 'ъ' | 'Ь' | 'Ъ') || !is_cyrillic(c);
    if !word.chars().any(may_have_one) {
        return None;
    }
    let whole = skeleton(word);
    // After a vowel and at the beginning the skeleton has none.
    let without = whole.replace("ie", "e");
    (without != whole).then_some(without)
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// A word typed in two scripts is in the one whose own letters it has more of; the others only look like them.
fn one_script(word: &str) -> String {
    if !word.chars().any(is_cyrillic) || !word.chars().any(|c| to_cyrillic(c).is_some()) {
        return word.to_owned();
    }
    let own = |is_own: &dyn Fn(char) -> bool| word.chars().filter(|c| is_own(*c)).count();
    let cyrillic = own(&|c| is_cyrillic(c) && to_latin(c).is_none());
    let latin = own(&|c| c.is_alphabetic() && !is_cyrillic(c) && to_cyrillic(c).is_none());
    let turn = if cyrillic >= latin { to_cyrillic } else { to_latin };
    word.chars().map(|c| turn(c).unwrap_or(c)).collect()
}

/// Letters that look the same: Latin and Cyrillic.
const ALIKE: [(char, char); 31] = [
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('Y', 'Ү'),
    ('Ə', 'Ә'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'һ'),
    ('i', 'і'),
    ('k', 'к'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('ə', 'ә'),
    ('ë', 'ё'),
    ('Ë', 'Ё'),
    ('ï', 'ї'),
    ('ɵ', 'ө'),
    ('Ɵ', 'Ө'),
];

fn to_cyrillic(c: char) -> Option<char> {
    ALIKE.iter().find(|(latin, _)| *latin == c).map(|(_, cyrillic)| *cyrillic)
}

fn to_latin(c: char) -> Option<char> {
    ALIKE.iter().find(|(_, cyrillic)| *cyrillic == c).map(|(latin, _)| *latin)
}

fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'ә' | 'ä' | 'á' | 'ə' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ğ' | 'ǵ' | 'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' | 'є' | 'ë' | 'é' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ї' | 'ы' | 'ı' | 'й' | 'í' | 'ï' => "i",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' | 'ñ' | 'ń' => "n",
        'о' | 'ө' | 'ö' | 'ó' | 'ɵ' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        // «ý» is у in the alphabet of 2018.
        'у' | 'ұ' | 'ү' | 'ü' | 'ú' | 'ū' | 'ў' | 'ý' => "u",
        'ф' => "f",
        'х' | 'һ' => "h",
        'ц' => "ts",
        'ч' | 'ç' => "ch",
        'ш' | 'щ' | 'ş' | 'š' => "sh",
        'ю' => "iu",
        'я' => "ia",
        'ъ' | 'ь' => "",
        _ => return None,
    })
}
