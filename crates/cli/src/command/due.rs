//! `due --from D --working-days N`: the end of a term, day by day.

use super::calendar::kind;
use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use chrono::Datelike;
use rules::calendar::{DayKind, Step, Why, due};
use serde_json::json;
use std::fmt::Write;
use words::{format, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "D", allow_hyphen_values = true)]
    from: String,
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    working_days: String,
    #[arg(long, value_name = "E")]
    edition: Option<String>,
    #[arg(long, value_name = "5|6", allow_hyphen_values = true)]
    week: Option<String>,
    #[arg(long, value_name = "R", allow_hyphen_values = true)]
    region: Option<String>,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let law = reader.law()?;
    let region = reader.region("--region", args.region.as_deref())?;
    let from = reader.civil_date("--from", &args.from, region)?;
    let working_days = reader.count("--working-days", &args.working_days)?;
    let week = reader.week(args.week.as_deref())?;
    // Counting is the same under every edition; the edition asked for says by which readings.
    let edition = match &args.edition {
        Some(name) => Some(reader.edition(name, &law.editions)?),
        None => law.editions.on(from).ok(),
    };
    let found =
        due(from, working_days, &law.calendar, week).map_err(|fault| reader.calendar_fault(&fault))?;
    let readings = edition.map(|edition| {
        edition.readings.used(&[
            "receipt.nonworking",
            "office.week",
            "tz_by_date",
            "tz_by_region_history",
            "eod.fatal",
        ])
    });
    let json = json!({
        "due": found.due,
        "steps": found.steps,
        "calendar_version": found.calendar_version,
        "from": from,
        "working_days": working_days,
        "week": week,
        "region": region,
        "edition": edition.map(|edition| &edition.id),
        "readings": readings,
    });
    let weekday = format::weekday(lang, found.due.weekday());
    let mut text = msg::cli_due_title(lang, found.due, weekday);
    let mut counted = 0;
    for step in &found.steps {
        let date = format::date(step.date);
        let weekday = format::weekday_short(lang, step.date.weekday());
        let mark = if step.counts {
            counted += 1;
            format!("{counted:>3}")
        } else {
            "  –".to_owned()
        };
        let _ = write!(text, "\n  {date} {weekday:<3}{mark}  {}", why(reader, step));
    }
    let _ = write!(text, "\n{}", msg::cli_calendar_version(lang, &found.calendar_version));
    text.push_str(&reader.readings(readings.as_deref().unwrap_or_default()));
    Ok(Answer { json, text, no: false })
}

fn why(reader: Reader, step: &Step) -> String {
    let said = match step.why {
        Why::DayZero => msg::cli_why_day_zero(reader.lang),
        Why::Working => kind(reader, DayKind::Working),
        Why::Weekend => kind(reader, DayKind::Weekend),
        Why::Holiday => kind(reader, DayKind::Holiday),
        Why::Substitute => kind(reader, DayKind::Substitute),
        Why::Transfer => kind(reader, DayKind::Transfer),
        Why::Religious => kind(reader, DayKind::Religious),
        Why::WorkingWeekend => kind(reader, DayKind::WorkingWeekend),
    };
    match (&step.name, step.why) {
        // These names say by themselves what the day is.
        (Some(name), Why::Substitute | Why::Transfer | Why::WorkingWeekend) => reader.pick(name).to_owned(),
        (Some(name), Why::DayZero | Why::Working | Why::Weekend | Why::Holiday | Why::Religious) => {
            format!("{said}: {}", reader.pick(name))
        }
        (None, _) => said,
    }
}
