//! The day and the queue.

use super::case::{Chip, Finality};
use super::limits::{Few, Page, Text};
use super::said::Said;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A strip of the day: the cases that share one kind of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StripKind {
    Overdue,
    Today,
    Tomorrow,
    /// Later than tomorrow.
    Later,
    /// At a recognition centre, for which the Rules set no term.
    WaitingForCentre,
    /// Vouchers whose last day comes near.
    ExpiringVouchers,
    ToSign,
    ToPrint,
    /// Decided here and not confirmed by the centre.
    NotConfirmed,
}

impl StripKind {
    pub const ALL: [StripKind; 9] = [
        StripKind::Overdue,
        StripKind::Today,
        StripKind::Tomorrow,
        StripKind::Later,
        StripKind::WaitingForCentre,
        StripKind::ExpiringVouchers,
        StripKind::ToSign,
        StripKind::ToPrint,
        StripKind::NotConfirmed,
    ];
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Strip {
    pub kind: StripKind,
    pub count: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Today {
    pub date: NaiveDate,
    /// 0 Monday … 6 Sunday.
    pub weekday: u8,
    pub working_day: bool,
    pub strips: Vec<Strip>,
    /// The most urgent case that waits for this person.
    pub next: Option<QueueRow>,
    pub notices: Vec<Said>,
    pub quota: Option<QuotaMeter>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct QuotaMeter {
    pub year: i32,
    pub allocated: u32,
    pub held: u32,
    pub issued: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QueueOrder {
    /// By the date after which the law is broken; waiting cases last.
    #[default]
    FatalDate,
    Received,
    Name,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QueueAsk {
    pub strip: Option<StripKind>,
    /// Only what waits for the one who asks.
    pub mine: bool,
    /// Closed cases instead of open ones; a register holds both when they are asked for.
    pub closed: bool,
    /// Beginnings of words of a name; the first digits of an ИИН, a phone, a voucher or an act.
    pub text: Option<Text<100>>,
    pub centre: Option<Text<300>>,
    pub stages: Few<Text<40>, 30>,
    pub order: QueueOrder,
    pub page: Page,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct QueuePage {
    pub rows: Vec<QueueRow>,
    pub total: u32,
    /// Counts of the same filter by strip.
    pub strips: Vec<Strip>,
    /// Recognition centres that occur, for the filter.
    pub centres: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct QueueRow {
    pub case: Uuid,
    /// The number people say on the phone.
    pub number: String,
    pub name: String,
    /// First six digits only: `870512······`.
    pub iin_masked: String,
    pub profession: String,
    pub centre: String,
    pub level: Option<u8>,
    pub stage: String,
    pub stage_said: Said,
    /// What is to be done next, verb first; null when nothing is.
    pub todo: Option<Said>,
    /// Who has to do it.
    pub actor: Said,
    /// The strip it stands in.
    pub strip: StripKind,
    pub deadline: Chip,
    pub checks: ChecksMeter,
    pub owner: Option<String>,
    pub finality: Finality,
    pub received_on: NaiveDate,
    pub voucher: Option<String>,
    pub voucher_last_day: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecksMeter {
    pub pass: u32,
    pub fail: u32,
    pub warn: u32,
    /// Waiting for a person.
    pub human: u32,
    pub total: u32,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchAsk {
    /// ИИН, name, number of a voucher or an act, phone.
    pub text: Text<100>,
    pub limit: u16,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SearchHits {
    pub rows: Vec<QueueRow>,
    /// There were more than fit.
    pub more: bool,
}
