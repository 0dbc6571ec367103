//! Copies that prove work: art. 35(1)–(3) of the Labour Code only, any one of them, and only where experience is demanded (A-19, edition C).

use super::copies::Usable;
use super::education::{Need, need};
use super::table::{CONTRACT_MARK, WORK_COPY, WORK_STATED};
use super::{About, Finding};
use crate::application::{Document, DocumentKind, Proves};

pub(super) fn check(about: &About<'_>, usable: &Usable, findings: &mut Vec<Finding>) {
    let need = work_need(about);
    findings.push(stated(about, need));
    findings.push(copy(about, need, usable));
    for (place, document) in about.application.documents.iter().enumerate() {
        if document.kind == DocumentKind::LabourContract && usable.has(place) {
            findings.push(mark(document, need).at(format!("documents[{place}]")));
        }
    }
}

/// Whether proof of work is demanded.
pub(super) fn work_need(about: &About<'_>) -> Need {
    need(about, about.yardstick.work_when_required, |requirement| {
        requirement.experience_months.is_some_and(|months| months > 0)
    })
}

/// The copy proves work under the sub-paragraphs that count. A contract without the employer's mark of its end does not.
pub(super) fn proves_work(about: &About<'_>, document: &Document) -> bool {
    match document.kind.proves() {
        Proves::Work(sub) => {
            about.yardstick.work_proofs.contains(&sub) && document.termination_mark != Some(false)
        }
        Proves::Education | Proves::WorkNotAccepted | Proves::Nothing | Proves::Unknown => false,
    }
}

fn stated(about: &About<'_>, need: Need) -> Finding {
    let application = about.application;
    let periods =
        application.work.len() + application.documents.iter().map(|one| one.periods.len()).sum::<usize>();
    match (periods, need) {
        (1.., _) => WORK_STATED.pass().fact("periods", periods),
        (0, Need::Demanded) if about.yardstick.requires("F1-08") => WORK_STATED.fail("work_not_filled"),
        (0, Need::Demanded | Need::Unknown) => WORK_STATED.warn("work_not_filled"),
        (0, Need::NotDemanded) => WORK_STATED.not_applicable("experience_not_demanded"),
    }
}

fn copy(about: &About<'_>, need: Need, usable: &Usable) -> Finding {
    let documents = &about.application.documents;
    let counts =
        documents.iter().enumerate().any(|(place, one)| usable.has(place) && proves_work(about, one));
    let wrong: Vec<&str> = documents
        .iter()
        .filter(|one| one.kind.proves() == Proves::WorkNotAccepted)
        .map(|one| one.kind.code())
        .collect();
    let attached = documents.iter().any(|one| matches!(one.kind.proves(), Proves::Work(_)));
    match (need, counts) {
        (_, true) => WORK_COPY.pass(),
        // The paper confirms work, yet not under sub-paragraphs 1–3: the most probable avoidable refusal.
        (Need::Demanded, false) if !wrong.is_empty() => {
            WORK_COPY.fail("work_copy_wrong_kind").fact("kinds", wrong.join(", "))
        }
        (Need::Demanded, false) if attached => WORK_COPY.fail("work_copy_unusable"),
        (Need::Demanded, false) => WORK_COPY.fail("work_copy_missing"),
        (Need::NotDemanded, false) => WORK_COPY.not_applicable("experience_not_demanded"),
        (Need::Unknown, false) => WORK_COPY.human("requirement_not_entered"),
    }
}

fn mark(document: &Document, need: Need) -> Finding {
    match (document.termination_mark, need) {
        (Some(true), _) => CONTRACT_MARK.pass(),
        (Some(false) | None, Need::NotDemanded) => CONTRACT_MARK.not_applicable("experience_not_demanded"),
        // Not a ground by itself: another copy may prove the work, and `work_copy` says whether one does.
        (Some(false), Need::Demanded | Need::Unknown) => CONTRACT_MARK.warn("contract_mark_absent"),
        (None, Need::Demanded | Need::Unknown) => CONTRACT_MARK.human("contract_mark_not_told"),
    }
}
