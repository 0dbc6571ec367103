//! One workplace: its use cases and the contract with the window. The world comes through ports.

pub mod contract;
pub mod desk;
pub mod world;

mod backup;
mod calendar;
mod case;
pub mod demonstration;
mod failure;
pub mod intake;
mod journal;
mod law;
mod paper;
mod people;
pub mod printing;
mod project;
mod queue;
mod refusal;
pub mod register;
mod say;
pub mod sealing;
mod search;
mod session;
mod settings;
mod workplace;

pub use desk::{Desk, Reply};
