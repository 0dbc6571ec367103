//! `verify`, `backup`, `restore`, `export`, `open-export` and `rekey` as an administrator types them.

#![expect(clippy::unwrap_used, reason = "a helper of a test that cannot go on has to end the test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use store::*;

const NOW: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_424_000_000_000_000);
const IIN: &str = "900101399006";

struct Office {
    folder: tempfile::TempDir,
    data: PathBuf,
}

fn office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let admin = UserId::new(NOW).unwrap();
    let setup = Setup {
        first: NewUser::new(admin, "admin", "phrase"),
        cost: Cost::weak_for_tests(),
        room: Room::small_for_tests(),
        at: NOW,
    };
    let (store, recovery) = Store::create(&data, setup).unwrap();
    let clerk = UserId::new(NOW).unwrap();
    store.add_login(&NewUser::new(clerk, "clerk", "other phrase"), Cost::weak_for_tests()).unwrap();
    let (case, subject) = (CaseId::new(NOW).unwrap(), SubjectId::new(NOW).unwrap());
    let civil_date = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    let op = Op { name: "test", actor: admin, at: NOW, civil_date, edition: "B", command: None };
    let paper = store.put_attachment(b"%PDF-1.7 synthetic").unwrap();
    store
        .write(op, |tx| {
            tx.put_user(&person(admin, "admin", "administrator"))?;
            tx.put_user(&person(clerk, "clerk", "specialist"))?;
            let body = format!("{{\"iin\":\"{IIN}\"}}");
            let fact = NewEvent::new("received", 1, body.as_bytes()).about(subject);
            tx.append(&case.stream(), Some(0), &[fact])?;
            let what = NewAttachment {
                id: AttachmentId::new(NOW)?,
                stream: case.stream(),
                kind: "diploma".into(),
                name: "diploma.pdf".into(),
                media: "application/pdf".into(),
                pages: Some(1),
                subject: Some(subject),
            };
            tx.attach(&paper, &what)?;
            tx.put_case(&row(case, subject))
        })
        .unwrap();
    fs::write(folder.path().join("password"), "phrase\n").unwrap();
    fs::write(folder.path().join("card"), recovery.to_card()).unwrap();
    store.lock().unwrap();
    Office { folder, data }
}

fn person(user: UserId, login: &str, role: &str) -> UserRow {
    UserRow {
        user,
        login: login.into(),
        name_kk: String::new(),
        name_ru: String::new(),
        roles: vec![role.into()],
        office: "КЦ-1".into(),
        territory: vec![],
        disabled: false,
        public: None,
        extra: "{}".into(),
    }
}

fn row(case: CaseId, subject: SubjectId) -> CaseRow {
    CaseRow {
        case,
        subject: Some(subject),
        office: "КЦ-1".into(),
        region: "39".into(),
        open: true,
        stage: String::new(),
        todo: String::new(),
        fatal: None,
        target: None,
        owner: None,
        name_kk: "Сынақ".into(),
        name_ru: "Сынак".into(),
        iin: IIN.into(),
        phone: String::new(),
        voucher: String::new(),
        act: String::new(),
        profession: String::new(),
        centre: String::new(),
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

impl Office {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str], password: &str) -> (i32, Value, String) {
        let output: Output = Command::new(env!("CARGO_BIN_EXE_tanu-cli"))
            .args(["--json", "--language", "en"])
            .args(arguments)
            .env("TANU_PASSWORD", password)
            .env("TANU_PASSPHRASE", "export phrase")
            .env_remove("TANU_LOGIN")
            .output()
            .unwrap();
        let json = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
        (output.status.code().unwrap(), json, String::from_utf8_lossy(&output.stderr).into_owned())
    }

    fn admin(&self, command: &str, more: &[&str]) -> (i32, Value, String) {
        let data = text(&self.data);
        self.run(&[&[command, "--data", &data, "--login", "admin"], more].concat(), "phrase")
    }
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn verify_says_yes_or_what_is_unusable() {
    let office = office();
    let (status, answer, _) = office.admin("verify", &[]);
    assert_eq!((status, &answer["good"]), (0, &json!(true)), "{answer}");
    assert_eq!(
        (&answer["events"], &answer["attachments"]),
        (&json!(1), &json!(1)),
        "all of it was looked at"
    );
    let data = text(&office.data);
    let none = text(&office.path("none"));
    for (arguments, password, part, why) in [
        (vec!["verify", "--data", &data, "--login", "admin"], "guess", "Wrong login or password", "a guess"),
        (vec!["verify", "--data", &none, "--login", "x"], "x", "no vault", "an empty place"),
        (vec!["verify", "--data", &data], "phrase", "--login", "who opens it has to be said"),
        (vec!["verify", "--data", &data, "--recovery"], "AAAA-BBBB", "mistyped", "half of a card"),
    ] {
        let (status, _, said) = office.run(&arguments, password);
        assert_eq!((status, said.contains(part)), (2, true), "{why}: {said}");
    }
}

#[test]
fn password_and_card_may_come_from_files() {
    let office = office();
    let (data, password, card) =
        (text(&office.data), text(&office.path("password")), text(&office.path("card")));
    let by_password = ["verify", "--data", &data, "--login", "admin", "--password-file", &password];
    assert_eq!(office.run(&by_password, "not this").0, 0, "the file goes before the environment");
    let by_card = ["verify", "--data", &data, "--recovery", "--password-file", &card];
    assert_eq!(office.run(&by_card, "").0, 0, "the card");
}

#[test]
fn a_changed_byte_is_answered_with_no_and_its_place() {
    let office = office();
    let folder = fs::read_dir(office.data.join("attachments")).unwrap().next().unwrap().unwrap().path();
    let paper = fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let mut bytes = fs::read(&paper).unwrap();
    bytes[40] ^= 1;
    fs::write(&paper, bytes).unwrap();
    let (status, answer, _) = office.admin("verify", &[]);
    assert_eq!(status, 1, "{answer}");
    assert_eq!(answer["broken"], json!([{ "part": "attachments", "at": 1, "what": "content" }]), "named");
}

#[test]
fn the_restore_drill_works_from_the_command_line() {
    let office = office();
    let (stick, new) = (text(&office.path("stick")), text(&office.path("new")));
    let (status, made, said) = office.admin("backup", &["--to", &stick]);
    assert_eq!(status, 0, "{said}");
    let from = made["folder"].as_str().unwrap();
    let restore = ["restore", "--data", &new, "--login", "admin", "--from", from];
    let (status, answer, said) = office.run(&restore, "phrase");
    assert_eq!((status, &answer["exchange_suspended"]), (0, &json!(true)), "{answer} {said}");
    let (status, answer, _) = office.run(&["verify", "--data", &new, "--login", "admin"], "phrase");
    assert_eq!((status, &answer["attachments"]), (0, &json!(1)), "whole, with the paper: {answer}");
    let (status, _, said) = office.run(&restore, "phrase");
    assert_eq!((status, said.contains("already lies")), (2, true), "a vault is never overwritten: {said}");
}

#[test]
fn a_broken_database_without_backup_is_left_and_with_one_repaired() {
    let office = office();
    let database = office.data.join("store.db");
    let good = fs::read(&database).unwrap();
    fs::write(&database, b"broken").unwrap();
    let (status, answer, _) = office.admin("verify", &[]);
    assert_eq!((status, &answer["good"]), (1, &json!(false)), "{answer}");
    let (status, answer, _) = office.admin("restore", &["--broken"]);
    assert_eq!(
        (status, fs::read(&database).unwrap().len()),
        (1, 6),
        "no backup: nothing is touched: {answer}"
    );
    fs::write(&database, good).unwrap();
    let later = NOW + TimeDelta::days(3650);
    let store = Store::unlock(&office.data, &Credential::password("admin", "phrase"), later).unwrap();
    store.backup(NOW).unwrap();
    store.lock().unwrap();
    fs::write(&database, b"broken").unwrap();
    let (status, answer, said) = office.admin("restore", &["--broken"]);
    assert_eq!((status, &answer["done"]), (0, &json!(true)), "{answer} {said}");
    assert_eq!(office.admin("verify", &[]).0, 0, "and it is whole again");
}

#[test]
fn export_and_rekey_are_for_those_who_may() {
    let office = office();
    let data = text(&office.data);
    let (out, into) = (text(&office.path("person.tanu")), text(&office.path("opened")));
    let clerk = ["export", "--data", &data, "--login", "clerk", "--iin", IIN, "--out", &out];
    let (status, answer, _) = office.run(&clerk, "other phrase");
    assert_eq!((status, &answer["why"]), (1, &json!("role")), "a specialist may not: {answer}");
    let (status, answer, said) = office.admin("export", &["--iin", IIN, "--out", &out]);
    assert_eq!((status, &answer["files"]), (0, &json!(1)), "{answer} {said}");
    let (status, answer, _) = office.admin("export", &["--iin", "900101399700", "--out", &out]);
    assert_eq!(
        (status, &answer["why"]),
        (1, &json!("nobody")),
        "of another person nothing is kept: {answer}"
    );
    assert_eq!(office.admin("export", &["--iin", "123", "--out", &out]).0, 2, "and this is no number");
    let (status, answer, said) = office.run(&["open-export", &out, "--to", &into], "");
    assert_eq!((status, &answer["files"]), (0, &json!(2)), "{answer} {said}");
    let about = fs::read_to_string(office.path("opened").join("person.json")).unwrap();
    assert!(about.contains(IIN), "their data");
    let (status, answer, _) = office.run(&["rekey", "--data", &data, "--login", "clerk"], "other phrase");
    assert_eq!((status, &answer["why"]), (1, &json!("role")), "nor change the key: {answer}");
    let keys = fs::read(office.data.join("keys.tanu")).unwrap();
    let (status, answer, said) = office.admin("rekey", &[]);
    assert_eq!((status, &answer["done"]), (0, &json!(true)), "{answer} {said}");
    assert_ne!(fs::read(office.data.join("keys.tanu")).unwrap(), keys, "the key file is another");
    assert_eq!(office.admin("verify", &[]).0, 0, "the same password opens it");
}
