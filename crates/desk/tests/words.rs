//! Every code the desk may send to the window has its word in three languages: no screen shows a raw key.
#![expect(clippy::unwrap_used, reason = "a test says what it expects")]

use desk::contract::paper::PaperKind;
use desk::queue::turn;
use rules::application::DocumentKind;
use rules::case::{Clock, CommandKind, Stage, stored};
use rules::check::CHECKS;
use rules::role::Role;
use std::path::Path;

fn kebab(code: &str) -> String {
    code.replace('_', "-")
}

/// Keys that are put together at run time.
fn keys() -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    let mut family = |family: &str, code: &str| keys.push(format!("{family}-{}", kebab(code)));
    for kind in CommandKind::ALL
        .iter()
        .filter(|kind| !matches!(kind, CommandKind::Tick | CommandKind::ReceiveApplication))
    {
        family("action", kind.code());
    }
    // A case that does not exist yet is shown nowhere.
    for stage in Stage::ALL.into_iter().filter(|stage| *stage != Stage::New) {
        family("stage", stage.code());
        family("actor", turn(stage).actor);
        if !turn(stage).todo.is_empty() {
            family("todo", turn(stage).todo);
        }
    }
    for (kind, _) in stored::KINDS {
        family("event", kind);
    }
    // What the store writes by itself.
    for kind in ["backup_restored", "subject_erased", "subject_exported"] {
        family("event", kind);
    }
    for check in CHECKS {
        family("check-title", check.check);
        family("check", check.passed);
        family("check", check.failed);
    }
    for clock in [
        Clock::Window,
        Clock::Review,
        Clock::SendReviewRefusal,
        Clock::SendToCentre,
        Clock::CentreAnswer,
        Clock::SendCentreRefusal,
        Clock::SendVoucher,
        Clock::Validity,
        Clock::Extend,
        Clock::SendAct,
        Clock::PayCentre,
        Clock::PayPerson,
    ] {
        family("deadline", clock.code());
    }
    for kind in PaperKind::ALL {
        family("paper-kind", desk::paper::code(kind));
    }
    for role in Role::ALL {
        family("role", role.code());
    }
    for kind in [
        DocumentKind::Diploma,
        DocumentKind::LabourBook,
        DocumentKind::PensionFundExtract,
        DocumentKind::Unstated,
    ] {
        family("document", kind.code());
    }
    for code in [
        "received",
        "review",
        "mobility_centre",
        "recognition_centre",
        "voucher",
        "use",
        "act",
        "payment",
        "refusal",
    ] {
        family("path", code);
    }
    for code in ["pass", "fail", "warn", "human", "not_applicable"] {
        family("verdict", code);
    }
    for code in ["running", "used", "annulled"] {
        family("voucher-state", code);
    }
    for field in 1..=17 {
        family("field", &format!("f1-{field:02}"));
    }
    keys
}

/// Codes of a "no" and of events, as they stand in the sources.
fn codes_in_sources() -> Vec<String> {
    let mut keys = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    folders.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/src"));
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for start in ["No::denial(\"", "No::failure(\"", "No::invalid(\"", "No::bug(\""] {
                let found = text.split(start).skip(1).filter_map(|rest| rest.split('"').next());
                keys.extend(found.map(|code| format!("no-{code}")));
            }
            let words = text.split("Said::new(\"").skip(1).filter_map(|rest| rest.split('"').next());
            keys.extend(words.map(str::to_owned));
        }
    }
    assert!(keys.len() > 60, "the sources were read: {}", keys.len());
    keys
}

#[test]
fn every_code_of_the_desk_has_its_word() {
    // `no-linter` and the like are said through another word, which is checked under its own name.
    let missing: Vec<String> = keys()
        .into_iter()
        .chain(codes_in_sources())
        .filter(|key| !key.contains('{') && words::arguments(key).is_none())
        .collect();
    assert_eq!(missing, Vec::<String>::new(), "these keys would be shown raw");
}
