//! Acts of services over several cases (paragraphs 14 to 17): an act is the cases that carry the same
//! recognition centre, number and day.

use super::case::{Chip, Missing};
use super::limits::{Few, Text};
use super::paper::PaperLanguage;
use super::said::Said;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Most persons one act may list in the window.
pub const PERSONS_MAX: usize = 1000;

/// Which act.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActKey {
    /// БИН of the recognition centre, or its name where there is none.
    pub centre: Text<300>,
    pub number: Text<60>,
    pub drawn_on: NaiveDate,
    /// It went back, and these cases wait for another.
    pub returned: bool,
}

/// The same, as the window gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ActKeyView {
    pub centre: String,
    pub number: String,
    pub drawn_on: NaiveDate,
    pub returned: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActsAsk {
    /// Acts whose every case is closed, instead of those that are open.
    pub closed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActState {
    /// Not in the office's books yet: being typed in.
    Draft,
    Received,
    Accepted,
    Returned,
    Closed,
}

/// One act in the list, by the clock of its payment.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActCard {
    pub key: ActKeyView,
    pub centre_name: String,
    pub received_on: NaiveDate,
    pub state: ActState,
    pub persons: u32,
    pub cost: String,
    /// To the centre; null until it is accepted.
    pub reimbursed: Option<String>,
    pub deadline: Chip,
    /// One of its cases: papers of an act are asked for by it.
    pub case: Uuid,
}

/// A recognition centre with used vouchers whose act has not come.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CentreWaiting {
    /// As in [`ActKeyView::centre`].
    pub centre: String,
    pub name: String,
    pub bin: Option<String>,
    pub vouchers: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ActsPage {
    pub acts: Vec<ActCard>,
    pub centres: Vec<CentreWaiting>,
    /// What this person lacks to enter an act; null when nothing.
    pub receive: Option<Missing>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VouchersAsk {
    pub centre: Text<300>,
}

/// A voucher with a protocol that an act may list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VoucherForAct {
    pub case: Uuid,
    pub version: u32,
    pub name: String,
    pub voucher: String,
    pub profession: String,
    pub level: Option<u8>,
    pub protocol: String,
    pub protocol_on: NaiveDate,
    pub passed: bool,
    /// The price the centre gave for this person.
    pub agreed: Option<String>,
    /// Number of the act that went back, when there was one.
    pub returned_act: Option<String>,
}

/// One ticked voucher with the price of the act.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActDraftLine {
    pub case: Uuid,
    pub version: u32,
    /// Tenge with two decimals; what cannot be read yet counts as missing.
    pub price: Text<20>,
}

/// An act as it is being typed in.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActDraft {
    pub centre: Text<300>,
    pub number: Text<60>,
    pub drawn_on: Option<NaiveDate>,
    pub received_on: Option<NaiveDate>,
    pub lines: Few<ActDraftLine, PERSONS_MAX>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActDraftPaper {
    pub draft: ActDraft,
    pub language: PaperLanguage,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActReceive {
    /// Made by the window; the same id twice changes nothing.
    pub command: Uuid,
    pub draft: ActDraft,
}

/// One person of an act with what is paid.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActLineView {
    pub case: Uuid,
    pub version: u32,
    pub name: String,
    pub voucher: String,
    pub profession: String,
    pub level: Option<u8>,
    pub protocol: String,
    pub protocol_on: NaiveDate,
    pub passed: bool,
    pub price: Option<String>,
    /// The price the centre gave for this person.
    pub agreed: Option<String>,
    /// Null where the sum cannot be reckoned; a remark says why.
    pub sums: Option<ActSums>,
}

/// What is paid for one person (paragraphs 14 and 15).
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActSums {
    /// `social` or `technical`.
    pub profile: String,
    pub mrp: String,
    pub mrp_date: NaiveDate,
    pub cap: String,
    pub reimbursed: String,
    pub claimant_pays: String,
    pub material_aid: String,
    /// What the other dates of reading A-37 would give, where the sum differs.
    pub otherwise: Vec<Said>,
}

/// A sum, in figures and in words of both languages of the paper.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SumInWords {
    pub sum: String,
    pub kk: String,
    pub ru: String,
}

/// What the examination of an act found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActRemarkView {
    pub code: String,
    pub said: Said,
    /// Paragraph of the Rules.
    pub paragraph: String,
    /// Place from one in the list of persons; null for the act as a whole.
    pub person: Option<u32>,
    pub case: Option<Uuid>,
    /// The act must go back because of it; otherwise it is only told.
    pub returns: bool,
}

/// A remark of the form that the papers on the table may call for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActRemarkChoice {
    pub code: String,
    pub said: Said,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ActView {
    pub key: ActKeyView,
    pub state: ActState,
    pub centre_name: String,
    pub centre_bin: Option<String>,
    pub received_on: NaiveDate,
    pub accepted_on: Option<NaiveDate>,
    pub returned_on: Option<NaiveDate>,
    pub deadline: Option<Chip>,
    pub lines: Vec<ActLineView>,
    pub cost: SumInWords,
    /// To the centre; null while a person's sum is not known.
    pub reimbursed: Option<SumInWords>,
    pub claimants_pay: Option<String>,
    pub material_aid: Option<String>,
    pub remarks: Vec<ActRemarkView>,
    pub choices: Vec<ActRemarkChoice>,
    /// What is missing to do it; null when it may be done.
    pub receive: Option<Missing>,
    pub accept: Option<Missing>,
    pub give_back: Option<Missing>,
}

/// A case of the act as the person saw it.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseSeen {
    pub case: Uuid,
    pub version: u32,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActAccept {
    pub command: Uuid,
    pub act: ActKey,
    pub seen: Few<CaseSeen, PERSONS_MAX>,
    /// The person saw the signature of the centre under the act: it is not in the data.
    pub signature_seen: bool,
}

/// A remark to go back with: one by its code, or the person's own words.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActRemarkSet {
    pub code: Option<Text<60>>,
    pub own: Option<Text<500>>,
    /// The person it is about; null: the act as a whole.
    pub case: Option<Uuid>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActGiveBack {
    pub command: Uuid,
    pub act: ActKey,
    pub seen: Few<CaseSeen, PERSONS_MAX>,
    pub remarks: Few<ActRemarkSet, 200>,
}
