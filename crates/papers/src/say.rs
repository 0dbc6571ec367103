//! The one door to the words: every text of a form is a message of `assets/words/<language>/paper-*.ftl`.

use words::{Arg, lookup};

use crate::Tongue;

/// A message of the papers. `key` is without the prefix `paper-`.
pub(crate) fn say(tongue: Tongue, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let key = format!("paper-{key}");
    // A test sets every form in every language and fails when a key shows on a page.
    lookup(tongue.lang(), &key, args).unwrap_or(key)
}

/// A message without arguments.
pub(crate) fn word(tongue: Tongue, key: &str) -> String {
    say(tongue, key, &[])
}
