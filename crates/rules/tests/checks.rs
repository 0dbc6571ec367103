//! Every check of an application as a row: what is changed in the clean application, and what is found.
#![expect(clippy::expect_used, clippy::panic, reason = "a broken row stops the test with its place")]

use rules::application::Application;
use rules::check::{About, CHECKS, EarlierVoucher, Finding, Verdict, Yardstick, check, grounds};
use rules::law::{EditionId, Law, builtin};
use rules::refusal::grounds_of;
use serde_json::{Value, json};

const CLEAN: &str = include_str!("../../../tests/scenario/clean.application.json");

fn merge(target: &mut Value, patch: &Value) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) => {
            for (name, value) in patch {
                if value.is_null() {
                    target.remove(name);
                } else {
                    merge(target.entry(name.clone()).or_insert(Value::Null), value);
                }
            }
        }
        (target, patch) => *target = patch.clone(),
    }
}

fn application(patch: &Value) -> Application {
    let mut value: Value = serde_json::from_str(CLEAN).expect("the clean application is JSON");
    merge(&mut value, patch);
    Application::from_value(&value).unwrap_or_else(|fault| panic!("{patch}: {fault}"))
}

fn found(
    law: &Law,
    edition: &str,
    patch: &Value,
    on: &str,
    earlier: &[EarlierVoucher],
    parallel: u32,
) -> Vec<Finding> {
    let edition =
        law.editions.get(&EditionId::parse(edition).expect("a name")).expect("the edition is there");
    let application = application(patch);
    let received_on = application.received.expect("a stamp").date_naive();
    check(&About {
        application: &application,
        received_on,
        on: on.parse().expect("a date"),
        yardstick: &Yardstick::of(edition).expect("the edition knows its checks"),
        earlier,
        parallel,
    })
}

fn docs(list: Value) -> Value {
    json!({ "documents": list })
}

#[test]
fn the_clean_application_meets_every_check() {
    let law = builtin().expect("the shipped law is whole");
    for edition in ["B", "C"] {
        let findings = found(&law, edition, &json!({}), "2025-10-14", &[], 0);
        for finding in &findings {
            let right = match finding.verdict {
                Verdict::Pass | Verdict::NotApplicable => true,
                // The clean application came in the last days of edition B's window, which is told.
                Verdict::Warn => finding.check == "gate_window",
                Verdict::Fail | Verdict::Human => false,
            };
            assert!(right, "{edition}: {finding:?}");
        }
        assert!(grounds(&findings).is_empty(), "nothing to refuse on");
    }
}

#[test]
fn every_row_of_the_form_and_every_copy_is_judged_as_the_table_says() {
    let law = builtin().expect("the shipped law is whole");
    // Key of the finding, verdict, code, ground, and what is changed in the clean application.
    let rows: Vec<(String, String, String, Option<String>, Value)> =
        serde_json::from_str(include_str!("data/checks.json")).expect("the table is JSON");
    for (place, (key, verdict, code, ground, patch)) in rows.iter().enumerate() {
        let findings = found(&law, "B", patch, "2025-10-14", &[], 0);
        let one = findings.iter().find(|finding| finding.key() == *key);
        let one = one.unwrap_or_else(|| panic!("row {place} ({key}, {patch}): no such finding"));
        let said = serde_json::to_value(one).expect("a finding is JSON");
        assert_eq!(
            (said["verdict"].as_str(), one.code.as_str()),
            (Some(verdict.as_str()), code.as_str()),
            "row {place}: {key}, {patch}"
        );
        assert_eq!(
            one.ground.map(|ground| ground.code()),
            ground.as_deref(),
            "row {place}: the ground of {key}"
        );
    }
    let named: std::collections::BTreeSet<&str> =
        rows.iter().map(|row| row.0.split(':').next().unwrap_or_default()).collect();
    for definition in CHECKS {
        let elsewhere = ["age", "gate_parallel", "copy_duplicate"];
        assert!(
            named.contains(definition.check) || elsewhere.contains(&definition.check),
            "{} has a row",
            definition.check
        );
    }
}

#[test]
fn copies_are_told_apart_when_one_file_comes_twice() {
    let law = builtin().expect("the shipped law is whole");
    let hash = "ab".repeat(32);
    for (second, verdict, code) in [
        ("diploma", Verdict::Warn, "copy_duplicated"),
        ("labour_book", Verdict::Human, "copy_twice_as_different_kinds"),
    ] {
        let patch = docs(json!([
            {"kind": "diploma", "sha256": hash, "readable": true},
            {"kind": second, "sha256": hash, "readable": true}
        ]));
        let findings = found(&law, "B", &patch, "2025-10-14", &[], 0);
        let one =
            findings.iter().find(|finding| finding.check == "copy_duplicate").expect("a duplicate is found");
        assert_eq!((one.verdict, one.code.as_str()), (verdict, code));
    }
}

#[test]
fn a_maiden_name_with_its_proof_is_told_and_not_doubted() {
    let law = builtin().expect("the shipped law is whole");
    let diploma = json!({"kind": "diploma", "readable": true, "name_on_document": "Оспанов Айдар Маратұлы"});
    for patch in [
        json!({"documents": [diploma, {"kind": "name_change", "readable": true}]}),
        json!({"documents": [diploma], "applicant": {"former_names": ["Оспанов"]}}),
        json!({"documents": [diploma], "applicant": {"former_names": ["Оспанов Айдар Маратұлы"]}}),
    ] {
        let findings = found(&law, "B", &patch, "2025-10-14", &[], 0);
        let one = findings.iter().find(|finding| finding.check == "copy_name").expect("the name is compared");
        assert_eq!((one.verdict, one.code.as_str()), (Verdict::Warn, "copy_in_former_name"), "{patch}");
    }
}

#[test]
fn a_minor_and_a_second_application_are_for_others_to_decide() {
    let law = builtin().expect("the shipped law is whole");
    // A synthetic number of a person born on 1 July 2003, applying when seventeen.
    let patch =
        json!({"applicant": {"iin": "030701599008", "born": null}, "received": "2021-06-30T10:00:00+05:00"});
    let findings = found(&law, "B", &patch, "2021-06-30", &[], 2);
    let age = findings.iter().find(|finding| finding.check == "age").expect("the age is looked at");
    assert_eq!(
        (age.verdict, age.ground),
        (Verdict::Human, None),
        "a minor is a question, not a ground (A-57)"
    );
    let parallel = findings.iter().find(|finding| finding.check == "gate_parallel").expect("it is told");
    assert_eq!(
        (parallel.verdict, parallel.ground),
        (Verdict::Warn, None),
        "allowed, first issue blocks (A-59)"
    );
}

#[test]
fn an_earlier_voucher_of_this_year_escalates_and_one_that_still_runs_is_told() {
    let law = builtin().expect("the shipped law is whole");
    for (issued, last, spent, verdict, code) in [
        ("2025-02-03", "2025-04-04", true, Verdict::Fail, "voucher_already_this_year"),
        ("2024-12-20", "2025-11-01", false, Verdict::Warn, "earlier_voucher_runs"),
        ("2024-12-20", "2025-11-01", true, Verdict::Pass, "once_a_year_kept"),
        ("2024-03-01", "2024-04-30", false, Verdict::Pass, "once_a_year_kept"),
    ] {
        let earlier = EarlierVoucher {
            number: "39-7".into(),
            issued_on: issued.parse().expect("a date"),
            last_day: last.parse().expect("a date"),
            spent,
        };
        let findings = found(&law, "B", &json!({}), "2025-10-14", &[earlier], 0);
        let once =
            findings.iter().find(|finding| finding.check == "gate_once_a_year").expect("it is checked");
        assert_eq!((once.verdict, once.code.as_str(), once.ground), (verdict, code, None), "issued {issued}");
    }
}

#[test]
fn accreditation_is_looked_at_on_the_dates_that_matter() {
    let law = builtin().expect("the shipped law is whole");
    let patch = json!({"recognition_centre": {"accredited_to": "2025-10-20"}});
    let on_the_day = found(&law, "B", &patch, "2025-10-14", &[], 0);
    let later = found(&law, "B", &patch, "2025-10-21", &[], 0);
    let verdict = |findings: &[Finding]| {
        findings.iter().find(|one| one.check == "accreditation").map(|one| one.verdict)
    };
    assert_eq!(verdict(&on_the_day), Some(Verdict::Warn), "chosen in time, ends before the voucher would");
    assert_eq!(verdict(&later), Some(Verdict::Human), "lost after the choice: not the person's fault (A-29)");
}

#[test]
fn edition_c_asks_for_copies_only_where_the_requirement_does() {
    let law = builtin().expect("the shipped law is whole");
    let bare = json!({"documents": [], "education": [], "work": [], "profession": {"requirement": {"education": null, "education_field": null, "experience_months": null}}});
    let unknown = json!({"documents": [], "profession": {"requirement": null}});
    for (edition, patch, grounds_count, humans) in
        [("B", &bare, 0, false), ("C", &bare, 0, false), ("B", &unknown, 1, true), ("C", &unknown, 0, true)]
    {
        let findings = found(&law, edition, patch, "2025-10-14", &[], 0);
        assert_eq!(grounds_of(&grounds(&findings)).len(), grounds_count, "{edition} {patch}");
        assert_eq!(findings.iter().any(|one| one.verdict == Verdict::Human), humans, "{edition} {patch}");
    }
}

#[test]
fn experience_is_summed_over_periods_with_overlaps_merged() {
    use rules::check::experience::{merged, months};
    let day = |text: &str| text.parse::<chrono::NaiveDate>().expect("a date");
    for (periods, expected) in [
        (vec![], 0),
        (vec![("2020-01-01", "2020-12-31")], 12),
        (vec![("2020-01-01", "2020-12-31"), ("2020-07-01", "2021-06-30")], 18),
        (vec![("2020-01-01", "2020-06-30"), ("2020-07-01", "2020-12-31")], 12),
        (vec![("2020-01-01", "2020-01-15"), ("2021-01-01", "2021-01-15")], 1),
        (vec![("2024-02-01", "2024-02-29")], 1),
        (vec![("2020-12-31", "2020-01-01")], 0),
    ] {
        let periods: Vec<_> = periods.iter().map(|(from, to)| (day(from), day(to))).collect();
        assert_eq!(months(&periods), expected, "{periods:?}");
        let union = merged(&periods);
        assert!(union.windows(2).all(|pair| pair[0].1 < pair[1].0), "no day twice: {union:?}");
    }
}

#[test]
fn the_text_of_edition_a_is_not_at_hand_so_nothing_is_checked_by_it() {
    let law = builtin().expect("the shipped law is whole");
    let edition = law.editions.get(&EditionId::parse("A").expect("a name")).expect("the edition is there");
    assert!(Yardstick::of(edition).is_err(), "the engine refuses and says so (A-50)");
}
