//! `decide`: what follows from a command, or why nothing may. Pure: everything it knows is in its arguments.

mod centre;
mod money;
mod permit;
mod receive;
mod review;
mod second;
mod side;
mod tick;
mod voucher;

use chrono::NaiveDate;

pub use centre::decline_remarks;
pub use permit::{Place, Rule, rule};
pub(in crate::case) use tick::silence_day;
pub use tick::tick_day;
pub use voucher::validity_now;

use super::actor::Actor;
use super::command::{Command, CommandKind};
use super::event::Event;
use super::facts::Facts;
use super::record::{Case, Receipt, Voucher};
use crate::denial::Denial;

/// Decides a command: the events it brings, or the denial with its paragraph.
///
/// # Errors
/// [`Denial`] when the law, the role, the stage or a missing fact says no.
pub fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    ready(case, command.kind(), facts)?;
    match command {
        Command::ReceiveApplication { application, office } => {
            receive::receive(case, application, office.as_deref(), facts)
        }
        Command::RecordCheck { check, verdict, note } => {
            review::record(case, check, *verdict, note.as_deref(), facts)
        }
        Command::ForwardToMobilityCentre {} => Ok(vec![Event::ForwardedToMobilityCentre {}]),
        Command::RefuseByCareerCentre { grounds, letter } => {
            review::refuse(case, grounds, letter.as_ref(), facts)
        }
        Command::ApproveRefusal { number } => review::approve(case, number.as_deref()),
        Command::ReturnRefusal { comment } => review::send_back(comment),
        Command::SendRefusal {} => Ok(vec![Event::RefusalSent {}]),
        Command::ForwardToRecognitionCentre {} => Ok(vec![Event::ForwardedToRecognitionCentre {}]),
        Command::RemindRecognitionCentre { channel, note } => {
            Ok(vec![Event::RecognitionCentreReminded { channel: channel.clone(), note: note.clone() }])
        }
        Command::RecordConfirmation { .. } => centre::confirmation(case, command, facts),
        Command::RecordNegativeAnswer { answered_on, reasons, answer } => {
            centre::negative(case, *answered_on, reasons.as_deref(), answer.as_deref(), facts)
        }
        Command::RequestReasons {} => Ok(vec![Event::ReasonsRequested {}]),
        Command::RecordReasons { reasons } => {
            Ok(vec![Event::ReasonsReceived { reasons: said("reasons", reasons)? }])
        }
        Command::RefuseByMobilityCentre { grounds, letter } => centre::refuse(case, grounds, letter.as_ref()),
        Command::IssueVoucher { number, registered_unemployed } => {
            voucher::issue(case, number.as_deref(), *registered_unemployed, facts)
        }
        Command::RecordSheet { sheet, received_on } => {
            voucher::sheet(case, sheet.as_ref(), *received_on, facts)
        }
        Command::JudgeSheet { sheet, counts, reason } => voucher::judge(case, *sheet, *counts, reason),
        Command::ExtendVoucher {} => voucher::extend(case, facts),
        Command::ProposeReinstatement { ground, note } => {
            second::reinstatement(case, *ground, note.as_deref(), facts)
        }
        Command::ApproveReinstatement {} => second::reinstate(case, facts),
        Command::ProposeReplacement { ground, centre } => second::replacement(case, *ground, centre, facts),
        Command::ApproveReplacement {} => second::replace(case, facts),
        Command::DeclineProposal { reason } => {
            Ok(vec![Event::ProposalDeclined { reason: said("reason", reason)? }])
        }
        Command::CorrectVoucher { field, was, becomes, reason } => {
            voucher::correct(case, field, was, becomes, reason)
        }
        Command::RecordPresentation { on } => voucher::present(case, *on, facts),
        Command::RecordUse { admitted_on } => voucher::use_it(case, *admitted_on, facts),
        Command::RecordNoShow { exam_on } => voucher::no_show(case, *exam_on, facts),
        Command::RecordProtocol { .. } => money::protocol(case, command, facts),
        Command::ReceiveAct { .. } => money::act(case, command, facts),
        Command::ReturnAct { remarks } => money::send_back(remarks),
        Command::AcceptAct {} => money::accept(case, facts),
        Command::SetProfile { profile, source } => money::profile(*profile, source),
        Command::SendPayment { payee, amount, order } => {
            money::pay(case, *payee, *amount, order.as_deref(), facts)
        }
        Command::ConfirmPayment { payee, bank_on } => money::confirm(case, *payee, *bank_on, facts),
        Command::Withdraw { reason } => Ok(vec![Event::ApplicationWithdrawn { reason: reason.clone() }]),
        Command::Escalate { reasons, to, note } => side::escalate(reasons, *to, note.as_deref()),
        Command::AddNote { about, text } => {
            Ok(vec![Event::NoteAdded { about: *about, text: said("text", text)? }])
        }
        Command::Tick {} => tick::tick(case, facts),
    }
}

/// Whether a command of this kind is possible now, before its fields are known: role, office, stage and all
/// conditions of the case. The button and the server read this one line.
///
/// # Errors
/// [`Denial`] with the missing condition.
pub fn ready(case: &Case, kind: CommandKind, facts: &Facts<'_>) -> Result<(), Denial> {
    permit::permit(case, kind, facts)?;
    match kind {
        CommandKind::ForwardToMobilityCentre => review::can_forward(case, facts),
        CommandKind::RefuseByCareerCentre => review::remarks(case, facts).map(|_| ()),
        CommandKind::ApproveRefusal => review::can_approve(case, facts),
        CommandKind::RequestReasons => centre::can_request_reasons(case),
        CommandKind::RecordReasons => centre::can_record_reasons(case),
        CommandKind::RefuseByMobilityCentre => centre::can_refuse(case, facts),
        CommandKind::IssueVoucher => voucher::can_issue(case, facts),
        CommandKind::ExtendVoucher => voucher::can_extend(case, facts).map(|_| ()),
        CommandKind::JudgeSheet => voucher::can_judge(case),
        CommandKind::RecordUse | CommandKind::RecordPresentation => voucher::can_use(case, facts),
        CommandKind::RecordSheet => voucher::can_file_sheet(case, facts),
        CommandKind::ProposeReinstatement => second::can_propose_reinstatement(case, facts),
        CommandKind::ApproveReinstatement => second::can_approve(case, facts, second::Kind::Reinstatement),
        CommandKind::ProposeReplacement => {
            voucher::can_use(case, facts).and_then(|()| second::can_propose(case))
        }
        CommandKind::ApproveReplacement => second::can_approve(case, facts, second::Kind::Replacement),
        CommandKind::DeclineProposal => second::can_decline(case, facts),
        CommandKind::AcceptAct => money::can_accept(case, facts).map(|_| ()),
        CommandKind::SendPayment => money::can_pay(case, facts),
        CommandKind::ConfirmPayment => money::can_confirm(case),
        CommandKind::ReceiveApplication
        | CommandKind::RecordCheck
        | CommandKind::ReturnRefusal
        | CommandKind::SendRefusal
        | CommandKind::ForwardToRecognitionCentre
        | CommandKind::RemindRecognitionCentre
        | CommandKind::RecordConfirmation
        | CommandKind::RecordNegativeAnswer
        | CommandKind::CorrectVoucher
        | CommandKind::RecordNoShow
        | CommandKind::RecordProtocol
        | CommandKind::ReceiveAct
        | CommandKind::ReturnAct
        | CommandKind::SetProfile
        | CommandKind::Withdraw
        | CommandKind::Escalate
        | CommandKind::AddNote
        | CommandKind::Tick => Ok(()),
    }
}

/// The person who acts; time alone is not a person.
fn actor<'a>(facts: &'a Facts<'_>) -> Result<&'a Actor, Denial> {
    facts.by.person().ok_or_else(|| Denial::new("person_needed"))
}

fn receipt(case: &Case) -> Result<&Receipt, Denial> {
    case.receipt.as_ref().ok_or_else(|| Denial::new("no_application"))
}

fn voucher_of(case: &Case) -> Result<&Voucher, Denial> {
    case.voucher.as_ref().ok_or_else(|| Denial::new("no_voucher"))
}

/// A text that must say something.
fn said(field: &str, text: &str) -> Result<String, Denial> {
    let text = text.trim();
    if text.is_empty() { Err(missing(field)) } else { Ok(text.to_owned()) }
}

/// A field of the command is absent.
fn missing(field: &str) -> Denial {
    Denial::new("field_missing").with("field", field)
}

/// A day that is told afterwards: not in the future, and not before the day it can follow.
fn told(
    field: &str,
    day: Option<NaiveDate>,
    today: NaiveDate,
    not_before: Option<NaiveDate>,
) -> Result<NaiveDate, Denial> {
    let day = day.unwrap_or(today);
    if day > today {
        return Err(Denial::new("date_in_future")
            .with("field", field)
            .with("date", day)
            .with("today", today));
    }
    match not_before {
        Some(first) if day < first => {
            Err(Denial::new("date_too_early").with("field", field).with("date", day).with("first", first))
        }
        Some(_) | None => Ok(day),
    }
}
