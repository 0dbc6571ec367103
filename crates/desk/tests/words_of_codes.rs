//! Every code this part of the desk can answer with has its sentence in three languages, with its variables.
#![expect(clippy::expect_used, reason = "a test stops where its own preparations fail")]

use desk::printing::PrintFailure;
use desk::register::WorkbookFailure;
use signing::seal::{KeysProblem, SealKey, SealProblem};
use words::{Lang, arguments, say_in};

fn said(key: &str, facts: &[(&'static str, String)]) {
    for lang in Lang::ALL {
        let args = facts.iter().map(|(name, value)| (*name, value.as_str()));
        let text = say_in(lang, key, args).expect(key);
        assert!(text.chars().count() > 20, "{key} tells what to do in {lang}: {text}");
        for (_, value) in facts {
            assert!(text.contains(value.as_str()), "{key} names {value} in {lang}: {text}");
        }
    }
}

#[test]
fn every_fault_of_a_seal_is_told() {
    let key = SealKey::from_secret(&[1; 32]).id();
    for problem in [
        SealProblem::NotASeal,
        SealProblem::TooLong,
        SealProblem::Character { at: 7 },
        SealProblem::Fields(4),
        SealProblem::Kind,
        SealProblem::Number,
        SealProblem::Issued,
        SealProblem::LastDay,
        SealProblem::Iin,
        SealProblem::Content,
        SealProblem::KeyText,
        SealProblem::SignatureText,
        SealProblem::UnknownKey(key),
        SealProblem::Signature,
        SealProblem::KeyNotInForce(key),
    ] {
        said(&format!("seal-{}", problem.code()), &problem.facts());
    }
    for problem in [
        KeysProblem::TooLarge,
        KeysProblem::Json { line: 3, column: 9 },
        KeysProblem::Version(2),
        KeysProblem::Key { place: 5 },
        KeysProblem::Dates { place: 5 },
        KeysProblem::Twice { place: 5 },
    ] {
        said(&format!("seal-keys-{}", problem.code()), &problem.facts());
    }
}

#[test]
fn every_failure_of_the_spooler_and_of_a_workbook_is_told() {
    let source = || std::io::Error::from(std::io::ErrorKind::NotFound);
    let failures = [
        PrintFailure::NoSpooler(source()),
        PrintFailure::NoPrinter,
        PrintFailure::UnknownPrinter,
        PrintFailure::Copies { asked: 0 },
        PrintFailure::NotAPdf,
        PrintFailure::Silent { seconds: 20 },
        PrintFailure::Refused { said: "x".to_owned() },
        PrintFailure::Run { program: "lp", source: source() },
        PrintFailure::Write { path: "x".into(), source: source() },
    ];
    for failure in failures {
        let key = format!("spooler-{}", failure.code());
        assert!(arguments(&key).is_some(), "{key} is a word: {failure}");
    }
    for failure in [WorkbookFailure::TooManyRows { rows: 9 }, WorkbookFailure::TooLong { row: 1, column: 2 }]
    {
        let key = format!("register-{}", failure.code());
        assert!(arguments(&key).is_some(), "{key} is a word: {failure}");
    }
}
