//! Logins: who can open the vault. Roles and rights are rows and rules of the desk; here are the keys only.

use crate::error::{Error, Result};
use crate::ids::UserId;
use crate::keys::{Cost, Credential, KeyRing, NewUser, RecoveryCode};
use crate::open::{Store, lock};

impl Store {
    /// Gives a person a login. Returns the public key by which the person's commands will be signed, for
    /// [`crate::UserRow::public`]; the row itself is written through [`Store::write`].
    pub fn add_login(&self, new: &NewUser, cost: Cost) -> Result<[u8; 32]> {
        self.change_keys(|ring| ring.add_user(new, cost)).map(|key| key.to_bytes())
    }

    /// Changes a person's own password; the data are not encrypted again. The person's signing key stays.
    pub fn change_password(&self, user: UserId, login: &str, old: &str, new: &str, cost: Cost) -> Result<()> {
        self.change_keys(|ring| ring.set_password(user, login, Some(old), new, cost)).map(|_| ())
    }

    /// Locks the person's slot again when it is cheaper to guess than `policy` asks for; to be called with the
    /// password just typed. True when it was.
    pub fn strengthen(&self, user: UserId, login: &str, password: &str, policy: Cost) -> Result<bool> {
        let below = lock(&self.keys).cost_of(user).is_some_and(|cost| cost.is_below(&policy));
        if below {
            self.change_password(user, login, password, password, policy)?;
        }
        Ok(below)
    }

    /// Sets a password without the old one (by an administrator, or after the recovery code). The person gets
    /// a new signing key, because the old one was locked by the old password.
    pub fn reset_password(&self, user: UserId, login: &str, new: &str, cost: Cost) -> Result<[u8; 32]> {
        self.change_keys(|ring| ring.set_password(user, login, None, new, cost)).map(|key| key.to_bytes())
    }

    /// Takes a person's slot away. Whoever copied the key file before and knows the password is stopped only
    /// by [`Store::rekey`].
    pub fn remove_login(&self, user: UserId) -> Result<()> {
        self.change_keys(|ring| ring.remove_user(user))
    }

    /// A new recovery card; the old one opens nothing any more.
    pub fn renew_recovery_code(&self) -> Result<RecoveryCode> {
        self.change_keys(KeyRing::renew_recovery)
    }

    /// Asks again who sits here, before something that needs it. Takes as long as signing in.
    pub fn check_password(&self, login: &str, password: &str) -> Result<UserId> {
        let (file, bytes) = {
            let ring = lock(&self.keys);
            (ring.file.clone(), ring.file.to_bytes(&ring.vault_key)?)
        };
        let opened = file.unlock(&bytes, &Credential::password(login, password))?;
        opened.and_then(|opened| opened.user).ok_or(Error::WrongPassword { wait_seconds: 0 })
    }

    /// People who can open this vault.
    pub fn logins(&self) -> Vec<UserId> {
        lock(&self.keys).users()
    }

    /// Changes a copy of the key file, puts it on the disk, and only then takes it for true.
    fn change_keys<T>(&self, change: impl FnOnce(&mut KeyRing) -> Result<T>) -> Result<T> {
        let answer = {
            let mut ring = lock(&self.keys);
            let mut changed = ring.clone();
            let answer = change(&mut changed)?;
            changed.file.write(&self.layout, &changed.vault_key)?;
            *ring = changed;
            answer
        };
        // The anchor learns the new epoch, so that the key file from before cannot be put back.
        self.catch_up_anchor()?;
        Ok(answer)
    }
}
