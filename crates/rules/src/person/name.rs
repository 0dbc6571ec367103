//! `PersonName`: surname, name and patronymic, and when two written names may be one person's. аты-жөні / ФИО.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A name as it is written in a form. The patronymic is not everybody's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonName {
    /// тегі / фамилия
    pub surname: String,
    /// аты / имя
    pub given: String,
    /// әкесінің аты / отчество
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patronymic: Option<String>,
}

impl PersonName {
    /// Reads the three parts; an empty patronymic is none. Errors name the part.
    pub fn parse(surname: &str, given: &str, patronymic: Option<&str>) -> Result<PersonName, NameFault> {
        let patronymic = patronymic.map(str::trim).filter(|text| !text.is_empty());
        Ok(PersonName {
            surname: part("surname", surname)?,
            given: part("given", given)?,
            patronymic: patronymic.map(|text| part("patronymic", text)).transpose()?,
        })
    }

    /// Reads «Фамилия Имя Отчество» written in one line.
    pub fn parse_line(text: &str) -> Result<PersonName, NameFault> {
        let mut words = text.split_whitespace();
        let surname = words.next().unwrap_or_default();
        let given = words.next().unwrap_or_default();
        let rest: Vec<&str> = words.collect();
        PersonName::parse(surname, given, Some(&rest.join(" ")))
    }

    /// Surname with initials: `Сериков Б. А.`
    pub fn short(&self) -> String {
        let initial =
            |word: &str| word.chars().next().map(|letter| format!(" {letter}.")).unwrap_or_default();
        let patronymic = self.patronymic.as_deref().map(initial).unwrap_or_default();
        format!("{}{}{}", self.surname, initial(&self.given), patronymic)
    }

    /// The name for comparing and searching: small letters, one alphabet inside a word, ё as е.
    pub fn key(&self) -> String {
        comparable(&self.to_string())
    }

    /// True when both write the same name, letters that look alike forgiven.
    pub fn same_as(&self, other: &PersonName) -> bool {
        self.key() == other.key()
    }

    /// True when given name and patronymic agree and the surname differs, as after a marriage: a reason to
    /// ask for the proof, not to refuse.
    pub fn differs_only_by_surname(&self, other: &PersonName) -> bool {
        let rest = |name: &PersonName| {
            (comparable(&name.given), name.patronymic.as_deref().map(comparable).unwrap_or_default())
        };
        rest(self) == rest(other) && comparable(&self.surname) != comparable(&other.surname)
    }
}

/// Small letters; in a word that has Cyrillic letters Latin look-alikes become Cyrillic; ё becomes е.
pub fn comparable(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(comparable_word).collect();
    words.join(" ")
}

fn comparable_word(word: &str) -> String {
    let small = word.to_lowercase();
    let cyrillic = small.chars().any(|letter| ('\u{400}'..='\u{52f}').contains(&letter));
    small
        .chars()
        .map(|letter| match letter {
            'ё' => 'е',
            '’' | '`' | 'ʼ' => '\'',
            'a' if cyrillic => 'а',
            'c' if cyrillic => 'с',
            'e' if cyrillic => 'е',
            'h' if cyrillic => 'һ',
            'i' if cyrillic => 'і',
            'k' if cyrillic => 'к',
            'm' if cyrillic => 'м',
            'o' if cyrillic => 'о',
            'p' if cyrillic => 'р',
            't' if cyrillic => 'т',
            'x' if cyrillic => 'х',
            'y' if cyrillic => 'у',
            other => other,
        })
        .collect()
}

/// One part of a name: letters, and between them hyphens, apostrophes and single spaces.
fn part(name: &'static str, text: &str) -> Result<String, NameFault> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(NameFault::Empty { part: name });
    }
    if text.chars().count() > 100 {
        return Err(NameFault::Length { part: name });
    }
    match text.chars().find(|letter| !(letter.is_alphabetic() || " -'’ʼ`.".contains(*letter))) {
        Some(found) => Err(NameFault::Letter { part: name, found }),
        None => Ok(text),
    }
}

/// Why a written name is not a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// A part that everybody has is empty.
    #[error("{part} is empty")]
    Empty {
        /// `surname`, `given` or `patronymic`.
        part: &'static str,
    },
    /// A part is longer than a hundred letters.
    #[error("{part} is too long")]
    Length {
        /// `surname`, `given` or `patronymic`.
        part: &'static str,
    },
    /// Something that is not a letter of a name.
    #[error("`{found}` does not belong into {part}")]
    Letter {
        /// `surname`, `given` or `patronymic`.
        part: &'static str,
        /// The letter found.
        found: char,
    },
}

impl NameFault {
    /// The stable word of the reason.
    pub fn code(self) -> &'static str {
        match self {
            NameFault::Empty { .. } => "empty",
            NameFault::Length { .. } => "length",
            NameFault::Letter { .. } => "letter",
        }
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.surname, self.given)?;
        match &self.patronymic {
            Some(patronymic) => write!(f, " {patronymic}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(line: &str) -> PersonName {
        PersonName::parse_line(line).unwrap_or_else(|why| panic!("{line}: {why}"))
    }

    #[test]
    fn two_spellings_of_one_name_are_the_same() {
        for (one, other, same) in [
            ("Ерлікова Айгерім Бауыржанқызы", "ЕРЛІКОВА АЙГЕРІМ БАУЫРЖАНҚЫЗЫ", true),
            ("Ерлікова Айгерім", "Ерлiкова Айгерiм", true), // Latin i inside Cyrillic words
            ("Семёнова Алёна", "Семенова Алена", true),
            ("Ерлікова Айгерім", "Ерлікова Айгуль", false),
        ] {
            assert_eq!(name(one).same_as(&name(other)), same, "{one} / {other}");
        }
    }

    #[test]
    fn a_changed_surname_is_told_from_another_person() {
        let maiden = name("Ахметова Динара Сериковна");
        let married = name("Омарова Динара Сериковна");
        assert!(maiden.differs_only_by_surname(&married), "as after a marriage");
        assert!(!maiden.differs_only_by_surname(&name("Омарова Жанар Сериковна")));
        assert!(!maiden.differs_only_by_surname(&maiden), "nothing differs");
    }

    #[test]
    fn a_wrong_name_names_its_part() {
        for (surname, given, fault) in [
            ("", "Асан", NameFault::Empty { part: "surname" }),
            ("Асанов", "", NameFault::Empty { part: "given" }),
            ("Асан0в", "Асан", NameFault::Letter { part: "surname", found: '0' }),
        ] {
            assert_eq!(PersonName::parse(surname, given, None), Err(fault));
        }
    }

    #[test]
    fn a_name_without_patronymic_is_whole() {
        assert_eq!(name("Ким Ли").short(), "Ким Л.");
        assert_eq!(name("Сериков Бауыржан Асанұлы").short(), "Сериков Б. А.");
    }
}
