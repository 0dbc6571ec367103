//! Writes what is made from the list of commands: the TypeScript of the window and its permissions.

use std::path::Path;

fn main() -> std::io::Result<()> {
    desk::contract::export::write(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
}
