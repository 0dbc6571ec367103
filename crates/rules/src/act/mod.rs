//! The act of services and the money it calls for.

pub mod lines;
pub mod paper;
pub mod payment;

pub use lines::{ActRemark, Examined, Known, KnownVoucher, examine};
pub use paper::{ActLine, ActPaper, ActPerson, Party};
pub use payment::{Alternative, Profile, Service, SettleFault, Settlement, Venue, settle};
