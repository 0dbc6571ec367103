//! Writes `ui/src/lib/words/keys.ts` anew from the Fluent files; `make contract` runs it.

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/lib/words");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("keys.ts"), words::KEYS_TS)
}
