//! The real window under WebDriver: the first journey through the house, what is closed to the outside,
//! and what survives a power cut. Every test has a display, a driver and an office of its own.
#![cfg(unix)]
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where the window does")]

mod axe;
mod closed;
mod dropping;
mod journey;
mod keyboard;
mod looks;
mod office;
mod person;
mod power_cut;
mod screens;
mod seat;
mod whole;
mod zoom;
