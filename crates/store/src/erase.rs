//! Erasing a person: the key of their data is destroyed, their rows, index words, drafts and files go, and the
//! chain stays whole because it runs over the ciphertext.

use chrono::NaiveDate;

use crate::attachments;
use crate::backup::{Backup, backups};
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::ids::SubjectId;
use crate::journal::NewEvent;
use crate::keys::Purpose;
use crate::open::{Store, lock};
use crate::reserve::insist;
use crate::salvage::Salvage;
use crate::table::case;
use crate::write::{Op, SalvageRecord, Topic, Tx, Written};

/// What an erasure took away, in numbers only: this is the act of destruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Events and commands of the journal whose bodies can never be read again.
    pub events: u64,
    pub commands: u64,
    pub rows: u64,
    pub files: u64,
    /// Backups that still hold the person until they are thinned (five weeks) or removed by hand.
    pub backups: Vec<Backup>,
}

impl Store {
    /// Erases a person. `reason` is a code or a paragraph, never a name. Cannot be undone.
    pub fn erase(&self, op: Op<'_>, subject: SubjectId, reason: &str) -> Result<Erasure> {
        let _alone = lock(&self.upkeep);
        self.upheaval.happened();
        let written = self.write(op, |tx| tx.erase(subject, reason))?;
        let (mut erasure, addresses) = match written {
            Written::Done { value, .. } => value,
            Written::Already { .. } => return Err(Error::Erased),
        };
        for address in addresses {
            let path = attachments::path_of(&self.layout, &address);
            disk::remove_if_there(&path).map_err(Error::file(Step::Erase, &path))?;
        }
        self.forget_salvaged(subject)?;
        // Freed pages are zeroed in the database; the log that still holds them is emptied.
        self.drop_readers();
        self.checkpoint()?;
        erasure.backups = backups(self.dir())?;
        Ok(erasure)
    }

    /// People all of whose cases are closed and of whom nothing was written since before this day: proposed for
    /// erasure, which a person decides. How long data are kept is the caller's to say. At most 200.
    pub fn due_for_erasure(&self, untouched_since: NaiveDate) -> Result<Vec<SubjectId>> {
        self.read(Step::Erase, |db| {
            let mut read = db.prepare(
                "SELECT subject FROM case_row WHERE subject IS NOT NULL GROUP BY subject
                 HAVING max(open) = 0 AND
                   (SELECT max(civil_date) FROM event WHERE event.subject = case_row.subject) < ?1
                 LIMIT 200",
            )?;
            read.query_map([untouched_since.to_string()], |row| row.get(0))?.collect()
        })
    }

    fn forget_salvaged(&self, subject: SubjectId) -> Result<()> {
        let key = lock(&self.keys).derive(Purpose::Salvage);
        let mut writer = lock(&self.writer);
        let path = self.layout.salvage();
        let is_other = |record: &Vec<u8>| {
            serde_json::from_slice::<SalvageRecord>(record)
                .is_ok_and(|record| record.command.subject != Some(subject))
        };
        let mut kept = Salvage::read(&path, &[&key])?.records;
        kept.retain(is_other);
        writer.salvage.let_go();
        writer.salvage = insist(&self.layout, || Salvage::rewrite(&path, &key, &kept))?;
        Ok(())
    }
}

impl Tx<'_> {
    fn erase(&mut self, subject: SubjectId, reason: &str) -> Result<(Erasure, Vec<[u8; 32]>)> {
        let sql = || Error::sql(Step::Erase);
        let count = |table: &str| {
            let sql_text = format!("SELECT count(*) FROM {table} WHERE subject = ?1");
            self.db.query_row(&sql_text, [subject], |row| row.get::<_, i64>(0)).map_err(sql())
        };
        let (events, commands) = (count("event")?, count("command")?);
        let mut rows = 0;
        for table in ["case_row", "record", "attachment", "print", "draft"] {
            rows += count(table)?;
        }
        self.db.execute("DELETE FROM subject_key WHERE subject = ?1", [subject]).map_err(sql())?;
        case::remove_of(&self.db, subject)?;
        // Files that no other person's case shares.
        let mut read = self
            .db
            .prepare(
                "SELECT DISTINCT address FROM attachment a WHERE subject = ?1 AND NOT EXISTS(
                   SELECT 1 FROM attachment b WHERE b.address = a.address AND b.subject IS NOT ?1)",
            )
            .map_err(sql())?;
        let addresses: Vec<[u8; 32]> =
            read.query_map([subject], |row| row.get(0)).and_then(Iterator::collect).map_err(sql())?;
        drop(read);
        for address in &addresses {
            self.db.execute("DELETE FROM attachment_key WHERE address = ?1", [address]).map_err(sql())?;
        }
        for table in ["record", "attachment", "print", "draft"] {
            self.db.execute(&format!("DELETE FROM {table} WHERE subject = ?1"), [subject]).map_err(sql())?;
        }
        let erasure = Erasure {
            events: events as u64,
            commands: commands as u64,
            rows: rows as u64,
            files: addresses.len() as u64,
            backups: Vec::new(),
        };
        let act = serde_json::json!({
            "subject": subject, "reason": reason, "events": events, "commands": commands, "rows": rows,
            "files": erasure.files,
        });
        self.append("retention", None, &[NewEvent::new("subject_erased", 1, act.to_string().as_bytes())])?;
        self.touch(Topic::Queue);
        Ok((erasure, addresses))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use rusqlite::Connection;

    use super::*;
    use crate::ids::{CaseId, UserId};
    use crate::journal::Finality;
    use crate::keys::{Cost, NewUser};
    use crate::open::Setup;
    use crate::room::Room;
    use crate::table::case::CaseRow;

    const NOW: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_424_000_000_000_000);

    /// Everything the index holds, as bytes.
    fn index_bytes(db: &Connection) -> Vec<u8> {
        let mut read = db.prepare("SELECT block FROM case_name_data").unwrap();
        let blocks: Vec<Vec<u8>> =
            read.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        blocks.concat()
    }

    #[test]
    fn no_word_of_an_erased_name_stays_in_the_search_index() {
        let folder = tempfile::tempdir().unwrap();
        let admin = UserId::new(NOW).unwrap();
        let first = NewUser::new(admin, "admin", "phrase");
        let setup = Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW };
        let (store, _) = Store::create(&folder.path().join("vault"), setup).unwrap();
        let op = || Op {
            name: "test",
            actor: admin,
            at: NOW,
            civil_date: NOW.date_naive(),
            edition: "B",
            command: None,
        };
        let receive = |name: &str, subject: SubjectId| {
            let case = CaseId::new(NOW).unwrap();
            let row = CaseRow {
                case,
                subject: Some(subject),
                office: String::new(),
                region: String::new(),
                open: false,
                stage: String::new(),
                todo: String::new(),
                fatal: None,
                target: None,
                owner: None,
                name_kk: name.into(),
                name_ru: String::new(),
                iin: String::new(),
                phone: String::new(),
                voucher: String::new(),
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
            };
            let write = |tx: &mut Tx<'_>| {
                tx.append(&case.stream(), Some(0), &[NewEvent::new("received", 1, b"{}").about(subject)])?;
                tx.put_case(&row)
            };
            store.write(op(), write).unwrap();
        };
        let subjects: Vec<SubjectId> = (0..3).map(|_| SubjectId::new(NOW).unwrap()).collect();
        for (name, subject) in ["Құралай", "Zebulon", "Нұрлан"].into_iter().zip(&subjects) {
            receive(name, *subject);
        }
        let holds = |word: &str| {
            let bytes = index_bytes(&lock(&store.writer).db);
            bytes.windows(word.len()).any(|window| window == word.as_bytes())
        };
        assert!(holds("zebulon"), "the index holds the word while the person is here");
        assert!(holds("ebulon"), "an end of it too, before which the index leaves out what words share");
        let tomorrow = NOW.date_naive().succ_opt().unwrap();
        assert_eq!(
            store.due_for_erasure(NOW.date_naive()).unwrap(),
            [],
            "nobody is untouched since before today"
        );
        assert_eq!(store.due_for_erasure(tomorrow).unwrap().len(), 3, "all closed and untouched by tomorrow");
        store.erase(op(), subjects[1], "retention").unwrap();
        assert!(!holds("zebulon"), "and not a letter of it afterwards");
        // Every beginning of a word has a list of its own.
        assert!(!holds("zeb") && !holds("ebulon"), "nor of its beginnings");
        assert_eq!(store.due_for_erasure(tomorrow).unwrap().len(), 2, "the others are left");
        let secure: i64 =
            lock(&store.writer).db.pragma_query_value(None, "secure_delete", |row| row.get(0)).unwrap();
        assert_eq!(secure, 1, "freed pages are zeroed");
    }
}
