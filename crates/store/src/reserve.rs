//! The reserve: a file that only keeps room. When a step that must end meets a full disk, a piece of it is
//! given up and the step is done again. Its content means nothing and its length is what is left, so that
//! neither a power cut nor a missing file is damage. It goes into no backup, copy or export.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};

use crate::disk;
use crate::error::{Error, Result, Step};
use crate::ids::random;
use crate::layout::Layout;
use crate::room::{Room, free_bytes};

/// Free before a database is opened: its shared memory is a file that the engine writes to through the
/// memory, where a full disk is no error but the end of the program.
pub(crate) const OPENING_BYTES: u64 = 128 * 1024;
/// Without so much it is not opened at all: one piece of that memory, and the beginning of a log.
pub(crate) const OPENING_BYTES_MIN: u64 = 48 * 1024;
/// The smallest piece that is given up.
const PIECE_BYTES_MIN: u64 = 64 * 1024;
const CHUNK: usize = 64 * 1024;

/// What is left of it; nothing where something else lies under its name.
pub(crate) fn bytes(layout: &Layout) -> u64 {
    fs::symlink_metadata(layout.reserve()).ok().filter(fs::Metadata::is_file).map_or(0, |meta| meta.len())
}

/// Fills it to its size. Random bytes, because a disk may compress or leave out others.
pub(crate) fn fill(layout: &Layout, room: Room) -> Result<()> {
    let path = layout.reserve();
    let mut left = room.reserve_bytes.saturating_sub(bytes(layout));
    let stranger = fs::symlink_metadata(&path).is_ok_and(|meta| !meta.is_file());
    // Neither a pipe that waits for a reader nor a link to somewhere else is filled.
    if left == 0 || stranger {
        return Ok(());
    }
    let failed = |error| Error::file(Step::KeepReserve, &path)(error);
    let mut file =
        disk::create_private(&path, OpenOptions::new().append(true).create(true)).map_err(failed)?;
    while left > 0 {
        let noise = random::<CHUNK>()?;
        let part = noise.get(..usize::try_from(left).unwrap_or(CHUNK).min(CHUNK)).unwrap_or(&noise);
        file.write_all(part).map_err(failed)?;
        left -= part.len() as u64;
    }
    file.sync_all().and_then(|()| disk::sync_folder(&layout.0)).map_err(failed)
}

/// Fills it where that leaves room for work. Failing is no harm: it is tried again.
pub(crate) fn fill_if_there_is_room(layout: &Layout, room: Room) {
    let missing = room.reserve_bytes.saturating_sub(bytes(layout));
    if missing > 0
        && free_bytes(&layout.0).is_some_and(|free| free >= room.floor_bytes.saturating_add(missing))
    {
        let _ = fill(layout, room);
    }
}

/// Gives up pieces until so much is free; goes on without it when nothing is left to give.
pub(crate) fn make_way(layout: &Layout, wanted_bytes: u64) {
    while is_below(layout, wanted_bytes) && give_up(layout) {}
}

/// Whether the disk of the vault tells that less than this is free.
pub(crate) fn is_below(layout: &Layout, wanted_bytes: u64) -> bool {
    free_bytes(&layout.0).is_some_and(|free| free < wanted_bytes)
}

/// Does what must end: for each time the disk is full a piece is given up, until it is done or nothing is left.
pub(crate) fn insist<T>(layout: &Layout, mut step: impl FnMut() -> Result<T>) -> Result<T> {
    loop {
        match step() {
            Err(Error::DiskFull { .. }) if give_up(layout) => {}
            done => return done,
        }
    }
}

/// Gives up an eighth of what is left: others fill a full disk too, and the next step needs its piece.
fn give_up(layout: &Layout) -> bool {
    let path = layout.reserve();
    let left = bytes(layout);
    let kept = left - (left / 8).max(PIECE_BYTES_MIN).min(left);
    let given = match (left, kept) {
        (0, _) => return false,
        (_, 0) => fs::remove_file(&path),
        // The system may hand out freed blocks only when it has written down that they are free.
        _ => OpenOptions::new().write(true).open(&path).and_then(|file| {
            file.set_len(kept)?;
            file.sync_all()
        }),
    };
    // What can be neither cut nor removed ends the trying.
    given.or_else(|_: io::Error| fs::remove_file(&path)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Error {
        Error::file(Step::KeepReserve, std::path::Path::new("x"))(io::ErrorKind::StorageFull.into())
    }

    #[test]
    fn it_is_given_up_piece_by_piece_and_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout(folder.path().to_owned());
        let room = Room::small_for_tests();
        fill(&layout, room).unwrap();
        assert_eq!(bytes(&layout), room.reserve_bytes, "its size");
        let content = fs::read(layout.reserve()).unwrap();
        let differing = content.chunks(512).map(<[u8]>::to_vec).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(differing.len(), content.len() / 512, "no two sectors are alike");
        let mut tries = 0;
        let done = insist(&layout, || {
            tries += 1;
            if tries < 3 { Err(full()) } else { Ok(tries) }
        });
        assert_eq!(done.unwrap(), 3, "done at the third try");
        let left = bytes(&layout);
        assert!(left < room.reserve_bytes && left > room.reserve_bytes / 2, "two pieces went: {left}");
        let mut tries = 0;
        let never: Result<()> = insist(&layout, || {
            tries += 1;
            Err(full())
        });
        assert!(matches!(never, Err(Error::DiskFull { .. })), "what cannot end says so");
        assert!(tries < 40 && !layout.reserve().exists(), "after all was given, {tries} tries");
        fill_if_there_is_room(&layout, room);
        assert_eq!(bytes(&layout), room.reserve_bytes, "there is room, so it is there again");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_under_its_name_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout(folder.path().to_owned());
        let elsewhere = folder.path().join("elsewhere");
        fs::write(&elsewhere, b"a paper").unwrap();
        std::os::unix::fs::symlink(&elsewhere, layout.reserve()).unwrap();
        fill(&layout, Room::small_for_tests()).unwrap();
        assert!(!give_up(&layout), "there is nothing to give up");
        assert_eq!(fs::read(&elsewhere).unwrap(), b"a paper", "what it leads to is untouched");
    }

    #[test]
    fn another_failure_costs_nothing_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout(folder.path().to_owned());
        fill(&layout, Room::small_for_tests()).unwrap();
        let refused: Result<()> = insist(&layout, || Err(Error::NoVault));
        assert!(matches!(refused, Err(Error::NoVault)), "passed on");
        assert_eq!(bytes(&layout), Room::small_for_tests().reserve_bytes, "untouched");
    }
}
