//! What the program leaves behind when an assumption of ours was false: when, which version, which line of the
//! program. The words of the panic are not written: they may quote what a person typed.

use crate::world::{Clock, SystemClock};
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

/// Name of the report in the data folder.
pub const REPORT: &str = "crashes.txt";
/// A report longer than that begins anew; the last crash is the one that is asked about.
const BYTES_MAX: u64 = 64 * 1024;

/// From now on a panic of any thread writes one line into the report and to the error output, and nothing else.
pub fn watch(folder: PathBuf, version: String) {
    std::panic::set_hook(Box::new(move |panic| {
        let line = line(panic, &version);
        eprint!("{line}");
        // A report that cannot be written must not bring the program down with it.
        let _ = append(&folder.join(REPORT), &line);
    }));
}

fn line(panic: &PanicHookInfo<'_>, version: &str) -> String {
    let at = SystemClock::default().now().format("%Y-%m-%dT%H:%M:%SZ");
    let place = panic.location().map_or_else(|| "?".to_owned(), ToString::to_string);
    format!("{at} {version} {} {place}\n", std::env::consts::OS)
}

fn append(path: &Path, line: &str) -> std::io::Result<()> {
    let anew = std::fs::metadata(path).is_ok_and(|meta| meta.len() > BYTES_MAX);
    let mut options = OpenOptions::new();
    if anew {
        options.write(true).truncate(true)
    } else {
        options.append(true)
    };
    options.create(true).open(path)?.write_all(line.as_bytes())
}
