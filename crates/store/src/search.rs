//! Finding people and papers: by ИИН, name in Kazakh, Russian or Latin letters, voucher, act and phone.
//!
//! A name is folded to one Latin skeleton before it is kept and before it is asked for, so that ә and а, қ and
//! к, і, и and i, ё and е, and the usual spellings in passports all meet.

use unicode_normalization::UnicodeNormalization;

use crate::error::{Result, Step};
use crate::open::Store;
use crate::table::case::{CaseRow, Scope};

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
    /// Asks every index the text could mean, exact kinds first, newest cases first, at most 50.
    pub fn search(&self, scope: &Scope, text: &str, limit: u32) -> Result<Vec<Hit>> {
        let limit = limit.clamp(1, HITS_MAX) as usize;
        let text = text.trim();
        let mut hits: Vec<Hit> = Vec::new();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let only_digits = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || " -+()".contains(c));
        let number = number_key(text);
        let mut asked: Vec<(Matched, &str, String)> = Vec::new();
        if only_digits && digits.len() >= 3 && !text.starts_with('+') {
            asked.push((Matched::Iin, "iin", digits.clone()));
        }
        if number.chars().any(|c| c.is_ascii_digit()) && number.chars().count() >= 3 {
            asked.push((Matched::Voucher, "voucher_key", number.clone()));
            asked.push((Matched::Act, "act_key", number));
        }
        let phone = phone_key(text);
        if only_digits && phone.len() >= 3 {
            asked.push((Matched::Phone, "phone_key", phone));
        }
        for (matched, column, key) in asked {
            if hits.len() < limit {
                let (from, to) = prefix_range(&key);
                // The last condition is that of the index, without which it would not be used.
                let sql = format!("case_row WHERE {column} >= ?1 AND {column} < ?2 AND {column} <> ''");
                self.add_hits(&mut hits, matched, scope, &sql, &[&from, &to], limit)?;
            }
        }
        if let Some(words) = prefix_match(text).filter(|_| hits.len() < limit && !only_digits) {
            // The index gives its newest first and stops at the limit; a sort would read all that match.
            let sql =
                "case_name CROSS JOIN case_row ON case_row.no = case_name.rowid WHERE case_name MATCH ?1";
            self.add_hits(&mut hits, Matched::Name, scope, sql, &[&words], limit)?;
        }
        Ok(hits)
    }

    fn add_hits(
        &self,
        hits: &mut Vec<Hit>,
        matched: Matched,
        scope: &Scope,
        from: &str,
        with: &[&String],
        limit: usize,
    ) -> Result<()> {
        let mut values: Vec<String> = with.iter().map(|value| (*value).clone()).collect();
        let scope = match scope {
            Scope::Everything => String::new(),
            Scope::Region(region) => {
                values.push(region.clone());
                format!(" AND +region = ?{}", values.len())
            }
            Scope::Offices(offices) => {
                let first = values.len() + 1;
                values.extend(offices.iter().cloned());
                let places: Vec<String> = (first..=values.len()).map(|at| format!("?{at}")).collect();
                format!(" AND +office IN ({})", places.join(", "))
            }
        };
        let left = limit - hits.len();
        let columns = crate::table::case::COLUMNS;
        let order = if matched == Matched::Name { "case_name.rowid" } else { "no" };
        let sql = format!("SELECT {columns} FROM {from}{scope} ORDER BY {order} DESC LIMIT {left}");
        let rows: Vec<CaseRow> = self.read(Step::Search, |db| {
            let mut read = db.prepare_cached(&sql)?;
            let rows = read.query_map(rusqlite::params_from_iter(&values), crate::table::case::row)?;
            let rows: rusqlite::Result<Vec<CaseRow>> = rows.collect();
            let scanned = read.get_status(rusqlite::StatementStatus::FullscanStep);
            debug_assert_eq!(scanned, 0, "a search reads an index, never the whole table");
            rows
        })?;
        for case in rows {
            if !hits.iter().any(|hit| hit.case.case == case.case) {
                hits.push(Hit { matched, case });
            }
        }
        Ok(())
    }
}

/// From this key on and before that one: all that begin with it.
pub(crate) fn prefix_range(key: &str) -> (String, String) {
    (key.to_owned(), format!("{key}\u{10ffff}"))
}

/// A number as people type it: letters folded, no spaces, dashes or slashes.
pub(crate) fn number_key(number: &str) -> String {
    fold(number).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The ten digits after +7 or 8, or as many as were typed.
pub(crate) fn phone_key(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let has_code = phone.trim_start().starts_with('+') || digits.len() > 10;
    match digits.strip_prefix(['7', '8']).filter(|_| has_code) {
        Some(rest) => rest.to_owned(),
        None => digits,
    }
}

/// The words of a text as a question to the index: every word must begin one of the name.
pub(crate) fn prefix_match(text: &str) -> Option<String> {
    let folded = fold(text);
    // Folded words hold only letters and digits, so the quotes cannot be closed from inside.
    let words: Vec<String> = folded
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(6)
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// Folds a name to its Latin skeleton: small letters, words parted by one space.
///
/// ```
/// use store::fold;
/// assert_eq!(fold("Әлия Құнанбайқызы"), fold("Алия Кунанбайкызы"));
/// assert_eq!(fold("Ғалымжан"), fold("Galymzhan"));
/// assert_eq!(fold("Семёнов Юрий"), fold("Semenov Yuriy"));
/// ```
pub fn fold(text: &str) -> String {
    let text: String = text.nfc().flat_map(char::to_lowercase).collect();
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || is_mark(c))) {
        let skeleton = skeleton(word);
        if !skeleton.is_empty() {
            words.push(skeleton);
        }
    }
    words.join(" ")
}

/// Signs inside a word that are not letters: accents, apostrophes for soft signs.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\'' | '’' | 'ʼ' | '`' | 'ʹ')
}

fn skeleton(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    for c in word.chars() {
        match letter(c) {
            Some(letters) => latin.push_str(letters),
            None if is_mark(c) => {}
            // Letters of other scripts are kept as they are.
            None => latin.push(c),
        }
    }
    // Latin spellings of one Cyrillic letter, longest first.
    for (from, to) in
        [("shch", "sh"), ("kh", "h"), ("gh", "g"), ("j", "zh"), ("q", "k"), ("w", "u"), ("y", "i")]
    {
        latin = latin.replace(from, to);
    }
    // Ерлан is written Yerlan as often as Erlan.
    if let Some(rest) = latin.strip_prefix("ie") {
        latin = format!("e{rest}");
    }
    while latin.contains("ii") {
        latin = latin.replace("ii", "i");
    }
    latin
}

fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'ә' | 'ä' | 'á' | 'à' | 'â' | 'ă' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ğ' | 'ǵ' | 'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' | 'є' | 'ë' | 'é' | 'è' | 'ê' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ї' | 'й' | 'ы' | 'ı' | 'í' | 'ï' | 'î' | 'ý' | 'i' => "i",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' | 'ñ' | 'ń' => "n",
        'о' | 'ө' | 'ö' | 'ó' | 'ô' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ұ' | 'ү' | 'ü' | 'ú' | 'ū' | 'û' | 'ў' => "u",
        'ф' => "f",
        'х' | 'һ' => "h",
        'ц' => "ts",
        'ч' | 'ç' => "ch",
        'ш' | 'щ' | 'ş' | 'š' => "sh",
        'ю' => "iu",
        'я' => "ia",
        'ъ' | 'ь' | '\u{307}' => "",
        _ => return None,
    })
}
