//! The commands, one file each.

pub(crate) mod allocate;
pub(crate) mod bin;
pub(crate) mod calendar;
pub(crate) mod due;
pub(crate) mod iban;
pub(crate) mod iin;
pub(crate) mod seal;
pub(crate) mod settle;
pub(crate) mod validity;
