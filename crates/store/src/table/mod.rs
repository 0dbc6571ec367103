//! The tables: one per file, its row, its reads and its writes. All but drafts, views and settings are
//! projections, which the desk can make again from the journal.

pub(crate) mod case;
pub(crate) mod count;
pub(crate) mod draft;
pub(crate) mod name;
pub(crate) mod print;
pub(crate) mod queue;
pub(crate) mod record;
pub(crate) mod reference;
pub(crate) mod user;
pub(crate) mod view;
pub(crate) mod waiting;
