//! `iin N`: whether an individual identification number is right, and what it tells.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::person::{Iin, IinFault, Sex};
use serde_json::{Value, json};
use words::{Lang, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "N", allow_negative_numbers = true)]
    number: String,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    Ok(match Iin::parse(&args.number) {
        Ok(iin) => {
            let born = iin.born();
            let text = match (born, iin.sex()) {
                (Some(born), Some(Sex::Male)) => msg::cli_iin_valid(lang, born, "male"),
                (Some(born), Some(Sex::Female)) => msg::cli_iin_valid(lang, born, "female"),
                (_, _) => msg::cli_iin_valid_century(lang),
            };
            let warning = if iin.century_unknown() { json!("century_unknown") } else { Value::Null };
            let json = json!({
                "valid": true,
                "reason": null,
                "born": born,
                "sex": iin.sex(),
                "number": iin,
                "warning": warning,
            });
            Answer { json, text, no: false }
        }
        Err(fault) => {
            let text = |lang| said(lang, fault);
            let json = json!({
                "valid": false,
                "reason": fault.code(),
                "born": null,
                "sex": null,
                "text": {"kk": text(Lang::Kk), "ru": text(Lang::Ru), "en": text(Lang::En)},
            });
            Answer { json, text: text(lang), no: true }
        }
    })
}

fn said(lang: Lang, fault: IinFault) -> String {
    match fault {
        IinFault::Empty => msg::cli_number_empty(lang),
        IinFault::NotDigit { place, found } => msg::cli_number_not_digit(lang, &found.to_string(), place),
        IinFault::Length { found } => msg::cli_number_length(lang, found),
        IinFault::Century { digit } => msg::cli_iin_century(lang, digit),
        IinFault::Date { year, month, day } => {
            msg::cli_iin_date(lang, &format!("{day:02}"), &format!("{month:02}"), &format!("{year:02}"))
        }
        IinFault::CheckDigit { expected, found } => msg::cli_number_check_digit(lang, expected, found),
        IinFault::NeverIssued => msg::cli_number_never_issued(lang),
    }
}
