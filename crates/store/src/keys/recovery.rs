//! The recovery code: 160 random bits in Crockford's base 32, printed once on a card in eight groups, each
//! ended by a letter of check, so that a slip is found in the group where it was made.

use zeroize::Zeroize;

use super::seal::{Secret, sha256};
use crate::error::{Error, Result};
use crate::ids::random;

/// Letters and digits that are not mistaken for one another: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 8;
/// Letters of a group: four of the code and the letter of check.
const GROUP: usize = 5;

/// The code of the sealed envelope. Whoever holds it can open the vault.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; 20]);

impl Drop for RecoveryCode {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode")
    }
}

impl RecoveryCode {
    pub(crate) fn new() -> Result<Self> {
        random::<20>().map(Self)
    }

    /// Forty letters in groups, as they are printed: `XXXXX-XXXXX-…`.
    pub fn to_card(&self) -> String {
        let mut values: Vec<u8> = Vec::with_capacity(GROUPS * (GROUP - 1));
        let mut bits = 0u32;
        let mut held = 0u32;
        for byte in self.0 {
            bits = (bits << 8) | u32::from(byte);
            held += 8;
            while held >= 5 {
                held -= 5;
                values.push((bits >> held & 31) as u8);
            }
            bits &= (1 << held) - 1;
        }
        let groups = values.chunks(GROUP - 1).enumerate().map(|(place, group)| {
            let ends = check(place, group);
            group.iter().chain([&ends]).map(|value| letter(*value)).collect::<String>()
        });
        groups.collect::<Vec<_>>().join("-")
    }

    /// Reads a typed code: small letters, spaces and dashes do not matter, O is 0, I and L are 1, and so are
    /// the Cyrillic letters that look like Latin ones.
    ///
    /// # Errors
    /// [`Error::RecoveryCodeMistyped`] names the first group that cannot be right.
    pub fn parse(text: &str) -> Result<Self> {
        // Every dash there is, and the blanks a scanner or a letter puts in.
        let between = |c: char| {
            c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '_' | '.')
        };
        let typed: Vec<&str> = text.split(between).filter(|part| !part.is_empty()).collect();
        let letters: Vec<char> = typed.iter().flat_map(|part| part.chars()).collect();
        // Typed as it is printed, a group too short or too long is that group; otherwise the letters are counted.
        let groups: Vec<Vec<char>> = if typed.len() == GROUPS {
            typed.iter().map(|part| part.chars().collect()).collect()
        } else {
            letters.chunks(GROUP).map(<[char]>::to_vec).collect()
        };
        let mut values: Vec<u8> = Vec::with_capacity(GROUPS * (GROUP - 1));
        for place in 0..GROUPS {
            let mistyped = |what| Error::RecoveryCodeMistyped { group: place + 1, what };
            let group = groups.get(place).map(Vec::as_slice).unwrap_or_default();
            let read: Vec<Option<u8>> = group.iter().map(|c| value(*c)).collect();
            if read.contains(&None) {
                return Err(mistyped("a letter that no code has"));
            }
            if group.len() != GROUP {
                return Err(mistyped("not five letters"));
            }
            let read: Vec<u8> = read.into_iter().flatten().collect();
            let (code, ends) = read.split_at(GROUP - 1);
            if ends != [check(place, code)] {
                return Err(mistyped("its last letter does not fit the others"));
            }
            values.extend(code);
        }
        if groups.len() > GROUPS {
            return Err(Error::RecoveryCodeMistyped { group: GROUPS, what: "more letters after it" });
        }
        let mut code = [0u8; 20];
        let mut bits = 0u32;
        let mut held = 0u32;
        let mut bytes = code.iter_mut();
        for value in values {
            bits = (bits << 5) | u32::from(value);
            held += 5;
            if held >= 8 {
                held -= 8;
                if let Some(byte) = bytes.next() {
                    *byte = (bits >> held & 0xff) as u8;
                }
                bits &= (1 << held) - 1;
            }
        }
        Ok(Self(code))
    }

    /// The key that opens the recovery slot: the code is long enough to need no slow derivation.
    pub(crate) fn key(&self, salt: &[u8; 16]) -> Secret {
        Secret(sha256(&[b"tanu recovery code", &self.0])).derive(salt, "tanu/1/recovery")
    }
}

fn letter(value: u8) -> char {
    ALPHABET.get(usize::from(value & 31)).map_or('0', |letter| char::from(*letter))
}

fn value(typed: char) -> Option<u8> {
    // Capitals of the Russian and Kazakh keyboards that nobody tells from Latin ones.
    let latin = match typed.to_uppercase().next().unwrap_or(typed) {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' | 'Һ' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' | 'Ү' => 'Y',
        'З' => '3',
        'O' | 'О' => '0',
        'I' | 'L' | 'І' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|letter| char::from(*letter) == latin)?;
    u8::try_from(at).ok()
}

/// The letter of check: a sum over the field of 32 elements in which every place weighs otherwise, so that any
/// one wrong letter and any two exchanged ones are seen; the place of the group is in it too.
fn check(place: usize, group: &[u8]) -> u8 {
    let start = u8::try_from(place + 1).unwrap_or_default() & 31;
    group.iter().fold(start, |sum, value| double(sum ^ value)) & 31
}

/// Times the root of x⁵ + x² + 1.
fn double(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_however_it_is_typed() {
        for _ in 0..50 {
            let code = RecoveryCode::new().unwrap();
            let card = code.to_card();
            assert_eq!(card.chars().filter(|c| *c != '-').count(), 40, "forty letters stand on the card");
            let cyrillic: String = card
                .chars()
                .map(|c| "ABCEHKMPTXY".find(c).map_or(c, |at| "АВСЕНКМРТХУ".chars().nth(at).unwrap()))
                .collect();
            for typed in [
                card.clone(),
                card.to_lowercase(),
                card.replace('-', " "),
                card.replace('-', ""),
                card.replace('-', " – "),
                format!("  {}\n", card.replace('-', "\n")),
                card.replace('0', "o").replace('1', "l"),
                card.replace('0', "О").replace('1', "і"),
                cyrillic.clone(),
                cyrillic.to_lowercase(),
            ] {
                assert_eq!(RecoveryCode::parse(&typed).unwrap(), code, "typed as {typed}");
            }
        }
    }

    /// The group a mistyped code is said to be wrong in.
    fn wrong_group(typed: &str) -> usize {
        match RecoveryCode::parse(typed) {
            Err(Error::RecoveryCodeMistyped { group, .. }) => group,
            other => unreachable!("{typed} was taken: {other:?}"),
        }
    }

    #[test]
    fn every_wrong_letter_is_noticed_and_its_group_is_named() {
        let card = RecoveryCode([0x5a; 20]).to_card();
        let letters: Vec<char> = card.chars().collect();
        for at in 0..letters.len() {
            if letters[at] == '-' {
                continue;
            }
            let group = at / (GROUP + 1) + 1;
            for other in ALPHABET.iter().map(|letter| char::from(*letter)).chain(['U', '%', 'Ж']) {
                if other == letters[at] {
                    continue;
                }
                let mut wrong = letters.clone();
                wrong[at] = other;
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(wrong_group(&wrong), group, "{wrong} beside {card}");
            }
            let mut short = letters.clone();
            short.remove(at);
            assert_eq!(wrong_group(&short.into_iter().collect::<String>()), group, "a letter left out");
        }
    }

    #[test]
    fn exchanged_letters_and_groups_are_noticed() {
        let card = RecoveryCode([
            0x13, 0x57, 0x9b, 0xdf, 0x02, 0x46, 0x8a, 0xce, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88,
            0x99, 0xaa, 0xbb, 0xcc,
        ])
        .to_card();
        let letters: Vec<char> = card.chars().collect();
        for at in 0..letters.len() - 1 {
            if letters[at] != '-' && letters[at + 1] != '-' && letters[at] != letters[at + 1] {
                let mut wrong = letters.clone();
                wrong.swap(at, at + 1);
                assert_eq!(wrong_group(&wrong.into_iter().collect::<String>()), at / (GROUP + 1) + 1);
            }
        }
        let mut groups: Vec<&str> = card.split('-').collect();
        groups.swap(2, 5);
        assert_eq!(wrong_group(&groups.join("-")), 3, "the first of two exchanged groups");
        for (typed, group, why) in
            [("", 1, "empty"), ("UUUUU", 1, "a letter outside"), (&card[..20], 4, "half of a card")]
        {
            assert_eq!(wrong_group(typed), group, "{why}");
        }
        assert_eq!(wrong_group(&format!("{card}-00000")), 8, "more than a card");
    }
}
