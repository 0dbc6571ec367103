//! The PC is gone: a copy of its database is found from the lock page of another one, opened by a password, and
//! confirmed by the administrator.

use std::time::Duration;

use serde_json::json;

use crate::axe::nothing_serious;
use crate::office::{CASES, Office};
use crate::person::{MORNING, begins, go, lock, sign_in, speak, w};
use crate::portrait::{glimpse, portrait, sit};

const LOGIN: &str = "admin";
const PASSWORD: &str = "silver birch garden";

#[test]
fn a_copy_is_restored_from_the_lock_page_and_confirmed() {
    let office = Office::on(MORNING);
    let seat = sit(&office);
    sign_in(&seat, "administrator");
    go(&seat, "backup");
    seat.click("button", &w("backup-now"));
    seat.reads(&begins("backup-made"));
    glimpse(&seat, "backup");
    drop(seat);

    let other = Office::another_pc(&office);
    let seat = sit(&other);
    speak(&seat, "Рус");
    seat.reads(&w("found-title"));
    portrait(&seat, "found");
    seat.click("button", &w("backup-restore"));
    seat.fill("textbox", &w("backup-restore-folder"), &office.data().to_string_lossy());
    seat.click("button", &w("backup-restore-look"));
    seat.reads(&w("backup-condition-whole"));
    seat.reads(&format!("{} {CASES}", begins("backup-cases")));
    portrait(&seat, "restore");

    // A wrong password restores nothing and says so.
    seat.fill("textbox", &w("entry-login"), LOGIN);
    seat.fill("textbox", &w("entry-password"), "не тот пароль");
    seat.click("button", &w("backup-restore-go"));
    seat.one("alert", "");
    nothing_serious(&seat, "a copy that was not opened");
    assert!(!other.data().join("store.db").exists(), "nothing was put in place");
    // After one wrong password the next is heard when the second of waiting is over.
    std::thread::sleep(Duration::from_secs(2));
    seat.fill("textbox", &w("entry-password"), PASSWORD);
    seat.click("button", &w("backup-restore-go"));
    seat.css("nav[data-pane]");
    speak(&seat, "Рус");
    seat.reads(&w("backup-restore-done"));
    seat.reads(&begins("backup-restored"));
    nothing_serious(&seat, "a restored office that waits for a word");
    glimpse(&seat, "restored");

    seat.click("button", &w("backup-confirm"));
    seat.fill("textbox", &w("backup-confirm-reason"), "Сверено с журналом входящих за 11 марта");
    seat.click_in_dialog("button", &w("backup-confirm"));
    seat.reads(&w("backup-confirmed"));
    seat.until("the banner gone", |seat| (!seat.text().contains(&begins("backup-restored"))).then_some(()));

    lock(&seat);
    sign_in(&seat, "specialist");
    let cases = |closed: bool| {
        let page = seat.ask(
            "queue_page",
            &json!({ "strip": null, "mine": false, "closed": closed, "text": null, "centre": null,
                     "stages": [], "order": "fatal_date", "page": { "offset": 0, "limit": 1 } }),
        );
        page["value"]["total"].as_u64().unwrap_or_default()
    };
    assert_eq!(cases(false) + cases(true), u64::from(CASES), "every case of the copy is there");
}
