//! Who did something and where he sits: a person in a role and an office, or the program itself when only time acted.

use serde::{Deserialize, Serialize};

use crate::region::Region;
use crate::role::{OfficeKind, Role};

/// An office: a КЦ or the ЦТМ of a region.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Office {
    /// Its identifier, as the workplace knows it.
    pub id: String,
    /// КЦ or ЦТМ.
    pub kind: OfficeKind,
    /// Its region.
    pub region: Region,
}

/// A person who acts. қаз. «әрекет етуші», рус. «действующее лицо».
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Actor {
    /// Identifier of the person; separation of duties compares it.
    pub id: String,
    /// The role in which the person acts now.
    pub role: Role,
    /// Where the person works.
    pub office: Office,
}

/// Who stands behind an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The program, when a moment of the Rules has passed (par. 11) and nobody had to decide.
    Program,
    /// A person.
    Person(Actor),
}

impl By {
    /// The person, if one acted.
    #[must_use]
    pub fn person(&self) -> Option<&Actor> {
        match self {
            By::Program => None,
            By::Person(actor) => Some(actor),
        }
    }

    /// Identifier of the person, if one acted.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.person().map(|actor| actor.id.as_str())
    }
}
