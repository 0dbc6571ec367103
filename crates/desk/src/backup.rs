//! Copies of the database, their restoring, and the data of one person for that person.

use crate::case;
use crate::chosen;
use crate::contract::backup::{
    BackupCondition, BackupNow, BackupRow, ConfirmRestored, ExportCase, Exported, FoundBackup,
    LookForBackups, Restore, RestoreKey,
};
use crate::contract::intake::PickedFolder;
use crate::contract::session::{Done, Nothing, SessionView};
use crate::contract::{Answer, No, Outcome, Topic};
use crate::desk::Desk;
use crate::password;
use crate::project;
use crate::workplace::{OfficeFile, Workplace};
use crate::world::wall;
use rules::region::Region;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Backup, CaseId, Condition, Credential, NewEvent, RecoveryCode, Store};

/// Bytes of backups that are read for a list; a person waits for it.
const READ_BYTES_MAX: u64 = 2 * 1024 * 1024 * 1024;
/// Backups shown in a list.
const FOUND_MAX: usize = 100;

/// What a backup says of its office to whoever finds it. No person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Label {
    kk: String,
    ru: String,
}

impl Label {
    pub(crate) fn of(office: &OfficeFile) -> Self {
        Self { kk: office.career_centre.kk.clone(), ru: office.career_centre.ru.clone() }
    }

    pub(crate) fn text(&self) -> String {
        json!(self).to_string()
    }
}

pub fn list(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<BackupRow>> {
    let backups = store::backups(desk.store.dir())?;
    Ok(Answer::only(backups.iter().map(|backup| row(desk, backup)).collect()))
}

fn row(desk: &Workplace, backup: &Backup) -> BackupRow {
    BackupRow {
        name: backup.folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        at: wall(backup.made_at, desk.office.region),
        bytes: backup.bytes,
    }
}

/// A backup now: into the folder of backups, or whole, with the copies, into a folder of choice.
pub fn now(desk: &mut Workplace, ask: BackupNow) -> Outcome<BackupRow> {
    let backup = match ask.folder.as_ref().and_then(|folder| folder.trimmed()) {
        None => desk.store.backup(desk.now())?,
        Some(folder) => desk.store.backup_to(&chosen::folder(folder)?, desk.now())?,
    };
    desk.record_plain("backup", project::OFFICE, "backup_made", &json!({}))?;
    Ok(Answer::changing(row(desk, &backup), &[Topic::Backup, Topic::Journal]))
}

/// Before anybody is signed in a person may look for a backup, on a PC that has no database and nowhere else.
fn without_vault(desk: &Desk) -> Result<(), No> {
    if Store::exists(&desk.vault()) { Err(No::denial("vault-exists")) } else { Ok(()) }
}

pub fn pick(desk: &Desk, _: Nothing) -> Outcome<PickedFolder> {
    without_vault(desk)?;
    let picked = desk.world.picker.folder();
    Ok(Answer::only(PickedFolder { path: picked.map(|path| path.to_string_lossy().into_owned()) }))
}

/// Backups in a folder, each with what it tells of itself and whether it passed the check.
pub fn look(desk: &Desk, ask: LookForBackups) -> Outcome<Vec<FoundBackup>> {
    without_vault(desk)?;
    let folder = chosen::folder(ask.folder.as_str())?;
    let found = store::find_backups(&folder, READ_BYTES_MAX).map_err(|_| No::failure("no-such-folder"))?;
    Ok(Answer::only(found.into_iter().take(FOUND_MAX).map(describe).collect()))
}

fn describe((backup, condition): (Backup, Condition)) -> FoundBackup {
    let label = backup.about.as_ref().and_then(|about| serde_json::from_str::<Label>(&about.label).ok());
    FoundBackup {
        // Nobody knows the region yet; every region shares one zone since 1 March 2024.
        at: wall(backup.made_at, Region::Astana),
        bytes: backup.bytes,
        documents: u32::try_from(backup.attachments).unwrap_or(u32::MAX),
        cases: backup.about.as_ref().map(|about| u32::try_from(about.cases).unwrap_or(u32::MAX)),
        office_kk: label.as_ref().map(|label| label.kk.clone()),
        office_ru: label.map(|label| label.ru),
        condition: match condition {
            Condition::Whole => BackupCondition::Whole,
            Condition::Damaged => BackupCondition::Damaged,
            Condition::Newer => BackupCondition::Newer,
            Condition::NotRead => BackupCondition::NotRead,
        },
        folder: backup.folder.to_string_lossy().into_owned(),
    }
}

/// Puts a backup into an empty data folder. A password seats its person; the recovery card leaves the desk
/// locked, where the same code gives one person a new password.
pub fn restore(desk: &Desk, ask: Restore) -> Outcome<SessionView> {
    // Where there is a vault somebody may sit at it, who is not sent away by this.
    without_vault(desk)?;
    desk.lock();
    let from = chosen::folder(ask.folder.as_str())?;
    let credential = match &ask.key {
        RestoreKey::Password { login, password } => {
            Credential::password(login.trimmed().unwrap_or_default(), password.as_str())
        }
        RestoreKey::Card { code } => Credential::Recovery(RecoveryCode::parse(code.as_str())?),
    };
    std::fs::create_dir_all(desk.folder()).map_err(|_| No::failure("read-only"))?;
    let store = Store::restore(&from, &desk.vault(), &credential, desk.world.clock.now())?;
    match ask.key {
        RestoreKey::Password { .. } => crate::session::seat(desk, store, "restored"),
        RestoreKey::Card { .. } => {
            store.lock()?;
            Ok(Answer::changing(crate::session::closed_view(desk)?, &[Topic::Session]))
        }
    }
}

/// An administrator has looked at what was restored: exchange may go on. The reason is kept.
pub fn confirm(desk: &mut Workplace, ask: ConfirmRestored) -> Outcome<Done> {
    let reason = ask.reason.trimmed().ok_or_else(|| No::invalid("reason"))?;
    if desk.store.exchange_suspended()?.is_none() {
        return Err(No::denial("not-suspended"));
    }
    let body = json!({ "reason": reason }).to_string();
    let event = NewEvent::new("restore_confirmed", 1, body.as_bytes());
    let op = desk.op_on("confirm_restored", "");
    desk.append(op, project::OFFICE, None, &[event], |tx| tx.confirm_exchange())?;
    Ok(Answer::changing(Done {}, &[Topic::Session, Topic::Backup, Topic::Journal]))
}

/// Everything kept about one person, locked with a passphrase, for that person. The export is a fact.
pub fn export_person(desk: &mut Workplace, ask: ExportCase) -> Outcome<Exported> {
    let row = desk.store.find_case(CaseId(ask.case))?.filter(|row| case::is_overseen(desk, row));
    let row = row.ok_or_else(|| No::denial("no-case"))?;
    let subject = row.subject.ok_or_else(|| No::denial("no-case"))?;
    let folder = chosen::folder(ask.folder.as_str())?;
    password::is_fit(ask.passphrase.as_str(), &[&row.name_kk, &row.name_ru, &row.iin])?;
    std::fs::create_dir_all(&folder).map_err(|_| No::failure("save"))?;
    let stem = chosen::stem(&case::rows::Extra::of(&row).number);
    let path = chosen::free(&folder, &stem, "tanu-export").ok_or_else(|| No::failure("save"))?;
    let op = desk.op_on("export_person", "");
    let made = desk.store.export_person(op, subject, &path, ask.passphrase.as_str(), desk.world.cost)?;
    Ok(Answer::changing(
        Exported {
            path: path.to_string_lossy().into_owned(),
            bytes: u32::try_from(made.bytes).unwrap_or(u32::MAX),
        },
        &[Topic::Journal],
    ))
}
