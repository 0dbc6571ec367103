//! The screen of the computer is locked: the desk is locked with it. The signals are real, on buses of the test's
//! own; only who sends them stands in for the screen saver and the session manager.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use gtk::gio::{DBusCallFlags, DBusConnection, DBusConnectionFlags};
use gtk::glib::Variant;
use gtk::prelude::ToVariant;
use screen::{Group, Size};
use serde_json::json;

use crate::office::Office;
use crate::person::{MORNING, sign_in};
use crate::seat::Seat;

/// How long one word of a screen saver may take to show.
const ONE_WORD: Duration = Duration::from_secs(10);

/// A message bus that nobody else is on, with the configuration of any bus that lets everybody speak.
struct Bus {
    address: String,
    /// Held open: a daemon that cannot complain any more ends.
    _said: BufReader<ChildStderr>,
    _daemon: Group,
}

impl Bus {
    fn start(folder: &Path, name: &str) -> Self {
        let socket = folder.join(name);
        let configuration = folder.join(format!("{name}.conf"));
        let text = format!(
            "<busconfig><type>session</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>\n\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\n\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n",
            socket.display()
        );
        std::fs::write(&configuration, text).expect("the configuration of a bus");
        let mut daemon = Command::new("dbus-daemon");
        daemon
            .arg("--nofork")
            .arg("--print-address=2")
            .arg(format!("--config-file={}", configuration.display()))
            .stdin(Stdio::null())
            .stderr(Stdio::piped());
        let mut daemon = Group::start(&mut daemon).unwrap_or_else(|fault| panic!("no bus: {fault}"));
        let said = daemon.complaints().expect("what the bus says first");
        let mut address = String::new();
        // It says its address when it listens, so nobody comes too early.
        let mut said = BufReader::new(said);
        said.read_line(&mut address).expect("the address of the bus");
        assert!(address.starts_with("unix:"), "dbus-daemon says: {address}");
        Self { address: address.trim().to_owned(), _said: said, _daemon: daemon }
    }
}

/// Stands in for a screen saver or the session manager: owns its name and sends what it sends.
struct StandIn {
    bus: DBusConnection,
    path: &'static str,
    interface: &'static str,
    signal: &'static str,
}

impl StandIn {
    fn on(bus: &Bus, name: &str, path: &'static str, interface: &'static str, signal: &'static str) -> Self {
        let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
        let bus = DBusConnection::for_address_sync(&bus.address, flags, None, gtk::gio::Cancellable::NONE)
            .unwrap_or_else(|error| panic!("nobody reaches the bus: {error}"));
        let own = Self { bus, path, interface, signal };
        own.ask("RequestName", &(name, 0u32).to_variant());
        own
    }

    fn ask(&self, method: &str, arguments: &Variant) -> Variant {
        self.call("org.freedesktop.DBus", "org.freedesktop.DBus", method, Some(arguments))
            .unwrap_or_else(|error| panic!("the bus does not answer {method}: {error}"))
    }

    fn call(
        &self,
        to: &str,
        interface: &str,
        method: &str,
        arguments: Option<&Variant>,
    ) -> Result<Variant, gtk::glib::Error> {
        let none = gtk::gio::Cancellable::NONE;
        let path = "/org/freedesktop/DBus";
        self.bus.call_sync(
            Some(to),
            path,
            interface,
            method,
            arguments,
            None,
            DBusCallFlags::NONE,
            20_000,
            none,
        )
    }

    fn says(&self, arguments: Option<&Variant>) {
        self.bus
            .emit_signal(None, self.path, self.interface, self.signal, arguments)
            .and_then(|()| self.bus.flush_sync(gtk::gio::Cancellable::NONE))
            .unwrap_or_else(|error| panic!("the signal was not sent: {error}"));
    }

    /// Returns when every program on the bus has taken what was sent before: messages of one sender keep their order.
    fn was_heard_by_all(&self) {
        let names = self.ask("ListNames", &().to_variant()).child_value(0);
        for name in
            names.iter().filter_map(|name| name.str().map(str::to_owned)).filter(|name| name.starts_with(':'))
        {
            // Whoever left meanwhile hears nothing any more.
            let _ = self.call(&name, "org.freedesktop.DBus.Peer", "Ping", None);
        }
    }
}

/// Everything said on the bus is heard and acted upon: the bus has handed it over, and the loop of the window, which
/// acts on it, has gone round since.
fn heard(saver: &StandIn, seat: &Seat) {
    saver.was_heard_by_all();
    for _ in 0..3 {
        // Every answer of the driver goes through that loop.
        seat.script("return new Promise((done) => setTimeout(() => done(true), 50))", &[]);
    }
}

fn is_locked(seat: &Seat) -> bool {
    seat.ask("session_state", &json!({}))["value"]["state"] == json!("locked")
}

#[test]
fn the_desk_is_locked_with_the_screen_of_the_computer() {
    let place = tempfile::tempdir().expect("a folder for sockets");
    let (session, system) = (Bus::start(place.path(), "session"), Bus::start(place.path(), "system"));
    let office = Office::on(MORNING).on_buses(session.address.clone(), system.address.clone());
    let seat = Seat::open(&office, Size::OFFICE);
    let yes = (true,).to_variant();
    let rows = [
        (
            &session,
            "org.freedesktop.ScreenSaver",
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver",
            "ActiveChanged",
        ),
        (
            &session,
            "org.gnome.ScreenSaver",
            "/org/gnome/ScreenSaver",
            "org.gnome.ScreenSaver",
            "ActiveChanged",
        ),
        (
            &session,
            "org.cinnamon.ScreenSaver",
            "/org/cinnamon/ScreenSaver",
            "org.cinnamon.ScreenSaver",
            "ActiveChanged",
        ),
        (
            &system,
            "org.freedesktop.login1",
            "/org/freedesktop/login1/session/_31",
            "org.freedesktop.login1.Session",
            "Lock",
        ),
    ];
    for (bus, name, path, interface, signal) in rows {
        sign_in(&seat, "specialist");
        assert!(!is_locked(&seat), "somebody sits at the desk");
        let saver = StandIn::on(bus, name, path, interface, signal);
        let said = (signal == "ActiveChanged").then_some(&yes);
        seat.until(&format!("the lock page after {interface}.{signal}"), |seat| {
            saver.says(said);
            // Not said again while the window may still be about it: a second word would lock whoever signs in
            // next. Only what was said before the program was on the bus is lost.
            let start = Instant::now();
            while start.elapsed() < ONE_WORD {
                if seat.sees_css("#entry-go") {
                    return Some(());
                }
                std::thread::sleep(Duration::from_millis(100));
            }
            None
        });
        heard(&saver, &seat);
        assert!(is_locked(&seat), "the vault is closed, not only covered: {interface}");
        if signal == "ActiveChanged" {
            sign_in(&seat, "specialist");
            // The screen saver went away: it is heard now, as was just seen, and nothing follows from it.
            saver.says(Some(&(false,).to_variant()));
            heard(&saver, &seat);
            let rows = seat.ask("queue_today", &json!({}));
            assert!(rows["value"]["strips"].is_array(), "the desk works on: {rows}");
            assert!(!is_locked(&seat), "an unlocked screen locks nobody out");
            crate::person::lock(&seat);
        }
    }
}
