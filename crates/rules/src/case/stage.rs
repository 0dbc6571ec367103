//! Where a case stands: the states of the requirements' machine, from nothing to closed.

use serde::{Deserialize, Serialize};

/// Stage of a case. қаз. «іс кезеңі», рус. «стадия дела».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nothing has come yet.
    #[default]
    New,
    /// The КЦ checks the application (par. 8).
    InReview,
    /// The specialist drafted a refusal; the supervisor has it (par. 8).
    RefusalDrafted,
    /// The refusal is formed; the ЦТМ has to send it (par. 8, no term stated).
    Refused,
    /// The ЦТМ has the application (par. 9).
    AtMobilityCentre,
    /// The ЦП has the application and has not answered (no term stated).
    AtRecognitionCentre,
    /// The ЦП answered no (par. 9).
    Declined,
    /// The officer drafted the refusal after a negative answer; the supervisor has it.
    DeclineDrafted,
    /// That refusal is approved; the ЦТМ has to send it (par. 9).
    DeclineFormed,
    /// The refusal is with the claimant. The end; a new application may follow at once.
    RefusalSent,
    /// The ЦП said yes; the voucher is due (par. 10).
    Confirmed,
    /// The voucher runs (par. 10–13).
    Issued,
    /// The voucher was used in time: admitted to the procedure.
    Used,
    /// The commission signed the protocol; the act is due from the ЦП (par. 16).
    Protocol,
    /// The act is here; payment is due (par. 17).
    ActReceived,
    /// The act went back with remarks.
    ActReturned,
    /// The act is accepted; payment is due (par. 17).
    ActAccepted,
    /// All is paid. The end.
    Closed,
    /// The voucher lapsed unused (par. 11); reversible.
    Annulled,
    /// The person withdrew before issue. The end.
    Withdrawn,
}

impl Stage {
    /// Every stage, in the order of the work.
    pub const ALL: [Stage; 20] = [
        Stage::New,
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

    /// The stable word of the stage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Stage::New => "new",
            Stage::InReview => "in_review",
            Stage::RefusalDrafted => "refusal_drafted",
            Stage::Refused => "refused",
            Stage::AtMobilityCentre => "at_mobility_centre",
            Stage::AtRecognitionCentre => "at_recognition_centre",
            Stage::Declined => "declined",
            Stage::DeclineDrafted => "decline_drafted",
            Stage::DeclineFormed => "decline_formed",
            Stage::RefusalSent => "refusal_sent",
            Stage::Confirmed => "confirmed",
            Stage::Issued => "issued",
            Stage::Used => "used",
            Stage::Protocol => "protocol",
            Stage::ActReceived => "act_received",
            Stage::ActReturned => "act_returned",
            Stage::ActAccepted => "act_accepted",
            Stage::Closed => "closed",
            Stage::Annulled => "annulled",
            Stage::Withdrawn => "withdrawn",
        }
    }

    /// The stage of a stored word.
    #[must_use]
    pub fn find(code: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// A voucher has not been issued on this path yet, so the person may withdraw.
    #[must_use]
    pub fn is_before_issue(self) -> bool {
        match self {
            Stage::InReview
            | Stage::RefusalDrafted
            | Stage::Refused
            | Stage::AtMobilityCentre
            | Stage::AtRecognitionCentre
            | Stage::Declined
            | Stage::DeclineDrafted
            | Stage::DeclineFormed
            | Stage::Confirmed => true,
            Stage::New
            | Stage::RefusalSent
            | Stage::Issued
            | Stage::Used
            | Stage::Protocol
            | Stage::ActReceived
            | Stage::ActReturned
            | Stage::ActAccepted
            | Stage::Closed
            | Stage::Annulled
            | Stage::Withdrawn => false,
        }
    }

    /// Nothing more is due from anybody. An annulled voucher may still come back.
    #[must_use]
    pub fn is_final(self) -> bool {
        match self {
            Stage::RefusalSent | Stage::Closed | Stage::Annulled | Stage::Withdrawn => true,
            Stage::New
            | Stage::InReview
            | Stage::RefusalDrafted
            | Stage::Refused
            | Stage::AtMobilityCentre
            | Stage::AtRecognitionCentre
            | Stage::Declined
            | Stage::DeclineDrafted
            | Stage::DeclineFormed
            | Stage::Confirmed
            | Stage::Issued
            | Stage::Used
            | Stage::Protocol
            | Stage::ActReceived
            | Stage::ActReturned
            | Stage::ActAccepted => false,
        }
    }
}
