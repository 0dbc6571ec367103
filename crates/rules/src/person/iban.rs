//! `Iban`: the twenty-character account number of Appendix 1, item 4. шот нөмірі / номер счета, ИИК.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A Kazakhstan account number that passed every check: `KZ`, two check digits, three digits of the bank,
/// thirteen letters or digits of the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iban([u8; 20]);

/// What was put right while reading: the person who typed it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IbanChange {
    /// Spaces or hyphens were taken out.
    Spaces,
    /// Small letters were made capital.
    LowerCase,
    /// Cyrillic letters that look like Latin ones were replaced.
    Cyrillic,
}

impl IbanChange {
    /// The stable word of the change.
    pub fn code(self) -> &'static str {
        match self {
            IbanChange::Spaces => "spaces",
            IbanChange::LowerCase => "lower_case",
            IbanChange::Cyrillic => "cyrillic",
        }
    }
}

impl Iban {
    /// Reads a number; what had to be put right is told by [`Iban::parse_telling`]. Errors say what is wrong.
    pub fn parse(text: &str) -> Result<Iban, IbanFault> {
        Iban::parse_telling(text).map(|(iban, _)| iban)
    }

    /// Reads a number and tells what was put right: spaces, small letters, Cyrillic look-alikes.
    pub fn parse_telling(text: &str) -> Result<(Iban, Vec<IbanChange>), IbanFault> {
        let (letters, changes) = put_right(text)?;
        if letters.is_empty() {
            return Err(IbanFault::Empty);
        }
        if !letters.starts_with(b"KZ") {
            let found = letters.iter().take(2).map(|letter| char::from(*letter)).collect();
            return Err(IbanFault::Country { found });
        }
        let found = letters.len();
        let letters = <[u8; 20]>::try_from(letters).map_err(|_| IbanFault::Length { found })?;
        let digits = |range: std::ops::Range<usize>| {
            letters.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
        };
        if !digits(2..4) {
            return Err(IbanFault::CheckDigits);
        }
        if !digits(4..7) {
            return Err(IbanFault::BankCode);
        }
        let iban = Iban(letters);
        if iban.remainder() != 1 {
            return Err(IbanFault::Checksum);
        }
        Ok((iban, changes))
    }

    /// Three digits of the bank. Which bank it is, is a hint of `law::Banks`, never an error.
    pub fn bank_code(&self) -> String {
        self.0.iter().skip(4).take(3).map(|letter| char::from(*letter)).collect()
    }

    /// In groups of four, as it is printed.
    pub fn printed(&self) -> String {
        let groups: Vec<String> =
            self.0.chunks(4).map(|group| group.iter().map(|letter| char::from(*letter)).collect()).collect();
        groups.join(" ")
    }

    /// ISO 7064 mod 97-10 over the rotated number: one when the check digits agree.
    fn remainder(&self) -> u32 {
        let (head, tail) = self.0.split_at(4);
        tail.iter().chain(head).fold(0, |rest, letter| {
            let value = char::from(*letter).to_digit(36).unwrap_or_default();
            (rest * if value > 9 { 100 } else { 10 } + value) % 97
        })
    }
}

/// Takes out spaces, raises small letters, replaces Cyrillic letters that look Latin.
fn put_right(text: &str) -> Result<(Vec<u8>, Vec<IbanChange>), IbanFault> {
    let mut changes = Vec::new();
    let mut note = |change: IbanChange| {
        if !changes.contains(&change) {
            changes.push(change);
        }
    };
    let mut letters = Vec::with_capacity(20);
    for (place, letter) in text.trim().chars().enumerate() {
        if letter.is_whitespace() || letter == '-' {
            note(IbanChange::Spaces);
            continue;
        }
        let latin = match look_alike(letter) {
            Some(latin) => {
                note(IbanChange::Cyrillic);
                latin
            }
            None => letter,
        };
        if !latin.is_ascii_alphanumeric() {
            return Err(IbanFault::Letter { place: place + 1, found: letter });
        }
        if latin.is_ascii_lowercase() {
            note(IbanChange::LowerCase);
        }
        letters.push(u8::try_from(latin.to_ascii_uppercase()).unwrap_or_default());
    }
    Ok((letters, changes))
}

/// The Latin letter a Cyrillic one looks like.
fn look_alike(letter: char) -> Option<char> {
    Some(match letter {
        'А' | 'а' => 'A',
        'В' | 'в' => 'B',
        'С' | 'с' => 'C',
        'Е' | 'е' => 'E',
        'Н' | 'н' | 'Һ' | 'һ' => 'H',
        'І' | 'і' => 'I',
        'К' | 'к' => 'K',
        'М' | 'м' => 'M',
        'О' | 'о' => 'O',
        'Р' | 'р' => 'P',
        'Т' | 'т' => 'T',
        'Х' | 'х' => 'X',
        'У' | 'у' | 'Ү' | 'ү' => 'Y',
        _ => return None,
    })
}

/// Why a written number is not an account number of Kazakhstan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IbanFault {
    /// Nothing is written.
    #[error("the account number is empty")]
    Empty,
    /// Something that is neither a letter nor a digit stands inside.
    #[error("`{found}` at place {place} does not belong into an account number")]
    Letter {
        /// Place from one.
        place: usize,
        /// The letter found.
        found: char,
    },
    /// It does not begin with KZ.
    #[error("the number begins with `{found}` instead of `KZ`")]
    Country {
        /// The first two letters.
        found: String,
    },
    /// Not twenty characters.
    #[error("{found} characters instead of 20")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// The two places after KZ are not digits.
    #[error("two digits must follow `KZ`")]
    CheckDigits,
    /// The bank code is not three digits.
    #[error("the bank code must be three digits")]
    BankCode,
    /// The check digits disagree with the rest: something is mistyped.
    #[error("the check digits do not agree with the number")]
    Checksum,
}

impl IbanFault {
    /// The stable word of the reason.
    pub fn code(&self) -> &'static str {
        match self {
            IbanFault::Empty => "empty",
            IbanFault::Letter { .. } => "letter",
            IbanFault::Country { .. } => "country",
            IbanFault::Length { .. } => "length",
            IbanFault::CheckDigits => "check_digits",
            IbanFault::BankCode => "bank_code",
            IbanFault::Checksum => "checksum",
        }
    }
}

impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| fmt::Write::write_char(f, char::from(*letter)))
    }
}

impl FromStr for Iban {
    type Err = IbanFault;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Iban::parse(text)
    }
}

impl Serialize for Iban {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Iban {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        Iban::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use IbanChange::{Cyrillic, LowerCase, Spaces};

    #[test]
    fn a_right_number_is_read_and_what_was_put_right_is_told() {
        for (text, bank, changes) in [
            ("KZ86125KZT5004100100", "125", vec![]),
            ("KZ31601A000000000001", "601", vec![]),
            ("KZ94722C000000000017", "722", vec![]),
            ("KZ758560000000000001", "856", vec![]),
            ("KZ699990000000000001", "999", vec![]), // no such bank, but the number is right
            ("kz94722c000000000017", "722", vec![LowerCase]),
            ("KZ94 722C 0000 0000 0017", "722", vec![Spaces]),
            ("КZ94722C000000000017", "722", vec![Cyrillic]),
            (" кz94 722с 0000 0000 0017 ", "722", vec![Cyrillic, LowerCase, Spaces]),
        ] {
            let (iban, told) = Iban::parse_telling(text).unwrap_or_else(|why| panic!("{text}: {why}"));
            assert_eq!((iban.bank_code().as_str(), &told), (bank, &changes), "{text}");
            assert_eq!(Iban::parse(&iban.to_string()), Ok(iban), "{text} is read back");
        }
    }

    #[test]
    fn a_wrong_number_says_what_is_wrong() {
        for (text, fault) in [
            ("", IbanFault::Empty),
            ("KZ94722C000000000018", IbanFault::Checksum),
            ("KZ94722C00000000001", IbanFault::Length { found: 19 }),
            ("KZ94722C0000000000170", IbanFault::Length { found: 21 }),
            ("RU94722C000000000017", IbanFault::Country { found: "RU".into() }),
            ("KZ947A2C000000000017", IbanFault::BankCode),
            ("KZA4722C000000000017", IbanFault::CheckDigits),
            ("KZ94722Ж000000000017", IbanFault::Letter { place: 8, found: 'Ж' }),
        ] {
            assert_eq!(Iban::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn an_account_is_printed_in_groups_of_four() {
        let iban = Iban::parse("KZ94722C000000000017").unwrap();
        assert_eq!(iban.printed(), "KZ94 722C 0000 0000 0017");
    }
}
