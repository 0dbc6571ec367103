//! `bin N`: whether a business identification number is right, and what it tells.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::person::{Bin, BinFault};
use serde_json::json;
use words::{Lang, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "N", allow_negative_numbers = true)]
    number: String,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    Ok(match Bin::parse(&args.number) {
        Ok(bin) => {
            let (year, month) = bin.registered();
            let kind = bin.kind();
            let json = json!({
                "valid": true,
                "reason": null,
                "registered": format!("{year}-{month:02}"),
                "kind": kind.owner,
                "unit": kind.unit,
                "number": bin,
            });
            let text = msg::cli_bin_valid(lang, &format!("{month:02}.{year}"), kind.owner, kind.unit);
            Answer { json, text, no: false }
        }
        Err(fault) => {
            let text = |lang| said(lang, fault);
            let json = json!({
                "valid": false,
                "reason": fault.code(),
                "registered": null,
                "kind": null,
                "text": {"kk": text(Lang::Kk), "ru": text(Lang::Ru), "en": text(Lang::En)},
            });
            Answer { json, text: text(lang), no: true }
        }
    })
}

fn said(lang: Lang, fault: BinFault) -> String {
    match fault {
        BinFault::Empty => msg::cli_number_empty(lang),
        BinFault::NotDigit { place, found } => msg::cli_number_not_digit(lang, &found.to_string(), place),
        BinFault::Length { found } => msg::cli_number_length(lang, found),
        BinFault::Month { month } => msg::cli_bin_month(lang, &format!("{month:02}")),
        BinFault::LooksLikeIin => msg::cli_bin_looks_like_iin(lang),
        BinFault::Owner { digit } => msg::cli_bin_owner(lang, digit),
        BinFault::Unit { digit } => msg::cli_bin_unit(lang, digit),
        BinFault::CheckDigit { expected, found } => msg::cli_number_check_digit(lang, expected, found),
        BinFault::NeverIssued => msg::cli_number_never_issued(lang),
    }
}
