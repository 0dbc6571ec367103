//! The first journey: two people, one PC, three applications, from the folder to the printed refusal.

use std::time::Duration;

use screen::Size;
use serde_json::{Value, json};
use spooler::Spooler;

use crate::axe::nothing_serious;
use crate::left_behind::nothing_readable;
use crate::office::Office;
use crate::paper::{found, pages_of, saved, shown};
use crate::person::{
    CLEAN, DEFECTIVE, MORNING, SATURDAY, begins, case_id, checks, choose_account, decide_all,
    finds_another_name, go, import_all, lock, open_case, sign_in, speak, w, whole_queue,
};
use crate::seat::Seat;

#[test]
fn from_the_folder_to_the_printed_refusal() {
    let spooler = Spooler::start().unwrap_or_else(|fault| panic!("{fault}"));
    let office = Office::on(MORNING).printing_at(spooler.address());
    let seat = Seat::open(&office, Size::OFFICE);

    speak(&seat, "Рус");
    nothing_serious(&seat, "the lock page");
    sign_in(&seat, "specialist");
    seat.reads(&w("today-title"));
    nothing_serious(&seat, "today");

    import_all(&seat);
    let rows = today_in_order(&seat);
    nothing_serious(&seat, "today with the applications");

    open_case(&seat, SATURDAY);
    the_deadline_is_explained(&seat);
    nothing_serious(&seat, "a deadline explained");
    seat.press(&["\u{E00C}"]);

    open_case(&seat, CLEAN);
    nothing_serious(&seat, "a case");
    the_copies_are_seen(&seat);
    every_check_says_its_paragraph_and_facts(&seat);
    the_decision_bar_is_seen_whole(&seat);
    forward(&seat);

    open_case(&seat, DEFECTIVE);
    let decided = decide_all(&seat, finds_another_name);
    assert!(decided > 0, "the defective application has a check for a person");
    let refused = case_id(&seat);
    let grounds = draft_refusal(&seat);
    assert!(grounds >= 4, "all grounds are given at once, {grounds} are");

    lock(&seat);
    sign_in(&seat, "supervisor");
    go(&seat, "sign");
    approve(&seat);
    print(&seat, &office, &spooler, &refused);
    let saved: Vec<_> = found(&office, "pdf").into_iter().collect();
    assert!(saved.len() == 1, "one paper was saved in clear, as was asked");
    nothing_readable(&office, &[seat.runtime()], &saved, "while the work is open");
    drop(seat);
    nothing_readable(&office, &[], &saved, "after the work");
    assert!(rows.len() >= 3, "the queue had its rows");
}

/// The three applications stand in the order of their fatal dates; nothing due later stands above them.
fn today_in_order(seat: &Seat) -> Vec<String> {
    seat.until("the three applications in the queue", |seat| {
        let rows = whole_queue(seat);
        [CLEAN, DEFECTIVE, SATURDAY]
            .iter()
            .all(|name| rows.iter().any(|row| row.contains(name)))
            .then_some(())
    });
    let rows = whole_queue(seat);
    let place = |name: &str| rows.iter().position(|row| row.contains(name)).unwrap_or(usize::MAX);
    assert!(place(DEFECTIVE) < place(CLEAN), "due on Tuesday stands above due on Wednesday: {rows:#?}");
    assert!(place(SATURDAY) < place(CLEAN), "the Saturday application is due on Tuesday too: {rows:#?}");
    // The desk's own dates, to compare the whole list and not only three rows of it.
    let page = seat.ask(
        "queue_page",
        &json!({ "strip": null, "mine": false, "closed": false, "text": null, "centre": null,
                 "stages": [], "order": "fatal_date", "page": { "offset": 0, "limit": 100 } }),
    );
    let dates: Vec<&str> = page["value"]["rows"]
        .as_array()
        .map(|rows| rows.iter().filter_map(|row| row["deadline"]["fatal"].as_str()).collect())
        .unwrap_or_default();
    assert!(dates.len() >= 3, "the rows have their dates: {page}");
    let mut sorted = dates.clone();
    sorted.sort_unstable();
    assert_eq!(dates, sorted, "the queue is in the order of the fatal date");
    rows
}

/// «?» tells day by day why an application of Saturday 8 March is due on Tuesday the 11th.
fn the_deadline_is_explained(seat: &Seat) {
    seat.click("button", &w("why-open"));
    seat.reads(&begins("why-due"));
    let told = seat.script("return document.querySelector('.why')?.innerText ?? ''", &[]);
    let told = told.as_str().unwrap_or_default().replace('\u{a0}', " ");
    for (words, reason) in [
        ("8 мар", "the day of receipt is named"),
        ("9 мар", "Sunday is named"),
        ("10 мар", "the day off moved to Monday is named"),
        ("11 мар", "the due day is named"),
        ("8", "the paragraph is named"),
    ] {
        assert!(told.contains(words) || told.contains(&words.replace(" мар", ".03")), "{reason}: {told}");
    }
}

/// A PDF and a picture are drawn, made larger and turned.
fn the_copies_are_seen(seat: &Seat) {
    let tabs = seat.script(
        "return [...document.querySelectorAll('[role=tab][id^=document-tab]')].map((tab) => tab.title)",
        &[],
    );
    let tabs: Vec<String> =
        tabs.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    for ending in [".pdf", ".jp"] {
        let index = tabs
            .iter()
            .position(|title| title.to_lowercase().contains(ending))
            .unwrap_or_else(|| panic!("the application has a copy {ending}: {tabs:?}"));
        let tab = seat.css(&format!("#document-tab-{index}"));
        seat.driver
            .post(&format!("/element/{}/click", crate::seat::id(&tab)), &json!({}))
            .unwrap_or_else(|wrong| panic!("the tab of {ending} cannot be clicked: {wrong}"));
        let plain = drawn(seat, ending);
        seat.click("button", &w("viewer-larger"));
        let larger = seat.until("the copy made larger", |seat| {
            let now = size(seat)?;
            (now.0 > plain.0 * 1.1).then_some(now)
        });
        seat.click("button", &w("viewer-rotate"));
        seat.until("the copy turned", |seat| {
            let (width, height) = size(seat)?;
            ((width > height) != (larger.0 > larger.1)).then_some(())
        });
    }
}

/// Waits until the copy is painted, not only laid out.
fn drawn(seat: &Seat, what: &str) -> (f64, f64) {
    seat.until(&format!("the copy {what} painted"), |seat| {
        let painted = seat.script(
            "const pane = document.querySelector('#document-panes');\n\
             const image = pane.querySelector('img');\n\
             if (image) return image.complete && image.naturalWidth > 0;\n\
             const canvas = pane.querySelector('canvas');\n\
             if (!canvas || canvas.width === 0) return false;\n\
             const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;\n\
             for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] > 0 && pixels[i] < 128) return true;\n\
             return false;",
            &[],
        );
        (painted == json!(true)).then(|| size(seat)).flatten()
    })
}

/// Width and height of the first page of the pane as shown.
fn size(seat: &Seat) -> Option<(f64, f64)> {
    let size = seat.script(
        "const page = document.querySelector('#document-panes canvas, #document-panes .picture');\n\
         if (!page) return null; const box = page.getBoundingClientRect(); return [box.width, box.height]",
        &[],
    );
    Some((size[0].as_f64()?, size[1].as_f64()?))
}

fn every_check_says_its_paragraph_and_facts(seat: &Seat) {
    let cards = seat.script(
        "const cards = [...document.querySelectorAll('li.check')];\n\
         return cards.map((card) => [card.innerText, card.querySelector('.mark')?.title ?? ''])",
        &[],
    );
    let cards = cards.as_array().cloned().unwrap_or_default();
    assert!(cards.len() >= 5, "an application has its checks: {cards:?}");
    for card in &cards {
        let text = card[0].as_str().unwrap_or_default();
        assert!(text.contains("п. "), "a check names its paragraph: {text}");
        assert!(
            card[1].as_str().is_some_and(|verdict| !verdict.is_empty()),
            "a check says its verdict: {text}"
        );
    }
    let titles: Vec<String> = checks(seat).into_iter().map(|(_, title)| title).collect();
    let mut with_facts = 0;
    for title in &titles {
        let facts = seat.script(
            "const card = [...document.querySelectorAll('li.check')].find((c) => c.querySelector('.title b').textContent === arguments[0]);\n\
             const button = card.querySelector('.title'); if (button.getAttribute('aria-expanded') !== 'true') button.click();\n\
             return new Promise((done) => requestAnimationFrame(() => done(card.querySelectorAll('.body dd').length)))",
            &[json!(title)],
        );
        with_facts += usize::from(facts.as_u64().unwrap_or_default() > 0);
    }
    assert!(
        with_facts >= titles.len() / 2,
        "checks show the facts they used, {with_facts} of {}",
        titles.len()
    );
}

/// 1366 by 768 shows every button of the decision.
fn the_decision_bar_is_seen_whole(seat: &Seat) {
    for name in [w("case-forward"), w("case-refuse")] {
        let button = seat.one("button", &name);
        let inside = seat.script(
            "const box = arguments[0].getBoundingClientRect();\n\
             return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight",
            &[button],
        );
        assert_eq!(inside, json!(true), "«{name}» is wholly on the screen");
    }
}

fn forward(seat: &Seat) {
    decide_all(seat, |_| None);
    seat.click("button", &w("case-forward"));
    nothing_serious(seat, "the question before forwarding");
    seat.click_in_dialog("button", &w("case-forward-confirm"));
    seat.reads(&begins("case-forwarded"));
}

/// Drafts the refusal and sends it to be signed; answers how many grounds it has.
fn draft_refusal(seat: &Seat) -> usize {
    let name = if seat.sees("button", &w("case-refuse")) { w("case-refuse") } else { w("case-open-refusal") };
    seat.click("button", &name);
    seat.reads(&w("letter-title"));
    seat.until("the refusal as it will be printed", |seat| {
        let drawn = seat.script("return document.querySelector('.paper canvas')?.width ?? 0", &[]);
        drawn.as_u64().filter(|width| *width > 0)
    });
    nothing_serious(seat, "the refusal");
    let texts = seat.script(
        "return [...document.querySelectorAll('ol > li.ground')].map((ground) =>\n\
         ['kk', 'ru'].map((lang) => ground.querySelector(`textarea[lang=${lang}]`)?.value ?? ''))",
        &[],
    );
    let texts = texts.as_array().cloned().unwrap_or_default();
    for pair in &texts {
        for language in [0, 1] {
            let text = pair[language].as_str().unwrap_or_default();
            assert!(text.chars().count() > 20, "a ground is written in both languages: {pair}");
        }
        assert_ne!(pair[0], pair[1], "Kazakh is not Russian copied");
    }
    seat.click("button", &w("letter-send"));
    seat.click_in_dialog("button", &w("letter-send"));
    seat.reads(&w("letter-sent"));
    texts.len()
}

fn approve(seat: &Seat) {
    seat.until("the stack with the refusal", |seat| seat.text().contains(DEFECTIVE).then_some(()));
    seat.click("button", DEFECTIVE);
    seat.until("the pages of the refusal", |seat| {
        let pages = seat.script("return document.querySelectorAll('.paper canvas').length", &[]);
        pages.as_u64().filter(|pages| *pages > 0)
    });
    nothing_serious(seat, "the stack to sign");
    seat.click("button", &w("sign-approve"));
    seat.click_in_dialog("button", &w("sign-approve"));
    seat.reads(&begins("sign-done"));
}

/// The paper is seen page for page, saved, and printed: three times the same bytes.
fn print(seat: &Seat, office: &Office, spooler: &Spooler, case: &str) {
    seat.script("location.hash = `#/paper/${arguments[0]}~refusal`", &[json!(case)]);
    seat.one("button", &w("preview-print"));
    let pages = seat.until("the pages of the paper", |seat| {
        let pages = seat.script("return document.querySelectorAll('.pages canvas').length", &[]);
        pages.as_u64().filter(|pages| *pages > 0)
    });
    nothing_serious(seat, "a paper");
    let shown = shown(seat, case, "refusal");
    assert_eq!(pages_of(office, &shown), pages, "every page is shown");

    seat.click("button", &w("preview-save"));
    seat.reads(&begins("preview-saved"));
    assert_eq!(saved(office, "pdf"), shown, "what is saved is what was shown");

    seat.click("button", &w("preview-print"));
    seat.one("combobox", &w("print-printer"));
    nothing_serious(seat, "the question before printing");
    seat.click_in_dialog("button", &w("preview-print"));
    let received = spooler.received_at_least(1).unwrap_or_else(|fault| panic!("{fault}"));
    let [printed] = received.as_slice() else { panic!("one paper is one job, not {}", received.len()) };
    assert_eq!(pages_of(office, printed), pages, "page for page");
    assert!(*printed == shown, "the printer gets the bytes that were on the screen");
}

#[test]
fn a_wrong_password_says_so_and_waits_longer_each_time() {
    let office = Office::on(MORNING);
    let seat = Seat::open(&office, Size::OFFICE);
    speak(&seat, "Рус");
    choose_account(&seat, "specialist");
    let mut waits = Vec::new();
    for attempt in 0..4 {
        seat.until("the end of the wait", |seat| waited(seat).is_none().then_some(()));
        seat.fill("textbox", &w("entry-password"), &format!("не тот пароль {attempt}"));
        seat.click("button", &w("entry-go"));
        let told = seat.until("the wrong password told", |seat| {
            let invalid = seat.script(
                "const field = document.querySelector('input[type=password]');\n\
                 const about = field.getAttribute('aria-describedby') ?? '';\n\
                 return field.getAttribute('aria-invalid') === 'true'\n\
                   ? about.split(/\\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ') : ''",
                &[],
            );
            invalid.as_str().map(str::trim).filter(|told| !told.is_empty()).map(str::to_owned)
        });
        assert!(!told.is_empty(), "the reason stands at the field");
        std::thread::sleep(Duration::from_millis(300));
        waits.push(waited(&seat).unwrap_or(0));
    }
    assert!(
        waits.windows(2).all(|pair| pair[0] <= pair[1]),
        "no wait is shorter than the one before: {waits:?}"
    );
    assert!(waits.first() < waits.last(), "waiting grows: {waits:?}");
    seat.until("the end of the wait", |seat| waited(seat).is_none().then_some(()));
    choose_account(&seat, "specialist");
    seat.click("button", &w("entry-go"));
    seat.css("nav[data-pane]");
}

/// Seconds the lock page says are left.
fn waited(seat: &Seat) -> Option<u64> {
    let text = seat.script("return document.querySelector('.wait')?.textContent ?? ''", &[]);
    let text = text.as_str().unwrap_or_default();
    if !text.contains(&begins("entry-wait")) {
        return None;
    }
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

#[test]
fn the_language_changes_at_once_without_a_restart() {
    let office = Office::on(MORNING);
    let seat = Seat::open(&office, Size::OFFICE);
    sign_in(&seat, "specialist");
    // The mark is lost if the page is loaded anew.
    seat.script("window.sameWindow = true", &[]);
    for (switch, lang) in [("Қаз", words::Lang::Kk), ("Eng", words::Lang::En), ("Рус", words::Lang::Ru)]
    {
        speak(&seat, switch);
        for key in ["today-title", "shell-room-queue", "shell-import"] {
            let text = words::lookup(lang, key, &[]).unwrap_or_else(|| panic!("no {key}"));
            seat.reads(&text);
        }
        let page = seat.script("return [document.documentElement.lang, window.sameWindow === true]", &[]);
        assert_eq!(page, json!([lang.code(), true]), "the page says its language and was not loaded anew");
    }
}
