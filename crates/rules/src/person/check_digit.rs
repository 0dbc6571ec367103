//! The check digit that ИИН and БИН share: weights 1…11 modulo 11, then a second pass, then "never issued".

/// Weights of the first pass.
const FIRST: [u32; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/// Weights of the second pass, tried only when the first gives ten.
const SECOND: [u32; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/// The twelfth digit that belongs to eleven digits; none when both passes give ten and the number is never issued.
pub fn check_digit(digits: &[u8; 11]) -> Option<u8> {
    [FIRST, SECOND].iter().find_map(|weights| {
        let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).sum();
        u8::try_from(sum % 11).ok().filter(|digit| *digit < 10)
    })
}

/// Why twelve digits could not even be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    Empty,
    NotDigit { place: usize, found: char },
    Length { found: usize },
}

/// Twelve digits of a written number; spaces and hyphens between them are forgiven.
pub(crate) fn twelve_digits(text: &str) -> Result<[u8; 12], Unreadable> {
    let letters: Vec<char> =
        text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    if letters.is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut digits = Vec::with_capacity(letters.len());
    for (place, letter) in letters.iter().enumerate() {
        match letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
            Some(digit) => digits.push(digit),
            None => return Err(Unreadable::NotDigit { place: place + 1, found: *letter }),
        }
    }
    <[u8; 12]>::try_from(digits).map_err(|digits| Unreadable::Length { found: digits.len() })
}

/// The digits as they are written.
pub(crate) fn as_text(digits: &[u8; 12]) -> String {
    digits.iter().map(|digit| char::from(b'0' + digit)).collect()
}

/// The first eleven digits and the twelfth.
pub(crate) fn split(digits: &[u8; 12]) -> ([u8; 11], u8) {
    let [a, b, c, d, e, f, g, h, i, j, k, last] = *digits;
    ([a, b, c, d, e, f, g, h, i, j, k], last)
}
