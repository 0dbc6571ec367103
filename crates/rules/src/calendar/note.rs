//! Which days are noted and as what: transfers, religious days, holidays, corrections, substitutes, in the
//! order in which the later prevails.

use super::days::{Day, DayKind, Week};
use super::facts::Facts;
use super::source::{Becomes, CalendarLaw};
use crate::text::Text;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Days that are more than plain working days and weekends.
pub(super) type Noted = BTreeMap<NaiveDate, Day>;

/// Notes every such day of a week, and the days a correction made plain working ones.
pub(super) fn note_all(
    law: &CalendarLaw,
    facts: &Facts,
    week: Week,
    last: NaiveDate,
) -> (Noted, BTreeSet<NaiveDate>) {
    let mut noted = BTreeMap::new();
    // The later noted prevails: a holiday over a religious day off, a correction over everything.
    note_transfers(&mut noted, law, facts, week);
    note_religious(&mut noted, law, facts);
    note_holidays(&mut noted, law, facts);
    let working = apply_corrections(&mut noted, facts);
    note_substitutes(&mut noted, law, week, last, &working);
    (noted, working)
}

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
