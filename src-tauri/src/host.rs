//! What stands between the window and the desk: calls go in, answers and notices go out.

use desk::contract::{No, Topic};
use desk::{Desk, Reply};
use serde_json::Value;
use std::sync::Arc;
use tauri::ipc::{InvokeResponseBody, Response};
use tauri::{AppHandle, Emitter, Manager, Runtime, Webview};

/// Events the window listens to.
pub const CHANGED: &str = "desk-changed";
pub const LOCKED: &str = "desk-locked";
pub const IMPORTED: &str = "desk-imported";

/// The largest argument of a command in bytes; the longest honest one is a refusal in two languages.
const ARGUMENT_BYTES_MAX: usize = 512 * 1024;

/// The desk, as the handlers reach it.
pub struct Host {
    desk: Arc<Desk>,
}

impl Host {
    pub fn new(desk: Arc<Desk>) -> Self {
        Self { desk }
    }

    pub fn desk(&self) -> &Arc<Desk> {
        &self.desk
    }

    /// Calls the desk away from the thread that paints the window.
    pub async fn call<R: Runtime>(
        &self,
        webview: &Webview<R>,
        name: &'static str,
        args: Value,
    ) -> Result<Response, Value> {
        if weight(&args) > ARGUMENT_BYTES_MAX {
            return Err(told(&No::invalid("arguments-too-large")));
        }
        let desk = self.desk.clone();
        let called = tauri::async_runtime::spawn_blocking(move || desk.call(name, args)).await;
        // The desk catches its own panics; this is the last net, so that the window survives.
        let reply = called.map_err(|_| told(&No::bug("panic")))?.map_err(|no| told(&no))?;
        match reply {
            Reply::Raw(bytes) => Ok(Response::new(InvokeResponseBody::Raw(bytes))),
            Reply::Said { text, changed } => {
                if changed.contains(&Topic::Session) || changed.contains(&Topic::Settings) {
                    zoom(webview, self.desk.zoom_percent());
                }
                Ok(Response::new(InvokeResponseBody::Json(text)))
            }
        }
    }
}

/// Shows the page at the size the signed-in person chose.
fn zoom<R: Runtime>(webview: &Webview<R>, percent: u16) {
    // A webview that cannot zoom is no reason to refuse the command that was done.
    let _ = webview.set_zoom(f64::from(percent) / 100.0);
}

/// A "no" as the window reads it.
pub fn told(no: &No) -> Value {
    serde_json::to_value(no).unwrap_or(Value::Null)
}

/// Bytes of the texts and the number of parts of an argument; cheaper than writing it out again.
fn weight(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
        Value::String(text) => text.len() + 2,
        Value::Array(parts) => parts.iter().map(weight).sum::<usize>() + 2,
        Value::Object(parts) => parts.iter().map(|(name, part)| name.len() + weight(part) + 4).sum(),
    }
}

/// Locks the desk and sends the window to the lock page.
pub fn lock<R: Runtime>(app: &AppHandle<R>) {
    app.state::<Host>().desk().lock();
    let _ = app.emit(LOCKED, ());
}
