//! The stored form of events: JSON with `kind` and `v`. A kept shape is never edited; what a newer program wrote is kept byte for byte.

use serde_json::Value;
use thiserror::Error;

use super::event::Event;

/// Version of the shapes this program writes. A changed shape of one kind gets the next number and a conversion here.
pub const EVENT_VERSION: u64 = 1;

/// Kinds this program knows, with the newest version of each.
pub const KINDS: &[(&str, u64)] = &[
    ("application_received", 1),
    ("check_recorded", 1),
    ("forwarded_to_mobility_centre", 1),
    ("refusal_drafted", 1),
    ("refusal_returned", 1),
    ("refusal_formed", 1),
    ("refusal_sent", 1),
    ("forwarded_to_recognition_centre", 1),
    ("recognition_centre_reminded", 1),
    ("silence_noted", 1),
    ("confirmation_received", 1),
    ("negative_answer_received", 1),
    ("reasons_requested", 1),
    ("reasons_received", 1),
    ("voucher_issued", 1),
    ("incapacity_sheet_received", 1),
    ("sheet_judged", 1),
    ("voucher_extended", 1),
    ("voucher_annulled", 1),
    ("reinstatement_proposed", 1),
    ("voucher_reinstated", 1),
    ("replacement_proposed", 1),
    ("voucher_replaced", 1),
    ("proposal_declined", 1),
    ("voucher_corrected", 1),
    ("voucher_presented", 1),
    ("voucher_used", 1),
    ("no_show_recorded", 1),
    ("protocol_received", 1),
    ("act_received", 1),
    ("act_returned", 1),
    ("act_accepted", 1),
    ("profile_set", 1),
    ("payment_sent", 1),
    ("payment_confirmed", 1),
    ("case_closed", 1),
    ("application_withdrawn", 1),
    ("escalated", 1),
    ("note_added", 1),
];

/// Why a stored event cannot be read. A newer kind is not among the reasons: it is kept.
#[derive(Debug, Error)]
pub enum StoredEventError {
    /// The text is not JSON.
    #[error("a stored event is not JSON")]
    NotJson {
        /// The cause.
        #[source]
        source: serde_json::Error,
    },
    /// No kind or no version.
    #[error("a stored event has no \"kind\" or no \"v\"")]
    NoKind,
    /// A known kind and version in a wrong shape: damage, not novelty.
    #[error("a stored event of kind {kind} v{version} has a wrong shape")]
    Shape {
        /// Its kind.
        kind: String,
        /// Its version.
        version: u64,
        /// The cause.
        #[source]
        source: serde_json::Error,
    },
}

impl Event {
    /// The stored text: what is hashed and signed. An unknown event gives back its very bytes.
    ///
    /// # Errors
    /// Never for events of this program; the signature follows serde.
    pub fn to_stored(&self) -> Result<String, serde_json::Error> {
        if let Event::Unknown { raw, .. } = self {
            return Ok(raw.clone());
        }
        let mut value = serde_json::to_value(self)?;
        if let Value::Object(fields) = &mut value {
            fields.insert("v".to_owned(), Value::from(EVENT_VERSION));
        }
        serde_json::to_string(&value)
    }

    /// Reads a stored text.
    ///
    /// # Errors
    /// [`StoredEventError`] for damage; a kind or version of a newer program becomes [`Event::Unknown`].
    pub fn from_stored(text: &str) -> Result<Event, StoredEventError> {
        let mut value: Value =
            serde_json::from_str(text).map_err(|source| StoredEventError::NotJson { source })?;
        let kind = value.get("kind").and_then(Value::as_str).map(str::to_owned);
        let version = value.get("v").and_then(Value::as_u64);
        let (Some(kind), Some(version)) = (kind, version) else { return Err(StoredEventError::NoKind) };
        let known = KINDS.iter().any(|(name, newest)| *name == kind && version <= *newest);
        if !known {
            return Ok(Event::Unknown { kind, version, raw: text.to_owned() });
        }
        if let Value::Object(fields) = &mut value {
            fields.remove("v");
        }
        serde_json::from_value(value).map_err(|source| StoredEventError::Shape { kind, version, source })
    }

    /// The kind, as stored.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self {
            Event::ApplicationReceived { .. } => "application_received",
            Event::CheckRecorded { .. } => "check_recorded",
            Event::ForwardedToMobilityCentre {} => "forwarded_to_mobility_centre",
            Event::RefusalDrafted { .. } => "refusal_drafted",
            Event::RefusalReturned { .. } => "refusal_returned",
            Event::RefusalFormed { .. } => "refusal_formed",
            Event::RefusalSent {} => "refusal_sent",
            Event::ForwardedToRecognitionCentre {} => "forwarded_to_recognition_centre",
            Event::RecognitionCentreReminded { .. } => "recognition_centre_reminded",
            Event::SilenceNoted { .. } => "silence_noted",
            Event::ConfirmationReceived { .. } => "confirmation_received",
            Event::NegativeAnswerReceived { .. } => "negative_answer_received",
            Event::ReasonsRequested {} => "reasons_requested",
            Event::ReasonsReceived { .. } => "reasons_received",
            Event::VoucherIssued { .. } => "voucher_issued",
            Event::IncapacitySheetReceived { .. } => "incapacity_sheet_received",
            Event::SheetJudged { .. } => "sheet_judged",
            Event::VoucherExtended { .. } => "voucher_extended",
            Event::VoucherAnnulled { .. } => "voucher_annulled",
            Event::ReinstatementProposed { .. } => "reinstatement_proposed",
            Event::VoucherReinstated { .. } => "voucher_reinstated",
            Event::ReplacementProposed { .. } => "replacement_proposed",
            Event::VoucherReplaced { .. } => "voucher_replaced",
            Event::ProposalDeclined { .. } => "proposal_declined",
            Event::VoucherCorrected { .. } => "voucher_corrected",
            Event::VoucherPresented { .. } => "voucher_presented",
            Event::VoucherUsed { .. } => "voucher_used",
            Event::NoShowRecorded { .. } => "no_show_recorded",
            Event::ProtocolReceived { .. } => "protocol_received",
            Event::ActReceived { .. } => "act_received",
            Event::ActReturned { .. } => "act_returned",
            Event::ActAccepted { .. } => "act_accepted",
            Event::ProfileSet { .. } => "profile_set",
            Event::PaymentSent { .. } => "payment_sent",
            Event::PaymentConfirmed { .. } => "payment_confirmed",
            Event::CaseClosed {} => "case_closed",
            Event::ApplicationWithdrawn { .. } => "application_withdrawn",
            Event::Escalated { .. } => "escalated",
            Event::NoteAdded { .. } => "note_added",
            Event::Unknown { kind, .. } => kind,
        }
    }
}
