//! Many cases from few: the histories of a demonstration office, told again of other people, over an archive of
//! applications that were withdrawn. The rows are made by the same functions as in the program.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use desk::case::kept;
use desk::demonstration::{Mark, make};
use desk::law::Books;
use desk::project::{self, Here};
use desk::workplace::OfficeFile;
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use rules::case::{Entry, Event};
use serde_json::{Value, json};
use store::{
    CaseId, Cost, Credential, EventId, Filter, NewEvent, Op, Order, Scope, Store, SubjectId, Tx, UserId,
    Written,
};

use crate::people::{Person, person};

/// One case of the demonstration.
struct Template {
    entries: Vec<Entry>,
    actors: Vec<UserId>,
    /// Form of the final paper its stage calls for; empty when none.
    paper: String,
}

/// Histories that are told again.
const TEMPLATES: u32 = 168;
/// So many of the newest cases have such a history; those before them were received and withdrawn.
const LIVELY: u64 = 20_000;
/// So many old cases are written at once.
const AT_ONCE: usize = 1000;

/// What a bench needs of the office it filled.
pub(crate) struct Office {
    /// What its clock shows.
    pub(crate) shows: DateTime<Utc>,
    /// Opens its vault.
    pub(crate) credential: Credential,
    pub(crate) file: OfficeFile,
    pub(crate) books: Arc<Books>,
}

/// An office with so many cases beside its own. One that is there already is taken as it is.
pub(crate) fn fill(folder: &Path, cases: u64) -> Office {
    let is_filled = Store::exists(folder);
    if !is_filled {
        make::office(folder, TEMPLATES, 7, Cost::weak_for_tests(), Utc::now()).unwrap();
    }
    let made = Mark::find(folder).unwrap();
    let account = &made.accounts[0];
    let credential = Credential::password(&account.login, &account.password);
    // What time had brought until then is no work of the first who signs in.
    let desk = desk(folder, made.shows);
    sign_in(&desk, "mobility_officer");
    desk.lock();
    let store = Store::unlock(folder, &credential, made.shows).unwrap();
    let file = project::office(&store, made.shows.date_naive()).unwrap().unwrap();
    let office = Office { shows: made.shows, credential, file, books: Books::shipped().unwrap() };
    if is_filled {
        store.lock().unwrap();
        return office;
    }
    let templates = templates(&store);
    let mut ids = (1..).map(|number| EventId(uuid_of(6, number)));
    let lively: Vec<u64> = lively(cases).collect();
    let old: Vec<u64> = (1..=cases).take_while(|number| lively.first() != Some(number)).collect();
    for numbers in old.chunks(AT_ONCE) {
        archive(&store, &templates[0], numbers, &office.here(), &mut ids);
    }
    // Cases of one day lie together, and those of one day and stage have one fatal date.
    let together = lively.len().div_ceil(templates.len()).max(1);
    for (numbers, template) in lively.chunks(together).zip(&templates) {
        tell(&store, template, numbers, &office.here(), &mut ids);
    }
    store.lock().unwrap();
    office
}

/// The newest cases, those people open.
pub(crate) fn lively(cases: u64) -> std::ops::RangeInclusive<u64> {
    cases.saturating_sub(LIVELY) + 1..=cases
}

impl Office {
    pub(crate) fn here(&self) -> Here<'_> {
        Here { office: &self.file, books: &self.books }
    }
}

/// A desk over a filled office.
pub(crate) fn desk(folder: &Path, shows: DateTime<Utc>) -> Desk {
    let world = World {
        clock: Box::new(FixedClock::at(shows)),
        picker: Box::new(PreparedPicker::default()),
        printer: Box::new(desk::printing::Folder::at(folder.join("papers"))),
        cost: Cost::weak_for_tests(),
        version: "bench".into(),
        demonstration: None,
        papers: folder.join("papers"),
        room: desk::world::room(),
    };
    Desk::open(folder, world)
}

pub(crate) fn sign_in(desk: &Desk, role: &str) {
    let accounts = Mark::find(desk.folder()).unwrap().accounts;
    let account = accounts.iter().find(|one| json!(one.role) == role).unwrap();
    call(desk, "session_sign_in", json!({ "login": account.login, "password": account.password }));
}

/// What the window gets.
pub(crate) fn call(desk: &Desk, name: &str, args: Value) -> String {
    match desk.call(name, args) {
        Ok(Reply::Said { text, .. }) => text,
        Ok(Reply::Raw(_)) => String::new(),
        Err(no) => panic!("{name}: {no:?}"),
    }
}

fn templates(store: &Store) -> Vec<Template> {
    let mut templates = Vec::new();
    for closed in [false, true] {
        let filter = Filter { closed, ..Filter::default() };
        for row in store.queue_in(Order::Fatal, &Scope::Everything, &filter, None, 200).unwrap().rows {
            let events = store.stream(&row.case.stream()).unwrap();
            let entries = kept::read(&events).unwrap().entries;
            let actors = events.iter().map(|event| event.actor).collect();
            templates.push(Template { entries, actors, paper: row.paper });
        }
    }
    templates
}

/// Applications that were received and withdrawn.
fn archive(
    store: &Store,
    template: &Template,
    numbers: &[u64],
    here: &Here<'_>,
    ids: &mut impl Iterator<Item = EventId>,
) {
    let entry = &template.entries[0];
    let withdrawn = Entry { event: Event::ApplicationWithdrawn { reason: None }, ..entry.clone() };
    let written = write(store, entry, template.actors[0], |tx| {
        for number in numbers {
            let case = case_of(*number);
            let mut event = retold(&entry.event, &person(*number), *number);
            if let Event::ApplicationReceived { application, .. } = &mut event {
                application.documents.clear();
            }
            let received = Entry { event, ..entry.clone() };
            let facts = [&received, &withdrawn].map(|told| {
                let fact = kept::keep(told, subject_of(*number)).unwrap();
                NewEvent { id: ids.next(), ..fact }
            });
            tx.append(&case.stream(), Some(0), &facts)?;
            project::stream(tx, &case.stream(), here)?;
        }
        Ok(())
    });
    written.unwrap();
}

/// The history of a template for each of these people, fact by fact as it was written.
fn tell(
    store: &Store,
    template: &Template,
    numbers: &[u64],
    here: &Here<'_>,
    ids: &mut impl Iterator<Item = EventId>,
) {
    for (place, (entry, actor)) in template.entries.iter().zip(&template.actors).enumerate() {
        let is_last = place + 1 == template.entries.len();
        let written = write(store, entry, *actor, |tx| {
            for number in numbers {
                let (who, case) = (person(*number), case_of(*number));
                let told = Entry { event: retold(&entry.event, &who, *number), ..entry.clone() };
                let fact = kept::keep(&told, subject_of(*number)).unwrap();
                // In the order of time, as they come; made here they would all be of one instant.
                tx.append(&case.stream(), Some(place as u64), &[NewEvent { id: ids.next(), ..fact }])?;
                if is_last {
                    project::stream(tx, &case.stream(), here)?;
                    if !template.paper.is_empty() {
                        let stream = format!("print/{case}");
                        let fact = print(*number, &template.paper, entry.on);
                        tx.append(&stream, Some(0), &[NewEvent { id: ids.next(), ..fact }])?;
                        project::stream(tx, &stream, here)?;
                    }
                }
            }
            Ok(())
        });
        written.unwrap();
    }
}

fn write(
    store: &Store,
    entry: &Entry,
    actor: UserId,
    f: impl FnOnce(&mut Tx<'_>) -> Result<(), store::Error>,
) -> Result<Written<()>, store::Error> {
    let edition = entry.edition.to_string();
    let op = Op { name: "fill", actor, at: entry.at, civil_date: entry.on, edition: &edition, command: None };
    store.write(op, f)
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
        Event::VoucherIssued { number: of, .. } => *of = format!("39-2025-{number:07}"),
        Event::ActReceived { number: of, .. } => *of = format!("А-{number:07}"),
        _ => {}
    }
    event
}

/// What a stage calls for is on paper: papers that wait are those of the day.
fn print(number: u64, form: &str, on: NaiveDate) -> NewEvent {
    let body = json!({
        "kind": "paper_printed", "case": case_of(number), "form": form, "language": "kk", "copy": 1, "copies": 1,
        "printer": null, "job": format!("{on}/{number}"), "sha256": format!("{number:064x}"),
    });
    NewEvent::new("paper_printed", 1, body.to_string().as_bytes()).about(subject_of(number))
}

pub(crate) fn case_of(number: u64) -> CaseId {
    CaseId(uuid_of(1, number))
}

fn subject_of(number: u64) -> SubjectId {
    SubjectId(uuid_of(2, number))
}

/// Ids of one kind, in the order of their numbers.
fn uuid_of(kind: u128, number: u64) -> uuid::Uuid {
    uuid::Uuid::from_u128((kind << 112) + 0x7000_8000_0000_0000_0000 + u128::from(number))
}
