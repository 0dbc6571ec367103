//! What a person of the office does at the window, step by step, in the words of the screen.

use serde_json::json;
use words::Lang;

use crate::seat::Seat;

/// The Tuesday morning on which two of the three demonstration applications are due.
pub(crate) const MORNING: &str = "2025-03-11T10:00:00+05:00";

/// The people of the three applications, as the queue writes them.
pub(crate) const CLEAN: &str = "Сейтқали";
pub(crate) const DEFECTIVE: &str = "Қалиева";
pub(crate) const SATURDAY: &str = "Петренко";

/// A message of the screen without arguments, in Russian.
pub(crate) fn w(key: &str) -> String {
    words::lookup(Lang::Ru, key, &[]).unwrap_or_else(|| panic!("there is no message {key} without arguments"))
}

/// The part of a message before its first argument.
pub(crate) fn begins(key: &str) -> String {
    let mark = "\u{1}";
    let wanted = words::arguments(key).unwrap_or_else(|| panic!("there is no message {key}"));
    let sample = |kind: words::Kind| match kind {
        words::Kind::Text => mark.into(),
        words::Kind::Number => 7.into(),
        words::Kind::Date => words::Arg::from("2026-03-16"),
        words::Kind::Money => words::Arg::from("7.00"),
        words::Kind::Share => words::Arg::Share(words::Share(7)),
    };
    let args: Vec<(&str, words::Arg<'_>)> =
        wanted.iter().map(|(name, kind)| (*name, sample(*kind))).collect();
    let said =
        words::lookup(Lang::Ru, key, &args).unwrap_or_else(|| panic!("{key} is told everything it wants"));
    let begins = said.split(|c: char| c == '\u{1}' || c.is_ascii_digit()).next().unwrap_or_default();
    begins.trim().to_owned()
}

/// Chooses the language of the window by its switch.
pub(crate) fn speak(seat: &Seat, language: &str) {
    seat.click("radio", language);
}

/// Chooses a demonstration account; its login and password go into the form.
pub(crate) fn choose_account(seat: &Seat, role: &str) {
    seat.click("button", &w(&format!("role-{role}")));
}

/// Signs in with a demonstration account and waits for the rail with its rooms.
pub(crate) fn sign_in(seat: &Seat, role: &str) {
    speak(seat, "Рус");
    seat.until("the lock page in Russian", |seat| seat.sees("button", &w("entry-go")).then_some(()));
    choose_account(seat, role);
    seat.click("button", &w("entry-go"));
    // The window now speaks the language this person chose last; the journey is told in Russian.
    seat.css("nav[data-pane]");
    speak(seat, "Рус");
    seat.one("button", &w("shell-lock"));
}

/// Locks the desk, as before another person sits down.
pub(crate) fn lock(seat: &Seat) {
    seat.click("button", &w("shell-lock"));
    seat.css("#entry-go");
}

/// Goes to a room by the rail.
pub(crate) fn go(seat: &Seat, room: &str) {
    seat.click("link", &w(&format!("shell-room-{room}")));
}

/// Imports the demonstration applications one after another and closes the dialog.
pub(crate) fn import_all(seat: &Seat) {
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

/// Every row of the list from top to bottom; the list draws only what is near the eye, so it is scrolled.
pub(crate) fn whole_queue(seat: &Seat) -> Vec<String> {
    let rows = seat
        .driver
        .run_waiting(
            "const done = arguments[0]; const grid = document.querySelector('[role=grid]'); const seen = new Map();\n\
             if (!grid) return done([]);\n\
             const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next, 30)));\n\
             (async () => {\n\
               for (let top = 0; ; top += 200) {\n\
                 grid.scrollTop = top; await frame();\n\
                 for (const row of grid.querySelectorAll('[role=row][data-case]'))\n\
                   seen.set(Number(row.getAttribute('aria-rowindex')), row.innerText.replace(/\\s+/g, ' '));\n\
                 if (top + grid.clientHeight >= grid.scrollHeight) break;\n\
               }\n\
               grid.scrollTop = 0; await frame();\n\
               done([...seen.entries()].sort((a, b) => a[0] - b[0]).map((row) => row[1]));\n\
             })();",
            &[],
        )
        .unwrap_or_else(|wrong| panic!("the list cannot be scrolled: {wrong}"));
    rows.as_array().into_iter().flatten().filter_map(|row| row.as_str()).map(str::to_owned).collect()
}

/// The rows of the list that are drawn, from top to bottom.
pub(crate) fn queue(seat: &Seat) -> Vec<String> {
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
pub(crate) fn open_case(seat: &Seat, name: &str) {
    go(seat, "queue");
    seat.fill("textbox", &w("queue-find"), name);
    seat.until(&format!("{name} alone in the queue"), |seat| {
        let rows = queue(seat);
        (rows.len() == 1 && rows.iter().all(|row| row.contains(name))).then_some(())
    });
    seat.until(&format!("a click on the row of {name}"), |seat| {
        let row = seat.css("[role=row][data-case]");
        seat.driver.post(&format!("/element/{}/click", crate::seat::id(&row)), &json!({})).ok()
    });
    seat.press(&["\u{E007}"]);
    seat.one("tab", &w("case-checks"));
    seat.reads(name);
}

/// The id of the case that is open, from the address of the screen.
pub(crate) fn case_id(seat: &Seat) -> String {
    let address = seat.script("return location.hash", &[]);
    let address = address.as_str().unwrap_or_default();
    address.rsplit('/').next().unwrap_or_default().split('~').next().unwrap_or_default().to_owned()
}

/// What the checks of the open case say: verdict and title.
pub(crate) fn checks(seat: &Seat) -> Vec<(String, String)> {
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

/// Decides every check that waits for a person, in order: `fails` names the fact found, or nothing is wrong.
pub(crate) fn decide_all(seat: &Seat, fails: impl Fn(&str) -> Option<String>) -> usize {
    let waiting = |seat: &Seat| checks(seat).iter().filter(|(verdict, _)| verdict == "human").count();
    let mut decided = 0;
    seat.until("the checks", |seat| (!checks(seat).is_empty()).then_some(()));
    while waiting(seat) > 0 {
        decide_next(seat, &fails);
        decided += 1;
    }
    decided
}

/// Decides the first check that waits, and waits until the screen shows it decided.
pub(crate) fn decide_next(seat: &Seat, fails: &impl Fn(&str) -> Option<String>) {
    let waiting = |seat: &Seat| checks(seat).iter().filter(|(verdict, _)| verdict == "human").count();
    let before = waiting(seat);
    // The card may already be open: the next waiting check opens by itself.
    let title = seat.script(
        "const card = document.querySelector('li.check.human'); const button = card?.querySelector('.title');\n\
         if (button && button.getAttribute('aria-expanded') !== 'true') button.click();\n\
         return card?.innerText ?? ''",
        &[],
    );
    let title = title.as_str().unwrap_or_default().to_owned();
    match fails(&title) {
        None => seat.click("radio", &w("case-say-pass")),
        Some(reason) => {
            seat.click("radio", &w("case-say-fail"));
            seat.fill("textbox", &w("case-reason"), &reason);
            seat.click("button", &w("case-record"));
        }
    }
    seat.until(&format!("the decision on «{title}»"), |seat| (waiting(seat) < before).then_some(()));
}

/// The defective application: the diploma is of another person, everything else a person looks at is in order.
pub(crate) fn finds_another_name(card: &str) -> Option<String> {
    let about_name = card.contains(&w("check-title-copy-name"));
    about_name
        .then(|| "Диплом выдан на имя другого лица; перемена имени не подтверждена документом".to_owned())
}
