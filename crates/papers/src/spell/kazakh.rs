//! Kazakh numerals: words of a number, ordinals, months and the endings their sounds ask for.

use super::{groups, joined, pick};

const KK_ONES: [&str; 10] = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
const KK_TENS: [&str; 10] =
    ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];
const KK_POWERS: [&str; 4] = ["мың", "миллион", "миллиард", "триллион"];
pub(super) const KK_MONTHS: [&str; 12] = [
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

pub(super) fn kazakh(value: i64) -> String {
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

pub(super) fn kazakh_ordinal(value: i64) -> String {
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

/// «қазанда», «қыркүйекте», «шілдеде», «наурызда».
pub(super) fn locative(word: &str) -> &'static str {
    match (ends_voiceless(word), is_soft(word)) {
        (true, true) => "те",
        (true, false) => "та",
        (false, true) => "де",
        (false, false) => "да",
    }
}

/// «қазандағы», «қыркүйектегі», «шілдедегі», «наурыздағы».
pub(super) fn locative_attribute(word: &str) -> &'static str {
    match (ends_voiceless(word), is_soft(word)) {
        (true, true) => "тегі",
        (true, false) => "тағы",
        (false, true) => "дегі",
        (false, false) => "дағы",
    }
}

/// «қазаннан», «қыркүйектен», «шілдеден», «наурыздан».
pub(super) fn ablative(word: &str) -> &'static str {
    let nasal = word.ends_with(['м', 'н', 'ң']);
    match (ends_voiceless(word), nasal, is_soft(word)) {
        (true, _, true) => "тен",
        (true, _, false) => "тан",
        (false, true, true) => "нен",
        (false, true, false) => "нан",
        (false, false, true) => "ден",
        (false, false, false) => "дан",
    }
}

/// «қазанға», «қыркүйекке», «шілдеге», «наурызға».
pub(super) fn dative(word: &str) -> &'static str {
    match (ends_voiceless(word), is_soft(word)) {
        (true, true) => "ке",
        (true, false) => "қа",
        (false, true) => "ге",
        (false, false) => "ға",
    }
}
