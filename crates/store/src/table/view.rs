//! Saved views of a screen and settings, of one person each. Settings of the whole office have no person.

use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

use crate::error::{Error, Result, Step};
use crate::ids::UserId;
use crate::open::Store;
use crate::write::{Topic, Tx};

/// Filters and columns a person wants to find again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    pub screen: String,
    pub name: String,
    /// Order among the views of the screen.
    pub place: u32,
    /// JSON.
    pub body: String,
}

fn row(row: &Row<'_>) -> rusqlite::Result<SavedView> {
    Ok(SavedView { screen: row.get(0)?, name: row.get(1)?, place: row.get(2)?, body: row.get(3)? })
}

/// Whose setting it is: of one person or of the office.
fn whose(user: Option<UserId>) -> UserId {
    user.unwrap_or(UserId(Uuid::nil()))
}

impl Tx<'_> {
    /// Keeps a view of the person who writes.
    pub fn put_view(&mut self, view: &SavedView) -> Result<()> {
        self.db
            .execute(
                "INSERT OR REPLACE INTO saved_view(user, screen, name, place, body) VALUES(?1, ?2, ?3, ?4, ?5)",
                (self.actor, &view.screen, &view.name, view.place, &view.body),
            )
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Views);
        Ok(())
    }

    pub fn drop_view(&mut self, screen: &str, name: &str) -> Result<()> {
        self.db
            .execute(
                "DELETE FROM saved_view WHERE user = ?1 AND screen = ?2 AND name = ?3",
                (self.actor, screen, name),
            )
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Views);
        Ok(())
    }

    /// Keeps a setting of a person, or of the office when there is none.
    pub fn put_setting(&mut self, user: Option<UserId>, key: &str, value: &str) -> Result<()> {
        self.db
            .execute(
                "INSERT OR REPLACE INTO setting(user, key, value) VALUES(?1, ?2, ?3)",
                (whose(user), key, value),
            )
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Settings);
        Ok(())
    }
}

impl Store {
    /// Views of this person for a screen, in their order.
    pub fn saved_views(&self, user: UserId, screen: &str) -> Result<Vec<SavedView>> {
        self.read(Step::ReadProjection, |db| {
            let mut read = db.prepare_cached(
                "SELECT screen, name, place, body FROM saved_view WHERE user = ?1 AND screen = ?2
                 ORDER BY place, name",
            )?;
            read.query_map((user, screen), row)?.collect()
        })
    }

    /// A setting of this person, or of the office when there is none.
    pub fn setting(&self, user: Option<UserId>, key: &str) -> Result<Option<String>> {
        self.read(Step::ReadProjection, |db| {
            db.query_row(
                "SELECT value FROM setting WHERE user = ?1 AND key = ?2",
                (whose(user), key),
                |row| row.get(0),
            )
            .optional()
        })
    }
}
