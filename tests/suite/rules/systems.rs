//! The program is for Windows as well: what only Unix has stands beside what Windows has instead.

use suite::{File, files, nothing_to_mend};

/// What only Unix has.
const UNIX: [&str; 9] = [
    "std::os::unix",
    "std::os::fd",
    "std::os::linux",
    " libc::",
    " rustix::",
    " nix::",
    "\"/tmp",
    "\"/dev/",
    "\"/proc/",
];

/// What only Windows has.
const WINDOWS: [&str; 3] = ["std::os::windows", "windows_sys::", "windows::Win32"];

/// Whether the file is for one system as a whole: its name or its first lines say so.
fn is_whole(file: &File, names: &[&str], condition: &str) -> bool {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    names.contains(&name) || file.text.lines().take(12).any(|line| line.trim() == condition)
}

/// Whether the module above compiles this file on Unix only and something else on Windows.
fn gated_by_parent(file: &File, files: &[File]) -> bool {
    let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    let module = name.trim_end_matches(".rs");
    ["mod.rs", "lib.rs"]
        .iter()
        .filter_map(|parent| {
            let path = format!("{folder}/{parent}");
            files.iter().find(|other| other.path == path)
        })
        .any(|parent| {
            let gate = |condition: &str| {
                ["mod", "pub mod", "pub(crate) mod"]
                    .iter()
                    .any(|kind| parent.text.contains(&format!("#[cfg({condition})]\n{kind} {module};")))
            };
            (gate("unix") || gate("not(windows)")) && parent.text.contains("cfg(windows)")
        })
}

/// The virtual display, the spooler of tests and the bench of the window live on Linux only, and say so.
fn is_of_linux(file: &File) -> bool {
    file.is_test()
}

#[test]
fn what_only_unix_has_stands_beside_what_windows_has_instead() {
    let mut said = Vec::new();
    let files = files();
    for file in files.iter().filter(|file| file.is(".rs") && !is_of_linux(file)) {
        let text = file.text.as_str();
        let unix: Vec<&str> = UNIX.into_iter().filter(|sign| text.contains(sign)).collect();
        if unix.is_empty() || is_whole(file, &["unix.rs"], "#![cfg(unix)]") || gated_by_parent(file, &files) {
            continue;
        }
        let in_tests_only = !UNIX.into_iter().any(|sign| file.shipped().contains(sign));
        if in_tests_only && text.contains("#[cfg(unix)]") {
            continue;
        }
        let guarded = text.contains("cfg(unix)")
            || text.contains("cfg(not(windows))")
            || text.contains("cfg(target_os");
        let windows = text.contains("cfg(windows)") || text.contains("cfg(not(unix))");
        if !guarded || !windows {
            said.push(format!(
                "{} uses {} without a Windows side in the same file",
                file.path,
                unix.join(", ")
            ));
        }
    }
    for file in files.iter().filter(|file| file.is(".rs")) {
        let text = file.text.as_str();
        let windows: Vec<&str> = WINDOWS.into_iter().filter(|sign| text.contains(sign)).collect();
        let guarded = text.contains("cfg(windows)")
            || (is_whole(file, &["windows.rs"], "#![cfg(windows)]") || file.is("_windows.rs"));
        if !windows.is_empty() && !guarded && !file.path.starts_with("tests/suite/") {
            said.push(format!("{} uses {} without cfg(windows)", file.path, windows.join(", ")));
        }
    }
    nothing_to_mend("No Unix-only path, call or crate without its Windows side.", &said);
}

#[test]
fn a_module_for_unix_has_a_sister_for_windows() {
    let files = files();
    let mut said = Vec::new();
    for file in files.iter().filter(|file| file.is("/unix.rs")) {
        let folder = file.path.rsplit_once('/').map(|(folder, _)| folder).unwrap_or_default();
        let sister = format!("{folder}/windows.rs");
        if !files.iter().any(|other| other.path == sister) {
            said.push(format!("{} has no {sister} beside it", file.path));
        }
    }
    nothing_to_mend("What Unix does, Windows does.", &said);
}
