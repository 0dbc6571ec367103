//! The real window under WebDriver: the first journey through the house, what is closed to the outside,
//! and what survives a power cut. Every test has a display, a driver and an office of its own.
#![cfg(unix)]
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where the window does")]

mod acts;
mod axe;
mod batch;
mod closed;
mod dropping;
mod journey;
mod keyboard;
mod left_behind;
mod letter;
mod looks;
mod office;
mod office_data;
mod paper;
mod person;
mod portrait;
mod power_cut;
mod registers;
mod restoring;
#[cfg(target_os = "linux")]
mod screen_lock;
mod screens;
mod seat;
mod whole;
mod zoom;
