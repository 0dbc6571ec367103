//! The reasoned refusal of paragraphs 8 and 9: every ground with its check, paragraph and fact.

use chrono::NaiveDate;
pub use rules::refusal::Ground;
use serde::{Deserialize, Serialize};

use super::common::{
    Body, Both, Marks, Person, Seal, Signer, letter, letterhead, opening, plain, signature, text_size, titles,
};
use crate::compose::Composer;
use crate::page::{Block, Para, Run};
use crate::say::{say, word};
use crate::{Failure, Tongue, spell};

/// A reasoned refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// Paragraph of the Rules it is given under: 8 by the career centre, 9 by the mobility centre.
    pub paragraph: Step,
    /// Number of the refusal.
    pub number: String,
    /// Day it was formed.
    pub date: NaiveDate,
    /// The body that refuses (АППК 80(1)(1)).
    pub body: Body,
    /// Whom it is for (АППК 80(1)(3)).
    pub applicant: Person,
    /// The application it answers.
    pub application: ApplicationRef,
    /// Every ground, each with the failed check and the facts (АППК 80(1)(4)).
    pub findings: Vec<Finding>,
    /// The answer of the recognition centre; paragraph 9 only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<NegativeAnswer>,
    /// Further reasoning, when the findings do not say all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasoning: Option<Both>,
    /// How to apply again: last day of the year on which an application is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apply_again_until: Option<NaiveDate>,
    /// Why no hearing was held, or when it was: text of the edition, editable. Not printed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hearing: Option<Both>,
    /// To whom, in what term and how to complain (АППК 80(5)): text of the edition, editable.
    pub appeal: Both,
    /// The official who signs (АППК 80(1)(1), (5)).
    pub signer: Signer,
    /// Code by which the refusal is verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// Paragraph a refusal is given under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// By the career centre after its checks.
    #[serde(rename = "8")]
    CareerCentre,
    /// By the mobility centre after a negative answer of the recognition centre.
    #[serde(rename = "9")]
    MobilityCentre,
}

impl Step {
    /// Number of the paragraph.
    #[must_use]
    pub const fn paragraph(self) -> &'static str {
        match self {
            Self::CareerCentre => "8",
            Self::MobilityCentre => "9",
        }
    }
}

/// The application a paper answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicationRef {
    /// Number on the platform.
    pub number: String,
    /// Civil day the platform received it.
    pub received: NaiveDate,
    /// Profession of the register.
    pub profession: Both,
    /// Level of qualification, 1 to 8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Language it was written in: stands first when a paper is in both.
    #[serde(default)]
    pub language: Tongue,
}

/// The step whose paragraph allows a ground: paragraph 8 knows the first three, paragraph 9 the last.
#[must_use]
pub const fn step_of(ground: Ground) -> Step {
    match ground {
        Ground::IncompletePackage | Ground::IncorrectlyFilled | Ground::RequirementsNotMet => {
            Step::CareerCentre
        }
        Ground::NegativeAnswer => Step::MobilityCentre,
    }
}

fn key_of(ground: Ground) -> &'static str {
    match ground {
        Ground::IncompletePackage => "paper-refusal-ground-incomplete-package",
        Ground::IncorrectlyFilled => "paper-refusal-ground-incorrectly-filled",
        Ground::RequirementsNotMet => "paper-refusal-ground-requirements-not-met",
        Ground::NegativeAnswer => "paper-refusal-ground-negative-answer",
    }
}

/// One failed check and what it found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The ground it falls under.
    pub ground: Ground,
    /// Key of the failed check; ties the sentence to the check, and is not printed.
    pub check: String,
    /// Name of the check as the reader knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Both>,
    /// Where the requirement stands: «п. 3 Правил», «карточка профессии …».
    pub source: Both,
    /// What was found.
    pub fact: Both,
    /// What to do about it before applying again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Both>,
}

/// The recognition centre's no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NegativeAnswer {
    /// The recognition centre.
    pub centre: Both,
    /// Day of the answer.
    pub date: NaiveDate,
    /// Its words, quoted as they are. A-30: quoted verbatim when no reasons came.
    pub quote: String,
    /// The centre gave no reasons though it was asked for them.
    #[serde(default)]
    pub reasons_not_given: bool,
}

impl Refusal {
    /// Grounds in the order of the paragraph, each once.
    #[must_use]
    pub fn grounds(&self) -> Vec<Ground> {
        let mut grounds: Vec<Ground> = self.findings.iter().map(|finding| finding.ground).collect();
        grounds.sort_unstable();
        grounds.dedup();
        grounds
    }

    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let tongue = composer.tongue;
        let title = say(
            tongue,
            "paper-refusal-file-title",
            &[("number", self.number.as_str().into()), ("date", words::format::date(self.date).into())],
        );
        composer.name(title.clone(), title);
        let mut blocks = letterhead(composer, &self.body);
        blocks.push(opening(composer, &self.number, self.date, &self.applicant));
        blocks.extend(letter(composer, |tongue| self.text(composer, tongue)));
        blocks.push(signature(composer, &self.signer, self.seal.as_ref()));
        composer.letter(&blocks)
    }

    fn text(&self, composer: &Composer<'_>, tongue: Tongue) -> Vec<Block> {
        let mut blocks = titles(composer, tongue, "paper-refusal-title", "paper-refusal-subject");
        let level = self.application.level.as_ref();
        let level = level.map_or(String::new(), |level| {
            say(tongue, "paper-of-level", &[("level", level.as_str().into())])
        });
        let received = self.application.received;
        let intro = say(
            tongue,
            match self.paragraph {
                Step::CareerCentre => "paper-refusal-intro-8",
                Step::MobilityCentre => "paper-refusal-intro-9",
            },
            &[
                ("number", self.application.number.as_str().into()),
                ("dated", spell::dated(tongue, received).into()),
                ("profession", self.application.profession.get(tongue).into()),
                ("level", level.into()),
                ("body", self.body.name.get(tongue).into()),
            ],
        );
        blocks.push(plain(composer, tongue, intro).before(10.0).into());
        if let Some(answer) = &self.answer {
            blocks.push(self.answer_text(composer, tongue, answer));
        }
        if !self.findings.is_empty() {
            let key = match self.paragraph {
                Step::CareerCentre => "paper-refusal-findings-8",
                Step::MobilityCentre => "paper-refusal-findings-9",
            };
            blocks.push(plain(composer, tongue, word(tongue, key)).keep().before(6.0).into());
        }
        for (index, finding) in self.findings.iter().enumerate() {
            blocks.extend(finding.text(composer, tongue, index + 1));
        }
        let grounds: Vec<String> =
            self.grounds().into_iter().map(|ground| word(tongue, key_of(ground))).collect();
        if !grounds.is_empty() {
            let text = say(
                tongue,
                "paper-refusal-conclusion",
                &[("grounds", grounds.join("; ").into()), ("paragraph", self.paragraph.paragraph().into())],
            );
            blocks.push(plain(composer, tongue, text).before(6.0).into());
        }
        if let Some(reasoning) = &self.reasoning {
            blocks.push(plain(composer, tongue, reasoning.get(tongue)).into());
        }
        let again = match self.apply_again_until {
            Some(until) => {
                say(tongue, "paper-refusal-again-until", &[("until", spell::through(tongue, until).into())])
            }
            None => word(tongue, "paper-refusal-again"),
        };
        blocks.push(plain(composer, tongue, again).into());
        if let Some(hearing) = &self.hearing {
            blocks.push(plain(composer, tongue, hearing.get(tongue)).into());
        }
        if !self.appeal.is_empty() {
            blocks.push(plain(composer, tongue, self.appeal.get(tongue)).keep().into());
        }
        blocks
    }

    fn answer_text(&self, composer: &Composer<'_>, tongue: Tongue, answer: &NegativeAnswer) -> Block {
        let key = if answer.reasons_not_given {
            "paper-refusal-answer-without-reasons"
        } else {
            "paper-refusal-answer"
        };
        let text = say(
            tongue,
            key,
            &[
                ("centre", answer.centre.get(tongue).into()),
                ("dated", spell::dated(tongue, answer.date).into()),
                ("quote", answer.quote.as_str().into()),
            ],
        );
        plain(composer, tongue, text).before(6.0).into()
    }
}

impl Finding {
    fn text(&self, composer: &Composer<'_>, tongue: Tongue, number: usize) -> Vec<Block> {
        let size = text_size(composer);
        let mut runs = Vec::new();
        if let Some(title) = &self.title {
            runs.push(Run::bold(format!("{}. ", title.get(tongue).trim_end_matches('.'))));
        }
        runs.push(Run::plain(sentence(self.fact.get(tongue))));
        runs.push(Run::plain(format!(
            " {}",
            say(
                tongue,
                "paper-refusal-finding-basis",
                &[
                    ("source", self.source.get(tongue).trim_end_matches('.').into()),
                    ("ground", word(tongue, key_of(self.ground)).into()),
                ]
            )
        )));
        if let Some(remedy) = &self.remedy {
            runs.push(Run::italic(format!(" {} ", word(tongue, "paper-refusal-remedy"))));
            runs.push(Run::italic(sentence(remedy.get(tongue))));
        }
        let para = Para::runs(tongue, runs).size(size).indent(18.0).mark(format!("{number}.")).before(3.5);
        vec![para.into()]
    }
}

/// A text that ends as a sentence does.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}
