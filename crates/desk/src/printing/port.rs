//! The port to the printers of the computer: list them, hand over a finished PDF, ask what became of it.

use std::fmt;
use std::path::PathBuf;

/// A printer as the spooler knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Name the spooler takes.
    pub name: String,
    /// What people call it; the name where nobody described it.
    pub title: String,
    pub default: bool,
    /// Takes jobs and is not stopped.
    pub accepting: bool,
}

/// What stands in the printer's queue beside the job, for everybody to see: never a name, an ИИН or a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title(String);

impl Title {
    /// `Tanu 2025-03-11` and the place of the job in the day.
    #[must_use]
    pub fn of_day(day: chrono::NaiveDate, serial: u32) -> Self {
        Self(format!("Tanu {day} {serial}"))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Most copies one job may ask for; a typing error should not empty the tray.
pub const COPIES_MAX: u8 = 20;

/// A finished PDF on its way to paper.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// The name of a [`Device`], or `None` for the default one.
    pub device: Option<&'a str>,
    pub title: Title,
    pub pdf: &'a [u8],
    /// 1 to [`COPIES_MAX`].
    pub copies: u8,
    /// Both sides of the sheet, turned along the long edge.
    pub both_sides: bool,
}

/// The spooler's name of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobId(pub String);

impl fmt::Display for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the spooler says of a job. It does not see the sheets: a person ticks what came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// In the queue or being sent.
    Waiting,
    /// Handed to the printer in full.
    Sent,
    /// Cancelled, or given up by the spooler.
    Failed,
    /// The spooler has forgotten it.
    Unknown,
}

/// The printers of a computer, or a folder in their place.
pub trait Printer: Send + Sync {
    /// # Errors
    /// The spooler does not answer. No printer at all is an empty list.
    fn list(&self) -> Result<Vec<Device>, PrintFailure>;

    /// # Errors
    /// See [`PrintFailure`]; nothing was handed over then.
    fn submit(&self, order: &Order<'_>) -> Result<JobId, PrintFailure>;

    /// # Errors
    /// The spooler does not answer.
    fn status(&self, job: &JobId) -> Result<JobState, PrintFailure>;
}

/// Why nothing was handed to a printer. [`PrintFailure::code`] is the key of the words.
#[derive(Debug, thiserror::Error)]
pub enum PrintFailure {
    #[error("this computer has no print spooler")]
    NoSpooler(#[source] std::io::Error),
    #[error("there is no printer")]
    NoPrinter,
    #[error("the printer is not known to the spooler")]
    UnknownPrinter,
    #[error("{asked} copies are not between 1 and {COPIES_MAX}")]
    Copies { asked: u8 },
    #[error("what was to be printed is not a PDF")]
    NotAPdf,
    #[error("the spooler did not answer in {seconds} s")]
    Silent { seconds: u64 },
    #[error("the spooler refused: {said}")]
    Refused { said: String },
    #[error("could not run {program}")]
    Run {
        program: &'static str,
        #[source]
        source: std::io::Error,
    },
    #[error("could not write {}", path.display())]
    Write {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
}

impl PrintFailure {
    /// Key of the words that tell a person, `print-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            PrintFailure::NoSpooler(_) => "no-spooler",
            PrintFailure::NoPrinter => "no-printer",
            PrintFailure::UnknownPrinter => "unknown-printer",
            PrintFailure::Copies { .. } => "copies-out-of-range",
            PrintFailure::NotAPdf => "not-a-pdf",
            PrintFailure::Silent { .. } => "silent",
            PrintFailure::Refused { .. } => "refused",
            PrintFailure::Run { .. } => "run",
            PrintFailure::Write { .. } => "write",
        }
    }
}

impl Order<'_> {
    /// What every printer asks of an order before it touches the world.
    pub(super) fn check(&self) -> Result<(), PrintFailure> {
        if !(1..=COPIES_MAX).contains(&self.copies) {
            return Err(PrintFailure::Copies { asked: self.copies });
        }
        if !self.pdf.starts_with(b"%PDF-") {
            return Err(PrintFailure::NotAPdf);
        }
        Ok(())
    }
}
