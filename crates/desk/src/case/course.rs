//! The course of a case as the window shows it: deadlines day by day, the path, what may be done and what is
//! missing where it may not, what happened, and what came of it.

use super::clocks::Clockline;
use super::view::{by, finality, title};
use super::{Loaded, rows};
use crate::contract::Said;
use crate::contract::case::{
    ActionView, AmountsView, DeadlineState, DeadlineView, EventView, Missing, PaperCard, PathStep,
    RefusalCard, SheetView, StepState, VoucherCard,
};
use crate::contract::paper::PaperKind;
use crate::say;
use crate::workplace::Workplace;
use crate::world::wall;
use chrono::NaiveDate;
use rules::case::decide::ready;
use rules::case::{Case, CommandKind, Entry, Event, Facts, Stage};
use rules::check::Verdict;
use rules::law::{Edition, Matter, Paragraph, Term};
use rules::role::Role as RulesRole;

pub(super) fn deadline(clock: &Clockline, facts: &Facts<'_>, case: &Case, today: NaiveDate) -> DeadlineView {
    let calendar = facts.calendar();
    let edition = facts.edition(Matter::Forms, case, clock.day_zero).ok();
    let citation = match edition {
        Some(edition) => say::citation(clock.paragraph, edition),
        None => crate::contract::case::Citation {
            paragraph: clock.paragraph.to_string(),
            edition: String::new(),
            text: None,
        },
    };
    let date = clock.by();
    let working = |from, to| {
        let days = calendar.working_days_between(from, to, facts.week).unwrap_or_default();
        u32::try_from(days.max(0)).unwrap_or(0)
    };
    let (state, days) = match (clock.met_on, clock.fatal, date) {
        (Some(met), Some(fatal), _) if met > fatal => (DeadlineState::MetLate, working(fatal, met)),
        (Some(_), _, _) => (DeadlineState::Met, 0),
        (None, None, _) | (None, _, None) => {
            let waited = (today - clock.day_zero).num_days().max(0);
            (DeadlineState::NoTerm, u32::try_from(waited).unwrap_or(u32::MAX))
        }
        (None, Some(fatal), Some(_)) if fatal < today => (DeadlineState::Overdue, working(fatal, today)),
        (None, Some(fatal), Some(_)) if fatal == today => (DeadlineState::Today, 0),
        (None, Some(fatal), Some(_)) if Some(fatal) == today.succ_opt() => (DeadlineState::Tomorrow, 1),
        (None, Some(fatal), Some(_)) => (DeadlineState::Later, working(today, fatal)),
    };
    DeadlineView {
        citation,
        code: clock.code.to_owned(),
        title: say::code("deadline", clock.code),
        actor: say::code("actor", clock.actor),
        state,
        day_zero: clock.day_zero,
        term_days: clock.term_days,
        working: clock.working,
        fatal: clock.fatal,
        target: clock.target,
        met_on: clock.met_on,
        days,
        steps: clock.steps.clone(),
        calendar_version: calendar.version().to_owned(),
        readings: clock.readings.clone(),
        main: clock.main,
    }
}

/// The steps of a case with actor, term and paragraph; one without a term says so.
pub(super) fn path(case: &Case, edition: &Edition) -> Vec<PathStep> {
    /// Name of the step, who acts, paragraph, the term if the Rules set one, the day it was done.
    type Passage = (&'static str, &'static str, u8, Option<Term>, Option<NaiveDate>);
    let refused = matches!(
        case.stage,
        Stage::RefusalDrafted
            | Stage::Refused
            | Stage::DeclineDrafted
            | Stage::DeclineFormed
            | Stage::RefusalSent
    );
    let received = case.receipt.as_ref().map(|receipt| receipt.received_on);
    let used = case.voucher.as_ref().and_then(|voucher| voucher.used_on);
    let paid = (case.stage == Stage::Closed).then(|| case.ended.as_ref().map(|done| done.on)).flatten();
    let mut steps: Vec<Passage> = vec![
        ("received", "claimant", 3, None, received),
        ("review", "specialist", 8, Some(Term::Review), case.to_mobility_centre.as_ref().map(|done| done.on)),
        (
            "mobility_centre",
            "mobility_officer",
            9,
            Some(Term::SendToCentre),
            case.to_recognition_centre.as_ref().map(|done| done.on),
        ),
        (
            "recognition_centre",
            "recognition_centre",
            9,
            Some(Term::CentreAnswer),
            case.dialogue.answer.as_ref().map(|answer| answer.answered_on),
        ),
        (
            "voucher",
            "mobility_officer",
            10,
            Some(Term::SendVoucher),
            case.voucher.as_ref().map(|voucher| voucher.issued_on),
        ),
        ("use", "claimant", 10, None, used),
        ("act", "recognition_centre", 16, Some(Term::SendAct), case.act().map(|act| act.received_on)),
        ("payment", "accountant", 17, Some(Term::Pay), paid),
    ];
    if refused {
        let done = steps.iter().filter(|step| step.4.is_some()).count();
        steps.truncate(done);
        let sent = case.refusal.as_ref().and_then(|refusal| refusal.sent.as_ref()).map(|done| done.on);
        steps.push(("refusal", "mobility_officer", 8, Some(Term::SendReviewRefusal), sent));
    }
    let mut current = !case.stage.is_final();
    let views = steps.into_iter().map(|(code, actor, paragraph, term, on)| {
        let state = match on {
            Some(_) => StepState::Done,
            None if std::mem::take(&mut current) => StepState::Current,
            None => StepState::Ahead,
        };
        let term_days = term.and_then(|term| edition.term(term).ok()).and_then(|rule| rule.working_days);
        PathStep {
            code: code.to_owned(),
            title: say::code("path", code),
            actor: say::code("actor", actor),
            citation: say::citation(Paragraph::whole(paragraph), edition),
            term_days,
            state,
            on,
        }
    });
    views.collect()
}

/// Acts that make sense at a stage, allowed or not: a blocked one stays visible with its reason.
pub(super) fn actions(case: &Case, facts: &Facts<'_>) -> Vec<ActionView> {
    let role = facts.by.person().map(|actor| actor.role);
    if !role.is_some_and(rows::decides) {
        return Vec::new();
    }
    let offered = CommandKind::ALL.iter().copied().filter(|kind| offered(*kind, case.stage, role));
    let mut views: Vec<ActionView> = offered
        .map(|kind| {
            let denial = ready(case, kind, facts).err();
            ActionView {
                act: kind.code().to_owned(),
                title: say::code("action", kind.code()),
                allowed: denial.is_none(),
                missing: denial.map(|denial| Missing {
                    said: say::denial(&denial),
                    paragraph: denial.paragraph.map(|paragraph| paragraph.to_string()),
                    code: denial.code,
                }),
                main: false,
            }
        })
        .collect();
    // What `Ctrl+Enter` does: the first act of the work that is allowed, notes and the like aside.
    let leads = |view: &ActionView| {
        view.allowed && !matches!(view.act.as_str(), "record_check" | "withdraw" | "escalate" | "add_note")
    };
    if let Some(first) = views.iter_mut().find(|view| leads(view)) {
        first.main = true;
    }
    views
}

/// Which acts the window shows at a stage. Whether they are allowed is not decided here.
fn offered(kind: CommandKind, stage: Stage, role: Option<RulesRole>) -> bool {
    use CommandKind as K;
    use Stage as S;
    match kind {
        K::ReceiveApplication | K::Tick => false,
        K::RecordCheck | K::ForwardToMobilityCentre | K::RefuseByCareerCentre => stage == S::InReview,
        K::ApproveRefusal | K::ReturnRefusal => matches!(stage, S::RefusalDrafted | S::DeclineDrafted),
        K::SendRefusal => matches!(stage, S::Refused | S::DeclineFormed),
        K::ForwardToRecognitionCentre => stage == S::AtMobilityCentre,
        K::RemindRecognitionCentre => stage == S::AtRecognitionCentre,
        K::RecordConfirmation | K::RecordNegativeAnswer => {
            matches!(stage, S::AtRecognitionCentre | S::Confirmed)
        }
        K::RequestReasons | K::RecordReasons | K::RefuseByMobilityCentre => stage == S::Declined,
        K::IssueVoucher => stage == S::Confirmed,
        K::RecordSheet | K::ExtendVoucher => matches!(stage, S::Issued | S::Annulled),
        K::JudgeSheet => matches!(stage, S::Issued | S::Annulled) && role == Some(RulesRole::Supervisor),
        K::ProposeReinstatement | K::ApproveReinstatement => stage == S::Annulled,
        K::ProposeReplacement | K::ApproveReplacement | K::CorrectVoucher => stage == S::Issued,
        K::DeclineProposal => matches!(stage, S::Issued | S::Annulled),
        K::RecordPresentation | K::RecordUse | K::RecordNoShow => stage == S::Issued,
        K::RecordProtocol => stage == S::Used,
        K::ReceiveAct => matches!(stage, S::Protocol | S::ActReturned),
        K::ReturnAct | K::AcceptAct => stage == S::ActReceived,
        K::SetProfile => matches!(stage, S::ActReceived | S::Protocol | S::InReview),
        K::SendPayment | K::ConfirmPayment => stage == S::ActAccepted,
        K::Withdraw => stage.is_before_issue(),
        K::Escalate | K::AddNote => !matches!(stage, S::New),
    }
}

pub(super) fn timeline(desk: &Workplace, loaded: &Loaded) -> Vec<EventView> {
    let views =
        loaded.entries.iter().zip(&loaded.events).zip(1u32..).map(|((entry, event), sequence)| EventView {
            sequence,
            at: wall(entry.at, desk.office.region),
            code: entry.event.kind().to_owned(),
            said: said(entry),
            by: by(desk, entry),
            finality: finality(event.finality),
        });
    views.collect()
}

/// What happened, with what the sentence needs to know.
fn said(entry: &Entry) -> Said {
    let said = match &entry.event {
        Event::Unknown { .. } => return Said::new("event-unknown"),
        event => say::code("event", event.kind()),
    };
    match &entry.event {
        Event::CheckRecorded { check, verdict, note } => said
            .with("check", title(check.split(':').next().unwrap_or(check)))
            .with("verdict", Said::new(format!("verdict-{}", verdict_code(*verdict))))
            .with("note", note.clone().unwrap_or_default()),
        Event::RefusalReturned { comment } => said.with("comment", comment.as_str()),
        Event::RefusalFormed { number, .. } => said.with("number", number.clone().unwrap_or_default()),
        Event::VoucherIssued { number, last_day, .. } => {
            said.with("number", number.as_str()).with("last_day", *last_day)
        }
        Event::VoucherExtended { last_day, .. }
        | Event::VoucherAnnulled { last_day }
        | Event::VoucherReinstated { last_day, .. } => said.with("last_day", *last_day),
        Event::NoteAdded { text, .. } => said.with("text", text.as_str()),
        _ => said,
    }
}

pub(crate) fn verdict_code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Fail => "fail",
        Verdict::Warn => "warn",
        Verdict::Human => "human",
        Verdict::NotApplicable => "not-applicable",
    }
}

pub(super) fn voucher(case: &Case, facts: &Facts<'_>) -> Option<VoucherCard> {
    let voucher = case.voucher.as_ref()?;
    let state = match case.stage {
        Stage::Annulled => "annulled",
        Stage::Issued => "running",
        _ => "used",
    };
    let validity = rules::case::decide::validity_now(case, facts).ok();
    let sheets = validity.iter().flat_map(|validity| &validity.sheets).map(|sheet| SheetView {
        from: sheet.from,
        to: sheet.to,
        counted_days: sheet.counted_days,
        why: say::code("sheet", sheet.why.code()),
    });
    Some(VoucherCard {
        number: voucher.number.clone(),
        issued_on: voucher.issued_on,
        base_last_day: voucher.base_last_day,
        last_day: voucher.last_day,
        annul_not_before: validity.as_ref().and_then(|validity| validity.annul_not_before),
        state: Said::new(format!("voucher-state-{state}")),
        sheets: sheets.collect(),
        centre: voucher.centre.name.clone().unwrap_or_default(),
    })
}

/// `draft`, `to_sign`, `returned`, `formed`, `sent`.
pub fn refusal_state(case: &Case) -> Option<&'static str> {
    match case.stage {
        Stage::RefusalDrafted | Stage::DeclineDrafted => Some("to_sign"),
        Stage::Refused | Stage::DeclineFormed => Some("formed"),
        Stage::RefusalSent => Some("sent"),
        Stage::InReview | Stage::Declined if case.returned_drafts > 0 => Some("returned"),
        _ => None,
    }
}

pub(super) fn refusal(case: &Case) -> Option<RefusalCard> {
    let state = refusal_state(case)?;
    let refusal = case.refusal.as_ref();
    Some(RefusalCard {
        state: state.to_owned(),
        number: refusal.and_then(|refusal| refusal.number.clone()),
        formed_on: refusal.and_then(|refusal| refusal.formed.as_ref()).map(|done| done.on),
        grounds: refusal
            .map(|refusal| refusal.grounds.iter().map(|ground| ground.code().to_owned()).collect())
            .unwrap_or_default(),
        comment: if state == "returned" { case.notes.last().map(|note| note.text.clone()) } else { None },
    })
}

pub(super) fn amounts(case: &Case) -> Option<AmountsView> {
    let sums = case.sums()?;
    Some(AmountsView {
        mrp: sums.mrp.to_string(),
        mrp_date: sums.mrp_date,
        price: sums.cost.to_string(),
        cap: Some(sums.cap.to_string()),
        reimbursed: Some(sums.reimbursed.to_string()),
        claimant_pays: Some(sums.claimant_pays.to_string()),
        material_aid: sums.material_aid.to_string(),
        paragraphs: ["14(1)", "14(2)", "15"].map(str::to_owned).to_vec(),
    })
}

pub(super) fn papers(case: &Case) -> Vec<PaperCard> {
    let card = |kind, draft, number: Option<String>| PaperCard {
        kind,
        title: crate::paper::title(kind),
        draft,
        number,
    };
    let mut papers =
        vec![card(PaperKind::Application, false, case.application().and_then(|a| a.number.clone()))];
    if let Some(refusal) = &case.refusal {
        papers.push(card(PaperKind::Refusal, refusal.formed.is_none(), refusal.number.clone()));
    }
    if let Some(voucher) = &case.voucher {
        papers.push(card(PaperKind::Voucher, false, Some(voucher.number.clone())));
        if voucher.extended_by_days > 0 {
            papers.push(card(PaperKind::ExtensionNotice, false, Some(voucher.number.clone())));
        }
        if voucher.annulled.is_some() && case.stage == Stage::Annulled {
            papers.push(card(PaperKind::AnnulmentNotice, false, Some(voucher.number.clone())));
        }
        if voucher.reinstated.is_some() {
            papers.push(card(PaperKind::ReinstatementNotice, false, Some(voucher.number.clone())));
        }
    }
    if let Some(act) = case.acts.last() {
        papers.push(card(PaperKind::Act, false, Some(act.number.clone())));
        papers.push(card(PaperKind::Persons, false, Some(act.number.clone())));
    }
    if let Some(act) = case.acts.iter().rev().find(|act| act.returned_on.is_some()) {
        papers.push(card(PaperKind::ActReturn, false, Some(act.number.clone())));
    }
    if crate::paper::hand_out_is_for(case.stage) {
        papers.push(card(PaperKind::HandOut, false, None));
    }
    papers
}
