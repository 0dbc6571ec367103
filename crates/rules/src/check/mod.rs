//! The checks of an application (par. 3, 8): all findings at once, each with verdict, code, paragraph, facts and who can clear it. No words here: a code has its sentence in `words`.

mod copies;
mod education;
pub mod experience;
mod form;
mod gate;
mod package;
mod recorded;
mod table;
mod yardstick;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use gate::EarlierVoucher;
pub use recorded::{Recorded, grounds, overlay, unresolved};
pub use table::{CHECKS, Definition};
pub use yardstick::Yardstick;

use crate::application::Application;
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
    /// Field of the application: a row of Appendix 1 or the path of a copy.
    pub field: Option<String>,
    /// Facts used.
    pub facts: BTreeMap<String, String>,
    /// Who can clear it.
    pub clears: Clears,
}

impl Finding {
    /// Key under which a person's verdict is recorded: the check, and the copy it is about.
    #[must_use]
    pub fn key(&self) -> String {
        match self.field.as_deref() {
            Some(field) if field.contains('[') => format!("{}:{field}", self.check),
            Some(_) | None => self.check.clone(),
        }
    }

    /// It stands in the way of sending the application on: a lawful ground, or a person has not decided.
    #[must_use]
    pub fn blocks(&self) -> bool {
        match self.verdict {
            Verdict::Fail => self.ground.is_some(),
            Verdict::Human => true,
            Verdict::Pass | Verdict::Warn | Verdict::NotApplicable => false,
        }
    }
}

/// What a check may know. No clock: the day is an argument.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// The application.
    pub application: &'a Application,
    /// Civil day of receipt in the region of application.
    pub received_on: NaiveDate,
    /// Civil day of the check.
    pub on: NaiveDate,
    /// What the edition says about checks.
    pub yardstick: &'a Yardstick,
    /// Vouchers issued to the same ИИН before, as far as this office knows.
    pub earlier: &'a [EarlierVoucher],
    /// Other open applications of the same ИИН.
    pub parallel: u32,
}

/// All findings of an application, in the order of the form.
#[must_use]
pub fn check(about: &About<'_>) -> Vec<Finding> {
    let mut findings = Vec::with_capacity(64);
    gate::check(about, &mut findings);
    form::check(about, &mut findings);
    let usable = copies::check(about, &mut findings);
    education::check(about, &usable, &mut findings);
    package::check(about, &usable, &mut findings);
    experience::check(about, &usable, &mut findings);
    findings
}

/// Starts a finding of a check of the table.
fn finding(definition: &'static Definition, verdict: Verdict, code: &str) -> Finding {
    let clears = match (verdict, definition.ground) {
        (Verdict::Pass | Verdict::Warn | Verdict::NotApplicable, _) => Clears::Nobody,
        (Verdict::Human, _) => definition.human,
        (Verdict::Fail, Some(_)) => Clears::Claimant,
        (Verdict::Fail, None) => Clears::MobilityCentre,
    };
    Finding {
        check: definition.check.to_owned(),
        verdict,
        code: code.to_owned(),
        paragraph: definition.paragraph,
        ground: definition.ground,
        field: definition.field.map(str::to_owned),
        facts: BTreeMap::new(),
        clears,
    }
}

impl Definition {
    fn pass(&'static self) -> Finding {
        finding(self, Verdict::Pass, self.passed)
    }

    fn fail(&'static self, code: &str) -> Finding {
        finding(self, Verdict::Fail, code)
    }

    fn warn(&'static self, code: &str) -> Finding {
        finding(self, Verdict::Warn, code)
    }

    fn human(&'static self, code: &str) -> Finding {
        finding(self, Verdict::Human, code)
    }

    fn not_applicable(&'static self, code: &str) -> Finding {
        finding(self, Verdict::NotApplicable, code)
    }
}

impl Finding {
    /// Adds a fact.
    fn fact(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.facts.insert(name.to_owned(), value.to_string());
        self
    }

    /// Adds a fact if there is one.
    fn fact_if<T: std::fmt::Display>(self, name: &str, value: Option<T>) -> Self {
        match value {
            Some(value) => self.fact(name, value),
            None => self,
        }
    }

    /// Says which copy or entry it is about.
    fn at(mut self, field: String) -> Self {
        self.field = Some(field);
        self
    }
}
