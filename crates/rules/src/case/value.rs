//! Values that events and commands carry: letters, sheets, grounds, payees, sums.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::money::Money;

/// Text of a letter in both languages, as a person edited it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// қазақша
    #[serde(default)]
    pub kk: String,
    /// по-русски
    #[serde(default)]
    pub ru: String,
}

/// How far the silence of a ЦП was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SilenceLevel {
    /// The officer has to remind.
    Remind,
    /// The head was told.
    Head,
    /// It is on the list for the ministry.
    Ministry,
}

impl SilenceLevel {
    /// Every level, the mildest first.
    pub const ALL: [SilenceLevel; 3] = [SilenceLevel::Remind, SilenceLevel::Head, SilenceLevel::Ministry];
}

/// A sheet of temporary incapacity (par. 12).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct IncapacitySheet {
    /// Number, if stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// What paper it is.
    #[serde(default)]
    pub paper: SheetPaper,
    /// How it came.
    #[serde(default)]
    pub channel: SheetChannel,
}

/// What paper proves the incapacity: a sheet by itself, others only with a supervisor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetPaper {
    /// A sheet of temporary incapacity.
    #[default]
    Sheet,
    /// A certificate (справка).
    Certificate,
    /// A sheet for the care of a child.
    ChildCare,
}

/// How the sheet came (par. 12, 13).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetChannel {
    /// A copy from the cabinet: the term of par. 13 runs.
    #[default]
    Copy,
    /// Data of a state system; prevails over a copy, and no term is stated.
    Integration,
}

/// Why a lapsed voucher comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum ReinstatementGround {
    /// A sheet that began in time was filed late.
    LateSheet,
    /// Proof of a timely use came late.
    TimelyUse {
        /// Day of admission.
        admitted_on: NaiveDate,
    },
}

/// Why the ЦП of a voucher is replaced. A mere wish is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplacementGround {
    /// The ЦП lost its accreditation.
    AccreditationLost,
    /// The ЦП refused after the issue.
    CentreRefused,
    /// The person would like another one: not a ground, named so that the denial can say so.
    PersonWishes,
}

/// Result of the procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Qualification recognised.
    Passed,
    /// Not recognised; the service was rendered all the same.
    Failed,
}

/// Who is paid (par. 17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payee {
    /// The ЦП, by par. 14(1).
    RecognitionCentre,
    /// The person, by par. 14(2).
    Person,
}

/// What is paid for one person and why (par. 14–15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// МРП taken.
    pub mrp: Money,
    /// The date that chose it.
    pub mrp_date: NaiveDate,
    /// Cap of the profile.
    pub cap: Money,
    /// Cost by the act.
    pub cost: Money,
    /// Paid to the ЦП.
    pub reimbursed: Money,
    /// Paid by the person himself (par. 15).
    pub claimant_pays: Money,
    /// Paid to the person, if the exam was outside the region of registration (par. 14(2)).
    pub material_aid: Money,
}

/// To whom something is passed upwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EscalatedTo {
    /// The head of the office.
    Head,
    /// The ЦТМ.
    #[default]
    MobilityCentre,
    /// The ministry.
    Ministry,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Anything.
    #[default]
    Note,
    /// A telephone call.
    Call,
    /// A consultation (par. 3); that the price was told belongs here.
    Consultation,
    /// Evidence that a system was down.
    Outage,
}
