//! Seals as their readers meet them: genuine, changed in every field, damaged, scanned badly.

#![expect(clippy::unwrap_used, reason = "what a test made itself is there")]

use chrono::NaiveDate;
use signing::seal::{
    Content, IinTail, KeysProblem, Number, PublicKeys, Seal, SealKey, SealKind, SealProblem, verify,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn office_key() -> SealKey {
    SealKey::from_secret(&[7; 32])
}

fn keys() -> PublicKeys {
    PublicKeys::of(vec![office_key().public("Қостанай облысының ЕМО", day("2025-01-01"))])
}

fn voucher() -> Seal {
    Seal {
        kind: SealKind::Voucher,
        number: Number::parse("39-2025-000017").unwrap(),
        correction: 0,
        issued: day("2025-10-17"),
        last_day: Some(day("2025-12-16")),
        iin: IinTail::of("880417399216").unwrap(),
        content: Content::of_sha256(&[0x5a; 32]),
    }
}

fn refusal() -> Seal {
    Seal { kind: SealKind::Refusal, last_day: None, correction: 2, ..voucher() }
}

#[test]
fn a_seal_comes_back_as_it_was_made() {
    for seal in [voucher(), refusal()] {
        let payload = seal.payload(&office_key()).unwrap();
        let read = verify(&payload, &keys()).unwrap();
        assert_eq!(read.seal, seal, "nothing is lost on the way");
        assert_eq!(read.key.office, "Қостанай облысының ЕМО", "the reader learns whose seal it is");
    }
}

#[test]
fn a_payload_fits_the_small_alphabet_of_qr_and_holds_no_more_than_agreed() {
    let payload = voucher().payload(&office_key()).unwrap();
    assert!(
        payload.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b"-+/".contains(&b)),
        "alphanumeric mode: {payload}"
    );
    assert!(
        payload.len() <= 221,
        "QR version 8 with level M holds 221 characters, this has {}",
        payload.len()
    );
    assert!(
        payload.starts_with("TANU1/V/39-2025-000017/0/20251017/20251216/9216/"),
        "a telephone shows number and dates: {payload}"
    );
    assert!(!payload.contains("880417"), "the date of birth in the ИИН stays out");
}

#[test]
fn a_number_is_printed_as_the_office_writes_it() {
    for number in ["39-2025-000017", "ҚМО-39-2025/0012", "№ 7", "a+b", "+", "--", "Ұ", &"Ұ".repeat(32)]
    {
        let seal = Seal { number: Number::parse(number).unwrap(), ..voucher() };
        let payload = seal.payload(&office_key()).unwrap();
        assert!(
            payload.len() <= signing::seal::PAYLOAD_CHARACTERS_MAX,
            "{} characters for {number}",
            payload.len()
        );
        assert_eq!(verify(&payload, &keys()).unwrap().seal.number.as_str(), number, "{payload}");
    }
    let coded =
        Seal { number: Number::parse("ҚМО-7/1").unwrap(), ..voucher() }.payload(&office_key()).unwrap();
    assert!(coded.starts_with("TANU1/V/+49A-41C-41E+-7+2F+1/0/"), "{coded}");
}

#[test]
fn the_same_seal_gives_the_same_text() {
    assert_eq!(
        voucher().payload(&office_key()),
        voucher().payload(&office_key()),
        "papers are compared by their bytes"
    );
}

#[test]
fn a_change_in_any_field_is_found() {
    let payload = voucher().payload(&office_key()).unwrap();
    let genuine: Vec<&str> = payload.split('/').collect();
    let other = SealKey::from_secret(&[8; 32]);
    let by_other = voucher().payload(&other).unwrap();
    let others: Vec<&str> = by_other.split('/').collect();
    let content = Content::of_sha256(&[0x5b; 32]).text();
    let rows: [(usize, &str, SealProblem); 15] = [
        (0, "TANU2", SealProblem::NotASeal),
        (1, "R", SealProblem::LastDay),
        (1, "X", SealProblem::Kind),
        (2, "39-2025-000018", SealProblem::Signature),
        (2, "39-2025-00001+37+", SealProblem::Number),
        (2, "39-2025-00001+110000+", SealProblem::Number),
        (3, "1", SealProblem::Signature),
        (3, "01", SealProblem::Number),
        (4, "20251018", SealProblem::Signature),
        (5, "20261216", SealProblem::Signature),
        (5, "20251340", SealProblem::LastDay),
        (6, "9217", SealProblem::Signature),
        (6, "92167", SealProblem::Iin),
        (7, &content, SealProblem::Signature),
        (9, others[9], SealProblem::Signature),
    ];
    for (field, text, problem) in rows {
        let mut changed = genuine.clone();
        changed[field] = text;
        assert_eq!(verify(&changed.join("/"), &keys()).unwrap_err(), problem, "field {field} became {text}");
    }
    let mut changed = genuine.clone();
    changed[8] = others[8];
    assert_eq!(
        verify(&changed.join("/"), &keys()).unwrap_err(),
        SealProblem::UnknownKey(other.id()),
        "a key nobody published"
    );
    let both = PublicKeys::of(vec![
        office_key().public("one", day("2025-01-01")),
        other.public("two", day("2025-01-01")),
    ]);
    assert_eq!(
        verify(&changed.join("/"), &both).unwrap_err(),
        SealProblem::Signature,
        "another office did not sign it"
    );
}

#[test]
fn a_seal_of_a_day_without_its_key_does_not_hold() {
    let payload = voucher().payload(&office_key()).unwrap();
    let mut key = office_key().public("ЕМО", day("2025-10-18"));
    assert_eq!(
        verify(&payload, &PublicKeys::of(vec![key.clone()])).unwrap_err(),
        SealProblem::KeyNotInForce(key.id()),
        "the key is younger"
    );
    key.from = day("2025-01-01");
    key.to = Some(day("2025-10-16"));
    assert_eq!(
        verify(&payload, &PublicKeys::of(vec![key.clone()])).unwrap_err(),
        SealProblem::KeyNotInForce(key.id()),
        "the key was withdrawn"
    );
    key.to = Some(day("2025-10-17"));
    assert!(verify(&payload, &PublicKeys::of(vec![key])).is_ok(), "the last day of a key still counts");
}

#[test]
fn a_seal_that_contradicts_itself_cannot_be_made() {
    let rows = [
        (Seal { last_day: None, ..voucher() }, SealProblem::LastDay, "a voucher without a last day"),
        (Seal { last_day: Some(day("2025-12-16")), ..refusal() }, SealProblem::LastDay, "a refusal with one"),
        (
            Seal { issued: NaiveDate::from_ymd_opt(12345, 1, 1).unwrap(), ..voucher() },
            SealProblem::Issued,
            "a year of five digits",
        ),
    ];
    for (seal, problem, why) in rows {
        assert_eq!(seal.payload(&office_key()).unwrap_err(), problem, "{why}");
    }
    for number in ["", " 1", "1\n", "1\u{0}2", &"Ұ".repeat(33)] {
        assert_eq!(Number::parse(number).unwrap_err(), SealProblem::Number, "number {number:?}");
    }
    for iin in ["", "88041739921", "8804173992160", "88041739921X", "٨٨٠٤١٧"] {
        assert_eq!(IinTail::of(iin).unwrap_err(), SealProblem::Iin, "ИИН {iin:?}");
    }
}

#[test]
fn the_file_of_public_keys_comes_back_as_it_was_written() {
    let file = keys().file();
    assert_eq!(PublicKeys::parse(&file).unwrap(), keys(), "{file}");
}

#[test]
fn a_bad_file_of_public_keys_says_what_is_wrong() {
    let good = keys().file();
    let id = office_key().id().to_string();
    let doubled = {
        let both = [keys().as_slice(), keys().as_slice()].concat();
        PublicKeys::of(both).file()
    };
    let rows = [
        (good.replace(&id, "AAAAAAAA"), KeysProblem::Key { place: 1 }, "the id is of another key"),
        (
            good.replace("\"tanu_seal_keys\": 1", "\"tanu_seal_keys\": 2"),
            KeysProblem::Version(2),
            "a later version",
        ),
        (
            good.replace("\"from\": \"2025-01-01\"", "\"from\": \"2025-01-01\", \"to\": \"2024-01-01\""),
            KeysProblem::Dates { place: 1 },
            "dates in the wrong order",
        ),
        (doubled, KeysProblem::Twice { place: 2 }, "twice the same"),
        ("[]".to_owned(), KeysProblem::Json { line: 1, column: 2 }, "another file"),
        (" ".repeat((1 << 20) + 1), KeysProblem::TooLarge, "a megabyte"),
    ];
    for (file, problem, why) in rows {
        assert_eq!(PublicKeys::parse(&file).unwrap_err(), problem, "{why}");
    }
}

/// xorshift: the seed is printed, so a failure can be repeated.
struct Chance(u64);
impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

#[test]
fn no_mutation_of_a_payload_or_of_the_keys_breaks_the_reader_or_passes_for_genuine() {
    let seed = 0x5ea1_5ea1_u64;
    println!("seed {seed:#x}");
    let mut chance = Chance(seed);
    let genuine = [voucher().payload(&office_key()).unwrap(), refusal().payload(&office_key()).unwrap()];
    let letters: Vec<char> = "A0Z9-+/.№ӘЯя 😀\u{0}ß\"\u{202e}".chars().collect();
    let file: Vec<char> = keys().file().chars().collect();
    for round in 0..20_000 {
        let mut text: Vec<char> = genuine[round % 2].chars().collect();
        for _ in 0..=chance.below(3) {
            let at = chance.below(text.len());
            match chance.below(4) {
                0 => text[at] = letters[chance.below(letters.len())],
                1 => text.insert(at, letters[chance.below(letters.len())]),
                2 => text.truncate(at.max(1)),
                _ => {
                    let other = chance.below(text.len());
                    text.swap(at, other);
                }
            }
        }
        let changed: String = text.iter().collect();
        if let Ok(read) = verify(&changed, &keys()) {
            assert_eq!(
                read.seal.payload(&office_key()).unwrap(),
                genuine[round % 2],
                "seed {seed:#x}, round {round}: {changed:?} passed"
            );
        }
        let mut text = file.clone();
        let at = chance.below(text.len());
        text[at] = letters[chance.below(letters.len())];
        // Only that it answers at all, and that a key which changed is never kept.
        if let Ok(read) = PublicKeys::parse(&text.iter().collect::<String>()) {
            assert!(
                read.as_slice().iter().all(|key| key.id() == office_key().id()),
                "seed {seed:#x}, round {round}: a changed key was taken"
            );
        }
    }
}
