//! The linter of a refusal in the window: what the printing house finds in the letter as a whole, and what
//! only the desk can see: a sentence that lost its numbers, names a gate, or was not translated.

use super::Item;
use super::texts::{Part, PartText};
use crate::case::{self, Loaded};
use crate::contract::refusal::Remark;
use crate::contract::{No, Said};
use crate::paper::{self, CopyMarks};
use crate::workplace::Workplace;
use papers::form::Both;
use papers::lint::{Expected, Remark as Found};
use rules::case::Stage;
use rules::check::{Verdict, unresolved};

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
    let letter = paper::refusal_paper(desk, loaded, CopyMarks::default())?;
    let found = papers::lint::lint(&letter, &expected(desk, loaded)?);
    let checks: Vec<&str> = letter.findings.iter().map(|finding| finding.check.as_str()).collect();
    let mut remarks: Vec<Remark> = found.iter().filter_map(|remark| told(remark, &checks)).collect();
    for item in items {
        remarks.extend(of_item(item));
    }
    for text in super::texts::of(desk, loaded)? {
        remarks.extend(of_text(&text));
    }
    Ok(remarks)
}

/// What the case says, for the printing house to compare the letter with.
fn expected(desk: &Workplace, loaded: &Loaded) -> Result<Expected, No> {
    let due = case::rows::Extra::of(&loaded.row).fatal;
    if loaded.case.stage != Stage::InReview {
        // Drafted and sent: the grounds are those of the draft, and every check had its verdict then.
        let remarks = super::remarks_now(desk, loaded)?;
        let failed = remarks.into_iter().map(|remark| (remark.check, remark.ground)).collect();
        return Ok(Expected { failed, due, ..Expected::default() });
    }
    let findings = super::findings(desk, loaded)?;
    let failed = findings.iter().filter(|finding| finding.verdict == Verdict::Fail);
    let passed = findings.iter().filter(|finding| finding.verdict == Verdict::Pass);
    Ok(Expected {
        failed: failed.filter_map(|f| f.ground.map(|ground| (f.key(), ground))).collect(),
        passed: passed.map(rules::check::Finding::key).collect(),
        open: unresolved(&findings),
        due,
    })
}

/// A remark of the printing house as the window says it. Who signs is not known before somebody does.
fn told(found: &Found, checks: &[&str]) -> Option<Remark> {
    let said = Said::new(found.key());
    let name = |check: &str| case::view::title(check.split(':').next().unwrap_or(check));
    let of = |finding: &usize| checks.get(*finding).map(|check| (*check).to_owned());
    let (said, check, language) = match found {
        Found::SignerMissing => return None,
        Found::NoGround | Found::AnswerDisagrees => (said, None, None),
        Found::ForeignGround { finding }
        | Found::UnknownCheck { finding }
        | Found::SourceMissing { finding } => (said.with("finding", finding + 1), of(finding), None),
        Found::GroundLeftOut { check } | Found::Twice { check } | Found::CheckOpen { check } => {
            (said.with("check", name(check)), Some(check.clone()), None)
        }
        Found::Contradiction { finding, check } => {
            (said.with("finding", finding + 1).with("check", name(check)), Some(check.clone()), None)
        }
        Found::FactMissing { finding, tongue } => {
            let tongue = tongue.lang().code();
            (said.with("finding", finding + 1).with("tongue", tongue), of(finding), Some(tongue))
        }
        Found::AppealMissing { tongue } => {
            let tongue = tongue.lang().code();
            (said.with("tongue", tongue), Some(Part::Appeal.key().to_owned()), Some(tongue))
        }
        Found::Overdue { due } => (said.with("due", *due), Some(Part::Explanation.key().to_owned()), None),
    };
    let code = found.key().trim_start_matches("paper-lint-").to_owned();
    Some(Remark { code, said, language: language.map(str::to_owned), check, stops: found.stops() })
}

/// Everything that can be said of one sentence pair.
pub fn of_item(item: &Item) -> Vec<Remark> {
    let check = &item.remark.check;
    let mut remarks = Vec::new();
    for (language, text, written) in [("kk", &item.kk, &item.written_kk), ("ru", &item.ru, &item.written_ru)]
    {
        let in_language = |mut remark: Remark| {
            remark.language = Some(language.to_owned());
            remark
        };
        if text.trim().is_empty() || !item.included {
            // An empty sentence or a ground left out is told of the letter as a whole.
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
    if item.included && !item.kk.trim().is_empty() && (!kazakh || item.kk.trim() == item.ru.trim()) {
        remarks.push(stop("not-translated", Said::new("lint-not-translated")));
    }
    for remark in &mut remarks {
        remark.check = Some(check.clone());
    }
    remarks
}

/// A text in one language alone would stand in both columns of the letter.
fn of_text(text: &PartText) -> Option<Remark> {
    let Both { kk, ru } = text.printed()?;
    let (kk, ru) = (kk.trim(), ru.trim());
    let kazakh = kk.chars().any(|letter| KAZAKH_LETTERS.contains(letter));
    (ru.is_empty() || !kazakh || kk == ru).then(|| {
        let check = Some(text.part.key().to_owned());
        Remark { check, ..stop("not-translated", Said::new("lint-not-translated")) }
    })
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
        let rows: [(&str, Item, &[&str]); 6] = [
            ("as written", item(KK, RU, true), &[]),
            (
                "in other words",
                item("Еңбек өтілі 14 ай, ал 36 ай қажет", "Нужно 36 месяцев, есть 14", true),
                &[],
            ),
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
