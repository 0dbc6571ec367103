//! The desk's side of exchange: which incarnation of which database this is, and what waits to be sent.
//!
//! A desk that works alone is its own authority: its commands are archived at once and its events are final.
//! Joined to a centre, commands wait until the centre's stream names them, and events are marked as decided
//! here until it confirms them.

use chrono::{DateTime, Utc};
use ed25519_dalek::{Signer, SigningKey};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};

use crate::connect::{get_meta, put_meta};
use crate::error::{Error, Result, Step};
use crate::ids::{CommandId, ReplicaId, SubjectId, UserId};
use crate::keys::Secret;
use crate::keys::seal::sha256;
use crate::open::Store;
use crate::write::{Topic, Tx};

/// Who has the last word on what is decided here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// This desk works alone.
    Own,
    /// A centre confirms or rejects.
    Centre,
}

/// A request, as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCommand {
    pub id: CommandId,
    pub kind: String,
    pub version: u16,
    /// Canonical bytes: JSON with sorted keys and no floats. Kept as they are.
    #[serde(with = "crate::keys::seal::as_hex")]
    pub payload: Vec<u8>,
    /// Versions of the streams its author saw, as `case/…@12`.
    pub expects: Vec<String>,
    /// SHA-256 (hexadecimal) of files that must reach the centre first.
    pub needs: Vec<String>,
    /// Whose personal data the payload holds; destroyed with that person's key.
    pub subject: Option<SubjectId>,
}

impl NewCommand {
    /// A command made now, with an id of its own.
    pub fn new(at: DateTime<Utc>, kind: &str, version: u16, payload: &[u8]) -> Result<Self> {
        Ok(Self {
            id: CommandId::new(at)?,
            kind: kind.to_owned(),
            version,
            payload: payload.to_owned(),
            expects: Vec::new(),
            needs: Vec::new(),
            subject: None,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommandState {
    /// Decided by this desk as its own authority.
    Own,
    /// Not yet named by the centre's stream.
    Waiting,
    /// The centre's stream has it.
    Acknowledged,
    /// The centre said no: a task for its author, never dropped.
    Rejected,
}

impl CommandState {
    fn code(self) -> i64 {
        match self {
            CommandState::Own => 0,
            CommandState::Waiting => 1,
            CommandState::Acknowledged => 2,
            CommandState::Rejected => 3,
        }
    }

    fn from_code(code: i64) -> Option<Self> {
        [Self::Own, Self::Waiting, Self::Acknowledged, Self::Rejected].into_iter().find(|s| s.code() == code)
    }
}

/// A command in the outbox or the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    pub command: NewCommand,
    pub replica: ReplicaId,
    /// 1, 2, 3 … without holes within one replica.
    pub replica_seq: u64,
    pub actor: UserId,
    pub at: DateTime<Utc>,
    pub payload_hash: [u8; 32],
    /// Chain of the replica: hash of the command before and of this one.
    pub hash: [u8; 32],
    /// Public key and signature of the author, over the command itself and not over its number.
    pub signed: Option<([u8; 32], [u8; 64])>,
    pub state: CommandState,
    /// What the centre answered to a rejected one.
    pub answer: Option<String>,
    /// The payload was destroyed with its subject's key.
    pub erased: bool,
}

/// The living incarnation.
#[derive(Clone)]
pub(crate) struct Replica {
    pub(crate) id: ReplicaId,
    pub(crate) key: SigningKey,
}

/// A new identity: when the vault is made, restored, copied or repaired. Unsent commands are renumbered.
/// Runs inside the caller's transaction.
pub(crate) fn renew(db: &Connection, why: &str, at: DateTime<Utc>) -> Result<Replica> {
    let sql = || Error::sql(Step::RenewReplica);
    let secret = Secret::random()?;
    let key = SigningKey::from_bytes(&secret.0);
    let id = ReplicaId::new(at)?;
    db.execute("UPDATE replica SET secret = NULL", []).map_err(sql())?;
    db.execute(
        "INSERT INTO replica(id, ordinal, since, why, public, secret, next_seq, head)
         VALUES(?1, (SELECT coalesce(max(ordinal), 0) + 1 FROM replica), ?2, ?3, ?4, ?5, 1, zeroblob(32))",
        (id, at.timestamp_millis(), why, key.verifying_key().to_bytes(), secret.0),
    )
    .map_err(sql())?;
    renumber(db, id)?;
    Ok(Replica { id, key })
}

/// Gives the waiting commands numbers of the new incarnation, with the same ids and signatures.
fn renumber(db: &Connection, replica: ReplicaId) -> Result<()> {
    let sql = || Error::sql(Step::RenewReplica);
    let mut waiting = db
        .prepare(
            "SELECT c.id, c.payload_hash FROM command c JOIN replica r ON r.id = c.replica
              WHERE c.state = 1 ORDER BY r.ordinal, c.replica_seq",
        )
        .map_err(sql())?;
    let waiting: Vec<(CommandId, [u8; 32])> = waiting
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect)
        .map_err(sql())?;
    let mut head = [0u8; 32];
    let mut next = 1u64;
    for (id, payload_hash) in waiting {
        head = chain(&head, &id, &payload_hash);
        db.execute(
            "UPDATE command SET replica = ?2, replica_seq = ?3, hash = ?4 WHERE id = ?1",
            (id, replica, next as i64, head),
        )
        .map_err(sql())?;
        next += 1;
    }
    db.execute("UPDATE replica SET next_seq = ?2, head = ?3 WHERE id = ?1", (replica, next as i64, head))
        .map(|_| ())
        .map_err(sql())
}

pub(crate) fn living(db: &Connection) -> Result<Replica> {
    let (id, secret): (ReplicaId, [u8; 32]) = db
        .query_row("SELECT id, secret FROM replica WHERE secret IS NOT NULL", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(Error::sql(Step::RenewReplica))?;
    Ok(Replica { id, key: SigningKey::from_bytes(&secret) })
}

/// Nothing is sent or taken until a person has looked at what was restored. `as_of` is the moment the data
/// are of: that of the backup, or of the first opening of a copy.
pub(crate) fn suspend_exchange(db: &Connection, why: &str, as_of: DateTime<Utc>) -> Result<()> {
    put_meta(db, "exchange_suspended", format!("{why} {}", as_of.to_rfc3339()).as_bytes())
}

/// Why exchange stands still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension {
    /// `restored` or `copied`.
    pub why: String,
    /// The moment the data are of; none where an earlier program did not keep it.
    pub as_of: Option<DateTime<Utc>>,
}

pub(crate) fn authority(db: &Connection) -> Result<Authority> {
    Ok(match get_meta(db, "centre")? {
        Some(_) => Authority::Centre,
        None => Authority::Own,
    })
}

fn chain(prev: &[u8; 32], id: &CommandId, payload_hash: &[u8; 32]) -> [u8; 32] {
    sha256(&[b"tanu command 1", prev, id.bytes(), payload_hash])
}

/// What the author signs: the command, not the place it was written at.
pub(crate) fn signed_bytes(
    command: &NewCommand,
    actor: UserId,
    at_ms: i64,
    payload_hash: &[u8; 32],
) -> [u8; 32] {
    let version = command.version.to_le_bytes();
    let expects = command.expects.join("\n");
    let needs = command.needs.join("\n");
    let mut parts: Vec<u8> = Vec::new();
    for part in [
        command.id.bytes(),
        command.kind.as_bytes(),
        &version,
        actor.bytes(),
        &at_ms.to_le_bytes(),
        expects.as_bytes(),
        needs.as_bytes(),
        payload_hash,
    ] {
        parts.extend_from_slice(&(part.len() as u64).to_le_bytes());
        parts.extend_from_slice(part);
    }
    sha256(&[b"tanu signed command 1", &parts])
}

impl Tx<'_> {
    /// Puts the command of this write into the outbox, or the archive when this desk is its own authority.
    pub(crate) fn put_command(&mut self, command: &NewCommand, user_key: Option<&SigningKey>) -> Result<()> {
        let sql = || Error::sql(Step::WriteOutbox);
        let (next, head): (i64, [u8; 32]) = self
            .db
            .prepare_cached("SELECT next_seq, head FROM replica WHERE id = ?1")
            .and_then(|mut read| read.query_row([self.replica.id], |row| Ok((row.get(0)?, row.get(1)?))))
            .map_err(sql())?;
        let after = next.checked_add(1).ok_or(Error::Damaged { step: Step::WriteOutbox, source: None })?;
        let payload_hash = sha256(&[&command.payload]);
        let hash = chain(&head, &command.id, &payload_hash);
        let at = self.at.timestamp_millis();
        let signature = user_key.map(|key| {
            let signature = key.sign(&signed_bytes(command, self.actor, at, &payload_hash));
            (key.verifying_key().to_bytes(), signature.to_bytes())
        });
        let state = match self.authority {
            Authority::Own => CommandState::Own,
            Authority::Centre => CommandState::Waiting,
        };
        let payload = self.lock_for(command.subject, command.id.bytes(), &command.payload)?;
        let list = |items: &Vec<String>| serde_json::to_string(items).unwrap_or_default();
        self.db
            .prepare_cached(
                "INSERT INTO command(id, replica, replica_seq, kind, kind_version, actor, at, expects, needs,
                   subject, payload, payload_hash, hash, user_key, signature, state, state_at)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?7)",
            )
            .and_then(|mut insert| {
                insert.execute(rusqlite::params![
                    command.id,
                    self.replica.id,
                    next,
                    command.kind,
                    command.version,
                    self.actor,
                    at,
                    list(&command.expects),
                    list(&command.needs),
                    command.subject,
                    payload,
                    payload_hash,
                    hash,
                    signature.map(|(key, _)| key),
                    signature.map(|(_, signature)| signature),
                    state.code(),
                ])
            })
            .map_err(sql())?;
        self.db
            .prepare_cached("UPDATE replica SET next_seq = ?2, head = ?3 WHERE id = ?1")
            .and_then(|mut update| update.execute((self.replica.id, after, hash)))
            .map_err(sql())?;
        self.touch(Topic::Outbox);
        Ok(())
    }

    /// The centre's stream named this command: it leaves the outbox for the archive.
    pub fn acknowledge(&mut self, command: CommandId) -> Result<()> {
        self.move_command(command, CommandState::Acknowledged, None)
    }

    /// The centre's stream rejected this command; its content stays for its author.
    pub fn reject(&mut self, command: CommandId, answer: &str) -> Result<()> {
        self.move_command(command, CommandState::Rejected, Some(answer))
    }

    /// After the centre was restored from an older copy: what it lost is sent again, under the same ids.
    pub fn send_again(&mut self, command: CommandId) -> Result<()> {
        self.move_command(command, CommandState::Waiting, None)
    }

    fn move_command(&mut self, command: CommandId, state: CommandState, answer: Option<&str>) -> Result<()> {
        self.db
            .execute(
                "UPDATE command SET state = ?2, state_at = ?3, answer = ?4 WHERE id = ?1",
                (command, state.code(), self.at.timestamp_millis(), answer),
            )
            .map_err(Error::sql(Step::WriteOutbox))?;
        self.touch(Topic::Outbox);
        Ok(())
    }

    /// Joins this desk to a centre: commands of the time alone wait to be sent, in their order.
    pub fn join_centre(&mut self, centre: &str) -> Result<()> {
        put_meta(&self.db, "centre", centre.as_bytes())?;
        self.db
            .execute("UPDATE command SET state = 1 WHERE state = 0", [])
            .map_err(Error::sql(Step::WriteOutbox))?;
        self.authority = Authority::Centre;
        self.replica = renew(&self.db, "joined", self.at)?;
        self.touch(Topic::Outbox);
        Ok(())
    }

    /// A person has looked at the restored data: exchange may go on.
    pub fn confirm_exchange(&mut self) -> Result<()> {
        self.db
            .execute("DELETE FROM meta WHERE key = 'exchange_suspended'", [])
            .map_err(Error::sql(Step::WriteOutbox))?;
        self.touch(Topic::Outbox);
        Ok(())
    }
}

const COLUMNS: &str =
    "id, replica, replica_seq, kind, kind_version, actor, at, expects, needs, subject, payload,
    payload_hash, hash, user_key, signature, state, answer";

impl Store {
    /// Which incarnation of the database this is.
    pub fn replica(&self) -> ReplicaId {
        crate::open::lock(&self.writer).replica.id
    }

    pub fn authority(&self) -> Result<Authority> {
        self.read_with(authority)
    }

    /// Why exchange is suspended, until [`Tx::confirm_exchange`]. A state of this replica, not of the journal.
    pub fn exchange_suspended(&self) -> Result<Option<Suspension>> {
        let kept = self.read_with(|db| get_meta(db, "exchange_suspended"))?;
        Ok(kept.map(|kept| {
            let text = String::from_utf8_lossy(&kept);
            let (why, as_of) = text.split_once(' ').unwrap_or((&text, ""));
            Suspension { why: why.to_owned(), as_of: as_of.parse().ok() }
        }))
    }

    /// What waits to be sent, in order, whoever wrote it. For the exchange itself, not for a screen.
    pub fn to_send(&self, limit: u32) -> Result<Vec<Queued>> {
        if self.exchange_suspended()?.is_some() {
            return Err(Error::ExchangeSuspended);
        }
        self.commands("state = 1 ORDER BY replica_seq LIMIT ?1", [limit])
    }

    /// The outbox of one person: waiting and rejected. Another person's is not shown.
    pub fn outbox(&self, user: UserId) -> Result<Vec<Queued>> {
        self.commands("state IN (1, 3) AND actor = ?1 ORDER BY replica_seq LIMIT 1000", [user])
    }

    /// How many commands wait, of everybody: for the status bar.
    pub fn outbox_count(&self) -> Result<u64> {
        self.read(Step::ReadOutbox, |db| {
            db.prepare_cached("SELECT count(*) FROM command WHERE state IN (1, 3)")?
                .query_row([], |row| row.get::<_, i64>(0))
        })
        .map(|count| count as u64)
    }

    /// One command, in whatever state it is.
    pub fn find_command(&self, id: CommandId) -> Result<Option<Queued>> {
        Ok(self.commands("id = ?1", [id])?.pop())
    }

    fn commands(&self, filter: &str, with: impl rusqlite::Params) -> Result<Vec<Queued>> {
        self.read_with(|db| {
            let mut read = db
                .prepare_cached(&format!("SELECT {COLUMNS} FROM command WHERE {filter}"))
                .map_err(Error::sql(Step::ReadOutbox))?;
            let rows = read.query_map(with, queued).and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>);
            let mut all = rows.map_err(Error::sql(Step::ReadOutbox))?;
            for one in &mut all {
                unlock_payload(db, one)?;
            }
            Ok(all)
        })
    }
}

fn queued(row: &Row<'_>) -> rusqlite::Result<Queued> {
    let list = |text: String| serde_json::from_str(&text).unwrap_or_default();
    let state: i64 = row.get(15)?;
    let key: Option<[u8; 32]> = row.get(13)?;
    let signature: Option<[u8; 64]> = row.get(14)?;
    Ok(Queued {
        command: NewCommand {
            id: row.get(0)?,
            kind: row.get(3)?,
            version: row.get(4)?,
            payload: row.get(10)?,
            expects: list(row.get(7)?),
            needs: list(row.get(8)?),
            subject: row.get(9)?,
        },
        replica: row.get(1)?,
        replica_seq: row.get::<_, i64>(2)? as u64,
        actor: row.get(5)?,
        at: DateTime::from_timestamp_millis(row.get(6)?).unwrap_or_default(),
        payload_hash: row.get(11)?,
        hash: row.get(12)?,
        signed: key.zip(signature),
        state: CommandState::from_code(state).ok_or(rusqlite::Error::IntegralValueOutOfRange(15, state))?,
        answer: row.get(16)?,
        erased: false,
    })
}

fn unlock_payload(db: &Connection, one: &mut Queued) -> Result<()> {
    let Some(subject) = one.command.subject else { return Ok(()) };
    let key = crate::journal::subject_key(db, subject)?;
    match key.and_then(|key| crate::keys::seal::open(&key, one.command.id.bytes(), &one.command.payload)) {
        Some(payload) => one.command.payload = payload,
        None => {
            one.command.payload = Vec::new();
            one.erased = true;
        }
    }
    Ok(())
}

/// Shows every command to a check, which ends with the first thing it finds.
pub(crate) fn for_each_command<T>(
    db: &Connection,
    mut check: impl FnMut(&Queued) -> Option<T>,
) -> Result<Option<T>> {
    let sql = || Error::sql(Step::Verify);
    let mut read = db.prepare(&format!("SELECT {COLUMNS} FROM command ORDER BY rowid")).map_err(sql())?;
    let mut rows = read.query([]).map_err(sql())?;
    while let Some(row) = rows.next().map_err(sql())? {
        let mut one = queued(row).map_err(sql())?;
        unlock_payload(db, &mut one)?;
        if let Some(found) = check(&one) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Checks the chain of the living replica's commands; names the first that does not fit.
pub(crate) fn verify_chain(db: &Connection) -> Result<Option<u64>> {
    let sql = || Error::sql(Step::Verify);
    let replica: Option<(ReplicaId, [u8; 32])> = db
        .query_row("SELECT id, head FROM replica WHERE secret IS NOT NULL", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()
        .map_err(sql())?;
    let Some((replica, head)) = replica else { return Ok(Some(0)) };
    let mut read = db
        .prepare(
            "SELECT replica_seq, id, payload_hash, hash FROM command WHERE replica = ?1 ORDER BY replica_seq",
        )
        .map_err(sql())?;
    let mut rows = read.query([replica]).map_err(sql())?;
    let (mut prev, mut next) = ([0u8; 32], 1i64);
    while let Some(row) = rows.next().map_err(sql())? {
        let (seq, id, payload_hash, hash): (i64, CommandId, [u8; 32], [u8; 32]) = (
            row.get(0).map_err(sql())?,
            row.get(1).map_err(sql())?,
            row.get(2).map_err(sql())?,
            row.get(3).map_err(sql())?,
        );
        prev = chain(&prev, &id, &payload_hash);
        if seq != next || hash != prev {
            return Ok(Some(next as u64));
        }
        next += 1;
    }
    Ok((prev != head).then_some(next as u64))
}
