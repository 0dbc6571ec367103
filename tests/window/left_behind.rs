//! What the window leaves on the disk: its engine keeps caches and stores of its own beside our database, and
//! no byte of them tells a person.

use std::path::PathBuf;

use finder::{Finder, files};
use serde_json::Value;

use crate::office::{Office, example};

/// What of an application tells who it is of; the rest is said of many.
const TELLING: [&str; 6] =
    ["/applicant/surname", "/applicant/iin", "/account", "/phone", "/email", "/documents/0/number"];

/// The people of the demonstration applications, with their numbers and accounts.
fn people() -> Vec<String> {
    let mut all = Vec::new();
    for name in ["clean", "defective", "saturday"] {
        let path = example(name).join("application.json");
        let text = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let application: Value = serde_json::from_slice(&text).expect("an application");
        for place in TELLING {
            let told = application.pointer(place).and_then(Value::as_str);
            all.push(told.unwrap_or_else(|| panic!("{name} says {place}")).to_owned());
        }
    }
    all
}

/// Looks into every file of the office and of the person: the database, the home with the caches of the engine,
/// what was temporary, and the folder of the session. Only what the person saved in clear is passed over.
pub(crate) fn nothing_readable(office: &Office, session: &[PathBuf], saved: &[PathBuf], when: &str) {
    let finder = Finder::new(&people());
    let found = finder.look(&example("defective"));
    assert!(!found.is_empty(), "the search finds people where they are");
    let mut looked = 0;
    let mut told = Vec::new();
    for folder in [office.data(), office.home(), office.temporary()].iter().chain(session) {
        looked += files(folder).len();
        told.extend(finder.look(folder));
    }
    let apart = |line: &String| saved.iter().any(|path| line.starts_with(&*path.to_string_lossy()));
    told.retain(|line| !apart(line));
    assert!(looked > 10, "{when}: the office and the engine have their files, {looked} were seen");
    assert!(told.is_empty(), "{when}, in clear on the disk: {told:#?}");
}
