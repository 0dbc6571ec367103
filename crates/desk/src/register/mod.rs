//! The registers of the office: applications, refusals, vouchers, payments; for Excel and for paper from the same rows.

mod lines;
mod printed;
mod sheet;
mod xlsx;

pub use lines::{Asked, Filed, register};
pub use printed::printed;
pub use sheet::{Cell, Column, Holds, Kind, Parameter, Register};
pub use xlsx::{WorkbookFailure, workbook};
