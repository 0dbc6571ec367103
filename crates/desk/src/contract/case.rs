//! One case as the window shows it, and what may be done with it.

use super::limits::Text;
use super::said::Said;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// ◐ decided here, ● confirmed by the centre. A desk alone is its own authority: always confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Finality {
    DecidedHere,
    Confirmed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChipState {
    Overdue,
    Today,
    Tomorrow,
    Later,
    /// Someone else's turn, and the Rules set no term.
    Waiting,
    Met,
    /// Nothing runs: the case is closed.
    Nothing,
}

/// The deadline chip: shape, words and colour come from `state`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Chip {
    pub state: ChipState,
    pub paragraph: Option<String>,
    /// The day of the event, which is not counted.
    pub since: Option<NaiveDate>,
    /// The last day on which the act is in time.
    pub fatal: Option<NaiveDate>,
    /// Our own earlier aim.
    pub target: Option<NaiveDate>,
    /// Working days left (0 today), or working days late when overdue, or calendar days waited.
    pub days: u32,
    /// Closing time of the office on the last day, `18:00`.
    pub until: Option<String>,
    /// The days from the day after the event to the last one (or to today when that is later); empty
    /// when there are more than sixteen: the window then draws one bar from `since` to `fatal`.
    pub tape: Vec<TapeDay>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TapeDay {
    pub date: NaiveDate,
    pub counts: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseAsk {
    pub case: Uuid,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseView {
    pub case: Uuid,
    pub number: String,
    /// The version the next command is made on.
    pub version: u32,
    pub stage: String,
    pub stage_said: Said,
    pub finality: Finality,
    pub edition: String,
    pub edition_confirmed: bool,
    pub name: String,
    pub iin_masked: String,
    pub profession: String,
    pub level: Option<u8>,
    pub centre: String,
    pub region: String,
    /// Local time of the office, `2026-10-24T18:07`.
    pub received_at: String,
    pub owner: Option<String>,
    pub chip: Chip,
    pub fields: Vec<FieldView>,
    pub documents: Vec<DocumentView>,
    pub checks: Vec<CheckView>,
    pub deadlines: Vec<DeadlineView>,
    pub path: Vec<PathStep>,
    pub actions: Vec<ActionView>,
    pub timeline: Vec<EventView>,
    pub voucher: Option<VoucherCard>,
    pub refusal: Option<RefusalCard>,
    pub amounts: Option<AmountsView>,
    /// Papers that can be looked at now.
    pub papers: Vec<PaperCard>,
}

/// A field of Appendix 1.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FieldView {
    /// `F1-02`.
    pub id: String,
    pub label: Said,
    pub value: String,
    /// Masked in this view; `case_reveal` shows it and writes that into the journal.
    pub masked: bool,
    /// Checks that speak of this field.
    pub checks: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DocumentView {
    pub id: String,
    /// Code of the kind as `application.json` names it.
    pub kind: String,
    pub title: Said,
    /// Name of the file as it came.
    pub file: String,
    pub media: Media,
    pub bytes: u32,
    pub pages: Option<u32>,
    pub sha256: String,
    /// Not null when the copy cannot be used.
    pub problem: Option<Said>,
    pub checks: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    Pdf,
    Jpeg,
    Png,
    /// Kept, but not shown.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VerdictView {
    Pass,
    Fail,
    Warn,
    /// A person must decide.
    Human,
    NotApplicable,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CheckView {
    /// Name of the check; stable within a case.
    pub check: String,
    /// 1…9 in the order shown, for the keyboard.
    pub position: u32,
    pub verdict: VerdictView,
    pub title: Said,
    /// Code of the finding.
    pub code: String,
    /// What was found, in one line, with the facts used.
    pub text: Said,
    pub citation: Citation,
    /// `incomplete_package`, `incorrectly_filled`, `requirements_not_met`, or null where a failure is no ground.
    pub ground: Option<String>,
    /// A gate of the platform (paragraph 3): never a ground of the career centre, escalates.
    pub gate: bool,
    pub field: Option<String>,
    pub documents: Vec<String>,
    pub facts: Vec<Fact>,
    /// The one who asks may decide it now.
    pub may_record: bool,
    /// Who can clear it.
    pub cleared_by: Said,
    pub decided: Option<DecidedView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Fact {
    pub label: Said,
    pub value: String,
}

/// A place of a law, with our own short wording of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Citation {
    /// `8`, `3`, `14(1)`.
    pub paragraph: String,
    pub edition: String,
    pub text: Option<Words3>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DecidedView {
    pub by: String,
    pub at: String,
    pub reason: String,
    /// Verdict before a person looked.
    pub before: VerdictView,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineState {
    Overdue,
    Today,
    Tomorrow,
    Later,
    Met,
    MetLate,
    /// The Rules set no term; `target` is our own.
    NoTerm,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DeadlineView {
    pub citation: Citation,
    pub code: String,
    pub title: Said,
    pub actor: Said,
    pub state: DeadlineState,
    /// The day of the event; not counted.
    pub day_zero: NaiveDate,
    /// Days of the term as the edition states them.
    pub term_days: Option<u32>,
    pub working: bool,
    pub fatal: Option<NaiveDate>,
    pub target: Option<NaiveDate>,
    pub met_on: Option<NaiveDate>,
    pub days: u32,
    pub steps: Vec<DayStep>,
    pub calendar_version: String,
    /// Readings of the edition used, e.g. `receipt.nonworking`.
    pub readings: Vec<String>,
    /// The clock the chip of the case shows.
    pub main: bool,
}

/// One day of the deadline tape.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DayStep {
    pub date: NaiveDate,
    pub counts: bool,
    /// `day_zero`, `working`, `weekend`, `holiday`, `substitute`, `transfer`, `religious`, `working_weekend`.
    pub why: String,
    /// Name of the holiday in three languages, where there is one.
    pub name: Option<Words3>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Words3 {
    pub kk: String,
    pub ru: String,
    pub en: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    Done,
    Current,
    Ahead,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PathStep {
    pub code: String,
    pub title: Said,
    pub actor: Said,
    pub citation: Citation,
    /// Null: the Rules set no term for this step.
    pub term_days: Option<u32>,
    pub state: StepState,
    pub on: Option<NaiveDate>,
}

/// What may be done, and what is missing where it may not.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActionView {
    /// Snake-case name of the act: the `do` of a `CaseAct`, or `refuse_by_career_centre`, `refuse_by_mobility_centre`, `approve_refusal`, `return_refusal`, which have commands of their own.
    pub act: String,
    pub title: Said,
    pub allowed: bool,
    /// The condition that is missing.
    pub missing: Option<Missing>,
    /// What `Ctrl+Enter` does.
    pub main: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Missing {
    pub code: String,
    pub said: Said,
    pub paragraph: Option<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct EventView {
    pub sequence: u32,
    /// Local time of the office.
    pub at: String,
    pub code: String,
    pub said: Said,
    pub by: String,
    pub finality: Finality,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct VoucherCard {
    pub number: String,
    pub issued_on: NaiveDate,
    pub base_last_day: NaiveDate,
    pub last_day: NaiveDate,
    pub annul_not_before: Option<NaiveDate>,
    pub state: Said,
    pub sheets: Vec<SheetView>,
    pub centre: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SheetView {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub counted_days: u32,
    pub why: Said,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusalCard {
    /// `draft`, `to_sign`, `returned`, `formed`, `sent`.
    pub state: String,
    pub number: Option<String>,
    pub formed_on: Option<NaiveDate>,
    pub grounds: Vec<String>,
    pub comment: Option<String>,
}

/// Sums in tenge with two decimals, `27524.00`.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AmountsView {
    pub mrp: String,
    pub mrp_date: NaiveDate,
    pub price: String,
    pub cap: Option<String>,
    pub reimbursed: Option<String>,
    pub claimant_pays: Option<String>,
    pub material_aid: String,
    pub paragraphs: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PaperCard {
    pub kind: super::paper::PaperKind,
    pub title: Said,
    pub draft: bool,
    pub number: Option<String>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reveal {
    pub case: Uuid,
    /// `F1-03`, `F1-10`, `F1-14`…
    pub field: Text<10>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Revealed {
    pub value: String,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentAsk {
    pub case: Uuid,
    pub document: Text<80>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Acted {
    pub version: u32,
    pub stage: String,
}
