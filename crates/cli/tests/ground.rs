//! The commands that need no case, asked as a person asks them: answers, refusals, statuses.

#![expect(clippy::expect_used, reason = "a helper of a test may stop the test")]

use serde_json::{Value, json};
use std::process::{Command, Output};

fn tanu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tanu-cli"))
        .args(arguments)
        .env("LC_ALL", "en_US.UTF-8")
        .output()
        .expect("the program starts")
}

fn answer(arguments: &[&str]) -> Value {
    let output = tanu(&[arguments, &["--json"]].concat());
    serde_json::from_slice(&output.stdout).expect("the answer is JSON")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

#[test]
fn a_term_is_told_day_by_day() {
    for (from, extra, due, whys) in [
        (
            "2025-10-24",
            &[][..],
            "2025-10-28",
            &["day_zero", "holiday", "weekend", "substitute", "working"][..],
        ),
        ("2025-01-03", &[], "2025-01-05", &["day_zero", "weekend", "working_weekend"]),
        ("2023-07-06", &[], "2023-07-10", &["day_zero", "transfer", "weekend", "weekend", "working"]),
        ("2023-07-06", &["--week", "6"], "2023-07-07", &["day_zero", "working"]),
        ("2026-01-06", &[], "2026-01-08", &["day_zero", "religious", "working"]),
        // Half past eleven came twice on 29 February 2024; both are still that day.
        ("2024-02-29T17:30:00Z", &["--region", "71"], "2024-03-01", &["day_zero", "working"]),
        ("2024-02-29T18:30:00Z", &["--region", "71"], "2024-03-01", &["day_zero", "working"]),
        // Before 1 March 2024 Astana was six hours ahead, Aktobe five.
        ("2024-01-15T18:30:00Z", &["--region", "71"], "2024-01-17", &["day_zero", "working"]),
        ("2024-01-15T18:30:00Z", &["--region", "15"], "2024-01-16", &["day_zero", "working"]),
        ("2025-10-14T23:40:00+05:00", &[], "2025-10-15", &["day_zero", "working"]),
        ("2025-10-14T19:00:00Z", &[], "2025-10-16", &["day_zero", "working"]),
    ] {
        let found = answer(&[&["due", "--from", from, "--working-days", "1"], extra].concat());
        assert_eq!(found["due"], due, "{from} {extra:?}");
        let steps = found["steps"].as_array().expect("steps are a list");
        let told: Vec<_> = steps.iter().map(|step| step["why"].as_str().unwrap_or_default()).collect();
        assert_eq!(told, whys, "{from} {extra:?}");
        assert!(found["calendar_version"].is_string());
    }
}

#[test]
fn a_year_lists_its_days_off_with_name_and_basis() {
    let found = answer(&["calendar", "2027"]);
    assert_eq!((&found["year"], &found["working_days"]), (&json!(2027), &json!(247)));
    let days = found["days_off"].as_array().expect("a list");
    let day = |date: &str| days.iter().find(|day| day["date"] == date).expect("the day is listed");
    assert_eq!(
        (&day("2027-03-15")["kind"], &day("2027-03-24")["kind"]),
        (&json!("holiday"), &json!("substitute"))
    );
    assert_eq!(
        (&day("2027-05-16")["kind"], &day("2027-05-16")["estimated"]),
        (&json!("religious"), &json!(true))
    );
    for language in ["kk", "ru", "en"] {
        assert!(days.iter().all(|day| day["name"][language].as_str().is_some_and(|name| !name.is_empty())));
    }
    assert_eq!(answer(&["calendar", "2025"])["working_weekends"], json!(["2025-01-05"]));
    assert_eq!(answer(&["calendar", "2023"])["working_weekends"], json!(["2023-07-01"]));
}

#[test]
fn numbers_are_judged_with_a_reason_and_a_status() {
    for (command, number, code, reason) in [
        ("iin", "900101399006", 0, Value::Null),
        ("iin", "900101399700", 0, Value::Null),
        ("iin", "000229699416", 0, Value::Null),
        ("iin", "900101399750", 1, json!("never_issued")),
        ("iin", "850515499002", 1, json!("check_digit")),
        ("iin", "030229599012", 1, json!("date")),
        ("iin", "900101799011", 1, json!("century")),
        ("iin", "12", 1, json!("length")),
        ("iin", "abc", 1, json!("not_digit")),
        ("iin", "", 1, json!("empty")),
        ("bin", "230940999005", 0, Value::Null),
        ("bin", "231340999006", 1, json!("month")),
        ("bin", "230944999007", 1, json!("unit")),
        ("bin", "900101399006", 1, json!("looks_like_iin")),
        ("iban", "KZ94722C000000000017", 0, Value::Null),
        ("iban", "kz94 722c 0000 0000 0017", 0, Value::Null),
        ("iban", "КZ94722C000000000017", 0, Value::Null),
        ("iban", "KZ699990000000000001", 0, Value::Null),
        ("iban", "KZ94722C000000000018", 1, json!("checksum")),
        ("iban", "RU94722C000000000017", 1, json!("country")),
    ] {
        let found = answer(&[command, number]);
        assert_eq!(found["valid"], json!(code == 0), "{command} {number}");
        assert_eq!(found["reason"], reason, "{command} {number}");
        assert_eq!(status(&tanu(&[command, number])), code, "{command} {number}");
    }
    let iin = answer(&["iin", "850515499219"]);
    assert_eq!((&iin["born"], &iin["sex"]), (&json!("1985-05-15"), &json!("female")));
    let bin = answer(&["bin", "240152999003"]);
    assert_eq!(
        (&bin["registered"], &bin["kind"], &bin["unit"]),
        (&json!("2024-01"), &json!("non_resident"), &json!("representative_office"))
    );
    let iban = answer(&["iban", "KZ94722C000000000017"]);
    assert_eq!((&iban["bank_code"], &iban["bank"]), (&json!("722"), &json!("Kaspi Bank")));
}

#[test]
fn a_validity_tells_its_days_and_its_edition() {
    let found = answer(&["validity", "--issued", "2025-10-14"]);
    assert_eq!(
        (&found["last_day"], &found["edition"]),
        (&json!("2025-12-13"), &json!("B")),
        "the confirmed one"
    );
    assert_eq!(
        (&found["annul_not_before"], &found["annul_moment"]),
        (&json!("2025-12-15"), &json!("2025-12-16T00:00:00+05:00"))
    );
    let found = answer(&["validity", "--issued", "2025-10-14", "--edition", "c"]);
    assert_eq!(found["last_day"], "2025-11-28");
    let sheets =
        ["--sheet", "2025-10-01..2025-10-10", "--sheet", "2025-10-08..2025-10-15@2025-10-16T09:00:00+05:00"];
    let found = answer(&[&["validity", "--issued", "2025-09-01"], &sheets[..]].concat());
    assert_eq!(
        (&found["base_last_day"], &found["last_day"], &found["extended_by_days"]),
        (&json!("2025-10-31"), &json!("2025-11-15"), &json!(15))
    );
    assert_eq!(
        (&found["sheets"][1]["counted_days"], &found["sheets"][1]["why"]),
        (&json!(5), &json!("overlaps"))
    );
}

#[test]
fn a_settlement_tells_sums_and_other_years() {
    let found = answer(&[
        "settle",
        "--profile",
        "technical",
        "--price",
        "38 400,50",
        "--protocol",
        "2025-12-29",
        "--home",
        "39",
        "--venue",
        "71",
    ]);
    for (field, expected) in [
        ("mrp", "3932.00"),
        ("mrp_date", "2025-12-29"),
        ("cap", "27524.00"),
        ("reimbursed", "27524.00"),
        ("claimant_pays", "10876.50"),
        ("material_aid", "23592.00"),
    ] {
        assert_eq!(found[field], expected, "{field}");
    }
    assert_eq!(found["paragraphs"], json!(["14(1)", "14(2)", "15"]));
    assert_eq!(
        (&found["alternatives"][0]["basis"], &found["alternatives"][0]["cap"]),
        (&json!("payment"), &json!("30275.00"))
    );
}

#[test]
fn an_allocation_adds_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statistics.csv");
    std::fs::write(&file, "region,weight\n10,4500\n39,13217\n71,8000.5\n75,120\n").expect("a file");
    let path = file.to_str().expect("a path");
    let found = answer(&["allocate", path, "--total", "500", "--years", "2026..2028", "--minimum", "15"]);
    let rows = found["rows"].as_array().expect("rows");
    let sum = |pick: &dyn Fn(&Value) -> u64| rows.iter().map(pick).sum::<u64>();
    assert_eq!(sum(&|row| row["share"].as_u64().unwrap_or_default()), 500);
    let years: Vec<u64> = ["2026", "2027", "2028"]
        .iter()
        .map(|year| sum(&|row| row["by_year"][year].as_u64().unwrap_or_default()))
        .collect();
    assert_eq!(years.iter().sum::<u64>(), 500);
    assert_eq!((&rows[3]["region"], &rows[3]["share"]), (&json!("75"), &json!(15)), "the minimum");
    std::fs::write(&file, "region,weight\n10,4500\n39;13217\n").expect("a file");
    let output = tanu(&["allocate", path, "--total", "500", "--years", "2026..2028"]);
    assert_eq!(status(&output), 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("line 3"), "the line at fault is named");
}

#[test]
fn unusable_input_is_one_line_and_status_two() {
    let rows: &[&[&str]] = &[
        &[],
        &["fly"],
        &["due"],
        &["due", "--from", "2025-02-31", "--working-days", "1"],
        &["due", "--from", "2025-2-3", "--working-days", "1"],
        &["due", "--from", "14.10.2025", "--working-days", "1"],
        &["due", "--from", "2025-10-14T10:00:00", "--working-days", "1"],
        &["due", "--from", "2025-10-14T25:00:00Z", "--working-days", "1"],
        &["due", "--from", "2025-10-14", "--working-days", "-1"],
        &["due", "--from", "2025-10-14", "--working-days", "1.5"],
        &["due", "--from", "2025-10-14", "--working-days", "99999999999"],
        &["due", "--from", "2025-10-14", "--working-days", "4294967295"],
        &["due", "--from", "2025-10-14", "--working-days", "5000"],
        &["due", "--from", "2027-12-31", "--working-days", "1"],
        &["due", "--from", "2022-12-30", "--working-days", "1"],
        &["due", "--from", "9999-12-31", "--working-days", "1"],
        &["due", "--from", "2025-10-14", "--working-days", "1", "--week", "7"],
        &["due", "--from", "2025-10-14", "--working-days", "1", "--region", "99"],
        &["due", "--from", "2025-10-14", "--working-days", "1", "--edition", "Q"],
        &["due", "--from", "2025-10-14", "--working-days", "1", "--month", "1"],
        &["due", "--from", "2025-10-14", "--from", "2025-10-15", "--working-days", "1"],
        &["calendar", "2022"],
        &["calendar", "2028"],
        &["calendar", "year"],
        &["calendar", "-5"],
        &["validity", "--issued", "2025-09-31"],
        &["validity", "--issued", "2020-01-10"],
        &["validity", "--issued", "2024-01-10"], // edition A: paragraph 10 is not at hand
        &["validity", "--issued", "2025-09-01", "--sheet", "2025-10-10..2025-10-01"],
        &["validity", "--issued", "2025-09-01", "--sheet", "2025-10-10"],
        &["validity", "--issued", "2025-09-01", "--sheet", "2025-10-10..2025-10-32"],
        &["validity", "--issued", "2025-09-01", "--sheet", "2025-10-10..2025-10-12@soon"],
        &["settle", "--profile", "artistic", "--price", "100", "--protocol", "2025-10-14"],
        &["settle", "--profile", "social", "--price", "-100", "--protocol", "2025-10-14"],
        &["settle", "--profile", "social", "--price", "1.234", "--protocol", "2025-10-14"],
        &["settle", "--profile", "social", "--price", "100", "--protocol", "2027-02-01"],
        &["settle", "--profile", "social", "--price", "100", "--protocol", "2020-02-01"],
        &["settle", "--profile", "social", "--price", "100", "--protocol", "2025-10-14", "--home", "00"],
        &["allocate", "no-such-file.csv", "--total", "5", "--years", "2026..2028"],
        &["allocate", "no-such-file.csv", "--total", "-5", "--years", "2026..2028"],
        &["allocate", "no-such-file.csv", "--total", "5", "--years", "2026..2029"],
        &["iin", "1", "--language", "de"],
    ];
    for arguments in rows {
        for language in ["kk", "ru", "en"] {
            let mut asked = arguments.to_vec();
            if !asked.contains(&"--language") {
                asked.extend(["--language", language]);
            }
            let output = tanu(&asked);
            assert_eq!(status(&output), 2, "{asked:?}");
            assert!(output.stdout.is_empty(), "{asked:?} gives no answer");
            let said = String::from_utf8(output.stderr).expect("words");
            assert_eq!(said.trim_end().lines().count(), 1, "{asked:?}: {said}");
            assert!(said.trim().len() > 20, "{asked:?} says what to do: {said}");
        }
    }
}

#[test]
fn the_reader_chooses_the_language() {
    for (language, word) in [("kk", "Соңғы күні"), ("ru", "Последний день"), ("en", "Last day")]
    {
        let output = tanu(&["due", "--from", "2025-10-14", "--working-days", "1", "--language", language]);
        assert!(String::from_utf8_lossy(&output.stdout).starts_with(word), "{language}");
        let help = tanu(&["--language", language, "settle", "--help"]);
        assert_eq!(status(&help), 0, "help is an answer");
        assert!(
            !String::from_utf8_lossy(&help.stdout).contains("Print help"),
            "{language}: help is translated"
        );
    }
}

#[test]
fn every_command_and_option_is_described_in_every_language() {
    for language in ["kk", "ru", "en"] {
        let list = tanu(&["--help", "--language", language]);
        let list = String::from_utf8(list.stdout).expect("words");
        let commands = list
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
            .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
        for line in commands {
            let (name, about) = line.split_once(' ').unwrap_or((line, ""));
            assert!(!about.trim().is_empty(), "{language}: {name} is described");
            let help = tanu(&[name, "--help", "--language", language]);
            for option in
                String::from_utf8(help.stdout).expect("words").lines().filter(|line| line.contains("  --"))
            {
                let described =
                    option.trim().split_once("  ").is_some_and(|(_, help)| !help.trim().is_empty());
                assert!(described, "{language}: {name}: {option}");
            }
        }
    }
}
