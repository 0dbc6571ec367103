//! A remark with which an act goes back, as a sentence: one kept by its code is said with the facts of the case,
//! one in a person's own words stands as written.

use super::services::{Days, reckon, venue};
use crate::case::Loaded;
use crate::workplace::Workplace;
use chrono::NaiveDate;
use papers::form::Both;
use rules::case::record::Act;
use rules::law::{Matter, Term};
use std::collections::BTreeMap;
use words::{Arg, Lang};

pub(super) fn sentence(desk: &Workplace, loaded: &Loaded, act: &Act, kept: &str) -> Both {
    let code = kept.trim();
    let key = format!("remark-{}", crate::say::kebab(code));
    if words::arguments(&key).is_none() {
        return kept.into();
    }
    let facts = facts(desk, loaded, act, code);
    let args: Vec<(&str, Arg<'_>)> =
        facts.iter().map(|(name, text)| (*name, Arg::from(text.as_str()))).collect();
    // A remark the case itself does not bear out stays as it was written.
    let say = |lang| words::lookup(lang, &key, &args).unwrap_or_else(|| kept.to_owned());
    Both { kk: say(Lang::Kk), ru: say(Lang::Ru) }
}

/// What the case knows of the things remarks speak about.
fn facts(desk: &Workplace, loaded: &Loaded, act: &Act, code: &str) -> BTreeMap<&'static str, String> {
    let case = &loaded.case;
    // One case is one line and one person.
    let mut facts = BTreeMap::from([
        ("person", "1".to_owned()),
        ("line", "1".to_owned()),
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
