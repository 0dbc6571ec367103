//! `iban N`: whether an account number is right, and whose bank it seems to be.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::person::{Iban, IbanChange, IbanFault};
use serde_json::json;
use std::fmt::Write;
use words::{Lang, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Several words are one number: people copy it with spaces.
    #[arg(value_name = "N", required = true, num_args = 1.., allow_negative_numbers = true)]
    number: Vec<String>,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    Ok(match Iban::parse_telling(&args.number.join(" ")) {
        Ok((iban, changes)) => {
            let banks = reader.law()?.banks;
            let code = iban.bank_code();
            let bank = banks.find(&code).map(|bank| bank.name.clone());
            let json = json!({
                "valid": true,
                "reason": null,
                "bank_code": code,
                "bank": bank,
                "number": iban,
                "changes": changes,
                "warning": if bank.is_none() { json!("bank_unknown") } else { json!(null) },
            });
            let mut text = match &bank {
                Some(bank) => msg::cli_iban_valid(lang, bank, &iban.printed()),
                None => msg::cli_iban_valid_bank_unknown(lang, &code, &iban.printed()),
            };
            for change in changes {
                let said = match change {
                    IbanChange::Spaces => msg::cli_iban_changed_spaces(lang),
                    IbanChange::LowerCase => msg::cli_iban_changed_lower_case(lang),
                    IbanChange::Cyrillic => msg::cli_iban_changed_cyrillic(lang),
                };
                let _ = write!(text, "\n  {said}");
            }
            Answer { json, text, no: false }
        }
        Err(fault) => {
            let text = |lang| said(lang, &fault);
            let json = json!({
                "valid": false,
                "reason": fault.code(),
                "bank_code": null,
                "bank": null,
                "text": {"kk": text(Lang::Kk), "ru": text(Lang::Ru), "en": text(Lang::En)},
            });
            Answer { json, text: text(lang), no: true }
        }
    })
}

fn said(lang: Lang, fault: &IbanFault) -> String {
    match fault {
        IbanFault::Empty => msg::cli_iban_empty(lang),
        IbanFault::Letter { place, found } => msg::cli_iban_letter(lang, &found.to_string(), *place),
        IbanFault::Country { found } => msg::cli_iban_country(lang, found),
        IbanFault::Length { found } => msg::cli_iban_length(lang, *found),
        IbanFault::CheckDigits => msg::cli_iban_check_digits(lang),
        IbanFault::BankCode => msg::cli_iban_bank_code(lang),
        IbanFault::Checksum => msg::cli_iban_checksum(lang),
    }
}
