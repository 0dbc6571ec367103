//! Copies of the database, their restoring, and the data of one person for that person.

use crate::case;
use crate::contract::journal::{BackupNow, BackupRow, ExportCase, Exported, Restore};
use crate::contract::session::{Done, Nothing, SessionView};
use crate::contract::{Answer, No, Outcome, Topic};
use crate::desk::Desk;
use crate::people::password_is_fit;
use crate::workplace::Workplace;
use crate::world::wall;
use std::path::PathBuf;
use store::{Backup, CaseId, Credential, Store};

pub fn list(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<BackupRow>> {
    let backups = store::backups(desk.store.dir())?;
    Ok(Answer::only(backups.iter().map(|backup| row(desk, backup)).collect()))
}

fn row(desk: &Workplace, backup: &Backup) -> BackupRow {
    BackupRow {
        name: backup.folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        at: wall(backup.made_at, desk.office.region),
        bytes: u32::try_from(backup.bytes).unwrap_or(u32::MAX),
    }
}

/// A backup now: into the folder of backups, or whole, with the copies, into a folder of choice.
pub fn now(desk: &mut Workplace, ask: BackupNow) -> Outcome<BackupRow> {
    let backup = match ask.folder.as_ref().and_then(|folder| folder.trimmed()) {
        None => desk.store.backup(desk.now())?,
        Some(folder) => {
            let folder = PathBuf::from(folder);
            if !folder.is_absolute() {
                return Err(No::invalid("path"));
            }
            desk.store.backup_to(&folder, desk.now())?
        }
    };
    desk.record_plain("backup", crate::project::OFFICE, "backup_made", &serde_json::json!({}))?;
    Ok(Answer::changing(row(desk, &backup), &[Topic::Backup, Topic::Journal]))
}

/// Puts a backup into an empty data folder and seats the person whose password opened it.
pub fn restore(desk: &Desk, ask: Restore) -> Outcome<SessionView> {
    desk.lock();
    let from = PathBuf::from(ask.folder.as_str().trim());
    if !from.is_absolute() {
        return Err(No::invalid("path"));
    }
    let login = ask.login.trimmed().unwrap_or_default();
    let credential = Credential::password(login, ask.password.as_str());
    std::fs::create_dir_all(desk.folder()).map_err(|_| No::failure("read-only"))?;
    let store = Store::restore(&from, &desk.vault(), &credential, desk.world.clock.now())?;
    crate::session::seat(desk, store, "restored")
}

/// A person has looked at what was restored: exchange may go on.
pub fn confirm(desk: &mut Workplace, _: Nothing) -> Outcome<Done> {
    desk.keep("confirm_restored", |tx| tx.confirm_exchange())?;
    desk.record_plain(
        "confirm_restored",
        crate::project::OFFICE,
        "restore_confirmed",
        &serde_json::json!({}),
    )?;
    Ok(Answer::changing(Done {}, &[Topic::Backup, Topic::Journal]))
}

/// Everything kept about one person, locked with a passphrase, for that person. The export is a fact.
pub fn export_person(desk: &mut Workplace, ask: ExportCase) -> Outcome<Exported> {
    let row = desk.store.find_case(CaseId(ask.case))?.ok_or_else(|| No::denial("no-case"))?;
    let subject = row.subject.ok_or_else(|| No::denial("no-case"))?;
    let folder = PathBuf::from(ask.folder.as_str().trim());
    if !folder.is_absolute() {
        return Err(No::invalid("path"));
    }
    password_is_fit(ask.passphrase.as_str(), &[])?;
    std::fs::create_dir_all(&folder).map_err(|_| No::failure("save"))?;
    let path =
        folder.join(format!("{}.tanu-export", case::rows::Extra::of(&row).number.replace(['/', '\\'], "_")));
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
