//! Protocol, act and payments (par. 14–17). Sums come from `act::payment`; who decided does not pay.

use chrono::NaiveDate;

use super::super::command::Command;
use super::super::event::{Event, Payee, Sums};
use super::super::facts::Facts;
use super::super::record::Case;
use super::{missing, receipt, said, told, voucher_of};
use crate::act::{Service, SettleFault, Settlement, Venue, settle};
use crate::application::Profile;
use crate::denial::Denial;
use crate::law::Paragraph;
use crate::law::editions::Matter;
use crate::money::Money;
use crate::region::Region;

const P14: Paragraph = Paragraph::sub(14, 1);
const P16: Paragraph = Paragraph::whole(16);
const P17: Paragraph = Paragraph::whole(17);

pub(super) fn protocol(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let Command::RecordProtocol { number, signed_on, exam_on, outcome, venue, remote } = command else {
        return Ok(Vec::new());
    };
    let used_on = voucher_of(case)?.used_on;
    let signed_on = told("signed_on", *signed_on, facts.today(case), used_on)?;
    if let Some(exam_on) = exam_on {
        told("exam_on", Some(*exam_on), signed_on, used_on)?;
    }
    Ok(vec![Event::ProtocolReceived {
        number: said("number", number)?,
        signed_on,
        exam_on: *exam_on,
        outcome: outcome.ok_or_else(|| missing("outcome"))?,
        venue: *venue,
        remote: *remote,
    }])
}

pub(super) fn act(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let Command::ReceiveAct { number, drawn_on, received_on, cost } = command else { return Ok(Vec::new()) };
    let received_on = told("received_on", *received_on, facts.today(case), None)?;
    // A wrong date of drawing up is a remark to the act, not a reason not to have received it.
    let drawn_on = drawn_on.unwrap_or(received_on);
    let cost = cost.ok_or_else(|| missing("cost"))?;
    Ok(vec![Event::ActReceived { number: said("number", number)?, drawn_on, received_on, cost }])
}

pub(super) fn send_back(remarks: &[String]) -> Result<Vec<Event>, Denial> {
    let remarks: Vec<String> =
        remarks.iter().map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
    if remarks.is_empty() {
        return Err(missing("remarks"));
    }
    Ok(vec![Event::ActReturned { remarks }])
}

/// Who decided about the right does not handle the money.
fn not_decider(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    let actor = super::actor(facts)?;
    if case.deciders.contains(&actor.id) {
        return Err(Denial::by(P17, "decider_may_not_pay").with("person", &actor.id));
    }
    Ok(())
}

pub(super) fn can_accept(case: &Case, facts: &Facts<'_>) -> Result<Settlement, Denial> {
    not_decider(case, facts)?;
    let act = case.act().ok_or_else(|| Denial::by(P17, "no_act"))?;
    let protocol = case.protocol.as_ref().ok_or_else(|| Denial::by(P16, "no_protocol"))?;
    if act.drawn_on < protocol.signed_on {
        return Err(Denial::by(P16, "act_before_protocol")
            .with("drawn_on", act.drawn_on)
            .with("signed_on", protocol.signed_on));
    }
    if act.drawn_on > act.received_on {
        return Err(Denial::by(P16, "act_after_receipt")
            .with("drawn_on", act.drawn_on)
            .with("received_on", act.received_on));
    }
    let settlement = settlement(case, facts)?;
    if settlement.aid_decided {
        Ok(settlement)
    } else {
        // Paid is paid: whether the exam was outside the region of registration must be known before.
        Err(Denial::by(Paragraph::sub(14, 2), "venue_or_home_unknown"))
    }
}

/// What would be paid for this person by the act at hand, with the alternatives of A-37.
///
/// # Errors
/// [`Denial`] when profile, МРП or edition is not known.
pub(super) fn settlement(case: &Case, facts: &Facts<'_>) -> Result<Settlement, Denial> {
    let receipt = receipt(case)?;
    let voucher = voucher_of(case)?;
    let act = case.act().ok_or_else(|| Denial::by(P17, "no_act"))?;
    let protocol = case.protocol.as_ref().ok_or_else(|| Denial::by(P16, "no_protocol"))?;
    let residence = &receipt.application.residence;
    let of = |text: &Option<String>| text.as_deref().and_then(Region::of_kato);
    let venue = if protocol.remote {
        Some(Venue::Remote)
    } else {
        protocol.venue.or_else(|| of(&voucher.centre.venue_region)).map(Venue::In)
    };
    let service = Service {
        profile: case.profile(),
        price: act.cost,
        protocol: protocol.signed_on,
        issued: Some(voucher.issued_on),
        paid: Some(facts.today(case)),
        home: of(&residence.region).or_else(|| of(&residence.kato)),
        venue,
    };
    let edition = facts.edition(Matter::Forms, case, facts.today(case))?;
    settle(&service, edition, &facts.law.mrp, facts.calendar()).map_err(|fault| match fault {
        SettleFault::Edition(fault) => fault.into(),
        SettleFault::ProfileUnknown | SettleFault::BasisDateMissing(_) | SettleFault::TooLarge => {
            Denial::by(P14, fault.code())
        }
        SettleFault::Mrp(unknown) => Denial::by(P14, "mrp_unknown").with("date", unknown.date),
    })
}

pub(super) fn accept(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Denial> {
    let settlement = can_accept(case, facts)?;
    let act = case.act().ok_or_else(|| Denial::by(P17, "no_act"))?;
    let mut events = vec![Event::ActAccepted {
        sums: Sums {
            mrp: settlement.mrp,
            mrp_date: settlement.mrp_date,
            cap: settlement.cap,
            cost: act.cost,
            reimbursed: settlement.reimbursed,
            claimant_pays: settlement.claimant_pays,
            material_aid: settlement.material_aid,
        },
    }];
    if settlement.reimbursed.is_zero() && settlement.material_aid.is_zero() {
        events.push(Event::CaseClosed {});
    }
    Ok(events)
}

pub(super) fn profile(profile: Option<Profile>, source: &str) -> Result<Vec<Event>, Denial> {
    let profile = profile.ok_or_else(|| missing("profile"))?;
    Ok(vec![Event::ProfileSet { profile, source: said("source", source)? }])
}

const PAYEES: [Payee; 2] = [Payee::RecognitionCentre, Payee::Person];

/// Payees still to be paid.
fn unpaid(case: &Case) -> Vec<Payee> {
    PAYEES
        .into_iter()
        .filter(|payee| case.due_to(*payee).is_some() && case.payment(*payee).is_none())
        .collect()
}

pub(super) fn can_pay(case: &Case, facts: &Facts<'_>) -> Result<(), Denial> {
    not_decider(case, facts)?;
    if unpaid(case).is_empty() { Err(Denial::by(P17, "nothing_due")) } else { Ok(()) }
}

pub(super) fn pay(
    case: &Case,
    payee: Option<Payee>,
    amount: Option<Money>,
    order: Option<&str>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let left = unpaid(case);
    let payee = payee.ok_or_else(|| missing("payee"))?;
    if case.payment(payee).is_some() {
        return Err(Denial::by(P17, "already_paid").with("payee", word(payee)));
    }
    let due = case.due_to(payee).ok_or_else(|| Denial::by(P17, "nothing_due").with("payee", word(payee)))?;
    if let Some(amount) = amount.filter(|amount| *amount != due) {
        return Err(Denial::by(P14, "sum_differs").with("amount", amount).with("due", due));
    }
    let order = order.map(|order| order.trim().to_owned()).filter(|order| !order.is_empty());
    let mut events = vec![Event::PaymentSent { payee, amount: due, order, sent_on: facts.today(case) }];
    if left == [payee] {
        events.push(Event::CaseClosed {});
    }
    Ok(events)
}

/// The stable word of a payee.
fn word(payee: Payee) -> &'static str {
    match payee {
        Payee::RecognitionCentre => "recognition_centre",
        Payee::Person => "person",
    }
}

pub(super) fn can_confirm(case: &Case) -> Result<(), Denial> {
    let open = case.payments.iter().any(|payment| payment.bank_on.is_none());
    if open { Ok(()) } else { Err(Denial::by(P17, "no_open_payment")) }
}

pub(super) fn confirm(
    case: &Case,
    payee: Option<Payee>,
    bank_on: Option<NaiveDate>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Denial> {
    let payee = payee.ok_or_else(|| missing("payee"))?;
    let payment = case.payment(payee).filter(|payment| payment.bank_on.is_none());
    let payment = payment.ok_or_else(|| Denial::by(P17, "no_open_payment").with("payee", word(payee)))?;
    let bank_on = told("bank_on", bank_on, facts.today(case), Some(payment.sent_on))?;
    Ok(vec![Event::PaymentConfirmed { payee, bank_on }])
}
