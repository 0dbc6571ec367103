//! What can be done with a case now: every command with the condition that is missing. The button and the server read the same line.

use serde::Serialize;

use super::command::CommandKind;
use super::decide::ready;
use super::facts::Facts;
use super::record::Case;
use crate::denial::Denial;

/// One command and whether it is possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Allowed {
    /// The command.
    pub command: CommandKind,
    /// What is missing; `None` when it is possible.
    pub missing: Option<Denial>,
}

/// Every command, in the order of the work.
#[must_use]
pub fn allowed(case: &Case, facts: &Facts<'_>) -> Vec<Allowed> {
    CommandKind::ALL
        .iter()
        .map(|kind| Allowed { command: *kind, missing: ready(case, *kind, facts).err() })
        .collect()
}
