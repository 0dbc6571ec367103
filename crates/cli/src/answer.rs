//! How an answer leaves: on standard output with status 0 or 1, or one line on standard error with status 2.

use crate::reader::Reader;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde_json::Value;
use std::io::{self, Write};
use std::process::ExitCode;
use words::msg;

/// The answer of a command, in both its shapes.
pub(crate) struct Answer {
    /// With `--json`.
    pub(crate) json: Value,
    /// Without: lines for a reader.
    pub(crate) text: String,
    /// True when the answer is "no": a check failed, a signature is bad, a denial.
    pub(crate) no: bool,
}

/// Input nothing can be made of: one line in the reader's language: what, where, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unusable(pub(crate) String);

impl Answer {
    /// Prints the answer and gives the status it leaves with.
    pub(crate) fn give(&self, as_json: bool) -> ExitCode {
        let text = if as_json { format!("{:#}", self.json) } else { self.text.trim_end().to_owned() };
        say(io::stdout(), &text);
        ExitCode::from(u8::from(self.no))
    }
}

/// Prints why the input is unusable.
pub(crate) fn refuse(unusable: &Unusable) -> ExitCode {
    let line: Vec<&str> = unusable.0.split_whitespace().collect();
    say(io::stderr(), &line.join(" "));
    ExitCode::from(2)
}

/// What clap found wrong with the command line, or the help it was asked for, in the reader's language.
pub(crate) fn explain(error: &clap::Error, reader: Reader) -> ExitCode {
    let lang = reader.lang;
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let line = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            say(io::stdout(), error.render().to_string().trim_end());
            return ExitCode::SUCCESS;
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            msg::cli_usage_command_missing(lang)
        }
        ErrorKind::InvalidSubcommand => {
            msg::cli_usage_command_unknown(lang, &context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => msg::cli_usage_missing(lang, &context(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::NoEquals | ErrorKind::WrongNumberOfValues => {
            msg::cli_usage_value(lang, &context(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => msg::cli_usage_twice(lang, &context(ContextKind::InvalidArg)),
        ErrorKind::InvalidUtf8 => msg::cli_usage_utf8(lang),
        _ => msg::cli_usage_unknown(lang, &context(ContextKind::InvalidArg)),
    };
    refuse(&Unusable(line))
}

/// Writes lines; a reader that went away (a closed pipe) is no failure of ours.
fn say(mut out: impl Write, text: &str) {
    let _ = writeln!(out, "{text}");
}
