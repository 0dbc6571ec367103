//! Where a word may be divided at the end of a line: Russian by patterns, Kazakh by its syllables.

use crate::Tongue;

/// Least number of letters left on the first line and carried to the next.
const LEFT_MIN: usize = 2;
const RIGHT_MIN: usize = 2;

/// Byte offsets inside `word` where a hyphen may be put, in rising order.
///
/// A word in capitals is an abbreviation, and one with a digit a number: neither is divided.
/// Several parts joined by hyphens are divided each on its own.
#[must_use]
pub(crate) fn points(word: &str, tongue: Tongue) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in word.char_indices().chain(std::iter::once((word.len(), ' '))) {
        match (letter.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                if let Some(part) = word.get(from..at) {
                    points_of_part(part, tongue, from, &mut found);
                }
                start = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    if word.chars().any(|letter| letter.is_ascii_digit()) {
        found.clear();
    }
    found
}

fn points_of_part(part: &str, tongue: Tongue, from: usize, found: &mut Vec<usize>) {
    let letters = part.chars().count();
    let capitals = part.chars().filter(|letter| letter.is_uppercase()).count();
    if letters < LEFT_MIN + RIGHT_MIN || (capitals > 1 && capitals == letters) {
        return;
    }
    let kazakh = tongue == Tongue::Kk || part.chars().any(is_kazakh_only);
    if kazakh {
        found.extend(kazakh_points(part).map(|at| from + at));
        return;
    }
    let lower = part.to_lowercase();
    if lower.len() != part.len() {
        return;
    }
    let mut at = 0;
    for syllable in hypher::hyphenate(&lower, hypher::Lang::Russian) {
        at += syllable.len();
        if enough(part, at) {
            found.push(from + at);
        }
    }
}

fn enough(part: &str, at: usize) -> bool {
    let (Some(left), Some(right)) = (part.get(..at), part.get(at..)) else { return false };
    left.chars().count() >= LEFT_MIN && right.chars().count() >= RIGHT_MIN
}

/// Syllables of Kazakh are (C)V(C)(C): the last consonant before a vowel opens the next syllable.
fn kazakh_points(part: &str) -> impl Iterator<Item = usize> {
    let letters: Vec<(usize, char)> = part
        .char_indices()
        .map(|(at, letter)| (at, letter.to_lowercase().next().unwrap_or(letter)))
        .collect();
    let letter = |index: usize| letters.get(index).map(|pair| pair.1);
    // «У» beside a vowel is a consonant (тау, уақыт), between consonants a vowel (тұру, қосу).
    let vowel = |index: usize| match letter(index) {
        Some('у') => {
            let beside = |other: Option<char>| other.is_some_and(|one| one != 'у' && is_vowel(one));
            let before = index.checked_sub(1).and_then(letter);
            !beside(letter(index + 1)) && !beside(before)
        }
        Some(other) => is_vowel(other),
        None => false,
    };
    let mut points = Vec::new();
    let mut last_vowel: Option<usize> = None;
    for index in 0..letters.len() {
        if !vowel(index) {
            continue;
        }
        if let Some(before) = last_vowel {
            let opens = if index - before > 1 { index - 1 } else { index };
            let begins = letter(opens);
            // A sign belongs to the letter before it, and two parts of one sound stay together.
            if !matches!(begins, Some('ь' | 'ъ'))
                && let Some(&(at, _)) = letters.get(opens)
                && opens >= LEFT_MIN
                && letters.len() - opens >= RIGHT_MIN
            {
                points.push(at);
            }
        }
        last_vowel = Some(index);
    }
    points.into_iter()
}

fn is_vowel(letter: char) -> bool {
    "аәеёиоөуұүыіэюя".contains(letter)
}

fn is_kazakh_only(letter: char) -> bool {
    "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(word: &str, tongue: Tongue) -> String {
        let mut out = String::new();
        let mut from = 0;
        for at in points(word, tongue) {
            out.push_str(&word[from..at]);
            out.push('-');
            from = at;
        }
        out + &word[from..]
    }

    #[test]
    fn words_are_divided_as_their_language_divides_them() {
        let rows = [
            (Tongue::Kk, "мемлекеттік", "мем-ле-кет-тік"),
            (Tongue::Kk, "біліктілікті", "бі-лік-ті-лік-ті"),
            (Tongue::Kk, "жұмыссыз", "жұ-мыс-сыз"),
            (Tongue::Kk, "уақытша", "уа-қыт-ша"),
            (Tongue::Kk, "ұзартылады", "ұзар-ты-ла-ды"),
            (Tongue::Kk, "орталығының", "ор-та-лы-ғы-ның"),
            (Tongue::Kk, "ЖСН", "ЖСН"),
            (Tongue::Kk, "тау", "тау"),
            (Tongue::Ru, "Қарағанды", "Қа-ра-ған-ды"),
            (Tongue::Ru, "отказ", "от-каз"),
            (Tongue::Ru, "ИИН", "ИИН"),
            (Tongue::Ru, "3-деңгейге", "3-деңгейге"),
        ];
        for (tongue, word, expected) in rows {
            assert_eq!(divided(word, tongue), expected, "{word} is divided at its syllables");
        }
    }

    #[test]
    fn a_russian_word_is_divided_by_the_patterns_and_never_leaves_one_letter() {
        let divided = divided("профессиональной", Tongue::Ru);
        assert!(divided.starts_with("про-фес-си"), "{divided} follows the Russian patterns");
        assert!(
            divided.rsplit('-').next().is_some_and(|tail| tail.chars().count() >= RIGHT_MIN),
            "{divided}"
        );
    }
}
