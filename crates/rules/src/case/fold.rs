//! `fold`: from the list of events to the case. It never fails: what it does not understand changes nothing, and is counted.

use super::actor::By;
use super::event::{Entry, Event};
use super::record::{
    Act, Answer, Case, Done, Escalation, Note, Payment, Proposal, Proposed, Protocol, Receipt, Refusal,
    SheetOnFile, Voucher,
};
use super::stage::Stage;
use crate::check::Recorded;
use crate::refusal::{Step, grounds_of};

impl Case {
    /// The case a list of events adds up to.
    #[must_use]
    pub fn fold<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Case {
        let mut case = Case::default();
        for entry in entries {
            case.apply(entry);
        }
        case
    }

    /// Adds one event. Order is the order of the list, never of clocks.
    pub fn apply(&mut self, entry: &Entry) {
        self.version += 1;
        let done = Done { at: entry.at, on: entry.on, by: entry.by.id().map(str::to_owned) };
        if decides(&entry.event)
            && let By::Person(actor) = &entry.by
        {
            self.deciders.insert(actor.id.clone());
        }
        match &entry.event {
            Event::ApplicationReceived { .. } => self.received(entry, done),
            Event::CheckRecorded { check, verdict, note } => {
                let record = Recorded { verdict: *verdict, note: note.clone(), by: done.by };
                self.recorded.insert(check.clone(), record);
            }
            Event::ForwardedToMobilityCentre {} => {
                self.to_mobility_centre = Some(done);
                self.stage = Stage::AtMobilityCentre;
            }
            Event::RefusalDrafted { .. } => self.refusal_drafted(&entry.event, done),
            Event::RefusalReturned { comment } => self.refusal_returned(comment, done),
            Event::RefusalFormed { .. } => self.refusal_formed(&entry.event, done),
            Event::RefusalSent {} => {
                if let Some(refusal) = &mut self.refusal {
                    refusal.sent = Some(done.clone());
                }
                self.end(Stage::RefusalSent, done);
            }
            Event::ForwardedToRecognitionCentre {} => {
                self.to_recognition_centre = Some(done);
                self.stage = Stage::AtRecognitionCentre;
            }
            Event::RecognitionCentreReminded { .. } => self.dialogue.reminders.push(entry.on),
            Event::SilenceNoted { level, .. } => self.dialogue.silence = Some(*level),
            Event::ConfirmationReceived { .. } | Event::NegativeAnswerReceived { .. } => {
                self.answered(&entry.event)
            }
            Event::ReasonsRequested {} => self.dialogue.reasons_requested = Some(done),
            Event::ReasonsReceived { reasons } => {
                if let Some(answer) = &mut self.dialogue.answer {
                    answer.reasons = Some(reasons.clone());
                }
            }
            Event::VoucherIssued { .. } => self.issued(&entry.event, done),
            Event::IncapacitySheetReceived { sheet, received_on } => {
                if let Some(voucher) = &mut self.voucher {
                    let (sheet, received_on) = (sheet.clone(), *received_on);
                    voucher.sheets.push(SheetOnFile { sheet, received_on, judged: None, settled_on: None });
                }
            }
            Event::SheetJudged { sheet, counts, .. } => {
                let place = usize::try_from(*sheet).unwrap_or(usize::MAX);
                if let Some(filed) = self.voucher.as_mut().and_then(|voucher| voucher.sheets.get_mut(place)) {
                    filed.judged = Some(*counts);
                    if !counts {
                        filed.settled_on = Some(entry.on);
                    }
                }
            }
            Event::VoucherExtended { last_day, extended_by_days } => {
                if let Some(voucher) = &mut self.voucher {
                    voucher.last_day = *last_day;
                    voucher.extended_by_days = *extended_by_days;
                    voucher.settle_sheets(entry.on);
                }
            }
            Event::VoucherAnnulled { .. } => {
                if let Some(voucher) = &mut self.voucher {
                    voucher.annulled = Some(done.clone());
                }
                self.proposal = None;
                self.end(Stage::Annulled, done);
            }
            Event::ReinstatementProposed { ground, .. } => {
                self.proposal = Some(Proposal { what: Proposed::Reinstatement(*ground), made: done });
            }
            Event::VoucherReinstated { .. } => self.reinstated(&entry.event, done),
            Event::ReplacementProposed { ground, centre } => {
                let what = Proposed::Replacement(*ground, Box::new(centre.clone()));
                self.proposal = Some(Proposal { what, made: done });
            }
            Event::VoucherReplaced { number, centre } => {
                if let Some(voucher) = &mut self.voucher {
                    voucher.number.clone_from(number);
                    voucher.centre = centre.clone();
                    voucher.replacements += 1;
                }
                self.proposal = None;
            }
            Event::ProposalDeclined { .. } => self.proposal = None,
            Event::VoucherCorrected { correction, .. } => {
                if let Some(voucher) = &mut self.voucher {
                    voucher.corrections = *correction;
                }
            }
            Event::VoucherPresented { on } => {
                if let Some(voucher) = &mut self.voucher {
                    voucher.presented_on = Some(*on);
                }
            }
            Event::VoucherUsed { admitted_on, .. } => {
                if let Some(voucher) = &mut self.voucher {
                    voucher.used_on = Some(*admitted_on);
                }
                self.stage = Stage::Used;
            }
            Event::NoShowRecorded { exam_on } => {
                if let Some(voucher) = &mut self.voucher {
                    voucher.used_on = None;
                    voucher.no_shows.push(*exam_on);
                }
                self.stage = Stage::Issued;
            }
            Event::ProtocolReceived { number, signed_on, exam_on, outcome, venue, remote } => {
                self.protocol = Some(Protocol {
                    number: number.clone(),
                    signed_on: *signed_on,
                    exam_on: *exam_on,
                    outcome: *outcome,
                    venue: *venue,
                    remote: *remote,
                });
                self.stage = Stage::Protocol;
            }
            Event::ActReceived { number, drawn_on, received_on, cost } => {
                self.acts.push(Act {
                    number: number.clone(),
                    drawn_on: *drawn_on,
                    received_on: *received_on,
                    cost: *cost,
                    returned_on: None,
                    remarks: Vec::new(),
                    accepted: None,
                });
                self.stage = Stage::ActReceived;
            }
            Event::ActReturned { remarks } => {
                if let Some(act) = self.acts.last_mut() {
                    act.returned_on = Some(entry.on);
                    act.remarks.clone_from(remarks);
                }
                self.stage = Stage::ActReturned;
            }
            Event::ActAccepted { sums } => {
                if let Some(act) = self.acts.last_mut() {
                    act.accepted = Some((entry.on, sums.clone()));
                }
                self.stage = Stage::ActAccepted;
            }
            Event::ProfileSet { profile, .. } => self.profile = Some(*profile),
            Event::PaymentSent { payee, amount, order, sent_on } => self.payments.push(Payment {
                payee: *payee,
                amount: *amount,
                order: order.clone(),
                sent_on: *sent_on,
                by: done.by,
                bank_on: None,
            }),
            Event::PaymentConfirmed { payee, bank_on } => {
                if let Some(payment) = self.payments.iter_mut().find(|payment| payment.payee == *payee) {
                    payment.bank_on = Some(*bank_on);
                }
            }
            Event::CaseClosed {} => self.end(Stage::Closed, done),
            Event::ApplicationWithdrawn { .. } => self.end(Stage::Withdrawn, done),
            Event::Escalated { reasons, to, note } => {
                let (reasons, note) = (reasons.clone(), note.clone());
                self.escalations.push(Escalation { reasons, to: *to, note, done });
            }
            Event::NoteAdded { about, text } => {
                self.notes.push(Note { about: *about, text: text.clone(), done })
            }
            Event::Unknown { .. } => self.unknown += 1,
        }
    }

    fn end(&mut self, stage: Stage, done: Done) {
        self.stage = stage;
        self.ended = Some(done);
    }

    fn received(&mut self, entry: &Entry, done: Done) {
        if let Event::ApplicationReceived { application, received_at, received_on, office, region } =
            &entry.event
        {
            self.receipt = Some(Receipt {
                application: application.clone(),
                received_at: *received_at,
                received_on: *received_on,
                taken_in: done,
                office: office.clone(),
                region: *region,
                edition: entry.edition.clone(),
            });
            self.stage = Stage::InReview;
        }
    }

    fn refusal_drafted(&mut self, event: &Event, done: Done) {
        if let Event::RefusalDrafted { step, remarks, letter } = event {
            self.stage = match step {
                Step::CareerCentre => Stage::RefusalDrafted,
                Step::MobilityCentre => Stage::DeclineDrafted,
            };
            self.refusal = Some(Refusal {
                step: *step,
                remarks: remarks.clone(),
                grounds: grounds_of(remarks),
                letter: letter.clone(),
                drafted: done,
                formed: None,
                number: None,
                sent: None,
            });
        }
    }

    fn refusal_returned(&mut self, comment: &str, done: Done) {
        if let Some(refusal) = self.refusal.take() {
            self.stage = match refusal.step {
                Step::CareerCentre => Stage::InReview,
                Step::MobilityCentre => Stage::Declined,
            };
        }
        self.returned_drafts += 1;
        self.notes.push(Note { about: super::event::NoteKind::Note, text: comment.to_owned(), done });
    }

    fn refusal_formed(&mut self, event: &Event, done: Done) {
        if let Event::RefusalFormed { step, number, grounds, remarks, letter } = event {
            let drafted = self.refusal.take().map_or_else(|| done.clone(), |refusal| refusal.drafted);
            self.stage = match step {
                Step::CareerCentre => Stage::Refused,
                Step::MobilityCentre => Stage::DeclineFormed,
            };
            self.refusal = Some(Refusal {
                step: *step,
                remarks: remarks.clone(),
                grounds: grounds.clone(),
                letter: letter.clone(),
                drafted,
                formed: Some(done),
                number: number.clone(),
                sent: None,
            });
        }
    }

    fn answered(&mut self, event: &Event) {
        if let Event::ConfirmationReceived { answered_on, exam_on, price, venue } = event {
            self.dialogue.answer = Some(Answer {
                answered_on: *answered_on,
                positive: true,
                reasons: None,
                answer: None,
                exam_on: *exam_on,
                price: *price,
                venue: *venue,
            });
            self.stage = Stage::Confirmed;
        } else if let Event::NegativeAnswerReceived { answered_on, reasons, answer } = event {
            self.dialogue.answer = Some(Answer {
                answered_on: *answered_on,
                positive: false,
                reasons: reasons.clone(),
                answer: answer.clone(),
                exam_on: None,
                price: None,
                venue: None,
            });
            self.stage = Stage::Declined;
        }
    }

    fn issued(&mut self, event: &Event, done: Done) {
        if let Event::VoucherIssued {
            number,
            iin,
            issued_on,
            validity_edition,
            last_day,
            centre,
            over_quota,
            ..
        } = event
        {
            self.voucher = Some(Voucher {
                number: number.clone(),
                iin: *iin,
                issued_on: *issued_on,
                issued: done,
                validity_edition: validity_edition.clone(),
                base_last_day: *last_day,
                last_day: *last_day,
                extended_by_days: 0,
                centre: centre.clone(),
                over_quota: *over_quota,
                sheets: Vec::new(),
                presented_on: None,
                used_on: None,
                no_shows: Vec::new(),
                annulled: None,
                reinstated: None,
                corrections: 0,
                replacements: 0,
            });
            self.stage = Stage::Issued;
        }
    }

    fn reinstated(&mut self, event: &Event, done: Done) {
        if let Event::VoucherReinstated { ground, last_day } = event {
            let used_on = match ground {
                super::event::ReinstatementGround::LateSheet => None,
                super::event::ReinstatementGround::TimelyUse { admitted_on } => Some(*admitted_on),
            };
            if let Some(voucher) = &mut self.voucher {
                voucher.extended_by_days = u32::try_from((*last_day - voucher.base_last_day).num_days())
                    .unwrap_or(voucher.extended_by_days);
                voucher.last_day = *last_day;
                voucher.used_on = used_on;
                voucher.annulled = None;
                voucher.settle_sheets(done.on);
                voucher.reinstated = Some(done);
            }
            self.stage = if used_on.is_some() { Stage::Used } else { Stage::Issued };
            self.ended = None;
            self.proposal = None;
        }
    }
}

impl Voucher {
    /// Marks every sheet that counts as answered: par. 13 is met for it.
    fn settle_sheets(&mut self, on: chrono::NaiveDate) {
        for filed in self.sheets.iter_mut().filter(|filed| filed.settled_on.is_none() && filed.counts()) {
            filed.settled_on = Some(on);
        }
    }
}

impl SheetOnFile {
    /// A plain sheet counts by itself; another paper only when a supervisor said so.
    #[must_use]
    pub fn counts(&self) -> bool {
        match self.sheet.paper {
            super::event::SheetPaper::Sheet => self.judged != Some(false),
            super::event::SheetPaper::Certificate | super::event::SheetPaper::ChildCare => {
                self.judged == Some(true)
            }
        }
    }
}

/// Events whose author decided about the person's right or money, and so may not pay.
fn decides(event: &Event) -> bool {
    match event {
        Event::ForwardedToMobilityCentre {}
        | Event::RefusalDrafted { .. }
        | Event::RefusalFormed { .. }
        | Event::ForwardedToRecognitionCentre {}
        | Event::VoucherIssued { .. }
        | Event::SheetJudged { .. }
        | Event::VoucherExtended { .. }
        | Event::ReinstatementProposed { .. }
        | Event::VoucherReinstated { .. }
        | Event::ReplacementProposed { .. }
        | Event::VoucherReplaced { .. }
        | Event::VoucherUsed { .. }
        | Event::ProfileSet { .. } => true,
        Event::ApplicationReceived { .. }
        | Event::CheckRecorded { .. }
        | Event::RefusalReturned { .. }
        | Event::RefusalSent {}
        | Event::RecognitionCentreReminded { .. }
        | Event::SilenceNoted { .. }
        | Event::ConfirmationReceived { .. }
        | Event::NegativeAnswerReceived { .. }
        | Event::ReasonsRequested {}
        | Event::ReasonsReceived { .. }
        | Event::IncapacitySheetReceived { .. }
        | Event::VoucherAnnulled { .. }
        | Event::ProposalDeclined { .. }
        | Event::VoucherCorrected { .. }
        | Event::VoucherPresented { .. }
        | Event::NoShowRecorded { .. }
        | Event::ProtocolReceived { .. }
        | Event::ActReceived { .. }
        | Event::ActReturned { .. }
        | Event::ActAccepted { .. }
        | Event::PaymentSent { .. }
        | Event::PaymentConfirmed { .. }
        | Event::CaseClosed {}
        | Event::ApplicationWithdrawn { .. }
        | Event::Escalated { .. }
        | Event::NoteAdded { .. }
        | Event::Unknown { .. } => false,
    }
}
