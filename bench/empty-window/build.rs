//! Lets Tauri embed the empty page.

fn main() {
    tauri_build::build();
}
