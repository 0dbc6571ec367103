//! Papers and pictures kept beside a case: one encrypted file each, named by its content under a secret key.
//!
//! The same content is kept once, but the name tells nobody what it is: it is a MAC of the content's hash.
//! Each file has a random key of its own in the database, so that destroying the key destroys the file, and
//! a changed data key needs no file to be written again. A file is a header and chunks of 64 KiB, each with
//! its number and whether it is the last, so that none can be dropped, doubled or moved unseen.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::connect::get_meta;
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::ids::{AttachmentId, SubjectId, UserId, random};
use crate::keys::{Secret, seal};
use crate::layout::Layout;
use crate::open::{Store, lock};
use crate::write::{Topic, Tx};

const TITLE: &[u8; 8] = b"TANUFIL1";
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
/// Largest attachment: a scan of hundreds of pages.
pub(crate) const BYTES_MAX: u64 = 200 * 1024 * 1024;

/// A file that lies encrypted on the disk and waits to be put beside a case by [`Tx::attach`].
#[derive(Debug, Clone)]
pub struct Stored {
    pub(crate) address: [u8; 32],
    key: Secret,
    /// SHA-256 of the content.
    pub sha256: [u8; 32],
    pub bytes: u64,
}

/// What an attachment is, as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttachment {
    pub id: AttachmentId,
    /// The stream it belongs to: `case/…`, `act/…`.
    pub stream: String,
    /// Kind of document, as the rules name it.
    pub kind: String,
    /// Name of the file it came from.
    pub name: String,
    /// Media type: `application/pdf`.
    pub media: String,
    pub pages: Option<u32>,
    pub subject: Option<SubjectId>,
}

/// An attachment in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub what: NewAttachment,
    pub sha256: [u8; 32],
    pub bytes: u64,
    pub added_at: DateTime<Utc>,
    pub added_by: UserId,
    pub removed: bool,
    address: [u8; 32],
}

impl Store {
    /// Encrypts a file onto the disk and waits for it; [`Tx::attach`] then makes it part of a case. A file that
    /// is never attached is swept later.
    pub fn put_attachment(&self, content: &[u8]) -> Result<Stored> {
        if content.len() as u64 > BYTES_MAX {
            return Err(Error::TooLarge { what: "an attachment", limit: BYTES_MAX });
        }
        let sha256 = seal::sha256(&[content]);
        let name_key = self.read_with(name_key)?;
        let address = name_key.mac(&[b"attachment", &sha256]);
        let known: Option<[u8; 32]> = self.read(Step::ReadAttachment, |db| {
            db.query_row("SELECT key FROM attachment_key WHERE address = ?1", [address], |row| row.get(0))
                .optional()
        })?;
        let path = path_of(&self.layout, &address);
        let stored = |key| Stored { address, key, sha256, bytes: content.len() as u64 };
        if let Some(key) = known.map(Secret)
            && path.exists()
        {
            return Ok(stored(key));
        }
        self.ask_room(sealed_bytes(content.len()))?;
        let key = match known {
            Some(key) => Secret(key),
            None => Secret::random()?,
        };
        let folder = path.parent().map(PathBuf::from).unwrap_or_default();
        if !folder.exists() {
            disk::make_folder(&folder)
                .and_then(|()| disk::sync_folder_of(&folder))
                .and_then(|()| disk::sync_folder(self.dir()))
                .map_err(Error::file(Step::WriteAttachment, &folder))?;
        }
        let sealed = encrypt(&key, &address, content)?;
        disk::replace(&path, &sealed).map_err(Error::file(Step::WriteAttachment, &path))?;
        Ok(stored(key))
    }

    /// The content, whole and unchanged, or an error.
    pub fn get_attachment(&self, id: AttachmentId) -> Result<Vec<u8>> {
        let (address, key): ([u8; 32], Option<[u8; 32]>) = self
            .read(Step::ReadAttachment, |db| {
                db.query_row(
                    "SELECT a.address, k.key FROM attachment a LEFT JOIN attachment_key k USING(address)
                     WHERE a.id = ?1",
                    [id],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .optional()
            })?
            .ok_or(Error::NoAttachment)?;
        read_file(&self.layout, &address, &Secret(key.ok_or(Error::Erased)?))
    }

    /// Attachments of a stream in the order they were added, without those removed.
    pub fn attachments(&self, stream: &str) -> Result<Vec<Attachment>> {
        self.read(Step::ReadProjection, |db| {
            let mut read = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM attachment WHERE stream = ?1 AND removed = 0 ORDER BY added_at, id"
            ))?;
            read.query_map([stream], row)?.collect()
        })
    }

    /// Attachments of one person, those removed from sight included.
    pub fn attachments_of(&self, subject: SubjectId) -> Result<Vec<Attachment>> {
        self.read(Step::ReadProjection, |db| {
            let mut read = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM attachment WHERE subject = ?1 ORDER BY added_at, id"
            ))?;
            read.query_map([subject], row)?.collect()
        })
    }

    pub fn find_attachment(&self, id: AttachmentId) -> Result<Option<Attachment>> {
        self.read(Step::ReadProjection, |db| {
            db.query_row(&format!("SELECT {COLUMNS} FROM attachment WHERE id = ?1"), [id], row).optional()
        })
    }

    /// Removes encrypted files that belong to nothing: left by an import that was cut short.
    pub fn sweep_attachments(&self) -> Result<u32> {
        let _alone = lock(&self.upkeep);
        let _writing = lock(&self.writer);
        let mut removed = 0;
        for path in files(&self.layout)? {
            let known = match address_of(&path) {
                Some(address) => self.read(Step::ReadAttachment, |db| {
                    db.query_row(
                        "SELECT EXISTS(SELECT 1 FROM attachment_key WHERE address = ?1)",
                        [address],
                        |row| row.get::<_, bool>(0),
                    )
                })?,
                None => false,
            };
            if !known {
                disk::remove_if_there(&path).map_err(Error::file(Step::RemoveAttachment, &path))?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}

const COLUMNS: &str =
    "id, stream, kind, name, media, pages, subject, sha256, bytes, added_at, added_by, removed, address";

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Attachment> {
    Ok(Attachment {
        what: NewAttachment {
            id: row.get(0)?,
            stream: row.get(1)?,
            kind: row.get(2)?,
            name: row.get(3)?,
            media: row.get(4)?,
            pages: row.get(5)?,
            subject: row.get(6)?,
        },
        sha256: row.get(7)?,
        bytes: row.get::<_, i64>(8)? as u64,
        added_at: DateTime::from_timestamp_millis(row.get(9)?).unwrap_or_default(),
        added_by: row.get(10)?,
        removed: row.get(11)?,
        address: row.get(12)?,
    })
}

impl Tx<'_> {
    /// Makes a stored file part of a stream. The fact itself is an event of the caller, holding the id, the
    /// hash and what is needed to make this row again.
    pub fn attach(&mut self, stored: &Stored, what: &NewAttachment) -> Result<()> {
        self.db
            .execute(
                "INSERT INTO attachment_key(address, key, sha256, bytes) VALUES(?1, ?2, ?3, ?4)
                 ON CONFLICT(address) DO NOTHING",
                (stored.address, stored.key.0, stored.sha256, stored.bytes as i64),
            )
            .map_err(Error::sql(Step::WriteProjection))?;
        self.put_attachment_row(&stored.address, &stored.sha256, stored.bytes, what, self.actor, self.at)
    }

    /// Makes the row of an attachment again from what its event says; for rebuilding. False when the file's
    /// key was destroyed.
    pub fn attach_again(
        &mut self,
        sha256: &[u8; 32],
        what: &NewAttachment,
        by: UserId,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let address = name_key(&self.db)?.mac(&[b"attachment", sha256]);
        let bytes: Option<i64> = self
            .db
            .prepare_cached("SELECT bytes FROM attachment_key WHERE address = ?1")
            .and_then(|mut read| read.query_row([address], |row| row.get(0)).optional())
            .map_err(Error::sql(Step::ReadAttachment))?;
        match bytes {
            Some(bytes) => {
                self.put_attachment_row(&address, sha256, bytes as u64, what, by, at)?;
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// Takes an attachment out of sight; its file stays, because the journal speaks of it.
    pub fn remove_attachment(&mut self, id: AttachmentId) -> Result<()> {
        let stream: Option<String> = self
            .db
            .query_row("UPDATE attachment SET removed = 1 WHERE id = ?1 RETURNING stream", [id], |row| {
                row.get(0)
            })
            .optional()
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Attachments(stream.ok_or(Error::NoAttachment)?));
        Ok(())
    }

    fn put_attachment_row(
        &mut self,
        address: &[u8; 32],
        sha256: &[u8; 32],
        bytes: u64,
        what: &NewAttachment,
        by: UserId,
        at: DateTime<Utc>,
    ) -> Result<()> {
        // The rows of a case are made again with every fact of it: one that says the same already is left alone,
        // or each decision would write its copies anew, in four places of the file each.
        const VALUES: &str =
            "stream, kind, name, media, pages, subject, sha256, bytes, added_at, added_by, removed, address";
        let new: Vec<String> = VALUES.split(", ").map(|column| format!("excluded.{column}")).collect();
        let put = format!(
            "INSERT INTO attachment(id, {VALUES}) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, ?12)
             ON CONFLICT(id) DO UPDATE SET ({VALUES}) = ({new}) WHERE ({VALUES}) IS NOT ({new})",
            new = new.join(", ")
        );
        self.db
            .prepare_cached(&put)
            .and_then(|mut put| {
                put.execute(rusqlite::params![
                    what.id,
                    what.stream,
                    what.kind,
                    what.name,
                    what.media,
                    what.pages,
                    what.subject,
                    sha256,
                    bytes as i64,
                    at.timestamp_millis(),
                    by,
                    address,
                ])
            })
            .map_err(Error::sql(Step::WriteProjection))?;
        self.touch(Topic::Attachments(what.stream.clone()));
        Ok(())
    }
}

fn name_key(db: &Connection) -> Result<Secret> {
    let key = get_meta(db, "attachment_names")?.and_then(|key| <[u8; 32]>::try_from(key).ok());
    key.map(Secret).ok_or(Error::Damaged { step: Step::ReadAttachment, source: None })
}

/// Where a file lies: two letters of folder, so that no folder grows too large.
pub(crate) fn path_of(layout: &Layout, address: &[u8; 32]) -> PathBuf {
    let name = seal::hex(address);
    let (folder, _) = name.split_at(2);
    layout.attachments().join(folder).join(&name)
}

fn address_of(path: &std::path::Path) -> Option<[u8; 32]> {
    let name = path.file_name()?.to_str()?;
    seal::unhex(name).and_then(|bytes| bytes.try_into().ok())
}

/// Every file under the folder of attachments.
pub(crate) fn files(layout: &Layout) -> Result<Vec<PathBuf>> {
    let root = layout.attachments();
    let failed = |error| Error::file(Step::ReadAttachment, &root)(error);
    let mut all = Vec::new();
    if !root.exists() {
        return Ok(all);
    }
    for folder in std::fs::read_dir(&root).map_err(failed)? {
        let folder = folder.map_err(failed)?.path();
        if folder.is_dir() {
            for file in std::fs::read_dir(&folder).map_err(failed)? {
                all.push(file.map_err(failed)?.path());
            }
        }
    }
    all.sort();
    Ok(all)
}

/// Bytes of these files together.
pub(crate) fn bytes_of(files: &[PathBuf]) -> u64 {
    files.iter().filter_map(|file| std::fs::metadata(file).ok()).map(|meta| meta.len()).sum()
}

pub(crate) fn read_file(layout: &Layout, address: &[u8; 32], key: &Secret) -> Result<Vec<u8>> {
    let path = path_of(layout, address);
    let limit = BYTES_MAX + BYTES_MAX / 1024;
    let sealed = match disk::read_limited(&path, limit) {
        Ok(sealed) => sealed,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(Error::NoAttachment),
        Err(error) => return Err(Error::file(Step::ReadAttachment, &path)(error)),
    };
    decrypt(key, address, &sealed).ok_or(Error::AttachmentDamaged)
}

/// Length of what [`encrypt`] makes of so many bytes.
fn sealed_bytes(content: usize) -> u64 {
    (TITLE.len() + 19 + content + content.div_ceil(CHUNK).max(1) * TAG) as u64
}

/// Header: title, 19 random bytes. Chunk n: nonce = those bytes, n, 1 for the last one.
pub(crate) fn encrypt(key: &Secret, address: &[u8], content: &[u8]) -> Result<Vec<u8>> {
    let prefix = random::<19>()?;
    let mut sealed = Vec::with_capacity(content.len() + content.len() / CHUNK * TAG + 64);
    sealed.extend_from_slice(TITLE);
    sealed.extend_from_slice(&prefix);
    let count = content.len().div_ceil(CHUNK).max(1);
    for number in 0..count {
        let from = number * CHUNK;
        let chunk = content.get(from..content.len().min(from + CHUNK)).unwrap_or_default();
        let nonce = nonce_of(&prefix, number, number + 1 == count);
        sealed.extend_from_slice(&seal::seal_with(key, &nonce, address, chunk));
    }
    Ok(sealed)
}

pub(crate) fn decrypt(key: &Secret, address: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let rest = sealed.strip_prefix(TITLE.as_slice())?;
    let (prefix, rest) = rest.split_first_chunk::<19>()?;
    let count = rest.len().div_ceil(CHUNK + TAG).max(1);
    let mut content = Vec::with_capacity(rest.len());
    for (number, chunk) in rest.chunks(CHUNK + TAG).enumerate() {
        let nonce = nonce_of(prefix, number, number + 1 == count);
        content.extend_from_slice(&seal::open_with(key, &nonce, address, chunk)?);
    }
    // Even an empty content has one chunk, with its tag.
    (!rest.is_empty()).then_some(content)
}

fn nonce_of(prefix: &[u8; 19], number: usize, last: bool) -> [u8; 24] {
    let mut nonce = [0u8; 24];
    let number = u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
    for (place, byte) in nonce.iter_mut().zip(prefix.iter().chain(&number).chain(&[u8::from(last)])) {
        *place = *byte;
    }
    nonce
}

/// Writes a file that is not part of the vault (an export), synced.
pub(crate) fn write_outside(path: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = disk::create_private(path, OpenOptions::new().write(true).create_new(true))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    if written.is_err() {
        // Half a file would be taken for a whole one.
        let _ = disk::remove_if_there(path);
    }
    written.and_then(|()| disk::sync_folder_of(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::CaseId;
    use crate::keys::{Cost, NewUser};
    use crate::open::Setup;
    use crate::room::Room;
    use crate::write::Op;

    const NOW: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_424_000_000_000_000);

    #[test]
    fn a_row_made_again_is_written_only_when_it_says_something_else() {
        let folder = tempfile::tempdir().unwrap();
        let admin = UserId::new(NOW).unwrap();
        let first = NewUser::new(admin, "admin", "phrase");
        let setup = Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW };
        let (store, _) = Store::create(&folder.path().join("vault"), setup).unwrap();
        let stored = store.put_attachment(b"a page").unwrap();
        let what = NewAttachment {
            id: AttachmentId::new(NOW).unwrap(),
            stream: CaseId::new(NOW).unwrap().stream(),
            kind: "diploma".into(),
            name: "one.pdf".into(),
            media: "application/pdf".into(),
            pages: None,
            subject: None,
        };
        let (day, edition) = (NOW.date_naive(), "B");
        let op = || Op { name: "test", actor: admin, at: NOW, civil_date: day, edition, command: None };
        store.write(op(), |tx| tx.attach(&stored, &what)).unwrap();
        // How many rows it writes, once for each of these names and page counts.
        let again = |name: &str, pages| {
            let what = NewAttachment { name: name.into(), pages, ..what.clone() };
            let written = store.write(op(), |tx| {
                let before = tx.db.total_changes();
                assert!(tx.attach_again(&stored.sha256, &what, admin, NOW)?, "its key is there");
                Ok::<u64, Error>(tx.db.total_changes() - before)
            });
            written.unwrap().value().unwrap()
        };
        assert_eq!(again("one.pdf", None), 0, "it says the same");
        assert_eq!(again("two.pdf", None), 1, "another name");
        assert_eq!(again("two.pdf", Some(3)), 1, "pages where none were told");
        assert_eq!(again("two.pdf", Some(3)), 0, "the same again");
        let kept = store.find_attachment(what.id).unwrap().unwrap();
        assert_eq!((kept.what.name.as_str(), kept.what.pages), ("two.pdf", Some(3)), "what was told last");
    }
}
