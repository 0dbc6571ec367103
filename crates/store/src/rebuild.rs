//! Projections made again from the journal, and compared with what is kept.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, TransactionBehavior};

use crate::error::{Error, Result, Step};
use crate::ids::UserId;
use crate::journal::{self, Event};
use crate::open::{Store, Writer, lock};
use crate::replica;
use crate::table::name::is_whole;
use crate::write::Tx;

/// Tables that are functions of the journal, in an order in which they can be emptied.
const PROJECTIONS: [&str; 8] =
    ["case_row", "case_count", "unprinted", "user_row", "record", "reference", "attachment", "print"];

/// What a comparison found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Names of tables that differ from what the journal says, and of the index when it differs from its table;
    /// empty is good.
    pub differing: Vec<&'static str>,
    pub streams: u64,
    pub events: u64,
}

impl Store {
    /// Empties every projection and fills it again: `rows` is called once for each stream, in the order the
    /// streams began, with the stream's events, and puts its rows through the [`Tx`]. It must not append.
    pub fn rebuild<E: From<Error>>(
        &self,
        rows: impl FnMut(&mut Tx<'_>, &str, &[Event]) -> Result<(), E>,
    ) -> Result<Compared, E> {
        self.rebuild_and(true, rows)
    }

    /// The same, but keeps what is there and only says where it differs.
    pub fn compare_projections<E: From<Error>>(
        &self,
        rows: impl FnMut(&mut Tx<'_>, &str, &[Event]) -> Result<(), E>,
    ) -> Result<Compared, E> {
        self.rebuild_and(false, rows)
    }

    fn rebuild_and<E: From<Error>>(
        &self,
        keep: bool,
        mut rows: impl FnMut(&mut Tx<'_>, &str, &[Event]) -> Result<(), E>,
    ) -> Result<Compared, E> {
        // All rows are written anew before the first old one is let go.
        self.ask_room(self.database_bytes())?;
        let mut writer = lock(&self.writer);
        let Writer { db, replica, .. } = &mut *writer;
        let db =
            db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::sql(Step::Begin))?;
        let before = digests(&db)?;
        let index_is_whole = is_whole(&db)?;
        empty(&db)?;
        let head = journal::head(&db)?;
        let authority = replica::authority(&db)?;
        let mut tx = Tx::for_rebuild(db, replica.clone(), authority, head);
        let mut compared = Compared { differing: Vec::new(), streams: 0, events: 0 };
        let mut after = 0i64;
        while let Some((seq, name)) = next_stream(&tx.db, after)? {
            let events = tx.stream(&name)?;
            if let Some(last) = events.last() {
                // Rows made again carry who and when of the last event, not of the rebuilding.
                (tx.actor, tx.at, tx.civil_date) = (last.actor, last.at, last.civil_date);
            }
            rows(&mut tx, &name, &events)?;
            compared.streams += 1;
            compared.events += events.len() as u64;
            after = seq;
        }
        if tx.head != head {
            return Err(Error::AppendedWhileRebuilding.into());
        }
        let after = digests(&tx.db)?;
        for ((name, kept), made) in PROJECTIONS.into_iter().zip(&before).zip(&after) {
            if kept != made {
                compared.differing.push(name);
            }
        }
        if !index_is_whole {
            compared.differing.push("case_name");
        }
        if keep {
            tx.db.commit().map_err(Error::sql(Step::Commit))?;
        }
        Ok(compared)
    }
}

fn empty(db: &Connection) -> Result<()> {
    let sql = || Error::sql(Step::WriteProjection);
    for table in PROJECTIONS {
        db.execute(&format!("DELETE FROM {table}"), []).map_err(sql())?;
    }
    db.execute("INSERT INTO case_name(case_name) VALUES('delete-all')", []).map(|_| ()).map_err(sql())
}

fn next_stream(db: &Connection, after: i64) -> Result<Option<(i64, String)>> {
    use rusqlite::OptionalExtension;
    db.prepare_cached("SELECT seq, stream FROM event WHERE seq > ?1 AND stream_seq = 1 ORDER BY seq LIMIT 1")
        .and_then(|mut read| read.query_row([after], |row| Ok((row.get(0)?, row.get(1)?))).optional())
        .map_err(Error::sql(Step::ReadJournal))
}

/// One SHA-256 over all rows of each projection, in the order of its key.
fn digests(db: &Connection) -> Result<Vec<[u8; 32]>> {
    PROJECTIONS.iter().map(|table| digest(db, table)).collect()
}

fn digest(db: &Connection, table: &str) -> Result<[u8; 32]> {
    use sha2::{Digest, Sha256};
    let sql = || Error::sql(Step::ReadProjection);
    let order = match table {
        "record" => "kind, id",
        "reference" => "kind, key, valid_from",
        "case_row" => "no",
        "unprinted" => "office, day, form, no",
        "case_count" => "open, office, region, stage, fatal",
        _ => "id",
    };
    let mut read = db.prepare(&format!("SELECT * FROM {table} ORDER BY {order}")).map_err(sql())?;
    let columns = read.column_count();
    let mut rows = read.query([]).map_err(sql())?;
    let mut hash = Sha256::new();
    while let Some(row) = rows.next().map_err(sql())? {
        for column in 0..columns {
            let (tag, bytes): (u8, Vec<u8>) = match row.get_ref(column).map_err(sql())? {
                ValueRef::Null => (0, Vec::new()),
                ValueRef::Integer(value) => (1, value.to_le_bytes().to_vec()),
                ValueRef::Real(value) => (2, value.to_le_bytes().to_vec()),
                ValueRef::Text(value) => (3, value.to_vec()),
                ValueRef::Blob(value) => (4, value.to_vec()),
            };
            hash.update([tag]);
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(&bytes);
        }
    }
    Ok(hash.finalize().into())
}

impl<'a> Tx<'a> {
    fn for_rebuild(
        db: rusqlite::Transaction<'a>,
        replica: replica::Replica,
        authority: replica::Authority,
        head: (u64, [u8; 32]),
    ) -> Tx<'a> {
        Tx {
            db,
            replica,
            authority,
            head,
            actor: UserId(uuid::Uuid::nil()),
            at: chrono::DateTime::UNIX_EPOCH,
            civil_date: chrono::NaiveDate::MIN,
            edition: "",
            command: None,
            topics: std::collections::BTreeSet::new(),
        }
    }
}
