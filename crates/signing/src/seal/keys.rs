//! Keys of seals: the secret one of an office, and the file of public ones that everybody may have.

use chrono::NaiveDate;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

use super::base32;

/// Keys in one file: twenty regions, some offices, some years.
const KEYS_MAX: usize = 2_000;
/// A file of that many keys is well below this.
const FILE_BYTES_MAX: usize = 1 << 20;

/// Short name of a key: the first five bytes of the SHA-256 of the public key, eight characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyId([u8; 5]);

impl KeyId {
    fn of(key: &VerifyingKey) -> Self {
        let digest = Sha256::digest(key.as_bytes());
        let mut id = [0; 5];
        for (to, from) in id.iter_mut().zip(digest) {
            *to = from;
        }
        Self(id)
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        base32::decode(text)?.try_into().ok().map(Self)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base32::encode(&self.0))
    }
}

/// The secret key of an office. Wiped from memory when dropped; never printed.
pub struct SealKey(SigningKey);

impl SealKey {
    /// From 32 random bytes, which the store keeps.
    #[must_use]
    pub fn from_secret(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    #[must_use]
    pub fn id(&self) -> KeyId {
        KeyId::of(&self.0.verifying_key())
    }

    /// The line for the file of public keys.
    #[must_use]
    pub fn public(&self, office: &str, from: NaiveDate) -> PublicKey {
        PublicKey { key: self.0.verifying_key(), office: office.to_owned(), from, to: None }
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Signature {
        self.0.sign(message)
    }
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealKey({})", self.id())
    }
}

/// A public key: whose it is and when seals may be made with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    key: VerifyingKey,
    /// Name of the office, as it calls itself on paper.
    pub office: String,
    /// First day of issue it may seal.
    pub from: NaiveDate,
    /// Last day of issue it may seal; `None` while it is in use.
    pub to: Option<NaiveDate>,
}

impl PublicKey {
    #[must_use]
    pub fn id(&self) -> KeyId {
        KeyId::of(&self.key)
    }

    pub(crate) fn verifies(&self, message: &[u8], signature: &Signature) -> bool {
        self.key.verify_strict(message, signature).is_ok()
    }

    pub(crate) fn in_force_on(&self, issued: NaiveDate) -> bool {
        self.from <= issued && self.to.is_none_or(|to| issued <= to)
    }
}

/// One key as the file holds it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyLine {
    id: String,
    key: String,
    office: String,
    from: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<NaiveDate>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeysFile {
    tanu_seal_keys: u32,
    keys: Vec<KeyLine>,
}

/// The public keys a reader trusts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicKeys(Vec<PublicKey>);

impl PublicKeys {
    #[must_use]
    pub fn of(keys: Vec<PublicKey>) -> Self {
        Self(keys)
    }

    /// Reads the file: `{"tanu_seal_keys": 1, "keys": [{"id", "key", "office", "from", "to"}]}`.
    ///
    /// # Errors
    /// Too large, not such a file, or a key that is damaged, does not fit its id or stands there twice.
    pub fn parse(file: &str) -> Result<Self, KeysProblem> {
        if file.len() > FILE_BYTES_MAX {
            return Err(KeysProblem::TooLarge);
        }
        let file: KeysFile = serde_json::from_str(file)
            .map_err(|cause| KeysProblem::Json { line: cause.line(), column: cause.column() })?;
        if file.tanu_seal_keys != 1 {
            return Err(KeysProblem::Version(file.tanu_seal_keys));
        }
        if file.keys.len() > KEYS_MAX {
            return Err(KeysProblem::TooLarge);
        }
        let mut keys: Vec<PublicKey> = Vec::with_capacity(file.keys.len());
        for (at, line) in file.keys.into_iter().enumerate() {
            let place = at + 1;
            let bytes: [u8; 32] = base32::decode(&line.key)
                .and_then(|bytes| bytes.try_into().ok())
                .ok_or(KeysProblem::Key { place })?;
            let key = VerifyingKey::from_bytes(&bytes).map_err(|_| KeysProblem::Key { place })?;
            let read = PublicKey { key, office: line.office, from: line.from, to: line.to };
            // A key of small order would accept signatures nobody made.
            if key.is_weak() || read.id().to_string() != line.id {
                return Err(KeysProblem::Key { place });
            }
            if read.to.is_some_and(|to| to < read.from) {
                return Err(KeysProblem::Dates { place });
            }
            if keys.iter().any(|known| known.id() == read.id()) {
                return Err(KeysProblem::Twice { place });
            }
            keys.push(read);
        }
        Ok(Self(keys))
    }

    /// The file for others, sorted as given, ending with a line end.
    #[must_use]
    pub fn file(&self) -> String {
        let keys = self
            .0
            .iter()
            .map(|key| KeyLine {
                id: key.id().to_string(),
                key: base32::encode(key.key.as_bytes()),
                office: key.office.clone(),
                from: key.from,
                to: key.to,
            })
            .collect();
        let mut text =
            serde_json::to_string_pretty(&KeysFile { tanu_seal_keys: 1, keys }).unwrap_or_default();
        text.push('\n');
        text
    }

    #[must_use]
    pub fn find(&self, id: &KeyId) -> Option<&PublicKey> {
        self.0.iter().find(|key| key.id() == *id)
    }

    #[must_use]
    pub fn as_slice(&self) -> &[PublicKey] {
        &self.0
    }
}

/// Why a file of public keys cannot be used. `place` counts its keys from one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeysProblem {
    #[error("the file of public keys is larger than such a file can be")]
    TooLarge,
    #[error("line {line}, column {column}: this is not a file of public keys")]
    Json { line: usize, column: usize },
    #[error("the file of public keys is of version {0}, this program reads version 1")]
    Version(u32),
    #[error("key {place} is damaged or does not fit its id")]
    Key { place: usize },
    #[error("key {place} ends before it begins")]
    Dates { place: usize },
    #[error("key {place} stands in the file a second time")]
    Twice { place: usize },
}

impl KeysProblem {
    /// Key of the words that tell a person, `seal-keys-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            KeysProblem::TooLarge => "too-large",
            KeysProblem::Json { .. } => "not-json",
            KeysProblem::Version(_) => "version",
            KeysProblem::Key { .. } => "key",
            KeysProblem::Dates { .. } => "dates",
            KeysProblem::Twice { .. } => "twice",
        }
    }

    /// Variables of those words.
    #[must_use]
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            KeysProblem::TooLarge => Vec::new(),
            KeysProblem::Json { line, column } => {
                vec![("line", line.to_string()), ("column", column.to_string())]
            }
            KeysProblem::Version(version) => vec![("version", version.to_string())],
            KeysProblem::Key { place } | KeysProblem::Dates { place } | KeysProblem::Twice { place } => {
                vec![("place", place.to_string())]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_small_order_is_refused_although_its_id_fits() {
        // The neutral point of the curve: signatures nobody made would verify under it.
        let mut neutral = [0; 32];
        neutral[0] = 1;
        let key = VerifyingKey::from_bytes(&neutral).unwrap();
        let from = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
        let file = PublicKeys::of(vec![PublicKey { key, office: String::new(), from, to: None }]).file();
        assert_eq!(PublicKeys::parse(&file), Err(KeysProblem::Key { place: 1 }), "{file}");
    }

    #[test]
    fn the_secret_key_is_not_printed() {
        let printed = format!("{:?}", SealKey::from_secret(&[7; 32]));
        assert_eq!(printed, format!("SealKey({})", SealKey::from_secret(&[7; 32]).id()), "only its id");
    }
}
