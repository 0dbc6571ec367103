//! The contract with the window: one list of commands, from which the dispatcher, the TypeScript and
//! the window's handlers are made. Arguments are closed shapes with limits; only codes and
//! parameters go out, the words are chosen by the reader's side.

pub mod act;
pub mod backup;
pub mod calendar;
pub mod card;
pub mod case;
pub mod export;
pub mod intake;
pub mod journal;
pub mod limits;
pub mod no;
pub mod office;
pub mod paper;
pub mod people;
pub mod queue;
pub mod refusal;
pub mod register;
pub mod said;
pub mod seal;
pub mod services;
pub mod session;
pub mod settings;

pub use no::{Answer, No, NoKind, Outcome, Topic};
pub use said::{Arg, Said};
use session::Role;

/// Who may call a command at all; what a person may do with one case is decided by the Rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Also when the desk is locked.
    Anyone,
    /// Everybody who is signed in.
    Staff,
    /// Those who work on cases.
    Clerks,
    Administrators,
    /// Administrators and auditors.
    Overseers,
}

impl Who {
    pub fn includes(self, role: Role) -> bool {
        match (self, role) {
            (Who::Anyone | Who::Staff, _) => true,
            (Who::Clerks, Role::Specialist | Role::Supervisor | Role::MobilityOfficer | Role::Accountant) => {
                true
            }
            (Who::Clerks, Role::Administrator | Role::Auditor) => false,
            (Who::Administrators, role) => role == Role::Administrator,
            (Who::Overseers, Role::Administrator | Role::Auditor) => true,
            (
                Who::Overseers,
                Role::Specialist | Role::Supervisor | Role::MobilityOfficer | Role::Accountant,
            ) => false,
        }
    }
}

/// What is known of a command before it is called.
#[derive(Clone, Copy, Debug)]
pub struct CommandCard {
    pub name: &'static str,
    pub who: Who,
    /// Gives bytes instead of an answer.
    pub raw: bool,
}

macro_rules! who {
    (anyone) => {
        Who::Anyone
    };
    (staff) => {
        Who::Staff
    };
    (clerks) => {
        Who::Clerks
    };
    (administrators) => {
        Who::Administrators
    };
    (overseers) => {
        Who::Overseers
    };
}
macro_rules! raw {
    (say) => {
        false
    };
    (ask) => {
        false
    };
    (raw) => {
        true
    };
}
macro_rules! commands {
    ($($who:ident $gives:ident $name:ident($args:ty) -> $value:ty = $handler:path;)*) => {
        /// Every command, in the order of the list.
        pub const COMMANDS: &[CommandCard] = &[
            $(CommandCard { name: stringify!($name), who: who!($who), raw: raw!($gives) }),*
        ];

        /// The types that cross, told to the exporter.
        pub(crate) fn visit(exporter: &mut export::Exporter) {
            $(exporter.command::<$args, $value>(stringify!($name), raw!($gives));)*
        }
    };
}
include!("list.rs");
