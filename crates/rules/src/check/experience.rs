//! Experience: periods summed with overlaps merged, proven ones apart from those only stated, against the requirement.

use chrono::{Days, Months, NaiveDate};

use super::copies::Usable;
use super::education::Need;
use super::package::{proves_work, work_need};
use super::table::{EXPERIENCE, EXPERIENCE_PROOF, WORK_PERIODS};
use super::{About, Finding};
use crate::application::{DocumentKind, Period, Proves};

/// Days of a month where days are added up, as length of service is counted.
const MONTH_DAYS: u32 = 30;

/// Full months in a union of closed intervals of days: overlaps count once, and so do days that touch.
#[must_use]
pub fn months(periods: &[(NaiveDate, NaiveDate)]) -> u32 {
    let (mut months, mut days) = (0_u32, 0_u32);
    for (from, to) in merged(periods) {
        let Some(end) = to.succ_opt() else { continue };
        let mut whole = 0_u32;
        while let Some(next) = from.checked_add_months(Months::new(whole + 1))
            && next <= end
        {
            whole += 1;
        }
        let reached = from.checked_add_months(Months::new(whole)).unwrap_or(end);
        months = months.saturating_add(whole);
        days = days.saturating_add(u32::try_from((end - reached).num_days()).unwrap_or(0));
    }
    months.saturating_add(days / MONTH_DAYS)
}

/// Union of closed intervals, sorted; reversed ones are left out.
#[must_use]
pub fn merged(periods: &[(NaiveDate, NaiveDate)]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut sorted: Vec<_> = periods.iter().copied().filter(|(from, to)| from <= to).collect();
    sorted.sort_unstable();
    let mut out: Vec<(NaiveDate, NaiveDate)> = Vec::with_capacity(sorted.len());
    for (from, to) in sorted {
        match out.last_mut() {
            Some((_, last)) if last.checked_add_days(Days::new(1)).is_none_or(|next| from <= next) => {
                *last = to.max(*last)
            }
            Some(_) | None => out.push((from, to)),
        }
    }
    out
}

/// What the application says about experience.
struct Stated {
    /// Everything stated, in the profession as far as told.
    all: Vec<(NaiveDate, NaiveDate)>,
    /// Of it what the copies that count prove.
    proven: Vec<(NaiveDate, NaiveDate)>,
    /// Periods without a first day, or reversed, or after the application.
    wrong: Vec<String>,
    /// Some days were stated twice.
    overlap: bool,
}

pub(super) fn check(about: &About<'_>, usable: &Usable, findings: &mut Vec<Finding>) {
    let stated = gather(about, usable);
    let need = work_need(about);
    if !stated.wrong.is_empty() && need != Need::NotDemanded {
        findings.push(WORK_PERIODS.human("work_periods_wrong").fact("periods", stated.wrong.join(", ")));
    }
    let required =
        about.application.profession.requirement.as_ref().map(|one| one.experience_months.unwrap_or(0));
    let (all, proven) = (months(&stated.all), months(&stated.proven));
    let tell = |finding: Finding| {
        let finding = finding.fact("stated_months", all).fact("proven_months", proven);
        let finding = finding.fact_if("required_months", required);
        if stated.overlap { finding.fact("overlaps_merged", "true") } else { finding }
    };
    match required {
        Some(0) => findings.push(EXPERIENCE.not_applicable("experience_not_demanded")),
        None => findings.push(tell(EXPERIENCE.human("requirement_not_entered"))),
        Some(required) if proven >= required => findings.push(tell(EXPERIENCE.pass())),
        // Enough is stated and not enough is proven: the package is at fault, not the person.
        Some(required) if all >= required => {
            findings.push(tell(EXPERIENCE_PROOF.fail("experience_not_proven")))
        }
        Some(_) if !stated.wrong.is_empty() => findings.push(tell(EXPERIENCE.human("experience_unclear"))),
        Some(_) => findings.push(tell(EXPERIENCE.fail("experience_too_short"))),
    }
}

fn gather(about: &About<'_>, usable: &Usable) -> Stated {
    let documents = &about.application.documents;
    let counts =
        |place: usize| usable.has(place) && documents.get(place).is_some_and(|one| proves_work(about, one));
    let any_counts = (0..documents.len()).any(counts);
    let mut stated = Stated { all: Vec::new(), proven: Vec::new(), wrong: Vec::new(), overlap: false };
    for (number, period) in about.application.work.iter().enumerate() {
        let proven = match (&period.document, &period.proof) {
            (Some(file), _) => {
                let place = documents.iter().position(|one| one.file.as_deref() == Some(file.as_str()));
                place.map_or(any_counts, counts)
            }
            (None, Some(kind)) => accepted(about, kind) && any_counts,
            // Nothing links the period to a copy: a labour book proves all of it.
            (None, None) => any_counts,
        };
        add(&mut stated, about, period, proven, format!("work[{number}]"));
    }
    for (place, document) in documents.iter().enumerate() {
        for (number, period) in document.periods.iter().enumerate() {
            add(&mut stated, about, period, counts(place), format!("documents[{place}].periods[{number}]"));
        }
    }
    // The same job stated in the form and on the copy is no overlap worth telling; only the form is compared.
    let form: Vec<_> = about.application.work.iter().filter_map(|period| span(about, period)).collect();
    stated.overlap =
        form.iter().enumerate().any(|(i, a)| form.iter().skip(i + 1).any(|b| a.0 <= b.1 && b.0 <= a.1));
    stated
}

fn add(stated: &mut Stated, about: &About<'_>, period: &Period, proven: bool, path: String) {
    let Some(span) = span(about, period) else {
        stated.wrong.push(path);
        return;
    };
    // The form asks for work in this very qualification, so what is not said to be otherwise is taken as such.
    if period.in_profession == Some(false) {
        return;
    }
    stated.all.push(span);
    if proven {
        stated.proven.push(span);
    }
}

/// First and last day of a period, the last not after the application; `None` when it cannot be counted.
fn span(about: &About<'_>, period: &Period) -> Option<(NaiveDate, NaiveDate)> {
    let from = period.from?;
    let to = period.to.unwrap_or(about.received_on).min(about.received_on);
    (from <= to).then_some((from, to))
}

fn accepted(about: &About<'_>, kind: &DocumentKind) -> bool {
    match kind.proves() {
        Proves::Work(sub) => about.yardstick.work_proofs.contains(&sub),
        Proves::Education | Proves::WorkNotAccepted | Proves::Nothing | Proves::Unknown => false,
    }
}
