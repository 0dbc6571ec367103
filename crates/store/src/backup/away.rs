//! Copies carried to another disk: a stick, a share. The database is copied each time, an attachment once,
//! because it never changes: the copies of one folder share them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Datelike, Utc};

use super::{Backup, Item, Manifest, Reason, backups_in, fill_database, finish, free_name, sum_of, thin};
use crate::attachments;
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::keys::KeyRing;
use crate::layout::Layout;
use crate::open::{Store, lock};
use crate::room::{self, Room};

/// How the folder of a vault begins on the other disk; the first part of the vault's id follows.
pub(super) const PREFIX: &str = "tanu-";
/// A copied attachment is read again once in so many days.
const READ_AGAIN_DAYS: i64 = 7;

/// What carries copies to another disk. It holds the keys of the vault while it lives, works beside the store
/// without holding anybody up, and breaks off when the vault is closed.
pub struct Carrier {
    layout: Layout,
    room: Room,
    ring: KeyRing,
    upkeep: Arc<Mutex<()>>,
    upheaval: Arc<AtomicU64>,
    seen: u64,
}

impl Store {
    /// Makes the folder of this vault on another disk. Its being there is how that disk is known again: a
    /// mount point without its stick and a stranger's stick under the same letter have none.
    ///
    /// # Errors
    /// [`Error::FolderAbsent`] when `chosen` itself is not there.
    pub fn prepare_away(&self, chosen: &Path) -> Result<()> {
        if !chosen.is_dir() {
            return Err(Error::FolderAbsent);
        }
        let folder = away_folder(chosen, &lock(&self.keys).clone());
        disk::make_folder(&folder).map_err(Error::file(Step::Backup, &folder))
    }

    /// Copies in the folder of this vault on another disk; none when the disk is not there.
    pub fn backups_away(&self, chosen: &Path) -> Result<Vec<Backup>> {
        backups_in(&away_folder(chosen, &lock(&self.keys).clone()))
    }

    /// First part of the id of this vault: tells vaults apart for the eye.
    pub fn vault_mark(&self) -> String {
        mark_of(&lock(&self.keys))
    }

    /// Something that can copy while the store goes on working.
    pub fn carrier(&self) -> Carrier {
        let upheaval = self.upheaval.0.clone();
        Carrier {
            layout: Layout(self.layout.0.clone()),
            room: self.room,
            ring: lock(&self.keys).clone(),
            upkeep: self.upkeep.clone(),
            seen: upheaval.load(Ordering::SeqCst),
            upheaval,
        }
    }

    /// Whether a folder lies on the same disk as the vault: a copy there is lost together with it.
    pub fn is_same_disk(&self, folder: &Path) -> bool {
        room::same_disk(&self.layout.0, folder)
    }
}

fn away_folder(chosen: &Path, ring: &KeyRing) -> PathBuf {
    chosen.join(format!("{PREFIX}{}", mark_of(ring)))
}

fn mark_of(ring: &KeyRing) -> String {
    ring.file.vault.simple().to_string().chars().take(8).collect()
}

impl Carrier {
    /// Copies everything to the folder of this vault under `chosen`, thins the older copies there, and takes
    /// away attachments that no copy names any more.
    ///
    /// # Errors
    /// [`Error::FolderAbsent`] when the disk is not there, [`Error::DiskLow`] when a copy would not fit on it,
    /// [`Error::BrokenOff`] when the vault was closed or
    /// changed meanwhile; then no copy was made, and what is already there helps the next one.
    pub fn carry(&self, chosen: &Path, now: DateTime<Utc>) -> Result<Backup> {
        let into = away_folder(chosen, &self.ring);
        if !into.is_dir() {
            return Err(Error::FolderAbsent);
        }
        let name = free_name(&into, now);
        let partial = into.join(format!(".partial-{name}"));
        let made = self.fill(&into, &partial, now).and_then(|manifest| {
            // Nobody may be erased or the key changed between the last look and the name that makes it a copy.
            let _alone = lock(&self.upkeep);
            self.go_on()?;
            let folder = into.join(&name);
            std::fs::rename(&partial, &folder)
                .and_then(|()| disk::sync_folder(&into))
                .map_err(Error::file(Step::Backup, &folder))?;
            Ok(manifest.describe(folder))
        });
        if made.is_err() {
            // What could not be finished is no backup; the failure itself is what is reported.
            let _ = std::fs::remove_dir_all(&partial);
        }
        let made = made?;
        thin_out(&into, &made, now)?;
        sweep(&into)?;
        Ok(made)
    }

    fn go_on(&self) -> Result<()> {
        if self.upheaval.load(Ordering::SeqCst) == self.seen { Ok(()) } else { Err(Error::BrokenOff) }
    }

    /// Whether an attachment lies there already, as far as its name tells.
    fn is_carried(&self, into: &Path, file: &Path) -> bool {
        file.strip_prefix(&self.layout.0).is_ok_and(|name| into.join(name).exists())
    }

    fn fill(&self, into: &Path, partial: &Path, now: DateTime<Utc>) -> Result<Manifest> {
        let known = sums_before(into)?;
        let files = attachments::files(&self.layout)?;
        let missing: Vec<PathBuf> =
            files.iter().filter(|file| !self.is_carried(into, file)).cloned().collect();
        let bytes = room::database_bytes(&self.layout) + attachments::bytes_of(&missing);
        room::ask_beside(into, bytes, &self.layout, self.room)?;
        let mut manifest = {
            let _alone = lock(&self.upkeep);
            self.go_on()?;
            fill_database(&self.layout, partial, &self.ring, Reason::Automatic, now)?
        };
        for (place, file) in files.into_iter().enumerate() {
            self.go_on()?;
            let Ok(name) = file.strip_prefix(&self.layout.0) else { continue };
            let name = name.to_string_lossy().replace('\\', "/");
            let to = into.join(&name);
            let days = i64::from(now.date_naive().num_days_from_ce());
            let read_again = (days + place as i64) % READ_AGAIN_DAYS == 0;
            let item = match known.get(&name) {
                Some(item) if is_there(&to, item, read_again) => item.clone(),
                Some(_) | None => copy_once(&file, &to, &name)?,
            };
            manifest.attachments.push(item);
        }
        finish(partial, &manifest, &self.ring)?;
        Ok(manifest)
    }
}

/// Sums of the attachments as the newest copies there know them.
fn sums_before(into: &Path) -> Result<BTreeMap<String, Item>> {
    let mut known = BTreeMap::new();
    for backup in backups_in(into)? {
        if let Ok((manifest, _)) = Manifest::read(&backup.folder.join("manifest")) {
            for item in manifest.attachments {
                known.entry(item.name.clone()).or_insert(item);
            }
        }
    }
    Ok(known)
}

fn is_there(path: &Path, item: &Item, read: bool) -> bool {
    if read {
        return sum_of(path, &item.name).is_ok_and(|found| found.sha256 == item.sha256);
    }
    std::fs::metadata(path).is_ok_and(|meta| meta.len() == item.bytes)
}

/// Under its name only when it is whole: a stick may be pulled out at any moment.
fn copy_once(from: &Path, to: &Path, name: &str) -> Result<Item> {
    let failed = |error| Error::file(Step::Backup, to)(error);
    if let Some(folder) = to.parent() {
        disk::make_folder(folder).map_err(failed)?;
    }
    let mut aside = to.as_os_str().to_owned();
    aside.push(".new");
    let aside = PathBuf::from(aside);
    std::fs::copy(from, &aside).and_then(|_| disk::sync_file(&aside)).map_err(failed)?;
    let (item, original) = (sum_of(&aside, name)?, sum_of(from, name)?);
    if item.sha256 != original.sha256 {
        return Err(Error::BackupDamaged { what: "an attachment in it" });
    }
    std::fs::rename(&aside, to).and_then(|()| disk::sync_folder_of(to)).map_err(failed)?;
    Ok(item)
}

fn thin_out(into: &Path, made: &Backup, now: DateTime<Utc>) -> Result<()> {
    let there = backups_in(into)?;
    let times: Vec<DateTime<Utc>> = there.iter().map(|backup| backup.made_at).collect();
    for (old, keep) in there.iter().zip(thin(&times, now)) {
        if !keep && old.folder != made.folder {
            std::fs::remove_dir_all(&old.folder).map_err(Error::file(Step::ThinBackups, &old.folder))?;
        }
    }
    Ok(())
}

/// Takes away shared attachments that no copy names: those of people who were erased. One manifest that cannot
/// be read keeps all of them.
fn sweep(into: &Path) -> Result<()> {
    let mut named = BTreeSet::new();
    for backup in backups_in(into)? {
        let (manifest, _) = Manifest::read(&backup.folder.join("manifest"))?;
        named.extend(manifest.attachments.into_iter().map(|item| item.name));
    }
    let shared = Layout(into.to_owned());
    for file in attachments::files(&shared)? {
        let Ok(name) = file.strip_prefix(into) else { continue };
        if !named.contains(&name.to_string_lossy().replace('\\', "/")) {
            disk::remove_if_there(&file).map_err(Error::file(Step::ThinBackups, &file))?;
        }
    }
    Ok(())
}
