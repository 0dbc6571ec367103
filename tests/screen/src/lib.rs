//! A display of our own: starts Xvfb on a free number, runs a program on it in a process group of its own,
//! and sees what is painted. Used by `make run` where there is no display, by the window tests and the bench.
//!
//! Windows has no virtual display; there the window is opened on the desktop and nothing of this is needed.
#![cfg(unix)]

mod display;
mod drag;
pub mod driver;
mod group;
mod picture;

pub use display::{Display, Size};
pub use driver::Driver;
pub use group::Group;
pub use picture::Picture;

/// What can go wrong with a display or a program on it.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("could not start {program}: install it by name with scripts/packages")]
    Start {
        program: String,
        #[source]
        source: std::io::Error,
    },
    #[error("Xvfb did not say which display it took")]
    NoDisplay,
    #[error("could not make a private folder")]
    Folder(#[source] std::io::Error),
    #[error("could not read the picture of the display")]
    ReadPicture(#[source] std::io::Error),
    #[error("the picture of the display is not one this program reads: {0}")]
    StrangePicture(&'static str),
    #[error("could not write the picture")]
    WritePicture(#[source] std::io::Error),
    #[error("nothing was painted within {0} seconds")]
    NothingPainted(u64),
    #[error("the files could not be dragged: {0}")]
    Drag(String),
    #[error("the program ended before it painted anything: {0}")]
    Ended(std::process::ExitStatus),
}
