//! The reasoned refusal as a paper: every ground with its check, paragraph and fact.

use super::{CopyMarks, body, marks, signer, tongue, word};
use crate::case::{self, Loaded};
use crate::contract::No;
use crate::contract::paper::PaperKind;
use crate::refusal;
use crate::refusal::texts::{Part, PartText};
use crate::workplace::Workplace;
use papers::form::refusal::{ApplicationRef, Finding as Fault, NegativeAnswer, Step};
use papers::form::{Both, Person, Refusal};
use rules::denial::Denial;
use rules::law::Matter;
use words::Lang;

/// The refusal as it stands: a draft, or what was formed.
pub fn of(desk: &Workplace, loaded: &Loaded, copy: CopyMarks) -> Result<Refusal, No> {
    let case = &loaded.case;
    let receipt = case.receipt.as_ref().ok_or_else(|| No::bug("case"))?;
    let application = &receipt.application;
    let facts = loaded.facts(desk);
    let edition = facts.edition(Matter::Requirements, case, receipt.received_on).map_err(Denial::from)?;
    let remarks = refusal::remarks_now(desk, loaded)?;
    let items = refusal::items_of(desk, loaded, &remarks)?;
    let formed = case.refusal.as_ref().and_then(|refusal| refusal.formed.as_ref());
    let by_mobility = refusal::texts::by_mobility_centre(loaded);
    let texts = refusal::texts::of(desk, loaded)?;
    let printed = |part: Part| texts.iter().find(|text| text.part == part).and_then(PartText::printed);
    let office = refusal::office_of(desk, loaded);
    let (step, place) = if by_mobility {
        (Step::MobilityCentre, &office.mobility_centre)
    } else {
        (Step::CareerCentre, &office.career_centre)
    };
    let profession = application.profession.name.clone().unwrap_or_default();
    let cutoff = edition.cutoff().ok().and_then(|cutoff| {
        use chrono::Datelike;
        cutoff.in_year(receipt.received_on.year())
    });
    let today = facts.today(case);
    Ok(Refusal {
        paragraph: step,
        number: case
            .refusal
            .as_ref()
            .and_then(|refusal| refusal.number.clone())
            .unwrap_or_else(|| "—".into()),
        date: formed.map_or(today, |done| done.on),
        body: body(place),
        applicant: Person {
            name: application.applicant.full_name(),
            iin: application.applicant.iin.clone().unwrap_or_default(),
        },
        application: ApplicationRef {
            number: case::rows::Extra::of(&loaded.row).number,
            received: receipt.received_on,
            profession: profession.as_str().into(),
            level: application.level.map(|level| level.to_string()),
            language: tongue(loaded),
        },
        findings: items
            .into_iter()
            .filter(|item| item.included)
            .map(|item| Fault {
                ground: item.remark.ground,
                title: title_of(&item.remark.check),
                source: source(&item.remark),
                fact: Both { kk: item.kk, ru: item.ru },
                remedy: None,
                check: item.remark.check,
            })
            .collect(),
        answer: answer(case),
        reasoning: printed(Part::Explanation),
        // A letter once formed says the same whenever it is printed again.
        apply_again_until: cutoff.filter(|last| *last >= formed.map_or(today, |done| done.on)),
        hearing: printed(Part::Hearing),
        appeal: printed(Part::Appeal).unwrap_or_default(),
        signer: signer(desk, formed.and_then(|done| done.by.as_deref()), place),
        seal: None,
        marks: marks(loaded, super::is_draft(loaded, PaperKind::Refusal), copy),
    })
}

fn title_of(check: &str) -> Option<Both> {
    let title = word(&crate::case::view::title(check.split(':').next().unwrap_or(check)).key);
    (!title.is_empty()).then_some(title)
}

/// Where the requirement stands: the paragraph of the Rules that gives the ground.
fn source(remark: &rules::refusal::Remark) -> Both {
    let paragraph = refusal::paragraph_of(remark.ground).to_string();
    let say = |lang| {
        words::say_in(lang, "office-letter-paragraph", [("paragraph", paragraph.as_str())])
            .unwrap_or_default()
    };
    Both { kk: say(Lang::Kk), ru: say(Lang::Ru) }
}

fn answer(case: &rules::case::Case) -> Option<NegativeAnswer> {
    let answer = case.dialogue.answer.as_ref().filter(|answer| !answer.positive)?;
    let centre = case.application()?.recognition_centre.name.clone().unwrap_or_default();
    Some(NegativeAnswer {
        centre: centre.as_str().into(),
        date: answer.answered_on,
        quote: answer.reasons.clone().or_else(|| answer.answer.clone()).unwrap_or_default(),
        reasons_not_given: answer.reasons.is_none() && case.dialogue.reasons_requested.is_some(),
    })
}
