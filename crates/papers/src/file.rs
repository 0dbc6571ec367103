//! The finished PDF file: objects packed into compressed object streams, cross-reference stream, trailer.
//!
//! printpdf and lopdf write a page's operators; the thousands of small objects of a tagged table
//! are written here as text, which keeps the act of a thousand persons small and quick.

use std::io::Write as _;

use sha2::{Digest, Sha256};

/// Number of an object in the file, from 1.
pub(crate) type Id = u32;

/// Objects of one file in the making.
#[derive(Debug, Default)]
pub(crate) struct File {
    /// Bodies by id − 1; empty until set.
    bodies: Vec<Body>,
}

#[derive(Debug, Default)]
enum Body {
    #[default]
    Missing,
    /// Any object but a stream, as text.
    Plain(Vec<u8>),
    /// The entries of a stream's dictionary and its data as they stand in the file.
    Stream { entries: String, data: Vec<u8> },
}

/// Objects in one object stream. More pack better, fewer open faster in a viewer.
const OBJECTS_PER_STREAM: usize = 400;

impl File {
    /// Sets a number aside for an object that is written later.
    pub(crate) fn reserve(&mut self) -> Id {
        self.bodies.push(Body::Missing);
        Id::try_from(self.bodies.len()).unwrap_or(Id::MAX)
    }

    pub(crate) fn set(&mut self, id: Id, text: impl Into<Vec<u8>>) {
        self.put(id, Body::Plain(text.into()));
    }

    pub(crate) fn add(&mut self, text: impl Into<Vec<u8>>) -> Id {
        let id = self.reserve();
        self.set(id, text);
        id
    }

    /// Adds a stream; `entries` are its dictionary entries without `Length`.
    pub(crate) fn add_stream(&mut self, entries: impl Into<String>, data: Vec<u8>) -> Id {
        let id = self.reserve();
        self.put(id, Body::Stream { entries: entries.into(), data });
        id
    }

    /// Adds a stream of plain data, compressed here.
    pub(crate) fn add_deflated(&mut self, entries: &str, plain: &[u8]) -> Id {
        self.add_stream(format!("{entries}/Filter/FlateDecode"), deflate(plain, 6))
    }

    fn put(&mut self, id: Id, body: Body) {
        let place = usize::try_from(id).ok().and_then(|id| id.checked_sub(1));
        if let Some(slot) = place.and_then(|place| self.bodies.get_mut(place)) {
            *slot = body;
        }
    }

    /// The bytes of the file. Its `ID` is made from the content, so equal content is an equal file.
    pub(crate) fn finish(self, root: Id, info: Id) -> Vec<u8> {
        let mut out: Vec<u8> = Vec::with_capacity(64 * 1024);
        out.extend(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
        let own = self.bodies.len();
        // Place of each object: (kind, offset or container, index in container).
        let mut places: Vec<(u8, usize, usize)> = vec![(0, 0, 65_535)];
        places.resize(own + 1, (0, 0, 0));
        let mut pack = Pack::default();
        let mut packs = Vec::new();
        for (index, body) in self.bodies.iter().enumerate() {
            let id = index + 1;
            match body {
                Body::Missing => {}
                Body::Plain(text) => {
                    if pack.count == OBJECTS_PER_STREAM {
                        packs.push(std::mem::take(&mut pack));
                    }
                    if let Some(place) = places.get_mut(id) {
                        *place = (2, own + 1 + packs.len(), pack.count);
                    }
                    pack.push(id, text);
                }
                Body::Stream { entries, data } => {
                    if let Some(place) = places.get_mut(id) {
                        *place = (1, out.len(), 0);
                    }
                    write_stream(&mut out, id, entries, data);
                }
            }
        }
        packs.push(pack);
        for (index, pack) in packs.iter().enumerate() {
            places.push((1, out.len(), 0));
            let mut plain = pack.head.clone();
            plain.extend(&pack.bodies);
            let entries =
                format!("/Type/ObjStm/N {}/First {}/Filter/FlateDecode", pack.count, pack.head.len());
            write_stream(&mut out, own + 1 + index, &entries, &deflate(&plain, 6));
        }
        let table_at = out.len();
        let table_id = places.len();
        places.push((1, table_at, 0));
        let mut table = packed_table(&places);
        while table.last() == Some(&b'\r') {
            // See `deflate`; a table grows by a free object, never by loose bytes.
            places.push((0, 0, 0));
            table = packed_table(&places);
        }
        let hash: String = Sha256::digest(&out).iter().take(16).map(|byte| format!("{byte:02X}")).collect();
        let entries = format!(
            "/Type/XRef/Size {}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{hash}><{hash}>]/Filter/FlateDecode\
             /DecodeParms<</Predictor 12/Columns 7>>",
            places.len()
        );
        write_stream(&mut out, table_id, &entries, &table);
        out.extend(format!("startxref\n{table_at}\n%%EOF\n").as_bytes());
        out
    }
}

#[derive(Debug, Default)]
struct Pack {
    head: Vec<u8>,
    bodies: Vec<u8>,
    count: usize,
}

impl Pack {
    fn push(&mut self, id: usize, text: &[u8]) {
        self.head.extend(format!("{id} {} ", self.bodies.len()).as_bytes());
        self.bodies.extend(text);
        self.bodies.push(b'\n');
        self.count += 1;
    }
}

fn write_stream(out: &mut Vec<u8>, id: usize, entries: &str, data: &[u8]) {
    out.extend(format!("{id} 0 obj\n<<{entries}/Length {}>>\nstream\n", data.len()).as_bytes());
    out.extend(data);
    out.extend(b"\nendstream\nendobj\n");
}

/// The cross-reference table, seven bytes an object, as it stands in its stream.
fn packed_table(places: &[(u8, usize, usize)]) -> Vec<u8> {
    let mut rows = Vec::with_capacity(places.len() * 7);
    for (kind, first, second) in places {
        rows.push(*kind);
        rows.extend(u32::try_from(*first).unwrap_or(u32::MAX).to_be_bytes());
        rows.extend(u16::try_from(*second).unwrap_or(u16::MAX).to_be_bytes());
    }
    deflate_once(&up_predicted(&rows, 7), 6)
}

/// The PNG "up" predictor: neighbouring rows of a cross-reference table differ little.
fn up_predicted(rows: &[u8], width: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(rows.len() + rows.len() / width);
    let mut above = vec![0; width];
    for row in rows.chunks(width) {
        out.push(2);
        out.extend(row.iter().zip(&above).map(|(now, up)| now.wrapping_sub(*up)));
        above.copy_from_slice(row);
    }
    out
}

/// Deflates `plain` so that the last byte is never a carriage return: before `endstream` it would
/// read as the first half of a line end, and the stream as one byte short (PDF/A 6.1.7.1).
pub(crate) fn deflate(plain: &[u8], level: u32) -> Vec<u8> {
    let mut packed = deflate_once(plain, level);
    if packed.last() == Some(&b'\r') {
        // Any other level has other bytes but the same checksum, so the data must change: white
        // space at the end means nothing to a font program, a map or page operators.
        let mut longer = plain.to_vec();
        while packed.last() == Some(&b'\r') {
            longer.push(b'\n');
            packed = deflate_once(&longer, level);
        }
    }
    packed
}

/// Deflates a font program, whose stated length must be right: it grows, behind its last table, if need be.
///
/// Two words that add up to nothing keep the checksum of the whole font, and change the one of the stream:
/// zeros would not, and the last byte would stay what it is for ever.
pub(crate) fn deflate_program(program: &mut Vec<u8>) -> Vec<u8> {
    let mut packed = deflate_once(program, 9);
    while packed.last() == Some(&b'\r') {
        program.extend([0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF]);
        packed = deflate_once(program, 9);
    }
    packed
}

fn deflate_once(plain: &[u8], level: u32) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(
        Vec::with_capacity(plain.len() / 3 + 64),
        flate2::Compression::new(level),
    );
    // A Vec accepts every byte, so neither call can fail.
    let _ = packer.write_all(plain);
    packer.finish().unwrap_or_default()
}

/// Six capitals that mark a cut face, made from its content.
pub(crate) fn tag_of(data: &[u8]) -> String {
    Sha256::digest(data).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stream_ends_in_a_carriage_return() {
        let mut met = 0;
        for number in 0..4000_u32 {
            let plain = number.to_le_bytes();
            met += usize::from(deflate_once(&plain, 6).last() == Some(&b'\r'));
            assert_ne!(deflate(&plain, 6).last(), Some(&b'\r'), "a reader would take it for a line end");
        }
        assert!(met > 0, "the case was really met");
    }

    #[test]
    fn no_font_program_ends_in_a_carriage_return_and_its_checksum_stays() {
        let sum = |bytes: &[u8]| {
            bytes.chunks(4).fold(0_u32, |sum, word| {
                sum.wrapping_add(u32::from_be_bytes([word[0], word[1], word[2], word[3]]))
            })
        };
        let mut met = 0;
        for number in 0..4000_u32 {
            let plain = number.to_be_bytes();
            let mut program = plain.to_vec();
            let packed = deflate_program(&mut program);
            assert_ne!(packed.last(), Some(&b'\r'), "a reader would take it for a line end");
            assert_eq!(sum(&program), number, "the checksum of the font is what it was");
            met += usize::from(program.len() > 4);
        }
        assert!(met > 0, "the case was really met");
    }
}
