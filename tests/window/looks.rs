//! The screens in three languages, two themes and two sizes, photographed under `target/window/`.

use screen::Size;
use serde_json::json;

use crate::axe::nothing_serious;
use crate::office::Office;
use crate::person::{DEFECTIVE, MORNING, case_id, import_all, open_case, sign_in};
use crate::screens::{at, set};
use crate::seat::Seat;

/// The screens photographed, by their address; `{}` stands for the case.
const SCREENS: [(&str, &str); 6] = [
    ("today", "#/today"),
    ("queue", "#/queue"),
    ("case", "#/case/{}"),
    ("refusal", "#/refusal/{}"),
    ("calendar", "#/calendar"),
    ("settings", "#/settings"),
];

fn office_with_cases(size: Size) -> (Office, Seat, String) {
    let office = Office::on(MORNING);
    let seat = Seat::open(&office, size);
    sign_in(&seat, "specialist");
    import_all(&seat);
    open_case(&seat, DEFECTIVE);
    let case = case_id(&seat);
    (office, seat, case)
}

/// Nothing sticks out at the side.
pub(crate) fn nothing_wider_than_the_window(seat: &Seat, about: &str) {
    let wide = seat.script("return document.documentElement.scrollWidth - innerWidth", &[]);
    assert!(wide.as_i64().unwrap_or(1) <= 0, "{about} is wider than the window by {wide}");
}

/// Texts on the screen that are names of messages: `fact-copy`.
pub(crate) fn raw_keys(seat: &Seat) -> Vec<String> {
    let found = seat.script(
        "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const found = [];\n\
         for (let node = walk.nextNode(); node; node = walk.nextNode()) {\n\
           const text = node.data.trim();\n\
           if (/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(text) && node.parentElement.tagName !== 'SCRIPT') found.push(text);\n\
         }\n\
         return found",
        &[],
    );
    found.as_array().into_iter().flatten().filter_map(|text| text.as_str()).map(str::to_owned).collect()
}

fn photograph_all(size: Size, name: &str) {
    let (_office, seat, case) = office_with_cases(size);
    seat.resize(size);
    for language in ["kk", "ru", "en"] {
        set(&seat, &[("language", json!(language))]);
        for theme in ["light", "dark"] {
            set(&seat, &[("theme", json!(theme))]);
            for (screen, address) in SCREENS {
                at(&seat, address, &case);
                nothing_serious(&seat, &format!("{screen} in {language}, {theme}, {name}"));
                nothing_wider_than_the_window(&seat, &format!("{screen} in {language}"));
                let raw = raw_keys(&seat);
                assert!(
                    raw.is_empty(),
                    "{screen} in {language} shows names of messages instead of words: {raw:?}"
                );
                let path = seat.photograph(&format!("{screen}-{language}-{theme}-{name}"));
                assert!(path.exists(), "the picture is kept");
            }
        }
    }
}

#[test]
fn the_office_screen_is_whole_in_every_language_and_theme() {
    photograph_all(Size::OFFICE, "1366x768");
}

#[test]
fn a_large_screen_is_whole_in_every_language_and_theme() {
    photograph_all(Size::LARGE, "1920x1080");
}
