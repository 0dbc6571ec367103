//! tanu-cli: the core without a window.

mod answer;
mod command;
mod input;
mod reader;

use answer::{Answer, Unusable};
use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};
use command::{
    allocate, backup, bin, calendar, check, demo, due, export, iban, iin, open_export, paper, rekey, restore,
    run, seal, settle, validity, verify,
};
use reader::Reader;
use std::process::ExitCode;

/// What was asked on the command line.
#[derive(Debug, Parser)]
#[command(name = "tanu-cli", version, disable_help_subcommand = true)]
#[command(disable_help_flag = true, disable_version_flag = true)]
struct Asked {
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true, value_name = "kk|ru|en")]
    language: Option<String>,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

/// One variant per command, one file per command.
#[derive(Debug, Subcommand)]
enum Command {
    Calendar(calendar::Args),
    Due(due::Args),
    Iin(iin::Args),
    Bin(bin::Args),
    Iban(iban::Args),
    Validity(validity::Args),
    Settle(settle::Args),
    Allocate(allocate::Args),
    Paper(paper::Args),
    Check(check::Args),
    Run(run::Args),
    Seal(seal::Args),
    Demo(demo::Args),
    Verify(verify::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Export(export::Args),
    OpenExport(open_export::Args),
    Rekey(rekey::Args),
}

fn main() -> ExitCode {
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let reader = match Reader::of(&arguments) {
        Ok(reader) => reader,
        Err(unusable) => return answer::refuse(&unusable),
    };
    let asked = Asked::command();
    let asked = reader.described(asked).try_get_matches_from(arguments);
    let asked = match asked.and_then(|matches| Asked::from_arg_matches(&matches)) {
        Ok(asked) => asked,
        Err(error) => return answer::explain(&error, reader),
    };
    match answer_to(&asked, reader) {
        Ok(answer) => answer.give(asked.json),
        Err(unusable) => answer::refuse(&unusable),
    }
}

fn answer_to(asked: &Asked, reader: Reader) -> Result<Answer, Unusable> {
    match &asked.command {
        Command::Calendar(args) => calendar::run(args, reader),
        Command::Due(args) => due::run(args, reader),
        Command::Iin(args) => iin::run(args, reader),
        Command::Bin(args) => bin::run(args, reader),
        Command::Iban(args) => iban::run(args, reader),
        Command::Validity(args) => validity::run(args, reader),
        Command::Settle(args) => settle::run(args, reader),
        Command::Demo(args) => demo::run(args, reader),
        Command::Allocate(args) => allocate::run(args, reader),
        Command::Paper(args) => paper::run(args, asked.language.as_deref(), reader),
        Command::Check(args) => check::run(args, reader),
        Command::Run(args) => run::run(args, reader),
        Command::Seal(args) => seal::run(args, reader),
        Command::Verify(args) => verify::run(args, reader),
        Command::Backup(args) => backup::run(args, reader),
        Command::Restore(args) => restore::run(args, reader),
        Command::Export(args) => export::run(args, reader),
        Command::OpenExport(args) => open_export::run(args, reader),
        Command::Rekey(args) => rekey::run(args, reader),
    }
}
