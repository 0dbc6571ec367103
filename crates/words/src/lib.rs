//! The words: Fluent files in Kazakh, Russian and English, made into typed functions and UI keys.
//!
//! `assets/words/<language>/<noun>.ftl` are read when this crate is built. The build fails, with a sentence,
//! when a language lacks a message, when two languages disagree about its variables, or when the Fluent is
//! not Fluent. What passes becomes [`msg`]: one function per message, whose arguments the compiler checks.

mod arg;
mod bundle;
pub mod format;
mod lang;
pub mod law;
pub mod plural;

use chrono::NaiveDate;

pub use arg::{Arg, Count, Kind, Share, Sum};
pub use bundle::{arguments, keys, lookup, say_in};
pub use generated::msg;
pub use lang::{Lang, UnknownLanguage};

use bundle::say;
use generated::{EN, KK, MESSAGES, RU};

mod generated {
    use super::Kind;
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// The text of `ui/src/lib/words/keys.ts` for the messages this crate was built with.
pub const KEYS_TS: &str = include_str!(concat!(env!("OUT_DIR"), "/keys.ts"));
