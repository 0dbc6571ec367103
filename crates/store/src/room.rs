//! Room on the disk: asked before work begins, so that what began can end.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::connect::{get_meta, put_meta, wal_of};
use crate::error::{Error, Result};
use crate::layout::Layout;
use crate::open::Store;

const MIB: u64 = 1024 * 1024;
/// Above this the write-ahead log is cut when it is empty; by itself it is emptied at a quarter of it.
pub(crate) const LOG_BYTES_MAX: u64 = 16 * MIB;
/// Kept beside what is copied to another disk: folders, a manifest.
const BESIDE_A_COPY: u64 = MIB;
/// Where a vault keeps sizes other than the standard ones.
const META: &str = "room";

/// How much room a vault keeps and asks for, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Kept in a file, for what must end on a full disk: signing in, closing, emptying the log.
    pub(crate) reserve_bytes: u64,
    /// Free before a note is written; taken from the reserve when it is not.
    pub(crate) note_bytes: u64,
    /// Below this no work begins. More than the reserve, so that work never uses what the reserve gave up.
    pub(crate) floor_bytes: u64,
    /// Below this the person is warned.
    pub(crate) little_bytes: u64,
}

impl Room {
    /// A full write-ahead log twice over in the reserve; a warning when some days of applications still fit.
    pub fn standard() -> Room {
        Room {
            reserve_bytes: 2 * LOG_BYTES_MAX,
            note_bytes: MIB,
            floor_bytes: 64 * MIB,
            little_bytes: 512 * MIB,
        }
    }

    /// For disks of some mebibytes.
    pub fn small_for_tests() -> Room {
        Room {
            reserve_bytes: MIB + MIB / 2,
            note_bytes: MIB / 4,
            floor_bytes: 2 * MIB,
            little_bytes: 4 * MIB,
        }
    }

    /// Sizes that are the standard ones are not kept: a later program may know better.
    pub(crate) fn keep(self, db: &Connection) -> Result<()> {
        if self == Room::standard() {
            return Ok(());
        }
        let text = serde_json::to_vec(&self)
            .map_err(|source| Error::Unreadable { what: "sizes", source: Some(source) })?;
        put_meta(db, META, &text)
    }

    pub(crate) fn of(db: &Connection) -> Result<Room> {
        let kept = get_meta(db, META)?.and_then(|text| serde_json::from_slice(&text).ok());
        Ok(kept.unwrap_or_else(Room::standard))
    }
}

/// What is free on the disk of a vault, and what that allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headroom {
    /// The disk as a person knows it: a drive, or where it is mounted.
    pub disk: PathBuf,
    pub free_bytes: u64,
    /// Free bytes below which no work begins.
    pub needed_bytes: u64,
    pub state: RoomState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomState {
    Enough,
    /// Work goes on; somebody should make room soon.
    Little,
    /// Nothing new is written. Reading, signing in, printing and closing go on.
    Low,
}

impl Store {
    /// How much room there is for work. A disk that does not tell has enough: writing will show.
    pub fn headroom(&self) -> Headroom {
        let Room { floor_bytes, little_bytes, .. } = self.room;
        let free_bytes = free_bytes(self.dir()).unwrap_or(u64::MAX);
        let state = match free_bytes {
            free if free < floor_bytes => RoomState::Low,
            free if free < little_bytes => RoomState::Little,
            _ => RoomState::Enough,
        };
        Headroom { disk: disk_of(self.dir()), free_bytes, needed_bytes: floor_bytes, state }
    }

    /// Refuses to begin what will put so many bytes beside the database.
    ///
    /// # Errors
    /// [`Error::DiskLow`] with what is free and what is needed.
    pub fn ask_room(&self, bytes: u64) -> Result<()> {
        ask(self.dir(), self.room.floor_bytes.saturating_add(bytes))
    }

    /// The same for a file or folder elsewhere; on the disk of the vault its floor stays free too.
    ///
    /// # Errors
    /// [`Error::DiskLow`] with what is free and what is needed.
    pub fn ask_room_at(&self, folder: &Path, bytes: u64) -> Result<()> {
        ask_beside(folder, bytes, &self.layout, self.room)
    }

    /// Bytes of the database with its log.
    pub(crate) fn database_bytes(&self) -> u64 {
        database_bytes(&self.layout)
    }
}

pub(crate) fn ask_beside(folder: &Path, bytes: u64, vault: &Layout, room: Room) -> Result<()> {
    let there = existing(folder);
    let beside = if same_disk(&vault.0, there) { room.floor_bytes } else { BESIDE_A_COPY };
    ask(there, bytes.saturating_add(beside))
}

/// Refuses when less than this is free.
pub(crate) fn ask(folder: &Path, needed_bytes: u64) -> Result<()> {
    match free_bytes(folder) {
        Some(free_bytes) if free_bytes < needed_bytes => {
            Err(Error::DiskLow { disk: disk_of(folder), free_bytes, needed_bytes })
        }
        // A disk that does not tell is not refused: writing will show.
        Some(_) | None => Ok(()),
    }
}

/// Bytes this program may still write to the disk of a folder; none when the system does not tell.
pub(crate) fn free_bytes(folder: &Path) -> Option<u64> {
    fs4::available_space(existing(folder)).ok()
}

/// Bytes of a database with its log.
pub(crate) fn database_bytes(layout: &Layout) -> u64 {
    bytes(&layout.database()) + log_bytes(layout)
}

pub(crate) fn log_bytes(layout: &Layout) -> u64 {
    bytes(&wal_of(&layout.database()))
}

fn bytes(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |meta| meta.len())
}

/// The folder itself, or the nearest above it that is there: what will be made in it lies on the same disk.
fn existing(folder: &Path) -> &Path {
    folder.ancestors().find(|place| place.exists()).unwrap_or(folder)
}

#[cfg(unix)]
pub(crate) fn same_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| std::fs::metadata(path).map(|meta| meta.dev()).ok();
    device(one).is_some_and(|found| Some(found) == device(other))
}

#[cfg(not(unix))]
pub(crate) fn same_disk(one: &Path, other: &Path) -> bool {
    // A drive letter or a share is one disk as far as a path can tell.
    let root = |path: &Path| match path.components().next() {
        Some(std::path::Component::Prefix(prefix)) => Some(prefix.as_os_str().to_ascii_lowercase()),
        Some(_) | None => None,
    };
    root(one).is_some_and(|found| Some(found) == root(other))
}

/// The topmost folder above this one that lies on the same disk.
#[cfg(unix)]
fn disk_of(folder: &Path) -> PathBuf {
    let folder = existing(folder);
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let same = |above: &&Path| same_disk(above, &folder);
    folder.ancestors().take_while(same).last().unwrap_or(&folder).to_owned()
}

/// The drive or the share.
#[cfg(not(unix))]
fn disk_of(folder: &Path) -> PathBuf {
    use std::path::Component;
    let root = |part: &Component<'_>| matches!(part, Component::Prefix(_) | Component::RootDir);
    let found: PathBuf = folder.components().take_while(root).collect();
    if found.as_os_str().is_empty() { folder.to_owned() } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reserve_gives_up_is_never_enough_for_work() {
        for room in [Room::standard(), Room::small_for_tests()] {
            assert!(room.reserve_bytes < room.floor_bytes, "{room:?}");
            assert!(room.floor_bytes < room.little_bytes, "warned before it is refused: {room:?}");
            assert!(room.note_bytes <= room.reserve_bytes / 4, "it lasts for several notes: {room:?}");
        }
        assert!(Room::standard().reserve_bytes >= 2 * LOG_BYTES_MAX, "a full log can be emptied");
    }

    #[test]
    fn a_folder_that_is_not_there_yet_lies_on_the_disk_above_it() {
        let folder = tempfile::tempdir().unwrap();
        let later = folder.path().join("not").join("yet");
        assert!(free_bytes(&later).is_some_and(|free| free > 0), "its disk tells how much is free");
        assert_eq!(disk_of(&later), disk_of(folder.path()), "and is the same one");
        assert!(disk_of(folder.path()).parent().is_none_or(|above| !same_disk(above, folder.path())));
        let asked = ask(&later, u64::MAX);
        let Err(Error::DiskLow { disk, free_bytes, needed_bytes: u64::MAX }) = asked else {
            panic!("nothing has so much: {asked:?}");
        };
        assert!(free_bytes > 0 && disk == disk_of(folder.path()), "told with its figures");
        assert!(ask(&later, 1).is_ok(), "one byte is there");
    }
}
