//! Where a vault lies: a fingerprint of its lock file, which a copy of the folder cannot take along.

use std::fs::File;

use crate::error::{Error, Result, Step};
use crate::keys::seal::sha256;

/// Changes when the folder is copied or restored; stays when the program or the PC is restarted.
pub(crate) fn fingerprint(lock: &File, path: &std::path::Path) -> Result<[u8; 32]> {
    let meta = lock.metadata().map_err(Error::file(Step::ReadPlace, path))?;
    // The time of birth and the number of a file belong to the disk; copying programs cannot set them.
    let born = meta.created().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    let born = born.map_or(0, |since| since.as_nanos());
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&meta);
    #[cfg(windows)]
    let number =
        winapi_util::file::information(lock).map_err(Error::file(Step::ReadPlace, path))?.file_index();
    Ok(sha256(&[b"tanu place", &born.to_le_bytes(), &number.to_le_bytes()]))
}
