//! What the tests of papers share: the reference data, and poppler to look at a finished file.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::{Path, PathBuf};
use std::process::Command;

use papers::{Language, Paper};

/// Root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A place for what a test leaves to look at.
pub(crate) fn target() -> PathBuf {
    let place = root().join("target/ref");
    std::fs::create_dir_all(&place).expect("target/ref can be made");
    place
}

/// Name, data and paper of every file of `tests/ref`.
pub(crate) fn references() -> Vec<(String, String, Paper)> {
    let mut found: Vec<(String, String, Paper)> = std::fs::read_dir(root().join("tests/ref"))
        .expect("tests/ref is there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("a reference can be read");
            let paper = papers::read(kind(&name), &text).unwrap_or_else(|cause| panic!("{name}: {cause}"));
            (name, text, paper)
        })
        .collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(found.len() >= papers::KINDS.len(), "every kind of paper has a reference");
    found
}

/// The kind of a reference: `register-vouchers` is a `register`.
pub(crate) fn kind(name: &str) -> &'static str {
    papers::KINDS
        .into_iter()
        .filter(|kind| name == *kind || name.starts_with(&format!("{kind}-")))
        .max_by_key(|kind| kind.len())
        .unwrap_or_else(|| panic!("{name} is no kind of paper"))
}

/// Runs a program of poppler; the sentence says what to install.
pub(crate) fn poppler(program: &str, args: &[&str], file: &Path) -> Vec<u8> {
    let out = Command::new(program)
        .args(args)
        .arg(file)
        .arg("-")
        .output()
        .unwrap_or_else(|cause| panic!("{program} ({cause}): install poppler-utils"));
    assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

/// Text of a file in reading order, words divided at line ends joined again.
pub(crate) fn text_of(name: &str, bytes: &[u8]) -> String {
    let place = target().join(format!("{name}.pdf"));
    std::fs::write(&place, bytes).expect("target/ref can be written");
    let text = poppler("pdftotext", &["-enc", "UTF-8"], &place);
    let text = String::from_utf8(text).expect("poppler writes UTF-8");
    text.replace("\u{AD}\n", "").replace('\u{AD}', "")
}

/// Letters without any space or line end, to look for a text wherever its lines were broken.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{AD}').collect()
}

/// Short name of a language.
pub(crate) fn code(language: Language) -> &'static str {
    language.code()
}
