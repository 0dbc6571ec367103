//! What the commands on a data folder share: who opens it, how the store's failures are told.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use chrono::{DateTime, Utc};
use rules::region::Region;
use rules::role::Role;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use store::{Credential, Error, Op, RecoveryCode, Store, UserId};
use words::{Lang, msg};

/// Where the vault lies and who opens it. The password comes from a file, from `TANU_PASSWORD`, or is asked.
#[derive(Debug, clap::Args)]
pub(crate) struct Opener {
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    #[arg(long, value_name = "LOGIN", env = "TANU_LOGIN", hide_env = true)]
    login: Option<String>,
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    #[arg(long)]
    recovery: bool,
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line has no desk: here it asks the computer itself"
)]
pub(crate) fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}

impl Opener {
    /// What opens the vault; asks for what is missing, without showing what is typed.
    pub(crate) fn credential(&self, reader: Reader) -> Result<Credential, Unusable> {
        let lang = reader.lang;
        if self.recovery {
            let code = self.secret(reader, &msg::vault_ask_recovery(lang))?;
            let code = RecoveryCode::parse(&code).map_err(|error| Unusable(said(lang, &error)))?;
            return Ok(Credential::Recovery(code));
        }
        let login = match &self.login {
            Some(login) => login.clone(),
            None => return Err(Unusable(msg::vault_login_missing(lang))),
        };
        Ok(Credential::password(&login, &self.secret(reader, &msg::vault_ask_password(lang, &login))?))
    }

    fn secret(&self, reader: Reader, question: &str) -> Result<String, Unusable> {
        secret_from(reader, self.password_file.as_deref(), "TANU_PASSWORD", question)
    }

    pub(crate) fn open(&self, reader: Reader) -> Result<Result<Store, Error>, Unusable> {
        if !Store::exists(&self.data) {
            return Err(Unusable(msg::vault_none(reader.lang, &self.data.display().to_string())));
        }
        let credential = self.credential(reader)?;
        Ok(Store::unlock(&self.data, &credential, now()))
    }

    /// Opens for somebody with one of these roles. The recovery card is nobody, but holds every key: it may.
    pub(crate) fn open_for(&self, reader: Reader, roles: &[Role]) -> Result<Result<Store, Answer>, Unusable> {
        let store = match self.open(reader)? {
            Ok(store) => store,
            Err(error) => return refused(reader.lang, &error).map(Err),
        };
        let Some(user) = store.user() else { return Ok(Ok(store)) };
        let row = store.find_user(user).map_err(|error| Unusable(said(reader.lang, &error)))?;
        let may =
            row.is_some_and(|row| roles.iter().any(|role| row.roles.iter().any(|own| own == role.code())));
        if may {
            return Ok(Ok(store));
        }
        let text = msg::vault_role(reader.lang);
        Ok(Err(Answer { json: json!({ "done": false, "why": "role" }), text, no: true }))
    }
}

/// A secret from a file (its first line), from the environment, or typed unseen.
pub(crate) fn secret_from(
    reader: Reader,
    file: Option<&Path>,
    variable: &str,
    question: &str,
) -> Result<String, Unusable> {
    if let Some(file) = file {
        let text = reader.file(file)?;
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    if let Ok(secret) = std::env::var(variable) {
        return Ok(secret);
    }
    rpassword::prompt_password(format!("{question}: "))
        .map_err(|_| Unusable(msg::vault_cannot_ask(reader.lang, variable)))
}

/// Who does it and when, for the journal.
pub(crate) fn op(store: &Store, name: &'static str) -> Op<'static> {
    let at = now();
    Op {
        name,
        actor: store.user().unwrap_or(UserId(uuid::Uuid::nil())),
        at,
        civil_date: Region::Astana.civil_date(at),
        edition: "",
        command: None,
    }
}

/// A failure as an answer: "no" where the vault itself is at fault, unusable input elsewhere.
pub(crate) fn refused(lang: Lang, error: &Error) -> Result<Answer, Unusable> {
    let text = said(lang, error);
    if error.is_damage() || matches!(error, Error::BackupDamaged { .. } | Error::NoGoodBackup) {
        return Ok(Answer { json: json!({ "done": false, "why": "damaged", "text": text }), text, no: true });
    }
    Err(Unusable(text))
}

/// The failure in the reader's language: what is wrong and what to do.
pub(crate) fn said(lang: Lang, error: &Error) -> String {
    match error {
        Error::DiskFull { .. } => msg::vault_disk_full(lang),
        Error::DiskLow { disk, free_bytes, needed_bytes } => {
            const MIB: u64 = 1024 * 1024;
            let (free, needed) = (free_bytes / MIB, needed_bytes.div_ceil(MIB));
            msg::vault_disk_low(lang, &disk.to_string_lossy(), free, needed)
        }
        Error::ReadOnly { .. } => msg::vault_read_only(lang),
        Error::InUse => msg::vault_in_use(lang),
        Error::NoVault => msg::vault_none(lang, ""),
        Error::VaultExists => msg::vault_exists(lang),
        Error::NewerDatabase { .. } | Error::NewerKeyFile { .. } => msg::vault_newer(lang),
        Error::WrongPassword { wait_seconds } => msg::vault_wrong_password(lang, *wait_seconds),
        Error::TooEarly { wait_seconds } => msg::vault_too_early(lang, *wait_seconds),
        Error::WrongRecoveryCode => msg::vault_wrong_code(lang),
        Error::RecoveryCodeMistyped { group, .. } => msg::vault_mistyped_code(lang, *group),
        Error::UserDisabled => msg::vault_closed_login(lang),
        Error::KeyFileDamaged { .. } | Error::KeyFileForged { .. } => msg::vault_key_file(lang),
        Error::BackupDamaged { .. } => msg::vault_backup_damaged(lang),
        Error::NoGoodBackup => msg::vault_no_good_backup(lang),
        Error::WrongPassphrase => msg::vault_wrong_passphrase(lang),
        other if other.is_damage() => msg::vault_damaged(lang),
        // Failures of the world carry their own, technical text.
        other => msg::vault_failed(lang, &chain(other)),
    }
}

fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
