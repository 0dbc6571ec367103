//! The law as data with dates: paragraphs, editions, readings, МРП. Code asks `edition_on(date)`.

pub mod builtin;
pub mod citation;
pub mod fault;

pub use citation::{EditionId, Paragraph};
pub use fault::DataFault;
