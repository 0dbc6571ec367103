//! Folders dropped on the window: each goes to the desk as one that was chosen in the dialog does, and the
//! page hears once what became of all of them.

use crate::host::{CHANGED, Host, IMPORTED, told};
use desk::contract::{No, Topic};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Emitter, Manager, Runtime};

/// More folders than that were not meant; each would be opened and read.
const FOLDERS_MAX: usize = 50;

/// Takes in the folders away from the thread that paints the window.
pub fn import<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    let desk = app.state::<Host>().desk().clone();
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let (outcome, changed) = take_all(&desk, &paths);
        let _ = app.emit(IMPORTED, outcome);
        if !changed.is_empty() {
            let _ = app.emit(CHANGED, changed);
        }
    });
}

/// What became of the folders, as an `Imported` or, when nothing at all could be tried, as a `No`; and the
/// topics that changed.
fn take_all(desk: &Desk, paths: &[PathBuf]) -> (Value, Vec<Topic>) {
    let (mut taken, mut refused) = (Vec::new(), Vec::new());
    let mut topics: Vec<Topic> = Vec::new();
    let mut no: Option<No> = None;
    for path in paths.iter().take(FOLDERS_MAX) {
        match desk.call("intake_folder", json!({ "path": path.to_string_lossy() })) {
            Ok(Reply::Said { text, changed }) => {
                let mut answer: Value = serde_json::from_str(&text).unwrap_or_default();
                for (all, part) in [(&mut taken, "taken"), (&mut refused, "refused")] {
                    if let Some(Value::Array(rows)) = answer.pointer_mut(&format!("/value/{part}")) {
                        all.append(rows);
                    }
                }
                topics
                    .extend(changed.into_iter().filter(|topic| !topics.contains(topic)).collect::<Vec<_>>());
            }
            Ok(Reply::Raw(_)) => {}
            // One folder that cannot even be asked about must not hide what became of the others.
            Err(why) => {
                refused.push(json!({ "folder": name(path), "code": why.code, "said": why.said }));
                no.get_or_insert(why);
            }
        }
    }
    match no {
        Some(no) if taken.is_empty() && refused.len() == paths.len() => (told(&no), topics),
        _ => (json!({ "taken": taken, "refused": refused }), topics),
    }
}

/// Name of the folder, for the eye.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
