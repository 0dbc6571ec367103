//! The screens of the first journey one after another, for tests that look at every one of them in any
//! language and at any zoom: they are found by their place in the page, not by their words.

use screen::Size;
use serde_json::{Value, json};

use crate::office::Office;
use crate::person::{
    DEFECTIVE, MORNING, case_id, decide_all, finds_another_name, import_all, lock, open_case, sign_in, w,
};
use crate::seat::Seat;

const ESCAPE: &str = "\u{E00C}";

/// A step of the journey: what to call it, the address of the screen (`{}` stands for the case), and what is
/// clicked there to open what the step is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    pub(crate) name: &'static str,
    address: &'static str,
    click: &'static [&'static str],
}

const fn screen(name: &'static str, address: &'static str, click: &'static [&'static str]) -> Screen {
    Screen { name, address, click }
}

/// What the specialist sees, with the refusal of the defective application not yet sent.
pub(crate) const SPECIALIST: [Screen; 12] = [
    screen("today", "#/today", &[]),
    screen("intake", "#/today", &["main header button.primary, main .head button.primary"]),
    screen("queue", "#/queue", &[]),
    screen("case", "#/case/{}", &[]),
    screen("why", "#/case/{}", &[".why-button"]),
    screen("form", "#/case/{}", &["#case-tab-form"]),
    screen("history", "#/case/{}", &["#case-tab-history"]),
    screen("refusal", "#/refusal/{}", &[]),
    screen("send", "#/refusal/{}", &["main header button.primary"]),
    screen("print", "#/print", &[]),
    screen("calendar", "#/calendar", &[]),
    screen("settings", "#/settings", &[]),
];

/// What the supervisor sees, with the refusal waiting for a signature.
pub(crate) const SUPERVISOR: [Screen; 4] = [
    screen("supervisor", "#/today", &[]),
    screen("sign", "#/sign", &[]),
    screen("approve", "#/sign", &["main header button.primary"]),
    screen("paper", "#/paper/{}~refusal", &[]),
];

/// An office of a specialist who took in the three applications and drafts the refusal of the defective one.
pub(crate) fn drafting(size: Size) -> (Office, Seat, String) {
    let office = Office::on(MORNING);
    let seat = Seat::open(&office, size);
    sign_in(&seat, "specialist");
    import_all(&seat);
    open_case(&seat, DEFECTIVE);
    decide_all(&seat, finds_another_name);
    let case = case_id(&seat);
    visit(&seat, &SPECIALIST[7], &case);
    (office, seat, case)
}

/// The specialist sends the refusal to be signed, and the supervisor sits down.
pub(crate) fn hand_over(seat: &Seat, case: &str) {
    set(seat, &[("language", json!("ru")), ("zoom", json!(100))]);
    visit(seat, &SPECIALIST[7], case);
    seat.click("button", &w("letter-send"));
    seat.click_in_dialog("button", &w("letter-send"));
    seat.reads(&w("letter-sent"));
    lock(seat);
    sign_in(seat, "supervisor");
}

/// Goes to a screen, opens what it is about, and waits until it stands still.
pub(crate) fn visit(seat: &Seat, screen: &Screen, case: &str) {
    leave_dialogs(seat);
    at(seat, screen.address, case);
    for selector in screen.click {
        // WebDriver aims at the wrong place where the page is zoomed, so the page clicks by itself.
        let element = seat.css(selector);
        seat.script("arguments[0].click()", &[element]);
        if !selector.starts_with('#') {
            seat.css("[role=dialog], [role=alertdialog], .popover-box");
        }
    }
    stands_still(seat);
}

/// Closes whatever a step opened.
pub(crate) fn leave_dialogs(seat: &Seat) {
    seat.until("nothing open over the page", |seat| {
        let open = seat.script(
            "return document.querySelector('[role=dialog], [role=alertdialog], .popover-box, .menu-box') !== null",
            &[],
        );
        if open == json!(false) {
            return Some(());
        }
        seat.press(&[ESCAPE]);
        None
    });
}

/// Goes to an address and waits until nothing is loading there.
pub(crate) fn at(seat: &Seat, address: &str, case: &str) {
    seat.script("location.hash = arguments[0]", &[json!(address.replace("{}", case))]);
    stands_still(seat);
}

/// Waits until nothing loads, every paper of the screen is painted and nothing moves.
fn stands_still(seat: &Seat) {
    drawn(seat);
    std::thread::sleep(std::time::Duration::from_millis(250));
}

/// Waits until nothing is on its way to the screen any more.
pub(crate) fn drawn(seat: &Seat) {
    seat.until("the screen drawn", |seat| {
        let ready = seat.script(
            "return document.querySelectorAll('[aria-busy=true]').length === 0\n\
               && document.querySelector('main, .entry') !== null\n\
               && document.getAnimations().every((one) => one.playState !== 'running')\n\
               && [...document.querySelectorAll('canvas')].every((paper) => paper.width > 0)",
            &[],
        );
        (ready == json!(true)).then_some(())
    });
}

/// Somebody sits at the desk: scripts alone move neither hand nor key, and after the idle minutes the desk would
/// lock itself in the middle of a long walk.
pub(crate) fn sits_here(seat: &Seat) {
    if seat.sees_css("nav[data-pane]") {
        seat.ask("session_touch", &json!({}));
    }
}

/// Sets what a person may choose for the window, and reads the page anew as after a start.
pub(crate) fn set(seat: &Seat, choices: &[(&str, Value)]) {
    let state = seat.ask("session_state", &json!({}));
    let mut settings = state["value"]["settings"].clone();
    for (name, value) in choices {
        settings[*name] = value.clone();
    }
    seat.ask("settings_set", &settings);
    sits_here(seat);
    // The page reads its settings when it is told; a new page reads them in any case.
    seat.script("window.before = true; setTimeout(() => location.reload())", &[]);
    seat.until("the page again", |seat| {
        // A script that meets the page on its way out fails; that is no trouble.
        let there = "return window.before !== true && document.querySelector('main, .entry') !== null";
        seat.driver.run(there, &[]).is_ok_and(|there| there == json!(true)).then_some(())
    });
}
