//! Upgrades of the database, one step each, tried on a database of every released version.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::error::{Error, Result, Step};
use crate::keys::seal::{hex, sha256};

/// One upgrade. Its number is its place in the list, from 1.
struct Migration {
    name: &'static str,
    sql: &'static str,
    /// SHA-256 of every table, index and trigger there is after this step.
    shape: &'static str,
}

const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "first",
        sql: include_str!("0001_first.sql"),
        shape: "de0897911082c57996f531bc19e5278f9bc1e01e7e24391ea92ba07bcaa9579f",
    },
    Migration {
        name: "print_state",
        sql: include_str!("0002_print_state.sql"),
        shape: "d7f7674fbc952724c69223fbb4c5bef4531885668145b0b3592e65ffe2afab19",
    },
    Migration {
        name: "queue",
        sql: include_str!("0003_queue.sql"),
        shape: "9b6f437b49166d002d7092b792216f84404762e450c7211fbf9a8073df614bea",
    },
    Migration {
        name: "search",
        sql: include_str!("0004_search.sql"),
        shape: "6adca5bed4bd55841e4e88335380ec737770e8dc4453191f8d3d839ee5e43b82",
    },
    Migration {
        name: "waiting",
        sql: include_str!("0005_waiting.sql"),
        shape: "43b59b1852e3b3b043cb102413b3e28a89b4f2156a17e2560b9b9620e433904b",
    },
    Migration {
        name: "pages",
        sql: include_str!("0006_pages.sql"),
        shape: "43b59b1852e3b3b043cb102413b3e28a89b4f2156a17e2560b9b9620e433904b",
    },
    Migration {
        name: "open",
        sql: include_str!("0007_open.sql"),
        shape: "b79e7549c5aa7980be2cedabd8cc5f51703fff737b097c6c29f66d2bd46fd53c",
    },
];

const TABLE_OF_STEPS: &str =
    "CREATE TABLE IF NOT EXISTS migration(version INTEGER PRIMARY KEY, name TEXT NOT NULL,
               checksum BLOB NOT NULL, at INTEGER NOT NULL)";

/// The schema this program writes.
pub(crate) const LATEST: u32 = MIGRATIONS.len() as u32;

pub(crate) fn version(db: &Connection) -> Result<u32> {
    db.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(Error::sql(Step::OpenDatabase))
}

/// Refuses a database of a newer program, before anything in it is touched.
pub(crate) fn refuse_newer(found: u32) -> Result<()> {
    if found > LATEST { Err(Error::NewerDatabase { found, known: LATEST }) } else { Ok(()) }
}

/// Refuses a database in which anything but our own tables, indexes and triggers stands, before anything in it
/// is used: somebody with the key may have put a view in place of a table, or a trigger that acts on our data.
pub(crate) fn refuse_foreign(db: &Connection) -> Result<()> {
    let found = version(db)?;
    refuse_newer(found)?;
    let last = usize::try_from(found).ok().and_then(|found| MIGRATIONS.get(found.checked_sub(1)?));
    // Without a step there are no tables: they were lost.
    let expected = last.ok_or(Error::Damaged { step: Step::OpenDatabase, source: None })?;
    if shape(db)? == expected.shape { Ok(()) } else { Err(Error::ForeignSchema) }
}

/// SHA-256 over what `sqlite_schema` says, however a checkout ends its lines.
fn shape(db: &Connection) -> Result<String> {
    let sql = || Error::sql(Step::OpenDatabase);
    let mut read = db
        .prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
        .map_err(sql())?;
    let mut rows = read.query([]).map_err(sql())?;
    let mut all = String::new();
    while let Some(row) = rows.next().map_err(sql())? {
        for column in 0..4 {
            let said: String = row.get(column).map_err(sql())?;
            all.extend(said.split_whitespace().flat_map(|word| [word, " "]));
            all.push('\0');
        }
    }
    Ok(hex(&sha256(&[all.as_bytes()])))
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
            let kept: Option<[u8; 32]> = db
                .query_row("SELECT checksum FROM migration WHERE version = ?1", [number], |row| row.get(0))
                .optional()
                .map_err(sql())?;
            if kept.as_ref() != Some(&checksum) {
                return Err(Error::ForeignMigration { version: number });
            }
            continue;
        }
        let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(sql())?;
        tx.execute_batch(TABLE_OF_STEPS).map_err(sql())?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kept_shape_of_each_version_is_what_its_steps_make() {
        let mut db = Connection::open_in_memory().unwrap();
        upgrade(&mut db, DateTime::UNIX_EPOCH).unwrap();
        for (version, migration) in (1..).zip(MIGRATIONS) {
            let db = Connection::open_in_memory().unwrap();
            db.execute_batch(TABLE_OF_STEPS).unwrap();
            for earlier in &MIGRATIONS[..version] {
                db.execute_batch(earlier.sql).unwrap();
            }
            assert_eq!(shape(&db).unwrap(), migration.shape, "after step {version}, {}", migration.name);
        }
        assert!(refuse_foreign(&db).is_ok(), "what an upgrade makes is ours");
    }
}
