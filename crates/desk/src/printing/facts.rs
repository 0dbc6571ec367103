//! The facts of printing as they are kept in the journal, and the rows that follow from them.

use super::{JobState, Print};
use crate::contract::No;
use serde::{Deserialize, Serialize};
use store::{CaseId, Event, EventId, NewEvent, PrintRow, Tx};

/// Facts about prints, as they are kept. A kept shape is never edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum PrintFact {
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
    /// The spooler gave the job up.
    PrintGivenUp {
        print: EventId,
    },
}

/// What is kept with a row besides its columns.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Extras {
    pub(super) language: String,
    pub(super) copies: u32,
    pub(super) printer: Option<String>,
    pub(super) job: String,
    pub(super) sha256: String,
}

pub(super) fn stream_of(case: CaseId) -> String {
    format!("print/{case}")
}

/// Makes the rows of one stream of prints.
pub(crate) fn rows(tx: &mut Tx<'_>, events: &[Event]) -> Result<(), store::Error> {
    let unreadable = |source| store::Error::Unreadable { what: "fact of a print", source };
    let mut rows: Vec<PrintRow> = Vec::new();
    for event in events {
        // The facts of a person who was erased are gone, and with them the rows.
        let Some(body) = event.body.kept() else { continue };
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
                let moved = changed(&mut rows, print, |state| state.after_look(came_out));
                moved.ok_or_else(|| unreadable(None))?;
            }
            PrintFact::PrintGivenUp { print } => {
                let moved = changed(&mut rows, print, |state| Some(state.after_spooler(JobState::Failed)));
                moved.ok_or_else(|| unreadable(None))?;
            }
        }
    }
    rows.iter().try_for_each(|row| tx.put_print(row))
}

pub(super) fn event(fact: &PrintFact, subject: Option<store::SubjectId>) -> Result<NewEvent, No> {
    let kind = match fact {
        PrintFact::PaperPrinted { .. } => "paper_printed",
        PrintFact::PrintLookedAt { .. } => "print_looked_at",
        PrintFact::PrintGivenUp { .. } => "print_given_up",
    };
    let body = serde_json::to_vec(fact).map_err(|_| No::bug("answer"))?;
    let event = NewEvent::new(kind, 1, &body);
    Ok(match subject {
        Some(subject) => event.about(subject),
        None => event,
    })
}

/// Moves the print of this id into the state that follows; `None` when there is no such print or no such move.
fn changed(rows: &mut [PrintRow], print: EventId, next: impl Fn(Print) -> Option<Print>) -> Option<()> {
    let row = rows.iter_mut().find(|row| row.id == print)?;
    row.state = next(Print::parse(&row.state)?)?.code().to_owned();
    Some(())
}

/// What is kept with a row; nothing when a newer program kept something else.
pub(super) fn extras(row: &PrintRow) -> Option<Extras> {
    serde_json::from_str(&row.extra).ok()
}
