//! The registers of the office: applications, refusals, vouchers, payments; for Excel and for paper from the same rows.

mod lines;
mod printed;
mod save;
mod sheet;
mod xlsx;

pub use lines::{Asked, Filed, register};
pub use printed::printed;
pub(crate) use save::{preview, print, save, save_paper};
pub use sheet::{Cell, Column, Holds, Kind, Parameter, Register};
pub use xlsx::{WorkbookFailure, workbook};
