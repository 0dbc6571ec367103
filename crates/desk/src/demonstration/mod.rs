//! The mark of a demonstration office: a file beside the vault that says which day it shows, and a word
//! inside the vault that it may. A file alone moves no clock of a real office.

pub mod chance;
pub mod make;
pub mod people;

use crate::contract::No;
use crate::contract::people::OfficeSide::{self, CareerCentre, MobilityCentre};
use crate::contract::session::{DemonstrationAccount, Role};
use crate::world::{Clock, ShiftedClock, SystemClock};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The file beside the vault.
pub const MARK: &str = "demonstration.json";

const MARK_BYTES_MAX: u64 = 16 * 1024;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What the clock of the office showed…
    pub shows: DateTime<Utc>,
    /// …when the clock of the computer showed this.
    pub made_at: DateTime<Utc>,
    pub accounts: Vec<DemonstrationAccount>,
}

impl Mark {
    /// The mark of a data folder, if it has one that can be read.
    pub fn find(folder: &Path) -> Option<Mark> {
        let path = folder.join(MARK);
        let size = std::fs::metadata(&path).ok()?.len();
        if size > MARK_BYTES_MAX {
            return None;
        }
        serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()
    }

    pub fn write(&self, folder: &Path) -> Result<(), No> {
        let text = serde_json::to_string_pretty(self).map_err(|_| No::bug("answer"))?;
        std::fs::write(folder.join(MARK), text).map_err(|_| No::failure("disk"))
    }
}

/// The clock of a data folder: the computer's, or that of its demonstration office. `wanted` is an instant
/// asked for from outside (`TANU_NOW`); only a demonstration office listens to it.
pub fn clock(folder: &Path, wanted: Option<DateTime<Utc>>) -> Box<dyn Clock> {
    let system = SystemClock::default();
    match Mark::find(folder) {
        None => Box::new(system),
        Some(mark) => {
            let now = system.now();
            match wanted {
                Some(then) => Box::new(ShiftedClock::showing(then, now)),
                None => Box::new(ShiftedClock::showing(mark.shows, mark.made_at)),
            }
        }
    }
}

/// The accounts of the demonstration office: one for each role, and a head for each of its two centres. The phrases are public and guard nothing.
pub fn accounts() -> Vec<DemonstrationAccount> {
    let account = |login: &str, password: &str, name: &str, role, office: OfficeSide| DemonstrationAccount {
        login: login.to_owned(),
        password: password.to_owned(),
        name: name.to_owned(),
        role,
        office,
    };
    vec![
        account(
            "specialist",
            "steppe tulip morning",
            "Серікова Айгүл Бақытқызы",
            Role::Specialist,
            CareerCentre,
        ),
        account(
            "supervisor",
            "golden eagle summit",
            "Жұмабеков Марат Ерікұлы",
            Role::Supervisor,
            CareerCentre,
        ),
        account(
            "officer",
            "quiet river crossing",
            "Оспанова Дина Қанатқызы",
            Role::MobilityOfficer,
            MobilityCentre,
        ),
        account("head", "northern light harbour", "Әбенов Руслан Сәкенұлы", Role::Supervisor, MobilityCentre),
        account(
            "accountant",
            "copper kettle evening",
            "Ковалёва Галина Ивановна",
            Role::Accountant,
            MobilityCentre,
        ),
        account(
            "admin",
            "silver birch garden",
            "Нұрланов Тимур Асқарұлы",
            Role::Administrator,
            MobilityCentre,
        ),
        account(
            "auditor",
            "winter apple orchard",
            "Бектұрова Сәуле Мұратқызы",
            Role::Auditor,
            MobilityCentre,
        ),
    ]
}
