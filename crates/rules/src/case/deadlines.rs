//! The clocks of a case: day zero, own target, fatal day, what met them, and the way to the day, day by day. "Overdue" is computed, never stored; where the Rules set no term the clock says so and only our own timers run.

use chrono::NaiveDate;
use serde::Serialize;

use super::decide::{silence_day, validity_now};
use super::event::{Payee, SheetChannel, SilenceLevel};
use super::facts::Facts;
use super::record::{Case, Voucher};
use crate::calendar::{Due, due};
use crate::denial::Denial;
use crate::law::editions::Matter;
use crate::law::{Edition, Paragraph, ReadingUsed, Term};
use crate::refusal::Step;

/// Which clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// Last day to apply (par. 3).
    Window,
    /// Review by the КЦ (par. 8).
    Review,
    /// Sending the refusal of the КЦ (par. 8): no term.
    SendReviewRefusal,
    /// Sending to the ЦП (par. 9).
    SendToCentre,
    /// Answer of the ЦП (par. 9): no term.
    CentreAnswer,
    /// Sending the refusal after a no (par. 9).
    SendCentreRefusal,
    /// Issue (par. 10).
    SendVoucher,
    /// Validity of the voucher (par. 10–12).
    Validity,
    /// Extension by a sheet (par. 13).
    Extend,
    /// The act from the ЦП (par. 16).
    SendAct,
    /// Payment to the ЦП (par. 17).
    PayCentre,
    /// Aid to the person (par. 17).
    PayPerson,
}

impl Clock {
    /// The stable word of the clock.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Clock::Window => "window",
            Clock::Review => "review",
            Clock::SendReviewRefusal => "send_review_refusal",
            Clock::SendToCentre => "send_to_centre",
            Clock::CentreAnswer => "centre_answer",
            Clock::SendCentreRefusal => "send_centre_refusal",
            Clock::SendVoucher => "send_voucher",
            Clock::Validity => "validity",
            Clock::Extend => "extend",
            Clock::SendAct => "send_act",
            Clock::PayCentre => "pay_centre",
            Clock::PayPerson => "pay_person",
        }
    }
}

/// One clock of a case. қаз. «мерзім», рус. «срок».
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// Which.
    pub clock: Clock,
    /// Paragraph that sets it, or that is silent.
    pub paragraph: Paragraph,
    /// Day of the event; it never counts.
    pub day_zero: NaiveDate,
    /// Our own target, the stricter reading.
    pub target: Option<NaiveDate>,
    /// Last lawful day; `None` where the Rules set no term.
    pub fatal: Option<NaiveDate>,
    /// Day it was met.
    pub met_on: Option<NaiveDate>,
    /// It was or is over the fatal day. Never true where no term is set.
    pub late: bool,
    /// It ended without being met: an act went back, a voucher lapsed, the person withdrew.
    pub ended_on: Option<NaiveDate>,
    /// Own timers while nobody answers: what happens on which day.
    pub timers: Vec<Timer>,
    /// The way to the fatal day, or to the target where there is no fatal day.
    pub explained: Option<Due>,
    /// Readings that had a say.
    pub readings: Vec<ReadingUsed>,
}

impl Deadline {
    /// The day to show: fatal, else target.
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        self.fatal.or(self.target)
    }

    /// Nothing is owed on it any more.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.met_on.is_some() || self.ended_on.is_some()
    }
}

/// An own timer: not a term of the Rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Timer {
    /// `remind`, `tell_head`, `tell_ministry`, `annul`.
    pub what: &'static str,
    /// On which day.
    pub on: NaiveDate,
}

/// All clocks of a case that have begun, in the order of the work; met ones stay for the record.
///
/// # Errors
/// [`Denial`] when an edition or the calendar does not know: a deadline is never guessed.
pub fn deadlines(case: &Case, facts: &Facts<'_>) -> Result<Vec<Deadline>, Denial> {
    let Some(receipt) = &case.receipt else { return Ok(Vec::new()) };
    let today = facts.today(case);
    let edition = facts.edition(Matter::Requirements, case, receipt.received_on)?;
    let count = Count { case, facts, today, edition };
    let mut list = Vec::new();
    list.push(count.window(receipt.received_on)?);
    count.review(&mut list, receipt.received_on)?;
    count.dialogue(&mut list)?;
    if let Some(voucher) = &case.voucher {
        count.voucher(&mut list, voucher)?;
    }
    count.money(&mut list)?;
    Ok(list)
}

struct Count<'a> {
    case: &'a Case,
    facts: &'a Facts<'a>,
    today: NaiveDate,
    edition: &'a Edition,
}

impl Count<'_> {
    /// The application against the cut-off: a fact, not a duty of the office.
    fn window(&self, received_on: NaiveDate) -> Result<Deadline, Denial> {
        let yardstick = crate::check::Yardstick::of(self.edition)?;
        let last = yardstick.last_day_to_apply(received_on);
        Ok(Deadline {
            clock: Clock::Window,
            paragraph: Paragraph::whole(3),
            day_zero: received_on,
            target: None,
            fatal: last,
            met_on: Some(received_on),
            late: last.is_some_and(|last| received_on > last),
            ended_on: None,
            timers: Vec::new(),
            explained: None,
            readings: self.edition.readings.used(&["cutoff.inclusive", "cutoff.roll", "tz_by_date"]),
        })
    }

    fn review(&self, list: &mut Vec<Deadline>, received_on: NaiveDate) -> Result<(), Denial> {
        let refusal = self.case.refusal.as_ref().filter(|refusal| refusal.step == Step::CareerCentre);
        let formed = refusal.and_then(|refusal| refusal.formed.as_ref());
        let met = self.case.to_mobility_centre.as_ref().or(formed).map(|done| done.on);
        list.push(self.clock(Clock::Review, Term::Review, received_on, met)?);
        if let Some(formed) = formed {
            let sent = refusal.and_then(|refusal| refusal.sent.as_ref()).map(|done| done.on);
            list.push(self.clock(Clock::SendReviewRefusal, Term::SendReviewRefusal, formed.on, sent)?);
        }
        Ok(())
    }

    fn dialogue(&self, list: &mut Vec<Deadline>) -> Result<(), Denial> {
        let Some(arrived) = &self.case.to_mobility_centre else { return Ok(()) };
        let sent = self.case.to_recognition_centre.as_ref().map(|done| done.on);
        list.push(self.clock(Clock::SendToCentre, Term::SendToCentre, arrived.on, sent)?);
        let Some(sent) = sent else { return Ok(()) };
        let answer = self.case.dialogue.answer.as_ref();
        let mut waiting = self.clock(
            Clock::CentreAnswer,
            Term::CentreAnswer,
            sent,
            answer.map(|answer| answer.answered_on),
        )?;
        for level in SilenceLevel::ALL {
            let what = match level {
                SilenceLevel::Remind => "remind",
                SilenceLevel::Head => "tell_head",
                SilenceLevel::Ministry => "tell_ministry",
            };
            // A day beyond the known years is not told; the others stay.
            let on = silence_day(level, sent, self.case, self.facts)?;
            waiting.timers.extend(on.map(|on| Timer { what, on }));
        }
        list.push(waiting);
        let Some(answer) = answer else { return Ok(()) };
        if answer.positive {
            let issued = self.case.voucher.as_ref().map(|voucher| voucher.issued_on);
            list.push(self.clock(Clock::SendVoucher, Term::SendVoucher, answer.answered_on, issued)?);
        } else {
            let refusal = self.case.refusal.as_ref().filter(|refusal| refusal.step == Step::MobilityCentre);
            let sent = refusal.and_then(|refusal| refusal.sent.as_ref()).map(|done| done.on);
            list.push(self.clock(
                Clock::SendCentreRefusal,
                Term::SendCentreRefusal,
                answer.answered_on,
                sent,
            )?);
        }
        Ok(())
    }

    fn voucher(&self, list: &mut Vec<Deadline>, voucher: &Voucher) -> Result<(), Denial> {
        let validity = validity_now(self.case, self.facts)?;
        let lapsed = voucher.annulled.as_ref().map(|done| done.on);
        list.push(Deadline {
            clock: Clock::Validity,
            paragraph: validity.paragraph,
            day_zero: voucher.issued_on,
            target: None,
            fatal: Some(validity.last_day),
            met_on: voucher.used_on,
            // A lapse is nobody's lateness; a use after the last day is one, accepted by a supervisor.
            late: voucher.used_on.is_some_and(|used| used > validity.last_day),
            ended_on: lapsed,
            // Lapse waits for the end of the next working day.
            timers: validity.annul_not_before.map(|on| Timer { what: "annul", on }).into_iter().collect(),
            explained: None,
            readings: validity.readings.clone(),
        });
        // The order of the sheets given to `validity` is that of those that count.
        let counted = voucher.sheets.iter().filter(|filed| filed.counts()).zip(&validity.sheets);
        for (filed, counted) in counted {
            // Integrated data need no copy, and so no term runs (par. 13); a sheet that adds nothing asks for nothing.
            let runs = match filed.sheet.channel {
                SheetChannel::Copy => counted.counted_days > 0,
                SheetChannel::Integration => false,
            };
            if runs {
                list.push(self.clock(Clock::Extend, Term::Extend, filed.received_on, filed.settled_on)?);
            }
        }
        Ok(())
    }

    fn money(&self, list: &mut Vec<Deadline>) -> Result<(), Denial> {
        let Some(protocol) = &self.case.protocol else { return Ok(()) };
        let first = self.case.acts.first().map(|act| act.received_on);
        list.push(self.clock(Clock::SendAct, Term::SendAct, protocol.signed_on, first)?);
        for act in &self.case.acts {
            for (clock, payee) in
                [(Clock::PayCentre, Payee::RecognitionCentre), (Clock::PayPerson, Payee::Person)]
            {
                let returned = act.returned_on.is_some();
                // Before the act is accepted nobody knows whether aid is due; then only what is due has a clock.
                let known = act.accepted.as_ref().map(|(_, sums)| sums);
                let due_sum = match (clock, known) {
                    (Clock::PayPerson, Some(sums)) => !sums.material_aid.is_zero(),
                    (Clock::PayCentre, Some(sums)) => !sums.reimbursed.is_zero(),
                    (_, _) => true,
                };
                if !due_sum {
                    continue;
                }
                let paid = self.case.payment(payee).filter(|_| !returned).map(|payment| payment.sent_on);
                let mut deadline = self.clock(clock, Term::Pay, act.received_on, paid)?;
                // The old clock of a returned act stays visible beside the new one.
                deadline.ended_on = act.returned_on.or(deadline.ended_on);
                if returned {
                    deadline.late =
                        deadline.fatal.is_some_and(|fatal| act.returned_on.is_some_and(|on| on > fatal));
                }
                list.push(deadline);
            }
        }
        Ok(())
    }

    fn clock(
        &self,
        clock: Clock,
        term: Term,
        day_zero: NaiveDate,
        met_on: Option<NaiveDate>,
    ) -> Result<Deadline, Denial> {
        // Terms of an act belong to the edition in force when it became due, unless the caller rehearses.
        let edition = self.facts.edition(Matter::Forms, self.case, day_zero).unwrap_or(self.edition);
        let rule = edition.term(term)?;
        let count = |days: u32| due(day_zero, days, self.facts.calendar(), self.facts.week);
        let fatal = rule.working_days.map(count).transpose()?;
        let target = rule.target_working_days.map(count).transpose()?;
        let (fatal_day, target_day) = (fatal.as_ref().map(|one| one.due), target.as_ref().map(|one| one.due));
        let ended_on = match &self.case.ended {
            Some(ended) if met_on.is_none() => Some(ended.on),
            Some(_) | None => None,
        };
        let last = met_on.or(ended_on).unwrap_or(self.today);
        let names: Vec<&str> = rule.readings.iter().map(String::as_str).collect();
        Ok(Deadline {
            clock,
            paragraph: rule.paragraph,
            day_zero,
            target: target_day,
            fatal: fatal_day,
            met_on,
            late: fatal_day.is_some_and(|fatal| last > fatal),
            ended_on,
            timers: Vec::new(),
            explained: fatal.or(target),
            readings: edition.readings.used(&names),
        })
    }
}
