//! docs/TRACE.md is true: every row of the requirements stands in it once, and every test it names exists.
#![expect(clippy::expect_used, reason = "a missing page stops the test")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> Option<String> {
    std::fs::read_to_string(root().join(path)).ok()
}

/// Rows of the page with the tests they name.
fn traced() -> Vec<(String, Vec<String>)> {
    let page = read("docs/TRACE.md").expect("docs/TRACE.md is there");
    page.lines()
        .filter_map(|line| {
            let mut cells = line.trim_matches('|').split(" | ").map(str::trim);
            let row = cells.next()?.to_owned();
            let tests = cells.nth(1)?;
            let named = tests.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            (row.starts_with(['O', 'R', 'F', 'A']) && row.contains('-')).then_some((row, named))
        })
        .collect()
}

/// A test function of a file, or a scenario.
fn exists(test: &str) -> bool {
    match test.split_once("::") {
        Some((file, name)) => read(file).is_some_and(|text| {
            let at = format!("fn {name}(");
            text.match_indices(&at).any(|(place, _)| {
                let before = text.get(..place).unwrap_or_default();
                before
                    .rfind("#[test]")
                    .is_some_and(|mark| before.get(mark..).is_some_and(|gap| gap.matches("fn ").count() == 0))
            })
        }),
        None => test.starts_with("tests/scenario/") && test.ends_with(".json") && read(test).is_some(),
    }
}

#[test]
fn every_row_of_the_requirements_names_tests_that_exist() {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (row, tests) in traced() {
        *count.entry(row.clone()).or_default() += 1;
        if tests.is_empty() {
            wrong.push(format!("{row} names no test"));
        }
        wrong.extend(
            tests.iter().filter(|test| !exists(test)).map(|test| format!("{row}: {test} does not exist")),
        );
    }
    let rows = include_str!("data/rows.txt");
    for row in rows.lines() {
        match count.remove(row) {
            Some(1) => {}
            Some(times) => wrong.push(format!("{row} stands {times} times")),
            None => wrong.push(format!("{row} is missing")),
        }
    }
    wrong.extend(count.keys().map(|row| format!("{row} is not a row of the requirements")));
    assert!(wrong.is_empty(), "docs/TRACE.md is not true:\n{}", wrong.join("\n"));
}

#[test]
fn every_command_is_described_in_the_page_of_scenarios_with_its_fields() {
    let page = read("docs/SCENARIO.md").expect("docs/SCENARIO.md is there");
    let mut wrong = Vec::new();
    for kind in rules::case::CommandKind::ALL {
        let start = format!("| `{}` |", kind.code());
        let Some(line) = page.lines().find(|line| line.starts_with(&start)) else {
            wrong.push(format!("{} has no line", kind.code()));
            continue;
        };
        for field in kind.fields().iter().filter(|field| !line.contains(&format!("`{field}`"))) {
            wrong.push(format!("{} does not name its field {field}", kind.code()));
        }
    }
    assert!(wrong.is_empty(), "docs/SCENARIO.md is not true:\n{}", wrong.join("\n"));
}

#[test]
fn the_examples_of_the_pages_are_read_whole() {
    let block = |page: &str| {
        let text = read(page).expect("the page is there");
        let inside =
            text.split("```json").nth(1).and_then(|rest| rest.split("```").next()).map(str::to_owned);
        inside.expect("the page has an example")
    };
    let application =
        rules::application::Application::parse(&block("docs/APPLICATION.md")).expect("the example is right");
    assert_eq!(application.unread, Vec::<String>::new(), "every field of the example is understood");
    let mut scenario = serde_json::from_str(&block("docs/SCENARIO.md")).expect("the example is JSON");
    rules::scenario::put_in_files(&mut scenario, &mut |name| {
        read(&format!("tests/scenario/{name}")).ok_or_else(|| "no such file".to_owned())
    })
    .expect("the application of the example is there");
    let scenario = rules::scenario::Scenario::from_value(&scenario).expect("the example is right");
    let law = rules::law::builtin().expect("the shipped law is whole");
    let run = rules::scenario::run(&scenario, &law);
    assert_eq!(run.denied(), 0, "the example goes through: {:?}", run.steps);
}
