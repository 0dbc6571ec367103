//! Connections to the database: how they are opened, with which key and which settings.

use std::path::{Path, PathBuf};
use std::sync::Once;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use zeroize::Zeroizing;

use crate::anchor::Head;
use crate::error::{Error, Result, Step};
use crate::keys::{KeyRing, Purpose, Secret, seal};
use crate::migrate;
use crate::room::LOG_BYTES_MAX;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Create,
    Write,
    Read,
}

/// Opens the file and gives the engine its key. Whether the key is the right one shows at the first read.
pub(crate) fn open_keyed(path: &Path, key: &str, flags: OpenFlags) -> Result<Connection> {
    static ENGINE: Once = Once::new();
    // The engine calls itself started a moment before its cipher is, so that a second thread opening in that
    // moment would be refused its key. What fails here fails again, with its reason, at the opening below.
    ENGINE.call_once(|| drop(Connection::open_in_memory()));
    let db = Connection::open_with_flags(path, flags).map_err(Error::sql(Step::OpenDatabase))?;
    #[cfg(feature = "bench")]
    if crate::bench::is_plain() {
        return Ok(db);
    }
    let set_up = Zeroizing::new(format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"{key}\";"));
    db.execute_batch(&set_up).map_err(Error::sql(Step::SetUpConnection))?;
    // Until its tables are known to be ours, a database is a file from outside like any other.
    for (setting, on) in
        [(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true), (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)]
    {
        db.set_db_config(setting, on).map_err(Error::sql(Step::SetUpConnection))?;
    }
    db.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
        .map_err(Error::sql(Step::SetUpConnection))?;
    Ok(db)
}

/// Opens a copy for checking: nothing in it or beside it is changed.
pub(crate) fn connect_to_check(path: &Path, key: &str) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = open_keyed(path, key, flags)?;
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(Error::sql(Step::OpenDatabase))?;
    migrate::refuse_foreign(&db)?;
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
    let db = open_keyed(path, key, flags)?;
    // A wrong key and a damaged first page look alike; the key file was checked before, so this is damage.
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(Error::sql(Step::OpenDatabase))?;
    if mode != Mode::Create {
        migrate::refuse_foreign(&db)?;
    }
    let (cache, query_only) = match mode {
        Mode::Create | Mode::Write => (-65536, "OFF"),
        Mode::Read => (-8192, "ON"),
    };
    db.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;
         PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA cache_size = {cache};
         PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 1000; PRAGMA journal_size_limit = {LOG_BYTES_MAX};
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

#[cfg(test)]
mod tests {
    use std::hint::spin_loop;
    use std::process::{Command, Stdio};
    use std::sync::Barrier;
    use std::thread;
    use std::time::{Duration, Instant};

    use super::*;

    const NAME: &str = "connect::tests::a_second_thread_may_open_while_the_first_starts_the_engine";
    /// The engine is warm after the first opening, so each program has one chance to meet the fault; each lets the
    /// second thread come a little later.
    const PROGRAMS: u64 = 250;
    const STEP: Duration = Duration::from_micros(1);

    /// With `TANU_CHILD` this is one such program; without it, the one that starts them all.
    #[test]
    fn a_second_thread_may_open_while_the_first_starts_the_engine() {
        if let Ok(program) = std::env::var("TANU_CHILD") {
            return open_both(STEP * program.parse().unwrap());
        }
        for program in 0..PROGRAMS {
            let output = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", NAME, "--nocapture"])
                .env("TANU_CHILD", program.to_string())
                .stdin(Stdio::null())
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "program {program}, {}: {said}", output.status);
        }
    }

    fn open_both(later: Duration) {
        let folder = tempfile::tempdir().unwrap();
        let key = key_text(&Secret([7; 32]), &[9; 16]);
        let together = Barrier::new(2);
        thread::scope(|scope| {
            for (name, wait) in [("first", Duration::ZERO), ("second", later)] {
                let (path, key, together) = (folder.path().join(name), &key, &together);
                scope.spawn(move || {
                    together.wait();
                    let start = Instant::now();
                    while start.elapsed() < wait {
                        spin_loop();
                    }
                    let made = connect(&path, key, Mode::Create).map(drop);
                    assert!(made.is_ok(), "the {name} thread: {made:?}");
                });
            }
        });
    }
}
