//! Everything that is kept of one person, in one file under a passphrase, for that person or an auditor.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::attachments::{decrypt, encrypt, write_outside};
use crate::disk;
use crate::error::{Error, Result, Step};
use crate::ids::{SubjectId, random};
use crate::journal::{Event, NewEvent};
use crate::keys::seal::as_hex;
use crate::keys::{Cost, normal};
use crate::open::Store;
use crate::table::case::CaseRow;
use crate::write::Op;

const TITLE: &str = "tanu export 1";
const BYTES_MAX: u64 = 4 * 1024 * 1024 * 1024;

/// What went into an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    pub events: u64,
    pub files: u64,
    pub bytes: u64,
}

/// The first line of the file: how the key is made of the passphrase.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    cost: Cost,
    #[serde(with = "as_hex")]
    salt: [u8; 16],
}

impl Store {
    /// Writes everything of one person: cases, events, who looked at them, and the attachments. The export is
    /// itself an event. The file must not exist yet.
    pub fn export_person(
        &self,
        op: Op<'_>,
        subject: SubjectId,
        to: &Path,
        passphrase: &str,
        cost: Cost,
    ) -> Result<Exported> {
        let events = self.events_of(subject)?;
        let cases = self.cases_of(subject)?;
        let mut attachments = Vec::new();
        let mut files: Vec<Vec<u8>> = Vec::new();
        for attachment in self.attachments_of(subject)? {
            let content = self.get_attachment(attachment.what.id)?;
            attachments.push(json!({
                "file": format!("{}-{}", files.len() + 1, safe_name(&attachment.what.name)),
                "kind": attachment.what.kind, "media": attachment.what.media, "name": attachment.what.name,
                "sha256": crate::keys::seal::hex(&attachment.sha256), "bytes": content.len(),
                "added_at": attachment.added_at, "added_by": attachment.added_by,
            }));
            files.push(content);
        }
        let about = json!({
            "subject": subject, "made_at": op.at, "made_by": op.actor,
            "cases": cases.iter().map(case).collect::<Vec<_>>(),
            "events": events.iter().map(event).collect::<Vec<_>>(),
            "attachments": attachments,
        });
        let sealed = seal(&pack(&about, &files)?, passphrase, cost)?;
        self.ask_room_at(to, sealed.len() as u64)?;
        // The fact first: an export that nobody wrote down must not exist.
        let body = json!({ "subject": subject, "events": events.len(), "files": files.len() });
        let fact = NewEvent::new("subject_exported", 1, body.to_string().as_bytes());
        self.note(op, |tx| tx.append("access", None, &[fact]))?;
        write_outside(to, &sealed).map_err(Error::file(Step::Export, to))?;
        Ok(Exported { events: events.len() as u64, files: files.len() as u64, bytes: sealed.len() as u64 })
    }
}

/// Opens an export into a folder: `person.json` and the files. Returns what was written.
pub fn open_export(from: &Path, passphrase: &str, into: &Path) -> Result<Vec<PathBuf>> {
    let bytes = disk::read_limited(from, BYTES_MAX).map_err(Error::file(Step::Export, from))?;
    let (about, files) = unpack(&unseal(&bytes, passphrase)?)?;
    disk::make_folder(into).map_err(Error::file(Step::Export, into))?;
    let mut written = Vec::new();
    let mut put = |name: String, content: &[u8]| {
        let path = into.join(name);
        write_outside(&path, content).map_err(Error::file(Step::Export, &path))?;
        written.push(path);
        Ok::<(), Error>(())
    };
    let text = serde_json::to_vec_pretty(&about)
        .map_err(|source| Error::Unreadable { what: "export", source: Some(source) })?;
    put("person.json".into(), &text)?;
    let listed = about.get("attachments").and_then(Value::as_array);
    for (index, content) in files.iter().enumerate() {
        let name =
            listed.and_then(|all| all.get(index)).and_then(|one| one.get("file")).and_then(Value::as_str);
        put(safe_name(name.unwrap_or("file")), content)?;
    }
    Ok(written)
}

pub(crate) fn seal(plain: &[u8], passphrase: &str, cost: Cost) -> Result<Vec<u8>> {
    let header = Header { cost, salt: random::<16>()? };
    let key = cost.derive(normal(passphrase).as_bytes(), &header.salt)?;
    let line = serde_json::to_string(&header)
        .map_err(|source| Error::Unreadable { what: "export", source: Some(source) })?;
    let mut bytes = format!("{TITLE}\n{line}\n").into_bytes();
    bytes.extend_from_slice(&encrypt(&key, line.as_bytes(), plain)?);
    Ok(bytes)
}

pub(crate) fn unseal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>> {
    let unreadable = || Error::Unreadable { what: "export", source: None };
    let rest = bytes.strip_prefix(TITLE.as_bytes()).and_then(|rest| rest.strip_prefix(b"\n"));
    let rest = rest.ok_or_else(unreadable)?;
    let end = rest.iter().position(|byte| *byte == b'\n').ok_or_else(unreadable)?;
    let (line, sealed) = rest.split_at_checked(end).ok_or_else(unreadable)?;
    let sealed = sealed.get(1..).ok_or_else(unreadable)?;
    let header: Header = serde_json::from_slice(line).map_err(|_| unreadable())?;
    let key = header.cost.derive(normal(passphrase).as_bytes(), &header.salt)?;
    decrypt(&key, line, sealed).ok_or(Error::WrongPassphrase)
}

/// Each piece with its length before it.
pub(crate) fn pack(about: &Value, files: &[Vec<u8>]) -> Result<Vec<u8>> {
    let about = serde_json::to_vec(about)
        .map_err(|source| Error::Unreadable { what: "export", source: Some(source) })?;
    let mut bytes = Vec::new();
    for piece in std::iter::once(&about).chain(files) {
        bytes.extend_from_slice(&(piece.len() as u64).to_le_bytes());
        // Writing into memory cannot fail.
        let _ = bytes.write_all(piece);
    }
    Ok(bytes)
}

pub(crate) fn unpack(bytes: &[u8]) -> Result<(Value, Vec<Vec<u8>>)> {
    let unreadable = |source| Error::Unreadable { what: "export", source };
    let mut pieces = Vec::new();
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first_chunk::<8>() {
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| unreadable(None))?;
        let (piece, next) = after.split_at_checked(length).ok_or_else(|| unreadable(None))?;
        pieces.push(piece.to_owned());
        rest = next;
    }
    if pieces.is_empty() || !rest.is_empty() {
        return Err(unreadable(None));
    }
    let files = pieces.split_off(1);
    let about = pieces.first().map_or(&[][..], Vec::as_slice);
    let about = serde_json::from_slice(about).map_err(|source| unreadable(Some(source)))?;
    Ok((about, files))
}

/// Bytes of a file name; no disk takes more than 255, and a number may come before it.
const NAME_BYTES_MAX: usize = 200;

/// A file name that cannot lead out of the folder, on any system.
pub(crate) fn safe_name(name: &str) -> String {
    let mut bytes = 0;
    let kept: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || "._-".contains(c) { c } else { '_' })
        .take(100)
        .take_while(|c| {
            bytes += c.len_utf8();
            bytes <= NAME_BYTES_MAX
        })
        .collect();
    let kept = kept.trim_matches('.').to_owned();
    let stem = kept.split('.').next().unwrap_or_default().to_uppercase();
    if kept.is_empty() || DEVICES.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit())) {
        // Windows opens a device under such a name, whatever follows its dot.
        return format!("file{kept}");
    }
    kept
}

/// Names of devices, without their numbers.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

fn case(row: &CaseRow) -> Value {
    json!({
        "case": row.case, "office": row.office, "region": row.region, "open": row.open, "stage": row.stage,
        "fatal": row.fatal, "name_kk": row.name_kk, "name_ru": row.name_ru, "iin": row.iin, "phone": row.phone,
        "voucher": row.voucher, "act": row.act, "profession": row.profession, "centre": row.centre,
    })
}

/// The body is shown as JSON where it is JSON.
fn event(event: &Event) -> Value {
    let body = event.body.kept().map(|bytes| {
        serde_json::from_slice::<Value>(bytes)
            .unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned().into())
    });
    json!({
        "seq": event.seq, "stream": event.stream, "stream_seq": event.stream_seq, "kind": event.kind,
        "version": event.version, "actor": event.actor, "device": event.device, "at": event.at,
        "civil_date": event.civil_date, "edition": event.edition, "body": body,
    })
}
