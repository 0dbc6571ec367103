//! `Plan`: how many vouchers each region has in each of three years. A revision is a new version; the old ones
//! stay (readings A-33).

use crate::region::Region;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Years one plan covers: paragraph 18 sets a three-year period.
pub const PERIOD_YEARS: i32 = 3;

/// One published distribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanVersion {
    /// First day it counts.
    pub from: NaiveDate,
    /// The act it rests on or the reason of the revision, in words of who entered it.
    pub basis: String,
    /// Who entered it.
    pub by: String,
    /// Places by region and year.
    pub places: BTreeMap<Region, BTreeMap<i32, u32>>,
}

/// A three-year plan with all its versions, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    first_year: i32,
    versions: Vec<PlanVersion>,
}

/// Why a version does not fit a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanFault {
    /// A year outside the three.
    #[error("{year} is outside the period of the plan")]
    Year {
        /// The year.
        year: i32,
    },
    /// A revision dated before the version it revises.
    #[error("a revision of {from} cannot precede the version of {latest}")]
    Order {
        /// First day of the revision.
        from: NaiveDate,
        /// First day of the latest version.
        latest: NaiveDate,
    },
}

impl Plan {
    /// A plan of three years, the first of them `first_year`.
    pub fn new(first_year: i32, version: PlanVersion) -> Result<Plan, PlanFault> {
        let mut plan = Plan { first_year, versions: Vec::new() };
        plan.add(version)?;
        Ok(plan)
    }

    /// The plan with one more version; the earlier ones stay readable.
    pub fn revised(&self, version: PlanVersion) -> Result<Plan, PlanFault> {
        let mut plan = self.clone();
        plan.add(version)?;
        Ok(plan)
    }

    /// Every version, oldest first.
    pub fn versions(&self) -> &[PlanVersion] {
        &self.versions
    }

    /// The years it covers.
    pub fn years(&self) -> std::ops::Range<i32> {
        self.first_year..self.first_year.saturating_add(PERIOD_YEARS)
    }

    /// The version that counts on a date; none before the first.
    pub fn on(&self, date: NaiveDate) -> Option<&PlanVersion> {
        self.versions.iter().rev().find(|version| version.from <= date)
    }

    /// Places of a region in a year by the version that counts on a date; none when the plan does not tell.
    pub fn places(&self, region: Region, year: i32, on: NaiveDate) -> Option<u32> {
        self.on(on)?.places.get(&region)?.get(&year).copied()
    }

    fn add(&mut self, version: PlanVersion) -> Result<(), PlanFault> {
        let years = self.years();
        let mut named = version.places.values().flat_map(BTreeMap::keys);
        if let Some(year) = named.find(|year| !years.contains(year)) {
            return Err(PlanFault::Year { year: *year });
        }
        if let Some(latest) = self.versions.last().filter(|latest| version.from < latest.from) {
            return Err(PlanFault::Order { from: version.from, latest: latest.from });
        }
        self.versions.push(version);
        Ok(())
    }
}
