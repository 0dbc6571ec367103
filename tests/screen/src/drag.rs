//! Drags files onto the window of a display and lets them fall, as a file manager does: the source's side of
//! XDND, the protocol of every X11 desktop. The program under test cannot tell it from a person's hand.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ChangeWindowAttributesAux, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask,
    MapState, PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::Fault;

/// The version of the protocol that is spoken; the sixth is a draft nobody has.
const VERSION: u32 = 5;

/// How long the other side may think.
const PATIENCE: Duration = Duration::from_secs(20);

x11rb::atom_manager! {
    /// The words of the protocol.
    Words: WordsCookie {
        XdndAware,
        XdndSelection,
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndDrop,
        XdndFinished,
        XdndActionCopy,
        TARGETS,
        list: b"text/uri-list",
    }
}

/// The hand that drags. It lives as long as its display, as a file manager does.
#[derive(Debug)]
pub(crate) struct Hand {
    display: RustConnection,
    words: Words,
    root: Window,
    source: Window,
}

impl Hand {
    pub(crate) fn on(display: &str) -> Result<Self, Fault> {
        let (display, screen) = RustConnection::connect(Some(display)).map_err(broken)?;
        let words = Words::new(&display).map_err(broken)?.reply().map_err(broken)?;
        let root =
            display.setup().roots.get(screen).ok_or(Fault::Drag("the display has no screen".into()))?.root;
        let source = display.generate_id().map_err(broken)?;
        display
            .create_window(
                0,
                source,
                root,
                0,
                0,
                1,
                1,
                0,
                WindowClass::INPUT_ONLY,
                0,
                &CreateWindowAux::new(),
            )
            .map_err(broken)?;
        let listen = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        display.change_window_attributes(source, &listen).map_err(broken)?;
        display.set_selection_owner(source, words.XdndSelection, x11rb::CURRENT_TIME).map_err(broken)?;
        Ok(Self { display, words, root, source })
    }

    /// Carries the files over a point of the display and lets go once the window there is willing.
    pub(crate) fn drop_at(&self, files: &[PathBuf], x: u16, y: u16) -> Result<(), Fault> {
        let target = takes_drops(&self.display, &self.words, self.root, (x, y))?
            .ok_or(Fault::Drag("no window at this point takes drops".into()))?;
        let list = files.iter().map(|file| format!("{}\r\n", address(file))).collect();
        Drag { hand: self, target, list }.drop_at(x, y)
    }
}

/// Files held over a window.
struct Drag<'a> {
    hand: &'a Hand,
    target: Window,
    /// The files as addresses, a line each.
    list: String,
}

impl Drag<'_> {
    fn drop_at(&self, x: u16, y: u16) -> Result<(), Fault> {
        let Hand { words, source, .. } = self.hand;
        let source = *source;
        self.tell(words.XdndEnter, [source, VERSION << 24, words.list, 0, 0])?;
        let point = u32::from(x) << 16 | u32::from(y);
        let here = [source, 0, point, x11rb::CURRENT_TIME, words.XdndActionCopy];
        // A hand trembles: a window that asks for the files first says yes only to a later move.
        let start = Instant::now();
        loop {
            self.tell(words.XdndPosition, here)?;
            let status = self.answer(words.XdndStatus, start)?;
            if status.first().is_some_and(|flags| flags & 1 == 1) {
                break;
            }
            if start.elapsed() > PATIENCE {
                return Err(Fault::Drag("the window does not take the files".into()));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        self.tell(words.XdndDrop, [source, 0, x11rb::CURRENT_TIME, 0, 0])?;
        self.answer(words.XdndFinished, Instant::now())?;
        Ok(())
    }

    fn tell(&self, word: u32, data: [u32; 5]) -> Result<(), Fault> {
        let message = ClientMessageEvent::new(32, self.target, word, data);
        self.hand.display.send_event(false, self.target, EventMask::NO_EVENT, message).map_err(broken)?;
        self.hand.display.flush().map_err(broken)
    }

    /// Waits for the window's word and hands out the files meanwhile; the numbers after the window's own.
    fn answer(&self, word: u32, start: Instant) -> Result<Vec<u32>, Fault> {
        while start.elapsed() <= PATIENCE {
            match self.hand.display.poll_for_event().map_err(broken)? {
                Some(Event::ClientMessage(message)) if message.type_ == word => {
                    return Ok(message.data.as_data32().into_iter().skip(1).collect());
                }
                Some(Event::SelectionRequest(request)) => self.hand_out(&request)?,
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        }
        let asked =
            if word == self.hand.words.XdndStatus { "whether it takes the files" } else { "the drop" };
        Err(Fault::Drag(format!("the window did not answer {asked}")))
    }

    fn hand_out(&self, request: &SelectionRequestEvent) -> Result<(), Fault> {
        let Hand { display, words, .. } = self.hand;
        let (window, property) = (request.requestor, request.property);
        let mut given = property;
        if request.target == words.list {
            display
                .change_property8(PropMode::REPLACE, window, property, words.list, self.list.as_bytes())
                .map_err(broken)?;
        } else if request.target == words.TARGETS {
            display
                .change_property32(PropMode::REPLACE, window, property, AtomEnum::ATOM, &[words.list])
                .map_err(broken)?;
        } else {
            given = x11rb::NONE;
        }
        let told = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: window,
            selection: request.selection,
            target: request.target,
            property: given,
        };
        display.send_event(false, window, EventMask::NO_EVENT, told).map_err(broken)?;
        display.flush().map_err(broken)
    }
}

/// The topmost window at a point of the display that says it speaks XDND.
fn takes_drops(
    display: &RustConnection,
    words: &Words,
    root: Window,
    (x, y): (u16, u16),
) -> Result<Option<Window>, Fault> {
    // From the bottom to the top; what is not shown, as the empty bubble of a hint, is no goal.
    let mut windows = display.query_tree(root).map_err(broken)?.reply().map_err(broken)?.children;
    while let Some(window) = windows.pop() {
        // A hint may close its window between the question for all and the question about it.
        let Ok(seen) = display.get_window_attributes(window).map_err(broken)?.reply() else { continue };
        let Ok(place) = display.get_geometry(window).map_err(broken)?.reply() else { continue };
        let within = |at: u16, from: i16, length: u16| {
            (i32::from(from)..i32::from(from) + i32::from(length)).contains(&i32::from(at))
        };
        let aware = display.get_property(false, window, words.XdndAware, AtomEnum::ATOM, 0, 1);
        let Ok(aware) = aware.map_err(broken)?.reply() else { continue };
        if aware.length > 0
            && seen.map_state == MapState::VIEWABLE
            && within(x, place.x, place.width)
            && within(y, place.y, place.height)
        {
            return Ok(Some(window));
        }
    }
    Ok(None)
}

/// A file as an address: every byte that is not plain is written as its number.
fn address(file: &std::path::Path) -> String {
    use std::os::unix::ffi::OsStrExt;
    let mut address = "file://".to_owned();
    for byte in file.as_os_str().as_bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(*byte)),
            letter if letter.is_ascii_alphanumeric() => address.push(char::from(*letter)),
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Drag(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_kazakh_letters_and_spaces_is_one_plain_address() {
        let told = address(std::path::Path::new("/дом/a b%1"));
        assert_eq!(told, "file:///%D0%B4%D0%BE%D0%BC/a%20b%251", "nothing but plain letters and numbers");
    }
}
