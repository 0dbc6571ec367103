//! The people of the office: one login per person, no shared ones.

use super::limits::{Password, Text};
use super::session::Role;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a person works: in the career centre or in the labour mobility centre it is a branch of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfficeSide {
    #[default]
    CareerCentre,
    MobilityCentre,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonRow {
    pub id: String,
    pub login: String,
    pub name: String,
    pub role: Role,
    pub office: OfficeSide,
    pub active: bool,
    /// Local time of the last sign-in.
    pub last_seen: Option<String>,
    /// It is the one who asks.
    pub me: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddPerson {
    pub login: Text<64>,
    pub name: Text<120>,
    pub role: Role,
    pub office: OfficeSide,
    pub password: Password,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeRole {
    pub id: Text<40>,
    pub role: Role,
    pub office: OfficeSide,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonId {
    pub id: Text<40>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    pub id: Text<40>,
    pub password: Password,
}
