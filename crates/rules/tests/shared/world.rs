//! A small office for tests of cases: its people, its applications, and one way to let a command happen.

use chrono::{DateTime, NaiveTime, Utc};
use rules::application::Application;
use rules::calendar::Week;
use rules::case::{Actor, By, Case, Command, Entry, Event, Facts, Office, decide};
use rules::check::EarlierVoucher;
use rules::denial::Denial;
use rules::law::Law;
use rules::region::Region;
use rules::role::{OfficeKind, Role};

/// The clean application of the scenarios.
pub(crate) fn clean() -> Application {
    let text = include_str!("../../../../tests/scenario/clean.application.json");
    Application::parse(text).unwrap_or_else(|fault| panic!("the clean application is read: {fault}"))
}

/// A person of the office by role; supervisors and officers sit in the ЦТМ.
pub(crate) fn person(id: &str, role: Role) -> By {
    let kind = match role {
        Role::Specialist => OfficeKind::CareerCentre,
        Role::Supervisor | Role::MobilityOfficer | Role::Accountant | Role::Administrator | Role::Auditor => {
            OfficeKind::MobilityCentre
        }
    };
    let office = Office { id: kind.code().to_owned(), kind, region: Region::Kostanay };
    By::Person(Actor { id: id.to_owned(), role, office })
}

/// An instant on the wall of the region.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(&format!("{text}:00+05:00"))
        .unwrap_or_else(|fault| panic!("{text}: {fault}"))
        .to_utc()
}

/// Facts of an act.
pub(crate) fn facts<'a>(
    law: &'a Law,
    by: By,
    moment: DateTime<Utc>,
    earlier: &'a [EarlierVoucher],
) -> Facts<'a> {
    Facts {
        law,
        at: moment,
        by,
        region: Region::Kostanay,
        week: Week::Five,
        earlier,
        parallel: 0,
        quota_left: Some(10),
        office_closes: NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default(),
        next_number: Some("39-2025-0001".to_owned()),
        edition: None,
    }
}

/// Lets a command happen to a case and keeps what happened.
pub(crate) fn happen(
    case: &mut Case,
    list: &mut Vec<Entry>,
    command: &Command,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let events = decide(case, command, facts)?;
    for event in &events {
        let entry = facts.entry(case, event.clone())?;
        case.apply(&entry);
        list.push(entry);
    }
    Ok(events)
}
