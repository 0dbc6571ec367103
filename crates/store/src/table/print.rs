//! What was printed: which form of which case, which copy, whether it came out.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;

use crate::error::{Error, Result, Step};
use crate::ids::{EventId, SubjectId, UserId};
use crate::open::Store;
use crate::table::waiting::put_printed;
use crate::write::{Topic, Tx};

/// One printing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintRow {
    pub id: EventId,
    pub stream: String,
    pub form: String,
    /// 1 for the first; the second and later ones are duplicates.
    pub copy: u32,
    /// As the desk names it: waiting, printed, failed.
    pub state: String,
    pub civil_date: NaiveDate,
    pub at: DateTime<Utc>,
    pub by: UserId,
    pub subject: Option<SubjectId>,
    /// JSON.
    pub extra: String,
}

fn row(row: &Row<'_>) -> rusqlite::Result<PrintRow> {
    Ok(PrintRow {
        id: row.get(0)?,
        stream: row.get(1)?,
        form: row.get(2)?,
        copy: row.get(3)?,
        state: row.get(4)?,
        civil_date: row.get::<_, String>(5)?.parse().unwrap_or(NaiveDate::MIN),
        at: DateTime::from_timestamp_millis(row.get(6)?).unwrap_or_default(),
        by: row.get(7)?,
        subject: row.get(8)?,
        extra: row.get(9)?,
    })
}

const COLUMNS: &str = "id, stream, form, copy, state, civil_date, at, by_user, subject, extra";

impl Tx<'_> {
    pub fn put_print(&mut self, print: &PrintRow) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT OR REPLACE INTO print(id, stream, form, copy, state, civil_date, at, by_user, subject, extra)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )
            .and_then(|mut put| {
                put.execute(rusqlite::params![
                    print.id,
                    print.stream,
                    print.form,
                    print.copy,
                    print.state,
                    print.civil_date.to_string(),
                    print.at.timestamp_millis(),
                    print.by,
                    print.subject,
                    print.extra,
                ])
            })
            .map_err(Error::sql(Step::WriteProjection))?;
        put_printed(&self.db, &print.stream)?;
        self.touch(Topic::Prints);
        Ok(())
    }

    /// How many copies of a form of this stream were printed so far.
    pub fn copies_printed(&self, stream: &str, form: &str) -> Result<u32> {
        self.db
            .query_row(
                "SELECT coalesce(max(copy), 0) FROM print WHERE stream = ?1 AND form = ?2",
                (stream, form),
                |row| row.get(0),
            )
            .map_err(Error::sql(Step::ReadProjection))
    }
}

impl Store {
    /// What was sent to print on this day.
    pub fn prints_on(&self, day: NaiveDate) -> Result<Vec<PrintRow>> {
        self.read(Step::ReadProjection, |db| {
            let sql = format!("SELECT {COLUMNS} FROM print WHERE civil_date = ?1 ORDER BY at, id");
            let mut read = db.prepare_cached(&sql)?;
            read.query_map([day.to_string()], row)?.collect()
        })
    }

    /// What is in this state (waiting, failed), oldest first, at most 1 000.
    pub fn prints_in(&self, state: &str) -> Result<Vec<PrintRow>> {
        self.read(Step::ReadProjection, |db| {
            let sql = format!("SELECT {COLUMNS} FROM print WHERE state = ?1 ORDER BY at, id LIMIT 1000");
            let mut read = db.prepare_cached(&sql)?;
            read.query_map([state], row)?.collect()
        })
    }

    /// What was printed of this stream.
    pub fn prints_of(&self, stream: &str) -> Result<Vec<PrintRow>> {
        self.read(Step::ReadProjection, |db| {
            let sql = format!("SELECT {COLUMNS} FROM print WHERE stream = ?1 ORDER BY at, id");
            let mut read = db.prepare_cached(&sql)?;
            read.query_map([stream], row)?.collect()
        })
    }
}
