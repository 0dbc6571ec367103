//! Imports go down only, never sideways: read from `cargo metadata`, said in sentences.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;
use suite::{files, nothing_to_mend, root};

/// A crate: its floor, the crates of ours it may use, and what it must not know, with the reason.
struct Place {
    name: &'static str,
    may_use: &'static [&'static str],
    must_not_know: &'static [&'static str],
    because: &'static str,
}

/// What only tests use.
const TOOLS: [&str; 3] = ["finder", "screen", "spooler"];

const WEB: &str = "reqwest";

const PLACES: &[Place] = &[
    Place {
        name: "rules",
        may_use: &[],
        must_not_know: &["rusqlite", WEB, "tauri", "tokio", "fluent-bundle", "printpdf", "getrandom", "rand"],
        because: "the law is pure: everything it needs is in its arguments",
    },
    Place {
        name: "words",
        may_use: &["rules"],
        must_not_know: &["rusqlite", WEB, "tauri", "printpdf", "tokio"],
        because: "words only say what they are told",
    },
    Place {
        name: "papers",
        may_use: &["rules", "words"],
        must_not_know: &["rusqlite", WEB, "tauri", "tokio", "getrandom"],
        because: "the desk brings data and papers together, and the date of a paper is an argument",
    },
    Place {
        name: "store",
        may_use: &["rules"],
        must_not_know: &[WEB, "tauri", "printpdf", "fluent-bundle", "tokio"],
        because: "the store keeps facts; the desk says them",
    },
    Place {
        name: "signing",
        may_use: &["rules"],
        must_not_know: &["rusqlite", "tauri", WEB],
        because: "a signature is checked the same way wherever it lies",
    },
    Place {
        name: "desk",
        may_use: &["rules", "words", "papers", "store", "signing"],
        must_not_know: &["tauri"],
        because: "the same desk works behind a window and without one",
    },
    Place {
        name: "tanu",
        may_use: &["desk"],
        must_not_know: &["rusqlite", "printpdf", WEB],
        because: "the window opens and passes calls; what is lawful it asks the desk",
    },
    Place {
        name: "tanu-cli",
        may_use: &["rules", "words", "papers", "store", "signing", "desk"],
        must_not_know: &["tauri"],
        because: "the command line works where there is no window; it may ask any floor below",
    },
    Place {
        name: "suite",
        may_use: &["words"],
        must_not_know: &["tauri"],
        because: "rules about the tree read the tree",
    },
    Place {
        name: "bench-window",
        may_use: &["screen"],
        must_not_know: &["tauri"],
        because: "a window is measured from outside",
    },
    Place { name: "empty-window", may_use: &[], must_not_know: &[], because: "it would not be empty" },
    Place {
        name: "finder",
        may_use: &["store"],
        must_not_know: &["tauri"],
        because: "a text is also looked for as the search folds it, and nothing else is asked of a floor",
    },
    Place { name: "spooler", may_use: &[], must_not_know: &["tauri"], because: "a spooler knows no program" },
    Place { name: "screen", may_use: &[], must_not_know: &["tauri"], because: "a display knows no program" },
];

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("Cargo runs, it has started this test");
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata answers in JSON")
}

/// Package name to the names it depends on, with the kind (`null`, `dev`, `build`).
fn dependencies(metadata: &Value) -> BTreeMap<String, Vec<(String, bool)>> {
    let packages = metadata["packages"].as_array().expect("packages");
    let of = |package: &Value| {
        let list = package["dependencies"].as_array().cloned().unwrap_or_default();
        list.iter()
            .map(|dependency| {
                let name = dependency["name"].as_str().unwrap_or_default().to_owned();
                (name, dependency["kind"].as_str() == Some("dev"))
            })
            .collect()
    };
    packages
        .iter()
        .map(|package| (package["name"].as_str().unwrap_or_default().to_owned(), of(package)))
        .collect()
}

/// Everything wrong with the floors, in sentences.
fn complaints(packages: &BTreeMap<String, Vec<(String, bool)>>) -> Vec<String> {
    let mut said = Vec::new();
    for (name, dependencies) in packages {
        let Some(place) = PLACES.iter().find(|place| place.name == name) else {
            said.push(format!(
                "{name} has no floor: give it a place in tests/suite/rules/floors.rs and in docs/ARCHITECTURE.md"
            ));
            continue;
        };
        for (used, only_in_tests) in dependencies {
            let ours = packages.contains_key(used);
            // A test may look down through all floors and measure with the screen, but never up.
            let may = place.may_use.contains(&used.as_str())
                || (*only_in_tests && (TOOLS.contains(&used.as_str()) || below(used, place)));
            if ours && !may {
                said.push(format!("{name} may not use {used}: {}", place.because));
            }
            if place.must_not_know.contains(&used.as_str()) {
                said.push(format!("{name} must not know {used}: {}", place.because));
            }
        }
    }
    said
}

fn below(used: &str, place: &Place) -> bool {
    PLACES
        .iter()
        .filter(|other| place.may_use.contains(&other.name))
        .any(|other| other.name == used || other.may_use.contains(&used))
}

#[test]
fn imports_go_down_only() {
    let packages = dependencies(&metadata());
    assert!(packages.len() >= 8, "the workspace has its crates: {packages:?}");
    nothing_to_mend("Imports go down only, never sideways.", &complaints(&packages));
}

#[test]
fn a_broken_floor_is_told_in_a_sentence() {
    let row = |name: &str, used: &[&str]| {
        (name.to_owned(), used.iter().map(|used| ((*used).to_owned(), false)).collect::<Vec<_>>())
    };
    let packages = BTreeMap::from([
        row("papers", &["store", "rules"]),
        row("store", &[]),
        row("rules", &["rusqlite"]),
        row("cellar", &[]),
    ]);
    assert_eq!(
        complaints(&packages),
        [
            "cellar has no floor: give it a place in tests/suite/rules/floors.rs and in docs/ARCHITECTURE.md",
            "papers may not use store: the desk brings data and papers together, and the date of a paper is an argument",
            "rules must not know rusqlite: the law is pure: everything it needs is in its arguments",
        ]
    );
}

#[test]
fn the_law_touches_no_file_no_clock_and_no_chance() {
    const WORLD: [(&str, &str); 8] = [
        ("std::fs", "reads files"),
        ("std::net", "opens sockets"),
        ("std::env", "reads the environment"),
        ("SystemTime::now", "asks the clock"),
        ("Instant::now", "asks the clock"),
        ("Utc::now", "asks the clock"),
        ("Local::now", "asks the clock"),
        ("new_v4()", "throws dice"),
    ];
    let mut said = Vec::new();
    for file in files().iter().filter(|file| file.path.starts_with("crates/rules/src/") && !file.is_test()) {
        for (sign, what) in WORLD {
            if file.shipped().contains(sign) {
                said.push(format!(
                    "{} {what} ({sign}): give it as an argument, the desk knows it",
                    file.path
                ));
            }
        }
    }
    nothing_to_mend("The law is pure.", &said);
}

#[test]
fn only_one_file_of_the_ui_knows_tauri() {
    let knowing: Vec<String> = files()
        .iter()
        .filter(|file| file.path.starts_with("ui/src/") && !file.is_test())
        .filter(|file| {
            let imports = |line: &str| {
                line.contains("@tauri-apps/") && (line.contains("import") || line.contains("from"))
            };
            file.text.lines().any(imports) || file.text.contains("__TAURI")
        })
        .map(|file| file.path.clone())
        .collect();
    assert_eq!(knowing.len(), 1, "one file of ui/ knows Tauri, everyone else asks it; these do: {knowing:?}");
}
