//! The voucher in time: how long it is valid and how sickness moves its last day.

pub mod extension;
pub mod sheet;
pub mod validity;

pub use sheet::{CountedSheet, Sheet, SheetFault, SheetWhy};
pub use validity::{Validity, ValidityFault, validity};
