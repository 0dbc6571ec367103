//! Fluent files that are wrong stop the build with a sentence that says what to mend.
#![expect(clippy::expect_used, reason = "a test stops where its own folder cannot be made")]

// The build script is a program of its own; its parts are tried here on folders made for the purpose.
#[path = "../build/check.rs"]
#[expect(dead_code, reason = "the build script uses what these tests do not")]
mod check;
#[path = "../build/read.rs"]
mod read;

use std::fs;

/// What the build says about three files `case.ftl`.
fn complaints(kk: &str, ru: &str, en: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder to write in");
    for (code, text) in [("kk", kk), ("ru", ru), ("en", en)] {
        fs::create_dir(folder.path().join(code)).expect("a folder for a language");
        fs::write(folder.path().join(code).join("case.ftl"), text).expect("a Fluent file");
    }
    let read = read::languages(folder.path());
    read.and_then(|languages| check::together(&languages)).err().unwrap_or_default()
}

#[test]
fn each_fault_of_the_fluent_files_is_named_with_its_place() {
    let good = "case-title = { $name }\n";
    assert_eq!(complaints(good, good, good), Vec::<String>::new(), "three equal files are in order");

    let rows: &[(&str, &str, &str, &str)] = &[
        (
            "",
            good,
            good,
            "case-title is missing in kk: assets/words/ru/case.ftl:1 has it; add it to assets/words/kk/case.ftl",
        ),
        (
            "case-title = жоқ\n",
            good,
            good,
            "assets/words/ru/case.ftl:1: case-title uses $name, which assets/words/kk/case.ftl:1 does not",
        ),
        (
            good,
            "case-title = нет\n",
            good,
            "assets/words/ru/case.ftl:1: case-title does not use $name, which assets/words/kk/case.ftl:1 does",
        ),
        (
            good,
            good,
            "case-title = { $nam }\n",
            "assets/words/en/case.ftl:1: case-title uses $nam, which assets/words/kk/case.ftl:1 does not",
        ),
        (good, "case-title = { $name\n", good, "this is not Fluent"),
        (good, "case-title = { SHOUT($name) }\n", good, "calls SHOUT(), which nobody knows"),
        (good, "case-title = { DATE(\"x\") }{ $name }\n", good, "exactly one $variable"),
        (
            "case-title = { DATE($name) }\n",
            "case-title = { MONEY($name) }\n",
            good,
            "uses $name as a sum, but assets/words/kk/case.ftl:1 uses it as a date",
        ),
        (good, "case-title = { DATE($name) }{ NUMBER($name) }\n", good, "both as a date and as a number"),
        (good, "case-title = { $name }\n    .hint = x\n", good, "has an attribute"),
        (
            good,
            "title = x\ncase-title = { $name }\n",
            good,
            "title must begin with the name of its file: case-",
        ),
        (good, "case-Title = x\ncase-title = { $name }\n", good, "must be lower-case words"),
        (
            good,
            "case-title = { $name }\ncase-title = { $name }\n",
            good,
            "ru/case.ftl:1: case-title is already said at",
        ),
        (good, "case-title = { $name }{ -office }\n", good, "uses the term -office"),
        (good, "case-title = { $name }{ case-other }\n", good, "quotes the message case-other"),
        (
            good,
            "case-title = { $name ->\n [one] день\n *[other] дней\n }\n",
            good,
            "the plural has no form for [few]",
        ),
    ];
    for (kk, ru, en, expected) in rows {
        let said = complaints(kk, ru, en);
        assert!(
            said.iter().any(|sentence| sentence.contains(expected)),
            "expected {expected:?} among {said:#?}"
        );
    }
}

#[test]
fn a_missing_language_is_named() {
    let folder = tempfile::tempdir().expect("a folder to write in");
    let said = read::languages(folder.path()).expect_err("an empty folder has no languages");
    assert_eq!(said.len(), 3, "each language is missed once: {said:?}");
}

#[test]
fn variables_of_quoted_messages_count_and_kinds_come_from_any_language() {
    let folder = tempfile::tempdir().expect("a folder to write in");
    let kk = "case-days = { $days } күн\ncase-line = { case-days }, { $name }\n";
    let ru = "case-days = { $days ->\n [one] { $days } день\n [few] { $days } дня\n *[many] { $days } дней\n }\ncase-line = { case-days }, { $name }\n";
    let en = "case-days = { $days } d\ncase-line = { case-days }, { $name }\n";
    for (code, text) in [("kk", kk), ("ru", ru), ("en", en)] {
        fs::create_dir(folder.path().join(code)).expect("a folder for a language");
        fs::write(folder.path().join(code).join("case.ftl"), text).expect("a Fluent file");
    }
    let languages = read::languages(folder.path()).expect("the files are Fluent");
    let agreed = check::together(&languages).expect("the languages agree");
    for message in agreed {
        let days = message.variables.get("days");
        assert_eq!(days, Some(&read::Kind::Number), "{}: Russian counts the days, so all do", message.name);
    }
}
