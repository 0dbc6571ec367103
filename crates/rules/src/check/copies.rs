//! Checks of each copy: can it be opened and read, whose is it, is it there twice, is it the file the platform described.

use std::collections::BTreeMap;

use super::form::filled;
use super::table::{COPY_DUPLICATE, COPY_FILE, COPY_KIND, COPY_NAME, COPY_READABLE};
use super::{About, Finding, Verdict};
use crate::application::{Applicant, CopyFault, Document, DocumentKind, Proves};
use crate::person::PersonName;
use crate::person::name::comparable;

/// Copies that count, by their place in the list: not missing, not locked, not empty, not illegible.
#[derive(Debug, Default)]
pub(super) struct Usable(Vec<usize>);

impl Usable {
    /// The copy at this place counts.
    pub(super) fn has(&self, place: usize) -> bool {
        self.0.contains(&place)
    }
}

pub(super) fn check(about: &About<'_>, findings: &mut Vec<Finding>) -> Usable {
    let mut usable = Usable::default();
    let mut seen: BTreeMap<&str, (usize, &DocumentKind)> = BTreeMap::new();
    for (place, document) in about.application.documents.iter().enumerate() {
        let path = format!("documents[{place}]");
        let tell = |finding: Finding| {
            let finding = finding.at(path.clone()).fact("copy", place + 1).fact("kind", document.kind.code());
            finding.fact_if("file", filled(&document.file))
        };
        let readable = readable(document);
        if readable.verdict != Verdict::Fail {
            usable.0.push(place);
        }
        findings.push(tell(readable));
        findings.extend(file(document).map(tell));
        findings.push(tell(kind(about, document)));
        findings.extend(name(&about.application.applicant, document, has_name_change(about)).map(tell));
        if let Some(sha256) = filled(&document.sha256) {
            match seen.get(sha256) {
                // The same file under two kinds: one of them is not what it says.
                Some((first, kind)) if **kind != document.kind => {
                    findings.push(
                        tell(COPY_DUPLICATE.human("copy_twice_as_different_kinds")).fact("first", first + 1),
                    );
                }
                Some((first, _)) => {
                    findings.push(tell(COPY_DUPLICATE.warn("copy_duplicated")).fact("first", first + 1));
                }
                None => {
                    seen.insert(sha256, (place, &document.kind));
                }
            }
        }
    }
    usable
}

/// An illegible, locked, empty or missing copy counts as missing. A copy nobody looked at waits for a person.
fn readable(document: &Document) -> Finding {
    let fault = match document.copy {
        Some(CopyFault::Missing | CopyFault::OutsideFolder) => Some("copy_file_missing"),
        Some(CopyFault::Unreadable) => Some("copy_unreadable"),
        Some(CopyFault::Encrypted) => Some("copy_encrypted"),
        Some(CopyFault::Empty) => Some("copy_empty"),
        Some(CopyFault::TooLarge) => Some("copy_too_large"),
        Some(CopyFault::HashDiffers | CopyFault::PagesDiffer { .. } | CopyFault::WrongFormat) | None => None,
    };
    let (locked, empty) = (document.encrypted == Some(true), document.empty == Some(true));
    if let Some(code) = fault {
        COPY_READABLE.fail(code)
    } else if locked {
        COPY_READABLE.fail("copy_encrypted")
    } else if empty || document.pages == Some(0) || document.bytes == Some(0) {
        COPY_READABLE.fail("copy_empty")
    } else {
        match document.readable {
            Some(true) => COPY_READABLE.pass().fact_if("pages", document.pages),
            Some(false) => COPY_READABLE.fail("copy_unreadable"),
            None => COPY_READABLE.human("copy_not_looked_at").fact_if("pages", document.pages),
        }
    }
}

fn file(document: &Document) -> Option<Finding> {
    match document.copy {
        Some(CopyFault::HashDiffers) => Some(COPY_FILE.human("copy_hash_differs")),
        Some(CopyFault::PagesDiffer { stated, found }) => {
            Some(COPY_FILE.human("copy_pages_differ").fact("stated", stated).fact("found", found))
        }
        Some(CopyFault::WrongFormat) => Some(COPY_FILE.human("copy_wrong_format")),
        Some(
            CopyFault::Missing
            | CopyFault::OutsideFolder
            | CopyFault::Unreadable
            | CopyFault::Encrypted
            | CopyFault::Empty
            | CopyFault::TooLarge,
        ) => None,
        None => match filled(&document.sha256) {
            Some(sha256) if sha256.len() != 64 || !sha256.bytes().all(|b| b.is_ascii_hexdigit()) => {
                Some(COPY_FILE.warn("copy_hash_malformed"))
            }
            Some(_) | None => None,
        },
    }
}

fn kind(about: &About<'_>, document: &Document) -> Finding {
    match document.kind.proves() {
        Proves::Education => COPY_KIND.pass(),
        Proves::Work(sub) if about.yardstick.work_proofs.contains(&sub) => {
            COPY_KIND.pass().fact("article_35", sub)
        }
        Proves::Work(_) | Proves::WorkNotAccepted => COPY_KIND.warn("copy_kind_not_accepted"),
        Proves::Nothing => COPY_KIND.not_applicable("copy_kind_not_needed"),
        Proves::Unknown => {
            COPY_KIND.warn("copy_kind_unknown").fact("stated", String::from(document.kind.clone()))
        }
    }
}

fn has_name_change(about: &About<'_>) -> bool {
    about.application.documents.iter().any(|document| document.kind == DocumentKind::NameChange)
}

/// A maiden name with its proof is told; any other difference is for a person.
fn name(applicant: &Applicant, document: &Document, proof: bool) -> Option<Finding> {
    if let (Some(on_copy), Some(own)) = (filled(&document.iin_on_document), filled(&applicant.iin))
        && on_copy != own
    {
        return Some(COPY_NAME.human("copy_of_another_number").fact("iin", on_copy));
    }
    let on_copy = filled(&document.name_on_document)?;
    let own = applicant.full_name();
    let agrees = |name: &str| same_person(name, on_copy);
    let found = if agrees(&own) {
        COPY_NAME.pass()
    } else if applicant
        .former_names
        .iter()
        .any(|former| agrees(former) || is_former_surname(former, &own, on_copy))
    {
        COPY_NAME.warn("copy_in_former_name")
    } else {
        match (PersonName::parse_line(&own), PersonName::parse_line(on_copy)) {
            (Ok(a), Ok(b)) if a.differs_only_by_surname(&b) && proof => COPY_NAME.warn("copy_in_former_name"),
            (Ok(a), Ok(b)) if a.differs_only_by_surname(&b) => COPY_NAME.human("copy_surname_differs"),
            (Ok(_) | Err(_), _) => COPY_NAME.human("copy_name_differs"),
        }
    };
    Some(found.fact("on_copy", on_copy).fact("applicant", own))
}

/// The same surname and name; a patronymic missing on one side, or initials, do not make another person.
fn same_person(own: &str, on_copy: &str) -> bool {
    let words = |text: &str| {
        comparable(&text.replace('.', " ")).split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let (a, b) = (words(own), words(on_copy));
    let shorter = a.len().min(b.len());
    shorter >= 2
        && a.iter().zip(&b).all(|(x, y)| {
            x == y
                || (x.chars().count() == 1 && y.starts_with(x.as_str()))
                || (y.chars().count() == 1 && x.starts_with(y.as_str()))
        })
}

/// `former` is a bare surname: the copy bears it with the same given name.
fn is_former_surname(former: &str, own: &str, on_copy: &str) -> bool {
    let rest = own.split_whitespace().skip(1).collect::<Vec<_>>().join(" ");
    !former.trim().contains(' ') && same_person(&format!("{} {rest}", former.trim()), on_copy)
}
