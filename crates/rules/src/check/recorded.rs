//! Verdicts of persons laid over the findings of the program, and what follows: what is open, which grounds stand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::table::CHECKS;
use super::{Clears, Finding, Verdict};
use crate::refusal::{Ground, Remark};

/// A verdict a person recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Pass or fail.
    pub verdict: Verdict,
    /// The fact seen.
    pub note: Option<String>,
    /// Who.
    pub by: Option<String>,
}

/// Findings as they stand after persons decided. The code becomes the one of the check for that verdict; facts stay and the note joins them.
#[must_use]
pub fn overlay(mut findings: Vec<Finding>, recorded: &BTreeMap<String, Recorded>) -> Vec<Finding> {
    for finding in &mut findings {
        let Some(record) = recorded.get(&finding.key()) else { continue };
        let definition = CHECKS.iter().find(|definition| definition.check == finding.check);
        let changed = record.verdict != finding.verdict;
        match (record.verdict, definition) {
            (Verdict::Pass, Some(definition)) if changed => definition.passed.clone_into(&mut finding.code),
            (Verdict::Fail, Some(definition)) if changed => definition.failed.clone_into(&mut finding.code),
            (Verdict::Pass | Verdict::Fail | Verdict::Warn | Verdict::Human | Verdict::NotApplicable, _) => {}
        }
        finding.verdict = record.verdict;
        finding.clears = match (record.verdict, finding.ground) {
            (Verdict::Fail, Some(_)) => Clears::Claimant,
            (Verdict::Fail, None) => Clears::MobilityCentre,
            (Verdict::Pass | Verdict::Warn | Verdict::Human | Verdict::NotApplicable, _) => Clears::Nobody,
        };
        if let Some(note) = &record.note {
            finding.facts.insert("note".to_owned(), note.clone());
        }
        finding.facts.insert("decided_by_person".to_owned(), "true".to_owned());
    }
    findings
}

/// Keys of the checks a person still has to decide. While there are any, nothing can be refused or sent on (par. 8: all at once).
#[must_use]
pub fn unresolved(findings: &[Finding]) -> Vec<String> {
    findings.iter().filter(|finding| finding.verdict == Verdict::Human).map(Finding::key).collect()
}

/// All remarks a refusal of paragraph 8 would rest on, in the order of the form. Only checks with a ground are here.
#[must_use]
pub fn grounds(findings: &[Finding]) -> Vec<Remark> {
    let failed = findings.iter().filter(|finding| finding.verdict == Verdict::Fail);
    failed
        .filter_map(|finding| {
            finding.ground.map(|ground: Ground| Remark {
                ground,
                check: finding.key(),
                code: finding.code.clone(),
                facts: finding.facts.clone(),
                note: finding.facts.get("note").cloned(),
            })
        })
        .collect()
}
