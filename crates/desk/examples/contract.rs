//! Writes the TypeScript of the contract into `ui/src/lib/contract/`.

use std::path::Path;

fn main() -> std::io::Result<()> {
    desk::contract::export::write(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/lib/contract"))
}
