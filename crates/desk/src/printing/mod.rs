//! Printing: the spooler of the computer behind one port, the journal of copies, the papers of a day in one job.

mod batch;
mod facts;
mod folder;
mod ledger;
mod port;
mod prints;

#[cfg(unix)]
mod cups;
#[cfg(unix)]
mod ipp;
#[cfg(unix)]
mod process;
#[cfg(windows)]
mod windows;

pub(crate) use batch::{day, day_preview, day_save};
#[cfg(unix)]
pub use cups::Cups;
pub(crate) use facts::rows;
pub use folder::{FOLDER_DEVICE, Folder};
pub use ledger::{Copy, Print};
pub use port::{COPIES_MAX, Device, JobId, JobState, Order, PrintFailure, Printer, Title};
pub(crate) use prints::{called_for, cards, mark, next_marks, paper, printers, queue, title, waiting};
#[cfg(windows)]
pub use windows::Windows;

/// The spooler of this computer.
#[cfg(unix)]
#[must_use]
pub fn system() -> Box<dyn Printer> {
    Box::new(Cups::default())
}

/// The spooler of this computer.
#[cfg(windows)]
#[must_use]
pub fn system() -> Box<dyn Printer> {
    Box::new(Windows)
}
