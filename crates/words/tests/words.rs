//! What the words crate promises, on the real Fluent files and the shared table of formats.
#![expect(clippy::expect_used, reason = "a test stops where its own table is wrong")]

use chrono::NaiveDate;
use serde_json::Value;
use words::{Arg, Lang, format, lookup, msg, plural};

const FORMATS: &str = include_str!("../../../assets/words/formats.json");

fn examples(kind: &str) -> Vec<Value> {
    let table: Value = serde_json::from_str(FORMATS).expect("formats.json is JSON");
    table["examples"][kind].as_array().expect("a list of examples").clone()
}

fn day(iso: &str) -> NaiveDate {
    iso.parse().expect("a date of the table")
}

#[test]
fn dates_are_written_as_the_shared_table_says() {
    for row in examples("dates") {
        let date = day(row["iso"].as_str().expect("iso"));
        assert_eq!(format::date(date), row["short"], "the short date is the same in every language");
        for lang in Lang::ALL {
            assert_eq!(format::long_date(lang, date), row[lang.code()]["long"], "long date in {lang}");
            assert_eq!(format::full_date(lang, date), row[lang.code()]["weekday"], "full date in {lang}");
        }
    }
}

#[test]
fn numbers_sums_and_shares_are_written_as_the_shared_table_says() {
    for row in examples("numbers") {
        assert_eq!(format::number(row["value"].as_i64().expect("number")), row["text"], "groups of three");
    }
    for row in examples("money") {
        let text = row["value"].as_str().expect("sum");
        let tiyn = format::parse_money(text).expect("a sum of the contract is read");
        assert_eq!(format::money(tiyn), row["text"], "{text} is written to the tiyn");
    }
    for row in examples("shares") {
        assert_eq!(format::share(row["value"].as_i64().expect("share")), row["text"], "one decimal");
    }
}

#[test]
fn only_sums_of_the_contract_are_read_as_sums() {
    for text in [
        "",
        "12",
        "12.5",
        "12.500",
        "1 200.00",
        "12,00",
        "+1.00",
        "--1.00",
        "1.-1",
        "99999999999999999999.00",
    ] {
        let expected = if text == "12" { Some(1200) } else { None };
        assert_eq!(format::parse_money(text), expected, "{text:?} is read with care");
    }
    assert_eq!(format::parse_money("-0.01"), Some(-1), "a tiyn taken back keeps its sign");
}

#[test]
fn plural_forms_agree_with_the_shared_table_and_with_fluent() {
    for row in examples("plurals") {
        let number = row["value"].as_i64().expect("number");
        for lang in Lang::ALL {
            let ours = plural::category(lang, number).name();
            assert_eq!(ours, row[lang.code()], "{number} in {lang}");
        }
    }
    // Fluent has its own rules inside; the text shows which form it took.
    let said = [1, 2, 5, 11, 21].map(|days| msg::why_term_working(Lang::Ru, days));
    assert_eq!(
        said,
        ["1 рабочий день", "2 рабочих дня", "5 рабочих дней", "11 рабочих дней", "21 рабочий день"],
        "Russian counts in three forms"
    );
    assert_eq!(msg::why_term_working(Lang::Kk, 5), "5 жұмыс күні", "a Kazakh noun stays as it is");
    assert_eq!(msg::why_term_working(Lang::En, 1), "1 working day");
}

#[test]
fn a_message_known_by_its_code_is_told_everything_it_needs_or_is_not_said() {
    let zero = |date: &'static str| [("date", Arg::from(date)), ("more", Arg::from("1"))];
    let said = lookup(Lang::Ru, "case-zero", &zero("2026-03-09"));
    let said = said.expect("a text that is a date is read as one");
    assert!(said.contains("09.03.2026"), "the date is written our way: {said}");
    assert_eq!(
        lookup(Lang::Ru, "case-zero", &[]),
        None,
        "a missing fact is not shown as a hole in the sentence"
    );
    let none = lookup(Lang::Ru, "case-zero", &zero("yesterday"));
    assert_eq!(none, None, "a fact that is no date is not shown as one");
    assert_eq!(lookup(Lang::En, "no-such-message", &[]), None);
}

#[test]
fn every_message_is_said_in_every_language() {
    let mut said = 0;
    for key in words::keys() {
        let wanted = words::arguments(key).expect("a key has its arguments");
        let args: Vec<(&str, Arg<'_>)> = wanted.iter().map(|(name, kind)| (*name, sample(*kind))).collect();
        for lang in Lang::ALL {
            let text = lookup(lang, key, &args).expect("a message with all its arguments is said");
            assert!(!text.trim().is_empty(), "{key} says something in {lang}");
            assert!(!text.contains(['{', '}', '$']), "{key} in {lang} shows its workings: {text}");
            said += 1;
        }
    }
    assert!(said >= 3, "there are messages to say");
}

fn sample(kind: words::Kind) -> Arg<'static> {
    match kind {
        words::Kind::Text => Arg::from("слово"),
        words::Kind::Number => Arg::Number(words::Count(3)),
        words::Kind::Date => Arg::Date(day("2026-03-16")),
        words::Kind::Money => Arg::Money(words::Sum(15_782_500)),
        words::Kind::Share => Arg::Share(words::Share(944)),
    }
}

#[test]
fn languages_are_read_from_codes_and_from_system_names() {
    for (text, lang) in [("kk", Lang::Kk), ("kk_KZ.UTF-8", Lang::Kk), ("ru-RU", Lang::Ru), ("EN", Lang::En)] {
        assert_eq!(text.parse::<Lang>(), Ok(lang), "{text}");
    }
    let unknown = "C.UTF-8".parse::<Lang>().expect_err("C is no language");
    assert!(unknown.to_string().contains("kk, ru or en"), "the message names the choices: {unknown}");
}

#[test]
fn the_keys_of_the_ui_are_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/lib/words/keys.ts");
    let kept = std::fs::read_to_string(path).unwrap_or_default().replace('\r', "");
    assert!(kept == words::KEYS_TS, "ui/src/lib/words/keys.ts is stale: run `make contract` and commit it");
}
