//! How the failures of the floors below become a "no" for the window: a code the reader can act on, never
//! a path, a query or a name.

use crate::contract::No;

impl From<store::Error> for No {
    fn from(error: store::Error) -> Self {
        use store::Error as E;
        if error.is_damage() {
            return No::failure("damaged").with("what", step(&error));
        }
        match error {
            E::WrongPassword { wait_seconds } => {
                No::failure("wrong-password").with("seconds", seconds(wait_seconds))
            }
            E::TooEarly { wait_seconds } => No::failure("too-early").with("seconds", seconds(wait_seconds)),
            E::WrongRecoveryCode => No::failure("wrong-recovery-code"),
            E::RecoveryCodeMistyped { group, .. } => {
                No::failure("recovery-code-mistyped").with("group", group)
            }
            E::DiskFull { .. } => No::failure("disk-full"),
            E::DiskLow { disk, free_bytes, needed_bytes } => No::failure("disk-low")
                .with("disk", disk.to_string_lossy().into_owned())
                .with("free", free_mib(free_bytes))
                .with("needed", needed_mib(needed_bytes)),
            E::ReadOnly { .. } => No::failure("read-only"),
            E::InUse => No::failure("in-use"),
            E::NoVault => No::failure("no-vault"),
            E::VaultExists => No::failure("vault-exists"),
            E::NewerDatabase { .. } | E::NewerKeyFile { .. } => No::failure("newer"),
            E::KeyFileDamaged { .. } | E::KeyFileForged { .. } | E::OtherVault => No::failure("key-file"),
            E::LoginTaken => No::denial("login-taken"),
            E::NoSuchUser => No::denial("no-such-user"),
            E::UserDisabled => No::denial("user-disabled"),
            E::LastLogin => No::denial("last-login"),
            E::StreamMoved { .. } => No::denial("moved"),
            E::CommandIdReused => No::invalid("command-reused"),
            E::Erased => No::denial("erased"),
            E::NoAttachment => No::denial("no-document"),
            E::AttachmentDamaged => No::failure("document-damaged"),
            E::TooLarge { .. } => No::failure("too-large"),
            E::BackupDamaged { .. } | E::NoGoodBackup => No::failure("backup-damaged"),
            E::FolderAbsent => No::failure("no-such-folder"),
            E::ExchangeSuspended => No::denial("exchange-suspended"),
            // What is left names a step; nobody but the one who repairs can act on it.
            other => No::failure("store").with("what", step(&other)),
        }
    }
}

const MIB: u64 = 1024 * 1024;

/// Whole mebibytes of what is free: never more than there is.
pub(crate) fn free_mib(bytes: u64) -> u32 {
    u32::try_from(bytes / MIB).unwrap_or(u32::MAX)
}

/// Whole mebibytes of what is needed: never less than that.
pub(crate) fn needed_mib(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(MIB)).unwrap_or(u32::MAX)
}

fn seconds(seconds: u64) -> u32 {
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

/// The text of a failure of the store names the step and no person (its own tests see to it).
fn step(error: &store::Error) -> String {
    error.to_string()
}

impl From<rules::denial::Denial> for No {
    fn from(denial: rules::denial::Denial) -> Self {
        let code = denial.code.replace('_', "-");
        let mut no = No::denial(&code).saying(crate::say::denial(&denial));
        no.paragraph = denial.paragraph.map(|paragraph| paragraph.to_string());
        no
    }
}
