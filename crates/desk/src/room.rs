//! Room on the disk as the window is told of it: a warning while work goes on, another when it stops.

use crate::contract::session::{DiskState, DiskView};
use crate::desk::Desk;
use crate::failure::{free_mib, needed_mib};
use std::sync::{Mutex, PoisonError};
use store::{RoomState, Store};

/// Told anew when the figure moved by this many mebibytes.
const STEP_MIB: u32 = 16;

/// What the window was told last.
#[derive(Default)]
pub(crate) struct Told(Mutex<Option<(DiskState, u32)>>);

impl Told {
    /// Remembers what is told now; true when it was something else before.
    pub(crate) fn now(&self, disk: Option<&DiskView>) -> bool {
        let seen = disk.map(|disk| (disk.state, disk.free_mib / STEP_MIB));
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *told, seen) != seen
    }
}

pub(crate) fn of(store: &Store) -> Option<DiskView> {
    let room = store.headroom();
    let state = match room.state {
        RoomState::Enough => return None,
        RoomState::Little => DiskState::Little,
        RoomState::Low => DiskState::Low,
    };
    Some(DiskView {
        state,
        disk: room.disk.to_string_lossy().into_owned(),
        folder: store.dir().to_string_lossy().into_owned(),
        free_mib: free_mib(room.free_bytes),
        needed_mib: needed_mib(room.needed_bytes),
    })
}

impl Desk {
    /// Looks at the disk; true when the window should ask for the session again.
    pub fn look_at_the_disk(&self) -> bool {
        let seen = self.seat().as_ref().and_then(|desk| of(&desk.store));
        self.told.now(seen.as_ref())
    }
}
