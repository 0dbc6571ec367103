//! The queue: a page of cases in an order, after the place where the last page ended, and how many there are.
//!
//! A page costs the same wherever it begins. The cases of one office, region and stage lie in the index in the
//! order of their dates; a page is merged from the parts that have anything in them, which the table of
//! counts tells (`count.rs`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::case::{CaseRow, Scope, rows_at};
use super::name;
use crate::error::{Error, Result, Step};
use crate::ids::UserId;
use crate::open::Store;
use crate::search::prefix_range;

/// Most rows of one page.
pub(crate) const PAGE_ROWS_MAX: u32 = 200;
/// Stands for "no date" and sorts after every date.
pub(crate) const NEVER: &str = "9999-12-31";
/// So many cases are looked at one by one and sorted; of more the index is walked in its order.
const FEW: usize = 2_000;

/// Which cases of the queue are asked for. The default is all that are open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Closed cases instead of open ones.
    pub closed: bool,
    pub todo: Vec<String>,
    pub stage: Vec<String>,
    pub owner: Option<UserId>,
    pub unowned: bool,
    pub centre: Option<String>,
    pub profession: Option<String>,
    pub fatal_from: Option<NaiveDate>,
    pub fatal_to: Option<NaiveDate>,
    /// Beginning of words of the name, in any of the scripts; or of the ИИН when only digits.
    pub text: Option<String>,
}

/// In what order a queue is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// By the date that is fatal by law, then by arrival; cases without a date last.
    #[default]
    Fatal,
    /// By the folded name, then by arrival.
    Name,
}

/// Where a page ended; opaque to the reader, given back for the next page of the same order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    /// The date or the folded name.
    key: String,
    no: i64,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.no, self.key)
    }
}

impl std::str::FromStr for Cursor {
    type Err = Error;

    /// Reads back what was given out. A made-up one leads only to another place of what may be seen anyway.
    fn from_str(text: &str) -> Result<Cursor> {
        let (no, key) = text.split_once(':').unwrap_or((text, ""));
        let no = no.parse().map_err(|_| Error::Unreadable { what: "place in the queue", source: None })?;
        Ok(Cursor { key: key.to_owned(), no })
    }
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub rows: Vec<CaseRow>,
    pub next: Option<Cursor>,
}

/// How many cases of a filter stand at one stage under one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub stage: String,
    pub fatal: Option<NaiveDate>,
    pub cases: u64,
}

impl Store {
    /// A page of the queue by fatal date after `after`, at most 200 rows.
    pub fn queue(&self, scope: &Scope, filter: &Filter, after: Option<&Cursor>, limit: u32) -> Result<Page> {
        self.queue_in(Order::Fatal, scope, filter, after, limit)
    }

    /// A page of the queue in any order after `after`, at most 200 rows.
    pub fn queue_in(
        &self,
        order: Order,
        scope: &Scope,
        filter: &Filter,
        after: Option<&Cursor>,
        limit: u32,
    ) -> Result<Page> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX) as usize;
        self.read(Step::ReadProjection, |db| {
            // One moment for all the looks of this question.
            let db = db.unchecked_transaction()?;
            let question = Question::new(&db, scope, filter)?;
            // One more than asked for tells whether there is a next page.
            let mut places = question.places(&db, order, after, limit + 1)?;
            let more = places.len() > limit;
            places.truncate(limit);
            let rows = rows_at(&db, places.iter().map(|place| place.no))?;
            Ok(Page { rows, next: places.pop().filter(|_| more) })
        })
    }

    /// What a screen shows at once: how many cases the filter finds, by stage and date, and of those in the stages
    /// and dates of `within`, `limit` rows after the first `skip`. Whole days are skipped by their counts, the rest
    /// is counted along the index.
    pub fn queue_look(
        &self,
        order: Order,
        scope: &Scope,
        (filter, within): (&Filter, &Filter),
        skip: usize,
        limit: u32,
    ) -> Result<(Vec<CaseRow>, Vec<Count>)> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX) as usize;
        self.read(Step::ReadProjection, |db| {
            let db = db.unchecked_transaction()?;
            let question = Question::new(&db, scope, filter)?;
            let counts = counted(question.counts(&db)?);
            // What a text finds was looked up for both.
            let question = Question { stages: &within.stage, fatal: dates(within), ..question };
            let (begins, skip) = question.begins(&db, order, skip)?;
            let places = question.places(&db, order, begins.as_ref(), skip.saturating_add(limit))?;
            let rows = rows_at(&db, places.get(skip..).unwrap_or_default().iter().map(|place| place.no))?;
            Ok((rows, counts))
        })
    }

    /// How many cases the filter finds, by stage and date: one look for all the figures of a screen.
    pub fn queue_counts(&self, scope: &Scope, filter: &Filter) -> Result<Vec<Count>> {
        self.read(Step::ReadProjection, |db| {
            let db = db.unchecked_transaction()?;
            Ok(counted(Question::new(&db, scope, filter)?.counts(&db)?))
        })
    }
}

fn counted(counts: BTreeMap<(String, String), u64>) -> Vec<Count> {
    let dated = |fatal: String| if fatal == NEVER { None } else { fatal.parse().ok() };
    counts.into_iter().map(|((stage, fatal), cases)| Count { stage, fatal: dated(fatal), cases }).collect()
}

/// First and last date of a filter.
fn dates(filter: &Filter) -> (String, String) {
    let day =
        |date: Option<NaiveDate>, none: &str| date.map_or_else(|| none.to_owned(), |date| date.to_string());
    (day(filter.fatal_from, ""), day(filter.fatal_to, NEVER))
}

/// A part of the index of the queue: office, region, stage.
type Part = (String, String, String);

/// A question, put into the terms of the index. Nothing of the reader's text becomes SQL.
struct Question<'a> {
    open: bool,
    scope: &'a Scope,
    stages: &'a [String],
    /// First and last date.
    fatal: (String, String),
    /// Conditions the index does not know.
    also: Also,
    /// Numbers of the cases the text finds, in their order; none when no text was asked for.
    found: Option<Vec<i64>>,
}

/// Conditions with their values, whose places come after those of the index.
#[derive(Default)]
struct Also {
    conditions: Vec<String>,
    values: Vec<Value>,
}

/// Values bound to a walk along an index.
const INDEX_VALUES: usize = 8;

impl Also {
    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", INDEX_VALUES + self.values.len())
    }

    fn text(&self) -> String {
        self.conditions.iter().map(|condition| format!(" AND {condition}")).collect()
    }

    fn bind_to(&self, read: &mut rusqlite::Statement<'_>) -> rusqlite::Result<()> {
        for (place, value) in (INDEX_VALUES + 1..).zip(&self.values) {
            read.raw_bind_parameter(place, value)?;
        }
        Ok(())
    }
}

/// A case a question wants: its place in the order, and its stage.
type Found = (Cursor, String);

impl<'a> Question<'a> {
    fn new(db: &Connection, scope: &'a Scope, filter: &'a Filter) -> rusqlite::Result<Question<'a>> {
        let mut also = Also::default();
        if !filter.todo.is_empty() {
            let places: Vec<String> = filter.todo.iter().map(|todo| also.bind(todo.clone())).collect();
            also.conditions.push(format!("todo IN ({})", places.join(", ")));
        }
        if let Some(owner) = filter.owner {
            let at = also.bind(owner.bytes().to_vec());
            also.conditions.push(format!("owner = {at}"));
        }
        if filter.unowned {
            also.conditions.push("owner IS NULL".into());
        }
        for (column, value) in [("centre", &filter.centre), ("profession", &filter.profession)] {
            if let Some(value) = value {
                let at = also.bind(value.clone());
                also.conditions.push(format!("{column} = {at}"));
            }
        }
        let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        Ok(Question {
            open: !filter.closed,
            scope,
            stages: &filter.stage,
            fatal: dates(filter),
            also,
            found: text.map(|text| found(db, text, !filter.closed)).transpose()?,
        })
    }

    fn wants(&self, office: &str, region: &str, stage: &str) -> bool {
        self.scope.sees(office, region)
            && (self.stages.is_empty() || self.stages.iter().any(|wanted| wanted == stage))
    }

    fn is_dated(&self, fatal: &str) -> bool {
        (self.fatal.0.as_str()..=self.fatal.1.as_str()).contains(&fatal)
    }

    /// The offices whose counts are read; none stands for all of them.
    fn offices(&self) -> Vec<Option<&str>> {
        match self.scope {
            Scope::Everything | Scope::Region(_) => vec![None],
            Scope::Offices(offices) => {
                let once: BTreeSet<&str> = offices.iter().map(String::as_str).collect();
                once.into_iter().map(Some).collect()
            }
        }
    }

    /// Parts of the queue that have any case of this scope, these stages and dates, with how many.
    fn parts(&self, db: &Connection) -> rusqlite::Result<BTreeMap<Part, usize>> {
        let mut parts = BTreeMap::new();
        for office in self.offices() {
            let here = if office.is_some() { "office = ?2" } else { "?2 IS NULL" };
            let mut read = db.prepare_cached(&format!(
                "SELECT office, region, stage, sum(cases) FROM case_count
                  WHERE open = ?1 AND {here} AND fatal >= ?3 AND fatal <= ?4 GROUP BY office, region, stage"
            ))?;
            let mut rows = read.query((self.open, office, &self.fatal.0, &self.fatal.1))?;
            while let Some(row) = rows.next()? {
                let part: Part = (row.get(0)?, row.get(1)?, row.get(2)?);
                if self.wants(&part.0, &part.1, &part.2) {
                    parts.insert(part, usize::try_from(row.get::<_, i64>(3)?).unwrap_or(0));
                }
            }
        }
        Ok(parts)
    }

    /// Where to begin, so that so many may be skipped, and how many of them still follow there: every part would
    /// be walked past all that lies before, and the counts tell which dates that is.
    fn begins(
        &self,
        db: &Connection,
        order: Order,
        skip: usize,
    ) -> rusqlite::Result<(Option<Cursor>, usize)> {
        if skip == 0 || order != Order::Fatal || self.found.is_some() || !self.also.conditions.is_empty() {
            return Ok((None, skip));
        }
        let mut by_date: BTreeMap<String, u64> = BTreeMap::new();
        for ((_, fatal), cases) in self.counts(db)? {
            *by_date.entry(fatal).or_default() += cases;
        }
        let mut left = skip as u64;
        for (key, cases) in by_date {
            if left < cases {
                let begins = Cursor { key, no: i64::MIN };
                return Ok((Some(begins), usize::try_from(left).unwrap_or(usize::MAX)));
            }
            left -= cases;
        }
        Ok((None, skip))
    }

    /// Where the next cases of this question stand, in order, at most `limit`.
    fn places(
        &self,
        db: &Connection,
        order: Order,
        after: Option<&Cursor>,
        limit: usize,
    ) -> rusqlite::Result<Vec<Cursor>> {
        let parts = self.parts(db)?;
        let found = match &self.found {
            Some(found) if found.len() <= FEW => self.looked_up(db, order, found)?,
            None if order != Order::Fatal && parts.values().sum::<usize>() <= FEW => {
                let all = self.walked(db, Order::Fatal, &parts, None, usize::MAX)?;
                let numbers: Vec<i64> = all.into_iter().map(|(place, _)| place.no).collect();
                self.looked_up(db, order, &numbers)?
            }
            Some(_) | None => self.walked(db, order, &parts, after, limit)?,
        };
        let mut places: Vec<Cursor> = found
            .into_iter()
            .map(|(place, _)| place)
            .filter(|place| after.is_none_or(|after| place > after))
            .collect();
        places.sort_unstable();
        places.truncate(limit);
        Ok(places)
    }

    /// The places of these cases, of those the question wants.
    fn looked_up(&self, db: &Connection, order: Order, numbers: &[i64]) -> rusqlite::Result<Vec<Found>> {
        let mut read = db.prepare_cached(&format!(
            "SELECT {}, office, region, stage, fatal FROM case_row WHERE no = ?1 AND open = ?2{}",
            key_column(order),
            self.also.text()
        ))?;
        let mut places = Vec::new();
        for no in numbers {
            read.raw_bind_parameter(1, no)?;
            read.raw_bind_parameter(2, self.open)?;
            self.also.bind_to(&mut read)?;
            let mut rows = read.raw_query();
            if let Some(row) = rows.next()? {
                let (office, region): (String, String) = (row.get(1)?, row.get(2)?);
                let (stage, fatal): (String, String) = (row.get(3)?, row.get(4)?);
                if self.wants(&office, &region, &stage) && self.is_dated(&fatal) {
                    places.push((Cursor { key: row.get(0)?, no: *no }, stage));
                }
            }
        }
        Ok(places)
    }

    /// The places of the next cases of each part, read from the index in its order and no further.
    fn walked(
        &self,
        db: &Connection,
        order: Order,
        parts: &BTreeMap<Part, usize>,
        after: Option<&Cursor>,
        limit: usize,
    ) -> rusqlite::Result<Vec<Found>> {
        // In the order of dates a part is one stage and its dates are the index's; in the alphabet the row is read.
        let by_date = order == Order::Fatal;
        let (index, follows) = match order {
            Order::Fatal => ("case_queue", "stage = ?4 AND (fatal, no) > (?5, ?6) AND ?7 = ?7 AND ?8 = ?8"),
            Order::Name => {
                ("case_alphabet", "?4 = '' AND (name_fold, no) > (?5, ?6) AND fatal >= ?7 AND fatal <= ?8")
            }
        };
        let (first, last) = (self.fatal.0.as_str(), self.fatal.1.as_str());
        let (key, no) = match after {
            Some(after) if !by_date || after.key.as_str() >= first => (after.key.as_str(), after.no),
            Some(_) | None => (if by_date { first } else { "" }, i64::MIN),
        };
        let sort = match order {
            Order::Fatal => "fatal, no",
            Order::Name => "name_fold, no",
        };
        let mut read = db.prepare_cached(&format!(
            "SELECT {}, no, stage FROM case_row INDEXED BY {index}
              WHERE open = ?1 AND office = ?2 AND region = ?3 AND {follows}{} ORDER BY {sort}",
            key_column(order),
            self.also.text()
        ))?;
        let begun: BTreeSet<(&str, &str, &str)> = parts
            .keys()
            .map(|(office, region, stage)| {
                (office.as_str(), region.as_str(), if by_date { stage.as_str() } else { "" })
            })
            .collect();
        let mut places = Vec::new();
        for (office, region, stage) in begun {
            let values: [&dyn rusqlite::ToSql; INDEX_VALUES] =
                [&self.open, &office, &region, &stage, &key, &no, &first, &last];
            for (place, value) in (1..).zip(values) {
                read.raw_bind_parameter(place, value)?;
            }
            self.also.bind_to(&mut read)?;
            let mut rows = read.raw_query();
            let mut taken = 0;
            while taken < limit
                && let Some(row) = rows.next()?
            {
                let place = Cursor { key: row.get(0)?, no: row.get(1)? };
                if by_date && place.key.as_str() > last {
                    break;
                }
                let stage: String = row.get(2)?;
                let found = self.found.as_ref().is_none_or(|found| found.binary_search(&place.no).is_ok());
                if found && self.wants(office, region, &stage) {
                    places.push((place, stage));
                    taken += 1;
                }
            }
        }
        Ok(places)
    }

    /// Cases by stage and date.
    fn counts(&self, db: &Connection) -> rusqlite::Result<BTreeMap<(String, String), u64>> {
        let mut counts = BTreeMap::new();
        let mut add = |stage: String, fatal: String, cases: u64| {
            *counts.entry((stage, fatal)).or_default() += cases;
        };
        if self.found.is_none() && self.also.conditions.is_empty() {
            for office in self.offices() {
                let here = if office.is_some() { "office = ?2" } else { "?2 IS NULL" };
                let mut read = db.prepare_cached(&format!(
                    "SELECT office, region, stage, fatal, cases FROM case_count
                      WHERE open = ?1 AND {here} AND fatal >= ?3 AND fatal <= ?4"
                ))?;
                let mut rows = read.query((self.open, office, &self.fatal.0, &self.fatal.1))?;
                while let Some(row) = rows.next()? {
                    let text = |column| row.get_ref(column).and_then(|value| Ok(value.as_str()?));
                    if self.wants(text(0)?, text(1)?, text(2)?) {
                        let cases: i64 = row.get(4)?;
                        add(text(2)?.to_owned(), text(3)?.to_owned(), cases.unsigned_abs());
                    }
                }
            }
            return Ok(counts);
        }
        let found = match &self.found {
            Some(found) if found.len() <= FEW => self.looked_up(db, Order::Fatal, found)?,
            Some(_) | None => self.walked(db, Order::Fatal, &self.parts(db)?, None, usize::MAX)?,
        };
        for (place, stage) in found {
            add(stage, place.key, 1);
        }
        Ok(counts)
    }
}

/// What the places of an order are compared by before the number.
fn key_column(order: Order) -> &'static str {
    match order {
        Order::Fatal => "fatal",
        Order::Name => "name_fold",
    }
}

/// Numbers of the cases a text finds, in their order; closed ones may be among them.
fn found(db: &Connection, text: &str, open: bool) -> rusqlite::Result<Vec<i64>> {
    let is_number = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
    if !is_number {
        return name::Question::new(text).map_or_else(|| Ok(Vec::new()), |words| words.all(db, open));
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (from, to) = prefix_range(&digits);
    let mut numbers: Vec<i64> = db
        .prepare_cached("SELECT no FROM case_row WHERE iin >= ?1 AND iin < ?2 AND iin <> ''")?
        .query_map([from, to], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    numbers.sort_unstable();
    Ok(numbers)
}
