//! Many cases from few: the histories of a demonstration office, told again of other people.

use std::path::Path;

use chrono::{DateTime, Utc};
use desk::case::kept;
use desk::demonstration::make;
use rules::case::{Entry, Event};
use store::{
    CaseId, CaseRow, Cost, Credential, EventId, Filter, Op, Order, PrintRow, Scope, Store, SubjectId, UserId,
};

use crate::people::{Person, person};

/// One case of the demonstration.
struct Template {
    row: CaseRow,
    entries: Vec<Entry>,
    actors: Vec<UserId>,
}

/// Histories that are told again.
const TEMPLATES: u32 = 56;
/// So many are told of before one history gives way to the next.
const AT_ONCE: u64 = 20_000;

/// An office with so many cases; what its clock shows.
pub(crate) fn fill(folder: &Path, cases: u64) -> DateTime<Utc> {
    let made = make::office(folder, TEMPLATES, 7, Cost::weak_for_tests(), Utc::now()).unwrap();
    let account = &made.accounts[0];
    let credential = Credential::password(&account.login, &account.password);
    let store = Store::unlock(folder, &credential, made.shows).unwrap();
    let templates = templates(&store);
    let mut next = 1;
    while next <= cases {
        let last = (next + AT_ONCE - 1).min(cases);
        for (place, template) in templates.iter().enumerate() {
            let numbers = (next..=last).filter(|number| number % templates.len() as u64 == place as u64);
            tell(&store, template, &numbers.collect::<Vec<_>>());
        }
        next = last + 1;
    }
    store.lock().unwrap();
    made.shows
}

fn templates(store: &Store) -> Vec<Template> {
    let mut templates = Vec::new();
    for closed in [false, true] {
        let filter = Filter { closed, ..Filter::default() };
        for row in store.queue_in(Order::Fatal, &Scope::Everything, &filter, None, 200).unwrap().rows {
            let events = store.stream(&row.case.stream()).unwrap();
            let entries = kept::read(&events).unwrap().entries;
            let actors = events.iter().map(|event| event.actor).collect();
            templates.push(Template { row, entries, actors });
        }
    }
    templates
}

/// The history of a template for each of these people, fact by fact as it was written.
fn tell(store: &Store, template: &Template, numbers: &[u64]) {
    for (place, (entry, actor)) in template.entries.iter().zip(&template.actors).enumerate() {
        let edition = entry.edition.to_string();
        let op = Op {
            name: "fill",
            actor: *actor,
            at: entry.at,
            civil_date: entry.on,
            edition: &edition,
            command: None,
        };
        let is_last = place + 1 == template.entries.len();
        store
            .write(op, |tx| {
                for number in numbers {
                    let (who, case) = (person(*number), case_of(*number));
                    let subject = SubjectId(uuid_of(2, *number));
                    let told = Entry { event: retold(&entry.event, &who, *number), ..entry.clone() };
                    let fact = kept::keep(&told, subject).unwrap();
                    tx.append(&case.stream(), Some(place as u64), &[fact])?;
                    if is_last {
                        let row = row(template, &who, *number);
                        tx.put_case(&row)?;
                        if !row.paper.is_empty() {
                            tx.put_print(&print(&row, *number, entry))?;
                        }
                    }
                }
                Ok::<(), store::Error>(())
            })
            .unwrap();
    }
}

fn retold(event: &Event, who: &Person, number: u64) -> Event {
    let mut event = event.clone();
    match &mut event {
        Event::ApplicationReceived { application, .. } => {
            let mut words = who.name_kk.split(' ').map(str::to_owned);
            application.number = Some(format!("НСК-2025-{number:07}"));
            application.applicant.surname = words.next();
            application.applicant.name = words.next();
            application.applicant.patronymic = words.next();
            application.applicant.iin = Some(who.iin.clone());
            application.phone = Some(format!("+7700{number:07}"));
        }
        Event::VoucherIssued { number: of, .. } => *of = voucher(number),
        Event::ActReceived { number: of, .. } => *of = act(number),
        _ => {}
    }
    event
}

fn row(template: &Template, who: &Person, number: u64) -> CaseRow {
    let row = &template.row;
    let filled = |old: &String, new: String| if old.is_empty() { String::new() } else { new };
    let old = desk::case::rows::Extra::of(row).number;
    CaseRow {
        case: case_of(number),
        subject: Some(SubjectId(uuid_of(2, number))),
        name_kk: who.name_kk.clone(),
        name_ru: who.name_kk.clone(),
        iin: who.iin.clone(),
        phone: format!("+7700{number:07}"),
        voucher: filled(&row.voucher, voucher(number)),
        act: filled(&row.act, act(number)),
        extra: row.extra.replace(&old, &format!("НСК-2025-{number:07}")),
        ..row.clone()
    }
}

/// What a stage calls for lies on the table: papers that wait are those of the day.
fn print(row: &CaseRow, number: u64, entry: &Entry) -> PrintRow {
    PrintRow {
        id: EventId(uuid_of(3, number)),
        stream: row.case.stream(),
        form: row.paper.clone(),
        copy: 1,
        state: desk::printing::Print::Printed.code().to_owned(),
        civil_date: row.paper_day.unwrap_or(entry.on).max(entry.on),
        at: entry.at,
        by: row.owner.unwrap_or(UserId(uuid_of(4, 0))),
        subject: row.subject,
        extra: "{}".into(),
    }
}

fn voucher(number: u64) -> String {
    format!("39-2025-{number:07}")
}

fn act(number: u64) -> String {
    format!("А-{number:07}")
}

pub(crate) fn case_of(number: u64) -> CaseId {
    CaseId(uuid_of(1, number))
}

fn uuid_of(kind: u128, number: u64) -> uuid::Uuid {
    uuid::Uuid::from_u128((kind << 112) + 0x7000_8000_0000_0000_0000 + u128::from(number))
}
