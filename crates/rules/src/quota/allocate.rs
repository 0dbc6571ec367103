//! The distribution of a national total among regions by statistics: largest remainder, with a minimum for
//! every region, split into years so that every column adds up too (paragraph 18).

use super::plan::PERIOD_YEARS;
use super::statistics::Weight;
use crate::region::Region;
use std::collections::{BTreeMap, BTreeSet};

/// A distribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// One row per region, by code.
    pub rows: Vec<AllocationRow>,
    /// The national total: the shares add up to it.
    pub total: u32,
    /// The years.
    pub years: std::ops::Range<i32>,
}

/// A region's share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllocationRow {
    /// The region.
    pub region: Region,
    /// Its weight.
    pub weight: Weight,
    /// Its vouchers for the whole period.
    pub share: u32,
    /// The same by years.
    pub by_year: BTreeMap<i32, u32>,
}

/// Why a total cannot be distributed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AllocationFault {
    /// There is no region.
    #[error("there is no region to distribute to")]
    NoRegions,
    /// All weights are zero.
    #[error("all weights are zero")]
    AllZero,
    /// The minimum of all regions together exceeds the total.
    #[error("{regions} regions with at least {minimum} each need more than {total}")]
    MinimumTooLarge {
        /// How many regions.
        regions: usize,
        /// The minimum of each.
        minimum: u32,
        /// The national total.
        total: u32,
    },
}

impl AllocationFault {
    /// The stable word of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            AllocationFault::NoRegions => "no_regions",
            AllocationFault::AllZero => "all_zero",
            AllocationFault::MinimumTooLarge { .. } => "minimum_too_large",
        }
    }
}

/// Distributes `total` vouchers of the three years from `first_year` by weights. A region whose proportional
/// share lies under `minimum` gets the minimum, and the rest is shared by the others; leftovers go to the
/// largest remainders, ties to the larger weight, then to the smaller code.
pub fn allocate(
    weights: &BTreeMap<Region, Weight>,
    total: u32,
    first_year: i32,
    minimum: u32,
) -> Result<Allocation, AllocationFault> {
    if weights.is_empty() {
        return Err(AllocationFault::NoRegions);
    }
    if weights.values().all(|weight| weight.millionths() == 0) {
        return Err(AllocationFault::AllZero);
    }
    let needed = u128::from(minimum) * weights.len() as u128;
    if needed > u128::from(total) {
        return Err(AllocationFault::MinimumTooLarge { regions: weights.len(), minimum, total });
    }
    let shares = with_minimum(weights, total, minimum);
    let years = first_year..first_year.saturating_add(PERIOD_YEARS);
    let rows = split_years(weights, &shares, total, &years);
    Ok(Allocation { rows, total, years })
}

/// Raises regions under the minimum to it, again and again, until the others' proportional shares are above.
fn with_minimum(weights: &BTreeMap<Region, Weight>, total: u32, minimum: u32) -> BTreeMap<Region, u32> {
    let mut raised: BTreeSet<Region> = BTreeSet::new();
    loop {
        let left = u128::from(total) - u128::from(minimum) * raised.len() as u128;
        let sum: u128 = weights
            .iter()
            .filter(|(region, _)| !raised.contains(region))
            .map(|(_, weight)| weight.millionths())
            .sum();
        let under = |weight: &Weight| weight.millionths() * left < u128::from(minimum) * sum;
        let more: Vec<Region> = weights
            .iter()
            .filter(|(region, weight)| !raised.contains(region) && under(weight))
            .map(|(region, _)| *region)
            .collect();
        // Not all can be under: the minimum of all together does not exceed the total.
        if more.is_empty() {
            return largest_remainder(weights, &raised, left, sum, minimum);
        }
        raised.extend(more);
    }
}

fn largest_remainder(
    weights: &BTreeMap<Region, Weight>,
    raised: &BTreeSet<Region>,
    left: u128,
    sum: u128,
    minimum: u32,
) -> BTreeMap<Region, u32> {
    let mut shares: BTreeMap<Region, u32> = raised.iter().map(|region| (*region, minimum)).collect();
    let mut remainders = Vec::new();
    let mut given: u128 = 0;
    for (region, weight) in weights.iter().filter(|(region, _)| !raised.contains(region)) {
        let product = weight.millionths() * left;
        let (whole, rest) = (product.checked_div(sum).unwrap_or(0), product.checked_rem(sum).unwrap_or(0));
        given += whole;
        shares.insert(*region, u32::try_from(whole).unwrap_or(u32::MAX));
        remainders.push((std::cmp::Reverse(rest), std::cmp::Reverse(*weight), *region));
    }
    remainders.sort();
    let over = usize::try_from(left.saturating_sub(given)).unwrap_or(usize::MAX);
    for (_, _, region) in remainders.into_iter().take(over) {
        shares.entry(region).and_modify(|share| *share += 1);
    }
    shares
}

/// Splits shares into years: every region as evenly as can be, every year's column as evenly as can be.
fn split_years(
    weights: &BTreeMap<Region, Weight>,
    shares: &BTreeMap<Region, u32>,
    total: u32,
    years: &std::ops::Range<i32>,
) -> Vec<AllocationRow> {
    let count = u32::try_from(years.len()).unwrap_or(1).max(1);
    let floors: u32 = shares.values().map(|share| share / count).sum();
    // How many vouchers each year still needs over what every region gives to each year alike.
    let mut wanted: Vec<(i32, u32)> = years
        .clone()
        .zip(0..)
        .map(|(year, place)| (year, total / count + u32::from(place < total % count) - floors))
        .collect();
    let mut rows = Vec::new();
    for (region, weight) in weights {
        let share = shares.get(region).copied().unwrap_or_default();
        let mut by_year: BTreeMap<i32, u32> = years.clone().map(|year| (year, share / count)).collect();
        // The years that want most come first, so the wants stay within one of each other and all are met.
        wanted.sort_by_key(|(year, wants)| (std::cmp::Reverse(*wants), *year));
        let extra = usize::try_from(share % count).unwrap_or_default();
        for (year, wants) in wanted.iter_mut().take(extra) {
            by_year.entry(*year).and_modify(|places| *places += 1);
            *wants = wants.saturating_sub(1);
        }
        rows.push(AllocationRow { region: *region, weight: *weight, share, by_year });
    }
    rows
}
