//! `restore`: puts a backup into a folder without a vault, or repairs a broken vault from its own backups.

use super::vault::{Opener, now, refused};
use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use serde_json::json;
use std::path::PathBuf;
use store::Store;
use words::msg;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    opener: Opener,
    #[arg(long, value_name = "FOLDER", required_unless_present = "broken")]
    from: Option<PathBuf>,
    #[arg(long, conflicts_with = "from")]
    broken: bool,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let credential = args.opener.credential(reader)?;
    let data = &args.opener.data;
    match &args.from {
        Some(from) => match Store::restore(from, data, &credential, now()) {
            Ok(store) => {
                let events = store.last_seq().unwrap_or_default();
                let suspended = store.exchange_suspended().is_ok_and(|found| found.is_some());
                let json = json!({ "done": true, "events": events, "exchange_suspended": suspended });
                Ok(Answer { json, text: msg::vault_restored(lang, events), no: false })
            }
            Err(error) => refused(lang, &error),
        },
        None => match Store::recover(data, &credential, now()) {
            Ok(recovered) => {
                let aside = recovered.set_aside.display().to_string();
                let salvaged = recovered.salvaged.len();
                let suspended = recovered.store.exchange_suspended().is_ok_and(|found| found.is_some());
                let json = json!({
                    "done": true, "events": recovered.restored.last_seq, "backup_made_at": recovered.restored.made_at,
                    "set_aside": aside, "salvaged": salvaged, "exchange_suspended": suspended,
                });
                let events = recovered.restored.last_seq;
                Ok(Answer { json, text: msg::vault_recovered(lang, &aside, events, salvaged), no: false })
            }
            Err(error) => refused(lang, &error),
        },
    }
}
