//! The other papers of a case: the application as received, the voucher, the notices about it, the return of
//! an act.

use super::{CopyMarks, body, marks, signer, tongue, word};
use crate::case::{Loaded, rows::Extra};
use crate::contract::No;
use crate::workplace::Workplace;
use papers::form::application::Application;
use papers::form::notice::{Annulment, Extension, Head, Reinstatement, SheetRow, VoucherRef};
use papers::form::returned::{ActRef, Return};
use papers::form::voucher::{Correction, Reference, Voucher};
use papers::form::{Body, Person};
use rules::case::Event;
use rules::case::record::Voucher as Issued;
use rules::denial::Denial;
use rules::law::Matter;

/// Facts that make a voucher what its paper says.
const OF_VOUCHER: [&str; 5] =
    ["voucher_issued", "voucher_extended", "voucher_reinstated", "voucher_replaced", "voucher_corrected"];

fn none_yet() -> No {
    No::denial("no-paper")
}

fn issued(loaded: &Loaded) -> Result<&Issued, No> {
    loaded.case.voucher.as_ref().ok_or_else(none_yet)
}

/// Appendix 1 as the person filled it in; raw, because the paper shows what was received.
pub(super) fn application(loaded: &Loaded, copy: CopyMarks) -> Result<Application, No> {
    let form = loaded.case.application().ok_or_else(none_yet)?;
    Ok(Application {
        number: Some(Extra::of(&loaded.row).number),
        marks: marks(loaded, false, copy),
        ..Application::from(form)
    })
}

/// The voucher: the four fields of paragraph 10 first, the rest for reference (reading A-32).
pub(super) fn voucher(desk: &Workplace, loaded: &Loaded, copy: CopyMarks) -> Result<Voucher, No> {
    let issued = issued(loaded)?;
    let form = loaded.case.application().ok_or_else(none_yet)?;
    let facts = loaded.facts(desk);
    let edition = facts.edition(Matter::Validity, &loaded.case, issued.issued_on).map_err(Denial::from)?;
    let centre = issued.centre.name.clone().unwrap_or_default();
    let profession = form.profession.name.clone().unwrap_or_default();
    let office = &desk.office_then(loaded, &OF_VOUCHER).mobility_centre;
    let (correction, corrected) = corrections(loaded);
    let (centre, profession) = (corrected(centre), corrected(profession));
    Ok(Voucher {
        number: issued.number.clone(),
        issued: issued.issued_on,
        last_day: issued.last_day,
        validity_days: edition.validity().map_err(Denial::from)?.calendar_days,
        iin: corrected(issued.iin.to_string()),
        centre: centre.as_str().into(),
        body: body(office),
        reference: Reference {
            name: Some(corrected(form.applicant.full_name())),
            profession: Some(profession.as_str().into()),
            level: form.level.map(|level| level.to_string()),
            centre_contacts: None,
            price: issued.centre.price,
            reimbursed: None,
            claimant_pays: None,
            material_aid: None,
        },
        correction,
        signer: signer(desk, issued.issued.by.as_deref(), office),
        seal: None,
        language: tongue(loaded),
        marks: marks(loaded, false, copy),
    })
}

/// The last correction of a clerical error, and the printed texts as all corrections leave them.
fn corrections(loaded: &Loaded) -> (Option<Correction>, impl Fn(String) -> String) {
    let mut last = None;
    let mut slips: Vec<(String, String)> = Vec::new();
    for entry in &loaded.entries {
        if let Event::VoucherCorrected { correction, was, becomes, reason, .. } = &entry.event {
            let reason = format!("«{}» → «{}» ({})", was.trim(), becomes.trim(), reason.trim());
            last = Some(Correction { number: *correction, date: entry.on, reason: reason.as_str().into() });
            slips.push((was.trim().to_owned(), becomes.trim().to_owned()));
        }
    }
    let corrected = move |text: String| {
        let right = |text: String, (was, becomes): &(String, String)| match was.is_empty() {
            true => text,
            false => text.replace(was, becomes),
        };
        slips.iter().fold(text, right)
    };
    (last, corrected)
}

/// The head of a notice about the last fact of a kind: its day and the office of that day.
fn head(desk: &Workplace, loaded: &Loaded, fact: &str, copy: CopyMarks) -> Result<Head, No> {
    let office = &desk.office_then(loaded, &[fact]).mobility_centre;
    let issued = issued(loaded)?;
    let form = loaded.case.application().ok_or_else(none_yet)?;
    let profession = form.profession.name.clone().unwrap_or_default();
    let told = loaded.entries.iter().rev().find(|entry| entry.event.kind() == fact);
    Ok(Head {
        // A notice has no number of its own in the Rules: it goes under that of its voucher.
        number: issued.number.clone(),
        date: told.map_or(issued.issued_on, |entry| entry.on),
        body: body(office),
        recipient: Person { name: form.applicant.full_name(), iin: issued.iin.to_string() },
        voucher: VoucherRef {
            number: issued.number.clone(),
            issued: issued.issued_on,
            profession: profession.as_str().into(),
        },
        signer: signer(desk, issued.issued.by.as_deref(), office),
        language: tongue(loaded),
        seal: None,
        marks: marks(loaded, false, copy),
    })
}

pub(super) fn extension(desk: &Workplace, loaded: &Loaded, copy: CopyMarks) -> Result<Extension, No> {
    let issued = issued(loaded)?;
    if issued.extended_by_days == 0 {
        return Err(none_yet());
    }
    let facts = loaded.facts(desk);
    let validity = rules::case::decide::validity_now(&loaded.case, &facts)?;
    let sheets = validity.sheets.iter().filter(|sheet| sheet.counted_days > 0).map(|sheet| {
        let filed =
            issued.sheets.iter().find(|filed| filed.sheet.from == sheet.from && filed.sheet.to == sheet.to);
        SheetRow {
            number: filed.and_then(|filed| filed.sheet.number.clone()),
            from: sheet.from,
            to: sheet.to,
            counted_days: sheet.counted_days,
        }
    });
    Ok(Extension {
        notice: head(desk, loaded, "voucher_extended", copy)?,
        previous_last_day: issued.base_last_day,
        last_day: issued.last_day,
        days: issued.extended_by_days,
        sheets: sheets.collect(),
    })
}

pub(super) fn annulment(desk: &Workplace, loaded: &Loaded, copy: CopyMarks) -> Result<Annulment, No> {
    use chrono::Datelike;
    let issued = issued(loaded)?;
    let annulled = issued.annulled.as_ref().ok_or_else(none_yet)?;
    Ok(Annulment {
        notice: head(desk, loaded, "voucher_annulled", copy)?,
        last_day: issued.last_day,
        annulled: annulled.on,
        // A voucher received this year bars another one till the next (reading A-23).
        apply_again_from: chrono::NaiveDate::from_ymd_opt(issued.issued_on.year() + 1, 1, 1),
    })
}

pub(super) fn reinstatement(desk: &Workplace, loaded: &Loaded, copy: CopyMarks) -> Result<Reinstatement, No> {
    use rules::case::Event;
    const REINSTATED: &str = "voucher_reinstated";
    let issued = issued(loaded)?;
    let back = issued.reinstated.as_ref().ok_or_else(none_yet)?;
    let lapsed =
        loaded.entries.iter().rev().find(|entry| matches!(entry.event, Event::VoucherAnnulled { .. }));
    let proposed =
        loaded.entries.iter().rev().find(|entry| matches!(entry.event, Event::ReinstatementProposed { .. }));
    let ground = proposed.map(|entry| match &entry.event {
        Event::ReinstatementProposed { ground, .. } => match ground {
            rules::case::event::ReinstatementGround::LateSheet => "late-sheet",
            rules::case::event::ReinstatementGround::TimelyUse { .. } => "timely-use",
        },
        _ => "late-sheet",
    });
    let office = &desk.office_then(loaded, &[REINSTATED]).mobility_centre;
    let mut notice = head(desk, loaded, REINSTATED, copy)?;
    notice.signer = signer(desk, proposed.and_then(|entry| entry.by.id()), office);
    Ok(Reinstatement {
        notice,
        annulled: lapsed.map_or(issued.last_day, |entry| entry.on),
        fact: word(&format!("office-letter-{}", ground.unwrap_or("late-sheet"))),
        last_day: issued.last_day,
        second_signer: signer(desk, back.by.as_deref(), office),
    })
}

/// The return of a defective act with all its remarks (reading A-48): those about the act once, those about a
/// person with the place in the list.
pub(super) fn act_return(desk: &Workplace, loaded: &Loaded, copy: CopyMarks) -> Result<Return, No> {
    let act = loaded.case.acts.iter().rev().find(|act| act.returned_on.is_some()).ok_or_else(none_yet)?;
    let returned = act.returned_on.ok_or_else(none_yet)?;
    let by = loaded.entries.iter().rev().find(|entry| entry.event.kind() == "act_returned");
    let office = &desk.office_then(loaded, &["act_returned"]).mobility_centre;
    let centre = issued(loaded)?.centre.clone();
    Ok(Return {
        number: act.number.clone(),
        date: returned,
        body: body(office),
        centre: Body {
            name: centre.name.unwrap_or_default().as_str().into(),
            bin: centre.bin,
            ..Body::default()
        },
        act: ActRef { number: act.number.clone(), date: act.drawn_on, received: act.received_on },
        remarks: super::remark::of_return(desk, loaded, act)?,
        signer: signer(desk, by.and_then(|entry| entry.by.id()), office),
        language: tongue(loaded),
        marks: marks(loaded, false, copy),
    })
}
