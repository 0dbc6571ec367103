//! A case is the list of what happened to it; stage, deadlines, allowed actions and amounts are computed from that list.

pub mod actor;
pub mod command;
pub mod event;
pub mod stage;
pub mod stored;

pub use actor::{Actor, By, Office};
pub use command::{Command, CommandKind};
pub use event::{Entry, Event};
pub use stage::Stage;
