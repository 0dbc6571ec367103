//! House rules that a test can check: floors, sizes, words, traces, links, both systems. The files of the
//! tree are read here once for all of them; the rules themselves are in the modules of `house.rs`.

use std::fs;
use std::path::{Path, PathBuf};

/// One text file of the repository.
#[derive(Debug)]
pub struct File {
    /// From the top of the repository, with `/` on every system.
    pub path: String,
    /// What it says, with plain line ends.
    pub text: String,
}

impl File {
    /// True for a file of tests: a rule about what is shipped does not look at it.
    #[must_use]
    pub fn is_test(&self) -> bool {
        ["tests/", "/tests/", "/examples/", "/benches/", "bench/", "fuzz/", "/fuzz/"].iter().any(|part| {
            if part.starts_with('/') { self.path.contains(part) } else { self.path.starts_with(part) }
        }) || self.path.ends_with("/tests.rs")
            || self.path.ends_with(".test.ts")
    }

    /// The text up to the first module of unit tests, which stands last in our files.
    #[must_use]
    pub fn shipped(&self) -> &str {
        self.text.split("#[cfg(test)]\nmod ").next().unwrap_or_default()
    }

    /// Whether the name ends so.
    #[must_use]
    pub fn is(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }
}

/// The top of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every text file of the tree that is ours: not built, not fetched.
#[must_use]
pub fn files() -> Vec<File> {
    const NOT_OURS: [&str; 7] = ["target", "node_modules", "dist", "dist-mock", "gen", ".git", ".venv"];
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !NOT_OURS.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if name != ".git"
                && let Ok(text) = fs::read_to_string(&path)
            {
                let path = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push(File { path, text: text.replace('\r', "") });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// Fails with all the sentences at once, so that one run tells everything.
///
/// # Panics
/// When there is something to mend.
pub fn nothing_to_mend(rule: &str, sentences: &[String]) {
    assert!(sentences.is_empty(), "{rule}\n  {}\n", sentences.join("\n  "));
}
