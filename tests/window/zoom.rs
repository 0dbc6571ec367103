//! The screens of the journey from 80 to 200 % on an office screen of 1366×768, and in high contrast.

use screen::Size;
use serde_json::json;

use crate::axe::nothing_serious;
use crate::screens::{SPECIALIST, SUPERVISOR, Screen, drafting, hand_over, set, visit};
use crate::seat::Seat;
use crate::whole::torn;

const ZOOMS: [u64; 5] = [80, 100, 125, 150, 200];

/// Looks at the screens in both languages of the office at every zoom; tells everything that is wrong at once.
fn look(seat: &Seat, screens: &[Screen], case: &str) -> Vec<String> {
    let mut told = Vec::new();
    for language in ["kk", "ru"] {
        for zoom in ZOOMS {
            set(seat, &[("language", json!(language)), ("zoom", json!(zoom))]);
            let width = seat.script("return innerWidth", &[]).as_u64().unwrap_or_default();
            assert!(
                width.abs_diff(136_600 / zoom) <= 2,
                "the window is shown at {zoom} %, it is {width} wide"
            );
            for screen in screens {
                visit(seat, screen, case);
                let name = format!("zoom-{}-{language}-{zoom}", screen.name);
                let wrong = torn(seat);
                if !wrong.is_empty() {
                    told.push(format!("{name}:\n  {}", wrong.join("\n  ")));
                }
                if screen.name == "case" {
                    told.extend(decision_out_of_sight(seat).into_iter().map(|one| format!("{name}: {one}")));
                }
                seat.photograph(&name);
            }
        }
    }
    told
}

/// Buttons of the decision that are not wholly in sight, without scrolling anything.
fn decision_out_of_sight(seat: &Seat) -> Vec<String> {
    let seen = seat.script(
        "return [...document.querySelectorAll('main header .acts button')].map((button) => {\n\
           const box = button.getBoundingClientRect();\n\
           const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;\n\
           return [button.innerText, inside] })",
        &[],
    );
    let buttons = seen.as_array().cloned().unwrap_or_default();
    assert!(buttons.len() >= 2, "a case has its decision bar: {seen}");
    let away = buttons.iter().filter(|button| button[1] != json!(true));
    away.map(|button| format!("the button {} of the decision is not in sight", button[0])).collect()
}

#[test]
fn every_screen_of_the_journey_is_whole_from_80_to_200_percent() {
    let (_office, seat, case) = drafting(Size::OFFICE);
    let mut told = look(&seat, &SPECIALIST, &case);
    hand_over(&seat, &case);
    told.extend(look(&seat, &SUPERVISOR, &case));
    assert!(told.is_empty(), "{} screens are not whole:\n{}", told.len(), told.join("\n"));
}

#[test]
fn every_screen_of_the_journey_is_sound_in_high_contrast() {
    let (_office, seat, case) = drafting(Size::OFFICE);
    let walk = |screens: &[Screen]| {
        for zoom in [100, 200] {
            set(&seat, &[("language", json!("ru")), ("zoom", json!(zoom)), ("theme", json!("contrast"))]);
            for screen in screens {
                visit(&seat, screen, &case);
                nothing_serious(&seat, &format!("{} in high contrast at {zoom} %", screen.name));
                seat.photograph(&format!("contrast-{}-{zoom}", screen.name));
            }
        }
    };
    walk(&SPECIALIST);
    hand_over(&seat, &case);
    walk(&SUPERVISOR);
}
