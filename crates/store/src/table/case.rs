//! The case as the queue shows it: one row, found by number or name, ordered by the date that is fatal by law.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::error::{Error, Result, Step};
use crate::fold::{number_key, phone_key};
use crate::ids::{CaseId, OfficeId, SubjectId, UserId};
use crate::journal::Finality;
use crate::open::Store;
use crate::table::count::{Counted, put_count};
use crate::table::name::{Indexed, index, names_fold, place, unindex};
use crate::table::queue::NEVER;
use crate::table::waiting::{Called, put_called};
use crate::write::{Topic, Tx};

impl CaseId {
    /// The stream in which the facts of this case stand.
    pub fn stream(&self) -> String {
        format!("case/{self}")
    }
}

/// One case, as the queue shows it. Codes (stage, todo) are the desk's; the store only compares them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    pub case: CaseId,
    pub subject: Option<SubjectId>,
    pub office: OfficeId,
    /// Two-digit КАТО code.
    pub region: String,
    /// Closed cases are not in the queue but are found by search.
    pub open: bool,
    pub stage: String,
    pub todo: String,
    /// Last day by law for the next step; none where the Rules set no term.
    pub fatal: Option<NaiveDate>,
    /// Day the office has set itself.
    pub target: Option<NaiveDate>,
    pub owner: Option<UserId>,
    pub name_kk: String,
    pub name_ru: String,
    pub iin: String,
    pub phone: String,
    pub voucher: String,
    pub act: String,
    pub profession: String,
    pub centre: String,
    pub checks_done: u32,
    pub checks_total: u32,
    pub finality: Finality,
    /// Last number of the case's stream this row was made from.
    pub version: u64,
    /// First day on which time alone may change the case; none where nothing lapses.
    pub wake: Option<NaiveDate>,
    /// Form of the final paper its stage calls for, as prints name it; empty when none.
    pub paper: String,
    /// The one day on which it is called for; none for every day.
    pub paper_day: Option<NaiveDate>,
    /// Whatever else the desk shows in a row: JSON.
    pub extra: String,
}

/// Whose cases may be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    Everything,
    Region(String),
    Offices(Vec<OfficeId>),
}

impl Scope {
    /// Whether a case of this office and region may be seen.
    pub(crate) fn sees(&self, office: &str, region: &str) -> bool {
        match self {
            Scope::Everything => true,
            Scope::Region(wanted) => region == wanted,
            Scope::Offices(offices) => offices.iter().any(|wanted| wanted == office),
        }
    }
}

pub(crate) const COLUMNS: &str = "no, id, subject, office, region, open, stage, todo, fatal, target, owner, name_kk,
    name_ru, iin, phone, voucher, act, profession, centre, checks_done, checks_total, finality, version, extra,
    wake, paper, paper_day";

pub(crate) fn row(row: &Row<'_>) -> rusqlite::Result<CaseRow> {
    let fatal: String = row.get(8)?;
    Ok(CaseRow {
        case: row.get(1)?,
        subject: row.get(2)?,
        office: row.get(3)?,
        region: row.get(4)?,
        open: row.get(5)?,
        stage: row.get(6)?,
        todo: row.get(7)?,
        fatal: if fatal == NEVER { None } else { fatal.parse().ok() },
        target: row.get::<_, Option<String>>(9)?.and_then(|date| date.parse().ok()),
        owner: row.get(10)?,
        name_kk: row.get(11)?,
        name_ru: row.get(12)?,
        iin: row.get(13)?,
        phone: row.get(14)?,
        voucher: row.get(15)?,
        act: row.get(16)?,
        profession: row.get(17)?,
        centre: row.get(18)?,
        checks_done: row.get(19)?,
        checks_total: row.get(20)?,
        finality: match row.get::<_, i64>(21)? {
            0 => Finality::Own,
            1 => Finality::Here,
            _ => Finality::Confirmed,
        },
        version: row.get::<_, i64>(22)? as u64,
        extra: row.get(23)?,
        wake: row.get::<_, String>(24)?.parse().ok(),
        paper: row.get(25)?,
        paper_day: row.get::<_, String>(26)?.parse().ok(),
    })
}

impl Tx<'_> {
    /// Puts the row of a case, its names into the search index. The case must have its first event.
    pub fn put_case(&mut self, case: &CaseRow) -> Result<()> {
        put(&self.db, case)?;
        self.touch(Topic::Case(case.case));
        self.touch(Topic::Queue);
        Ok(())
    }

    /// The row as this write sees it.
    pub fn find_case(&self, case: CaseId) -> Result<Option<CaseRow>> {
        find(&self.db, case)
    }
}

pub(crate) fn put(db: &Connection, case: &CaseRow) -> Result<()> {
    let sql = || Error::sql(Step::WriteProjection);
    let no: Option<i64> = db
        .prepare_cached("SELECT seq FROM event WHERE stream = ?1 AND stream_seq = 1")
        .and_then(|mut read| read.query_row([case.case.stream()], |row| row.get(0)).optional())
        .map_err(sql())?;
    let no = no.ok_or(Error::NoSuchStream)?;
    let made = columns(case);
    let names: Vec<&str> = made.iter().map(|(name, _)| *name).collect();
    let kept: Option<Vec<Value>> = db
        .prepare_cached(&format!("SELECT {} FROM case_row WHERE no = ?1", names.join(", ")))
        .and_then(|mut read| {
            read.query_row([no], |row| (0..names.len()).map(|column| row.get(column)).collect()).optional()
        })
        .map_err(sql())?;
    let Some(kept) = kept else {
        let places: Vec<String> = (2..names.len() + 2).map(|place| format!("?{place}")).collect();
        let insert =
            format!("INSERT INTO case_row(no, {}) VALUES(?1, {})", names.join(", "), places.join(", "));
        let values = std::iter::once(Value::Integer(no)).chain(made.iter().map(|(_, value)| value.clone()));
        db.prepare_cached(&insert)
            .and_then(|mut insert| insert.execute(rusqlite::params_from_iter(values)))
            .map_err(sql())?;
        put_count(db, None, Some(&counted(case)))?;
        put_called(db, no, &case.case.stream(), None, Some(&called(case))).map_err(sql())?;
        return index(db, no, &indexed(made.iter().map(|(_, value)| value)));
    };
    // Only what changed is written: each column left alone spares the indexes it stands in.
    let changed: Vec<&(&str, Value)> =
        made.iter().zip(&kept).filter(|((_, new), old)| new != *old).map(|(new, _)| new).collect();
    if changed.is_empty() {
        return Ok(());
    }
    let sets: Vec<String> =
        (2..).zip(&changed).map(|(place, (name, _))| format!("{name} = ?{place}")).collect();
    let update = format!("UPDATE case_row SET {} WHERE no = ?1", sets.join(", "));
    let values = std::iter::once(Value::Integer(no)).chain(changed.iter().map(|(_, value)| value.clone()));
    db.prepare_cached(&update)
        .and_then(|mut update| update.execute(rusqlite::params_from_iter(values)))
        .map_err(sql())?;
    let was = |name: &str| {
        let place = names.iter().position(|other| *other == name);
        text_of(place.and_then(|place| kept.get(place))).to_owned()
    };
    let open = names.iter().position(|name| *name == "open").and_then(|place| kept.get(place));
    let before = Counted {
        open: open == Some(&Value::Integer(1)),
        office: was("office"),
        region: was("region"),
        stage: was("stage"),
        fatal: was("fatal"),
    };
    let called_before = Called {
        office: before.office.clone(),
        region: before.region.clone(),
        form: was("paper"),
        day: was("paper_day"),
    };
    put_count(db, Some(&before), Some(&counted(case)))?;
    let called_now = called(case);
    if called_before != called_now {
        let stream = case.case.stream();
        put_called(db, no, &stream, Some(&called_before), Some(&called_now)).map_err(sql())?;
    }
    let (before, after) = (indexed(kept.iter()), indexed(made.iter().map(|(_, value)| value)));
    if before != after {
        unindex(db, no, &before)?;
        index(db, no, &after)?;
    }
    Ok(())
}

/// What the index holds of these columns: the first two.
fn indexed<'a>(mut values: impl Iterator<Item = &'a Value>) -> Indexed<'a> {
    Indexed { name_fold: text_of(values.next()), place: text_of(values.next()) }
}

fn text_of(value: Option<&Value>) -> &str {
    match value {
        Some(Value::Text(text)) => text,
        Some(_) | None => "",
    }
}

fn counted(case: &CaseRow) -> Counted {
    Counted {
        open: case.open,
        office: case.office.clone(),
        region: case.region.clone(),
        stage: case.stage.clone(),
        fatal: fatal_text(case.fatal),
    }
}

fn fatal_text(fatal: Option<NaiveDate>) -> String {
    fatal.map_or_else(|| NEVER.to_owned(), |date| date.to_string())
}

fn day_text(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn called(case: &CaseRow) -> Called {
    Called {
        office: case.office.clone(),
        region: case.region.clone(),
        form: case.paper.clone(),
        day: day_text(case.paper_day),
    }
}

/// Every column but the number, as it is to be; what the index of names holds comes first.
fn columns(case: &CaseRow) -> Vec<(&'static str, Value)> {
    let text = |text: &str| Value::Text(text.to_owned());
    let id = |id: Option<&[u8]>| id.map_or(Value::Null, |bytes| Value::Blob(bytes.to_owned()));
    let finality = match case.finality {
        Finality::Own => 0,
        Finality::Here => 1,
        Finality::Confirmed => 2,
    };
    vec![
        ("name_fold", Value::Text(names_fold(&case.name_kk, &case.name_ru))),
        ("place", Value::Text(place(&case.office, &case.region))),
        ("id", id(Some(case.case.bytes()))),
        ("subject", id(case.subject.as_ref().map(SubjectId::bytes))),
        ("office", text(&case.office)),
        ("region", text(&case.region)),
        ("open", Value::Integer(i64::from(case.open))),
        ("stage", text(&case.stage)),
        ("todo", text(&case.todo)),
        ("fatal", Value::Text(fatal_text(case.fatal))),
        ("target", case.target.map_or(Value::Null, |date| Value::Text(date.to_string()))),
        ("owner", id(case.owner.as_ref().map(UserId::bytes))),
        ("name_kk", text(&case.name_kk)),
        ("name_ru", text(&case.name_ru)),
        ("iin", text(&case.iin)),
        ("phone", text(&case.phone)),
        ("phone_key", Value::Text(phone_key(&case.phone))),
        ("voucher", text(&case.voucher)),
        ("voucher_key", Value::Text(number_key(&case.voucher))),
        ("act", text(&case.act)),
        ("act_key", Value::Text(number_key(&case.act))),
        ("profession", text(&case.profession)),
        ("centre", text(&case.centre)),
        ("checks_done", Value::Integer(i64::from(case.checks_done))),
        ("checks_total", Value::Integer(i64::from(case.checks_total))),
        ("finality", Value::Integer(finality)),
        ("version", Value::Integer(case.version as i64)),
        ("extra", text(&case.extra)),
        ("wake", Value::Text(day_text(case.wake))),
        ("paper", text(&case.paper)),
        ("paper_day", Value::Text(day_text(case.paper_day))),
    ]
}

/// Removes a person's rows and their words in the index.
pub(crate) fn remove_of(db: &Connection, subject: SubjectId) -> Result<()> {
    let sql = || Error::sql(Step::Erase);
    let mut read = db
        .prepare(
            "SELECT no, name_fold, place, open, office, region, stage, fatal, paper, paper_day
               FROM case_row WHERE subject = ?1",
        )
        .map_err(sql())?;
    let rows: Vec<(i64, String, String, Counted, Called)> = read
        .query_map([subject], |row| {
            let counted = Counted {
                open: row.get(3)?,
                office: row.get(4)?,
                region: row.get(5)?,
                stage: row.get(6)?,
                fatal: row.get(7)?,
            };
            let (office, region) = (counted.office.clone(), counted.region.clone());
            let called = Called { office, region, form: row.get(8)?, day: row.get(9)? };
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, counted, called))
        })
        .and_then(Iterator::collect)
        .map_err(sql())?;
    for (no, name_fold, place, counted, called) in rows {
        put_count(db, Some(&counted), None)?;
        put_called(db, no, "", Some(&called), None).map_err(sql())?;
        unindex(db, no, &Indexed { name_fold: &name_fold, place: &place })?;
        db.execute("DELETE FROM case_row WHERE no = ?1", [no]).map_err(sql())?;
    }
    Ok(())
}

/// The rows of these cases, in the order asked for.
pub(crate) fn rows_at(
    db: &Connection,
    numbers: impl IntoIterator<Item = i64>,
) -> rusqlite::Result<Vec<CaseRow>> {
    let mut read = db.prepare_cached(&format!("SELECT {COLUMNS} FROM case_row WHERE no = ?1"))?;
    numbers.into_iter().map(|no| read.query_row([no], row)).collect()
}

fn find(db: &Connection, case: CaseId) -> Result<Option<CaseRow>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM case_row WHERE id = ?1"))
        .and_then(|mut read| read.query_row([case], row).optional())
        .map_err(Error::sql(Step::ReadProjection))
}

impl Store {
    pub fn find_case(&self, case: CaseId) -> Result<Option<CaseRow>> {
        self.read_with(|db| find(db, case))
    }

    /// All cases of one person, newest first.
    pub fn cases_of(&self, subject: SubjectId) -> Result<Vec<CaseRow>> {
        self.read(Step::ReadProjection, |db| {
            let sql = format!("SELECT {COLUMNS} FROM case_row WHERE subject = ?1 ORDER BY no DESC LIMIT 200");
            let mut read = db.prepare_cached(&sql)?;
            read.query_map([subject], row)?.collect()
        })
    }

    /// Every case whose act has this number, however it is spaced, oldest first.
    pub fn cases_of_act(&self, number: &str) -> Result<Vec<CaseRow>> {
        let key = number_key(number);
        self.read(Step::ReadProjection, |db| {
            let sql =
                format!("SELECT {COLUMNS} FROM case_row WHERE act_key = ?1 AND act_key <> '' ORDER BY no");
            let mut read = db.prepare_cached(&sql)?;
            read.query_map([&key], row)?.collect()
        })
    }
}
