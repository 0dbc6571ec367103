//! One lawful command of each kind.

use chrono::{Days, NaiveDate};
use rules::application::{Profile, RecognitionCentre};
use rules::case::event::{
    EscalatedTo, IncapacitySheet, NoteKind, Outcome, Payee, ReinstatementGround, ReplacementGround,
    SheetChannel, SheetPaper,
};
use rules::case::{Command, CommandKind};
use rules::check::Verdict;
use rules::money::Money;
use rules::region::Region;

use super::world::clean;

/// One lawful command of each kind, on a day.
pub(crate) fn sample(kind: CommandKind, today: NaiveDate) -> Command {
    match kind {
        CommandKind::ReceiveApplication => Command::ReceiveApplication {
            application: Box::new(clean()),
            office: Some("career_centre".into()),
        },
        CommandKind::RecordCheck => Command::RecordCheck {
            check: "skills".into(),
            verdict: Verdict::Fail,
            note: Some("не те навыки".into()),
        },
        CommandKind::ForwardToMobilityCentre => Command::ForwardToMobilityCentre {},
        CommandKind::RefuseByCareerCentre => {
            Command::RefuseByCareerCentre { grounds: Vec::new(), letter: None }
        }
        CommandKind::ApproveRefusal => Command::ApproveRefusal { number: None },
        CommandKind::ReturnRefusal => Command::ReturnRefusal { comment: "уточните".into() },
        CommandKind::SendRefusal => Command::SendRefusal {},
        CommandKind::ForwardToRecognitionCentre => Command::ForwardToRecognitionCentre {},
        CommandKind::RemindRecognitionCentre => {
            Command::RemindRecognitionCentre { channel: None, note: None }
        }
        CommandKind::RecordConfirmation => {
            Command::RecordConfirmation { answered_on: None, exam_on: None, price: None, venue: None }
        }
        CommandKind::RecordNegativeAnswer => {
            Command::RecordNegativeAnswer { answered_on: None, reasons: None, answer: Some("Нет.".into()) }
        }
        CommandKind::RequestReasons => Command::RequestReasons {},
        CommandKind::RecordReasons => {
            Command::RecordReasons { reasons: "нет экзаменатора".into() }
        }
        CommandKind::RefuseByMobilityCentre => {
            Command::RefuseByMobilityCentre { grounds: Vec::new(), letter: None }
        }
        CommandKind::IssueVoucher => {
            Command::IssueVoucher { number: None, registered_unemployed: Some(true) }
        }
        CommandKind::RecordSheet => Command::RecordSheet {
            sheet: Some(IncapacitySheet {
                number: None,
                from: today.checked_sub_days(Days::new(5)).unwrap_or(today),
                to: today,
                paper: SheetPaper::Sheet,
                channel: SheetChannel::Copy,
            }),
            received_on: None,
        },
        CommandKind::JudgeSheet => Command::JudgeSheet { sheet: 0, counts: true, reason: "лист".into() },
        CommandKind::ExtendVoucher => Command::ExtendVoucher {},
        CommandKind::ProposeReinstatement => Command::ProposeReinstatement {
            ground: Some(ReinstatementGround::TimelyUse {
                admitted_on: NaiveDate::from_ymd_opt(2025, 11, 20).unwrap_or(today),
            }),
            note: None,
        },
        CommandKind::ApproveReinstatement => Command::ApproveReinstatement {},
        CommandKind::ProposeReplacement => Command::ProposeReplacement {
            ground: Some(ReplacementGround::AccreditationLost),
            centre: RecognitionCentre {
                name: Some("ТОО «Сынақ»".into()), ..RecognitionCentre::default()
            },
        },
        CommandKind::ApproveReplacement => Command::ApproveReplacement {},
        CommandKind::DeclineProposal => {
            Command::DeclineProposal { reason: "нет документа".into() }
        }
        CommandKind::CorrectVoucher => Command::CorrectVoucher {
            field: "name".into(),
            was: "Айдра".into(),
            becomes: "Айдар".into(),
            reason: "опечатка".into(),
        },
        CommandKind::RecordPresentation => Command::RecordPresentation { on: None },
        CommandKind::RecordUse => Command::RecordUse { admitted_on: None },
        CommandKind::RecordNoShow => Command::RecordNoShow { exam_on: None },
        CommandKind::RecordProtocol => Command::RecordProtocol {
            number: "П-1".into(),
            signed_on: None,
            exam_on: None,
            outcome: Some(Outcome::Passed),
            venue: Some(Region::Pavlodar),
            remote: false,
        },
        CommandKind::ReceiveAct => Command::ReceiveAct {
            number: "А-1".into(),
            drawn_on: None,
            received_on: None,
            cost: Money::from_tenge(45_000),
        },
        CommandKind::ReturnAct => Command::ReturnAct { remarks: vec!["нет печати".into()] },
        CommandKind::AcceptAct => Command::AcceptAct {},
        CommandKind::SetProfile => {
            Command::SetProfile { profile: Some(Profile::Technical), source: "письмо".into() }
        }
        CommandKind::SendPayment => {
            Command::SendPayment { payee: Some(Payee::RecognitionCentre), amount: None, order: None }
        }
        CommandKind::ConfirmPayment => {
            Command::ConfirmPayment { payee: Some(Payee::RecognitionCentre), bank_on: None }
        }
        CommandKind::Withdraw => Command::Withdraw { reason: None },
        CommandKind::Escalate => {
            Command::Escalate { reasons: vec!["вопрос".into()], to: EscalatedTo::Head, note: None }
        }
        CommandKind::AddNote => Command::AddNote { about: NoteKind::Call, text: "звонили".into() },
        CommandKind::Tick => Command::Tick {},
    }
}
