//! Reference data by kind and key, with the day from which they hold: centres, professions, МРП, calendars.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row};

use crate::error::{Error, Result, Step};
use crate::open::Store;
use crate::write::{Topic, Tx};

/// One row of reference data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub kind: String,
    pub key: String,
    pub valid_from: NaiveDate,
    /// Last day; none while it holds.
    pub valid_to: Option<NaiveDate>,
    /// JSON.
    pub body: String,
}

fn row(row: &Row<'_>) -> rusqlite::Result<Reference> {
    let date = |text: String| text.parse().unwrap_or(NaiveDate::MIN);
    Ok(Reference {
        kind: row.get(0)?,
        key: row.get(1)?,
        valid_from: date(row.get(2)?),
        valid_to: row.get::<_, Option<String>>(3)?.map(date),
        body: row.get(4)?,
    })
}

const COLUMNS: &str = "kind, key, valid_from, valid_to, body";

impl Tx<'_> {
    pub fn put_reference(&mut self, reference: &Reference) -> Result<()> {
        self.db
            .execute(
                "INSERT OR REPLACE INTO reference(kind, key, valid_from, valid_to, body) VALUES(?1, ?2, ?3, ?4, ?5)",
                (
                    &reference.kind,
                    &reference.key,
                    reference.valid_from.to_string(),
                    reference.valid_to.map(|date| date.to_string()),
                    &reference.body,
                ),
            )
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Reference(reference.kind.clone()));
        Ok(())
    }
}

impl Store {
    /// All rows of a kind, of every time, by key and first day.
    pub fn references(&self, kind: &str) -> Result<Vec<Reference>> {
        self.read(Step::ReadProjection, |db| {
            let mut read = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM reference WHERE kind = ?1 ORDER BY key, valid_from"
            ))?;
            read.query_map([kind], row)?.collect()
        })
    }

    /// The row that holds on this day.
    pub fn reference_on(&self, kind: &str, key: &str, day: NaiveDate) -> Result<Option<Reference>> {
        self.read(Step::ReadProjection, |db| {
            db.query_row(
                &format!(
                    "SELECT {COLUMNS} FROM reference WHERE kind = ?1 AND key = ?2 AND valid_from <= ?3
                       AND (valid_to IS NULL OR valid_to >= ?3) ORDER BY valid_from DESC LIMIT 1"
                ),
                (kind, key, day.to_string()),
                row,
            )
            .optional()
        })
    }
}
