//! The store as the desk uses it.

use std::path::Path;
use std::time::Instant;

use chrono::{DateTime, Utc};
use store::*;

use crate::people::{Person, person, six_digits, surname_and_name, two_letters};
use crate::{at, memory, millis, size_of, times, times_and_cpu};

const NOW: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_424_000_000_000_000);

pub(crate) fn run(dir: &Path, cases: u64) -> Vec<(&'static str, f64)> {
    let admin = UserId::new(NOW).unwrap();
    let first = NewUser::new(admin, "admin", "phrase");
    let (store, _) = Store::create(
        dir,
        Setup { first, cost: Cost::weak_for_tests(), room: Room::small_for_tests(), at: NOW },
    )
    .unwrap();
    let mut figures = Vec::new();
    let begun = Instant::now();
    let mut next = 1;
    while next <= cases {
        let last = (next + 999).min(cases);
        store
            .write(op(admin, None), |tx| (next..=last).try_for_each(|number| receive(tx, number, admin)))
            .unwrap();
        next = last + 1;
    }
    store.checkpoint().unwrap();
    figures.push(("fill", begun.elapsed().as_secs_f64()));
    figures.push(("size", size_of(dir)));
    store.lock().unwrap();

    // The weak password hash of the tests takes a tenth of a millisecond; the rest is the opening itself.
    let credential = Credential::password("admin", "phrase");
    let opened = times(20, |_| drop(Store::unlock(dir, &credential, NOW).unwrap()));
    figures.push(("open_p50", at(&opened, 50)));
    let store = Store::unlock(dir, &credential, NOW).unwrap();

    let office = |round: u64| Scope::Offices(vec![format!("КЦ-{}", round % 20)]);
    let (queue, queue_cpu) = times_and_cpu(2000, |round| {
        let page = store.queue(&office(round), &Filter::default(), None, 50).unwrap();
        assert_eq!(page.rows.len(), 50);
    });
    figures.extend([("queue_cpu", queue_cpu), ("queue_p50", at(&queue, 50)), ("queue_p99", at(&queue, 99))]);
    let day =
        Filter { fatal_to: Some(person(1).fatal), fatal_from: Some(person(1).fatal), ..Filter::default() };
    let count = times(200, |round| {
        std::hint::black_box(store.queue_count(&office(round), &day).unwrap());
    });
    figures.push(("count_p50", at(&count, 50)));
    let search = |text: &str| store.search(&Scope::Everything, text, 20).unwrap().len();
    let (two, two_cpu) = times_and_cpu(1000, |round| assert!(search(&two_letters(round)) > 0));
    figures.extend([("name2_cpu", two_cpu), ("name2_p50", at(&two, 50)), ("name2_p99", at(&two, 99))]);
    let (name, name_cpu) = times_and_cpu(1000, |round| assert!(search(&surname_and_name(round, cases)) > 0));
    figures.extend([("name_cpu", name_cpu), ("name_p50", at(&name, 50)), ("name_p99", at(&name, 99))]);
    let (iin, iin_cpu) = times_and_cpu(1000, |round| assert!(search(&six_digits(round, cases)) > 0));
    figures.extend([("iin_cpu", iin_cpu), ("iin_p50", at(&iin, 50)), ("iin_p99", at(&iin, 99))]);
    let case = times(1000, |round| {
        let id = case_of(1 + round * 7919 % cases);
        store.find_case(id).unwrap().unwrap();
        assert!(!store.stream(&id.stream()).unwrap().is_empty());
    });
    figures.push(("case_p50", at(&case, 50)));

    let (decide, decide_cpu) = times_and_cpu(500, |round| {
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
    });
    figures.extend([
        ("decide_cpu", decide_cpu),
        ("decide_p50", at(&decide, 50)),
        ("decide_p99", at(&decide, 99)),
    ]);
    figures.push(("memory", memory().0));

    let begun = Instant::now();
    let compared = store
        .rebuild(|tx, stream, events| {
            let Some(number) = number_of(stream) else { return Ok::<_, Error>(()) };
            let body: serde_json::Value = serde_json::from_slice(events[0].body.kept().unwrap()).unwrap();
            let mut made = row(&person(number), number, admin);
            made.name_kk = body["name_kk"].as_str().unwrap().into();
            if events.len() > 1 {
                made.todo = "sign".into();
            }
            tx.put_case(&made)
        })
        .unwrap();
    assert!(compared.differing.is_empty(), "made again they are the same");
    figures.push(("rebuild", millis(begun.elapsed()) / 1000.0));
    figures.push(("peak", memory().1));
    figures
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
