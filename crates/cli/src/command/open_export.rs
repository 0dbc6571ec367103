//! `open-export`: opens the file that `export` made, into a folder.

use super::vault::{said, secret_from};
use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use serde_json::json;
use std::path::PathBuf;
use store::{Error, open_export};
use words::msg;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let question = msg::vault_ask_passphrase(lang);
    let passphrase = secret_from(reader, args.passphrase_file.as_deref(), "TANU_PASSPHRASE", &question)?;
    match open_export(&args.file, &passphrase, &args.to) {
        Ok(files) => {
            let count = files.len();
            Ok(Answer {
                json: json!({ "done": true, "files": count }),
                text: msg::vault_opened(lang, count),
                no: false,
            })
        }
        Err(error @ Error::WrongPassphrase) => {
            let text = said(lang, &error);
            Ok(Answer { json: json!({ "done": false, "why": "passphrase" }), text, no: true })
        }
        Err(error) => Err(Unusable(said(lang, &error))),
    }
}
