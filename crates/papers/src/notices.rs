//! Texts of the law's own that a refusal carries: to whom one may complain, and why no hearing was held.
//!
//! They are data (`assets/law/notices.json`), offered to the official and editable in every letter.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::Tongue;
use crate::form::Both;

#[derive(Debug, Default, Deserialize)]
struct Notices {
    appeal: Both,
    above_mobility_centre: Both,
    hearing: Both,
}

fn notices() -> &'static Notices {
    static NOTICES: OnceLock<Notices> = OnceLock::new();
    NOTICES.get_or_init(|| {
        let text = include_str!("../../../assets/law/notices.json");
        // A test reads the file; an empty notice is caught by the linter before anything is signed.
        serde_json::from_str(text).unwrap_or_default()
    })
}

/// The notice of appeal (АППК 80(5), 91, 92, 99, 100), with the higher body put in.
#[must_use]
pub fn appeal(higher_body: &Both) -> Both {
    let text = &notices().appeal;
    let filled = |tongue: Tongue| text.get(tongue).replace("{body}", higher_body.get(tongue));
    Both { kk: filled(Tongue::Kk), ru: filled(Tongue::Ru) }
}

/// The body above a mobility centre, whose own refusals it does not judge.
#[must_use]
pub fn above_mobility_centre() -> Both {
    notices().above_mobility_centre.clone()
}

/// Why no hearing was held (АППК 73(2)(3)): the term of the procedure is shorter than five working days.
#[must_use]
pub fn hearing() -> Both {
    notices().hearing.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notices_of_the_law_are_there_in_both_languages() {
        let body = Both { kk: "Басқарма".to_owned(), ru: "Управление".to_owned() };
        let appeal = appeal(&body);
        assert!(
            appeal.kk.contains("Басқарма") && appeal.ru.contains("Управление"),
            "the higher body is named"
        );
        assert!(!above_mobility_centre().is_empty(), "the body above the mobility centre has a name");
        let hearing = hearing();
        for text in [&appeal.kk, &appeal.ru, &hearing.kk, &hearing.ru] {
            assert!(text.len() > 100 && !text.contains('{'), "{text} is a whole sentence");
        }
    }
}
