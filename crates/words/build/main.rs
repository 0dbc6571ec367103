//! Reads the Fluent files of the three languages, checks them against each other, and writes the typed
//! functions of `words::msg` and the keys of the UI. What is wrong with the files fails the build in sentences.

mod check;
mod formats;
mod read;
mod rust;
mod typescript;

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let complaints = match generate() {
        Ok(()) => return,
        Err(complaints) => complaints,
    };
    for complaint in complaints {
        tell_cargo(&format!("error={complaint}"));
    }
}

/// Everything the build script does; the sentences say what to mend in the Fluent files.
fn generate() -> Result<(), Vec<String>> {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("../../assets/words");
    let out = PathBuf::from(variable("OUT_DIR")?);
    tell_cargo(&format!("rerun-if-changed={}", root.display()));
    tell_cargo("rerun-if-changed=build");

    let languages = read::languages(&root)?;
    let messages = check::together(&languages)?;
    write(&out.join("messages.rs"), &rust::functions(&messages, &languages))?;
    write(&out.join("keys.ts"), &typescript::keys(&messages))?;
    write(&out.join("formats.rs"), &formats::constants(&root.join("formats.json"))?)
}

fn variable(name: &str) -> Result<String, Vec<String>> {
    env::var(name).map_err(|_| vec![format!("Cargo did not set {name}")])
}

fn write(path: &Path, text: &str) -> Result<(), Vec<String>> {
    // An unchanged file keeps its time, so nothing downstream is compiled again.
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(path, text).map_err(|error| vec![format!("could not write {}: {error}", path.display())])
}

#[expect(clippy::print_stdout, reason = "a build script speaks to Cargo on standard output")]
fn tell_cargo(line: &str) {
    println!("cargo::{line}");
}
