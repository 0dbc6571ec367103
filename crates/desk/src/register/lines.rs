//! From cases to the rows of a register: which case stands in which, and what each column says.

use super::sheet::{Cell, Column, Holds, Kind, Parameter, Register};
use chrono::NaiveDate;
use rules::case::event::Payee;
use rules::case::record::{Case, Payment, Voucher};
use rules::refusal::{Ground, Step};
use words::{Lang, msg};

/// A case as a register needs it: its facts, and the dates that depend on the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Filed<'a> {
    pub case: &'a Case,
    /// Last day of par. 8.
    pub review_due: Option<NaiveDate>,
    /// Last day of par. 17.
    pub payment_due: Option<NaiveDate>,
}

/// What was asked for. The cases are those the screen shows; `parameters` tell how they were chosen.
#[derive(Clone, Debug)]
pub struct Asked {
    pub kind: Kind,
    pub lang: Lang,
    pub parameters: Vec<Parameter>,
}

/// The register of these cases, in their order, numbered from one.
#[must_use]
pub fn register(asked: Asked, cases: &[Filed<'_>]) -> Register {
    let Asked { kind, lang, parameters } = asked;
    let mut rows: Vec<Vec<Cell>> = match kind {
        Kind::Applications => cases.iter().filter_map(|filed| application(filed, lang)).collect(),
        Kind::Refusals => cases.iter().filter_map(|filed| refusal(filed, lang)).collect(),
        Kind::Vouchers => cases.iter().filter_map(|filed| voucher(filed, lang)).collect(),
        Kind::Payments => cases.iter().flat_map(|filed| payments(filed, lang)).collect(),
    };
    for (place, row) in rows.iter_mut().enumerate() {
        row.insert(0, Cell::Number(i64::try_from(place + 1).unwrap_or(i64::MAX)));
    }
    Register { kind, lang, columns: columns(kind, lang), rows, parameters }
}

fn columns(kind: Kind, lang: Lang) -> Vec<Column> {
    let column = |heading: String, holds, width| Column { heading, holds, width };
    let place = column(msg::register_place(lang), Holds::Number, 6);
    let name = column(msg::register_name(lang), Holds::Text, 34);
    let iin = column(msg::register_iin(lang), Holds::Digits, 15);
    let profession = column(msg::register_profession(lang), Holds::Text, 26);
    let level = column(msg::register_level(lang), Holds::Number, 9);
    let centre = column(msg::register_centre(lang), Holds::Text, 34);
    match kind {
        Kind::Applications => vec![
            place,
            column(msg::register_application_number(lang), Holds::Text, 19),
            column(msg::register_received(lang), Holds::Date, 12),
            name,
            iin,
            profession,
            level,
            centre,
            column(msg::register_due(lang, "8"), Holds::Date, 12),
            column(msg::register_decision(lang), Holds::Text, 20),
            column(msg::register_decided(lang), Holds::Date, 12),
        ],
        Kind::Refusals => vec![
            place,
            column(msg::register_refusal_number(lang), Holds::Text, 17),
            column(msg::register_formed(lang), Holds::Date, 12),
            name,
            iin,
            column(msg::register_application_number(lang), Holds::Text, 19),
            profession,
            column(msg::register_paragraph(lang), Holds::Text, 9),
            column(msg::register_grounds(lang), Holds::Text, 44),
            column(msg::register_sent(lang), Holds::Date, 12),
        ],
        Kind::Vouchers => vec![
            place,
            column(msg::register_voucher_number(lang), Holds::Text, 19),
            column(msg::register_issued(lang), Holds::Date, 12),
            name,
            iin,
            profession,
            level,
            centre,
            column(msg::register_base_last_day(lang), Holds::Date, 14),
            column(msg::register_extended_days(lang), Holds::Number, 11),
            column(msg::register_last_day(lang), Holds::Date, 12),
            column(msg::register_used(lang), Holds::Date, 12),
            column(msg::register_state(lang), Holds::Text, 16),
        ],
        Kind::Payments => vec![
            place,
            column(msg::register_act_number(lang), Holds::Text, 16),
            column(msg::register_act_received(lang), Holds::Date, 12),
            column(msg::register_due(lang, "17"), Holds::Date, 12),
            column(msg::register_payee(lang), Holds::Text, 34),
            column(msg::register_payee_number(lang), Holds::Digits, 15),
            column(msg::register_voucher_number(lang), Holds::Text, 19),
            column(msg::register_cost(lang), Holds::Money, 15),
            column(msg::register_cap(lang), Holds::Money, 15),
            column(msg::register_claimant_pays(lang), Holds::Money, 15),
            column(msg::register_amount(lang), Holds::Money, 15),
            column(msg::register_order(lang), Holds::Text, 14),
            column(msg::register_order_date(lang), Holds::Date, 12),
            column(msg::register_bank_date(lang), Holds::Date, 12),
        ],
    }
}

fn application(filed: &Filed<'_>, lang: Lang) -> Option<Vec<Cell>> {
    let case = filed.case;
    let receipt = case.receipt.as_ref()?;
    let application = &receipt.application;
    let (decision, decided): (Cell, Option<NaiveDate>) = match (&case.to_mobility_centre, &case.refusal) {
        (Some(done), _) => (msg::register_forwarded(lang).into(), Some(done.on)),
        (None, Some(refusal)) if refusal.formed.is_some() => {
            (msg::register_refused(lang).into(), refusal.formed.as_ref().map(|done| done.on))
        }
        (None, Some(_) | None) => match (case.stage == rules::case::Stage::Withdrawn, &case.ended) {
            (true, ended) => (msg::register_withdrawn(lang).into(), ended.as_ref().map(|done| done.on)),
            (false, _) => (Cell::Empty, None),
        },
    };
    Some(vec![
        application.number.clone().into(),
        receipt.received_on.into(),
        application.applicant.full_name().into(),
        application.applicant.iin.clone().into(),
        application.profession.name.clone().into(),
        application.level.map(u32::from).into(),
        application.recognition_centre.name.clone().into(),
        filed.review_due.into(),
        decision,
        decided.into(),
    ])
}

fn refusal(filed: &Filed<'_>, lang: Lang) -> Option<Vec<Cell>> {
    let case = filed.case;
    let refusal = case.refusal.as_ref()?;
    // A draft is no refusal.
    let formed = refusal.formed.as_ref()?;
    let application = case.application()?;
    let grounds: Vec<String> = refusal.grounds.iter().map(|ground| ground_text(*ground, lang)).collect();
    let paragraph = match refusal.step {
        Step::CareerCentre => "8",
        Step::MobilityCentre => "9",
    };
    Some(vec![
        refusal.number.clone().into(),
        formed.on.into(),
        application.applicant.full_name().into(),
        application.applicant.iin.clone().into(),
        application.number.clone().into(),
        application.profession.name.clone().into(),
        paragraph.into(),
        grounds.join("; ").into(),
        refusal.sent.as_ref().map(|done| done.on).into(),
    ])
}

fn ground_text(ground: Ground, lang: Lang) -> String {
    match ground {
        Ground::IncompletePackage => msg::register_ground_incomplete(lang),
        Ground::IncorrectlyFilled => msg::register_ground_filled(lang),
        Ground::RequirementsNotMet => msg::register_ground_requirements(lang),
        Ground::NegativeAnswer => msg::register_ground_negative(lang),
    }
}

fn voucher(filed: &Filed<'_>, lang: Lang) -> Option<Vec<Cell>> {
    let case = filed.case;
    let voucher = case.voucher.as_ref()?;
    let application = case.application()?;
    Some(vec![
        voucher.number.clone().into(),
        voucher.issued_on.into(),
        application.applicant.full_name().into(),
        voucher.iin.to_string().into(),
        application.profession.name.clone().into(),
        application.level.map(u32::from).into(),
        voucher.centre.name.clone().into(),
        voucher.base_last_day.into(),
        Cell::from((voucher.extended_by_days > 0).then_some(voucher.extended_by_days)),
        voucher.last_day.into(),
        voucher.used_on.into(),
        state(voucher, lang).into(),
    ])
}

/// What was recorded, not what follows from today: a lapse that is not recorded yet is not in a register.
fn state(voucher: &Voucher, lang: Lang) -> String {
    let lapsed = match (&voucher.annulled, &voucher.reinstated) {
        (Some(annulled), Some(reinstated)) => annulled.at > reinstated.at,
        (Some(_), None) => true,
        (None, Some(_) | None) => false,
    };
    if voucher.used_on.is_some() {
        msg::register_state_used(lang)
    } else if lapsed {
        msg::register_state_annulled(lang)
    } else {
        msg::register_state_issued(lang)
    }
}

fn payments(filed: &Filed<'_>, lang: Lang) -> Vec<Vec<Cell>> {
    let case = filed.case;
    let (Some(application), Some(voucher), Some(act)) = (case.application(), &case.voucher, case.act())
    else {
        return Vec::new();
    };
    let due = [Payee::RecognitionCentre, Payee::Person]
        .into_iter()
        .filter_map(|payee| Some((payee, case.due_to(payee)?)));
    due.map(|(payee, amount)| {
        let payment: Option<&Payment> = case.payment(payee);
        let sums = case.sums();
        let (name, number, of_centre) = match payee {
            Payee::RecognitionCentre => (voucher.centre.name.clone(), voucher.centre.bin.clone(), true),
            Payee::Person => (
                Some(msg::register_aid_to(lang, &application.applicant.full_name())),
                Some(voucher.iin.to_string()),
                false,
            ),
        };
        // The price, the cap and the own share belong to the line of the centre; aid has none of them.
        let of_centre = |sum: Option<rules::money::Money>| Cell::from(sum.filter(|_| of_centre));
        vec![
            act.number.clone().into(),
            act.received_on.into(),
            filed.payment_due.into(),
            name.into(),
            number.into(),
            voucher.number.clone().into(),
            of_centre(sums.map(|sums| sums.cost)),
            of_centre(sums.map(|sums| sums.cap)),
            of_centre(sums.map(|sums| sums.claimant_pays)),
            payment.map_or(amount, |payment| payment.amount).into(),
            payment.and_then(|payment| payment.order.clone()).into(),
            payment.map(|payment| payment.sent_on).into(),
            payment.and_then(|payment| payment.bank_on).into(),
        ]
    })
    .collect()
}
