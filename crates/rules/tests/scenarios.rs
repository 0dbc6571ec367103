//! Every file of tests/scenario is run, step by step against what it expects, and at the end against the cases it expects.
#![expect(clippy::expect_used, clippy::panic, reason = "a broken scenario file stops the test with its name")]

use std::path::{Path, PathBuf};

use rules::law::builtin;
use rules::scenario::{Scenario, put_in_files, report, run};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenario")
}

/// `expected` is a part of `actual`: objects by their fields, lists place by place.
fn part(expected: &Value, actual: &Value, path: &str, wrong: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            for (name, value) in expected {
                part(value, actual.get(name).unwrap_or(&Value::Null), &format!("{path}.{name}"), wrong);
            }
        }
        (Value::Array(expected), Value::Array(actual)) => {
            if expected.len() != actual.len() {
                wrong.push(format!(
                    "{path}: {} entries, expected {}: {actual:?}",
                    actual.len(),
                    expected.len()
                ));
            }
            for (place, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                part(expected, actual, &format!("{path}[{place}]"), wrong);
            }
        }
        (expected, actual) if expected != actual => {
            wrong.push(format!("{path}: {actual}, expected {expected}"))
        }
        (_, _) => {}
    }
}

/// Runs one file; what differs from its expectations.
fn differences(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).expect("the scenario file is there");
    let mut value: Value = serde_json::from_str(&text).expect("the scenario file is JSON");
    put_in_files(&mut value, &mut |name| {
        std::fs::read_to_string(folder().join(name)).map_err(|e| e.to_string())
    })
    .unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let scenario = Scenario::from_value(&value).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let law = builtin().expect("the shipped law is whole");
    let run = run(&scenario, &law);
    let mut wrong = Vec::new();
    for (place, (seen, step)) in run.steps.iter().zip(&scenario.steps).enumerate() {
        let kinds: Vec<String> = seen.events.iter().map(|one| one.entry.event.kind().to_owned()).collect();
        let denied = seen.denial.as_ref().map(|denial| denial.code.clone());
        let expected = step.expect.clone().unwrap_or_default();
        if denied != expected.denied
            || (expected.denied.is_none() && expected.events.is_some_and(|one| one != kinds))
        {
            wrong.push(format!("steps[{place}] {kinds:?} {:?}, expected {:?}", seen.denial, step.expect));
        }
        if !seen.unread.is_empty() {
            wrong.push(format!("steps[{place}] has fields nobody reads: {:?}", seen.unread));
        }
    }
    let actual = serde_json::json!({ "cases": report(&scenario, &run, &law), "denied": run.denied() });
    part(&value["expect"], &actual, "expect", &mut wrong);
    wrong
}

#[test]
fn every_scenario_ends_as_it_says() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("tests/scenario is there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|one| one == "json"))
        .filter(|path| !path.to_string_lossy().ends_with(".application.json"))
        .collect();
    files.sort();
    assert!(files.len() >= 12, "the whole machine is covered by scenarios, found only {}", files.len());
    let mut wrong = Vec::new();
    for file in &files {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        wrong.extend(differences(file).into_iter().map(|one| format!("{name}: {one}")));
    }
    assert!(wrong.is_empty(), "scenarios differ from what they expect:\n{}", wrong.join("\n"));
}
