//! Copies of the whole store: before an upgrade, by the hour, day and week, and to a folder of choice.

use rusqlite::Connection;

use crate::disk;
use crate::error::{Error, Result, Step};
use crate::open::Layout;

/// Before a database is upgraded a copy of it is put aside, with the key file that opens it.
pub(crate) fn copy_before_migration(layout: &Layout, db: &Connection, schema: u32) -> Result<()> {
    let folder = layout.backups().join(format!("before-schema-{}", schema + 1));
    let failed = |error| Error::file(Step::CopyBeforeMigration, &folder)(error);
    disk::make_folder(&folder).map_err(failed)?;
    let (partial, whole) = (folder.join("store.db.partial"), folder.join("store.db"));
    disk::remove_if_there(&partial).map_err(failed)?;
    let target = partial.to_string_lossy();
    db.execute("VACUUM INTO ?1", [target.as_ref()]).map_err(Error::sql(Step::CopyBeforeMigration))?;
    std::fs::copy(layout.keys(), folder.join("keys.tanu")).map_err(failed)?;
    std::fs::rename(&partial, &whole).and_then(|()| disk::sync_folder(&folder)).map_err(failed)
}
