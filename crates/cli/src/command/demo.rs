//! `demo`: fills an empty data folder with a demonstration office of invented people and cases.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use desk::demonstration::make;
use serde_json::json;
use std::path::PathBuf;
use store::{Cost, Store};
use words::msg;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    cases: u32,
    #[arg(long, default_value_t = 380)]
    seed: u64,
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let shown = args.data.display().to_string();
    if Store::exists(&args.data) {
        return Err(Unusable(msg::demo_not_empty(lang, &shown)));
    }
    let folder = std::path::absolute(&args.data)
        .map_err(|error| Unusable(msg::demo_failed(lang, &error.to_string())))?;
    let made = make::office(&folder, args.cases, args.seed, Cost::standard(), super::vault::now())
        .map_err(|no| Unusable(msg::demo_failed(lang, &no.code)))?;
    let mut text = msg::demo_made(lang, &made.cases.to_string(), &made.events.to_string());
    for account in &made.accounts {
        let line = msg::demo_account(lang, &account.login, &account.name, &account.password);
        text.push('\n');
        text.push_str(&line);
    }
    let json = json!({
        "accounts": made.accounts, "cases": made.cases, "events": made.events, "shows": made.shows,
        "data": folder,
    });
    Ok(Answer { json, text, no: false })
}
