//! Reads one folder of the platform: `application.json` and the copies it names. Nothing outside the folder
//! is ever opened, and what cannot be used is told file by file.

use super::copy::{COPY_BYTES_MAX, Fault, Format, Look, look};
use crate::chosen::{is_device, is_plain_file, is_plain_folder, open_plain};
use rules::application::{Application, ReadError};
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// The name the platform gives to the form.
pub const APPLICATION_FILE: &str = "application.json";

const APPLICATION_BYTES_MAX: u64 = 2 * 1024 * 1024;
/// Copies of one application; the largest labour book has some forty spreads.
const COPIES_MAX: usize = 100;
const FOLDER_BYTES_MAX: u64 = 250 * 1024 * 1024;

/// What a folder held.
#[derive(Debug)]
pub struct Dossier {
    pub application: Application,
    pub copies: Vec<Copy>,
    /// Files of the folder that the application does not name: told, not taken.
    pub unnamed: Vec<String>,
}

/// A copy the application names.
#[derive(Debug)]
pub struct Copy {
    /// Place in `application.documents`.
    pub document: usize,
    /// As the application writes it.
    pub file: String,
    /// Empty when the file could not be taken.
    pub bytes: Vec<u8>,
    pub sha256: String,
    pub format: Format,
    pub pages: Option<u32>,
    pub problem: Option<CopyProblem>,
}

/// Why a copy is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyProblem {
    /// The folder does not hold it.
    Missing,
    /// The path leads out of the folder, or through a link.
    Outside,
    Empty,
    Encrypted,
    Unreadable,
    WrongFormat,
    TooLarge,
    /// Another content than the platform sent.
    HashDiffers,
    /// Another number of pages than stated.
    PagesDiffer {
        stated: u32,
        found: u32,
    },
}

impl CopyProblem {
    /// Key of the words, `copy-<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            CopyProblem::Missing => "missing",
            CopyProblem::Outside => "outside",
            CopyProblem::Empty => "empty",
            CopyProblem::Encrypted => "encrypted",
            CopyProblem::Unreadable => "unreadable",
            CopyProblem::WrongFormat => "wrong-format",
            CopyProblem::TooLarge => "too-large",
            CopyProblem::HashDiffers => "hash-differs",
            CopyProblem::PagesDiffer { .. } => "pages-differ",
        }
    }
}

/// Why a folder was not taken at all.
#[derive(Debug, thiserror::Error)]
pub enum FolderRefused {
    #[error("the folder cannot be read")]
    ReadFolder {
        #[source]
        source: std::io::Error,
    },
    #[error("there is no {APPLICATION_FILE} in the folder")]
    NoApplication,
    #[error("{APPLICATION_FILE} cannot be read")]
    ReadApplication {
        #[source]
        source: std::io::Error,
    },
    #[error("{APPLICATION_FILE} is larger than {APPLICATION_BYTES_MAX} bytes")]
    ApplicationTooLarge,
    #[error("{APPLICATION_FILE} is not UTF-8")]
    NotText,
    #[error("{APPLICATION_FILE} is not an application")]
    NotApplication {
        #[source]
        source: ReadError,
    },
    #[error("the application names more than {COPIES_MAX} copies")]
    TooManyCopies,
    #[error("the copies are larger than {FOLDER_BYTES_MAX} bytes together")]
    CopiesTooLarge,
}

/// The folders that hold an application: the one given, or those directly inside it.
pub fn applications_in(folder: &Path) -> Result<Vec<PathBuf>, FolderRefused> {
    if is_plain_file(&folder.join(APPLICATION_FILE)) {
        return Ok(vec![folder.to_owned()]);
    }
    let entries = std::fs::read_dir(folder).map_err(|source| FolderRefused::ReadFolder { source })?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| is_plain_folder(path) && is_plain_file(&path.join(APPLICATION_FILE)))
        .collect();
    found.sort();
    if found.is_empty() { Err(FolderRefused::NoApplication) } else { Ok(found) }
}

/// Reads the application and every copy it names.
pub fn read(folder: &Path) -> Result<Dossier, FolderRefused> {
    let application = read_application(&folder.join(APPLICATION_FILE))?;
    if application.documents.len() > COPIES_MAX {
        return Err(FolderRefused::TooManyCopies);
    }
    let root = folder.canonicalize().map_err(|source| FolderRefused::ReadFolder { source })?;
    let mut copies = Vec::new();
    let mut total = 0u64;
    for (document, stated) in application.documents.iter().enumerate() {
        // A document without a file is a finding of the checks, not of the folder.
        let Some(file) = stated.file.clone().filter(|file| !file.trim().is_empty()) else { continue };
        let copy = read_copy(&root, document, file, stated.sha256.as_deref(), stated.pages);
        total = total.saturating_add(copy.bytes.len() as u64);
        if total > FOLDER_BYTES_MAX {
            return Err(FolderRefused::CopiesTooLarge);
        }
        copies.push(copy);
    }
    let unnamed = unnamed_files(&root, &application);
    Ok(Dossier { application, copies, unnamed })
}

fn read_application(path: &Path) -> Result<Application, FolderRefused> {
    // A link would read what lies elsewhere, a pipe would be read for ever.
    if !is_plain_file(path) {
        return Err(FolderRefused::NoApplication);
    }
    let file = open_plain(path).map_err(|source| FolderRefused::ReadApplication { source })?;
    let mut bytes = Vec::new();
    file.take(APPLICATION_BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| FolderRefused::ReadApplication { source })?;
    if bytes.len() as u64 > APPLICATION_BYTES_MAX {
        return Err(FolderRefused::ApplicationTooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| FolderRefused::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Application::parse(text).map_err(|source| FolderRefused::NotApplication { source })
}

fn read_copy(
    root: &Path,
    document: usize,
    file: String,
    stated_hash: Option<&str>,
    stated_pages: Option<u32>,
) -> Copy {
    let unusable = |file: String, problem| Copy {
        document,
        file,
        bytes: Vec::new(),
        sha256: String::new(),
        format: Format::Other,
        pages: None,
        problem: Some(problem),
    };
    let Some(path) = inside(root, &file) else { return unusable(file, CopyProblem::Outside) };
    let bytes = match bounded(&path) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return unusable(file, CopyProblem::TooLarge),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return unusable(file, CopyProblem::Missing);
        }
        Err(_) => return unusable(file, CopyProblem::Unreadable),
    };
    let Look { format, pages, fault } = look(&bytes);
    let sha256 = hex(&Sha256::digest(&bytes));
    let problem = match fault {
        Some(Fault::Empty) => Some(CopyProblem::Empty),
        Some(Fault::Encrypted) => Some(CopyProblem::Encrypted),
        Some(Fault::Unreadable) => Some(CopyProblem::Unreadable),
        Some(Fault::WrongFormat) => Some(CopyProblem::WrongFormat),
        Some(Fault::TooLarge) => Some(CopyProblem::TooLarge),
        None => differs(&sha256, pages, stated_hash, stated_pages),
    };
    Copy { document, file, bytes, sha256, format, pages, problem }
}

fn differs(
    sha256: &str,
    pages: Option<u32>,
    stated_hash: Option<&str>,
    stated_pages: Option<u32>,
) -> Option<CopyProblem> {
    if stated_hash.is_some_and(|stated| !stated.trim().eq_ignore_ascii_case(sha256)) {
        return Some(CopyProblem::HashDiffers);
    }
    match (stated_pages, pages) {
        (Some(stated), Some(found)) if stated != found => Some(CopyProblem::PagesDiffer { stated, found }),
        (Some(_) | None, Some(_) | None) => None,
    }
}

/// The bytes of a file, or nothing when it is larger than a copy may be.
fn bounded(path: &Path) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    open_plain(path)?.take(COPY_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= COPY_BYTES_MAX).then_some(bytes))
}

/// The path of a copy, when it is plainly inside the folder: no way up, no root, no drive, no stream of a
/// file, no link on the way.
pub fn inside(root: &Path, file: &str) -> Option<PathBuf> {
    // The platform may write either slash; on a system where `\` is a letter it would hide a `..`.
    let file = file.trim().replace('\\', "/");
    if file.is_empty() || file.contains(':') || file.chars().any(char::is_control) {
        return None;
    }
    let mut path = root.to_owned();
    for part in Path::new(&file).components() {
        match part {
            Component::Normal(name) => {
                let name = name.to_string_lossy();
                // Windows drops dots and blanks at an end, and opens devices under their names.
                if name.ends_with(['.', ' ']) || is_device(&name) {
                    return None;
                }
                path.push(&*name);
                match std::fs::symlink_metadata(&path) {
                    // A link may lead anywhere, a pipe or a device is read for ever.
                    Ok(meta) if !meta.is_file() && !meta.is_dir() => return None,
                    // What is not there is told as missing by the one who opens it.
                    Ok(_) | Err(_) => {}
                }
            }
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    (path != root).then_some(path)
}

fn unnamed_files(root: &Path, application: &Application) -> Vec<String> {
    let named: Vec<PathBuf> =
        application.documents.iter().filter_map(|d| inside(root, d.file.as_deref()?)).collect();
    let Ok(entries) = std::fs::read_dir(root) else { return Vec::new() };
    let mut unnamed: Vec<String> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && !named.contains(path))
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .filter(|name| name != APPLICATION_FILE)
        .take(COPIES_MAX)
        .collect();
    unnamed.sort();
    unnamed
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demo(case: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo").join(case)
    }

    /// A copy of a demonstration folder that a test may spoil.
    fn spoiled(case: &str, spoil: impl FnOnce(&Path)) -> Dossier {
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(demo(case)).unwrap() {
            let path = entry.unwrap().path();
            std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
        spoil(folder.path());
        read(folder.path()).unwrap()
    }

    fn problem_of<'a>(dossier: &'a Dossier, file: &str) -> Option<&'a CopyProblem> {
        dossier.copies.iter().find(|copy| copy.file == file).and_then(|copy| copy.problem.as_ref())
    }

    #[test]
    fn the_demonstration_folders_are_read_without_a_problem() {
        for case in ["clean", "defective", "saturday"] {
            let dossier = read(&demo(case)).unwrap();
            assert!(!dossier.copies.is_empty(), "{case} has copies");
            for copy in &dossier.copies {
                assert_eq!(copy.problem, None, "{case}/{} is as the platform described it", copy.file);
            }
            assert_eq!(dossier.unnamed, Vec::<String>::new(), "{case} has no file beside its copies");
        }
    }

    #[test]
    fn every_spoiled_copy_is_told_and_the_others_are_kept() {
        type Spoil = fn(&Path);
        let rows: [(&str, Spoil, CopyProblem); 6] = [
            ("taken away", |at| std::fs::remove_file(at).unwrap(), CopyProblem::Missing),
            ("emptied", |at| std::fs::write(at, b"").unwrap(), CopyProblem::Empty),
            ("a text", |at| std::fs::write(at, b"plain words").unwrap(), CopyProblem::WrongFormat),
            (
                "cut off",
                |at| {
                    let bytes = std::fs::read(at).unwrap();
                    std::fs::write(at, &bytes[..bytes.len() / 2]).unwrap();
                },
                CopyProblem::Unreadable,
            ),
            (
                "another content",
                |at| {
                    let mut bytes = std::fs::read(at).unwrap();
                    bytes.extend_from_slice(b"\n");
                    std::fs::write(at, bytes).unwrap();
                },
                CopyProblem::HashDiffers,
            ),
            (
                "locked",
                |at| {
                    std::fs::write(at, b"%PDF-1.4\ntrailer << /Encrypt 3 0 R >>\nstartxref\n0\n%%EOF")
                        .unwrap()
                },
                CopyProblem::Encrypted,
            ),
        ];
        for (what, spoil, expected) in rows {
            let dossier = spoiled("saturday", |folder| spoil(&folder.join("contract.pdf")));
            assert_eq!(problem_of(&dossier, "contract.pdf"), Some(&expected), "{what}");
            assert_eq!(problem_of(&dossier, "diploma.pdf"), None, "{what}: the other copy is untouched");
        }
    }

    #[test]
    fn a_wrong_number_of_pages_is_told() {
        let dossier = spoiled("saturday", |folder| {
            let file = folder.join(APPLICATION_FILE);
            let mut form: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
            form["documents"][0]["pages"] = 77.into();
            std::fs::write(file, form.to_string()).unwrap();
        });
        let told = dossier.copies.first().and_then(|copy| copy.problem.clone());
        assert!(
            matches!(told, Some(CopyProblem::PagesDiffer { stated: 77, found: 1..=20 })),
            "stated and found pages are both told: {told:?}"
        );
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let rows = [
            ("diploma.pdf", true),
            ("scans/diploma.pdf", true),
            ("./diploma.pdf", true),
            ("scans\\diploma.pdf", true),
            ("../diploma.pdf", false),
            ("scans/../../diploma.pdf", false),
            ("..\\diploma.pdf", false),
            ("/etc/hosts", false),
            ("\\\\server\\share\\diploma.pdf", false),
            ("C:\\diploma.pdf", false),
            ("diploma.pdf:hidden", false),
            ("dip\u{0}loma.pdf", false),
            ("", false),
            (".", false),
        ];
        for (file, allowed) in rows {
            assert_eq!(inside(&root, file).is_some(), allowed, "{file:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("secret.pdf"), b"%PDF-1.4").unwrap();
        let dossier = spoiled("saturday", |folder| {
            std::fs::remove_file(folder.join("contract.pdf")).unwrap();
            std::os::unix::fs::symlink(outside.path().join("secret.pdf"), folder.join("contract.pdf"))
                .unwrap();
        });
        assert_eq!(
            problem_of(&dossier, "contract.pdf"),
            Some(&CopyProblem::Outside),
            "a link may lead anywhere"
        );
    }

    #[test]
    fn a_folder_that_is_no_application_says_why() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(read(folder.path()), Err(FolderRefused::NoApplication)), "nothing in it");
        let file = folder.path().join(APPLICATION_FILE);
        std::fs::write(&file, b"\xff\xfe\x00").unwrap();
        assert!(matches!(read(folder.path()), Err(FolderRefused::NotText)), "not UTF-8");
        std::fs::write(&file, b"{ not json").unwrap();
        assert!(matches!(read(folder.path()), Err(FolderRefused::NotApplication { .. })), "not JSON");
        std::fs::write(&file, vec![b' '; 3 * 1024 * 1024]).unwrap();
        assert!(matches!(read(folder.path()), Err(FolderRefused::ApplicationTooLarge)), "too large");
    }
}
