//! Wrong passwords make the next try wait longer, also after a restart. The count lies beside the vault,
//! so a person with the folder can reset it: it slows the guesser at the screen, the derivation slows the other.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::disk;
use crate::error::{Error, Result, Step};
use crate::layout::Layout;
use crate::reserve;

/// Nobody is locked out for longer than this.
const WAIT_SECONDS_MAX: u64 = 60;
/// What a damaged count is taken for.
const TRIES_IF_DAMAGED: u32 = 7;
const BYTES_MAX: u64 = 1024 * 1024;
/// Logins that are remembered; of more, typed by a guesser who makes them up, the oldest are forgotten.
const LOGINS_MAX: usize = 1000;

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Attempts(BTreeMap<String, Tries>);

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Tries {
    count: u32,
    last: DateTime<Utc>,
}

/// Seconds to wait after so many wrong tries: 1, 2, 4 … 60.
pub(crate) fn wait_seconds(count: u32) -> u64 {
    match count.checked_sub(1) {
        None => 0,
        Some(over) => 2u64.checked_pow(over).unwrap_or(u64::MAX).min(WAIT_SECONDS_MAX),
    }
}

impl Attempts {
    pub(crate) fn read(layout: &Layout, now: DateTime<Utc>) -> Result<Self> {
        let path = layout.attempts();
        let (attempts, repaired) = match disk::read_limited(&path, BYTES_MAX) {
            Ok(bytes) => Self::parse(&bytes, now),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => (Self::default(), false),
            // Too large to be one of ours: as damaged as one that cannot be parsed.
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => Self::parse(&[], now),
            Err(error) => return Err(Error::file(Step::ReadAttempts, &path)(error)),
        };
        if repaired {
            // Where nothing may be written, the try itself is refused by what counts it.
            let _ = attempts.write(layout);
        }
        Ok(attempts)
    }

    /// A damaged count is as bad as many wrong tries at this instant, not as good as none. A try that is not
    /// yet was made under another clock and counts from now, so that nobody waits until that clock is reached;
    /// true when something was put right so and must be kept, or the waiting would begin anew each time.
    pub(crate) fn parse(bytes: &[u8], now: DateTime<Utc>) -> (Self, bool) {
        let Ok(mut attempts) = serde_json::from_slice::<Self>(bytes) else {
            let tries = Tries { count: TRIES_IF_DAMAGED, last: now };
            return (Attempts(BTreeMap::from([("*".to_owned(), tries)])), true);
        };
        let ahead = attempts.0.values_mut().filter(|tries| tries.last > now);
        let repaired = ahead.map(|tries| tries.last = now).count() > 0;
        (attempts, repaired)
    }

    /// Seconds left before this login may be tried. A clock set back does not shorten the wait.
    pub(crate) fn left(&self, tag: &str, now: DateTime<Utc>) -> u64 {
        let waits = [tag, "*"].into_iter().filter_map(|key| self.0.get(key)).map(|tries| {
            let gone = u64::try_from((now - tries.last).num_seconds()).unwrap_or(0);
            wait_seconds(tries.count).saturating_sub(gone)
        });
        waits.max().unwrap_or(0)
    }

    pub(crate) fn count(&self, tag: &str) -> u32 {
        self.0.get(tag).map_or(0, |tries| tries.count)
    }

    /// Counted before the password is tried, so that pulling the plug does not undo it.
    pub(crate) fn begin(&mut self, layout: &Layout, tag: &str, now: DateTime<Utc>) -> Result<u64> {
        let tries = self.0.entry(tag.to_owned()).or_insert(Tries { count: 0, last: now });
        tries.count = tries.count.saturating_add(1);
        tries.last = now;
        let wait = wait_seconds(tries.count);
        while self.0.len() > LOGINS_MAX {
            let oldest =
                self.0.iter().filter(|(login, _)| login.as_str() != tag).min_by_key(|(_, tries)| tries.last);
            let Some(oldest) = oldest.map(|(login, _)| login.clone()) else { break };
            self.0.remove(&oldest);
        }
        self.write(layout)?;
        Ok(wait)
    }

    pub(crate) fn clear(&mut self, layout: &Layout, tag: &str) -> Result<()> {
        self.0.remove(tag);
        self.0.remove("*");
        self.write(layout)
    }

    /// A full disk must not keep people out, nor let them guess without being counted.
    fn write(&self, layout: &Layout) -> Result<()> {
        let bytes = serde_json::to_vec(self)
            .map_err(|source| Error::Unreadable { what: "count of wrong passwords", source: Some(source) })?;
        let path = layout.attempts();
        reserve::insist(layout, || {
            disk::replace(&path, &bytes).map_err(Error::file(Step::WriteAttempts, &path))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_has_an_end() {
        let waits: Vec<u64> = (0..9).map(wait_seconds).collect();
        assert_eq!(waits, [0, 1, 2, 4, 8, 16, 32, 60, 60], "doubles with each wrong try");
        assert_eq!(wait_seconds(u32::MAX), 60, "nobody is locked out for ever");
    }
}
