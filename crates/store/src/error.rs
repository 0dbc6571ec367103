//! What the world may refuse to the store: one variant for each kind of failure, naming the step that failed.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The step at which the world said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    MakeFolder,
    KeepReserve,
    TakeLock,
    ReadKeyFile,
    WriteKeyFile,
    ReadAttempts,
    WriteAttempts,
    OpenDatabase,
    SetUpConnection,
    Migrate,
    CopyBeforeMigration,
    ReadAnchor,
    WriteAnchor,
    ReadPlace,
    Begin,
    ReadJournal,
    AppendJournal,
    WriteProjection,
    ReadProjection,
    WriteOutbox,
    ReadOutbox,
    WriteSalvage,
    ReadSalvage,
    Commit,
    Checkpoint,
    Search,
    WriteAttachment,
    ReadAttachment,
    RemoveAttachment,
    RenewReplica,
    Rekey,
    Verify,
    Backup,
    ThinBackups,
    Restore,
    SetAside,
    Export,
    Erase,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Step::MakeFolder => "making the data folder",
            Step::KeepReserve => "keeping room in reserve",
            Step::TakeLock => "taking the lock of the data folder",
            Step::ReadKeyFile => "reading the key file",
            Step::WriteKeyFile => "writing the key file",
            Step::ReadAttempts => "reading the count of wrong passwords",
            Step::WriteAttempts => "writing the count of wrong passwords",
            Step::OpenDatabase => "opening the database",
            Step::SetUpConnection => "setting up the database connection",
            Step::Migrate => "upgrading the database",
            Step::CopyBeforeMigration => "copying the database before its upgrade",
            Step::ReadAnchor => "reading the anchor",
            Step::WriteAnchor => "writing the anchor",
            Step::ReadPlace => "reading where the vault lies",
            Step::Begin => "beginning to write",
            Step::ReadJournal => "reading the journal",
            Step::AppendJournal => "appending to the journal",
            Step::WriteProjection => "writing a projection",
            Step::ReadProjection => "reading a projection",
            Step::WriteOutbox => "writing the outbox",
            Step::ReadOutbox => "reading the outbox",
            Step::WriteSalvage => "writing the salvage copy of the outbox",
            Step::ReadSalvage => "reading the salvage copy of the outbox",
            Step::Commit => "making the change durable",
            Step::Checkpoint => "emptying the write-ahead log",
            Step::Search => "searching",
            Step::WriteAttachment => "writing an attachment",
            Step::ReadAttachment => "reading an attachment",
            Step::RemoveAttachment => "removing an attachment",
            Step::RenewReplica => "renewing the identity of this copy",
            Step::Rekey => "changing the data key",
            Step::Verify => "verifying",
            Step::Backup => "making a backup",
            Step::ThinBackups => "thinning backups",
            Step::Restore => "restoring a backup",
            Step::SetAside => "setting a broken database aside",
            Step::Export => "exporting",
            Step::Erase => "erasing a person's data",
        };
        f.write_str(text)
    }
}

/// Why the store could not do what was asked. Texts carry no names, numbers or full paths of people.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    #[error("the disk is full while {step}")]
    DiskFull {
        step: Step,
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Nothing was begun: what was asked for would not have fitted. Sizes in bytes.
    #[error("only {free_bytes} bytes are free and {needed_bytes} are needed on the disk {}", disk.display())]
    DiskLow { disk: PathBuf, free_bytes: u64, needed_bytes: u64 },
    #[error("the folder or file may not be written while {step}")]
    ReadOnly {
        step: Step,
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    #[error("{step} failed on {}", name_of(file))]
    File {
        step: Step,
        file: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error("{step} failed")]
    Sql {
        step: Step,
        #[source]
        source: rusqlite::Error,
    },
    #[error("the database is damaged, seen while {step}")]
    Damaged {
        step: Step,
        #[source]
        source: Option<rusqlite::Error>,
    },
    #[error("the operating system gave no random bytes")]
    Random {
        #[source]
        source: getrandom::Error,
    },
    #[error("the vault is open in another copy of the program")]
    InUse,
    #[error("there is no vault in this folder")]
    NoVault,
    #[error("a vault already lies in this folder")]
    VaultExists,
    #[error("the database file is missing or empty, though the key file says there is one")]
    EmptyDatabase,
    #[error("the database has schema {found}, this program knows up to {known}: update the program")]
    NewerDatabase { found: u32, known: u32 },
    #[error("the key file has format {found}, this program knows up to {known}: update the program")]
    NewerKeyFile { found: u32, known: u32 },
    #[error("migration {version} of this database is not the one this program has")]
    ForeignMigration { version: u32 },
    #[error("the tables of the database are not those of this program")]
    ForeignSchema,
    #[error("the key file is damaged: {what}")]
    KeyFileDamaged { what: &'static str },
    #[error("somebody changed the key file: {what}")]
    KeyFileForged { what: &'static str },
    #[error("the key file belongs to another vault")]
    OtherVault,
    #[error("wrong login or password; the next try is possible in {wait_seconds} s")]
    WrongPassword { wait_seconds: u64 },
    #[error("too early: the next try is possible in {wait_seconds} s")]
    TooEarly { wait_seconds: u64 },
    #[error("this is not the recovery code of this vault")]
    WrongRecoveryCode,
    #[error("the recovery code is mistyped in group {group}: {what}")]
    RecoveryCodeMistyped {
        /// The first group that cannot be right, counted from 1.
        group: usize,
        what: &'static str,
    },
    #[error("the password derivation was refused: {what}")]
    Derivation { what: String },
    #[error("this stream has no first event yet")]
    NoSuchStream,
    #[error("this login is already taken")]
    LoginTaken,
    #[error("this person has no login here")]
    NoSuchUser,
    #[error("this person's login is closed")]
    UserDisabled,
    #[error("the last login cannot be removed")]
    LastLogin,
    #[error("the journal ends at {found}, but {promised} was already called saved: its tail is lost")]
    TailLost { promised: u64, found: u64 },
    #[error("the journal at {seq} is not what was called saved")]
    HeadChanged { seq: u64 },
    #[error("the anchor beside the database is missing or damaged")]
    AnchorLost,
    #[error("the stream moved: version {expected} was expected, {found} found")]
    StreamMoved { stream: String, expected: u64, found: u64 },
    #[error("a command with this id but other content exists")]
    CommandIdReused,
    #[error("the chain breaks at {what} {at}")]
    ChainBroken { what: &'static str, at: u64 },
    #[error("a projection may not append to the journal while it is made again")]
    AppendedWhileRebuilding,
    #[error("the data of this person were erased")]
    Erased,
    #[error("the attachment is damaged")]
    AttachmentDamaged,
    #[error("there is no such attachment")]
    NoAttachment,
    #[error("{what} is larger than {limit} bytes")]
    TooLarge { what: &'static str, limit: u64 },
    #[error("the stored {what} cannot be read")]
    Unreadable {
        what: &'static str,
        #[source]
        source: Option<serde_json::Error>,
    },
    #[error("the backup is damaged: {what}")]
    BackupDamaged { what: &'static str },
    #[error("the folder for copies on another disk is not there")]
    FolderAbsent,
    #[error("the copy was broken off, because the vault was closed or changed meanwhile")]
    BrokenOff,
    #[error("no good backup was found")]
    NoGoodBackup,
    #[error("exchange is suspended until a person confirms the restored data")]
    ExchangeSuspended,
    #[error("the passphrase does not open this export")]
    WrongPassphrase,
}

const SHM_SIZE: i32 = rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

fn is_wrong_type(source: &rusqlite::Error) -> bool {
    use rusqlite::Error as Sql;
    matches!(
        source,
        Sql::InvalidColumnType(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::FromSqlConversionFailure(..)
            | Sql::Utf8Error(..)
    )
}

fn name_of(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Error {
    /// Turns what the disk said into a typed failure of this step.
    pub(crate) fn file(step: Step, file: &Path) -> impl FnOnce(io::Error) -> Error {
        let file = file.to_owned();
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Error::DiskFull { step, source: Box::new(source) }
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Error::ReadOnly { step, source: Box::new(source) }
            }
            // Every other kind is named by its own text; the list is the standard library's and grows.
            _ => Error::File { step, file, source },
        }
    }

    /// Turns what SQLite said into a typed failure of this step.
    pub(crate) fn sql(step: Step) -> impl Fn(rusqlite::Error) -> Error {
        use rusqlite::ErrorCode as Code;
        move |source| match source.sqlite_error_code() {
            // We never wrote a text where a number belongs: somebody or something else did.
            None if is_wrong_type(&source) => Error::Damaged { step, source: Some(source) },
            Some(Code::DiskFull) => Error::DiskFull { step, source: Box::new(source) },
            // What two connections share lies in a file that could not grow.
            Some(Code::SystemIoFailure)
                if source.sqlite_error().is_some_and(|error| error.extended_code == SHM_SIZE) =>
            {
                Error::DiskFull { step, source: Box::new(source) }
            }
            Some(Code::ReadOnly | Code::PermissionDenied | Code::CannotOpen) => {
                Error::ReadOnly { step, source: Box::new(source) }
            }
            Some(Code::NotADatabase | Code::DatabaseCorrupt) => Error::Damaged { step, source: Some(source) },
            // The remaining codes are SQLite's own and grow with it; the cause is kept.
            Some(_) | None => Error::Sql { step, source },
        }
    }

    /// True when there is too little room on a disk, noticed before or while writing.
    pub fn is_lack_of_room(&self) -> bool {
        matches!(self, Error::DiskFull { .. } | Error::DiskLow { .. })
    }

    /// True when another backup or a repair is called for, not another try.
    pub fn is_damage(&self) -> bool {
        matches!(
            self,
            Error::Damaged { .. }
                | Error::EmptyDatabase
                | Error::TailLost { .. }
                | Error::HeadChanged { .. }
                | Error::AnchorLost
                | Error::ChainBroken { .. }
                | Error::ForeignSchema
        )
    }
}
