//! Every finding and every denial the rules can utter has a whole sentence in three languages: the codes are read out of the rules' sources, so a new one cannot stay dumb.
#![expect(clippy::expect_used, reason = "a missing source file stops the test with its name")]

use std::collections::BTreeSet;
use std::path::Path;

use rules::application::Application;
use rules::check::{About, Verdict, Yardstick, check};
use rules::law::{EditionId, builtin};
use serde_json::{Value, json};
use words::Lang;
use words::law::{check_title, finding_text};

const CLEAN: &str = include_str!("../../../tests/scenario/clean.application.json");

fn sources(folder: &Path, out: &mut String) {
    for entry in std::fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|one| one == "rs") {
            out.push_str(&std::fs::read_to_string(&path).expect("readable"));
        }
    }
}

/// Codes that stand after one of the markers in the sources of a folder.
fn codes(folder: &str, markers: &[&str]) -> BTreeSet<String> {
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/src").join(folder), &mut text);
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = BTreeSet::new();
    for marker in markers {
        for rest in text.split(marker).skip(1) {
            let rest = rest.trim_start();
            if let Some(code) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                found.insert(code.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_code_of_a_check_has_a_sentence() {
    let found = codes("check", &[".fail(", ".warn(", ".human(", ".not_applicable("]);
    assert!(found.len() > 60, "the codes were found in the sources: {}", found.len());
    for code in found {
        let key = format!("check-{}", code.replace('_', "-"));
        assert!(words::arguments(&key).is_some(), "{key} is missing from check.ftl");
    }
}

#[test]
fn every_code_of_a_denial_has_a_sentence() {
    let mut found = codes("case", &["Denial::new(", "denial("]);
    for number in 2..18 {
        let marker = format!("Paragraph::whole({number}),");
        found.extend(codes(
            "case",
            &[format!("Denial::by({marker}").as_str(), format!("P{number},").as_str()],
        ));
    }
    assert!(found.len() > 50, "the codes were found in the sources: {}", found.len());
    for code in found {
        let key = format!("denial-{}", code.replace('_', "-"));
        assert!(words::arguments(&key).is_some(), "{key} is missing from denial.ftl");
    }
}

#[test]
fn the_sentence_of_a_finding_uses_its_facts_and_never_falls_back_on_its_title() {
    let law = builtin().expect("the shipped law is whole");
    let edition = law.editions.get(&EditionId::parse("B").expect("a name")).expect("edition B");
    let yardstick = Yardstick::of(edition).expect("edition B knows its checks");
    let changes = [
        json!({}),
        json!({"applicant": {"iin": "1", "born": "1990-01-01"}, "phone": "1", "email": "1", "account": "1"}),
        json!({"region": "00", "level": 9, "education": [{"institution": "К"}], "work": [{"to": "2020-01-01"}]}),
        json!({"recognition_centre": {"bin": "1", "accredited_to": "2025-10-01", "venue_region": "55"}, "account": "1"}),
        json!({"documents": [{"kind": "pension_fund_extract"}, {"kind": "x", "readable": false, "sha256": "z"}, {"kind": "labour_contract", "encrypted": true, "name_on_document": "Оспанов Нұрлан"}]}),
        json!({"platform_checks": Value::Null, "profession": {"requirement": Value::Null, "in_register": false}, "signature": {"valid": Value::Null}}),
        json!({"profession": {"requirement": {"experience_months": 600, "education": "doctor", "education_field": "Медицина"}}, "date": "2025-10-15"}),
    ];
    for change in changes {
        let mut value: Value = serde_json::from_str(CLEAN).expect("the clean application is JSON");
        for (name, part) in change.as_object().expect("an object") {
            match (value.get_mut(name), part) {
                (Some(Value::Object(old)), Value::Object(new)) => old.extend(new.clone()),
                (_, part) => value[name] = part.clone(),
            }
        }
        let application = Application::from_value(&value).expect("the change is readable");
        let received_on = application.received.expect("a stamp").date_naive();
        let about = About {
            application: &application,
            received_on,
            on: received_on,
            yardstick: &yardstick,
            earlier: &[],
            parallel: 1,
        };
        for finding in check(&about) {
            for lang in Lang::ALL {
                let text = finding_text(lang, &finding);
                let dumb = text == check_title(lang, &finding.check) && finding.verdict != Verdict::Pass;
                assert!(
                    !dumb && !text.contains('{') && !text.is_empty(),
                    "{} {}: {text}",
                    lang.code(),
                    finding.code
                );
            }
        }
    }
}
