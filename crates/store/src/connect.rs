//! Connections to the database: how they are opened, with which key and which settings.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use zeroize::Zeroizing;

use crate::anchor::Head;
use crate::error::{Error, Result, Step};
use crate::keys::{KeyRing, Purpose, Secret, seal};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Create,
    Write,
    Read,
}

/// Opens a copy for checking: nothing in it or beside it is changed.
pub(crate) fn connect_to_check(path: &Path, key: &str) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags).map_err(Error::sql(Step::OpenDatabase))?;
    let set_up = Zeroizing::new(format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"{key}\";"));
    db.execute_batch(&set_up).map_err(Error::sql(Step::SetUpConnection))?;
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(Error::sql(Step::OpenDatabase))?;
    Ok(db)
}

/// The raw key and the salt of the database, as the engine reads them.
pub(crate) fn database_key(ring: &KeyRing) -> Zeroizing<String> {
    key_text(&ring.derive(Purpose::Database), &ring.file.salt)
}

pub(crate) fn key_text(key: &Secret, salt: &[u8; 16]) -> Zeroizing<String> {
    let key = Zeroizing::new(seal::hex(&key.0));
    Zeroizing::new(format!("x'{}{}'", *key, seal::hex(salt)))
}

pub(crate) fn connect(path: &Path, key: &str, mode: Mode) -> Result<Connection> {
    // Older engines reset the write-ahead log wrongly (fixed in 3.51.3).
    debug_assert!(rusqlite::version_number() >= 3_051_003, "the bundled engine is new enough");
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if mode == Mode::Create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let db = Connection::open_with_flags(path, flags).map_err(Error::sql(Step::OpenDatabase))?;
    let set_up = Zeroizing::new(format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"{key}\";"));
    db.execute_batch(&set_up).map_err(Error::sql(Step::SetUpConnection))?;
    // A wrong key and a damaged first page look alike; the key file was checked before, so this is damage.
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(Error::sql(Step::OpenDatabase))?;
    let (cache, query_only) = match mode {
        Mode::Create | Mode::Write => (-32768, "OFF"),
        Mode::Read => (-8192, "ON"),
    };
    db.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;
         PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA cache_size = {cache};
         PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 1000; PRAGMA journal_size_limit = 67108864;
         PRAGMA query_only = {query_only};"
    ))
    .map_err(Error::sql(Step::SetUpConnection))?;
    db.set_prepared_statement_cache_capacity(128);
    Ok(db)
}

pub(crate) fn wal_of(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// The journal must reach at least as far as the anchor promises, with the very event it promises.
pub(crate) fn check_head(db: &Connection, promised: &Head) -> Result<()> {
    if promised.seq == 0 {
        return Ok(());
    }
    let sql = || Error::sql(Step::ReadJournal);
    let hash: Option<Vec<u8>> = db
        .query_row("SELECT hash FROM event WHERE seq = ?1", [promised.seq as i64], |row| row.get(0))
        .optional()
        .map_err(sql())?;
    match hash {
        Some(hash) if hash == promised.hash => Ok(()),
        Some(_) => Err(Error::HeadChanged { seq: promised.seq }),
        None => {
            let found: i64 = db
                .query_row("SELECT coalesce(max(seq), 0) FROM event", [], |row| row.get(0))
                .map_err(sql())?;
            Err(Error::TailLost { promised: promised.seq, found: found as u64 })
        }
    }
}

pub(crate) fn get_meta(db: &Connection, key: &str) -> Result<Option<Vec<u8>>> {
    db.prepare_cached("SELECT value FROM meta WHERE key = ?1")
        .and_then(|mut read| read.query_row([key], |row| row.get(0)).optional())
        .map_err(Error::sql(Step::OpenDatabase))
}

pub(crate) fn put_meta(db: &Connection, key: &str, value: &[u8]) -> Result<()> {
    db.execute("INSERT OR REPLACE INTO meta(key, value) VALUES(?1, ?2)", (key, value))
        .map(|_| ())
        .map_err(Error::sql(Step::OpenDatabase))
}
