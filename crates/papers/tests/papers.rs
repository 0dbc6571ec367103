//! Papers keep their promises: the same bytes, every text in the file, no letter lost, no row cut off.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by stopping"
)]

mod common;

use common::{code, references};
use papers::{Failure, Language, Press, render};
use serde_json::{Value, json};

#[test]
fn the_same_paper_is_the_same_bytes_whatever_was_set_before_it() {
    let papers = references();
    let mut press = Press::default();
    let mut first = Vec::new();
    for language in Language::ALL {
        for (name, _, paper) in &papers {
            first.push((
                name,
                language,
                render(paper, language).unwrap_or_else(|cause| panic!("{name}: {cause}")),
            ));
        }
    }
    for (name, language, pdf) in first.iter().rev() {
        let paper = &papers.iter().find(|paper| paper.0 == **name).expect("it was there").2;
        let again = press.render(paper, *language).expect("it was set before");
        assert_eq!(again.sha256, pdf.sha256, "{name} in {} is the same file", code(*language));
        assert_eq!(again, *pdf, "{name} in {} is the same file", code(*language));
    }
}

#[test]
fn data_of_every_reference_are_written_as_they_are_read() {
    for (name, text, paper) in references() {
        if common::kind(&name) == "application" {
            continue; // Read as `application.json` is read everywhere, and never written by papers.
        }
        let written = serde_json::to_string(&paper).expect("a paper is data");
        let again =
            papers::read(common::kind(&name), &written).unwrap_or_else(|cause| panic!("{name}: {cause}"));
        assert_eq!(again, paper, "{name} survives being written");
        let strict = text.replacen('{', "{\"no_such_field\": 1,", 1);
        let cause =
            papers::read(common::kind(&name), &strict).expect_err("an unknown field is not swallowed");
        assert!(cause.to_string().contains("no_such_field"), "{name}: {cause} names the field");
    }
}

/// Texts of the data that are printed: not keys, dates, sums or switches.
#[cfg(not(windows))]
fn texts(value: &Value, path: &str, tongues: &[&str], out: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => out.push((path.to_owned(), text.clone())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, &format!("{path}[{index}]"), tongues, out);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                let other = matches!(key.as_str(), "kk" | "ru") && !tongues.contains(&key.as_str());
                // What ties a paper to the program and is not printed as it is.
                let inner = matches!(
                    key.as_str(),
                    "payload"
                        | "check"
                        | "ground"
                        | "language"
                        | "register"
                        | "align"
                        | "paragraph"
                        | "kind"
                        | "region"
                );
                if !other && !inner {
                    texts(field, &format!("{path}.{key}"), tongues, out);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(not(windows))]
#[test]
fn every_text_of_the_data_can_be_found_in_the_file() {
    let mut looked = 0;
    for (name, _, paper) in references() {
        for language in Language::ALL {
            let tongues: &[&str] = match language {
                Language::Kk => &["kk"],
                Language::Ru => &["ru"],
                Language::Both => &["kk", "ru"],
            };
            let pdf = render(&paper, language).unwrap_or_else(|cause| panic!("{name}: {cause}"));
            // Columns beside each other interleave in a plain extraction: the order of the content stream
            // keeps each paragraph whole.
            let place = common::target().join(format!("{name}.{}-found.pdf", code(language)));
            std::fs::write(&place, &pdf.bytes).expect("target/ref can be written");
            let text = common::poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &place);
            let text = common::squeezed(&String::from_utf8(text).expect("poppler writes UTF-8"));
            let mut wanted = Vec::new();
            texts(&serde_json::to_value(&paper).expect("a paper is data"), "", tongues, &mut wanted);
            for (path, wish) in wanted {
                let date = wish.parse::<chrono::NaiveDate>().is_ok();
                let sum = wish.parse::<f64>().is_ok_and(|_| wish.contains('.'));
                if date || sum || wish.trim().is_empty() {
                    continue; // Printed in words or grouped: their own tests look at that.
                }
                // A sentence may have got its full stop, or lost it inside a longer one.
                let wish = common::squeezed(wish.trim().trim_end_matches('.'));
                assert!(found(&text, &wish), "{name} in {}: {path} «{wish}» is in the file", code(language));
                looked += 1;
            }
        }
    }
    assert!(looked > 2000, "{looked} texts were looked for");
}

/// Whether a text is in the file: whole, or in two parts when a page ends inside it.
#[cfg(not(windows))]
fn found(text: &str, wish: &str) -> bool {
    text.contains(wish)
        || wish.char_indices().skip(1).any(|(at, _)| text.contains(&wish[..at]) && text.contains(&wish[at..]))
}

fn refusal() -> Value {
    let place = common::root().join("tests/ref/refusal-8.json");
    serde_json::from_str(&std::fs::read_to_string(place).expect("the reference is there"))
        .expect("it is data")
}

fn set(kind: &str, value: &Value, language: Language) -> Result<papers::Pdf, Failure> {
    let paper = papers::read(kind, &value.to_string()).unwrap_or_else(|cause| panic!("{kind}: {cause}"));
    render(&paper, language)
}

#[test]
fn what_cannot_be_printed_is_named_with_its_field_and_nothing_is_printed() {
    let rows = [
        ("/applicant/name", "Айгүл 🙂", '🙂', "applicant.name"),
        ("/findings/1/fact/ru", "שלום", 'ש', "findings[1].fact.ru"),
        ("/appeal/kk", "مرحبا", 'م', "appeal.kk"),
        ("/signer/name", "李", '李', "signer.name"),
        ("/number", "12\u{202E}21", '\u{202E}', "number"),
    ];
    for (pointer, text, character, field) in rows {
        let mut data = refusal();
        *data.pointer_mut(pointer).expect("the field is there") = json!(text);
        let failure = set("refusal", &data, Language::Both).expect_err("it cannot be printed");
        assert_eq!(failure, Failure::Unprintable { field: field.to_owned(), character }, "{text}");
        for lang in words::Lang::ALL {
            let said = failure.say(lang);
            assert!(
                said.contains(field) && said.contains(character),
                "{said} names the field and the letter"
            );
        }
    }
}

#[test]
fn names_of_a_hundred_and_twenty_letters_and_words_of_three_hundred_stay_inside_the_margins() {
    for text in
        ["Ж".repeat(120), "Қ-".repeat(60), "а".repeat(300), "Абдрахманова ".repeat(10), "x@y.".repeat(40)]
    {
        let mut data = refusal();
        data["applicant"]["name"] = json!(text);
        data["findings"][0]["fact"]["kk"] = json!(text);
        data["signer"]["name"] = json!(text);
        data["body"]["name"]["ru"] = json!(text);
        for language in Language::ALL {
            let pdf = set("refusal", &data, language).unwrap_or_else(|cause| panic!("{text}: {cause}"));
            inside(&pdf.bytes, &text);
        }
    }
    let mut act = act(2);
    act["persons"][0]["name"] = json!("Ы".repeat(120));
    act["persons"][1]["profession"] = json!({"kk": "ұ".repeat(250), "ru": "щ".repeat(250)});
    for language in Language::ALL {
        let pdf = set("act", &act, language).expect("long words are divided");
        inside(&pdf.bytes, "an act of long words");
    }
}

/// Every letter poppler finds lies inside the sheet, and nothing is lost.
#[cfg(not(windows))]
fn inside(bytes: &[u8], what: &str) {
    let place = common::target().join("inside.pdf");
    std::fs::write(&place, bytes).expect("target/ref can be written");
    let boxes = String::from_utf8(common::poppler("pdftotext", &["-bbox"], &place)).expect("UTF-8");
    let number = |line: &str, name: &str| -> f32 {
        let from = line.find(&format!("{name}=\"")).expect("the box has it") + name.len() + 2;
        line[from..].split('"').next().expect("a number").parse().expect("a number")
    };
    let (mut width, mut height) = (0.0, 0.0);
    for line in boxes.lines() {
        if line.contains("<page ") {
            (width, height) = (number(line, "width"), number(line, "height"));
        } else if line.contains("<word ") {
            let (left, right) = (number(line, "xMin"), number(line, "xMax"));
            assert!(left > 30.0 && right < width - 25.0, "{what}: {line} is inside {width}");
            assert!(number(line, "yMin") > 10.0 && number(line, "yMax") < height - 8.0, "{what}: {line}");
        }
    }
}

#[cfg(windows)]
fn inside(bytes: &[u8], what: &str) {
    assert!(
        bytes.starts_with(b"%PDF-1.7"),
        "{what} is set; where its letters lie is looked at where poppler is"
    );
}

fn act(persons: usize) -> Value {
    let place = common::root().join("tests/ref/act.json");
    let mut data: Value =
        serde_json::from_str(&std::fs::read_to_string(place).expect("the reference is there"))
            .expect("it is data");
    let known = data["persons"].as_array().expect("an act has persons").clone();
    let list: Vec<Value> = known.iter().cycle().take(persons).cloned().collect();
    data["persons"] = json!(list);
    data
}

#[test]
fn an_act_states_the_pages_of_its_list_for_any_number_of_persons() {
    let mut before = 0;
    for persons in [1, 36, 37, 400] {
        let whole = set("act", &act(persons), Language::Ru).expect("an act is set");
        let list = set("persons", &act(persons), Language::Ru).expect("a list is set");
        assert_eq!(whole.pages, list.pages + 1, "{persons} persons: the act itself takes one page");
        assert!(list.pages >= before, "more persons never take fewer pages");
        before = list.pages;
        #[cfg(not(windows))]
        {
            let text = common::text_of(&format!("act-of-{persons}"), &whole.bytes);
            assert!(
                text.contains(&format!("на {} страницах", list.pages)),
                "{persons} persons: the act counts them"
            );
        }
    }
}

#[test]
fn a_row_higher_than_a_page_is_carried_over_and_complete() {
    let mut data = act(1);
    let long = "Признание квалификации по длинному перечню видов работ. ".repeat(400);
    data["rows"][0]["service"] = json!({"kk": long, "ru": long});
    let pdf = set("act", &data, Language::Ru).expect("a high row is set");
    assert!(pdf.pages > 2, "the row takes several pages");
    inside(&pdf.bytes, "a high row");
    #[cfg(not(windows))]
    {
        let text = common::squeezed(&common::text_of("high-row", &pdf.bytes));
        assert_eq!(
            text.matches("поперечню").count() + text.matches("длинномуперечню").count(),
            400,
            "nothing is lost"
        );
    }
}

#[test]
fn sums_that_do_not_add_up_are_not_printed() {
    let mut data = act(1);
    data["rows"][0]["cost"] = json!("1.00");
    let failure = set("act", &data, Language::Ru).expect_err("the cost is wrong");
    assert!(failure.to_string().contains("rows[0].cost"), "{failure}");
    let mut data = act(1);
    data["total"] = json!("1.00");
    let failure = set("act", &data, Language::Ru).expect_err("the total is wrong");
    assert!(failure.to_string().contains("total"), "{failure}");
}

#[test]
fn empty_optional_fields_leave_a_right_page() {
    let mut data = refusal();
    for key in ["seal", "hearing", "apply_again_until", "reasoning", "marks"] {
        data.as_object_mut().expect("an object").remove(key);
    }
    data["body"] = json!({"name": {"kk": "Орталық", "ru": "Центр"}});
    data["application"].as_object_mut().expect("an object").remove("level");
    for language in Language::ALL {
        let pdf = set("refusal", &data, language).expect("optional fields are optional");
        assert_eq!(pdf.pages, 1, "{} fits one page", code(language));
    }
    let pdf = set("application", &json!({"applicant": {"surname": "Ли"}}), Language::Both);
    assert!(pdf.is_ok_and(|pdf| pdf.pages == 1), "an almost empty application has blanks");
}

#[test]
fn papers_are_joined_for_one_job_with_every_page_and_a_bookmark_each() {
    let files: Vec<(String, papers::Pdf)> = references()
        .into_iter()
        .map(|(name, _, paper)| {
            (name.clone(), render(&paper, Language::Both).unwrap_or_else(|cause| panic!("{name}: {cause}")))
        })
        .collect();
    let parts: Vec<(&str, &[u8])> =
        files.iter().map(|(name, pdf)| (name.as_str(), pdf.bytes.as_slice())).collect();
    let all = papers::join(&parts, "Бумаги дня").expect("finished papers are joined");
    assert_eq!(all.pages, files.iter().map(|file| file.1.pages).sum::<u32>(), "no page is lost");
    assert_eq!(papers::join(&parts, "Бумаги дня").expect("again"), all, "the same papers are the same job");
    let failure = papers::join(&[("пустой", b"not a file")], "x").expect_err("this is no PDF");
    assert!(failure.to_string().contains("пустой"), "{failure}");
    #[cfg(not(windows))]
    {
        let text = common::text_of("joined", &all.bytes);
        assert!(
            text.contains("Журнал заявлений") && text.contains("ЕДИНОРАЗОВЫЙ ВАУЧЕР"),
            "pages keep their text"
        );
    }
}

/// A small generator with a printed seed; the same on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below.max(1)).expect("small")).expect("small")
    }
}

#[test]
fn damaged_data_give_an_error_or_a_paper_and_never_a_panic() {
    let seed = 20_260_301;
    println!("seed {seed}");
    let mut chance = Chance(seed);
    let references = references();
    let pieces = [
        "\"",
        "{",
        "}",
        "null",
        "-1",
        "9999999999999999999",
        "\\u0000",
        "\u{FEFF}",
        "🙂",
        "é",
        "0000-00-00",
        "[",
        "]",
        ":",
    ];
    let mut set = 0;
    for round in 0..1500 {
        let (name, text, _) = &references[round % references.len()];
        let mut letters: Vec<char> = text.chars().collect();
        for _ in 0..=chance.next(3) {
            let at = chance.next(letters.len());
            let end = (at + chance.next(6)).min(letters.len());
            let piece: Vec<char> = pieces[chance.next(pieces.len())].chars().collect();
            letters.splice(at..end, piece);
        }
        let text: String = letters.into_iter().collect();
        if let Ok(paper) = papers::read(common::kind(name), &text)
            && let Ok(pdf) = render(&paper, Language::ALL[round % 3])
        {
            assert!(pdf.bytes.starts_with(b"%PDF-1.7"), "{name} in round {round} is a file");
            set += 1;
        }
    }
    assert!(set > 10, "{set} damaged papers could still be set");
}
