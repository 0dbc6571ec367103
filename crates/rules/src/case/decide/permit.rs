//! One table: which role may do what, where, and at which stage. Offices keep to their own cases.

use super::super::actor::Actor;
use super::super::command::CommandKind;
use super::super::facts::Facts;
use super::super::record::Case;
use super::super::stage::Stage;
use crate::denial::Denial;
use crate::law::Paragraph;
use crate::role::{OfficeKind, Role};

/// Whose act it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Of the КЦ that has the case (par. 8); the ЦТМ of the region may stand in as its head office.
    CareerCentre,
    /// Of the ЦТМ of the region (par. 9, 10, 13, 17).
    MobilityCentre,
    /// Of either.
    Either,
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Roles that may.
    pub roles: &'static [Role],
    /// Stages at which it makes sense.
    pub stages: &'static [Stage],
    /// Whose act it is.
    pub place: Place,
    /// Paragraph that gives the act, if one does.
    pub paragraph: Option<Paragraph>,
}

const REVIEWERS: &[Role] = &[Role::Specialist, Role::Supervisor];
const OFFICERS: &[Role] = &[Role::MobilityOfficer, Role::Supervisor];
const SUPERVISOR: &[Role] = &[Role::Supervisor];
const ACCOUNTANT: &[Role] = &[Role::Accountant];
const MONEY: &[Role] = &[Role::Accountant, Role::MobilityOfficer];
const WORKERS: &[Role] = &[Role::Specialist, Role::Supervisor, Role::MobilityOfficer, Role::Accountant];
const FRONT: &[Role] = &[Role::Specialist, Role::Supervisor, Role::MobilityOfficer];
const TIME: &[Role] =
    &[Role::Specialist, Role::Supervisor, Role::MobilityOfficer, Role::Accountant, Role::Administrator];

const RUNNING: &[Stage] = &[
    Stage::InReview,
    Stage::RefusalDrafted,
    Stage::Refused,
    Stage::AtMobilityCentre,
    Stage::AtRecognitionCentre,
    Stage::Declined,
    Stage::DeclineDrafted,
    Stage::DeclineFormed,
    Stage::Confirmed,
];
const ANY: &[Stage] = &Stage::ALL;
const AFTER_RECEIPT: &[Stage] = &[
    Stage::InReview,
    Stage::RefusalDrafted,
    Stage::Refused,
    Stage::AtMobilityCentre,
    Stage::AtRecognitionCentre,
    Stage::Declined,
    Stage::DeclineDrafted,
    Stage::DeclineFormed,
    Stage::RefusalSent,
    Stage::Confirmed,
    Stage::Issued,
    Stage::Used,
    Stage::Protocol,
    Stage::ActReceived,
    Stage::ActReturned,
    Stage::ActAccepted,
    Stage::Closed,
    Stage::Annulled,
    Stage::Withdrawn,
];
const BEFORE_ACCEPTANCE: &[Stage] = &[
    Stage::InReview,
    Stage::AtMobilityCentre,
    Stage::AtRecognitionCentre,
    Stage::Confirmed,
    Stage::Issued,
    Stage::Used,
    Stage::Protocol,
    Stage::ActReceived,
    Stage::ActReturned,
];

/// The line of a command.
#[must_use]
pub fn rule(kind: CommandKind) -> Rule {
    use CommandKind as K;
    use Place::{CareerCentre, Either, MobilityCentre};
    let line = |roles, place, paragraph: u8, stages| Rule {
        roles,
        place,
        stages,
        paragraph: (paragraph > 0).then_some(Paragraph::whole(paragraph)),
    };
    match kind {
        K::ReceiveApplication => line(REVIEWERS, CareerCentre, 3, &[Stage::New]),
        K::RecordCheck => line(REVIEWERS, CareerCentre, 8, &[Stage::InReview]),
        K::ForwardToMobilityCentre => line(REVIEWERS, CareerCentre, 8, &[Stage::InReview]),
        K::RefuseByCareerCentre => {
            line(REVIEWERS, CareerCentre, 8, &[Stage::InReview, Stage::RefusalDrafted])
        }
        K::ApproveRefusal => line(SUPERVISOR, Either, 8, &[Stage::RefusalDrafted, Stage::DeclineDrafted]),
        K::ReturnRefusal => line(SUPERVISOR, Either, 8, &[Stage::RefusalDrafted, Stage::DeclineDrafted]),
        K::SendRefusal => line(OFFICERS, MobilityCentre, 8, &[Stage::Refused, Stage::DeclineFormed]),
        K::ForwardToRecognitionCentre => line(OFFICERS, MobilityCentre, 9, &[Stage::AtMobilityCentre]),
        K::RemindRecognitionCentre => line(OFFICERS, MobilityCentre, 9, &[Stage::AtRecognitionCentre]),
        K::RecordConfirmation => line(OFFICERS, MobilityCentre, 10, &[Stage::AtRecognitionCentre]),
        K::RecordNegativeAnswer => {
            line(OFFICERS, MobilityCentre, 9, &[Stage::AtRecognitionCentre, Stage::Confirmed])
        }
        K::RequestReasons => line(OFFICERS, MobilityCentre, 9, &[Stage::Declined]),
        K::RecordReasons => line(OFFICERS, MobilityCentre, 9, &[Stage::Declined]),
        K::RefuseByMobilityCentre => {
            line(OFFICERS, MobilityCentre, 9, &[Stage::Declined, Stage::DeclineDrafted])
        }
        K::IssueVoucher => line(OFFICERS, MobilityCentre, 10, &[Stage::Confirmed]),
        K::RecordSheet => line(OFFICERS, MobilityCentre, 12, &[Stage::Issued, Stage::Annulled]),
        K::JudgeSheet => line(SUPERVISOR, MobilityCentre, 12, &[Stage::Issued, Stage::Annulled]),
        K::ExtendVoucher => line(OFFICERS, MobilityCentre, 13, &[Stage::Issued]),
        K::ProposeReinstatement => line(OFFICERS, MobilityCentre, 11, &[Stage::Annulled]),
        K::ApproveReinstatement => line(SUPERVISOR, MobilityCentre, 11, &[Stage::Annulled]),
        K::ProposeReplacement => line(OFFICERS, MobilityCentre, 10, &[Stage::Issued]),
        K::ApproveReplacement => line(SUPERVISOR, MobilityCentre, 10, &[Stage::Issued]),
        K::DeclineProposal => line(SUPERVISOR, MobilityCentre, 0, &[Stage::Issued, Stage::Annulled]),
        K::CorrectVoucher => line(OFFICERS, MobilityCentre, 10, &[Stage::Issued, Stage::Used]),
        K::RecordPresentation => line(OFFICERS, MobilityCentre, 11, &[Stage::Issued]),
        K::RecordUse => line(OFFICERS, MobilityCentre, 11, &[Stage::Issued]),
        K::RecordNoShow => line(OFFICERS, MobilityCentre, 11, &[Stage::Issued, Stage::Used]),
        K::RecordProtocol => line(MONEY, MobilityCentre, 16, &[Stage::Used]),
        K::ReceiveAct => line(MONEY, MobilityCentre, 16, &[Stage::Protocol, Stage::ActReturned]),
        K::ReturnAct => line(ACCOUNTANT, MobilityCentre, 17, &[Stage::ActReceived]),
        K::AcceptAct => line(ACCOUNTANT, MobilityCentre, 17, &[Stage::ActReceived]),
        K::SetProfile => line(SUPERVISOR, Either, 14, BEFORE_ACCEPTANCE),
        K::SendPayment => line(ACCOUNTANT, MobilityCentre, 17, &[Stage::ActAccepted]),
        K::ConfirmPayment => line(ACCOUNTANT, MobilityCentre, 17, &[Stage::ActAccepted, Stage::Closed]),
        K::Withdraw => line(FRONT, Either, 0, RUNNING),
        K::Escalate => line(WORKERS, Either, 0, AFTER_RECEIPT),
        K::AddNote => line(WORKERS, Either, 0, AFTER_RECEIPT),
        K::Tick => line(TIME, Either, 11, ANY),
    }
}

/// Role, office and stage allow it.
pub(super) fn permit(case: &Case, kind: CommandKind, facts: &Facts<'_>) -> Result<(), Denial> {
    let rule = rule(kind);
    // Time is nobody's act: it comes to every case and asks for no office.
    if kind == CommandKind::Tick {
        return match facts.by.person() {
            Some(actor) if !rule.roles.contains(&actor.role) => Err(role_may_not(actor, kind)),
            Some(_) | None => Ok(()),
        };
    }
    let actor = super::actor(facts)?;
    if !rule.roles.contains(&actor.role) {
        return Err(role_may_not(actor, kind));
    }
    // What a newer program recorded may change everything; only words may be added to it here.
    if case.unknown > 0 && kind != CommandKind::AddNote && kind != CommandKind::Escalate {
        return Err(Denial::new("newer_program_needed").with("events", case.unknown));
    }
    if !rule.stages.contains(&case.stage) {
        return Err(wrong_stage(case, kind, rule));
    }
    office(case, rule.place, actor)
}

fn role_may_not(actor: &Actor, kind: CommandKind) -> Denial {
    Denial::new("role_may_not").with("role", actor.role.code()).with("command", kind.code())
}

/// The stages people most often mistake get their own word.
fn wrong_stage(case: &Case, kind: CommandKind, rule: Rule) -> Denial {
    use CommandKind as K;
    let code = match (kind, case.stage) {
        (K::Withdraw, Stage::Issued | Stage::Used | Stage::Protocol | Stage::Annulled) => {
            "withdrawal_after_issue"
        }
        (K::RecordNegativeAnswer, Stage::Issued | Stage::Used) => "declined_after_issue",
        (K::RecordUse | K::ExtendVoucher | K::RecordPresentation, Stage::Annulled) => "voucher_annulled",
        (K::IssueVoucher, Stage::AtRecognitionCentre) => "centre_has_not_answered",
        (K::IssueVoucher, Stage::Issued | Stage::Used) => "voucher_already_issued",
        (K::RefuseByMobilityCentre, Stage::AtRecognitionCentre) => "silence_is_no_answer",
        (K::SendPayment, Stage::ActReceived) => "act_not_accepted",
        (K::RecordProtocol, Stage::Issued) => "voucher_not_used",
        (_, _) => "stage_does_not_allow",
    };
    let denial = Denial { paragraph: rule.paragraph, ..Denial::new(code) };
    denial.with("stage", case.stage.code()).with("command", kind.code())
}

fn office(case: &Case, place: Place, actor: &Actor) -> Result<(), Denial> {
    let Some(receipt) = &case.receipt else { return Ok(()) };
    let office = &actor.office;
    if office.region != receipt.region {
        return Err(Denial::new("other_region").with("region", receipt.region).with("office", &office.id));
    }
    let fits = match (office.kind, place) {
        (OfficeKind::MobilityCentre, Place::MobilityCentre | Place::Either) => true,
        (OfficeKind::MobilityCentre, Place::CareerCentre) => actor.role == Role::Supervisor,
        (OfficeKind::CareerCentre, Place::CareerCentre | Place::Either) => office.id == receipt.office.id,
        (OfficeKind::CareerCentre, Place::MobilityCentre) => false,
    };
    match (fits, office.kind, place) {
        (true, _, _) => Ok(()),
        (false, OfficeKind::CareerCentre, Place::MobilityCentre) => {
            Err(Denial::new("mobility_centre_only").with("office", &office.id))
        }
        (false, _, _) => Err(Denial::new("other_office").with("office", &office.id)),
    }
}
