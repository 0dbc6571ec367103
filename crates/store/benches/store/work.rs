//! The store as the desk uses it, with its ciphers or without.

use std::path::Path;

use chrono::{DateTime, Utc};
use store::*;

use crate::measure::{Measured, memory, size_of, times_and_cpu};
use crate::people::{Person, person, six_digits, surname_and_name, two_letters};

const NOW: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_424_000_000_000_000);

pub(crate) fn run(dir: &Path, cases: u64) -> Measured {
    let admin = UserId(uuid::Uuid::from_u128(0x0300_0000_0000_7000_8000_0000_0000_0001));
    let mut figures = Measured::default();
    // A folder that was filled before is taken as it is.
    if !Store::exists(dir) {
        figures.seconds("fill, wall s", || fill(dir, cases, admin));
    }
    figures.put("size on disk, MB", size_of(dir));

    // The weak password hash of the tests takes a tenth of a millisecond; the rest is the opening itself.
    let credential = Credential::password("admin", "phrase");
    let opening = |_| drop(Store::unlock(dir, &credential, NOW).unwrap());
    figures.timed("opening", times_and_cpu(20, opening));
    let store = Store::unlock(dir, &credential, NOW).unwrap();

    let office = |round: u64| Scope::Offices(vec![format!("КЦ-{}", round % 20)]);
    let queue = |round| {
        let page = store.queue(&office(round), &Filter::default(), None, 50).unwrap();
        assert_eq!(page.rows.len(), 50, "a whole page");
    };
    figures.timed("queue page of 50", times_and_cpu(2000, queue));
    let day =
        Filter { fatal_to: Some(person(1).fatal), fatal_from: Some(person(1).fatal), ..Filter::default() };
    let count = |round| {
        std::hint::black_box(store.queue_counts(&office(round), &day).unwrap());
    };
    figures.timed("queue count of a day", times_and_cpu(200, count));
    let search = |scope: &Scope, text: &str| store.search(scope, text, 50).unwrap().len();
    let all = |text: String| assert!(search(&Scope::Everything, &text) > 0, "«{text}» finds somebody");
    figures.timed("name, 2 letters", times_and_cpu(1000, |round| all(two_letters(round))));
    figures.timed("surname and name", times_and_cpu(1000, |round| all(surname_and_name(round, cases))));
    let words = |round: u64| person(1 + round * 7919 % cases).name_kk;
    let turned = |round| {
        let name = words(round);
        let all: Vec<&str> = name.split(' ').collect();
        format!("{} {}", all[1], all[0])
    };
    figures.timed("name and surname in full", times_and_cpu(1000, |round| all(turned(round))));
    let of_office = |round: u64| {
        std::hint::black_box(search(&office(round), &turned(round)));
    };
    figures.timed("the same in one office of twenty", times_and_cpu(1000, of_office));
    let letters = |round: u64| {
        let name = words(round);
        all(name.split(' ').take(2).filter_map(|word| word.chars().next()).flat_map(|c| [c, ' ']).collect());
    };
    figures.timed("two letters of two words", times_and_cpu(500, letters));
    figures.timed("ИИН, 6 digits", times_and_cpu(1000, |round| all(six_digits(round, cases))));
    figures.timed("ИИН, 4 digits", times_and_cpu(200, |round| all(six_digits(round, cases)[..4].to_owned())));
    figures.timed("voucher, the series alone", times_and_cpu(200, |_| all("V-39-2026/".to_owned())));
    let case = |round: u64| {
        let id = case_of(1 + round * 7919 % cases);
        store.find_case(id).unwrap().unwrap();
        assert!(!store.stream(&id.stream()).unwrap().is_empty(), "it has a history");
    };
    figures.timed("a case and its events", times_and_cpu(1000, case));
    figures.timed("the same case again", times_and_cpu(1000, |round| case(round % 100)));

    let decide = |round: u64| {
        let number = 1 + round * 7919 % cases;
        let who = person(number);
        let mut command = NewCommand::new(NOW, "decide", 1, who.body.as_bytes()).unwrap();
        command.subject = Some(subject_of(number));
        let fact = NewEvent::new("decided", 1, who.body.as_bytes()).about(subject_of(number));
        store
            .write(op(admin, Some(command)), |tx| {
                let id = case_of(number);
                let events = tx.stream(&id.stream())?;
                tx.append(&id.stream(), Some(events.len() as u64), &[fact])?;
                tx.put_case(&CaseRow { todo: "sign".into(), ..row(&who, number, admin) })
            })
            .unwrap();
    };
    figures.timed("one decision saved", times_and_cpu(500, decide));
    figures.put("memory after reading and deciding, MB", memory().0);

    figures.seconds("projections made again, wall s", || {
        let compared = store.rebuild(|tx, stream, events| {
            let Some(number) = number_of(stream) else { return Ok::<_, Error>(()) };
            let body: serde_json::Value = serde_json::from_slice(events[0].body.kept().unwrap()).unwrap();
            let mut made = row(&person(number), number, admin);
            made.name_kk = body["name_kk"].as_str().unwrap().into();
            if events.len() > 1 {
                made.todo = "sign".into();
            }
            tx.put_case(&made)
        });
        assert!(compared.unwrap().differing.is_empty(), "made again they are the same");
    });
    figures.put("memory at its peak, MB", memory().1);
    figures
}

fn fill(dir: &Path, cases: u64, admin: UserId) {
    let first = NewUser::new(admin, "admin", "phrase");
    let setup = Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW };
    let (store, _) = Store::create(dir, setup).unwrap();
    let mut next = 1;
    while next <= cases {
        let last = (next + 999).min(cases);
        let receive = |tx: &mut Tx<'_>| (next..=last).try_for_each(|number| receive(tx, number, admin));
        store.write(op(admin, None), receive).unwrap();
        next = last + 1;
    }
    store.checkpoint().unwrap();
    store.lock().unwrap();
}

fn receive(tx: &mut Tx<'_>, number: u64, admin: UserId) -> Result<()> {
    let who = person(number);
    let fact = NewEvent::new("application_received", 1, who.body.as_bytes()).about(subject_of(number));
    tx.append(&case_of(number).stream(), Some(0), &[fact])?;
    tx.put_case(&row(&who, number, admin))
}

fn row(who: &Person, number: u64, admin: UserId) -> CaseRow {
    CaseRow {
        case: case_of(number),
        subject: Some(subject_of(number)),
        office: who.office.clone(),
        region: "39".into(),
        open: true,
        stage: "received".into(),
        todo: "review_package".into(),
        fatal: Some(who.fatal),
        target: Some(who.fatal),
        owner: Some(admin),
        name_kk: who.name_kk.clone(),
        name_ru: who.name_ru.clone(),
        iin: who.iin.clone(),
        phone: format!("+7700{number:07}"),
        voucher: format!("V-39-2026/{number:07}"),
        act: String::new(),
        profession: "cook".into(),
        centre: "centre-1".into(),
        checks_done: 1,
        checks_total: 4,
        finality: Finality::Own,
        version: 1,
        wake: None,
        paper: String::new(),
        paper_day: None,
        extra: "{}".into(),
    }
}

fn op(actor: UserId, command: Option<NewCommand>) -> Op<'static> {
    Op { name: "bench", actor, at: NOW, civil_date: NOW.date_naive(), edition: "B", command }
}

fn case_of(number: u64) -> CaseId {
    CaseId(uuid::Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + u128::from(number)))
}

fn number_of(stream: &str) -> Option<u64> {
    let id: uuid::Uuid = stream.strip_prefix("case/")?.parse().ok()?;
    u64::try_from(id.as_u128() & 0xffff_ffff).ok()
}

fn subject_of(number: u64) -> SubjectId {
    SubjectId(uuid::Uuid::from_u128(0x0200_0000_0000_7000_8000_0000_0000_0000 + u128::from(number)))
}
