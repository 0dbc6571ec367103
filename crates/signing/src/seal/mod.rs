//! The seal: a short signed text printed as a QR code on a voucher or a refusal, verified offline.
//!
//! ```text
//! TANU1/V/39-2025-000017/0/20251017/20251216/9216/<content>/<key>/<signature>
//! ```
//!
//! Upper-case letters, digits and `-+/` only, so that the code stays small (alphanumeric mode) and a
//! hand scanner types it without surprises. Nothing in it tells more than the paper around it: no name,
//! no profession, of the ИИН only the last four digits, to be compared by eye. A hash of the ИИН would
//! be no better hidden, for there are few enough numbers to try them all.

mod base32;
mod keyboard;
mod keys;
mod problem;

use chrono::NaiveDate;
use ed25519_dalek::Signature;
use std::fmt;

pub use keys::{KeyId, KeysProblem, PublicKey, PublicKeys, SealKey};
pub use problem::SealProblem;

/// First field of every payload: the format and its version.
const MARK: &str = "TANU1";
/// Signed before the text, so that a signature of this key made for another purpose never fits.
const DOMAIN: &[u8] = b"tanu seal 1\0";
/// A payload is about 200 characters, 350 when its number is all Cyrillic; what is longer than this is not one.
pub const PAYLOAD_CHARACTERS_MAX: usize = 420;
/// Longest number of a document in a seal.
pub const NUMBER_CHARACTERS_MAX: usize = 32;
/// Bytes of the content digest that are printed: 128 bits, enough that nobody finds a second text.
const CONTENT_BYTES: usize = 16;

/// Which paper carries the seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SealKind {
    /// One-time voucher, par. 10. қаз. «біржолғы ваучер», рус. «единоразовый ваучер».
    Voucher,
    /// Reasoned refusal, par. 8 and 9. қаз. «дәлелді бас тарту», рус. «мотивированный отказ».
    Refusal,
}

impl SealKind {
    pub const ALL: [SealKind; 2] = [SealKind::Voucher, SealKind::Refusal];

    fn letter(self) -> &'static str {
        match self {
            SealKind::Voucher => "V",
            SealKind::Refusal => "R",
        }
    }

    /// Stable name for JSON and for keys of words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            SealKind::Voucher => "voucher",
            SealKind::Refusal => "refusal",
        }
    }
}

/// Number of the sealed document as it is printed on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// # Errors
    /// Empty, longer than [`NUMBER_CHARACTERS_MAX`], blank at an end, or with a control character.
    pub fn parse(text: &str) -> Result<Self, SealProblem> {
        let fits = !text.is_empty()
            && text.trim() == text
            && text.chars().count() <= NUMBER_CHARACTERS_MAX
            && !text.chars().any(char::is_control);
        if fits { Ok(Self(text.to_owned())) } else { Err(SealProblem::Number) }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In the small alphabet: capitals, digits and hyphens as they are, a run of anything else as its code
    /// points between plus signs: `ҚМО-7/1` is `+49A-41C-41E+-7+2F+1`.
    fn coded(&self) -> String {
        let mut coded = String::new();
        let mut inside = false;
        for letter in self.0.chars() {
            let plain = is_plain(letter);
            match (inside, plain) {
                (false, false) => coded.push('+'),
                (true, true) => coded.push('+'),
                (true, false) => coded.push('-'),
                (false, true) => {}
            }
            inside = !plain;
            if plain {
                coded.push(letter);
            } else {
                coded.push_str(&format!("{:X}", u32::from(letter)));
            }
        }
        if inside {
            coded.push('+');
        }
        coded
    }

    fn decoded(coded: &str) -> Option<Self> {
        let mut text = String::new();
        for (place, part) in coded.split('+').enumerate() {
            if place % 2 == 0 {
                text.push_str(part);
            } else {
                for code in part.split('-') {
                    text.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
                }
            }
        }
        let number = Self::parse(&text).ok()?;
        // One spelling a number: `+41+` is not another way to write `A`.
        (number.coded() == coded).then_some(number)
    }
}

fn is_plain(letter: char) -> bool {
    letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '-'
}

/// The last four digits of an ИИН.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IinTail([u8; 4]);

impl IinTail {
    /// Takes them from a whole ИИН.
    ///
    /// # Errors
    /// The text is not twelve digits.
    pub fn of(iin: &str) -> Result<Self, SealProblem> {
        if iin.len() == 12 && iin.bytes().all(|b| b.is_ascii_digit()) {
            iin.get(8..).map_or(Err(SealProblem::Iin), Self::parse)
        } else {
            Err(SealProblem::Iin)
        }
    }

    fn parse(text: &str) -> Result<Self, SealProblem> {
        let digits: [u8; 4] = text.as_bytes().try_into().map_err(|_| SealProblem::Iin)?;
        if digits.iter().all(u8::is_ascii_digit) { Ok(Self(digits)) } else { Err(SealProblem::Iin) }
    }
}

impl fmt::Display for IinTail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&digit| write!(f, "{}", char::from(digit)))
    }
}

/// Digest of what the paper says, made by whoever composed it (SHA-256 of its text without the code);
/// the seal carries its first half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content([u8; CONTENT_BYTES]);

impl Content {
    #[must_use]
    pub fn of_sha256(digest: &[u8; 32]) -> Self {
        let mut half = [0; CONTENT_BYTES];
        for (to, from) in half.iter_mut().zip(digest) {
            *to = *from;
        }
        Self(half)
    }

    /// Upper-case base32, as printed.
    #[must_use]
    pub fn text(&self) -> String {
        base32::encode(&self.0)
    }
}

/// What a seal says. Every field is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    pub kind: SealKind,
    pub number: Number,
    /// 0 for the document as first made, n for «испр. n» (A-56).
    pub correction: u8,
    /// Day of issue.
    pub issued: NaiveDate,
    /// Last day of validity as printed; a voucher has one, a refusal has none.
    pub last_day: Option<NaiveDate>,
    pub iin: IinTail,
    pub content: Content,
}

impl Seal {
    /// The text for the QR code, signed with the key of the office.
    ///
    /// # Errors
    /// A voucher without a last day or a refusal with one; a year that four digits do not hold.
    pub fn payload(&self, key: &SealKey) -> Result<String, SealProblem> {
        let signed = self.signed_text(&key.id())?;
        let signature = key.sign(&message(&signed));
        Ok(format!("{signed}/{}", base32::encode(&signature.to_bytes())))
    }

    fn signed_text(&self, key: &KeyId) -> Result<String, SealProblem> {
        let last_day = match (self.kind, self.last_day) {
            (SealKind::Voucher, Some(day)) => date_text(day).ok_or(SealProblem::LastDay)?,
            (SealKind::Refusal, None) => String::new(),
            (SealKind::Voucher, None) | (SealKind::Refusal, Some(_)) => return Err(SealProblem::LastDay),
        };
        let issued = date_text(self.issued).ok_or(SealProblem::Issued)?;
        let (kind, number, correction) = (self.kind.letter(), self.number.coded(), self.correction);
        let (iin, content) = (self.iin, self.content.text());
        Ok(format!("{MARK}/{kind}/{number}/{correction}/{issued}/{last_day}/{iin}/{content}/{key}"))
    }
}

/// A seal whose signature holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub seal: Seal,
    pub key: PublicKey,
}

/// Reads and verifies a payload as scanned or typed: spaces around it, small letters and a scanner that
/// typed in the Russian or Kazakh layout are forgiven, a changed character is not.
///
/// # Errors
/// What is wrong with it, see [`SealProblem`].
pub fn verify(typed: &str, keys: &PublicKeys) -> Result<Verified, SealProblem> {
    let (seal, key_id, signed, signature) = read(&keyboard::as_typed_in_latin(typed)?)?;
    let key = keys.find(&key_id).ok_or(SealProblem::UnknownKey(key_id))?;
    if !key.verifies(&message(&signed), &signature) {
        return Err(SealProblem::Signature);
    }
    if !key.in_force_on(seal.issued) {
        return Err(SealProblem::KeyNotInForce(key_id));
    }
    Ok(Verified { seal, key: key.clone() })
}

fn message(signed: &str) -> Vec<u8> {
    [DOMAIN, signed.as_bytes()].concat()
}

fn read(payload: &str) -> Result<(Seal, KeyId, String, Signature), SealProblem> {
    let fields: Vec<&str> = payload.split('/').collect();
    let &[mark, kind, number, correction, issued, last_day, iin, content, key, signature] = fields.as_slice()
    else {
        return Err(if payload.starts_with(MARK) {
            SealProblem::Fields(fields.len())
        } else {
            SealProblem::NotASeal
        });
    };
    if mark != MARK {
        return Err(SealProblem::NotASeal);
    }
    let kind = SealKind::ALL.into_iter().find(|known| known.letter() == kind).ok_or(SealProblem::Kind)?;
    let last_day = match (kind, last_day) {
        (SealKind::Refusal, "") => None,
        (SealKind::Voucher, day) => Some(date(day).ok_or(SealProblem::LastDay)?),
        (SealKind::Refusal, _) => return Err(SealProblem::LastDay),
    };
    let seal = Seal {
        kind,
        number: Number::decoded(number).ok_or(SealProblem::Number)?,
        correction: correction_of(correction).ok_or(SealProblem::Number)?,
        issued: date(issued).ok_or(SealProblem::Issued)?,
        last_day,
        iin: IinTail::parse(iin)?,
        content: Content(exact(content).ok_or(SealProblem::Content)?),
    };
    let key = KeyId::parse(key).ok_or(SealProblem::KeyText)?;
    let bytes: [u8; 64] = exact(signature).ok_or(SealProblem::SignatureText)?;
    let signed = seal.signed_text(&key)?;
    Ok((seal, key, signed, Signature::from_bytes(&bytes)))
}

fn exact<const N: usize>(text: &str) -> Option<[u8; N]> {
    base32::decode(text)?.try_into().ok()
}

fn correction_of(text: &str) -> Option<u8> {
    // `01` would be a second spelling of the same seal.
    text.parse().ok().filter(|n: &u8| n.to_string() == text)
}

fn date_text(date: NaiveDate) -> Option<String> {
    let text = date.format("%Y%m%d").to_string();
    (text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit())).then_some(text)
}

fn date(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y%m%d").ok()
}
