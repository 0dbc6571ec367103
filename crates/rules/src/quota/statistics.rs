//! Statistics of the labour market as a table `region,weight`: read strictly, each fault with its line.

use crate::region::Region;
use std::collections::BTreeMap;
use std::fmt;

/// Decimal places a weight may have.
const PLACES: usize = 6;
/// The largest weight, far above any count of people in the country.
const WEIGHT_MAX: u128 = 1_000_000_000_000_000;

/// The weight of a region, exact: a decimal number of at most six places, never a float.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u128);

impl Weight {
    /// A whole weight.
    pub fn whole(count: u32) -> Weight {
        Weight(u128::from(count) * 10_u128.pow(6))
    }

    /// The weight in millionths.
    pub fn millionths(self) -> u128 {
        self.0
    }

    /// Reads `13217`, `4.6` or `4,6`; none for anything else, a sign included.
    pub fn parse(text: &str) -> Option<Weight> {
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > PLACES || whole.len() > 15 {
            return None;
        }
        let padded = format!("{whole}{part:0<PLACES$}");
        padded.parse().ok().filter(|value| *value <= WEIGHT_MAX * 10_u128.pow(6)).map(Weight)
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u128.pow(6);
        let part = format!("{:06}", self.0 % unit);
        match part.trim_end_matches('0') {
            "" => write!(f, "{}", self.0 / unit),
            part => write!(f, "{}.{part}", self.0 / unit),
        }
    }
}

/// What is wrong with a table, and on which line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatisticsFault {
    /// Line from one; the line after the last when something is missing.
    pub line: usize,
    /// Stable word: `header`, `columns`, `region`, `weight`, `twice`, `no_rows`, `all_zero`.
    pub code: &'static str,
    /// What stands there.
    pub found: String,
}

impl fmt::Display for StatisticsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {} `{}`", self.line, self.code, self.found)
    }
}

impl std::error::Error for StatisticsFault {}

/// Reads a table with the header `region,weight`, separated by commas or semicolons; empty lines are skipped.
pub fn read_statistics(text: &str) -> Result<BTreeMap<Region, Weight>, StatisticsFault> {
    let mut rows = BTreeMap::new();
    let fault =
        |line, code, found: &str| StatisticsFault { line, code, found: found.chars().take(60).collect() };
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let mut separator = ',';
    let mut last_line = 1;
    let header = lines.by_ref().find(|(_, line)| !line.trim().is_empty());
    let Some((place, header)) = header else { return Err(fault(1, "header", "")) };
    if header.contains(';') {
        separator = ';';
    }
    let names: Vec<String> = cells(header, separator).map(|cell| cell.to_lowercase()).collect();
    if names != ["region", "weight"] {
        return Err(fault(place + 1, "header", header));
    }
    for (place, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        last_line = place + 1;
        let row: Vec<&str> = cells(line, separator).collect();
        let [region, weight] = row.as_slice() else { return Err(fault(last_line, "columns", line)) };
        let region_found = Region::of_kato(region).ok_or_else(|| fault(last_line, "region", region))?;
        let weight = Weight::parse(weight).ok_or_else(|| fault(last_line, "weight", weight))?;
        if rows.insert(region_found, weight).is_some() {
            return Err(fault(last_line, "twice", region));
        }
    }
    if rows.is_empty() {
        return Err(fault(last_line + 1, "no_rows", ""));
    }
    if rows.values().all(|weight| weight.0 == 0) {
        return Err(fault(last_line, "all_zero", ""));
    }
    Ok(rows)
}

/// The cells of a line, without spaces and quotation marks around them.
fn cells(line: &str, separator: char) -> impl Iterator<Item = &str> {
    line.split(separator).map(|cell| cell.trim().trim_matches('"').trim())
}
