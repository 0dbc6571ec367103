//! The readings: for every place where the Rules can be understood in two ways, a named parameter with the
//! choice an edition makes and the choice the authors recommend. Nothing decides by a reading that is not here.

use serde::{Deserialize, Serialize};

/// A choice among readings, beside the recommended one. Results show both when they differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen<T> {
    /// The choice in force.
    pub value: T,
    /// The choice recommended by the register of ambiguities.
    pub recommended: T,
}

/// One parameter as an explanation shows it. Its words are `reading-<parameter>`, hyphens for dots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadingUsed {
    /// The name of the parameter, `cutoff.inclusive`.
    pub parameter: &'static str,
    /// The ambiguity it answers, `A-01`.
    pub reading: &'static str,
    /// The choice in force, as the edition writes it.
    pub value: String,
    /// False when another choice is recommended.
    pub as_recommended: bool,
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }
    )+};
}

choices! {
    /// What a cut-off that falls on a day off becomes.
    CutoffRoll {
        /// It stays.
        None,
        /// It moves to the next working day.
        NextWorkingDay,
    }
    /// Whose wall calendar gives the civil date of a stamp.
    CivilDate {
        /// That of the region, by the zone it had on that date.
        Region,
    }
    /// What happens to a case the platform let through a failed gate.
    GateFailure {
        /// It is reported upwards and its clocks go on; never refused under paragraph 8.
        Escalate,
    }
    /// Which day is day zero when an application comes on a day off.
    ReceiptDay {
        /// The day of the stamp.
        AsIs,
        /// The next working day.
        NextWorkingDay,
    }
    /// When an electronic act of a day is still in time.
    DayEnd {
        /// Until midnight.
        Midnight,
        /// Until the office closes.
        OfficeCloses,
    }
    /// Who must have received the application for the day of paragraph 9 to begin.
    SendStart {
        /// The mobility centre, from the career centre.
        CtmReceived,
    }
    /// What meets the term of paragraph 8.
    ReviewMet {
        /// Forming the refusal or forwarding the application in the labour system.
        Formed,
    }
    /// How long a lapsed voucher waits for its annulment.
    AnnulGrace {
        /// Until the end of the next working day.
        NextWd,
        /// Not at all: the last day ends it.
        None,
    }
    /// Which event is the use of a voucher.
    UseEvent {
        /// The person showed the voucher.
        Presented,
        /// The centre registered the person for the procedure.
        Admitted,
        /// The exam took place.
        Exam,
        /// The protocol was signed.
        Protocol,
    }
    /// How many of the proofs of work of art. 35 are needed.
    WorkProofs {
        /// Any one that shows the required period.
        Any,
        /// All three kinds.
        All,
    }
    /// What a proof of work outside art. 35(1)–(3) is.
    OtherProof {
        /// Not enough where experience is required: the package is incomplete.
        Incomplete,
    }
    /// What a missing copy is where the standard requires nothing.
    NotRequired {
        /// No ground of refusal.
        NoGround,
    }
    /// What a name that differs from the document's is.
    NameDiffers {
        /// A person looks and asks for the proof.
        Human,
    }
    /// What an unreadable copy is.
    Unreadable {
        /// As good as missing.
        Missing,
    }
    /// What counts as having received a voucher in a year.
    Received {
        /// A voucher issued in the calendar year.
        Issued,
    }
    /// When a person may apply again.
    ApplyAgain {
        /// At once.
        AtOnce,
        /// From 1 January.
        NextYear,
    }
    /// What a voucher of the year before that is still valid is to a new application.
    EarlierVoucher {
        /// A warning, and the person is asked.
        Warn,
    }
    /// When the status of the unemployed is looked at once more.
    StatusAgain {
        /// On the day of issue.
        AtIssue,
    }
    /// How a sick-leave sheet moves the last day.
    Extension {
        /// The sick days after the issue do not count; a sheet begun in time counts whole.
        Pause,
        /// Every day written on a sheet begun in time is added, even those before the issue.
        Literal,
    }
    /// Which papers extend a voucher by themselves.
    ExtendingPaper {
        /// Only the sheet of temporary incapacity of the person.
        SheetOnly,
    }
    /// What overlapping sheets do.
    SheetsTogether {
        /// A day counts once.
        Union,
    }
    /// How a recognition centre is replaced after the issue.
    Replacement {
        /// By a decision of two persons, same last day, not a second voucher.
        Administrative,
    }
    /// What a negative answer without reasons is.
    BareDecline {
        /// Reasons are asked for the same day; then the answer is quoted word for word.
        AskReasons,
    }
    /// When the person is told of the own share.
    PriceTold {
        /// Before the application.
        BeforeApplication,
    }
    /// Where a voucher prints what paragraph 10 does not name.
    VoucherExtras {
        /// In a block of its own, marked as information.
        SeparateBlock,
    }
    /// How the three-year plan is used.
    QuotaSlice {
        /// By calendar years.
        Yearly,
    }
    /// When a place of the quota is taken.
    QuotaTake {
        /// Held at receipt, taken at issue.
        HoldThenIssue,
    }
    /// What an exhausted quota does to an application that passed the gate.
    QuotaExhausted {
        /// The voucher is issued and marked over quota.
        IssueAndMark,
    }
    /// Whose quota a voucher is of.
    QuotaRegion {
        /// The region of application.
        Application,
    }
    /// Whose date chooses the МРП.
    MrpBasis {
        /// The date of the protocol.
        Protocol,
        /// The date of issue.
        Issue,
        /// The date of payment.
        Payment,
    }
    /// Who pays.
    Payer {
        /// The mobility centre that issued the voucher.
        IssuingCtm,
    }
    /// What a profession without a profile does.
    NoProfile {
        /// It blocks the payment, not the issue.
        BlockPayment,
    }
    /// Which language of a refusal stands first.
    RefusalLanguage {
        /// That of the application; the other follows.
        ApplicationFirst,
    }
    /// Whether the person is heard before a refusal.
    Hearing {
        /// No.
        Off,
        /// The step is offered.
        Optional,
    }
    /// What a refusal of the centre after its confirmation is.
    LateDecline {
        /// Before the issue a negative answer, after it a reason to replace the centre.
        ByStage,
    }
    /// Which region the aid of paragraph 14(2) compares with the venue.
    HomeRegion {
        /// That of the permanent registration.
        PermanentRegistration,
    }
    /// Whether a remote exam is outside the region.
    RemoteExam {
        /// It is not.
        NotOutside,
    }
    /// What is paid after an exam.
    AfterExam {
        /// The service was given: both payments are due.
        Pay,
        /// Nothing was used: nothing is paid.
        NoPayment,
    }
    /// How the term of paragraph 16 is judged for an act with several protocols.
    ActLateness {
        /// Line by line, each by its own protocol; lateness is recorded and refuses nothing.
        PerLine,
    }
    /// What the return of a defective act does to the term of paragraph 17.
    ActReturn {
        /// A new receipt starts a new clock; the old one stays visible.
        NewClock,
    }
    /// What "transfers" of paragraph 17 means.
    Paid {
        /// The order was sent; the bank's date is kept beside it.
        OrderSent,
    }
    /// What a date no edition covers does.
    UnknownEdition {
        /// The engine refuses.
        Refuse,
    }
    /// By whose clock a decision made without a network is judged.
    Finality {
        /// By the stamp of forming, if the clock was sound and the chain is whole; else a supervisor decides.
        FormedIfSound,
    }
    /// What an application after the cut-off is.
    AfterCutoff {
        /// Not an early one of the next year: reported upwards.
        NotEarly,
    }
    /// Until when an application may be withdrawn.
    Withdrawal {
        /// Until the issue.
        BeforeIssue,
    }
    /// How a clerical error of a voucher is put right.
    Correction {
        /// Same number with a suffix, both kept.
        Suffix,
    }
    /// Who acts for a minor, an incapable or a deceased person.
    Representative {
        /// Nobody by rule: a person decides.
        Human,
    }
    /// Which text prevails when the languages differ.
    TextShown {
        /// Both are shown.
        Both,
    }
    /// What two applications at once do.
    Parallel {
        /// The first issue blocks the other.
        FirstIssueBlocks,
    }
}

macro_rules! readings {
    ($($(#[$doc:meta])* $field:ident: $kind:ty = $name:literal $number:literal),+ $(,)?) => {
        /// Every reading of an edition, by the name the register of ambiguities gives it.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Readings {
            $($(#[$doc])* #[serde(rename = $name)] pub $field: Chosen<$kind>),+
        }

        impl Readings {
            /// Every parameter, for an explanation or a list.
            pub fn list(&self) -> Vec<ReadingUsed> {
                vec![$(shown($name, $number, &self.$field)),+]
            }
        }
    };
}

readings! {
    /// the day of the cut-off itself is in time.
    cutoff_inclusive: bool = "cutoff.inclusive" "A-01",
    /// a cut-off on a day off.
    cutoff_roll: CutoffRoll = "cutoff.roll" "A-02",
    /// how many calendar days before the cut-off the warning begins.
    cutoff_warn_days: u32 = "cutoff.warn_days" "A-01",
    /// whose wall calendar.
    tz_by_date: CivilDate = "tz_by_date" "A-03",
    /// a failed gate.
    gate_failure: GateFailure = "gate_failure" "A-04",
    /// an application received on a day off.
    receipt_nonworking: ReceiptDay = "receipt.nonworking" "A-05",
    /// the end of a fatal day.
    eod_fatal: DayEnd = "eod.fatal" "A-06",
    /// the end of a target day.
    eod_target: DayEnd = "eod.target" "A-06",
    /// the start of paragraph 9.
    d9_start: SendStart = "d9.start" "A-07",
    /// what meets paragraph 8.
    d8_met_by: ReviewMet = "d8.met_by" "A-08",
    /// own target of sending the refusal of paragraph 8, working days after forming.
    target_send_refusal: u32 = "target.send_refusal" "A-09",
    /// the centre is reminded after so many working days of silence.
    cp_remind: u32 = "cp.remind" "A-10",
    /// the head is told after so many working days of silence.
    cp_escalate: u32 = "cp.escalate" "A-10",
    /// the centre comes on the ministry's list after so many working days of silence.
    cp_report: u32 = "cp.report" "A-10",
    /// working days of an office week, unless its profile says otherwise.
    office_week: u8 = "office.week" "A-11",
    /// the day of the event does not count where the text lacks "after the day".
    d9n_day_zero: bool = "d9n.day_zero" "A-12",
    /// the last day of validity is a day of validity.
    validity_inclusive: bool = "validity.inclusive" "A-13",
    /// how long annulment waits.
    annul_grace: AnnulGrace = "annul.grace" "A-14",
    /// what use is.
    use_event: UseEvent = "use.event" "A-15",
    /// an annulment can be undone by two persons.
    reinstate_allowed: bool = "reinstate.allowed" "A-16",
    /// how many proofs of work.
    work_proofs: WorkProofs = "work_proofs" "A-17",
    /// another proof of work.
    work_proof_other: OtherProof = "work_proof.other" "A-18",
    /// a copy nobody requires.
    documents_not_required: NotRequired = "documents.not_required" "A-19",
    /// another name on a document.
    name_differs: NameDiffers = "name.differs" "A-20",
    /// an unreadable copy.
    copy_unreadable: Unreadable = "copy.unreadable" "A-20",
    /// what receiving is.
    once_counts: Received = "once.counts" "A-21",
    /// applying again after a refusal.
    again_after_refusal: ApplyAgain = "again.after_refusal" "A-22",
    /// applying again after an annulment.
    again_after_annulment: ApplyAgain = "again.after_annulment" "A-23",
    /// a voucher of the year before.
    earlier_voucher: EarlierVoucher = "earlier_voucher" "A-24",
    /// the status once more.
    status_again: StatusAgain = "status.again" "A-25",
    /// how a sheet extends.
    extension_by: Extension = "extension.by" "A-26",
    /// which papers extend.
    extension_paper: ExtendingPaper = "extension.paper" "A-27",
    /// overlapping sheets.
    extension_together: SheetsTogether = "extension.together" "A-28",
    /// a sheet brought so many calendar days after its end is marked for a look.
    sheet_late_flag_days: u32 = "sheet.late_flag_days" "A-28",
    /// another centre after the issue.
    replacement: Replacement = "replacement" "A-29",
    /// a bare negative answer.
    decline_bare: BareDecline = "decline.bare" "A-30",
    /// telling the price.
    price_told: PriceTold = "price.told" "A-31",
    /// extras on the voucher.
    voucher_extras: VoucherExtras = "voucher.extras" "A-32",
    /// slices of the plan.
    quota_slice: QuotaSlice = "quota.slice" "A-33",
    /// unused places go over to the next year.
    quota_carry_over: bool = "quota.carry_over" "A-33",
    /// taking a place.
    quota_take: QuotaTake = "quota.take" "A-34",
    /// an annulled voucher gives its place back.
    quota_annulled_returns: bool = "quota.annulled_returns" "A-34",
    /// an exhausted quota.
    quota_exhausted: QuotaExhausted = "quota.exhausted" "A-35",
    /// whose quota.
    quota_region: QuotaRegion = "quota.region" "A-36",
    /// whose date chooses the МРП.
    mrp_basis: MrpBasis = "mrp.basis" "A-37",
    /// who pays.
    payer: Payer = "payer" "A-38",
    /// no profile.
    profile_unknown: NoProfile = "profile.unknown" "A-39",
    /// languages of a refusal.
    refusal_language: RefusalLanguage = "refusal.language" "A-40",
    /// hearing.
    hearing: Hearing = "hearing" "A-41",
    /// the account number is required only where the exam is outside the region.
    account_only_outside: bool = "account.only_outside" "A-42",
    /// the e-mail address is required.
    email_required: bool = "email.required" "A-42",
    /// the way of appeal is printed.
    appeal_printed: bool = "appeal.printed" "A-43",
    /// a late refusal of the centre.
    decline_late: LateDecline = "decline.late" "A-44",
    /// the home region.
    aid_home: HomeRegion = "aid.home" "A-45",
    /// a remote exam.
    aid_remote: RemoteExam = "aid.remote" "A-45",
    /// a failed exam.
    exam_failed: AfterExam = "exam.failed" "A-46",
    /// nobody came.
    exam_no_show: AfterExam = "exam.no_show" "A-46",
    /// lateness of an act.
    act_lateness: ActLateness = "act.lateness" "A-47",
    /// return of an act.
    act_return: ActReturn = "act.return" "A-48",
    /// what paying is.
    paid_when: Paid = "paid.when" "A-49",
    /// from this day of December payments of the year are in danger.
    treasury_warn_day: u32 = "treasury.warn_day" "A-49",
    /// no edition.
    edition_unknown: UnknownEdition = "edition.unknown" "A-50",
    /// civil dates follow the history of the region's zone.
    tz_by_region_history: bool = "tz_by_region_history" "A-52",
    /// a decision without network.
    finality_rule: Finality = "finality.rule" "A-53",
    /// an application after the cut-off.
    after_cutoff: AfterCutoff = "after_cutoff" "A-54",
    /// withdrawal.
    withdrawal_until: Withdrawal = "withdrawal.until" "A-55",
    /// clerical errors.
    correction: Correction = "correction" "A-56",
    /// representatives.
    representative: Representative = "representative" "A-57",
    /// texts that differ.
    text_shown: TextShown = "text.shown" "A-58",
    /// two applications at once.
    parallel: Parallel = "parallel" "A-59",
}

/// One parameter, to be shown beside what it decided.
fn shown<T: Serialize + PartialEq>(
    parameter: &'static str,
    reading: &'static str,
    chosen: &Chosen<T>,
) -> ReadingUsed {
    let written = serde_json::to_value(&chosen.value).unwrap_or_default();
    let value = written.as_str().map_or_else(|| written.to_string(), str::to_owned);
    ReadingUsed { parameter, reading, value, as_recommended: chosen.value == chosen.recommended }
}

impl Readings {
    /// The parameters of the given names, in their order: what an explanation of a result shows.
    pub fn used(&self, names: &[&str]) -> Vec<ReadingUsed> {
        let mut list = self.list();
        list.retain(|reading| names.contains(&reading.parameter));
        list
    }
}
