//! A first look at a copy: what kind of file it is, how many pages it has, and whether it can be read at
//! all. It reads bytes from outside, so it never trusts a length, never recurses and never allocates by
//! what the file claims.

use std::io::Read;

/// The largest copy taken in. A scanned page is under 1 MB; a whole labour book under 20.
pub const COPY_BYTES_MAX: u64 = 30 * 1024 * 1024;

/// The most that is unpacked of one compressed part of a PDF while looking for its pages.
const UNPACKED_BYTES_MAX: u64 = 8 * 1024 * 1024;

/// Pictures larger than this in either direction are not scans.
const PICTURE_SIDE_MAX: u32 = 30_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Pdf,
    Jpeg,
    Png,
    Other,
}

/// What stands in the way of using a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing in it, or a PDF without a page.
    Empty,
    /// A PDF locked with a password.
    Encrypted,
    /// Damaged or cut off.
    Unreadable,
    /// Neither PDF nor JPEG nor PNG.
    WrongFormat,
    TooLarge,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub format: Format,
    pub pages: Option<u32>,
    pub fault: Option<Fault>,
}

/// Looks at the bytes of a copy; the name of the file says nothing.
pub fn look(bytes: &[u8]) -> Look {
    if bytes.is_empty() {
        return Look { format: Format::Other, pages: None, fault: Some(Fault::Empty) };
    }
    if bytes.len() as u64 > COPY_BYTES_MAX {
        return Look { format: Format::Other, pages: None, fault: Some(Fault::TooLarge) };
    }
    // The header of a PDF may stand after some rubbish; readers look into the first kilobyte.
    if find(bytes.get(..1024).unwrap_or(bytes), b"%PDF-").is_some() {
        return pdf(bytes);
    }
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return picture(Format::Jpeg, jpeg_size(bytes));
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return picture(Format::Png, png_size(bytes));
    }
    Look { format: Format::Other, pages: None, fault: Some(Fault::WrongFormat) }
}

fn picture(format: Format, size: Option<(u32, u32)>) -> Look {
    match size {
        Some((w, h)) if (1..=PICTURE_SIDE_MAX).contains(&w) && (1..=PICTURE_SIDE_MAX).contains(&h) => {
            Look { format, pages: Some(1), fault: None }
        }
        Some(_) | None => Look { format, pages: None, fault: Some(Fault::Unreadable) },
    }
}

/// Width and height of a JPEG that has its end.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2usize;
    let mut size = None;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xFF => at += 1,
            0x01 | 0xD0..=0xD7 => at += 2,
            0xD9 => return size,
            0xDA => break,
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
                if length < 2 {
                    return None;
                }
                let frame = matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF);
                if frame {
                    let height = u16::from_be_bytes([*bytes.get(at + 5)?, *bytes.get(at + 6)?]);
                    let width = u16::from_be_bytes([*bytes.get(at + 7)?, *bytes.get(at + 8)?]);
                    size = Some((u32::from(width), u32::from(height)));
                }
                at = at.checked_add(2)?.checked_add(length)?;
            }
        }
    }
    // The picture itself follows; a copy that was cut off has no end mark.
    let tail = bytes.get(at..)?;
    tail.windows(2).rev().take(4096).any(|pair| pair == [0xFF, 0xD9]).then_some(())?;
    size
}

/// Width and height of a PNG that has its end.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    if bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    let tail = bytes.get(bytes.len().saturating_sub(64)..)?;
    find(tail, b"IEND")?;
    Some((number(16)?, number(20)?))
}

fn pdf(bytes: &[u8]) -> Look {
    let broken = Look { format: Format::Pdf, pages: None, fault: Some(Fault::Unreadable) };
    // A PDF is read from its end; without one it was cut off while being copied.
    let tail = bytes.get(bytes.len().saturating_sub(4096)..).unwrap_or(bytes);
    if find(tail, b"startxref").is_none() {
        return broken;
    }
    let text = without_streams(bytes);
    if names(&text, b"/Encrypt").next().is_some() {
        return Look { format: Format::Pdf, pages: None, fault: Some(Fault::Encrypted) };
    }
    match count_pages(&text) {
        None => broken,
        Some(0) => Look { format: Format::Pdf, pages: Some(0), fault: Some(Fault::Empty) },
        Some(pages) => Look { format: Format::Pdf, pages: Some(pages), fault: None },
    }
}

/// The dictionaries of the file: everything outside streams, and the objects packed into object streams.
fn without_streams(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    let mut rest = bytes;
    while let Some(start) = find(rest, b"stream") {
        let (head, after) = rest.split_at(start);
        let after = after.get(b"stream".len()..).unwrap_or_default();
        text.extend_from_slice(head);
        text.push(b' ');
        if head.ends_with(b"end") {
            // An `endstream` met on its own: nothing to skip.
            rest = after;
            continue;
        }
        let end = find(after, b"endstream").unwrap_or(after.len());
        let body = after.get(..end).unwrap_or_default();
        let dictionary = head.get(head.len().saturating_sub(2048)..).unwrap_or(head);
        let dictionary = match rfind(dictionary, b" obj") {
            Some(at) => dictionary.get(at..).unwrap_or(dictionary),
            None => dictionary,
        };
        if find(dictionary, b"/ObjStm").is_some() {
            let body = body.strip_prefix(b"\r\n").or(body.strip_prefix(b"\n")).unwrap_or(body);
            let packed = flate2::read::ZlibDecoder::new(body);
            let mut unpacked = Vec::new();
            // What was unpacked before an error still counts: the damage may be behind the pages.
            let _ = packed.take(UNPACKED_BYTES_MAX).read_to_end(&mut unpacked);
            text.extend_from_slice(&unpacked);
            text.push(b' ');
        }
        rest = after.get(end..).unwrap_or_default();
        rest = rest.strip_prefix(b"endstream").unwrap_or(rest);
    }
    text.extend_from_slice(rest);
    text
}

/// Pages by the root of the page tree; by counting page objects where there is no root to be seen.
fn count_pages(text: &[u8]) -> Option<u32> {
    let mut by_root = None;
    let mut leaves = 0u32;
    for at in names(text, b"/Type") {
        let value = skip_blanks(text.get(at + b"/Type".len()..).unwrap_or_default());
        if is_name(value, b"/Pages") {
            let dictionary = around(text, at);
            if names(dictionary, b"/Parent").next().is_none()
                && let Some(count) = number_after(dictionary, b"/Count")
            {
                // A file saved again carries its old trees before the new one: the last stands.
                by_root = Some(count);
            }
        } else if is_name(value, b"/Page") {
            leaves = leaves.saturating_add(1);
        }
    }
    match by_root {
        // A root that claims more pages than there are page objects is a forged or broken tree.
        Some(count) if count > leaves => None,
        Some(count) => Some(count),
        None => (leaves > 0).then_some(leaves),
    }
}

/// The dictionary `<< … >>` in which the place lies, nested ones included.
fn around(text: &[u8], at: usize) -> &[u8] {
    const REACH: usize = 64 * 1024;
    let mut depth = 0i32;
    let mut start = at;
    while start > 0 && at - start < REACH {
        start -= 1;
        match text.get(start..start + 2) {
            Some(b">>") => depth += 1,
            Some(b"<<") if depth == 0 => break,
            Some(b"<<") => depth -= 1,
            _ => {}
        }
    }
    let mut depth = 0i32;
    let mut end = at;
    while end < text.len() && end - at < REACH {
        match text.get(end..end + 2) {
            Some(b"<<") => depth += 1,
            Some(b">>") if depth <= 0 => break,
            Some(b">>") => depth -= 1,
            _ => {}
        }
        end += 1;
    }
    text.get(start..end).unwrap_or_default()
}

fn number_after(text: &[u8], name: &[u8]) -> Option<u32> {
    let at = names(text, name).next()?;
    let value = skip_blanks(text.get(at + name.len()..)?);
    let digits: String =
        value.iter().take_while(|b| b.is_ascii_digit()).take(9).map(|b| char::from(*b)).collect();
    digits.parse().ok()
}

/// Places where the name stands whole: `/Page` is not found in `/Pages`.
fn names<'a>(text: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0usize;
    std::iter::from_fn(move || {
        loop {
            let at = from + find(text.get(from..)?, name)?;
            from = at + name.len();
            if is_name(text.get(at..)?, name) {
                return Some(at);
            }
        }
    })
}

fn is_name(text: &[u8], name: &[u8]) -> bool {
    text.starts_with(name)
        && text.get(name.len()).is_none_or(|b| !(b.is_ascii_alphanumeric() || *b == b'_' || *b == b'-'))
}

fn skip_blanks(text: &[u8]) -> &[u8] {
    let blanks = text.iter().take_while(|b| b.is_ascii_whitespace() || **b == 0).count();
    text.get(blanks..).unwrap_or_default()
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0usize;
    loop {
        let rest = text.get(from..)?;
        let at = from + rest.iter().position(|b| *b == first)?;
        if text.get(at..)?.starts_with(what) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn rfind(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).rposition(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demo(path: &str) -> Vec<u8> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/demo/");
        std::fs::read(format!("{folder}{path}")).unwrap()
    }

    fn small_pdf(pages: u32, extra: &str) -> Vec<u8> {
        let kids: String = (0..pages).map(|n| format!("{} 0 R ", n + 3)).collect();
        let mut text = format!(
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count {pages} >>\nendobj\n"
        );
        for n in 0..pages {
            text += &format!("{} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n", n + 3);
        }
        text += &format!("trailer\n<< /Root 1 0 R {extra}>>\nstartxref\n9\n%%EOF\n");
        text.into_bytes()
    }

    #[test]
    fn every_kind_of_copy_is_told_by_its_bytes() {
        let good = small_pdf(3, "");
        let mut cut = good.clone();
        cut.truncate(good.len() - 30);
        let jpeg = demo("clean/labour-book-1.jpg");
        let half = jpeg.get(..jpeg.len() / 2).unwrap().to_vec();
        type Row = (&'static str, Vec<u8>, Format, Option<u32>, Option<Fault>);
        let rows: [Row; 9] = [
            ("three pages", good, Format::Pdf, Some(3), None),
            ("no page", small_pdf(0, ""), Format::Pdf, Some(0), Some(Fault::Empty)),
            ("password", small_pdf(1, "/Encrypt 9 0 R "), Format::Pdf, None, Some(Fault::Encrypted)),
            ("cut off", cut, Format::Pdf, None, Some(Fault::Unreadable)),
            ("nothing", Vec::new(), Format::Other, None, Some(Fault::Empty)),
            ("a text", b"hello".to_vec(), Format::Other, None, Some(Fault::WrongFormat)),
            ("a scan", jpeg, Format::Jpeg, Some(1), None),
            ("half a scan", half, Format::Jpeg, None, Some(Fault::Unreadable)),
            ("a bare header", b"%PDF-1.7\n".to_vec(), Format::Pdf, None, Some(Fault::Unreadable)),
        ];
        for (what, bytes, format, pages, fault) in rows {
            assert_eq!(look(&bytes), Look { format, pages, fault }, "{what}");
        }
    }

    #[test]
    fn the_pages_of_the_demonstration_copies_are_those_their_application_states() {
        for case in ["clean", "defective", "saturday"] {
            let application: serde_json::Value =
                serde_json::from_slice(&demo(&format!("{case}/application.json"))).unwrap();
            for document in application["documents"].as_array().unwrap() {
                let file = document["file"].as_str().unwrap();
                let seen = look(&demo(&format!("{case}/{file}")));
                assert_eq!(seen.fault, None, "{case}/{file} can be read");
                assert_eq!(
                    seen.pages.map(u64::from),
                    document["pages"].as_u64(),
                    "{case}/{file} has the pages it states"
                );
            }
        }
    }

    /// Thousands of damaged copies: the look never panics and never runs away.
    #[test]
    fn damaged_copies_are_looked_at_without_harm() {
        const SEED: u64 = 0x7A4E_0001;
        println!("seed {SEED:#x}");
        let mut state = SEED;
        let mut next = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let samples = [small_pdf(4, ""), demo("saturday/contract.pdf"), demo("clean/labour-book-1.jpg")];
        for round in 0..1500u32 {
            let sample = &samples[round as usize % samples.len()];
            let mut bytes = sample.clone();
            for _ in 0..=(next() % 8) {
                let at = (next() as usize) % bytes.len();
                match next() % 3 {
                    0 => bytes[at] = next() as u8,
                    1 => bytes.truncate(at.max(1)),
                    _ => {
                        let piece: Vec<u8> = bytes.iter().copied().skip(at).take(40).collect();
                        bytes.splice(at..at, piece);
                    }
                }
            }
            let seen = look(&bytes);
            assert!(seen.pages.is_none_or(|n| n < 1_000_000), "round {round}: pages out of thin air");
        }
    }
}
