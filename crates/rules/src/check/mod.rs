//! The checks of an application (par. 3, 8): all findings at once, each with verdict, code, paragraph, facts and who can clear it. No words here: a code has its sentence in `words`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::law::Paragraph;
use crate::refusal::Ground;

/// Outcome of a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// In order.
    Pass,
    /// Not in order. With a ground it leads to a refusal; without one it escalates.
    Fail,
    /// In order, with something to know.
    Warn,
    /// A person must decide.
    #[default]
    Human,
    /// Nothing to check here.
    NotApplicable,
}

/// Who can clear a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clears {
    /// Nobody has to.
    Nobody,
    /// The specialist of the КЦ, by looking.
    Specialist,
    /// A supervisor.
    Supervisor,
    /// The ЦТМ or the ministry: it is not for the КЦ to decide.
    MobilityCentre,
    /// Only the claimant, by a new application.
    Claimant,
}

/// One finding of one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The check, a stable word such as `iin` or `copy_readable`.
    pub check: String,
    /// Outcome.
    pub verdict: Verdict,
    /// Reason code, a stable word; its sentence is the message `check-…` of the words.
    pub code: String,
    /// Paragraph of the Rules it rests on.
    pub paragraph: Paragraph,
    /// Ground of refusal it gives when it fails; `None` for what may never refuse.
    pub ground: Option<Ground>,
    /// Field of the application, as a path or the row of Appendix 1.
    pub field: Option<String>,
    /// Facts used.
    pub facts: BTreeMap<String, String>,
    /// Who can clear it.
    pub clears: Clears,
}

impl Finding {
    /// Key under which a person's verdict is recorded: the check, and the document it is about.
    #[must_use]
    pub fn key(&self) -> String {
        match self.field.as_deref() {
            Some(field) if field.contains('[') => format!("{}:{field}", self.check),
            Some(_) | None => self.check.clone(),
        }
    }
}
