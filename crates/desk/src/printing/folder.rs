//! A folder in the place of a printer: for computers without one, and for tests.

use super::port::{Device, JobId, JobState, Order, PrintFailure, Printer};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

/// Saves what would have been printed, one file a job and never over another.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

/// Its name among the devices.
pub const FOLDER_DEVICE: &str = "folder";
/// Jobs of one day under one title; more means something else is wrong.
const SAME_TITLE_MAX: u32 = 10_000;

impl Folder {
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }
}

impl Printer for Folder {
    fn list(&self) -> Result<Vec<Device>, PrintFailure> {
        let title = self.path.display().to_string();
        Ok(vec![Device { name: FOLDER_DEVICE.to_owned(), title, default: true, accepting: true }])
    }

    fn submit(&self, order: &Order<'_>) -> Result<JobId, PrintFailure> {
        order.check()?;
        if order.device.is_some_and(|name| name != FOLDER_DEVICE) {
            return Err(PrintFailure::UnknownPrinter);
        }
        fs::create_dir_all(&self.path)
            .map_err(|source| PrintFailure::Write { path: self.path.clone(), source })?;
        for n in 1..=SAME_TITLE_MAX {
            let name = format!("{} {n}.pdf", order.title.as_str());
            let path = self.path.join(&name);
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(mut file) => {
                    let written = file.write_all(order.pdf).and_then(|()| file.sync_all());
                    return written
                        .map(|()| JobId(name))
                        .map_err(|source| PrintFailure::Write { path, source });
                }
                Err(source) if source.kind() == ErrorKind::AlreadyExists => {}
                Err(source) => return Err(PrintFailure::Write { path, source }),
            }
        }
        let source = std::io::Error::from(ErrorKind::AlreadyExists);
        Err(PrintFailure::Write { path: self.path.clone(), source })
    }

    fn status(&self, job: &JobId) -> Result<JobState, PrintFailure> {
        // The id is a file name of ours; anything with a way out of the folder is not.
        let ours = !job.0.contains(['/', '\\']) && job.0 != "..";
        Ok(if ours && self.path.join(&job.0).is_file() { JobState::Sent } else { JobState::Unknown })
    }
}
