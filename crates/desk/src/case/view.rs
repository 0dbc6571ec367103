//! A case as the window shows it: Appendix 1, the copies, every check with its facts.

use super::clocks;
use super::course::{actions, amounts, deadline, papers, path, refusal, timeline, voucher};
use super::{Loaded, rows};
use crate::contract::case::{
    CaseView, CheckView, DecidedView, DocumentView, Fact, FieldView, Finality, Media,
};
use crate::contract::{No, Said};
use crate::intake::attachment_id;
use crate::queue::{chip, masked_iin};
use crate::say;
use crate::workplace::Workplace;
use crate::world::wall;
use chrono::NaiveDate;
use rules::application::Application;
use rules::case::decide::ready;
use rules::case::{Case, CommandKind, Entry, Event, Facts};
use rules::check::{CHECKS, Clears, Finding, Verdict};
use rules::law::{Edition, Matter};
use store::UserId;
use uuid::Uuid;

/// Fields that are shown masked until somebody asks, which is written down.
const MASKED: [&str; 4] = ["F1-03", "F1-10", "F1-14", "F1-15"];

pub fn of(desk: &Workplace, loaded: &Loaded) -> Result<CaseView, No> {
    let facts = loaded.facts(desk);
    let case = &loaded.case;
    let receipt = case.receipt.as_ref().ok_or_else(|| No::bug("case"))?;
    let application = receipt.application.as_ref();
    let today = facts.today(case);
    let edition = facts.edition(Matter::Requirements, case, receipt.received_on).map_err(fault)?;
    let findings = facts.findings(case).map_err(fault)?;
    let extra = rows::Extra::of(&loaded.row);
    let clocks = clocks::all(case, &facts);
    Ok(CaseView {
        case: loaded.id.0,
        number: extra.number.clone(),
        version: u32::try_from(case.version).unwrap_or(u32::MAX),
        stage: case.stage.code().to_owned(),
        stage_said: say::code("stage", case.stage.code()),
        finality: finality(loaded.row.finality),
        edition: edition.id.to_string(),
        edition_confirmed: edition.confirmed,
        name: application.applicant.full_name(),
        iin_masked: masked_iin(application.applicant.iin.as_deref().unwrap_or_default()),
        profession: application.profession.name.clone().unwrap_or_default(),
        level: application.level,
        centre: application.recognition_centre.name.clone().unwrap_or_default(),
        region: receipt.region.code().to_owned(),
        received_at: wall(receipt.received_at.with_timezone(&chrono::Utc), receipt.region),
        owner: loaded.row.owner.map(|owner| desk.name_of(owner)),
        chip: chip(desk, &loaded.row, &extra, today),
        fields: fields(application, &findings),
        documents: documents(loaded, application, &findings),
        checks: checks(desk, loaded, &facts, &findings, edition),
        deadlines: clocks.iter().map(|clock| deadline(clock, &facts, case, today)).collect(),
        path: path(case, edition),
        actions: actions(case, &facts),
        timeline: timeline(desk, loaded),
        voucher: voucher(case, &facts),
        refusal: refusal(case),
        amounts: amounts(case),
        papers: papers(case),
    })
}

fn fault(fault: rules::law::EditionFault) -> No {
    No::from(rules::denial::Denial::from(fault))
}

pub(super) fn finality(finality: store::Finality) -> Finality {
    match finality {
        store::Finality::Own | store::Finality::Confirmed => Finality::Confirmed,
        store::Finality::Here => Finality::DecidedHere,
    }
}

// --- the form ---------------------------------------------------------------------------------------

/// A field of Appendix 1 as it was written, unmasked.
pub fn plain_value(case: &Case, field: &str) -> Option<String> {
    let application = case.application()?;
    values(application).into_iter().find(|(id, _)| *id == field).map(|(_, value)| value)
}

fn values(form: &Application) -> Vec<(&'static str, String)> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let join =
        |parts: Vec<String>| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    let day = |date: &Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let education = form.education.iter().map(|one| {
        let parts = [text(&one.institution), text(&one.field), day(&one.graduated)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let work = form.work.iter().map(|one| {
        let period = format!("{}–{}", day(&one.from), day(&one.to));
        let parts = [text(&one.employer), text(&one.position), period];
        parts.into_iter().filter(|part| part != "–" && !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let residence = [text(&form.residence.region), text(&form.residence.address)];
    let skills = form.skills.iter().map(|skill| skill.name.clone());
    let said = |yes: Option<bool>| match yes {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    };
    let signature = form.signature.as_ref();
    vec![
        ("F1-01", text(&form.region)),
        ("F1-02", form.applicant.full_name()),
        ("F1-03", text(&form.applicant.iin)),
        ("F1-04", form.level.map(|level| level.to_string()).unwrap_or_default()),
        ("F1-05", text(&form.profession.name)),
        ("F1-06", said(form.consent.personal_data)),
        ("F1-07", join(education.collect())),
        ("F1-08", join(work.collect())),
        ("F1-09", join(skills.collect())),
        ("F1-10", text(&form.account)),
        ("F1-11", join(residence.to_vec())),
        ("F1-12", said(form.liability_warned)),
        ("F1-13", text(&form.recognition_centre.name)),
        ("F1-14", text(&form.phone)),
        ("F1-15", text(&form.email)),
        ("F1-16", said(signature.and_then(|signature| signature.valid))),
        ("F1-17", day(&form.date)),
    ]
}

fn masked(field: &str, value: &str) -> String {
    if value.is_empty() {
        return String::new();
    }
    let length = value.chars().count();
    let shown = if field == "F1-03" { 6 } else { 4 };
    let start: String = value.chars().take(shown.min(length)).collect();
    format!("{start}{}", "·".repeat(length.saturating_sub(shown)))
}

fn fields(application: &Application, findings: &[Finding]) -> Vec<FieldView> {
    let views = values(application).into_iter().map(|(id, value)| {
        let hide = MASKED.contains(&id) && !value.is_empty();
        FieldView {
            id: id.to_owned(),
            label: Said::new(format!("field-{}", id.to_lowercase())),
            value: if hide { masked(id, &value) } else { value },
            masked: hide,
            checks: findings.iter().filter(|f| f.field.as_deref() == Some(id)).map(Finding::key).collect(),
        }
    });
    views.collect()
}

fn documents(loaded: &Loaded, application: &Application, findings: &[Finding]) -> Vec<DocumentView> {
    let views = application.documents.iter().enumerate().map(|(place, document)| {
        let path = format!("documents[{place}]");
        let file = document.file.clone().unwrap_or_default();
        let ending = file.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let media = match ending.as_str() {
            "pdf" => Media::Pdf,
            "jpg" | "jpeg" => Media::Jpeg,
            "png" => Media::Png,
            _ => Media::Other,
        };
        let about = |finding: &&Finding| finding.field.as_deref() == Some(path.as_str());
        let unreadable = findings
            .iter()
            .filter(about)
            .find(|finding| finding.check == "copy_readable" && finding.verdict == Verdict::Fail);
        DocumentView {
            id: attachment_id(loaded.id, place).to_string(),
            kind: document.kind.code().to_owned(),
            title: say::code("document", document.kind.code()),
            file,
            media,
            bytes: document.bytes.and_then(|bytes| u32::try_from(bytes).ok()).unwrap_or(0),
            pages: document.pages,
            sha256: document.sha256.clone().unwrap_or_default(),
            problem: unreadable.map(text),
            checks: findings.iter().filter(about).map(Finding::key).collect(),
        }
    });
    views.collect()
}

// --- the checks -------------------------------------------------------------------------------------

/// The sentence of a finding with its facts.
pub fn text(finding: &Finding) -> Said {
    let mut said = say::code("check", &finding.code);
    for (name, value) in &finding.facts {
        said = said.with(name, say::fact(name, value));
    }
    said
}

/// The name of a check.
pub fn title(check: &str) -> Said {
    say::code("check-title", check)
}

fn checks(
    desk: &Workplace,
    loaded: &Loaded,
    facts: &Facts<'_>,
    findings: &[Finding],
    edition: &Edition,
) -> Vec<CheckView> {
    let may_record = ready(&loaded.case, CommandKind::RecordCheck, facts).is_ok();
    let shown = findings.iter().filter(|finding| finding.verdict != Verdict::NotApplicable);
    let views = shown.zip(1u32..).map(|(finding, position)| {
        let key = finding.key();
        let document = finding.field.as_deref().and_then(place_of);
        CheckView {
            position,
            title: title(&finding.check),
            verdict: finding.verdict.into(),
            code: finding.code.clone(),
            text: text(finding),
            citation: say::citation(finding.paragraph, edition),
            ground: finding.ground.map(|ground| ground.code().to_owned()),
            gate: finding.check.starts_with("gate_"),
            field: finding.field.clone().filter(|field| field.starts_with("F1-")),
            documents: document
                .map(|place| attachment_id(loaded.id, place).to_string())
                .into_iter()
                .collect(),
            facts: facts_of(finding),
            may_record: may_record && may_be_recorded(finding),
            cleared_by: Said::new(format!("actor-{}", clears(finding.clears))),
            decided: decided(desk, loaded, &key),
            check: key,
        }
    });
    views.collect()
}

/// A person may decide what waits for a person, and may overrule the program with a reason.
fn may_be_recorded(finding: &Finding) -> bool {
    CHECKS
        .iter()
        .find(|definition| definition.check == finding.check)
        .is_some_and(|definition| definition.human != Clears::Nobody)
        && !finding.check.starts_with("gate_")
}

fn place_of(field: &str) -> Option<usize> {
    field.strip_prefix("documents[")?.strip_suffix(']')?.parse().ok()
}

fn clears(who: Clears) -> &'static str {
    match who {
        Clears::Nobody => "nobody",
        Clears::Specialist => "specialist",
        Clears::Supervisor => "supervisor",
        Clears::MobilityCentre => "mobility-officer",
        Clears::Claimant => "claimant",
    }
}

fn facts_of(finding: &Finding) -> Vec<Fact> {
    let facts = finding.facts.iter().filter(|(name, _)| *name != "decided_by_person");
    facts.map(|(name, value)| Fact { label: say::code("fact", name), value: value.clone() }).collect()
}

fn decided(desk: &Workplace, loaded: &Loaded, key: &str) -> Option<DecidedView> {
    let last = loaded.entries.iter().rev().find_map(|entry| match &entry.event {
        Event::CheckRecorded { check, verdict, note } if check == key => {
            Some((entry, *verdict, note.clone()))
        }
        _ => None,
    });
    let (entry, verdict, note) = last?;
    Some(DecidedView {
        by: by(desk, entry),
        at: wall(entry.at, desk.office.region),
        reason: note.unwrap_or_default(),
        before: verdict.into(),
    })
}

pub(super) fn by(desk: &Workplace, entry: &Entry) -> String {
    let id = entry.by.id().and_then(|id| id.parse::<Uuid>().ok());
    id.map(|id| crate::session::short_name(&desk.name_of(UserId(id)))).unwrap_or_default()
}
