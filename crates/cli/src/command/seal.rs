//! `seal verify PAYLOAD --keys FILE`: whether the code of a voucher or a refusal is genuine, without a network.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use serde_json::json;
use signing::seal::{PublicKeys, SealKind, SealProblem, Verified, verify};
use std::fmt::Write;
use std::io::Read;
use std::path::PathBuf;
use words::{Lang, msg, say_in};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "verify", value_parser = ["verify"])]
    action: String,
    /// As scanned or typed; `-` reads it from standard input, where scanners type.
    #[arg(value_name = "PAYLOAD")]
    payload: String,
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
}

/// What standard input may hold; a code is far shorter.
const TYPED_BYTES_MAX: u64 = 64 * 1024;

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let file = reader.file(&args.keys)?;
    let keys = PublicKeys::parse(&file).map_err(|problem| {
        let key = format!("seal-keys-{}", problem.code());
        let why = said(reader.lang, &key, &problem.facts());
        Unusable(format!("{}: {why}", args.keys.display()))
    })?;
    let payload = if args.payload == "-" { typed(reader)? } else { args.payload.clone() };
    match verify(&payload, &keys) {
        Ok(verified) => Ok(holds(&verified, reader.lang)),
        Err(problem) if problem.is_answer() => Ok(does_not_hold(&problem, reader.lang)),
        Err(problem) => Err(Unusable(problem_said(reader.lang, &problem))),
    }
}

fn typed(reader: Reader) -> Result<String, Unusable> {
    let mut text = String::new();
    let read = std::io::stdin().take(TYPED_BYTES_MAX).read_to_string(&mut text);
    read.map_err(|error| Unusable(msg::cli_bad_file(reader.lang, "-", &error.to_string())))?;
    Ok(text)
}

fn holds(verified: &Verified, lang: Lang) -> Answer {
    let seal = &verified.seal;
    let json = json!({
        "valid": true,
        "problem": null,
        "kind": seal.kind.code(),
        "number": seal.number.as_str(),
        "correction": seal.correction,
        "issued": seal.issued,
        "last_day": seal.last_day,
        "iin_last_digits": seal.iin.to_string(),
        "content": seal.content.text(),
        "office": verified.key.office,
        "key": verified.key.id().to_string(),
    });
    let kind = match seal.kind {
        SealKind::Voucher => msg::seal_kind_voucher(lang),
        SealKind::Refusal => msg::seal_kind_refusal(lang),
    };
    let mut lines = vec![
        (msg::seal_field_kind(lang), kind),
        (msg::seal_field_number(lang), seal.number.as_str().to_owned()),
    ];
    if seal.correction > 0 {
        lines.push((msg::seal_field_correction(lang), msg::seal_correction(lang, seal.correction)));
    }
    lines.push((msg::seal_field_issued(lang), words::format::date(seal.issued)));
    if let Some(day) = seal.last_day {
        lines.push((msg::seal_field_last_day(lang), words::format::date(day)));
    }
    lines.push((msg::seal_field_iin(lang), seal.iin.to_string()));
    lines.push((msg::seal_field_office(lang), verified.key.office.clone()));
    lines.push((msg::seal_field_key(lang), verified.key.id().to_string()));
    let mut text = msg::seal_holds(lang);
    for (label, value) in lines {
        let _ = write!(text, "\n  {label}: {value}");
    }
    let _ = write!(text, "\n{}", msg::seal_compare(lang));
    if seal.kind == SealKind::Voucher {
        let _ = write!(text, "\n{}", msg::seal_extended_hint(lang));
    }
    Answer { json, text, no: false }
}

fn does_not_hold(problem: &SealProblem, lang: Lang) -> Answer {
    let all = |lang| problem_said(lang, problem);
    let json = json!({
        "valid": false,
        "problem": problem.code(),
        "text": {"kk": all(Lang::Kk), "ru": all(Lang::Ru), "en": all(Lang::En)},
    });
    Answer { json, text: all(lang), no: true }
}

fn problem_said(lang: Lang, problem: &SealProblem) -> String {
    said(lang, &format!("seal-{}", problem.code()), &problem.facts())
}

fn said(lang: Lang, key: &str, facts: &[(&'static str, String)]) -> String {
    say_in(lang, key, facts.iter().map(|(name, text)| (*name, text.as_str())))
        .unwrap_or_else(|| key.to_owned())
}
