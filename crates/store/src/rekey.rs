//! Changing the data key: both keys are kept until the first opening with the new one succeeds.

use crate::anchor::Anchor;
use crate::connect::{Mode, connect, database_key};
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::keys::{KeyFile, KeyRing, Purpose, Secret};
use crate::layout::Layout;
use crate::open::{Store, lock};
use crate::reserve::insist;
use crate::salvage::Salvage;

impl Store {
    /// Gives the vault a new key: after a person who knew the old one has left. People keep their passwords
    /// and the recovery card stays good. Needs free space of the size of the database.
    ///
    /// # Errors
    /// [`Error::DiskLow`] when it is not there; then nothing was begun.
    pub fn rekey(&self) -> Result<()> {
        let _alone = lock(&self.upkeep);
        self.ask_room(self.database_bytes())?;
        self.upheaval.happened();
        let mut ring = lock(&self.keys);
        let mut writer = lock(&self.writer);
        self.drop_readers();
        let next = ring.rekeyed()?;
        let bytes_path = self.layout.keys_next();
        next.file.write_to(&self.layout, &bytes_path, &next.vault_key)?;
        let change = zeroize::Zeroizing::new(format!("PRAGMA rekey = \"{}\"", *database_key(&next)));
        writer.db.execute_batch(&change).map_err(Error::sql(Step::Rekey))?;
        // The copy in the write-ahead log is as large as the database.
        writer
            .db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .map_err(Error::sql(Step::Rekey))?;
        // A second connection proves that the new key opens what lies on the disk.
        drop(connect(&self.layout.database(), &database_key(&next), Mode::Read)?);
        let settled = adopt(&self.layout, next)?;
        writer.anchor.let_go();
        writer.salvage.let_go();
        let (anchor, salvage) = open_witnesses(&self.layout, &settled)?;
        writer.anchor = anchor;
        writer.salvage = salvage;
        *ring = forget_previous(&self.layout, settled)?;
        Ok(())
    }
}

/// Ends a rekey that was cut short: whichever key opens the database is the right one.
pub(crate) fn settle(layout: &Layout, ring: KeyRing) -> Result<KeyRing> {
    let path = layout.keys_next();
    let bytes = match KeyFile::read_bytes(&path) {
        Ok(bytes) => bytes,
        Err(Error::NoVault) => return Ok(ring),
        Err(error) => return Err(error),
    };
    // A key file that cannot be read was never put to use: the database is changed only after it is whole.
    let next = KeyFile::parse(&bytes).ok().and_then(|(file, _, _)| ring.open_next(file, &bytes));
    if let Some(next) = next
        && insist(layout, || connect(&layout.database(), &database_key(&next), Mode::Write)).is_ok()
    {
        return adopt(layout, next);
    }
    disk::remove_if_there(&path).map_err(Error::file(Step::WriteKeyFile, &path))?;
    Ok(ring)
}

fn adopt(layout: &Layout, next: KeyRing) -> Result<KeyRing> {
    let (from, to) = (layout.keys_next(), layout.keys());
    std::fs::rename(&from, &to)
        .and_then(|()| disk::sync_folder(&layout.0))
        .map_err(Error::file(Step::WriteKeyFile, &to))?;
    Ok(next)
}

/// Opens anchor and salvage copy; when they still lie under the key before, writes them under the present one.
pub(crate) fn open_witnesses(layout: &Layout, ring: &KeyRing) -> Result<(Anchor, Salvage)> {
    let before = ring.previous()?.map(|key| KeyRing::with_key(ring, key));
    let keys_for = |purpose: Purpose| -> Vec<Secret> {
        let mut keys = vec![ring.derive(purpose)];
        keys.extend(before.as_ref().map(|before| before.derive(purpose)));
        keys
    };
    let anchor_keys = keys_for(Purpose::Anchor);
    let (mut anchor, which) = Anchor::open(&layout.anchor(), &anchor_keys.iter().collect::<Vec<_>>())?;
    if which != 0 {
        anchor.let_go();
        let (path, key, head) = (layout.anchor(), ring.derive(Purpose::Anchor), anchor.head());
        anchor = insist(layout, || Anchor::create(&path, &key, head))?;
    }
    let salvage_keys = keys_for(Purpose::Salvage);
    let refs: Vec<&Secret> = salvage_keys.iter().collect();
    let (mut salvage, which) = insist(layout, || Salvage::open(&layout.salvage(), &refs))?;
    if which != 0 {
        salvage.let_go();
        let old = Salvage::read(&layout.salvage(), &refs)?;
        let (path, key) = (layout.salvage(), ring.derive(Purpose::Salvage));
        salvage = insist(layout, || Salvage::rewrite(&path, &key, &old.records))?;
    }
    Ok((anchor, salvage))
}

/// After the first good opening the key before the rekey is destroyed.
pub(crate) fn forget_previous(layout: &Layout, mut ring: KeyRing) -> Result<KeyRing> {
    if ring.file.previous.take().is_some() {
        ring.file.write(layout, &ring.vault_key)?;
    }
    Ok(ring)
}
