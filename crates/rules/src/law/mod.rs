//! The law as data with dates: paragraphs, editions, readings, МРП. Code asks `Editions::on(date)`.

pub mod banks;
pub mod builtin;
pub mod citation;
pub mod edition;
pub mod editions;
pub mod fault;
pub mod mrp;
pub mod readings;

pub use banks::{Bank, Banks};
pub use builtin::{Law, builtin};
pub use citation::{EditionId, Paragraph};
pub use edition::{
    ByDate, Caps, Cutoff, Documents, Edition, EditionFault, Form, Ground, GroundRule, Needed, ParagraphState,
    ParagraphText, Step, Term, TermRule, Transition, ValidityDays,
};
pub use editions::{CaseDates, Editions, Matter};
pub use fault::DataFault;
pub use mrp::{Mrp, MrpTable, MrpUnknown};
pub use readings::{ReadingUsed, Readings};
