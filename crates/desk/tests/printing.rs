//! Printing into a real queue of CUPS, and into a folder where there is none.
#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where its own preparations fail")]

use desk::printing::{Cups, Device, Folder, JobId, JobState, Order, PrintFailure, Printer, Title};
use spooler::Spooler;
use std::time::{Duration, Instant};

const PDF: &[u8] = include_bytes!("../../../assets/demo/clean/orders.pdf");

fn spooler() -> Spooler {
    Spooler::start().unwrap_or_else(|problem| panic!("no spooler of our own: {problem}"))
}

fn order(serial: u32) -> Order<'static> {
    let title = Title::of_day(chrono::NaiveDate::from_ymd_opt(2025, 3, 11).unwrap(), serial);
    Order { device: None, title, pdf: PDF, copies: 1, both_sides: false }
}

fn until(printer: &Cups, job: &JobId, state: JobState) {
    let started = Instant::now();
    loop {
        let now = printer.status(job).unwrap();
        if now == state {
            return;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "job {job} is {now:?}, expected {state:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_paper_reaches_the_printer_byte_for_byte_in_its_copies() {
    let spooler = spooler();
    let printer = Cups::at(&spooler.address());
    let known = printer.list().unwrap();
    assert_eq!(
        known,
        vec![Device {
            name: spooler::QUEUE.into(),
            title: spooler::TITLE.into(),
            default: true,
            accepting: true
        }]
    );
    let job = printer
        .submit(&Order { device: Some(spooler::QUEUE), copies: 2, both_sides: true, ..order(1) })
        .unwrap();
    until(&printer, &job, JobState::Sent);
    let got = spooler.received_at_least(1).unwrap();
    assert_eq!(got.len(), 1, "one order is one job");
    assert!(got[0] == [PDF, PDF].concat(), "the very bytes, once for each copy, and not a rendering of them");
    let log = spooler.page_log();
    assert!(log.contains("A4 two-sided-long-edge"), "paper and sides: {log}");
}

#[test]
fn nothing_personal_and_no_option_gets_into_the_queue_by_the_title() {
    let spooler = spooler();
    let printer = Cups::at(&spooler.address());
    let job = printer.submit(&order(17)).unwrap();
    until(&printer, &job, JobState::Sent);
    let log = spooler.page_log();
    assert!(log.contains("Tanu 2025-03-11 17"), "the day and the place in it: {log}");
    assert!(!log.contains("Сейтқали"), "no name: {log}");
    for name in ["-o raw", "office -n 5", "; touch x", "нет", ""] {
        let asked = printer.submit(&Order { device: Some(name), ..order(1) });
        assert!(
            matches!(asked, Err(PrintFailure::UnknownPrinter)),
            "a printer called {name:?} is not taken for an option"
        );
    }
    assert_eq!(spooler.received().len(), 1, "nothing else was sent");
}

#[test]
fn a_job_that_waits_and_one_that_is_cancelled_are_told_apart() {
    let spooler = spooler();
    let printer = Cups::at(&spooler.address());
    spooler.stop_queue().unwrap();
    let known = printer.list().unwrap();
    assert!(!known[0].accepting, "a stopped printer says so: {known:?}");
    let job = printer.submit(&order(1)).unwrap();
    assert_eq!(printer.status(&job).unwrap(), JobState::Waiting, "the queue is stopped");
    spooler.cancel_all().unwrap();
    until(&printer, &job, JobState::Failed);
    assert_eq!(spooler.received().len(), 0, "nothing came out");
    let other = JobId("office-999".into());
    assert_eq!(printer.status(&other).unwrap(), JobState::Unknown, "a job nobody sent");
}

#[test]
fn what_cannot_be_printed_is_refused_before_it_reaches_the_spooler() {
    let printer = Cups::at("/nonexistent/cups.sock");
    let rows: [(Order<'_>, &str); 3] = [
        (Order { copies: 0, ..order(1) }, "copies-out-of-range"),
        (Order { copies: 21, ..order(1) }, "copies-out-of-range"),
        (Order { pdf: b"<html>", ..order(1) }, "not-a-pdf"),
    ];
    for (order, code) in rows {
        assert_eq!(printer.submit(&order).unwrap_err().code(), code, "{} copies", order.copies);
    }
    assert_eq!(printer.submit(&order(1)).unwrap_err().code(), "refused", "no scheduler behind that socket");
    assert!(printer.list().is_err(), "no scheduler is not the same as no printers");
}

#[test]
fn without_a_printer_the_paper_goes_into_a_folder_and_never_over_another() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::at(home.path().join("Басып шығару"));
    let first = folder.submit(&order(1)).unwrap();
    let second = folder.submit(&order(1)).unwrap();
    assert_ne!(first, second, "the second paper has a name of its own");
    for job in [&first, &second] {
        assert_eq!(folder.status(job).unwrap(), JobState::Sent);
        assert_eq!(
            std::fs::read(home.path().join("Басып шығару").join(&job.0)).unwrap(),
            PDF,
            "the very bytes"
        );
    }
    for job in ["../x", "..", "", "C:\\x"] {
        assert_eq!(
            folder.status(&JobId(job.into())).unwrap(),
            JobState::Unknown,
            "no way out of the folder by {job:?}"
        );
    }
    assert_eq!(
        folder.submit(&Order { device: Some("office"), ..order(1) }).unwrap_err().code(),
        "unknown-printer"
    );
}
