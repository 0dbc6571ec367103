//! What may be asked of a case, in the imperative. `decide` answers with events or with a denial.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::{
    EscalatedTo, IncapacitySheet, Letter, NoteKind, Outcome, Payee, ReinstatementGround, ReplacementGround,
};
use crate::application::{Application, Profile, RecognitionCentre};
use crate::check::Verdict;
use crate::money::Money;
use crate::region::Region;

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident $code:literal { $($(#[$fdoc:meta])* $field:ident : $type:ty),* $(,)? }),+ $(,)?) => {
        /// A request about a case. қаз. «бұйрық», рус. «команда».
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Command {
            $($(#[$doc])* $name { $($(#[$fdoc])* #[serde(default)] $field: $type),* }),+
        }

        /// The kind of a command, without its fields: what a button stands for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum CommandKind { $($(#[$doc])* $name),+ }

        impl CommandKind {
            /// Every kind, in the order of the work.
            pub const ALL: &'static [CommandKind] = &[$(CommandKind::$name),+];

            /// The stable word: the name in scenarios and in words.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(CommandKind::$name => $code),+ }
            }

            /// Names of the fields a command of this kind carries.
            #[must_use]
            pub fn fields(self) -> &'static [&'static str] {
                match self { $(CommandKind::$name => &[$(stringify!($field)),*]),+ }
            }

            /// The kind of a word.
            #[must_use]
            pub fn find(code: &str) -> Option<CommandKind> {
                CommandKind::ALL.iter().copied().find(|kind| kind.code() == code)
            }
        }

        impl Command {
            /// Its kind.
            #[must_use]
            pub fn kind(&self) -> CommandKind {
                match self { $(Command::$name { .. } => CommandKind::$name),+ }
            }
        }
    };
}

commands! {
    /// КЦ: take in an application of the platform (par. 3).
    ReceiveApplication "receive_application" {
        /// As it came.
        application: Box<Application>,
        /// Identifier of the КЦ it goes to; the actor's office when absent.
        office: Option<String>,
    },
    /// Specialist: give a verdict on one check (par. 8).
    RecordCheck "record_check" {
        /// Key of the finding.
        check: String,
        /// Pass or fail.
        verdict: Verdict,
        /// The fact seen; mandatory when the program saw it otherwise.
        note: Option<String>,
    },
    /// Specialist: send the application to the ЦТМ (par. 8).
    ForwardToMobilityCentre "forward_to_mobility_centre" {},
    /// Specialist: draft a refusal on all failed checks (par. 8).
    RefuseByCareerCentre "refuse_by_career_centre" {
        /// Grounds the drafter names; when given they must be exactly those of the failed checks.
        grounds: Vec<String>,
        /// Text of the letter, if it was edited.
        letter: Option<Letter>,
    },
    /// Supervisor: approve the drafted refusal, which forms it (par. 8, 9).
    ApproveRefusal "approve_refusal" {
        /// Number in the journal of refusals.
        number: Option<String>,
    },
    /// Supervisor: send the draft back.
    ReturnRefusal "return_refusal" {
        /// Why.
        comment: String,
    },
    /// ЦТМ: send the refusal to the claimant (par. 8, 9).
    SendRefusal "send_refusal" {},
    /// ЦТМ: send the application to the ЦП chosen (par. 9).
    ForwardToRecognitionCentre "forward_to_recognition_centre" {},
    /// ЦТМ: remind a silent ЦП.
    RemindRecognitionCentre "remind_recognition_centre" {
        /// How.
        channel: Option<String>,
        /// With what result.
        note: Option<String>,
    },
    /// ЦТМ: record that the ЦП confirmed (par. 10).
    RecordConfirmation "record_confirmation" {
        /// Day of the answer; today when absent.
        answered_on: Option<NaiveDate>,
        /// Day of the exam.
        exam_on: Option<NaiveDate>,
        /// Price.
        price: Option<Money>,
        /// Region of the exam.
        venue: Option<Region>,
    },
    /// ЦТМ: record a negative answer of the ЦП (par. 9).
    RecordNegativeAnswer "record_negative_answer" {
        /// Day of the answer; today when absent.
        answered_on: Option<NaiveDate>,
        /// Reasons, if given.
        reasons: Option<String>,
        /// The answer word for word.
        answer: Option<String>,
    },
    /// ЦТМ: return a negative answer without reasons for them.
    RequestReasons "request_reasons" {},
    /// ЦТМ: record the reasons that came.
    RecordReasons "record_reasons" {
        /// What they are.
        reasons: String,
    },
    /// ЦТМ: draft the refusal that follows a negative answer (par. 9).
    RefuseByMobilityCentre "refuse_by_mobility_centre" {
        /// Grounds the drafter names; when given, only the negative answer.
        grounds: Vec<String>,
        /// Text of the letter, if it was edited.
        letter: Option<Letter>,
    },
    /// ЦТМ: issue the voucher (par. 10).
    IssueVoucher "issue_voucher" {
        /// Number of the voucher.
        number: Option<String>,
        /// The status of unemployed as re-checked today.
        registered_unemployed: Option<bool>,
    },
    /// ЦТМ: record a sheet of temporary incapacity (par. 12).
    RecordSheet "record_sheet" {
        /// The sheet.
        sheet: Option<IncapacitySheet>,
        /// Day of receipt in АИС; today when absent.
        received_on: Option<NaiveDate>,
    },
    /// Supervisor: decide whether a paper that is not a plain sheet counts.
    JudgeSheet "judge_sheet" {
        /// Which sheet, by order of receipt, from 0.
        sheet: u32,
        /// It counts.
        counts: bool,
        /// Why.
        reason: String,
    },
    /// ЦТМ: extend the validity by the sheets recorded (par. 13).
    ExtendVoucher "extend_voucher" {},
    /// First person: ask to bring a lapsed voucher back.
    ProposeReinstatement "propose_reinstatement" {
        /// Why.
        ground: Option<ReinstatementGround>,
        /// Evidence, quota.
        note: Option<String>,
    },
    /// Second person: agree to it.
    ApproveReinstatement "approve_reinstatement" {},
    /// First person: ask to replace the ЦП.
    ProposeReplacement "propose_replacement" {
        /// Why.
        ground: Option<ReplacementGround>,
        /// The new ЦП.
        centre: RecognitionCentre,
    },
    /// Second person: agree to it.
    ApproveReplacement "approve_replacement" {},
    /// Second person: turn a proposal down.
    DeclineProposal "decline_proposal" {
        /// Why.
        reason: String,
    },
    /// ЦТМ: correct a clerical error in the voucher.
    CorrectVoucher "correct_voucher" {
        /// What was wrong.
        field: String,
        /// As it was.
        was: String,
        /// As it is.
        becomes: String,
        /// Why.
        reason: String,
    },
    /// ЦТМ: the person showed the voucher at the ЦП.
    RecordPresentation "record_presentation" {
        /// Day; today when absent.
        on: Option<NaiveDate>,
    },
    /// ЦТМ: the person was admitted to the procedure, which uses the voucher.
    RecordUse "record_use" {
        /// Day of admission; today when absent.
        admitted_on: Option<NaiveDate>,
    },
    /// ЦТМ: the person did not come to the exam.
    RecordNoShow "record_no_show" {
        /// Day of the exam; today when absent.
        exam_on: Option<NaiveDate>,
    },
    /// ЦТМ: record the protocol of the commission (par. 16).
    RecordProtocol "record_protocol" {
        /// Its number.
        number: String,
        /// Day of signing; today when absent.
        signed_on: Option<NaiveDate>,
        /// Day of the exam.
        exam_on: Option<NaiveDate>,
        /// Passed or failed.
        outcome: Option<Outcome>,
        /// Region of the exam.
        venue: Option<Region>,
        /// The exam was remote.
        remote: bool,
    },
    /// Accountant: record the act of services (par. 16, 17).
    ReceiveAct "receive_act" {
        /// Its number.
        number: String,
        /// Day it was drawn up.
        drawn_on: Option<NaiveDate>,
        /// Day of receipt; today when absent.
        received_on: Option<NaiveDate>,
        /// Cost of the line of this person.
        cost: Option<Money>,
    },
    /// Accountant: return a defective act with all remarks.
    ReturnAct "return_act" {
        /// Remarks.
        remarks: Vec<String>,
    },
    /// Accountant: accept the act, which fixes the sums (par. 14–15).
    AcceptAct "accept_act" {},
    /// Supervisor: set the profile of the profession.
    SetProfile "set_profile" {
        /// The profile.
        profile: Option<Profile>,
        /// Where it comes from.
        source: String,
    },
    /// Accountant: a payment order was sent (par. 17).
    SendPayment "send_payment" {
        /// To whom.
        payee: Option<Payee>,
        /// How much; the sum due when absent, and no other sum is allowed.
        amount: Option<Money>,
        /// Number of the order.
        order: Option<String>,
    },
    /// Accountant: the bank reported the payment done.
    ConfirmPayment "confirm_payment" {
        /// To whom.
        payee: Option<Payee>,
        /// Day of the bank; today when absent.
        bank_on: Option<NaiveDate>,
    },
    /// Specialist or ЦТМ: the person withdraws.
    Withdraw "withdraw" {
        /// Why, if told.
        reason: Option<String>,
    },
    /// Anybody who works on the case: pass something upwards.
    Escalate "escalate" {
        /// What.
        reasons: Vec<String>,
        /// To whom.
        to: EscalatedTo,
        /// A note.
        note: Option<String>,
    },
    /// Anybody who works on the case: a note.
    AddNote "add_note" {
        /// What about.
        about: NoteKind,
        /// The text.
        text: String,
    },
    /// Time: let what the passing of time alone brings happen (par. 11, A-10).
    Tick "tick" {},
}
