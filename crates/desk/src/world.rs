//! The world as the desk sees it: a clock, a printer, a dialog. Each port has two real things behind it.

use chrono::{DateTime, NaiveDate, Utc};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Instant;

/// Everything outside that the desk may ask.
pub struct World {
    pub clock: Box<dyn Clock>,
    pub picker: Box<dyn Picker>,
    pub printer: Box<dyn crate::printing::Printer>,
    /// How hard a password is to guess from a stolen folder; weaker only in tests.
    pub cost: store::Cost,
    /// Room kept and asked for on the disk of a new office; less only in tests.
    pub room: store::Room,
    /// Version of the program, for the foot of the window.
    pub version: String,
    /// Folder with the demonstration applications, where the program was given one.
    pub demonstration: Option<PathBuf>,
    /// Where papers are saved unless a person chooses another folder.
    pub papers: PathBuf,
}

/// What time it is.
pub trait Clock: Send + Sync {
    fn now(&self) -> DateTime<Utc>;
    /// Time that never goes back and does not run while nobody looks at it; for idle minutes.
    fn running(&self) -> std::time::Duration;
}

/// The clock of the computer.
pub struct SystemClock {
    started: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        Self { started: Instant::now() }
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the computer for the time"
    )]
    fn now(&self) -> DateTime<Utc> {
        DateTime::<Utc>::from(std::time::SystemTime::now())
    }
    fn running(&self) -> std::time::Duration {
        self.started.elapsed()
    }
}

/// The clock of the demonstration office: it began on a fixed day and runs on from there, so that the
/// demonstration applications with their fixed dates are met on the day they were made for.
pub struct ShiftedClock {
    system: SystemClock,
    shift: chrono::Duration,
}

impl ShiftedClock {
    /// A clock that shows `then` at the moment the computer's clock shows `at`.
    pub fn showing(then: DateTime<Utc>, at: DateTime<Utc>) -> Self {
        Self { system: SystemClock::default(), shift: then - at }
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> DateTime<Utc> {
        self.system.now() + self.shift
    }
    fn running(&self) -> std::time::Duration {
        self.system.running()
    }
}

/// A clock that is moved by hand: for tests and rehearsals.
pub struct FixedClock {
    now: Mutex<(DateTime<Utc>, std::time::Duration)>,
}

impl FixedClock {
    pub fn at(now: DateTime<Utc>) -> Self {
        Self { now: Mutex::new((now, std::time::Duration::ZERO)) }
    }
    /// Lets time pass.
    pub fn pass(&self, time: std::time::Duration) {
        let mut now = self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        now.0 += time;
        now.1 += time;
    }
    /// Puts the civil clock somewhere else, as a person would; the running time is not touched.
    pub fn set(&self, instant: DateTime<Utc>) {
        self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner).0 = instant;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner).0
    }
    fn running(&self) -> std::time::Duration {
        self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner).1
    }
}

impl<C: Clock> Clock for std::sync::Arc<C> {
    fn now(&self) -> DateTime<Utc> {
        (**self).now()
    }
    fn running(&self) -> std::time::Duration {
        (**self).running()
    }
}

/// Asks the person for a folder: the system's dialog, or an answer prepared by a test.
pub trait Picker: Send + Sync {
    fn folder(&self) -> Option<PathBuf>;
    /// Opens a folder in the system's file manager.
    fn show(&self, folder: &std::path::Path) -> Result<(), String>;
}

/// A picker with its answer given in advance; it remembers what it was asked to show.
#[derive(Default)]
pub struct PreparedPicker {
    pub answer: Option<PathBuf>,
    pub shown: Mutex<Vec<PathBuf>>,
}

impl Picker for PreparedPicker {
    fn folder(&self) -> Option<PathBuf> {
        self.answer.clone()
    }
    fn show(&self, folder: &std::path::Path) -> Result<(), String> {
        self.shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(folder.to_owned());
        Ok(())
    }
}

/// How hard a password is to guess from a stolen folder on this computer.
pub fn strength() -> store::Cost {
    store::Cost::standard()
}

/// Room a real office keeps and asks for on its disk.
pub fn room() -> store::Room {
    store::Room::standard()
}

/// For the small disks of tests and for nothing else.
pub fn room_for_tests() -> store::Room {
    store::Room::small_for_tests()
}

/// Weak and fast: for tests and for nothing else.
pub fn strength_for_tests() -> store::Cost {
    store::Cost::weak_for_tests()
}

/// Civil date of an instant at a place.
pub fn civil(instant: DateTime<Utc>, region: rules::region::Region) -> NaiveDate {
    instant.with_timezone(&region.zone()).date_naive()
}

/// `2026-10-24T18:07` on the wall of the office.
pub fn wall(instant: DateTime<Utc>, region: rules::region::Region) -> String {
    instant.with_timezone(&region.zone()).format("%Y-%m-%dT%H:%M").to_string()
}
