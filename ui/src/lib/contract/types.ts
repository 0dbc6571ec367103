// Generated from crates/desk/src/contract. Do not edit: cargo run -p desk --example contract

export type Answer<V> = { value: V; changed: Array<Topic> };

export type ActAccept = { command: string, act: ActKey, seen: Array<CaseSeen>, 
/**
 * The person saw the signature of the centre under the act: it is not in the data.
 */
signature_seen: boolean, };

/**
 * One act in the list, by the clock of its payment.
 */
export type ActCard = { key: ActKeyView, centre_name: string, received_on: string, state: ActState, persons: number, cost: string, 
/**
 * To the centre; null until it is accepted.
 */
reimbursed: string | null, deadline: Chip, 
/**
 * One of its cases: papers of an act are asked for by it.
 */
case: string, };

/**
 * An act as it is being typed in.
 */
export type ActDraft = { centre: string, number: string, drawn_on: string | null, received_on: string | null, lines: Array<ActDraftLine>, };

/**
 * One ticked voucher with the price of the act.
 */
export type ActDraftLine = { case: string, version: number, 
/**
 * Tenge with two decimals; what cannot be read yet counts as missing.
 */
price: string, };

export type ActDraftPaper = { draft: ActDraft, language: PaperLanguage, };

export type ActGiveBack = { command: string, act: ActKey, seen: Array<CaseSeen>, remarks: Array<ActRemarkSet>, };

/**
 * Which act.
 */
export type ActKey = { 
/**
 * БИН of the recognition centre, or its name where there is none.
 */
centre: string, number: string, drawn_on: string, 
/**
 * It went back, and these cases wait for another.
 */
returned: boolean, };

/**
 * The same, as the window gets it.
 */
export type ActKeyView = { centre: string, number: string, drawn_on: string, returned: boolean, };

/**
 * One person of an act with what is paid.
 */
export type ActLineView = { case: string, version: number, name: string, voucher: string, profession: string, level: number | null, protocol: string, protocol_on: string, passed: boolean, price: string | null, 
/**
 * The price the centre gave for this person.
 */
agreed: string | null, 
/**
 * Null where the sum cannot be reckoned; a remark says why.
 */
sums: ActSums | null, };

export type ActReceive = { 
/**
 * Made by the window; the same id twice changes nothing.
 */
command: string, draft: ActDraft, };

/**
 * A remark of the form that the papers on the table may call for.
 */
export type ActRemarkChoice = { code: string, said: Said, };

/**
 * A remark to go back with: one by its code, or the person's own words.
 */
export type ActRemarkSet = { code: string | null, own: string | null, 
/**
 * The person it is about; null: the act as a whole.
 */
case: string | null, };

/**
 * What the examination of an act found.
 */
export type ActRemarkView = { code: string, said: Said, 
/**
 * Paragraph of the Rules.
 */
paragraph: string, 
/**
 * Place from one in the list of persons; null for the act as a whole.
 */
person: number | null, case: string | null, 
/**
 * The act must go back because of it; otherwise it is only told.
 */
returns: boolean, };

export type ActState = "draft" | "received" | "accepted" | "returned" | "closed";

/**
 * What is paid for one person (paragraphs 14 and 15).
 */
export type ActSums = { 
/**
 * `social` or `technical`.
 */
profile: string, mrp: string, mrp_date: string, cap: string, reimbursed: string, claimant_pays: string, material_aid: string, 
/**
 * What the other dates of reading A-37 would give, where the sum differs.
 */
otherwise: Array<Said>, };

export type ActView = { key: ActKeyView, state: ActState, centre_name: string, centre_bin: string | null, received_on: string, accepted_on: string | null, returned_on: string | null, deadline: Chip | null, lines: Array<ActLineView>, cost: SumInWords, 
/**
 * To the centre; null while a person's sum is not known.
 */
reimbursed: SumInWords | null, claimants_pay: string | null, material_aid: string | null, remarks: Array<ActRemarkView>, choices: Array<ActRemarkChoice>, 
/**
 * What is missing to do it; null when it may be done.
 */
receive: Missing | null, accept: Missing | null, give_back: Missing | null, };

export type Acted = { version: number, stage: string, };

/**
 * What may be done, and what is missing where it may not.
 */
export type ActionView = { 
/**
 * Snake-case name of the act: the `do` of a `CaseAct`, or `refuse_by_career_centre`, `refuse_by_mobility_centre`, `approve_refusal`, `return_refusal`, which have commands of their own.
 */
act: string, title: Said, allowed: boolean, 
/**
 * The condition that is missing.
 */
missing: Missing | null, 
/**
 * What `Ctrl+Enter` does.
 */
main: boolean, };

export type ActsAsk = { 
/**
 * Acts whose every case is closed, instead of those that are open.
 */
closed: boolean, };

export type ActsPage = { acts: Array<ActCard>, centres: Array<CentreWaiting>, 
/**
 * What this person lacks to enter an act; null when nothing.
 */
receive: Missing | null, };

export type AddPerson = { login: string, name: string, role: Role, office: OfficeSide, password: string, };

/**
 * Sums in tenge with two decimals, `27524.00`.
 */
export type AmountsView = { mrp: string, mrp_date: string, price: string, cap: string | null, reimbursed: string | null, claimant_pays: string | null, material_aid: string, paragraphs: Array<string>, };

/**
 * A variable: a number (plurals need it as one), a text (also a civil date `2026-10-24` or a sum
 * `27524.00`, which the word itself formats), or another text to be said first.
 */
export type Arg = number | string | Said;

/**
 * The copies on another disk.
 */
export type AwayView = { 
/**
 * Null: nobody has chosen one.
 */
folder: string | null, 
/**
 * Days without a good copy after which the administrator is warned.
 */
warn_days: number, 
/**
 * Local time of the last good copy.
 */
last: string | null, 
/**
 * Days since then, or since the office was founded.
 */
days: number, overdue: boolean, 
/**
 * Why the last try came to nothing.
 */
problem: Said | null, 
/**
 * The folder lies on the disk of the data: it is lost together with them.
 */
same_disk: boolean, };

/**
 * Whether a backup passed the check that needs no key; restoring checks the rest.
 */
export type BackupCondition = "whole" | "damaged" | "newer" | "not_read";

export type BackupNow = { 
/**
 * Null: the folder of backups beside the data.
 */
folder: string | null, };

export type BackupRow = { name: string, at: string, bytes: number, };

export type CardAsk = { language: PaperLanguage, };

export type CardPrint = { language: PaperLanguage, printer: string | null, };

/**
 * Where the person had the card saved; null when the dialog was closed without a folder.
 */
export type CardSaved = { path: string | null, };

/**
 * Sums are texts in tenge with two decimals, regions two digits of КАТО, days civil dates.
 */
export type CaseAct = { "do": "record_check", check: string, verdict: VerdictView, note: string | null, } | { "do": "forward_to_mobility_centre", } | { "do": "send_refusal", } | { "do": "forward_to_recognition_centre", } | { "do": "remind_recognition_centre", channel: string | null, note: string | null, } | { "do": "record_confirmation", answered_on: string | null, exam_on: string | null, price: string | null, venue: string | null, } | { "do": "record_negative_answer", answered_on: string | null, reasons: string | null, answer: string | null, } | { "do": "request_reasons", } | { "do": "record_reasons", reasons: string, } | { "do": "issue_voucher", registered_unemployed: boolean | null, } | { "do": "record_sheet", number: string | null, from: string, to: string, paper: SheetPaperView, integration: boolean, received_on: string | null, } | { "do": "judge_sheet", sheet: number, counts: boolean, reason: string, } | { "do": "extend_voucher", } | { "do": "propose_reinstatement", ground: ReinstatementView, admitted_on: string | null, note: string | null, } | { "do": "approve_reinstatement", } | { "do": "propose_replacement", ground: ReplacementView, centre: string, bin: string | null, venue: string | null, } | { "do": "approve_replacement", } | { "do": "decline_proposal", reason: string, } | { "do": "correct_voucher", field: string, was: string, becomes: string, reason: string, } | { "do": "record_presentation", on: string | null, } | { "do": "record_use", admitted_on: string | null, } | { "do": "record_no_show", exam_on: string | null, } | { "do": "record_protocol", number: string, signed_on: string | null, exam_on: string | null, passed: boolean, venue: string | null, remote: boolean, } | { "do": "receive_act", number: string, drawn_on: string | null, received_on: string | null, cost: string, } | { "do": "return_act", remarks: Array<string>, } | { "do": "accept_act", } | { "do": "set_profile", profile: ProfileView, source: string, } | { "do": "send_payment", payee: PayeeView, order: string | null, } | { "do": "confirm_payment", payee: PayeeView, bank_on: string | null, } | { "do": "withdraw", reason: string | null, } | { "do": "escalate", reasons: Array<string>, to: EscalateTo, note: string | null, } | { "do": "add_note", about: NoteAbout, text: string, };

/**
 * One act on one case, made on the version the person saw.
 */
export type CaseActs = { case: string, version: number, 
/**
 * Made by the window; the same id twice changes nothing.
 */
command: string, act: CaseAct, };

export type CaseAsk = { case: string, };

/**
 * A case of the act as the person saw it.
 */
export type CaseSeen = { case: string, version: number, };

export type CaseView = { case: string, number: string, 
/**
 * The version the next command is made on.
 */
version: number, stage: string, stage_said: Said, finality: Finality, edition: string, edition_confirmed: boolean, name: string, iin_masked: string, profession: string, level: number | null, centre: string, region: string, 
/**
 * Local time of the office, `2026-10-24T18:07`.
 */
received_at: string, owner: string | null, chip: Chip, fields: Array<FieldView>, documents: Array<DocumentView>, checks: Array<CheckView>, deadlines: Array<DeadlineView>, path: Array<PathStep>, actions: Array<ActionView>, timeline: Array<EventView>, voucher: VoucherCard | null, refusal: RefusalCard | null, amounts: AmountsView | null, 
/**
 * Papers that can be looked at now.
 */
papers: Array<PaperCard>, };

/**
 * A recognition centre with used vouchers whose act has not come.
 */
export type CentreWaiting = { 
/**
 * As in [`ActKeyView::centre`].
 */
centre: string, name: string, bin: string | null, vouchers: number, };

export type ChangePassword = { old: string, new: string, };

export type ChangeRole = { id: string, role: Role, office: OfficeSide, };

export type CheckView = { 
/**
 * Name of the check; stable within a case.
 */
check: string, 
/**
 * 1…9 in the order shown, for the keyboard.
 */
position: number, verdict: VerdictView, title: Said, 
/**
 * Code of the finding.
 */
code: string, 
/**
 * What was found, in one line, with the facts used.
 */
text: Said, citation: Citation, 
/**
 * `incomplete_package`, `incorrectly_filled`, `requirements_not_met`, or null where a failure is no ground.
 */
ground: string | null, 
/**
 * A gate of the platform (paragraph 3): never a ground of the career centre, escalates.
 */
gate: boolean, field: string | null, documents: Array<string>, facts: Array<Fact>, 
/**
 * The one who asks may decide it now.
 */
may_record: boolean, 
/**
 * Who can clear it.
 */
cleared_by: Said, decided: DecidedView | null, };

export type ChecksMeter = { pass: number, fail: number, warn: number, 
/**
 * Waiting for a person.
 */
human: number, total: number, };

/**
 * The deadline chip: shape, words and colour come from `state`.
 */
export type Chip = { state: ChipState, paragraph: string | null, 
/**
 * The day of the event, which is not counted.
 */
since: string | null, 
/**
 * The last day on which the act is in time.
 */
fatal: string | null, 
/**
 * Our own earlier aim.
 */
target: string | null, 
/**
 * Working days left (0 today), or working days late when overdue, or calendar days waited.
 */
days: number, 
/**
 * Closing time of the office on the last day, `18:00`.
 */
until: string | null, 
/**
 * The days from the day after the event to the last one (or to today when that is later); empty
 * when there are more than sixteen: the window then draws one bar from `since` to `fatal`.
 */
tape: Array<TapeDay>, };

export type ChipState = "overdue" | "today" | "tomorrow" | "later" | "waiting" | "met" | "nothing";

/**
 * A place of a law, with our own short wording of it.
 */
export type Citation = { 
/**
 * `8`, `3`, `14(1)`.
 */
paragraph: string, edition: string, text: Words3 | null, };

/**
 * A person has looked at what was restored or copied.
 */
export type ConfirmRestored = { 
/**
 * What was compared and why work may go on; kept in the journal.
 */
reason: string, };

export type CopyProblem = { file: string, code: string, said: Said, };

export type DayOff = { date: string, kind: string, name: Words3, basis: Words3, estimated: boolean, };

/**
 * One day of the deadline tape.
 */
export type DayStep = { date: string, counts: boolean, 
/**
 * `day_zero`, `working`, `weekend`, `holiday`, `substitute`, `transfer`, `religious`, `working_weekend`.
 */
why: string, 
/**
 * Name of the holiday in three languages, where there is one.
 */
name: Words3 | null, };

export type DeadlineState = "overdue" | "today" | "tomorrow" | "later" | "met" | "met_late" | "no_term";

export type DeadlineView = { citation: Citation, code: string, title: Said, actor: Said, state: DeadlineState, 
/**
 * The day of the event; not counted.
 */
day_zero: string, 
/**
 * Days of the term as the edition states them.
 */
term_days: number | null, working: boolean, fatal: string | null, target: string | null, met_on: string | null, days: number, steps: Array<DayStep>, calendar_version: string, 
/**
 * Readings of the edition used, e.g. `receipt.nonworking`.
 */
readings: Array<string>, 
/**
 * The clock the chip of the case shows.
 */
main: boolean, };

export type DecidedView = { by: string, at: string, reason: string, 
/**
 * Verdict before a person looked.
 */
before: VerdictView, };

export type DemonstrationAccount = { login: string, password: string, name: string, role: Role, 
/**
 * Missing in the marks of offices made before there were two heads.
 */
office: OfficeSide, };

/**
 * A folder with a demonstration application that can be imported.
 */
export type DemonstrationFolder = { name: string, path: string, };

export type Density = "comfortable" | "dense";

export type DiskState = "little" | "low";

/**
 * How little room is left on the disk of the data.
 */
export type DiskView = { state: DiskState, 
/**
 * The disk as a person knows it: a drive, or where it is mounted.
 */
disk: string, 
/**
 * Folder of the data, which nobody may clear away.
 */
folder: string, 
/**
 * Mebibytes that are free, and those below which no work begins.
 */
free_mib: number, needed_mib: number, };

export type DocumentAsk = { case: string, document: string, };

export type DocumentView = { id: string, 
/**
 * Code of the kind as `application.json` names it.
 */
kind: string, title: Said, 
/**
 * Name of the file as it came.
 */
file: string, media: Media, bytes: number, pages: number | null, sha256: string, 
/**
 * Not null when the copy cannot be used.
 */
problem: Said | null, checks: Array<string>, };

/**
 * The answer of a command that only did something.
 */
export type Done = Record<symbol, never>;

export type DueAsk = { from: string, working_days: number, };

export type DueView = { due: string, steps: Array<DayStep>, calendar_version: string, };

export type EditionCard = { code: string, confirmed: boolean, };

export type EditionView = { code: string, valid_from: string, valid_to: string | null, confirmed: boolean, parameters: Array<ParameterView>, paragraphs: Array<ParagraphView>, };

export type EscalateTo = "head" | "mobility_centre" | "ministry";

export type EventView = { sequence: number, 
/**
 * Local time of the office.
 */
at: string, code: string, said: Said, by: string, finality: Finality, };

export type ExportCase = { case: string, folder: string, 
/**
 * Locks the file; told to the person by another way than the file.
 */
passphrase: string, };

export type Exported = { path: string, bytes: number, };

export type Fact = { label: Said, value: string, };

/**
 * A field of Appendix 1.
 */
export type FieldView = { 
/**
 * `F1-02`.
 */
id: string, label: Said, value: string, 
/**
 * Masked in this view; `case_reveal` shows it and writes that into the journal.
 */
masked: boolean, 
/**
 * Checks that speak of this field.
 */
checks: Array<string>, };

/**
 * ◐ decided here, ● confirmed by the centre. A desk alone is its own authority: always confirmed.
 */
export type Finality = "decided_here" | "confirmed";

/**
 * A backup as it tells of itself before it is opened.
 */
export type FoundBackup = { 
/**
 * Its full path; what restoring takes.
 */
folder: string, 
/**
 * Local time it was made.
 */
at: string, bytes: number, 
/**
 * Copies of documents in it; an automatic backup beside the data has none of its own.
 */
documents: number, 
/**
 * Null in backups of earlier programs, as the names of the office.
 */
cases: number | null, office_kk: string | null, office_ru: string | null, condition: BackupCondition, };

/**
 * The first setting up of an office: its name and its administrator.
 */
export type FoundOffice = { name_kk: string, name_ru: string, mobility_centre_kk: string, mobility_centre_ru: string, region: string, week: number, login: string, name: string, password: string, };

export type ImportFolder = { 
/**
 * A folder with `application.json`, or a folder of such folders.
 */
path: string, };

/**
 * A folder that could not be taken: nothing of it was kept, and this says what to do.
 */
export type ImportRefused = { folder: string, code: string, said: Said, };

export type Imported = { taken: Array<ImportedCase>, refused: Array<ImportRefused>, };

export type ImportedCase = { 
/**
 * Name of the folder, for the eye.
 */
folder: string, case: string, number: string, 
/**
 * The same application was here already; nothing changed.
 */
known: boolean, 
/**
 * Copies with a problem: each has also become a finding of the case.
 */
problems: Array<CopyProblem>, };

export type JournalAsk = { case: string | null, page: Page, };

export type JournalPage = { rows: Array<JournalRow>, total: number, };

export type JournalRow = { sequence: number, 
/**
 * Local time of the office.
 */
at: string, by: string, code: string, said: Said, case: string | null, case_number: string | null, 
/**
 * First eight hex digits of the link of the chain.
 */
hash: string, };

export type Language = "kk" | "ru" | "en";

/**
 * Where to look for backups before anybody is signed in.
 */
export type LookForBackups = { 
/**
 * A backup, a folder of backups, a disk that copies are carried to, or the data folder of another PC.
 */
folder: string, };

export type Media = "pdf" | "jpeg" | "png" | "other";

export type Missing = { code: string, said: Said, paragraph: string | null, };

/**
 * A "no".
 */
export type No = { kind: NoKind, code: string, 
/**
 * `no-<code>` with its variables.
 */
said: Said, 
/**
 * Paragraph of the Rules that says so, e.g. `8`.
 */
paragraph: string | null, };

/**
 * Which kind of "no" this is; the window shows each in its own way.
 */
export type NoKind = "denial" | "failure" | "locked" | "invalid" | "bug";

export type NoteAbout = "note" | "call" | "consultation" | "outage";

/**
 * A command without arguments.
 */
export type Nothing = Record<symbol, never>;

export type OfficeCard = { name_kk: string, name_ru: string, mobility_centre_kk: string, mobility_centre_ru: string, 
/**
 * Two digits of КАТО.
 */
region: string, 
/**
 * Working days in a week of this office: 5 or 6.
 */
week: number, 
/**
 * Closing time, `18:00`; the internal target of a day.
 */
closes_at: string, };

/**
 * Everything at once: what is left empty is empty on the papers.
 */
export type OfficeSet = { career_centre: PlaceSet, mobility_centre: PlaceSet, };

/**
 * Where a person works: in the career centre or in the labour mobility centre it is a branch of.
 */
export type OfficeSide = "career_centre" | "mobility_centre";

export type OfficeView = { career_centre: PlaceView, mobility_centre: PlaceView, 
/**
 * This person may change it.
 */
may_change: boolean, };

export type OfficialSet = { position_kk: string, position_ru: string, name: string, };

/**
 * A person who signs, as the papers name the position.
 */
export type OfficialView = { position_kk: string, position_ru: string, 
/**
 * Surname first, as it is signed.
 */
name: string, };

/**
 * Which part of a long list: at most [`Page::ROWS_MAX`] rows at once.
 */
export type Page = { offset: number, limit: number, };

export type PaperAsk = { case: string, kind: PaperKind, language: PaperLanguage, };

export type PaperCard = { kind: PaperKind, title: Said, draft: boolean, number: string | null, };

export type PaperKind = "application" | "refusal" | "voucher" | "extension_notice" | "annulment_notice" | "reinstatement_notice" | "act" | "persons" | "act_return" | "hand_out";

export type PaperLanguage = "kk" | "ru" | "both";

export type PaperSave = { case: string, kind: PaperKind, language: PaperLanguage, 
/**
 * Folder to save into; null: the folder of papers of this user.
 */
folder: string | null, };

export type PaperSaved = { path: string, bytes: number, sha256: string, };

export type ParagraphView = { number: string, text: Words3, };

export type ParameterView = { name: string, value: string, };

export type PathStep = { code: string, title: Said, actor: Said, citation: Citation, 
/**
 * Null: the Rules set no term for this step.
 */
term_days: number | null, state: StepState, on: string | null, };

export type PayeeView = "recognition_centre" | "person";

export type PersonId = { id: string, };

export type PersonRow = { id: string, login: string, name: string, role: Role, office: OfficeSide, active: boolean, 
/**
 * Local time of the last sign-in.
 */
last_seen: string | null, 
/**
 * It is the one who asks.
 */
me: boolean, };

/**
 * A folder a person chose in the system's dialog; null when the dialog was closed.
 */
export type PickedFolder = { path: string | null, };

export type PlaceSet = { name_kk: string, name_ru: string, bin: string, address_kk: string, address_ru: string, phone: string, email: string, iban: string, head: OfficialSet, signatories: Array<OfficialSet>, };

/**
 * One centre as its papers show it; empty where nobody has filled it in yet.
 */
export type PlaceView = { name_kk: string, name_ru: string, bin: string | null, address_kk: string, address_ru: string, phone: string, email: string, 
/**
 * Twenty characters without blanks.
 */
iban: string | null, 
/**
 * The bank its code seems to belong to: a hint.
 */
bank: string | null, head: OfficialView, signatories: Array<OfficialView>, };

/**
 * The papers of the day in one job with a cover sheet.
 */
export type PrintDay = { printer: string | null, language: PaperLanguage, 
/**
 * Only these, or everything of the day that was not printed yet when empty.
 */
only: Array<string>, 
/**
 * 1 to 20.
 */
copies: number, };

export type PrintMark = { id: string, 
/**
 * The page came out of the printer; `false` puts it back into the queue.
 */
came_out: boolean, };

export type PrintPaper = { case: string, kind: PaperKind, language: PaperLanguage, printer: string | null, copies: number, };

export type PrintRow = { id: string, case: string, number: string, name: string, kind: PaperKind, title: Said, 
/**
 * `waiting`, `sent`, `printed`, `failed`.
 */
state: string, copies: number, 
/**
 * Local time of the last print.
 */
at: string | null, by: string | null, printer: string | null, };

export type PrinterCard = { name: string, 
/**
 * What people call it.
 */
title: string, default: boolean, accepting: boolean, };

export type ProfileView = "social" | "technical";

export type QueueAsk = { strip: StripKind | null, 
/**
 * Only what waits for the one who asks.
 */
mine: boolean, 
/**
 * Closed cases instead of open ones; a register holds both when they are asked for.
 */
closed: boolean, 
/**
 * Beginnings of words of a name; the first digits of an ИИН, a phone, a voucher or an act.
 */
text: string | null, centre: string | null, stages: Array<string>, order: QueueOrder, page: Page, };

export type QueueOrder = "fatal_date" | "received" | "name";

export type QueuePage = { rows: Array<QueueRow>, total: number, 
/**
 * Counts of the same filter by strip.
 */
strips: Array<Strip>, 
/**
 * Recognition centres that occur, for the filter.
 */
centres: Array<string>, };

export type QueueRow = { case: string, 
/**
 * The number people say on the phone.
 */
number: string, name: string, 
/**
 * First six digits only: `870512······`.
 */
iin_masked: string, profession: string, centre: string, level: number | null, stage: string, stage_said: Said, 
/**
 * What is to be done next, verb first; null when nothing is.
 */
todo: Said | null, 
/**
 * Who has to do it.
 */
actor: Said, 
/**
 * The strip it stands in.
 */
strip: StripKind, deadline: Chip, checks: ChecksMeter, owner: string | null, finality: Finality, received_on: string, voucher: string | null, voucher_last_day: string | null, };

export type QuotaMeter = { year: number, allocated: number, held: number, issued: number, };

/**
 * Opens the database by the recovery card and gives one user a new password.
 */
export type Recover = { code: string, login: string, new: string, };

/**
 * The recovery key, shown once to be printed on a card.
 */
export type RecoveryCard = { 
/**
 * The code in its groups.
 */
groups: Array<string>, 
/**
 * First part of the id of the vault it opens.
 */
vault: string, day: string, };

export type RefusalCard = { 
/**
 * `draft`, `to_sign`, `returned`, `formed`, `sent`.
 */
state: string, number: string | null, formed_on: string | null, grounds: Array<string>, comment: string | null, };

export type RefusalEdit = { check: string, included: boolean, kk: string, ru: string, };

/**
 * One ground: a failed check and its sentences in both languages.
 */
export type RefusalItem = { check: string, title: Said, code: string, ground: string, citation: Citation, included: boolean, kk: string, ru: string, 
/**
 * The sentences as the program wrote them, to see what was changed by hand.
 */
written_kk: string, written_ru: string, };

export type RefusalReturn = { case: string, version: number, command: string, comment: string, };

export type RefusalSave = { case: string, version: number, command: string, items: Array<RefusalEdit>, };

export type RefusalStep = { case: string, version: number, command: string, };

/**
 * A text of the letter as a whole: the explanation, the hearing, the notice of appeal. It is saved as an item is,
 * under its `check`.
 */
export type RefusalText = { check: string, title: Said, included: boolean, kk: string, ru: string, 
/**
 * As the edition offers it.
 */
written_kk: string, written_ru: string, };

export type RefusalView = { case: string, version: number, number: string, name: string, iin_masked: string, profession: string, received_on: string, deadline: Chip, 
/**
 * `draft`, `to_sign`, `returned`, `formed`, `sent`.
 */
state: string, drafted_by: string | null, comment: string | null, items: Array<RefusalItem>, 
/**
 * The texts of the letter that are no ground.
 */
texts: Array<RefusalText>, 
/**
 * What the linter says; the draft goes to sign when none of them stops it.
 */
remarks: Array<Remark>, 
/**
 * The one who asks may send it to sign / approve it now.
 */
may_submit: boolean, may_approve: boolean, missing: Missing | null, };

/**
 * A register of the cases the screen shows: the same filter, all of its rows.
 */
export type RegisterAsk = { kind: RegisterKind, language: Language, 
/**
 * The filter on screen; its page is not looked at.
 */
filter: QueueAsk, 
/**
 * Of applications by receipt, of refusals and vouchers by their day, of payments by the act; null: all.
 */
from: string | null, to: string | null, 
/**
 * Null: the folder of papers of this user.
 */
folder: string | null, };

export type RegisterKind = "applications" | "refusals" | "vouchers" | "payments";

/**
 * A register on its way to a printer.
 */
export type RegisterPrint = { register: RegisterAsk, printer: string | null, 
/**
 * 1 to 20.
 */
copies: number, };

export type RegisterPrinted = { rows: number, copies: number, printer: string | null, sha256: string, };

export type RegisterSaved = { path: string, bytes: number, rows: number, };

export type ReinstatementView = "late_sheet" | "timely_use";

export type Remark = { code: string, said: Said, 
/**
 * `kk` or `ru` where it speaks of one text.
 */
language: string | null, check: string | null, 
/**
 * Stops the signing; otherwise advice.
 */
stops: boolean, };

export type ReplacementView = "accreditation_lost" | "centre_refused" | "person_wishes";

export type ResetPassword = { id: string, password: string, };

/**
 * Puts a backup into an empty data folder.
 */
export type Restore = { folder: string, key: RestoreKey, };

/**
 * What opens the backup.
 */
export type RestoreKey = { "by": "password", login: string, password: string, } | { "by": "card", code: string, };

export type Reveal = { case: string, 
/**
 * `F1-03`, `F1-10`, `F1-14`…
 */
field: string, };

export type Revealed = { value: string, };

/**
 * What a person is here for; one person has one role in one office.
 */
export type Role = "specialist" | "supervisor" | "mobility_officer" | "accountant" | "administrator" | "auditor";

/**
 * A part of the window; the rail shows those of the role.
 */
export type Room = "today" | "queue" | "import" | "to_sign" | "acts" | "print" | "registers" | "journal" | "people" | "office" | "backup" | "calendar" | "settings";

/**
 * A key of the words with the variables it takes.
 */
export type Said = { key: string, args: { [key in string]: Arg }, };

/**
 * The same job as a file, where there is no printer.
 */
export type SaveDay = { language: PaperLanguage, only: Array<string>, 
/**
 * Null: the folder of papers of this user.
 */
folder: string | null, };

/**
 * A filter of the queue kept under a name by one person.
 */
export type SaveView = { name: string, 
/**
 * The filter as the window wrote it; kept and given back as it is.
 */
filter: string, };

export type SavedView = { name: string, filter: string, };

export type SealAsk = { 
/**
 * As the scanner typed it.
 */
payload: string, };

/**
 * What the code says, or why it does not hold.
 */
export type SealView = { holds: boolean, said: Said, 
/**
 * What follows is empty when it does not hold.
 */
kind: Said | null, number: string | null, 
/**
 * 0 for the paper as first made.
 */
correction: number, issued: string | null, last_day: string | null, 
/**
 * To be compared with the paper by eye.
 */
iin_last_digits: string | null, 
/**
 * What became of the paper since it was printed: corrected, extended, annulled.
 */
now: Said | null, office: string | null, key: string | null, };

export type SearchAsk = { 
/**
 * ИИН, name, number of a voucher or an act, phone.
 */
text: string, limit: number, };

export type SearchHits = { rows: Array<QueueRow>, 
/**
 * There were more than fit.
 */
more: boolean, };

export type SeatState = "fresh" | "locked" | "open";

export type SessionView = { state: SeatState, 
/**
 * Synthetic people only; the window says so on every screen.
 */
demonstration: boolean, 
/**
 * Accounts of the demonstration office, shown on its lock page; empty in a real one.
 */
accounts: Array<DemonstrationAccount>, 
/**
 * Seconds until the next password is looked at; grows with each wrong one.
 */
wait_seconds: number, 
/**
 * Wrong passwords since the last good one.
 */
wrong_passwords: number, user: UserCard | null, 
/**
 * Parts of the window this role works in.
 */
rooms: Array<Room>, office: OfficeCard | null, 
/**
 * Civil date at the office.
 */
today: string, edition: EditionCard | null, calendar_version: string | null, 
/**
 * Minutes without a touch after which the desk locks itself.
 */
idle_lock_minutes: number, 
/**
 * Commands not yet confirmed by a centre; 0 when the desk is its own authority.
 */
outbox: number, 
/**
 * The desk decides alone (`true`) or is joined with a centre.
 */
alone: boolean, 
/**
 * The clock of the PC went back behind what the journal has seen.
 */
clock_behind: boolean, 
/**
 * Exchange stands still until an administrator confirms the data.
 */
suspended: Suspended | null, 
/**
 * Days without a good copy on another disk, for an administrator when they are too many.
 */
away_overdue_days: number | null, 
/**
 * Little room on the disk of the data; null while there is enough.
 */
disk: DiskView | null, settings: SettingsView, program_version: string, };

export type SetAway = { 
/**
 * Null: no copies on another disk.
 */
folder: string | null, 
/**
 * 1 to 90.
 */
warn_days: number, };

export type SettingsView = { language: Language, theme: Theme, density: Density, 
/**
 * Percent, 80 to 200.
 */
zoom: number, 
/**
 * Single-letter shortcuts; off for screen readers.
 */
single_keys: boolean, };

export type SheetPaperView = "sheet" | "certificate" | "child_care";

export type SheetView = { from: string, to: string, counted_days: number, why: Said, };

export type SignIn = { login: string, password: string, };

export type StepState = "done" | "current" | "ahead";

export type Strip = { kind: StripKind, count: number, };

/**
 * A strip of the day: the cases that share one kind of urgency.
 */
export type StripKind = "overdue" | "today" | "tomorrow" | "later" | "waiting_for_centre" | "expiring_vouchers" | "to_sign" | "to_print" | "not_confirmed";

/**
 * A sum, in figures and in words of both languages of the paper.
 */
export type SumInWords = { sum: string, kk: string, ru: string, };

/**
 * The database is not the one that worked here yesterday.
 */
export type Suspended = { why: SuspendedWhy, 
/**
 * Local time the data are of; null where an earlier program did not keep it.
 */
as_of: string | null, };

export type SuspendedWhy = "restored" | "copied";

export type TapeDay = { date: string, counts: boolean, };

export type Theme = "system" | "light" | "dark" | "contrast";

export type Today = { date: string, 
/**
 * 0 Monday … 6 Sunday.
 */
weekday: number, working_day: boolean, strips: Array<Strip>, 
/**
 * The most urgent case that waits for this person.
 */
next: QueueRow | null, notices: Array<Said>, quota: QuotaMeter | null, };

/**
 * What a mutation touched; the screen asks again for what it shows.
 */
export type Topic = "session" | "queue" | "case" | "refusal" | "acts" | "people" | "office" | "journal" | "settings" | "backup" | "print" | "views";

export type UserCard = { id: string, login: string, name: string, 
/**
 * «Ахметжанова Н. С.»
 */
short: string, role: Role, office: OfficeSide, };

export type VerdictView = "pass" | "fail" | "warn" | "human" | "not_applicable";

export type Verified = { sound: boolean, events: number, attachments: number, 
/**
 * The first broken link when not sound.
 */
broken: Said | null, };

export type ViewName = { name: string, };

export type VoucherCard = { number: string, issued_on: string, base_last_day: string, last_day: string, annul_not_before: string | null, state: Said, sheets: Array<SheetView>, centre: string, };

/**
 * A voucher with a protocol that an act may list.
 */
export type VoucherForAct = { case: string, version: number, name: string, voucher: string, profession: string, level: number | null, protocol: string, protocol_on: string, passed: boolean, 
/**
 * The price the centre gave for this person.
 */
agreed: string | null, 
/**
 * Number of the act that went back, when there was one.
 */
returned_act: string | null, };

export type VouchersAsk = { centre: string, };

export type Words3 = { kk: string, ru: string, en: string, };

export type YearAsk = { year: number, };

export type YearView = { year: number, version: string, working_days: number, days_off: Array<DayOff>, working_weekends: Array<string>, };
