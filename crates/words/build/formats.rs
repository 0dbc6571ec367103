//! Turns `assets/words/formats.json` (names of months and days, patterns) into constants of `words::format`.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::read::LANGUAGES;

/// Twelve month names, seven day names from Monday, and the long pattern of each language.
pub(crate) fn constants(path: &Path) -> Result<String, Vec<String>> {
    let complain = |what: String| vec![format!("assets/words/formats.json: {what}")];
    let text = fs::read_to_string(path).map_err(|error| complain(error.to_string()))?;
    let table: Value = serde_json::from_str(&text).map_err(|error| complain(error.to_string()))?;
    let mut out = String::new();
    for code in LANGUAGES {
        let upper = code.to_uppercase();
        for (field, count, name) in
            [("months", 12, "MONTHS"), ("weekdays", 7, "WEEKDAYS"), ("weekdays_short", 7, "WEEKDAYS_SHORT")]
        {
            let names: Vec<&str> = table[code][field]
                .as_array()
                .map(|names| names.iter().filter_map(Value::as_str).collect())
                .unwrap_or_default();
            if names.len() != count {
                return Err(complain(format!("{code}.{field} must name {count}, not {}", names.len())));
            }
            let _ = writeln!(out, "pub(super) const {upper}_{name}: [&str; {count}] = {names:?};");
        }
        for (field, name) in [("long_date", "LONG_DATE"), ("weekday_date", "WEEKDAY_DATE")] {
            let Some(pattern) = table[code][field].as_str() else {
                return Err(complain(format!("{code}.{field} is missing")));
            };
            let _ = writeln!(out, "pub(super) const {upper}_{name}: &str = {pattern:?};");
        }
    }
    Ok(out)
}
