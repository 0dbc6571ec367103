//! `Case`: what the events of a case add up to. Plain facts, each with its day and its person; nothing computed from today.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::actor::Office;
use super::event::{
    EscalatedTo, IncapacitySheet, Letter, NoteKind, Outcome, Payee, ReinstatementGround, ReplacementGround,
    SilenceLevel, Sums,
};
use super::stage::Stage;
use crate::application::{Application, Profile, RecognitionCentre};
use crate::check::Recorded;
use crate::law::EditionId;
use crate::money::Money;
use crate::person::Iin;
use crate::refusal::{Ground, Remark, Step};
use crate::region::Region;

/// A case. қаз. «іс», рус. «дело».
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// Number of events folded: what a command is made on.
    pub version: u64,
    /// Where it stands.
    pub stage: Stage,
    /// The application and its receipt.
    pub receipt: Option<Receipt>,
    /// Verdicts of persons, by key of the finding.
    pub recorded: BTreeMap<String, Recorded>,
    /// When and by whom it was sent to the ЦТМ.
    pub to_mobility_centre: Option<Done>,
    /// The refusal, drafted or formed.
    pub refusal: Option<Refusal>,
    /// Refusals drafted before and returned.
    pub returned_drafts: u32,
    /// When and by whom it was sent to the ЦП.
    pub to_recognition_centre: Option<Done>,
    /// What was said with the ЦП.
    pub dialogue: Dialogue,
    /// The voucher.
    pub voucher: Option<Voucher>,
    /// A proposal that waits for the second person.
    pub proposal: Option<Proposal>,
    /// The protocol.
    pub protocol: Option<Protocol>,
    /// Acts received, in order; all but the last were returned.
    pub acts: Vec<Act>,
    /// Profile set in the case, where the application had none or another.
    pub profile: Option<Profile>,
    /// Payments.
    pub payments: Vec<Payment>,
    /// What was passed upwards.
    pub escalations: Vec<Escalation>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Ids of persons who decided something in it: they do not pay.
    pub deciders: BTreeSet<String>,
    /// When it ended.
    pub ended: Option<Done>,
    /// Events of a newer program: counted, not understood.
    pub unknown: u32,
}

/// Something done: when and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The civil day.
    pub on: NaiveDate,
    /// Id of the person, if one acted.
    pub by: Option<String>,
}

/// The application as received.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// The application.
    pub application: Box<Application>,
    /// The platform's stamp.
    pub received_at: DateTime<FixedOffset>,
    /// Its civil day in the region: day zero of par. 8.
    pub received_on: NaiveDate,
    /// When it was taken in here.
    pub taken_in: Done,
    /// The КЦ.
    pub office: Office,
    /// Region of application.
    pub region: Region,
    /// Edition under which it was taken in.
    pub edition: EditionId,
}

/// A refusal on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// At which step.
    pub step: Step,
    /// What it rests on.
    pub remarks: Vec<Remark>,
    /// Grounds, each once.
    pub grounds: Vec<Ground>,
    /// Text as edited.
    pub letter: Option<Letter>,
    /// When drafted and by whom.
    pub drafted: Done,
    /// When approved and by whom.
    pub formed: Option<Done>,
    /// Its number.
    pub number: Option<String>,
    /// When sent and by whom.
    pub sent: Option<Done>,
}

/// What was said with the ЦП (par. 9–10).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dialogue {
    /// Days of reminders.
    pub reminders: Vec<NaiveDate>,
    /// How far its silence was told.
    pub silence: Option<SilenceLevel>,
    /// Its answer.
    pub answer: Option<Answer>,
    /// When reasons were asked for.
    pub reasons_requested: Option<Done>,
}

/// The answer of the ЦП.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Civil day: day zero of par. 9 second part and of par. 10.
    pub answered_on: NaiveDate,
    /// Yes or no.
    pub positive: bool,
    /// Reasons of a no.
    pub reasons: Option<String>,
    /// The answer word for word.
    pub answer: Option<String>,
    /// Day of the exam.
    pub exam_on: Option<NaiveDate>,
    /// Price it named.
    pub price: Option<Money>,
    /// Region of the exam.
    pub venue: Option<Region>,
}

/// The voucher (par. 10–13).
#[derive(Clone, Debug, PartialEq)]
pub struct Voucher {
    /// Number as it reads now, with suffixes.
    pub number: String,
    /// To whom.
    pub iin: Iin,
    /// Day zero of validity.
    pub issued_on: NaiveDate,
    /// When and by whom.
    pub issued: Done,
    /// Edition that gives the days.
    pub validity_edition: EditionId,
    /// Last day without extension.
    pub base_last_day: NaiveDate,
    /// Last day as recorded now.
    pub last_day: NaiveDate,
    /// Days added.
    pub extended_by_days: u32,
    /// The ЦП named in it.
    pub centre: RecognitionCentre,
    /// Over the quota.
    pub over_quota: bool,
    /// Sheets, in order of receipt.
    pub sheets: Vec<SheetOnFile>,
    /// Day it was shown at the ЦП.
    pub presented_on: Option<NaiveDate>,
    /// Day of admission: the use.
    pub used_on: Option<NaiveDate>,
    /// Days of exams nobody came to.
    pub no_shows: Vec<NaiveDate>,
    /// When it lapsed.
    pub annulled: Option<Done>,
    /// When it came back.
    pub reinstated: Option<Done>,
    /// Corrections made.
    pub corrections: u32,
    /// Replacements of the ЦП made.
    pub replacements: u32,
}

/// A sheet with what was done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetOnFile {
    /// The sheet.
    pub sheet: IncapacitySheet,
    /// Day zero of par. 13.
    pub received_on: NaiveDate,
    /// What a supervisor decided.
    pub judged: Option<bool>,
    /// Day the validity was extended after it.
    pub settled_on: Option<NaiveDate>,
}

/// A proposal that needs a second person.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What.
    pub what: Proposed,
    /// When and by whom.
    pub made: Done,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq)]
pub enum Proposed {
    /// Bring a lapsed voucher back.
    Reinstatement(ReinstatementGround),
    /// Replace the ЦП.
    Replacement(ReplacementGround, Box<RecognitionCentre>),
}

/// The protocol of the commission (par. 16).
#[derive(Clone, Debug, PartialEq)]
pub struct Protocol {
    /// Its number.
    pub number: String,
    /// Day of signing.
    pub signed_on: NaiveDate,
    /// Day of the exam.
    pub exam_on: Option<NaiveDate>,
    /// Passed or failed.
    pub outcome: Outcome,
    /// Region of the exam.
    pub venue: Option<Region>,
    /// Remote.
    pub remote: bool,
}

/// One act (par. 16–17).
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Its number.
    pub number: String,
    /// Day drawn up.
    pub drawn_on: NaiveDate,
    /// Day zero of par. 17.
    pub received_on: NaiveDate,
    /// Cost of the line of this person.
    pub cost: Money,
    /// Day it went back.
    pub returned_on: Option<NaiveDate>,
    /// Remarks it went back with.
    pub remarks: Vec<String>,
    /// Sums fixed when it was accepted.
    pub accepted: Option<(NaiveDate, Sums)>,
}

/// One payment (par. 17).
#[derive(Clone, Debug, PartialEq)]
pub struct Payment {
    /// To whom.
    pub payee: Payee,
    /// How much.
    pub amount: Money,
    /// Number of the order.
    pub order: Option<String>,
    /// Day of the order: the term is met.
    pub sent_on: NaiveDate,
    /// By whom.
    pub by: Option<String>,
    /// Day of the bank.
    pub bank_on: Option<NaiveDate>,
}

/// Something passed upwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Escalation {
    /// What.
    pub reasons: Vec<String>,
    /// To whom.
    pub to: EscalatedTo,
    /// A note.
    pub note: Option<String>,
    /// When and by whom.
    pub done: Done,
}

/// A note.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What about.
    pub about: NoteKind,
    /// The text.
    pub text: String,
    /// When and by whom.
    pub done: Done,
}

impl Case {
    /// Region of application, once there is an application.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        self.receipt.as_ref().map(|receipt| receipt.region)
    }

    /// The application, once there is one.
    #[must_use]
    pub fn application(&self) -> Option<&Application> {
        self.receipt.as_ref().map(|receipt| receipt.application.as_ref())
    }

    /// The profile that decides the cap: as set in the case, else as the register gave it.
    #[must_use]
    pub fn profile(&self) -> Option<Profile> {
        self.profile.or_else(|| self.application().and_then(|application| application.profession.profile))
    }

    /// The act that counts now: the last one, unless it was returned.
    #[must_use]
    pub fn act(&self) -> Option<&Act> {
        self.acts.last().filter(|act| act.returned_on.is_none())
    }

    /// Sums fixed by the accepted act.
    #[must_use]
    pub fn sums(&self) -> Option<&Sums> {
        self.act().and_then(|act| act.accepted.as_ref()).map(|(_, sums)| sums)
    }

    /// The payment order already sent to a payee.
    #[must_use]
    pub fn payment(&self, payee: Payee) -> Option<&Payment> {
        self.payments.iter().find(|payment| payment.payee == payee)
    }

    /// What is due to a payee, and nothing when nothing is.
    #[must_use]
    pub fn due_to(&self, payee: Payee) -> Option<Money> {
        let sums = self.sums()?;
        let sum = match payee {
            Payee::RecognitionCentre => sums.reimbursed,
            Payee::Person => sums.material_aid,
        };
        (!sum.is_zero()).then_some(sum)
    }
}
