//! The salvage copy of the outbox: commands since the last backup, outside of the database, encrypted, only
//! ever appended to. When the database breaks, work that no backup and no centre has is read back from here.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::disk::{self, KeptOpen};
use crate::error::{Error, Result, Step};
use crate::ids::random;
use crate::keys::{Secret, seal};

pub(crate) const TITLE: &[u8; 8] = b"TANUOUT1";
const HEADER: usize = 8 + 16;
const BYTES_MAX: u64 = 1024 * 1024 * 1024;
const RECORD_BYTES_MAX: usize = 64 * 1024 * 1024;

pub(crate) struct Salvage {
    file: KeptOpen,
    id: [u8; 16],
    records: u64,
    end: u64,
    torn: bool,
}

/// What was read back.
pub(crate) struct Salvaged {
    pub(crate) records: Vec<Vec<u8>>,
    /// Bytes after the last good record: a torn tail after a power cut, or damage.
    pub(crate) unread_bytes: u64,
}

impl Salvage {
    pub(crate) fn create(path: &Path, key: &Secret) -> Result<Salvage> {
        let mut bytes = TITLE.to_vec();
        bytes.extend_from_slice(&random::<16>()?);
        disk::replace(path, &bytes).map_err(Error::file(Step::WriteSalvage, path))?;
        Self::open(path, &[key]).map(|(salvage, _)| salvage)
    }

    /// Opens for appending, after the last good record. Says which key opened it, and what could not be read
    /// is first set aside under another name.
    pub(crate) fn open(path: &Path, keys: &[&Secret]) -> Result<(Salvage, usize)> {
        let read = |error| Error::file(Step::ReadSalvage, path)(error);
        let bytes = match disk::read_limited(path, BYTES_MAX) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let Some(key) = keys.first() else { return Err(Error::NoVault) };
                return Ok((Self::create(path, key)?, 0));
            }
            Err(error) => return Err(read(error)),
        };
        let Some((id, body)) = header(&bytes) else {
            let Some(key) = keys.first() else { return Err(Error::NoVault) };
            set_aside(path, &bytes)?;
            return Ok((Salvage { torn: true, ..Self::create(path, key)? }, 0));
        };
        let (which, records, good) = best_key(&id, body, keys);
        let end = (HEADER + good) as u64;
        let torn = end < bytes.len() as u64;
        if torn {
            set_aside(path, &bytes)?;
        }
        let mut file = KeptOpen::open(path).map_err(read)?;
        file.file().and_then(|file| file.set_len(end)).map_err(Error::file(Step::WriteSalvage, path))?;
        let records = records.len() as u64;
        Ok((Salvage { file, id, records, end, torn }, which))
    }

    /// Reads everything that can be read, without changing the file.
    pub(crate) fn read(path: &Path, keys: &[&Secret]) -> Result<Salvaged> {
        let bytes = match disk::read_limited(path, BYTES_MAX) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Salvaged { records: Vec::new(), unread_bytes: 0 });
            }
            Err(error) => return Err(Error::file(Step::ReadSalvage, path)(error)),
        };
        Ok(Self::parse(&bytes, keys))
    }

    pub(crate) fn parse(bytes: &[u8], keys: &[&Secret]) -> Salvaged {
        let Some((id, body)) = header(bytes) else {
            return Salvaged { records: Vec::new(), unread_bytes: bytes.len() as u64 };
        };
        let (_, records, good) = best_key(&id, body, keys);
        Salvaged { records, unread_bytes: (body.len() - good) as u64 }
    }

    /// Appends and waits for the disk; returns where the file ended before.
    pub(crate) fn append(&mut self, key: &Secret, record: &[u8]) -> Result<u64> {
        let before = self.end;
        let sealed = seal::seal(key, &aad(&self.id, self.records), record)?;
        let length = u32::try_from(sealed.len())
            .map_err(|_| Error::TooLarge { what: "a command", limit: RECORD_BYTES_MAX as u64 })?;
        let mut bytes = length.to_le_bytes().to_vec();
        bytes.extend_from_slice(&sealed);
        if let Err(error) = self.write(before, &bytes) {
            self.cut(before);
            return Err(Error::file(Step::WriteSalvage, self.file.path())(error));
        }
        self.end = before + bytes.len() as u64;
        self.records += 1;
        Ok(before)
    }

    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        let was_open = self.file.is_open();
        let file = self.file.file()?;
        if !was_open && !begins_with(file, &self.id)? {
            self.file.let_go();
            return Err(io::Error::new(io::ErrorKind::InvalidData, "another file lies in its place"));
        }
        file.seek(SeekFrom::Start(at))?;
        file.write_all(bytes)?;
        file.sync_data()
    }

    /// Before another file is put in its place.
    pub(crate) fn let_go(&mut self) {
        self.file.let_go();
    }

    /// Takes back the last record, because its commit failed.
    pub(crate) fn undo(&mut self, before: u64) {
        if self.end > before {
            self.cut(before);
            self.end = before;
            self.records = self.records.saturating_sub(1);
        }
    }

    /// Puts a file with only these records in its place, whole or not at all.
    pub(crate) fn rewrite(path: &Path, key: &Secret, records: &[Vec<u8>]) -> Result<Salvage> {
        let id = random::<16>()?;
        let mut bytes = TITLE.to_vec();
        bytes.extend_from_slice(&id);
        for (index, record) in (0u64..).zip(records) {
            let sealed = seal::seal(key, &aad(&id, index), record)?;
            bytes.extend_from_slice(&u32::try_from(sealed.len()).unwrap_or(u32::MAX).to_le_bytes());
            bytes.extend_from_slice(&sealed);
        }
        disk::replace(path, &bytes).map_err(Error::file(Step::WriteSalvage, path))?;
        Self::open(path, &[key]).map(|(salvage, _)| salvage)
    }

    /// True when something at the end could not be read at opening; it lies beside under another name.
    pub(crate) fn torn(&self) -> bool {
        self.torn
    }

    /// Best effort: when even this fails the tail is one command more, which its id makes harmless.
    fn cut(&mut self, to: u64) {
        if self.file.is_open() {
            let _ = self.file.file().and_then(|file| file.set_len(to));
        }
    }
}

fn begins_with(file: &mut (impl Read + Seek), id: &[u8; 16]) -> io::Result<bool> {
    let mut bytes = [0; HEADER];
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut bytes)?;
    Ok(header(&bytes).is_some_and(|(found, _)| found == *id))
}

fn header(bytes: &[u8]) -> Option<([u8; 16], &[u8])> {
    let rest = bytes.strip_prefix(TITLE.as_slice())?;
    let (id, body) = rest.split_first_chunk::<16>()?;
    Some((*id, body))
}

pub(crate) fn aad(id: &[u8; 16], index: u64) -> Vec<u8> {
    let mut aad = id.to_vec();
    aad.extend_from_slice(&index.to_le_bytes());
    aad
}

/// The records, and how many bytes of the body they take, under the key that reads most.
fn best_key(id: &[u8; 16], body: &[u8], keys: &[&Secret]) -> (usize, Vec<Vec<u8>>, usize) {
    let mut best = (0, Vec::new(), 0);
    for (which, key) in keys.iter().enumerate() {
        let (records, good) = read_records(id, body, key);
        if good > best.2 {
            best = (which, records, good);
        }
    }
    best
}

fn read_records(id: &[u8; 16], body: &[u8], key: &Secret) -> (Vec<Vec<u8>>, usize) {
    let mut records = Vec::new();
    let mut good = 0;
    let mut rest = body;
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = u32::from_le_bytes(*length) as usize;
        if length > RECORD_BYTES_MAX {
            break;
        }
        let Some((sealed, next)) = after.split_at_checked(length) else { break };
        let Some(record) = seal::open(key, &aad(id, records.len() as u64), sealed) else { break };
        records.push(record);
        good += 4 + length;
        rest = next;
    }
    (records, good)
}

/// Nothing is thrown away: what cannot be read lies beside under another name.
fn set_aside(path: &Path, bytes: &[u8]) -> Result<()> {
    for number in 1u32..1000 {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".unread-{number}"));
        let aside = PathBuf::from(name);
        if !aside.exists() {
            return disk::replace(&aside, bytes).map_err(Error::file(Step::WriteSalvage, &aside));
        }
    }
    Ok(())
}
