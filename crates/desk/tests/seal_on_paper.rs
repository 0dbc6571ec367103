//! The code on a printed refusal, read back from the picture of the page as a scanner would see it.
#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where its own preparations fail")]

use chrono::NaiveDate;
use desk::sealing::{refusal_seal, seal_refusal, seal_voucher, voucher_seal};
use papers::form::{Refusal, Voucher};
use papers::{Language, Paper, render};
use signing::seal::{PublicKeys, SealKey, verify};
use std::path::Path;
use std::process::Command;

fn refusal() -> Refusal {
    let text = include_str!("../../../tests/ref/refusal-8.json");
    match papers::read("refusal", text).unwrap() {
        Paper::Refusal(refusal) => *refusal,
        other => panic!("a refusal is no {other:?}"),
    }
}

fn voucher(text: &str) -> Voucher {
    match papers::read("voucher", text).unwrap() {
        Paper::Voucher(voucher) => *voucher,
        other => panic!("a voucher is no {other:?}"),
    }
}

fn office() -> SealKey {
    SealKey::from_secret(&[11; 32])
}

fn keys() -> PublicKeys {
    PublicKeys::of(vec![
        office().public("Қостанай облысының ЕМО", NaiveDate::from_ymd_opt(2025, 1, 1).unwrap()),
    ])
}

fn run(program: &str, arguments: &[&str]) -> String {
    let out = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|problem| panic!("{program}: {problem}"));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// What zbar finds on the pages of a PDF drawn at this resolution.
fn codes(pdf: &[u8], dpi: &str, folder: &Path) -> Vec<String> {
    let file = folder.join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let pages = folder.join(format!("page-{dpi}"));
    run("pdftoppm", &["-r", dpi, "-gray", "-png", &file.display().to_string(), &pages.display().to_string()]);
    let mut pictures: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pictures.retain(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("page-{dpi}")))
    });
    pictures.sort();
    assert!(!pictures.is_empty(), "pdftoppm drew no page at {dpi} dpi");
    let found =
        pictures.iter().map(|picture| run("zbarimg", &["--quiet", "--raw", &picture.display().to_string()]));
    found.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn the_code_of_a_refusal_is_read_from_the_drawn_page_and_verifies() {
    let mut sealed = refusal();
    seal_refusal(&mut sealed, &office()).unwrap();
    let payload = sealed.seal.clone().unwrap().payload;
    let folder = tempfile::tempdir().unwrap();
    for language in Language::ALL {
        let pdf = render(&Paper::Refusal(Box::new(sealed.clone())), language).unwrap();
        for dpi in ["200", "300"] {
            let place = folder.path().join(format!("{}-{dpi}", language.code()));
            std::fs::create_dir(&place).unwrap();
            let found = codes(&pdf.bytes, dpi, &place);
            assert_eq!(found, [payload.as_str()], "one code, as it was made, at {dpi} dpi, {language:?}");
            let read = verify(&found[0], &keys()).unwrap();
            assert_eq!(read.seal, refusal_seal(&sealed).unwrap(), "the code tells of this very paper");
        }
    }
}

#[test]
fn the_code_of_a_voucher_is_read_from_the_drawn_page_and_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let corrected = include_str!("../../../tests/ref/voucher-corrected.json");
    let plain = include_str!("../../../tests/ref/voucher.json");
    for (place, text) in [("plain", plain), ("corrected", corrected)] {
        let mut sealed = voucher(text);
        seal_voucher(&mut sealed, &office()).unwrap();
        let payload = sealed.seal.clone().unwrap().payload;
        let pdf = render(&Paper::Voucher(Box::new(sealed.clone())), Language::Both).unwrap();
        for dpi in ["200", "300"] {
            let place = folder.path().join(format!("{place}-{dpi}"));
            std::fs::create_dir(&place).unwrap();
            let found = codes(&pdf.bytes, dpi, &place);
            assert_eq!(found, [payload.as_str()], "one code at {dpi} dpi");
            let read = verify(&found[0], &keys()).unwrap().seal;
            assert_eq!(read, voucher_seal(&sealed).unwrap(), "the code tells of this very paper");
            assert_eq!(read.last_day, Some(sealed.last_day), "with its last day");
            let correction = sealed.correction.as_ref().map_or(0, |correction| correction.number);
            assert_eq!(u32::from(read.correction), correction, "and its correction");
        }
    }
}

#[test]
fn a_duplicate_has_the_code_of_the_original_and_another_text_has_not() {
    let original = refusal();
    let mut duplicate = original.clone();
    duplicate.marks.copy = Some(2);
    duplicate.marks.duplicate = true;
    assert_eq!(refusal_seal(&original), refusal_seal(&duplicate), "a copy says the same");
    let mut changed = original.clone();
    changed.findings[0].fact.ru.push('.');
    assert_ne!(refusal_seal(&original), refusal_seal(&changed), "one more dot is another text");
    let mut other = original.clone();
    other.applicant.name.push('а');
    assert_ne!(
        refusal_seal(&original),
        refusal_seal(&other),
        "another name too, although the code does not hold it"
    );
}
