//! One case: opened, looked at, acted on. What is allowed is decided by the Rules; here the history is
//! loaded, the decision asked for, and its facts written in one transaction.

pub mod clocks;
mod course;
pub mod kept;
pub mod rows;
pub(crate) mod time;
pub mod view;

pub use course::refusal_state;

use crate::contract::act::CaseActs;
use crate::contract::case::{Acted, CaseAsk, CaseView, DocumentAsk, Reveal, Revealed};
use crate::contract::{Answer, No, Outcome};
use crate::workplace::{CASE_TOPICS, Workplace};
use rules::case::{By, Case, Command, CommandKind, Entry, Facts, decide, ready};
use rules::check::EarlierVoucher;
use rules::law::Matter;
use serde_json::json;
use store::{AttachmentId, CaseId, CaseRow, CommandId, NewCommand, Op, SubjectId, Tx, Written};
use uuid::Uuid;

/// A case with everything its views and decisions need.
pub struct Loaded {
    pub id: CaseId,
    pub row: CaseRow,
    pub case: Case,
    pub entries: Vec<Entry>,
    pub events: Vec<store::Event>,
    pub subject: SubjectId,
    pub earlier: Vec<EarlierVoucher>,
    pub parallel: u32,
}

pub fn open(desk: &mut Workplace, ask: CaseAsk) -> Outcome<CaseView> {
    let loaded = load(desk, CaseId(ask.case))?;
    // Opening a case shows personal data: that is written before they are shown.
    desk.record_access("case_viewed", loaded.subject, &json!({ "case": ask.case }))?;
    Ok(Answer::only(view::of(desk, &loaded)?))
}

pub fn reveal(desk: &mut Workplace, ask: Reveal) -> Outcome<Revealed> {
    let loaded = load(desk, CaseId(ask.case))?;
    let value = view::plain_value(&loaded.case, ask.field.as_str()).ok_or_else(|| No::invalid("field"))?;
    desk.record_access(
        "field_revealed",
        loaded.subject,
        &json!({ "case": ask.case, "field": ask.field.as_str() }),
    )?;
    Ok(Answer::only(Revealed { value }))
}

pub fn document(desk: &mut Workplace, ask: DocumentAsk) -> Result<Vec<u8>, No> {
    let loaded = load(desk, CaseId(ask.case))?;
    let id: Uuid = ask.document.as_str().parse().map_err(|_| No::invalid("document"))?;
    let found = desk.store.find_attachment(AttachmentId(id))?;
    // A copy is given out only as part of a case this person may see.
    let found = found.filter(|found| found.what.stream == loaded.id.stream() && !found.removed);
    let found = found.ok_or_else(|| No::denial("no-document"))?;
    Ok(desk.store.get_attachment(found.what.id)?)
}

pub fn act(desk: &mut Workplace, acts: CaseActs) -> Outcome<Acted> {
    let id = CaseId(acts.case);
    let command_id = CommandId(acts.command);
    let command = acts.act.command(|| voucher_number(desk, id, command_id))?;
    let done = decide_on(desk, id, u64::from(acts.version), command_id, command)?;
    let version = u32::try_from(done.version).unwrap_or(u32::MAX);
    let stage = done.stage.code().to_owned();
    Ok(Answer::changing(Acted { version, stage }, &CASE_TOPICS))
}

/// The number of a voucher, taken only when one will be issued: not for a case this person may not see, and not
/// again for the same command.
fn voucher_number(desk: &Workplace, id: CaseId, command: CommandId) -> Result<String, No> {
    let loaded = load(desk, id)?;
    if desk.store.find_command(command)?.is_some() {
        return Ok(String::new());
    }
    ready(&loaded.case, CommandKind::IssueVoucher, &loaded.facts(desk))?;
    next_number(desk, "voucher")
}

/// The number of a case as people say it, without opening it.
pub fn number_of(desk: &Workplace, id: CaseId) -> Result<Option<String>, No> {
    Ok(desk.store.find_case(id)?.map(|row| rows::Extra::of(&row).number))
}

/// Whether this person may see the case at all: role, office and territory.
pub(crate) fn may_see(desk: &Workplace, row: &CaseRow) -> bool {
    match desk.scope() {
        store::Scope::Everything => true,
        store::Scope::Region(region) => row.region == region,
        store::Scope::Offices(offices) => offices.contains(&row.office),
    }
}

/// Whether those who oversee this office are told of a case: it is one of its region.
pub(crate) fn is_overseen(desk: &Workplace, row: &CaseRow) -> bool {
    row.region == desk.office.region.code()
}

/// Loads a case this person may see. Another office's case is not told from one that does not exist.
pub fn load(desk: &Workplace, id: CaseId) -> Result<Loaded, No> {
    let row = desk.store.find_case(id)?.filter(|row| may_see(desk, row));
    let row = row.ok_or_else(|| No::denial("no-case"))?;
    let subject = row.subject.ok_or_else(|| No::failure("store").with("what", "subject"))?;
    let events = desk.store.stream(&id.stream())?;
    let history = kept::read(&events)?;
    if history.erased {
        return Err(No::denial("erased"));
    }
    let case = Case::fold(&history.entries);
    let (earlier, parallel) = others_of(desk, &row)?;
    Ok(Loaded { id, row, case, entries: history.entries, events, subject, earlier, parallel })
}

/// Vouchers and open applications of the same person in other cases (readings ).
fn others_of(desk: &Workplace, row: &CaseRow) -> Result<(Vec<EarlierVoucher>, u32), No> {
    let Some(subject) = row.subject else { return Ok((Vec::new(), 0)) };
    others(desk, subject, Some(row.case))
}

pub fn others(
    desk: &Workplace,
    subject: SubjectId,
    except: Option<CaseId>,
) -> Result<(Vec<EarlierVoucher>, u32), No> {
    let mut earlier = Vec::new();
    let mut parallel = 0u32;
    for other in desk.store.cases_of(subject)? {
        if Some(other.case) == except {
            continue;
        }
        if other.open && other.voucher.is_empty() {
            parallel = parallel.saturating_add(1);
        }
        if !other.voucher.is_empty() {
            let case = Case::fold(&kept::read(&desk.store.stream(&other.case.stream())?)?.entries);
            if let Some(voucher) = case.voucher {
                earlier.push(EarlierVoucher {
                    number: voucher.number,
                    issued_on: voucher.issued_on,
                    last_day: voucher.last_day,
                    spent: voucher.used_on.is_some() || voucher.annulled.is_some(),
                });
            }
        }
    }
    Ok((earlier, parallel))
}

impl Loaded {
    /// What the Rules may know when this person acts now.
    pub fn facts<'a>(&'a self, desk: &'a Workplace) -> Facts<'a> {
        facts(desk, &self.earlier, self.parallel)
    }
}

pub fn facts<'a>(desk: &'a Workplace, earlier: &'a [EarlierVoucher], parallel: u32) -> Facts<'a> {
    Facts {
        law: &desk.books.law,
        at: desk.now(),
        by: By::Person(desk.actor()),
        region: desk.office.region,
        week: desk.office.week(),
        earlier,
        parallel,
        quota_left: None,
        office_closes: desk.office.closes(),
        next_number: None,
        edition: None,
    }
}

/// A case after something was done with it.
pub struct After {
    pub version: u64,
    pub stage: rules::case::Stage,
}

/// Whether this command was written before. Under the id of another command, of this person or of anybody,
/// nothing is done, and that is said.
pub(crate) fn was_done(
    desk: &Workplace,
    id: CommandId,
    kind: CommandKind,
    cases: &[CaseId],
) -> Result<bool, No> {
    let Some(before) = desk.store.find_command(id)? else { return Ok(false) };
    let NewCommand { kind: kept, expects, .. } = before.command;
    let is_among = |expected: &String| {
        let stream = expected.split('@').next().unwrap_or_default();
        cases.iter().any(|case| case.stream() == stream)
    };
    let same = kept == kind.code() && !expects.is_empty() && expects.iter().all(is_among);
    if same { Ok(true) } else { Err(No::invalid("command-reused")) }
}

/// Asks the Rules and writes what follows. The version is the one the person saw; the same command twice
/// changes nothing and answers as the first time did.
pub(crate) fn decide_on(
    desk: &Workplace,
    id: CaseId,
    version: u64,
    command_id: CommandId,
    command: Command,
) -> Result<After, No> {
    let loaded = load(desk, id)?;
    let after = After { version: loaded.case.version, stage: loaded.case.stage };
    if was_done(desk, command_id, command.kind(), &[id])? {
        return Ok(after);
    }
    if loaded.case.version != version {
        return Err(No::denial("moved"));
    }
    let loaded = match time::tick(desk, &loaded)? {
        true => load(desk, id)?,
        false => loaded,
    };
    let facts = loaded.facts(desk);
    let events = decide(&loaded.case, &command, &facts)?;
    let after = After { version: loaded.case.version, stage: loaded.case.stage };
    if events.is_empty() {
        return Ok(after);
    }
    write(desk, &loaded.case, (id, loaded.subject), &facts, command_id, &command, events, |_| Ok(()))
}

/// What was decided on one case, ready to be written.
pub(crate) struct Decided {
    id: CaseId,
    /// The version it was decided on.
    version: u64,
    kept: Vec<store::NewEvent>,
    after: After,
    edition: String,
    on: chrono::NaiveDate,
}

/// Folds decided facts into the case and sets them for the journal.
pub(crate) fn decided(
    case: &Case,
    (id, subject): (CaseId, SubjectId),
    facts: &Facts<'_>,
    events: Vec<rules::case::Event>,
) -> Result<Decided, No> {
    let mut after = case.clone();
    let mut kept = Vec::with_capacity(events.len());
    for event in events {
        let entry =
            facts.entry(&after, event).map_err(|fault| No::from(rules::denial::Denial::from(fault)))?;
        after.apply(&entry);
        kept.push(kept::keep(&entry, subject)?);
    }
    let on = facts.today(&after);
    let edition = facts
        .edition(Matter::Forms, &after, on)
        .map_err(|fault| No::from(rules::denial::Denial::from(fault)))?;
    Ok(Decided {
        id,
        version: case.version,
        kept,
        after: After { version: after.version, stage: after.stage },
        edition: edition.id.as_str().to_owned(),
        on,
    })
}

/// Puts decided facts into the journal. Also used for the first fact of a case.
#[expect(clippy::too_many_arguments, reason = "each is a fact of the write; a struct would only rename them")]
pub(crate) fn write(
    desk: &Workplace,
    case: &Case,
    (id, subject): (CaseId, SubjectId),
    facts: &Facts<'_>,
    command_id: CommandId,
    command: &Command,
    events: Vec<rules::case::Event>,
    also: impl FnOnce(&mut Tx<'_>) -> Result<(), store::Error>,
) -> Result<After, No> {
    let done = decided(case, (id, subject), facts, events)?;
    let stream = id.stream();
    let payload = json!({ "case": id.0, "command": command }).to_string();
    let op = Op {
        name: command.kind().code(),
        actor: desk.me.user,
        at: facts.at,
        civil_date: done.on,
        edition: &done.edition,
        command: Some(NewCommand {
            id: command_id,
            kind: command.kind().code().to_owned(),
            version: 1,
            payload: payload.into_bytes(),
            expects: vec![format!("{stream}@{}", done.version)],
            needs: Vec::new(),
            subject: Some(subject),
        }),
    };
    match desk.append(op, &stream, Some(done.version), &done.kept, also)? {
        Written::Done { .. } | Written::Already { .. } => Ok(done.after),
    }
}

/// Puts what one request decided on several cases into the journal: all of it in one transaction, or none.
/// The payload tells no person, so that no one's erasure takes it from the others.
pub(crate) fn write_together(
    desk: &Workplace,
    name: &'static str,
    command_id: CommandId,
    payload: &serde_json::Value,
    all: &[Decided],
) -> Result<(), No> {
    let here = crate::project::Here { office: &desk.office, books: &desk.books };
    let op = Op {
        name,
        actor: desk.me.user,
        at: desk.now(),
        civil_date: desk.today(),
        edition: all.first().map_or("", |first| first.edition.as_str()),
        command: Some(NewCommand {
            id: command_id,
            kind: name.to_owned(),
            version: 1,
            payload: payload.to_string().into_bytes(),
            expects: all.iter().map(|one| format!("{}@{}", one.id.stream(), one.version)).collect(),
            needs: Vec::new(),
            subject: None,
        }),
    };
    desk.store.write(op, |tx| {
        for one in all {
            let stream = one.id.stream();
            tx.append(&stream, Some(one.version), &one.kept)?;
            crate::project::stream(tx, &stream, &here)?;
        }
        Ok::<(), store::Error>(())
    })?;
    Ok(())
}

/// The next number of a kind in this region and year, `39-2025-000012`. Taken before the write and kept
/// with it; a write that fails leaves a gap, which harms nobody.
pub(crate) fn next_number(desk: &Workplace, kind: &str) -> Result<String, No> {
    use chrono::Datelike;
    let year = desk.today().year();
    let key = format!("last_number/{kind}/{year}");
    let last = desk.store.setting(None, &key)?.and_then(|text| text.parse::<u32>().ok()).unwrap_or(0);
    let next = last.saturating_add(1);
    desk.keep("next_number", |tx| tx.put_setting(None, &key, &next.to_string()))?;
    Ok(format!("{}-{year}-{next:06}", desk.office.region.code()))
}
