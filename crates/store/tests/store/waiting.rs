//! What waits without a case being opened: papers that are called for and not out yet, and days on which time acts.

use chrono::Days;
use store::*;

use super::common::*;

fn print(row: &CaseRow, number: u128, state: &str, day: chrono::NaiveDate) -> PrintRow {
    PrintRow {
        id: EventId(uuid::Uuid::from_u128(number)),
        stream: row.case.stream(),
        form: row.paper.clone(),
        copy: 1,
        state: state.into(),
        civil_date: day,
        at: NOW,
        by: row.owner.unwrap(),
        subject: row.subject,
        extra: "{}".into(),
    }
}

#[test]
fn a_paper_waits_until_it_is_out_and_again_when_it_failed() {
    let vault = Vault::new();
    let store = &vault.store;
    let case = vault.receive(1, "Асан", "", &iin(1));
    let mut row = store.find_case(case).unwrap().unwrap();
    let waits = |form: &str, day| {
        let rows = store.unprinted(&Scope::Everything, day, &[form]).unwrap();
        let count = store.unprinted_count(&Scope::Everything, day, form).unwrap();
        assert_eq!(rows.len() as u64, count, "{form}: as many rows as are counted");
        !rows.is_empty()
    };
    let put = |row: &CaseRow| store.write(vault.op(None), |tx| tx.put_case(row)).unwrap();
    let put_print = |print: PrintRow| store.write(vault.op(None), |tx| tx.put_print(&print)).unwrap();
    let tomorrow = DAY + Days::new(1);

    assert!(!waits("voucher", DAY), "nothing is called for");
    row.paper = "voucher".into();
    put(&row);
    assert!(waits("voucher", DAY) && waits("voucher", tomorrow), "called for on every day");
    assert!(!waits("refusal", DAY), "another form is not");
    for scope in [Scope::Region("75".into()), Scope::Offices(vec!["КЦ-2".into()]), Scope::Offices(vec![])] {
        assert_eq!(store.unprinted_count(&scope, DAY, "voucher").unwrap(), 0, "not seen in {scope:?}");
    }
    for scope in [Scope::Region("39".into()), Scope::Offices(vec!["КЦ-2".into(), "КЦ-1".into()])] {
        assert_eq!(store.unprinted_count(&scope, DAY, "voucher").unwrap(), 1, "seen in {scope:?}");
    }
    for (state, waiting) in [("sent", false), ("failed", true), ("printed", false), ("waiting", true)] {
        put_print(print(&row, 1, state, DAY));
        assert_eq!(waits("voucher", DAY), waiting, "its only print is {state}");
    }
    put_print(print(&row, 2, "printed", DAY));
    assert!(!waits("voucher", DAY), "one of two prints is out");

    (row.paper, row.paper_day) = ("act".into(), Some(tomorrow));
    put(&row);
    assert!(!waits("act", DAY) && waits("act", tomorrow), "called for on one day alone");
    put_print(print(&row, 3, "printed", DAY));
    assert!(waits("act", tomorrow), "the sheet of the day before does not count");
    put_print(print(&row, 4, "sent", tomorrow));
    assert!(!waits("act", tomorrow), "that of the day does");
    row.paper = "refusal".into();
    put(&row);
    assert!(waits("refusal", tomorrow), "the row calls for another form");
    store.erase(vault.op(None), subject(1), "request").unwrap();
    assert!(!waits("refusal", tomorrow), "nothing waits for a person who was erased");
}

#[test]
fn cases_wake_on_their_day_where_they_may_be_seen() {
    let vault = Vault::new();
    let mut cases = Vec::new();
    for number in 0..4u64 {
        let case = vault.receive(number, "Асан", "", &iin(number));
        let mut row = vault.store.find_case(case).unwrap().unwrap();
        row.wake = (number > 0).then(|| DAY + Days::new(number));
        vault.store.write(vault.op(None), |tx| tx.put_case(&row)).unwrap();
        cases.push(case);
    }
    let waking = |scope: &Scope, days| vault.store.waking(scope, DAY + Days::new(days)).unwrap();
    assert_eq!(waking(&Scope::Everything, 0), [], "none before its day");
    assert_eq!(waking(&Scope::Everything, 2), cases[1..3], "those whose day has come, in its order");
    assert_eq!(waking(&Scope::Region("39".into()), 9), cases[1..], "a case without a day never does");
    assert_eq!(waking(&Scope::Offices(vec!["КЦ-2".into()]), 9), [], "not those of another office");
    assert_eq!(vault.store.open_cases().unwrap(), cases, "every case is open, whoever may see it");
    let mut row = vault.store.find_case(cases[1]).unwrap().unwrap();
    row.open = false;
    vault.store.write(vault.op(None), |tx| tx.put_case(&row)).unwrap();
    cases.remove(1);
    assert_eq!(vault.store.open_cases().unwrap(), cases, "a closed one is left out");
}
