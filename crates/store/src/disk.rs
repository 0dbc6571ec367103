//! File operations that survive a power cut: written aside, synced, renamed, and the folder synced too.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Opens for writing a file that only its owner may read.
pub(crate) fn create_private(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    // On Windows a new file takes the access list of its folder, which the installer sets.
    options.open(path)
}

/// Makes a folder (and those above it) that only its owner may enter.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Replaces the whole file: after a power cut either the old or the new content is there.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(".new");
    let aside = Path::new(&aside);
    let mut file = create_private(aside, OpenOptions::new().write(true).create(true).truncate(true))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    if let Err(error) = written {
        // On a full disk the half of a file would only take the room of others.
        let _ = fs::remove_file(aside);
        return Err(error);
    }
    fs::rename(aside, path)?;
    sync_folder_of(path)
}

/// A file that stays open for writing and can be let go of: not every system puts a new file in the place of an
/// open one. It is opened again when it is next asked for.
pub(crate) struct KeptOpen {
    path: PathBuf,
    file: Option<File>,
}

impl KeptOpen {
    pub(crate) fn open(path: &Path) -> io::Result<KeptOpen> {
        let mut kept = KeptOpen { path: path.to_owned(), file: None };
        kept.file()?;
        Ok(kept)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn is_open(&self) -> bool {
        self.file.is_some()
    }

    pub(crate) fn file(&mut self) -> io::Result<&mut File> {
        let file = match self.file.take() {
            Some(file) => file,
            None => OpenOptions::new().read(true).write(true).open(&self.path)?,
        };
        Ok(self.file.insert(file))
    }

    /// Before another file is put in its place.
    pub(crate) fn let_go(&mut self) {
        self.file = None;
    }
}

/// Makes the content of a finished file durable.
pub(crate) fn sync_file(path: &Path) -> io::Result<()> {
    // Windows flushes only handles that may write.
    OpenOptions::new().read(true).write(true).open(path)?.sync_all()
}

/// Makes the names in this folder durable.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    // NTFS journals its names itself and Windows cannot flush a folder handle opened for reading.
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

pub(crate) fn sync_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => sync_folder(parent),
        Some(_) | None => Ok(()),
    }
}

/// Opens an ordinary file and nothing else: a pipe would be waited for, a device read for ever. What was opened is
/// looked at, not only the name.
pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        rustix::fs::OFlags::NONBLOCK.bits().cast_signed(),
    );
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not an ordinary file"))
    }
}

/// Reads a file that must not be larger than `limit` bytes: what lies on a disk is input from outside.
pub(crate) fn read_limited(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_plain(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the file is larger than it can be"));
    }
    Ok(bytes)
}

/// Removes a file; that it was not there is no failure.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}
