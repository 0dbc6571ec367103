//! One desk: a data folder, the world, and a seat that is locked or has a person in it. Every call of the
//! window, of a test or of a script comes through [`Desk::call`].

use crate::away::Journey;
use crate::card::ShownCard;
use crate::contract::{Answer, COMMANDS, CommandCard, No, Topic};
use crate::law::Books;
use crate::room::Told;
use crate::session;
use crate::workplace::Workplace;
use crate::world::World;
use rules::law::Law;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a command gave.
#[derive(Debug)]
pub enum Reply {
    /// JSON of an `Answer`, and the topics it changed.
    Said { text: String, changed: Vec<Topic> },
    /// Bytes of a paper or of a copy.
    Raw(Vec<u8>),
}

pub struct Desk {
    pub(crate) folder: PathBuf,
    pub(crate) world: Arc<World>,
    seat: Mutex<Option<Workplace>>,
    zoom_percent: AtomicU16,
    /// Who tried last, so that the lock page can say how long to wait.
    pub(crate) tried: Mutex<String>,
    /// The recovery card whose code is on the screen.
    pub(crate) card: Arc<Mutex<Option<ShownCard>>>,
    /// Copies on their way to another disk.
    pub(crate) journey: Journey,
    /// What the window was told of the room on the disk.
    pub(crate) told: Told,
    /// Other books than those that ship with the program.
    books: Option<Arc<Books>>,
}

impl Desk {
    /// A desk over a data folder; nothing is opened before somebody signs in.
    pub fn open(folder: impl Into<PathBuf>, world: World) -> Self {
        Self {
            folder: folder.into(),
            world: Arc::new(world),
            seat: Mutex::new(None),
            zoom_percent: AtomicU16::new(100),
            tried: Mutex::new(String::new()),
            card: Arc::default(),
            journey: Journey::default(),
            told: Told::default(),
            books: None,
        }
    }

    /// The same desk under another law: a rehearsal of what a coming edition or calendar changes.
    pub fn under(self, law: Law) -> Self {
        Self { books: Some(Arc::new(Books::of(law))), ..self }
    }

    /// The law of whoever sits down next.
    pub(crate) fn books(&self) -> Result<Arc<Books>, No> {
        self.books.clone().map_or_else(Books::shipped, Ok)
    }

    /// The encrypted vault is the data folder itself, as `tanu-cli --data` takes it.
    pub(crate) fn vault(&self) -> PathBuf {
        self.folder.clone()
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// After a panic the seat is still whole: a write that did not commit was rolled back when it fell.
    pub(crate) fn seat(&self) -> MutexGuard<'_, Option<Workplace>> {
        self.seat.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Synthetic people only.
    pub fn is_demonstration(&self) -> bool {
        crate::demonstration::Mark::find(&self.folder).is_some()
    }

    /// The size of the page the signed-in person chose, percent; 100 on the lock page.
    pub fn zoom_percent(&self) -> u16 {
        self.zoom_percent.load(Ordering::Relaxed)
    }

    pub(crate) fn set_zoom_percent(&self, percent: u16) {
        self.zoom_percent.store(percent, Ordering::Relaxed);
    }

    /// Closes the database and forgets the keys.
    pub fn lock(&self) {
        session::leave(self, session::Leaving::Locked);
    }

    /// Locks when nobody touched the window for the minutes of the setting, or when the computer slept.
    /// True when it was locked by this call.
    pub fn lock_if_idle(&self) -> bool {
        session::leave_if_idle(self)
    }

    /// What a desk does by itself now and then: a backup when an hour of work has no copy yet, and the reserve
    /// made again when it was given up.
    pub fn keep_up(&self) {
        if let Some(workplace) = self.seat().as_ref() {
            workplace.store.keep_reserve();
            // A full disk is told by the next write of the person, not by a window out of nowhere.
            let _ = workplace.store.backup_if_due(workplace.now());
        }
    }

    /// Calls a command by its name. A panic behind it becomes a [`No`] of the kind `bug`.
    pub fn call(&self, name: &str, args: Value) -> Result<Reply, No> {
        let Some(card) = COMMANDS.iter().find(|card| card.name == name) else {
            return Err(No::invalid("unknown-command"));
        };
        let called = catch_unwind(AssertUnwindSafe(|| dispatch(self, card, args)));
        called.unwrap_or_else(|_| Err(No::bug("panic")))
    }

    /// For commands that may be called when nobody is signed in.
    fn anyone<A: DeserializeOwned, T: Serialize>(
        &self,
        args: Value,
        handler: impl FnOnce(&Desk, A) -> Result<Answer<T>, No>,
    ) -> Result<Reply, No> {
        said(handler(self, parse(args)?)?)
    }

    /// For commands that need a person, and a person who may call them.
    fn seated<A: DeserializeOwned, T>(
        &self,
        card: &CommandCard,
        args: Value,
        handler: impl FnOnce(&mut Workplace, A) -> Result<T, No>,
    ) -> Result<T, No> {
        if self.lock_if_idle() {
            return Err(No::locked());
        }
        let mut seat = self.seat();
        let workplace = seat.as_mut().ok_or_else(No::locked)?;
        if !card.who.includes(workplace.me.role) {
            return Err(No::denial("role").with("command", card.name));
        }
        // What cannot be written now is no reason to show nothing; it is tried again with the next command.
        let _ = crate::case::time::catch_up(workplace);
        // Arguments are read only after it is known that this person may call it at all.
        let done = handler(workplace, parse(args)?);
        self.set_zoom_percent(workplace.settings.zoom);
        done
    }

    /// For commands that wait for a person, such as a dialog of the system: it is looked who asks, and then
    /// the seat is let go, so that the desk can still lock itself meanwhile.
    fn while_waiting<A: DeserializeOwned, T: Serialize>(
        &self,
        card: &CommandCard,
        args: Value,
        handler: impl FnOnce(&Desk, A) -> Result<Answer<T>, No>,
    ) -> Result<Reply, No> {
        let asked = self.seated(card, args, |_, asked: A| Ok(asked))?;
        said(handler(self, asked)?)
    }
}

fn said<T: Serialize>(answer: Answer<T>) -> Result<Reply, No> {
    let text = serde_json::to_string(&answer).map_err(|_| No::bug("answer"))?;
    Ok(Reply::Said { text, changed: answer.changed })
}

/// The arguments of a command. What was wrong with them is not quoted: it may be personal.
fn parse<A: DeserializeOwned>(args: Value) -> Result<A, No> {
    // A list would be read as a record by the places of its values; the contract knows names only.
    if !args.is_object() {
        return Err(No::invalid("arguments"));
    }
    serde_json::from_value(args).map_err(|_| No::invalid("arguments"))
}

macro_rules! call {
    ($desk:ident $card:ident $input:ident anyone ask $args:ty, $handler:path) => {
        // Nobody sits here: there is no seat that waiting could hold up.
        $desk.anyone::<$args, _>($input, $handler)
    };
    ($desk:ident $card:ident $input:ident anyone raw $args:ty, $handler:path) => {
        parse::<$args>($input).and_then(|asked| $handler($desk, asked)).map(Reply::Raw)
    };
    ($desk:ident $card:ident $input:ident $who:ident ask $args:ty, $handler:path) => {
        $desk.while_waiting::<$args, _>($card, $input, $handler)
    };
    ($desk:ident $card:ident $input:ident anyone say $args:ty, $handler:path) => {
        $desk.anyone::<$args, _>($input, $handler)
    };
    ($desk:ident $card:ident $input:ident $who:ident say $args:ty, $handler:path) => {
        $desk.seated::<$args, _>($card, $input, $handler).and_then(said)
    };
    ($desk:ident $card:ident $input:ident $who:ident raw $args:ty, $handler:path) => {
        $desk.seated::<$args, Vec<u8>>($card, $input, $handler).map(Reply::Raw)
    };
}
macro_rules! commands {
    ($($who:ident $gives:ident $name:ident($args:ty) -> $value:ty = $handler:path;)*) => {
        fn dispatch(desk: &Desk, card: &CommandCard, input: Value) -> Result<Reply, No> {
            // The types of the list are named from here.
            use crate::contract::*;
            match card.name {
                $(stringify!($name) => call!(desk card input $who $gives $args, $handler),)*
                _ => Err(No::invalid("unknown-command")),
            }
        }
    };
}
include!("contract/list.rs");

/// Kept beside the dispatcher so that a new kind of caller is not forgotten here.
#[cfg(test)]
mod tests {
    use crate::contract::{COMMANDS, Who};

    #[test]
    fn only_signing_in_and_its_kin_are_open_to_everybody() {
        let open: Vec<&str> = COMMANDS.iter().filter(|c| c.who == Who::Anyone).map(|c| c.name).collect();
        assert_eq!(
            open,
            [
                "session_state",
                "session_sign_in",
                "session_lock",
                "session_recover",
                "dialog_backup",
                "backup_look",
                "office_restore",
                "office_found",
                "card_preview",
                "card_printers",
                "card_print",
                "card_save",
                "card_done"
            ],
            "a command that needs nobody signed in must be wanted so"
        );
    }
}
