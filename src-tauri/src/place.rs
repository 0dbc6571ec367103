//! Where the data lie and what the world is on this computer.

use desk::demonstration;
use desk::printing;
use desk::world::{Picker, World};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tauri::AppHandle;

/// `--data DIR`, then `TANU_DATA`, then the folder of this user's local data. Never the roaming profile,
/// never a share: a write-ahead log needs a real disk.
pub fn data_folder() -> Result<PathBuf, String> {
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--data" {
            let folder = arguments.next().ok_or("--data needs a folder: tanu --data DIR")?;
            return absolute(folder.into());
        }
    }
    match std::env::var_os("TANU_DATA").filter(|folder| !folder.is_empty()) {
        Some(folder) => absolute(folder.into()),
        None => local_data().map(|folder| folder.join(if cfg!(windows) { "Tanu" } else { "tanu" })),
    }
}

fn absolute(folder: PathBuf) -> Result<PathBuf, String> {
    std::path::absolute(&folder).map_err(|error| format!("the data folder cannot be used: {error}"))
}

fn home() -> Result<PathBuf, String> {
    std::env::home_dir().ok_or_else(|| "this user has no home folder; start with --data DIR".to_owned())
}

#[cfg(windows)]
fn local_data() -> Result<PathBuf, String> {
    match std::env::var_os("LOCALAPPDATA") {
        Some(folder) => Ok(folder.into()),
        None => Ok(home()?.join("AppData").join("Local")),
    }
}

#[cfg(target_os = "macos")]
fn local_data() -> Result<PathBuf, String> {
    Ok(home()?.join("Library").join("Application Support"))
}

#[cfg(not(any(windows, target_os = "macos")))]
fn local_data() -> Result<PathBuf, String> {
    match std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute()) {
        Some(folder) => Ok(folder),
        None => Ok(home()?.join(".local").join("share")),
    }
}

/// The real world. `TANU_NOW` is listened to by a demonstration office alone.
pub fn world(folder: &Path, picker: SystemPicker) -> Result<World, String> {
    let wanted = match std::env::var("TANU_NOW") {
        Ok(text) => {
            let instant = chrono::DateTime::parse_from_rfc3339(text.trim());
            Some(instant.map_err(|_| "TANU_NOW is not an instant like 2025-03-11T10:00:00+05:00")?.to_utc())
        }
        Err(_) => None,
    };
    Ok(World {
        clock: demonstration::clock(folder, wanted),
        picker: Box::new(picker),
        printer: printing::system(),
        cost: desk::world::strength(),
        room: desk::world::room(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        demonstration: demonstration_applications(),
        papers: papers_folder(folder),
    })
}

/// Papers go where the person finds them: a folder of that name in the documents, or beside the data.
fn papers_folder(data: &Path) -> PathBuf {
    let documents = home().ok().map(|home| home.join("Documents")).filter(|folder| folder.is_dir());
    documents.map_or_else(|| data.join("papers"), |folder| folder.join("Tanu"))
}

/// The demonstration applications beside the program, or in the sources when it runs from there.
fn demonstration_applications() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let beside = program.parent()?.join("demo");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join("demo");
    [beside, source].into_iter().find(|folder| folder.is_dir())
}

/// The system's dialog. The program's handle comes after the desk was made, so it is put in later.
#[derive(Clone, Default)]
pub struct SystemPicker {
    app: Arc<OnceLock<AppHandle>>,
}

impl SystemPicker {
    pub fn started(&self, app: AppHandle) {
        // Set once, by the only program there is.
        let _ = self.app.set(app);
    }
}

impl Picker for SystemPicker {
    fn folder(&self) -> Option<PathBuf> {
        // The desk calls from a worker; the dialogs of GTK live on the thread of the window.
        let (send, receive) = std::sync::mpsc::channel();
        let shown = self.app.get()?.run_on_main_thread(move || {
            let _ = send.send(rfd::FileDialog::new().pick_folder());
        });
        shown.ok()?;
        receive.recv().ok().flatten()
    }

    fn show(&self, folder: &Path) -> Result<(), String> {
        let program = if cfg!(windows) {
            "explorer.exe"
        } else if cfg!(target_os = "macos") {
            "open"
        } else {
            "xdg-open"
        };
        // The folder is one argument and passes no shell.
        std::process::Command::new(program).arg(folder).spawn().map(|_| ()).map_err(|error| error.to_string())
    }
}
