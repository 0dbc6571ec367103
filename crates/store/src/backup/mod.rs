//! Copies of the whole store: before an upgrade, by the hour, day and week, and to a folder of choice.

mod away;
mod find;
mod manifest;
mod restore;
mod thin;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

pub use away::Carrier;
pub use find::{Condition, find_backups};
pub use manifest::{About, Reason};
pub(crate) use manifest::{Item, Manifest, sum_of};
pub use restore::{Recovered, SalvagedCommand};
pub use thin::thin;

use crate::attachments;
use crate::connect::{Mode, connect, connect_to_check, database_key};
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::journal;
use crate::keys::{KeyRing, Purpose, Secret};
use crate::layout::Layout;
use crate::migrate;
use crate::open::{Store, lock};
use crate::reserve::insist;
use crate::salvage::Salvage;

/// An automatic backup is due when this long passed since the last and something happened.
const DUE_MINUTES: i64 = 60;

/// A backup that lies somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub folder: PathBuf,
    pub made_at: DateTime<Utc>,
    pub reason: Reason,
    /// Last journal number in it.
    pub last_seq: u64,
    pub bytes: u64,
    /// Attachments in it; automatic backups leave them where they are, because they never change.
    pub attachments: u64,
    /// Shape of its database; a program that does not know it cannot open it.
    pub schema: u32,
    /// Whose it is and how much is in it; none in backups of earlier programs.
    pub about: Option<About>,
}

impl Store {
    /// Makes a backup into the vault's own folder, checks it, and thins the older ones.
    pub fn backup(&self, now: DateTime<Utc>) -> Result<Backup> {
        let _alone = lock(&self.upkeep);
        let backup = self.copy_to(&self.layout.backups(), Reason::Automatic, now)?;
        let listed = backups(self.dir())?;
        let own: Vec<&Backup> = listed.iter().filter(|backup| backup.reason == Reason::Automatic).collect();
        let times: Vec<DateTime<Utc>> = own.iter().map(|backup| backup.made_at).collect();
        for (old, keep) in own.iter().zip(thin(&times, now)) {
            if !keep && old.folder != backup.folder {
                std::fs::remove_dir_all(&old.folder).map_err(Error::file(Step::ThinBackups, &old.folder))?;
            }
        }
        self.shorten_salvage(backup.last_seq)?;
        Ok(backup)
    }

    /// Makes one when an hour passed since the last and something was written since.
    pub fn backup_if_due(&self, now: DateTime<Utc>) -> Result<Option<Backup>> {
        let last = backups(self.dir())?.into_iter().find(|backup| backup.reason == Reason::Automatic);
        let due = match last {
            None => true,
            Some(last) => {
                // A clock set back must not stop the backups.
                let age = (now - last.made_at).num_minutes();
                last.last_seq != self.last_seq()? && !(0..DUE_MINUTES).contains(&age)
            }
        };
        if due { self.backup(now).map(Some) } else { Ok(None) }
    }

    /// Makes a backup with attachments and the key file into a folder of choice (a stick, a share).
    pub fn backup_to(&self, folder: &Path, now: DateTime<Utc>) -> Result<Backup> {
        let _alone = lock(&self.upkeep);
        self.copy_to(folder, Reason::OnDemand, now)
    }

    fn copy_to(&self, into: &Path, reason: Reason, now: DateTime<Utc>) -> Result<Backup> {
        let ring = lock(&self.keys).clone();
        let mut bytes = self.database_bytes();
        if reason == Reason::OnDemand {
            bytes += attachments::bytes_of(&attachments::files(&self.layout)?);
        }
        self.ask_room_at(into, bytes)?;
        disk::make_folder(into).map_err(Error::file(Step::Backup, into))?;
        let name = free_name(into, now);
        let partial = into.join(format!(".partial-{name}"));
        let made = self.fill(&partial, &ring, reason, now);
        let finished = made.and_then(|manifest| {
            let folder = into.join(&name);
            std::fs::rename(&partial, &folder)
                .and_then(|()| disk::sync_folder(into))
                .map_err(Error::file(Step::Backup, &folder))?;
            Ok(manifest.describe(folder))
        });
        if finished.is_err() {
            // What could not be finished is no backup; the failure itself is what is reported.
            let _ = std::fs::remove_dir_all(&partial);
        }
        finished
    }

    fn fill(&self, partial: &Path, ring: &KeyRing, reason: Reason, now: DateTime<Utc>) -> Result<Manifest> {
        let mut attachments = Vec::new();
        let mut manifest = fill_database(&self.layout, partial, ring, reason, now)?;
        match reason {
            Reason::OnDemand => self.copy_attachments(partial, &mut attachments)?,
            Reason::Automatic | Reason::BeforeUpgrade => {}
        }
        manifest.attachments = attachments;
        finish(partial, &manifest, ring)?;
        Ok(manifest)
    }

    fn copy_attachments(&self, partial: &Path, items: &mut Vec<Item>) -> Result<()> {
        for file in attachments::files(&self.layout)? {
            let Ok(name) = file.strip_prefix(&self.layout.0) else { continue };
            let to = partial.join(name);
            let failed = |error| Error::file(Step::Backup, &to)(error);
            if let Some(folder) = to.parent() {
                disk::make_folder(folder).map_err(failed)?;
            }
            std::fs::copy(&file, &to).and_then(|_| disk::sync_file(&to)).map_err(failed)?;
            items.push(sum_of(&to, &name.to_string_lossy().replace('\\', "/"))?);
        }
        Ok(())
    }

    /// What is in a checked backup need not be in the salvage copy, unless it still waits to be sent.
    fn shorten_salvage(&self, backed_up: u64) -> Result<()> {
        let key = lock(&self.keys).derive(Purpose::Salvage);
        let mut writer = lock(&self.writer);
        if journal::head(&writer.db)?.0 != backed_up {
            return Ok(());
        }
        let path = self.layout.salvage();
        let kept = crate::salvage::Salvage::read(&path, &[&key])?.records;
        let mut waiting = Vec::new();
        for record in kept {
            if crate::write::is_waiting(&writer.db, &record)? {
                waiting.push(record);
            }
        }
        writer.salvage.let_go();
        writer.salvage = insist(&self.layout, || Salvage::rewrite(&path, &key, &waiting))?;
        Ok(())
    }
}

/// Backups in the vault's own folder, the one with the most in it first. Only their shape is checked here.
pub fn backups(dir: &Path) -> Result<Vec<Backup>> {
    backups_in(&Layout(dir.to_owned()).backups())
}

/// Backups in any folder.
pub fn backups_in(folder: &Path) -> Result<Vec<Backup>> {
    let mut found = Vec::new();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(Error::file(Step::Backup, folder)(error)),
    };
    for entry in entries {
        let entry = entry.map_err(Error::file(Step::Backup, folder))?;
        let path = entry.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        // A link leads out of the folder that was chosen.
        if entry.file_type().is_ok_and(|kind| kind.is_dir())
            && !hidden
            && let Ok((manifest, _)) = Manifest::read(&path.join("manifest"))
        {
            found.push(manifest.describe(path));
        }
    }
    found.sort_by(|a, b| (b.last_seq, b.made_at, &b.folder).cmp(&(a.last_seq, a.made_at, &a.folder)));
    Ok(found)
}

/// The database and the key file, checked; the attachments and the manifest are the caller's to add.
fn fill_database(
    layout: &Layout,
    partial: &Path,
    ring: &KeyRing,
    reason: Reason,
    now: DateTime<Utc>,
) -> Result<Manifest> {
    let failed = |error| Error::file(Step::Backup, partial)(error);
    if partial.exists() {
        std::fs::remove_dir_all(partial).map_err(failed)?;
    }
    disk::make_folder(partial).map_err(failed)?;
    let database = partial.join("store.db");
    // A connection of its own: the copy sees one moment, and writing goes on meanwhile.
    let db = connect(&layout.database(), &database_key(ring), Mode::Write)?;
    copy_database(&db, &database)?;
    drop(db);
    let (last_seq, last_hash) = check_database(&database, ring)?;
    let about = About::of(&connect_to_check(&database, &database_key(ring))?)?;
    let keys = partial.join("keys.tanu");
    std::fs::copy(layout.keys(), &keys).map_err(failed)?;
    disk::sync_file(&database).and_then(|()| disk::sync_file(&keys)).map_err(failed)?;
    Ok(Manifest {
        format: manifest::FORMAT,
        vault: ring.file.vault,
        epoch: ring.file.epoch,
        schema: migrate::LATEST,
        made_at: now,
        reason,
        last_seq,
        last_hash,
        database: sum_of(&database, "store.db")?,
        keys: sum_of(&keys, "keys.tanu")?,
        attachments: Vec::new(),
        about: Some(about),
    })
}

/// The manifest comes last: a folder without one is no backup.
fn finish(partial: &Path, manifest: &Manifest, ring: &KeyRing) -> Result<()> {
    manifest.write(&partial.join("manifest"), &ring.derive(Purpose::Manifest))?;
    disk::sync_folder(partial).map_err(Error::file(Step::Backup, partial))
}

/// Before a database is upgraded a copy of it is put aside, with the key file that opens it.
pub(crate) fn copy_before_migration(
    layout: &Layout,
    ring: &KeyRing,
    db: &Connection,
    schema: u32,
    now: DateTime<Utc>,
) -> Result<()> {
    let name = format!("before-schema-{}", schema + 1);
    let (into, folder) = (layout.backups(), layout.backups().join(&name));
    let failed = |error| Error::file(Step::CopyBeforeMigration, &folder)(error);
    if folder.join("manifest").exists() {
        return Ok(());
    }
    let partial = into.join(format!(".partial-{name}"));
    if partial.exists() {
        std::fs::remove_dir_all(&partial).map_err(failed)?;
    }
    disk::make_folder(&partial).map_err(failed)?;
    let (database, keys) = (partial.join("store.db"), partial.join("keys.tanu"));
    copy_database(db, &database)?;
    let (last_seq, last_hash) = check_database(&database, ring)?;
    std::fs::copy(layout.keys(), &keys).map_err(failed)?;
    disk::sync_file(&database).and_then(|()| disk::sync_file(&keys)).map_err(failed)?;
    let manifest = Manifest {
        format: manifest::FORMAT,
        vault: ring.file.vault,
        epoch: ring.file.epoch,
        schema,
        made_at: now,
        reason: Reason::BeforeUpgrade,
        last_seq,
        last_hash,
        database: sum_of(&database, "store.db")?,
        keys: sum_of(&keys, "keys.tanu")?,
        attachments: Vec::new(),
        about: None,
    };
    manifest.write(&partial.join("manifest"), &ring.derive(Purpose::Manifest))?;
    std::fs::rename(&partial, &folder)
        .and_then(|()| disk::sync_folder(&folder))
        .and_then(|()| disk::sync_folder(&into))
        .map_err(failed)
}

fn copy_database(db: &Connection, to: &Path) -> Result<()> {
    let to = to.to_string_lossy();
    db.execute("VACUUM INTO ?1", [to.as_ref()]).map(|_| ()).map_err(Error::sql(Step::Backup))
}

/// Opens a copy and checks every page of it; returns where its journal ends.
pub(crate) fn check_database(database: &Path, ring: &KeyRing) -> Result<(u64, [u8; 32])> {
    let db = connect_to_check(database, &database_key(ring))?;
    let bad: Vec<String> = db
        .prepare("PRAGMA cipher_integrity_check")
        .and_then(|mut check| check.query_map([], |row| row.get(0))?.collect())
        .map_err(Error::sql(Step::Backup))?;
    if !bad.is_empty() {
        return Err(Error::BackupDamaged { what: "a page of its database" });
    }
    journal::head(&db)
}

/// The first free name for this instant; two backups in one second have two names.
fn free_name(into: &Path, now: DateTime<Utc>) -> String {
    let stamp = now.format("%Y-%m-%dT%H%M%SZ").to_string();
    let mut name = stamp.clone();
    let mut number = 1u32;
    while into.join(&name).exists() {
        number += 1;
        name = format!("{stamp}-{number}");
    }
    name
}

/// The key of a backup's manifest.
pub(crate) fn manifest_key(ring: &KeyRing) -> Secret {
    ring.derive(Purpose::Manifest)
}
