//! No-break spaces where a line must not end: between a figure and its unit, initials and a surname.

use crate::fonts;

/// Spaces at which a line never ends.
pub(crate) fn is_fixed_space(letter: char) -> bool {
    matches!(letter, '\u{A0}' | '\u{202F}' | '\u{2007}')
}

/// Ties together what must not be torn: `№ 380`, `п. 8`, `12 975 ₸`, `2026 г.`, `А. Б. Иванов`,
/// a dash and the word before it, a word of one letter and the next.
pub(crate) fn glue(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().filter(|letter| *letter == '\n' || !fonts::is_skipped(*letter)).peekable();
    let mut word = String::new();
    while let Some(letter) = chars.next() {
        if letter != ' ' {
            if is_fixed_space(letter) || letter == '\n' {
                word.clear();
            } else {
                word.push(letter);
            }
            out.push(letter);
            continue;
        }
        let next = chars.peek().copied();
        out.push(if tied(&word, next) { '\u{A0}' } else { ' ' });
        word.clear();
    }
    // Units behind a figure: the space before them was seen before the unit was.
    for unit in [" ₸", " тенге", " теңге", " тг", " г.", " ж.", " %", " МРП", " АЕК"] {
        if out.contains(unit) {
            out = tie_unit(&out, unit);
        }
    }
    out
}

fn tied(word: &str, next: Option<char>) -> bool {
    let Some(next) = next else { return false };
    if matches!(next, '—' | '–') {
        return true;
    }
    let open = word.trim_start_matches(['«', '(', '"']);
    let mut letters = open.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some('№' | '§'), None, None) => true,
        // One letter: a preposition or a conjunction.
        (Some(one), None, None) => one.is_alphabetic(),
        // An initial before an initial or a surname.
        (Some(one), Some('.'), None) if one.is_uppercase() => next.is_uppercase(),
        (Some('п' | 'ч' | 'т' | 'г'), Some('.'), None) => next.is_ascii_digit() || next.is_uppercase(),
        // A time belongs to its date: 15.10.2025 11:42.
        _ if next.is_ascii_digit() && is_date(open) => true,
        _ if matches!(open, "пп." | "ст." | "гл." | "стр." | "тел." | "каб." | "т." | "б." | "тар.") => {
            true
        }
        _ => {
            // Groups of a number: 12 975.
            next.is_ascii_digit()
                && open.len() <= 3
                && !open.is_empty()
                && open.chars().all(|letter| letter.is_ascii_digit())
        }
    }
}

/// Whether a word is written as a date is: `15.10.2025`.
fn is_date(word: &str) -> bool {
    let mut parts = word.split('.');
    let digits = |part: Option<&str>, count: usize| {
        part.is_some_and(|part| part.len() == count && part.bytes().all(|letter| letter.is_ascii_digit()))
    };
    digits(parts.next(), 2) && digits(parts.next(), 2) && digits(parts.next(), 4) && parts.next().is_none()
}

fn tie_unit(text: &str, unit: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(unit) {
        let (head, tail) = rest.split_at(at);
        out.push_str(head);
        let figure = head.chars().next_back().is_some_and(|letter| letter.is_ascii_digit());
        out.push(if figure { '\u{A0}' } else { ' ' });
        rest = tail.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together_is_tied() {
        let rows = [
            ("приказ № 380", "приказ №\u{A0}380"),
            ("12 975,00 ₸ за месяц", "12\u{A0}975,00\u{A0}₸ за месяц"),
            ("А. Б. Иванов", "А.\u{A0}Б.\u{A0}Иванов"),
            ("в п. 8 Правил", "в\u{A0}п.\u{A0}8 Правил"),
            ("14 октября 2025 г. выдан", "14 октября 2025\u{A0}г. выдан"),
            ("15.10.2025 11:42", "15.10.2025\u{A0}11:42"),
            ("ваучер — документ", "ваучер\u{A0}— документ"),
        ];
        for (text, expected) in rows {
            assert_eq!(glue(text), expected, "{text}");
        }
    }
}
