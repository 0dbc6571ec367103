//! Gate checks of paragraph 3: what the platform checks by itself. A failed one escalates and is never a ground of refusal.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::table::{ONCE, PARALLEL, QUOTA, UNEMPLOYED, WINDOW};
use super::{About, Definition, Finding};

/// A voucher issued to the same ИИН earlier, as far as this office knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierVoucher {
    /// Its number.
    pub number: String,
    /// Day of issue: the year of paragraph 3 is the year of this day.
    pub issued_on: NaiveDate,
    /// Last day it runs, as extended.
    pub last_day: NaiveDate,
    /// It was used or annulled: it does not run any more.
    pub spent: bool,
}

pub(super) fn check(about: &About<'_>, findings: &mut Vec<Finding>) {
    findings.push(window(about));
    let gates = about.application.platform_checks.as_ref();
    let at = gates.and_then(|gates| gates.checked_at).map(|at| at.to_rfc3339());
    let told = |definition: &'static Definition, answer: Option<bool>, unknown: &str| match answer {
        Some(true) => definition.pass().fact_if("checked_at", at.clone()),
        Some(false) => definition.fail(definition.failed).fact_if("checked_at", at.clone()),
        None => definition.warn(unknown),
    };
    findings.push(told(&UNEMPLOYED, gates.and_then(|g| g.registered_unemployed), "unemployed_not_told"));
    findings.push(told(&QUOTA, gates.and_then(|g| g.voucher_available), "quota_not_told"));
    findings
        .push(once(about, told(&ONCE, gates.and_then(|g| g.no_voucher_this_year), "once_a_year_not_told")));
    if about.parallel > 0 {
        findings.push(PARALLEL.warn("parallel_application").fact("count", about.parallel));
    }
}

fn window(about: &About<'_>) -> Finding {
    let received = about.received_on;
    let Some(last) = about.yardstick.last_day_to_apply(received) else {
        return WINDOW.human("window_unknown");
    };
    let warn_from =
        last.checked_sub_days(Days::new(u64::from(about.yardstick.cutoff_warn_days))).unwrap_or(last);
    let found = if received > last {
        WINDOW.fail("window_late")
    } else if received >= warn_from {
        WINDOW.warn("window_last_days")
    } else {
        WINDOW.pass()
    };
    found.fact("received_on", received).fact("last_day", last)
}

/// What this office knows itself is stronger than the platform's silence, and a voucher that still runs is told.
fn once(about: &About<'_>, told: Finding) -> Finding {
    let year = about.received_on.year();
    if let Some(earlier) = about.earlier.iter().find(|voucher| voucher.issued_on.year() == year) {
        return ONCE
            .fail("voucher_already_this_year")
            .fact("number", &earlier.number)
            .fact("issued_on", earlier.issued_on);
    }
    let running =
        about.earlier.iter().find(|voucher| !voucher.spent && voucher.last_day >= about.received_on);
    match running {
        Some(earlier) if !told.blocks() && told.verdict != super::Verdict::Fail => ONCE
            .warn("earlier_voucher_runs")
            .fact("number", &earlier.number)
            .fact("issued_on", earlier.issued_on)
            .fact("last_day", earlier.last_day),
        Some(_) | None => told,
    }
}
