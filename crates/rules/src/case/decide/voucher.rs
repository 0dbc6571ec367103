//! The voucher (par. 10–13): issue, sheets and extension, use, correction. The last day is reckoned by `voucher::validity`, never here.

use chrono::{Datelike, NaiveDate};

use super::super::event::{EscalatedTo, Event, IncapacitySheet, SheetPaper};
use super::super::facts::Facts;
use super::super::record::{Case, SheetOnFile, Voucher};
use super::{missing, receipt, said, told, voucher_of};
use crate::application::RecognitionCentre;
use crate::denial::Denial;
use crate::law::Paragraph;
use crate::law::editions::Matter;
use crate::person::Iin;
use crate::role::Role;
use crate::voucher::{Sheet, Validity, ValidityFault, validity};

const P10: Paragraph = Paragraph::whole(10);
const P11: Paragraph = Paragraph::whole(11);
const P12: Paragraph = Paragraph::whole(12);
const P13: Paragraph = Paragraph::whole(13);

/// The validity of the voucher by all sheets that count, recorded as extensions or not: the law extends, the ЦТМ records (par. 12–13).
///
/// # Errors
/// [`Denial`] when the edition or the calendar does not know.
pub fn validity_now(case: &Case, facts: &Facts<'_>) -> Result<Validity, Denial> {
    let voucher = voucher_of(case)?;
    let sheets: Vec<Sheet> =
        voucher.sheets.iter().filter(|filed| filed.counts()).filter_map(as_sheet).collect();
    validity_of(voucher.issued_on, &sheets, case, facts)
}

fn as_sheet(filed: &SheetOnFile) -> Option<Sheet> {
    Sheet::new(filed.sheet.from, filed.sheet.to, Some(filed.received_on)).ok()
}

/// Days of validity come from the edition on the day of issue.
fn validity_of(
    issued_on: NaiveDate,
    sheets: &[Sheet],
    case: &Case,
    facts: &Facts<'_>,
) -> Result<Validity, Denial> {
    let edition = match &case.voucher {
        Some(voucher) => facts.law.editions.get(&voucher.validity_edition)?,
        None => facts.edition(Matter::Validity, case, issued_on)?,
    };
    validity(issued_on, sheets, edition, facts.calendar(), facts.week).map_err(|fault| match fault {
        ValidityFault::Edition(fault) => fault.into(),
        ValidityFault::OutOfDates => Denial::by(P10, fault.code()),
    })
}

/// Once a year by ИИН, a right number, an accredited ЦП: conditions of par. 3 and 10 on the very day of issue.
pub(super) fn can_issue(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    let receipt = receipt(case)?;
    let today = facts.today(case);
    iin(case)?;
    if let Some(other) = facts.earlier.iter().find(|other| other.issued_on.year() == today.year()) {
        return Err(Denial::by(Paragraph::whole(3), "voucher_already_this_year")
            .with("number", &other.number)
            .with("issued_on", other.issued_on));
    }
    accredited(&receipt.application.recognition_centre, today)
}

fn iin(case: &Case) -> Result<Iin, Denial> {
    let text = receipt(case)?.application.applicant.iin.as_deref().unwrap_or_default();
    Iin::parse(text).map_err(|fault| Denial::by(P10, "iin_wrong").with("fault", fault.code()))
}

/// The ЦП is accredited on a day, as far as its dates are known (par. 2(6), A-29).
pub(super) fn accredited(centre: &RecognitionCentre, on: NaiveDate) -> Result<(), Denial> {
    let outside = centre.accredited_from.is_some_and(|from| on < from)
        || centre.accredited_to.is_some_and(|to| on > to)
        || centre.accredited == Some(false);
    if outside {
        Err(Denial::by(Paragraph::sub(2, 6), "centre_not_accredited").with("on", on))
    } else {
        Ok(())
    }
}

pub(super) fn issue(
    case: &Case,
    number: Option<&str>,
    registered_unemployed: Option<bool>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let receipt = receipt(case)?;
    let today = facts.today(case);
    // The voucher is given to the registered unemployed, so the status is looked up again on this very day.
    match registered_unemployed {
        Some(true) => {}
        Some(false) => return Err(Denial::by(Paragraph::sub(2, 7), "not_unemployed").with("on", today)),
        None => return Err(Denial::by(Paragraph::sub(2, 12), "status_not_rechecked").with("on", today)),
    }
    let number = number.map(str::trim).filter(|number| !number.is_empty()).map(str::to_owned);
    let number = number.or_else(|| facts.next_number.clone()).ok_or_else(|| missing("number"))?;
    let validity = validity_of(today, &[], case, facts)?;
    // The application passed the gate: it is issued over the quota and told, never kept waiting.
    let over_quota = facts.quota_left.is_some_and(|left| left <= 0);
    let mut centre = receipt.application.recognition_centre.clone();
    if let Some(answer) = &case.dialogue.answer {
        centre.price = answer.price.or(centre.price);
        centre.venue_region = answer.venue.map(|region| region.code().to_owned()).or(centre.venue_region);
    }
    let mut events = vec![Event::VoucherIssued {
        number,
        iin: iin(case)?,
        issued_on: today,
        validity_edition: validity.edition,
        last_day: validity.last_day,
        centre,
        over_quota,
        status_checked_on: today,
    }];
    if over_quota {
        let reasons = vec!["issued_over_quota".to_owned()];
        events.push(Event::Escalated { reasons, to: EscalatedTo::Ministry, note: None });
    }
    Ok(events)
}

pub(super) fn sheet(
    case: &Case,
    sheet: Option<&IncapacitySheet>,
    received_on: Option<NaiveDate>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let sheet = sheet.ok_or_else(|| missing("sheet"))?;
    if sheet.to < sheet.from {
        return Err(Denial::by(P12, "sheet_ends_before_it_begins")
            .with("from", sheet.from)
            .with("to", sheet.to));
    }
    let received_on = told("received_on", received_on, facts.today(case), None)?;
    let voucher = voucher_of(case)?;
    if voucher.sheets.iter().any(|filed| filed.sheet == *sheet) {
        return Err(Denial::by(P12, "sheet_already_recorded").with("from", sheet.from).with("to", sheet.to));
    }
    Ok(vec![Event::IncapacitySheetReceived { sheet: sheet.clone(), received_on }])
}

pub(super) fn can_judge(case: &Case) -> Result<(), Denial> {
    let voucher = voucher_of(case)?;
    let open = voucher.sheets.iter().any(|filed| filed.settled_on.is_none());
    if open { Ok(()) } else { Err(Denial::by(P12, "no_open_sheet")) }
}

pub(super) fn judge(case: &Case, place: u32, counts: bool, reason: &str) -> Result<Vec<Event>, Denial> {
    let voucher = voucher_of(case)?;
    let filed = usize::try_from(place).ok().and_then(|place| voucher.sheets.get(place));
    match filed {
        Some(filed) if filed.settled_on.is_none() => {
            Ok(vec![Event::SheetJudged { sheet: place, counts, reason: said("reason", reason)? }])
        }
        Some(_) | None => Err(Denial::by(P12, "no_open_sheet").with("sheet", place)),
    }
}

/// Papers that are not a plain sheet and wait for a supervisor.
pub(super) fn unjudged(voucher: &Voucher) -> bool {
    voucher.sheets.iter().any(|filed| match filed.sheet.paper {
        SheetPaper::Sheet => false,
        SheetPaper::Certificate | SheetPaper::ChildCare => filed.judged.is_none(),
    })
}

pub(super) fn can_extend(case: &Case, facts: &Facts<'_>) -> Result<Validity, Denial> {
    let voucher = voucher_of(case)?;
    let open = voucher.sheets.iter().filter(|filed| filed.settled_on.is_none()).count();
    let counting = voucher.sheets.iter().filter(|filed| filed.settled_on.is_none() && filed.counts()).count();
    match (open, counting) {
        (0, _) => return Err(Denial::by(P13, "no_open_sheet")),
        (_, 0) => return Err(Denial::by(P12, "sheet_not_judged")),
        (_, _) => {}
    }
    let validity = validity_now(case, facts)?;
    if validity.last_day > voucher.last_day {
        Ok(validity)
    } else {
        Err(Denial::by(P12, "sheet_adds_nothing").with("last_day", voucher.last_day))
    }
}

pub(super) fn extend(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let validity = can_extend(case, facts)?;
    Ok(vec![Event::VoucherExtended {
        last_day: validity.last_day,
        extended_by_days: validity.extended_by_days,
    }])
}

pub(super) fn present(case: &Case, on: Option<NaiveDate>, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let voucher = voucher_of(case)?;
    let on = told("on", on, facts.today(case), Some(voucher.issued_on))?;
    in_time(case, on, facts)?;
    Ok(vec![Event::VoucherPresented { on }])
}

/// After the grace day nothing can be used any more, even if the program has not ticked yet.
pub(super) fn can_use(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    let validity = validity_now(case, facts)?;
    if unjudged(voucher_of(case)?) || !lapsed(case, &validity, facts) {
        Ok(())
    } else {
        Err(Denial::by(P11, "voucher_lapsed").with("last_day", validity.last_day))
    }
}

/// A sheet that comes after the lapse goes the way of two persons, also when the lapse was not recorded yet.
pub(super) fn can_file_sheet(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    if voucher_of(case)?.annulled.is_some() { Ok(()) } else { can_use(case, facts) }
}

/// The grace day is over.
pub(super) fn lapsed(case: &Case, validity: &Validity, facts: &Facts<'_>) -> bool {
    validity.lapses_on().is_some_and(|day| day <= facts.today(case))
}

/// On or before the last day as the sheets move it; on the grace day only a supervisor says so.
fn in_time(case: &Case, on: NaiveDate, facts: &Facts<'_>) -> Result<bool, Denial> {
    let validity = validity_now(case, facts)?;
    let denial = |code: &str| Err(Denial::by(P11, code).with("date", on).with("last_day", validity.last_day));
    if validity.covers(on) {
        Ok(false)
    } else if !validity.in_grace(on) {
        denial("use_after_validity")
    } else if super::actor(facts)?.role == Role::Supervisor {
        Ok(true)
    } else {
        denial("grace_day_needs_supervisor")
    }
}

pub(super) fn use_it(
    case: &Case,
    admitted_on: Option<NaiveDate>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let voucher = voucher_of(case)?;
    let admitted_on = told("admitted_on", admitted_on, facts.today(case), Some(voucher.issued_on))?;
    let accepted_late = in_time(case, admitted_on, facts)?;
    Ok(vec![Event::VoucherUsed { admitted_on, accepted_late }])
}

pub(super) fn no_show(
    case: &Case,
    exam_on: Option<NaiveDate>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let voucher = voucher_of(case)?;
    let exam_on = told("exam_on", exam_on, facts.today(case), Some(voucher.issued_on))?;
    Ok(vec![Event::NoShowRecorded { exam_on }])
}

/// What a clerical correction must not touch: the right itself.
const SUBSTANCE: &[&str] =
    &["iin", "issued_on", "last_day", "validity", "centre", "recognition_centre", "number"];

pub(super) fn correct(
    case: &Case,
    field: &str,
    was: &str,
    becomes: &str,
    reason: &str,
) -> Result<Vec<Event>, Denial> {
    let voucher = voucher_of(case)?;
    let field = said("field", field)?;
    if SUBSTANCE.contains(&field.as_str()) {
        return Err(Denial::by(P10, "not_clerical").with("field", field));
    }
    let (was, becomes) = (was.trim().to_owned(), said("becomes", becomes)?);
    if was == becomes {
        return Err(Denial::by(P10, "nothing_to_correct").with("field", field));
    }
    let correction = voucher.corrections + 1;
    Ok(vec![Event::VoucherCorrected { correction, field, was, becomes, reason: said("reason", reason)? }])
}
