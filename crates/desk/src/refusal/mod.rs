//! The reasoned refusal: drafted from every failed check at once, edited in both languages, sent to sign,
//! approved or returned by another person. The draft is of one person until it is sent to sign.

pub mod lint;
pub mod texts;

use crate::case::{self, Loaded, view};
use crate::contract::case::{CaseAsk, Missing};
use crate::contract::limits::Text;
use crate::contract::queue::QueueRow;
use crate::contract::refusal::{RefusalItem, RefusalReturn, RefusalSave, RefusalStep, RefusalView};
use crate::contract::session::Nothing;
use crate::contract::{Answer, No, Outcome, Topic};
use crate::queue::{chip, masked_iin, shown};
use crate::say;
use crate::workplace::{OfficeFile, Workplace};
use papers::form::Both;
use rules::case::decide::ready;
use rules::case::event::Letter;
use rules::case::{Command, CommandKind, Event, Stage, decide};
use rules::check::{Finding, grounds};
use rules::denial::Denial;
use rules::law::{Ground, Matter, Paragraph};
use rules::refusal::Remark;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{CaseId, CommandId, Filter};
use texts::PartText;
use words::Lang;

const TOPICS: [Topic; 4] = [Topic::Refusal, Topic::Case, Topic::Queue, Topic::Journal];

/// What one person wrote so far, by check. Kept as a draft of that person, seen by nobody else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edited {
    pub items: BTreeMap<String, EditedItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditedItem {
    pub included: bool,
    pub kk: String,
    pub ru: String,
}

const DRAFT: &str = "refusal";

/// One ground of the letter: the failed check with its sentences.
#[derive(Clone, Debug)]
pub struct Item {
    pub remark: Remark,
    pub included: bool,
    pub kk: String,
    pub ru: String,
    /// As the program wrote them.
    pub written_kk: String,
    pub written_ru: String,
}

pub fn open(desk: &mut Workplace, ask: CaseAsk) -> Outcome<RefusalView> {
    let loaded = case::load(desk, CaseId(ask.case))?;
    Ok(Answer::only(view_of(desk, &loaded)?))
}

pub fn save(desk: &mut Workplace, save: RefusalSave) -> Outcome<RefusalView> {
    let loaded = case::load(desk, CaseId(save.case))?;
    if !matches!(loaded.case.stage, Stage::InReview | Stage::Declined) {
        return Err(No::denial("not-a-draft"));
    }
    let edited = Edited {
        items: save
            .items
            .as_slice()
            .iter()
            .map(|item| {
                let text = |text: &Text<4000>| text.as_str().trim().to_owned();
                let kept = EditedItem { included: item.included, kk: text(&item.kk), ru: text(&item.ru) };
                (item.check.as_str().to_owned(), kept)
            })
            .collect(),
    };
    let body = serde_json::to_string(&edited).map_err(|_| No::bug("answer"))?;
    let (key, subject) = (loaded.id.to_string(), loaded.subject);
    desk.keep("refusal_save", |tx| tx.put_draft(DRAFT, &key, Some(subject), &body))?;
    Ok(Answer::changing(view_of(desk, &loaded)?, &[Topic::Refusal]))
}

pub fn submit(desk: &mut Workplace, step: RefusalStep) -> Outcome<RefusalView> {
    let loaded = case::load(desk, CaseId(step.case))?;
    let remarks = remarks_now(desk, &loaded)?;
    let items = items_of(desk, &loaded, &remarks)?;
    if let Some(remark) = lint::lint(desk, &loaded, &items)?.into_iter().find(|remark| remark.stops) {
        return Err(No::denial("linter").saying(remark.said));
    }
    let grounds: Vec<String> =
        rules::refusal::grounds_of(&remarks).into_iter().map(|ground| ground.code().to_owned()).collect();
    let letter = Some(letter(&items, &texts::of(desk, &loaded)?)?);
    let command = match loaded.case.stage {
        Stage::Declined => Command::RefuseByMobilityCentre { grounds, letter },
        _ => Command::RefuseByCareerCentre { grounds, letter },
    };
    case::decide_on(desk, loaded.id, u64::from(step.version), CommandId(step.command), command)?;
    let key = loaded.id.to_string();
    desk.keep("refusal_submit", |tx| tx.drop_draft(DRAFT, &key))?;
    again(desk, loaded.id)
}

pub fn approve(desk: &mut Workplace, step: RefusalStep) -> Outcome<RefusalView> {
    let id = CaseId(step.case);
    let loaded = case::load(desk, id)?;
    // A number is taken only when the approval will be given.
    let facts = loaded.facts(desk);
    ready(&loaded.case, CommandKind::ApproveRefusal, &facts)?;
    let number = case::next_number(desk, "refusal")?;
    let command = Command::ApproveRefusal { number: Some(number) };
    case::decide_on(desk, id, u64::from(step.version), CommandId(step.command), command)?;
    again(desk, id)
}

pub fn give_back(desk: &mut Workplace, step: RefusalReturn) -> Outcome<RefusalView> {
    let id = CaseId(step.case);
    let comment = step.comment.trimmed().ok_or_else(|| No::invalid("comment"))?.to_owned();
    let command = Command::ReturnRefusal { comment };
    case::decide_on(desk, id, u64::from(step.version), CommandId(step.command), command)?;
    again(desk, id)
}

/// Refusals that wait for a signature, in the order of their fatal dates.
pub fn to_sign(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<QueueRow>> {
    let stages = [Stage::RefusalDrafted, Stage::DeclineDrafted];
    let filter =
        Filter { stage: stages.iter().map(|stage| stage.code().to_owned()).collect(), ..Filter::default() };
    let (scope, today) = (desk.scope(), desk.today());
    let page = desk.store.queue(&scope, &filter, None, 200)?;
    Ok(Answer::only(shown(desk, &page.rows, today)))
}

/// The office whose letter it is: as it stood when the refusal was formed.
pub(crate) fn office_of<'a>(desk: &'a Workplace, loaded: &Loaded) -> &'a OfficeFile {
    desk.office_then(loaded, &["refusal_formed"])
}

fn again(desk: &Workplace, id: CaseId) -> Outcome<RefusalView> {
    let loaded = case::load(desk, id)?;
    Ok(Answer::changing(view_of(desk, &loaded)?, &TOPICS))
}

/// What the refusal rests on: what was drafted, or what a draft made now would rest on.
pub fn remarks_now(desk: &Workplace, loaded: &Loaded) -> Result<Vec<Remark>, No> {
    if let Some(refusal) = &loaded.case.refusal {
        return Ok(refusal.remarks.clone());
    }
    if loaded.case.stage == Stage::Declined {
        return would_rest_on(desk, loaded);
    }
    Ok(grounds(&findings(desk, loaded)?))
}

/// What a refusal after a negative answer would rest on: the Rules are asked, nothing is written.
fn would_rest_on(desk: &Workplace, loaded: &Loaded) -> Result<Vec<Remark>, No> {
    let command = Command::RefuseByMobilityCentre { grounds: Vec::new(), letter: None };
    let events = decide(&loaded.case, &command, &loaded.facts(desk)).unwrap_or_default();
    let drafted = events.into_iter().find_map(|event| match event {
        Event::RefusalDrafted { remarks, .. } => Some(remarks),
        _ => None,
    });
    Ok(drafted.unwrap_or_default())
}

/// The paragraph that allows a ground.
pub fn paragraph_of(ground: Ground) -> Paragraph {
    match ground {
        Ground::IncompletePackage | Ground::IncorrectlyFilled | Ground::RequirementsNotMet => {
            Paragraph::whole(8)
        }
        Ground::NegativeAnswer => Paragraph::whole(9),
    }
}

pub fn findings(desk: &Workplace, loaded: &Loaded) -> Result<Vec<Finding>, No> {
    let facts = loaded.facts(desk);
    Ok(facts.findings(&loaded.case).map_err(Denial::from)?)
}

/// What a person wrote: as kept with the refusal, or in the draft of the one who asks.
fn edited_of(desk: &Workplace, loaded: &Loaded) -> Result<Edited, No> {
    let kept = loaded.case.refusal.as_ref().and_then(|refusal| refusal.letter.as_ref());
    if let Some(letter) = kept {
        return Ok(read_letter(letter));
    }
    let draft = desk.store.find_draft(desk.me.user, DRAFT, &loaded.id.to_string())?;
    Ok(draft.and_then(|draft| serde_json::from_str(&draft.body).ok()).unwrap_or_default())
}

/// The letter's sentences: as kept with the refusal, as this person edited them, or as the program writes.
pub fn items_of(desk: &Workplace, loaded: &Loaded, remarks: &[Remark]) -> Result<Vec<Item>, No> {
    let edited = edited_of(desk, loaded)?;
    let items = remarks.iter().map(|remark| {
        let (written_kk, written_ru) = (sentence(Lang::Kk, remark), sentence(Lang::Ru, remark));
        let own: Option<&EditedItem> = edited.items.get(&remark.check);
        Item {
            remark: remark.clone(),
            included: own.is_none_or(|own| own.included),
            kk: own.map_or_else(|| written_kk.clone(), |own| own.kk.clone()),
            ru: own.map_or_else(|| written_ru.clone(), |own| own.ru.clone()),
            written_kk,
            written_ru,
        }
    });
    Ok(items.collect())
}

/// The sentence of a failed check in one language, with the fact a person saw.
pub fn sentence(lang: Lang, remark: &Remark) -> String {
    let mut text = words::law::remark_text(lang, remark);
    if let Some(note) = remark.note.as_deref().map(str::trim).filter(|note| !note.is_empty()) {
        let end = if text.ends_with('.') { "" } else { "." };
        text = format!("{text}{end} {note}");
    }
    text
}

/// The letter as it is kept: the sentences of each language by check, and the texts of the whole by their keys.
/// A text that was taken out is kept as an empty one, so that the edition's does not come back.
fn letter(items: &[Item], texts: &[PartText]) -> Result<Letter, No> {
    let whole: Vec<(&str, Both)> =
        texts.iter().map(|text| (text.part.key(), text.printed().unwrap_or_default())).collect();
    let by_check = |of: fn(&Item) -> &String, whole_of: fn(&Both) -> &String| {
        let mut map: BTreeMap<&str, &String> =
            items.iter().map(|item| (item.remark.check.as_str(), of(item))).collect();
        map.extend(whole.iter().map(|(key, text)| (*key, whole_of(text))));
        serde_json::to_string(&map).map_err(|_| No::bug("answer"))
    };
    Ok(Letter {
        kk: by_check(|item| &item.kk, |text| &text.kk)?,
        ru: by_check(|item| &item.ru, |text| &text.ru)?,
    })
}

fn read_letter(letter: &Letter) -> Edited {
    let read = |text: &str| serde_json::from_str::<BTreeMap<String, String>>(text).unwrap_or_default();
    let (kk, mut ru) = (read(&letter.kk), read(&letter.ru));
    let items = kk.into_iter().map(|(check, kk)| {
        let ru = ru.remove(&check).unwrap_or_default();
        (check, EditedItem { included: true, kk, ru })
    });
    Edited { items: items.collect() }
}

fn view_of(desk: &Workplace, loaded: &Loaded) -> Result<RefusalView, No> {
    let facts = loaded.facts(desk);
    let case = &loaded.case;
    let receipt = case.receipt.as_ref().ok_or_else(|| No::bug("case"))?;
    let edition = facts.edition(Matter::Requirements, case, receipt.received_on).map_err(Denial::from)?;
    let remarks = remarks_now(desk, loaded)?;
    let items = items_of(desk, loaded, &remarks)?;
    let kind = match case.stage {
        Stage::Declined | Stage::DeclineDrafted | Stage::DeclineFormed => CommandKind::RefuseByMobilityCentre,
        _ => CommandKind::RefuseByCareerCentre,
    };
    let submit = ready(case, kind, &facts);
    let approve = ready(case, CommandKind::ApproveRefusal, &facts);
    let to_sign = matches!(case.stage, Stage::RefusalDrafted | Stage::DeclineDrafted);
    let missing = if to_sign { approve.as_ref().err() } else { submit.as_ref().err() };
    let remarks = lint::lint(desk, loaded, &items)?;
    let extra = case::rows::Extra::of(&loaded.row);
    let drafted = case.refusal.as_ref().and_then(|refusal| refusal.drafted.by.clone());
    let returned = case.returned_drafts > 0 && !to_sign;
    Ok(RefusalView {
        case: loaded.id.0,
        version: u32::try_from(case.version).unwrap_or(u32::MAX),
        number: extra.number.clone(),
        name: receipt.application.applicant.full_name(),
        iin_masked: masked_iin(receipt.application.applicant.iin.as_deref().unwrap_or_default()),
        profession: receipt.application.profession.name.clone().unwrap_or_default(),
        received_on: receipt.received_on,
        deadline: chip(desk, &loaded.row, &extra, facts.today(case)),
        state: case::refusal_state(case).unwrap_or("draft").to_owned(),
        drafted_by: drafted.and_then(|id| id.parse().ok()).map(|id| desk.name_of(store::UserId(id))),
        comment: returned.then(|| case.notes.last().map(|note| note.text.clone())).flatten(),
        items: items
            .into_iter()
            .map(|item| RefusalItem {
                title: view::title(item.remark.check.split(':').next().unwrap_or_default()),
                citation: say::citation(paragraph_of(item.remark.ground), edition),
                check: item.remark.check,
                code: item.remark.code,
                ground: item.remark.ground.code().to_owned(),
                included: item.included,
                kk: item.kk,
                ru: item.ru,
                written_kk: item.written_kk,
                written_ru: item.written_ru,
            })
            .collect(),
        texts: texts::of(desk, loaded)?.into_iter().map(PartText::shown).collect(),
        may_submit: submit.is_ok() && !remarks.iter().any(|remark| remark.stops),
        may_approve: approve.is_ok(),
        missing: missing.map(|denial| Missing {
            code: denial.code.clone(),
            said: say::denial(denial),
            paragraph: denial.paragraph.map(|paragraph| paragraph.to_string()),
        }),
        remarks,
    })
}
