//! The handlers of the window, one for each line of the contract: unpack, call the desk, pack.

use crate::host::Host;
use serde_json::Value;
use tauri::ipc::{Invoke, Response};
use tauri::{Runtime, State, Webview};

macro_rules! commands {
    ($($who:ident $gives:ident $name:ident($args:ty) -> $value:ty = $handler:path;)*) => {
        $(
            #[tauri::command]
            pub async fn $name<R: Runtime>(
                webview: Webview<R>,
                host: State<'_, Host>,
                args: Value,
            ) -> Result<Response, Value> {
                host.call(&webview, stringify!($name), args).await
            }
        )*

        /// The handler of every command.
        pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}
include!("../../crates/desk/src/contract/list.rs");
