//! The office seals its papers: what goes into the code, and how a scanned code is judged.

use chrono::NaiveDate;
use papers::form::{Refusal, Seal as PaperSeal, Voucher};
use serde::Serialize;
use sha2::{Digest, Sha256};
use signing::seal::{Content, IinTail, Number, Seal, SealKey, SealKind, SealProblem};

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
