//! The one door to the words: every text of a form is a message of `assets/words/<language>/paper-*.ftl`.

use words::{Arg, lookup};

use crate::Tongue;

/// A message of the papers.
pub(crate) fn say(tongue: Tongue, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    // A test sets every form in every language and fails when a key shows on a page.
    lookup(tongue.lang(), key, args).unwrap_or_else(|| key.to_owned())
}

/// A message without arguments.
pub(crate) fn word(tongue: Tongue, key: &str) -> String {
    say(tongue, key, &[])
}
