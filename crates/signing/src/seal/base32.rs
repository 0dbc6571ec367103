//! Base32 of RFC 4648 without padding, upper case only and one spelling per value.

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut waiting, mut bits) = (0_u16, 0_u32);
    for &byte in bytes {
        waiting = (waiting << 8) | u16::from(byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(waiting >> bits));
        }
    }
    if bits > 0 {
        text.push(letter(waiting << (5 - bits)));
    }
    text
}

fn letter(five_bits: u16) -> char {
    ALPHABET.get(usize::from(five_bits & 31)).map_or('A', |&b| char::from(b))
}

/// `None` for a foreign letter, an impossible length, or bits left over that are not zero.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut waiting, mut bits) = (0_u16, 0_u32);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'2'..=b'7' => byte - b'2' + 26,
            _ => return None,
        };
        waiting = (waiting << 5) | u16::from(value);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((waiting >> bits) & 0xff).ok()?);
        }
    }
    let rest = waiting & ((1 << bits) - 1);
    (bits < 5 && rest == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_the_standard_hold_both_ways() {
        let rows: [(&str, &str); 7] = [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ];
        for (plain, coded) in rows {
            assert_eq!(encode(plain.as_bytes()), coded, "coding {plain:?}");
            assert_eq!(decode(coded).as_deref(), Some(plain.as_bytes()), "reading {coded:?}");
        }
    }

    #[test]
    fn a_value_has_one_spelling() {
        for (text, why) in [
            ("MZ", "the bits left over are not zero"),
            ("my", "small letters"),
            ("M", "five bits are no byte"),
            ("MY======", "padding"),
            ("M1", "1 is not a letter of it"),
        ] {
            assert_eq!(decode(text), None, "{why}");
        }
    }
}
