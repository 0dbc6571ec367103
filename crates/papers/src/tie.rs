//! No-break spaces where a line must not end: between a figure and its unit, initials and a surname.

use crate::fonts;

/// Spaces at which a line never ends.
pub(crate) fn is_fixed_space(letter: char) -> bool {
    matches!(letter, '\u{A0}' | '\u{202F}' | '\u{2007}')
}

/// Ties together what must not be torn: `№ 380`, `пункт 8`, `12 975 ₸`, `15 дней`, `А. Б. Иванов`, a
/// telephone, a dash and the word before it, a word of one letter and the next. A tabulator is a space.
pub(crate) fn glue(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let spaced = text.chars().map(|letter| if letter == '\t' { ' ' } else { letter });
    let mut chars = spaced.filter(|letter| *letter == '\n' || !fonts::is_skipped(*letter)).peekable();
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
        let follows = |words: [&str; 4]| {
            let ahead = chars.clone().take_while(|letter| !matches!(letter, ' ' | '\n'));
            words.iter().any(|word| ahead.clone().eq(word.chars()))
        };
        let tie = tied(&word, next) && !(is_number(&word) && follows(["және", "мен", "или", "либо"]));
        out.push(if tie { '\u{A0}' } else { ' ' });
        word.clear();
    }
    // Units behind a figure: the space before them was seen before the unit was. The sign of the currency
    // never begins a line.
    for unit in [" ₸", " %", " МРП", " АЕК"] {
        if out.contains(unit) {
            out = tie_unit(&out, unit);
        }
    }
    out
}

fn tied(word: &str, next: Option<char>) -> bool {
    let Some(next) = next else { return false };
    if matches!(next, '—' | '–') || (next == '№' && word.ends_with(',')) {
        return true;
    }
    let open = word.trim_start_matches(['«', '(', '"']);
    let mut letters = open.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some('№' | '§'), None, None) => true,
        // One letter: a preposition or a conjunction.
        (Some(one), None, None) if one.is_alphabetic() => true,
        // An initial before an initial or a surname.
        (Some(one), Some('.'), None) if one.is_uppercase() => next.is_uppercase(),
        (Some('п' | 'ч' | 'т' | 'г'), Some('.'), None) => next.is_ascii_digit() || next.is_uppercase(),
        // A time belongs to its date: 15.10.2025 11:42.
        _ if next.is_ascii_digit() && is_date(open) => true,
        // A sub-paragraph and the word of it: 1) тармақшасы.
        _ if next.is_lowercase() && is_sub_paragraph(open) => true,
        // A paragraph and its number, a telephone and its parts.
        _ if next.is_ascii_digit()
            && ["пункт", "подпункт", "стать"].iter().any(|one| open.starts_with(one)) =>
        {
            true
        }
        _ if is_of_telephone(word) => next.is_ascii_digit() || next == '(',
        _ if matches!(open, "пп." | "ст." | "гл." | "стр." | "тел." | "каб." | "т." | "б." | "тар.") => {
            true
        }
        _ => {
            // Groups of a number: 12 975; a number and what it counts: 15 дней, 14 қазан.
            is_number(open)
                && ((next.is_ascii_digit() && open.len() <= 3) || (next.is_lowercase() && open.len() <= 4))
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

fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(['«', '(', '"']);
    !digits.is_empty() && digits.bytes().all(|letter| letter.is_ascii_digit())
}

/// `3)` of `3) тармақшасына сәйкес`.
fn is_sub_paragraph(word: &str) -> bool {
    word.strip_suffix(')')
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|letter| letter.is_ascii_digit()))
}

/// `+7`, `(7142)` of `+7 (7142) 50-00-00`.
fn is_of_telephone(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
    word.strip_prefix('+').is_some_and(digits)
        || word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).is_some_and(digits)
}

fn tie_unit(text: &str, unit: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(unit) {
        let (head, tail) = rest.split_at(at);
        out.push_str(head);
        let figure = unit == " ₸" || head.chars().next_back().is_some_and(|letter| letter.is_ascii_digit());
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
            ("14 октября 2025 г. выдан", "14\u{A0}октября 2025\u{A0}г. выдан"),
            ("2025 жылғы 14 қазан", "2025\u{A0}жылғы 14\u{A0}қазан"),
            ("на 15 дней", "на 15\u{A0}дней"),
            ("(12 және 13-тармақтар)", "(12 және 13-тармақтар)"),
            ("подпункты 1 и 2", "подпункты\u{A0}1\u{A0}и\u{A0}2"),
            ("14-тармағы 1) тармақшасы", "14-тармағы 1)\u{A0}тармақшасы"),
            ("Акт, №", "Акт,\u{A0}№"),
            ("Доплата лица, ₸", "Доплата лица,\u{A0}₸"),
            ("тел. +7 (7142) 50-00-00, внутр. 12", "тел.\u{A0}+7\u{A0}(7142)\u{A0}50-00-00, внутр. 12"),
            ("Иванов\tИван", "Иванов Иван"),
            ("15.10.2025 11:42", "15.10.2025\u{A0}11:42"),
            ("ваучер — документ", "ваучер\u{A0}— документ"),
        ];
        for (text, expected) in rows {
            assert_eq!(glue(text), expected, "{text}");
        }
    }
}
