//! The journal: what happened, append-only, one hash chain for this database, each event signed by the device.
//!
//! The body of an event is opaque bytes. When it belongs to a person it is locked with that person's key and
//! the chain runs over the ciphertext: destroying the key erases the person and leaves the chain whole.

use chrono::{DateTime, NaiveDate, Utc};
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result, Step};
use crate::ids::{CommandId, EventId, ReplicaId, SubjectId, UserId};
use crate::keys::{Secret, seal};
use crate::open::Store;
use crate::replica::Authority;
use crate::write::{Topic, Tx};

/// Largest body of one event.
const BODY_BYTES_MAX: usize = 16 * 1024 * 1024;

/// A fact to be appended. Who, when and under which edition come from the write it is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Given when the fact was made elsewhere; otherwise made here.
    pub id: Option<EventId>,
    /// In the past tense: `voucher_issued`.
    pub kind: String,
    /// Version of the body's shape.
    pub version: u16,
    /// The person whose data the body holds.
    pub subject: Option<SubjectId>,
    pub body: Vec<u8>,
}

impl NewEvent {
    pub fn new(kind: &str, version: u16, body: &[u8]) -> Self {
        Self { id: None, kind: kind.to_owned(), version, subject: None, body: body.to_owned() }
    }

    /// The same, locked with this person's key.
    pub fn about(mut self, subject: SubjectId) -> Self {
        self.subject = Some(subject);
        self
    }
}

/// What is left of the body of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Kept(Vec<u8>),
    /// The key of its person was destroyed.
    Erased,
}

impl Body {
    pub fn kept(&self) -> Option<&[u8]> {
        match self {
            Body::Kept(bytes) => Some(bytes),
            Body::Erased => None,
        }
    }
}

/// How sure an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finality {
    /// Decided by this desk as its own authority.
    Own,
    /// Decided here, not yet confirmed by the centre.
    Here,
    /// Confirmed by the centre.
    Confirmed,
}

/// A fact in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Place in the journal of this database: 1, 2, 3 …
    pub seq: u64,
    pub id: EventId,
    pub stream: String,
    /// Place in its stream: 1, 2, 3 …
    pub stream_seq: u64,
    pub kind: String,
    pub version: u16,
    pub actor: UserId,
    pub device: ReplicaId,
    /// What the clock said. Order never depends on it.
    pub at: DateTime<Utc>,
    /// The day in the office's time zone, as it was then.
    pub civil_date: NaiveDate,
    pub edition: String,
    pub command: Option<CommandId>,
    pub subject: Option<SubjectId>,
    pub finality: Finality,
    pub body: Body,
    pub hash: [u8; 32],
}

/// A page of the journal, newest first, and how many events there are in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalPage {
    pub events: Vec<Event>,
    pub total: u64,
}

/// A row as it lies in the database: what the chain runs over.
pub(crate) struct Sealed {
    pub(crate) seq: i64,
    pub(crate) id: EventId,
    pub(crate) stream: String,
    pub(crate) stream_seq: i64,
    pub(crate) kind: String,
    pub(crate) version: u16,
    pub(crate) actor: UserId,
    pub(crate) replica: ReplicaId,
    pub(crate) at: i64,
    pub(crate) civil_date: String,
    pub(crate) edition: String,
    pub(crate) command: Option<CommandId>,
    pub(crate) subject: Option<SubjectId>,
    pub(crate) authority: i64,
    pub(crate) body: Vec<u8>,
    pub(crate) hash: [u8; 32],
    pub(crate) signature: [u8; 64],
    confirmed: bool,
}

pub(crate) const COLUMNS: &str =
    "seq, id, stream, stream_seq, kind, kind_version, actor, replica, at, civil_date,
    edition, command, subject, authority, body, hash, signature,
    EXISTS(SELECT 1 FROM confirmation WHERE confirmation.event = event.seq)";

pub(crate) fn sealed(row: &Row<'_>) -> rusqlite::Result<Sealed> {
    Ok(Sealed {
        seq: row.get(0)?,
        id: row.get(1)?,
        stream: row.get(2)?,
        stream_seq: row.get(3)?,
        kind: row.get(4)?,
        version: row.get(5)?,
        actor: row.get(6)?,
        replica: row.get(7)?,
        at: row.get(8)?,
        civil_date: row.get(9)?,
        edition: row.get(10)?,
        command: row.get(11)?,
        subject: row.get(12)?,
        authority: row.get(13)?,
        body: row.get(14)?,
        hash: row.get(15)?,
        signature: row.get(16)?,
        confirmed: row.get(17)?,
    })
}

impl Sealed {
    /// SHA-256 over the hash before and every field, each with its length, the body as ciphertext.
    pub(crate) fn digest(&self, prev: &[u8; 32]) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        };
        add(b"tanu event 1");
        add(prev);
        add(&self.seq.to_le_bytes());
        add(self.id.bytes());
        add(self.stream.as_bytes());
        add(&self.stream_seq.to_le_bytes());
        add(self.kind.as_bytes());
        add(&self.version.to_le_bytes());
        add(self.actor.bytes());
        add(self.replica.bytes());
        add(&self.at.to_le_bytes());
        add(self.civil_date.as_bytes());
        add(self.edition.as_bytes());
        add(self.command.as_ref().map_or(&[], |id| id.bytes()));
        add(self.subject.as_ref().map_or(&[], |id| id.bytes()));
        add(&self.authority.to_le_bytes());
        add(&seal::sha256(&[&self.body]));
        hash.finalize().into()
    }

    pub(crate) fn is_signed_by(&self, key: &VerifyingKey) -> bool {
        key.verify_strict(&self.hash, &Signature::from_bytes(&self.signature)).is_ok()
    }

    pub(crate) fn open(self, db: &Connection) -> Result<Event> {
        let body = match self.subject {
            None => Body::Kept(self.body),
            Some(subject) => match subject_key(db, subject)? {
                None => Body::Erased,
                #[cfg(feature = "bench")]
                Some(_) if crate::bench::is_plain() => Body::Kept(self.body),
                Some(key) => match seal::open(&key, self.id.bytes(), &self.body) {
                    Some(body) => Body::Kept(body),
                    None => {
                        return Err(Error::ChainBroken { what: "the body of event", at: self.seq as u64 });
                    }
                },
            },
        };
        let civil_date = self.civil_date.parse::<NaiveDate>();
        Ok(Event {
            seq: self.seq as u64,
            id: self.id,
            stream: self.stream,
            stream_seq: self.stream_seq as u64,
            kind: self.kind,
            version: self.version,
            actor: self.actor,
            device: self.replica,
            at: DateTime::from_timestamp_millis(self.at).unwrap_or_default(),
            civil_date: civil_date
                .map_err(|_| Error::Unreadable { what: "date of an event", source: None })?,
            edition: self.edition,
            command: self.command,
            subject: self.subject,
            finality: match (self.authority, self.confirmed) {
                (0, _) => Finality::Own,
                (_, true) => Finality::Confirmed,
                (_, false) => Finality::Here,
            },
            body,
            hash: self.hash,
        })
    }
}

pub(crate) fn subject_key(db: &Connection, subject: SubjectId) -> Result<Option<Secret>> {
    db.prepare_cached("SELECT key FROM subject_key WHERE subject = ?1")
        .and_then(|mut read| read.query_row([subject], |row| row.get::<_, [u8; 32]>(0)).optional())
        .map(|key| key.map(Secret))
        .map_err(Error::sql(Step::ReadJournal))
}

/// Last number and hash of the journal.
pub(crate) fn head(db: &Connection) -> Result<(u64, [u8; 32])> {
    db.prepare_cached("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")
        .and_then(|mut read| read.query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?))).optional())
        .map(|head| head.map_or((0, [0; 32]), |(seq, hash)| (seq as u64, hash)))
        .map_err(Error::sql(Step::ReadJournal))
}

fn stream(db: &Connection, stream: &str) -> Result<Vec<Event>> {
    let mut read = db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE stream = ?1 ORDER BY stream_seq"))
        .map_err(Error::sql(Step::ReadJournal))?;
    collect(db, &mut read, [stream])
}

fn collect(
    db: &Connection,
    read: &mut rusqlite::Statement<'_>,
    with: impl rusqlite::Params,
) -> Result<Vec<Event>> {
    let rows: Vec<Sealed> =
        read.query_map(with, sealed).and_then(Iterator::collect).map_err(Error::sql(Step::ReadJournal))?;
    rows.into_iter().map(|row| row.open(db)).collect()
}

impl Store {
    /// The whole history of one stream, in its order.
    pub fn stream(&self, name: &str) -> Result<Vec<Event>> {
        self.read_with(|db| stream(db, name))
    }

    /// The journal after this number, at most 1 000 at a time.
    pub fn events_after(&self, seq: u64, limit: u32) -> Result<Vec<Event>> {
        self.read_with(|db| {
            let mut read = db
                .prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2"))
                .map_err(Error::sql(Step::ReadJournal))?;
            collect(db, &mut read, (seq as i64, limit.min(1000)))
        })
    }

    /// Every event about one person, in order: cases, papers, and who looked at them.
    pub fn events_of(&self, subject: SubjectId) -> Result<Vec<Event>> {
        self.read_with(|db| {
            let mut read = db
                .prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE subject = ?1 ORDER BY seq"))
                .map_err(Error::sql(Step::ReadJournal))?;
            collect(db, &mut read, [subject])
        })
    }

    /// The journal backwards from before this number, of one stream or of all, at most 200 at a time.
    pub fn journal_page(&self, before: Option<u64>, name: Option<&str>, limit: u32) -> Result<JournalPage> {
        self.read_with(|db| {
            let before = before.map_or(i64::MAX, |before| before as i64);
            let of_stream = if name.is_some() { "stream = ?3" } else { "?3 IS NULL" };
            let mut read = db
                .prepare_cached(&format!(
                    "SELECT {COLUMNS} FROM event WHERE seq < ?1 AND {of_stream} ORDER BY seq DESC LIMIT ?2"
                ))
                .map_err(Error::sql(Step::ReadJournal))?;
            let events = collect(db, &mut read, (before, limit.min(200), name))?;
            let total = match name {
                Some(name) => stream_version(db, name)?,
                None => head(db)?.0,
            };
            Ok(JournalPage { events, total })
        })
    }

    /// Last number of the journal.
    pub fn last_seq(&self) -> Result<u64> {
        self.read_with(head).map(|(seq, _)| seq)
    }

    /// Last number of a stream; 0 when it has no events.
    pub fn stream_version(&self, name: &str) -> Result<u64> {
        self.read_with(|db| stream_version(db, name))
    }
}

fn stream_version(db: &Connection, name: &str) -> Result<u64> {
    db.prepare_cached("SELECT coalesce(max(stream_seq), 0) FROM event WHERE stream = ?1")
        .and_then(|mut read| read.query_row([name], |row| row.get::<_, i64>(0)))
        .map(|version| version as u64)
        .map_err(Error::sql(Step::ReadJournal))
}

/// The next number; one that no journal of ours can have reached is damage.
fn following(number: u64) -> Result<i64> {
    let next = i64::try_from(number).ok().and_then(|number| number.checked_add(1));
    next.ok_or(Error::Damaged { step: Step::AppendJournal, source: None })
}

impl Tx<'_> {
    /// Appends facts to a stream. `expects` is the last number its author saw; another one there means that
    /// somebody was faster ([`Error::StreamMoved`]). Returns the numbers in the journal.
    pub fn append(&mut self, stream: &str, expects: Option<u64>, events: &[NewEvent]) -> Result<Vec<u64>> {
        let found = stream_version(&self.db, stream)?;
        if let Some(expected) = expects
            && expected != found
        {
            return Err(Error::StreamMoved { stream: stream.to_owned(), expected, found });
        }
        let mut numbers = Vec::with_capacity(events.len());
        for (stream_seq, event) in (following(found)?..).zip(events) {
            numbers.push(self.append_one(stream, stream_seq, event)?);
        }
        self.touch(Topic::Journal(stream.to_owned()));
        Ok(numbers)
    }

    fn append_one(&mut self, stream: &str, stream_seq: i64, event: &NewEvent) -> Result<u64> {
        if event.body.len() > BODY_BYTES_MAX {
            return Err(Error::TooLarge { what: "the body of an event", limit: BODY_BYTES_MAX as u64 });
        }
        let id = match event.id {
            Some(id) => id,
            None => EventId::new(self.at)?,
        };
        let mut row = Sealed {
            seq: following(self.head.0)?,
            id,
            stream: stream.to_owned(),
            stream_seq,
            kind: event.kind.clone(),
            version: event.version,
            actor: self.actor,
            replica: self.replica.id,
            at: self.at.timestamp_millis(),
            civil_date: self.civil_date.to_string(),
            edition: self.edition.to_owned(),
            command: self.command,
            subject: event.subject,
            authority: match self.authority {
                Authority::Own => 0,
                Authority::Centre => 1,
            },
            body: self.lock_for(event.subject, id.bytes(), &event.body)?,
            hash: [0; 32],
            signature: [0; 64],
            confirmed: false,
        };
        row.hash = row.digest(&self.head.1);
        row.signature = self.replica.key.sign(&row.hash).to_bytes();
        self.db
            .prepare_cached(
                "INSERT INTO event(seq, id, stream, stream_seq, kind, kind_version, actor, replica, at, civil_date,
                   edition, command, subject, authority, body, hash, signature)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
            )
            .and_then(|mut insert| {
                insert.execute(rusqlite::params![
                    row.seq,
                    row.id,
                    row.stream,
                    row.stream_seq,
                    row.kind,
                    row.version,
                    row.actor,
                    row.replica,
                    row.at,
                    row.civil_date,
                    row.edition,
                    row.command,
                    row.subject,
                    row.authority,
                    row.body,
                    row.hash,
                    row.signature,
                ])
            })
            .map_err(Error::sql(Step::AppendJournal))?;
        self.head = (row.seq as u64, row.hash);
        Ok(self.head.0)
    }

    /// The history of a stream as this write sees it, its own events included.
    pub fn stream(&self, name: &str) -> Result<Vec<Event>> {
        stream(&self.db, name)
    }

    /// Marks an event as confirmed by the centre, under the centre's own number.
    pub fn confirm(&mut self, event: EventId, scope: &str, scope_seq: u64) -> Result<()> {
        self.db
            .execute(
                "INSERT OR IGNORE INTO confirmation(event, scope, scope_seq, at)
                 SELECT seq, ?2, ?3, ?4 FROM event WHERE id = ?1",
                (event, scope, scope_seq as i64, self.at.timestamp_millis()),
            )
            .map(|_| ())
            .map_err(Error::sql(Step::AppendJournal))
    }

    /// Locks bytes with a person's key, which is made at the first use; without a person they stay as they are.
    pub(crate) fn lock_for(&self, subject: Option<SubjectId>, aad: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        let Some(subject) = subject else { return Ok(plain.to_owned()) };
        let key = match subject_key(&self.db, subject)? {
            Some(key) => key,
            None => {
                if is_erased(&self.db, subject)? {
                    return Err(Error::Erased);
                }
                let key = Secret::random()?;
                self.db
                    .prepare_cached("INSERT INTO subject_key(subject, key) VALUES(?1, ?2)")
                    .and_then(|mut put| put.execute((subject, key.0)))
                    .map_err(Error::sql(Step::AppendJournal))?;
                key
            }
        };
        #[cfg(feature = "bench")]
        if crate::bench::is_plain() {
            return Ok(plain.to_owned());
        }
        seal::seal(&key, aad, plain)
    }
}

/// An erased person's id gets no second key: what was destroyed must not half come back.
fn is_erased(db: &Connection, subject: SubjectId) -> Result<bool> {
    db.prepare_cached("SELECT EXISTS(SELECT 1 FROM event WHERE subject = ?1)")
        .and_then(|mut read| read.query_row([subject], |row| row.get(0)))
        .map_err(Error::sql(Step::ReadJournal))
}
