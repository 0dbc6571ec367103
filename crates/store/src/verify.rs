//! Looking whether everything is as it was written: keys, pages, index, chain, signatures, commands, attachments.

use std::collections::HashMap;
use std::fmt;

use ed25519_dalek::{Signature, VerifyingKey};
use rusqlite::Connection;

use crate::attachments;
use crate::connect::{Mode, check_head, connect, connect_to_check, database_key};
use crate::error::{Error, Result, Step};
use crate::ids::ReplicaId;
use crate::journal::{self, Sealed};
use crate::keys::{KeyFile, Purpose, Secret, seal};
use crate::open::{Store, lock};
use crate::replica;
use crate::salvage::Salvage;
use crate::table::name::is_whole;

/// What is looked at, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    KeyFile,
    Anchor,
    Pages,
    Tables,
    SearchIndex,
    Journal,
    Commands,
    Attachments,
    Salvage,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Part::KeyFile => "key file",
            Part::Anchor => "anchor",
            Part::Pages => "pages of the database",
            Part::Tables => "tables",
            Part::SearchIndex => "search index",
            Part::Journal => "journal",
            Part::Commands => "commands",
            Part::Attachments => "attachments",
            Part::Salvage => "salvage copy",
        })
    }
}

/// The first broken link of a part.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Broken {
    pub part: Part,
    /// Its number: of an event, a command, an attachment; none where parts have no numbers.
    pub at: Option<u64>,
    /// A code: `hash`, `signature`, `missing`, `order`, `content`, …
    pub what: &'static str,
}

/// What was looked at and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    pub events: u64,
    pub commands: u64,
    pub attachments: u64,
    /// The first broken link of each part; empty is good.
    pub broken: Vec<Broken>,
}

impl Report {
    pub fn is_good(&self) -> bool {
        self.broken.is_empty()
    }

    fn note(&mut self, part: Part, found: Option<(Option<u64>, &'static str)>) {
        self.broken.extend(found.map(|(at, what)| Broken { part, at, what }));
    }
}

type Found = Result<Option<(Option<u64>, &'static str)>>;

impl Store {
    /// Looks at everything and changes nothing. A million events take about a minute.
    pub fn verify(&self) -> Result<Report> {
        let _alone = lock(&self.upkeep);
        // What was torn when the vault was opened was made anew, but is told.
        let mut report = Report { broken: self.torn.clone(), ..Report::default() };
        report.note(Part::KeyFile, self.verify_keys()?);
        let ring = lock(&self.keys).clone();
        // Emptied first, so that the check of the pages sees all of them.
        self.checkpoint()?;
        let key = database_key(&ring);
        let path = self.layout.database();
        // After one bad page the engine refuses everything on that connection, so each part has its own.
        let fresh = || connect(&path, &key, Mode::Read);
        report.note(Part::Anchor, found(self.verify_anchor(fresh), "head")?);
        report.note(Part::Pages, found(connect_to_check(&path, &key).and_then(pages), "page")?);
        report.note(Part::Tables, found(fresh().and_then(tables), "table")?);
        // The check of the index is written as an insert and so needs a connection that may write.
        let index = connect(&path, &key, Mode::Write).and_then(search_index);
        report.note(Part::SearchIndex, found(index, "index")?);
        let chain = fresh().and_then(|db| chain(&db, &mut report.events));
        report.note(Part::Journal, found(chain, "page")?);
        let sent = fresh().and_then(|db| commands(&db, &mut report.commands));
        report.note(Part::Commands, found(sent, "page")?);
        let files = fresh().and_then(|db| self.verify_attachments(&db, &mut report.attachments));
        report.note(Part::Attachments, found(files, "page")?);
        let salvage = Salvage::read(&self.layout.salvage(), &[&ring.derive(Purpose::Salvage)])?;
        report.note(Part::Salvage, (salvage.unread_bytes > 0).then_some((None, "content")));
        Ok(report)
    }

    fn verify_keys(&self) -> Found {
        let ring = lock(&self.keys);
        let bytes = match KeyFile::read_bytes(&self.layout.keys()) {
            Ok(bytes) => bytes,
            Err(Error::NoVault) => return Ok(Some((None, "missing"))),
            Err(error) => return Err(error),
        };
        Ok(match ring.file.to_bytes(&ring.vault_key) {
            Ok(expected) if expected == bytes => None,
            Ok(_) | Err(_) => Some((None, "content")),
        })
    }

    fn verify_anchor(&self, fresh: impl FnOnce() -> Result<Connection>) -> Found {
        let ring = lock(&self.keys).clone();
        let anchor = crate::anchor::Anchor::open(&self.layout.anchor(), &[&ring.derive(Purpose::Anchor)]);
        match anchor {
            Err(Error::AnchorLost) => Ok(Some((None, "missing"))),
            Err(error) => Err(error),
            Ok((anchor, _)) => match check_head(&fresh()?, &anchor.head()) {
                Ok(()) => Ok(anchor.torn().then_some((None, "content"))),
                Err(Error::TailLost { promised, .. }) => Ok(Some((Some(promised), "missing"))),
                Err(Error::HeadChanged { seq }) => Ok(Some((Some(seq), "hash"))),
                Err(error) => Err(error),
            },
        }
    }

    fn verify_attachments(&self, db: &Connection, count: &mut u64) -> Found {
        let sql = || Error::sql(Step::Verify);
        let mut read =
            db.prepare("SELECT address, key, sha256 FROM attachment_key ORDER BY address").map_err(sql())?;
        let mut rows = read.query([]).map_err(sql())?;
        let mut first = None;
        while let Some(row) = rows.next().map_err(sql())? {
            let (address, key, sha256): ([u8; 32], [u8; 32], [u8; 32]) =
                (row.get(0).map_err(sql())?, row.get(1).map_err(sql())?, row.get(2).map_err(sql())?);
            *count += 1;
            let what = match attachments::read_file(&self.layout, &address, &Secret(key)) {
                Ok(content) if seal::sha256(&[&content]) == sha256 => continue,
                Err(Error::NoAttachment) => "missing",
                Ok(_) | Err(_) => "content",
            };
            first = first.or(Some((Some(*count), what)));
        }
        Ok(first)
    }
}

/// A page that cannot be read is a finding, not a failure of the verification.
fn found(outcome: Found, what: &'static str) -> Found {
    match outcome {
        Err(error) if error.is_damage() => Ok(Some((None, what))),
        outcome => outcome,
    }
}

fn pages(db: Connection) -> Found {
    let bad: Vec<String> = db
        .prepare("PRAGMA cipher_integrity_check")
        .and_then(|mut check| check.query_map([], |row| row.get(0))?.collect())
        .map_err(Error::sql(Step::Verify))?;
    // "HMAC verification failed for page 7" names the page.
    let page = bad.first().and_then(|text| text.rsplit(' ').next()).and_then(|page| page.parse().ok());
    Ok((!bad.is_empty()).then_some((page, "page")))
}

fn tables(db: Connection) -> Found {
    let said: String =
        db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(Error::sql(Step::Verify))?;
    Ok((said != "ok").then_some((None, "content")))
}

fn search_index(db: Connection) -> Found {
    Ok((!is_whole(&db)?).then_some((None, "content")))
}

fn chain(db: &Connection, count: &mut u64) -> Found {
    let sql = || Error::sql(Step::Verify);
    let devices = devices(db)?;
    let mut read =
        db.prepare(&format!("SELECT {} FROM event ORDER BY seq", journal::COLUMNS)).map_err(sql())?;
    let mut rows = read.query([]).map_err(sql())?;
    let mut prev = [0u8; 32];
    let mut streams: HashMap<String, i64> = HashMap::new();
    while let Some(row) = rows.next().map_err(sql())? {
        let Ok(event) = journal::sealed(row) else { return Ok(Some((Some(*count + 1), "content"))) };
        let expected = *count as i64 + 1;
        let at = Some(expected as u64);
        if event.seq != expected {
            return Ok(Some((at, "missing")));
        }
        let last = streams.entry(event.stream.clone()).or_insert(0);
        if event.stream_seq != *last + 1 {
            return Ok(Some((at, "order")));
        }
        *last = event.stream_seq;
        if event.hash != event.digest(&prev) {
            return Ok(Some((at, "hash")));
        }
        if !devices.get(&event.replica).is_some_and(|key| event.is_signed_by(key)) {
            return Ok(Some((at, "signature")));
        }
        if !body_opens(db, &event)? {
            return Ok(Some((at, "content")));
        }
        prev = event.hash;
        *count += 1;
    }
    Ok(None)
}

/// Bodies of erased people are closed for ever, which is as it should be.
fn body_opens(db: &Connection, event: &Sealed) -> Result<bool> {
    let Some(subject) = event.subject else { return Ok(true) };
    let key = journal::subject_key(db, subject)?;
    Ok(key.is_none_or(|key| seal::open(&key, event.id.bytes(), &event.body).is_some()))
}

fn devices(db: &Connection) -> Result<HashMap<ReplicaId, VerifyingKey>> {
    let sql = || Error::sql(Step::Verify);
    let mut read = db.prepare("SELECT id, public FROM replica").map_err(sql())?;
    let rows: Vec<(ReplicaId, [u8; 32])> =
        read.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).and_then(Iterator::collect).map_err(sql())?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, key)| VerifyingKey::from_bytes(&key).ok().map(|key| (id, key)))
        .collect())
}

fn commands(db: &Connection, count: &mut u64) -> Found {
    if let Some(at) = replica::verify_chain(db)? {
        return Ok(Some((Some(at), "hash")));
    }
    replica::for_each_command(db, |queued| {
        *count += 1;
        if !queued.erased && seal::sha256(&[&queued.command.payload]) != queued.payload_hash {
            return Some((Some(queued.replica_seq), "content"));
        }
        let (public, signature) = queued.signed.as_ref()?;
        let at = queued.at.timestamp_millis();
        let message = replica::signed_bytes(&queued.command, queued.actor, at, &queued.payload_hash);
        let key = VerifyingKey::from_bytes(public).ok();
        let good =
            key.is_some_and(|key| key.verify_strict(&message, &Signature::from_bytes(signature)).is_ok());
        (!good).then_some((Some(queued.replica_seq), "signature"))
    })
}
