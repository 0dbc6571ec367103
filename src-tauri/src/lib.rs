//! The window: it opens, and passes calls to the desk. It knows nothing of cases.

pub mod commands;
pub mod dropped;
pub mod host;
pub mod place;
pub mod window;

mod screen_lock;
#[cfg(windows)]
mod screen_lock_windows;

use desk::Desk;
use std::sync::Arc;
use tauri::{Builder, Runtime};

/// A program with every handler and no window yet; the tests build the same one without a screen.
pub fn program<R: Runtime>(builder: Builder<R>, desk: Arc<Desk>) -> Builder<R> {
    builder.manage(host::Host::new(desk)).invoke_handler(commands::handler())
}

/// The configuration, the pages and the permissions, as they are built in.
pub fn context<R: Runtime>() -> tauri::Context<R> {
    tauri::generate_context!()
}

/// Runs the desktop program until its window is closed.
pub fn run() -> Result<(), Box<dyn std::error::Error>> {
    let folder = place::data_folder()?;
    desk::crash::watch(folder.clone(), env!("CARGO_PKG_VERSION").to_owned());
    let picker = place::SystemPicker::default();
    let desk = Arc::new(Desk::open(&folder, place::world(&folder, picker.clone())?));
    let closing = desk.clone();
    let app = program(Builder::default(), desk)
        .setup(move |app| {
            picker.started(app.handle().clone());
            Ok(window::open(app)?)
        })
        .build(context())?;
    app.run(move |_, event| {
        if let tauri::RunEvent::Exit = event {
            closing.lock();
        }
    });
    Ok(())
}
