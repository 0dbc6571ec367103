//! Papers of a case: the data of the form from the case, the bytes from the printing house below. The bytes
//! shown are the bytes saved and printed; «ЧЕРНОВИК» stands across them until the decision is final.

mod forms;
mod hand_out;
mod refusal;
mod remark;
pub(crate) mod services;

pub(crate) use hand_out::is_for as hand_out_is_for;
pub use refusal::of as refusal_paper;
pub(crate) use remark::said_of_return;

use crate::case::{self, Loaded};
use crate::chosen;
use crate::contract::limits::Text;
use crate::contract::paper::{PaperAsk, PaperKind, PaperLanguage, PaperSave, PaperSaved};
use crate::contract::session::{Done, Nothing};
use crate::contract::{Answer, No, Outcome, Said, Topic};
use crate::people::hex;
use crate::sealing;
use crate::services::Sheet;
use crate::workplace::{Official, Place, Workplace};
use papers::form::{Body, Both, Marks, Signer};
use papers::{Language, Paper, Pdf, Tongue};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use store::{CaseId, UserId};
use words::Lang;

/// Number of a printed copy and whether it is one made again.
#[derive(Clone, Copy, Debug, Default)]
pub struct CopyMarks {
    pub copy: Option<u32>,
    pub duplicate: bool,
}

/// Stable word of a kind, as prints are kept.
pub fn code(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Application => "application",
        PaperKind::Refusal => "refusal",
        PaperKind::Voucher => "voucher",
        PaperKind::ExtensionNotice => "extension_notice",
        PaperKind::AnnulmentNotice => "annulment_notice",
        PaperKind::ReinstatementNotice => "reinstatement_notice",
        PaperKind::Act => "act",
        PaperKind::Persons => "persons",
        PaperKind::ActReturn => "act_return",
        PaperKind::HandOut => "hand_out",
    }
}

/// Under which prints of a refusal that is not formed yet are kept.
pub(crate) const DRAFT_OF_REFUSAL: &str = "refusal_draft";

/// Whether the paper of the case is still a draft.
pub(crate) fn is_draft(loaded: &Loaded, kind: PaperKind) -> bool {
    let formed = loaded.case.refusal.as_ref().is_some_and(|refusal| refusal.formed.is_some());
    kind == PaperKind::Refusal && !formed
}

pub fn find_kind(word: &str) -> Option<PaperKind> {
    PaperKind::ALL.into_iter().find(|kind| code(*kind) == word)
}

pub fn title(kind: PaperKind) -> Said {
    crate::say::code("paper-kind", code(kind))
}

pub fn language_code(language: PaperLanguage) -> &'static str {
    language_of(language).code()
}

pub(crate) fn language_of(language: PaperLanguage) -> Language {
    match language {
        PaperLanguage::Kk => Language::Kk,
        PaperLanguage::Ru => Language::Ru,
        PaperLanguage::Both => Language::Both,
    }
}

/// The paper as the printer would get it next: the very bytes, with the number of the copy.
pub fn preview(desk: &mut Workplace, ask: PaperAsk) -> Result<Vec<u8>, No> {
    let loaded = case::load(desk, CaseId(ask.case))?;
    let next = crate::printing::next_marks(desk, &loaded, ask.kind)?;
    Ok(make(desk, &loaded, ask.kind, ask.language, next)?.bytes)
}

pub fn save(desk: &mut Workplace, ask: PaperSave) -> Outcome<PaperSaved> {
    let loaded = case::load(desk, CaseId(ask.case))?;
    let next = crate::printing::next_marks(desk, &loaded, ask.kind)?;
    let made = make(desk, &loaded, ask.kind, ask.language, next)?;
    let folder = folder(desk, ask.folder.as_ref())?;
    desk.store.ask_room_at(&folder, made.bytes.len() as u64)?;
    // A paper on the disk is outside the vault: who took it out is written first.
    let paper = code(ask.kind);
    desk.record_access("paper_saved", loaded.subject, &json!({ "case": ask.case, "paper": paper }))?;
    let number = case::rows::Extra::of(&loaded.row).number;
    let name = format!("{}-{paper}-{}.pdf", chosen::stem(&number), language_code(ask.language));
    Ok(Answer::changing(saved(&folder, &name, &made)?, &[Topic::Journal]))
}

/// Where papers are saved: the folder asked for, or that of this user.
pub(crate) fn folder<const N: usize>(desk: &Workplace, asked: Option<&Text<N>>) -> Result<PathBuf, No> {
    match asked.and_then(|folder| folder.trimmed()) {
        Some(folder) => chosen::folder(folder),
        None => Ok(desk.world.papers.clone()),
    }
}

/// Saves a paper as it is, and tells its digest.
pub(crate) fn saved(folder: &std::path::Path, name: &str, made: &Pdf) -> Result<PaperSaved, No> {
    let path = write(folder, name, &made.bytes)?;
    Ok(PaperSaved {
        path: path.to_string_lossy().into_owned(),
        bytes: u32::try_from(made.bytes.len()).unwrap_or(u32::MAX),
        sha256: hex(&Sha256::digest(&made.bytes)),
    })
}

pub fn show_folder(desk: &mut Workplace, _: Nothing) -> Outcome<Done> {
    let folder = desk.world.papers.clone();
    std::fs::create_dir_all(&folder).map_err(|_| No::failure("save"))?;
    desk.world.picker.show(&folder).map_err(|_| No::failure("show-folder"))?;
    Ok(Answer::only(Done {}))
}

/// Writes a file that does not replace another: the second of a name gets a number.
pub(crate) fn write(folder: &std::path::Path, name: &str, bytes: &[u8]) -> Result<PathBuf, No> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => No::failure("disk-full"),
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            No::failure("read-only")
        }
        // The other kinds belong to the standard library; the reader can only try another folder.
        _ => No::failure("save"),
    };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "pdf"));
    for again in 1..1000u32 {
        let name = if again == 1 { name.to_owned() } else { format!("{stem} ({again}).{ending}") };
        let path = folder.join(name);
        let mut options = std::fs::OpenOptions::new();
        match options.write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                let written = std::io::Write::write_all(&mut file, bytes).and_then(|()| file.sync_all());
                drop(file);
                if written.is_err() {
                    // Half a paper would be taken for a whole one.
                    let _ = std::fs::remove_file(&path);
                }
                return written.map_err(failed).map(|()| path);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error)),
        }
    }
    Err(No::failure("save"))
}

/// The finished paper of a case.
pub fn make(
    desk: &Workplace,
    loaded: &Loaded,
    kind: PaperKind,
    language: PaperLanguage,
    copy: CopyMarks,
) -> Result<Pdf, No> {
    let paper = match kind {
        PaperKind::Refusal => {
            Paper::Refusal(Box::new(sealing::sealed_refusal(desk, refusal::of(desk, loaded, copy)?)?))
        }
        PaperKind::Application => Paper::Application(Box::new(forms::application(loaded, copy)?)),
        PaperKind::Voucher => {
            let voucher = forms::voucher(desk, loaded, copy)?;
            Paper::Voucher(Box::new(sealing::sealed_voucher(desk, voucher)?))
        }
        PaperKind::ExtensionNotice => Paper::Extension(Box::new(forms::extension(desk, loaded, copy)?)),
        PaperKind::AnnulmentNotice => Paper::Annulment(Box::new(forms::annulment(desk, loaded, copy)?)),
        PaperKind::ReinstatementNotice => {
            Paper::Reinstatement(Box::new(forms::reinstatement(desk, loaded, copy)?))
        }
        PaperKind::ActReturn => Paper::Return(Box::new(forms::act_return(desk, loaded, copy)?)),
        PaperKind::Act => Paper::Act(Box::new(services::act(desk, &Sheet::of_case(desk, loaded)?, copy)?)),
        PaperKind::Persons => {
            Paper::Persons(Box::new(services::persons(desk, &Sheet::of_case(desk, loaded)?, copy)?))
        }
        PaperKind::HandOut => Paper::HandOut(Box::new(hand_out::of(desk, loaded, copy)?)),
    };
    set(&paper, language)
}

/// Lays a paper out.
pub(crate) fn set(paper: &Paper, language: PaperLanguage) -> Result<Pdf, No> {
    papers::render(paper, language_of(language)).map_err(|failure| unprintable(&failure))
}

/// What cannot be set names its field, not its text.
pub(crate) fn unprintable(failure: &papers::Failure) -> No {
    match failure {
        papers::Failure::Unprintable { field, character } => {
            No::failure("unprintable").with("field", field.as_str()).with("character", character.to_string())
        }
        other => No::failure("paper").with("what", other.to_string()),
    }
}

/// A word in both languages of a paper.
fn word(key: &str) -> Both {
    let say = |lang| words::lookup(lang, key, &[]).unwrap_or_default();
    Both { kk: say(Lang::Kk), ru: say(Lang::Ru) }
}

/// The language the person wrote in: it stands first (reading A-40).
fn tongue(loaded: &Loaded) -> Tongue {
    match loaded.case.application().and_then(|application| application.language) {
        Some(rules::application::Language::Ru) => Tongue::Ru,
        Some(rules::application::Language::Kk) | None => Tongue::Kk,
    }
}

/// A centre as its papers name it: name, address, means of communication, БИН.
pub(crate) fn body(place: &Place) -> Body {
    let card = &place.card;
    let address = Both { kk: card.address_kk.clone(), ru: card.address_ru.clone() };
    let contacts: Vec<&str> =
        [card.phone.as_str(), card.email.as_str()].into_iter().filter(|one| !one.is_empty()).collect();
    Body {
        name: Both { kk: place.kk.clone(), ru: place.ru.clone() },
        address: (!address.is_empty()).then_some(address),
        contacts: (!contacts.is_empty()).then(|| contacts.join(", ")),
        bin: card.bin.map(|bin| bin.to_string()),
    }
}

/// The person behind a fact, as an official of the centre who signs: with the position the office keeps for
/// that name, else as its head.
fn signer(desk: &Workplace, by: Option<&str>, place: &Place) -> Signer {
    let id = by.and_then(|id| id.parse().ok()).map(UserId);
    let name = id.map(|id| crate::session::short_name(&desk.name_of(id))).unwrap_or_default();
    let officials = std::iter::once(&place.card.head).chain(&place.card.signatories);
    let known = officials.into_iter().find(|one| crate::session::short_name(&one.name) == name);
    let position = match known.map(position_of).filter(|position| !position.is_empty()) {
        Some(position) => position,
        None if place.id == desk.office.career_centre.id => word("office-letter-position-supervisor"),
        None => word("office-letter-position-mobility"),
    };
    Signer { position, name, signature: None }
}

/// The head of a centre, for papers that name no other; nobody where the office has not said who that is.
fn head(place: &Place) -> Option<Signer> {
    let head = &place.card.head;
    let name = crate::session::short_name(&head.name);
    (!name.is_empty()).then(|| Signer { position: position_of(head), name, signature: None })
}

fn position_of(official: &Official) -> Both {
    Both { kk: official.position_kk.clone(), ru: official.position_ru.clone() }
}

fn marks(loaded: &Loaded, draft: bool, copy: CopyMarks) -> Marks {
    Marks {
        draft,
        unconfirmed: loaded.row.finality == store::Finality::Here,
        copy: copy.copy,
        duplicate: copy.duplicate,
    }
}
