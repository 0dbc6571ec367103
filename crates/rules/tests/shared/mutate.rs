//! Random changes of a text, for parsers of outside data.

use super::shared::Numbers;

/// One random change of a text at the level of bytes: a flip, a cut, a doubling, a swallowed or foreign piece.
pub(crate) fn mutated(text: &str, numbers: &mut Numbers) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=numbers.under(3) {
        let len = bytes.len() as u64;
        let at = numbers.under(len + 1) as usize;
        match numbers.under(7) {
            0 if len > 0 => bytes[at.min(len as usize - 1)] = numbers.under(256) as u8,
            1 => bytes.truncate(at),
            2 => {
                let end = (at + numbers.under(40) as usize).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let end = (at + numbers.under(40) as usize).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => {
                let pieces: [&[u8]; 10] = [
                    b"null",
                    b"-1",
                    b"99999999999999999999",
                    b"\"\"",
                    b"[]",
                    b"{}",
                    b"2026-02-31",
                    b"\xff",
                    b"1e309",
                    b",",
                ];
                let piece = pieces[numbers.under(10) as usize].to_vec();
                bytes.splice(at..at, piece);
            }
            5 if len > 0 => {
                // A digit changed into another keeps the shape and reaches the deeper checks.
                if let Some(place) = bytes.iter().skip(at).position(u8::is_ascii_digit) {
                    bytes[at + place] = b'0' + numbers.under(10) as u8;
                }
            }
            _ => {
                let other = numbers.under(len + 1) as usize;
                if at < bytes.len() && other < bytes.len() {
                    bytes.swap(at, other);
                }
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
