//! Unfinished texts of one person. Nobody else sees them; they are not facts and not in the journal.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row};

use crate::error::{Error, Result, Step};
use crate::ids::{SubjectId, UserId};
use crate::open::Store;
use crate::write::{Topic, Tx};

/// One unfinished text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub kind: String,
    pub key: String,
    pub subject: Option<SubjectId>,
    pub at: DateTime<Utc>,
    /// JSON.
    pub body: String,
}

fn row(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        kind: row.get(0)?,
        key: row.get(1)?,
        subject: row.get(2)?,
        at: DateTime::from_timestamp_millis(row.get(3)?).unwrap_or_default(),
        body: row.get(4)?,
    })
}

const COLUMNS: &str = "kind, key, subject, at, body";

impl Tx<'_> {
    /// Keeps a draft of the person who writes.
    pub fn put_draft(&mut self, kind: &str, key: &str, subject: Option<SubjectId>, body: &str) -> Result<()> {
        self.db
            .execute(
                "INSERT OR REPLACE INTO draft(user, kind, key, subject, at, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
                (self.actor, kind, key, subject, self.at.timestamp_millis(), body),
            )
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Drafts);
        Ok(())
    }

    /// Throws away a draft of the person who writes.
    pub fn drop_draft(&mut self, kind: &str, key: &str) -> Result<()> {
        self.db
            .execute("DELETE FROM draft WHERE user = ?1 AND kind = ?2 AND key = ?3", (self.actor, kind, key))
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Drafts);
        Ok(())
    }
}

impl Store {
    /// A draft of this person.
    pub fn find_draft(&self, user: UserId, kind: &str, key: &str) -> Result<Option<Draft>> {
        self.read(Step::ReadProjection, |db| {
            db.query_row(
                &format!("SELECT {COLUMNS} FROM draft WHERE user = ?1 AND kind = ?2 AND key = ?3"),
                (user, kind, key),
                row,
            )
            .optional()
        })
    }

    /// All drafts of this person, newest first.
    pub fn drafts(&self, user: UserId) -> Result<Vec<Draft>> {
        self.read(Step::ReadProjection, |db| {
            let mut read = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM draft WHERE user = ?1 ORDER BY at DESC, kind, key"
            ))?;
            read.query_map([user], row)?.collect()
        })
    }
}
