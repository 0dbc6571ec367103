//! A remark with which an act goes back, as a sentence: one kept by its code is said with the facts of the case,
//! one in a person's own words stands as written.

use super::services::{Days, reckon, venue};
use crate::case::Loaded;
use crate::contract::{No, Said};
use crate::services::{OTHER_LINES, Sheet, is_about_person, paragraph};
use crate::workplace::Workplace;
use chrono::NaiveDate;
use papers::form::Both;
use papers::form::returned::Remark;
use rules::case::record::Act;
use rules::law::{Matter, Term};
use std::collections::BTreeMap;
use words::{Arg, Lang};

/// One person of a returned act: the place in the list, the case, and the act as that case keeps it.
type Returned<'a> = (u32, &'a Loaded, &'a Act);

/// A remark with the place it is about, and the person whose facts it is said with.
struct Told<'a> {
    row: Option<u32>,
    kept: &'a str,
    of: Returned<'a>,
}

/// The remarks a returned act of these cases went back with, each once.
pub(super) fn of_return(desk: &Workplace, loaded: &Loaded, act: &Act) -> Result<Vec<Remark>, No> {
    let whole = loaded.case.acts.last().is_some_and(|last| last == act);
    // An act that another has replaced since is known by the case at hand alone.
    let sheet = if whole { Some(Sheet::of_case(desk, loaded)?) } else { None };
    let members = match &sheet {
        None => vec![(1, loaded, act)],
        Some(sheet) => members(sheet),
    };
    let source = |lang, kept: &str| {
        // The letter names whole paragraphs, as the Rules number them.
        let of = paragraph(kept).split('(').next().unwrap_or_default();
        words::say_in(lang, "office-letter-paragraph", [("paragraph", of)]).unwrap_or_default()
    };
    let set = |told: &Told<'_>| Remark {
        row: told.row,
        remark: sentence(desk, told.of, told.kept),
        source: Both { kk: source(Lang::Kk, told.kept), ru: source(Lang::Ru, told.kept) },
    };
    Ok(told(&members).iter().map(set).collect())
}

/// The same remarks for the window: the place in the list, the code or the own words, the sentence.
pub(crate) fn said_of_return(desk: &Workplace, sheet: &Sheet) -> Vec<(Option<u32>, String, Said)> {
    let members = members(sheet);
    let say = |told: &Told<'_>| {
        let facts = facts(desk, told.of, told.kept);
        let said = match key_of(told.kept, &facts) {
            None => Said::new("services-own-words").with("text", told.kept),
            Some(key) => facts.into_iter().fold(Said::new(key), |said, (name, value)| said.with(name, value)),
        };
        (told.row, told.kept.to_owned(), said)
    };
    told(&members).iter().map(say).collect()
}

fn members(sheet: &Sheet) -> Vec<Returned<'_>> {
    (1..)
        .zip(&sheet.members)
        .filter_map(|(place, member)| Some((place, &member.loaded, member.loaded.case.acts.last()?)))
        .collect()
}

fn told<'a>(members: &[Returned<'a>]) -> Vec<Told<'a>> {
    let alone = members.len() == 1;
    // What is said of the act as a whole takes its facts from the person whose protocol is the latest.
    let day = |loaded: &Loaded| loaded.case.protocol.as_ref().map(|protocol| protocol.signed_on);
    let latest = members.iter().max_by_key(|(_, loaded, _)| day(loaded)).copied();
    let mut all: Vec<Told<'a>> = Vec::new();
    for of in members.iter().copied() {
        let (place, _, act) = of;
        for kept in act.remarks.iter().map(|kept| kept.trim()).filter(|kept| *kept != OTHER_LINES) {
            let everywhere =
                members.iter().all(|(_, _, other)| other.remarks.iter().any(|remark| remark.trim() == kept));
            let about_all = alone || (everywhere && !is_about_person(kept));
            let row = if about_all { None } else { Some(place) };
            let of = if about_all { latest.unwrap_or(of) } else { of };
            if !all.iter().any(|told| told.row == row && told.kept == kept) {
                all.push(Told { row, kept, of });
            }
        }
    }
    // The act as a whole first, then the list from above.
    all.sort_by_key(|told| told.row);
    all
}

/// The message of a remark kept by its code: with its figures when the case knows them all, else without any;
/// none for a person's own words.
fn key_of(kept: &str, facts: &BTreeMap<&'static str, String>) -> Option<String> {
    let code = crate::say::kebab(kept);
    let key = format!("remark-{code}");
    let wants = words::arguments(&key)?;
    if wants.iter().all(|(name, _)| facts.contains_key(name)) {
        return Some(key);
    }
    Some(format!("remark-plain-{code}"))
}

fn sentence(desk: &Workplace, of: Returned<'_>, kept: &str) -> Both {
    let facts = facts(desk, of, kept);
    let Some(key) = key_of(kept, &facts) else { return kept.into() };
    let args: Vec<(&str, Arg<'_>)> =
        facts.iter().map(|(name, text)| (*name, Arg::from(text.as_str()))).collect();
    let say = |lang| words::lookup(lang, &key, &args).unwrap_or_else(|| kept.to_owned());
    Both { kk: say(Lang::Kk), ru: say(Lang::Ru) }
}

/// What the case knows of the things remarks speak about.
fn facts(desk: &Workplace, (place, loaded, act): Returned<'_>, code: &str) -> BTreeMap<&'static str, String> {
    let case = &loaded.case;
    let mut facts = BTreeMap::from([
        ("person", place.to_string()),
        ("drawn_on", act.drawn_on.to_string()),
        ("received_on", act.received_on.to_string()),
        ("cost", act.cost.to_string()),
        ("price", act.cost.to_string()),
    ]);
    if let Some(form) = case.application() {
        facts.insert("name", form.applicant.full_name());
        facts.extend(form.recognition_centre.price.map(|price| ("agreed", price.to_string())));
    }
    if let Some(protocol) = &case.protocol {
        facts.insert("protocol", protocol.number.clone());
        facts.insert("protocol_on", protocol.signed_on.to_string());
    }
    if let Some(voucher) = &case.voucher {
        facts.insert("number", voucher.number.clone());
        facts.insert("last_day", voucher.last_day.to_string());
        facts.extend(voucher.used_on.map(|day| ("used_on", day.to_string())));
        facts.extend(voucher.centre.name.clone().map(|name| ("centre", name)));
    }
    match code {
        // The same word means the act here, and the voucher elsewhere.
        "number_taken" => {
            facts.insert("number", act.number.clone());
        }
        "act_late" => {
            facts.extend(act_due(desk, loaded).map(|day| ("due", day.to_string())));
        }
        "reimbursement_differs" => facts.extend(due_by_rules(desk, loaded, act).map(|sum| ("due", sum))),
        // The codes of remarks are words, not a list: the others need nothing of their own.
        _ => {}
    }
    facts
}

/// Last day for the act by the protocol (paragraph 16).
fn act_due(desk: &Workplace, loaded: &Loaded) -> Option<NaiveDate> {
    let facts = loaded.facts(desk);
    let edition = facts.edition(Matter::Forms, &loaded.case, desk.today()).ok()?;
    let days = edition.term(Term::SendAct).ok()?.working_days?;
    facts.calendar().due_date(loaded.case.protocol.as_ref()?.signed_on, days, facts.week).ok()
}

fn due_by_rules(desk: &Workplace, loaded: &Loaded, act: &Act) -> Option<String> {
    let facts = loaded.facts(desk);
    let edition = facts.edition(Matter::Forms, &loaded.case, act.received_on).ok()?;
    let days = Days {
        protocol: loaded.case.protocol.as_ref()?.signed_on,
        issued: loaded.case.voucher.as_ref()?.issued_on,
        paid: act.received_on,
    };
    let sums = reckon(desk, loaded, edition, act.cost, days, venue(loaded)).ok()?;
    Some(sums.reimbursed.to_string())
}
