//! What a person finds in a folder before anything is opened: which backups lie there, and in what condition.

use std::path::Path;

use super::{Backup, Manifest, backups_in};
use crate::error::{Error, Result, Step};
use crate::layout::Layout;
use crate::migrate;

/// Whether a backup can be used, as far as it can be told without its keys. Opening it proves the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Every file is as its manifest says.
    Whole,
    Damaged,
    /// Made by a newer program.
    Newer,
    /// Too much to be read at once; restoring it looks at it.
    NotRead,
}

/// Backups in a folder: the folder may be a backup itself, hold some, or be the data folder of another PC.
/// The newest first; the files of the first `read_bytes_max` bytes of them are read and compared with their sums.
///
/// # Errors
/// The folder cannot be read.
pub fn find_backups(folder: &Path, read_bytes_max: u64) -> Result<Vec<(Backup, Condition)>> {
    std::fs::read_dir(folder).map_err(Error::file(Step::Restore, folder))?;
    let mut found = match Manifest::read(&folder.join("manifest")) {
        Ok((manifest, _)) => vec![manifest.describe(folder.to_owned())],
        Err(_) => backups_in(folder)?,
    };
    if found.is_empty() {
        found = backups_in(&Layout(folder.to_owned()).backups())?;
    }
    if found.is_empty() {
        found = in_folders_of_vaults(folder)?;
    }
    found.sort_by_key(|backup| std::cmp::Reverse((backup.made_at, backup.last_seq)));
    let mut read_bytes = 0u64;
    let judged = found.into_iter().map(|backup| {
        read_bytes = read_bytes.saturating_add(backup.bytes);
        let condition = if backup.schema > migrate::LATEST {
            Condition::Newer
        } else if read_bytes > read_bytes_max {
            Condition::NotRead
        } else {
            look_at(&backup.folder)
        };
        (backup, condition)
    });
    Ok(judged.collect())
}

/// A stick holds one folder for each vault that is copied to it.
fn in_folders_of_vaults(folder: &Path) -> Result<Vec<Backup>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(Error::file(Step::Restore, folder))? {
        let entry = entry.map_err(Error::file(Step::Restore, folder))?;
        let path = entry.path();
        let ours =
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(super::away::PREFIX));
        if ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            found.extend(backups_in(&path)?);
        }
    }
    Ok(found)
}

fn look_at(folder: &Path) -> Condition {
    let looked = Manifest::read(&folder.join("manifest")).and_then(|(read, _)| read.check_files(folder));
    if looked.is_ok() { Condition::Whole } else { Condition::Damaged }
}
