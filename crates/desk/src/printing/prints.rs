//! What is printed here: a paper at once, the papers of the day in one job, what came out of the tray.

use super::{Copy, Order, Print, PrintFailure, Title};
use crate::case::{self, rows::Extra};
use crate::contract::paper::{
    PaperKind, PrintDay, PrintMark, PrintPaper, PrintRow as PrintView, PrinterCard,
};
use crate::contract::session::Nothing;
use crate::contract::{Answer, No, Outcome, Topic};
use crate::paper;
use crate::workplace::Workplace;
use crate::world::wall;
use rules::case::Stage;
use serde::{Deserialize, Serialize};
use store::{CaseId, Event, EventId, Filter, NewEvent, PrintRow, Tx};

/// Facts about prints, as they are kept. A kept shape is never edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum PrintFact {
    PaperPrinted {
        case: CaseId,
        form: String,
        language: String,
        copy: u32,
        copies: u32,
        printer: Option<String>,
        job: String,
        sha256: String,
    },
    PrintLookedAt {
        print: EventId,
        came_out: bool,
    },
}

/// What is kept with a row besides its columns.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Extras {
    language: String,
    copies: u32,
    printer: Option<String>,
    job: String,
    sha256: String,
}

fn stream_of(case: CaseId) -> String {
    format!("print/{case}")
}

/// Makes the rows of one stream of prints.
pub fn rows(tx: &mut Tx<'_>, events: &[Event]) -> Result<(), store::Error> {
    let unreadable = |source| store::Error::Unreadable { what: "fact of a print", source };
    let mut rows: Vec<PrintRow> = Vec::new();
    for event in events {
        let body = event.body.kept().unwrap_or_default();
        let fact: PrintFact = serde_json::from_slice(body).map_err(|error| unreadable(Some(error)))?;
        match fact {
            PrintFact::PaperPrinted { case, form, language, copy, copies, printer, job, sha256 } => {
                let extra = Extras { language, copies, printer, job, sha256 };
                rows.push(PrintRow {
                    id: event.id,
                    stream: case.stream(),
                    form,
                    copy,
                    state: Print::Sent.code().to_owned(),
                    civil_date: event.civil_date,
                    at: event.at,
                    by: event.actor,
                    subject: event.subject,
                    extra: serde_json::to_string(&extra).map_err(|error| unreadable(Some(error)))?,
                });
            }
            PrintFact::PrintLookedAt { print, came_out } => {
                let row = rows.iter_mut().find(|row| row.id == print);
                let looked = row.and_then(|row| {
                    let state = Print::parse(&row.state)?.after_look(came_out)?;
                    row.state = state.code().to_owned();
                    Some(())
                });
                looked.ok_or_else(|| unreadable(None))?;
            }
        }
    }
    rows.iter().try_for_each(|row| tx.put_print(row))
}

fn event(fact: &PrintFact, subject: Option<store::SubjectId>) -> Result<NewEvent, No> {
    let kind = match fact {
        PrintFact::PaperPrinted { .. } => "paper_printed",
        PrintFact::PrintLookedAt { .. } => "print_looked_at",
    };
    let body = serde_json::to_vec(fact).map_err(|_| No::bug("answer"))?;
    let event = NewEvent::new(kind, 1, &body);
    Ok(match subject {
        Some(subject) => event.about(subject),
        None => event,
    })
}

impl From<PrintFailure> for No {
    fn from(failure: PrintFailure) -> Self {
        No::failure(&format!("print-{}", failure.code()))
    }
}

pub fn printers(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<PrinterCard>> {
    let devices = desk.world.printer.list()?;
    let cards = devices.into_iter().map(|device| PrinterCard {
        name: device.name,
        title: device.title,
        default: device.default,
        accepting: device.accepting,
    });
    Ok(Answer::only(cards.collect()))
}

pub fn paper(desk: &mut Workplace, ask: PrintPaper) -> Outcome<PrintView> {
    let loaded = case::load(desk, CaseId(ask.case))?;
    let copy = next_copy(desk, loaded.id, ask.kind)?;
    let marks = paper::CopyMarks { copy: Some(copy.number()), duplicate: copy.is_duplicate() };
    let made = paper::make(desk, &loaded, ask.kind, ask.language, marks)?;
    let serial = u32::try_from(desk.store.prints_on(desk.today())?.len()).unwrap_or(u32::MAX);
    let printer = ask.printer.as_ref().and_then(|name| name.trimmed()).map(str::to_owned);
    let order = Order {
        device: printer.as_deref(),
        title: Title::of_day(desk.today(), serial.saturating_add(1)),
        pdf: &made.bytes,
        copies: ask.copies,
        both_sides: false,
    };
    let job = desk.world.printer.submit(&order)?;
    let fact = PrintFact::PaperPrinted {
        case: loaded.id,
        form: paper::code(ask.kind).to_owned(),
        language: paper::language_code(ask.language).to_owned(),
        copy: copy.number(),
        copies: u32::from(ask.copies),
        printer,
        job: job.0,
        sha256: made.sha256,
    };
    let stream = stream_of(loaded.id);
    desk.append(desk.op_on("print", ""), &stream, None, &[event(&fact, Some(loaded.subject))?], |_| Ok(()))?;
    let row = desk.store.prints_of(&loaded.id.stream())?.into_iter().next_back();
    let row = row.ok_or_else(|| No::bug("print"))?;
    let view = view(desk, &row, ask.kind)?.ok_or_else(|| No::bug("print"))?;
    Ok(Answer::changing(view, &[Topic::Print, Topic::Journal]))
}

/// The copy of a paper that would be printed next.
fn next_copy(desk: &Workplace, case: CaseId, kind: PaperKind) -> Result<Copy, No> {
    let prints = desk.store.prints_of(&case.stream())?;
    let prints: Vec<(Print, u32)> = prints
        .iter()
        .filter(|row| row.form == paper::code(kind))
        .filter_map(|row| {
            let copies = serde_json::from_str::<Extras>(&row.extra).map_or(1, |extra| extra.copies);
            Some((Print::parse(&row.state)?, copies))
        })
        .collect();
    Ok(Copy::after(&prints))
}

/// Final papers that nobody has printed yet: refusals formed and not sent, vouchers that run.
fn to_print(desk: &Workplace) -> Result<Vec<(store::CaseRow, PaperKind)>, No> {
    let papers = [
        (Stage::Refused, PaperKind::Refusal),
        (Stage::DeclineFormed, PaperKind::Refusal),
        (Stage::Issued, PaperKind::Voucher),
    ];
    let mut waiting = Vec::new();
    for (stage, kind) in papers {
        let filter = Filter { stage: vec![stage.code().to_owned()], ..Filter::default() };
        for row in desk.store.queue(&desk.scope(), &filter, None, 200)?.rows {
            let prints = desk.store.prints_of(&row.case.stream())?;
            let is_out = |print: &PrintRow| {
                print.form == paper::code(kind)
                    && Print::parse(&print.state).is_some_and(|print| !print.to_print())
            };
            if !prints.iter().any(is_out) {
                waiting.push((row, kind));
            }
        }
    }
    Ok(waiting)
}

/// How many papers wait to be printed.
pub fn waiting(desk: &Workplace) -> Result<u64, No> {
    Ok(to_print(desk)?.len() as u64)
}

pub fn queue(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<PrintView>> {
    Ok(Answer::only(listed(desk)?))
}

fn listed(desk: &Workplace) -> Result<Vec<PrintView>, No> {
    let mut views = Vec::new();
    for (row, kind) in to_print(desk)? {
        views.push(PrintView {
            id: waiting_id(&row, kind),
            case: row.case.0,
            number: Extra::of(&row).number,
            name: row.name_kk.clone(),
            kind,
            title: paper::title(kind),
            state: Print::Waiting.code().to_owned(),
            copies: 0,
            at: None,
            by: None,
            printer: None,
        });
    }
    for print in desk.store.prints_on(desk.today())? {
        if let Some(kind) = paper::find_kind(&print.form)
            && let Some(view) = view(desk, &print, kind)?
        {
            views.push(view);
        }
    }
    Ok(views)
}

/// A paper that waits has no print yet; it is named by its case and kind.
fn waiting_id(row: &store::CaseRow, kind: PaperKind) -> String {
    format!("{}/{}", row.case, paper::code(kind))
}

/// Nothing when the case is not one this person may see.
fn view(desk: &Workplace, print: &PrintRow, kind: PaperKind) -> Result<Option<PrintView>, No> {
    let Some(case) = print.stream.strip_prefix("case/").and_then(|id| id.parse().ok()).map(CaseId) else {
        return Ok(None);
    };
    let Some(row) = desk.store.find_case(case)?.filter(|row| case::may_see(desk, row)) else {
        return Ok(None);
    };
    let extra: Option<Extras> = serde_json::from_str(&print.extra).ok();
    Ok(Some(PrintView {
        id: print.id.to_string(),
        case: case.0,
        number: Extra::of(&row).number,
        name: row.name_kk,
        kind,
        title: paper::title(kind),
        state: print.state.clone(),
        copies: print.copy,
        at: Some(wall(print.at, desk.office.region)),
        by: Some(desk.name_of(print.by)),
        printer: extra.and_then(|extra| extra.printer),
    }))
}

/// Papers of the day that were asked for, or all that wait.
fn chosen(desk: &Workplace, ask: &PrintDay) -> Result<Vec<(store::CaseRow, PaperKind)>, No> {
    let only = ask.only.as_slice();
    let waiting = to_print(desk)?;
    let wanted = |row: &store::CaseRow, kind| {
        only.is_empty() || only.iter().any(|id| id.as_str() == waiting_id(row, kind))
    };
    Ok(waiting.into_iter().filter(|(row, kind)| wanted(row, *kind)).collect())
}

pub fn day_preview(desk: &mut Workplace, ask: PrintDay) -> Result<Vec<u8>, No> {
    let chosen = chosen(desk, &ask)?;
    let (row, kind) = chosen.first().ok_or_else(|| No::denial("nothing-to-print"))?;
    let loaded = case::load(desk, row.case)?;
    Ok(paper::make(desk, &loaded, *kind, ask.language, paper::CopyMarks::default())?.bytes)
}

pub fn day(desk: &mut Workplace, ask: PrintDay) -> Outcome<Vec<PrintView>> {
    for (row, kind) in chosen(desk, &ask)? {
        let one = PrintPaper {
            case: row.case.0,
            kind,
            language: ask.language,
            printer: ask.printer.clone(),
            copies: 1,
        };
        paper(desk, one)?;
    }
    Ok(Answer::changing(listed(desk)?, &[Topic::Print, Topic::Journal]))
}

pub fn mark(desk: &mut Workplace, mark: PrintMark) -> Outcome<Vec<PrintView>> {
    let id = EventId(mark.id.as_str().parse().map_err(|_| No::invalid("print"))?);
    let print = desk.store.prints_on(desk.today())?.into_iter().find(|row| row.id == id);
    let print = print.ok_or_else(|| No::denial("no-print"))?;
    let case = print.stream.strip_prefix("case/").and_then(|id| id.parse().ok()).map(CaseId);
    let case = case.ok_or_else(|| No::bug("print"))?;
    let fact = PrintFact::PrintLookedAt { print: id, came_out: mark.came_out };
    let event = event(&fact, print.subject)?;
    desk.append(desk.op_on("mark_print", ""), &stream_of(case), None, &[event], |_| Ok(()))?;
    Ok(Answer::changing(listed(desk)?, &[Topic::Print, Topic::Journal]))
}
