//! Inputs that hurt: whatever stands in the fields, a page is right or an error names the field.

#![cfg(not(windows))] // Poppler measures the pages; the same bytes come out on Windows.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by stopping"
)]

mod common;

use std::sync::atomic::{AtomicUsize, Ordering};

use common::{kind, references};
use papers::{Failure, Language, Paper, render};
use serde_json::{Value, json};

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;
/// Least margins of our sheets: left, right, top with the line of the copy, bottom with the foot.
const MARGINS: [f32; 4] = [20.0 * MM, 12.0 * MM, 8.0 * MM, 4.0 * MM];

/// A word of a page as poppler finds it.
#[derive(Debug)]
struct Word {
    page: usize,
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
    line: String,
}

fn words(bytes: &[u8], name: &str) -> Vec<(f32, f32, Word)> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let place = common::target().join(format!("{name}-hurt-{}.pdf", count % 16));
    std::fs::write(&place, bytes).expect("target/ref can be written");
    let boxes = String::from_utf8(common::poppler("pdftotext", &["-bbox"], &place)).expect("UTF-8");
    let number = |line: &str, name: &str| -> f32 {
        let from = line.find(&format!("{name}=\"")).expect("the box has it") + name.len() + 2;
        line[from..].split('"').next().expect("a number").parse().expect("a number")
    };
    let (mut width, mut height, mut page) = (0.0, 0.0, 0);
    let mut found = Vec::new();
    for line in boxes.lines() {
        if line.contains("<page ") {
            (width, height) = (number(line, "width"), number(line, "height"));
            page += 1;
        } else if line.contains("<word ") {
            let word = Word {
                page,
                left: number(line, "xMin"),
                top: number(line, "yMin"),
                right: number(line, "xMax"),
                bottom: number(line, "yMax"),
                line: line.trim().to_owned(),
            };
            found.push((width, height, word));
        }
    }
    found
}

/// Nothing lies in a margin and no word lies on another.
fn whole(bytes: &[u8], name: &str, what: &str) {
    let found = words(bytes, name);
    let [left, right, top, bottom] = MARGINS;
    for (width, height, word) in &found {
        assert!(
            word.left > left - 1.0 && word.right < width - right + 1.0,
            "{name}, {what}: {word:?} in a margin"
        );
        assert!(word.top > top && word.bottom < height - bottom, "{name}, {what}: {word:?} in a margin");
    }
    let mut sorted: Vec<&Word> = found.iter().map(|found| &found.2).collect();
    sorted.sort_by(|one, other| one.page.cmp(&other.page).then(one.top.total_cmp(&other.top)));
    for (index, one) in sorted.iter().enumerate() {
        for other in sorted.iter().skip(index + 1) {
            if other.page != one.page || other.top >= one.bottom {
                break;
            }
            let across = one.right.min(other.right) - one.left.max(other.left);
            let down = one.bottom.min(other.bottom) - one.top.max(other.top);
            let least = (one.bottom - one.top).min(other.bottom - other.top);
            // Boxes are as high as the type allows; lines are set a little closer than that.
            assert!(
                across < 1.0 || down < least * 0.4,
                "{name}, {what}: {} lies on {}",
                one.line,
                other.line
            );
        }
    }
}

/// Puts `text` in the place of every text a person could have written.
fn fill(value: &mut Value, key: &str, text: &str) {
    let ours = [
        "payload",
        "check",
        "ground",
        "language",
        "register",
        "align",
        "paragraph",
        "kind",
        "code",
        "region",
        "file",
        "signed_at",
        "received",
        "phone",
        "sex",
    ];
    match value {
        Value::String(known) => {
            let date = known.parse::<chrono::NaiveDate>().is_ok();
            let sum = known.contains('.') && known.parse::<f64>().is_ok();
            if !date && !sum && !ours.contains(&key) {
                *known = text.to_owned();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, key, text)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, field)| fill(field, key, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn data(text: &str) -> Value {
    let mut data: Value = serde_json::from_str(text).expect("a reference is data");
    if let Some(marks) = data.pointer_mut("/marks").and_then(Value::as_object_mut) {
        marks.remove("draft"); // The word of a draft lies under the text, as it should.
    }
    if let Some(rows) = data.get_mut("persons").and_then(Value::as_array_mut) {
        rows.truncate(3);
    }
    data
}

#[test]
fn long_names_and_endless_words_in_every_field_stay_in_the_margins_and_apart() {
    let texts = [
        ("a word of 120 letters", "Щ".repeat(120)),
        ("a name of 120 letters", "Әбдірахманова Қарлығаш ".repeat(5).trim().chars().take(120).collect()),
        ("hyphens without end", "Қ-".repeat(60)),
        ("an address without spaces", "x@y.".repeat(30)),
        ("figures without end", "0123456789".repeat(12)),
        ("figures tied by fixed spaces", "999\u{A0}".repeat(30).trim().to_owned()),
    ];
    for (name, reference, known) in references() {
        for (what, text) in &texts {
            let paper = if kind(&name) == "application" {
                // Its data are looked at when they are read; here only the form matters.
                let mut data = serde_json::to_value(&known).expect("a paper is data");
                fill(&mut data, "", text);
                Paper::Application(serde_json::from_value(data).expect("texts stay texts"))
            } else {
                let mut data = data(&reference);
                fill(&mut data, "", text);
                papers::read(kind(&name), &data.to_string())
                    .unwrap_or_else(|cause| panic!("{name}, {what}: {cause}"))
            };
            for language in [Language::Ru, Language::Both] {
                let pdf = render(&paper, language).unwrap_or_else(|cause| panic!("{name}, {what}: {cause}"));
                whole(&pdf.bytes, &name, what);
            }
        }
    }
}

#[test]
fn every_reference_stays_in_the_margins_and_apart() {
    for (name, reference, _) in references() {
        let paper = papers::read(kind(&name), &data(&reference).to_string()).expect("a reference is read");
        for language in Language::ALL {
            let pdf = render(&paper, language).unwrap_or_else(|cause| panic!("{name}: {cause}"));
            whole(&pdf.bytes, &name, common::code(language));
        }
    }
}

#[test]
fn empty_texts_leave_a_right_page_or_name_what_is_empty() {
    for (name, reference, _) in references() {
        for text in ["", "   ", "\u{A0}"] {
            let mut data = data(&reference);
            fill(&mut data, "", text);
            let paper = papers::read(kind(&name), &data.to_string())
                .unwrap_or_else(|cause| panic!("{name}: {cause}"));
            for language in Language::ALL {
                match render(&paper, language) {
                    Ok(pdf) => whole(&pdf.bytes, &name, "empty texts"),
                    Err(Failure::Unusable { field, .. }) => assert!(!field.is_empty(), "{name}"),
                    Err(other) => panic!("{name}: {other}"),
                }
            }
        }
    }
}

/// Leaves out every key of the data in turn: a paper without it, or an error that names it.
#[test]
fn every_field_left_out_is_a_blank_or_is_named() {
    fn keys(value: &Value, place: &str, out: &mut Vec<(String, String)>) {
        match value {
            Value::Object(fields) => {
                for (key, field) in fields {
                    out.push((place.to_owned(), key.clone()));
                    keys(field, &format!("{place}/{key}"), out);
                }
            }
            Value::Array(items) => {
                // The first of a list stands for the others.
                for item in items.iter().take(1) {
                    keys(item, &format!("{place}/0"), out);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let (mut set, mut named) = (0, 0);
    for (name, reference, _) in references() {
        let known = data(&reference);
        let mut places = Vec::new();
        keys(&known, "", &mut places);
        for (place, key) in places {
            let mut data = known.clone();
            let parent = if place.is_empty() { Some(&mut data) } else { data.pointer_mut(&place) };
            parent.and_then(Value::as_object_mut).expect("the place was found").remove(&key);
            match papers::read(kind(&name), &data.to_string()) {
                Ok(paper) => match render(&paper, Language::Both) {
                    Ok(pdf) => {
                        assert!(pdf.pages > 0, "{name} without {place}/{key} has a page");
                        set += 1;
                    }
                    Err(Failure::Unusable { field, .. }) => {
                        assert!(!field.is_empty(), "{name} without {key}");
                        named += 1;
                    }
                    Err(other) => panic!("{name} without {place}/{key}: {other}"),
                },
                Err(cause) => {
                    let cause = cause.to_string();
                    assert!(
                        cause.contains(&key) || key == "kk" || key == "ru" || kind(&name) == "application",
                        "{name} without {place}/{key}: {cause}"
                    );
                    named += 1;
                }
            }
        }
    }
    assert!(set > 100 && named > 100, "{set} papers were set and {named} refused");
}

fn reference(wanted: &str) -> Value {
    let (_, text, _) =
        references().into_iter().find(|(name, _, _)| name == wanted).expect("there is such a reference");
    data(&text)
}

fn failure(kind: &str, data: &Value) -> Failure {
    let paper = papers::read(kind, &data.to_string()).unwrap_or_else(|cause| panic!("{kind}: {cause}"));
    render(&paper, Language::Both).expect_err("it cannot be printed")
}

#[test]
fn what_no_page_can_carry_is_named_with_what_to_do() {
    let unprintable = |field: &str, character| Failure::Unprintable { field: field.to_owned(), character };
    let unfilled = |field: &str, variable: &str| Failure::Unfilled {
        field: field.to_owned(),
        variable: variable.to_owned(),
    };
    let rows = [
        ("/applicant/name", json!("Айгүл 🙂"), unprintable("applicant.name", '🙂')),
        ("/applicant/name", json!("Айгүл\u{0}"), unprintable("applicant.name", '\u{0}')),
        ("/applicant/name", json!("Айгүл\u{1B}[2J"), unprintable("applicant.name", '\u{1B}')),
        ("/number", json!("12\u{202E}21"), unprintable("number", '\u{202E}')),
        ("/findings/0/fact/ru", json!("مرحبا"), unprintable("findings[0].fact.ru", 'م')),
        ("/appeal/ru", json!("жалоба в {body}"), unfilled("appeal.ru", "body")),
        ("/appeal/kk", json!("шағым { $organ } беріледі"), unfilled("appeal.kk", "organ")),
        ("/hearing/ru", json!("пункт {пункт} кодекса"), unfilled("hearing.ru", "пункт")),
        (
            "/date",
            json!("0025-10-15"),
            Failure::Unusable { field: "date".to_owned(), reason: papers::Unusable::FarDate },
        ),
        (
            "/apply_again_until",
            json!("9026-10-15"),
            Failure::Unusable { field: "apply_again_until".to_owned(), reason: papers::Unusable::FarDate },
        ),
    ];
    for (place, value, expected) in rows {
        let mut data = reference("refusal-8");
        *data.pointer_mut(place).expect("the field is there") = value;
        let found = failure("refusal", &data);
        assert_eq!(found, expected, "{place}");
        for lang in words::Lang::ALL {
            let said = found.say(lang);
            let (Failure::Unprintable { field, .. }
            | Failure::Unfilled { field, .. }
            | Failure::Unusable { field, .. }) = &found
            else {
                panic!("{found} is of a field");
            };
            assert!(said.contains(field.as_str()) && !said.starts_with("paper-"), "{said} names {field}");
            assert!(said.matches(['.', '!']).count() >= 2, "{said} says what to do");
        }
    }
}

#[test]
fn marks_over_letters_and_tabulators_are_set_as_they_are_read() {
    let mut data = reference("refusal-8");
    // Й and ё of a file written on another system: a letter and a mark over it.
    data["applicant"]["name"] = json!("И\u{306}о\u{301}лкина\tЕ\u{308}лка");
    let paper = papers::read("refusal", &data.to_string()).expect("it is read");
    match render(&paper, Language::Ru) {
        Ok(pdf) => {
            let text = common::text_of("marks", &pdf.bytes);
            assert!(text.contains("Ёлка"), "two signs are one letter: {text}");
            assert!(!text.contains("лкинаЁ"), "a tabulator is a space");
            whole(&pdf.bytes, "marks", "marks over letters");
        }
        Err(Failure::Unprintable { field, character }) => {
            assert_eq!((field.as_str(), character), ("applicant.name", '\u{301}'), "the accent has no place");
        }
        Err(other) => panic!("{other}"),
    }
    data["applicant"]["name"] = json!("И\u{306}елкина\tЕ\u{308}лка");
    let paper = papers::read("refusal", &data.to_string()).expect("it is read");
    let pdf = render(&paper, Language::Ru).expect("й and ё are letters of ours");
    let text = common::text_of("marks", &pdf.bytes);
    assert!(text.contains("Йелкина Ёлка"), "two signs are one letter, a tabulator a space: {text}");
}

#[test]
fn the_largest_sums_and_no_sum_at_all_stand_whole_in_their_columns() {
    for (price, quantity, cost) in [
        ("0.00", 7, "0.00"),
        ("0.01", 1, "0.01"),
        ("50000000000.00", 2, "100000000000.00"),
        ("99999999999.99", 1, "99999999999.99"),
    ] {
        let mut data = reference("act");
        let mut row = data["rows"][0].clone();
        row["price"] = json!(price);
        row["quantity"] = json!(quantity);
        row["cost"] = json!(cost);
        data["rows"] = json!([row]);
        data["total"] = json!(cost);
        let mut person = data["persons"][0].clone();
        for sum in ["price", "reimbursed", "claimant_pays"] {
            person[sum] = json!(cost);
        }
        data["persons"] = json!([person]);
        let paper = papers::read("act", &data.to_string()).expect("it is read");
        for language in Language::ALL {
            let pdf = render(&paper, language).unwrap_or_else(|cause| panic!("{price}: {cause}"));
            whole(&pdf.bytes, "act", price);
        }
    }
}

#[test]
fn dates_numbers_and_sums_of_a_crowded_register_are_not_broken() {
    // The columns of a register as an office fills it, wide in words and poor in room.
    let columns: [(&str, u16, &str, &str); 12] = [
        ("№ ваучера", 19, "left", "39-2025-000005"),
        ("Выдан", 12, "center", "20.12.2024"),
        ("Фамилия, имя, отчество", 34, "left", "Сейітова Айнұр Төлеуқызы"),
        ("ИИН", 15, "center", "830326499299"),
        ("Профессия", 26, "left", "Электрогазосварщик"),
        ("Центр признания", 34, "left", "ТОО «Есіл сынақ орталығы»"),
        ("Последний день", 12, "center", "18.02.2025"),
        ("Использован", 12, "center", "30.12.2024"),
        ("Стоимость", 12, "right", "1 199 999,99"),
        ("Возмещено", 12, "right", "199 999,99"),
        ("Оплачено", 12, "center", "31.12.2024"),
        ("Состояние", 16, "left", "использован"),
    ];
    let mut data = reference("register-applications");
    data["columns"] = columns
        .iter()
        .map(|(head, width, align, _)| {
            json!({ "heading": { "kk": head, "ru": head }, "width": width, "align": align })
        })
        .collect();
    data["rows"] = json!([columns.map(|column| column.3), columns.map(|column| column.3)]);
    let paper = papers::read("register", &data.to_string()).expect("it is read");
    let pdf = render(&paper, Language::Ru).expect("it is set");
    whole(&pdf.bytes, "register", "a crowded register");
    let text = common::text_of("crowded", &pdf.bytes).replace('\u{a0}', " ");
    for (head, _, _, value) in columns.iter().filter(|column| column.3.contains(|c: char| c.is_ascii_digit()))
    {
        assert!(text.contains(value), "{head}: {value} stands on one line: {text}");
    }
}
