//! Acts of services over several persons: a faulty one goes back with its reasons, a right one is accepted, and
//! its paper is the same on the screen, in the file and in the printer.

use serde_json::{Value, json};
use spooler::Spooler;

use crate::axe::nothing_serious;
use crate::office::Office;
use crate::paper::{pages_drawn, pages_of, saved, shown, text_of};
use crate::person::{MORNING, begins, go, lock, sign_in, w};
use crate::portrait::{glimpse, portrait, sit};
use crate::seat::Seat;

/// The recognition centre whose act comes.
const CENTRE: &str = "Кәсіби тану";
/// What only a person sees on the paper.
const OWN_WORDS: &str = "На втором листе нет печати центра";
/// More than the centre itself asks for this profession.
const WRONG_PRICE: &str = "99 999,00";
const CTRL: &str = "\u{E009}";
const ENTER: &str = "\u{E007}";

#[test]
fn an_act_goes_back_with_its_reasons_and_a_right_one_is_accepted_and_printed() {
    let spooler = Spooler::start().unwrap_or_else(|fault| panic!("{fault}"));
    let office = Office::on(MORNING).printing_at(spooler.address());
    let seat = sit(&office);
    sign_in(&seat, "mobility-officer");
    several_persons_passed(&seat, 2);
    lock(&seat);
    sign_in(&seat, "accountant");
    go(&seat, "acts");
    seat.reads(CENTRE);
    portrait(&seat, "acts");

    begin(&seat);
    a_blank_act_is_not_taken(&seat);
    let persons = with_a_wrong_price(&seat, "77");
    assert!(persons >= 3, "the act is over several persons, {persons} are");
    portrait(&seat, "act-new");
    enter(&seat, "77");
    it_goes_back(&seat, &office);

    go(&seat, "acts");
    begin(&seat);
    seat.reads(&begins("services-was-returned"));
    seat.fill("textbox", &w("services-number"), "78");
    enter(&seat, "78");
    portrait(&seat, "act");
    accept(&seat);
    the_paper_is_one(&seat, &office, &spooler);
}

/// Brings so many more persons of the centre to the protocol, as an officer does day by day.
fn several_persons_passed(seat: &Seat, wanted: usize) {
    let page = seat.ask(
        "queue_page",
        &json!({ "strip": null, "mine": false, "closed": false, "text": null,
                 "centre": format!("ТОО «{CENTRE}»"),
                 "stages": ["issued"], "order": "fatal_date", "page": { "offset": 0, "limit": 50 } }),
    );
    let cases: Vec<Value> = page["value"]["rows"].as_array().cloned().unwrap_or_default();
    assert!(cases.len() >= wanted, "vouchers of the centre wait to be used: {}", cases.len());
    for (place, row) in cases.iter().take(wanted).enumerate() {
        let id = &row["case"];
        act(seat, id, &json!({ "do": "record_use", "admitted_on": null }));
        act(
            seat,
            id,
            &json!({ "do": "record_protocol", "number": format!("{}-П", 900 + place), "signed_on": null,
                     "exam_on": null, "passed": true, "venue": null, "remote": false }),
        );
    }
}

fn act(seat: &Seat, case: &Value, what: &Value) {
    let version = seat.ask("case_open", &json!({ "case": case }))["value"]["version"].clone();
    let command = seat.script("return crypto.randomUUID()", &[]);
    seat.ask("case_act", &json!({ "case": case, "version": version, "command": command, "act": what }));
}

/// Opens an empty act of the centre.
fn begin(seat: &Seat) {
    seat.click("button", &w("services-enter"));
    seat.reads(&w("services-new"));
    let chosen = seat.script("return document.querySelector('.form select').value", &[]);
    if chosen == json!("") {
        seat.pick(&w("services-centre"), &format!("ТОО «{CENTRE}"));
    }
    seat.until("the vouchers of the centre", |seat| {
        seat.sees("checkbox", &w("services-tick-all")).then_some(())
    });
}

/// Without a number, and with nobody on it, the act is not taken: the button says why, the key does nothing.
fn a_blank_act_is_not_taken(seat: &Seat) {
    let reason = |seat: &Seat| {
        let button = seat.one("button", &w("services-enter"));
        let told = seat.driver.run(
            "return arguments[0].getAttribute('aria-disabled') === 'true' ? arguments[0].title : ''",
            &[button],
        );
        told.ok().and_then(|told| told.as_str().map(str::to_owned)).unwrap_or_default()
    };
    assert_eq!(reason(seat), w("no-act-number"), "the number is missing");
    seat.tick(&w("services-tick-all"), false);
    seat.until("the reason that nobody is on it", |seat| {
        (reason(seat) == w("no-no-vouchers-chosen")).then_some(())
    });
    seat.press(&[CTRL, ENTER]);
    nothing_serious(seat, "a blank act");
    seat.tick(&w("services-tick-all"), true);
    let kept = seat.ask("services_list", &json!({ "closed": false }));
    let numbers: Vec<&str> = kept["value"]["acts"]
        .as_array()
        .map(|acts| acts.iter().filter_map(|act| act["key"]["number"].as_str()).collect())
        .unwrap_or_default();
    assert!(!numbers.contains(&"") && !numbers.contains(&"77"), "nothing was taken: {numbers:?}");
}

/// Types an act that asks more for one person than was agreed; answers how many persons it lists.
fn with_a_wrong_price(seat: &Seat, number: &str) -> usize {
    seat.fill("textbox", &w("services-number"), number);
    seat.fill("textbox", &begins("services-price-of"), WRONG_PRICE);
    seat.until("the remark about the price", |seat| {
        let told = seat.script("return document.querySelector('.checks')?.innerText ?? ''", &[]);
        told.as_str().filter(|told| told.replace('\u{a0}', " ").contains(WRONG_PRICE)).map(|_| ())
    });
    pages_drawn(seat);
    seat.all("textbox", &begins("services-price-of")).len()
}

/// Enters what was typed and waits for the act of the books.
fn enter(seat: &Seat, number: &str) {
    seat.until("nothing that stops the act", |seat| {
        let button = seat.one("button", &w("services-enter"));
        let free = seat.driver.run("return arguments[0].getAttribute('aria-disabled') === null", &[button]);
        free.is_ok_and(|free| free == json!(true)).then_some(())
    });
    seat.click("button", &w("services-enter"));
    seat.until("the act in the books", |seat| {
        let head = seat.script("return document.querySelector('main h1')?.textContent ?? ''", &[]);
        head.as_str().filter(|head| head.contains(&format!("№ {number}")))?;
        seat.sees("button", &w("services-return")).then_some(())
    });
}

/// It goes back with what the checks found, what the paper shows and own words, and the
/// letter says all of it.
fn it_goes_back(seat: &Seat, office: &Office) {
    seat.click("button", &w("services-return"));
    seat.one("checkbox", &w("remark-signature-missing"));
    seat.tick(&w("remark-signature-missing"), true);
    // The check only tells of the price: whether the act goes back for it is up to the accountant.
    let told = seat.script(
        "const about = [...document.querySelectorAll('[role=dialog] label')]\n\
           .find((one) => one.innerText.replaceAll('\\u00a0', ' ').includes(arguments[0]));\n\
         about.querySelector('input').click(); return about.querySelector('input').checked",
        &[json!(WRONG_PRICE)],
    );
    assert_eq!(told, json!(true), "the remark about the price goes along");
    seat.fill("textbox", &w("services-return-text"), OWN_WORDS);
    nothing_serious(seat, "an act on its way back");
    glimpse(seat, "act-return-dialog");
    seat.click_in_dialog("button", &w("services-return"));
    seat.reads(&begins("services-returned"));
    seat.reads(&w("services-state-returned"));
    let pages = pages_drawn(seat);
    portrait(seat, "act-returned");
    let letter = shown(seat, &first_case(seat), "act_return");
    assert_eq!(pages_of(office, &letter), pages, "every page of the letter is on the screen");
    let text = text_of(office, &letter).replace('\u{a0}', " ");
    for reason in [OWN_WORDS, WRONG_PRICE, "не подписан", "77"] {
        assert!(text.contains(reason), "«{reason}» stands in the letter: {text}");
    }
}

/// The case by which the papers of the act are asked for: that of its first person.
fn first_case(seat: &Seat) -> String {
    let link = seat.script("return document.querySelector('a[data-line]').getAttribute('href')", &[]);
    link.as_str().unwrap_or_default().trim_start_matches("#/case/").to_owned()
}

/// The sums are fixed when a person has seen the signature; without that the button says so.
fn accept(seat: &Seat) {
    seat.click("button", &w("services-accept"));
    seat.one("checkbox", &w("services-signature-seen"));
    nothing_serious(seat, "the question before an act is accepted");
    seat.tick(&w("services-signature-seen"), true);
    seat.click_in_dialog("button", &w("services-accept"));
    seat.reads(&begins("services-accepted"));
    seat.reads(&w("services-state-accepted"));
}

fn the_paper_is_one(seat: &Seat, office: &Office, spooler: &Spooler) {
    let pages = pages_drawn(seat);
    let act = shown(seat, &first_case(seat), "act");
    assert_eq!(pages_of(office, &act), pages, "every page of the act is on the screen");
    seat.click("button", &w("preview-save"));
    seat.reads(&begins("preview-saved"));
    assert_eq!(saved(office, "pdf"), act, "what is saved is what was shown");
    nothing_serious(seat, "an accepted act");
    seat.click("button", &w("preview-print"));
    seat.one("combobox", &w("print-printer"));
    seat.click_in_dialog("button", &w("preview-print"));
    let received = spooler.received_at_least(1).unwrap_or_else(|fault| panic!("{fault}"));
    let [printed] = received.as_slice() else { panic!("one act is one job, not {}", received.len()) };
    assert_eq!(pages_of(office, printed), pages, "page for page");
    assert!(*printed == act, "the printer gets the bytes that were on the screen");
}
