//! Copies on another disk: an administrator chooses a folder on a stick or a share, and every day the first
//! person at the desk brings a copy there without noticing. Whether it worked is looked at every day too.

use crate::chosen;
use crate::contract::backup::{AwayView, SetAway};
use crate::contract::session::{Nothing, Role};
use crate::contract::{Answer, No, Outcome, Said, Topic};
use crate::desk::Desk;
use crate::project;
use crate::workplace::Workplace;
use crate::world::{civil, wall};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use store::{Backup, Carrier, NewEvent};

/// Where the administrator's choice is kept, and how the last tries ended.
const CHOICE: &str = "away";
const OUTCOME: &str = "away_outcome";
/// What an administrator may ask for.
const WARN_DAYS: std::ops::RangeInclusive<u16> = 1..=90;
/// After a failure that will not pass by itself the next try waits.
const TRY_AGAIN: Duration = Duration::from_secs(60 * 60);

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Choice {
    folder: Option<PathBuf>,
    warn_days: u16,
}

impl Default for Choice {
    fn default() -> Self {
        // A week: somebody who forgets the stick over a holiday is not called at once.
        Self { folder: None, warn_days: 7 }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    last_good: Option<DateTime<Utc>>,
    /// Code of `backup-away-<code>`.
    problem: Option<String>,
}

/// The copy under way and when the next may begin.
#[derive(Default)]
pub(crate) struct Journey {
    under_way: AtomicBool,
    not_before: Mutex<Duration>,
}

/// A copy ready to go.
struct Trip {
    carrier: Carrier,
    folder: PathBuf,
    at: DateTime<Utc>,
}

fn read<T: Default + serde::de::DeserializeOwned>(desk: &Workplace, key: &str) -> Result<T, No> {
    let kept = desk.store.setting(None, key)?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

pub fn view(desk: &mut Workplace, _: Nothing) -> Outcome<AwayView> {
    Ok(Answer::only(view_of(desk)?))
}

fn view_of(desk: &Workplace) -> Result<AwayView, No> {
    let (choice, kept) = (read::<Choice>(desk, CHOICE)?, read::<Kept>(desk, OUTCOME)?);
    let days = days_without(desk, &kept)?;
    let folder = choice.folder;
    Ok(AwayView {
        same_disk: folder.as_deref().is_some_and(|folder| desk.store.is_same_disk(folder)),
        folder: folder.map(|folder| folder.to_string_lossy().into_owned()),
        warn_days: choice.warn_days,
        last: kept.last_good.map(|at| wall(at, desk.office.region)),
        days,
        overdue: days >= u32::from(choice.warn_days),
        problem: kept.problem.map(|code| Said::new(format!("backup-away-{code}"))),
    })
}

fn days_without(desk: &Workplace, kept: &Kept) -> Result<u32, No> {
    let since: NaiveDate = match kept.last_good {
        Some(at) => civil(at, desk.office.region),
        None => {
            let founded = desk.store.references(project::OFFICE)?;
            founded.first().map_or(desk.today(), |office| office.valid_from)
        }
    };
    // A clock set back makes no days.
    Ok(u32::try_from((desk.today() - since).num_days()).unwrap_or(0))
}

/// Days without a good copy on another disk when they are too many; told to administrators of real offices.
pub(crate) fn overdue_days(desk: &Workplace) -> Result<Option<u32>, No> {
    if desk.me.role != Role::Administrator || desk.office.demonstration {
        return Ok(None);
    }
    let view = view_of(desk)?;
    Ok(view.overdue.then_some(view.days))
}

/// The choice of an administrator. A fact: whoever reads the journal sees who turned the copies off.
pub fn set(desk: &mut Workplace, ask: SetAway) -> Outcome<AwayView> {
    if !WARN_DAYS.contains(&ask.warn_days) {
        return Err(No::invalid("warn-days"));
    }
    let folder = ask.folder.as_ref().and_then(|folder| folder.trimmed()).map(chosen::folder).transpose()?;
    let before = read::<Choice>(desk, CHOICE)?;
    let mut kept = read::<Kept>(desk, OUTCOME)?;
    if let Some(folder) = &folder {
        desk.store.prepare_away(folder)?;
    }
    if folder != before.folder {
        kept = Kept { last_good: None, problem: None };
    }
    let choice = Choice { folder, warn_days: ask.warn_days };
    let kind = if choice.folder.is_some() { "away_set" } else { "away_stopped" };
    let event = NewEvent::new(kind, 1, json!({ "days": ask.warn_days }).to_string().as_bytes());
    let (choice, kept) = (json!(choice).to_string(), json!(kept).to_string());
    desk.append(desk.op_on("away_set", ""), project::OFFICE, None, &[event], |tx| {
        tx.put_setting(None, CHOICE, &choice)?;
        tx.put_setting(None, OUTCOME, &kept)
    })?;
    Ok(Answer::changing(view_of(desk)?, &[Topic::Backup, Topic::Session, Topic::Journal]))
}

impl Desk {
    /// Brings today's copy to the other disk when there is none yet; true when what the window shows of it has
    /// changed. Takes as long as the disk does and holds nobody up: only its two ends need the seat.
    pub fn carry_away_if_due(&self) -> bool {
        if self.journey.under_way.swap(true, Ordering::SeqCst) {
            return false;
        }
        let changed = self.carry_away();
        self.journey.under_way.store(false, Ordering::SeqCst);
        changed
    }

    fn carry_away(&self) -> bool {
        let running = self.world.clock.running();
        if running < *self.journey.not_before.lock().unwrap_or_else(PoisonError::into_inner) {
            return false;
        }
        let trip = match self.seat().as_ref().map(trip) {
            Some(Ok(Some(trip))) => trip,
            // Nobody is here, nothing is due, or the database does not answer: the next look will say.
            Some(Ok(None) | Err(_)) | None => return false,
        };
        let made = trip.carrier.carry(&trip.folder, trip.at);
        drop(trip);
        if matches!(&made, Err(error) if !passes_by_itself(error)) {
            let mut not_before = self.journey.not_before.lock().unwrap_or_else(PoisonError::into_inner);
            *not_before = running + TRY_AGAIN;
        }
        let seat = self.seat();
        seat.as_ref().is_some_and(|desk| remember(desk, &made).unwrap_or(false))
    }
}

/// A stick comes back, a vault is opened again.
fn passes_by_itself(error: &store::Error) -> bool {
    matches!(error, store::Error::FolderAbsent | store::Error::BrokenOff)
}

/// What is due, if anything: one copy on each day somebody works.
fn trip(desk: &Workplace) -> Result<Option<Trip>, No> {
    let Some(folder) = read::<Choice>(desk, CHOICE)?.folder else { return Ok(None) };
    // Two databases of one office would write over each other's copies.
    if desk.store.exchange_suspended()?.is_some() {
        return Ok(None);
    }
    let kept = read::<Kept>(desk, OUTCOME)?;
    let is_of_today = |at: DateTime<Utc>| civil(at, desk.office.region) == desk.today();
    if kept.problem.is_none() && kept.last_good.is_some_and(is_of_today) {
        return Ok(None);
    }
    Ok(Some(Trip { carrier: desk.store.carrier(), folder, at: desk.now() }))
}

/// Keeps how it ended; true when that is news.
fn remember(desk: &Workplace, made: &Result<Backup, store::Error>) -> Result<bool, No> {
    let before = read::<Kept>(desk, OUTCOME)?;
    let problem = match made {
        Ok(_) => None,
        Err(store::Error::FolderAbsent) => Some("absent"),
        // Somebody signed out meanwhile: nothing is wrong with the disk.
        Err(store::Error::BrokenOff) => before.problem.as_deref(),
        Err(store::Error::DiskFull { .. } | store::Error::DiskLow { .. }) => Some("full"),
        Err(store::Error::ReadOnly { .. }) => Some("read-only"),
        Err(_) => Some("failed"),
    };
    let kept = Kept {
        last_good: made.as_ref().map_or(before.last_good, |backup| Some(backup.made_at)),
        problem: problem.map(str::to_owned),
    };
    if kept == before {
        return Ok(false);
    }
    desk.keep_anyway("away_outcome", |tx| tx.put_setting(None, OUTCOME, &json!(kept).to_string()))?;
    Ok(true)
}
