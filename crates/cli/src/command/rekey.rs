//! `rekey`: another data key, after a person who could know the old one has left.

use super::vault::{Opener, op, refused, said};
use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::role::Role;
use serde_json::json;
use store::NewEvent;
use words::msg;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    opener: Opener,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    let store = match args.opener.open_for(reader, &[Role::Administrator])? {
        Ok(store) => store,
        Err(answer) => return Ok(answer),
    };
    if let Err(error) = store.rekey() {
        return refused(lang, &error);
    }
    let event = NewEvent::new("data_key_changed", 1, b"{}");
    store
        .write(op(&store, "rekey"), |tx| tx.append("upkeep", None, &[event]))
        .map_err(|error| Unusable(said(lang, &error)))?;
    store.lock().map_err(|error| Unusable(said(lang, &error)))?;
    Ok(Answer { json: json!({ "done": true }), text: msg::vault_rekeyed(lang), no: false })
}
