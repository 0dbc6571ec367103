//! What a person of the office does at the window, step by step, in the words of the screen.

use serde_json::json;
use words::Lang;

use crate::seat::Seat;

/// The Tuesday morning on which two of the three demonstration applications are due.
pub const MORNING: &str = "2025-03-11T10:00:00+05:00";

/// The people of the three applications, as the queue writes them.
pub const CLEAN: &str = "Сейтқали";
pub const DEFECTIVE: &str = "Қалиева";
pub const SATURDAY: &str = "Петренко";

/// A message of the screen without arguments, in Russian.
pub fn w(key: &str) -> String {
    words::lookup(Lang::Ru, key, &[]).unwrap_or_else(|| panic!("there is no message {key} without arguments"))
}

/// The part of a message before its first argument.
pub fn begins(key: &str) -> String {
    let mark = "\u{1}";
    let wanted = words::arguments(key).unwrap_or_else(|| panic!("there is no message {key}"));
    let args: Vec<(&str, words::Arg<'_>)> = wanted.iter().map(|(name, _)| (*name, mark.into())).collect();
    let said = words::lookup(Lang::Ru, key, &args).unwrap_or_else(|| panic!("{key} takes more than text"));
    said.split(mark).next().unwrap_or_default().trim().to_owned()
}

/// Chooses the language of the window by its switch.
pub fn speak(seat: &Seat, language: &str) {
    seat.click("radio", language);
}

/// Chooses a demonstration account; its login and password go into the form.
pub fn choose_account(seat: &Seat, role: &str) {
    seat.click("button", &w(&format!("role-{role}")));
}

/// Signs in with a demonstration account and waits for the rail with its rooms.
pub fn sign_in(seat: &Seat, role: &str) {
    speak(seat, "Рус");
    seat.until("the lock page in Russian", |seat| seat.sees("button", &w("entry-go")).then_some(()));
    choose_account(seat, role);
    seat.click("button", &w("entry-go"));
    seat.one("button", &w("shell-lock"));
}

/// Locks the desk, as before another person sits down.
pub fn lock(seat: &Seat) {
    seat.click("button", &w("shell-lock"));
    seat.one("button", &w("entry-go"));
}

/// Goes to a room by the rail.
pub fn go(seat: &Seat, room: &str) {
    seat.click("link", &w(&format!("shell-room-{room}")));
}

/// Imports the demonstration applications one after another and closes the dialog.
pub fn import_all(seat: &Seat) {
    seat.click("button", &w("shell-import"));
    let take = begins("intake-take-example");
    seat.one("button", &take);
    let count = seat.all("button", &take).len();
    assert_eq!(count, 3, "the demonstration offers three applications");
    for index in 0..count {
        seat.until("the import button", |seat| {
            let button = seat.all("button", &take).get(index)?.clone();
            seat.driver.post(&format!("/element/{}/click", crate::seat::id(&button)), &json!({})).ok()
        });
        let taken = begins("intake-taken");
        // One result at a time: the next click only when this one is answered.
        seat.until("the answer to the import", |seat| {
            let shown =
                seat.script("return document.querySelector('[role=dialog] ul b')?.textContent ?? ''", &[]);
            shown.as_str().is_some_and(|shown| shown.starts_with(&taken)).then_some(())
        });
        seat.script("document.querySelector('[role=dialog] ul b').textContent = ''", &[]);
    }
    seat.click_in_dialog("button", &w("ui-close"));
}

/// The names of the queue from top to bottom.
pub fn queue(seat: &Seat) -> Vec<String> {
    let rows = seat.script(
        "return [...document.querySelectorAll('[role=row][data-case]')]\n\
           .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)\n\
           .map((row) => row.innerText.replace(/\\s+/g, ' '))",
        &[],
    );
    let rows = rows.as_array().cloned().unwrap_or_default();
    rows.iter().filter_map(|row| row.as_str()).map(str::to_owned).collect()
}

/// Filters the queue by a name and opens the case by the keyboard.
pub fn open_case(seat: &Seat, name: &str) {
    go(seat, "queue");
    seat.fill("textbox", &w("queue-find"), name);
    seat.until(&format!("{name} alone in the queue"), |seat| {
        let rows = queue(seat);
        (rows.len() == 1 && rows.iter().all(|row| row.contains(name))).then_some(())
    });
    let row = seat.css("[role=row][data-case]");
    seat.driver
        .post(&format!("/element/{}/click", crate::seat::id(&row)), &json!({}))
        .unwrap_or_else(|wrong| panic!("the row of {name} cannot be clicked: {wrong}"));
    seat.press(&["\u{E007}"]);
    seat.one("tab", &w("case-checks"));
    seat.reads(name);
}

/// The id of the case that is open, from the address of the screen.
pub fn case_id(seat: &Seat) -> String {
    let address = seat.script("return location.hash", &[]);
    let address = address.as_str().unwrap_or_default();
    address.rsplit('/').next().unwrap_or_default().split('~').next().unwrap_or_default().to_owned()
}

/// What the checks of the open case say: verdict and title.
pub fn checks(seat: &Seat) -> Vec<(String, String)> {
    let found = seat.script(
        "return [...document.querySelectorAll('li.check')].map((check) => [\n\
           check.classList[1], check.querySelector('.title b')?.textContent ?? ''])",
        &[],
    );
    let found = found.as_array().cloned().unwrap_or_default();
    found
        .iter()
        .map(|pair| {
            let part = |index: usize| pair[index].as_str().unwrap_or_default().to_owned();
            (part(0), part(1))
        })
        .collect()
}

/// Decides every check that waits for a person, in order, the same way.
pub fn decide_all(seat: &Seat, verdict: &str, reason: &str) -> usize {
    let mut decided = 0;
    loop {
        seat.until("the checks", |seat| (!checks(seat).is_empty()).then_some(()));
        let waiting = |seat: &Seat| checks(seat).iter().filter(|(verdict, _)| verdict == "human").count();
        let before = waiting(seat);
        let Some((_, title)) = checks(seat).into_iter().find(|(verdict, _)| verdict == "human") else {
            return decided;
        };
        decide(seat, &title, verdict, reason);
        seat.until(&format!("the decision on «{title}»"), |seat| (waiting(seat) < before).then_some(()));
        decided += 1;
    }
}

/// Decides one check by its title.
pub fn decide(seat: &Seat, title: &str, verdict: &str, reason: &str) {
    // The card may already be open: the next waiting check opens by itself.
    let open = seat.script(
        "const b = [...document.querySelectorAll('li.check .title')].find((b) => b.querySelector('b').textContent === arguments[0]);\n\
         if (b && b.getAttribute('aria-expanded') !== 'true') b.click(); return Boolean(b)",
        &[json!(title)],
    );
    assert_eq!(open, json!(true), "there is a check «{title}»");
    seat.click("radio", &w(&format!("case-say-{verdict}")));
    if verdict == "fail" {
        seat.fill("textbox", &w("case-reason"), reason);
        seat.click("button", &w("case-record"));
    }
}
