//! The commands, one file each.

pub(crate) mod allocate;
pub(crate) mod backup;
pub(crate) mod bin;
pub(crate) mod calendar;
pub(crate) mod check;
pub(crate) mod demo;
pub(crate) mod due;
pub(crate) mod export;
pub(crate) mod iban;
pub(crate) mod iin;
pub(crate) mod open_export;
pub(crate) mod paper;
pub(crate) mod rekey;
pub(crate) mod restore;
pub(crate) mod run;
pub(crate) mod seal;
pub(crate) mod settle;
pub(crate) mod validity;
pub(crate) mod vault;
pub(crate) mod verify;
