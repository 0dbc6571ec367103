//! Undoes what happens when a hand scanner types a seal while Windows is in the Russian or Kazakh layout.

use super::{PAYLOAD_CHARACTERS_MAX, SealProblem};

/// Letter keys, the same in both layouts: what appears, and what the scanner meant.
const LETTERS: [(&str, &str); 3] =
    [("ЙЦУКЕНГШЩЗ", "QWERTYUIOP"), ("ФЫВАПРОЛД", "ASDFGHJKL"), ("ЯЧСМИТЬ", "ZXCVBNM")];
/// The row of digits and the slash in the Kazakh layout.
const KAZAKH: (&str, &str) = ("\"ӘІҢҒ,.ҮҰҚӨ№Һ", "1234567890-/+");
/// The key of the slash in the Russian layout.
const RUSSIAN: (&str, &str) = (".", "/");

/// The payload as the code holds it: trimmed, in capitals, in Latin keys.
///
/// # Errors
/// Too long, or a character that no layout explains.
pub(crate) fn as_typed_in_latin(typed: &str) -> Result<String, SealProblem> {
    let typed = typed.trim();
    if typed.len() > PAYLOAD_CHARACTERS_MAX * 2 || typed.chars().count() > PAYLOAD_CHARACTERS_MAX {
        return Err(SealProblem::TooLong);
    }
    let upper = typed.to_uppercase();
    let cyrillic = LETTERS.iter().any(|(shown, _)| upper.chars().any(|c| shown.contains(c)));
    let kazakh = cyrillic && upper.chars().any(|c| "ӘІҢҒҮҰҚӨ№Һ".contains(c));
    let row = if kazakh { KAZAKH } else { RUSSIAN };
    let mut latin = String::with_capacity(upper.len());
    for (at, shown) in upper.chars().enumerate() {
        let meant = if cyrillic {
            LETTERS.iter().chain([&row]).find_map(|(from, to)| key_between(from, to, shown)).unwrap_or(shown)
        } else {
            shown
        };
        if !(meant.is_ascii_uppercase() || meant.is_ascii_digit() || "-+/".contains(meant)) {
            return Err(SealProblem::Character { at: at + 1 });
        }
        latin.push(meant);
    }
    Ok(latin)
}

fn key_between(from: &str, to: &str, shown: char) -> Option<char> {
    let place = from.chars().position(|c| c == shown)?;
    to.chars().nth(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_typed_in_another_layout_is_read_as_meant() {
        let rows = [
            (" TANU1/V/39-7/20251017\r\n", "TANU1/V/39-7/20251017", "as it stands"),
            ("tanu1/v/39-7", "TANU1/V/39-7", "small letters"),
            ("ЕФТГ1.М.39-7.20251017", "TANU1/V/39-7/20251017", "the Russian layout"),
            ("ЕФТГ\"№М№іұө.№әқәғ\"қ\".", "TANU1/V/39-7/20251017", "the Kazakh layout"),
        ];
        for (typed, meant, why) in rows {
            assert_eq!(as_typed_in_latin(typed).as_deref(), Ok(meant), "{why}");
        }
    }

    #[test]
    fn what_no_layout_explains_is_refused_with_its_place() {
        assert_eq!(as_typed_in_latin("TANU1/V?"), Err(SealProblem::Character { at: 8 }), "a question mark");
        assert_eq!(as_typed_in_latin("TANU1/😀"), Err(SealProblem::Character { at: 7 }), "an emoji");
        assert_eq!(as_typed_in_latin(&"A".repeat(421)), Err(SealProblem::TooLong), "one more than allowed");
    }
}
