//! Who can open the vault: the key file, its slots, and the keys drawn from the vault key.

mod attempts;
mod cost;
mod file;
mod recovery;
pub(crate) mod seal;

use ed25519_dalek::SigningKey;

pub(crate) use attempts::Attempts;
pub use cost::Cost;
pub use file::Credential;
pub(crate) use file::{KeyFile, Opened, Owner, normal};
pub use recovery::RecoveryCode;
pub(crate) use seal::Secret;

use crate::error::{Error, Result};
use crate::ids::UserId;

/// A person to be given a login.
#[derive(Clone)]
pub struct NewUser {
    pub user: UserId,
    /// Compared without regard to case; kept in the key file as a hash only.
    pub login: String,
    pub password: zeroize::Zeroizing<String>,
}

impl NewUser {
    pub fn new(user: UserId, login: &str, password: &str) -> Self {
        Self { user, login: login.to_owned(), password: password.to_owned().into() }
    }
}

/// The open key file: what a signed-in person may do with it.
#[derive(Clone)]
pub(crate) struct KeyRing {
    pub(crate) file: KeyFile,
    pub(crate) vault_key: Secret,
    /// What the credential unlocked: the seed of a person, or that of the recovery slot.
    opened: Option<(Secret, Option<UserId>)>,
}

impl KeyRing {
    /// A new vault key with the first login and the recovery slot.
    pub(crate) fn create(first: &NewUser, cost: Cost) -> Result<(KeyRing, RecoveryCode)> {
        let mut ring = KeyRing { file: KeyFile::new()?, vault_key: Secret::random()?, opened: None };
        ring.add_user(first, cost)?;
        let code = ring.renew_recovery()?;
        ring.file.epoch = 1;
        Ok((ring, code))
    }

    pub(crate) fn from_opened(file: KeyFile, opened: Opened) -> KeyRing {
        KeyRing { file, opened: Some((opened.seed, opened.user)), vault_key: opened.vault_key }
    }

    pub(crate) fn adopt(&mut self, opened: Opened) {
        self.opened = Some((opened.seed, opened.user));
    }

    /// Who opened the vault; none after the recovery code.
    pub(crate) fn opened_by(&self) -> Option<UserId> {
        self.opened.as_ref().and_then(|(_, user)| *user)
    }

    /// The same ring around another vault key, to read what still lies under it.
    pub(crate) fn with_key(&self, vault_key: Secret) -> KeyRing {
        KeyRing { file: self.file.clone(), vault_key, opened: None }
    }

    /// Opens the key file of a rekey under way with what opened the present one.
    pub(crate) fn open_next(&self, file: KeyFile, bytes: &[u8]) -> Option<KeyRing> {
        if file.vault != self.file.vault || file.epoch <= self.file.epoch {
            return None;
        }
        let (seed, user) = self.opened.clone()?;
        let vault_key = file.open_by_seed(bytes, &seed)?;
        Some(KeyRing { file, vault_key, opened: Some((seed, user)) })
    }

    /// A key for one purpose, different for every vault.
    pub(crate) fn derive(&self, purpose: Purpose) -> Secret {
        self.vault_key.derive(self.file.vault.as_bytes(), purpose.label())
    }

    /// The key by which the signed-in person signs commands.
    pub(crate) fn user_key(&self) -> Option<SigningKey> {
        self.opened.as_ref().and_then(|(seed, user)| user.map(|_| user_key(seed)))
    }

    pub(crate) fn add_user(&mut self, new: &NewUser, cost: Cost) -> Result<ed25519_dalek::VerifyingKey> {
        let tag = self.file.login_tag(&new.login);
        for slot in &self.file.slots {
            if let Owner::User { user, login, .. } = &slot.owner
                && (*login == tag || *user == new.user)
            {
                return Err(Error::LoginTaken);
            }
        }
        let seed = Secret::random()?;
        self.put_slot(new.user, tag, &new.password, cost, &seed)?;
        Ok(user_key(&seed).verifying_key())
    }

    /// Another password for the same person; the data are not touched. With the old password known the
    /// person's signing key stays, without it (reset by an administrator) it is made anew.
    pub(crate) fn set_password(
        &mut self,
        user: UserId,
        login: &str,
        old: Option<&str>,
        new: &str,
        cost: Cost,
    ) -> Result<ed25519_dalek::VerifyingKey> {
        let tag = self.file.login_tag(login);
        let is_here = |owner: &Owner| match owner {
            Owner::User { user: other, login, .. } => *other == user && *login == tag,
            Owner::Recovery => false,
        };
        if !self.file.slots.iter().any(|slot| is_here(&slot.owner)) {
            return Err(Error::NoSuchUser);
        }
        let seed = match old {
            Some(old) => {
                let bytes = self.file.to_bytes(&self.vault_key)?;
                let opened = self.file.unlock(&bytes, &Credential::password(login, old))?;
                opened.ok_or(Error::WrongPassword { wait_seconds: 0 })?.seed
            }
            None => Secret::random()?,
        };
        self.file.slots.retain(|slot| !is_here(&slot.owner));
        self.put_slot(user, tag, new, cost, &seed)?;
        Ok(user_key(&seed).verifying_key())
    }

    fn put_slot(
        &mut self,
        user: UserId,
        login: String,
        password: &str,
        cost: Cost,
        seed: &Secret,
    ) -> Result<()> {
        let owner = Owner::User { user, login, cost };
        let wrap = |salt: &[u8; 16]| cost.derive(normal(password).as_bytes(), salt);
        let slot = self.file.make_slot(owner, wrap, seed, &self.vault_key)?;
        self.file.slots.insert(0, slot);
        self.file.epoch = self.file.epoch.saturating_add(1);
        Ok(())
    }

    /// What a guess at this person's password costs.
    pub(crate) fn cost_of(&self, user: UserId) -> Option<Cost> {
        self.file.slots.iter().find_map(|slot| match &slot.owner {
            Owner::User { user: other, cost, .. } if *other == user => Some(*cost),
            Owner::User { .. } | Owner::Recovery => None,
        })
    }

    pub(crate) fn users(&self) -> Vec<UserId> {
        self.file.slots.iter().filter_map(|slot| user_of(&slot.owner)).collect()
    }

    pub(crate) fn remove_user(&mut self, user: UserId) -> Result<()> {
        let users = self.users();
        if !users.contains(&user) {
            return Err(Error::NoSuchUser);
        }
        if users.len() == 1 {
            return Err(Error::LastLogin);
        }
        self.file.slots.retain(|slot| user_of(&slot.owner) != Some(user));
        self.file.epoch = self.file.epoch.saturating_add(1);
        Ok(())
    }

    /// A new recovery code; the old card opens nothing any more.
    pub(crate) fn renew_recovery(&mut self) -> Result<RecoveryCode> {
        let code = RecoveryCode::new()?;
        let seed = Secret::random()?;
        let wrap = |salt: &[u8; 16]| Ok(code.key(salt));
        let slot = self.file.make_slot(Owner::Recovery, wrap, &seed, &self.vault_key)?;
        self.file.slots.retain(|slot| slot.owner != Owner::Recovery);
        self.file.slots.push(slot);
        self.file.epoch = self.file.epoch.saturating_add(1);
        Ok(code)
    }

    /// The same people and the same passwords around another vault key.
    pub(crate) fn rekeyed(&self) -> Result<KeyRing> {
        let vault_key = Secret::random()?;
        let mut file = self.file.clone();
        for slot in &mut file.slots {
            self.file.seal_key(slot, &vault_key)?;
        }
        file.epoch = file.epoch.saturating_add(1);
        let lock = vault_key.derive(file.vault.as_bytes(), "tanu/1/previous");
        file.previous = Some(seal::hex(&seal::seal(&lock, b"previous vault key", &self.vault_key.0)?));
        Ok(KeyRing { file, vault_key, opened: self.opened.clone() })
    }

    /// The vault key before the last rekey, while it is still kept.
    pub(crate) fn previous(&self) -> Result<Option<Secret>> {
        let Some(previous) = &self.file.previous else { return Ok(None) };
        let lock = self.vault_key.derive(self.file.vault.as_bytes(), "tanu/1/previous");
        let opened =
            seal::unhex(previous).and_then(|sealed| seal::open(&lock, b"previous vault key", &sealed));
        let bytes = opened.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        bytes.map(|bytes| Some(Secret(bytes))).ok_or(Error::KeyFileDamaged { what: "its previous key" })
    }
}

fn user_of(owner: &Owner) -> Option<UserId> {
    match owner {
        Owner::User { user, .. } => Some(*user),
        Owner::Recovery => None,
    }
}

/// What a key drawn from the vault key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Database,
    Salvage,
    Anchor,
    Manifest,
}

impl Purpose {
    pub(crate) fn label(self) -> &'static str {
        match self {
            Purpose::Database => "tanu/1/database",
            Purpose::Salvage => "tanu/1/salvage",
            Purpose::Anchor => "tanu/1/anchor",
            Purpose::Manifest => "tanu/1/manifest",
        }
    }
}

pub(crate) fn user_key(seed: &Secret) -> SigningKey {
    SigningKey::from_bytes(&seed.derive(b"", "tanu/1/user-sign").0)
}
