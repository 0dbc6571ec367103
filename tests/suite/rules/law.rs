//! Legal numbers are data with dates: days, sums and dates of the Rules stand in `assets/law` only.

use std::collections::BTreeSet;

use suite::{File, files, nothing_to_mend};

fn is_shipped_code(file: &File) -> bool {
    (file.is(".rs") || file.is(".ts") || file.is(".svelte"))
        && (file.path.starts_with("crates/")
            || file.path.starts_with("src-tauri/")
            || file.path.starts_with("ui/src/"))
        && !file.is_test()
        && !file.path.contains("/mock")
        // Invented people need invented dates.
        && !file.path.contains("/demonstration")
        && !file.path.contains("/build/")
}

/// Numbers of the law that mean nothing else: МРП and sums of four digits and more.
fn telling_numbers(files: &[File]) -> BTreeSet<String> {
    files
        .iter()
        .filter(|file| file.path.starts_with("assets/law/") && file.path.contains("mrp") && file.is(".json"))
        .flat_map(|file| {
            let digits = |c: char| !c.is_ascii_digit();
            file.text.split(digits).filter(|word| word.len() == 4).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|number| !number.starts_with("20") && !number.starts_with("19"))
        .collect()
}

#[test]
fn no_sum_of_the_law_is_written_into_code() {
    let files = files();
    let numbers = telling_numbers(&files);
    let mut said = Vec::new();
    for file in files.iter().filter(|file| is_shipped_code(file)) {
        for line in file.shipped().lines().filter(|line| !line.trim_start().starts_with("//")) {
            let found = line
                .replace('_', "")
                .split(|c: char| !c.is_ascii_alphanumeric())
                .map(str::to_owned)
                .find(|word| numbers.contains(word));
            if let Some(number) = found {
                said.push(format!("{} says {number}, which is a МРП: ask the law for it by date", file.path));
            }
        }
    }
    nothing_to_mend("Legal numbers are data.", &said);
}

#[test]
fn no_civil_date_is_written_into_code() {
    let mut said = Vec::new();
    for file in files().iter().filter(|file| is_shipped_code(file)) {
        let name = file.path.as_str();
        for line in file.shipped().lines().filter(|line| !line.trim_start().starts_with("//")) {
            let made = line.split("from_ymd_opt(").skip(1).any(|rest| {
                let inside = rest.split(')').next().unwrap_or_default();
                inside.split(',').all(|part| part.trim().parse::<u32>().is_ok())
            });
            let iso = line.split('"').skip(1).step_by(2).any(is_iso_date)
                || line.split('\'').skip(1).step_by(2).any(is_iso_date);
            if made || iso {
                said.push(format!("{name} holds a date: {}", line.trim()));
            }
        }
    }
    nothing_to_mend("Dates of the law are data with their editions.", &said);
}

fn is_iso_date(text: &str) -> bool {
    text.len() == 10
        && text.starts_with("20")
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

#[test]
fn days_of_the_rules_are_parameters_of_an_edition() {
    let mut said = Vec::new();
    for file in files().iter().filter(|file| file.path.starts_with("crates/rules/src/") && !file.is_test()) {
        for line in file.shipped().lines().filter(|line| !line.trim_start().starts_with("//")) {
            let squeezed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
            let days = ["Days::new(", "Duration::days(", "TimeDelta::days("]
                .iter()
                .filter_map(|sign| squeezed.split(sign).nth(1))
                .any(|rest| {
                    rest.starts_with(|c: char| c.is_ascii_digit())
                        && !rest.starts_with("1)")
                        && !rest.starts_with("0)")
                });
            if days {
                said.push(format!("{} counts days by itself: {}", file.path, line.trim()));
            }
        }
    }
    nothing_to_mend("A term is a parameter of the edition, never a constant.", &said);
}
