//! The review of the КЦ (par. 8): verdicts of persons, sending on, and the refusal on all remarks at once.

use super::super::actor::Actor;
use super::super::event::{Event, Letter};
use super::super::facts::Facts;
use super::super::record::{Case, Refusal};
use crate::check::{Clears, Verdict, grounds, unresolved};
use crate::denial::Denial;
use crate::law::Paragraph;
use crate::law::editions::Matter;
use crate::refusal::{Ground, Remark, Step, find_ground, grounds_of};
use crate::role::Role;

const P8: Paragraph = Paragraph::whole(8);

pub(super) fn record(
    case: &Case,
    check: &str,
    verdict: Verdict,
    note: Option<&str>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let findings = facts.findings(case)?;
    let found = findings.iter().find(|finding| finding.key() == check);
    let finding = found.ok_or_else(|| Denial::by(P8, "check_unknown").with("check", check))?;
    let said = note.is_some_and(|note| !note.trim().is_empty());
    match verdict {
        Verdict::Pass | Verdict::Fail => {}
        Verdict::Warn | Verdict::Human | Verdict::NotApplicable => {
            return Err(Denial::by(P8, "verdict_pass_or_fail").with("check", check));
        }
    }
    // The gates of paragraph 3 are the platform's; the КЦ passes them upwards and decides nothing.
    if finding.ground.is_none() && finding.paragraph == Paragraph::whole(3) {
        return Err(Denial::by(Paragraph::whole(3), "gate_not_for_review").with("check", check));
    }
    if finding.verdict == Verdict::NotApplicable {
        return Err(Denial::by(P8, "nothing_to_check").with("check", check));
    }
    if finding.clears == Clears::Supervisor && super::actor(facts)?.role != Role::Supervisor {
        return Err(Denial::by(P8, "supervisor_needed").with("check", check));
    }
    if finding.verdict != Verdict::Human && finding.verdict != verdict && !said {
        return Err(Denial::by(P8, "note_needed").with("check", check));
    }
    Ok(vec![Event::CheckRecorded {
        check: check.to_owned(),
        verdict,
        note: note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty()),
    }])
}

pub(super) fn can_forward(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    let findings = facts.findings(case)?;
    all_decided(&unresolved(&findings))?;
    let remarks = grounds(&findings);
    if remarks.is_empty() {
        return Ok(());
    }
    let checks: Vec<&str> = remarks.iter().map(|remark| remark.check.as_str()).collect();
    Err(Denial::by(P8, "remarks_stand").with("count", remarks.len()).with("checks", checks.join(", ")))
}

/// Paragraph 8 is decided once: while a check is open neither way is free, so that all grounds come together.
fn all_decided(open: &[String]) -> Result<(), Denial> {
    if open.is_empty() {
        return Ok(());
    }
    Err(Denial::by(P8, "checks_unresolved").with("count", open.len()).with("checks", open.join(", ")))
}

/// All remarks of the review, each with a ground the edition lists for this step; none, and there is nothing to refuse on.
pub(super) fn remarks(case: &Case, facts: &Facts<'_>) -> Result<Vec<Remark>, Denial> {
    let findings = facts.findings(case)?;
    all_decided(&unresolved(&findings))?;
    let remarks = grounds(&findings);
    if remarks.is_empty() {
        let gate = findings.iter().any(|finding| finding.verdict == Verdict::Fail);
        // Late, no quota, not unemployed, a second voucher: the closed list of par. 8 has none of them.
        return Err(if gate { Denial::by(P8, "gate_is_no_ground") } else { Denial::by(P8, "no_ground") });
    }
    let receipt = super::receipt(case)?;
    let edition = facts.edition(Matter::Requirements, case, receipt.received_on)?;
    let lawful = edition.grounds()?;
    let listed =
        |ground: Ground| lawful.iter().any(|rule| rule.ground == ground && rule.step == Step::CareerCentre);
    match remarks.iter().find(|remark| !listed(remark.ground)) {
        Some(remark) => Err(Denial::by(P8, "ground_not_lawful").with("ground", remark.ground.code())),
        None => Ok(remarks),
    }
}

pub(super) fn refuse(
    case: &Case,
    named: &[String],
    letter: Option<&Letter>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let remarks = remarks(case, facts)?;
    named_grounds(named, &grounds_of(&remarks), Step::CareerCentre, P8)?;
    Ok(vec![Event::RefusalDrafted { step: Step::CareerCentre, remarks, letter: letter.cloned() }])
}

/// Grounds that were named must be lawful at this step, established, and all there are.
pub(super) fn named_grounds(
    named: &[String],
    established: &[Ground],
    step: Step,
    paragraph: Paragraph,
) -> Result<(), Denial> {
    let mut known = Vec::with_capacity(named.len());
    for name in named {
        let ground = find_ground(name.trim());
        match ground {
            Some(ground) if step_of(ground) == step => known.push(ground),
            Some(_) | None => return Err(Denial::by(paragraph, "ground_not_lawful").with("ground", name)),
        }
    }
    if let Some(idle) = known.iter().find(|ground| !established.contains(ground)) {
        return Err(Denial::by(paragraph, "ground_not_established").with("ground", idle.code()));
    }
    match established.iter().find(|ground| !named.is_empty() && !known.contains(ground)) {
        Some(left) => Err(Denial::by(paragraph, "not_all_grounds").with("ground", left.code())),
        None => Ok(()),
    }
}

/// The step at which a ground is lawful (par. 8, 9).
pub(super) fn step_of(ground: Ground) -> Step {
    match ground {
        Ground::IncompletePackage | Ground::IncorrectlyFilled | Ground::RequirementsNotMet => {
            Step::CareerCentre
        }
        Ground::NegativeAnswer => Step::MobilityCentre,
    }
}

pub(super) fn can_approve(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    let refusal = drafted(case)?;
    second_person(super::actor(facts)?, refusal.drafted.by.as_deref())?;
    match refusal.step {
        Step::MobilityCentre => Ok(()),
        // The checks are run again before anything becomes final; what changed since goes back to the specialist.
        Step::CareerCentre => {
            let key = |remarks: &[Remark]| {
                remarks.iter().map(|one| (one.ground, one.check.clone())).collect::<Vec<_>>()
            };
            if key(&remarks(case, facts)?) == key(&refusal.remarks) {
                Ok(())
            } else {
                Err(Denial::by(P8, "remarks_changed"))
            }
        }
    }
}

/// The approver is not the author.
pub(super) fn second_person(actor: &Actor, first: Option<&str>) -> Result<(), Denial> {
    if first == Some(actor.id.as_str()) {
        Err(Denial::new("second_person_needed").with("first", &actor.id))
    } else {
        Ok(())
    }
}

fn drafted(case: &Case) -> Result<&Refusal, Denial> {
    case.refusal.as_ref().filter(|refusal| refusal.formed.is_none()).ok_or_else(|| Denial::by(P8, "no_draft"))
}

pub(super) fn approve(case: &Case, number: Option<&str>) -> Result<Vec<Event>, Denial> {
    let refusal = drafted(case)?;
    Ok(vec![Event::RefusalFormed {
        step: refusal.step,
        number: number.map(|number| number.trim().to_owned()).filter(|number| !number.is_empty()),
        grounds: refusal.grounds.clone(),
        remarks: refusal.remarks.clone(),
        letter: refusal.letter.clone(),
    }])
}

pub(super) fn send_back(comment: &str) -> Result<Vec<Event>, Denial> {
    Ok(vec![Event::RefusalReturned { comment: super::said("comment", comment)? }])
}
