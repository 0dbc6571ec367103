//! Working days: which days are off and why, terms counted in working days, and what a change moves.

pub mod days;
mod facts;
pub mod moved;
mod note;
pub mod source;
pub mod term;

pub use days::{Calendar, CalendarFault, Day, DayKind, Week};
pub use moved::{Clock, Moved, due_of_all, moved};
pub use source::{Amended, Amendment, Becomes, CalendarLaw, MovableDate, Transfer, YearDays};
pub use term::{Due, Step, Why, due, next_working_day};
