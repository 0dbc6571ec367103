//! The demonstration office: made from a seed by the Rules themselves, alive on every screen, sound in every
//! link, and unable to lend its clock to a real office.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use chrono::{DateTime, Utc};
use desk::demonstration::{self, Mark, make};
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn office(folder: &Path) -> make::Made {
    const SEED: u64 = 380;
    make::office(folder, 30, SEED, desk::world::strength_for_tests(), instant("2026-01-05T09:00:00Z"))
        .unwrap()
}

fn desk_at(folder: &Path, now: &str) -> Desk {
    let papers = folder.join("papers");
    let world = World {
        clock: Box::new(FixedClock::at(instant(now))),
        picker: Box::new(PreparedPicker::default()),
        printer: Box::new(desk::printing::Folder::at(&papers)),
        cost: desk::world::strength_for_tests(),
        room: desk::world::room_for_tests(),
        version: "test".into(),
        demonstration: None,
        papers,
    };
    Desk::open(folder, world)
}

fn said(desk: &Desk, name: &str, args: Value) -> Value {
    match desk.call(name, args) {
        Ok(Reply::Said { text, .. }) => {
            let answer: Value = serde_json::from_str(&text).unwrap();
            answer.get("value").cloned().unwrap_or_default()
        }
        Ok(Reply::Raw(_)) => panic!("{name} gave bytes"),
        Err(no) => panic!("{name} was refused: {no:?}"),
    }
}

#[test]
fn a_demonstration_office_is_alive_and_sound() {
    let folder = tempfile::tempdir().unwrap();
    let made = office(folder.path());
    assert_eq!(made.cases, 30, "every case asked for is there");
    let desk = desk_at(folder.path(), make::MORNING);
    let mut stages: BTreeMap<String, usize> = BTreeMap::new();
    for account in &made.accounts {
        let view =
            said(&desk, "session_sign_in", json!({ "login": account.login, "password": account.password }));
        assert_eq!(view["state"], "open", "{} signs in", account.login);
        assert_eq!(view["demonstration"], json!(true), "and is told what this is");
        if account.login != "head" {
            continue;
        }
        for closed in [false, true] {
            let page = said(
                &desk,
                "queue_page",
                json!({
                    "strip": null, "mine": false, "closed": closed, "text": null, "centre": null, "stages": [],
                    "order": "fatal_date", "page": { "offset": 0, "limit": 200 },
                }),
            );
            for row in page["rows"].as_array().unwrap() {
                *stages.entry(row["stage"].as_str().unwrap().to_owned()).or_default() += 1;
            }
        }
    }
    println!("{stages:?}");
    assert_eq!(stages.values().sum::<usize>(), 30, "every case is seen: {stages:?}");
    for stage in [
        "in_review",
        "refusal_drafted",
        "at_mobility_centre",
        "at_recognition_centre",
        "issued",
        "closed",
        "refusal_sent",
    ] {
        assert!(stages.contains_key(stage), "a case stands at {stage}: {stages:?}");
    }
    let admin = made.accounts.iter().find(|account| account.login == "admin").unwrap();
    said(&desk, "session_sign_in", json!({ "login": admin.login, "password": admin.password }));
    let verified = said(&desk, "journal_verify", json!({}));
    assert_eq!(verified["sound"], json!(true), "chain, signatures, copies and rows agree: {verified}");
}

#[test]
fn the_mark_of_a_demonstration_moves_no_clock_of_a_real_office() {
    let folder = tempfile::tempdir().unwrap();
    let made = office(folder.path());
    let mark = Mark::find(folder.path()).unwrap();
    assert_eq!(mark.shows, instant(make::MORNING), "the office stands on its morning");
    let account = made.accounts.first().unwrap();
    let ask = json!({ "login": account.login, "password": account.password });
    // Without its mark the vault is not opened as if it were a real one…
    std::fs::rename(folder.path().join(demonstration::MARK), folder.path().join("away")).unwrap();
    let no = desk_at(folder.path(), make::MORNING).call("session_sign_in", ask).unwrap_err();
    assert_eq!(no.code, "demonstration-mark");
    // …and a real one with a mark laid beside it is not opened at all.
    let real = tempfile::tempdir().unwrap();
    let desk = desk_at(real.path(), make::MORNING);
    said(
        &desk,
        "office_found",
        json!({
            "name_kk": "А", "name_ru": "А", "mobility_centre_kk": "Б", "mobility_centre_ru": "Б", "region": "39",
            "week": 5, "login": "admin", "name": "Нұрланов Тимур", "password": "silver birch garden",
        }),
    );
    mark.write(real.path()).unwrap();
    let ask = json!({ "login": "admin", "password": "silver birch garden" });
    let no = desk_at(real.path(), make::MORNING).call("session_sign_in", ask).unwrap_err();
    assert_eq!(no.code, "demonstration-mark", "a file beside a vault must not move its clock");
}
