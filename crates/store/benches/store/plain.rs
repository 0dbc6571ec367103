//! The peer: the same tables and statements in an open SQLite database.

use std::path::Path;
use std::time::Instant;

use rusqlite::{Connection, params};
use store::fold;

use crate::people::{Person, person, six_digits, surname_and_name, two_letters};
use crate::{at, memory, size_of, times, times_and_cpu};

const CASE: &str = "SELECT no, id, subject, office, region, open, stage, todo, fatal, target, owner, name_kk, name_ru,
    iin, phone, voucher, act, profession, centre, checks_done, checks_total, finality, version, extra FROM case_row";

pub(crate) fn run(dir: &Path, cases: u64) -> Vec<(&'static str, f64)> {
    std::fs::create_dir_all(dir).unwrap();
    let path = dir.join("plain.db");
    let mut figures = Vec::new();
    let mut db = connect(&path);
    for sql in [
        include_str!("../../src/migrate/0001_first.sql"),
        include_str!("../../src/migrate/0002_print_state.sql"),
    ] {
        db.execute_batch(sql).unwrap();
    }
    let begun = Instant::now();
    let mut next = 1;
    while next <= cases {
        let last = (next + 999).min(cases);
        let tx = db.transaction().unwrap();
        for number in next..=last {
            let who = person(number);
            event(&tx, number as i64, number, 1, &who.body);
            row(&tx, number, &who, "review_package");
        }
        tx.commit().unwrap();
        next = last + 1;
    }
    checkpoint(&db);
    figures.push(("fill", begun.elapsed().as_secs_f64()));
    figures.push(("size", size_of(dir)));
    drop(db);
    let opened = times(20, |_| {
        let db = connect(&path);
        db.query_row("SELECT max(seq) FROM event", [], |row| row.get::<_, i64>(0)).unwrap();
    });
    figures.push(("open_p50", at(&opened, 50)));
    let mut db = connect(&path);

    let (queue, queue_cpu) = times_and_cpu(2000, |round| {
        let sql = format!("{CASE} WHERE open = 1 AND office = ?1 ORDER BY fatal, no LIMIT 51");
        assert_eq!(read(&db, &sql, [format!("КЦ-{}", round % 20)]), 51);
    });
    figures.extend([("queue_cpu", queue_cpu), ("queue_p50", at(&queue, 50)), ("queue_p99", at(&queue, 99))]);
    let day = person(1).fatal.to_string();
    let count = times(200, |round| {
        let sql =
            "SELECT count(*) FROM case_row WHERE open = 1 AND office = ?1 AND fatal >= ?2 AND fatal <= ?2";
        let mut ask = db.prepare_cached(sql).unwrap();
        ask.query_row((format!("КЦ-{}", round % 20), &day), |row| row.get::<_, i64>(0)).unwrap();
    });
    figures.push(("count_p50", at(&count, 50)));
    let by_name = format!(
        "{CASE} CROSS JOIN case_name ON case_row.no = case_name.rowid WHERE case_name MATCH ?1
         ORDER BY case_name.rowid DESC LIMIT 20"
    )
    .replace("FROM case_row CROSS JOIN case_name", "FROM case_name CROSS JOIN case_row");
    let words = |text: &str| {
        fold(text).split(' ').map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" AND ")
    };
    let (two, two_cpu) =
        times_and_cpu(1000, |round| assert!(read(&db, &by_name, [words(&two_letters(round))]) > 0));
    figures.extend([("name2_cpu", two_cpu), ("name2_p50", at(&two, 50)), ("name2_p99", at(&two, 99))]);
    let (name, name_cpu) = times_and_cpu(1000, |round| {
        assert!(read(&db, &by_name, [words(&surname_and_name(round, cases))]) > 0)
    });
    figures.extend([("name_cpu", name_cpu), ("name_p50", at(&name, 50)), ("name_p99", at(&name, 99))]);
    let (iin, iin_cpu) = times_and_cpu(1000, |round| {
        let from = six_digits(round, cases);
        let to = format!("{from}\u{10ffff}");
        let sql = format!("{CASE} WHERE iin >= ?1 AND iin < ?2 AND iin <> '' ORDER BY no DESC LIMIT 20");
        assert!(read(&db, &sql, [from, to]) > 0);
    });
    figures.extend([("iin_cpu", iin_cpu), ("iin_p50", at(&iin, 50)), ("iin_p99", at(&iin, 99))]);
    let case = times(1000, |round| {
        let number = 1 + round * 7919 % cases;
        assert_eq!(read(&db, &format!("{CASE} WHERE id = ?1"), [id(number).to_vec()]), 1);
        let sql = "SELECT seq, body FROM event WHERE stream = ?1 ORDER BY stream_seq";
        assert!(read(&db, sql, [stream(number)]) > 0);
    });
    figures.push(("case_p50", at(&case, 50)));

    let (decide, decide_cpu) = times_and_cpu(500, |round| {
        let number = 1 + round * 7919 % cases;
        let who = person(number);
        let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
        let seq = (cases + 1 + round) as i64;
        let sql = "SELECT count(*) FROM event WHERE stream = ?1";
        let before: i64 = tx.query_row(sql, [stream(number)], |row| row.get(0)).unwrap();
        event(&tx, seq, number, before + 1, &who.body);
        row(&tx, number, &who, "sign");
        tx.prepare_cached(
            "INSERT INTO command(id, replica, replica_seq, kind, kind_version, actor, at, expects, needs, payload,
               payload_hash, hash, state, state_at)
             VALUES(?1, x'00', ?2, 'decide', 1, x'00', 0, '[]', '[]', ?3, zeroblob(32), zeroblob(32), 0, 0)",
        )
        .unwrap()
        .execute(params![id(cases * 2 + round), round as i64, who.body])
        .unwrap();
        tx.commit().unwrap();
    });
    figures.extend([
        ("decide_cpu", decide_cpu),
        ("decide_p50", at(&decide, 50)),
        ("decide_p99", at(&decide, 99)),
    ]);
    figures.push(("memory", memory().0));

    let begun = Instant::now();
    let tx = db.transaction().unwrap();
    tx.execute_batch("DELETE FROM case_row; INSERT INTO case_name(case_name) VALUES('delete-all');").unwrap();
    for number in 1..=cases {
        let sql = "SELECT seq, body FROM event WHERE stream = ?1 ORDER BY stream_seq";
        let events = read(&tx, sql, [stream(number)]);
        row(&tx, number, &person(number), if events > 1 { "sign" } else { "review_package" });
    }
    tx.commit().unwrap();
    figures.push(("rebuild", begun.elapsed().as_secs_f64()));
    figures.push(("peak", memory().1));
    figures
}

fn connect(path: &Path) -> Connection {
    let db = Connection::open(path).unwrap();
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON; PRAGMA cache_size = -32768; PRAGMA mmap_size = 0;",
    )
    .unwrap();
    db.set_prepared_statement_cache_capacity(128);
    db
}

fn checkpoint(db: &Connection) {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}

/// Reads every column of every row, as a program that shows them would.
fn read(db: &Connection, sql: &str, with: impl rusqlite::Params) -> usize {
    let mut ask = db.prepare_cached(sql).unwrap();
    let columns = ask.column_count();
    let mut rows = ask.query(with).unwrap();
    let mut count = 0;
    while let Some(row) = rows.next().unwrap() {
        for column in 0..columns {
            std::hint::black_box(row.get::<_, rusqlite::types::Value>(column).unwrap());
        }
        count += 1;
    }
    count
}

fn event(db: &Connection, seq: i64, number: u64, stream_seq: i64, body: &str) {
    db.prepare_cached(
        "INSERT INTO event(seq, id, stream, stream_seq, kind, kind_version, actor, replica, at, civil_date, edition,
           authority, body, hash, signature)
         VALUES(?1, ?2, ?3, ?4, 'application_received', 1, x'00', x'00', 0, '2026-03-02', 'B', 0, ?5, zeroblob(32),
           zeroblob(64))",
    )
    .unwrap()
    .execute(params![seq, id(seq as u64), stream(number), stream_seq, body])
    .unwrap();
}

fn row(db: &Connection, number: u64, who: &Person, todo: &str) {
    let known: bool = db
        .prepare_cached("SELECT EXISTS(SELECT 1 FROM case_row WHERE no = ?1)")
        .unwrap()
        .query_row([number as i64], |row| row.get(0))
        .unwrap();
    let names = format!("{} {}", fold(&who.name_kk), fold(&who.name_ru));
    db.prepare_cached(
        "INSERT OR REPLACE INTO case_row(no, id, subject, office, region, open, stage, todo, fatal, target, owner,
           name_kk, name_ru, name_fold, iin, phone, phone_key, voucher, voucher_key, act, act_key, profession,
           centre, checks_done, checks_total, finality, version, extra)
         VALUES(?1, ?2, ?2, ?3, '39', 1, 'received', ?4, ?5, ?5, x'00', ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?11, '', '',
           'cook', 'centre-1', 1, 4, 0, 1, '{}')",
    )
    .unwrap()
    .execute(params![
        number as i64,
        id(number),
        who.office,
        todo,
        who.fatal.to_string(),
        who.name_kk,
        who.name_ru,
        names,
        who.iin,
        format!("7700{number:07}"),
        format!("v392026{number:07}"),
    ])
    .unwrap();
    if !known {
        db.prepare_cached("INSERT INTO case_name(rowid, name_fold) VALUES(?1, ?2)")
            .unwrap()
            .execute(params![number as i64, names])
            .unwrap();
    }
}

fn stream(number: u64) -> String {
    format!("case/{}", uuid::Uuid::from_bytes(id(number)))
}

fn id(number: u64) -> [u8; 16] {
    uuid::Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + u128::from(number)).into_bytes()
}
