//! The act of services and the money it calls for.

pub mod payment;

pub use payment::{Alternative, Profile, Service, SettleFault, Settlement, Venue, settle};
