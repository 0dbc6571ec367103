//! Codes of the Rules as texts to be said: which word stands for which code.

use crate::contract::case::{Citation, Words3};
use crate::contract::{Arg, Said};
use rules::denial::Denial;
use rules::law::{Edition, Paragraph};
use rules::text::Text;

/// `record_check` → `record-check`: codes are snake case, words are kebab case.
pub fn kebab(code: &str) -> String {
    code.replace('_', "-")
}

/// The word `<family>-<code>`.
pub fn code(family: &str, code: &str) -> Said {
    Said::new(format!("{family}-{}", kebab(code)))
}

/// A denial of the Rules, with its parameters.
pub fn denial(denial: &Denial) -> Said {
    let mut said = code("denial", &denial.code);
    for (name, value) in &denial.params {
        said = said.with(name, fact(name, value));
    }
    said
}

/// A fact of a check or of a denial. Codes inside it are words too: a kind of copy, a role, a stage.
pub fn fact(name: &str, value: &str) -> Arg {
    let family = match name {
        "kind" => "document",
        "fault" => "check-fault",
        "role" => "role",
        "stage" => "stage",
        "ground" => "ground",
        "field" => "denial-field",
        "kinds" => return kinds(value),
        _ => return arg(value),
    };
    Arg::Said(code(family, value))
}

/// Several kinds of copies, `labour_book, archive_certificate`, said one after another.
fn kinds(value: &str) -> Arg {
    match value.split_once(", ") {
        None => Arg::Said(code("document", value)),
        Some((first, rest)) => {
            Arg::Said(Said::new("list-pair").with("first", code("document", first)).with("rest", kinds(rest)))
        }
    }
}

/// A fact as a variable: a small number as a number, so that its plural can be chosen; the rest as text.
pub fn arg(value: &str) -> Arg {
    let number = value.len() <= 6 && !value.starts_with('0') || value == "0";
    match value.parse::<i32>() {
        Ok(found) if number && found >= 0 => Arg::Number(found),
        Ok(_) | Err(_) => Arg::Text(value.to_owned()),
    }
}

pub fn words3(text: &Text) -> Words3 {
    Words3 { kk: text.kk.clone(), ru: text.ru.clone(), en: text.en.clone() }
}

/// A paragraph of an edition with our wording of it.
pub fn citation(paragraph: Paragraph, edition: &Edition) -> Citation {
    let text = edition.paragraph(paragraph).and_then(|found| found.text.as_ref()).map(words3);
    Citation { paragraph: paragraph.to_string(), edition: edition.id.to_string(), text }
}
