//! Windows tells a window that asked for it when the session is locked; the window procedure of the program
//! is wrapped to hear it.

use tauri::{AppHandle, Manager, Runtime};
use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::RemoteDesktop::{NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification};
use windows_sys::Win32::UI::Shell::{DefSubclassProc, SetWindowSubclass};
use windows_sys::Win32::UI::WindowsAndMessaging::{WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK};

/// What is done when the session is locked.
type WhenLocked = Box<dyn Fn() + Send + Sync>;

/// Any number: there is one wrapper on this window.
const WRAPPER: usize = 0x7461_6e75;

pub(crate) fn watch<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(crate::window::LABEL) else { return };
    let Ok(handle) = window.hwnd() else { return };
    let app = app.clone();
    let told: Box<WhenLocked> = Box::new(Box::new(move || crate::host::lock(&app)));
    let hwnd = handle.0 as HWND;
    // SAFETY: `hwnd` is the live window of this thread, and `told` is leaked, so the pointer that the wrapper
    // gets back stays valid for as long as the process runs.
    unsafe {
        let told = Box::into_raw(told) as usize;
        if SetWindowSubclass(hwnd, Some(hear), WRAPPER, told) != 0 {
            WTSRegisterSessionNotification(hwnd, NOTIFY_FOR_THIS_SESSION);
        }
    }
}

/// The wrapper: looks at one message and passes every one on.
unsafe extern "system" fn hear(
    window: HWND,
    message: u32,
    wparam: WPARAM,
    lparam: LPARAM,
    _wrapper: usize,
    told: usize,
) -> LRESULT {
    if message == WM_WTSSESSION_CHANGE && wparam == WTS_SESSION_LOCK as WPARAM {
        // SAFETY: `told` is the pointer that `watch` leaked for this very wrapper.
        let told = unsafe { &*(told as *const WhenLocked) };
        told();
    }
    // SAFETY: the message goes on unchanged, as the contract of a subclass asks.
    unsafe { DefSubclassProc(window, message, wparam, lparam) }
}
