//! The row of a case in the queue and the search, made from its history and from nothing else.

use super::clocks::{self, Clockline};
use super::kept;
use crate::contract::queue::ChecksMeter;
use crate::intake;
use crate::project::Here;
use crate::queue::turn;
use chrono::NaiveDate;
use rules::application::RecognitionCentre;
use rules::case::{By, Case, Facts, tick_day};
use rules::check::{Finding, Verdict};
use rules::money::Money;
use rules::person::name::comparable;
use rules::role::Role;
use serde::{Deserialize, Serialize};
use store::{CaseId, CaseRow, Event, NewAttachment, SubjectId, Tx, UserId};

/// What the window shows in a row besides the columns of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra {
    pub number: String,
    pub level: Option<u8>,
    pub received_on: NaiveDate,
    /// Paragraph of the running clock, and the day it counts from.
    pub paragraph: Option<String>,
    pub day_zero: Option<NaiveDate>,
    /// The last day by law; none where the Rules set no term and the row's date is our own.
    pub fatal: Option<NaiveDate>,
    pub checks: ChecksMeter,
    pub voucher_last_day: Option<NaiveDate>,
    /// The act the case stands in, by which it is found together with the others of that act.
    #[serde(default)]
    pub act: Option<ActMark>,
}

/// What tells one act from another besides its number, and what its list shows without opening a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActMark {
    /// БИН of the recognition centre, or its name where there is none.
    pub centre: String,
    pub centre_name: String,
    pub drawn_on: NaiveDate,
    pub received_on: NaiveDate,
    /// It went back, and no other came in its place.
    pub returned: bool,
    pub cost: Money,
    /// To the centre, once it is accepted.
    pub reimbursed: Option<Money>,
}

impl ActMark {
    /// The mark of the last act of a case.
    pub fn of(case: &Case) -> Option<Self> {
        let act = case.acts.last()?;
        let centre = &case.voucher.as_ref()?.centre;
        Some(Self {
            centre: centre_key(centre),
            centre_name: centre.name.clone().unwrap_or_default(),
            drawn_on: act.drawn_on,
            received_on: act.received_on,
            returned: act.returned_on.is_some(),
            cost: act.cost,
            reimbursed: act.accepted.as_ref().map(|(_, sums)| sums.reimbursed),
        })
    }
}

/// A recognition centre as acts know it: its БИН, or its name as it is compared.
pub fn centre_key(centre: &RecognitionCentre) -> String {
    let filled = |text: &Option<String>| text.as_deref().map(str::trim).unwrap_or_default().to_owned();
    let bin = filled(&centre.bin);
    if bin.is_empty() { comparable(&filled(&centre.name)) } else { bin }
}

impl Extra {
    pub fn of(row: &CaseRow) -> Extra {
        // Rows are made by this file; one that cannot be read is shown by its id rather than not at all.
        serde_json::from_str(&row.extra).unwrap_or_else(|_| Extra {
            number: intake::short_number(row.case.0),
            level: None,
            received_on: NaiveDate::default(),
            paragraph: None,
            day_zero: None,
            fatal: row.fatal,
            checks: ChecksMeter::default(),
            voucher_last_day: None,
            act: None,
        })
    }
}

/// Puts the row of a case, and the rows of its copies.
pub fn put(tx: &mut Tx<'_>, id: &str, events: &[Event], here: &Here<'_>) -> Result<(), store::Error> {
    let unreadable = || store::Error::Unreadable { what: "fact of a case", source: None };
    let id = CaseId(id.parse().map_err(|_| unreadable())?);
    let history = kept::read(events)?;
    if history.erased || history.entries.is_empty() {
        // The person was erased: nothing of the case may come back into the queue or the search.
        return Ok(());
    }
    let (Some(first), Some(last)) = (events.first(), events.last()) else { return Ok(()) };
    let case = Case::fold(&history.entries);
    let row = row(id, first, last, &case, here).ok_or_else(unreadable)?;
    // Only the first fact of a case names copies.
    let is_new = tx.find_case(id)?.is_none();
    tx.put_case(&row)?;
    if let Some(subject) = row.subject.filter(|_| is_new) {
        put_copies(tx, id, subject, first, &case)?;
    }
    Ok(())
}

fn row(id: CaseId, first: &Event, last: &Event, case: &Case, here: &Here<'_>) -> Option<CaseRow> {
    let receipt = case.receipt.as_ref()?;
    let application = &receipt.application;
    let facts = Facts {
        law: &here.books.law,
        at: last.at,
        by: By::Program,
        region: receipt.region,
        week: here.office.week(),
        earlier: &[],
        parallel: 0,
        quota_left: None,
        office_closes: here.office.closes(),
        next_number: None,
        edition: None,
    };
    let findings = facts.findings(case).unwrap_or_default();
    let clock = clocks::main_clock(case, &facts);
    let turn = turn(case.stage);
    let name = application.applicant.full_name();
    let level = application.level;
    let checks = meter(&findings);
    let extra = Extra {
        number: application.number.clone().unwrap_or_else(|| intake::short_number(id.0)),
        level,
        received_on: receipt.received_on,
        paragraph: clock.as_ref().map(|clock| clock.paragraph.to_string()),
        day_zero: clock.as_ref().map(|clock| clock.day_zero),
        fatal: clock.as_ref().and_then(|clock| clock.fatal),
        checks,
        voucher_last_day: case.voucher.as_ref().map(|voucher| voucher.last_day),
        act: ActMark::of(case),
    };
    let paper = crate::printing::called_for(case);
    Some(CaseRow {
        case: id,
        subject: first.subject,
        office: receipt.office.id.clone(),
        region: receipt.region.code().to_owned(),
        open: !case.stage.is_final(),
        stage: case.stage.code().to_owned(),
        todo: turn.todo.to_owned(),
        fatal: clock.as_ref().and_then(Clockline::by),
        target: clock.as_ref().and_then(|clock| clock.target),
        owner: owner(case),
        name_kk: name.clone(),
        name_ru: name,
        iin: application.applicant.iin.clone().unwrap_or_default(),
        phone: application.phone.clone().unwrap_or_default(),
        voucher: case.voucher.as_ref().map(|voucher| voucher.number.clone()).unwrap_or_default(),
        act: case.acts.last().map(|act| act.number.clone()).unwrap_or_default(),
        profession: application.profession.name.clone().unwrap_or_default(),
        centre: application.recognition_centre.name.clone().unwrap_or_default(),
        checks_done: checks.total - checks.human,
        checks_total: checks.total,
        finality: last.finality,
        version: case.version,
        wake: tick_day(case, &facts),
        paper: paper.map(|(kind, _)| crate::paper::code(kind).to_owned()).unwrap_or_default(),
        paper_day: paper.and_then(|(_, day)| day),
        extra: serde_json::to_string(&extra).ok()?,
    })
}

/// The specialist who took the application in leads the case.
fn owner(case: &Case) -> Option<UserId> {
    let by = case.receipt.as_ref()?.taken_in.by.as_deref()?;
    by.parse().ok().map(UserId)
}

/// How the checks of a case stand.
pub fn meter(findings: &[Finding]) -> ChecksMeter {
    let mut meter = ChecksMeter::default();
    for finding in findings {
        match finding.verdict {
            Verdict::Pass => meter.pass += 1,
            Verdict::Fail => meter.fail += 1,
            Verdict::Warn => meter.warn += 1,
            Verdict::Human => meter.human += 1,
            Verdict::NotApplicable => continue,
        }
        meter.total += 1;
    }
    meter
}

fn put_copies(
    tx: &mut Tx<'_>,
    id: CaseId,
    subject: SubjectId,
    first: &Event,
    case: &Case,
) -> Result<(), store::Error> {
    let Some(application) = case.application() else { return Ok(()) };
    for (place, document) in application.documents.iter().enumerate() {
        let Some(sha256) = document.sha256.as_deref().and_then(hash_of) else { continue };
        if document.bytes.is_none() {
            continue;
        }
        let what = NewAttachment {
            id: intake::attachment_id(id, place),
            stream: id.stream(),
            kind: document.kind.code().to_owned(),
            name: document.file.clone().unwrap_or_default(),
            media: media_of(document.file.as_deref().unwrap_or_default()).to_owned(),
            pages: document.pages,
            subject: Some(subject),
        };
        // False when the file never came or its key was destroyed: then there is nothing to show.
        let _ = tx.attach_again(&sha256, &what, first.actor, first.at)?;
    }
    Ok(())
}

/// By the name of the file: what the bytes are was looked at when they came, and the name was kept with them.
fn media_of(file: &str) -> &'static str {
    let ending = file.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

fn hash_of(hex: &str) -> Option<[u8; 32]> {
    let mut hash = [0u8; 32];
    if hex.len() != 64 {
        return None;
    }
    for (place, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(hash)
}

/// Roles that may decide about a case at all; the Rules say which of it.
pub fn decides(role: Role) -> bool {
    match role {
        Role::Specialist | Role::Supervisor | Role::MobilityOfficer | Role::Accountant => true,
        Role::Administrator | Role::Auditor => false,
    }
}
