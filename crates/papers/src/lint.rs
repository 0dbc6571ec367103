//! The linter of a refusal: what a careful supervisor would send back before signing.
//!
//! Pure: it compares the letter with the checks of its case and returns every remark at once.

use chrono::NaiveDate;

use crate::Tongue;
use crate::form::refusal::{Finding, Ground, Refusal, Step, step_of};
use words::{Arg, Lang};

/// What the case says, to compare the letter with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expected {
    /// Every failed check and the ground it falls under.
    pub failed: Vec<(String, Ground)>,
    /// Every check that passed.
    pub passed: Vec<String>,
    /// Checks that nobody has decided yet.
    pub open: Vec<String>,
    /// Last day of the term of the paragraph.
    pub due: Option<NaiveDate>,
}

/// One remark of the linter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// No ground at all.
    NoGround,
    /// A ground that the paragraph of the refusal does not know.
    ForeignGround {
        /// Index of the finding.
        finding: usize,
    },
    /// A failed check is not in the letter: the person would come twice.
    GroundLeftOut {
        /// Key of the check.
        check: String,
    },
    /// The letter names a check that passed.
    Contradiction {
        /// Index of the finding.
        finding: usize,
        /// Key of the check.
        check: String,
    },
    /// One check is given under two grounds, or twice.
    Twice {
        /// Key of the check.
        check: String,
    },
    /// The letter names a check the case does not know.
    UnknownCheck {
        /// Index of the finding.
        finding: usize,
    },
    /// A finding states no fact in a language.
    FactMissing {
        /// Index of the finding.
        finding: usize,
        /// The language.
        tongue: Tongue,
    },
    /// A finding does not say where its requirement stands.
    SourceMissing {
        /// Index of the finding.
        finding: usize,
    },
    /// A check has no verdict yet: there may be another ground.
    CheckOpen {
        /// Key of the check.
        check: String,
    },
    /// Paragraph 9 without the answer of the recognition centre, or paragraph 8 with one.
    AnswerDisagrees,
    /// The notice of appeal is missing in a language (АППК 80(5)).
    AppealMissing {
        /// The language.
        tongue: Tongue,
    },
    /// The official or the body is not named (АППК 80(1)).
    SignerMissing,
    /// The term ended before the day of the refusal, and the letter does not explain it.
    Overdue {
        /// Last day of the term.
        due: NaiveDate,
    },
}

impl Remark {
    /// Key of the message.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoGround => "paper-lint-no-ground",
            Self::ForeignGround { .. } => "paper-lint-foreign-ground",
            Self::GroundLeftOut { .. } => "paper-lint-left-out",
            Self::Contradiction { .. } => "paper-lint-contradiction",
            Self::Twice { .. } => "paper-lint-twice",
            Self::UnknownCheck { .. } => "paper-lint-unknown-check",
            Self::FactMissing { .. } => "paper-lint-fact-missing",
            Self::SourceMissing { .. } => "paper-lint-source-missing",
            Self::CheckOpen { .. } => "paper-lint-check-open",
            Self::AnswerDisagrees => "paper-lint-answer",
            Self::AppealMissing { .. } => "paper-lint-appeal-missing",
            Self::SignerMissing => "paper-lint-signer-missing",
            Self::Overdue { .. } => "paper-lint-overdue",
        }
    }

    /// Whether the refusal must not be signed while the remark stands: all are resolved before that.
    #[must_use]
    pub const fn stops(&self) -> bool {
        match self {
            Self::NoGround
            | Self::ForeignGround { .. }
            | Self::GroundLeftOut { .. }
            | Self::Contradiction { .. }
            | Self::Twice { .. }
            | Self::UnknownCheck { .. }
            | Self::FactMissing { .. }
            | Self::SourceMissing { .. }
            | Self::CheckOpen { .. }
            | Self::AnswerDisagrees
            | Self::AppealMissing { .. }
            | Self::SignerMissing
            | Self::Overdue { .. } => true,
        }
    }

    /// The remark in the reader's language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let number = |index: usize| i64::try_from(index + 1).unwrap_or(0);
        let code = |tongue: Tongue| tongue.lang().code();
        let args: Vec<(&str, Arg<'_>)> = match self {
            Self::NoGround | Self::AnswerDisagrees | Self::SignerMissing => Vec::new(),
            Self::ForeignGround { finding }
            | Self::UnknownCheck { finding }
            | Self::SourceMissing { finding } => {
                vec![("finding", number(*finding).into())]
            }
            Self::GroundLeftOut { check } | Self::Twice { check } | Self::CheckOpen { check } => {
                vec![("check", check.as_str().into())]
            }
            Self::Contradiction { finding, check } => {
                vec![("finding", number(*finding).into()), ("check", check.as_str().into())]
            }
            Self::FactMissing { finding, tongue } => {
                vec![("finding", number(*finding).into()), ("tongue", code(*tongue).into())]
            }
            Self::AppealMissing { tongue } => vec![("tongue", code(*tongue).into())],
            Self::Overdue { due } => vec![("due", (*due).into())],
        };
        words::lookup(lang, self.key(), &args).unwrap_or_else(|| self.key().to_owned())
    }
}

/// Every remark about a refusal, in the order of the letter.
#[must_use]
pub fn lint(refusal: &Refusal, expected: &Expected) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if refusal.findings.is_empty() {
        remarks.push(Remark::NoGround);
    }
    for (index, finding) in refusal.findings.iter().enumerate() {
        finding_remarks(refusal.paragraph, index, finding, expected, &mut remarks);
    }
    let mut checks: Vec<&str> = refusal.findings.iter().map(|finding| finding.check.as_str()).collect();
    checks.sort_unstable();
    for pair in checks.windows(2) {
        if let [one, other] = pair
            && one == other
            && !remarks.iter().any(|remark| matches!(remark, Remark::Twice { check } if check == one))
        {
            remarks.push(Remark::Twice { check: (*one).to_owned() });
        }
    }
    for (check, ground) in &expected.failed {
        if step_of(*ground) == refusal.paragraph
            && !refusal.findings.iter().any(|finding| finding.check == *check)
        {
            remarks.push(Remark::GroundLeftOut { check: check.clone() });
        }
    }
    remarks.extend(expected.open.iter().map(|check| Remark::CheckOpen { check: check.clone() }));
    let answered = refusal.answer.as_ref().is_some_and(|answer| !answer.quote.trim().is_empty());
    let should = match refusal.paragraph {
        Step::CareerCentre => false,
        Step::MobilityCentre => true,
    };
    if answered != should {
        remarks.push(Remark::AnswerDisagrees);
    }
    for tongue in [Tongue::Kk, Tongue::Ru] {
        if own(&refusal.appeal, tongue).is_empty() {
            remarks.push(Remark::AppealMissing { tongue });
        }
    }
    if refusal.signer.name.trim().is_empty()
        || refusal.signer.position.is_empty()
        || refusal.body.name.is_empty()
    {
        remarks.push(Remark::SignerMissing);
    }
    if let Some(due) = expected.due
        && refusal.date > due
        && refusal.reasoning.as_ref().is_none_or(crate::form::Both::is_empty)
    {
        remarks.push(Remark::Overdue { due });
    }
    remarks
}

fn finding_remarks(
    step: Step,
    index: usize,
    finding: &Finding,
    expected: &Expected,
    remarks: &mut Vec<Remark>,
) {
    if step_of(finding.ground) != step {
        remarks.push(Remark::ForeignGround { finding: index });
    }
    for tongue in [Tongue::Kk, Tongue::Ru] {
        if own(&finding.fact, tongue).is_empty() {
            remarks.push(Remark::FactMissing { finding: index, tongue });
        }
    }
    if finding.source.is_empty() {
        remarks.push(Remark::SourceMissing { finding: index });
    }
    if expected.passed.contains(&finding.check) {
        remarks.push(Remark::Contradiction { finding: index, check: finding.check.clone() });
        return;
    }
    match expected.failed.iter().find(|(check, _)| *check == finding.check) {
        Some((_, ground)) if *ground != finding.ground => {
            remarks.push(Remark::Contradiction { finding: index, check: finding.check.clone() });
        }
        Some(_) => {}
        // An open check is told of once, by itself.
        None if expected.open.contains(&finding.check) => {}
        None => remarks.push(Remark::UnknownCheck { finding: index }),
    }
}

/// The text of one language and no other: a letter in both needs both.
fn own(both: &crate::form::Both, tongue: Tongue) -> &str {
    match tongue {
        Tongue::Kk => both.kk.trim(),
        Tongue::Ru => both.ru.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal() -> Refusal {
        serde_json::from_str(include_str!("../../../tests/ref/refusal-8.json"))
            .expect("the reference is a refusal")
    }

    fn expected() -> Expected {
        Expected {
            failed: vec![
                ("work-proof".to_owned(), Ground::IncompletePackage),
                ("experience".to_owned(), Ground::RequirementsNotMet),
            ],
            passed: vec!["iin".to_owned()],
            open: Vec::new(),
            due: refusal().date.succ_opt(),
        }
    }

    #[test]
    fn a_good_refusal_has_no_remark() {
        assert_eq!(lint(&refusal(), &expected()), [], "every ground is given with its fact");
    }

    #[test]
    fn lateness_that_the_letter_explains_is_no_remark() {
        let (mut letter, mut case) = (refusal(), expected());
        case.due = letter.date.pred_opt();
        assert_eq!(lint(&letter, &case).len(), 1, "the term ended a day before");
        letter.reasoning = Some("Портал не работал 13 и 14 октября".into());
        assert_eq!(lint(&letter, &case), [], "the reader is told why");
    }

    #[test]
    fn every_fault_has_its_remark() {
        type Spoil = fn(&mut Refusal, &mut Expected);
        let rows: [(Spoil, Remark); 14] = [
            (|letter, _| letter.findings.clear(), Remark::NoGround),
            (
                |letter, _| letter.findings[0].ground = Ground::NegativeAnswer,
                Remark::ForeignGround { finding: 0 },
            ),
            (
                |letter, _| drop(letter.findings.remove(1)),
                Remark::GroundLeftOut { check: "experience".to_owned() },
            ),
            (
                |letter, _| letter.findings[0].check = "iin".to_owned(),
                Remark::Contradiction { finding: 0, check: "iin".to_owned() },
            ),
            (
                |letter, _| letter.findings[0].ground = Ground::IncorrectlyFilled,
                Remark::Contradiction { finding: 0, check: "work-proof".to_owned() },
            ),
            (
                |letter, _| letter.findings[1] = letter.findings[0].clone(),
                Remark::Twice { check: "work-proof".to_owned() },
            ),
            (|letter, _| letter.findings[0].check = "quota".to_owned(), Remark::UnknownCheck { finding: 0 }),
            (
                |letter, _| letter.findings[1].fact.kk = " ".to_owned(),
                Remark::FactMissing { finding: 1, tongue: Tongue::Kk },
            ),
            (|letter, _| letter.findings[0].source = "".into(), Remark::SourceMissing { finding: 0 }),
            (
                |_, case| case.open.push("account".to_owned()),
                Remark::CheckOpen { check: "account".to_owned() },
            ),
            (|letter, _| letter.paragraph = Step::MobilityCentre, Remark::AnswerDisagrees),
            (|letter, _| letter.appeal.ru.clear(), Remark::AppealMissing { tongue: Tongue::Ru }),
            (|letter, _| letter.signer.name.clear(), Remark::SignerMissing),
            (
                |letter, case| case.due = letter.date.pred_opt(),
                Remark::Overdue { due: refusal().date.pred_opt().expect("a day before") },
            ),
        ];
        for (spoil, remark) in rows {
            let (mut letter, mut case) = (refusal(), expected());
            spoil(&mut letter, &mut case);
            let found = lint(&letter, &case);
            assert!(found.contains(&remark), "{found:?} names {remark:?}");
            for lang in Lang::ALL {
                assert!(!remark.say(lang).starts_with("paper-"), "{remark:?} is said in {lang}");
            }
        }
    }
}
