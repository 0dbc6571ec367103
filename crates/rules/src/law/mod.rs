//! The law as data with dates: paragraphs, editions, readings, МРП. Code asks `edition_on(date)`.

pub mod citation;

pub use citation::{EditionId, Paragraph};
