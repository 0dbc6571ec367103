//! The register of what the screen shows, from the cases themselves, saved as a workbook or set for paper.

use super::lines::{Asked, Filed, register};
use super::printed::printed;
use super::sheet::{Cell, Kind, Parameter, Register};
use super::xlsx::{WorkbookFailure, workbook};
use crate::case::{self, Loaded};
use crate::contract::paper::PaperSaved;
use crate::contract::queue::StripKind;
use crate::contract::register::{RegisterAsk, RegisterKind, RegisterPrint, RegisterPrinted, RegisterSaved};
use crate::contract::settings::Language;
use crate::contract::{Answer, No, Outcome, Said, Topic};
use crate::paper;
use crate::printing::{JobId, Order, title};
use crate::project::ACCESS;
use crate::queue::every_row;
use crate::workplace::Workplace;
use chrono::NaiveDate;
use papers::{Paper, Pdf, Tongue};
use rules::case::record::Case;
use rules::case::{Clock, deadlines};
use serde_json::json;
use std::collections::BTreeSet;
use words::{Lang, format, lookup, msg};

pub(crate) fn save(desk: &mut Workplace, ask: RegisterAsk) -> Outcome<RegisterSaved> {
    let cases = cases(desk, &ask)?;
    let kind = kind_of(ask.kind);
    let made = made(desk, &ask, &cases, lang_of(ask.language))?;
    let bytes = workbook(&made, desk.now()).map_err(|failure| no(&failure))?;
    let folder = paper::folder(desk, ask.folder.as_ref())?;
    desk.store.ask_room_at(&folder, bytes.len() as u64)?;
    // Written before it exists.
    tell(desk, "register_saved", &ask, made.rows.len(), None)?;
    let name = format!("{}-{}.xlsx", kind.code(), desk.today());
    let path = paper::write(&folder, &name, &bytes)?;
    let saved = RegisterSaved {
        path: path.to_string_lossy().into_owned(),
        bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        rows: u32::try_from(made.rows.len()).unwrap_or(u32::MAX),
    };
    Ok(Answer::changing(saved, &[Topic::Journal]))
}

/// The same register as a paper, page by page.
pub(crate) fn preview(desk: &mut Workplace, ask: RegisterAsk) -> Result<Vec<u8>, No> {
    let (pdf, rows) = set(desk, &ask)?;
    tell(desk, "register_viewed", &ask, rows, None)?;
    Ok(pdf.bytes)
}

/// The paper as a file: the bytes of the preview.
pub(crate) fn save_paper(desk: &mut Workplace, ask: RegisterAsk) -> Outcome<PaperSaved> {
    let folder = paper::folder(desk, ask.folder.as_ref())?;
    let (pdf, rows) = set(desk, &ask)?;
    desk.store.ask_room_at(&folder, pdf.bytes.len() as u64)?;
    tell(desk, "register_saved", &ask, rows, None)?;
    let name = format!("{}-{}.pdf", kind_of(ask.kind).code(), desk.today());
    Ok(Answer::changing(paper::saved(&folder, &name, &pdf)?, &[Topic::Journal]))
}

/// The paper on a printer: the bytes of the preview.
pub(crate) fn print(desk: &mut Workplace, ask: RegisterPrint) -> Outcome<RegisterPrinted> {
    let (pdf, rows) = set(desk, &ask.register)?;
    let printer = ask.printer.as_ref().and_then(|name| name.trimmed()).map(str::to_owned);
    let order = Order {
        device: printer.as_deref(),
        title: title(desk)?,
        pdf: &pdf.bytes,
        copies: ask.copies,
        both_sides: false,
    };
    let job = desk.world.printer.submit(&order)?;
    tell(desk, "register_printed", &ask.register, rows, Some(&job))?;
    let printed = RegisterPrinted {
        rows: u32::try_from(rows).unwrap_or(u32::MAX),
        copies: u32::from(ask.copies),
        printer,
        sha256: pdf.sha256,
    };
    Ok(Answer::changing(printed, &[Topic::Journal]))
}

/// The register set for paper, and how many rows it has.
fn set(desk: &Workplace, ask: &RegisterAsk) -> Result<(Pdf, usize), No> {
    let cases = cases(desk, ask)?;
    let (kk, ru) = (made(desk, ask, &cases, Lang::Kk)?, made(desk, ask, &cases, Lang::Ru)?);
    let (tongue, language) = match ask.language {
        Language::Kk => (Tongue::Kk, papers::Language::Kk),
        // Papers are Kazakh or Russian.
        Language::Ru | Language::En => (Tongue::Ru, papers::Language::Ru),
    };
    let body = paper::body(&desk.office.mobility_centre);
    let form = Paper::Register(Box::new(printed(&kk, &ru, tongue, body, desk.today())));
    let pdf = papers::render(&form, language).map_err(|failure| paper::unprintable(&failure))?;
    Ok((pdf, kk.rows.len()))
}

/// A register takes names and ИИН out of the vault: who took how many is written in the journal.
fn tell(
    desk: &Workplace,
    kind: &'static str,
    ask: &RegisterAsk,
    rows: usize,
    job: Option<&JobId>,
) -> Result<(), No> {
    let body = json!({
        "register": kind_of(ask.kind).code(), "rows": rows, "job": job.map(ToString::to_string),
    });
    desk.record_plain(kind, ACCESS, kind, &body)
}

fn no(failure: &WorkbookFailure) -> No {
    let said = Said::new(format!("register-{}", failure.code()));
    let said = match failure {
        WorkbookFailure::TooManyRows { rows } => said.with("rows", *rows),
        WorkbookFailure::TooLong { row, column } => said.with("row", *row).with("column", *column),
        WorkbookFailure::Make(_) => said,
    };
    No::failure(failure.code()).saying(said)
}

fn kind_of(kind: RegisterKind) -> Kind {
    match kind {
        RegisterKind::Applications => Kind::Applications,
        RegisterKind::Refusals => Kind::Refusals,
        RegisterKind::Vouchers => Kind::Vouchers,
        RegisterKind::Payments => Kind::Payments,
    }
}

fn lang_of(language: Language) -> Lang {
    match language {
        Language::Kk => Lang::Kk,
        Language::Ru => Lang::Ru,
        Language::En => Lang::En,
    }
}

/// The cases of the screen that fall into the period.
fn cases(desk: &Workplace, ask: &RegisterAsk) -> Result<Vec<Loaded>, No> {
    let kind = kind_of(ask.kind);
    let mut cases = Vec::new();
    for row in every_row(desk, &ask.filter)? {
        let loaded = case::load(desk, row.case)?;
        let inside = match (day_of(kind, &loaded.case), ask.from, ask.to) {
            (_, None, None) => true,
            (None, Some(_), _) | (None, _, Some(_)) => false,
            (Some(day), from, to) => from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to),
        };
        if inside {
            cases.push(loaded);
        }
    }
    Ok(cases)
}

/// The day by which a case falls into the period of a register.
fn day_of(kind: Kind, case: &Case) -> Option<NaiveDate> {
    match kind {
        Kind::Applications => case.receipt.as_ref().map(|receipt| receipt.received_on),
        Kind::Refusals => {
            case.refusal.as_ref().and_then(|refusal| refusal.formed.as_ref()).map(|done| done.on)
        }
        Kind::Vouchers => case.voucher.as_ref().map(|voucher| voucher.issued_on),
        Kind::Payments => case.act().map(|act| act.received_on),
    }
}

fn made(desk: &Workplace, ask: &RegisterAsk, cases: &[Loaded], lang: Lang) -> Result<Register, No> {
    let mut filed = Vec::with_capacity(cases.len());
    for loaded in cases {
        // Where an edition or the calendar does not know, there is no date: it is never guessed.
        let clocks = deadlines(&loaded.case, &loaded.facts(desk)).unwrap_or_default();
        let due = |wanted: Clock| {
            clocks.iter().rfind(|line| line.clock == wanted).and_then(rules::case::Deadline::due)
        };
        filed.push(Filed {
            case: &loaded.case,
            review_due: due(Clock::Review),
            payment_due: due(Clock::PayCentre).or(due(Clock::PayPerson)),
        });
    }
    let kind = kind_of(ask.kind);
    let parameters = parameters(desk, ask, cases, lang);
    let mut made = register(Asked { kind, lang, parameters }, &filed);
    let rows = u32::try_from(made.rows.len()).unwrap_or(u32::MAX);
    made.parameters.push(Parameter { label: msg::register_parameter_rows(lang), value: rows.into() });
    Ok(made)
}

fn parameters(desk: &Workplace, ask: &RegisterAsk, cases: &[Loaded], lang: Lang) -> Vec<Parameter> {
    let line = |label: String, value: Cell| Parameter { label, value };
    let place = &desk.office.mobility_centre;
    let office = match lang {
        Lang::Kk => &place.kk,
        Lang::Ru | Lang::En => &place.ru,
    };
    let editions: BTreeSet<String> = cases
        .iter()
        .filter_map(|loaded| loaded.case.receipt.as_ref())
        .map(|receipt| receipt.edition.to_string())
        .collect();
    let made = desk.now().with_timezone(&desk.office.region.zone()).naive_local();
    let mut lines = vec![line(msg::register_parameter_office(lang), office.as_str().into())];
    if let (Some(from), Some(to)) = (ask.from, ask.to) {
        lines.push(line(
            msg::register_parameter_period(lang),
            msg::register_parameter_period_value(lang, from, to).into(),
        ));
    } else if let Some(day) = ask.from.or(ask.to) {
        lines.push(line(msg::register_parameter_period(lang), day.into()));
    }
    // The register of payments goes to the treasury together with the account they leave from.
    if let (RegisterKind::Payments, Some(iban)) = (ask.kind, &place.card.iban) {
        lines.push(line(msg::register_parameter_account(lang), iban.printed().into()));
    }
    lines.push(line(msg::register_parameter_filter(lang), filter_said(ask, lang).into()));
    lines.push(line(
        msg::register_parameter_edition(lang),
        editions.into_iter().collect::<Vec<_>>().join(", ").into(),
    ));
    lines.push(line(msg::register_parameter_calendar(lang), desk.books.law.calendar.version().into()));
    lines.push(line(msg::register_parameter_made_by(lang), desk.me.name.as_str().into()));
    lines.push(line(msg::register_parameter_made(lang), format::date_time(made).into()));
    lines
}

/// The filter of the screen in words.
fn filter_said(ask: &RegisterAsk, lang: Lang) -> String {
    let filter = &ask.filter;
    let mut parts: Vec<String> = Vec::new();
    if let Some(strip) = filter.strip {
        parts.push(strip_said(strip, lang));
    }
    if filter.mine {
        parts.push(msg::register_filter_mine(lang));
    }
    let stages = filter.stages.as_slice().iter();
    parts.extend(
        stages.filter_map(|stage| lookup(lang, &format!("stage-{}", crate::say::kebab(stage.as_str())), &[])),
    );
    parts.extend(filter.centre.as_ref().and_then(|centre| centre.trimmed()).map(str::to_owned));
    parts.extend(filter.text.as_ref().and_then(|text| text.trimmed()).map(|text| format!("«{text}»")));
    if filter.closed {
        parts.push(msg::register_filter_closed(lang));
    }
    if parts.is_empty() { msg::register_parameter_no_filter(lang) } else { parts.join("; ") }
}

fn strip_said(strip: StripKind, lang: Lang) -> String {
    match strip {
        StripKind::Overdue => msg::register_strip_overdue(lang),
        StripKind::Today => msg::register_strip_today(lang),
        StripKind::Tomorrow => msg::register_strip_tomorrow(lang),
        StripKind::Later => msg::register_strip_later(lang),
        StripKind::WaitingForCentre => msg::register_strip_waiting(lang),
        StripKind::ExpiringVouchers => msg::register_strip_vouchers(lang),
        StripKind::ToSign => msg::register_strip_to_sign(lang),
        StripKind::ToPrint => msg::register_strip_to_print(lang),
        StripKind::NotConfirmed => msg::register_strip_not_confirmed(lang),
    }
}
