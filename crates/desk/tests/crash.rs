//! What the program leaves outside the encrypted vault: neither its output nor its crash report names a person,
//! whatever was typed, and whatever it fell over.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects"
)]

use desk::Desk;
use desk::contract::COMMANDS;
use desk::demonstration::make;
use desk::world::{FixedClock, PreparedPicker, World};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Set in the program that is watched; its value is its data folder.
const WATCHED: &str = "TANU_TEST_WATCHED";
/// Nobody's: the words of a panic and what is typed into every field.
const NAME: &str = "Құпияева";
const IIN: &str = "900101399006";
const PASSWORD: &str = "silver-birch-garden-77";

fn demo_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").canonicalize().unwrap()
}

fn desk_at(folder: &Path) -> Desk {
    let now = chrono::DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
    let world = World {
        clock: Box::new(FixedClock::at(now)),
        picker: Box::new(PreparedPicker::default()),
        printer: Box::new(desk::printing::Folder::at(folder.join("papers"))),
        cost: desk::world::strength_for_tests(),
        room: desk::world::room_for_tests(),
        version: "9.9.9-test".into(),
        demonstration: Some(demo_folder()),
        papers: folder.join("papers"),
    };
    Desk::open(folder, world)
}

/// A day at the desk with everything that may go wrong, in a program of its own.
fn a_day(folder: &Path) {
    desk::crash::watch(folder.to_owned(), "9.9.9-test".into());
    let at = chrono::DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
    let made = make::office(folder, 14, 3, desk::world::strength_for_tests(), at).unwrap();
    let desk = desk_at(folder);
    let _ = desk.call("session_sign_in", json!({ "login": NAME, "password": PASSWORD }));
    for account in &made.accounts {
        let sign_in = json!({ "login": account.login, "password": account.password });
        desk.call("session_sign_in", sign_in).unwrap();
        let _ = desk.call("intake_folder", json!({ "path": demo_folder() }));
        let typed = json!({
            "text": NAME, "name": NAME, "login": IIN, "password": PASSWORD, "path": format!("/{NAME}/{IIN}"),
            "folder": format!("/{NAME}"), "limit": 5, "page": { "offset": 0, "limit": 50 }, "case": IIN,
        });
        for command in COMMANDS.iter().filter(|command| !command.name.starts_with("session_")) {
            let _ = desk.call(command.name, typed.clone());
        }
        let found = desk.call("search_all", json!({ "text": IIN, "limit": 5 }));
        assert!(found.is_ok(), "the day went on");
        // What every failure may be made into for a log.
        eprintln!("{:?}", desk.call("case_open", json!({ "case": NAME })));
        eprintln!("{:?}", desk.call("search_all", typed));
    }
    let fallen = std::thread::spawn(|| panic!("{NAME} {IIN} {PASSWORD}")).join();
    assert!(fallen.is_err(), "it fell");
}

/// Names and numbers of everybody in the demonstration applications.
fn people() -> Vec<String> {
    let mut all = vec![NAME.to_owned(), IIN.to_owned(), PASSWORD.to_owned()];
    for entry in std::fs::read_dir(demo_folder()).unwrap() {
        let Ok(text) = std::fs::read_to_string(entry.unwrap().path().join("application.json")) else {
            continue;
        };
        let application: Value = serde_json::from_str(&text).unwrap();
        collect(&application["applicant"], &mut all);
    }
    assert!(all.len() > 9, "three applicants: {all:?}");
    all
}

fn collect(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) if text.chars().count() > 6 => all.push(text.clone()),
        Value::Array(parts) => parts.iter().for_each(|part| collect(part, all)),
        Value::Object(parts) => parts.values().for_each(|part| collect(part, all)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn nothing_of_a_person_is_in_the_output_or_in_a_crash_report() {
    if let Some(folder) = std::env::var_os(WATCHED) {
        a_day(Path::new(&folder));
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let name = "nothing_of_a_person_is_in_the_output_or_in_a_crash_report";
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(WATCHED, &data)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "the day was walked: {said}");
    let report = std::fs::read_to_string(data.join(desk::crash::REPORT)).unwrap();
    let line = report.lines().last().unwrap();
    assert!(
        line.contains("9.9.9-test") && line.contains("crash.rs:"),
        "the report says which program and where: {line}"
    );
    assert!(said.contains("crash.rs:"), "and so does the output: {said}");
    for person in people() {
        assert!(!said.contains(&person), "the output names {person}: {said}");
        assert!(!report.contains(&person), "the report names {person}: {report}");
    }
}
