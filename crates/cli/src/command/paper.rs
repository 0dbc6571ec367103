//! `paper KIND INPUT.json [--language kk|ru|both] -o OUT.pdf`: sets an official form.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use papers::{KINDS, Language, Unread};
use serde_json::json;
use std::path::PathBuf;
use words::msg;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "KIND")]
    kind: String,
    #[arg(value_name = "INPUT.json")]
    input: PathBuf,
    #[arg(long, short, value_name = "OUT.pdf")]
    output: PathBuf,
}

/// `language` is that of the paper; without it the paper is in both.
pub(crate) fn run(args: &Args, language: Option<&str>, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let language = match language {
        None => Language::Both,
        Some(code) => Language::find(code).ok_or_else(|| Unusable(msg::cli_paper_language(lang, code)))?,
    };
    let text = reader.file(&args.input)?;
    let shown = args.input.display().to_string();
    let paper = papers::read(&args.kind, &text).map_err(|unread| match unread {
        Unread::Kind { kind } => Unusable(msg::cli_paper_kind(lang, &KINDS.join(", "), &kind)),
        Unread::Data { cause } => Unusable(msg::cli_paper_data(lang, &cause, &shown)),
    })?;
    let pdf = papers::render(&paper, language).map_err(|failure| Unusable(failure.say(lang)))?;
    let out = args.output.display().to_string();
    std::fs::write(&args.output, &pdf.bytes)
        .map_err(|error| Unusable(msg::cli_paper_unwritten(lang, &out, &error.to_string())))?;
    let bytes = pdf.bytes.len();
    Ok(Answer {
        json: json!({ "pages": pdf.pages, "bytes": bytes, "sha256": pdf.sha256 }),
        text: msg::cli_paper_done(lang, bytes, &out, pdf.pages, &pdf.sha256),
        no: false,
    })
}
