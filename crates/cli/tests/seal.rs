//! `tanu-cli seal verify` as an administrator runs it: status, answer, and one line where the input is unusable.
#![expect(clippy::unwrap_used, reason = "a test stops where its own preparations fail")]

use chrono::NaiveDate;
use serde_json::Value;
use signing::seal::{Content, IinTail, Number, PublicKeys, Seal, SealKey, SealKind};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn key() -> SealKey {
    SealKey::from_secret(&[3; 32])
}

fn payload(key: &SealKey) -> String {
    let seal = Seal {
        kind: SealKind::Voucher,
        number: Number::parse("39-2025-000017").unwrap(),
        correction: 1,
        issued: day("2025-03-14"),
        last_day: Some(day("2025-05-13")),
        iin: IinTail::of("790211399475").unwrap(),
        content: Content::of_sha256(&[1; 32]),
    };
    seal.payload(key).unwrap()
}

fn keys_in(folder: &Path) -> String {
    let file = folder.join("keys.json");
    let keys = PublicKeys::of(vec![key().public("Қостанай ЕМО", day("2025-01-01"))]);
    std::fs::write(&file, keys.file()).unwrap();
    file.display().to_string()
}

/// Status, standard output, standard error.
fn tanu(arguments: &[&str], typed: &str) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tanu-cli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (out.status.code().unwrap(), text(out.stdout), text(out.stderr))
}

#[test]
fn a_genuine_code_is_told_with_all_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys_in(folder.path());
    let payload = payload(&key());
    let (status, out, err) = tanu(&["seal", "verify", &payload, "--keys", &keys, "--json"], "");
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    let answer: Value = serde_json::from_str(&out).unwrap();
    for (field, value) in [
        ("valid", Value::from(true)),
        ("kind", "voucher".into()),
        ("number", "39-2025-000017".into()),
        ("correction", 1.into()),
        ("issued", "2025-03-14".into()),
        ("last_day", "2025-05-13".into()),
        ("iin_last_digits", "9475".into()),
        ("office", "Қостанай ЕМО".into()),
    ] {
        assert_eq!(answer[field], value, "{field}");
    }
    for (language, words) in
        [("kk", "Қолтаңба дұрыс"), ("ru", "Подпись верна"), ("en", "The signature holds")]
    {
        let (status, out, _) =
            tanu(&["seal", "verify", &payload, "--keys", &keys, "--language", language], "");
        assert_eq!(status, 0);
        assert!(out.contains(words) && out.contains("13.05.2025"), "{language}: {out}");
    }
}

#[test]
fn a_scanner_may_type_the_code_in_another_layout() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys_in(folder.path());
    let (latin, russian) = ("QWERTYUIOPASDFGHJKLZXCVBNM/", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ.");
    let typed: String = payload(&key())
        .chars()
        .map(|c| latin.chars().position(|l| l == c).and_then(|at| russian.chars().nth(at)).unwrap_or(c))
        .collect();
    let (status, out, err) =
        tanu(&["seal", "verify", "-", "--keys", &keys, "--language", "ru"], &format!("{typed}\r\n"));
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
}

#[test]
fn a_code_that_does_not_hold_is_an_answer_and_an_unreadable_one_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys_in(folder.path());
    let genuine = payload(&key());
    let forged = genuine.replace("20250513", "20260513");
    let other = payload(&SealKey::from_secret(&[4; 32]));
    for (code, problem) in [(forged, "forged"), (other, "unknown-key")] {
        let (status, out, err) = tanu(&["seal", "verify", &code, "--keys", &keys, "--json"], "");
        assert_eq!((status, err.as_str()), (1, ""), "{problem} is a plain no");
        let answer: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((&answer["valid"], &answer["problem"]), (&Value::from(false), &Value::from(problem)));
    }
    let cut = genuine.rsplit_once('/').unwrap().0;
    for (code, words) in
        [(cut, "9 частей"), ("https://example.com", "не встречается"), ("ABC", "не код документа")]
    {
        let (status, out, err) = tanu(&["seal", "verify", code, "--keys", &keys, "--language", "ru"], "");
        assert_eq!((status, out.as_str()), (2, ""), "{code}");
        assert!(
            err.contains(words) && err.trim_end().lines().count() == 1,
            "one line that says what to do: {err}"
        );
    }
}

#[test]
fn a_bad_file_of_keys_is_named_with_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.json");
    let absent = folder.path().join("absent.json");
    std::fs::write(&broken, "{\n  \"tanu_seal_keys\": 1,\n  oops").unwrap();
    for (file, words) in [(&broken, "Line 3"), (&absent, "absent.json")] {
        let file = file.display().to_string();
        let (status, _, err) = tanu(&["seal", "verify", "X", "--keys", &file, "--language", "en"], "");
        assert_eq!(status, 2, "{err}");
        assert!(err.contains(words) && err.contains(&file), "{err}");
    }
}
