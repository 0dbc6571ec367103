//! Signing in, locking, recovering: the password opens the encrypted database, and nothing is readable
//! before it. Wrong passwords make the next try wait longer, also after a restart.

use crate::away;
use crate::card::ShownCard;
use crate::contract::card::RecoveryCard;
use crate::contract::session::{
    ChangePassword, Done, EditionCard, FoundOffice, Nothing, OfficeCard, Recover, Role, Room, SeatState,
    SessionView, SignIn, Suspended, SuspendedWhy, UserCard,
};
use crate::contract::settings::SettingsView;
use crate::contract::{Answer, No, Outcome, Topic};
use crate::demonstration::Mark;
use crate::desk::Desk;
use crate::password;
use crate::people::{self, PersonFact};
use crate::project;
use crate::room;
use crate::settings;
use crate::workplace::{Card, IDLE_MINUTES_MAX, Me, OfficeFile, Place, Workplace};
use crate::world::{civil, wall};
use chrono::{DateTime, Utc};
use rules::region::Region;
use serde_json::json;
use std::time::Duration;
use store::{Credential, NewUser, RecoveryCode, Setup, Store, UserId, UserRow};

/// The clock of the wall may run ahead of the running time by this much (it is set by the network) before
/// the computer is taken to have slept.
const SLEPT: Duration = Duration::from_secs(90);

/// Why somebody left the seat; kept in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaving {
    Locked,
    Idle,
    Slept,
}

impl Leaving {
    fn code(self) -> &'static str {
        match self {
            Leaving::Locked => "locked",
            Leaving::Idle => "idle",
            Leaving::Slept => "slept",
        }
    }
}

pub fn state(desk: &Desk, _: Nothing) -> Outcome<SessionView> {
    desk.lock_if_idle();
    let seat = desk.seat();
    let view = match seat.as_ref() {
        Some(workplace) => open_view(workplace)?,
        None => closed_view(desk)?,
    };
    desk.told.now(view.disk.as_ref());
    Ok(Answer::only(view))
}

pub fn sign_in(desk: &Desk, wanted: SignIn) -> Outcome<SessionView> {
    desk.lock();
    let login = wanted.login.trimmed().unwrap_or_default().to_owned();
    let credential = Credential::password(&login, wanted.password.as_str());
    desk.tried.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone_from(&login);
    let store = Store::unlock(&desk.vault(), &credential, desk.world.clock.now())?;
    seat(desk, store, "")
}

/// Seats the person of an open store: journalled, with what time alone has brought since the last visit.
pub(crate) fn seat(desk: &Desk, store: Store, after: &'static str) -> Outcome<SessionView> {
    let mut workplace = seat_down(desk, store)?;
    if !after.is_empty() {
        workplace.record_plain(after, project::SESSION, after, &json!({}))?;
    }
    crate::case::time::catch_up(&mut workplace)?;
    let view = open_view(&workplace)?;
    desk.told.now(view.disk.as_ref());
    desk.set_zoom_percent(workplace.settings.zoom);
    *desk.seat() = Some(workplace);
    Ok(Answer::changing(view, &[Topic::Session]))
}

pub fn lock(desk: &Desk, _: Nothing) -> Outcome<SessionView> {
    desk.lock();
    Ok(Answer::changing(closed_view(desk)?, &[Topic::Session]))
}

/// Makes the person of this store the one at the desk, and writes it into the journal.
fn seat_down(desk: &Desk, store: Store) -> Result<Workplace, No> {
    let now = desk.world.clock.now();
    // Nobody knows the region yet; every region shares one zone since 1 March 2024.
    let today = civil(now, Region::Astana);
    let office = project::office(&store, today)?.ok_or_else(|| No::failure("no-office"))?;
    // A mark laid beside the vault of a real office would let anybody move its clock.
    if Mark::find(desk.folder()).is_some() != office.demonstration {
        return Err(No::failure("demonstration-mark"));
    }
    let user = store.user().ok_or_else(|| No::denial("no-such-user"))?;
    let row = store.find_user(user)?.ok_or_else(|| No::denial("no-such-user"))?;
    let me = person(&row, &office)?;
    let settings = store
        .setting(Some(user), settings::WINDOW)?
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_else(SettingsView::default);
    let failures = store.failures_before();
    let behind = matches!(store.clock(now)?, store::Clock::Behind { .. });
    let running = desk.world.clock.running();
    let offices = project::offices(&store)?;
    let workplace = Workplace {
        world: desk.world.clone(),
        store,
        me,
        office,
        offices,
        books: desk.books()?,
        settings,
        touched: running,
        sat_down: (now, running),
        clock_behind: behind,
        caught_up: None,
        card: desk.card.clone(),
    };
    let body = json!({ "wrong_passwords": failures, "clock_behind": behind });
    workplace.record_plain("sign_in", project::SESSION, "signed_in", &body)?;
    workplace.keep_anyway("last_seen", |tx| tx.put_setting(Some(user), "last_seen", &now.to_rfc3339()))?;
    Ok(workplace)
}

fn person(row: &UserRow, office: &OfficeFile) -> Result<Me, No> {
    if row.disabled {
        return Err(No::denial("user-disabled"));
    }
    let role = row.roles.first().and_then(|code| people::find_role(code));
    Ok(Me {
        user: row.user,
        login: row.login.clone(),
        name: row.name_kk.clone(),
        role: role.ok_or_else(|| No::denial("no-role"))?,
        office: office.office(&row.office),
    })
}

/// Empties the seat; the keys are wiped when the store falls.
pub(crate) fn leave(desk: &Desk, why: Leaving) {
    // The zoom stays: the lock page is read by the same eyes, until somebody else has signed in.
    let left = desk.seat().take();
    crate::card::forget(desk);
    let Some(workplace) = left else { return };
    // A full disk must not keep the door open: the note is written if it can be.
    let _ = workplace.record_plain("lock", project::SESSION, "locked", &json!({ "why": why.code() }));
    let _ = workplace.store.lock();
}

pub(crate) fn leave_if_idle(desk: &Desk) -> bool {
    let why = {
        let seat = desk.seat();
        let Some(workplace) = seat.as_ref() else { return false };
        let clock = &desk.world.clock;
        let (wall, running) = (clock.now(), clock.running());
        let (since_wall, since_running) = workplace.sat_down;
        let idle = Duration::from_secs(u64::from(workplace.office.idle_minutes()) * 60);
        let gone_on_wall = (wall - since_wall).to_std().unwrap_or_default();
        if running.saturating_sub(workplace.touched) >= idle {
            Leaving::Idle
        } else if gone_on_wall.saturating_sub(running.saturating_sub(since_running)) > SLEPT {
            Leaving::Slept
        } else {
            return false;
        }
    };
    leave(desk, why);
    true
}

pub fn touch(desk: &mut Workplace, _: Nothing) -> Outcome<Done> {
    desk.touched = desk.world.clock.running();
    desk.sat_down = (desk.now(), desk.touched);
    Ok(Answer::only(Done {}))
}

pub fn change_password(desk: &mut Workplace, change: ChangePassword) -> Outcome<Done> {
    let about = [&[desk.me.login.as_str(), &desk.me.name], desk.office.names().as_slice()].concat();
    password::is_fit(change.new.as_str(), &about)?;
    let (old, new) = (change.old.as_str(), change.new.as_str());
    desk.store.change_password(desk.me.user, &desk.me.login, old, new, desk.world.cost)?;
    let fact = PersonFact::PasswordChanged { own: true, key: None };
    desk.record_person("change_password", desk.me.user, &fact)?;
    Ok(Answer::changing(Done {}, &[Topic::Journal]))
}

/// The recovery card opens the database when the password is lost, gives one person a new password and
/// seats that person.
pub fn recover(desk: &Desk, wanted: Recover) -> Outcome<SessionView> {
    desk.lock();
    let login = wanted.login.trimmed().unwrap_or_default().to_owned();
    let code = RecoveryCode::parse(wanted.code.as_str())?;
    let now = desk.world.clock.now();
    let store = Store::unlock(&desk.vault(), &Credential::Recovery(code), now)?;
    let row = store.users()?.into_iter().find(|row| row.login.eq_ignore_ascii_case(&login) && !row.disabled);
    let row = row.ok_or_else(|| No::denial("no-such-user"))?;
    password::is_fit(wanted.new.as_str(), &[&row.login, &row.name_kk])?;
    let key = store.reset_password(row.user, &row.login, wanted.new.as_str(), desk.world.cost)?;
    store.lock()?;
    let store = Store::unlock(&desk.vault(), &Credential::password(&row.login, wanted.new.as_str()), now)?;
    let mut workplace = seat_down(desk, store)?;
    let fact = PersonFact::PasswordChanged { own: false, key: Some(people::hex(&key)) };
    workplace.record_person("recover", workplace.me.user, &fact)?;
    workplace.record_plain("recover", project::SESSION, "recovered", &json!({}))?;
    crate::case::time::catch_up(&mut workplace)?;
    let view = open_view(&workplace)?;
    *desk.seat() = Some(workplace);
    Ok(Answer::changing(view, &[Topic::Session]))
}

pub fn found_office(desk: &Desk, wanted: FoundOffice) -> Outcome<RecoveryCard> {
    let region = Region::find(wanted.region.as_str()).ok_or_else(|| No::invalid("region"))?;
    if !matches!(wanted.week, 5 | 6) {
        return Err(No::invalid("week"));
    }
    let filled = |text: Option<&str>| text.map(str::to_owned).ok_or_else(|| No::invalid("name"));
    let place = |id: String, kk: Option<&str>, ru: Option<&str>| {
        Ok::<_, No>(Place { id, kk: filled(kk)?, ru: filled(ru)?, card: Card::default() })
    };
    let code = region.code();
    let office = OfficeFile {
        career_centre: place(format!("{code}-kc-1"), wanted.name_kk.trimmed(), wanted.name_ru.trimmed())?,
        mobility_centre: place(
            format!("{code}-ctm"),
            wanted.mobility_centre_kk.trimmed(),
            wanted.mobility_centre_ru.trimmed(),
        )?,
        region,
        week: wanted.week,
        closes_at: "18:00".to_owned(),
        idle_lock_minutes: IDLE_MINUTES_MAX,
        demonstration: false,
    };
    let login = people::login(&wanted.login)?;
    let name = filled(wanted.name.trimmed())?;
    let about = [&[login.as_str(), &name], office.names().as_slice()].concat();
    password::is_fit(wanted.password.as_str(), &about)?;
    let first =
        First { login, name, role: Role::Administrator, password: wanted.password.as_str().to_owned() };
    let (store, card) = found(desk, &office, &first, desk.world.clock.now())?;
    store.lock()?;
    Ok(Answer::changing(card, &[Topic::Session]))
}

/// The first person of an office.
pub(crate) struct First {
    pub login: String,
    pub name: String,
    pub role: Role,
    pub password: String,
}

/// Makes the vault with its first person, and writes who founded what.
pub(crate) fn found(
    desk: &Desk,
    office: &OfficeFile,
    first: &First,
    now: DateTime<Utc>,
) -> Result<(Store, RecoveryCard), No> {
    let user = UserId::new(now)?;
    let login = NewUser { user, login: first.login.clone(), password: first.password.clone().into() };
    std::fs::create_dir_all(desk.folder()).map_err(|_| No::failure("read-only"))?;
    let setup = Setup { first: login, cost: desk.world.cost, room: desk.world.room, at: now };
    let (store, code) = Store::create(&desk.vault(), setup)?;
    let day = civil(now, office.region);
    project::found(&store, office, user, now, day)?;
    let fact = PersonFact::PersonAdded {
        login: first.login.clone(),
        name: first.name.clone(),
        role: people::role_code(first.role).to_owned(),
        office: office.mobility_centre.id.clone(),
        territory: vec![office.region.code().to_owned()],
        key: None,
    };
    project::add_first_person(&store, office, user, now, day, &fact)?;
    let card = ShownCard::new(&code, &store, office, day);
    let view = card.view();
    *desk.card.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(card);
    Ok((store, view))
}

pub(crate) fn closed_view(desk: &Desk) -> Result<SessionView, No> {
    let mark = Mark::find(desk.folder());
    let now = desk.world.clock.now();
    let is_here = Store::exists(&desk.vault());
    let tried = desk.tried.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone();
    let (wait_seconds, wrong_passwords) = if is_here && !tried.is_empty() {
        let wait = Store::wait(&desk.vault(), &tried, now)?;
        (wait.seconds, wait.tries)
    } else {
        (0, 0)
    };
    Ok(SessionView {
        state: if is_here { SeatState::Locked } else { SeatState::Fresh },
        demonstration: mark.is_some(),
        accounts: mark.map(|mark| mark.accounts).unwrap_or_default(),
        wait_seconds: u32::try_from(wait_seconds).unwrap_or(u32::MAX),
        wrong_passwords,
        user: None,
        rooms: Vec::new(),
        office: None,
        // Nobody knows the region yet; every region shares one zone since 1 March 2024.
        today: civil(now, Region::Astana),
        edition: None,
        calendar_version: None,
        idle_lock_minutes: IDLE_MINUTES_MAX,
        outbox: 0,
        alone: true,
        clock_behind: false,
        suspended: None,
        away_overdue_days: None,
        disk: None,
        settings: SettingsView::default(),
        program_version: desk.world.version.clone(),
    })
}

fn open_view(desk: &Workplace) -> Result<SessionView, No> {
    let today = desk.today();
    let edition = desk.books.law.editions.on(today).ok();
    Ok(SessionView {
        state: SeatState::Open,
        demonstration: desk.office.demonstration,
        accounts: Vec::new(),
        wait_seconds: 0,
        wrong_passwords: desk.store.failures_before(),
        user: Some(UserCard {
            id: desk.me.user.to_string(),
            login: desk.me.login.clone(),
            name: desk.me.name.clone(),
            short: short_name(&desk.me.name),
            role: desk.me.role,
            office: desk.office.side_of(&desk.me.office.id),
        }),
        rooms: rooms(desk.me.role).to_vec(),
        office: Some(OfficeCard {
            name_kk: desk.office.career_centre.kk.clone(),
            name_ru: desk.office.career_centre.ru.clone(),
            mobility_centre_kk: desk.office.mobility_centre.kk.clone(),
            mobility_centre_ru: desk.office.mobility_centre.ru.clone(),
            region: desk.office.region.code().to_owned(),
            week: desk.office.week,
            closes_at: desk.office.closes_at.clone(),
        }),
        today,
        edition: edition.map(|e| EditionCard { code: e.id.to_string(), confirmed: e.confirmed }),
        calendar_version: Some(desk.books.law.calendar.version().to_owned()),
        idle_lock_minutes: desk.office.idle_minutes(),
        outbox: u32::try_from(desk.store.outbox_count()?).unwrap_or(u32::MAX),
        alone: desk.store.authority()? == store::Authority::Own,
        clock_behind: desk.clock_behind,
        suspended: suspended(desk)?,
        away_overdue_days: away::overdue_days(desk)?,
        disk: room::of(&desk.store),
        settings: desk.settings,
        program_version: desk.world.version.clone(),
    })
}

/// A state of the replica: true after a restore by the window, by the command line and after a copied folder.
fn suspended(desk: &Workplace) -> Result<Option<Suspended>, No> {
    Ok(desk.store.exchange_suspended()?.map(|found| Suspended {
        why: if found.why == "copied" { SuspendedWhy::Copied } else { SuspendedWhy::Restored },
        as_of: found.as_of.map(|at| wall(at, desk.office.region)),
    }))
}

/// «Ахметжанова Нұргүл Серікқызы» → «Ахметжанова Н. С.»
pub(crate) fn short_name(name: &str) -> String {
    let mut words = name.split_whitespace();
    let surname = words.next().unwrap_or_default().to_owned();
    words.filter_map(|word| word.chars().next()).fold(surname, |short, initial| format!("{short} {initial}."))
}

/// Parts of the window each role works in.
fn rooms(role: Role) -> &'static [Room] {
    use Room::{
        Acts, Backup, Calendar, Import, Journal, Office, People, Print, Queue, Registers, Settings, ToSign,
        Today,
    };
    match role {
        Role::Specialist => &[Today, Queue, Import, Print, Registers, Calendar, Settings],
        Role::Supervisor => &[Today, Queue, ToSign, Acts, Print, Registers, Calendar, Settings],
        Role::MobilityOfficer | Role::Accountant => {
            &[Today, Queue, Acts, Print, Registers, Calendar, Settings]
        }
        Role::Administrator => &[People, Office, Journal, Backup, Calendar, Settings],
        Role::Auditor => &[Queue, Acts, Journal, Calendar, Settings],
    }
}
