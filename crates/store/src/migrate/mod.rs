//! Upgrades of the database, one step each, tried on a database of every released version.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::error::{Error, Result, Step};
use crate::keys::seal::sha256;

/// One upgrade. Its number is its place in the list, from 1.
struct Migration {
    name: &'static str,
    sql: &'static str,
}

const MIGRATIONS: &[Migration] = &[
    Migration { name: "first", sql: include_str!("0001_first.sql") },
    Migration { name: "print_state", sql: include_str!("0002_print_state.sql") },
    Migration { name: "queue", sql: include_str!("0003_queue.sql") },
    Migration { name: "search", sql: include_str!("0004_search.sql") },
];

/// The schema this program writes.
pub(crate) const LATEST: u32 = MIGRATIONS.len() as u32;

pub(crate) fn version(db: &Connection) -> Result<u32> {
    db.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(Error::sql(Step::OpenDatabase))
}

/// Refuses a database of a newer program, before anything in it is touched.
pub(crate) fn refuse_newer(found: u32) -> Result<()> {
    if found > LATEST { Err(Error::NewerDatabase { found, known: LATEST }) } else { Ok(()) }
}

/// Brings the database to [`LATEST`], each step whole or not at all, and checks that the steps behind it are ours.
/// Names are then folded as this program folds them.
pub(crate) fn upgrade(db: &mut Connection, at: DateTime<Utc>) -> Result<()> {
    let sql = || Error::sql(Step::Migrate);
    let found = version(db)?;
    refuse_newer(found)?;
    for (number, migration) in (1u32..).zip(MIGRATIONS) {
        // A checkout with Windows line ends is the same migration.
        let sql_text = migration.sql.replace('\r', "");
        let checksum = sha256(&[migration.name.as_bytes(), b"\n", sql_text.as_bytes()]);
        if number <= found {
            let kept: Vec<u8> = db
                .query_row("SELECT checksum FROM migration WHERE version = ?1", [number], |row| row.get(0))
                .map_err(sql())?;
            if kept != checksum {
                return Err(Error::ForeignMigration { version: number });
            }
            continue;
        }
        let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(sql())?;
        tx.execute_batch(
            "CREATE TABLE IF NOT EXISTS migration(version INTEGER PRIMARY KEY, name TEXT NOT NULL,
               checksum BLOB NOT NULL, at INTEGER NOT NULL)",
        )
        .map_err(sql())?;
        tx.execute_batch(migration.sql).map_err(sql())?;
        tx.execute(
            "INSERT INTO migration(version, name, checksum, at) VALUES(?1, ?2, ?3, ?4)",
            (number, migration.name, checksum, at.timestamp_millis()),
        )
        .map_err(sql())?;
        tx.pragma_update(None, "user_version", number).map_err(sql())?;
        tx.commit().map_err(sql())?;
    }
    crate::table::name::fold_anew(db)
}
