//! `run SCENARIO.json`: what the Rules answer to a scenario, step by step, and how its cases end.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::case::By;
use rules::denial::Denial;
use rules::scenario::{CaseReport, Happened, Run, Scenario, Seen, put_in_files, report, run as run_scenario};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use words::law::denial_text;
use words::{Lang, lookup, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "SCENARIO.json")]
    file: PathBuf,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let text = reader.file(&args.file)?;
    let shown = args.file.display().to_string();
    let text = text.trim_start_matches('\u{feff}');
    let mut value: Value = serde_json::from_str(text)
        .map_err(|fault| Unusable(msg::cli_read_fault(reader.lang, &fault.to_string(), &shown, "$")))?;
    let folder = args.file.parent().unwrap_or(Path::new("."));
    put_in_files(&mut value, &mut |name| {
        std::fs::read_to_string(folder.join(name)).map_err(|why| why.to_string())
    })
    .map_err(|fault| reader.read_fault(&shown, &fault))?;
    let scenario = Scenario::from_value(&value).map_err(|fault| reader.read_fault(&shown, &fault))?;
    let law = reader.law()?;
    if let Some(edition) = &scenario.edition {
        reader.edition(edition.as_str(), &law.editions)?;
    }
    let run = run_scenario(&scenario, &law);
    let cases = report(&scenario, &run, &law);
    let denied = run.denied();
    let json = json!({
        "steps": run.steps.iter().map(step).collect::<Vec<_>>(),
        "cases": cases,
        "denied": denied,
        "unread": scenario.unread,
    });
    Ok(Answer { json, text: told(&run, &cases, reader.lang), no: denied > 0 })
}

fn step(seen: &Seen) -> Value {
    let mut shape = json!({
        "ok": seen.denial.is_none(),
        "events": seen.events.iter().map(event).collect::<Vec<_>>(),
        "denial": seen.denial.as_ref().map(denial),
    });
    if let (Value::Object(fields), false) = (&mut shape, seen.unread.is_empty()) {
        fields.insert("unread".to_owned(), Value::from(seen.unread.clone()));
    }
    shape
}

/// The stored form of the event with its case, moment and author; the application itself is not repeated.
fn event(happened: &Happened) -> Value {
    let entry = &happened.entry;
    let stored = entry.event.to_stored().ok().and_then(|text| serde_json::from_str(&text).ok());
    let mut shape: Value = stored.unwrap_or_else(|| json!({ "kind": entry.event.kind() }));
    if let Value::Object(fields) = &mut shape {
        fields.remove("application");
        fields.insert("case".to_owned(), Value::from(happened.case.clone()));
        fields.insert("at".to_owned(), Value::from(entry.at.to_rfc3339()));
        fields.insert("on".to_owned(), Value::from(entry.on.to_string()));
        fields.insert("edition".to_owned(), Value::from(entry.edition.as_str()));
        let by = match &entry.by {
            By::Program => Value::Null,
            By::Person(actor) => Value::from(actor.id.clone()),
        };
        fields.insert("by".to_owned(), by);
    }
    shape
}

fn denial(denial: &Denial) -> Value {
    let text = Lang::ALL.map(|lang| (lang.code().to_owned(), Value::from(denial_text(lang, denial))));
    json!({
        "code": denial.code,
        "paragraph": denial.paragraph,
        "params": denial.params,
        "text": Value::Object(text.into_iter().collect()),
    })
}

fn told(run: &Run, cases: &[CaseReport], lang: Lang) -> String {
    let mut text = String::new();
    for (place, seen) in run.steps.iter().enumerate() {
        let kinds: Vec<&str> = seen.events.iter().map(|one| one.entry.event.kind()).collect();
        let number = (place + 1).to_string();
        let line = match &seen.denial {
            Some(denial) => msg::cli_run_denied(lang, &denial.code, &number, &denial_text(lang, denial)),
            None => msg::cli_run_ok(lang, &kinds.join(", "), &number),
        };
        let _ = writeln!(text, "{line}");
    }
    for case in cases {
        let stage = lookup(lang, &format!("stage-{}", case.stage.code().replace('_', "-")), &[]);
        let stage = stage.unwrap_or_else(|| case.stage.code().to_owned());
        let _ = writeln!(text, "{}", msg::cli_run_case(lang, &case.id, &stage));
        for clock in &case.deadlines {
            let day =
                |day: Option<chrono::NaiveDate>| day.map_or_else(|| "–".to_owned(), words::format::date);
            let paragraph = clock.paragraph.to_string();
            let line = if clock.late {
                msg::cli_run_late(lang, &day(clock.due), &day(clock.met_on), &paragraph)
            } else {
                msg::cli_run_clock(lang, &day(clock.due), &day(clock.met_on), &paragraph)
            };
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}
