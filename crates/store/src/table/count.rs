//! How many cases stand at each stage under each date, by office and region: moved with every row of the queue.

use rusqlite::{Connection, OptionalExtension};

use crate::error::{Error, Result, Step};

/// Moves a case from where it was counted to where it is now.
pub(crate) fn put_count(db: &Connection, was: Option<&Counted>, is: Option<&Counted>) -> Result<()> {
    if was == is {
        return Ok(());
    }
    let sql = || Error::sql(Step::WriteProjection);
    const KEY: &str = "open = ?1 AND office = ?2 AND region = ?3 AND stage = ?4 AND fatal = ?5";
    if let Some(was) = was {
        let left: Option<i64> = db
            .prepare_cached(&format!("UPDATE case_count SET cases = cases - 1 WHERE {KEY} RETURNING cases"))
            .and_then(|mut less| less.query_row(was.key(), |row| row.get(0)).optional())
            .map_err(sql())?;
        if left == Some(0) {
            db.prepare_cached(&format!("DELETE FROM case_count WHERE {KEY}"))
                .and_then(|mut none| none.execute(was.key()))
                .map_err(sql())?;
        }
    }
    if let Some(is) = is {
        db.prepare_cached(
            "INSERT INTO case_count(open, office, region, stage, fatal, cases) VALUES(?1, ?2, ?3, ?4, ?5, 1)
             ON CONFLICT DO UPDATE SET cases = cases + 1",
        )
        .and_then(|mut more| more.execute(is.key()))
        .map_err(sql())?;
    }
    Ok(())
}

/// Under what a case is counted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) open: bool,
    pub(crate) office: String,
    pub(crate) region: String,
    pub(crate) stage: String,
    pub(crate) fatal: String,
}

impl Counted {
    fn key(&self) -> (bool, &str, &str, &str, &str) {
        (self.open, &self.office, &self.region, &self.stage, &self.fatal)
    }
}
