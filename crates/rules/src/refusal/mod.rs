//! Lawful grounds of refusal: three at the КЦ (par. 8), one at the ЦТМ (par. 9). Nothing else can be named here, so nothing else can be written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::case::event::RefusalStep;
use crate::law::Paragraph;

/// A ground of refusal. қаз. «бас тарту негізі», рус. «основание отказа».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Incomplete package of documents (par. 8).
    IncompletePackage,
    /// The application is filled in wrongly (par. 8).
    IncorrectlyFilled,
    /// The person does not meet the requirements to qualification and education (par. 8).
    RequirementsNotMet,
    /// Negative answer of the ЦП (par. 9).
    NegativeAnswer,
}

impl Ground {
    /// Every ground there is.
    pub const ALL: [Ground; 4] = [
        Ground::IncompletePackage,
        Ground::IncorrectlyFilled,
        Ground::RequirementsNotMet,
        Ground::NegativeAnswer,
    ];

    /// The stable word of the ground.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Ground::IncompletePackage => "incomplete_package",
            Ground::IncorrectlyFilled => "incorrectly_filled",
            Ground::RequirementsNotMet => "requirements_not_met",
            Ground::NegativeAnswer => "negative_answer",
        }
    }

    /// The ground of a word.
    #[must_use]
    pub fn find(code: &str) -> Option<Ground> {
        Ground::ALL.into_iter().find(|ground| ground.code() == code)
    }

    /// The step at which it is lawful.
    #[must_use]
    pub fn step(self) -> RefusalStep {
        match self {
            Ground::IncompletePackage | Ground::IncorrectlyFilled | Ground::RequirementsNotMet => {
                RefusalStep::CareerCentre
            }
            Ground::NegativeAnswer => RefusalStep::MobilityCentre,
        }
    }

    /// The paragraph that allows it.
    #[must_use]
    pub fn paragraph(self) -> Paragraph {
        match self.step() {
            RefusalStep::CareerCentre => Paragraph::whole(8),
            RefusalStep::MobilityCentre => Paragraph::whole(9),
        }
    }
}

/// One remark of a refusal: the failed check and its facts, from which the letter is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Ground it belongs to.
    pub ground: Ground,
    /// Key of the failed check.
    pub check: String,
    /// Reason code; its sentence is the message `check-…` of the words.
    pub code: String,
    /// Facts of the sentence.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// The fact a person saw, in his words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
