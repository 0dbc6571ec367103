//! The encrypted database of one workplace: one door for writing, nothing lost, nothing leaked.
//!
//! A [`Store`] is an open vault. It is made once with [`Store::create`], opened with a password or the
//! recovery code by [`Store::unlock`], and closed by [`Store::lock`]. Everything that changes goes through
//! [`Store::write`]; what happened is in the journal ([`Store::stream`]); everything else is a projection of
//! it and can be made again ([`Store::rebuild`]).
//!
//! ```
//! use chrono::{NaiveDate, TimeZone, Utc};
//! use store::{Cost, Credential, NewCommand, NewEvent, NewUser, Op, Room, Setup, Store, UserId, Written};
//!
//! # fn main() -> Result<(), store::Error> {
//! # let folder = tempfile::tempdir().unwrap();
//! # let dir = folder.path().join("vault");
//! let now = Utc.with_ymd_and_hms(2026, 3, 2, 4, 0, 0).unwrap();
//! let admin = UserId::new(now)?;
//! let first = NewUser::new(admin, "admin", "a long enough phrase");
//! // Cost::standard() and Room::standard() outside of tests.
//! let setup = Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: now };
//! let (store, recovery) = Store::create(&dir, setup)?;
//! println!("Put this card into a sealed envelope: {}", recovery.to_card());
//!
//! let case = "case/0199c0de-0000-7000-8000-000000000001";
//! let op = Op {
//!     name: "receive_application",
//!     actor: admin,
//!     at: now,
//!     civil_date: NaiveDate::from_ymd_opt(2026, 3, 2).unwrap(),
//!     edition: "B",
//!     command: Some(NewCommand::new(now, "receive_application", 1, br#"{"case":"..."}"#)?),
//! };
//! let written = store.write(op, |tx| {
//!     tx.append(case, Some(0), &[NewEvent::new("application_received", 1, br#"{"by":"hand"}"#)])?;
//!     Ok::<_, store::Error>(())
//! })?;
//! assert!(matches!(written, Written::Done { .. }));
//! assert_eq!(store.stream(case)?.len(), 1);
//! store.lock()?;
//!
//! let again = Store::unlock(&dir, &Credential::password("admin", "a long enough phrase"), now)?;
//! assert_eq!(again.user(), Some(admin));
//! # Ok(()) }
//! ```

mod disk;
mod error;
mod ids;

mod keys;

mod anchor;
mod connect;
mod layout;
mod migrate;
mod open;
mod place;
mod reserve;
mod room;

mod journal;
mod replica;
mod write;

mod fold;
mod search;
mod table;

mod attachments;
mod backup;
mod erase;
mod export;
mod people;
mod rebuild;
mod rekey;
mod salvage;
mod verify;

#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub mod outside;

#[cfg(feature = "bench")]
pub mod bench;

pub use attachments::{Attachment, NewAttachment, Stored};
pub use backup::{
    About, Backup, Carrier, Condition, Reason, Recovered, SalvagedCommand, backups, backups_in, find_backups,
    thin,
};
pub use erase::Erasure;
pub use error::{Error, Result, Step};
pub use export::{Exported, open_export};
pub use fold::fold;
pub use ids::{AttachmentId, CaseId, CommandId, EventId, OfficeId, ReplicaId, SubjectId, UserId};
pub use journal::{Body, Event, Finality, JournalPage, NewEvent};
pub use keys::{Cost, Credential, NewUser, RecoveryCode};
pub use open::{Clock, Setup, Store, Wait};
pub use rebuild::Compared;
pub use replica::{Authority, CommandState, NewCommand, Queued, Suspension};
pub use room::{Headroom, Room, RoomState};
pub use search::{Hit, Matched};
pub use table::case::{CaseRow, Scope};
pub use table::draft::Draft;
pub use table::print::PrintRow;
pub use table::queue::{Count, Cursor, Filter, Order, Page};
pub use table::record::Record;
pub use table::reference::Reference;
pub use table::user::UserRow;
pub use table::view::SavedView;
pub use verify::{Broken, Part, Report};
pub use write::{Op, Topic, Tx, Written};
