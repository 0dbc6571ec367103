//! The linter of a refusal: what would make the letter unlawful or wrong stops it, what would make it poor
//! is advice. It reads the draft; it never writes.

use super::{Item, undecided};
use crate::case::Loaded;
use crate::contract::refusal::Remark;
use crate::contract::{No, Said};
use crate::workplace::Workplace;
use rules::case::Stage;

/// Letters that only Kazakh has: a text without any of them is hardly Kazakh.
const KAZAKH_LETTERS: &str = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

/// Stems of reasons that are gates of the platform (paragraph 3) and never grounds of paragraph 8 or 9:
/// lateness, quota, status of unemployed, an earlier voucher.
const FOREIGN_GROUNDS: [(&str, &str); 8] = [
    ("ru", "квот"),
    ("ru", "безработн"),
    ("ru", "пропущен срок"),
    ("ru", "ваучер уже"),
    ("kk", "квота"),
    ("kk", "жұмыссыз"),
    ("kk", "мерзімі өтіп"),
    ("kk", "ваучер бұрын"),
];

pub fn lint(desk: &Workplace, loaded: &Loaded, items: &[Item]) -> Result<Vec<Remark>, No> {
    let mut remarks = Vec::new();
    let draft = matches!(loaded.case.stage, Stage::InReview | Stage::Declined);
    if draft {
        let open = undecided(desk, loaded)?;
        if open > 0 && loaded.case.stage == Stage::InReview {
            remarks.push(stop("checks-open", Said::new("lint-checks-open").with("count", open)));
        }
    }
    if items.is_empty() {
        remarks.push(stop("no-ground", Said::new("lint-no-ground")));
    }
    for item in items {
        remarks.extend(of_item(item));
    }
    let today = desk.today();
    if draft
        && let Some(fatal) = crate::case::rows::Extra::of(&loaded.row).fatal
        && fatal < today
    {
        remarks.push(advice("overdue", Said::new("lint-overdue").with("date", fatal)));
    }
    Ok(remarks)
}

/// Everything that can be said of one sentence pair.
pub fn of_item(item: &Item) -> Vec<Remark> {
    let check = &item.remark.check;
    let mut remarks = Vec::new();
    if !item.included {
        // All grounds at once: a second refusal for what was known today would send the person away twice.
        remarks.push(stop("ground-left-out", Said::new("lint-ground-left-out")));
    }
    for (language, text, written) in [("kk", &item.kk, &item.written_kk), ("ru", &item.ru, &item.written_ru)]
    {
        let in_language = |mut remark: Remark| {
            remark.language = Some(language.to_owned());
            remark
        };
        if text.trim().chars().count() < 10 {
            remarks.push(in_language(stop("text-empty", Said::new("lint-text-empty"))));
            continue;
        }
        let lost = lost_numbers(written, text);
        if let Some(number) = lost.first() {
            let said = Said::new("lint-number-changed").with("number", number.as_str());
            remarks.push(in_language(stop("number-changed", said)));
        }
        let lower = text.to_lowercase();
        let foreign = FOREIGN_GROUNDS.iter().any(|(of, stem)| *of == language && lower.contains(stem));
        if foreign && !written.to_lowercase().contains(&lower) && lower != written.to_lowercase() {
            remarks.push(in_language(stop("foreign-ground", Said::new("lint-foreign-ground"))));
        }
    }
    let kazakh = item.kk.chars().any(|letter| KAZAKH_LETTERS.contains(letter));
    if item.kk.trim().chars().count() >= 10 && (!kazakh || item.kk.trim() == item.ru.trim()) {
        remarks.push(stop("not-translated", Said::new("lint-not-translated")));
    }
    for remark in &mut remarks {
        remark.check = Some(check.clone());
    }
    remarks
}

/// Numbers and dates of the written sentence that the edited one no longer has: they come from the checks
/// and are not retyped by hand.
fn lost_numbers(written: &str, edited: &str) -> Vec<String> {
    let have = numbers(edited);
    numbers(written).into_iter().filter(|number| !have.contains(number)).collect()
}

fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut current = String::new();
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            current.push(letter);
        } else if !current.is_empty() {
            numbers.push(std::mem::take(&mut current));
        }
    }
    if !current.is_empty() {
        numbers.push(current);
    }
    numbers
}

fn stop(code: &str, said: Said) -> Remark {
    Remark { code: code.to_owned(), said, language: None, check: None, stops: true }
}

fn advice(code: &str, said: Said) -> Remark {
    Remark { stops: false, ..stop(code, said) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::refusal::{Ground, Remark as Found};
    use std::collections::BTreeMap;

    fn item(kk: &str, ru: &str, included: bool) -> Item {
        Item {
            remark: Found {
                ground: Ground::RequirementsNotMet,
                check: "experience".into(),
                code: "experience_too_short".into(),
                facts: BTreeMap::new(),
                note: None,
            },
            included,
            kk: kk.into(),
            ru: ru.into(),
            written_kk: "Өтіл 14 ай, талап 36 ай".into(),
            written_ru: "Стаж 14 месяцев при требуемых 36".into(),
        }
    }

    #[test]
    fn each_fault_of_a_sentence_is_named() {
        const KK: &str = "Өтіл 14 ай, талап 36 ай";
        const RU: &str = "Стаж 14 месяцев при требуемых 36";
        let rows: [(&str, Item, &[&str]); 8] = [
            ("as written", item(KK, RU, true), &[]),
            (
                "in other words",
                item("Еңбек өтілі 14 ай, ал 36 ай қажет", "Нужно 36 месяцев, есть 14", true),
                &[],
            ),
            ("left out", item(KK, RU, false), &["ground-left-out"]),
            ("no Kazakh", item("", RU, true), &["text-empty"]),
            ("Russian twice", item(RU, RU, true), &["not-translated"]),
            ("a number retyped", item(KK, "Стаж 15 месяцев при требуемых 36", true), &["number-changed"]),
            ("a date lost", item("Өтіл жеткіліксіз екен", RU, true), &["number-changed"]),
            (
                "a gate as a ground",
                item(KK, "Стаж 14 из 36 месяцев, кроме того исчерпана квота региона", true),
                &["foreign-ground"],
            ),
        ];
        for (what, item, expected) in rows {
            let found: Vec<String> = of_item(&item).into_iter().map(|remark| remark.code).collect();
            assert_eq!(found, expected, "{what}");
        }
    }
}
