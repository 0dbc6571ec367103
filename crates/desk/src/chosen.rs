//! Folders a person chose, and the names of files that are put into them: nothing is read or written anywhere else.

use crate::contract::No;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Component, Path, PathBuf};

/// Bytes of a file name made of a number or a name; every system takes more than twice as many.
const STEM_BYTES_MAX: usize = 100;
/// Names under which Windows opens a device, in any folder and whatever follows their dot; ports have a digit.
const DEVICES: [&str; 7] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];
const PORTS: [&str; 2] = ["COM", "LPT"];

/// A folder as the window sends it: whole, from the root of a disk or a share on, and without a way up.
pub(crate) fn folder(text: &str) -> Result<PathBuf, No> {
    let folder = PathBuf::from(text.trim());
    let is_plain = folder.components().all(|part| match part {
        Component::Normal(_) | Component::RootDir | Component::CurDir => true,
        Component::Prefix(prefix) => !matches!(prefix.kind(), std::path::Prefix::DeviceNS(_)),
        Component::ParentDir => false,
    });
    if folder.is_absolute() && is_plain { Ok(folder) } else { Err(No::invalid("path")) }
}

/// The name of a file after a number people gave: letters, digits and dashes of it, so many as any disk takes.
pub(crate) fn stem(number: &str) -> String {
    let mut stem = String::new();
    for letter in number.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }) {
        if stem.len() + letter.len_utf8() > STEM_BYTES_MAX {
            break;
        }
        stem.push(letter);
    }
    if stem.is_empty() || is_device(&stem) { format!("_{stem}") } else { stem }
}

/// A file that is not there yet: the second of a name gets a number.
pub(crate) fn free(folder: &Path, stem: &str, ending: &str) -> Option<PathBuf> {
    let mut named = (1..1000u32).map(|again| {
        let mark = if again == 1 { String::new() } else { format!(" ({again})") };
        folder.join(format!("{stem}{mark}.{ending}"))
    });
    // A link that leads nowhere is there too.
    named.find(|path| std::fs::symlink_metadata(path).is_err())
}

/// Whether Windows would open a device under this name.
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let port = |port: &str| stem.strip_prefix(port).is_some_and(|rest| rest.chars().count() == 1);
    DEVICES.contains(&stem.as_str()) || PORTS.into_iter().any(port)
}

/// A file that lies plainly where it is looked for: not a link that leads elsewhere, not a pipe that never ends.
pub(crate) fn is_plain_file(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|meta| meta.file_type().is_file())
}

/// Opens such a file for reading. What was opened is looked at, not only the name: in between somebody could have
/// put a link or a pipe in its place.
pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // A pipe is opened without waiting for whoever writes into it.
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    // Windows has no pipes in folders, and making a link to a file takes an administrator there.
    #[cfg(not(unix))]
    if !is_plain_file(path) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// The same of a folder.
pub(crate) fn is_plain_folder(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|meta| meta.file_type().is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_made_of_anything_stays_in_its_folder() {
        for (number, name) in [
            ("39-2025-000012", "39-2025-000012"),
            ("Ө-12/3", "Ө-12_3"),
            ("../../etc/passwd", "______etc_passwd"),
            ("C:\\Windows", "C__Windows"),
            ("a:hidden", "a_hidden"),
            ("", "_"),
            ("..", "__"),
            ("con", "_con"),
            ("COM1", "_COM1"),
            ("com²", "_com²"),
            ("COM10", "COM10"),
            ("NUL.pdf", "NUL_pdf"),
            ("\u{202e}fdp", "_fdp"),
        ] {
            assert_eq!(stem(number), name, "{number:?}");
        }
        assert!(stem(&"ұ".repeat(400)).len() <= STEM_BYTES_MAX, "a long one is cut between letters");
    }

    #[test]
    fn a_folder_is_whole_and_leads_nowhere_else() {
        let root = if cfg!(windows) { "C:\\" } else { "/" };
        for (text, fits) in [
            (format!("{root}papers"), true),
            (format!("  {root}papers  "), true),
            (format!("{root}papers/./of/march"), true),
            (format!("{root}papers/../secret"), false),
            (format!("{root}.."), false),
            ("papers".to_owned(), false),
            ("./papers".to_owned(), false),
            ("../papers".to_owned(), false),
            ("~/papers".to_owned(), false),
            ("file:///papers".to_owned(), false),
            (String::new(), false),
        ] {
            assert_eq!(folder(&text).is_ok(), fits, "{text:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn neither_a_link_nor_a_pipe_is_opened_whatever_was_looked_at_before() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        std::fs::write(place("file"), "text").unwrap();
        std::os::unix::fs::symlink(place("file"), place("link")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(place("pipe")).status().unwrap();
        assert!(made.success(), "a pipe");
        for (name, opens) in [("file", true), ("link", false), ("pipe", false), ("", false), ("none", false)]
        {
            assert_eq!(open_plain(&place(name)).is_ok(), opens, "{name}");
        }
    }

    #[cfg(windows)]
    #[test]
    fn a_device_is_no_folder_and_a_share_is_one() {
        assert!(folder("\\\\server\\share\\papers").is_ok(), "a share");
        assert!(folder("\\\\.\\PhysicalDrive0").is_err(), "a device");
        assert!(folder("C:papers").is_err(), "from wherever the drive stands");
    }
}
