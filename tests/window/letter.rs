//! The letter of refusal: written by one person, kept as a draft, approved by another, printed as written.

use screen::Size;
use serde_json::json;

use crate::axe::nothing_serious;
use crate::paper::{shown, text_of};
use crate::person::{DEFECTIVE, begins, go, lock, sign_in, w};
use crate::portrait::portrait;
use crate::screens::{at, drafting};
use crate::seat::Seat;

const CTRL: &str = "\u{E009}";
const SENTENCE: &str = "Подлинник диплома можно показать в карьерном центре.";

/// The text of the first ground in Russian.
fn first_ground(seat: &Seat) -> String {
    let text = seat.script("return document.querySelector('li.ground textarea[lang=ru]')?.value ?? ''", &[]);
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_letter_is_written_kept_as_a_draft_and_approved_by_another_person() {
    let (office, seat, case) = drafting(Size::LARGE);
    seat.resize(Size::OFFICE);
    let field = seat.css("li.ground textarea[lang=ru]");
    // After what the program wrote, as a person adds to it.
    seat.script("arguments[0].setSelectionRange(99999, 99999)", std::slice::from_ref(&field));
    let path = format!("/element/{}/value", crate::seat::id(&field));
    seat.driver
        .post(&path, &json!({ "text": format!(" {SENTENCE}") }))
        .unwrap_or_else(|wrong| panic!("the ground cannot be written: {wrong}"));
    seat.press(&[CTRL, "s"]);
    seat.until("the draft called saved", |seat| {
        let said = seat.script("return document.querySelector('.saved')?.textContent ?? ''", &[]);
        (said == json!(w("letter-saved"))).then_some(())
    });

    // A draft is a draft: on the paper it says so, and it waits where it was left.
    go(&seat, "queue");
    at(&seat, "#/refusal/{}", &case);
    seat.until("the sentence kept", |seat| first_ground(seat).contains(SENTENCE).then_some(()));
    let draft = text_of(&office, &shown(&seat, &case, "refusal"));
    assert!(draft.contains("№—") && draft.contains(SENTENCE), "a draft has no number yet: {draft}");
    portrait(&seat, "letter");

    seat.click("button", &w("letter-send"));
    nothing_serious(&seat, "the question before the letter goes to be signed");
    seat.click_in_dialog("button", &w("letter-send"));
    seat.reads(&w("letter-sent"));
    at(&seat, "#/refusal/{}", &case);
    let closed = seat.script("return document.querySelector('li.ground textarea')?.readOnly", &[]);
    assert_eq!(closed, json!(true), "what is with the supervisor is not written any more");

    lock(&seat);
    sign_in(&seat, "supervisor");
    go(&seat, "sign");
    seat.click("button", DEFECTIVE);
    seat.reads(&w("sign-changed"));
    portrait(&seat, "sign");
    seat.click("button", &w("sign-approve"));
    seat.click_in_dialog("button", &w("sign-approve"));
    seat.reads(&begins("sign-done"));
    let paper = text_of(&office, &shown(&seat, &case, "refusal"));
    assert!(paper.contains(SENTENCE), "the sentence stands on the paper: {paper}");
    assert!(!paper.contains("№—"), "and it has its number: {paper}");
}
