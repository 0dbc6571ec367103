//! What can happen to a case, in the past tense. The stored form is in `stored`; a kept shape is never edited.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::actor::{By, Office};
pub use super::value::{
    EscalatedTo, IncapacitySheet, Letter, NoteKind, Outcome, Payee, ReinstatementGround, ReplacementGround,
    SheetChannel, SheetPaper, SilenceLevel, Sums,
};
use crate::application::{Application, Profile, RecognitionCentre};
use crate::check::Verdict;
use crate::law::EditionId;
use crate::money::Money;
use crate::person::Iin;
use crate::refusal::{Ground, Remark, Step};
use crate::region::Region;

/// One thing that happened, with when, by whom and under which edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The civil day of that instant in the region of the case, fixed when it was recorded.
    pub on: NaiveDate,
    /// By whom.
    pub by: By,
    /// The edition of the Rules that governed the act.
    pub edition: EditionId,
    /// What.
    pub event: Event,
}

/// A fact about a case. қаз. «оқиға», рус. «событие».
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// The application came from the platform (par. 3).
    ApplicationReceived {
        /// As it came.
        application: Box<Application>,
        /// The platform's stamp: its civil day is day zero of par. 8.
        received_at: DateTime<FixedOffset>,
        /// That civil day in the region of the case.
        received_on: NaiveDate,
        /// The КЦ that has it.
        office: Office,
        /// Region of application: quota and payer.
        region: Region,
    },
    /// A person gave a verdict on a check.
    CheckRecorded {
        /// Key of the finding, as `check::Finding::key`.
        check: String,
        /// Pass or fail.
        verdict: Verdict,
        /// The fact seen, in the person's words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The КЦ sent the application to the ЦТМ (par. 8).
    ForwardedToMobilityCentre {},
    /// A refusal was drafted; nothing is refused yet.
    RefusalDrafted {
        /// At which step.
        step: Step,
        /// All remarks it rests on.
        remarks: Vec<Remark>,
        /// Text of the letter as edited, if it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        letter: Option<Letter>,
    },
    /// The supervisor sent the draft back.
    RefusalReturned {
        /// Why.
        comment: String,
    },
    /// The refusal was approved and formed (par. 8, 9).
    RefusalFormed {
        /// At which step.
        step: Step,
        /// Its number in the journal, if the workplace gave one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<String>,
        /// Grounds, each once.
        grounds: Vec<Ground>,
        /// All remarks it rests on.
        remarks: Vec<Remark>,
        /// Text of the letter as approved, if it was edited.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        letter: Option<Letter>,
    },
    /// The ЦТМ sent the refusal to the claimant (par. 8, 9).
    RefusalSent {},
    /// The ЦТМ sent the application to the ЦП (par. 9).
    ForwardedToRecognitionCentre {},
    /// The ЦТМ reminded the ЦП (no term stated, A-10).
    RecognitionCentreReminded {
        /// How.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<String>,
        /// With what result.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The ЦП is silent longer than our own timer; told, never decided.
    SilenceNoted {
        /// To whom it was told.
        level: SilenceLevel,
        /// Working days since the application was sent.
        working_days: u32,
    },
    /// The ЦП confirmed (par. 10).
    ConfirmationReceived {
        /// Civil day of the answer: day zero of par. 10.
        answered_on: NaiveDate,
        /// Day of the exam, if named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        exam_on: Option<NaiveDate>,
        /// Price, if named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        price: Option<Money>,
        /// Region of the exam, if named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        venue: Option<Region>,
    },
    /// The ЦП answered no (par. 9).
    NegativeAnswerReceived {
        /// Civil day of the answer: day zero of par. 9, second part.
        answered_on: NaiveDate,
        /// Reasons, if it gave any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<String>,
        /// The answer word for word.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<String>,
    },
    /// The ЦТМ asked the ЦП for the reasons it had not given.
    ReasonsRequested {},
    /// The reasons came.
    ReasonsReceived {
        /// What they are.
        reasons: String,
    },
    /// The voucher was issued (par. 10).
    VoucherIssued {
        /// Its number.
        number: String,
        /// To whom.
        iin: Iin,
        /// Civil day of issue: day zero of validity.
        issued_on: NaiveDate,
        /// Edition that gives the days of validity: the one on the day of issue.
        validity_edition: EditionId,
        /// Last day as printed.
        last_day: NaiveDate,
        /// The ЦП named in it.
        centre: RecognitionCentre,
        /// It went over the quota of the region.
        #[serde(default)]
        over_quota: bool,
        /// When the status of unemployed was checked again.
        status_checked_on: NaiveDate,
    },
    /// A sheet of temporary incapacity arrived (par. 12).
    IncapacitySheetReceived {
        /// The sheet.
        sheet: IncapacitySheet,
        /// Civil day of receipt in АИС: day zero of par. 13.
        received_on: NaiveDate,
    },
    /// A supervisor decided whether a paper that is not a plain sheet counts.
    SheetJudged {
        /// Which sheet, by order of receipt, from 0.
        sheet: u32,
        /// It counts.
        counts: bool,
        /// Why.
        reason: String,
    },
    /// The validity was extended (par. 12–13).
    VoucherExtended {
        /// New last day.
        last_day: NaiveDate,
        /// Days added in all since issue.
        extended_by_days: u32,
    },
    /// The voucher lapsed unused (par. 11), after the grace day.
    VoucherAnnulled {
        /// Its last day.
        last_day: NaiveDate,
    },
    /// One person asked to bring a lapsed voucher back.
    ReinstatementProposed {
        /// Why.
        ground: ReinstatementGround,
        /// Note on quota or evidence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// Another person agreed: the lapse never was.
    VoucherReinstated {
        /// Why.
        ground: ReinstatementGround,
        /// Last day that holds now.
        last_day: NaiveDate,
    },
    /// One person asked to replace the ЦП in a voucher.
    ReplacementProposed {
        /// Why.
        ground: ReplacementGround,
        /// The new ЦП.
        centre: RecognitionCentre,
    },
    /// Another person agreed: same voucher, same last day, new suffix.
    VoucherReplaced {
        /// Number with its suffix.
        number: String,
        /// The new ЦП.
        centre: RecognitionCentre,
    },
    /// A proposal was turned down.
    ProposalDeclined {
        /// Why.
        reason: String,
    },
    /// A clerical error in the voucher was corrected.
    VoucherCorrected {
        /// Number of the correction, from 1.
        correction: u32,
        /// What was wrong.
        field: String,
        /// As it was.
        was: String,
        /// As it is.
        becomes: String,
        /// Why.
        reason: String,
    },
    /// The person showed the voucher at the ЦП.
    VoucherPresented {
        /// Civil day.
        on: NaiveDate,
    },
    /// The person was admitted to the procedure: the voucher is used.
    VoucherUsed {
        /// Civil day of admission.
        admitted_on: NaiveDate,
        /// A supervisor accepted a use on the grace day.
        #[serde(default)]
        accepted_late: bool,
    },
    /// The person did not come to the exam: not used, nothing to pay.
    NoShowRecorded {
        /// Day of the exam.
        exam_on: NaiveDate,
    },
    /// The commission signed its protocol (par. 16).
    ProtocolReceived {
        /// Its number.
        number: String,
        /// Day of signing: day zero of par. 16 and the year of МРП.
        signed_on: NaiveDate,
        /// Day of the exam.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        exam_on: Option<NaiveDate>,
        /// Passed or failed; both are paid.
        outcome: Outcome,
        /// Region of the exam.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        venue: Option<Region>,
        /// The exam was remote: not outside the region.
        #[serde(default)]
        remote: bool,
    },
    /// The act of services came (par. 16); several acts may come one after another.
    ActReceived {
        /// Its number.
        number: String,
        /// Day it was drawn up.
        drawn_on: NaiveDate,
        /// Civil day of receipt: day zero of par. 17.
        received_on: NaiveDate,
        /// Cost of the line of this person.
        cost: Money,
    },
    /// The act went back with all remarks.
    ActReturned {
        /// Codes or words of the remarks.
        remarks: Vec<String>,
    },
    /// The act was accepted, with the sums of par. 14–15.
    ActAccepted {
        /// What is paid and why.
        sums: Sums,
    },
    /// The profile of the profession was set.
    ProfileSet {
        /// The profile.
        profile: Profile,
        /// Where it comes from.
        source: String,
    },
    /// A payment order was sent: the term of par. 17 is met.
    PaymentSent {
        /// To whom.
        payee: Payee,
        /// How much.
        amount: Money,
        /// Number of the order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<String>,
        /// Civil day.
        sent_on: NaiveDate,
    },
    /// The bank reported the payment done: a fact, not the term.
    PaymentConfirmed {
        /// To whom.
        payee: Payee,
        /// Civil day of the bank.
        bank_on: NaiveDate,
    },
    /// Everything due is paid.
    CaseClosed {},
    /// The person withdrew the application.
    ApplicationWithdrawn {
        /// Why, if told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Something no paragraph lets us decide was passed upwards; the clocks run on.
    Escalated {
        /// Codes or words of what.
        reasons: Vec<String>,
        /// To whom.
        to: EscalatedTo,
        /// A note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// A note, a call, a consultation, evidence of an outage.
    NoteAdded {
        /// What about.
        about: NoteKind,
        /// The text.
        text: String,
    },
    /// An event of a newer program: kept byte for byte, shown as unknown, folded as nothing.
    #[serde(skip)]
    Unknown {
        /// Its kind.
        kind: String,
        /// Its version.
        version: u64,
        /// The stored text.
        raw: String,
    },
}
