//! What a backup says of itself: sums of its files, where its journal ends, a MAC over all of it.

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Backup;
use crate::connect::{get_meta, put_meta};
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::keys::seal::{self, Secret, as_hex};
use crate::write::Tx;

pub(crate) const FORMAT: u32 = 1;
const TITLE: &str = "tanu backup 1";
const BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    Automatic,
    OnDemand,
    BeforeUpgrade,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) format: u32,
    pub(crate) vault: Uuid,
    pub(crate) epoch: u64,
    pub(crate) schema: u32,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) reason: Reason,
    pub(crate) last_seq: u64,
    #[serde(with = "as_hex")]
    pub(crate) last_hash: [u8; 32],
    pub(crate) database: Item,
    pub(crate) keys: Item,
    pub(crate) attachments: Vec<Item>,
    /// Absent in backups of earlier programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) about: Option<About>,
}

/// What may be told of a backup before anybody opens it: no person, no number of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// What the desk wrote of the vault with [`crate::Tx::put_label`]: whose it is.
    pub label: String,
    pub cases: u64,
}

impl About {
    /// Read from the copy itself.
    pub(crate) fn of(db: &Connection) -> Result<Self> {
        let label = get_meta(db, LABEL)?.unwrap_or_default();
        let cases = db
            .query_row("SELECT count(*) FROM case_row", [], |row| row.get::<_, i64>(0))
            .map_err(Error::sql(Step::Backup))?;
        Ok(Self { label: String::from_utf8_lossy(&label).into_owned(), cases: cases as u64 })
    }
}

/// Where the label of a vault is kept.
const LABEL: &str = "label";

impl Tx<'_> {
    /// What every backup from now on says of the vault to whoever finds it. It stands in clear: no person.
    pub fn put_label(&mut self, label: &str) -> Result<()> {
        put_meta(&self.db, LABEL, label.as_bytes())
    }
}

/// One file of a backup.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) bytes: u64,
    #[serde(with = "as_hex")]
    pub(crate) sha256: [u8; 32],
}

/// What must be shown to be true with the vault key in hand.
pub(crate) struct Proof {
    body: String,
    mac: Vec<u8>,
}

impl Proof {
    pub(crate) fn holds(&self, key: &Secret) -> bool {
        seal::same(&key.mac(&[self.body.as_bytes()]), &self.mac)
    }
}

impl Manifest {
    pub(crate) fn write(&self, path: &Path, key: &Secret) -> Result<()> {
        let body = serde_json::to_string(self)
            .map_err(|source| Error::Unreadable { what: "manifest", source: Some(source) })?;
        let text = format!("{TITLE}\n{body}\n{}\n", seal::hex(&key.mac(&[body.as_bytes()])));
        disk::replace(path, text.as_bytes()).map_err(Error::file(Step::Backup, path))
    }

    pub(crate) fn read(path: &Path) -> Result<(Manifest, Proof)> {
        let bytes = disk::read_limited(path, BYTES_MAX).map_err(Error::file(Step::Restore, path))?;
        Self::parse(&bytes)
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<(Manifest, Proof)> {
        let damaged = Error::BackupDamaged { what: "its manifest" };
        let Ok(text) = std::str::from_utf8(bytes) else { return Err(damaged) };
        let mut lines = text.split('\n');
        let (Some(TITLE), Some(body), Some(mac), Some(""), None) =
            (lines.next(), lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(damaged);
        };
        let manifest: Option<Manifest> = serde_json::from_str(body).ok();
        let (Some(manifest), Some(mac)) = (manifest, seal::unhex(mac)) else { return Err(damaged) };
        Ok((manifest, Proof { body: body.to_owned(), mac }))
    }

    pub(crate) fn describe(&self, folder: PathBuf) -> Backup {
        Backup {
            folder,
            made_at: self.made_at,
            reason: self.reason,
            last_seq: self.last_seq,
            bytes: self.bytes(),
            attachments: self.attachments.len() as u64,
            schema: self.schema,
            about: self.about.clone(),
        }
    }

    /// Bytes of all its files. Said before anything is proved: sizes that nobody could have add up to the largest
    /// number.
    pub(crate) fn bytes(&self) -> u64 {
        let files = self.attachments.iter().chain([&self.database, &self.keys]);
        files.fold(0, |sum, item| sum.saturating_add(item.bytes))
    }

    /// Compares every file with its sum.
    pub(crate) fn check_files(&self, folder: &Path) -> Result<()> {
        for (item, what) in [(&self.database, "its database"), (&self.keys, "its key file")] {
            item.check(folder, what)?;
        }
        self.attachments.iter().try_for_each(|item| item.check(folder, "an attachment in it"))
    }
}

impl Item {
    /// The path inside of a folder; nothing that a forged manifest says leads out of it.
    pub(crate) fn path_in(&self, folder: &Path) -> Result<PathBuf> {
        let plain = |part: &str| {
            !part.is_empty()
                && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
                && !part.starts_with('.')
        };
        if !self.name.split('/').all(plain) {
            return Err(Error::BackupDamaged { what: "a name in its manifest" });
        }
        Ok(self.name.split('/').fold(folder.to_owned(), |path, part| path.join(part)))
    }

    /// Where the file lies: in the backup, or among those that the copies of one folder share.
    pub(crate) fn found_in(&self, folder: &Path) -> Result<PathBuf> {
        let own = self.path_in(folder)?;
        match folder.parent() {
            Some(shared) if !own.exists() => self.path_in(shared),
            Some(_) | None => Ok(own),
        }
    }

    fn check(&self, folder: &Path, what: &'static str) -> Result<()> {
        let path = self.found_in(folder)?;
        if !std::fs::metadata(&path).is_ok_and(|meta| meta.len() == self.bytes) {
            return Err(Error::BackupDamaged { what });
        }
        match sum_of(&path, &self.name) {
            Ok(found) if found.sha256 == self.sha256 => Ok(()),
            Ok(_) | Err(_) => Err(Error::BackupDamaged { what }),
        }
    }
}

/// Size and SHA-256 of a file, read in pieces.
pub(crate) fn sum_of(path: &Path, name: &str) -> Result<Item> {
    let failed = |error| Error::file(Step::Backup, path)(error);
    let mut file = disk::open_plain(path).map_err(failed)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0u8; 1 << 20];
    let mut bytes = 0u64;
    loop {
        let read = file.read(&mut buffer).map_err(failed)?;
        let Some(piece) = buffer.get(..read).filter(|piece| !piece.is_empty()) else { break };
        hash.update(piece);
        bytes += piece.len() as u64;
    }
    Ok(Item { name: name.to_owned(), bytes, sha256: hash.finalize().into() })
}
