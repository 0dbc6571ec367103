//! The page cannot reach out: no network, no foreign frames, no code from text, no second window.

use std::net::TcpListener;

use screen::Size;

use crate::office::Office;
use crate::seat::Seat;

#[test]
fn the_page_reaches_nothing_outside_the_program() {
    let office = Office::on("2025-03-11T10:00:00+05:00");
    let seat = Seat::open(&office, Size::OFFICE);
    // Somebody who listens on this machine: whatever the page says, nobody may arrive here.
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port of this machine");
    listener.set_nonblocking(true).expect("a listener that does not wait");
    let here = listener.local_addr().expect("the port has a number").to_string();
    let rows = [
        (
            "a request to the web",
            "fetch('https://example.org/').then(() => done('sent'), () => done('refused'))",
        ),
        (
            "a request to this machine",
            "fetch('http://HERE/').then(() => done('sent'), () => done('refused'))",
        ),
        (
            "a foreign picture",
            "const i = new Image(); i.onload = () => done('sent'); i.onerror = () => done('refused'); i.src = 'https://example.org/a.png'",
        ),
        ("code made of text", "try { new Function('return 1')(); done('sent') } catch { done('refused') }"),
        ("an evaluated text", "try { (0, eval)('1'); done('sent') } catch { done('refused') }"),
        ("a second window", "done(window.open('https://example.org/') === null ? 'refused' : 'sent')"),
        (
            "an inline script",
            "const s = document.createElement('script'); s.textContent = 'window.reached = true'; document.head.append(s); setTimeout(() => done(window.reached ? 'sent' : 'refused'), 200)",
        ),
        (
            "a socket",
            "try { const w = new WebSocket('ws://HERE/'); w.onopen = () => done('sent'); w.onerror = () => done('refused') } catch { done('refused') }",
        ),
    ];
    for (what, attempt) in rows {
        let attempt = attempt.replace("HERE", &here);
        // What the policy stopped is told by the browser; a refusal for another reason would prove nothing.
        let script = format!(
            "const done = arguments[arguments.length - 1]; let told = null;\n\
             document.addEventListener('securitypolicyviolation', (e) => {{ told = e.effectiveDirective }}, {{ once: true }});\n\
             const end = done; {{ const done = (said) => setTimeout(() => end([said, told]), 100);\n{attempt} }}"
        );
        let answer = seat.driver.run_waiting(&script, &[]).unwrap_or_else(|wrong| panic!("{what}: {wrong}"));
        assert_eq!(answer[0], "refused", "{what} is refused");
        // WebKit tells of every stopped attempt but these two.
        if !["a second window", "a socket"].contains(&what) {
            assert!(
                answer[1].is_string(),
                "{what} is refused by the policy of the page, not by chance: {answer}"
            );
        }
    }
    assert!(listener.accept().is_err(), "nothing of the page arrived at a listener of this machine");
}

#[test]
fn a_foreign_frame_shows_nothing() {
    let office = Office::on("2025-03-11T10:00:00+05:00");
    let seat = Seat::open(&office, Size::OFFICE);
    let told = seat
        .driver
        .run_waiting(
            "const done = arguments[0];\n\
             document.addEventListener('securitypolicyviolation', (e) => done(e.effectiveDirective), { once: true });\n\
             const frame = document.createElement('iframe'); frame.src = 'https://example.org/';\n\
             document.body.append(frame); setTimeout(() => done('shown'), 3000);",
            &[],
        )
        .expect("the page answers");
    let directive = told.as_str().unwrap_or_default();
    assert!(
        ["frame-src", "child-src", "default-src"].contains(&directive),
        "the policy stops the frame, it says {told}"
    );
}

#[test]
fn the_page_does_not_leave_the_program() {
    let office = Office::on("2025-03-11T10:00:00+05:00");
    let seat = Seat::open(&office, Size::OFFICE);
    seat.script("setTimeout(() => { location.href = 'https://example.org/' }, 0)", &[]);
    std::thread::sleep(std::time::Duration::from_secs(2));
    let address = seat.script("return location.href", &[]);
    assert!(
        address.as_str().is_some_and(|address| address.starts_with("tauri://localhost")),
        "still at home: {address}"
    );
    assert!(!seat.text().trim().is_empty(), "the screen is still there");
}
