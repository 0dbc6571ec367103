//! A paper outside of the window: the bytes the desk gives, the file a person finds, and what poppler and qpdf,
//! which know nothing of us, read in them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use serde_json::{Value, json};

use crate::office::Office;
use crate::seat::Seat;

/// The paper of a case in both languages, as the window gets it.
pub(crate) fn shown(seat: &Seat, case: &str, kind: &str) -> Vec<u8> {
    asked(seat, "paper_preview", &json!({ "case": case, "kind": kind, "language": "both" }))
}

/// The bytes a command of papers answers with.
pub(crate) fn asked(seat: &Seat, command: &str, args: &Value) -> Vec<u8> {
    let answer = seat.ask(command, args);
    let numbers = answer.as_array().into_iter().flatten();
    let paper: Vec<u8> =
        numbers.filter_map(Value::as_u64).filter_map(|number| u8::try_from(number).ok()).collect();
    assert!(paper.starts_with(b"%PDF-"), "{command} answers with a PDF");
    paper
}

/// Waits until every page of the paper on the screen is painted, and counts them.
pub(crate) fn pages_drawn(seat: &Seat) -> u64 {
    seat.until("the pages of the paper", |seat| {
        let pages = seat.script(
            "const all = [...document.querySelectorAll('.pages canvas')];\n\
             return all.every((page) => page.width > 0) ? all.length : 0",
            &[],
        );
        pages.as_u64().filter(|pages| *pages > 0)
    })
}

/// The newest file with this ending that a person of the office saved.
pub(crate) fn saved(office: &Office, ending: &str) -> Vec<u8> {
    let path = found(office, ending);
    let path = path.unwrap_or_else(|| panic!("no {ending} was saved under {}", office.home().display()));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()))
}

/// Where that file lies, when there is one.
pub(crate) fn found(office: &Office, ending: &str) -> Option<PathBuf> {
    let mut folders = vec![office.home(), office.data().join("papers")];
    let mut newest: Option<(SystemTime, PathBuf)> = None;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                let at = entry.metadata().and_then(|about| about.modified()).expect("a file has its time");
                if newest.as_ref().is_none_or(|(before, _)| *before < at) {
                    newest = Some((at, path));
                }
            }
        }
    }
    newest.map(|(_, path)| path)
}

/// Pages of a PDF, counted by qpdf.
pub(crate) fn pages_of(office: &Office, paper: &[u8]) -> u64 {
    let counted = read(office, paper, "qpdf", &["--show-npages"], &[]);
    counted.trim().parse().unwrap_or_else(|_| panic!("qpdf: {counted}"))
}

/// The text of a PDF in one line: every space and line break as one space, broken words whole again.
pub(crate) fn text_of(office: &Office, paper: &[u8]) -> String {
    let text = read(office, paper, "pdftotext", &[], &["-"]);
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("\u{ad} ", "")
}

fn read(office: &Office, paper: &[u8], program: &str, before: &[&str], after: &[&str]) -> String {
    let file: &Path = &office.scratch().join("read.pdf");
    std::fs::write(file, paper).expect("the paper is written");
    let read = Command::new(program)
        .args(before)
        .arg(file)
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("{program} is not installed: {error}"));
    String::from_utf8_lossy(&read.stdout).into_owned()
}
