//! One workplace: its use cases and the contract with the window. The world comes through ports.

pub mod contract;
pub mod desk;
pub mod world;

pub mod away;
pub mod backup;
pub mod calendar;
pub mod card;
pub mod case;
mod chosen;
pub mod crash;
pub mod demonstration;
mod failure;
pub mod intake;
pub mod journal;
pub mod law;
pub mod office;
pub mod paper;
pub mod password;
pub mod people;
pub mod printing;
pub mod project;
pub mod queue;
pub mod refusal;
pub mod register;
mod room;
pub mod say;
pub mod sealing;
pub mod search;
pub(crate) mod services;
pub mod session;
pub mod settings;
pub mod workplace;

pub use desk::{Desk, Reply};
