//! Whether a password may be set: long, not among those that are guessed first, and made of nothing that stands
//! on the door. No rules about kinds of characters and no forced change.

use crate::contract::No;
use zxcvbn::{Score, zxcvbn};

/// Fewest characters of a password.
pub const CHARACTERS_MIN: usize = 12;
/// Shorter words are part of too many others to be taken for a name.
const PERSONAL_CHARACTERS_MIN: usize = 4;

/// What everybody here tries first; the lists of the estimator are of the English web.
const COMMON: [&str; 28] = [
    "parol",
    "пароль",
    "құпиясөз",
    "qupiyasoz",
    "йцукен",
    "фывапр",
    "ячсмит",
    "admin",
    "админ",
    "администратор",
    "әкімші",
    "kazakhstan",
    "казахстан",
    "қазақстан",
    "qazaqstan",
    "astana",
    "астана",
    "almaty",
    "алматы",
    "nursultan",
    "любовь",
    "солнышко",
    "махаббат",
    "здравствуйте",
    "сәлем",
    "tanu",
    "enbek",
    "еңбек",
];

/// A "no" that says what to do instead.
pub fn is_fit(password: &str, about: &[&str]) -> Result<(), No> {
    if password.chars().count() < CHARACTERS_MIN {
        return Err(No::invalid("password-short").with("characters", CHARACTERS_MIN));
    }
    let lower = password.to_lowercase();
    let known: Vec<String> = about.iter().flat_map(|text| words(text)).collect();
    if known.iter().any(|word| lower.contains(word)) {
        return Err(No::invalid("password-personal"));
    }
    // Typed on the Russian or Kazakh keyboard, «йцукен» is what `qwerty` is on the other.
    let keys: String = lower.chars().map(key_of).collect();
    let inputs: Vec<&str> = COMMON.iter().copied().chain(known.iter().map(String::as_str)).collect();
    let keyed: Vec<String> = inputs.iter().map(|word| word.chars().map(key_of).collect()).collect();
    let inputs: Vec<&str> = inputs.into_iter().chain(keyed.iter().map(String::as_str)).collect();
    let guessed = |typed: &str| zxcvbn(typed, &inputs).score() < Score::Three;
    if guessed(password) || guessed(&keys) {
        return Err(No::invalid("password-common"));
    }
    Ok(())
}

/// Words of a login, a name or an office by which everybody knows it.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= PERSONAL_CHARACTERS_MIN)
        .map(str::to_lowercase)
}

/// The Latin letter on the same key of the keyboards used here.
fn key_of(typed: char) -> char {
    const CYRILLIC: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
    const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    // The Kazakh keyboard has its own letters on the row of digits.
    const KAZAKH: &str = "әіңғүұқөһ";
    const DIGITS: &str = "2345890-=";
    [(CYRILLIC, LATIN), (KAZAKH, DIGITS)]
        .into_iter()
        .find_map(|(from, to)| to.chars().nth(from.chars().position(|letter| letter == typed)?))
        .unwrap_or(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_not_the_first_guess() {
        let rows = [
            ("қызыл-алма-бақша", "", "three plain words"),
            ("correct horse battery", "", "three plain words"),
            ("steppe tulip morning", "", "three plain words"),
            ("жеті қазына боран", "", "three plain words"),
            ("short one", "password-short", "nine characters"),
            ("aaaaaaaaaaaaaaaa", "password-common", "one letter"),
            ("abcabcabcabcabc", "password-common", "the same again"),
            ("password1234", "password-common", "the first of the list"),
            ("P@ssw0rd1234", "password-common", "the same with signs"),
            ("qwertyuiop123", "password-common", "a row of keys"),
            ("йцукенгшщзхъ", "password-common", "a row of keys"),
            ("пароль123456", "password-common", "the first here"),
            ("gfhjkm123456", "password-common", "the same on the other keyboard"),
            ("Қазақстан2026", "password-common", "the country and the year"),
            ("iloveyou1234", "password-common", "of the list"),
            ("football2024", "password-common", "of the list"),
            ("1234567890123", "password-common", "counted"),
            ("my-serikova-2026", "password-personal", "the surname"),
            ("specialist-kz-01", "password-personal", "the login"),
            ("костанай-жаз-44", "password-personal", "the office"),
        ];
        let about = ["specialist", "Серікова Serikova Айгүл", "Карьерный центр «Костанай»"];
        for (password, code, why) in rows {
            let told = is_fit(password, &about).err().map(|no| no.code).unwrap_or_default();
            assert_eq!(told, code, "{password}: {why}");
        }
    }

    #[test]
    fn a_common_password_made_long_by_counting_or_by_saying_it_twice_is_refused() {
        // Taken from over the first three thousands of what is guessed first.
        let listed = [
            "letmein",
            "trustno1",
            "baseball",
            "superman",
            "michelle",
            "mustang1",
            "jennifer",
            "computer",
            "corvette",
            "princess",
            "sunshine",
            "starwars",
            "whatever",
            "samantha",
            "victoria",
            "maverick",
            "rangers1",
            "chelsea1",
            "blink182",
            "metallica",
        ];
        for word in listed {
            for typed in [format!("{word}12345"), format!("{word}{word}"), format!("{word:0<12}")] {
                assert!(is_fit(&typed, &[]).is_err(), "{typed} holds a word everybody tries");
            }
        }
    }
}
