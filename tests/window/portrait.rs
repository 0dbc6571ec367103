//! A screen as it stands in the middle of a walk, in three languages, two themes and two sizes: photographed
//! under `target/window/`, looked at by axe, and whole.

use screen::Size;
use serde_json::json;

use crate::axe::nothing_serious;
use crate::looks::{nothing_wider_than_the_window, raw_keys};
use crate::office::Office;
use crate::screens::{drawn, sits_here};
use crate::seat::Seat;

const LANGUAGES: [(&str, &str); 3] = [("kk", "Қаз"), ("en", "Eng"), ("ru", "Рус")];
const SIZES: [(Size, &str); 2] = [(Size::LARGE, "1920x1080"), (Size::OFFICE, "1366x768")];

/// The window on a large display, in the size of an office PC until a portrait is taken.
pub(crate) fn sit(office: &Office) -> Seat {
    let seat = Seat::open(office, Size::LARGE);
    seat.resize(Size::OFFICE);
    seat
}

/// One picture of the window of the size of an office PC, for what is only there for a moment.
pub(crate) fn glimpse(seat: &Seat, name: &str) {
    drawn(seat);
    let picture = seat.look_anew(Size::OFFICE, None);
    seat.keep(&picture, &format!("{name}-ru-light-1366x768"));
}

/// Takes every picture of the screen, and leaves it in Russian, light and of the size of an office PC.
pub(crate) fn portrait(seat: &Seat, name: &str) {
    for (size, size_name) in SIZES {
        seat.resize(size);
        sits_here(seat);
        drawn(seat);
        // What stands here now is light and Russian, and the first picture is neither.
        let mut before = seat.look_anew(size, None);
        for (language, switch) in LANGUAGES {
            // The switch of the language is walked by tests of its own; here it is only turned, also where the
            // window is too full to aim at it.
            seat.script(
                "[...document.querySelectorAll('[role=radio]')]\n\
                 .find((one) => one.textContent.trim() === arguments[0])?.click()",
                &[json!(switch)],
            );
            for theme in ["dark", "light"] {
                seat.script("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)]);
                seat.until("the screen in this language", |seat| {
                    let lang = seat.script("return document.documentElement.lang", &[]);
                    (lang == json!(language)).then_some(())
                });
                drawn(seat);
                let picture = seat.look_anew(size, Some(&before));
                seat.keep(&picture, &format!("{name}-{language}-{theme}-{size_name}"));
                before = picture;
                let about = format!("{name} in {language}, {theme}, {size_name}");
                nothing_wider_than_the_window(seat, &about);
                let raw = raw_keys(seat);
                assert!(raw.is_empty(), "{about} shows names of messages instead of words: {raw:?}");
                // What a reader of the screen meets does not depend on the language; colours on the theme.
                if size == Size::OFFICE && language == "ru" {
                    nothing_serious(seat, &about);
                }
            }
        }
    }
}
