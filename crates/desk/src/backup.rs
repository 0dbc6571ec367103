//! Copies of the database and the data of one person for that person.

use crate::contract::journal::{BackupNow, BackupRow, ExportCase, Exported};
use crate::contract::session::Nothing;
use crate::contract::{No, Outcome};
use crate::workplace::Workplace;

pub fn list(_desk: &mut Workplace, _: Nothing) -> Outcome<Vec<BackupRow>> {
    Err(No::failure("backup-damaged"))
}

pub fn now(_desk: &mut Workplace, _: BackupNow) -> Outcome<BackupRow> {
    Err(No::failure("backup-damaged"))
}

pub fn export_person(_desk: &mut Workplace, _: ExportCase) -> Outcome<Exported> {
    Err(No::failure("backup-damaged"))
}
