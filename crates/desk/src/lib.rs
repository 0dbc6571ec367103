//! One workplace: its use cases and the contract with the window. The world comes through ports.

pub mod contract;

pub mod printing;

pub mod register;

pub mod sealing;
