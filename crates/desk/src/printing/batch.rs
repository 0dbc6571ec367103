//! The papers of the day in one job: a cover sheet to tick and sign, then every paper; what is previewed is
//! what is sent.

use super::facts::PrintFact;
use super::prints::{about, cases_of, listed, next_copy, record, title, to_print, waiting_id};
use super::{Copy, Order};
use crate::case;
use crate::contract::limits::Text;
use crate::contract::paper::{
    PaperKind, PaperLanguage, PaperSaved, PrintDay, PrintRow as PrintView, SaveDay,
};
use crate::contract::{Answer, No, Outcome, Topic};
use crate::paper;
use crate::workplace::Workplace;
use papers::form::cover::{Cover, Item};
use papers::form::{Both, Marks, Signer};
use papers::{Paper, Pdf, Tongue};
use rules::role::OfficeKind;
use serde_json::json;
use store::{CaseId, SubjectId};
use words::{Lang, lookup};

/// One paper of the batch, set.
struct Set {
    kind: PaperKind,
    /// The cases it is about: several of an act.
    cases: Vec<(CaseId, SubjectId)>,
    copy: Copy,
    pdf: Pdf,
    item: Item,
}

pub(crate) fn day_preview(desk: &mut Workplace, ask: PrintDay) -> Result<Vec<u8>, No> {
    Ok(whole(desk, &set(desk, ask.language, ask.only.as_slice())?, ask.language)?.bytes)
}

/// The job as a file: for a computer without a printer. What is saved is not printed, and waits on.
pub(crate) fn day_save(desk: &mut Workplace, ask: SaveDay) -> Outcome<PaperSaved> {
    let folder = paper::folder(desk, ask.folder.as_ref())?;
    let papers = set(desk, ask.language, ask.only.as_slice())?;
    let whole = whole(desk, &papers, ask.language)?;
    desk.store.ask_room_at(&folder, whole.bytes.len() as u64)?;
    // Papers on the disk are outside the vault: who took them out is written first, for each person.
    for paper in &papers {
        for (case, subject) in &paper.cases {
            let body = json!({ "case": case.0, "paper": paper::code(paper.kind) });
            desk.record_access("paper_saved", *subject, &body)?;
        }
    }
    let name = format!("{}-{}.pdf", desk.today(), paper::language_code(ask.language));
    Ok(Answer::changing(paper::saved(&folder, &name, &whole)?, &[Topic::Journal]))
}

pub(crate) fn day(desk: &mut Workplace, ask: PrintDay) -> Outcome<Vec<PrintView>> {
    let papers = set(desk, ask.language, ask.only.as_slice())?;
    let whole = whole(desk, &papers, ask.language)?;
    let printer = ask.printer.as_ref().and_then(|name| name.trimmed()).map(str::to_owned);
    let order = Order {
        device: printer.as_deref(),
        title: title(desk)?,
        pdf: &whole.bytes,
        copies: ask.copies,
        both_sides: false,
    };
    let job = desk.world.printer.submit(&order)?;
    let facts = papers.iter().flat_map(|paper| {
        let fact = |case| PrintFact::PaperPrinted {
            case,
            form: paper::code(paper.kind).to_owned(),
            language: paper::language_code(ask.language).to_owned(),
            copy: paper.copy.number(),
            copies: u32::from(ask.copies),
            printer: printer.clone(),
            job: job.0.clone(),
            sha256: paper.pdf.sha256.clone(),
        };
        paper.cases.iter().map(move |(case, subject)| (*case, fact(*case), Some(*subject)))
    });
    // One job is one entry of the journal for all its papers: either all are known as printed or none.
    record(desk, "print_day", facts)?;
    Ok(Answer::changing(listed(desk)?, &[Topic::Print, Topic::Journal]))
}

/// The papers that were asked for, or all that wait, each set with the marks of its copy.
fn set(desk: &Workplace, language: PaperLanguage, only: &[Text<80>]) -> Result<Vec<Set>, No> {
    let mut papers = Vec::new();
    for (row, kind) in to_print(desk)? {
        let id = waiting_id(&row, kind);
        if !only.is_empty() && !only.iter().any(|asked| asked.as_str() == id) {
            continue;
        }
        let loaded = case::load(desk, row.case)?;
        let cases = cases_of(desk, &loaded, kind)?;
        let copy = next_copy(desk, &cases, paper::code(kind))?;
        let marks = paper::CopyMarks { copy: Some(copy.number()), duplicate: copy.is_duplicate() };
        let pdf = paper::make(desk, &loaded, kind, language, marks)?;
        let (number, name) = about(&row, kind);
        let item = Item { kind: title_of(&paper::title(kind).key), number, name, pages: pdf.pages };
        papers.push(Set { kind, cases, copy, pdf, item });
    }
    if papers.is_empty() {
        return Err(No::denial("nothing-to-print"));
    }
    Ok(papers)
}

/// Cover and papers in one file.
fn whole(desk: &Workplace, papers: &[Set], language: PaperLanguage) -> Result<Pdf, No> {
    let place = match desk.me.office.kind {
        OfficeKind::CareerCentre => &desk.office.career_centre,
        OfficeKind::MobilityCentre => &desk.office.mobility_centre,
    };
    let role = format!("role-{}", crate::say::kebab(crate::people::role_code(desk.me.role)));
    let cover = Cover {
        date: desk.today(),
        body: paper::body(place),
        items: papers.iter().map(|paper| paper.item.clone()).collect(),
        signer: Some(Signer {
            position: title_of(&role),
            name: crate::session::short_name(&desk.me.name),
            signature: None,
        }),
        language: match language {
            PaperLanguage::Ru => Tongue::Ru,
            PaperLanguage::Kk | PaperLanguage::Both => Tongue::Kk,
        },
        marks: Marks::default(),
    };
    let cover = papers::render(&Paper::Cover(Box::new(cover)), paper::language_of(language));
    let cover = cover.map_err(|failure| paper::unprintable(&failure))?;
    let tongue = if language == PaperLanguage::Ru { Tongue::Ru } else { Tongue::Kk };
    let first = words::msg::printing_cover(tongue.lang());
    let titles: Vec<String> =
        papers.iter().map(|paper| format!("{} {}", paper.item.kind.get(tongue), paper.item.number)).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![(first.as_str(), cover.bytes.as_slice())];
    parts
        .extend(titles.iter().zip(papers).map(|(title, paper)| (title.as_str(), paper.pdf.bytes.as_slice())));
    let title = words::msg::printing_day(tongue.lang(), desk.today());
    papers::join(&parts, &title).map_err(|failure| paper::unprintable(&failure))
}

fn title_of(key: &str) -> Both {
    let say = |lang| lookup(lang, key, &[]).unwrap_or_default();
    Both { kk: say(Lang::Kk), ru: say(Lang::Ru) }
}
