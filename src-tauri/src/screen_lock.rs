//! Locks the desk when the screen of the computer is locked. Where the system tells nobody, the idle
//! minutes and the jump of a sleeping clock still lock it.

use tauri::{AppHandle, Runtime};

#[cfg(target_os = "linux")]
pub(crate) fn watch<R: Runtime>(app: &AppHandle<R>) {
    use gtk::gio;
    // Screen savers of the desktops, and the session manager's request to lock.
    const TOLD_BY: [(gio::BusType, &str, &str); 4] = [
        (gio::BusType::Session, "org.freedesktop.ScreenSaver", "ActiveChanged"),
        (gio::BusType::Session, "org.gnome.ScreenSaver", "ActiveChanged"),
        (gio::BusType::Session, "org.cinnamon.ScreenSaver", "ActiveChanged"),
        (gio::BusType::System, "org.freedesktop.login1.Session", "Lock"),
    ];
    for (bus, interface, signal) in TOLD_BY {
        let app = app.clone();
        gio::bus_get(bus, gio::Cancellable::NONE, move |connected| {
            // No bus: nobody will tell; the idle minutes remain.
            let Ok(connection) = connected else { return };
            let flags = gio::DBusSignalFlags::NONE;
            connection.signal_subscribe(
                None,
                Some(interface),
                Some(signal),
                None,
                None,
                flags,
                move |_, _, _, _, _, said| {
                    let unlocked = said.n_children() == 1
                        && said.child_value(0).get::<bool>().is_some_and(|active| !active);
                    if !unlocked {
                        crate::host::lock(&app);
                    }
                },
            );
            // The subscription lives as long as the connection, the connection as long as the program.
            std::mem::forget(connection);
        });
    }
}

#[cfg(windows)]
pub(crate) fn watch<R: Runtime>(app: &AppHandle<R>) {
    crate::screen_lock_windows::watch(app);
}

#[cfg(not(any(target_os = "linux", windows)))]
pub(crate) fn watch<R: Runtime>(_app: &AppHandle<R>) {}
