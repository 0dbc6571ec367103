//! Registers: what the filter leaves on the screen is what stands in the workbook and on the paper.

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::json;
use words::Lang;

use crate::office::Office;
use crate::paper::{asked, found, pages_drawn, pages_of, saved, text_of};
use crate::person::{MORNING, go, sign_in, speak, w};
use crate::portrait::{portrait, sit};
use crate::seat::Seat;

const CTRL: &str = "\u{E009}";

/// The rows of the first sheet of the workbook that was just saved, the head first; the file goes away, so that
/// the next one is not taken for it.
fn workbook(seat: &Seat, office: &Office, lang: Lang) -> Vec<Vec<String>> {
    let (path, sheet) = seat.until("the workbook", |_| {
        let path = found(office, "xlsx")?;
        let mut book: Xlsx<_> = open_workbook(&path).ok()?;
        Some((path, book.worksheet_range_at(0)?.ok()?))
    });
    std::fs::remove_file(path).expect("the workbook goes away");
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        other => other.to_string(),
    };
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(text).collect()).collect();
    let name = words::lookup(lang, "register-name", &[]).expect("the heading has words");
    assert!(
        rows.first().is_some_and(|head| head.contains(&name)),
        "the head speaks {}: {rows:?}",
        lang.code()
    );
    rows
}

/// The names of the open or of the closed applications the list shows under the filter.
fn in_the_list(seat: &Seat, text: &str, closed: bool) -> Vec<String> {
    let page = seat.ask(
        "queue_page",
        &json!({ "strip": null, "mine": false, "closed": closed, "text": text, "centre": null,
                 "stages": [], "order": "fatal_date", "page": { "offset": 0, "limit": 200 } }),
    );
    let rows = page["value"]["rows"].as_array().cloned().unwrap_or_default();
    let mut names: Vec<String> =
        rows.iter().filter_map(|row| row["name"].as_str()).map(str::to_owned).collect();
    names.sort();
    names
}

/// The beginning of a name, and whose it is among the open and among the closed applications: some of both, and
/// not everybody.
fn a_name_of_some(seat: &Seat) -> (String, Vec<String>, Vec<String>) {
    let everybody = in_the_list(seat, "", false).len();
    let closed = in_the_list(seat, "", true);
    let mut beginnings: Vec<String> = closed
        .iter()
        .flat_map(|name| name.split_whitespace())
        .map(|word| word.chars().take(4).collect())
        .collect();
    beginnings.sort();
    beginnings.dedup();
    beginnings
        .into_iter()
        .map(|name| (name.clone(), in_the_list(seat, &name, false), in_the_list(seat, &name, true)))
        .find(|(_, open, closed)| !open.is_empty() && open.len() < everybody && !closed.is_empty())
        .expect("people of open and of closed cases have names that begin alike")
}

fn names_of(rows: &[Vec<String>], lang: Lang) -> Vec<String> {
    let heading = words::lookup(lang, "register-name", &[]).expect("the heading has words");
    let place =
        rows.first().and_then(|head| head.iter().position(|cell| *cell == heading)).expect("its column");
    let mut names: Vec<String> = rows.iter().skip(1).filter_map(|row| row.get(place)).cloned().collect();
    names.sort();
    names
}

#[test]
fn a_register_holds_the_rows_the_filter_leaves_on_the_screen() {
    let office = Office::on(MORNING);
    let seat = sit(&office);
    sign_in(&seat, "specialist");
    go(&seat, "registers");
    pages_drawn(&seat);

    let (name, open, closed) = a_name_of_some(&seat);
    seat.fill("textbox", &w("registers-text"), &name);
    seat.click("button", &w("registers-excel"));
    let rows = workbook(&seat, &office, Lang::Ru);
    assert_eq!(names_of(&rows, Lang::Ru), open, "the workbook has the rows of the list and no other");

    seat.tick(&w("registers-closed"), true);
    let mut all = [open, closed].concat();
    all.sort();
    for (switch, lang) in [("Қаз", Lang::Kk), ("Eng", Lang::En), ("Рус", Lang::Ru)] {
        speak(&seat, switch);
        let title = words::lookup(lang, "registers-title", &[]).expect("the screen has a title");
        seat.reads(&title);
        // By the key, out of the field where the hand still is.
        seat.press(&[CTRL, "e"]);
        let rows = workbook(&seat, &office, lang);
        assert_eq!(names_of(&rows, lang), all, "the same rows in {}", lang.code());
    }

    // What is on the screen is what is saved, and names the same people.
    let ask = json!({
        "kind": "applications", "language": "ru", "from": null, "to": null, "folder": null,
        "filter": { "strip": null, "mine": false, "closed": true, "text": name, "centre": null,
                    "stages": [], "order": "fatal_date", "page": { "offset": 0, "limit": 200 } },
    });
    let shown = asked(&seat, "register_preview", &ask);
    let text = text_of(&office, &shown);
    for person in &all {
        let surname = person.split_whitespace().next().unwrap_or_default();
        assert!(text.contains(surname), "{surname} stands on the paper");
    }
    seat.until("the filtered register on the screen", |seat| {
        (pages_drawn(seat) == pages_of(&office, &shown)).then_some(())
    });
    seat.click("button", &w("preview-save"));
    seat.until("the notice about the paper", |seat| {
        let told = seat.script("return document.querySelector('.toasts')?.innerText ?? ''", &[]);
        told.as_str().filter(|told| told.contains(".pdf")).map(|_| ())
    });
    assert_eq!(saved(&office, "pdf"), shown, "what is saved is what was shown");

    seat.click("radio", &w("registers-vouchers"));
    portrait(&seat, "registers");
}
