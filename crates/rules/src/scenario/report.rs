//! What a run came to, case by case, in plain shapes for the answer of `tanu-cli run` and for tests.

use chrono::NaiveDate;
use serde::Serialize;

use super::read::Scenario;
use super::run::Run;
use crate::case::event::{Payee, Sums};
use crate::case::{By, Case, Clock, Deadline, Facts, Stage, deadlines};
use crate::law::{Law, Paragraph};
use crate::money::Money;

/// One case at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseReport {
    /// Its name in the scenario.
    pub id: String,
    /// Where it stands.
    pub stage: Stage,
    /// Its clocks.
    pub deadlines: Vec<DeadlineReport>,
    /// Its voucher.
    pub voucher: Option<VoucherReport>,
    /// Its sums, once the act is accepted.
    pub amounts: Option<Amounts>,
    /// Grounds of its refusal.
    pub grounds: Vec<&'static str>,
    /// What was passed upwards.
    pub escalations: Vec<String>,
}

/// One clock at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadlineReport {
    /// Paragraph that sets it, or is silent.
    pub paragraph: Paragraph,
    /// Which clock.
    pub clock: Clock,
    /// Day of the event.
    pub day_zero: NaiveDate,
    /// Last lawful day; `null` where the Rules set no term.
    pub due: Option<NaiveDate>,
    /// Own target.
    pub target: Option<NaiveDate>,
    /// Day it was met.
    pub met_on: Option<NaiveDate>,
    /// Over the last lawful day.
    pub late: bool,
    /// Day it ended without being met.
    pub ended_on: Option<NaiveDate>,
}

/// A voucher at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VoucherReport {
    /// Number.
    pub number: String,
    /// Day of issue.
    pub issued_on: NaiveDate,
    /// Last day without extension.
    pub base_last_day: NaiveDate,
    /// Last day.
    pub last_day: NaiveDate,
    /// Days added.
    pub extended_by_days: u32,
    /// The ЦП named.
    pub recognition_centre: Option<String>,
    /// Over the quota.
    pub over_quota: bool,
    /// Day of use.
    pub used_on: Option<NaiveDate>,
    /// Day it lapsed.
    pub annulled_on: Option<NaiveDate>,
    /// Day it came back.
    pub reinstated_on: Option<NaiveDate>,
}

/// Sums at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amounts {
    /// Sums of par. 14–15.
    #[serde(flatten)]
    pub sums: Sums,
    /// Orders sent.
    pub paid: Vec<PaidReport>,
}

/// One order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PaidReport {
    /// To whom.
    pub payee: Payee,
    /// How much.
    pub amount: Money,
    /// Day of the order.
    pub sent_on: NaiveDate,
    /// Day of the bank.
    pub bank_on: Option<NaiveDate>,
}

/// Every case of a run as it stands at the last moment.
#[must_use]
pub fn report(scenario: &Scenario, run: &Run, law: &Law) -> Vec<CaseReport> {
    let Some(at) = run.until else { return Vec::new() };
    let facts = Facts {
        law,
        at,
        by: By::Program,
        region: scenario.region,
        week: scenario.week,
        earlier: &[],
        parallel: 0,
        quota_left: None,
        office_closes: scenario.office_closes,
        next_number: None,
        edition: scenario.edition.clone(),
    };
    let reports = run.cases.iter().map(|(id, entries)| {
        let case = Case::fold(entries);
        let clocks = deadlines(&case, &facts).unwrap_or_default();
        CaseReport {
            id: id.clone(),
            stage: case.stage,
            deadlines: clocks.iter().map(deadline).collect(),
            voucher: voucher(&case),
            amounts: amounts(&case),
            grounds: case
                .refusal
                .iter()
                .flat_map(|refusal| refusal.grounds.iter().map(|one| one.code()))
                .collect(),
            escalations: case.escalations.iter().flat_map(|one| one.reasons.clone()).collect(),
        }
    });
    reports.collect()
}

fn deadline(one: &Deadline) -> DeadlineReport {
    DeadlineReport {
        paragraph: one.paragraph,
        clock: one.clock,
        day_zero: one.day_zero,
        due: one.fatal,
        target: one.target,
        met_on: one.met_on,
        late: one.late,
        ended_on: one.ended_on,
    }
}

fn voucher(case: &Case) -> Option<VoucherReport> {
    let voucher = case.voucher.as_ref()?;
    Some(VoucherReport {
        number: voucher.number.clone(),
        issued_on: voucher.issued_on,
        base_last_day: voucher.base_last_day,
        last_day: voucher.last_day,
        extended_by_days: voucher.extended_by_days,
        recognition_centre: voucher.centre.name.clone(),
        over_quota: voucher.over_quota,
        used_on: voucher.used_on,
        annulled_on: voucher.annulled.as_ref().map(|done| done.on),
        reinstated_on: voucher.reinstated.as_ref().map(|done| done.on),
    })
}

fn amounts(case: &Case) -> Option<Amounts> {
    let sums = case.sums()?.clone();
    let paid = case.payments.iter().map(|one| PaidReport {
        payee: one.payee,
        amount: one.amount,
        sent_on: one.sent_on,
        bank_on: one.bank_on,
    });
    Some(Amounts { sums, paid: paid.collect() })
}
