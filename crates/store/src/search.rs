//! Finding people and papers: by ИИН, name in Kazakh, Russian or Latin letters, voucher, act and phone.
//!
//! A name is folded to one Latin skeleton before it is kept and before it is asked for (`fold.rs`), and found by
//! the beginnings of its words (`table/name.rs`); a number is found by its beginning.

use rusqlite::Connection;

use crate::error::{Result, Step};
use crate::fold::{number_key, phone_key};
use crate::open::Store;
use crate::table::case::{CaseRow, Scope, rows_at};
use crate::table::name::Question;

/// Most hits of one question.
const HITS_MAX: u32 = 50;

/// By what a case was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matched {
    Iin,
    Name,
    Voucher,
    Act,
    Phone,
}

/// A case that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub matched: Matched,
    pub case: CaseRow,
}

impl Store {
    /// Asks every index the text could mean, exact kinds first, at most 50: by ИИН and name the newest cases
    /// first, by another number the highest first.
    pub fn search(&self, scope: &Scope, text: &str, limit: u32) -> Result<Vec<Hit>> {
        let limit = limit.clamp(1, HITS_MAX) as usize;
        let text = text.trim();
        // Who sees no office finds nothing, without walking all that he does not see.
        if matches!(scope, Scope::Offices(offices) if offices.is_empty()) {
            return Ok(Vec::new());
        }
        let asked = numbers(text);
        let words = (!is_number(text)).then(|| Question::new(text)).flatten();
        self.read(Step::Search, |db| {
            // One moment for all the looks of this question.
            let db = db.unchecked_transaction()?;
            let mut found: Vec<(Matched, i64)> = Vec::new();
            let mut add = |matched, numbers: Vec<i64>| {
                for no in numbers {
                    if found.len() < limit && !found.iter().any(|(_, known)| *known == no) {
                        found.push((matched, no));
                    }
                }
                found.len() == limit
            };
            let mut is_full = false;
            for (matched, key) in &asked {
                is_full = is_full || add(*matched, by_number(&db, *matched, key, scope, limit)?);
            }
            if let Some(words) = words.filter(|_| !is_full) {
                add(Matched::Name, words.newest(&db, scope, limit)?);
            }
            let rows = rows_at(&db, found.iter().map(|(_, no)| *no))?;
            Ok(found.into_iter().zip(rows).map(|((matched, _), case)| Hit { matched, case }).collect())
        })
    }
}

/// Digits and what people put between them.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "-–+()".contains(c))
}

/// What numbers the text could be the beginning of, exact kinds first.
fn numbers(text: &str) -> Vec<(Matched, String)> {
    let mut asked = Vec::new();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if is_number(text) && digits.len() >= 3 && !text.starts_with('+') {
        asked.push((Matched::Iin, digits));
    }
    let number = number_key(text);
    if number.chars().any(|c| c.is_ascii_digit()) && number.chars().count() >= 3 {
        asked.push((Matched::Voucher, number.clone()));
        asked.push((Matched::Act, number));
    }
    let phone = phone_key(text);
    if is_number(text) && phone.len() >= 3 {
        asked.push((Matched::Phone, phone));
    }
    asked
}

/// Numbers of the cases whose key begins so, of those that may be seen; read from the index alone.
fn by_number(
    db: &Connection,
    matched: Matched,
    key: &str,
    scope: &Scope,
    limit: usize,
) -> rusqlite::Result<Vec<i64>> {
    let (index, column) = match matched {
        Matched::Iin => ("case_iin", "iin"),
        Matched::Voucher => ("case_voucher", "voucher_key"),
        Matched::Act => ("case_act", "act_key"),
        Matched::Phone => ("case_phone", "phone_key"),
        Matched::Name => return Ok(Vec::new()),
    };
    // Of people born in one month the newest case is looked for; of one series of numbers the highest, where
    // the index is read backwards and no further than it must.
    let order = match matched {
        Matched::Iin => "no DESC".to_owned(),
        Matched::Voucher | Matched::Act | Matched::Phone | Matched::Name => format!("{column} DESC"),
    };
    let (from, to) = prefix_range(key);
    let mut values = vec![from, to];
    let seen = match scope {
        Scope::Everything => String::new(),
        Scope::Region(region) => {
            values.push(region.clone());
            " AND region = ?3".to_owned()
        }
        Scope::Offices(offices) => {
            let places: Vec<String> = (3..offices.len() + 3).map(|at| format!("?{at}")).collect();
            values.extend(offices.iter().cloned());
            format!(" AND office IN ({})", places.join(", "))
        }
    };
    let mut read = db.prepare_cached(&format!(
        "SELECT no FROM case_row INDEXED BY {index}
          WHERE {column} >= ?1 AND {column} < ?2 AND {column} <> ''{seen} ORDER BY {order} LIMIT {limit}"
    ))?;
    read.query_map(rusqlite::params_from_iter(values), |row| row.get(0))?.collect()
}

/// From this key on and before that one: all that begin with it.
pub(crate) fn prefix_range(key: &str) -> (String, String) {
    (key.to_owned(), format!("{key}\u{10ffff}"))
}
