//! `calendar YEAR`: days off and working weekends of a year.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::calendar::DayKind;
use serde_json::json;
use std::fmt::Write;
use words::{format, lookup, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "YEAR", allow_negative_numbers = true)]
    year: String,
    #[arg(long, value_name = "5|6")]
    week: Option<String>,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let calendar = reader.law()?.calendar;
    let week = reader.week(args.week.as_deref())?;
    let bad = || Unusable(msg::cli_bad_year(lang, &args.year));
    let year: i32 = args.year.trim().parse().ok().filter(|year| (1..=9999).contains(year)).ok_or_else(bad)?;
    let (from, to) = calendar.known();
    let unknown = |_| Unusable(msg::cli_year_unknown(lang, from, to, &args.year));
    let working_days = calendar.working_days(year, week).map_err(unknown)?;
    let off = calendar.days_off(year, week).map_err(unknown)?;
    let on = calendar.working_weekends(year, week).map_err(unknown)?;
    let days_off: Vec<_> = off
        .iter()
        .map(|day| {
            json!({
                "date": day.date,
                "kind": day.kind,
                "name": day.name,
                "basis": reader.pick(&day.basis),
                "estimated": day.estimated,
            })
        })
        .collect();
    let json = json!({
        "year": year,
        "version": calendar.version(),
        "week": week,
        "working_days": working_days,
        "days_off": days_off,
        "working_weekends": on.iter().map(|day| day.date).collect::<Vec<_>>(),
    });
    let mut text = msg::cli_calendar_title(lang, working_days, week.days(), &args.year);
    for day in off.iter().chain(&on) {
        let weekday = format::weekday_short(lang, chrono::Datelike::weekday(&day.date));
        let estimated = if day.estimated { msg::cli_calendar_estimated(lang) } else { String::new() };
        let (kind, name) = (kind(reader, day.kind), reader.pick(&day.name));
        let date = format::date(day.date);
        let _ = write!(text, "\n  {date} {weekday:<3} {kind:<22} {name}{estimated}");
    }
    let _ = write!(text, "\n{}", msg::cli_calendar_version(lang, calendar.version()));
    Ok(Answer { json, text, no: false })
}

/// What a day is, in a word.
pub(crate) fn kind(reader: Reader, kind: DayKind) -> String {
    let code = rules::calendar::Why::from(kind).code().replace('_', "-");
    lookup(reader.lang, &format!("cli-why-{code}"), &[]).unwrap_or(code)
}
