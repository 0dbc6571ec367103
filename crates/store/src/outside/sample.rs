//! A right file of each kind, and the seal of each kind over anything.

use super::{ADDRESS, KEY, LOGIN, NOW, PASSWORD, Reader, cost};
use crate::anchor::{self, Head};
use crate::attachments;
use crate::export;
use crate::ids::UserId;
use crate::keys::seal::{self, hex, sha256};
use crate::keys::{Cost, KeyFile, KeyRing, NewUser, RecoveryCode};
#[cfg(test)]
use crate::layout::Layout;
use crate::replica::NewCommand;
use crate::salvage;
use crate::write::SalvageRecord;

/// The code on the card of the sample vault.
pub(super) fn code() -> RecoveryCode {
    vault().1.clone()
}

/// One vault for all samples: two people, a card, a key before the last one.
fn vault() -> &'static (KeyRing, RecoveryCode) {
    static VAULT: std::sync::OnceLock<(KeyRing, RecoveryCode)> = std::sync::OnceLock::new();
    VAULT.get_or_init(|| {
        let user = |number| UserId(uuid::Uuid::from_u128(number));
        let cost: Cost = cost();
        let (mut ring, code) = KeyRing::create(&NewUser::new(user(1), LOGIN, PASSWORD), cost).unwrap();
        ring.add_user(&NewUser::new(user(2), "second", "another long phrase"), cost).unwrap();
        (ring.rekeyed().unwrap(), code)
    })
}

pub(super) fn inside(reader: Reader) -> Vec<u8> {
    match reader {
        Reader::KeyFile => serde_json::to_vec(&vault().0.file).unwrap(),
        Reader::Attempts => {
            let folder = r#"{"0f":{"count":3,"last":"2026-03-02T03:59:00Z"},"recovery":{"count":1,"last":"2026-03-02T04:00:00Z"}}"#;
            folder.as_bytes().to_vec()
        }
        Reader::Anchor => {
            let head = Head { schema: crate::migrate::LATEST, epoch: 3, seq: 14, hash: [5; 32] };
            let mut plain = anchor::encode(&KEY, 8, &head);
            plain.truncate(anchor::PLAIN);
            plain
        }
        Reader::Salvage => {
            let command = NewCommand::new(NOW, "receive_application", 1, br#"{"case":1}"#).unwrap();
            let record = SalvageRecord {
                name: "receive".into(),
                actor: UserId(uuid::Uuid::from_u128(1)),
                at: NOW,
                civil_date: NOW.date_naive(),
                edition: "B".into(),
                command,
            };
            serde_json::to_vec(&record).unwrap()
        }
        // Three chunks, the last one short.
        Reader::Attachment => (0..150_000u32).map(|at| (at % 251) as u8).collect(),
        Reader::Manifest => {
            let item =
                |name: &str| serde_json::json!({ "name": name, "bytes": 4096, "sha256": hex(&[3; 32]) });
            let manifest = serde_json::json!({
                "format": 1, "vault": uuid::Uuid::from_u128(5), "epoch": 2, "schema": crate::migrate::LATEST, "made_at": NOW,
                "reason": "on_demand", "last_seq": 14, "last_hash": hex(&[5; 32]),
                "database": item("store.db"), "keys": item("keys.tanu"),
                "attachments": [item("attachments/ab/abcd"), item("attachments/cd/cdef")],
                "about": { "label": "КЦ-1", "cases": 2 },
            });
            serde_json::to_vec(&manifest).unwrap()
        }
        Reader::Export => {
            let about = serde_json::json!({
                "subject": uuid::Uuid::from_u128(9), "cases": [], "events": [{ "seq": 1 }],
                "attachments": [{ "file": "1-diploma.pdf" }, { "file": "2-form.pdf" }],
            });
            export::pack(&about, &[b"%PDF-1.7 one".to_vec(), b"%PDF-1.7 two".to_vec()]).unwrap()
        }
        Reader::RecoveryCode => code().to_card().into_bytes(),
    }
}

pub(super) fn sealed(reader: Reader, inside: &[u8]) -> Vec<u8> {
    match reader {
        Reader::KeyFile => {
            let title = b"tanu keys 1";
            let vault_key = &vault().0.vault_key;
            let id = vault().0.file.vault;
            // As the file itself does it: the id that the body names is part of the key of its MAC.
            let named = serde_json::from_slice::<KeyFile>(inside).map_or(id, |file| file.vault);
            let mac = vault_key.derive(named.as_bytes(), "tanu/1/slots").mac(&[title, inside]);
            let sum = hex(&sha256(&[title, b"\n", inside, &mac]));
            [&title[..], b"\n", inside, b"\n", sum.as_bytes(), b"\n", hex(&mac).as_bytes(), b"\n"].concat()
        }
        Reader::Attempts | Reader::RecoveryCode => inside.to_vec(),
        Reader::Anchor => {
            let mut plain = inside.to_vec();
            plain.resize(anchor::PLAIN, 0);
            let mut bytes = vec![0u8; 2 * anchor::PLACE_BYTES as usize];
            for at in [0, anchor::PLACE_BYTES as usize] {
                bytes[at..at + anchor::PLAIN].copy_from_slice(&plain);
                bytes[at + anchor::PLAIN..at + anchor::PLAIN + 32].copy_from_slice(&KEY.mac(&[&plain]));
            }
            bytes
        }
        Reader::Salvage => {
            let id = [4u8; 16];
            let mut bytes = [salvage::TITLE.as_slice(), &id].concat();
            for index in 0..3 {
                let record = seal::seal(&KEY, &salvage::aad(&id, index), inside).unwrap();
                bytes.extend_from_slice(&u32::try_from(record.len()).unwrap().to_le_bytes());
                bytes.extend_from_slice(&record);
            }
            bytes
        }
        Reader::Attachment => attachments::encrypt(&KEY, &ADDRESS, inside).unwrap(),
        Reader::Manifest => {
            let mac = hex(&KEY.mac(&[inside]));
            [b"tanu backup 1\n", inside, b"\n", mac.as_bytes(), b"\n"].concat()
        }
        Reader::Export => export::seal(inside, PASSWORD, cost()).unwrap(),
    }
}

/// The count of wrong passwords as the program itself writes it, to hold the sample to it.
#[cfg(test)]
pub(super) fn attempts_as_written(folder: &std::path::Path) -> Vec<u8> {
    let layout = Layout(folder.to_owned());
    let (mut attempts, _) = crate::keys::Attempts::parse(b"{}", NOW);
    attempts.begin(&layout, "0f", NOW).unwrap();
    std::fs::read(layout.attempts()).unwrap()
}
