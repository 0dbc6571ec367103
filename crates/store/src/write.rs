//! The one door for writing: journal, projections, search index and outbox change together or not at all.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior};

use crate::anchor::Head;
use crate::error::{Error, Result, Step};
use crate::ids::{CaseId, CommandId, UserId};
use crate::journal;
use crate::keys::{Purpose, seal};
use crate::migrate;
use crate::open::{Store, Writer, lock};
use crate::replica::{self, Authority, NewCommand, Replica};
use crate::reserve::{self, insist};
use crate::room;

/// What is being done, by whom, when. Instant and civil date come from the caller: the store has no clock.
#[derive(Debug, Clone)]
pub struct Op<'a> {
    /// Name of the use case, for the reader of a log.
    pub name: &'static str,
    pub actor: UserId,
    pub at: DateTime<Utc>,
    pub civil_date: NaiveDate,
    /// Edition of the Rules under which it is done.
    pub edition: &'a str,
    /// The request behind it. None for what is not sent anywhere: drafts, settings, views of personal data.
    pub command: Option<NewCommand>,
}

/// What a screen should ask again for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    Journal(String),
    Case(CaseId),
    Queue,
    Users,
    Attachments(String),
    Drafts,
    Prints,
    Views,
    Settings,
    /// Reference data of this kind.
    Reference(String),
    /// A record of this kind.
    Record(String),
    Outbox,
}

/// How a write ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written<T> {
    /// It is on the disk.
    Done { value: T, topics: BTreeSet<Topic>, last_seq: u64 },
    /// The same command was written before; nothing changed now.
    Already { command: CommandId },
}

impl<T> Written<T> {
    /// The value of a first write; nothing after a repeated one.
    pub fn value(self) -> Option<T> {
        match self {
            Written::Done { value, .. } => Some(value),
            Written::Already { .. } => None,
        }
    }
}

/// An open write. Everything done through it becomes durable together, or none of it.
pub struct Tx<'a> {
    pub(crate) db: Transaction<'a>,
    pub(crate) replica: Replica,
    pub(crate) authority: Authority,
    pub(crate) actor: UserId,
    pub(crate) at: DateTime<Utc>,
    pub(crate) civil_date: NaiveDate,
    pub(crate) edition: &'a str,
    pub(crate) command: Option<CommandId>,
    pub(crate) head: (u64, [u8; 32]),
    pub(crate) topics: BTreeSet<Topic>,
}

impl Tx<'_> {
    pub(crate) fn touch(&mut self, topic: Topic) {
        self.topics.insert(topic);
    }
}

/// How much a write may ask of a disk that is nearly full.
#[derive(Clone, Copy)]
enum Weight {
    Work,
    Note,
}

impl Store {
    /// Writes. When it returns [`Written::Done`] the disk has it; when it returns an error nothing changed.
    /// The same command id again changes nothing and gives [`Written::Already`].
    ///
    /// # Errors
    /// [`Error::DiskLow`] when so little room is left that what began might not end.
    pub fn write<T, E: From<Error>>(
        &self,
        op: Op<'_>,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        self.write_as(Weight::Work, op, f)
    }

    /// Writes what must be written down even when no work may begin: who came and went, who looked at whom,
    /// what was printed. Small; on a full disk the reserve makes way for it.
    pub fn note<T, E: From<Error>>(
        &self,
        op: Op<'_>,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        self.write_as(Weight::Note, op, f)
    }

    fn write_as<T, E: From<Error>>(
        &self,
        weight: Weight,
        op: Op<'_>,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        let (salvage_key, anchor_key, user_key, epoch) = {
            let ring = lock(&self.keys);
            let user_key = ring.user_key();
            (ring.derive(Purpose::Salvage), ring.derive(Purpose::Anchor), user_key, ring.file.epoch)
        };
        let mut writer = lock(&self.writer);
        if let Weight::Note = weight {
            self.make_way_for_a_note(&writer)?;
        }
        if writer.anchor_is_behind {
            insist(&self.layout, || catch_up(&mut writer, &anchor_key, epoch))?;
        }
        let Writer { db, anchor, salvage, replica, anchor_is_behind } = &mut *writer;
        let db =
            db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::sql(Step::Begin))?;
        if let Some(command) = &op.command
            && was_written(&db, command)?
        {
            return Ok(Written::Already { command: command.id });
        }
        if let Weight::Work = weight {
            self.ask_room(0)?;
        }
        let head_before = journal::head(&db)?;
        let mut tx = Tx {
            authority: replica::authority(&db)?,
            replica: replica.clone(),
            actor: op.actor,
            at: op.at,
            civil_date: op.civil_date,
            edition: op.edition,
            command: op.command.as_ref().map(|command| command.id),
            head: head_before,
            topics: BTreeSet::new(),
            db,
        };
        let value = f(&mut tx)?;
        if let Some(command) = &op.command {
            // Only the person who opened the vault can sign; work of another is signed when they come back.
            let signs = self.user().is_some_and(|user| user == op.actor);
            tx.put_command(command, user_key.as_ref().filter(|_| signs))?;
        }
        note_latest(&tx)?;
        let Tx { db, replica: renewed, head, topics, .. } = tx;
        // Before the commit, so that what was called saved is always in the salvage copy too.
        let mark = match &op.command {
            Some(command) => {
                let record = salvage_record(&op, command)?;
                Some(insist(&self.layout, || salvage.append(&salvage_key, &record))?)
            }
            None => None,
        };
        if let Err(error) = db.commit() {
            if let Some(mark) = mark {
                salvage.undo(mark);
            }
            return Err(Error::sql(Step::Commit)(error).into());
        }
        *replica = renewed;
        if head != head_before {
            let head = Head { schema: migrate::LATEST, epoch, seq: head.0, hash: head.1 };
            // The commit is durable: a failing anchor must not call it lost. The next write moves it first.
            *anchor_is_behind = insist(&self.layout, || anchor.set(&anchor_key, head)).is_err();
        }
        Ok(Written::Done { value, topics, last_seq: head.0 })
    }

    /// On a nearly full disk the log is emptied first: what it takes already is room for the note too.
    fn make_way_for_a_note(&self, writer: &Writer) -> Result<()> {
        let wanted = self.room.note_bytes;
        if !reserve::is_below(&self.layout, wanted) {
            return Ok(());
        }
        let emptied = insist(&self.layout, || {
            let look = |row: &rusqlite::Row<'_>| Ok(row.get::<_, i64>(1)? == row.get::<_, i64>(2)?);
            let emptied = writer.db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], look);
            emptied.map_err(Error::sql(Step::Checkpoint))
        })?;
        let log = if emptied { room::log_bytes(&self.layout) } else { 0 };
        reserve::make_way(&self.layout, wanted.saturating_sub(log));
        Ok(())
    }

    pub(crate) fn catch_up_anchor(&self) -> Result<()> {
        let (key, epoch) = {
            let ring = lock(&self.keys);
            (ring.derive(Purpose::Anchor), ring.file.epoch)
        };
        let mut writer = lock(&self.writer);
        insist(&self.layout, || catch_up(&mut writer, &key, epoch))
    }
}

/// Brings the anchor to the head of the journal, after a kill between commit and anchor.
fn catch_up(writer: &mut Writer, key: &crate::keys::Secret, epoch: u64) -> Result<()> {
    let (seq, hash) = journal::head(&writer.db)?;
    let head = Head { schema: migrate::LATEST, epoch, seq, hash };
    // Twice when one of the places was torn, so that both are good again.
    if writer.anchor.torn() {
        writer.anchor.set(key, head)?;
        writer.anchor.set(key, head)?;
    } else if writer.anchor.head() != head {
        writer.anchor.set(key, head)?;
    }
    writer.anchor_is_behind = false;
    Ok(())
}

/// True when this command was written before; a command with the same id and another content is refused.
fn was_written(db: &Transaction<'_>, command: &NewCommand) -> Result<bool> {
    let hash: Option<[u8; 32]> = db
        .prepare_cached("SELECT payload_hash FROM command WHERE id = ?1")
        .and_then(|mut read| read.query_row([command.id], |row| row.get(0)).optional())
        .map_err(Error::sql(Step::Begin))?;
    match hash {
        None => Ok(false),
        Some(hash) if hash == seal::sha256(&[&command.payload]) => Ok(true),
        Some(_) => Err(Error::CommandIdReused),
    }
}

/// The latest instant ever written: a clock set back is noticed by it.
fn note_latest(tx: &Tx<'_>) -> Result<()> {
    let at = tx.at.timestamp_millis();
    let latest: Option<i64> = tx
        .db
        .prepare_cached("SELECT value FROM meta WHERE key = 'latest'")
        .and_then(|mut read| read.query_row([], |row| row.get(0)).optional())
        .map_err(Error::sql(Step::Begin))?;
    if latest.is_none_or(|latest| latest < at) {
        tx.db
            .prepare_cached("INSERT OR REPLACE INTO meta(key, value) VALUES('latest', ?1)")
            .and_then(|mut put| put.execute([at]))
            .map_err(Error::sql(Step::Begin))?;
    }
    Ok(())
}

/// A command with what is needed to do it again on a restored database.
#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct SalvageRecord {
    pub(crate) name: String,
    pub(crate) actor: UserId,
    pub(crate) at: DateTime<Utc>,
    pub(crate) civil_date: NaiveDate,
    pub(crate) edition: String,
    pub(crate) command: NewCommand,
}

/// True when the command of this record still waits to be sent.
pub(crate) fn is_waiting(db: &rusqlite::Connection, record: &[u8]) -> Result<bool> {
    let Ok(record) = serde_json::from_slice::<SalvageRecord>(record) else { return Ok(false) };
    db.query_row(
        "SELECT EXISTS(SELECT 1 FROM command WHERE id = ?1 AND state IN (1, 3))",
        [record.command.id],
        |row| row.get(0),
    )
    .map_err(Error::sql(Step::ReadOutbox))
}

fn salvage_record(op: &Op<'_>, command: &NewCommand) -> Result<Vec<u8>> {
    let record = SalvageRecord {
        name: op.name.to_owned(),
        actor: op.actor,
        at: op.at,
        civil_date: op.civil_date,
        edition: op.edition.to_owned(),
        command: command.clone(),
    };
    serde_json::to_vec(&record).map_err(|source| Error::Unreadable { what: "command", source: Some(source) })
}
