//! `verify`: whether a data folder is as it was written; names the first broken link of each part.

use super::vault::{Opener, refused, said};
use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use serde_json::json;
use store::{Broken, Part, Report};
use words::{Lang, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    opener: Opener,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let store = match args.opener.open(reader)? {
        Ok(store) => store,
        Err(error) => {
            let Answer { text, .. } = refused(lang, &error)?;
            let json = json!({ "good": false, "broken": [{ "part": "database", "at": null, "what": "opening" }],
                "text": text });
            return Ok(Answer { json, text, no: true });
        }
    };
    let report = store.verify().map_err(|error| Unusable(said(lang, &error)))?;
    let json = json!({
        "good": report.is_good(), "events": report.events, "commands": report.commands,
        "attachments": report.attachments, "broken": report.broken,
    });
    Ok(Answer { json, text: told(lang, &report), no: !report.is_good() })
}

fn told(lang: Lang, report: &Report) -> String {
    let counts = msg::vault_verified(lang, report.attachments, report.commands, report.events);
    if report.is_good() {
        return format!("{counts}\n{}", msg::vault_whole(lang));
    }
    let lines: Vec<String> = report.broken.iter().map(|broken| line(lang, broken)).collect();
    format!("{counts}\n{}", lines.join("\n"))
}

fn line(lang: Lang, broken: &Broken) -> String {
    let part = match broken.part {
        Part::KeyFile => msg::vault_part_keys(lang),
        Part::Anchor => msg::vault_part_anchor(lang),
        Part::Pages => msg::vault_part_pages(lang),
        Part::Tables => msg::vault_part_tables(lang),
        Part::SearchIndex => msg::vault_part_index(lang),
        Part::Journal => msg::vault_part_journal(lang),
        Part::Commands => msg::vault_part_commands(lang),
        Part::Attachments => msg::vault_part_attachments(lang),
        Part::Salvage => msg::vault_part_salvage(lang),
    };
    match broken.at {
        Some(at) => msg::vault_broken_at(lang, at, &part, broken.what),
        None => msg::vault_broken(lang, &part, broken.what),
    }
}
