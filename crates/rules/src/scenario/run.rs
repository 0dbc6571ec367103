//! Runs a scenario: time moves only by `at`; what time alone brings appears before the step that passes its moment.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Utc};

use super::read::{Ordered, Quota, Scenario, ScenarioStep};
use crate::case::{By, Case, Command, Entry, Facts, decide};
use crate::check::EarlierVoucher;
use crate::denial::Denial;
use crate::law::Law;

/// An event of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// Which case.
    pub case: String,
    /// What, when, by whom.
    pub entry: Entry,
}

/// What came of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Events, those of time first.
    pub events: Vec<Happened>,
    /// The denial, if the command was denied.
    pub denial: Option<Denial>,
    /// Fields of the step that were not understood.
    pub unread: Vec<String>,
}

/// A scenario that was run.
#[derive(Clone, Debug)]
pub struct Run {
    /// Step by step.
    pub steps: Vec<Seen>,
    /// Cases in the order of their first step, each with its list of events.
    pub cases: Vec<(String, Vec<Entry>)>,
    /// The last moment.
    pub until: Option<DateTime<Utc>>,
}

impl Run {
    /// How many steps were denied.
    #[must_use]
    pub fn denied(&self) -> usize {
        self.steps.iter().filter(|step| step.denial.is_some()).count()
    }

    /// A case as it stands at the end.
    #[must_use]
    pub fn case(&self, id: &str) -> Option<Case> {
        self.cases.iter().find(|(name, _)| name == id).map(|(_, entries)| Case::fold(entries))
    }
}

/// Runs a scenario under the law.
#[must_use]
pub fn run(scenario: &Scenario, law: &Law) -> Run {
    let mut world = World { scenario, law, order: Vec::new(), cases: BTreeMap::new(), issued: 0 };
    let steps = scenario.steps.iter().map(|step| world.step(step)).collect();
    let until = scenario.steps.iter().map(|step| step.at.to_utc()).max();
    let World { order, mut cases, .. } = world;
    let cases = order.into_iter().filter_map(|id| cases.remove(&id).map(|kept| (id, kept.entries))).collect();
    Run { steps, cases, until }
}

#[derive(Default)]
struct Kept {
    case: Case,
    entries: Vec<Entry>,
}

struct World<'a> {
    scenario: &'a Scenario,
    law: &'a Law,
    order: Vec<String>,
    cases: BTreeMap<String, Kept>,
    issued: u32,
}

impl World<'_> {
    fn step(&mut self, step: &ScenarioStep) -> Seen {
        let at = step.at.to_utc();
        let mut seen = Seen { events: Vec::new(), denial: None, unread: step.unread.clone() };
        // Time comes to every case before anybody acts.
        for id in self.order.clone() {
            if let Err(denial) = self.act(&id, &Command::Tick {}, By::Program, at, &mut seen) {
                seen.denial = Some(denial);
            }
        }
        let Ordered::Command(command) = &step.order else { return seen };
        let by =
            step.by.as_ref().and_then(|id| self.scenario.people.iter().find(|person| person.actor.id == *id));
        let by = by.map_or(By::Program, |person| By::Person(person.actor.clone()));
        let id = match (&step.case, self.order.as_slice()) {
            (Some(id), _) => id.clone(),
            (None, [only]) => only.clone(),
            (None, _) => "A".to_owned(),
        };
        if !self.cases.contains_key(&id) {
            self.order.push(id.clone());
            self.cases.insert(id.clone(), Kept::default());
        }
        if let Err(denial) = self.act(&id, command, by, at, &mut seen) {
            seen.denial = Some(denial);
        }
        seen
    }

    fn act(
        &mut self,
        id: &str,
        command: &Command,
        by: By,
        at: DateTime<Utc>,
        seen: &mut Seen,
    ) -> Result<(), Denial> {
        let earlier = self.earlier(id, command);
        let parallel = self.parallel(id, command);
        let Some(kept) = self.cases.get(id) else { return Ok(()) };
        let mut facts = Facts {
            law: self.law,
            at,
            by,
            region: self.scenario.region,
            week: self.scenario.week,
            earlier: &earlier,
            parallel,
            quota_left: None,
            office_closes: self.scenario.office_closes,
            next_number: None,
            edition: self.scenario.edition.clone(),
        };
        let year = facts.today(&kept.case).year();
        facts.quota_left = self.quota_left(year);
        facts.next_number = Some(format!("{}-{year}-{:04}", self.scenario.region, self.issued + 1));
        let events = decide(&kept.case, command, &facts)?;
        let mut case = kept.case.clone();
        let mut entries = Vec::with_capacity(events.len());
        for event in events {
            let entry = facts.entry(&case, event)?;
            case.apply(&entry);
            entries.push(entry);
        }
        self.issued += u32::from(entries.iter().any(|entry| entry.event.kind() == "voucher_issued"));
        seen.events
            .extend(entries.iter().map(|entry| Happened { case: id.to_owned(), entry: entry.clone() }));
        if let Some(kept) = self.cases.get_mut(id) {
            kept.case = case;
            kept.entries.extend(entries);
        }
        Ok(())
    }

    /// The ИИН a command is about: that of the case, or of the application it brings.
    fn iin(&self, id: &str, command: &Command) -> Option<String> {
        let kept = self.cases.get(id).and_then(|kept| kept.case.application());
        let own = kept.and_then(|application| application.applicant.iin.clone());
        let brought = if let Command::ReceiveApplication { application, .. } = command {
            application.applicant.iin.clone()
        } else {
            None
        };
        own.or(brought)
    }

    fn earlier(&self, id: &str, command: &Command) -> Vec<EarlierVoucher> {
        let Some(iin) = self.iin(id, command) else { return Vec::new() };
        let outside =
            self.scenario.earlier.iter().filter(|(other, _)| *other == iin).map(|(_, one)| one.clone());
        let inside = self.cases.iter().filter(|(other, _)| other.as_str() != id).filter_map(|(_, kept)| {
            let voucher = kept.case.voucher.as_ref().filter(|voucher| voucher.iin.to_string() == iin)?;
            Some(EarlierVoucher {
                number: voucher.number.clone(),
                issued_on: voucher.issued_on,
                last_day: voucher.last_day,
                spent: voucher.used_on.is_some() || voucher.annulled.is_some(),
            })
        });
        outside.chain(inside).collect()
    }

    fn parallel(&self, id: &str, command: &Command) -> u32 {
        let Some(iin) = self.iin(id, command) else { return 0 };
        let open = self.cases.iter().filter(|(other, kept)| {
            let same =
                kept.case.application().and_then(|one| one.applicant.iin.as_deref()) == Some(iin.as_str());
            other.as_str() != id && same && kept.case.stage.is_before_issue()
        });
        u32::try_from(open.count()).unwrap_or(u32::MAX)
    }

    fn quota_left(&self, year: i32) -> Option<i64> {
        let places = match self.scenario.quota.as_ref()? {
            Quota::Yearly(places) => *places,
            Quota::ByYear(years) => *years.get(&year)?,
        };
        let vouchers = self.cases.values().filter_map(|kept| kept.case.voucher.as_ref());
        let taken = vouchers.filter(|voucher| voucher.issued_on.year() == year).count();
        Some(places - i64::try_from(taken).unwrap_or(i64::MAX))
    }
}
