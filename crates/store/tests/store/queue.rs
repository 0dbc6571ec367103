//! The queue beside a plain list: whatever is asked, in any order and from any place, both say the same.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use store::*;

use crate::common::{Chance, DAY, NOW, Vault, count_of};

const OFFICES: [&str; 3] = ["КЦ-1", "КЦ-2", "ЦТМ"];
const REGIONS: [&str; 2] = ["39", "75"];
const STAGES: [&str; 4] = ["in_review", "refused", "issued", "act_received"];
const TODO: [&str; 3] = ["review", "send_refusal", ""];
const CENTRES: [&str; 2] = ["Орталық", "Шебер"];
const NAMES: [&str; 5] = ["Асан Үсен", "Әсел Нұр", "Болат Бек", "Гүлнар Дос", "Янина Заря"];

fn drawn(chance: &mut Chance, case: CaseId, people: [UserId; 2]) -> CaseRow {
    let day = chance.below(9);
    CaseRow {
        case,
        subject: None,
        office: chance.of(&OFFICES).into(),
        region: chance.of(&REGIONS).into(),
        open: chance.below(4) > 0,
        stage: chance.of(&STAGES).into(),
        todo: chance.of(&TODO).into(),
        fatal: (day < 8).then(|| DAY + Days::new(day)),
        target: None,
        owner: [None, Some(people[0]), Some(people[1])][usize::try_from(chance.below(3)).unwrap()],
        name_kk: chance.of(&NAMES).into(),
        name_ru: String::new(),
        iin: format!("9001013{:05}", chance.below(100_000)),
        phone: String::new(),
        voucher: String::new(),
        act: String::new(),
        profession: "Повар".into(),
        centre: chance.of(&CENTRES).into(),
        checks_done: 0,
        checks_total: 0,
        finality: Finality::Own,
        version: 1,
        wake: None,
        paper: String::new(),
        paper_day: None,
        extra: "{}".into(),
    }
}

/// What the queue should say, without any index.
fn plainly<'a>(rows: &'a [CaseRow], order: Order, scope: &Scope, filter: &Filter) -> Vec<&'a CaseRow> {
    let any = |wanted: &[String], is: &str| wanted.is_empty() || wanted.iter().any(|one| one == is);
    let after_all = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();
    let fatal = |row: &CaseRow| row.fatal.unwrap_or(after_all);
    let mut found: Vec<(usize, &CaseRow)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| match scope {
            Scope::Everything => true,
            Scope::Region(region) => row.region == *region,
            Scope::Offices(offices) => offices.contains(&row.office),
        })
        .filter(|(_, row)| row.open != filter.closed)
        .filter(|(_, row)| any(&filter.stage, &row.stage) && any(&filter.todo, &row.todo))
        .filter(|(_, row)| filter.owner.is_none_or(|owner| row.owner == Some(owner)))
        .filter(|(_, row)| !filter.unowned || row.owner.is_none())
        .filter(|(_, row)| filter.centre.as_ref().is_none_or(|centre| row.centre == *centre))
        .filter(|(_, row)| filter.fatal_from.is_none_or(|first| fatal(row) >= first))
        .filter(|(_, row)| filter.fatal_to.is_none_or(|last| fatal(row) <= last))
        .filter(|(_, row)| match &filter.text {
            None => true,
            Some(digits) if digits.chars().all(|c| c.is_ascii_digit()) => {
                row.iin.starts_with(digits.as_str())
            }
            Some(word) => fold(&row.name_kk).split(' ').any(|part| part.starts_with(&fold(word))),
        })
        .collect();
    found.sort_by(|(one_no, one), (two_no, two)| {
        let by = match order {
            Order::Fatal => fatal(one).cmp(&fatal(two)),
            Order::Name => fold(&one.name_kk).cmp(&fold(&two.name_kk)),
        };
        by.then(one_no.cmp(two_no)).then(Ordering::Equal)
    });
    found.into_iter().map(|(_, row)| row).collect()
}

fn asked(chance: &mut Chance, people: [UserId; 2]) -> (Order, Scope, Filter) {
    let scope = match chance.below(4) {
        0 => Scope::Everything,
        1 => Scope::Region(chance.of(&REGIONS).into()),
        2 => Scope::Offices(vec![chance.of(&OFFICES).into()]),
        _ => Scope::Offices(vec![OFFICES[0].into(), OFFICES[2].into(), OFFICES[0].into()]),
    };
    let mut filter = Filter { closed: chance.below(4) == 0, ..Filter::default() };
    if chance.below(2) == 0 {
        filter.stage = vec![chance.of(&STAGES).into(), chance.of(&STAGES).into()];
    }
    if chance.below(4) == 0 {
        filter.todo = vec![chance.of(&TODO).into()];
    }
    match chance.below(5) {
        0 => filter.owner = Some(people[0]),
        1 => filter.unowned = true,
        _ => {}
    }
    if chance.below(4) == 0 {
        filter.centre = Some(chance.of(&CENTRES).into());
    }
    if chance.below(3) == 0 {
        filter.fatal_from = Some(DAY + Days::new(chance.below(6)));
    }
    if chance.below(3) == 0 {
        filter.fatal_to = Some(DAY + Days::new(2 + chance.below(7)));
    }
    match chance.below(6) {
        0 => filter.text = Some(chance.of(&["ас", "бол", "нұр", "zar", "жоқ"]).into()),
        1 => filter.text = Some("900101300".into()),
        _ => {}
    }
    let order = if chance.below(3) == 0 { Order::Name } else { Order::Fatal };
    (order, scope, filter)
}

fn put(vault: &Vault, rows: &[CaseRow]) {
    let noted = NewEvent::new("noted", 1, b"{}");
    let each = |tx: &mut Tx<'_>, row: &CaseRow| {
        tx.append(&row.case.stream(), None, std::slice::from_ref(&noted))?;
        tx.put_case(row)
    };
    vault.store.write(vault.op(None), |tx| rows.iter().try_for_each(|row| each(tx, row))).unwrap();
}

#[test]
fn pages_and_counts_are_those_of_a_plain_list() {
    let vault = Vault::new();
    let other = vault.add_user("other", "another long phrase");
    let people = [vault.admin, other];
    for seed in 1..=3u64 {
        let mut chance = Chance(seed);
        // Enough that both ways of looking are taken: case by case, and along the index.
        let size = if seed == 1 { 2_600 } else { 300 };
        let mut rows: Vec<CaseRow> = Vec::new();
        let before = count_of(&vault.store, &Scope::Everything, &Filter::default());
        for _ in 0..size {
            rows.push(drawn(&mut chance, CaseId::new(NOW).unwrap(), people));
        }
        let region = format!("r{seed}");
        rows.iter_mut().for_each(|row| row.region = format!("{region}-{}", row.region));
        put(&vault, &rows);
        // Cases move between offices, stages and dates, are closed, opened again and renamed.
        for _ in 0..size / 2 {
            let place = usize::try_from(chance.below(size)).unwrap();
            let mut moved = drawn(&mut chance, rows[place].case, people);
            moved.region = rows[place].region.clone();
            rows[place] = moved;
            put(&vault, &rows[place..=place]);
        }
        for round in 0..120 {
            let (order, mut scope, filter) = asked(&mut chance, people);
            // Each seed has a region of its own, so that earlier rows are not in the way.
            if !matches!(scope, Scope::Region(_)) && seed > 1 {
                continue;
            }
            if let Scope::Region(wanted) = &mut scope {
                *wanted = format!("{region}-{wanted}");
            }
            let why = format!("seed {seed}, round {round}: {order:?} {scope:?} {filter:?}");
            let expected = plainly(&rows, order, &scope, &filter);
            let limit = u32::try_from(1 + chance.below(90)).unwrap();
            let mut seen: Vec<CaseId> = Vec::new();
            let mut after: Option<Cursor> = None;
            loop {
                let page = vault.store.queue_in(order, &scope, &filter, after.as_ref(), limit).unwrap();
                seen.extend(page.rows.iter().map(|row| row.case));
                // A place survives being written down and read back.
                after = page.next.map(|next| next.to_string().parse().unwrap());
                if after.is_none() {
                    break;
                }
            }
            let all: Vec<CaseId> = expected.iter().map(|row| row.case).collect();
            assert_eq!(seen, all, "every case once and in order; {why}");
            let skip = usize::try_from(chance.below(all.len() as u64 + 3)).unwrap();
            let wide = Filter { stage: Vec::new(), fatal_from: None, fatal_to: None, ..filter.clone() };
            let (there, counts) = vault.store.queue_look(order, &scope, (&wide, &filter), skip, 50).unwrap();
            assert_eq!(counts, vault.store.queue_counts(&scope, &wide).unwrap(), "figures over it; {why}");
            let there: Vec<CaseId> = there.iter().map(|row| row.case).collect();
            let wanted: Vec<CaseId> = all.iter().copied().skip(skip).take(50).collect();
            assert_eq!(there, wanted, "by place {skip}; {why}");
            let mut counted: BTreeMap<(String, Option<NaiveDate>), u64> = BTreeMap::new();
            for count in vault.store.queue_counts(&scope, &filter).unwrap() {
                counted.insert((count.stage, count.fatal), count.cases);
            }
            let mut plain: BTreeMap<(String, Option<NaiveDate>), u64> = BTreeMap::new();
            for row in &expected {
                *plain.entry((row.stage.clone(), row.fatal)).or_default() += 1;
            }
            assert_eq!(counted, plain, "counts by stage and date; {why}");
        }
        let open = rows.iter().filter(|row| row.open).count() as u64;
        let after = count_of(&vault.store, &Scope::Everything, &Filter::default());
        assert_eq!(after - before, open, "all open cases of seed {seed} are counted");
    }
}
