//! The hand-out for the applicant of a case (paragraph 3): what is to be mended and attached, where, by when,
//! and what it will cost.

use super::services::{Days, reckon, venue};
use super::{CopyMarks, body, marks, tongue, word};
use crate::case::Loaded;
use crate::contract::No;
use crate::workplace::Workplace;
use chrono::Datelike;
use papers::form::Both;
use papers::form::handout::{Costs, HandOut};
use rules::act::Venue;
use rules::application::{Application, DocumentKind, Proves};
use rules::case::Stage;
use rules::check::Verdict;
use rules::denial::Denial;
use rules::law::edition::Needed;
use rules::law::editions::CaseDates;
use rules::law::{Edition, Matter};
use rules::region::Region;
use words::Lang;

/// Whether a case is still at a point where the person can be told what to bring.
pub(crate) fn is_for(stage: Stage) -> bool {
    match stage {
        Stage::InReview
        | Stage::RefusalDrafted
        | Stage::AtMobilityCentre
        | Stage::AtRecognitionCentre
        | Stage::Declined
        | Stage::DeclineDrafted
        | Stage::Confirmed => true,
        Stage::New
        | Stage::Refused
        | Stage::DeclineFormed
        | Stage::RefusalSent
        | Stage::Issued
        | Stage::Used
        | Stage::Protocol
        | Stage::ActReceived
        | Stage::ActReturned
        | Stage::ActAccepted
        | Stage::Closed
        | Stage::Annulled
        | Stage::Withdrawn => false,
    }
}

pub(super) fn of(desk: &Workplace, loaded: &Loaded, copy: CopyMarks) -> Result<HandOut, No> {
    let case = &loaded.case;
    let today = desk.today();
    let form = case.application().filter(|_| is_for(case.stage));
    let form = form.ok_or_else(|| No::denial("no-hand-out-now"))?;
    let profession = form.profession.name.clone().filter(|name| !name.trim().is_empty());
    let profession = profession.ok_or_else(|| No::denial("no-profession-name"))?;
    // Whoever applies again is judged by the edition of the day he applies.
    let dates = CaseDates { application: today, issue: None, act: today };
    let edition = desk.books.law.editions.governing(Matter::Requirements, dates).map_err(Denial::from)?;
    let cutoff = edition.cutoff().map_err(Denial::from)?;
    let until = cutoff.in_year(today.year()).ok_or_else(|| No::failure("calendar"))?;
    if today > until {
        return Err(No::denial("no-hand-out-this-year")
            .with("date", until)
            .under(&cutoff.paragraph.to_string()));
    }
    let (number, name) = (form.applicant.full_name(), desk.me.name.as_str());
    let office = &desk.office.career_centre;
    let with_office = |key: &str| {
        let name = crate::session::short_name(name);
        let say = |lang, office: &str| {
            words::say_in(lang, key, [("office", office), ("name", name.as_str())]).unwrap_or_default()
        };
        Both { kk: say(Lang::Kk, &office.kk), ru: say(Lang::Ru, &office.ru) }
    };
    Ok(HandOut {
        date: today,
        body: body(office),
        person: Some(number).filter(|name| !name.is_empty()),
        profession: profession.as_str().into(),
        level: form.level.map(|level| level.to_string()),
        bring: bring(desk, loaded, form, edition)?,
        place: with_office("office-letter-hand-out-where"),
        until,
        // The last day itself is read in two ways (reading A-01): the day before is safe in both.
        advised_until: until.pred_opt().filter(|day| *day >= today),
        centre: form.recognition_centre.name.as_deref().map(Both::from),
        costs: costs(desk, loaded, form, edition),
        contact: Some(with_office("office-letter-hand-out-contact")),
        language: tongue(loaded),
        marks: marks(loaded, false, copy),
    })
}

/// First what the checks of this application found, then what the edition asks of everybody.
fn bring(desk: &Workplace, loaded: &Loaded, form: &Application, edition: &Edition) -> Result<Vec<Both>, No> {
    let mut things: Vec<Both> = Vec::new();
    for finding in crate::refusal::findings(desk, loaded)? {
        if finding.verdict == Verdict::Fail && finding.ground.is_some() {
            let say = |lang| words::law::finding_text(lang, &finding);
            let thing = Both { kk: say(Lang::Kk), ru: say(Lang::Ru) };
            if !things.contains(&thing) {
                things.push(thing);
            }
        }
    }
    let documents = edition.documents().map_err(Denial::from)?;
    let requirement = form.profession.requirement.as_ref();
    let is_needed = |needed: &Needed, asked: bool| match needed {
        Needed::Always => true,
        Needed::WhenRequired => asked,
    };
    if is_needed(&documents.education, requirement.is_some_and(|asked| asked.education.is_some())) {
        things.push(word("office-letter-hand-out-education"));
    }
    if is_needed(&documents.work, requirement.is_some_and(|asked| asked.experience_months.is_some())) {
        let kinds =
            [DocumentKind::LabourBook, DocumentKind::LabourContract, DocumentKind::EmployerActExtract];
        let accepted = |kind: &&DocumentKind| match kind.proves() {
            Proves::Work(sub) => documents.work_subparagraphs.contains(&sub),
            Proves::Education | Proves::WorkNotAccepted | Proves::Nothing | Proves::Unknown => false,
        };
        let say = |lang| {
            let names: Vec<String> = kinds
                .iter()
                .filter(accepted)
                .filter_map(|kind| {
                    words::lookup(lang, &format!("document-{}", crate::say::kebab(kind.code())), &[])
                })
                .map(|name| name.to_lowercase())
                .collect();
            let kinds = names.join(", ");
            words::say_in(lang, "office-letter-hand-out-work", [("kinds", kinds.as_str())])
        };
        things.push(Both { kk: say(Lang::Kk).unwrap_or_default(), ru: say(Lang::Ru).unwrap_or_default() });
    }
    let home = form.residence.region.as_deref().and_then(Region::of_kato);
    let stays_home = match venue(loaded) {
        Some(Venue::Remote) => true,
        Some(Venue::In(region)) => home == Some(region),
        None => false,
    };
    if !stays_home {
        things.push(word("office-letter-hand-out-account"));
    }
    things.push(word("office-letter-hand-out-signature"));
    Ok(things)
}

/// By the МРП of today; nothing where price or profile is not known, and the paper says that it is not.
fn costs(desk: &Workplace, loaded: &Loaded, form: &Application, edition: &Edition) -> Option<Costs> {
    let today = desk.today();
    let answered = loaded.case.dialogue.answer.as_ref().and_then(|answer| answer.price);
    let price = answered.or(form.recognition_centre.price)?;
    let days = Days { protocol: today, issued: today, paid: today };
    let sums = reckon(desk, loaded, edition, price, days, venue(loaded)).ok()?;
    Some(Costs {
        price,
        reimbursed: sums.reimbursed,
        claimant_pays: sums.claimant_pays,
        material_aid: Some(sums.material_aid).filter(|aid| sums.aid_decided && !aid.is_zero()),
    })
}
