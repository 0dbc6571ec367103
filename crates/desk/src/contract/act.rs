//! What may be asked of a case, as the window says it, and its translation into the command of the
//! Rules. Two lives, two types: this one may change tomorrow, the command of the Rules is kept for years.

use super::case::VerdictView;
use super::limits::{Few, Text};
use super::no::No;
use chrono::NaiveDate;
use rules::application::{Profile, RecognitionCentre};
use rules::case::Command;
use rules::case::event::{
    EscalatedTo, IncapacitySheet, NoteKind, Outcome, Payee, ReinstatementGround, ReplacementGround,
    SheetChannel, SheetPaper,
};
use rules::check::Verdict;
use rules::money::Money;
use rules::region::Region;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// One act on one case, made on the version the person saw.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseActs {
    pub case: Uuid,
    pub version: u32,
    /// Made by the window; the same id twice changes nothing.
    pub command: Uuid,
    pub act: CaseAct,
}

/// Sums are texts in tenge with two decimals, regions two digits of КАТО, days civil dates.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum CaseAct {
    /// A person decides a check.
    RecordCheck {
        check: Text<200>,
        verdict: VerdictView,
        note: Option<Text<1000>>,
    },
    /// Everything is in order: to the ЦТМ (paragraph 8).
    ForwardToMobilityCentre {},
    /// The ЦТМ sends the refusal to the claimant.
    SendRefusal {},
    ForwardToRecognitionCentre {},
    RemindRecognitionCentre {
        channel: Option<Text<60>>,
        note: Option<Text<1000>>,
    },
    RecordConfirmation {
        answered_on: Option<NaiveDate>,
        exam_on: Option<NaiveDate>,
        price: Option<Text<20>>,
        venue: Option<Text<2>>,
    },
    RecordNegativeAnswer {
        answered_on: Option<NaiveDate>,
        reasons: Option<Text<4000>>,
        answer: Option<Text<4000>>,
    },
    RequestReasons {},
    RecordReasons {
        reasons: Text<4000>,
    },
    /// The status of the claimant as looked up today: paragraph 2(12), reading A-25.
    IssueVoucher {
        registered_unemployed: Option<bool>,
    },
    RecordSheet {
        number: Option<Text<60>>,
        from: NaiveDate,
        to: NaiveDate,
        paper: SheetPaperView,
        integration: bool,
        received_on: Option<NaiveDate>,
    },
    JudgeSheet {
        sheet: u32,
        counts: bool,
        reason: Text<1000>,
    },
    ExtendVoucher {},
    ProposeReinstatement {
        ground: ReinstatementView,
        admitted_on: Option<NaiveDate>,
        note: Option<Text<1000>>,
    },
    ApproveReinstatement {},
    ProposeReplacement {
        ground: ReplacementView,
        centre: Text<300>,
        bin: Option<Text<12>>,
        venue: Option<Text<2>>,
    },
    ApproveReplacement {},
    DeclineProposal {
        reason: Text<1000>,
    },
    CorrectVoucher {
        field: Text<60>,
        was: Text<300>,
        becomes: Text<300>,
        reason: Text<1000>,
    },
    RecordPresentation {
        on: Option<NaiveDate>,
    },
    RecordUse {
        admitted_on: Option<NaiveDate>,
    },
    RecordNoShow {
        exam_on: Option<NaiveDate>,
    },
    RecordProtocol {
        number: Text<60>,
        signed_on: Option<NaiveDate>,
        exam_on: Option<NaiveDate>,
        passed: bool,
        venue: Option<Text<2>>,
        remote: bool,
    },
    ReceiveAct {
        number: Text<60>,
        drawn_on: Option<NaiveDate>,
        received_on: Option<NaiveDate>,
        cost: Text<20>,
    },
    ReturnAct {
        remarks: Few<Text<500>, 40>,
    },
    AcceptAct {},
    SetProfile {
        profile: ProfileView,
        source: Text<300>,
    },
    SendPayment {
        payee: PayeeView,
        order: Option<Text<60>>,
    },
    ConfirmPayment {
        payee: PayeeView,
        bank_on: Option<NaiveDate>,
    },
    Withdraw {
        reason: Option<Text<1000>>,
    },
    Escalate {
        reasons: Few<Text<200>, 20>,
        to: EscalateTo,
        note: Option<Text<1000>>,
    },
    AddNote {
        about: NoteAbout,
        text: Text<4000>,
    },
}

/// Enums of the window that stand for one of the Rules, variant by variant.
macro_rules! twins {
    ($($(#[$doc:meta])* $view:ident = $kept:ident { $($name:ident),+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $view { $($name),+ }

        impl From<$view> for $kept {
            fn from(view: $view) -> Self {
                match view { $($view::$name => $kept::$name),+ }
            }
        }
    )+};
}
twins! {
    SheetPaperView = SheetPaper { Sheet, Certificate, ChildCare }
    ReplacementView = ReplacementGround { AccreditationLost, CentreRefused, PersonWishes }
    ProfileView = Profile { Social, Technical }
    PayeeView = Payee { RecognitionCentre, Person }
    EscalateTo = EscalatedTo { Head, MobilityCentre, Ministry }
    NoteAbout = NoteKind { Note, Call, Consultation, Outage }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReinstatementView {
    LateSheet,
    TimelyUse,
}

impl From<VerdictView> for Verdict {
    fn from(view: VerdictView) -> Self {
        match view {
            VerdictView::Pass => Verdict::Pass,
            VerdictView::Fail => Verdict::Fail,
            VerdictView::Warn => Verdict::Warn,
            VerdictView::Human => Verdict::Human,
            VerdictView::NotApplicable => Verdict::NotApplicable,
        }
    }
}

impl From<Verdict> for VerdictView {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Pass => VerdictView::Pass,
            Verdict::Fail => VerdictView::Fail,
            Verdict::Warn => VerdictView::Warn,
            Verdict::Human => VerdictView::Human,
            Verdict::NotApplicable => VerdictView::NotApplicable,
        }
    }
}

fn text<const N: usize>(text: Text<N>) -> String {
    text.as_str().trim().to_owned()
}

fn filled<const N: usize>(text: Option<Text<N>>) -> Option<String> {
    text.as_ref().and_then(Text::trimmed).map(str::to_owned)
}

fn sum<const N: usize>(text: &Text<N>) -> Result<Money, No> {
    text.as_str().trim().parse().map_err(|_| No::invalid("sum"))
}

fn region<const N: usize>(code: Option<Text<N>>) -> Result<Option<Region>, No> {
    match filled(code) {
        None => Ok(None),
        Some(code) => Region::find(&code).map(Some).ok_or_else(|| No::invalid("region")),
    }
}

impl CaseAct {
    /// The command of the Rules; a sum or a region that cannot be read is turned away here.
    pub fn command(self, voucher_number: impl FnOnce() -> Result<String, No>) -> Result<Command, No> {
        Ok(match self {
            CaseAct::RecordCheck { check, verdict, note } => {
                Command::RecordCheck { check: text(check), verdict: verdict.into(), note: filled(note) }
            }
            CaseAct::ForwardToMobilityCentre {} => Command::ForwardToMobilityCentre {},
            CaseAct::SendRefusal {} => Command::SendRefusal {},
            CaseAct::ForwardToRecognitionCentre {} => Command::ForwardToRecognitionCentre {},
            CaseAct::RemindRecognitionCentre { channel, note } => {
                Command::RemindRecognitionCentre { channel: filled(channel), note: filled(note) }
            }
            CaseAct::RecordConfirmation { answered_on, exam_on, price, venue } => {
                Command::RecordConfirmation {
                    answered_on,
                    exam_on,
                    price: price.as_ref().map(sum).transpose()?,
                    venue: region(venue)?,
                }
            }
            CaseAct::RecordNegativeAnswer { answered_on, reasons, answer } => Command::RecordNegativeAnswer {
                answered_on,
                reasons: filled(reasons),
                answer: filled(answer),
            },
            CaseAct::RequestReasons {} => Command::RequestReasons {},
            CaseAct::RecordReasons { reasons } => Command::RecordReasons { reasons: text(reasons) },
            CaseAct::IssueVoucher { registered_unemployed } => {
                Command::IssueVoucher { number: Some(voucher_number()?), registered_unemployed }
            }
            CaseAct::RecordSheet { number, from, to, paper, integration, received_on } => {
                let channel = if integration { SheetChannel::Integration } else { SheetChannel::Copy };
                let number = filled(number);
                let sheet = IncapacitySheet { number, from, to, paper: paper.into(), channel };
                Command::RecordSheet { sheet: Some(sheet), received_on }
            }
            CaseAct::JudgeSheet { sheet, counts, reason } => {
                Command::JudgeSheet { sheet, counts, reason: text(reason) }
            }
            CaseAct::ExtendVoucher {} => Command::ExtendVoucher {},
            CaseAct::ProposeReinstatement { ground, admitted_on, note } => {
                let ground = match (ground, admitted_on) {
                    (ReinstatementView::LateSheet, _) => ReinstatementGround::LateSheet,
                    (ReinstatementView::TimelyUse, Some(admitted_on)) => {
                        ReinstatementGround::TimelyUse { admitted_on }
                    }
                    (ReinstatementView::TimelyUse, None) => return Err(No::invalid("admitted-on")),
                };
                Command::ProposeReinstatement { ground: Some(ground), note: filled(note) }
            }
            CaseAct::ApproveReinstatement {} => Command::ApproveReinstatement {},
            CaseAct::ProposeReplacement { ground, centre, bin, venue } => Command::ProposeReplacement {
                ground: Some(ground.into()),
                centre: RecognitionCentre {
                    name: Some(text(centre)),
                    bin: filled(bin),
                    venue_region: region(venue)?.map(|region| region.code().to_owned()),
                    ..RecognitionCentre::default()
                },
            },
            CaseAct::ApproveReplacement {} => Command::ApproveReplacement {},
            CaseAct::DeclineProposal { reason } => Command::DeclineProposal { reason: text(reason) },
            CaseAct::CorrectVoucher { field, was, becomes, reason } => Command::CorrectVoucher {
                field: text(field),
                was: text(was),
                becomes: text(becomes),
                reason: text(reason),
            },
            CaseAct::RecordPresentation { on } => Command::RecordPresentation { on },
            CaseAct::RecordUse { admitted_on } => Command::RecordUse { admitted_on },
            CaseAct::RecordNoShow { exam_on } => Command::RecordNoShow { exam_on },
            CaseAct::RecordProtocol { number, signed_on, exam_on, passed, venue, remote } => {
                Command::RecordProtocol {
                    number: text(number),
                    signed_on,
                    exam_on,
                    outcome: Some(if passed { Outcome::Passed } else { Outcome::Failed }),
                    venue: region(venue)?,
                    remote,
                }
            }
            CaseAct::ReceiveAct { number, drawn_on, received_on, cost } => {
                Command::ReceiveAct { number: text(number), drawn_on, received_on, cost: Some(sum(&cost)?) }
            }
            CaseAct::ReturnAct { remarks } => {
                Command::ReturnAct { remarks: remarks.as_slice().iter().cloned().map(text).collect() }
            }
            CaseAct::AcceptAct {} => Command::AcceptAct {},
            CaseAct::SetProfile { profile, source } => {
                Command::SetProfile { profile: Some(profile.into()), source: text(source) }
            }
            CaseAct::SendPayment { payee, order } => {
                Command::SendPayment { payee: Some(payee.into()), amount: None, order: filled(order) }
            }
            CaseAct::ConfirmPayment { payee, bank_on } => {
                Command::ConfirmPayment { payee: Some(payee.into()), bank_on }
            }
            CaseAct::Withdraw { reason } => Command::Withdraw { reason: filled(reason) },
            CaseAct::Escalate { reasons, to, note } => Command::Escalate {
                reasons: reasons.as_slice().iter().cloned().map(text).collect(),
                to: to.into(),
                note: filled(note),
            },
            CaseAct::AddNote { about, text: words } => {
                Command::AddNote { about: about.into(), text: text(words) }
            }
        })
    }
}
