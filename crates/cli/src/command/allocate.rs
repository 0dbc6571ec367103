//! `allocate STATISTICS.csv --total N --years Y1..Y3`: the distribution of vouchers among regions.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::quota::plan::PERIOD_YEARS;
use rules::quota::{AllocationFault, StatisticsFault, Weight, allocate, read_statistics};
use rules::region::Region;
use serde_json::{Number, Value, json};
use std::fmt::Write;
use std::path::PathBuf;
use words::{lookup, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "STATISTICS.csv")]
    statistics: PathBuf,
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    total: String,
    #[arg(long, value_name = "Y1..Y3", allow_hyphen_values = true)]
    years: String,
    #[arg(long, value_name = "M", allow_hyphen_values = true)]
    minimum: Option<String>,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let total = reader.count("--total", &args.total)?;
    let minimum = args.minimum.as_deref().map_or(Ok(0), |text| reader.count("--minimum", text))?;
    let first_year =
        first_year(&args.years).ok_or_else(|| Unusable(msg::cli_bad_years(lang, &args.years)))?;
    let text = reader.file(&args.statistics)?;
    let file = args.statistics.display().to_string();
    let weights = read_statistics(&text).map_err(|fault| statistics(reader, &file, &fault))?;
    let found = allocate(&weights, total, first_year, minimum).map_err(|fault| {
        Unusable(match fault {
            AllocationFault::NoRegions | AllocationFault::AllZero => {
                msg::cli_statistics_all_zero(lang, &file, 1)
            }
            AllocationFault::MinimumTooLarge { regions, minimum, total } => {
                msg::cli_allocate_minimum(lang, minimum, regions, total)
            }
        })
    })?;
    let rows: Vec<Value> = found
        .rows
        .iter()
        .map(|row| {
            json!({
                "region": row.region,
                "weight": number(row.weight),
                "share": row.share,
                "by_year": row.by_year,
            })
        })
        .collect();
    let missing: Vec<Region> =
        Region::ALL.into_iter().filter(|region| !weights.contains_key(region)).collect();
    let json = json!({
        "method": "largest_remainder",
        "rows": rows,
        "total": found.total,
        "minimum": minimum,
        "years": found.years.clone().collect::<Vec<_>>(),
        "regions_missing": missing,
    });
    let mut text = msg::cli_allocate_title(lang, found.total);
    let years: Vec<String> = found.years.clone().map(|year| format!("{year:>8}")).collect();
    let _ = write!(text, "\n  {:<34}{:>12}{:>8}{}", "", msg::cli_allocate_weight(lang), "Σ", years.concat());
    for row in &found.rows {
        let name = region(reader, row.region);
        let years: Vec<String> = row.by_year.values().map(|places| format!("{places:>8}")).collect();
        let weight = row.weight.to_string();
        let _ = write!(text, "\n  {} {name:<31}{weight:>12}{:>8}{}", row.region, row.share, years.concat());
    }
    if !missing.is_empty() {
        let codes: Vec<&str> = missing.iter().map(|region| region.code()).collect();
        let _ = write!(text, "\n{}", msg::cli_allocate_missing(lang, &codes.join(", ")));
    }
    Ok(Answer { json, text, no: false })
}

/// `2026..2028`: paragraph 18 sets a period of three years.
fn first_year(text: &str) -> Option<i32> {
    let (first, last) = text.trim().split_once("..")?;
    let year = |text: &str| {
        let right = text.len() == 4 && text.bytes().all(|letter| letter.is_ascii_digit());
        text.parse::<i32>().ok().filter(|_| right)
    };
    let (first, last) = (year(first)?, year(last)?);
    (first + PERIOD_YEARS - 1 == last).then_some(first)
}

/// The weight as JSON writes it: a whole number where it is one.
fn number(weight: Weight) -> Value {
    let text = weight.to_string();
    let whole = text.parse::<u64>().ok().map(Number::from);
    whole.or_else(|| text.parse().ok().and_then(Number::from_f64)).map_or(Value::Null, Value::Number)
}

/// The name of a region in the reader's language.
fn region(reader: Reader, region: Region) -> String {
    lookup(reader.lang, &format!("region-{}", region.code()), &[]).unwrap_or_default()
}

fn statistics(reader: Reader, file: &str, fault: &StatisticsFault) -> Unusable {
    let (lang, line, found) = (reader.lang, fault.line, fault.found.as_str());
    Unusable(match fault.code {
        "header" => msg::cli_statistics_header(lang, file, line),
        "columns" => msg::cli_statistics_columns(lang, file, line),
        "region" => msg::cli_statistics_region(lang, file, found, line),
        "weight" => msg::cli_statistics_weight(lang, file, found, line),
        "twice" => msg::cli_statistics_twice(lang, file, found, line),
        "no_rows" => msg::cli_statistics_no_rows(lang, file, line),
        _ => msg::cli_statistics_all_zero(lang, file, line),
    })
}
