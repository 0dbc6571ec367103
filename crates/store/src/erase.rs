//! Erasing a person: the key of their data is destroyed, their rows, index words, drafts and files go, and the
//! chain stays whole because it runs over the ciphertext.

use crate::attachments;
use crate::backup::{Backup, backups};
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::ids::SubjectId;
use crate::journal::NewEvent;
use crate::keys::Purpose;
use crate::open::{Store, lock};
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
        writer.salvage = Salvage::rewrite(&path, &key, &kept)?;
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
