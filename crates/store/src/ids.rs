//! Names of things, made by their author: UUIDv7, so that they sort roughly by time but never decide order.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Error, Result};

/// Fresh random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|source| Error::Random { source })?;
    Ok(bytes)
}

fn uuid_v7(at: DateTime<Utc>) -> Result<Uuid> {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random::<10>()?).into_uuid())
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new name, made at this instant.
            pub fn new(at: DateTime<Utc>) -> Result<Self> {
                uuid_v7(at).map(Self)
            }

            pub(crate) fn bytes(&self) -> &[u8] {
                self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(rusqlite::types::ToSqlOutput::from(self.bytes()))
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let bytes = value.as_blob()?;
                Uuid::from_slice(bytes)
                    .map(Self)
                    .map_err(|source| rusqlite::types::FromSqlError::Other(Box::new(source)))
            }
        }
    )*};
}

id! {
    /// A person who works here and has an own login.
    UserId
    /// A case: one application and all that follows from it.
    CaseId
    /// A person whose data are kept under an own key, which can be destroyed (right to erasure).
    SubjectId
    /// A request made by its author; the same id twice changes nothing.
    CommandId
    /// A fact in the journal.
    EventId
    /// One incarnation of one database; a restore or a copy makes a new one.
    ReplicaId
    /// A paper or picture kept beside a case.
    AttachmentId
}

/// Code of an office (КЦ or ЦТМ), as the reference register names it.
pub type OfficeId = String;
