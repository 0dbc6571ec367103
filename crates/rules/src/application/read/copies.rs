//! Periods of work and the copies attached.

use serde_json::Value;

use super::super::reader::{Node, ReadError, date_of, key, type_problem};
use super::super::{CopyFault, Document, DocumentKind, Period};
use super::profession::small;

pub(super) fn work(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Vec<Period>, ReadError> {
    let names = &[
        "work",
        "work_record",
        "experience",
        "employment",
        "labour_record",
        "work_periods",
        "f1_08",
        "work_history",
        "periods",
    ];
    if let Some(node) = form.child_if_object(names) {
        let read = periods(&node, &["periods", "records", "items", "jobs"], unread)?;
        let _ = node.find(&["source", "summary", "text"]);
        unread.extend(node.leftovers());
        return Ok(read);
    }
    match form.find(names) {
        // Free text cannot be counted; it is listed as unread and a person looks.
        Some((path, Value::String(_))) => {
            unread.push(path);
            Ok(Vec::new())
        }
        Some(_) => periods(form, names, unread),
        None => Ok(Vec::new()),
    }
}

pub(super) fn periods(
    node: &Node<'_>,
    names: &[&str],
    unread: &mut Vec<String>,
) -> Result<Vec<Period>, ReadError> {
    let mut out = Vec::new();
    for (path, value) in node.list(names).unwrap_or_default() {
        let node = Node::new(path, value)?;
        out.push(Period {
            from: node.date(&["from", "start", "begin", "since", "start_date", "date_from"])?,
            to: open_date(&node, &["to", "end", "until", "end_date", "date_to"])?,
            employer: node.text(&["employer", "company", "organisation", "organization", "name"])?,
            position: node.text(&["position", "job", "post", "title", "profession", "role"])?,
            proof: node
                .text(&["proof", "kind_of_proof", "proof_kind", "kind"])?
                .map(|text| DocumentKind::parse(&text)),
            document: node.text(&["document", "file", "copy"])?,
            in_profession: node.flag(&["in_profession", "by_profession", "relevant", "for_profession"])?,
        });
        unread.extend(node.leftovers());
    }
    Ok(out)
}

/// A last day that may also be said to be open.
pub(super) fn open_date(node: &Node<'_>, names: &[&str]) -> Result<Option<chrono::NaiveDate>, ReadError> {
    match node.find(names) {
        Some((path, value)) => match value {
            Value::String(text)
                if ["", "present", "now", "current", "по_настоящее_время"].contains(&key(text).as_str()) =>
            {
                Ok(None)
            }
            other => date_of(path, other).map(Some),
        },
        None => Ok(None),
    }
}

pub(super) fn documents(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Vec<Document>, ReadError> {
    let mut out = Vec::new();
    for (path, value) in
        form.list(&["documents", "copies", "attachments", "files", "документы"]).unwrap_or_default()
    {
        let node = Node::new(path, value)?;
        // The facts of a copy may be gathered: {"facts": {"readable": false}}.
        let facts = node.child_if_object(&["copy_facts", "facts", "quality"]);
        let about = facts.as_ref().unwrap_or(&node);
        let from_to = node.date(&["from", "period_from", "start"])?;
        let mut document = Document {
            kind: node
                .text(&["kind", "type", "document_kind"])?
                .map_or(DocumentKind::Unstated, |text| DocumentKind::parse(&text)),
            file: node.text(&["file", "path", "name", "filename"])?,
            sha256: node.text(&["sha256", "sha_256", "hash", "digest"])?.map(|text| text.to_lowercase()),
            pages: node.number(&["pages", "page_count"])?.map(small),
            bytes: node.number(&["bytes", "size", "size_bytes"])?,
            readable: match about.flag(&["readable", "legible"])? {
                Some(readable) => Some(readable),
                None => about.flag(&["unreadable", "illegible"])?.map(|bad| !bad),
            },
            encrypted: about.flag(&["encrypted", "locked", "password_protected", "password"])?,
            empty: about.flag(&["empty", "blank"])?,
            copy: copy_fault(&node)?,
            name_on_document: node.text(&[
                "name_on_document",
                "holder",
                "person",
                "full_name",
                "issued_to",
                "owner",
                "holder_name",
            ])?,
            iin_on_document: node.text(&["iin_on_document", "iin", "holder_iin"])?,
            number: node.text(&["number", "document_number"])?,
            issued: node.date(&["issued", "issue_date", "date", "issued_on"])?,
            termination_mark: node.flag(&[
                "termination_mark",
                "termination_marked",
                "has_termination_mark",
                "marked",
            ])?,
            foreign: node.flag(&["foreign", "abroad"])?,
            periods: periods(&node, &["periods", "period", "work", "work_periods"], unread)?,
        };
        if document.periods.is_empty() && from_to.is_some() {
            document.periods.push(Period {
                from: from_to,
                to: open_date(&node, &["to", "period_to", "end"])?,
                employer: node.text(&["employer"])?,
                position: node.text(&["position"])?,
                in_profession: node.flag(&["in_profession", "relevant"])?,
                ..Period::default()
            });
        }
        let _ = node.find(&["title", "note", "issuer", "media_type", "mime", "description"]);
        if let Some(inner) = &facts {
            unread.extend(inner.leftovers());
        }
        unread.extend(node.leftovers());
        out.push(document);
    }
    Ok(out)
}

/// What the program that took the copies in wrote about the file; outsiders do not write it.
pub(super) fn copy_fault(node: &Node<'_>) -> Result<Option<CopyFault>, ReadError> {
    let Some((path, value)) = node.find(&["copy"]) else { return Ok(None) };
    match serde_json::from_value(value.clone()) {
        Ok(fault) => Ok(Some(fault)),
        Err(_) => Err(ReadError {
            path,
            problem: type_problem(value, "a fault of the copy, for example \"encrypted\""),
        }),
    }
}
