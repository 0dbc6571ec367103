//! The recovery code: 160 random bits in Crockford's base 32 with two letters of check, printed once on a card.

use zeroize::Zeroize;

use super::seal::{Secret, sha256};
use crate::error::{Error, Result};
use crate::ids::random;

/// Letters and digits that are not mistaken for one another: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS: usize = 32;
const CHECK: usize = 2;

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

    /// 34 letters in groups, as they are printed: `XXXX-XXXX-…-XX`.
    pub fn to_card(&self) -> String {
        let mut letters: Vec<u8> = Vec::with_capacity(LETTERS + CHECK);
        let mut bits = 0u32;
        let mut held = 0u32;
        for byte in self.0 {
            bits = (bits << 8) | u32::from(byte);
            held += 8;
            while held >= 5 {
                held -= 5;
                letters.push(letter(bits >> held));
            }
            bits &= (1 << held) - 1;
        }
        letters.extend(check(&self.0));
        let groups: Vec<String> =
            letters.chunks(4).map(|group| group.iter().copied().map(char::from).collect()).collect();
        groups.join("-")
    }

    /// Reads a typed code: small letters, spaces and dashes do not matter, O is 0, I and L are 1.
    pub fn parse(text: &str) -> Result<Self> {
        let mistyped = |what| Error::RecoveryCodeMistyped { what };
        let mut values: Vec<u8> = Vec::with_capacity(LETTERS + CHECK);
        for c in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = ALPHABET.iter().position(|letter| char::from(*letter) == c);
            let value = value.and_then(|v| u8::try_from(v).ok());
            values.push(value.ok_or(mistyped("a letter that no code has"))?);
            if values.len() > LETTERS + CHECK {
                return Err(mistyped("too long"));
            }
        }
        if values.len() < LETTERS + CHECK {
            return Err(mistyped("too short"));
        }
        let mut code = [0u8; 20];
        let mut bits = 0u32;
        let mut held = 0u32;
        let mut bytes = code.iter_mut();
        for value in values.iter().take(LETTERS) {
            bits = (bits << 5) | u32::from(*value);
            held += 5;
            if held >= 8 {
                held -= 8;
                if let Some(byte) = bytes.next() {
                    *byte = u8::try_from(bits >> held & 0xff).unwrap_or(0);
                }
                bits &= (1 << held) - 1;
            }
        }
        let typed: Vec<u8> = values.iter().skip(LETTERS).map(|value| letter(u32::from(*value))).collect();
        if typed != check(&code) {
            return Err(mistyped("the last two letters do not fit the others"));
        }
        Ok(Self(code))
    }

    /// The key that opens the recovery slot: the code is long enough to need no slow derivation.
    pub(crate) fn key(&self, salt: &[u8; 16]) -> Secret {
        Secret(sha256(&[b"tanu recovery code", &self.0])).derive(salt, "tanu/1/recovery")
    }
}

fn letter(value: u32) -> u8 {
    ALPHABET.get((value & 31) as usize).copied().unwrap_or(b'0')
}

fn check(code: &[u8; 20]) -> [u8; CHECK] {
    let [first, second, ..] = sha256(&[b"tanu recovery check", code]);
    [letter(u32::from(first)), letter(u32::from(second))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_however_it_is_typed() {
        let code = RecoveryCode::new().unwrap();
        let card = code.to_card();
        assert_eq!(card.chars().filter(|c| *c != '-').count(), 34, "34 letters stand on the card");
        for typed in [
            card.clone(),
            card.to_lowercase(),
            card.replace('-', " "),
            card.replace('-', ""),
            card.replace('0', "o").replace('1', "l"),
        ] {
            assert_eq!(RecoveryCode::parse(&typed).unwrap(), code, "typed as {typed}");
        }
    }

    #[test]
    fn one_wrong_letter_is_noticed_before_the_vault_is_tried() {
        let card = RecoveryCode([0x5a; 20]).to_card();
        let mut noticed = 0;
        let letters: Vec<char> = card.chars().collect();
        for at in 0..letters.len() {
            if letters[at] == '-' {
                continue;
            }
            let mut wrong = letters.clone();
            wrong[at] = if wrong[at] == '7' { '8' } else { '7' };
            let wrong: String = wrong.into_iter().collect();
            if RecoveryCode::parse(&wrong).is_err() {
                noticed += 1;
            }
        }
        assert!(
            noticed >= 33,
            "ten bits of check miss one slip in a thousand, here {noticed} of 34 were seen"
        );
        for (typed, why) in [("", "empty"), ("UUUU", "a letter outside"), (&card[..20], "half of a card")] {
            assert!(RecoveryCode::parse(typed).is_err(), "{why}");
        }
    }
}
