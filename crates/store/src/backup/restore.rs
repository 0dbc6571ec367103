//! Putting a backup in place: on a new PC, or where a broken database was set aside.

use std::fs::File;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::TransactionBehavior;

use super::{Backup, Manifest, backups, check_database, manifest_key};
use crate::anchor::{Anchor, Head};
use crate::connect::{Mode, connect, database_key, get_meta, put_meta, wal_of};
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::ids::UserId;
use crate::journal::NewEvent;
use crate::keys::{Credential, KeyRing, Purpose};
use crate::layout::Layout;
use crate::open::{Held, Store, open_keys_at, take_lock};
use crate::place;
use crate::replica::{self, NewCommand};
use crate::room::{self, Room};
use crate::salvage::Salvage;
use crate::write::{Op, SalvageRecord};

/// A command that is in the salvage copy but not in the restored database: to be done again by the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalvagedCommand {
    pub name: String,
    pub actor: UserId,
    pub at: DateTime<Utc>,
    pub civil_date: NaiveDate,
    pub edition: String,
    pub command: NewCommand,
}

/// What was done about a broken database.
pub struct Recovered {
    pub store: Store,
    /// Where the broken files lie, whole.
    pub set_aside: PathBuf,
    pub restored: Backup,
    /// Work done since that backup, oldest first.
    pub salvaged: Vec<SalvagedCommand>,
}

impl Store {
    /// Restores a backup into a folder without a vault: on a new PC, with a password or the recovery code.
    /// The copy is a new replica, and exchange is suspended until a person confirms the data.
    pub fn restore(from: &Path, to: &Path, credential: &Credential, now: DateTime<Utc>) -> Result<Store> {
        let layout = Layout(to.to_owned());
        disk::make_folder(to).map_err(Error::file(Step::MakeFolder, to))?;
        let lock = take_lock(&layout)?;
        if layout.keys().exists() {
            return Err(Error::VaultExists);
        }
        let (ring, failures) = open_keys_at(&layout, &from.join("keys.tanu"), credential, now)?;
        put_in_place(from, layout, ring, lock, now, failures, &[])
    }

    /// Sets a broken database aside, whole, and puts the newest good backup in its place. What was done since
    /// is read from the salvage copy. Without a good backup nothing is touched.
    pub fn recover(dir: &Path, credential: &Credential, now: DateTime<Utc>) -> Result<Recovered> {
        let layout = Layout(dir.to_owned());
        let lock = take_lock(&layout)?;
        let all = backups(dir)?;
        let (ring, failures) = match open_keys_at(&layout, &layout.keys(), credential, now) {
            // The key file may be what is broken; every backup has its own.
            Err(Error::KeyFileDamaged { .. } | Error::NoVault) => {
                let newest = all.first().ok_or(Error::NoGoodBackup)?;
                open_keys_at(&layout, &newest.folder.join("keys.tanu"), credential, now)?
            }
            opened => opened?,
        };
        let good = all.into_iter().find_map(|backup| {
            let ring = key_of(&backup.folder, &ring, credential, &layout, now).ok()?;
            Some((backup, ring))
        });
        let (restored, backup_ring) = good.ok_or(Error::NoGoodBackup)?;
        // Before anything is moved: what cannot be put in its place must not be set aside.
        fits(&layout, restored.bytes)?;
        let salvage_key = ring.derive(Purpose::Salvage);
        let salvaged = Salvage::read(&layout.salvage(), &[&salvage_key])?.records;
        let set_aside = set_aside(&layout, now)?;
        let store = put_in_place(&restored.folder, layout, backup_ring, lock, now, failures, &salvaged)?;
        let mut commands = Vec::new();
        for record in salvaged {
            if let Ok(record) = serde_json::from_slice::<SalvageRecord>(&record)
                && store.find_command(record.command.id)?.is_none()
            {
                commands.push(record.into());
            }
        }
        Ok(Recovered { store, set_aside, restored, salvaged: commands })
    }
}

impl From<SalvageRecord> for SalvagedCommand {
    fn from(record: SalvageRecord) -> Self {
        let SalvageRecord { name, actor, at, civil_date, edition, command } = record;
        Self { name, actor, at, civil_date, edition, command }
    }
}

/// Checks a backup whole (sums, MAC, every page of its database) and returns the keys that open it: those of
/// today where they fit, so that removed people stay removed; those of its own time from before a rekey.
fn key_of(
    folder: &Path,
    ring: &KeyRing,
    credential: &Credential,
    layout: &Layout,
    now: DateTime<Utc>,
) -> Result<KeyRing> {
    let (manifest, proof) = Manifest::read(&folder.join("manifest"))?;
    manifest.check_files(folder)?;
    let ring = if proof.holds(&manifest_key(ring)) {
        ring.clone()
    } else {
        open_keys_at(layout, &folder.join("keys.tanu"), credential, now)?.0
    };
    if !proof.holds(&manifest_key(&ring)) {
        return Err(Error::BackupDamaged { what: "its manifest" });
    }
    check_database(&folder.join("store.db"), &ring)?;
    Ok(ring)
}

/// A backup in place, and room for the work after it.
fn fits(layout: &Layout, bytes: u64) -> Result<()> {
    room::ask(&layout.0, Room::standard().floor_bytes.saturating_add(bytes))
}

fn put_in_place(
    from: &Path,
    layout: Layout,
    ring: KeyRing,
    lock: Held,
    now: DateTime<Utc>,
    failures: u32,
    salvaged: &[Vec<u8>],
) -> Result<Store> {
    let (manifest, proof) = Manifest::read(&from.join("manifest"))?;
    crate::migrate::refuse_newer(manifest.schema)?;
    if !proof.holds(&manifest_key(&ring)) || manifest.vault != ring.file.vault {
        return Err(Error::BackupDamaged { what: "its manifest" });
    }
    manifest.check_files(from)?;
    fits(&layout, manifest.bytes())?;
    let failed = |error| Error::file(Step::Restore, from)(error);
    for item in &manifest.attachments {
        let to = item.path_in(&layout.0)?;
        if !to.starts_with(layout.attachments()) {
            return Err(Error::BackupDamaged { what: "a name in its manifest" });
        }
        if let Some(folder) = to.parent() {
            disk::make_folder(folder).map_err(failed)?;
        }
        std::fs::copy(item.found_in(from)?, &to).and_then(|_| disk::sync_file(&to)).map_err(failed)?;
        disk::sync_folder_of(&to).map_err(failed)?;
    }
    let database = layout.database();
    disk::remove_if_there(&wal_of(&database)).map_err(failed)?;
    std::fs::copy(from.join("store.db"), &database)
        .and_then(|_| disk::sync_file(&database))
        .map_err(Error::file(Step::Restore, &database))?;
    let (seq, hash) = check_database(&database, &ring)?;
    if (seq, hash) != (manifest.last_seq, manifest.last_hash) {
        return Err(Error::BackupDamaged { what: "the end of its journal" });
    }
    renew(&database, &ring, &lock, &layout, (now, manifest.made_at))?;
    let head = Head { schema: manifest.schema, epoch: ring.file.epoch, seq, hash };
    Anchor::create(&layout.anchor(), &ring.derive(Purpose::Anchor), head)?;
    // Kept until the next backup, so that a cut during the repair loses nothing of it.
    Salvage::rewrite(&layout.salvage(), &ring.derive(Purpose::Salvage), salvaged)?;
    // The key file comes last: before it there is no vault here.
    ring.file.write(&layout, &ring.vault_key)?;
    let keys = layout.keys();
    let opened = Store::open(layout, ring, lock, now, failures)
        .and_then(|store| store.note_restored(&manifest, now).map(|()| store));
    if opened.is_err() {
        // What does not open is no vault, and does not stand in the way of the next backup that is tried.
        disk::remove_if_there(&keys).map_err(failed)?;
    }
    opened
}

/// A restored database is another replica: its numbers must not be those of the one that went on elsewhere.
fn renew(
    database: &Path,
    ring: &KeyRing,
    lock: &File,
    layout: &Layout,
    (now, as_of): (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    let mut db = connect(database, &database_key(ring), Mode::Write)?;
    if get_meta(&db, "vault")?.as_deref() != Some(ring.file.vault.as_bytes().as_slice()) {
        return Err(Error::OtherVault);
    }
    let sql = || Error::sql(Step::RenewReplica);
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sql())?;
    replica::renew(&tx, "restored", now)?;
    replica::suspend_exchange(&tx, "restored", as_of)?;
    put_meta(&tx, "place", &place::fingerprint(lock, &layout.lock())?)?;
    tx.commit().map_err(sql())
}

impl Store {
    fn note_restored(&self, manifest: &Manifest, now: DateTime<Utc>) -> Result<()> {
        let body = serde_json::json!({ "made_at": manifest.made_at, "last_seq": manifest.last_seq });
        let op = Op {
            name: "restore",
            actor: self.user().unwrap_or(UserId(uuid::Uuid::nil())),
            at: now,
            civil_date: now.date_naive(),
            edition: "",
            command: None,
        };
        let event = NewEvent::new("backup_restored", 1, body.to_string().as_bytes());
        self.write(op, |tx| tx.append("upkeep", None, &[event])).map(|_| ())
    }
}

/// Moves what is broken into `quarantine/`, whole: nothing is deleted, and the key file is copied along.
fn set_aside(layout: &Layout, now: DateTime<Utc>) -> Result<PathBuf> {
    let stamp = now.format("%Y-%m-%dT%H%M%SZ").to_string();
    let mut folder = layout.quarantine().join(&stamp);
    let mut number = 1u32;
    while folder.exists() {
        number += 1;
        folder = layout.quarantine().join(format!("{stamp}-{number}"));
    }
    let failed = |error| Error::file(Step::SetAside, &folder)(error);
    disk::make_folder(&folder).map_err(failed)?;
    // The salvage copy is still needed here; only a copy of it goes.
    let salvage = layout.salvage();
    if salvage.exists() {
        let to = folder.join("outbox.log");
        std::fs::copy(&salvage, &to).and_then(|_| disk::sync_file(&to)).map_err(failed)?;
    }
    // The key file goes last, so that a cut in between still leaves a vault that can be recovered again.
    let database = layout.database();
    let mut shared = database.as_os_str().to_owned();
    shared.push("-shm");
    for file in
        [wal_of(&database), shared.into(), database, layout.anchor(), layout.keys_next(), layout.keys()]
    {
        let Some(name) = file.file_name() else { continue };
        match std::fs::rename(&file, folder.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
            Ok(()) | Err(_) => {}
        }
    }
    disk::sync_folder(&folder).and_then(|()| disk::sync_folder(&layout.0)).map_err(failed)?;
    Ok(folder)
}
