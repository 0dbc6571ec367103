//! Names of the files of a vault.

use std::path::PathBuf;

/// Names of the files of a vault.
pub(crate) struct Layout(pub(crate) PathBuf);

impl Layout {
    pub(crate) fn lock(&self) -> PathBuf {
        self.0.join("lock")
    }
    pub(crate) fn keys(&self) -> PathBuf {
        self.0.join("keys.tanu")
    }
    /// The key file of a rekey under way.
    pub(crate) fn keys_next(&self) -> PathBuf {
        self.0.join("keys.next")
    }
    pub(crate) fn attempts(&self) -> PathBuf {
        self.0.join("attempts")
    }
    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("store.db")
    }
    pub(crate) fn anchor(&self) -> PathBuf {
        self.0.join("head")
    }
    pub(crate) fn salvage(&self) -> PathBuf {
        self.0.join("outbox.log")
    }
    pub(crate) fn attachments(&self) -> PathBuf {
        self.0.join("attachments")
    }
    pub(crate) fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }
    /// Only keeps room, see `reserve.rs`: may be missing or short, and is part of no copy.
    pub(crate) fn reserve(&self) -> PathBuf {
        self.0.join("reserve")
    }
    pub(crate) fn quarantine(&self) -> PathBuf {
        self.0.join("quarantine")
    }
}
