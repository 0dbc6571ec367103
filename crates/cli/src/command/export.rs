//! `export`: everything that is kept of one person, in one file under a passphrase; and opening such a file.

use super::vault::{Opener, op, said, secret_from};
use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::person::Iin;
use rules::role::Role;
use serde_json::json;
use std::path::PathBuf;
use store::{Cost, Matched, Scope, SubjectId};
use words::msg;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    opener: Opener,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    iin: String,
    #[arg(long, short, value_name = "FILE")]
    out: PathBuf,
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let lang = reader.lang;
    if Iin::parse(&args.iin).is_err() {
        return Err(Unusable(msg::vault_bad_iin(lang)));
    }
    let store = match args.opener.open_for(reader, &[Role::Administrator, Role::Supervisor, Role::Auditor])? {
        Ok(store) => store,
        Err(answer) => return Ok(answer),
    };
    let unusable = |error| Unusable(said(lang, &error));
    let hits = store.search(&Scope::Everything, &args.iin, 50).map_err(unusable)?;
    let is_theirs = |hit: &&store::Hit| hit.matched == Matched::Iin && hit.case.iin == args.iin;
    let subject: Option<SubjectId> = hits.iter().filter(is_theirs).find_map(|hit| hit.case.subject);
    let Some(subject) = subject else {
        let json = json!({ "done": false, "why": "nobody" });
        return Ok(Answer { json, text: msg::vault_nobody(lang), no: true });
    };
    let question = msg::vault_ask_passphrase(lang);
    let passphrase = secret_from(reader, args.passphrase_file.as_deref(), "TANU_PASSPHRASE", &question)?;
    let op = op(&store, "export_person");
    let done =
        store.export_person(op, subject, &args.out, &passphrase, Cost::standard()).map_err(unusable)?;
    let json = json!({ "done": true, "events": done.events, "files": done.files, "bytes": done.bytes });
    Ok(Answer { json, text: msg::vault_exported(lang, done.events, done.files), no: false })
}
