//! The distribution of vouchers among regions (paragraph 18): plan, places taken, and how a plan is reckoned.

pub mod allocate;
pub mod places;
pub mod plan;
pub mod statistics;

pub use allocate::{Allocation, AllocationFault, AllocationRow, allocate};
pub use places::{Balance, Places, Taken};
pub use plan::{Plan, PlanFault, PlanVersion};
pub use statistics::{StatisticsFault, Weight, read_statistics};
