//! A folder is dragged onto the window and dropped, by the protocol every file manager of the desktop speaks.

use std::path::PathBuf;
use std::time::Duration;

use screen::Size;
use serde_json::json;

use crate::axe::nothing_serious;
use crate::office::{Office, example};
use crate::person::{CLEAN, DEFECTIVE, MORNING, SATURDAY, begins, sign_in, speak, w, whole_queue};
use crate::seat::Seat;

/// The folders the dialog names after a drop, each with what is said of it.
fn outcome(seat: &Seat) -> Vec<String> {
    let rows = seat.script(
        "return [...document.querySelectorAll('[role=dialog] ul.result li')].map((row) => row.innerText)",
        &[],
    );
    let rows = rows.as_array().into_iter().flatten();
    rows.filter_map(|row| row.as_str()).map(|row| row.replace('\u{a0}', " ")).collect()
}

fn drop_and_hear(seat: &Seat, files: &[PathBuf]) -> Vec<String> {
    seat.drop_files(files);
    seat.until("what came of every dropped folder", |seat| {
        let rows = outcome(seat);
        (rows.len() == files.len()).then_some(rows)
    })
}

/// Closes what was told, and waits until it is gone, so that it is not taken for the next answer.
fn close(seat: &Seat) {
    seat.click_in_dialog("button", &w("ui-close"));
    seat.until("the dialog is gone", |seat| outcome(seat).is_empty().then_some(()));
}

#[test]
fn dropped_folders_are_taken_in_and_each_is_told_of() {
    let office = Office::on(MORNING);
    let seat = Seat::open(&office, Size::OFFICE);
    sign_in(&seat, "specialist");

    let told = drop_and_hear(&seat, &["clean", "defective", "saturday"].map(example));
    for name in ["clean", "defective", "saturday"] {
        let row = told.iter().find(|row| row.contains(name));
        let row = row.unwrap_or_else(|| panic!("the folder {name} is told of: {told:#?}"));
        assert!(row.contains(&begins("intake-taken")), "the folder {name} was taken in: {row}");
        assert!(!row.contains(&w("intake-known")), "the folder {name} is new: {row}");
    }
    nothing_serious(&seat, "what came of dropped folders");
    close(&seat);
    seat.until("the dropped applications in the queue", |seat| {
        let rows = whole_queue(seat);
        let there = |name: &&str| rows.iter().any(|row| row.contains(*name));
        [CLEAN, DEFECTIVE, SATURDAY].iter().all(there).then_some(())
    });

    let again = drop_and_hear(&seat, &[example("clean")]);
    assert!(again.iter().all(|row| row.contains(&w("intake-known"))), "nothing is taken in twice: {again:?}");
    close(&seat);

    // A folder of somebody's holiday, with a name that must come whole through the protocol.
    let other = office.scratch().join("Суреттер 2024, 100 %");
    std::fs::create_dir(&other).expect("a folder");
    let refused = drop_and_hear(&seat, &[other]);
    let [row] = refused.as_slice() else { panic!("one folder, one answer: {refused:?}") };
    assert!(row.contains("Суреттер 2024, 100 %"), "the refused folder is named: {row}");
    assert!(row.contains("application.json"), "it is said what is missing: {row}");
    assert!(!row.contains(&begins("intake-taken")), "nothing was taken in: {row}");
}

#[test]
fn a_folder_dropped_on_the_lock_page_stays_outside() {
    let office = Office::on(MORNING);
    let seat = Seat::open(&office, Size::OFFICE);
    speak(&seat, "Рус");
    seat.one("button", &w("entry-go"));
    seat.drop_files(&[example("clean")]);
    std::thread::sleep(Duration::from_secs(2));
    assert!(outcome(&seat).is_empty(), "the lock page tells nothing of the office");
    sign_in(&seat, "specialist");
    let found = seat.ask("search_all", &json!({ "text": CLEAN, "limit": 5 }));
    assert_eq!(found["value"]["rows"], json!([]), "nobody sat at the desk, so nothing was taken in");
}
