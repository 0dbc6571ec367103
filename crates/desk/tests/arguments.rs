//! Arguments from the window are turned away when they are not of the contract: whatever is sent, the desk
//! answers with a "no" or does its work; it never falls and never answers a stranger.
#![expect(clippy::unwrap_used, reason = "a test says what it expects")]

use chrono::DateTime;
use desk::contract::session::Role;
use desk::contract::{COMMANDS, CommandCard, NoKind, Who};
use desk::demonstration::make;
use desk::world::{FixedClock, PreparedPicker, World};
use desk::{Desk, Reply};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::Path;

fn desk_of(folder: &Path) -> Desk {
    let now = DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
    let papers = folder.join("papers");
    let world = World {
        clock: Box::new(FixedClock::at(now)),
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

struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % bound.max(1)
    }

    /// Values as a broken or hostile window would send them.
    fn value(&mut self, depth: usize) -> Value {
        const TEXTS: [&str; 14] = [
            "",
            "refusal",
            "kk",
            "39",
            "2025-03-11",
            "'; DROP TABLE event; --",
            "../../../etc/hosts",
            "00000000-0000-0000-0000-000000000000",
            "\u{0}",
            "\u{202e}әліппе",
            "NaN",
            "F1-03",
            "pass",
            "null",
        ];
        match self.below(if depth == 0 { 6 } else { 8 }) {
            0 => Value::Null,
            1 => json!(self.below(2) == 0),
            2 => json!(self.below(1_000_000)),
            3 => json!(-1),
            4 => json!(TEXTS[self.below(TEXTS.len())]),
            5 => json!("ұ".repeat(self.below(6000))),
            6 => Value::Array((0..self.below(5)).map(|_| self.value(depth - 1)).collect()),
            _ => {
                let names = ["case", "version", "command", "act", "do", "page", "path", "login", "x"];
                let mut map = Map::new();
                for _ in 0..self.below(6) {
                    map.insert(names[self.below(names.len())].to_owned(), self.value(depth - 1));
                }
                Value::Object(map)
            }
        }
    }
}

#[test]
fn strange_arguments_are_answered_with_a_no_and_hurt_nothing() {
    const SEED: u64 = 0x5EED_0003;
    println!("seed {SEED:#x}");
    let folder = tempfile::tempdir().unwrap();
    let at = DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
    let made = make::office(folder.path(), 14, 1, desk::world::strength_for_tests(), at).unwrap();
    let desk = desk_of(folder.path());
    let account = &made.accounts[0];
    let sign_in = json!({ "login": account.login, "password": account.password });
    desk.call("session_sign_in", sign_in.clone()).unwrap();
    let mut chance = Chance(SEED);
    let mut refused = 0u32;
    for _ in 0..40 {
        for command in COMMANDS {
            // Signing in with nonsense would only make the next try wait.
            if command.who == Who::Anyone {
                continue;
            }
            match desk.call(command.name, chance.value(3)) {
                Ok(_) => {}
                Err(no) => {
                    assert_ne!(no.kind, NoKind::Bug, "{} fell: {no:?}", command.name);
                    assert_ne!(no.kind, NoKind::Locked, "{} threw the person out", command.name);
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 1000, "most of it is refused: {refused}");
    let answer = desk.call("queue_today", json!({}));
    assert!(answer.is_ok(), "the desk works on: {answer:?}");
}

#[test]
fn a_stranger_at_an_empty_computer_sends_what_he_likes_and_founds_nothing() {
    const SEED: u64 = 0x5EED_0004;
    println!("seed {SEED:#x}");
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let desk = desk_of(&data);
    let mut chance = Chance(SEED);
    for _ in 0..300 {
        for command in COMMANDS.iter().filter(|command| command.who == Who::Anyone) {
            match desk.call(command.name, chance.value(3)) {
                Ok(_) => {}
                Err(no) => assert_ne!(no.kind, NoKind::Bug, "{} fell: {no:?}", command.name),
            }
        }
    }
    let mut key = json!({ "by": "card", "code": "" });
    for _ in 0..300 {
        key["code"] = chance.value(0);
        let no = desk.call("office_restore", json!({ "folder": folder.path(), "key": key })).unwrap_err();
        assert_ne!(no.kind, NoKind::Bug, "{no:?}");
    }
    assert!(!data.join("keys.tanu").exists(), "no vault came of it");
}

#[test]
fn an_unknown_field_and_an_unknown_command_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk_of(folder.path());
    let no = desk.call("session_state", json!({ "surplus": 1 })).unwrap_err();
    assert_eq!(no.kind, NoKind::Invalid, "a field nobody knows is not let through");
    let no = desk.call("store_sql", json!({})).unwrap_err();
    assert_eq!(no.kind, NoKind::Invalid, "there is no such command");
}

/// Values at the ends of what JSON can say.
fn extremes() -> Vec<Value> {
    let mut deep = json!(1);
    for _ in 0..90 {
        deep = json!([deep]);
    }
    vec![
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e308),
        json!(-0.5),
        json!("\u{0}"),
        json!("ұ".repeat(200_000)),
        json!({ "case": { "case": {} } }),
        json!(vec![0; 5000]),
        deep,
    ]
}

#[test]
fn every_command_is_tried_with_the_worst_by_somebody_who_may_call_it() {
    const SEED: u64 = 0x5EED_0006;
    println!("seed {SEED:#x}");
    let folder = tempfile::tempdir().unwrap();
    let at = DateTime::parse_from_rfc3339(make::MORNING).unwrap().to_utc();
    let made = make::office(folder.path(), 14, 1, desk::world::strength_for_tests(), at).unwrap();
    let desk = desk_of(folder.path());
    let mut chance = Chance(SEED);
    let mut tried = BTreeSet::new();
    for account in &made.accounts {
        let sign_in = json!({ "login": account.login, "password": account.password });
        // Locking and another's signing in are tried by the test of the stranger; here they would end the seat.
        let seat = |command: &&CommandCard| {
            command.who.includes(account.role)
                && !["session_lock", "session_sign_in", "session_recover"].contains(&command.name)
        };
        desk.call("session_sign_in", sign_in).unwrap();
        for command in COMMANDS.iter().filter(seat) {
            let drawn = (0..6).map(|_| chance.value(3)).collect::<Vec<_>>();
            let fields = ["case", "folder", "path", "page", "draft", "key", "text", "command", "act", "only"];
            let extreme = extremes().into_iter().flat_map(|value| {
                let inside = fields.map(|field| json!({ field: value.clone() }));
                [vec![value], inside.to_vec()].concat()
            });
            for args in drawn.into_iter().chain(extreme) {
                if let Err(no) = desk.call(command.name, args) {
                    assert_ne!(no.kind, NoKind::Bug, "{} fell: {no:?}", command.name);
                    assert_ne!(no.kind, NoKind::Locked, "{} threw {} out", command.name, account.login);
                }
            }
            tried.insert(command.name);
        }
    }
    let all: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    let missing: Vec<&&str> = all.difference(&tried).collect();
    assert_eq!(
        missing,
        [&"session_lock", &"session_recover", &"session_sign_in"],
        "a new command is tried by somebody"
    );
    let auditor = made.accounts.iter().find(|account| account.role == Role::Auditor).unwrap();
    desk.call("session_sign_in", json!({ "login": auditor.login, "password": auditor.password })).unwrap();
    assert!(verified(&desk), "the journal is whole and the tables agree with it");
}

fn verified(desk: &Desk) -> bool {
    match desk.call("journal_verify", json!({})).unwrap() {
        Reply::Said { text, .. } => serde_json::from_str::<Value>(&text).unwrap()["value"]["sound"] == true,
        Reply::Raw(_) => false,
    }
}
