//! The anchor: the last journal number that was called saved, in a small synced file beside the database.
//!
//! SQLite takes a damaged write-ahead log for its end and silently drops what follows; the integrity check and
//! the chain then see nothing wrong. Only a witness outside of the database does. Two places are written in
//! turn, so that a torn write spares the other.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use crate::disk::{self, KeptOpen};
use crate::error::{Error, Result, Step};
use crate::keys::{Secret, seal};

pub(crate) const PLACE_BYTES: u64 = 4096;
const TITLE: &[u8; 8] = b"TANUHEAD";
pub(crate) const PLAIN: usize = 8 + 4 + 8 + 8 + 8 + 32;

/// What the anchor promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    /// Schema of the database, readable without the key: an older program stops here.
    pub(crate) schema: u32,
    /// Epoch of the key file, so that an old key file put back is noticed.
    pub(crate) epoch: u64,
    /// Last journal number that was called saved, and its hash.
    pub(crate) seq: u64,
    pub(crate) hash: [u8; 32],
}

pub(crate) struct Anchor {
    file: KeptOpen,
    turn: u64,
    head: Head,
    torn: bool,
}

impl Anchor {
    /// Writes a fresh anchor whole, both places, and puts it under its name at once.
    pub(crate) fn create(path: &Path, key: &Secret, head: Head) -> Result<Anchor> {
        let mut bytes = vec![0u8; 2 * PLACE_BYTES as usize];
        for turn in [1u64, 2] {
            let at = place_of(turn) as usize;
            let place = encode(key, turn, &head);
            if let Some(target) = bytes.get_mut(at..at + place.len()) {
                target.copy_from_slice(&place);
            }
        }
        disk::replace(path, &bytes).map_err(Error::file(Step::WriteAnchor, path))?;
        Self::open(path, &[key]).map(|(anchor, _)| anchor)
    }

    /// Opens the anchor with the first key that fits; says which it was.
    pub(crate) fn open(path: &Path, keys: &[&Secret]) -> Result<(Anchor, usize)> {
        let io = |error| Error::file(Step::ReadAnchor, path)(error);
        let mut file = match KeptOpen::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(Error::AnchorLost),
            Err(error) => return Err(io(error)),
        };
        let places = file.file().and_then(read_places).map_err(io)?;
        let (turn, head, torn, index) = newest(&places, keys).ok_or(Error::AnchorLost)?;
        Ok((Anchor { file, turn, head, torn }, index))
    }

    /// The schema written in the anchor, without a key and so without proof: only good for refusing.
    pub(crate) fn schema_claimed(path: &Path) -> Option<u32> {
        let file = File::open(path).ok()?;
        let places = read_places(&file).ok()?;
        let schema = |place: &[u8; PLAIN + 32]| {
            let rest = place.strip_prefix(TITLE)?;
            rest.first_chunk::<4>().map(|bytes| u32::from_le_bytes(*bytes))
        };
        places.iter().filter_map(schema).max()
    }

    pub(crate) fn head(&self) -> Head {
        self.head
    }

    /// True when one of the two places cannot be read: torn by a power cut, or changed.
    pub(crate) fn torn(&self) -> bool {
        self.torn
    }

    /// Before a fresh anchor is put in its place.
    pub(crate) fn let_go(&mut self) {
        self.file.let_go();
    }

    /// Moves the anchor; returns when the disk has it.
    pub(crate) fn set(&mut self, key: &Secret, head: Head) -> Result<()> {
        let turn = self.turn.saturating_add(1);
        let place = encode(key, turn, &head);
        let mut write = || {
            let file = self.file.file()?;
            file.seek(SeekFrom::Start(place_of(turn)))?;
            file.write_all(&place)?;
            file.sync_data()
        };
        write().map_err(|error| Error::file(Step::WriteAnchor, self.file.path())(error))?;
        // After a second write both places are new.
        self.torn = self.torn && self.turn.is_multiple_of(2) == turn.is_multiple_of(2);
        self.turn = turn;
        self.head = head;
        Ok(())
    }
}

fn place_of(turn: u64) -> u64 {
    (turn % 2) * PLACE_BYTES
}

/// The newer of the two places, whether the other is torn, and which key fits.
pub(crate) fn newest(places: &Places, keys: &[&Secret]) -> Option<(u64, Head, bool, usize)> {
    keys.iter().enumerate().find_map(|(index, key)| {
        let good: Vec<(u64, Head)> = places.iter().filter_map(|place| decode(key, place)).collect();
        let torn = good.len() < places.len();
        good.into_iter().max_by_key(|(turn, _)| *turn).map(|(turn, head)| (turn, head, torn, index))
    })
}

/// Both places as they lie on the disk.
pub(crate) type Places = [[u8; PLAIN + 32]; 2];

pub(crate) fn read_places(mut file: impl Read + Seek) -> std::io::Result<Places> {
    let mut places = [[0u8; PLAIN + 32]; 2];
    for (index, place) in places.iter_mut().enumerate() {
        file.seek(SeekFrom::Start(index as u64 * PLACE_BYTES))?;
        // A file cut short leaves zeros, which no key takes for good.
        let mut filled = 0;
        while let Some(rest) = place.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match file.read(rest)? {
                0 => break,
                read => filled += read,
            }
        }
    }
    Ok(places)
}

pub(crate) fn encode(key: &Secret, turn: u64, head: &Head) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(PLAIN + 32);
    bytes.extend_from_slice(TITLE);
    bytes.extend_from_slice(&head.schema.to_le_bytes());
    bytes.extend_from_slice(&turn.to_le_bytes());
    bytes.extend_from_slice(&head.epoch.to_le_bytes());
    bytes.extend_from_slice(&head.seq.to_le_bytes());
    bytes.extend_from_slice(&head.hash);
    let mac = key.mac(&[&bytes]);
    bytes.extend_from_slice(&mac);
    bytes
}

fn decode(key: &Secret, place: &[u8; PLAIN + 32]) -> Option<(u64, Head)> {
    let (plain, mac) = place.split_at(PLAIN);
    if !seal::same(&key.mac(&[plain]), mac) {
        return None;
    }
    let rest = plain.strip_prefix(TITLE)?;
    let (schema, rest) = rest.split_first_chunk::<4>()?;
    let (turn, rest) = rest.split_first_chunk::<8>()?;
    let (epoch, rest) = rest.split_first_chunk::<8>()?;
    let (seq, rest) = rest.split_first_chunk::<8>()?;
    let hash = <[u8; 32]>::try_from(rest).ok()?;
    let number = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
    let head = Head { schema: u32::from_le_bytes(*schema), epoch: number(epoch), seq: number(seq), hash };
    Some((number(turn), head))
}
