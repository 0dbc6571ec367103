//! Taking in applications from folders: everything usable is kept, every problem becomes a finding or a
//! clear refusal.

pub mod copy;
pub mod folder;

use crate::case;
use crate::chosen;
use crate::contract::intake::{
    CopyProblem as ProblemView, DemonstrationFolder, ImportFolder, ImportRefused, Imported, ImportedCase,
    PickedFolder,
};
use crate::contract::session::Nothing;
use crate::contract::{Answer, No, NoKind, Outcome, Said};
use crate::desk::Desk;
use crate::say;
use crate::workplace::{CASE_TOPICS, Workplace};
use copy::Format;
use folder::{CopyProblem, Dossier, FolderRefused};
use rules::application::{Application, CopyFault};
use rules::case::{Case, Command, decide};
use sha2::{Digest, Sha256};
use std::path::Path;
use store::{AttachmentId, CaseId, CommandId, NewAttachment, Stored, SubjectId};
use uuid::Uuid;

pub fn pick(desk: &Desk, _: Nothing) -> Outcome<PickedFolder> {
    let picked = desk.world.picker.folder();
    Ok(Answer::only(PickedFolder { path: picked.map(|path| path.to_string_lossy().into_owned()) }))
}

/// The demonstration applications that came with the program; none in a real office.
pub fn demonstration(desk: &mut Workplace, _: Nothing) -> Outcome<Vec<DemonstrationFolder>> {
    let mut folders = Vec::new();
    if let (true, Some(root)) = (desk.office.demonstration, desk.world.demonstration.as_deref()) {
        for path in folder::applications_in(root).unwrap_or_default() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            folders.push(DemonstrationFolder { name, path: path.to_string_lossy().into_owned() });
        }
    }
    Ok(Answer::only(folders))
}

pub fn folder(desk: &mut Workplace, ask: ImportFolder) -> Outcome<Imported> {
    let path = chosen::folder(ask.path.as_str())?;
    let mut imported = Imported { taken: Vec::new(), refused: Vec::new() };
    let folders = match folder::applications_in(&path) {
        Ok(folders) => folders,
        Err(why) => {
            imported.refused.push(refused(&path, &why));
            return Ok(Answer::only(imported));
        }
    };
    for one in folders {
        match folder::read(&one) {
            Err(why) => imported.refused.push(refused(&one, &why)),
            Ok(dossier) => match take(desk, &dossier) {
                Ok(mut taken) => {
                    taken.folder = name_of(&one);
                    imported.taken.push(taken);
                }
                // A denial is about this application; a failure of the disk is about all of them, but those
                // that were taken in before the room ended are told.
                Err(no) if no.kind == NoKind::Denial || is_late(&no, &imported) => imported
                    .refused
                    .push(ImportRefused { folder: name_of(&one), code: no.code.clone(), said: no.said }),
                Err(no) => return Err(no),
            },
        }
    }
    Ok(Answer::changing(imported, &CASE_TOPICS))
}

fn is_late(no: &No, imported: &Imported) -> bool {
    no.code == "disk-low" && !imported.taken.is_empty()
}

/// Takes in one application with its copies: one case, in one transaction.
pub(crate) fn take(desk: &Workplace, dossier: &Dossier) -> Result<ImportedCase, No> {
    let application = measured(dossier);
    let number = application.number.clone().unwrap_or_default();
    let iin = application.applicant.iin.clone().unwrap_or_default();
    let problems = problems(dossier);
    let before = same_person(desk, &iin)?;
    let known = before.iter().find(|row| !number.is_empty() && case::rows::Extra::of(row).number == number);
    if let Some(row) = known {
        return Ok(ImportedCase { folder: String::new(), case: row.case.0, number, known: true, problems });
    }
    let subject = match before.iter().find_map(|row| row.subject) {
        Some(subject) => subject,
        None => SubjectId::new(desk.now())?,
    };
    let id = CaseId::new(desk.now())?;
    let (earlier, parallel) = case::others(desk, subject, None)?;
    let facts = case::facts(desk, &earlier, parallel);
    let command = Command::ReceiveApplication { application: Box::new(application), office: None };
    let events = decide(&Case::default(), &command, &facts)?;
    desk.store.ask_room(dossier.copies.iter().map(|copy| copy.bytes.len() as u64).sum())?;
    // Files first: a file that no case names is swept, a case must never name a file that is not there.
    let mut stored: Vec<(Stored, NewAttachment)> = Vec::new();
    for copy in dossier.copies.iter().filter(|copy| !copy.bytes.is_empty()) {
        stored.push((desk.store.put_attachment(&copy.bytes)?, attachment(dossier, copy, id, subject)));
    }
    let command_id = CommandId::new(desk.now())?;
    case::write(desk, &Case::default(), (id, subject), &facts, command_id, &command, events, |tx| {
        stored.iter().try_for_each(|(file, what)| tx.attach(file, what))
    })?;
    let number = case::number_of(desk, id)?.unwrap_or(number);
    Ok(ImportedCase { folder: String::new(), case: id.0, number, known: false, problems })
}

fn same_person(desk: &Workplace, iin: &str) -> Result<Vec<store::CaseRow>, No> {
    if iin.len() != 12 {
        return Ok(Vec::new());
    }
    let hits = desk.store.search(&store::Scope::Everything, iin, 50)?;
    Ok(hits.into_iter().map(|hit| hit.case).filter(|row| row.iin == iin).collect())
}

/// The application with what was measured of its copies in place of what was stated.
fn measured(dossier: &Dossier) -> Application {
    let mut application = dossier.application.clone();
    for copy in &dossier.copies {
        let Some(document) = application.documents.get_mut(copy.document) else { continue };
        document.copy = copy.problem.as_ref().map(fault);
        document.encrypted = (copy.problem == Some(CopyProblem::Encrypted)).then_some(true);
        document.empty = (copy.problem == Some(CopyProblem::Empty)).then_some(true);
        if !copy.bytes.is_empty() {
            document.sha256 = Some(copy.sha256.clone());
            document.bytes = Some(copy.bytes.len() as u64);
            document.pages = copy.pages.or(document.pages);
        }
    }
    application
}

fn fault(problem: &CopyProblem) -> CopyFault {
    match problem {
        CopyProblem::Missing => CopyFault::Missing,
        CopyProblem::Outside => CopyFault::OutsideFolder,
        CopyProblem::Empty => CopyFault::Empty,
        CopyProblem::Encrypted => CopyFault::Encrypted,
        CopyProblem::Unreadable => CopyFault::Unreadable,
        CopyProblem::WrongFormat => CopyFault::WrongFormat,
        CopyProblem::TooLarge => CopyFault::TooLarge,
        CopyProblem::HashDiffers => CopyFault::HashDiffers,
        CopyProblem::PagesDiffer { stated, found } => {
            CopyFault::PagesDiffer { stated: *stated, found: *found }
        }
    }
}

/// The id of a copy follows from its case and place, so that its row can be made again from the journal.
pub(crate) fn attachment_id(case: CaseId, document: usize) -> AttachmentId {
    let digest = Sha256::digest(format!("copy {case} {document}").as_bytes());
    let mut id = [0u8; 16];
    id.copy_from_slice(digest.get(..16).unwrap_or(&[0; 16]));
    AttachmentId(uuid::Builder::from_random_bytes(id).into_uuid())
}

fn attachment(dossier: &Dossier, copy: &folder::Copy, case: CaseId, subject: SubjectId) -> NewAttachment {
    let kind = dossier.application.documents.get(copy.document).map(|document| document.kind.code());
    NewAttachment {
        id: attachment_id(case, copy.document),
        stream: case.stream(),
        kind: kind.unwrap_or("other").to_owned(),
        name: copy.file.clone(),
        media: media(copy.format).to_owned(),
        pages: copy.pages,
        subject: Some(subject),
    }
}

pub(crate) fn media(format: Format) -> &'static str {
    match format {
        Format::Pdf => "application/pdf",
        Format::Jpeg => "image/jpeg",
        Format::Png => "image/png",
        Format::Other => "application/octet-stream",
    }
}

fn problems(dossier: &Dossier) -> Vec<ProblemView> {
    let told = dossier.copies.iter().filter_map(|copy| {
        let problem = copy.problem.as_ref()?;
        let mut said = say::code("copy", problem.code());
        if let CopyProblem::PagesDiffer { stated, found } = problem {
            said = said.with("stated", *stated).with("found", *found);
        }
        Some(ProblemView { file: copy.file.clone(), code: problem.code().to_owned(), said })
    });
    let unnamed = dossier.unnamed.iter().map(|file| ProblemView {
        file: file.clone(),
        code: "unnamed".to_owned(),
        said: Said::new("copy-unnamed"),
    });
    told.chain(unnamed).collect()
}

fn refused(path: &Path, why: &FolderRefused) -> ImportRefused {
    let code = match why {
        FolderRefused::ReadFolder { .. } => "folder-unreadable",
        FolderRefused::NoApplication => "no-application",
        FolderRefused::ReadApplication { .. } => "application-unreadable",
        FolderRefused::ApplicationTooLarge => "application-too-large",
        FolderRefused::NotText => "not-text",
        FolderRefused::NotApplication { .. } => "not-application",
        FolderRefused::TooManyCopies => "too-many-copies",
        FolderRefused::CopiesTooLarge => "copies-too-large",
    };
    let mut said = say::code("import", code);
    if let FolderRefused::NotApplication { source } = why {
        said = said.with("place", source.path.as_str()).with("problem", source.problem.to_string());
    }
    ImportRefused { folder: name_of(path), code: code.to_owned(), said }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A name for a case that came without a number: the first part of its id.
pub(crate) fn short_number(id: Uuid) -> String {
    id.simple().to_string().chars().skip(20).take(8).collect()
}
