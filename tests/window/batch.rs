//! The papers of the day: one job with a cover sheet, what came out ticked off, what did not printed again, and
//! a second copy that says it is one.

use serde_json::json;
use spooler::Spooler;

use crate::axe::nothing_serious;
use crate::office::Office;
use crate::paper::{asked, pages_drawn, pages_of, text_of};
use crate::person::{MORNING, begins, sign_in, w};
use crate::portrait::{glimpse, portrait, sit};
use crate::screens::at;
use crate::seat::Seat;

const CTRL: &str = "\u{E009}";
const SHIFT: &str = "\u{E008}";

/// The papers of the day in a state, as the desk lists them.
fn in_state(seat: &Seat, state: &str) -> Vec<serde_json::Value> {
    let list = seat.ask("print_queue", &json!({}));
    let rows = list["value"].as_array().cloned().unwrap_or_default();
    rows.into_iter().filter(|row| row["state"] == json!(state)).collect()
}

/// Waits until the screen shows so many papers that wait; what waits has a box to tick.
fn waiting_on_screen(seat: &Seat, count: usize) {
    seat.until(&format!("{count} papers that wait"), |seat| {
        let boxes = seat.script("return document.querySelectorAll('tbody input[type=checkbox]').length", &[]);
        (boxes == json!(count)).then_some(())
    });
}

fn job(spooler: &Spooler, number: usize) -> Vec<u8> {
    let received = spooler.received_at_least(number).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(received.len(), number, "one press is one job");
    received.last().cloned().unwrap_or_default()
}

#[test]
fn the_papers_of_the_day_come_out_in_one_job_and_what_jammed_is_printed_again() {
    let spooler = Spooler::start().unwrap_or_else(|fault| panic!("{fault}"));
    let office = Office::on(MORNING).printing_at(spooler.address());
    let seat = sit(&office);
    sign_in(&seat, "mobility-officer");
    seat.press(&[CTRL, SHIFT, "p"]);
    seat.reads(&w("print-day-title"));
    let papers = in_state(&seat, "waiting");
    assert!(papers.len() >= 3, "a demonstration office has papers to print: {papers:?}");
    waiting_on_screen(&seat, papers.len());
    seat.one("combobox", &w("print-printer"));

    // One paper stays for tomorrow: it is neither in the preview nor in the job.
    let left = papers.last().expect("the last of them");
    let only: Vec<_> =
        papers.iter().filter(|paper| *paper != left).map(|paper| paper["id"].clone()).collect();
    let box_of_left = seat.all("checkbox", "").last().cloned().expect("its box");
    seat.driver
        .post(&format!("/element/{}/click", crate::seat::id(&box_of_left)), &json!({}))
        .unwrap_or_else(|wrong| panic!("no tick: {wrong}"));
    let day = json!({ "printer": null, "language": "both", "only": only, "copies": 1 });
    let shown = asked(&seat, "print_day_preview", &day);
    seat.until("the job on the screen page for page", |seat| {
        (pages_drawn(seat) == pages_of(&office, &shown)).then_some(())
    });
    portrait(&seat, "batch");

    seat.press(&[CTRL, "p"]);
    let printed = job(&spooler, 1);
    assert!(printed == shown, "the printer gets the bytes that were on the screen");
    let text = text_of(&office, &printed);
    for paper in papers.iter().filter(|paper| *paper != left) {
        let number = paper["number"].as_str().unwrap_or_default();
        assert!(text.contains(number), "{number} stands on the cover");
    }

    // The first came out, the second jammed.
    waiting_on_screen(&seat, 1);
    seat.click("button", &w("print-came"));
    seat.until("one paper ticked off", |seat| (in_state(seat, "printed").len() == 1).then_some(()));
    seat.until("its row says so", |seat| {
        let rows = seat.script("return document.querySelectorAll('.state.printed').length", &[]);
        (rows == json!(1)).then_some(())
    });
    seat.click("button", &w("print-not-came"));
    waiting_on_screen(&seat, 2);
    nothing_serious(&seat, "the papers of the day after a jam");
    glimpse(&seat, "batch-ticked");

    // What jammed waits again and comes out as the original it still is.
    seat.until("the button of the one that is ticked", |seat| {
        let button = seat.one("button", &begins("print-batch-count"));
        let name = seat.driver.run("return arguments[0].innerText", &[button]).ok()?;
        name.as_str().filter(|name| name.contains("(1)")).map(|_| ())
    });
    seat.press(&[CTRL, "p"]);
    let again = text_of(&office, &job(&spooler, 2));
    assert!(!again.contains("ДУБЛИКАТ"), "no sheet of it exists yet: {again}");

    // What came out and is printed once more says that it is a duplicate, and which copy.
    let out = in_state(&seat, "printed").first().cloned().expect("the paper ticked off");
    let case = out["case"].as_str().unwrap_or_default().to_owned();
    let kind = out["kind"].as_str().unwrap_or_default().to_owned();
    at(&seat, &format!("#/paper/{{}}~{kind}"), &case);
    pages_drawn(&seat);
    portrait(&seat, "paper");
    let on_screen = asked(&seat, "paper_preview", &json!({ "case": case, "kind": kind, "language": "both" }));
    seat.click("button", &w("preview-print"));
    seat.one("combobox", &w("print-printer"));
    seat.click_in_dialog("button", &w("preview-print"));
    let printed = job(&spooler, 3);
    assert!(printed == on_screen, "what was shown is what came out, with the number of its copy");
    let duplicate = text_of(&office, &printed);
    assert!(duplicate.contains("ДУБЛИКАТ"), "the second sheet says so: {duplicate}");
}
