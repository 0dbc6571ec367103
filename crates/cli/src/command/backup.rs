//! `backup`: a checked copy of everything, attachments and key file included, into a folder of choice.

use super::vault::{Opener, now, refused};
use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use serde_json::json;
use std::path::PathBuf;
use words::msg;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    opener: Opener,
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    // Encrypted whole, so that whoever opens the vault may make one.
    let made = match args.opener.open(reader)? {
        Ok(store) => store.backup_to(&args.to, now()),
        Err(error) => Err(error),
    };
    let backup = match made {
        Ok(backup) => backup,
        Err(error) => return refused(lang, &error),
    };
    let folder = backup.folder.display().to_string();
    let json = json!({
        "done": true, "folder": folder, "events": backup.last_seq, "attachments": backup.attachments,
        "bytes": backup.bytes,
    });
    let text = msg::vault_backed_up(lang, backup.attachments, backup.last_seq, &folder);
    Ok(Answer { json, text, no: false })
}
