//! `check` and `run` asked as a person asks them: shapes of the answers, statuses, one line for a bad file.

#![expect(clippy::expect_used, reason = "a helper of a test may stop the test")]

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn tanu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tanu-cli"))
        .args(arguments)
        .env("LC_ALL", "en_US.UTF-8")
        .output()
        .expect("the program starts")
}

fn scenario(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenario");
    folder.join(name).to_string_lossy().into_owned()
}

fn answer(arguments: &[&str]) -> (Value, Option<i32>) {
    let output = tanu(&[arguments, &["--json"]].concat());
    (serde_json::from_slice(&output.stdout).expect("the answer is JSON"), output.status.code())
}

/// A file with a content in a folder of its own.
fn file(folder: &tempfile::TempDir, name: &str, content: &str) -> String {
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, content).expect("the file is written");
    path.to_string_lossy().into_owned()
}

#[test]
fn a_check_tells_every_finding_in_three_languages_and_refuses_nothing_clean() {
    let (found, status) = answer(&["check", &scenario("clean.application.json")]);
    assert_eq!(status, Some(0));
    assert_eq!(
        (&found["edition"], &found["would_be_refused"], &found["grounds"]),
        (&json!("B"), &json!(false), &json!([]))
    );
    let findings = found["findings"].as_array().expect("a list");
    assert!(findings.len() > 40, "every check is told, {}", findings.len());
    for finding in findings {
        for field in ["check", "verdict", "code", "paragraph", "ground", "field", "facts", "text"] {
            assert!(finding.get(field).is_some(), "{field} of {finding}");
        }
        for lang in ["kk", "ru", "en"] {
            assert!(finding["text"][lang].as_str().is_some_and(|text| text.chars().count() > 3), "{finding}");
        }
        let verdict = finding["verdict"].as_str().unwrap_or_default();
        assert!(["pass", "fail", "warn", "human", "not_applicable"].contains(&verdict), "{verdict}");
    }
}

#[test]
fn a_defective_application_is_answered_with_all_grounds_and_status_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = std::fs::read_to_string(scenario("clean.application.json")).expect("the application is there");
    let mut value: Value = serde_json::from_str(&text).expect("it is JSON");
    value["applicant"]["iin"] = json!("880417399217");
    value["documents"] = json!([{"kind": "pension_fund_extract", "readable": true}]);
    value["work"] = json!([{"from": "2024-05-01", "to": "2025-06-30"}]);
    let path = file(&folder, "application.json", &value.to_string());
    let (found, status) = answer(&["check", &path, "--on", "2025-10-15"]);
    assert_eq!(status, Some(1), "the answer is no");
    assert_eq!(found["grounds"], json!(["incomplete_package", "incorrectly_filled", "requirements_not_met"]));
    assert_eq!(found["would_be_refused"], json!(true));
    for lang in ["kk", "ru", "en"] {
        let told = tanu(&["check", &path, "--language", lang]);
        assert!(!told.stdout.is_empty() && told.status.code() == Some(1), "{lang} is told in text");
    }
}

#[test]
fn the_edition_may_be_asked_for_and_an_unknown_text_is_refused() {
    let path = scenario("clean.application.json");
    assert_eq!(answer(&["check", &path, "--edition", "C"]).0["edition"], json!("C"));
    let refused = tanu(&["check", &path, "--edition", "A"]);
    assert_eq!(refused.status.code(), Some(2), "the text of edition A is not at hand");
}

#[test]
fn a_scenario_is_run_step_by_step_and_its_cases_are_told() {
    let (found, status) = answer(&["run", &scenario("shortest-path.json")]);
    assert_eq!((status, &found["denied"]), (Some(0), &json!(0)));
    let steps = found["steps"].as_array().expect("a list");
    assert!(steps.iter().all(|step| step["ok"] == json!(true) && step["denial"].is_null()));
    assert_eq!(steps.last().map(|step| &step["events"][0]["kind"]), Some(&json!("voucher_annulled")));
    let case = &found["cases"][0];
    assert_eq!((&case["id"], &case["stage"]), (&json!("A"), &json!("annulled")));
    assert_eq!(case["voucher"]["last_day"], json!("2025-12-16"));
    assert!(case["deadlines"].as_array().is_some_and(|list| {
        list.iter().any(|one| one["paragraph"] == json!("8") && one["due"] == json!("2025-10-15"))
    }));

    let (found, status) = answer(&["run", &scenario("gates-escalate.json")]);
    assert_eq!(status, Some(1), "something was denied");
    let denial = &found["steps"][1]["denial"];
    assert_eq!((&denial["code"], &denial["paragraph"]), (&json!("gate_is_no_ground"), &json!("8")));
    for lang in ["kk", "ru", "en"] {
        assert!(denial["text"][lang].as_str().is_some_and(|text| text.len() > 10), "{denial}");
    }
    let told = tanu(&["run", &scenario("to-the-last-payment.json"), "--language", "kk"]);
    assert!(!told.stdout.is_empty(), "and in text");
}

#[test]
fn an_unusable_file_is_one_line_with_file_place_and_remedy() {
    let folder = tempfile::tempdir().expect("a folder");
    let people = r#""people":[{"id":"a","role":"specialist"}]"#;
    for (command, content, place) in [
        ("check", "{", "$"),
        ("check", "[1]", "$"),
        ("check", r#"{"date":"soon"}"#, "date"),
        ("check", r#"{"documents":[{"pages":"many"}]}"#, "documents[0].pages"),
        ("check", r#"{"version":9,"region":"39"}"#, "version"),
        ("run", "nonsense", "$"),
        ("run", "{}", "region"),
        ("run", r#"{"region":"39"}"#, "people"),
        ("run", &format!(r#"{{"region":"39",{people}}}"#), "steps"),
        ("run", &format!(r#"{{"region":"39",{people},"steps":[{{"at":"x"}}]}}"#), "steps[0].at"),
        (
            "run",
            &format!(
                r#"{{"region":"39",{people},"steps":[{{"at":"2025-10-14T10:00:00+05:00","by":"a","do":"fly"}}]}}"#
            ),
            "steps[0].do",
        ),
        (
            "run",
            &format!(
                r#"{{"region":"39",{people},"steps":[{{"at":"2025-10-14T10:00:00+05:00","by":"b","do":"tick"}}]}}"#
            ),
            "steps[0].by",
        ),
        (
            "run",
            &format!(
                r#"{{"region":"39",{people},"steps":[{{"at":"2025-10-14T10:00:00+05:00","by":"a","do":{{"receive_application":"none.json"}}}}]}}"#
            ),
            "steps[0].do.receive_application",
        ),
        ("run", &format!(r#"{{"edition":"Z","region":"39",{people},"steps":[]}}"#), "Z"),
    ] {
        let path = file(&folder, "file.json", content);
        for lang in ["kk", "ru", "en"] {
            let output = tanu(&[command, &path, "--language", lang]);
            let line = String::from_utf8(output.stderr).expect("text");
            assert_eq!(output.status.code(), Some(2), "{command} {content}: {line}");
            assert_eq!(line.trim_end().lines().count(), 1, "one line: {line}");
            assert!(line.contains(place), "{line} says where: {place}");
            assert!(output.stdout.is_empty(), "nothing else is said");
        }
    }
    assert_eq!(tanu(&["check", "no-such-file.json"]).status.code(), Some(2));
}
