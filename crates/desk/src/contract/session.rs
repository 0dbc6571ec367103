//! Signing in and out as the window sees it.

use super::limits::{Password, Text};
use super::people::OfficeSide;
use super::settings::SettingsView;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A command without arguments.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// The answer of a command that only did something.
#[derive(Clone, Copy, Debug, Default, Serialize, TS)]
pub struct Done {}

/// What a person is here for; one person has one role in one office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Specialist of a career centre (КЦ).
    Specialist,
    /// Head of the career centre: signs refusals, distributes work.
    Supervisor,
    /// Officer of the labour mobility centre (ЦТМ).
    MobilityOfficer,
    /// Accountant of the labour mobility centre.
    Accountant,
    Administrator,
    /// Reads everything, changes nothing.
    Auditor,
}

impl Role {
    pub const ALL: [Role; 6] = [
        Role::Specialist,
        Role::Supervisor,
        Role::MobilityOfficer,
        Role::Accountant,
        Role::Administrator,
        Role::Auditor,
    ];
}

/// Two lives, two types: this one is shown, that of the Rules is kept.
macro_rules! same_roles {
    ($($name:ident),+) => {
        impl From<Role> for rules::role::Role {
            fn from(role: Role) -> Self {
                match role { $(Role::$name => rules::role::Role::$name),+ }
            }
        }
        impl From<rules::role::Role> for Role {
            fn from(role: rules::role::Role) -> Self {
                match role { $(rules::role::Role::$name => Role::$name),+ }
            }
        }
    };
}
same_roles!(Specialist, Supervisor, MobilityOfficer, Accountant, Administrator, Auditor);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SeatState {
    /// There is no office in the data folder yet.
    Fresh,
    Locked,
    Open,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SessionView {
    pub state: SeatState,
    /// Synthetic people only; the window says so on every screen.
    pub demonstration: bool,
    /// Accounts of the demonstration office, shown on its lock page; empty in a real one.
    pub accounts: Vec<DemonstrationAccount>,
    /// Seconds until the next password is looked at; grows with each wrong one.
    pub wait_seconds: u32,
    /// Wrong passwords since the last good one.
    pub wrong_passwords: u32,
    pub user: Option<UserCard>,
    /// Parts of the window this role works in.
    pub rooms: Vec<Room>,
    pub office: Option<OfficeCard>,
    /// Civil date at the office.
    pub today: NaiveDate,
    pub edition: Option<EditionCard>,
    pub calendar_version: Option<String>,
    /// Minutes without a touch after which the desk locks itself.
    pub idle_lock_minutes: u32,
    /// Commands not yet confirmed by a centre; 0 when the desk is its own authority.
    pub outbox: u32,
    /// The desk decides alone (`true`) or is joined with a centre.
    pub alone: bool,
    /// The clock of the PC went back behind what the journal has seen.
    pub clock_behind: bool,
    /// Exchange stands still until an administrator confirms the data.
    pub suspended: Option<Suspended>,
    /// Days without a good copy on another disk, for an administrator when they are too many.
    pub away_overdue_days: Option<u32>,
    /// Little room on the disk of the data; null while there is enough.
    pub disk: Option<DiskView>,
    pub settings: SettingsView,
    pub program_version: String,
}

/// The database is not the one that worked here yesterday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Suspended {
    pub why: SuspendedWhy,
    /// Local time the data are of; null where an earlier program did not keep it.
    pub as_of: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SuspendedWhy {
    /// Put in place from a backup.
    Restored,
    /// The folder was copied or moved to another disk.
    Copied,
}

/// How little room is left on the disk of the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DiskView {
    pub state: DiskState,
    /// The disk as a person knows it: a drive, or where it is mounted.
    pub disk: String,
    /// Folder of the data, which nobody may clear away.
    pub folder: String,
    /// Mebibytes that are free, and those below which no work begins.
    pub free_mib: u32,
    pub needed_mib: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DiskState {
    /// Work goes on; somebody should make room.
    Little,
    /// Nothing new is written; reading, printing and signing in go on.
    Low,
}

/// A part of the window; the rail shows those of the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    Today,
    Queue,
    Import,
    ToSign,
    Acts,
    Print,
    Registers,
    Journal,
    People,
    Office,
    Backup,
    Calendar,
    Settings,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemonstrationAccount {
    pub login: String,
    pub password: String,
    pub name: String,
    pub role: Role,
    /// Missing in the marks of offices made before there were two heads.
    #[serde(default)]
    pub office: OfficeSide,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct UserCard {
    pub id: String,
    pub login: String,
    pub name: String,
    /// «Ахметжанова Н. С.»
    pub short: String,
    pub role: Role,
    pub office: OfficeSide,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct OfficeCard {
    pub name_kk: String,
    pub name_ru: String,
    pub mobility_centre_kk: String,
    pub mobility_centre_ru: String,
    /// Two digits of КАТО.
    pub region: String,
    /// Working days in a week of this office: 5 or 6.
    pub week: u8,
    /// Closing time, `18:00`; the internal target of a day.
    pub closes_at: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct EditionCard {
    pub code: String,
    pub confirmed: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    pub login: Text<64>,
    pub password: Password,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    pub old: Password,
    pub new: Password,
}

/// Opens the database by the recovery card and gives one user a new password.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    pub code: Text<120>,
    pub login: Text<64>,
    pub new: Password,
}

/// The first setting up of an office: its name and its administrator.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FoundOffice {
    pub name_kk: Text<200>,
    pub name_ru: Text<200>,
    pub mobility_centre_kk: Text<200>,
    pub mobility_centre_ru: Text<200>,
    pub region: Text<2>,
    pub week: u8,
    pub login: Text<64>,
    pub name: Text<120>,
    pub password: Password,
}
