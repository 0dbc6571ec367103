//! The demonstration applications hold what their README promises: read by the Rules, file by file.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where its own preparations fail")]

use chrono::NaiveDate;
use rules::application::Application;
use rules::calendar::{Week, due};
use rules::check::{About, Finding, Verdict, Yardstick, check};
use rules::law::Ground;
use sha2::{Digest, Sha256};
use std::path::PathBuf;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").join(name)
}

fn application(name: &str) -> Application {
    let text = std::fs::read_to_string(folder(name).join("application.json")).unwrap();
    Application::parse(&text).unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

fn received(application: &Application) -> NaiveDate {
    application.received.unwrap().date_naive()
}

fn findings(application: &Application) -> Vec<Finding> {
    let law = rules::law::builtin().unwrap();
    let received_on = received(application);
    let yardstick = Yardstick::of(law.editions.on(received_on).unwrap()).unwrap();
    check(&About {
        application,
        received_on,
        on: received_on,
        yardstick: &yardstick,
        earlier: &[],
        parallel: 0,
    })
}

fn of(findings: &[Finding], verdict: Verdict) -> Vec<(String, String, Option<Ground>)> {
    let with = findings.iter().filter(|finding| finding.verdict == verdict);
    with.map(|finding| (finding.check.clone(), finding.code.clone(), finding.ground)).collect()
}

#[test]
fn every_field_is_understood_and_every_copy_is_the_file_it_says() {
    for name in ["clean", "defective", "saturday"] {
        let application = application(name);
        assert!(application.unread.is_empty(), "{name}: not understood: {:?}", application.unread);
        for document in &application.documents {
            let file = document.file.clone().unwrap();
            let bytes = std::fs::read(folder(name).join(&file)).unwrap();
            let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(document.sha256.as_deref(), Some(digest.as_str()), "{name}/{file}: its digest");
            assert_eq!(document.bytes, u64::try_from(bytes.len()).ok(), "{name}/{file}: its size");
            let begins: &[u8] = if file.ends_with(".pdf") { b"%PDF-" } else { b"\xff\xd8\xff" };
            assert!(bytes.starts_with(begins), "{name}/{file} is what its name says");
        }
        let files = std::fs::read_dir(folder(name)).unwrap().count();
        assert_eq!(files, application.documents.len() + 1, "{name}: nothing lies there that is not listed");
    }
}

#[test]
fn the_clean_ones_leave_nothing_to_object_to() {
    for name in ["clean", "saturday"] {
        let application = application(name);
        let findings = findings(&application);
        assert_eq!(of(&findings, Verdict::Fail), [], "{name}");
        let human = of(&findings, Verdict::Human);
        assert!(!human.is_empty(), "{name}: somebody still has to look at the copies");
    }
}

#[test]
fn the_defective_one_is_wrong_in_the_four_ways_of_its_readme() {
    let found = findings(&application("defective"));
    let mut failed = of(&found, Verdict::Fail);
    failed.sort();
    let expected = [
        ("account", "account_wrong", Ground::IncorrectlyFilled),
        ("experience", "experience_too_short", Ground::RequirementsNotMet),
        ("work_copy", "work_copy_wrong_kind", Ground::IncompletePackage),
    ];
    let expected = expected.map(|(check, code, ground)| (check.to_owned(), code.to_owned(), Some(ground)));
    assert_eq!(failed, expected, "three ways a program sees, each with a lawful ground");
    let human = of(&found, Verdict::Human);
    let other_name =
        ("copy_name".to_owned(), "copy_name_differs".to_owned(), Some(Ground::IncompletePackage));
    let pages = human.iter().filter(|finding| **finding == other_name).count();
    assert_eq!(
        pages, 2,
        "the fourth is for a person: both pages of the diploma bear another name: {human:?}"
    );
}

#[test]
fn the_dates_fall_as_the_readme_says() {
    let law = rules::law::builtin().unwrap();
    for (name, day, until) in [
        ("clean", "2025-03-11", "2025-03-12"),
        ("defective", "2025-03-07", "2025-03-11"),
        ("saturday", "2025-03-08", "2025-03-11"),
    ] {
        let from = received(&application(name));
        assert_eq!(from.to_string(), day, "{name}");
        let term = due(from, 1, &law.calendar, Week::Five).unwrap();
        assert_eq!(term.due.to_string(), until, "{name}: {:?}", term.steps);
    }
}
