//! Who acts and where: roles of people and kinds of offices. What each may do is `case::allowed`.

use serde::{Deserialize, Serialize};

/// What a person is to the program. One person may hold several roles; separation of duties looks at the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Specialist of a career centre: receives, checks, forwards, drafts refusals (paragraphs 3, 8). маман / специалист КЦ.
    Specialist,
    /// Supervisor: approves refusals, distributes work, is the second person. басшы / руководитель.
    Supervisor,
    /// Officer of the mobility centre: sends to the recognition centre, issues, extends (paragraphs 9, 10, 13). ЕМО маманы / специалист ЦТМ.
    MobilityOfficer,
    /// Accountant: acts and payments (paragraphs 14–17). есепші / бухгалтер.
    Accountant,
    /// Administrator: users, calendars, editions, backups; decides no case. әкімші / администратор.
    Administrator,
    /// Auditor: reads everything, changes nothing. аудитор / аудитор.
    Auditor,
}

impl Role {
    /// Every role, in the order of the work.
    pub const ALL: [Role; 6] = [
        Role::Specialist,
        Role::Supervisor,
        Role::MobilityOfficer,
        Role::Accountant,
        Role::Administrator,
        Role::Auditor,
    ];

    /// The stable word of the role, as it is stored and as scenarios name it.
    pub fn code(self) -> &'static str {
        match self {
            Role::Specialist => "specialist",
            Role::Supervisor => "supervisor",
            Role::MobilityOfficer => "mobility_officer",
            Role::Accountant => "accountant",
            Role::Administrator => "administrator",
            Role::Auditor => "auditor",
        }
    }

    /// The role of a stored word.
    pub fn find(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What an office is under paragraph 2 of the Rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficeKind {
    /// Career centre, a branch of a mobility centre (paragraph 2(10)). мансап орталығы / карьерный центр, КЦ.
    CareerCentre,
    /// Labour mobility centre, a legal person of a region (paragraph 2(2)). еңбек мобильділігі орталығы / ЦТМ.
    MobilityCentre,
}

impl OfficeKind {
    /// Both kinds.
    pub const ALL: [OfficeKind; 2] = [OfficeKind::CareerCentre, OfficeKind::MobilityCentre];

    /// The stable word of the kind.
    pub fn code(self) -> &'static str {
        match self {
            OfficeKind::CareerCentre => "career_centre",
            OfficeKind::MobilityCentre => "mobility_centre",
        }
    }
}
