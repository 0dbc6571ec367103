//! `Calendar`: every day of the known years with what it is, for five-day and six-day offices, computed from
//! the rule of law and the data of the years. Nothing here lists days off: they follow.

use super::source::{Amended, Amendment, Becomes, CalendarLaw, MovableDate, Transfer, YearDays};
use crate::law::fault::DataFault;
use crate::text::Text;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How many days a week an office works (reading A-11, `office.week`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Week {
    /// Monday to Friday; the Government's transfers apply. бес күндік / пятидневка.
    #[default]
    Five,
    /// Monday to Saturday; the Government's transfers do not apply. алты күндік / шестидневка.
    Six,
}

impl Week {
    /// The week of five or six days; none for another number.
    pub fn of_days(days: u8) -> Option<Week> {
        match days {
            5 => Some(Week::Five),
            6 => Some(Week::Six),
            _ => None,
        }
    }

    /// How many days it has.
    pub fn days(self) -> u8 {
        match self {
            Week::Five => 5,
            Week::Six => 6,
        }
    }

    /// True for its days off.
    fn rests_on(self, date: NaiveDate) -> bool {
        date.weekday().number_from_monday() > u32::from(self.days())
    }
}

impl TryFrom<u8> for Week {
    type Error = String;
    fn try_from(days: u8) -> Result<Self, String> {
        Week::of_days(days).ok_or_else(|| format!("a week of {days} days is not known: 5 or 6"))
    }
}

impl From<Week> for u8 {
    fn from(week: Week) -> u8 {
        week.days()
    }
}

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// An ordinary working day.
    Working,
    /// The office's weekly day off.
    Weekend,
    /// A holiday of the law on holidays.
    Holiday,
    /// The day off that follows a holiday which fell on a day off.
    Substitute,
    /// A day off the Government moved here.
    Transfer,
    /// A day off of Labour Code art. 84(5), which gives no substitute.
    Religious,
    /// A weekend day the Government made a working one.
    WorkingWeekend,
}

impl DayKind {
    /// True when the day counts in a term of working days.
    pub fn counts(self) -> bool {
        match self {
            DayKind::Working | DayKind::WorkingWeekend => true,
            DayKind::Weekend
            | DayKind::Holiday
            | DayKind::Substitute
            | DayKind::Transfer
            | DayKind::Religious => false,
        }
    }
}

/// A day that is more than a plain working day or weekend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// What it is called.
    pub name: Text,
    /// The law or act it rests on.
    pub basis: Text,
    /// True while the date is reckoned and not yet announced.
    pub estimated: bool,
}

/// A date outside the known years.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFault {
    /// The calendar does not know the date, so nothing is counted: add the year first.
    #[error("{date} is outside the known calendar {known_from}..{known_to}")]
    UnknownDate {
        /// The date asked for, or the last known one when a term runs past it.
        date: NaiveDate,
        /// First known day.
        known_from: NaiveDate,
        /// Last known day.
        known_to: NaiveDate,
    },
    /// A term runs past the last known day.
    #[error("{working_days} working days after {from} run past {known_to}, the end of the known calendar")]
    RunsOut {
        /// Day zero.
        from: NaiveDate,
        /// Length of the term.
        working_days: u32,
        /// Last known day.
        known_to: NaiveDate,
    },
}

impl CalendarFault {
    /// The stable word of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            CalendarFault::UnknownDate { .. } => "calendar_unknown_date",
            CalendarFault::RunsOut { .. } => "calendar_runs_out",
        }
    }
}

/// Working days of the known years. Build it once, share it, ask it often.
#[derive(Debug, Clone)]
pub struct Calendar {
    law: CalendarLaw,
    years: Vec<YearDays>,
    amended: Vec<Amended>,
    first: NaiveDate,
    last: NaiveDate,
    five: Table,
    six: Table,
    version: String,
}

/// One office week: what each day is, and both directions between days and working days.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    pub(super) kinds: Vec<DayKind>,
    /// For each day: how many working days there are up to and including it.
    pub(super) rank: Vec<u32>,
    /// For each working day: its date.
    pub(super) working: Vec<NaiveDate>,
    noted: BTreeMap<NaiveDate, Day>,
}

impl Calendar {
    /// Computes the calendar from the rule of law, the years (which must follow one another) and the changes
    /// people made, in their order. Errors say which datum is wrong.
    pub fn new(law: CalendarLaw, years: Vec<YearDays>, amended: Vec<Amended>) -> Result<Calendar, DataFault> {
        let mut known = BTreeMap::new();
        for year in &years {
            year.check().map_err(|fault| fault.inside(&year.year.to_string()))?;
            if known.insert(year.year, year.clone()).is_some() {
                return Err(DataFault::at("year", "twice").with("value", year.year));
            }
        }
        let mut facts = Facts { years: known, corrections: Vec::new() };
        for (place, change) in amended.iter().enumerate() {
            facts.amend(&change.change).map_err(|fault| fault.inside(&format!("amended[{place}]")))?;
        }
        facts.check(&law)?;
        let bound = |year: Option<&i32>, month, day| {
            year.and_then(|year| NaiveDate::from_ymd_opt(*year, month, day))
                .ok_or_else(|| DataFault::at("years", "no_years"))
        };
        let first = bound(facts.years.keys().next(), 1, 1)?;
        let last = bound(facts.years.keys().next_back(), 12, 31)?;
        let five = Table::build(&law, &facts, Week::Five, first, last);
        let six = Table::build(&law, &facts, Week::Six, first, last);
        let version =
            format!("{}.{}-{:08x}", law.label, amended.len(), five.fingerprint() ^ six.fingerprint());
        Ok(Calendar { law, years, amended, first, last, five, six, version })
    }

    /// A new calendar with one more change; this one stays as it was, so that both can be compared.
    pub fn amend(&self, change: Amended) -> Result<Calendar, DataFault> {
        let mut amended = self.amended.clone();
        amended.push(change);
        Calendar::new(self.law.clone(), self.years.clone(), amended)
    }

    /// Names the content: label of the data, number of changes, fingerprint of all days.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// First and last known day.
    pub fn known(&self) -> (NaiveDate, NaiveDate) {
        (self.first, self.last)
    }

    /// The changes people made, in order.
    pub fn amended(&self) -> &[Amended] {
        &self.amended
    }

    /// What a day is for an office week. Refuses outside the known years.
    pub fn kind(&self, date: NaiveDate, week: Week) -> Result<DayKind, CalendarFault> {
        let index = self.index(date)?;
        self.table(week).kinds.get(index).copied().ok_or_else(|| self.unknown(date))
    }

    /// The name and basis of a day that is more than a plain working day or weekend.
    pub fn noted(&self, date: NaiveDate, week: Week) -> Option<&Day> {
        self.table(week).noted.get(&date)
    }

    /// Days off of a year that are more than plain weekends, in order. Refuses outside the known years.
    pub fn days_off(&self, year: i32, week: Week) -> Result<Vec<&Day>, CalendarFault> {
        let (from, to) = self.year(year)?;
        let days = self.table(week).noted.range(from..=to).map(|(_, day)| day);
        Ok(days.filter(|day| !day.kind.counts()).collect())
    }

    /// Weekend days of a year that are working ones, in order. Refuses outside the known years.
    pub fn working_weekends(&self, year: i32, week: Week) -> Result<Vec<&Day>, CalendarFault> {
        let (from, to) = self.year(year)?;
        let days = self.table(week).noted.range(from..=to).map(|(_, day)| day);
        Ok(days.filter(|day| day.kind.counts()).collect())
    }

    /// How many working days a year has. Refuses outside the known years.
    pub fn working_days(&self, year: i32, week: Week) -> Result<usize, CalendarFault> {
        let (from, to) = self.year(year)?;
        let (from, to) = (self.index(from)?, self.index(to)?);
        let kinds = self.table(week).kinds.get(from..=to).unwrap_or_default();
        Ok(kinds.iter().filter(|kind| kind.counts()).count())
    }

    pub(super) fn table(&self, week: Week) -> &Table {
        match week {
            Week::Five => &self.five,
            Week::Six => &self.six,
        }
    }

    /// The place of a date among the known days.
    pub(super) fn index(&self, date: NaiveDate) -> Result<usize, CalendarFault> {
        if date > self.last {
            return Err(self.unknown(date));
        }
        usize::try_from(date.signed_duration_since(self.first).num_days()).map_err(|_| self.unknown(date))
    }

    pub(super) fn unknown(&self, date: NaiveDate) -> CalendarFault {
        CalendarFault::UnknownDate { date, known_from: self.first, known_to: self.last }
    }

    fn year(&self, year: i32) -> Result<(NaiveDate, NaiveDate), CalendarFault> {
        let from = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX);
        let to = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX);
        self.index(from)?;
        self.index(to)?;
        Ok((from, to))
    }
}

/// Years and single corrections after all changes.
struct Facts {
    years: BTreeMap<i32, YearDays>,
    corrections: Vec<(NaiveDate, Becomes, Text, Text)>,
}

impl Facts {
    fn amend(&mut self, change: &Amendment) -> Result<(), DataFault> {
        match change {
            Amendment::Year(year) => {
                year.check()?;
                if self.years.contains_key(&year.year) {
                    return Err(DataFault::at("year", "twice").with("value", year.year));
                }
                self.years.insert(year.year, year.clone());
            }
            Amendment::Transfer(transfer) => {
                transfer.check()?;
                self.year_of("off", transfer.off)?.transfers.push(transfer.clone());
            }
            Amendment::Movable(date) => {
                let year = self.year_of("date", date.date)?;
                year.movable.retain(|known| known.of != date.of);
                year.movable.push(date.clone());
            }
            Amendment::Day { date, becomes, name, basis } => {
                self.year_of("date", *date)?;
                self.corrections.retain(|(known, ..)| known != date);
                self.corrections.push((*date, *becomes, name.clone(), basis.clone()));
            }
        }
        Ok(())
    }

    fn year_of(&mut self, field: &str, date: NaiveDate) -> Result<&mut YearDays, DataFault> {
        self.years
            .get_mut(&date.year())
            .ok_or_else(|| DataFault::at(field, "year_not_known").with("value", date.year()))
    }

    fn check(&self, law: &CalendarLaw) -> Result<(), DataFault> {
        let mut expected = None;
        for (number, year) in &self.years {
            if expected.is_some_and(|expected| expected != *number) {
                return Err(DataFault::at("years", "gap").with("value", number));
            }
            expected = Some(number + 1);
            for day in &law.movable_days_off {
                if !year.movable.iter().any(|date| date.of == day.key) {
                    return Err(DataFault::at(format!("{number}.movable"), "missing").with("value", &day.key));
                }
            }
            for (place, date) in year.movable.iter().enumerate() {
                if !law.movable_days_off.iter().any(|day| day.key == date.of) {
                    return Err(DataFault::at(format!("{number}.movable[{place}].of"), "not_known")
                        .with("value", &date.of));
                }
            }
        }
        self.check_transfers()
    }

    fn check_transfers(&self) -> Result<(), DataFault> {
        let mut used = BTreeSet::new();
        for transfer in self.transfers() {
            for (field, date) in [("off", transfer.off), ("work", transfer.work)] {
                if !self.years.contains_key(&date.year()) {
                    return Err(DataFault::at(field, "year_not_known").with("value", date.year()));
                }
                if !used.insert(date) {
                    return Err(DataFault::at(field, "twice").with("value", date));
                }
            }
        }
        Ok(())
    }

    fn transfers(&self) -> impl Iterator<Item = &Transfer> {
        self.years.values().flat_map(|year| &year.transfers)
    }

    fn movable<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a MovableDate> {
        self.years.values().flat_map(|year| &year.movable).filter(move |date| date.of == key)
    }
}

impl Table {
    fn build(law: &CalendarLaw, facts: &Facts, week: Week, first: NaiveDate, last: NaiveDate) -> Table {
        let mut noted = BTreeMap::new();
        // The later inserted prevails: a holiday over a religious day off, a correction over everything.
        note_transfers(&mut noted, law, facts, week);
        note_religious(&mut noted, law, facts);
        note_holidays(&mut noted, law, facts);
        let working = apply_corrections(&mut noted, facts);
        note_substitutes(&mut noted, law, week, last, &working);
        let mut table = Table { noted, ..Table::default() };
        let mut rank = 0;
        for date in first.iter_days().take_while(|date| *date <= last) {
            let kind = match table.noted.get(&date) {
                Some(day) => day.kind,
                None if working.contains(&date) => DayKind::Working,
                None if week.rests_on(date) => DayKind::Weekend,
                None => DayKind::Working,
            };
            if kind.counts() {
                rank += 1;
                table.working.push(date);
            }
            table.kinds.push(kind);
            table.rank.push(rank);
        }
        table
    }

    /// FNV-1a over what every day is and is called by: the same days give the same number everywhere.
    fn fingerprint(&self) -> u32 {
        let mut hash: u32 = 0x811c_9dc5;
        let mut eat = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        for kind in &self.kinds {
            eat(match kind {
                DayKind::Working => 0,
                DayKind::Weekend => 1,
                DayKind::Holiday => 2,
                DayKind::Substitute => 3,
                DayKind::Transfer => 4,
                DayKind::Religious => 5,
                DayKind::WorkingWeekend => 6,
            });
        }
        hash
    }
}

type Noted = BTreeMap<NaiveDate, Day>;

/// The Government's transfers bind the five-day week only (reading A-11).
fn note_transfers(noted: &mut Noted, law: &CalendarLaw, facts: &Facts, week: Week) {
    if week == Week::Six {
        return;
    }
    for transfer in facts.transfers() {
        let written = |date: NaiveDate| date.format("%d.%m.%Y").to_string();
        for (date, kind, name, hole, other) in [
            (transfer.off, DayKind::Transfer, &law.transfer.off_name, "{work}", transfer.work),
            (transfer.work, DayKind::WorkingWeekend, &law.transfer.work_name, "{off}", transfer.off),
        ] {
            let name = filled(name, hole, |_| written(other));
            noted.insert(date, Day { date, kind, name, basis: transfer.basis.clone(), estimated: false });
        }
    }
}

fn note_religious(noted: &mut Noted, law: &CalendarLaw, facts: &Facts) {
    let kind = DayKind::Religious;
    for day in &law.fixed_days_off {
        for date in facts.years.keys().filter_map(|year| day.in_year(*year)) {
            let (name, basis) = (day.name.clone(), day.basis.clone());
            noted.insert(date, Day { date, kind, name, basis, estimated: false });
        }
    }
    for day in &law.movable_days_off {
        for date in facts.movable(&day.key) {
            let (name, basis, estimated) = (day.name.clone(), day.basis.clone(), date.estimated);
            noted.insert(date.date, Day { date: date.date, kind, name, basis, estimated });
        }
    }
}

fn note_holidays(noted: &mut Noted, law: &CalendarLaw, facts: &Facts) {
    for day in &law.holidays {
        for date in facts.years.keys().filter_map(|year| day.in_year(*year)) {
            let (name, basis) = (day.name.clone(), day.basis.clone());
            noted.insert(date, Day { date, kind: DayKind::Holiday, name, basis, estimated: false });
        }
    }
}

/// Applies single corrections; gives back the days that became working ones.
fn apply_corrections(noted: &mut Noted, facts: &Facts) -> BTreeSet<NaiveDate> {
    let mut working = BTreeSet::new();
    for (date, becomes, name, basis) in &facts.corrections {
        let kind = match becomes {
            Becomes::Holiday => DayKind::Holiday,
            Becomes::DayOff => DayKind::Transfer,
            Becomes::Working => {
                noted.remove(date);
                working.insert(*date);
                continue;
            }
        };
        let (date, name, basis) = (*date, name.clone(), basis.clone());
        noted.insert(date, Day { date, kind, name, basis, estimated: false });
    }
    working
}

/// Law on holidays, art. 5: when a holiday falls on a day off, the next working day after the holiday is off.
/// Two such holidays in a row give two days, one after the other (March 2025, March 2026).
fn note_substitutes(
    noted: &mut Noted,
    law: &CalendarLaw,
    week: Week,
    last: NaiveDate,
    working: &BTreeSet<NaiveDate>,
) {
    let fallen: Vec<Day> = noted
        .values()
        .filter(|day| day.kind == DayKind::Holiday && week.rests_on(day.date))
        .cloned()
        .collect();
    for holiday in fallen {
        let following = holiday.date.iter_days().skip(1).take_while(|date| *date <= last);
        let free =
            |date: &NaiveDate| !week.rests_on(*date) && !noted.contains_key(date) && !working.contains(date);
        let mut following = following.filter(free);
        if let Some(date) = following.next() {
            let name = filled(&law.substitute.name, "{name}", |pick| pick(&holiday.name).to_owned());
            let basis = law.substitute.basis.clone();
            noted.insert(date, Day { date, kind: DayKind::Substitute, name, basis, estimated: false });
        }
    }
}

/// Fills the hole of a wording in each of its languages.
fn filled(text: &Text, hole: &str, with: impl Fn(fn(&Text) -> &str) -> String) -> Text {
    Text {
        kk: text.kk.replace(hole, &with(|text| &text.kk)),
        ru: text.ru.replace(hole, &with(|text| &text.ru)),
        en: text.en.replace(hole, &with(|text| &text.en)),
    }
}

/// The day after; the end of the calendar of the world is never reached.
pub(super) fn following(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}
