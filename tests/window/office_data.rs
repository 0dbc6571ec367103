//! The office's own data: saved, wrong numbers turned away with words, and long names seen whole.

use serde_json::json;

use crate::office::Office;
use crate::person::{MORNING, begins, go, sign_in, w};
use crate::portrait::{glimpse, portrait, sit};
use crate::seat::Seat;

const LONG: &str = "Коммунальное государственное учреждение «Центр трудовой мобильности» Управления координации \
                    занятости и социальных программ акимата Костанайской области Республики Казахстан";

/// What stands at a field that was not taken, and nothing when it was.
fn remark(seat: &Seat, name: &str) -> String {
    let told = seat.script(
        "const field = document.querySelector(`[name=\"${arguments[0]}\"]`);\n\
         if (field.getAttribute('aria-invalid') !== 'true') return '';\n\
         return (field.getAttribute('aria-describedby') ?? '').split(/\\s+/)\n\
           .map((id) => document.getElementById(id)?.innerText ?? '').join(' ')",
        &[json!(name)],
    );
    told.as_str().unwrap_or_default().to_owned()
}

fn type_into(seat: &Seat, name: &str, text: &str) {
    let field = seat.css(&format!("[name=\"{name}\"]"));
    let path = format!("/element/{}", crate::seat::id(&field));
    seat.driver
        .post(&format!("{path}/clear"), &json!({}))
        .and_then(|_| seat.driver.post(&format!("{path}/value"), &json!({ "text": text })))
        .unwrap_or_else(|wrong| panic!("{name} cannot be filled: {wrong}"));
}

fn save(seat: &Seat) {
    seat.click("button", &w("office-save"));
}

#[test]
fn the_office_is_changed_and_wrong_numbers_are_turned_away_with_words() {
    let office = Office::on(MORNING);
    let seat = sit(&office);
    sign_in(&seat, "administrator");
    go(&seat, "office");
    let bin = "mobility-centre-bin";
    seat.css(&format!("[name={bin}]"));

    type_into(&seat, bin, "230740990015");
    save(&seat);
    seat.until("the word about the check digit at the field", |seat| {
        remark(seat, bin).contains(&begins("cli-number-check-digit")).then_some(())
    });
    let summary = seat.script("return document.querySelector('[role=alert]')?.innerText ?? ''", &[]);
    assert!(
        summary.as_str().is_some_and(|told| told.contains(&begins("cli-number-check-digit"))),
        "{summary}"
    );
    crate::axe::nothing_serious(&seat, "a wrong number of the office");
    type_into(&seat, bin, "230740990014");

    let iban = "mobility-centre-iban";
    type_into(&seat, iban, "KZ320700390000000002");
    save(&seat);
    seat.until("the word about the account at the field", |seat| {
        remark(seat, iban).contains(&w("cli-iban-checksum")).then_some(())
    });
    assert_eq!(remark(&seat, bin), "", "the number that was mended is not blamed any more");
    glimpse(&seat, "office-wrong");
    type_into(&seat, iban, "KZ310700390000000002");

    type_into(&seat, "mobility-centre-name-ru", LONG);
    whole(&seat);
    save(&seat);
    seat.reads(&w("office-saved"));
    let kept = seat.ask("office_view", &json!({}));
    assert_eq!(kept["value"]["mobility_centre"]["name_ru"], json!(LONG), "the desk keeps what was typed");
    go(&seat, "people");
    go(&seat, "office");
    seat.until("the name kept", |seat| {
        let shown =
            seat.script("return document.querySelector('[name=mobility-centre-name-ru]')?.value", &[]);
        (shown == json!(LONG)).then_some(())
    });
    whole(&seat);
    portrait(&seat, "office");
}

/// No field of the form hides a part of what stands in it.
fn whole(seat: &Seat) {
    seat.until("every field seen whole", |seat| {
        let cut = seat.script(
            "return [...document.querySelectorAll('form :is(input, textarea)')]\n\
               .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)\n\
               .map((one) => one.value)",
            &[],
        );
        (cut == json!([])).then_some(())
    });
}
