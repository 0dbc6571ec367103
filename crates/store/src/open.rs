//! Making, opening and closing a vault: nothing is touched before it is known that it may be.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::anchor::{Anchor, Head};
use crate::connect::{Mode, check_head, connect, database_key, get_meta, put_meta, wal_of};
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::ids::UserId;
use crate::keys::{Attempts, Cost, Credential, KeyFile, KeyRing, NewUser, Purpose, RecoveryCode, Secret};
use crate::layout::Layout;
use crate::migrate;
use crate::place;
use crate::replica::{self, Replica};
use crate::reserve::{self, insist};
use crate::room::{self, Room};
use crate::salvage::Salvage;
use crate::verify::{Broken, Part};

/// What a new vault needs.
pub struct Setup {
    /// The first person with a login, who adds the others.
    pub first: NewUser,
    pub cost: Cost,
    pub room: Room,
    pub at: DateTime<Utc>,
}

/// What the clock of this PC says beside the latest instant already in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    Sound,
    /// The clock stands before what was already recorded, by more than ten minutes.
    Behind {
        latest: DateTime<Utc>,
    },
}

/// How long a login has to wait before the next try, and after how many wrong ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    pub seconds: u64,
    pub tries: u32,
}

/// An open vault. Shared by reference between threads; closed by [`Store::lock`] or when dropped.
pub struct Store {
    pub(crate) layout: Layout,
    pub(crate) writer: Mutex<Writer>,
    readers: Mutex<Readers>,
    pub(crate) keys: Mutex<KeyRing>,
    /// Held by what works on the whole vault: backup, rekey, erasure. Never two of them at once.
    pub(crate) upkeep: Arc<Mutex<()>>,
    /// Told to whoever still copies when the vault is closed, rekeyed or somebody is erased from it.
    pub(crate) upheaval: Upheaval,
    user: Option<UserId>,
    failures_before: u32,
    /// What was found torn at opening and made anew.
    pub(crate) torn: Vec<Broken>,
    pub(crate) room: Room,
    /// Held while the vault is open; the system lets go of it when the program dies.
    _lock: Held,
}

/// Counts what makes a copy under way worthless; the count goes up for the last time when the store falls.
#[derive(Default)]
pub(crate) struct Upheaval(pub(crate) Arc<AtomicU64>);

impl Upheaval {
    pub(crate) fn happened(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

impl Drop for Upheaval {
    fn drop(&mut self) {
        self.happened();
    }
}

/// Idle connections for reading. Those of an earlier data key are not taken back.
#[derive(Default)]
struct Readers {
    key: u64,
    idle: Vec<Connection>,
}

/// The one connection that writes, with what must move together with it.
pub(crate) struct Writer {
    pub(crate) db: Connection,
    pub(crate) anchor: Anchor,
    pub(crate) salvage: Salvage,
    pub(crate) replica: Replica,
    /// Set when a commit went through but the anchor did not: the next write moves it first.
    pub(crate) anchor_is_behind: bool,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    /// Makes a vault in a folder that has none. The recovery code is shown once and kept nowhere.
    pub fn create(dir: &Path, setup: Setup) -> Result<(Store, RecoveryCode)> {
        let layout = Layout(dir.to_owned());
        disk::make_folder(dir).map_err(Error::file(Step::MakeFolder, dir))?;
        let lock = take_lock(&layout)?;
        if layout.keys().exists() {
            return Err(Error::VaultExists);
        }
        // Left by a creation that was cut short: without a key file nobody can ever have opened it.
        for file in [layout.database(), wal_of(&layout.database()), layout.anchor(), layout.salvage()] {
            disk::remove_if_there(&file).map_err(Error::file(Step::OpenDatabase, &file))?;
        }
        room::ask(dir, setup.room.reserve_bytes.saturating_add(setup.room.floor_bytes))?;
        let (ring, code) = KeyRing::create(&setup.first, setup.cost)?;
        let mut db = connect(&layout.database(), &database_key(&ring), Mode::Create)?;
        migrate::upgrade(&mut db, setup.at)?;
        let name_key = Secret::random()?;
        put_meta(&db, "vault", ring.file.vault.as_bytes())?;
        put_meta(&db, "attachment_names", &name_key.0)?;
        put_meta(&db, "place", &place::fingerprint(&lock, &layout.lock())?)?;
        setup.room.keep(&db)?;
        let replica = replica::renew(&db, "created", setup.at)?;
        let head = Head { schema: migrate::LATEST, epoch: ring.file.epoch, seq: 0, hash: [0; 32] };
        let anchor = Anchor::create(&layout.anchor(), &ring.derive(Purpose::Anchor), head)?;
        let salvage = Salvage::create(&layout.salvage(), &ring.derive(Purpose::Salvage))?;
        reserve::fill(&layout, setup.room)?;
        disk::sync_folder(dir).map_err(Error::file(Step::MakeFolder, dir))?;
        // The key file comes last: before it there is no vault, after it there is a whole one.
        ring.file.write(&layout, &ring.vault_key)?;
        let user = Some(setup.first.user);
        let writer = Writer { db, anchor, salvage, replica, anchor_is_behind: false };
        let mut store = Store::new(layout, writer, ring, (user, 0), lock, setup.room);
        store.adopt_seed(&setup.first)?;
        Ok((store, code))
    }

    /// True when a vault lies in this folder.
    pub fn exists(dir: &Path) -> bool {
        Layout(dir.to_owned()).keys().exists()
    }

    /// How long this login has to wait; asked by the lock page, before any password.
    pub fn wait(dir: &Path, login: &str, now: DateTime<Utc>) -> Result<Wait> {
        let layout = Layout(dir.to_owned());
        let tag = KeyFile::read(&layout.keys())?.login_tag(login);
        let attempts = Attempts::read(&layout, now)?;
        Ok(Wait { seconds: attempts.left(&tag, now), tries: attempts.count(&tag) })
    }

    /// Opens a vault. Wrong passwords are counted and make the next try wait, also after a restart.
    pub fn unlock(dir: &Path, credential: &Credential, now: DateTime<Utc>) -> Result<Store> {
        let layout = Layout(dir.to_owned());
        if !layout.keys().exists() {
            return Err(Error::NoVault);
        }
        let lock = take_lock(&layout)?;
        let (ring, failures) = open_keys(&layout, credential, now)?;
        Self::open(layout, ring, lock, now, failures)
    }

    pub(crate) fn open(
        layout: Layout,
        ring: KeyRing,
        lock: Held,
        now: DateTime<Utc>,
        failures: u32,
    ) -> Result<Store> {
        if let Some(found) = Anchor::schema_claimed(&layout.anchor()) {
            migrate::refuse_newer(found)?;
        }
        let path = layout.database();
        // SQLite would make a new empty database of a missing or empty file.
        match std::fs::metadata(&path) {
            Ok(meta) if meta.len() > 0 => {}
            Ok(_) => return Err(Error::EmptyDatabase),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(Error::EmptyDatabase),
            Err(error) => return Err(Error::file(Step::OpenDatabase, &path)(error)),
        }
        reserve::make_way(&layout, reserve::OPENING_BYTES);
        // Without any of it the engine would not fail but end the program.
        room::ask(&layout.0, reserve::OPENING_BYTES_MIN)?;
        let ring = crate::rekey::settle(&layout, ring)?;
        let mut db = insist(&layout, || connect(&path, &database_key(&ring), Mode::Write))?;
        let found = migrate::version(&db)?;
        migrate::refuse_newer(found)?;
        if found == 0 {
            // A database without tables beside a whole key file has lost them.
            return Err(Error::Damaged { step: Step::OpenDatabase, source: None });
        }
        if get_meta(&db, "vault")?.as_deref() != Some(ring.file.vault.as_bytes().as_slice()) {
            return Err(Error::OtherVault);
        }
        let (anchor, salvage) = crate::rekey::open_witnesses(&layout, &ring)?;
        let ring = crate::rekey::forget_previous(&layout, ring)?;
        check_head(&db, &anchor.head())?;
        if ring.file.epoch < anchor.head().epoch {
            return Err(Error::KeyFileForged { what: "an older key file was put back" });
        }
        if found < migrate::LATEST {
            // A copy of it, and every page of it changed once.
            let room = Room::of(&db)?;
            room::ask(&layout.0, room.floor_bytes.saturating_add(2 * room::database_bytes(&layout)))?;
            crate::backup::copy_before_migration(&layout, &ring, &db, found, now)?;
        }
        migrate::upgrade(&mut db, now)?;
        let here = place::fingerprint(&lock, &layout.lock())?;
        let replica = if get_meta(&db, "place")?.as_deref() == Some(here.as_slice()) {
            replica::living(&db)?
        } else {
            insist(&layout, || {
                let tx = db.transaction().map_err(Error::sql(Step::RenewReplica))?;
                let renewed = replica::renew(&tx, "copied", now)?;
                replica::suspend_exchange(&tx, "copied", now)?;
                put_meta(&tx, "place", &here)?;
                tx.commit().map_err(Error::sql(Step::RenewReplica))?;
                Ok(renewed)
            })?
        };
        let user = ring.opened_by();
        if let Some(user) = user
            && crate::table::user::is_disabled(&db, user)?
        {
            return Err(Error::UserDisabled);
        }
        let room = Room::of(&db)?;
        let writer = Writer { db, anchor, salvage, replica, anchor_is_behind: true };
        let witnesses = [(Part::Anchor, writer.anchor.torn()), (Part::Salvage, writer.salvage.torn())];
        let mut store = Store::new(layout, writer, ring, (user, failures), lock, room);
        let torn = witnesses.into_iter().filter(|(_, torn)| *torn);
        store.torn = torn.map(|(part, _)| Broken { part, at: None, what: "torn" }).collect();
        store.catch_up_anchor()?;
        store.keep_reserve();
        Ok(store)
    }

    fn new(
        layout: Layout,
        writer: Writer,
        ring: KeyRing,
        (user, failures_before): (Option<UserId>, u32),
        lock: Held,
        room: Room,
    ) -> Self {
        Store {
            layout,
            writer: Mutex::new(writer),
            readers: Mutex::new(Readers::default()),
            keys: Mutex::new(ring),
            upkeep: Arc::default(),
            upheaval: Upheaval::default(),
            user,
            failures_before,
            torn: Vec::new(),
            room,
            _lock: lock,
        }
    }

    /// The seed of the first person is inside the slot that was just made.
    fn adopt_seed(&mut self, first: &NewUser) -> Result<()> {
        let mut ring = lock(&self.keys);
        let bytes = ring.file.to_bytes(&ring.vault_key)?;
        let credential =
            Credential::Password { login: first.login.clone(), password: first.password.clone() };
        let opened = ring.file.unlock(&bytes, &credential)?;
        ring.adopt(opened.ok_or(Error::WrongPassword { wait_seconds: 0 })?);
        Ok(())
    }

    /// Who opened the vault; none after the recovery code.
    pub fn user(&self) -> Option<UserId> {
        self.user
    }

    /// Wrong passwords for this login before the vault was opened: to be told to the person and journalled.
    pub fn failures_before(&self) -> u32 {
        self.failures_before
    }

    /// Folder of the vault.
    pub fn dir(&self) -> &Path {
        &self.layout.0
    }

    /// Empties the write-ahead log and closes everything; keys are wiped from memory.
    pub fn lock(self) -> Result<()> {
        self.drop_readers();
        self.checkpoint()
    }

    /// Moves the write-ahead log into the database: when idle, at lock, before a copy, after an erasure.
    pub fn checkpoint(&self) -> Result<()> {
        let writer = lock(&self.writer);
        insist(&self.layout, || {
            let emptied = writer.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
            emptied.map_err(Error::sql(Step::Checkpoint))
        })
    }

    /// Makes the reserve again when it was given up and there is room for it: at opening, and when idle.
    pub fn keep_reserve(&self) {
        reserve::fill_if_there_is_room(&self.layout, self.room);
    }

    /// Compares this PC's clock with the latest instant in the journal. Order never depends on it.
    pub fn clock(&self, now: DateTime<Utc>) -> Result<Clock> {
        let latest: Option<i64> = self.read(Step::ReadJournal, |db| {
            db.query_row("SELECT value FROM meta WHERE key = 'latest'", [], |row| row.get(0)).optional()
        })?;
        let latest = latest.and_then(DateTime::from_timestamp_millis);
        Ok(match latest {
            Some(latest) if latest > now + TimeDelta::minutes(10) => Clock::Behind { latest },
            Some(_) | None => Clock::Sound,
        })
    }

    /// Runs a read: on the writing connection when nobody writes, because a reading one forgets all its pages at
    /// every commit and must decrypt them again; else on a reading one, which sees the last commit and does not wait.
    pub(crate) fn read<T>(
        &self,
        step: Step,
        f: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T> {
        self.read_with(|db| f(db).map_err(Error::sql(step)))
    }

    pub(crate) fn read_with<T>(&self, f: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        if let Some(writer) = free(&self.writer) {
            let answer = f(&writer.db);
            drop(writer);
            // After one bad page the engine refuses everything on that connection; the next one gets another.
            if answer.as_ref().is_err_and(Error::is_damage) {
                // Keys before the writer, as a change of the key takes them.
                let ring = lock(&self.keys);
                let mut writer = lock(&self.writer);
                writer.db = connect(&self.layout.database(), &database_key(&ring), Mode::Write)?;
            }
            return answer;
        }
        let (key, idle) = {
            let mut readers = lock(&self.readers);
            (readers.key, readers.idle.pop())
        };
        let db = match idle {
            Some(db) => db,
            None => connect(&self.layout.database(), &database_key(&lock(&self.keys)), Mode::Read)?,
        };
        let answer = f(&db);
        // After one bad page the engine refuses everything on that connection; a good one is kept.
        if answer.is_ok() {
            let mut readers = lock(&self.readers);
            if readers.key == key && readers.idle.len() < 2 {
                readers.idle.push(db);
            }
        }
        answer
    }

    pub(crate) fn drop_readers(&self) {
        let mut readers = lock(&self.readers);
        readers.key += 1;
        readers.idle.clear();
    }
}

/// A poisoned lock means a panic in a reader's closure; the data behind it are whole, because a transaction
/// that was not committed is rolled back when it is dropped.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The same without waiting: none while somebody else holds it.
fn free<T>(mutex: &Mutex<T>) -> Option<MutexGuard<'_, T>> {
    match mutex.try_lock() {
        Ok(guard) => Some(guard),
        Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
        Err(TryLockError::WouldBlock) => None,
    }
}

/// The lock of the folder, let go of when dropped. Closing alone would not do: a child process that another
/// thread is just starting holds a copy of the open file until it becomes another program.
pub(crate) struct Held(File);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

impl std::ops::Deref for Held {
    type Target = File;

    fn deref(&self) -> &File {
        &self.0
    }
}

pub(crate) fn take_lock(layout: &Layout) -> Result<Held> {
    let path = layout.lock();
    let file =
        disk::create_private(&path, OpenOptions::new().read(true).write(true).create(true).truncate(false))
            .map_err(Error::file(Step::TakeLock, &path))?;
    match file.try_lock() {
        Ok(()) => Ok(Held(file)),
        Err(std::fs::TryLockError::WouldBlock) => Err(Error::InUse),
        Err(std::fs::TryLockError::Error(error)) => Err(Error::file(Step::TakeLock, &path)(error)),
    }
}

/// Opens the key file with a credential, counting wrong tries. Returns also how many there were before.
fn open_keys(layout: &Layout, credential: &Credential, now: DateTime<Utc>) -> Result<(KeyRing, u32)> {
    open_keys_at(layout, &layout.keys(), credential, now)
}

/// The same for a key file that lies elsewhere, in a backup; tries are counted in the vault's folder.
pub(crate) fn open_keys_at(
    layout: &Layout,
    path: &Path,
    credential: &Credential,
    now: DateTime<Utc>,
) -> Result<(KeyRing, u32)> {
    let bytes = KeyFile::read_bytes(path)?;
    let (file, _, _) = KeyFile::parse(&bytes)?;
    let tag = match credential {
        Credential::Password { login, .. } => file.login_tag(login),
        Credential::Recovery(_) => "recovery".to_owned(),
    };
    let mut attempts = Attempts::read(layout, now)?;
    let left = attempts.left(&tag, now);
    if left > 0 {
        return Err(Error::TooEarly { wait_seconds: left });
    }
    let before = attempts.count(&tag);
    let wait_seconds = attempts.begin(layout, &tag, now)?;
    match file.unlock(&bytes, credential)? {
        Some(opened) => {
            attempts.clear(layout, &tag)?;
            Ok((KeyRing::from_opened(file, opened), before))
        }
        None => Err(match credential {
            Credential::Password { .. } => Error::WrongPassword { wait_seconds },
            Credential::Recovery(_) => Error::WrongRecoveryCode,
        }),
    }
}
