//! The office seals its papers: what goes into the code, and how a scanned code is judged.

use crate::contract::seal::{SealAsk, SealView};
use crate::contract::session::Nothing;
use crate::contract::{Answer, No, Outcome, Said};
use crate::workplace::Workplace;
use chrono::NaiveDate;
use papers::form::{Refusal, Seal as PaperSeal, Voucher};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use signing::seal::{
    Content, IinTail, Number, PublicKey, PublicKeys, Seal, SealKey, SealKind, SealProblem, Verified,
    verify as check,
};

/// Puts the code onto a refusal. Everything else of it must be as it will be printed.
///
/// # Errors
/// Its number, its date or the ИИН do not fit into a seal.
pub fn seal_refusal(refusal: &mut Refusal, key: &SealKey) -> Result<(), SealProblem> {
    let seal = refusal_seal(refusal)?;
    refusal.seal = Some(PaperSeal { payload: seal.payload(key)? });
    Ok(())
}

/// What the code of this refusal says; compared with a scanned one it shows whether the text is the same.
///
/// # Errors
/// As [`seal_refusal`].
pub fn refusal_seal(refusal: &Refusal) -> Result<Seal, SealProblem> {
    said(refusal, SealKind::Refusal, &refusal.number, 0, (refusal.date, None), &refusal.applicant.iin)
}

/// Puts the code onto a voucher. Everything else of it must be as it will be printed.
///
/// # Errors
/// Its number, its dates or the ИИН do not fit into a seal.
pub fn seal_voucher(voucher: &mut Voucher, key: &SealKey) -> Result<(), SealProblem> {
    let seal = voucher_seal(voucher)?;
    voucher.seal = Some(PaperSeal { payload: seal.payload(key)? });
    Ok(())
}

/// What the code of this voucher says. An extended voucher is another text with another code.
///
/// # Errors
/// As [`seal_voucher`].
pub fn voucher_seal(voucher: &Voucher) -> Result<Seal, SealProblem> {
    let correction = voucher.correction.as_ref().map_or(Ok(0), |correction| u8::try_from(correction.number));
    let correction = correction.map_err(|_| SealProblem::Number)?;
    let dates = (voucher.issued, Some(voucher.last_day));
    said(voucher, SealKind::Voucher, &voucher.number, correction, dates, &voucher.iin)
}

fn said(
    paper: &impl Serialize,
    kind: SealKind,
    number: &str,
    correction: u8,
    (issued, last_day): (NaiveDate, Option<NaiveDate>),
    iin: &str,
) -> Result<Seal, SealProblem> {
    Ok(Seal {
        kind,
        number: Number::parse(number)?,
        correction,
        issued,
        last_day,
        iin: IinTail::of(iin)?,
        content: content_of(paper),
    })
}

/// Digest of what a paper says: its data without the code itself and without the marks of one copy, so that
/// a duplicate carries the same code as the original.
fn content_of(paper: &impl Serialize) -> Content {
    let mut data = serde_json::to_value(paper).unwrap_or_default();
    if let Some(fields) = data.as_object_mut() {
        fields.remove("seal");
        fields.remove("marks");
    }
    // Fields of a value are in alphabetical order, whatever order the shape declares them in.
    Content::of_sha256(&Sha256::digest(data.to_string()).into())
}

/// Setting of the office that keeps its secret key, inside the encrypted database.
const SETTING: &str = "seal_key";

/// The key as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// 32 bytes in hexadecimal.
    secret: String,
}

/// The key of this office; made when the first paper needs it.
///
/// # Errors
/// The database or the computer's source of chance does not answer.
pub(crate) fn office_key(desk: &Workplace) -> Result<SealKey, No> {
    if let Some(kept) = desk.store.setting(None, SETTING)? {
        let kept: Kept = serde_json::from_str(&kept).map_err(|_| No::failure("seal-key"))?;
        return secret(&kept.secret)
            .map(|secret| SealKey::from_secret(&secret))
            .ok_or_else(|| No::failure("seal-key"));
    }
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(|_| No::failure("seal-key"))?;
    let kept = Kept { secret: crate::people::hex(&secret) };
    let text = serde_json::to_string(&kept).map_err(|_| No::bug("answer"))?;
    desk.keep_anyway("make_seal_key", |tx| tx.put_setting(None, SETTING, &text))?;
    Ok(SealKey::from_secret(&secret))
}

fn secret(hex: &str) -> Option<[u8; 32]> {
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    let mut secret = [0; 32];
    for (place, byte) in secret.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(secret)
}

/// The public key of this office. It seals any paper of the Rules the office holds, so it is good from the
/// first day of their first edition on.
fn public_key(desk: &Workplace) -> Result<PublicKey, No> {
    let first = desk.books.law.editions.all().first().map(|edition| edition.valid_from);
    let from = first.ok_or_else(|| No::bug("law"))?;
    Ok(office_key(desk)?.public(&desk.office.mobility_centre.kk, from))
}

/// A refusal with its code; a draft has none, and so has one whose applicant gave no ИИН a code could name.
pub(crate) fn sealed_refusal(desk: &Workplace, mut refusal: Refusal) -> Result<Refusal, No> {
    if !refusal.marks.draft && IinTail::of(&refusal.applicant.iin).is_ok() {
        seal_refusal(&mut refusal, &office_key(desk)?).map_err(|problem| no(&problem))?;
    }
    Ok(refusal)
}

/// A voucher with its code; a draft has none.
pub(crate) fn sealed_voucher(desk: &Workplace, mut voucher: Voucher) -> Result<Voucher, No> {
    if !voucher.marks.draft {
        seal_voucher(&mut voucher, &office_key(desk)?).map_err(|problem| no(&problem))?;
    }
    Ok(voucher)
}

fn no(problem: &SealProblem) -> No {
    No::failure("seal").saying(said_of(problem))
}

/// The word of a problem with its variables.
fn said_of(problem: &SealProblem) -> Said {
    problem.facts().into_iter().fold(Said::new(format!("seal-{}", problem.code())), |said, (name, value)| {
        said.with(name, crate::say::arg(&value))
    })
}

/// Judges a scanned or typed code against the key of this office.
pub(crate) fn verify(desk: &mut Workplace, ask: SealAsk) -> Outcome<SealView> {
    let keys = PublicKeys::of(vec![public_key(desk)?]);
    Ok(Answer::only(match check(ask.payload.as_str(), &keys) {
        Ok(verified) => SealView { now: since_then(desk, &verified.seal)?, ..holds(&verified) },
        Err(problem) => SealView { holds: false, said: said_of(&problem), ..SealView::default() },
    }))
}

fn holds(verified: &Verified) -> SealView {
    let seal = &verified.seal;
    let kind = match seal.kind {
        SealKind::Voucher => "seal-kind-voucher",
        SealKind::Refusal => "seal-kind-refusal",
    };
    SealView {
        holds: true,
        said: Said::new("seal-holds"),
        kind: Some(Said::new(kind)),
        number: Some(seal.number.as_str().to_owned()),
        correction: u32::from(seal.correction),
        issued: Some(seal.issued),
        last_day: seal.last_day,
        iin_last_digits: Some(seal.iin.to_string()),
        now: None,
        office: Some(verified.key.office.clone()),
        key: Some(verified.key.id().to_string()),
    }
}

/// What became of a voucher since it was printed, where this person may see its case: a genuine code may stand on
/// a copy that was corrected, extended or annulled after that.
fn since_then(desk: &Workplace, seal: &Seal) -> Result<Option<Said>, No> {
    if seal.kind != SealKind::Voucher {
        return Ok(None);
    }
    let number = seal.number.as_str();
    for hit in desk.store.search(&desk.scope(), number, 10)? {
        let loaded = crate::case::load(desk, hit.case.case)?;
        let Some(voucher) = loaded.case.voucher.as_ref().filter(|voucher| voucher.number == number) else {
            continue;
        };
        let annulled = voucher.annulled.as_ref().filter(|_| voucher.reinstated.is_none());
        return Ok(if voucher.corrections > u32::from(seal.correction) {
            Some(Said::new("seal-replaced").with("copy", voucher.corrections))
        } else if let Some(annulled) = annulled {
            Some(Said::new("seal-annulled").with("on", annulled.on))
        } else if seal.last_day != Some(voucher.last_day) {
            Some(Said::new("seal-extended").with("last_day", voucher.last_day))
        } else {
            None
        });
    }
    Ok(None)
}

/// The file of public keys for those who verify without this program's window.
pub(crate) fn public_keys(desk: &mut Workplace, _: Nothing) -> Result<Vec<u8>, No> {
    Ok(PublicKeys::of(vec![public_key(desk)?]).file().into_bytes())
}
