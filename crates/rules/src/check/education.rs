//! Education: as stated in F1-07, and against the requirement of the profession.

use super::copies::Usable;
use super::form::filled;
use super::table::{EDUCATION_COPY, EDUCATION_FIELD, EDUCATION_FOREIGN, EDUCATION_LEVEL, EDUCATION_STATED};
use super::{About, Finding};
use crate::application::{Proves, Requirement};
use crate::person::name::comparable;

/// Whether something is demanded of this person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// The requirement, or the edition where nobody entered a requirement, demands it.
    Demanded,
    /// The requirement is known and demands nothing: absence is no ground.
    NotDemanded,
    /// Demanded only if the requirement demands it, and nobody entered the requirement.
    Unknown,
}

/// Need by the requirement, and where there is none by the edition.
pub(super) fn need(about: &About<'_>, when_required: bool, asks: impl Fn(&Requirement) -> bool) -> Need {
    match &about.application.profession.requirement {
        Some(requirement) if asks(requirement) => Need::Demanded,
        Some(_) => Need::NotDemanded,
        None if when_required => Need::Unknown,
        None => Need::Demanded,
    }
}

pub(super) fn check(about: &About<'_>, usable: &Usable, findings: &mut Vec<Finding>) {
    let need = need(about, about.yardstick.education_when_required, |requirement| {
        requirement.education.is_some() || filled(&requirement.education_field).is_some()
    });
    findings.push(stated(about, need));
    findings.push(level(about));
    findings.extend(field(about));
    let foreign = about.application.education.iter().any(|one| one.foreign == Some(true))
        || about
            .application
            .documents
            .iter()
            .any(|one| one.foreign == Some(true) && one.kind.proves() == Proves::Education);
    if foreign {
        findings.push(EDUCATION_FOREIGN.human("education_foreign"));
    }
    findings.push(copy(about, need, usable));
}

fn stated(about: &About<'_>, need: Need) -> Finding {
    let stated = &about.application.education;
    let soft = |finding: Finding, code: &str| match need {
        Need::Demanded if about.yardstick.requires("F1-07") => finding,
        Need::Demanded | Need::Unknown => EDUCATION_STATED.warn(code),
        Need::NotDemanded => EDUCATION_STATED.not_applicable("education_not_demanded"),
    };
    if stated.is_empty() {
        return soft(EDUCATION_STATED.fail("education_not_filled"), "education_not_filled");
    }
    for (place, one) in stated.iter().enumerate() {
        let missing: Vec<&str> = [
            ("institution", filled(&one.institution).is_none()),
            ("field", filled(&one.field).is_none()),
            ("graduated", one.graduated.is_none()),
        ]
        .into_iter()
        .filter_map(|(name, gone)| gone.then_some(name))
        .collect();
        if !missing.is_empty() {
            let found =
                |finding: Finding| finding.fact("missing", missing.join(", ")).fact("entry", place + 1);
            return found(soft(EDUCATION_STATED.fail("education_incomplete"), "education_incomplete"));
        }
        if let Some(graduated) = one.graduated.filter(|graduated| *graduated > about.received_on) {
            return EDUCATION_STATED
                .fail("education_not_finished")
                .fact("graduated", graduated)
                .fact("received_on", about.received_on);
        }
    }
    EDUCATION_STATED.pass()
}

fn level(about: &About<'_>) -> Finding {
    let Some(requirement) = &about.application.profession.requirement else {
        return EDUCATION_LEVEL.human("requirement_not_entered");
    };
    let Some(required) = requirement.education else {
        return EDUCATION_LEVEL.not_applicable("education_not_demanded");
    };
    let stated = &about.application.education;
    let best = stated
        .iter()
        .filter(|one| one.graduated.is_none_or(|day| day <= about.received_on))
        .filter_map(|one| one.level)
        .max();
    let required_code = code(required);
    match best {
        Some(best) if best >= required => {
            EDUCATION_LEVEL.pass().fact("required", required_code).fact("stated", code(best))
        }
        // Another entry without a level might still be the one that counts.
        Some(best) if stated.iter().all(|one| one.level.is_some()) => EDUCATION_LEVEL
            .fail("education_level_too_low")
            .fact("required", required_code)
            .fact("stated", code(best)),
        Some(_) | None if !stated.is_empty() => {
            EDUCATION_LEVEL.human("education_level_not_told").fact("required", required_code)
        }
        Some(_) | None => EDUCATION_LEVEL.fail("education_absent").fact("required", required_code),
    }
}

/// The stable word of a level.
fn code(level: crate::application::EducationLevel) -> String {
    serde_json::to_value(level).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Wordings of a field of study differ from school to school, so only a person says that they mean different things.
fn field(about: &About<'_>) -> Option<Finding> {
    let requirement = about.application.profession.requirement.as_ref()?;
    let required = filled(&requirement.education_field)?;
    let stated: Vec<&str> = about.application.education.iter().filter_map(|one| filled(&one.field)).collect();
    if stated.is_empty() {
        return None;
    }
    let agrees = stated.iter().any(|one| comparable(one) == comparable(required));
    let found =
        if agrees { EDUCATION_FIELD.pass() } else { EDUCATION_FIELD.human("education_field_to_compare") };
    Some(found.fact("required", required).fact("stated", stated.join(", ")))
}

fn copy(about: &About<'_>, need: Need, usable: &Usable) -> Finding {
    let documents = &about.application.documents;
    let education =
        |place: usize| documents.get(place).is_some_and(|one| one.kind.proves() == Proves::Education);
    let attached = (0..documents.len()).any(education);
    let counts = (0..documents.len()).any(|place| education(place) && usable.has(place));
    match (need, counts) {
        (_, true) => EDUCATION_COPY.pass(),
        (Need::Demanded, false) if attached => EDUCATION_COPY.fail("education_copy_unusable"),
        (Need::Demanded, false) => EDUCATION_COPY.fail("education_copy_missing"),
        (Need::NotDemanded, false) => EDUCATION_COPY.not_applicable("education_not_demanded"),
        (Need::Unknown, false) => EDUCATION_COPY.human("requirement_not_entered"),
    }
}
