//! Rows from facts: what the queue, the list of people and the office show, made from the journal and from
//! nothing else. The same functions run when a fact is written and when everything is made again.

use crate::contract::No;
use crate::law::Books;
use crate::office::OfficeChanged;
use crate::people::PersonFact;
use crate::workplace::OfficeFile;
use chrono::{DateTime, NaiveDate, Utc};
use store::{Event, NewEvent, Op, Reference, Store, Tx, UserId, UserRow};

/// Streams that are not of a case or a person.
pub const OFFICE: &str = "office";
pub const SESSION: &str = "session";
/// Views of personal data and exports.
pub const ACCESS: &str = "access";

/// What rows depend on besides their facts.
pub struct Here<'a> {
    pub office: &'a OfficeFile,
    pub books: &'a Books,
}

/// Makes the rows of one stream again, inside the write that changed it.
pub fn stream(tx: &mut Tx<'_>, name: &str, here: &Here<'_>) -> Result<(), store::Error> {
    // The streams of sessions and views grow with every look; nothing is read of them to make no row.
    let has_rows = name == OFFICE || matches!(name.split_once('/'), Some(("person" | "case" | "print", _)));
    if !has_rows {
        return Ok(());
    }
    let events = tx.stream(name)?;
    rows(tx, name, &events, here)
}

/// Puts the rows that follow from the facts of a stream.
pub fn rows(tx: &mut Tx<'_>, name: &str, events: &[Event], here: &Here<'_>) -> Result<(), store::Error> {
    match name.split_once('/') {
        None if name == OFFICE => office_row(tx, events),
        Some(("person", id)) => person_row(tx, id, events),
        Some(("case", id)) => crate::case::rows::put(tx, id, events, here),
        Some(("print", _)) => crate::printing::rows(tx, events),
        // Sessions and views of data are only read as the journal.
        Some(_) | None => Ok(()),
    }
}

/// Makes every row again and says which tables had differed from the journal.
pub fn rebuild(store: &Store, here: &Here<'_>) -> Result<store::Compared, No> {
    Ok(store.rebuild(|tx, name, events| rows(tx, name, events, here))?)
}

/// Compares every row with the journal and changes nothing.
pub fn compare(store: &Store, here: &Here<'_>) -> Result<store::Compared, No> {
    Ok(store.compare_projections(|tx, name, events| rows(tx, name, events, here))?)
}

/// The office of this store.
pub fn office(store: &Store, day: NaiveDate) -> Result<Option<OfficeFile>, No> {
    // The office holds from its first day on; a clock set back must not lose it.
    let rows = store.references(OFFICE)?;
    let row = rows.iter().rfind(|row| row.valid_from <= day).or(rows.first());
    match row {
        None => Ok(None),
        Some(row) => serde_json::from_str(&row.body).map(Some).map_err(|_| No::failure("no-office")),
    }
}

/// The office as it stood from each place of the journal on, oldest first: what was issued then says for ever
/// what the office said of itself then.
pub(crate) fn offices(store: &Store) -> Result<Vec<(u64, OfficeFile)>, No> {
    let events = store.stream(OFFICE)?;
    Ok(office_after(&events)?.into_iter().map(|(event, office)| (event.seq, office)).collect())
}

/// The office after each of the facts that said something of it.
fn office_after(events: &[Event]) -> Result<Vec<(&Event, OfficeFile)>, store::Error> {
    let unreadable = |source| store::Error::Unreadable { what: "fact about the office", source };
    let mut all: Vec<(&Event, OfficeFile)> = Vec::new();
    for event in events {
        let body = event.body.kept().unwrap_or_default();
        match event.kind.as_str() {
            "office_founded" => {
                all.push((event, serde_json::from_slice(body).map_err(|error| unreadable(Some(error)))?));
            }
            OfficeChanged::KIND => {
                let changed: OfficeChanged =
                    serde_json::from_slice(body).map_err(|error| unreadable(Some(error)))?;
                let (_, before) = all.last().ok_or_else(|| unreadable(None))?;
                let OfficeChanged { career_centre, mobility_centre } = changed;
                all.push((event, OfficeFile { career_centre, mobility_centre, ..before.clone() }));
            }
            // The same stream tells of checks and copies of the vault, which change nothing of the office.
            _ => {}
        }
    }
    Ok(all)
}

fn office_row(tx: &mut Tx<'_>, events: &[Event]) -> Result<(), store::Error> {
    let unreadable = |source| store::Error::Unreadable { what: "fact about the office", source };
    for (event, office) in office_after(events)? {
        tx.put_label(&crate::backup::Label::of(&office).text())?;
        tx.put_reference(&Reference {
            kind: OFFICE.to_owned(),
            key: "here".to_owned(),
            valid_from: event.civil_date,
            valid_to: None,
            body: serde_json::to_string(&office).map_err(|error| unreadable(Some(error)))?,
        })?;
    }
    Ok(())
}

/// The first fact of a new store: which office it belongs to.
pub(crate) fn found(
    store: &Store,
    office: &OfficeFile,
    by: UserId,
    at: DateTime<Utc>,
    day: NaiveDate,
) -> Result<(), No> {
    let body = serde_json::to_vec(office).map_err(|_| No::bug("answer"))?;
    let event = NewEvent::new("office_founded", 1, &body);
    write_first(store, office, "found_office", OFFICE, &event, (by, at, day))
}

pub(crate) fn add_first_person(
    store: &Store,
    office: &OfficeFile,
    by: UserId,
    at: DateTime<Utc>,
    day: NaiveDate,
    fact: &PersonFact,
) -> Result<(), No> {
    let stream = crate::people::stream_of(by);
    write_first(store, office, "add_person", &stream, &fact.event()?, (by, at, day))
}

fn write_first(
    store: &Store,
    office: &OfficeFile,
    name: &'static str,
    stream_name: &str,
    event: &NewEvent,
    (actor, at, civil_date): (UserId, DateTime<Utc>, NaiveDate),
) -> Result<(), No> {
    let books = Books::shipped()?;
    let here = Here { office, books: &books };
    let op = Op { name, actor, at, civil_date, edition: "", command: None };
    store.write(op, |tx| {
        tx.append(stream_name, None, std::slice::from_ref(event))?;
        stream(tx, stream_name, &here)
    })?;
    Ok(())
}

fn person_row(tx: &mut Tx<'_>, id: &str, events: &[Event]) -> Result<(), store::Error> {
    let unreadable = |source| store::Error::Unreadable { what: "fact about a person", source };
    let user = UserId(id.parse().map_err(|_| unreadable(None))?);
    let mut row: Option<UserRow> = None;
    for event in events {
        let body = event.body.kept().unwrap_or_default();
        let fact: PersonFact = serde_json::from_slice(body).map_err(|error| unreadable(Some(error)))?;
        match (fact, &mut row) {
            (PersonFact::PersonAdded { login, name, role, office, territory, key }, _) => {
                row = Some(UserRow {
                    user,
                    login,
                    name_kk: name.clone(),
                    name_ru: name,
                    roles: vec![role],
                    office,
                    territory,
                    disabled: false,
                    public: key.and_then(|key| key_of(&key)),
                    extra: "{}".to_owned(),
                });
            }
            (PersonFact::RoleChanged { role, office }, Some(row)) => {
                row.roles = vec![role];
                row.office = office;
            }
            (PersonFact::PersonDisabled {}, Some(row)) => row.disabled = true,
            (PersonFact::PasswordChanged { own: _, key }, Some(row)) => {
                if let Some(key) = key.and_then(|key| key_of(&key)) {
                    row.public = Some(key);
                }
            }
            (
                PersonFact::RoleChanged { .. }
                | PersonFact::PersonDisabled {}
                | PersonFact::PasswordChanged { .. },
                None,
            ) => return Err(unreadable(None)),
        }
    }
    match row {
        Some(row) => tx.put_user(&row),
        None => Ok(()),
    }
}

fn key_of(hex: &str) -> Option<[u8; 32]> {
    let mut key = [0u8; 32];
    if hex.len() != 64 {
        return None;
    }
    for (place, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(key)
}
