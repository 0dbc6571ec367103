//! The power is cut at several moments: what the screen called saved is there after the next start.

use screen::Size;
use serde_json::json;

use crate::office::Office;
use crate::person::{
    CLEAN, DEFECTIVE, MORNING, begins, checks, decide_all, decide_next, finds_another_name, import_all, lock,
    open_case, sign_in, w, whole_queue,
};
use crate::seat::Seat;

/// Opens the window anew over the same folder and signs in.
fn again(office: &Office) -> Seat {
    let seat = Seat::open(office, Size::OFFICE);
    sign_in(&seat, "specialist");
    seat
}

#[test]
fn what_the_screen_called_saved_survives_a_power_cut() {
    let office = Office::on(MORNING);
    let seat = again(&office);
    import_all(&seat);
    // The dialog has said three times that an application was taken in.
    seat.cut_power();

    let seat = again(&office);
    seat.until("the imported application after the cut", |seat| {
        whole_queue(seat).iter().any(|row| row.contains(CLEAN)).then_some(())
    });
    open_case(&seat, DEFECTIVE);
    seat.until("the checks", |seat| (!checks(seat).is_empty()).then_some(()));
    decide_next(&seat, &finds_another_name);
    let seen = sorted(checks(&seat));
    seat.cut_power();

    let seat = again(&office);
    open_case(&seat, DEFECTIVE);
    seat.until("the decision after the cut", |seat| (sorted(checks(seat)) == seen).then_some(()));
    decide_all(&seat, finds_another_name);
    let name = if seat.sees("button", &w("case-refuse")) { w("case-refuse") } else { w("case-open-refusal") };
    seat.click("button", &name);
    seat.reads(&w("letter-title"));
    let sentence = "Осы сөйлем ток өшкенге дейін жазылды.";
    let field = seat.css("li.ground textarea[lang=kk]");
    seat.driver
        .post(&format!("/element/{}/value", crate::seat::id(&field)), &json!({ "text": sentence }))
        .unwrap_or_else(|wrong| panic!("the text of the ground cannot be written: {wrong}"));
    // The screen says «changed», then «saved»; only the second is a promise.
    seat.until("the draft called saved", |seat| {
        let said = seat.script("return document.querySelector('.saved')?.textContent ?? ''", &[]);
        (said == json!(w("letter-saved"))).then_some(())
    });
    seat.cut_power();

    let seat = again(&office);
    open_case(&seat, DEFECTIVE);
    let name =
        if seat.sees("button", &w("case-open-refusal")) { w("case-open-refusal") } else { w("case-refuse") };
    seat.click("button", &name);
    seat.until("the sentence after the cut", |seat| {
        let texts = seat.script(
            "return [...document.querySelectorAll('li.ground textarea')].map((t) => t.value).join(' ')",
            &[],
        );
        texts.as_str().is_some_and(|texts| texts.contains(sentence)).then_some(())
    });
}

/// What was decided moves down the list; the order is not what is compared.
fn sorted(mut checks: Vec<(String, String)>) -> Vec<(String, String)> {
    checks.sort();
    checks
}

#[test]
fn a_power_cut_in_the_middle_of_an_act_leaves_it_whole_or_undone() {
    let office = Office::on(MORNING);
    for pause_ms in [0, 5, 20, 60, 150] {
        let seat = again(&office);
        seat.click("button", &w("shell-import"));
        let take = begins("intake-take-example");
        let button = seat.one("button", &take);
        // Clicked and cut, without waiting for any answer.
        let _ = seat.driver.post(&format!("/element/{}/click", crate::seat::id(&button)), &json!({}));
        std::thread::sleep(std::time::Duration::from_millis(pause_ms));
        seat.cut_power();
    }
    let seat = Seat::open(&office, Size::OFFICE);
    sign_in(&seat, "auditor");
    let verified = seat.ask("journal_verify", &json!({}));
    assert_eq!(verified["value"]["sound"], json!(true), "the journal is whole after five cuts: {verified}");
    lock(&seat);
    sign_in(&seat, "specialist");
    import_all(&seat);
    let rows = whole_queue(&seat);
    let times = rows.iter().filter(|row| row.contains(CLEAN)).count();
    assert_eq!(times, 1, "an application cut off and taken in again is there once: {rows:#?}");
}
