//! What is printed here: a paper at once, what the spooler and the tray say of it, and the list of the day.

use super::facts::{self, Extras, PrintFact};
use super::{Copy, JobId, JobState, Order, Print, PrintFailure, Printer, Title};
use crate::case::{self, Loaded, rows::Extra};
use crate::contract::paper::{PaperKind, PrintMark, PrintPaper, PrintRow as PrintView, PrinterCard};
use crate::contract::session::Nothing;
use crate::contract::{Answer, No, Outcome, Said, Topic};
use crate::paper;
use crate::project;
use crate::services::{Key, Sheet, mark_of};
use crate::workplace::Workplace;
use crate::world::wall;
use chrono::NaiveDate;
use rules::case::{Case, Stage};
use std::collections::{BTreeMap, BTreeSet};
use store::{CaseId, EventId, PrintRow, SubjectId};

impl From<PrintFailure> for No {
    fn from(failure: PrintFailure) -> Self {
        let said = Said::new(format!("spooler-{}", failure.code()));
        let said = match &failure {
            PrintFailure::Copies { asked } => said.with("asked", u32::from(*asked)),
            PrintFailure::Silent { seconds } => {
                said.with("seconds", u32::try_from(*seconds).unwrap_or(u32::MAX))
            }
            PrintFailure::Refused { said: text } => said.with("text", text.as_str()),
            PrintFailure::NoSpooler(_)
            | PrintFailure::NoPrinter
            | PrintFailure::UnknownPrinter
            | PrintFailure::NotAPdf
            | PrintFailure::Run { .. }
            | PrintFailure::Write { .. } => said,
        };
        No::failure(&format!("print-{}", failure.code())).saying(said)
    }
}

pub(crate) fn printers(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<PrinterCard>> {
    Ok(Answer::only(cards(&*desk.world.printer)?))
}

pub(crate) fn cards(printer: &dyn Printer) -> Result<Vec<PrinterCard>, No> {
    let devices = match printer.list() {
        Ok(devices) => devices,
        // A computer without a spooler, or with one that is not running, is a computer without printers:
        // papers are saved there. A print that is tried all the same says why it cannot be.
        Err(PrintFailure::NoSpooler(_) | PrintFailure::Refused { .. }) => Vec::new(),
        Err(failure) => return Err(failure.into()),
    };
    let cards = devices.into_iter().map(|device| PrinterCard {
        name: device.name,
        title: device.title,
        default: device.default,
        accepting: device.accepting,
    });
    Ok(cards.collect())
}

pub(crate) fn paper(desk: &mut Workplace, ask: PrintPaper) -> Outcome<PrintView> {
    let loaded = case::load(desk, CaseId(ask.case))?;
    let cases = cases_of(desk, &loaded, ask.kind)?;
    let form = form_of(&loaded, ask.kind);
    let copy = next_copy(desk, &cases, form)?;
    let marks = marks_of(&loaded, ask.kind, copy);
    let made = paper::make(desk, &loaded, ask.kind, ask.language, marks)?;
    let printer = ask.printer.as_ref().and_then(|name| name.trimmed()).map(str::to_owned);
    let order = Order {
        device: printer.as_deref(),
        title: title(desk)?,
        pdf: &made.bytes,
        copies: ask.copies,
        both_sides: false,
    };
    let job = desk.world.printer.submit(&order)?;
    let fact = |case| PrintFact::PaperPrinted {
        case,
        form: form.to_owned(),
        language: paper::language_code(ask.language).to_owned(),
        copy: copy.number(),
        copies: u32::from(ask.copies),
        printer: printer.clone(),
        job: job.0.clone(),
        sha256: made.sha256.clone(),
    };
    let facts = cases.iter().map(|(case, subject)| (*case, fact(*case), Some(*subject)));
    record(desk, "print", facts)?;
    // Two prints of one moment are told apart by their copy; a failed one of the same copy is not on its way.
    let row = desk
        .store
        .prints_of(&loaded.id.stream())?
        .into_iter()
        .rfind(|row| row.form == form && row.copy == copy.number() && row.state == Print::Sent.code());
    let row = row.ok_or_else(|| No::bug("print"))?;
    let view = view(desk, &row, ask.kind)?.ok_or_else(|| No::bug("print"))?;
    Ok(Answer::changing(view, &[Topic::Print, Topic::Journal]))
}

/// The cases a paper is about: those of the whole act, or the one. Each keeps in its own history that it was
/// printed.
pub(super) fn cases_of(
    desk: &Workplace,
    loaded: &Loaded,
    kind: PaperKind,
) -> Result<Vec<(CaseId, SubjectId)>, No> {
    let is_last =
        |returned: bool| loaded.case.acts.last().is_some_and(|act| act.returned_on.is_some() || !returned);
    let of_act = match kind {
        PaperKind::Act | PaperKind::Persons => is_last(false),
        PaperKind::ActReturn => is_last(true),
        PaperKind::Application
        | PaperKind::Refusal
        | PaperKind::Voucher
        | PaperKind::ExtensionNotice
        | PaperKind::AnnulmentNotice
        | PaperKind::ReinstatementNotice
        | PaperKind::HandOut => false,
    };
    if !of_act {
        return Ok(vec![(loaded.id, loaded.subject)]);
    }
    let sheet = Sheet::of_case(desk, loaded)?;
    Ok(sheet.members.iter().map(|member| (member.loaded.id, member.loaded.subject)).collect())
}

/// Facts about prints, each in the history of its case: all of them are known or none.
pub(super) fn record(
    desk: &Workplace,
    name: &'static str,
    facts: impl IntoIterator<Item = (CaseId, PrintFact, Option<SubjectId>)>,
) -> Result<(), No> {
    let mut events = Vec::new();
    for (case, fact, subject) in facts {
        events.push((facts::stream_of(case), facts::event(&fact, subject)?));
    }
    let here = project::Here { office: &desk.office, books: &desk.books };
    // What is on paper is on paper: a full disk does not keep it out of the journal.
    desk.store.note(desk.op_on(name, ""), |tx| {
        for (stream, event) in &events {
            tx.append(stream, None, std::slice::from_ref(event))?;
            project::stream(tx, stream, &here)?;
        }
        Ok::<(), store::Error>(())
    })?;
    Ok(())
}

/// The day and the place of the next job in it.
pub(crate) fn title(desk: &Workplace) -> Result<Title, No> {
    let printed = u32::try_from(desk.store.prints_on(desk.today())?.len()).unwrap_or(u32::MAX);
    Ok(Title::of_day(desk.today(), printed.saturating_add(1)))
}

/// The form under which a sheet is counted: one of a draft is no sheet of the paper, it neither is its original
/// nor takes it off the papers to print.
fn form_of(loaded: &Loaded, kind: PaperKind) -> &'static str {
    if paper::is_draft(loaded, kind) { paper::DRAFT_OF_REFUSAL } else { paper::code(kind) }
}

fn marks_of(loaded: &Loaded, kind: PaperKind, copy: Copy) -> paper::CopyMarks {
    if paper::is_draft(loaded, kind) {
        return paper::CopyMarks::default();
    }
    paper::CopyMarks { copy: Some(copy.number()), duplicate: copy.is_duplicate() }
}

/// What the next sheet of a paper says of itself, so that what is shown is what comes out of the printer.
pub(crate) fn next_marks(desk: &Workplace, loaded: &Loaded, kind: PaperKind) -> Result<paper::CopyMarks, No> {
    let cases = cases_of(desk, loaded, kind)?;
    Ok(marks_of(loaded, kind, next_copy(desk, &cases, form_of(loaded, kind))?))
}

/// The copy of a paper that would be printed next: of an act, the next after those of all its cases.
pub(super) fn next_copy(desk: &Workplace, cases: &[(CaseId, SubjectId)], form: &str) -> Result<Copy, No> {
    let mut next = Copy::after(&[]);
    for (case, _) in cases {
        let prints = desk.store.prints_of(&case.stream())?;
        let prints: Vec<(Print, u32)> = prints
            .iter()
            .filter(|row| row.form == form)
            .filter_map(|row| {
                Some((Print::parse(&row.state)?, facts::extras(row).map_or(1, |extra| extra.copies)))
            })
            .collect();
        next = next.max(Copy::after(&prints));
    }
    Ok(next)
}

/// The final paper a stage calls for: refusals formed and not sent, vouchers that run, acts sent back; an act on
/// the day it was received or accepted, because a sheet printed before the acceptance does not bear its day.
pub(crate) fn called_for(case: &Case) -> Option<(PaperKind, Option<NaiveDate>)> {
    match case.stage {
        Stage::Refused | Stage::DeclineFormed => Some((PaperKind::Refusal, None)),
        Stage::Issued => Some((PaperKind::Voucher, None)),
        Stage::ActReturned => Some((PaperKind::ActReturn, None)),
        Stage::ActReceived | Stage::ActAccepted => {
            let act = case.act()?;
            let day = act.accepted.as_ref().map_or(act.received_on, |(on, _)| *on);
            Some((PaperKind::Act, Some(day)))
        }
        Stage::New
        | Stage::InReview
        | Stage::RefusalDrafted
        | Stage::AtMobilityCentre
        | Stage::AtRecognitionCentre
        | Stage::Declined
        | Stage::DeclineDrafted
        | Stage::RefusalSent
        | Stage::Confirmed
        | Stage::Used
        | Stage::Protocol
        | Stage::Closed
        | Stage::Annulled
        | Stage::Withdrawn => None,
    }
}

/// Papers of one case, each counted as it is.
const ALONE: [PaperKind; 2] = [PaperKind::Refusal, PaperKind::Voucher];
/// Papers of an act, which may be over several cases.
const OF_ACTS: [PaperKind; 2] = [PaperKind::ActReturn, PaperKind::Act];

/// Final papers that are called for and not on paper yet: refusals, vouchers, acts sent back, acts of today.
/// What did not come out is among them again.
pub(super) fn to_print(desk: &Workplace) -> Result<Vec<(store::CaseRow, PaperKind)>, No> {
    let mut waiting = Vec::new();
    for kind in ALONE {
        let mut rows = desk.store.unprinted(&desk.scope(), desk.today(), &[paper::code(kind)])?;
        // By stage, then by the date that is fatal, as in the queue.
        rows.sort_by_key(|row| (row.stage != Stage::Refused.code(), row.fatal.unwrap_or(NaiveDate::MAX)));
        waiting.extend(rows.into_iter().map(|row| (row, kind)));
    }
    waiting.extend(acts_to_print(desk)?);
    Ok(waiting)
}

fn acts_to_print(desk: &Workplace) -> Result<Vec<(store::CaseRow, PaperKind)>, No> {
    let mut waiting = Vec::new();
    for kind in OF_ACTS {
        let mut rows = desk.store.unprinted(&desk.scope(), desk.today(), &[paper::code(kind)])?;
        rows.sort_by_key(|row| (row.fatal.unwrap_or(NaiveDate::MAX), row.stage == Stage::ActAccepted.code()));
        let mut met = BTreeSet::new();
        for row in rows {
            if is_first_of_act(desk, &row, kind, &mut met)? && may_be_set(desk, &row, kind)? {
                waiting.push((row, kind));
            }
        }
    }
    Ok(waiting)
}

/// An act whose sums cannot be reckoned yet must not hold up the papers of everybody else.
fn may_be_set(desk: &Workplace, row: &store::CaseRow, kind: PaperKind) -> Result<bool, No> {
    if kind != PaperKind::Act {
        return Ok(true);
    }
    let sheet = Sheet::of_case(desk, &case::load(desk, row.case)?)?;
    Ok(paper::services::act(desk, &sheet, paper::CopyMarks::default()).is_ok())
}

/// Whether this row is the first of its act to be met: an act over several cases is one paper.
fn is_first_of_act(
    desk: &Workplace,
    row: &store::CaseRow,
    kind: PaperKind,
    met: &mut BTreeSet<Key>,
) -> Result<bool, No> {
    match kind {
        PaperKind::Act | PaperKind::ActReturn => {
            let mark = mark_of(desk, row)?;
            Ok(mark.is_none_or(|mark| met.insert(Key::of(&row.act, &mark))))
        }
        PaperKind::Application
        | PaperKind::Refusal
        | PaperKind::Voucher
        | PaperKind::ExtensionNotice
        | PaperKind::AnnulmentNotice
        | PaperKind::ReinstatementNotice
        | PaperKind::Persons
        | PaperKind::HandOut => Ok(true),
    }
}

/// How many papers wait to be printed.
pub(crate) fn waiting(desk: &Workplace) -> Result<u64, No> {
    let mut count = acts_to_print(desk)?.len() as u64;
    for kind in ALONE {
        count += desk.store.unprinted_count(&desk.scope(), desk.today(), paper::code(kind))?;
    }
    Ok(count)
}

pub(crate) fn queue(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<PrintView>> {
    let given_up = ask_the_spooler(desk)?;
    let changed: &[Topic] = if given_up { &[Topic::Print, Topic::Journal] } else { &[] };
    Ok(Answer::changing(listed(desk)?, changed))
}

/// Asks the spooler about the jobs of today that nobody has looked for yet, each once; what it gave up goes
/// back among the papers to print. True when something did.
fn ask_the_spooler(desk: &Workplace) -> Result<bool, No> {
    let mut known: BTreeMap<String, JobState> = BTreeMap::new();
    let mut changed = false;
    for print in desk.store.prints_on(desk.today())? {
        let (Some(Print::Sent), Some(Extras { job, .. })) =
            (Print::parse(&print.state), facts::extras(&print))
        else {
            continue;
        };
        let state = *known.entry(job).or_insert_with_key(|job| {
            // A spooler that does not answer has given nothing up.
            desk.world.printer.status(&JobId(job.clone())).unwrap_or(JobState::Unknown)
        });
        if state == JobState::Failed {
            let case = case_of(&print)?;
            let fact = PrintFact::PrintGivenUp { print: print.id };
            record(desk, "print_given_up", [(case, fact, print.subject)])?;
            changed = true;
        }
    }
    Ok(changed)
}

pub(super) fn listed(desk: &Workplace) -> Result<Vec<PrintView>, No> {
    let mut views = Vec::new();
    for (row, kind) in to_print(desk)? {
        let (number, name) = about(&row, kind);
        views.push(PrintView {
            id: waiting_id(&row, kind),
            case: row.case.0,
            number,
            name,
            kind,
            title: paper::title(kind),
            state: Print::Waiting.code().to_owned(),
            copies: 0,
            at: None,
            by: None,
            printer: None,
        });
    }
    let prints = desk.store.prints_on(desk.today())?;
    for (place, print) in prints.iter().enumerate() {
        // The print of an act stands in the history of each of its cases and is one line here.
        let is_told = prints.iter().take(place).any(|other| is_same_sheet(other, print));
        if !is_told
            && let Some(kind) = paper::find_kind(&print.form)
            && let Some(view) = view(desk, print, kind)?
        {
            views.push(view);
        }
    }
    Ok(views)
}

/// Whether two prints are one sheet of paper told by two cases of an act.
fn is_same_sheet(one: &PrintRow, other: &PrintRow) -> bool {
    let sheet = |row: &PrintRow| facts::extras(row).map(|extra| (extra.job, extra.sha256));
    one.form == other.form && one.at == other.at && sheet(one).is_some() && sheet(one) == sheet(other)
}

/// Number and name by which a paper is told: of an act those of the act and its centre, else of the case.
pub(super) fn about(row: &store::CaseRow, kind: PaperKind) -> (String, String) {
    let extra = Extra::of(row);
    match (kind, extra.act) {
        (PaperKind::Act | PaperKind::Persons | PaperKind::ActReturn, Some(mark)) => {
            (row.act.clone(), mark.centre_name)
        }
        (
            PaperKind::Act
            | PaperKind::Persons
            | PaperKind::ActReturn
            | PaperKind::Application
            | PaperKind::Refusal
            | PaperKind::Voucher
            | PaperKind::ExtensionNotice
            | PaperKind::AnnulmentNotice
            | PaperKind::ReinstatementNotice
            | PaperKind::HandOut,
            _,
        ) => (extra.number, row.name_kk.clone()),
    }
}

/// A paper that waits has no print yet; it is named by its case and kind.
pub(super) fn waiting_id(row: &store::CaseRow, kind: PaperKind) -> String {
    format!("{}/{}", row.case, paper::code(kind))
}

fn case_of(print: &PrintRow) -> Result<CaseId, No> {
    let id = print.stream.strip_prefix("case/").and_then(|id| id.parse().ok());
    id.map(CaseId).ok_or_else(|| No::bug("print"))
}

/// Nothing when the case is not one this person may see.
fn view(desk: &Workplace, print: &PrintRow, kind: PaperKind) -> Result<Option<PrintView>, No> {
    let case = case_of(print)?;
    let Some(row) = desk.store.find_case(case)?.filter(|row| case::may_see(desk, row)) else {
        return Ok(None);
    };
    let (number, name) = about(&row, kind);
    Ok(Some(PrintView {
        id: print.id.to_string(),
        case: case.0,
        number,
        name,
        kind,
        title: paper::title(kind),
        state: print.state.clone(),
        copies: print.copy,
        at: Some(wall(print.at, desk.office.region)),
        by: Some(desk.name_of(print.by)),
        printer: facts::extras(print).and_then(|extra| extra.printer),
    }))
}

pub(crate) fn mark(desk: &mut Workplace, mark: PrintMark) -> Outcome<Vec<PrintView>> {
    let id = EventId(mark.id.as_str().parse().map_err(|_| No::invalid("print"))?);
    let prints = desk.store.prints_on(desk.today())?;
    let print = prints.iter().find(|row| row.id == id).ok_or_else(|| No::denial("no-print"))?;
    let mut facts = Vec::new();
    for row in prints.iter().filter(|row| row.id == id || is_same_sheet(row, print)) {
        let case = case_of(row)?;
        if !desk.store.find_case(case)?.is_some_and(|row| case::may_see(desk, &row)) {
            return Err(No::denial("no-print"));
        }
        let fact = PrintFact::PrintLookedAt { print: row.id, came_out: mark.came_out };
        facts.push((case, fact, row.subject));
    }
    record(desk, "mark_print", facts)?;
    Ok(Answer::changing(listed(desk)?, &[Topic::Print, Topic::Journal]))
}
