//! A desk with a person at it: the open store, who the person is, the office, and the law. Handlers get
//! this as their first argument, so a command that needs a person cannot be called without one.

use crate::card::ShownCard;
use crate::contract::people::OfficeSide;
use crate::contract::session::Role;
use crate::contract::settings::SettingsView;
use crate::contract::{No, Topic};
use crate::law::Books;
use crate::people::PersonFact;
use crate::project;
use crate::world::{World, civil};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rules::calendar::Week;
use rules::case::{Actor, Office};
use rules::person::{Bin, Iban};
use rules::region::Region;
use rules::role::OfficeKind;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{NewEvent, Op, Store, SubjectId, Tx, UserId, Written};

/// The office of this desk, as it is kept. One data folder serves a career centre and the labour mobility
/// centre it is a branch of (paragraph 2(10) of the Rules).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeFile {
    pub career_centre: Place,
    pub mobility_centre: Place,
    pub region: Region,
    /// Working days in a week: 5 or 6 (reading A-11).
    pub week: u8,
    /// `18:00`: the internal target of a day (reading A-06).
    pub closes_at: String,
    #[serde(default = "idle_minutes")]
    pub idle_lock_minutes: u32,
    #[serde(default)]
    pub demonstration: bool,
}

/// Most idle minutes before the desk locks itself, and what an office that set nothing has.
pub const IDLE_MINUTES_MAX: u32 = 5;

fn idle_minutes() -> u32 {
    IDLE_MINUTES_MAX
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub id: String,
    pub kk: String,
    pub ru: String,
    /// What its papers say of it besides the name; empty until an administrator fills it in.
    #[serde(default)]
    pub card: Card,
}

/// What the papers of a centre say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    #[serde(default)]
    pub bin: Option<Bin>,
    #[serde(default)]
    pub address_kk: String,
    #[serde(default)]
    pub address_ru: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    /// The account payments leave from.
    #[serde(default)]
    pub iban: Option<Iban>,
    #[serde(default)]
    pub head: Official,
    /// Others who sign papers of the centre.
    #[serde(default)]
    pub signatories: Vec<Official>,
}

/// Somebody who signs, with the position as it stands on papers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Official {
    pub position_kk: String,
    pub position_ru: String,
    pub name: String,
}

impl OfficeFile {
    pub fn id_of(&self, side: OfficeSide) -> &str {
        match side {
            OfficeSide::CareerCentre => &self.career_centre.id,
            OfficeSide::MobilityCentre => &self.mobility_centre.id,
        }
    }

    /// Which of the two centres an id is of.
    pub fn side_of(&self, id: &str) -> OfficeSide {
        if id == self.career_centre.id { OfficeSide::CareerCentre } else { OfficeSide::MobilityCentre }
    }

    /// The office of the Rules behind an id.
    pub fn office(&self, id: &str) -> Office {
        let kind =
            if id == self.career_centre.id { OfficeKind::CareerCentre } else { OfficeKind::MobilityCentre };
        Office { id: id.to_owned(), kind, region: self.region }
    }

    /// What everybody here knows the office by: words that no password is made of.
    pub fn names(&self) -> [&str; 4] {
        [&self.career_centre.kk, &self.career_centre.ru, &self.mobility_centre.kk, &self.mobility_centre.ru]
    }

    /// Idle minutes before the desk locks itself; an office may ask for fewer, never for more.
    pub fn idle_minutes(&self) -> u32 {
        self.idle_lock_minutes.clamp(1, IDLE_MINUTES_MAX)
    }

    /// When the office closes, as the Rules take it (reading A-06).
    pub fn closes(&self) -> NaiveTime {
        self.closes_at.parse().unwrap_or(NaiveTime::MIN)
    }

    pub fn week(&self) -> Week {
        Week::of_days(self.week).unwrap_or(Week::Five)
    }
}

/// The person at the desk.
#[derive(Clone, Debug)]
pub struct Me {
    pub user: UserId,
    pub login: String,
    pub name: String,
    pub role: Role,
    pub office: Office,
}

pub struct Workplace {
    pub(crate) world: Arc<World>,
    pub(crate) store: Store,
    pub(crate) me: Me,
    pub(crate) office: OfficeFile,
    /// The office as it stood from each place of the journal on, oldest first.
    pub(crate) offices: Vec<(u64, OfficeFile)>,
    pub(crate) books: Arc<Books>,
    pub(crate) settings: SettingsView,
    /// Running time of the last touch of the window.
    pub(crate) touched: Duration,
    /// The clock stood behind the journal when the person sat down.
    pub(crate) clock_behind: bool,
    /// The day up to which every case has what time brought.
    pub(crate) caught_up: Option<NaiveDate>,
    /// The recovery card on the screen of this desk.
    pub(crate) card: Arc<Mutex<Option<ShownCard>>>,
    /// Civil and running time when the person sat down, to notice a computer that slept.
    pub(crate) sat_down: (DateTime<Utc>, Duration),
}

impl Workplace {
    pub fn now(&self) -> DateTime<Utc> {
        self.world.clock.now()
    }

    /// Civil day at the office.
    pub fn today(&self) -> NaiveDate {
        civil(self.now(), self.office.region)
    }

    pub(crate) fn show_card(&self, card: ShownCard) {
        *self.card.lock().unwrap_or_else(PoisonError::into_inner) = Some(card);
    }

    /// The person as the Rules know people.
    pub fn actor(&self) -> Actor {
        Actor { id: self.me.user.to_string(), role: self.me.role.into(), office: self.me.office.clone() }
    }

    /// The office as it stood when the last of these facts of a case was written; as it is now when there is
    /// none. A paper once issued says for ever what it said.
    pub(crate) fn office_then(&self, loaded: &crate::case::Loaded, kinds: &[&str]) -> &OfficeFile {
        let fact = loaded.events.iter().rev().find(|event| kinds.contains(&event.kind.as_str()));
        let then = fact.and_then(|fact| self.offices.iter().rfind(|(from, _)| *from <= fact.seq));
        then.map_or(&self.office, |(_, office)| office)
    }

    /// Name of somebody who works or worked here; the id when the name is gone.
    pub fn name_of(&self, user: UserId) -> String {
        match self.store.find_user(user) {
            Ok(Some(found)) => found.name_kk,
            Ok(None) | Err(_) => user.to_string(),
        }
    }

    /// Whose cases this person may see: those of the own career centre, or of the whole region.
    pub fn scope(&self) -> store::Scope {
        match self.me.role {
            Role::Specialist | Role::Supervisor if self.me.office.kind == OfficeKind::CareerCentre => {
                store::Scope::Offices(vec![self.me.office.id.clone()])
            }
            Role::Specialist
            | Role::Supervisor
            | Role::MobilityOfficer
            | Role::Accountant
            | Role::Auditor => store::Scope::Region(self.office.region.code().to_owned()),
            // Administrators keep the program, not the cases.
            Role::Administrator => store::Scope::Offices(Vec::new()),
        }
    }

    fn op(&self, name: &'static str) -> Op<'static> {
        Op { name, actor: self.me.user, at: self.now(), civil_date: self.today(), edition: "", command: None }
    }

    /// The one way facts are written: appended, projected, committed together.
    pub(crate) fn append(
        &self,
        op: Op<'_>,
        stream: &str,
        expects: Option<u64>,
        events: &[NewEvent],
        also: impl FnOnce(&mut Tx<'_>) -> Result<(), store::Error>,
    ) -> Result<Written<()>, No> {
        let here = project::Here { office: &self.office, books: &self.books };
        let written = self.store.write(op, |tx| {
            tx.append(stream, expects, events)?;
            also(tx)?;
            project::stream(tx, stream, &here)
        });
        Ok(written?)
    }

    /// Facts that are written down even where no work may begin: who came, who looked at whom, what was printed.
    fn note(&self, op: Op<'_>, stream: &str, event: &NewEvent) -> Result<(), No> {
        let here = project::Here { office: &self.office, books: &self.books };
        self.store.note(op, |tx| {
            tx.append(stream, None, std::slice::from_ref(event))?;
            project::stream(tx, stream, &here)
        })?;
        Ok(())
    }

    /// Facts about people.
    pub(crate) fn record_person(
        &self,
        name: &'static str,
        user: UserId,
        fact: &PersonFact,
    ) -> Result<(), No> {
        let stream = crate::people::stream_of(user);
        self.note(self.op(name), &stream, &fact.event()?)
    }

    /// Facts that change no projection: sessions, views of personal data, exports.
    pub(crate) fn record_plain(
        &self,
        name: &'static str,
        stream: &str,
        kind: &str,
        body: &serde_json::Value,
    ) -> Result<(), No> {
        let event = NewEvent::new(kind, 1, body.to_string().as_bytes());
        self.note(self.op(name), stream, &event)
    }

    /// Things that are no facts: settings, drafts, saved filters.
    pub(crate) fn keep(
        &self,
        name: &'static str,
        what: impl FnOnce(&mut Tx<'_>) -> Result<(), store::Error>,
    ) -> Result<(), No> {
        self.store.write(self.op(name), |tx| what(tx)).map(|_| ()).map_err(|error: store::Error| error.into())
    }

    /// The same for what signing in and printing cannot do without.
    pub(crate) fn keep_anyway(
        &self,
        name: &'static str,
        what: impl FnOnce(&mut Tx<'_>) -> Result<(), store::Error>,
    ) -> Result<(), No> {
        self.store.note(self.op(name), |tx| what(tx)).map(|_| ()).map_err(|error: store::Error| error.into())
    }

    /// A view of personal data or an export: written into the journal before it is shown.
    pub(crate) fn record_access(
        &self,
        kind: &'static str,
        about: SubjectId,
        body: &serde_json::Value,
    ) -> Result<(), No> {
        // Locked with the key of the person looked at: it goes into that person's export, and is erased with it.
        let event = NewEvent::new(kind, 1, body.to_string().as_bytes()).about(about);
        self.note(self.op(kind), project::ACCESS, &event)
    }

    pub(crate) fn op_on(&self, name: &'static str, edition: &'static str) -> Op<'static> {
        Op { edition, ..self.op(name) }
    }
}

/// Topics every change of a case touches.
pub(crate) const CASE_TOPICS: [Topic; 3] = [Topic::Case, Topic::Queue, Topic::Journal];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_may_ask_for_fewer_idle_minutes_and_never_for_more() {
        let place =
            || Place { id: "39-kc-1".into(), kk: String::new(), ru: String::new(), card: Card::default() };
        for (asked, given) in [(0, 1), (1, 1), (3, 3), (5, 5), (6, 5), (u32::MAX, 5)] {
            let office = OfficeFile {
                career_centre: place(),
                mobility_centre: place(),
                region: Region::Kostanay,
                week: 5,
                closes_at: "18:00".into(),
                idle_lock_minutes: asked,
                demonstration: false,
            };
            assert_eq!(office.idle_minutes(), given, "{asked} minutes were asked for");
        }
    }
}
