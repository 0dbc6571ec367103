//! The rules of the house, by subject.
#![expect(clippy::expect_used, reason = "a rule stops where the tree itself cannot be read")]

#[path = "rules/docs.rs"]
mod docs;
#[path = "rules/floors.rs"]
mod floors;
#[path = "rules/law.rs"]
mod law;
#[path = "rules/security.rs"]
mod security;
#[path = "rules/systems.rs"]
mod systems;
#[path = "rules/tidy.rs"]
mod tidy;
#[path = "rules/traces.rs"]
mod traces;
#[path = "rules/words.rs"]
mod words_used;
