//! Reads one command of a scenario: its name in snake case and its fields, each under its own name or a likely one.

use serde_json::Value;

use super::read::region;
use crate::application::reader::{self, Node, ReadError, ReadProblem, key, shown, text_of};
use crate::application::{Application, Profile, RecognitionCentre};
use crate::case::event::{
    EscalatedTo, IncapacitySheet, Letter, NoteKind, Outcome, Payee, ReinstatementGround, ReplacementGround,
    SheetChannel, SheetPaper,
};
use crate::case::{Command, CommandKind};
use crate::check::Verdict;

/// Reads a command. Fields that were not understood are added to `unread`.
///
/// # Errors
/// [`ReadError`] when the command is not known or a field has a wrong type.
pub fn read_command(
    path: &str,
    name: &str,
    fields: &Value,
    unread: &mut Vec<String>,
) -> Result<Command, ReadError> {
    let name_key = key(name);
    let (word, preset) = alias(&name_key);
    let kind = CommandKind::find(word).ok_or_else(|| ReadError {
        path: path.to_owned(),
        problem: ReadProblem::Value {
            found: shown(name),
            expected: "a command of docs/SCENARIO.md in snake case, or \"tick\"",
        },
    })?;
    let path = format!("{path}.{name}");
    // A bare text stands for the one text a command cannot do without.
    let wrapped;
    let fields = match (fields, kind.fields().first()) {
        (Value::String(text), Some(first)) => {
            wrapped =
                Value::Object(std::iter::once(((*first).to_owned(), Value::String(text.clone()))).collect());
            &wrapped
        }
        (Value::Null | Value::Bool(true), _) => {
            wrapped = Value::Object(serde_json::Map::new());
            &wrapped
        }
        (other, _) => other,
    };
    let node = Node::new(path, fields)?;
    let command = fill(kind, preset, &node, fields)?;
    // An application lists for itself what was not understood in it.
    if kind != CommandKind::ReceiveApplication {
        unread.extend(node.leftovers());
    }
    Ok(command)
}

/// Other words people use for a command, and the payee some of them imply.
fn alias(word: &str) -> (&str, Option<Payee>) {
    match word {
        "pay_centre" | "pay_recognition_centre" | "pay_center" => {
            ("send_payment", Some(Payee::RecognitionCentre))
        }
        "pay_person" | "pay_claimant" | "pay_aid" => ("send_payment", Some(Payee::Person)),
        "pay" | "record_payment" => ("send_payment", None),
        "record_bank_date" => ("confirm_payment", None),
        "withdraw_application" => ("withdraw", None),
        "use_voucher" | "record_admission" => ("record_use", None),
        "receive_sheet" | "record_incapacity_sheet" | "receive_incapacity_sheet" => ("record_sheet", None),
        "confirm_by_recognition_centre" | "record_positive_answer" | "receive_confirmation" => {
            ("record_confirmation", None)
        }
        "decline_by_recognition_centre" | "receive_negative_answer" => ("record_negative_answer", None),
        "sign_protocol" | "receive_protocol" => ("record_protocol", None),
        "forward_to_ctm" => ("forward_to_mobility_centre", None),
        "forward_to_cp" => ("forward_to_recognition_centre", None),
        "reinstate_voucher" => ("approve_reinstatement", None),
        "replace_centre" => ("approve_replacement", None),
        "extend" => ("extend_voucher", None),
        "issue" => ("issue_voucher", None),
        "note" => ("add_note", None),
        other => (other, None),
    }
}

fn fill(
    kind: CommandKind,
    payee: Option<Payee>,
    node: &Node<'_>,
    fields: &Value,
) -> Result<Command, ReadError> {
    let text = |names: &[&str]| node.text(names);
    let needed = |names: &[&str]| Ok::<_, ReadError>(node.text(names)?.unwrap_or_default());
    Ok(match kind {
        CommandKind::ReceiveApplication => receive(node, fields)?,
        CommandKind::RecordCheck => Command::RecordCheck {
            check: check_key(node)?,
            verdict: verdict(node)?,
            note: text(&["note", "reason", "fact"])?,
        },
        CommandKind::ForwardToMobilityCentre => Command::ForwardToMobilityCentre {},
        CommandKind::RefuseByCareerCentre => Command::RefuseByCareerCentre {
            grounds: strings(node, &["grounds", "ground"])?,
            letter: letter(node)?,
        },
        CommandKind::ApproveRefusal => Command::ApproveRefusal { number: text(&["number"])? },
        CommandKind::ReturnRefusal => {
            Command::ReturnRefusal { comment: needed(&["comment", "reason", "note"])? }
        }
        CommandKind::SendRefusal => Command::SendRefusal {},
        CommandKind::ForwardToRecognitionCentre => Command::ForwardToRecognitionCentre {},
        CommandKind::RemindRecognitionCentre => Command::RemindRecognitionCentre {
            channel: text(&["channel", "how"])?,
            note: text(&["note", "text"])?,
        },
        CommandKind::RecordConfirmation => Command::RecordConfirmation {
            answered_on: node.date(&["answered_on", "on", "date", "confirmed_on"])?,
            exam_on: node.date(&["exam_on", "exam_date", "exam"])?,
            price: node.money(&["price", "cost"])?,
            venue: region(node, &["venue", "venue_region", "region"])?,
        },
        CommandKind::RecordNegativeAnswer => Command::RecordNegativeAnswer {
            answered_on: node.date(&["answered_on", "on", "date"])?,
            reasons: text(&["reasons", "reason"])?,
            answer: text(&["answer", "text", "quote"])?,
        },
        CommandKind::RequestReasons => Command::RequestReasons {},
        CommandKind::RecordReasons => {
            Command::RecordReasons { reasons: needed(&["reasons", "reason", "text"])? }
        }
        CommandKind::RefuseByMobilityCentre => Command::RefuseByMobilityCentre {
            grounds: strings(node, &["grounds", "ground"])?,
            letter: letter(node)?,
        },
        CommandKind::IssueVoucher => Command::IssueVoucher {
            number: text(&["number", "voucher_number"])?,
            registered_unemployed: node.flag(&[
                "registered_unemployed",
                "unemployed",
                "status_rechecked",
                "status_confirmed",
                "still_unemployed",
            ])?,
        },
        CommandKind::RecordSheet => Command::RecordSheet {
            sheet: sheet(node)?,
            received_on: node.date(&["received_on", "received", "on"])?,
        },
        CommandKind::JudgeSheet => Command::JudgeSheet {
            sheet: small(node.number(&["sheet", "index", "number"])?),
            counts: node.flag(&["counts", "accept", "accepted"])?.unwrap_or(false),
            reason: needed(&["reason", "note"])?,
        },
        CommandKind::ExtendVoucher => Command::ExtendVoucher {},
        CommandKind::ProposeReinstatement => Command::ProposeReinstatement {
            ground: reinstatement(node)?,
            note: text(&["note", "evidence", "reason"])?,
        },
        CommandKind::ApproveReinstatement => Command::ApproveReinstatement {},
        CommandKind::ProposeReplacement => Command::ProposeReplacement {
            ground: word(node, &["ground", "reason"], REPLACEMENT)?,
            centre: centre(node)?,
        },
        CommandKind::ApproveReplacement => Command::ApproveReplacement {},
        CommandKind::DeclineProposal => {
            Command::DeclineProposal { reason: needed(&["reason", "note", "comment"])? }
        }
        CommandKind::CorrectVoucher => Command::CorrectVoucher {
            field: needed(&["field"])?,
            was: needed(&["was", "from", "old"])?,
            becomes: needed(&["becomes", "to", "new", "is"])?,
            reason: needed(&["reason", "note"])?,
        },
        CommandKind::RecordPresentation => {
            Command::RecordPresentation { on: node.date(&["on", "presented_on", "date"])? }
        }
        CommandKind::RecordUse => {
            Command::RecordUse { admitted_on: node.date(&["admitted_on", "on", "date", "used_on"])? }
        }
        CommandKind::RecordNoShow => {
            Command::RecordNoShow { exam_on: node.date(&["exam_on", "on", "date", "exam_date"])? }
        }
        CommandKind::RecordProtocol => Command::RecordProtocol {
            number: needed(&["number", "protocol_number", "protocol"])?,
            signed_on: node.date(&["signed_on", "on", "date", "signed"])?,
            exam_on: node.date(&["exam_on", "exam_date", "exam"])?,
            outcome: outcome(node)?,
            venue: region(node, &["venue", "venue_region"])?,
            remote: node.flag(&["remote", "online"])?.unwrap_or(false),
        },
        CommandKind::ReceiveAct => Command::ReceiveAct {
            number: needed(&["number", "act_number", "act"])?,
            drawn_on: node.date(&["drawn_on", "drawn", "date", "act_date"])?,
            received_on: node.date(&["received_on", "received", "on"])?,
            cost: node.money(&["cost", "price", "sum", "amount", "total"])?,
        },
        CommandKind::ReturnAct => {
            Command::ReturnAct { remarks: strings(node, &["remarks", "remark", "reasons", "reason"])? }
        }
        CommandKind::AcceptAct => Command::AcceptAct {},
        CommandKind::SetProfile => Command::SetProfile {
            profile: word(node, &["profile"], PROFILES)?,
            source: needed(&["source", "reason", "note"])?,
        },
        CommandKind::SendPayment => Command::SendPayment {
            payee: payee
                .map_or_else(|| word(node, &["payee", "to", "who"], PAYEES), |payee| Ok(Some(payee)))?,
            amount: node.money(&["amount", "sum"])?,
            order: text(&["order", "order_number", "number"])?,
        },
        CommandKind::ConfirmPayment => Command::ConfirmPayment {
            payee: word(node, &["payee", "to", "who"], PAYEES)?,
            bank_on: node.date(&["bank_on", "on", "date", "bank_date"])?,
        },
        CommandKind::Withdraw => Command::Withdraw { reason: text(&["reason", "note"])? },
        CommandKind::Escalate => Command::Escalate {
            reasons: strings(node, &["reasons", "reason", "codes"])?,
            to: word(node, &["to", "level"], ESCALATED)?.unwrap_or_default(),
            note: text(&["note", "text"])?,
        },
        CommandKind::AddNote => Command::AddNote {
            about: word(node, &["about", "kind", "type"], NOTES)?.unwrap_or_default(),
            text: needed(&["text", "note"])?,
        },
        CommandKind::Tick => Command::Tick {},
    })
}

/// The application inside, or the whole object when it is one.
fn receive(node: &Node<'_>, fields: &Value) -> Result<Command, ReadError> {
    let office = node.text(&["office"])?;
    let application = match node.find(&["application"]) {
        Some((path, value)) => within(&path, Application::from_value(value))?,
        None => {
            let mut own = fields.clone();
            if let Value::Object(map) = &mut own {
                map.remove("office");
            }
            within(&node.at("application"), Application::from_value(&own))?
        }
    };
    Ok(Command::ReceiveApplication { application: Box::new(application), office })
}

/// The path of a fault inside the application, seen from the scenario.
fn within<T>(path: &str, read: Result<T, ReadError>) -> Result<T, ReadError> {
    read.map_err(|error| {
        let inner = if error.path == "$" { path.to_owned() } else { format!("{path}.{}", error.path) };
        ReadError { path: inner, ..error }
    })
}

/// A check by its key, or by name and copy apart.
fn check_key(node: &Node<'_>) -> Result<String, ReadError> {
    let check = node.text(&["check", "key", "id"])?.unwrap_or_default();
    match node.text(&["field", "document", "copy"])? {
        Some(field) if field.bytes().all(|b| b.is_ascii_digit()) => Ok(format!("{check}:documents[{field}]")),
        Some(field) if field.contains('[') => Ok(format!("{check}:{field}")),
        Some(_) | None => Ok(check),
    }
}

fn verdict(node: &Node<'_>) -> Result<Verdict, ReadError> {
    let verdict = word(node, &["verdict", "result"], VERDICTS)?;
    verdict.ok_or_else(|| ReadError {
        path: node.at("verdict"),
        problem: ReadProblem::Missing("\"verdict\": pass or fail"),
    })
}

fn letter(node: &Node<'_>) -> Result<Option<Letter>, ReadError> {
    let names = &["letter", "text"];
    let Some(inner) = node.child_if_object(names) else {
        // One text stands for both languages.
        return Ok(node.text(names)?.map(|text| Letter { kk: text.clone(), ru: text }));
    };
    Ok(Some(Letter {
        kk: inner.text(&["kk"])?.unwrap_or_default(),
        ru: inner.text(&["ru"])?.unwrap_or_default(),
    }))
}

fn sheet(node: &Node<'_>) -> Result<Option<IncapacitySheet>, ReadError> {
    let inner = node.child_if_object(&["sheet"]);
    let about = inner.as_ref().unwrap_or(node);
    let (from, to) = (about.date(&["from", "start", "begin"])?, about.date(&["to", "end", "until"])?);
    let (Some(from), Some(to)) = (from, to) else { return Ok(None) };
    Ok(Some(IncapacitySheet {
        number: about.text(&["number"])?,
        from,
        to,
        paper: word(about, &["paper", "kind", "type"], PAPERS)?.unwrap_or_default(),
        channel: word(about, &["channel", "source"], CHANNELS)?.unwrap_or_default(),
    }))
}

fn reinstatement(node: &Node<'_>) -> Result<Option<ReinstatementGround>, ReadError> {
    let admitted_on = node.date(&["admitted_on", "used_on", "on"])?;
    let ground = match node.child_if_object(&["ground"]) {
        Some(inner) => {
            let admitted_on = inner.date(&["admitted_on", "used_on"])?.or(admitted_on);
            (word(&inner, &["is", "kind", "ground"], REINSTATEMENT)?, admitted_on)
        }
        None => (word(node, &["ground"], REINSTATEMENT)?, admitted_on),
    };
    match ground {
        (Some(true), None) => Err(ReadError {
            path: node.at("admitted_on"),
            problem: ReadProblem::Missing("\"admitted_on\": the day of admission"),
        }),
        (Some(true) | None, Some(admitted_on)) => Ok(Some(ReinstatementGround::TimelyUse { admitted_on })),
        (Some(false), _) => Ok(Some(ReinstatementGround::LateSheet)),
        (None, None) => Ok(None),
    }
}

/// A ЦП as in an application.
fn centre(node: &Node<'_>) -> Result<RecognitionCentre, ReadError> {
    match node.find(&["centre", "recognition_centre", "center", "new_centre"]) {
        Some((path, value)) => {
            let wrapped =
                Value::Object(std::iter::once(("recognition_centre".to_owned(), value.clone())).collect());
            Ok(within(&path, Application::from_value(&wrapped))?.recognition_centre)
        }
        None => Ok(RecognitionCentre::default()),
    }
}

/// The outcome as a word, or `passed` as a flag.
fn outcome(node: &Node<'_>) -> Result<Option<Outcome>, ReadError> {
    match word(node, &["outcome", "result", "decision"], OUTCOMES)? {
        Some(outcome) => Ok(Some(outcome)),
        None => {
            Ok(node.flag(&["passed"])?.map(|passed| if passed { Outcome::Passed } else { Outcome::Failed }))
        }
    }
}

fn small(number: Option<u64>) -> u32 {
    number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0)
}

fn strings(node: &Node<'_>, names: &[&str]) -> Result<Vec<String>, ReadError> {
    node.list(names).unwrap_or_default().into_iter().map(|(path, value)| text_of(path, value)).collect()
}

/// Words and what they mean; the first of each meaning is the one we write.
type Words<T> = (&'static [(&'static str, T)], &'static str);

fn word<T: Copy>(node: &Node<'_>, names: &[&str], words: Words<T>) -> Result<Option<T>, ReadError> {
    let Some((path, value)) = node.find(names) else { return Ok(None) };
    let text = reader::text_of(path.clone(), value)?;
    let wanted = key(&text);
    if wanted.is_empty() {
        return Ok(None);
    }
    match words.0.iter().find(|(name, _)| *name == wanted) {
        Some((_, meaning)) => Ok(Some(*meaning)),
        None => {
            Err(ReadError { path, problem: ReadProblem::Value { found: shown(&text), expected: words.1 } })
        }
    }
}

const VERDICTS: Words<Verdict> = (
    &[
        ("pass", Verdict::Pass),
        ("fail", Verdict::Fail),
        ("ok", Verdict::Pass),
        ("passed", Verdict::Pass),
        ("failed", Verdict::Fail),
    ],
    "pass or fail",
);
const REPLACEMENT: Words<ReplacementGround> = (
    &[
        ("accreditation_lost", ReplacementGround::AccreditationLost),
        ("centre_refused", ReplacementGround::CentreRefused),
        ("person_wishes", ReplacementGround::PersonWishes),
        ("wish", ReplacementGround::PersonWishes),
        ("person_wish", ReplacementGround::PersonWishes),
    ],
    "accreditation_lost, centre_refused or person_wishes",
);
const REINSTATEMENT: Words<bool> = (
    &[("late_sheet", false), ("timely_use", true), ("sheet", false), ("use", true)],
    "late_sheet or timely_use",
);
const PAPERS: Words<SheetPaper> = (
    &[
        ("sheet", SheetPaper::Sheet),
        ("certificate", SheetPaper::Certificate),
        ("child_care", SheetPaper::ChildCare),
        ("care", SheetPaper::ChildCare),
    ],
    "sheet, certificate or child_care",
);
const CHANNELS: Words<SheetChannel> = (
    &[
        ("copy", SheetChannel::Copy),
        ("integration", SheetChannel::Integration),
        ("scan", SheetChannel::Copy),
        ("cabinet", SheetChannel::Copy),
    ],
    "copy or integration",
);
const OUTCOMES: Words<Outcome> = (
    &[
        ("passed", Outcome::Passed),
        ("failed", Outcome::Failed),
        ("pass", Outcome::Passed),
        ("fail", Outcome::Failed),
        ("positive", Outcome::Passed),
        ("negative", Outcome::Failed),
    ],
    "passed or failed",
);
const PROFILES: Words<Profile> =
    (&[("social", Profile::Social), ("technical", Profile::Technical)], "social or technical");
const PAYEES: Words<Payee> = (
    &[
        ("recognition_centre", Payee::RecognitionCentre),
        ("person", Payee::Person),
        ("centre", Payee::RecognitionCentre),
        ("claimant", Payee::Person),
        ("recipient", Payee::Person),
    ],
    "recognition_centre or person",
);
const ESCALATED: Words<EscalatedTo> = (
    &[
        ("head", EscalatedTo::Head),
        ("mobility_centre", EscalatedTo::MobilityCentre),
        ("ministry", EscalatedTo::Ministry),
        ("ctm", EscalatedTo::MobilityCentre),
    ],
    "head, mobility_centre or ministry",
);
const NOTES: Words<NoteKind> = (
    &[
        ("note", NoteKind::Note),
        ("call", NoteKind::Call),
        ("consultation", NoteKind::Consultation),
        ("outage", NoteKind::Outage),
    ],
    "note, call, consultation or outage",
);
