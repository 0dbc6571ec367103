//! `validity --issued D [--sheet A..B[@RECEIVED]]…`: the last day of a voucher.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::region::Region;
use rules::voucher::{CountedSheet, Sheet, SheetFault, ValidityFault, validity};
use serde_json::json;
use std::fmt::Write;
use words::{format, lookup, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "D", allow_hyphen_values = true)]
    issued: String,
    #[arg(long = "sheet", value_name = "A..B[@RECEIVED]", allow_hyphen_values = true)]
    sheet: Vec<String>,
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
    let issued = reader.civil_date("--issued", &args.issued, region)?;
    let week = reader.week(args.week.as_deref())?;
    let sheets = args.sheet.iter().map(|text| sheet(reader, text, region)).collect::<Result<Vec<_>, _>>()?;
    let edition = match &args.edition {
        Some(name) => reader.edition(name, &law.editions)?,
        None => law.editions.on(issued).map_err(|fault| reader.edition_fault(&fault))?,
    };
    let found = validity(issued, &sheets, edition, &law.calendar, week).map_err(|fault| match fault {
        ValidityFault::Edition(fault) => reader.edition_fault(&fault),
        ValidityFault::OutOfDates => Unusable(msg::cli_dates_out_of_range(lang)),
    })?;
    let unconfirmed = law.editions.unconfirmed_on(issued).filter(|other| other.id != edition.id);
    let json = json!({
        "base_last_day": found.base_last_day,
        "last_day": found.last_day,
        "extended_by_days": found.extended_by_days,
        "annul_not_before": found.annul_not_before,
        "annul_moment": found.annul_moment(region).map(|moment| moment.with_timezone(&region.zone()).to_rfc3339()),
        "sheets": found.sheets,
        "issued": found.issued,
        "edition": found.edition,
        "edition_confirmed": edition.confirmed,
        "unconfirmed_edition": unconfirmed.map(|other| &other.id),
        "paragraph": found.paragraph,
        "readings": found.readings,
    });
    let mut text = msg::cli_validity_title(lang, found.last_day, found.edition.as_str());
    if found.extended_by_days > 0 {
        let _ = write!(
            text,
            "\n{}",
            msg::cli_validity_extended(lang, found.base_last_day, found.extended_by_days)
        );
    }
    for sheet in &found.sheets {
        let _ = write!(text, "\n  {}", line(reader, sheet));
    }
    let annul = match found.annul_not_before {
        Some(date) => msg::cli_validity_annul(lang, date),
        None => msg::cli_validity_annul_unknown(lang),
    };
    let _ = write!(text, "\n{annul}");
    if let Some(other) = unconfirmed {
        let _ = write!(text, "\n{}", msg::cli_validity_unconfirmed(lang, other.id.as_str()));
    }
    text.push_str(&reader.readings(&found.readings));
    Ok(Answer { json, text, no: false })
}

fn line(reader: Reader, sheet: &CountedSheet) -> String {
    let lang = reader.lang;
    let key = format!("cli-sheet-{}", sheet.why.code().replace('_', "-"));
    let why = lookup(lang, &key, &[]).unwrap_or_default();
    let mut text =
        format!("{}–{}  +{}  {why}", format::date(sheet.from), format::date(sheet.to), sheet.counted_days);
    for (told, words) in [
        (sheet.reached_by_others, msg::cli_sheet_reached_by_others(lang)),
        (sheet.late, msg::cli_sheet_late(lang)),
        (sheet.after_lapse, msg::cli_sheet_after_lapse(lang)),
    ] {
        if told {
            let _ = write!(text, "; {words}");
        }
    }
    text
}

/// `A..B` or `A..B@RECEIVED`, where RECEIVED may also be an instant.
fn sheet(reader: Reader, text: &str, region: Region) -> Result<Sheet, Unusable> {
    let lang = reader.lang;
    let written = match text.split_once('@') {
        Some((days, received)) => format!("{days}@{}", reader.civil_date("--sheet", received, region)?),
        None => text.to_owned(),
    };
    written.parse().map_err(|fault: SheetFault| {
        Unusable(match fault {
            SheetFault::EndsBeforeItBegins { from, to } => msg::cli_sheet_ends_before(lang, from, to),
            SheetFault::Shape(_) => msg::cli_sheet_shape(lang, text),
            SheetFault::Date(found) => msg::cli_bad_date(lang, "--sheet", &found),
        })
    })
}
