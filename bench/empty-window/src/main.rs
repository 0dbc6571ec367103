//! A Tauri window with nothing in it, to compare the product with.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> std::process::ExitCode {
    // An ephemeral web view cannot be driven, so it is one only when nobody drives it, as in the product.
    let driven = std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|set| set == "true");
    let opened = tauri::Builder::default()
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
                .title("Empty")
                .inner_size(1366.0, 768.0)
                .incognito(!driven)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    match opened {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(_) => std::process::ExitCode::FAILURE,
    }
}
