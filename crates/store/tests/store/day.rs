//! A day of work on a small vault: what is written is there, found, and can be made again.

use super::common::*;
use chrono::Days;
use store::*;

#[test]
fn what_was_written_is_found_by_every_number_and_name() {
    let vault = Vault::new();
    let store = &vault.store;
    let aliya = vault.receive(1, "Әлия Құнанбайқызы Ёлкина", "Алия Кунанбаевна Ёлкина", "900101499004");
    let other = vault.receive(2, "Нұрлан Сейітұлы", "Нурлан Сеитулы", "850515399007");
    for (asked, expected, why) in [
        ("9001014", Some(aliya), "beginning of the number"),
        ("900101499004", Some(aliya), "whole number"),
        ("8505", Some(other), "beginning of another number"),
        ("әлия", Some(aliya), "Kazakh letters"),
        ("АЛИЯ", Some(aliya), "Russian capitals"),
        ("алия кунанбай", Some(aliya), "two words without Kazakh letters"),
        ("Ёлк", Some(aliya), "ё as it is"),
        ("елкин", Some(aliya), "е for ё"),
        ("Aliya Qunan", Some(aliya), "Latin of the new alphabet"),
        ("kunanbai", Some(aliya), "Latin of a passport"),
        ("nurlan", Some(other), "Latin"),
        ("сейит", Some(other), "и for і"),
        ("V-39-2026/000001", Some(aliya), "voucher as printed"),
        ("v392026000001", Some(aliya), "voucher without signs"),
        ("+7 700 000-00-02", Some(other), "phone as written"),
        ("87000000002", Some(other), "phone with eight"),
        ("7000000002", Some(other), "phone without code"),
        ("нет такого", None, "nobody"),
        ("\"'; DROP TABLE", None, "what is not a name"),
        ("", None, "nothing asked"),
    ] {
        let found = store.search(&Scope::Everything, asked, 20).unwrap();
        assert_eq!(found.first().map(|hit| hit.case.case), expected, "{why}: {asked}");
    }
    let elsewhere = Scope::Offices(vec!["КЦ-2".into()]);
    assert!(store.search(&elsewhere, "алия", 20).unwrap().is_empty(), "another office does not see her");
    assert!(store.search(&Scope::Offices(vec![]), "алия", 20).unwrap().is_empty(), "no office sees nothing");
}

#[test]
fn the_queue_is_in_the_order_of_the_fatal_date_and_in_pages() {
    let vault = Vault::new();
    for number in 1..=25u64 {
        vault.receive(number, "Бір Екі", "Один Два", &iin(number));
    }
    let all = Scope::Everything;
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = vault.store.queue(&all, &Filter::default(), after.as_ref(), 10).unwrap();
        seen.extend(page.rows.iter().map(|row| row.fatal));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 25, "pages hold every case once");
    let mut sorted = seen.clone();
    sorted.sort_by_key(|fatal| fatal.unwrap_or(chrono::NaiveDate::MAX));
    assert_eq!(seen, sorted, "by fatal date, cases without a term last");
    let count = |filter: Filter| count_of(&vault.store, &all, &filter);
    let first = DAY.checked_add_days(Days::new(1)).unwrap();
    assert_eq!(count(Filter::default()), 25, "all are open");
    assert_eq!(count(Filter { closed: true, ..Filter::default() }), 0, "none is closed");
    assert_eq!(
        count(Filter { fatal_to: Some(first), ..Filter::default() }),
        4,
        "cases 1, 9, 17 and 25 are due by the first day"
    );
    assert_eq!(
        count(Filter { todo: vec!["review_package".into()], ..Filter::default() }),
        25,
        "all to be read"
    );
    assert_eq!(count(Filter { todo: vec!["sign_act".into()], ..Filter::default() }), 0, "none to be signed");
    assert_eq!(count(Filter { owner: Some(vault.admin), ..Filter::default() }), 25, "all are hers");
    assert_eq!(count(Filter { unowned: true, ..Filter::default() }), 0, "none is nobody's");
    assert_eq!(count(Filter { text: Some("bir".into()), ..Filter::default() }), 25, "filter by name");
    assert_eq!(
        vault.store.queue(&all, &Filter::default(), None, 100_000).unwrap().rows.len(),
        25,
        "limit is capped"
    );
}

#[test]
fn the_same_command_twice_changes_nothing() {
    let vault = Vault::new();
    let command = NewCommand::new(NOW, "note", 1, b"{}").unwrap();
    let write = |command: &NewCommand| {
        vault.store.write(vault.op(Some(command.clone())), |tx| {
            tx.append("note/1", None, &[NewEvent::new("noted", 1, b"{}")]).map(|numbers| numbers[0])
        })
    };
    assert!(write(&command).unwrap().value().is_some(), "the first is written");
    assert!(write(&command).unwrap().value().is_none(), "the second is known");
    assert_eq!(vault.store.stream("note/1").unwrap().len(), 1, "one fact");
    let other = NewCommand { payload: b"{\"other\":1}".to_vec(), ..command };
    assert!(
        matches!(write(&other), Err(Error::CommandIdReused)),
        "the same id with another content is refused"
    );
}

#[test]
fn two_authors_of_one_stream_are_told_apart() {
    let vault = Vault::new();
    let write = |expects| {
        vault
            .store
            .write(vault.op(None), |tx| tx.append("note/1", expects, &[NewEvent::new("noted", 1, b"{}")]))
    };
    write(Some(0)).unwrap();
    match write(Some(0)) {
        Err(Error::StreamMoved { expected: 0, found: 1, .. }) => {}
        other => panic!("the second author saw an older stream: {other:?}"),
    }
    write(Some(1)).unwrap();
}

#[test]
fn a_failed_write_leaves_nothing_behind() {
    let vault = Vault::new();
    let command = NewCommand::new(NOW, "note", 1, b"{}").unwrap();
    let failed: Result<Written<()>> = vault.store.write(vault.op(Some(command.clone())), |tx| {
        tx.append("note/1", None, &[NewEvent::new("noted", 1, b"{}")])?;
        tx.put_draft("refusal", "1", None, "{}")?;
        Err(Error::Erased)
    });
    assert!(matches!(failed, Err(Error::Erased)), "the reason is handed on");
    assert!(vault.store.stream("note/1").unwrap().is_empty(), "no fact");
    assert!(vault.store.drafts(vault.admin).unwrap().is_empty(), "no draft");
    assert_eq!(vault.store.find_command(command.id).unwrap(), None, "no command");
}

#[test]
fn projections_made_again_are_the_same() {
    let vault = Vault::new();
    for number in 1..=10u64 {
        vault.receive(number, "Бір Екі", "Один Два", &iin(number));
    }
    let compared = vault.store.compare_projections(project).unwrap();
    assert_eq!(compared.differing, Vec::<&str>::new(), "the journal says the same as the tables");
    assert_eq!((compared.streams, compared.events), (11, 11), "ten cases and one person");
    vault.store.rebuild(project).unwrap();
    assert_eq!(
        vault.store.search(&Scope::Everything, "бір", 50).unwrap().len(),
        10,
        "the index is made again too"
    );
    let forgetful = |tx: &mut Tx<'_>, name: &str, events: &[Event]| {
        if name.starts_with("case/") { Ok(()) } else { project(tx, name, events) }
    };
    let compared = vault.store.compare_projections(forgetful).unwrap();
    assert_eq!(
        compared.differing,
        ["case_row", "case_count"],
        "a projection that forgets cases is found, and so is a count that does"
    );
}

#[test]
fn drafts_and_outbox_of_another_person_are_not_seen() {
    let vault = Vault::new();
    let other = vault.add_user("other", "another long phrase");
    let by = |actor, command| Op { actor, ..vault.op(command) };
    vault.store.write(by(other, None), |tx| tx.put_draft("refusal", "1", None, "{\"text\":\"\"}")).unwrap();
    assert_eq!(vault.store.drafts(other).unwrap().len(), 1, "the author sees it");
    assert!(vault.store.drafts(vault.admin).unwrap().is_empty(), "nobody else does");
    vault.store.write(vault.op(None), |tx| tx.join_centre("centre-1")).unwrap();
    let command = NewCommand::new(NOW, "note", 1, b"{}").unwrap();
    vault.store.write(by(other, Some(command)), |_| Ok::<_, Error>(())).unwrap();
    let mine = |user| {
        vault.store.outbox(user).unwrap().iter().filter(|queued| queued.command.kind == "note").count()
    };
    assert_eq!((mine(other), mine(vault.admin)), (1, 0), "the outbox is its author's");
}
