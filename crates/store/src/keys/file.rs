//! The key file: one slot for each login and one for the recovery code, all under one MAC.
//!
//! ```text
//! tanu keys 1
//! {"format":1,"vault":…,"epoch":…,"salt":…,"previous":…,"slots":[…]}
//! <sha-256 of the line above>        found damaged before any password is asked
//! <hmac under the vault key>         found forged after the right one was given
//! ```
//! A slot holds a secret seed of its owner, wrapped by what the owner knows, and the vault key, sealed to
//! the X25519 key drawn from that seed. So a password can change without touching the vault key, and the
//! vault key can change without knowing the passwords.

use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use x25519_dalek::{PublicKey, StaticSecret};

use super::cost::Cost;
use super::recovery::RecoveryCode;
use super::seal::{Secret, as_hex, hex, open, same, seal, sha256};
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::ids::{UserId, random};
use crate::layout::Layout;
use crate::reserve;

const TITLE: &str = "tanu keys 1";
const FORMAT: u32 = 1;
/// A key file of a hundred people takes 60 kB.
const BYTES_MAX: u64 = 4 * 1024 * 1024;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeyFile {
    pub(crate) format: u32,
    pub(crate) vault: Uuid,
    /// Grows with every change, so that an old key file put back is noticed by the database.
    pub(crate) epoch: u64,
    /// Salt of the database file; given to the engine beside the key, because the copy in the database's
    /// first page may be torn by a power cut.
    #[serde(with = "as_hex")]
    pub(crate) salt: [u8; 16],
    /// The vault key before the last rekey, locked by the present one, until the first good opening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) previous: Option<String>,
    pub(crate) slots: Vec<Slot>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) id: Uuid,
    pub(crate) owner: Owner,
    #[serde(with = "as_hex")]
    pub(crate) salt: [u8; 16],
    #[serde(with = "as_hex")]
    pub(crate) public: [u8; 32],
    #[serde(with = "as_hex")]
    pub(crate) seed: Vec<u8>,
    #[serde(with = "as_hex")]
    pub(crate) sender: [u8; 32],
    #[serde(with = "as_hex")]
    pub(crate) key: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Owner {
    /// The login is kept as a hash only: key files are copied around, names are not theirs to tell.
    User {
        user: UserId,
        login: String,
        cost: Cost,
    },
    Recovery,
}

/// What an opened slot gives.
#[derive(Clone)]
pub(crate) struct Opened {
    pub(crate) vault_key: Secret,
    pub(crate) seed: Secret,
    pub(crate) user: Option<UserId>,
}

/// What a person brings to open the vault.
#[derive(Clone)]
pub enum Credential {
    Password { login: String, password: zeroize::Zeroizing<String> },
    Recovery(RecoveryCode),
}

impl Credential {
    pub fn password(login: &str, password: &str) -> Self {
        Credential::Password { login: login.to_owned(), password: password.to_owned().into() }
    }
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Credential::Password { .. } => f.write_str("Credential::Password"),
            Credential::Recovery(_) => f.write_str("Credential::Recovery"),
        }
    }
}

impl KeyFile {
    pub(crate) fn new() -> Result<Self> {
        Ok(Self {
            format: FORMAT,
            vault: Uuid::from_bytes(random::<16>()?),
            epoch: 1,
            salt: random::<16>()?,
            previous: None,
            slots: Vec::new(),
        })
    }

    pub(crate) fn read(path: &Path) -> Result<Self> {
        Self::parse(&Self::read_bytes(path)?).map(|(file, _, _)| file)
    }

    pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>> {
        match disk::read_limited(path, BYTES_MAX) {
            Ok(bytes) => Ok(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Error::NoVault),
            Err(error) => Err(Error::file(Step::ReadKeyFile, path)(error)),
        }
    }

    /// The file, its first line as it stands and the MAC over it.
    pub(crate) fn parse(bytes: &[u8]) -> Result<(Self, &str, [u8; 32])> {
        let damaged = |what| Error::KeyFileDamaged { what };
        let text = std::str::from_utf8(bytes).map_err(|_| damaged("it is not text"))?;
        let mut lines = text.split('\n');
        let (Some(title), Some(body), Some(sum), Some(mac), Some(""), None) =
            (lines.next(), lines.next(), lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(damaged("it is cut short or something was added"));
        };
        let found = title.strip_prefix("tanu keys ").and_then(|n| n.parse::<u32>().ok());
        match found {
            Some(FORMAT) => {}
            Some(found) if found > FORMAT => return Err(Error::NewerKeyFile { found, known: FORMAT }),
            Some(_) | None => return Err(damaged("its first line is another")),
        }
        let mac = super::seal::unhex(mac).and_then(|mac| <[u8; 32]>::try_from(mac).ok());
        let mac = mac.ok_or(damaged("its last line is another"))?;
        if hex(&sha256(&[title.as_bytes(), b"\n", body.as_bytes(), &mac])) != sum {
            return Err(damaged("a byte of it changed"));
        }
        let file: KeyFile = serde_json::from_str(body).map_err(|_| damaged("its fields cannot be read"))?;
        Ok((file, body, mac))
    }

    pub(crate) fn to_bytes(&self, vault_key: &Secret) -> Result<Vec<u8>> {
        let body = serde_json::to_string(self)
            .map_err(|source| Error::Unreadable { what: "key file", source: Some(source) })?;
        let mac = self.mac(vault_key, body.as_bytes());
        let sum = hex(&sha256(&[TITLE.as_bytes(), b"\n", body.as_bytes(), &mac]));
        Ok(format!("{TITLE}\n{body}\n{sum}\n{}\n", hex(&mac)).into_bytes())
    }

    /// Puts it in place of the key file of a vault.
    pub(crate) fn write(&self, layout: &Layout, vault_key: &Secret) -> Result<()> {
        self.write_to(layout, &layout.keys(), vault_key)
    }

    pub(crate) fn write_to(&self, layout: &Layout, path: &Path, vault_key: &Secret) -> Result<()> {
        let bytes = self.to_bytes(vault_key)?;
        reserve::insist(layout, || disk::replace(path, &bytes).map_err(Error::file(Step::WriteKeyFile, path)))
    }

    fn mac(&self, vault_key: &Secret, body: &[u8]) -> [u8; 32] {
        vault_key.derive(self.vault.as_bytes(), "tanu/1/slots").mac(&[TITLE.as_bytes(), body])
    }

    /// Opens the slot of this credential and checks that nobody changed any slot.
    pub(crate) fn unlock(&self, bytes: &[u8], credential: &Credential) -> Result<Option<Opened>> {
        let (_, body, mac) = Self::parse(bytes)?;
        let Some(opened) = self.open_slot(credential)? else { return Ok(None) };
        if !same(&self.mac(&opened.vault_key, body.as_bytes()), &mac) {
            return Err(Error::KeyFileForged { what: "a slot was changed, added or removed" });
        }
        Ok(Some(opened))
    }

    fn open_slot(&self, credential: &Credential) -> Result<Option<Opened>> {
        match credential {
            Credential::Password { login, password } => {
                let tag = self.login_tag(login);
                for slot in &self.slots {
                    if let Owner::User { user, login, cost } = &slot.owner
                        && *login == tag
                    {
                        let wrap = cost.derive(normal(password).as_bytes(), &slot.salt)?;
                        return self.unwrap(slot, &wrap, Some(*user));
                    }
                }
                // An unknown login takes as long as a known one.
                if let Some(Owner::User { cost, .. }) = self.slots.first().map(|slot| &slot.owner) {
                    cost.derive(normal(password).as_bytes(), &self.salt)?;
                }
                Ok(None)
            }
            Credential::Recovery(code) => {
                for slot in self.slots.iter().filter(|slot| slot.owner == Owner::Recovery) {
                    if let Some(opened) = self.unwrap(slot, &code.key(&slot.salt), None)? {
                        return Ok(Some(opened));
                    }
                }
                Ok(None)
            }
        }
    }

    fn unwrap(&self, slot: &Slot, wrap: &Secret, user: Option<UserId>) -> Result<Option<Opened>> {
        let Some(seed) = open(wrap, &self.aad(slot)?, &slot.seed) else { return Ok(None) };
        let seed = secret(seed)?;
        let forged = Error::KeyFileForged { what: "a slot does not hold the key of its owner" };
        let Some(vault_key) = self.unseal(slot, &seed) else { return Err(forged) };
        Ok(Some(Opened { vault_key: secret(vault_key)?, seed, user }))
    }

    /// The vault key for whoever holds this seed, if the whole file is as its MAC says.
    pub(crate) fn open_by_seed(&self, bytes: &[u8], seed: &Secret) -> Option<Secret> {
        let (_, body, mac) = Self::parse(bytes).ok()?;
        let public = PublicKey::from(&box_key(seed)).to_bytes();
        let slot = self.slots.iter().find(|slot| slot.public == public)?;
        let vault_key = secret(self.unseal(slot, seed)?).ok()?;
        same(&self.mac(&vault_key, body.as_bytes()), &mac).then_some(vault_key)
    }

    /// Everything a slot says of itself is bound to what it locks.
    fn aad(&self, slot: &Slot) -> Result<Vec<u8>> {
        let parts = (self.format, self.vault, slot.id, &slot.owner, hex(&slot.salt));
        serde_json::to_vec(&parts).map_err(|source| Error::Unreadable { what: "slot", source: Some(source) })
    }

    /// A new slot, or the same owner's slot with another password (then with the seed kept).
    pub(crate) fn make_slot(
        &self,
        owner: Owner,
        wrap: impl FnOnce(&[u8; 16]) -> Result<Secret>,
        seed: &Secret,
        vault_key: &Secret,
    ) -> Result<Slot> {
        let salt = random::<16>()?;
        let mut slot = Slot {
            id: Uuid::from_bytes(random::<16>()?),
            owner,
            salt,
            public: PublicKey::from(&box_key(seed)).to_bytes(),
            seed: Vec::new(),
            sender: [0; 32],
            key: Vec::new(),
        };
        slot.seed = seal(&wrap(&salt)?, &self.aad(&slot)?, &seed.0)?;
        self.seal_key(&mut slot, vault_key)?;
        Ok(slot)
    }

    /// Puts a vault key into a slot whose owner is not here: to the owner's public key.
    pub(crate) fn seal_key(&self, slot: &mut Slot, vault_key: &Secret) -> Result<()> {
        let sender = StaticSecret::from(random::<32>()?);
        slot.sender = PublicKey::from(&sender).to_bytes();
        let shared = Secret(sender.diffie_hellman(&PublicKey::from(slot.public)).to_bytes());
        slot.key = seal(&self.box_between(&shared, slot), slot.id.as_bytes(), &vault_key.0)?;
        Ok(())
    }

    fn unseal(&self, slot: &Slot, seed: &Secret) -> Option<Vec<u8>> {
        let mine = box_key(seed);
        if PublicKey::from(&mine).to_bytes() != slot.public {
            return None;
        }
        let shared = mine.diffie_hellman(&PublicKey::from(slot.sender));
        if !shared.was_contributory() {
            return None;
        }
        open(&self.box_between(&Secret(shared.to_bytes()), slot), slot.id.as_bytes(), &slot.key)
    }

    fn box_between(&self, shared: &Secret, slot: &Slot) -> Secret {
        let mut salt = self.vault.as_bytes().to_vec();
        salt.extend_from_slice(&slot.sender);
        salt.extend_from_slice(&slot.public);
        shared.derive(&salt, "tanu/1/box")
    }

    /// True when no slot asks for more work than those of the tests.
    #[cfg(any(test, fuzzing))]
    pub(crate) fn is_cheap(&self) -> bool {
        self.slots.iter().all(|slot| match &slot.owner {
            Owner::User { cost, .. } => *cost == Cost::weak_for_tests(),
            Owner::Recovery => true,
        })
    }

    /// How a login stands in the key file: a hash, of the login without regard to case.
    pub(crate) fn login_tag(&self, login: &str) -> String {
        let login = normal(login.trim()).to_lowercase();
        hex(&sha256(&[b"tanu login", self.vault.as_bytes(), login.as_bytes()]))
    }
}

/// Two keyboards may write one letter in two ways (й as one sign or as two): NFC makes them one.
pub(crate) fn normal(text: &str) -> zeroize::Zeroizing<String> {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect::<String>().into()
}

fn box_key(seed: &Secret) -> StaticSecret {
    StaticSecret::from(seed.derive(b"", "tanu/1/user-box").0)
}

fn secret(bytes: Vec<u8>) -> Result<Secret> {
    let bytes = zeroize::Zeroizing::new(bytes);
    let forged = |_| Error::KeyFileForged { what: "a key of another length" };
    <[u8; 32]>::try_from(bytes.as_slice()).map(Secret).map_err(forged)
}
