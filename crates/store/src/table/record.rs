//! Things that are not cases, by kind: acts, quotas, registers of payments. The body is the desk's JSON.

use rusqlite::{OptionalExtension, Row};

use crate::error::{Error, Result, Step};
use crate::fold::number_key;
use crate::ids::{OfficeId, SubjectId};
use crate::open::Store;
use crate::search::prefix_range;
use crate::write::{Topic, Tx};

/// One record of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub kind: String,
    pub id: String,
    pub office: OfficeId,
    /// What a list of this kind is ordered by: a date, a number with leading zeros.
    pub sort: String,
    /// A number people search by; empty when there is none.
    pub number: String,
    pub subject: Option<SubjectId>,
    /// JSON.
    pub body: String,
}

fn row(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        kind: row.get(0)?,
        id: row.get(1)?,
        office: row.get(2)?,
        sort: row.get(3)?,
        number: row.get(4)?,
        subject: row.get(5)?,
        body: row.get(6)?,
    })
}

const COLUMNS: &str = "kind, id, office, sort, number_key, subject, body";

impl Tx<'_> {
    pub fn put_record(&mut self, record: &Record) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT OR REPLACE INTO record(kind, id, office, sort, number_key, subject, body)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )
            .and_then(|mut put| {
                put.execute(rusqlite::params![
                    record.kind,
                    record.id,
                    record.office,
                    record.sort,
                    number_key(&record.number),
                    record.subject,
                    record.body,
                ])
            })
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Record(record.kind.clone()));
        Ok(())
    }

    pub fn remove_record(&mut self, kind: &str, id: &str) -> Result<()> {
        self.db
            .execute("DELETE FROM record WHERE kind = ?1 AND id = ?2", (kind, id))
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Record(kind.to_owned()));
        Ok(())
    }

    pub fn find_record(&self, kind: &str, id: &str) -> Result<Option<Record>> {
        self.db
            .query_row(&format!("SELECT {COLUMNS} FROM record WHERE kind = ?1 AND id = ?2"), (kind, id), row)
            .optional()
            .map_err(Error::sql(Step::ReadProjection))
    }
}

impl Store {
    pub fn find_record(&self, kind: &str, id: &str) -> Result<Option<Record>> {
        self.read(Step::ReadProjection, |db| {
            db.query_row(
                &format!("SELECT {COLUMNS} FROM record WHERE kind = ?1 AND id = ?2"),
                (kind, id),
                row,
            )
            .optional()
        })
    }

    /// Records whose number begins so (acts by their number), at most 50.
    pub fn records_by_number(&self, number: &str) -> Result<Vec<Record>> {
        let key = number_key(number);
        if key.is_empty() {
            return Ok(Vec::new());
        }
        let (from, to) = prefix_range(&key);
        self.read(Step::Search, |db| {
            let mut read = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM record WHERE number_key >= ?1 AND number_key < ?2 AND number_key <> ''
                 ORDER BY number_key LIMIT 50"
            ))?;
            read.query_map((&from, &to), row)?.collect()
        })
    }

    /// Records of a kind by their sort key, of one office or of all, after `after`, at most 200.
    pub fn records(
        &self,
        kind: &str,
        office: Option<&str>,
        after: Option<&str>,
        limit: u32,
    ) -> Result<Vec<Record>> {
        self.read(Step::ReadProjection, |db| {
            let mut read = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM record
                 WHERE kind = ?1 AND (?2 IS NULL OR office = ?2) AND (?3 IS NULL OR sort > ?3)
                 ORDER BY sort LIMIT ?4"
            ))?;
            read.query_map((kind, office, after, limit.min(super::queue::PAGE_ROWS_MAX)), row)?.collect()
        })
    }
}
