//! The journal of the office as a list: who did what and when, who looked at whose data, and whether the
//! chain is whole.

use crate::contract::journal::{JournalAsk, JournalPage, JournalRow, Verified};
use crate::contract::session::Nothing;
use crate::contract::{Answer, No, Outcome, Said, Topic};
use crate::people::hex;
use crate::say;
use crate::workplace::Workplace;
use crate::world::wall;
use store::Event;
use uuid::Uuid;

pub fn page(desk: &mut Workplace, ask: JournalAsk) -> Outcome<JournalPage> {
    let (skip, rows) = (ask.page.skip() as u64, ask.page.rows() as u64);
    let (total, events) = match ask.case {
        Some(case) => {
            let id = store::CaseId(case);
            let row = desk.store.find_case(id)?.filter(|row| crate::case::is_overseen(desk, row));
            let stream = row.map(|_| desk.store.stream(&id.stream())).transpose()?.unwrap_or_default();
            let total = stream.len() as u64;
            let events = stream.into_iter().rev().skip(skip as usize).take(rows as usize).collect();
            (total, events)
        }
        None => {
            let last = desk.store.last_seq()?;
            // Numbers are dense, so a page is found by its place without counting.
            let before = last.saturating_sub(skip).saturating_add(1);
            let wanted = u32::try_from(rows).unwrap_or(0);
            let page = desk.store.journal_page(Some(before), None, wanted)?;
            (page.total, page.events)
        }
    };
    let rows = events.iter().map(|event| row(desk, event)).collect::<Result<_, No>>()?;
    Ok(Answer::only(JournalPage { rows, total: u32::try_from(total).unwrap_or(u32::MAX) }))
}

fn row(desk: &Workplace, event: &Event) -> Result<JournalRow, No> {
    let in_stream = event.stream.strip_prefix("case/").and_then(|id| id.parse::<Uuid>().ok());
    let body: serde_json::Value =
        event.body.kept().and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default();
    let case = in_stream.or_else(|| body.get("case")?.as_str()?.parse().ok());
    let case_number = match case {
        Some(case) => crate::case::number_of(desk, store::CaseId(case))?,
        None => None,
    };
    // The journal is read by people who may see no case: of a case only that something happened is told.
    let mut said: Said = say::code("event", &event.kind);
    for name in
        ["field", "why", "wrong_passwords", "login", "name", "role", "paper", "rows", "reason", "days"]
    {
        match body.get(name) {
            Some(serde_json::Value::String(text)) => said = said.with(name, text.as_str()),
            Some(serde_json::Value::Number(number)) => {
                said = said.with(name, say::arg(&number.to_string()));
            }
            Some(_) | None => {}
        }
    }
    if event.kind == "restore_confirmed" && !said.args.contains_key("reason") {
        said = said.with("reason", "—");
    }
    Ok(JournalRow {
        sequence: u32::try_from(event.seq).unwrap_or(u32::MAX),
        at: wall(event.at, desk.office.region),
        // Nobody sat here: the recovery card put a backup in place.
        by: if event.actor.0.is_nil() { String::new() } else { desk.name_of(event.actor) },
        code: event.kind.clone(),
        said,
        case,
        case_number,
        hash: hex(event.hash.get(..4).unwrap_or_default()),
    })
}

pub fn verify(desk: &mut Workplace, _: Nothing) -> Outcome<Verified> {
    let report = desk.store.verify()?;
    // Rows that differ from the journal are as wrong as a broken link of it.
    let here = crate::project::Here { office: &desk.office, books: &desk.books };
    let rows = crate::project::compare(&desk.store, &here)?;
    let broken = report.broken.first().map(|broken| {
        let at = broken.at.map(|at| at.to_string()).unwrap_or_default();
        Said::new("chain-broken")
            .with("part", broken.part.to_string())
            .with("at", at)
            .with("what", broken.what)
    });
    let differs = rows.differing.first().map(|table| Said::new("chain-rows-differ").with("table", *table));
    let broken = broken.or(differs);
    desk.record_plain(
        "verify",
        crate::project::OFFICE,
        "verified",
        &serde_json::json!({ "sound": broken.is_none() }),
    )?;
    Ok(Answer::changing(
        Verified {
            sound: broken.is_none(),
            events: u32::try_from(report.events).unwrap_or(u32::MAX),
            attachments: u32::try_from(report.attachments).unwrap_or(u32::MAX),
            broken,
        },
        &[Topic::Journal],
    ))
}
