//! Copies of the database: what there is, restoring one, the copies on another disk, the data of one person.

use super::limits::{Password, Text};
use super::said::Said;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupRow {
    pub name: String,
    pub at: String,
    pub bytes: u64,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupNow {
    /// Null: the folder of backups beside the data.
    pub folder: Option<Text<4096>>,
}

/// Where to look for backups before anybody is signed in.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LookForBackups {
    /// A backup, a folder of backups, a disk that copies are carried to, or the data folder of another PC.
    pub folder: Text<4096>,
}

/// A backup as it tells of itself before it is opened.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FoundBackup {
    /// Its full path; what restoring takes.
    pub folder: String,
    /// Local time it was made.
    pub at: String,
    pub bytes: u64,
    /// Copies of documents in it; an automatic backup beside the data has none of its own.
    pub documents: u32,
    /// Null in backups of earlier programs, as the names of the office.
    pub cases: Option<u32>,
    pub office_kk: Option<String>,
    pub office_ru: Option<String>,
    pub condition: BackupCondition,
}

/// Whether a backup passed the check that needs no key; restoring checks the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupCondition {
    Whole,
    Damaged,
    /// Made by a newer program.
    Newer,
    /// Too large to be read for the list.
    NotRead,
}

/// Puts a backup into an empty data folder.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Restore {
    pub folder: Text<4096>,
    pub key: RestoreKey,
}

/// What opens the backup.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum RestoreKey {
    /// Seats the person at once.
    Password { login: Text<64>, password: Password },
    /// Leaves the desk locked: with the same code one person gets a new password.
    Card { code: Text<120> },
}

/// A person has looked at what was restored or copied.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmRestored {
    /// What was compared and why work may go on; kept in the journal.
    pub reason: Text<500>,
}

/// The copies on another disk.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AwayView {
    /// Null: nobody has chosen one.
    pub folder: Option<String>,
    /// Days without a good copy after which the administrator is warned.
    pub warn_days: u16,
    /// Local time of the last good copy.
    pub last: Option<String>,
    /// Days since then, or since the office was founded.
    pub days: u32,
    pub overdue: bool,
    /// Why the last try came to nothing.
    pub problem: Option<Said>,
    /// The folder lies on the disk of the data: it is lost together with them.
    pub same_disk: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetAway {
    /// Null: no copies on another disk.
    pub folder: Option<Text<4096>>,
    /// 1 to 90.
    pub warn_days: u16,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Exported {
    pub path: String,
    pub bytes: u32,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportCase {
    pub case: Uuid,
    pub folder: Text<4096>,
    /// Locks the file; told to the person by another way than the file.
    pub passphrase: Password,
}
