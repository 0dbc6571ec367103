//! What the passing of time alone brings to cases (paragraph 11, reading A-10), and what a changed law does to
//! the days kept with their rows.

use super::{Loaded, load, rows, write};
use crate::contract::{No, NoKind};
use crate::project::{self, Here};
use crate::workplace::Workplace;
use chrono::NaiveDate;
use rules::case::{By, Command, Facts, decide};
use store::CommandId;

/// Under which program and law the rows of open cases were made.
const MADE_UNDER: &str = "rows_made_under";
/// Rows made again in one write: a kill in between loses no more work than this.
const ROWS_OF_ONE_WRITE: usize = 200;

/// Writes what the passing of time alone has brought to a case, before anybody does anything else with it. True
/// when something was written.
pub(super) fn tick(desk: &Workplace, loaded: &Loaded) -> Result<bool, No> {
    let facts = Facts { by: By::Program, ..loaded.facts(desk) };
    let command = Command::Tick {};
    let events = decide(&loaded.case, &command, &facts)?;
    if events.is_empty() {
        return Ok(false);
    }
    let id = CommandId::new(desk.now())?;
    write(desk, &loaded.case, (loaded.id, loaded.subject), &facts, id, &command, events, |_| Ok(()))?;
    Ok(true)
}

/// What time has brought to every case since the desk was last open: lapsed vouchers, silent centres. Only cases
/// whose day has come are opened (`rules::case::tick_day`). Once a day, also for who sits here past midnight.
pub(crate) fn catch_up(desk: &mut Workplace) -> Result<(), No> {
    let today = desk.today();
    // On a full disk it waits: nobody is kept out by it.
    if desk.caught_up == Some(today) || desk.store.ask_room(0).is_err() {
        return Ok(());
    }
    keep_days_right(desk)?;
    if rows::decides(desk.me.role.into()) {
        tick_all(desk, today)?;
    }
    desk.caught_up = Some(today);
    Ok(())
}

fn tick_all(desk: &Workplace, today: NaiveDate) -> Result<(), No> {
    for id in desk.store.waking(&desk.scope(), today)? {
        // One case that cannot be read must not keep the office closed; it says so when it is opened. Nor must
        // a day the calendar does not know.
        let Ok(loaded) = load(desk, id) else { continue };
        match tick(desk, &loaded) {
            Err(no) if no.kind != NoKind::Denial => return Err(no),
            Ok(_) | Err(_) => {}
        }
    }
    Ok(())
}

/// Days kept with the rows of open cases are those of the law they were made under. When the program or its law
/// is another one, the rows are made again, of everybody's cases: a holiday added to the calendar moves what is
/// fatal and when a case wakes.
fn keep_days_right(desk: &Workplace) -> Result<(), No> {
    let now = made_under(desk);
    if desk.store.setting(None, MADE_UNDER)?.as_deref() == Some(now.as_str()) {
        return Ok(());
    }
    let here = Here { office: &desk.office, books: &desk.books };
    for some in desk.store.open_cases()?.chunks(ROWS_OF_ONE_WRITE) {
        desk.keep("make_rows_again", |tx| {
            for id in some {
                match project::stream(tx, &id.stream(), &here) {
                    // It keeps the row it had and says so when it is opened.
                    Ok(()) | Err(store::Error::Unreadable { .. }) => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(())
        })?;
    }
    days_are_right(desk)
}

fn made_under(desk: &Workplace) -> String {
    format!("{} {}", desk.world.version, desk.books.version())
}

/// Says that every row of this store was made by this program under this law.
pub(crate) fn days_are_right(desk: &Workplace) -> Result<(), No> {
    let now = made_under(desk);
    desk.keep("make_rows_again", |tx| tx.put_setting(None, MADE_UNDER, &now))
}
