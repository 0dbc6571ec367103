//! The books on the desk: editions, calendar, МРП, read once from what ships with the program.

use crate::contract::No;
use rules::law::Law;
use std::sync::{Arc, OnceLock};

/// The law as this desk knows it.
pub struct Books {
    pub law: Law,
    version: String,
}

impl Books {
    /// The books of a law.
    pub fn of(law: Law) -> Books {
        let version = law.version();
        Books { law, version }
    }

    /// The books that ship with the program. They are checked by their own tests; a program whose books
    /// cannot be read says so and opens no case.
    pub fn shipped() -> Result<Arc<Books>, No> {
        static BOOKS: OnceLock<Option<Arc<Books>>> = OnceLock::new();
        BOOKS
            .get_or_init(|| rules::law::builtin::builtin().ok().map(|law| Arc::new(Books::of(law))))
            .clone()
            .ok_or_else(|| No::failure("law"))
    }

    /// Names their content: dates reckoned under another one are reckoned again.
    pub fn version(&self) -> &str {
        &self.version
    }
}
