//! The index of names: which words a case is found by, where it may be seen, and how a question walks it.
//!
//! Each beginning of a word has a list of cases, newest first. A question of several words walks its lists side
//! by side and stops at its limit; what a list cannot tell (letters after the ninth) is looked up in the row.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::case::Scope;
use crate::connect::{get_meta, put_meta};
use crate::error::{Error, Result, Step};
use crate::fold::{self, beginnings, compounds, number_key, phone_key};

/// The longest beginning that has a list of its own.
const LISTED_LETTERS: usize = 9;
/// Words of a question beyond these are not asked for.
const WORDS_MAX: usize = 6;

/// What the index holds of a case.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Indexed<'a> {
    pub(crate) name_fold: &'a str,
    pub(crate) place: &'a str,
}

pub(crate) fn index(db: &Connection, no: i64, row: &Indexed<'_>) -> Result<()> {
    db.prepare_cached("INSERT INTO case_name(rowid, name_fold, place) VALUES(?1, ?2, ?3)")
        .and_then(|mut index| index.execute((no, row.name_fold, row.place)))
        .map(|_| ())
        .map_err(Error::sql(Step::WriteProjection))
}

pub(crate) fn unindex(db: &Connection, no: i64, row: &Indexed<'_>) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO case_name(case_name, rowid, name_fold, place) VALUES('delete', ?1, ?2, ?3)",
    )
    .and_then(|mut index| index.execute((no, row.name_fold, row.place)))
    .map(|_| ())
    .map_err(Error::sql(Step::WriteProjection))
}

/// Both names folded, a word that is the same in both only once, a double surname also as one word.
pub(crate) fn names_fold(kk: &str, ru: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut add = |word: &str| {
        if !word.is_empty() && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    };
    for name in [kk, ru] {
        fold::fold(name).split(' ').for_each(&mut add);
    }
    for parts in [kk, ru].into_iter().flat_map(compounds) {
        if parts.len() > 1 {
            add(&fold::skeleton(&parts.concat()));
        }
        parts.iter().filter_map(|part| fold::with_other_x(part)).for_each(|word| add(&word));
        parts.iter().filter_map(|part| fold::without_silent_sign(part)).for_each(|word| add(&word));
    }
    words.join(" ")
}

/// One sign for the office, one for the region, as words no name can hold. Two offices may share a sign: it
/// spares reading most rows that may not be seen, and the row has the last word.
pub(crate) fn place(office: &str, region: &str) -> String {
    format!("{} {}", office_sign(office), region_sign(region))
}

fn office_sign(office: &str) -> char {
    sign(0xe100, 0x1700, office)
}

fn region_sign(region: &str) -> char {
    sign(0xe000, 0x100, region)
}

/// A letter for private use, the same for the same text for ever (FNV-1a).
fn sign(first: u32, many: u32, text: &str) -> char {
    let mix = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let sum = text.as_bytes().iter().fold(0x811c_9dc5, mix);
    char::from_u32(first + (sum >> 8) % many).unwrap_or('\u{e000}')
}

/// A text as a question: every word must begin one of the name, in any order.
pub(crate) struct Question {
    /// For each word the ways to meet it, each a list of beginnings that must all be there.
    words: Vec<Vec<Vec<String>>>,
}

impl Question {
    /// None when the text has no words.
    pub(crate) fn new(text: &str) -> Option<Question> {
        let mut words: Vec<Vec<Vec<String>>> = Vec::new();
        let typed = compounds(text);
        let folded = fold::fold(text);
        if folded.split(' ').count() < typed.iter().flatten().count() {
            // «Сейіт ұлы» is one word of the name.
            let folded = folded.split(' ').filter(|word| !word.is_empty());
            words.extend(folded.map(|word| vec![vec![word.to_owned()]]));
        } else {
            words.extend(typed.iter().map(|parts| ways(parts)).filter(|ways| !ways.is_empty()));
        }
        words.truncate(WORDS_MAX);
        (!words.is_empty()).then_some(Question { words })
    }

    /// In the language of the index.
    fn text(&self) -> String {
        let words = self.words.iter().map(|ways| {
            let ways = ways.iter().map(|way| {
                let all = way.iter().map(|word| {
                    // Folded words hold only letters and digits, so the quotes cannot be closed from inside.
                    let listed: String = word.chars().take(LISTED_LETTERS).collect();
                    format!("\"{listed}\"*")
                });
                format!("({})", all.collect::<Vec<_>>().join(" AND "))
            });
            format!("({})", ways.collect::<Vec<_>>().join(" OR "))
        });
        words.collect::<Vec<_>>().join(" AND ")
    }

    /// Whether the lists alone tell who is meant.
    fn is_listed(&self) -> bool {
        self.words.iter().flatten().flatten().all(|word| word.chars().nth(LISTED_LETTERS).is_none())
    }

    fn finds(&self, name_fold: &str) -> bool {
        let is_there = |word: &String| name_fold.split(' ').any(|name| name.starts_with(word.as_str()));
        self.words.iter().all(|ways| ways.iter().any(|way| way.iter().all(is_there)))
    }

    /// Numbers of all cases it finds, or of the open ones alone, in their order.
    pub(crate) fn all(&self, db: &Connection, open: bool) -> rusqlite::Result<Vec<i64>> {
        let (from, among) = if open { (first_open(db)?, OPEN) } else { (i64::MIN, "") };
        let mut numbers: Vec<i64> = db
            .prepare_cached(&format!(
                "SELECT case_name.rowid FROM case_name{among}
                  WHERE case_name MATCH ?1 AND case_name.rowid >= ?2 ORDER BY case_name.rowid"
            ))?
            .query_map((self.text(), from), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        if !self.is_listed() {
            let mut read = db.prepare_cached("SELECT name_fold FROM case_row WHERE no = ?1")?;
            let mut found = Vec::new();
            for no in numbers {
                let name: Option<String> = read.query_row([no], |row| row.get(0)).optional()?;
                if name.is_some_and(|name| self.finds(&name)) {
                    found.push(no);
                }
            }
            numbers = found;
        }
        Ok(numbers)
    }

    /// Numbers of the newest cases it finds among those that may be seen.
    pub(crate) fn newest(&self, db: &Connection, scope: &Scope, limit: usize) -> rusqlite::Result<Vec<i64>> {
        let mut found = Vec::new();
        let mut before = i64::MAX;
        let mut text = self.text();
        let is_listed = *scope == Scope::Everything && self.is_listed();
        let mut see = db.prepare_cached("SELECT office, region, name_fold FROM case_row WHERE no = ?1")?;
        let mut next = db.prepare_cached(
            "SELECT rowid FROM case_name WHERE case_name MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3",
        )?;
        loop {
            let numbers: Vec<i64> = next
                .query_map((&text, before, limit as i64), |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            for no in &numbers {
                let is_meant = is_listed
                    || see
                        .query_row([no], |row| {
                            let text = |column| row.get_ref(column).and_then(|value| Ok(value.as_str()?));
                            Ok(scope.sees(text(0)?, text(1)?) && self.finds(text(2)?))
                        })
                        .optional()?
                        .unwrap_or(false);
                if is_meant {
                    found.push(*no);
                }
                if found.len() == limit {
                    return Ok(found);
                }
            }
            match numbers.last() {
                Some(last) if numbers.len() == limit => before = *last,
                Some(_) | None => return Ok(found),
            }
            // Most of the newest may be seen by most people. Where not, the place is walked as well; it is not
            // from the first, because the list of an office that has every case would be walked whole.
            if let Some(signs) = signs(scope) {
                text = format!("{} AND {signs}", self.text());
            }
        }
    }
}

/// Leaves out closed cases, in the index of the open ones.
const OPEN: &str =
    " CROSS JOIN case_row INDEXED BY case_open ON case_row.no = case_name.rowid AND case_row.open = 1";

/// No list needs to be walked before the oldest case that is still open.
fn first_open(db: &Connection) -> rusqlite::Result<i64> {
    let first: Option<i64> = db
        .prepare_cached("SELECT min(no) FROM case_row INDEXED BY case_open WHERE open = 1")?
        .query_row([], |row| row.get(0))?;
    Ok(first.unwrap_or(i64::MAX))
}

/// The ways to meet one word: its parts, or all of them written as one.
fn ways(parts: &[String]) -> Vec<Vec<String>> {
    let whole = beginnings(&parts.concat());
    if parts.len() < 2 {
        return whole.into_iter().map(|word| vec![word]).collect();
    }
    let parted: Vec<String> =
        parts.iter().map(|part| fold::skeleton(part)).filter(|part| !part.is_empty()).collect();
    let mut ways: Vec<Vec<String>> = whole.into_iter().map(|word| vec![word]).collect();
    if !parted.is_empty() {
        ways.push(parted);
    }
    ways
}

/// Where somebody may see, in the language of the index; none who sees everything.
fn signs(scope: &Scope) -> Option<String> {
    let quoted = |sign: char| format!("\"{sign}\"");
    match scope {
        Scope::Everything => None,
        Scope::Region(region) => Some(quoted(region_sign(region))),
        Scope::Offices(offices) => {
            let signs: Vec<String> = offices.iter().map(|office| quoted(office_sign(office))).collect();
            Some(format!("({})", signs.join(" OR ")))
        }
    }
}

/// Folds every name and number anew when another program folded them otherwise; whole or not at all.
pub(crate) fn fold_anew(db: &mut Connection) -> Result<()> {
    if get_meta(db, "fold")?.as_deref() == Some(&[fold::VERSION]) {
        return Ok(());
    }
    let sql = || Error::sql(Step::Migrate);
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sql())?;
    fold_rows(&tx).map_err(sql())?;
    put_meta(&tx, "fold", &[fold::VERSION])?;
    tx.commit().map_err(sql())
}

fn fold_rows(db: &Connection) -> rusqlite::Result<()> {
    let mut read = db.prepare(
        "SELECT no, name_kk, name_ru, office, region, phone, voucher, act FROM case_row WHERE no > ?1 ORDER BY no LIMIT 1000",
    )?;
    let mut put = db.prepare(
        "UPDATE case_row SET name_fold = ?2, place = ?3, phone_key = ?4, voucher_key = ?5, act_key = ?6 WHERE no = ?1",
    )?;
    let mut after = i64::MIN;
    loop {
        let rows: Vec<(i64, Vec<String>)> = read
            .query_map([after], |row| {
                let texts: rusqlite::Result<Vec<String>> = (1..8).map(|column| row.get(column)).collect();
                Ok((row.get(0)?, texts?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        let Some((last, _)) = rows.last() else { break };
        after = *last;
        for (no, texts) in &rows {
            if let [kk, ru, office, region, phone, voucher, act] = texts.as_slice() {
                let values = [
                    Value::Integer(*no),
                    Value::Text(names_fold(kk, ru)),
                    Value::Text(place(office, region)),
                    Value::Text(phone_key(phone)),
                    Value::Text(number_key(voucher)),
                    Value::Text(number_key(act)),
                ];
                put.execute(rusqlite::params_from_iter(values))?;
            }
        }
    }
    let records: Vec<(String, String, String)> = db
        .prepare("SELECT kind, id, number_key FROM record WHERE number_key <> ''")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (kind, id, key) in records {
        db.execute(
            "UPDATE record SET number_key = ?3 WHERE kind = ?1 AND id = ?2",
            (kind, id, number_key(&key)),
        )?;
    }
    db.execute("INSERT INTO case_name(case_name) VALUES('rebuild')", []).map(drop)
}

/// Whether the index holds what it was made of.
pub(crate) fn is_whole(db: &Connection) -> Result<bool> {
    // With rank 1 the index is compared with the names it was made of.
    match db.execute("INSERT INTO case_name(case_name, rank) VALUES('integrity-check', 1)", []) {
        Ok(_) => Ok(true),
        Err(error) => match Error::sql(Step::Verify)(error) {
            Error::Damaged { .. } => Ok(false),
            other => Err(other),
        },
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::ids::{CaseId, UserId};
    use crate::journal::{Finality, NewEvent};
    use crate::keys::{Cost, Credential, NewUser};
    use crate::open::{Setup, Store, lock};
    use crate::room::Room;
    use crate::table::case::CaseRow;
    use crate::write::{Op, Tx};

    const NOW: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_424_000_000_000_000);

    fn row(case: CaseId) -> CaseRow {
        CaseRow {
            case,
            subject: None,
            office: "КЦ-1".into(),
            region: "39".into(),
            open: true,
            stage: String::new(),
            todo: String::new(),
            fatal: None,
            target: None,
            owner: None,
            name_kk: "Сейтбаев Хасен".into(),
            name_ru: String::new(),
            iin: String::new(),
            phone: "8 701 000 00 00".into(),
            voucher: "АВ-1/2".into(),
            act: String::new(),
            profession: String::new(),
            centre: String::new(),
            checks_done: 0,
            checks_total: 0,
            finality: Finality::Own,
            version: 1,
            wake: None,
            paper: String::new(),
            paper_day: None,
            extra: "{}".into(),
        }
    }

    fn created(dir: &std::path::Path) -> (Store, UserId) {
        let admin = UserId::new(NOW).unwrap();
        let first = NewUser::new(admin, "admin", "phrase");
        let setup = Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW };
        (Store::create(dir, setup).unwrap().0, admin)
    }

    #[test]
    fn an_index_that_lost_words_is_noticed_and_an_older_folding_is_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("vault");
        let (store, admin) = created(&dir);
        let (day, edition) = (NOW.date_naive(), "B");
        let op = || Op { name: "test", actor: admin, at: NOW, civil_date: day, edition, command: None };
        let case = CaseId::new(NOW).unwrap();
        let rows = |tx: &mut Tx<'_>| tx.put_case(&row(case));
        let written = store.write(op(), |tx| {
            tx.append(&case.stream(), Some(0), &[NewEvent::new("received", 1, b"{}")])?;
            rows(tx)
        });
        written.unwrap();
        let differing = |store: &Store| store.compare_projections(|tx, _, _| rows(tx)).unwrap().differing;
        assert_eq!(differing(&store), Vec::<&str>::new(), "all is as the journal says");

        let kept = names_fold("Сейтбаев Хасен", "");
        let place = place("КЦ-1", "39");
        unindex(&lock(&store.writer).db, 1, &Indexed { name_fold: &kept, place: &place }).unwrap();
        assert_eq!(differing(&store), ["case_name"], "words that are missing in the index alone");
        let broken = store.verify().unwrap().broken;
        assert!(broken.iter().any(|one| one.part == crate::verify::Part::SearchIndex), "{broken:?}");

        // As a program left it that folded otherwise.
        let old = Indexed { name_fold: "seitbaiev khasen", place: "" };
        {
            let writer = lock(&store.writer);
            let set =
                "name_fold = 'seitbaiev khasen', place = '', phone_key = '87010000000', voucher_key = 'av12'";
            writer.db.execute(&format!("UPDATE case_row SET {set}"), []).unwrap();
            index(&writer.db, 1, &old).unwrap();
            put_meta(&writer.db, "fold", &[fold::VERSION - 1]).unwrap();
        }
        let found = |store: &Store, text: &str| store.search(&Scope::Everything, text, 5).unwrap().len();
        assert_eq!(found(&store, "хасен"), 0, "not met by the present folding");
        store.lock().unwrap();
        let store = Store::unlock(&dir, &Credential::password("admin", "phrase"), NOW).unwrap();
        for text in ["хасен", "Seytbaev", "8 701 000", "AB-1"] {
            assert_eq!(found(&store, text), 1, "{text}: found after the opening");
        }
        assert_eq!(found(&store, "seitbaiev khasenov"), 0, "and no longer by the old words");
        assert_eq!(differing(&store), Vec::<&str>::new(), "all is as the journal says again");
    }

    #[test]
    fn a_page_of_the_index_lies_in_one_page_of_the_database() {
        let folder = tempfile::tempdir().unwrap();
        let (store, admin) = created(folder.path());
        let day = NOW.date_naive();
        let op = Op { name: "test", actor: admin, at: NOW, civil_date: day, edition: "B", command: None };
        let written = store.write(op, |tx| {
            for number in 0..2000u32 {
                let case = CaseId::new(NOW).unwrap();
                tx.append(&case.stream(), Some(0), &[NewEvent::new("received", 1, b"{}")])?;
                let name: String =
                    number.to_string().chars().map(|digit| char::from(digit as u8 + 49)).collect();
                tx.put_case(&CaseRow { name_kk: format!("{name}ов Хасен"), ..row(case) })?;
            }
            Ok::<(), Error>(())
        });
        written.unwrap();
        let pages = "SELECT count(*), total(pagetype = 'overflow') FROM dbstat WHERE name = 'case_name_data'";
        let look = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, f64>(1)?));
        let (all, run_over) = lock(&store.writer).db.query_row(pages, [], look).unwrap();
        assert!(all > 20, "an index of many pages: {all}");
        assert!(run_over < 1.0, "{run_over} of {all} run over into a second page");
    }
}
