//! `Places`: places of the quota held at receipt, taken at issue, given back (readings ). The law
//! gives no ground to refuse for want of a place, so nothing here says no: it tells when a place is over.

use crate::ids::CaseId;
use crate::region::Region;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which cases hold or took a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    cases: BTreeMap<CaseId, Place>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    region: Region,
    year: i32,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Held,
    Issued,
    /// Annulled, the place not given back: the money may be planned anew, the voucher is gone.
    Spent,
}

/// How a place was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Taken {
    /// Within the plan.
    Within,
    /// Over the plan: it goes on, and the head and the ministry are told (reading A-35).
    Over,
    /// No plan is known for the region and year: nothing can be said.
    NoPlan,
}

/// A region's year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Balance {
    /// Places of the plan.
    pub planned: Option<u32>,
    /// Applications that wait.
    pub held: u32,
    /// Vouchers issued, those annulled without giving the place back included.
    pub issued: u32,
    /// What is left; negative when over.
    pub left: Option<i64>,
}

impl Places {
    /// Holds a place at receipt. Told twice, nothing changes. `planned` is the plan of the region and year.
    pub fn hold(&mut self, case: CaseId, region: Region, year: i32, planned: Option<u32>) -> Taken {
        self.cases.entry(case).or_insert(Place { region, year, state: State::Held });
        self.verdict(region, year, planned)
    }

    /// Takes the held place at issue; a case that held none takes one now.
    pub fn issue(&mut self, case: CaseId, region: Region, year: i32, planned: Option<u32>) -> Taken {
        let place = self.cases.entry(case).or_insert(Place { region, year, state: State::Held });
        place.state = State::Issued;
        let (region, year) = (place.region, place.year);
        self.verdict(region, year, planned)
    }

    /// Gives back a held place, after a refusal or a withdrawal. A taken one stays.
    pub fn release(&mut self, case: CaseId) {
        self.cases.retain(|id, place| *id != case || place.state != State::Held);
    }

    /// An annulment: the place comes back only if the reading `quota.annulled_returns` says so.
    pub fn annul(&mut self, case: CaseId, returns: bool) {
        if returns {
            self.cases.remove(&case);
        } else if let Some(place) = self.cases.get_mut(&case) {
            place.state = State::Spent;
        }
    }

    /// A reinstatement takes the place again.
    pub fn reinstate(&mut self, case: CaseId, region: Region, year: i32, planned: Option<u32>) -> Taken {
        self.issue(case, region, year, planned)
    }

    /// The balance of a region's year.
    pub fn balance(&self, region: Region, year: i32, planned: Option<u32>) -> Balance {
        let mut balance = Balance { planned, held: 0, issued: 0, left: None };
        for place in self.cases.values().filter(|place| place.region == region && place.year == year) {
            match place.state {
                State::Held => balance.held += 1,
                State::Issued | State::Spent => balance.issued += 1,
            }
        }
        let used = i64::from(balance.held) + i64::from(balance.issued);
        balance.left = planned.map(|planned| i64::from(planned) - used);
        balance
    }

    fn verdict(&self, region: Region, year: i32, planned: Option<u32>) -> Taken {
        match self.balance(region, year, planned).left {
            None => Taken::NoPlan,
            Some(left) if left < 0 => Taken::Over,
            Some(_) => Taken::Within,
        }
    }
}
