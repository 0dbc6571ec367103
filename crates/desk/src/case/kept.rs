//! How the facts of a case lie in the journal: who stood behind the fact, and the fact in the stored form
//! of the Rules, word for word, so that what a newer program wrote is given back as it was.

use crate::contract::No;
use rules::case::{By, Entry, Event};
use rules::law::EditionId;
use serde::{Deserialize, Serialize};
use store::{NewEvent, SubjectId};

/// Version of this wrapping.
const VERSION: u16 = 1;

#[derive(Serialize, Deserialize)]
struct Kept {
    by: By,
    /// The stored text of the Rules.
    fact: String,
}

/// A fact to be appended; the person it is about locks it.
pub fn keep(entry: &Entry, subject: SubjectId) -> Result<NewEvent, No> {
    let bug = |_| No::bug("stored-fact");
    let fact = entry.event.to_stored().map_err(bug)?;
    let body = serde_json::to_vec(&Kept { by: entry.by.clone(), fact }).map_err(bug)?;
    Ok(NewEvent::new(entry.event.kind(), VERSION, &body).about(subject))
}

/// What is left of a stream: its facts, and whether the person behind it was erased.
pub struct History {
    pub entries: Vec<Entry>,
    pub erased: bool,
}

/// Reads a stream back.
pub fn read(events: &[store::Event]) -> Result<History, store::Error> {
    let mut entries = Vec::with_capacity(events.len());
    let mut erased = false;
    for event in events {
        let Some(body) = event.body.kept() else {
            erased = true;
            continue;
        };
        let unreadable = |source| store::Error::Unreadable { what: "fact of a case", source };
        let kept: Kept = serde_json::from_slice(body).map_err(|error| unreadable(Some(error)))?;
        let fact = Event::from_stored(&kept.fact).map_err(|_| unreadable(None))?;
        let edition = EditionId::parse(&event.edition).map_err(|_| unreadable(None))?;
        entries.push(Entry { at: event.at, on: event.civil_date, by: kept.by, edition, event: fact });
    }
    Ok(History { entries, erased })
}
