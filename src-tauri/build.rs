//! Tells Tauri which commands exist. Without this list every window may call every command; with it
//! a command that no capability names is refused.

/// Only the names are wanted of the list the contract keeps.
macro_rules! commands {
    ($($who:ident $gives:ident $name:ident($args:ty) -> $value:ty = $handler:path;)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}
include!("../crates/desk/src/contract/list.rs");

fn main() {
    println!("cargo:rerun-if-changed=crates/desk/src/contract/list.rs");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let manifest = tauri_build::AppManifest::new().commands(NAMES);
    let attributes = tauri_build::Attributes::new()
        .app_manifest(manifest)
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
