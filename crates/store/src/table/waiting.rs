//! What waits without anybody opening a case: final papers that are not on paper yet, and cases that time alone
//! may change. Both are kept with the row, so that the day costs what waits and not what there is.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::case::{CaseRow, Scope, rows_at};
use crate::error::{Error, Result, Step};
use crate::ids::CaseId;
use crate::open::Store;

/// States of a print that left no sheet; every other one may have.
const NOT_OUT: &str = "('waiting', 'failed')";

/// The paper a row calls for. An empty day stands for every day.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Called {
    pub(crate) office: String,
    pub(crate) region: String,
    pub(crate) form: String,
    pub(crate) day: String,
}

/// Moves what a case waits for from what its row called for to what it calls for now.
pub(crate) fn put_called(
    db: &Connection,
    no: i64,
    stream: &str,
    was: Option<&Called>,
    is: Option<&Called>,
) -> rusqlite::Result<()> {
    if let Some(old) = was.filter(|old| !old.form.is_empty()) {
        db.prepare_cached("DELETE FROM unprinted WHERE office = ?1 AND day = ?2 AND form = ?3 AND no = ?4")?
            .execute((&old.office, &old.day, &old.form, no))?;
    }
    if let Some(new) = is.filter(|new| !new.form.is_empty()) {
        db.prepare_cached(&format!(
            "INSERT INTO unprinted(office, day, form, no, region) SELECT ?1, ?2, ?3, ?4, ?5
              WHERE NOT EXISTS(SELECT 1 FROM print
                WHERE stream = ?6 AND form = ?3 AND civil_date >= ?2 AND state NOT IN {NOT_OUT})"
        ))?
        .execute((&new.office, &new.day, &new.form, no, &new.region, stream))?;
    }
    Ok(())
}

/// The same after a print of this stream.
pub(crate) fn put_printed(db: &Connection, stream: &str) -> Result<()> {
    let Some(case) = stream.strip_prefix("case/").and_then(|id| id.parse().ok()).map(CaseId) else {
        return Ok(());
    };
    let called = |db: &Connection| {
        let sql = "SELECT no, office, region, paper, paper_day FROM case_row WHERE id = ?1";
        let mut read = db.prepare_cached(sql)?;
        let mut rows = read.query([case])?;
        let Some(row) = rows.next()? else { return Ok(()) };
        let called = Called { office: row.get(1)?, region: row.get(2)?, form: row.get(3)?, day: row.get(4)? };
        put_called(db, row.get(0)?, stream, Some(&called), Some(&called))
    };
    called(db).map_err(Error::sql(Step::WriteProjection))
}

/// The end of a question about a scope, with its values from `?first` on.
fn seen(scope: &Scope, first: usize) -> (String, Vec<String>) {
    match scope {
        Scope::Everything => (String::new(), Vec::new()),
        Scope::Region(region) => (format!(" AND region = ?{first}"), vec![region.clone()]),
        Scope::Offices(offices) => {
            let places: Vec<String> = (first..first + offices.len()).map(|at| format!("?{at}")).collect();
            (format!(" AND office IN ({})", places.join(", ")), offices.clone())
        }
    }
}

impl Store {
    /// Cases whose final paper of one of these forms is not on paper yet, in the order of their arrival. A paper
    /// that is called for on one day is told on that day alone.
    pub fn unprinted(&self, scope: &Scope, today: NaiveDate, forms: &[&str]) -> Result<Vec<CaseRow>> {
        self.read(Step::ReadProjection, |db| {
            let db = db.unchecked_transaction()?;
            let mut numbers = Vec::new();
            for form in forms {
                let (end, values) = seen(scope, 3);
                let sql = format!("SELECT no FROM unprinted WHERE day IN ('', ?1) AND form = ?2{end}");
                let all = [today.to_string(), (*form).to_owned()].into_iter().chain(values);
                let mut read = db.prepare_cached(&sql)?;
                let found = read.query_map(rusqlite::params_from_iter(all), |row| row.get(0))?;
                numbers.extend(found.collect::<rusqlite::Result<Vec<i64>>>()?);
            }
            numbers.sort_unstable();
            rows_at(&db, numbers)
        })
    }

    /// How many there are.
    pub fn unprinted_count(&self, scope: &Scope, today: NaiveDate, form: &str) -> Result<u64> {
        self.read(Step::ReadProjection, |db| {
            let (end, values) = seen(scope, 3);
            let sql = format!("SELECT count(*) FROM unprinted WHERE day IN ('', ?1) AND form = ?2{end}");
            let all = [today.to_string(), form.to_owned()].into_iter().chain(values);
            let count: i64 =
                db.prepare_cached(&sql)?.query_row(rusqlite::params_from_iter(all), |row| row.get(0))?;
            Ok(count.unsigned_abs())
        })
    }

    /// Every case that is not closed, in the order of their arrival.
    pub fn open_cases(&self) -> Result<Vec<CaseId>> {
        self.read(Step::ReadProjection, |db| {
            let mut read = db.prepare_cached("SELECT id FROM case_row WHERE open = 1 ORDER BY no")?;
            read.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// Cases that time alone may have changed by this day.
    pub fn waking(&self, scope: &Scope, until: NaiveDate) -> Result<Vec<CaseId>> {
        self.read(Step::ReadProjection, |db| {
            let (end, values) = seen(scope, 2);
            let sql = format!(
                "SELECT id FROM case_row INDEXED BY case_wake WHERE wake <> '' AND wake <= ?1{end} ORDER BY wake, no"
            );
            let all = std::iter::once(until.to_string()).chain(values);
            let mut read = db.prepare_cached(&sql)?;
            read.query_map(rusqlite::params_from_iter(all), |row| row.get(0))?.collect()
        })
    }
}
