//! Every reader of what lies on the disk, reached by bytes alone: for the test of mutations beside it and for
//! the fuzz targets. No part of a program.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a broken promise has to end the test or the fuzzer")]

pub mod database;
#[cfg(test)]
mod hostile;
mod mutation;
mod sample;
#[cfg(test)]
mod tests;

pub use mutation::Mutator;

use std::io::Cursor;

use chrono::{DateTime, Utc};

use crate::anchor;
use crate::attachments;
use crate::backup::Manifest;
use crate::error::Error;
use crate::export;
use crate::keys::{Attempts, Cost, Credential, KeyFile, RecoveryCode, Secret};
use crate::salvage::Salvage;
use crate::write::SalvageRecord;

const NOW: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_424_000_000_000_000);
const LOGIN: &str = "әлия.test";
const PASSWORD: &str = "a long enough phrase";
/// The one key of all samples.
const KEY: Secret = Secret([7; 32]);
const ADDRESS: [u8; 32] = [9; 32];

/// A kind of file, and the code that reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    KeyFile,
    Attempts,
    Anchor,
    Salvage,
    Attachment,
    Manifest,
    Export,
    RecoveryCode,
}

impl Reader {
    pub const ALL: [Reader; 8] = [
        Reader::KeyFile,
        Reader::Attempts,
        Reader::Anchor,
        Reader::Salvage,
        Reader::Attachment,
        Reader::Manifest,
        Reader::Export,
        Reader::RecoveryCode,
    ];

    /// A right file of this kind.
    pub fn sample(self) -> Vec<u8> {
        self.sealed(&self.inside())
    }

    /// What the seal of such a file is made over.
    pub fn inside(self) -> Vec<u8> {
        sample::inside(self)
    }

    /// A file with anything inside and every sum, MAC and lock as it should be: what somebody who has the keys
    /// could lay there.
    pub fn sealed(self, inside: &[u8]) -> Vec<u8> {
        sample::sealed(self, inside)
    }

    /// True when nobody without the keys can make another file that is believed.
    pub fn is_proved(self) -> bool {
        match self {
            Reader::KeyFile
            | Reader::Anchor
            | Reader::Salvage
            | Reader::Attachment
            | Reader::Manifest
            | Reader::Export => true,
            Reader::Attempts | Reader::RecoveryCode => false,
        }
    }

    /// Reads as the program does, and gives what it believes: one entry for each proved part, none where the
    /// file is refused.
    ///
    /// # Panics
    /// What was read breaks a promise of its reader.
    pub fn read(self, bytes: &[u8]) -> Vec<Vec<u8>> {
        match self {
            Reader::KeyFile => read_key_file(bytes),
            Reader::Attempts => read_attempts(bytes),
            Reader::Anchor => {
                let places = anchor::read_places(Cursor::new(bytes)).unwrap();
                let found = anchor::newest(&places, &[&KEY]);
                found.map(|(turn, head, _, _)| anchor::encode(&KEY, turn, &head)).into_iter().collect()
            }
            Reader::Salvage => read_salvage(bytes),
            Reader::Attachment => attachments::decrypt(&KEY, &ADDRESS, bytes).into_iter().collect(),
            Reader::Manifest => read_manifest(bytes),
            Reader::Export => read_export(bytes),
            Reader::RecoveryCode => read_recovery_code(bytes),
        }
    }
}

fn read_key_file(bytes: &[u8]) -> Vec<Vec<u8>> {
    let (file, body, _) = match KeyFile::parse(bytes) {
        Ok(read) => read,
        Err(Error::KeyFileDamaged { .. } | Error::NewerKeyFile { .. }) => return Vec::new(),
        Err(other) => panic!("a key file is damaged or newer, not {other:?}"),
    };
    let mut believed = Vec::new();
    let credentials = [Credential::password(LOGIN, PASSWORD), Credential::Recovery(sample::code())];
    for credential in credentials {
        // What a slot may ask for is limited; the fuzzer has no time for the dearest allowed.
        if !file.is_cheap() {
            continue;
        }
        match file.unlock(bytes, &credential) {
            Ok(Some(opened)) => {
                let ring = crate::keys::KeyRing::from_opened(file.clone(), opened);
                let _ = ring.previous();
                believed = vec![body.as_bytes().to_vec()];
            }
            Ok(None) | Err(Error::KeyFileForged { .. } | Error::Derivation { .. }) => {}
            Err(other) => panic!("a slot is forged or not opened, not {other:?}"),
        }
    }
    believed
}

fn read_attempts(bytes: &[u8]) -> Vec<Vec<u8>> {
    let (attempts, _) = Attempts::parse(bytes, NOW);
    for tag in ["*", "recovery", "anybody"] {
        let left = attempts.left(tag, NOW);
        assert!(left <= 60, "nobody is locked out for longer than a minute: {left} s");
        let later = attempts.left(tag, NOW + chrono::TimeDelta::seconds(61));
        assert_eq!(later, 0, "after a minute everybody may try again");
    }
    let kept = serde_json::to_vec(&attempts).unwrap();
    let (again, repaired) = Attempts::parse(&kept, NOW);
    assert!(!repaired, "what was put right stays right");
    assert_eq!(serde_json::to_vec(&again).unwrap(), kept, "what is kept is read back");
    vec![kept]
}

fn read_salvage(bytes: &[u8]) -> Vec<Vec<u8>> {
    let read = Salvage::parse(bytes, &[&Secret([1; 32]), &KEY]);
    let taken: usize = read.records.iter().map(|record| record.len() + 44).sum();
    assert!(taken as u64 + read.unread_bytes <= bytes.len() as u64, "no byte is counted twice");
    for record in &read.records {
        if let Ok(record) = serde_json::from_slice::<SalvageRecord>(record) {
            let _ = crate::backup::SalvagedCommand::from(record);
        }
    }
    read.records
}

fn read_manifest(bytes: &[u8]) -> Vec<Vec<u8>> {
    let (manifest, proof) = match Manifest::parse(bytes) {
        Ok(read) => read,
        Err(Error::BackupDamaged { .. }) => return Vec::new(),
        Err(other) => panic!("a manifest is damaged, not {other:?}"),
    };
    let folder = std::path::Path::new("backups/one");
    let told = manifest.describe(folder.to_owned());
    assert!(told.attachments == manifest.attachments.len() as u64, "every attachment is counted");
    for item in manifest.attachments.iter().chain([&manifest.database, &manifest.keys]) {
        if let Ok(path) = item.path_in(folder) {
            let inside = path.strip_prefix(folder).unwrap_or_else(|_| panic!("{path:?} leads out"));
            let plain = |part| matches!(part, std::path::Component::Normal(_));
            assert!(inside.components().all(plain), "{path:?} leads out of its folder");
        }
    }
    if proof.holds(&KEY) { vec![serde_json::to_vec(&manifest).unwrap()] } else { Vec::new() }
}

fn read_export(bytes: &[u8]) -> Vec<Vec<u8>> {
    let plain = match export::unseal(bytes, PASSWORD) {
        Ok(plain) => plain,
        Err(Error::Unreadable { .. } | Error::WrongPassphrase | Error::Derivation { .. }) => {
            return Vec::new();
        }
        Err(other) => panic!("an export is unreadable or closed, not {other:?}"),
    };
    let (about, files) = match export::unpack(&plain) {
        Ok(read) => read,
        Err(Error::Unreadable { .. }) => return Vec::new(),
        Err(other) => panic!("an export is unreadable, not {other:?}"),
    };
    let held: usize = files.iter().map(Vec::len).sum();
    assert!(held <= plain.len(), "no file is larger than what it was read from");
    let listed = about.get("attachments").and_then(|all| all.as_array()).into_iter().flatten();
    for name in listed.filter_map(|one| one.get("file")?.as_str()) {
        let name = export::safe_name(name);
        assert!(!name.is_empty() && !name.starts_with('.'), "{name:?} is a name");
        assert!(!name.eq_ignore_ascii_case("con"), "{name:?} is a device");
        assert!(!name.contains(['/', '\\', ':', '\0', '\n']), "{name:?} leads out of its folder");
    }
    vec![plain]
}

fn read_recovery_code(bytes: &[u8]) -> Vec<Vec<u8>> {
    match RecoveryCode::parse(&String::from_utf8_lossy(bytes)) {
        Ok(code) => {
            let card = code.to_card();
            assert!(RecoveryCode::parse(&card).unwrap() == code, "a card is read as what it says");
            vec![card.into_bytes()]
        }
        Err(Error::RecoveryCodeMistyped { group, .. }) => {
            assert!((1..=8).contains(&group), "the wrong group is one of eight: {group}");
            Vec::new()
        }
        Err(other) => panic!("a code is mistyped, not {other:?}"),
    }
}

/// The cost of every sample.
fn cost() -> Cost {
    Cost::weak_for_tests()
}
