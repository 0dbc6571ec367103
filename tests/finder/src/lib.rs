//! Looks for texts in every byte of a folder: as they are, in other encodings, and inside what is packed.
//! For tests that nothing of a person lies on a disk in clear.

use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::{DeflateDecoder, ZlibDecoder};

/// Nothing shorter is looked for: two letters lie in any random bytes.
const BYTES_MIN: usize = 8;
/// What one packed piece may hold.
const UNPACKED_MAX: u64 = 16 << 20;

/// Many texts looked for at once: by their first three bytes, then whole.
#[derive(Debug)]
pub struct Finder {
    begins: Vec<u64>,
    texts: Vec<Vec<u8>>,
}

impl Finder {
    /// A finder of these texts in every shape they can lie in; texts under eight bytes are not looked for.
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a String>) -> Self {
        let mut texts: Vec<Vec<u8>> = secrets.into_iter().flat_map(|secret| shapes(secret)).collect();
        texts.retain(|text| text.len() >= BYTES_MIN);
        texts.sort();
        texts.dedup();
        let mut begins = vec![0u64; 1 << 18];
        for text in &texts {
            let at = beginning(text);
            begins[at / 64] |= 1 << (at % 64);
        }
        Self { begins, texts }
    }

    /// How many shapes are looked for.
    #[must_use]
    pub fn shapes(&self) -> usize {
        self.texts.len()
    }

    fn find_plain(&self, bytes: &[u8]) -> Option<&[u8]> {
        (0..bytes.len().saturating_sub(2)).find_map(|from| {
            let rest = &bytes[from..];
            let at = beginning(rest);
            if self.begins[at / 64] >> (at % 64) & 1 == 0 {
                return None;
            }
            // Sorted, so that what the rest begins with stands at or before its place.
            let place = self.texts.partition_point(|text| text.as_slice() <= rest);
            let near = self.texts[..place].iter().rev().take_while(|text| text[..3] == rest[..3]);
            near.map(Vec::as_slice).find(|text| rest.starts_with(text))
        })
    }

    /// In the bytes, and in everything packed in them.
    #[must_use]
    pub fn find(&self, bytes: &[u8]) -> Option<String> {
        let told = |found: &[u8]| String::from_utf8_lossy(found).into_owned();
        if let Some(found) = self.find_plain(bytes) {
            return Some(told(found));
        }
        for from in 0..bytes.len().saturating_sub(32) {
            let unpacked = match bytes[from..] {
                [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..] => unpack(ZlibDecoder::new(&bytes[from..])),
                [b'P', b'K', 3, 4, ..] => {
                    let length =
                        |at: usize| usize::from(u16::from_le_bytes([bytes[from + at], bytes[from + at + 1]]));
                    let body = from + 30 + length(26) + length(28);
                    bytes.get(body..).map(|body| unpack(DeflateDecoder::new(body))).unwrap_or_default()
                }
                _ => continue,
            };
            if let Some(found) = self.find_plain(&unpacked) {
                return Some(format!("{} (packed)", told(found)));
            }
        }
        None
    }

    /// Every file under a folder, and its name; what holds a text is told with the text.
    #[must_use]
    pub fn look(&self, folder: &Path) -> Vec<String> {
        let mut told = Vec::new();
        for path in files(folder) {
            let name = path.to_string_lossy();
            // A file may be renamed between the list and the reading; then it is in the next list.
            let Ok(bytes) = std::fs::read(&path) else { continue };
            for found in [self.find(&bytes), self.find(name.as_bytes())].into_iter().flatten() {
                told.push(format!("{name}: {found}"));
            }
        }
        told
    }
}

/// Every file under a folder.
#[must_use]
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => all.extend(files(&entry.path())),
            Ok(kind) if kind.is_file() => all.push(entry.path()),
            Ok(_) | Err(_) => {}
        }
    }
    all
}

fn beginning(text: &[u8]) -> usize {
    let byte = |at: usize| usize::from(text[at]);
    (byte(0) << 10 ^ byte(1) << 5 ^ byte(2)) & 0x3ffff
}

/// As much as unpacks before the first wrong byte.
fn unpack(packed: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = packed.take(UNPACKED_MAX).read_to_end(&mut bytes);
    bytes
}

/// A text as it could lie somewhere.
fn shapes(secret: &str) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for text in [secret.to_owned(), secret.to_lowercase(), secret.to_uppercase(), store::fold(secret)] {
        let utf8 = text.clone().into_bytes();
        all.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        all.push(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
        let hex: String = utf8.iter().map(|byte| format!("{byte:02x}")).collect();
        all.push(hex.to_uppercase().into_bytes());
        all.push(hex.into_bytes());
        // Letters of others in the same group of three: only the sure middle is looked for.
        for before in 0..3 {
            let padded = [vec![0; before], utf8.clone()].concat();
            let letters = base64(&padded);
            let end = letters.len() - if padded.len() % 3 == 0 { 0 } else { 2 };
            all.push(letters[if before == 0 { 0 } else { before + 1 }..end].to_vec());
        }
        let percent: String = utf8.iter().map(|byte| format!("%{byte:02X}")).collect();
        all.push(percent.into_bytes());
        let escaped: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        all.push(escaped.into_bytes());
        all.push(utf8);
    }
    all
}

/// Without padding: the letters of whole and of broken groups.
fn base64(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut all = Vec::new();
    for group in bytes.chunks(3) {
        let at = |place: usize| u32::from(group.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        all.extend((0..=group.len()).map(|place| LETTERS[(bits >> (18 - 6 * place) & 63) as usize]));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_every_shape_it_can_lie_in() {
        use std::io::Write;
        let secret = "Құралай Сынақбайқызы".to_owned();
        let finder = Finder::new([&secret]);
        let utf16: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        zlib.write_all(format!("{} {secret} ", "x".repeat(500)).as_bytes()).unwrap();
        let zlib = zlib.finish().unwrap();
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file("sheet.xml", zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(format!("<t>{secret}</t>{}", "y".repeat(500)).as_bytes()).unwrap();
        let zip = zip.finish().unwrap().into_inner();
        let with = |before: &str| base64(format!("{before}{secret}!").as_bytes());
        let rows: Vec<(&str, Vec<u8>)> = vec![
            ("as it is", secret.clone().into_bytes()),
            ("in capitals", secret.to_uppercase().into_bytes()),
            ("folded", store::fold(&secret).into_bytes()),
            ("in UTF-16", utf16),
            ("in base64", with("")),
            ("in base64, one byte later", with("a")),
            ("in base64, two bytes later", with("ab")),
            ("in a stream of a PDF", zlib),
            ("in a workbook", zip),
        ];
        for (what, bytes) in rows {
            let among = [&[1u8, 2, 3, 0x78, 0x9c][..], &bytes, &[0; 40]].concat();
            assert!(finder.find(&among).is_some(), "{what}");
        }
        assert_eq!(finder.find(&vec![b'z'; 4096]), None, "and nothing where nothing is");
    }
}
