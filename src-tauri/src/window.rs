//! The window: closed to the outside, opened on the screen, and locked when its person goes away.

use crate::dropped;
use crate::host::{self, Host};
use desk::contract::Topic;
use std::time::Duration;
use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, DragDropEvent, Emitter, Manager, Runtime, Url, WebviewUrl, WebviewWindowBuilder,
    WindowEvent,
};

/// The only window; capabilities name it.
pub const LABEL: &str = "main";

/// Opens the window with nothing it does not need.
pub fn open<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    let handle = app.handle().clone();
    // The ephemeral web view of WebKitGTK cannot be driven by WebDriver. Only a demonstration office, which
    // holds no real person, may be opened with a profile, and only for such a test.
    let driven = app.state::<Host>().desk().is_demonstration()
        && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|wanted| wanted == "true");
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Tanu")
        .inner_size(1366.0, 768.0)
        .min_inner_size(800.0, 500.0)
        .center()
        // Typed numbers and names must not be kept by the web view: no profile on disk, no autofill.
        .incognito(!driven)
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false)
        .devtools(false)
        // Our own Ctrl +, − and 0 keep the zoom with the person, not with the page.
        .zoom_hotkeys_enabled(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            dropped::import(&handle, paths.clone());
        }
    });
    watch_idle(app.handle().clone());
    crate::screen_lock::watch(app.handle());
    Ok(())
}

/// Only the pages inside the program may be shown.
pub fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // Windows and Android serve the same pages under this name.
        "http" | "https" => url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        _ => false,
    }
}

/// Looks every few seconds whether the person is still there, and whether the disk has room. The desk holds the
/// rule; a computer that slept is noticed by the jump of its clock.
fn watch_idle<R: Runtime>(app: AppHandle<R>) {
    const LOOK_EVERY: Duration = Duration::from_secs(2);
    /// A backup is thought of this often; whether one is due is decided below.
    const KEEP_UP_EVERY: u32 = 60;
    std::thread::spawn(move || {
        for look in 1u32.. {
            std::thread::sleep(LOOK_EVERY);
            let desk = app.state::<Host>().desk().clone();
            if desk.lock_if_idle() {
                host::lock(&app);
            }
            if desk.look_at_the_disk() {
                let _ = app.emit(host::CHANGED, [Topic::Session]);
            }
            if look % KEEP_UP_EVERY == 0 {
                desk.keep_up();
                carry_away(app.clone());
            }
        }
    });
}

/// Brings the copy of the day to another disk beside everything else: a slow stick holds nobody up.
fn carry_away<R: Runtime>(app: AppHandle<R>) {
    std::thread::spawn(move || {
        if app.state::<Host>().desk().carry_away_if_due() {
            let _ = app.emit(host::CHANGED, [Topic::Backup, Topic::Session]);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_only_our_own_pages() {
        let rows = [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/index.html", true),
            ("https://tauri.localhost/", true),
            ("https://tauri.localhost:8443/", false),
            ("https://example.org/", false),
            ("https://tauri.localhost.example.org/", false),
            ("tauri://elsewhere/index.html", false),
            ("file:///etc/hosts", false),
            ("data:text/html,hello", false),
            ("about:blank", false),
        ];
        for (url, ours) in rows {
            assert_eq!(is_ours(&url.parse().unwrap()), ours, "{url}");
        }
    }
}
