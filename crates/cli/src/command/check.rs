//! `check APPLICATION.json [--on D] [--edition E]`: all findings of an application at once.

use crate::answer::{Answer, Unusable};
use crate::reader::Reader;
use rules::application::{Application, ReadError};
use rules::check::{About, Finding, Verdict, Yardstick, check, grounds};
use rules::refusal::grounds_of;
use rules::region::Region;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;
use words::law::{check_title, finding_text, read_problem_text};
use words::{Lang, lookup, msg};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "APPLICATION.json")]
    file: PathBuf,
    #[arg(long, value_name = "D", allow_hyphen_values = true)]
    on: Option<String>,
    #[arg(long, value_name = "E")]
    edition: Option<String>,
}

pub(crate) fn run(args: &Args, reader: Reader) -> Result<Answer, Unusable> {
    let text = reader.file(&args.file)?;
    let shown = args.file.display().to_string();
    let application = Application::parse(&text).map_err(|fault| reader.read_fault(&shown, &fault))?;
    let law = reader.law()?;
    let region = application.region.as_deref().and_then(Region::of_kato).unwrap_or(Region::Astana);
    let on = args.on.as_deref().map(|text| reader.date("--on", text)).transpose()?;
    let received = application.received.map(|at| region.civil_date(at.to_utc())).or(application.date);
    let Some(received_on) = received.or(on) else {
        return Err(Unusable(msg::cli_check_no_day(reader.lang, &shown)));
    };
    // The edition is that of the application, unless one is asked for.
    let edition = match &args.edition {
        Some(name) => reader.edition(name, &law.editions)?,
        None => law.editions.on(received_on).map_err(|fault| reader.edition_fault(&fault))?,
    };
    let yardstick = Yardstick::of(edition).map_err(|fault| reader.edition_fault(&fault))?;
    let findings = check(&About {
        application: &application,
        received_on,
        on: on.unwrap_or(received_on),
        yardstick: &yardstick,
        earlier: &[],
        parallel: 0,
    });
    let standing = grounds_of(&grounds(&findings));
    let refused = !standing.is_empty();
    let json = json!({
        "edition": edition.id,
        "edition_confirmed": edition.confirmed,
        "received_on": received_on,
        "on": on.unwrap_or(received_on),
        "findings": findings.iter().map(shape).collect::<Vec<_>>(),
        "grounds": standing,
        "would_be_refused": refused,
        "undecided": findings.iter().filter(|one| one.verdict == Verdict::Human).map(Finding::key).collect::<Vec<_>>(),
        "escalate": findings.iter().filter(|one| escalates(one)).map(|one| one.code.as_str()).collect::<Vec<_>>(),
    });
    Ok(Answer { json, text: told(&findings, reader.lang), no: refused })
}

/// A failed gate: it goes upwards and refuses nobody.
fn escalates(finding: &Finding) -> bool {
    finding.verdict == Verdict::Fail && finding.ground.is_none()
}

fn shape(finding: &Finding) -> Value {
    let text = Lang::ALL.map(|lang| (lang.code().to_owned(), Value::from(finding_text(lang, finding))));
    json!({
        "check": finding.check,
        "key": finding.key(),
        "verdict": finding.verdict,
        "code": finding.code,
        "paragraph": finding.paragraph,
        "ground": finding.ground,
        "field": finding.field,
        "facts": finding.facts,
        "who_can_clear": finding.clears,
        "text": Value::Object(text.into_iter().collect()),
    })
}

/// What fails first, then what a person decides, then the rest.
fn told(findings: &[Finding], lang: Lang) -> String {
    let mut text = String::new();
    for (verdict, heading) in [
        (Verdict::Fail, "cli-check-fail"),
        (Verdict::Human, "cli-check-human"),
        (Verdict::Warn, "cli-check-warn"),
        (Verdict::Pass, "cli-check-pass"),
    ] {
        let of = findings.iter().filter(|finding| finding.verdict == verdict).collect::<Vec<_>>();
        if of.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{}", lookup(lang, heading, &[]).unwrap_or_default());
        for finding in of {
            let (title, said) = (check_title(lang, &finding.check), finding_text(lang, finding));
            let _ = writeln!(
                text,
                "  {}",
                msg::cli_check_line(lang, &finding.paragraph.to_string(), &said, &title)
            );
        }
    }
    text
}

impl Reader {
    /// A file that cannot be read: where, what, what to do.
    pub(crate) fn read_fault(self, file: &str, fault: &ReadError) -> Unusable {
        Unusable(msg::cli_read_fault(self.lang, &read_problem_text(self.lang, fault), file, &fault.path))
    }
}
