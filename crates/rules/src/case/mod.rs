//! A case is the list of what happened to it; stage, deadlines, allowed actions and amounts are computed from that list.

pub mod actor;
pub mod command;
pub mod event;
pub mod facts;
pub mod fold;
pub mod record;
pub mod stage;
pub mod stored;
pub mod value;

pub mod allowed;
pub mod deadlines;
pub mod decide;

pub use actor::{Actor, By, Office};
pub use allowed::{Allowed, allowed};
pub use command::{Command, CommandKind};
pub use deadlines::{Clock, Deadline, deadlines};
pub use decide::{decide, ready, tick_day};
pub use event::{Entry, Event};
pub use facts::Facts;
pub use record::Case;
pub use stage::Stage;
