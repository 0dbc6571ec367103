//! Who applies: name, number, consents, registration, ways to reach the person, signature.

use serde_json::Value;

use super::super::reader::{Node, ReadError, flag_of, text_of};
use super::super::{Applicant, Consent, Residence, Signature};
use super::strings;

pub(super) const IIN: &[&str] =
    &["iin", "иин", "жсн", "f1_03", "individual_identification_number", "individual_number"];
pub(super) const IN_APPLICANT_CONTACT: &[&str] =
    &["phone", "mobile", "mobile_phone", "email", "e_mail", "contacts"];

pub(super) fn applicant(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Applicant, ReadError> {
    let names = &["applicant", "person", "claimant", "citizen", "f1_02", "претендент", "заявитель"];
    if let Some(node) = form.child_if_object(names) {
        let mut applicant = applicant_here(&node)?;
        if applicant.iin.is_none() {
            applicant.iin = form.text(IIN)?;
        }
        // Contacts and residence may stand inside; they are read from there by their own readers.
        for known in [IN_APPLICANT_CONTACT, RESIDENCE, &["account", "iban"]] {
            let _ = node.find(known);
        }
        let _ = node.find(&["sex", "gender"]);
        unread.extend(node.leftovers());
        Ok(applicant)
    } else if let Some((path, value @ Value::String(_))) = form.find(names) {
        let full = text_of(path, value)?;
        let mut applicant = applicant_here(form)?;
        split_name(&full, &mut applicant);
        Ok(applicant)
    } else {
        applicant_here(form)
    }
}

pub(super) fn applicant_here(node: &Node<'_>) -> Result<Applicant, ReadError> {
    let mut applicant = Applicant {
        surname: node.text(&["surname", "last_name", "family_name", "фамилия"])?,
        name: None,
        patronymic: node.text(&["patronymic", "middle_name", "second_name", "отчество"])?,
        iin: node.text(IIN)?,
        born: node.date(&["born", "birth_date", "date_of_birth", "birthday"])?,
        former_names: strings(node, &["former_names", "former_name", "previous_names", "maiden_name"])?,
        representative: node.text(&["representative"])?,
    };
    match applicant.surname {
        Some(_) => applicant.name = node.text(&["name", "first_name", "given_name", "имя", "given_names"])?,
        None => {
            let given = node.text(&["first_name", "given_name", "имя", "given_names"])?;
            let full = node.text(&["full_name", "fio", "фио", "name"])?;
            match (given, full) {
                (Some(given), _) => applicant.name = Some(given),
                (None, Some(full)) => split_name(&full, &mut applicant),
                (None, None) => {}
            }
        }
    }
    Ok(applicant)
}

/// Splits a full name in the usual order: surname, name, and the rest as the patronymic.
pub(super) fn split_name(full: &str, applicant: &mut Applicant) {
    let mut parts = full.split_whitespace().map(str::to_owned);
    applicant.surname = parts.next();
    applicant.name = parts.next();
    let rest: Vec<_> = parts.collect();
    if !rest.is_empty() {
        applicant.patronymic = Some(rest.join(" "));
    }
}

pub(super) fn consent(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Consent, ReadError> {
    let names = &["consent", "consents", "f1_06", "согласие"];
    if let Some(node) = form.child_if_object(names) {
        let consent = Consent {
            personal_data: node.flag(&["personal_data", "personal", "data", "processing", "given"])?,
            mailings: node.flag(&["mailings", "mailing", "notifications", "newsletter", "messages"])?,
        };
        unread.extend(node.leftovers());
        return Ok(consent);
    }
    match form.find(names) {
        // The form bundles both consents in one sentence: one flag gives both.
        Some((path, value)) => {
            let both = flag_of(path, value)?;
            Ok(Consent { personal_data: both, mailings: both })
        }
        None => Ok(Consent {
            personal_data: form.flag(&["consent_personal_data", "personal_data_consent"])?,
            mailings: form.flag(&["consent_mailings", "mailings_consent"])?,
        }),
    }
}

pub(super) const RESIDENCE: &[&str] = &[
    "residence",
    "registration",
    "permanent_registration",
    "place_of_registration",
    "f1_11",
    "home",
    "place_of_residence",
    "address",
    "residence_region",
];

pub(super) fn residence(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Residence, ReadError> {
    let inside = form.child_if_object(&["applicant", "person", "claimant", "citizen"]);
    for holder in std::iter::once(form).chain(inside.as_ref()) {
        if let Some(node) = holder.child_if_object(RESIDENCE) {
            let residence = Residence {
                region: node.text(&["region", "region_code", "oblast"])?,
                kato: node.text(&["kato", "kato9", "kato_code", "code"])?,
                address: node.text(&["address", "text", "place", "line"])?,
            };
            unread.extend(node.leftovers());
            return Ok(residence);
        }
        if let Some(text) = holder.text(RESIDENCE)? {
            let digits = text.bytes().all(|b| b.is_ascii_digit());
            return Ok(match (digits, text.len()) {
                (true, 9) => Residence { kato: Some(text), ..Residence::default() },
                (true, _) => Residence { region: Some(text), ..Residence::default() },
                (false, _) => Residence { address: Some(text), ..Residence::default() },
            });
        }
    }
    Ok(Residence::default())
}

pub(super) fn contact(form: &Node<'_>, names: &[&str]) -> Result<Option<String>, ReadError> {
    if let Some(text) = form.text(names)? {
        return Ok(Some(text));
    }
    for holder in ["contacts", "contact", "applicant", "person", "claimant"] {
        if let Some(node) = form.child_if_object(&[holder])
            && let Some(text) = node.text(names)?
        {
            return Ok(Some(text));
        }
    }
    Ok(None)
}

pub(super) fn signature(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Option<Signature>, ReadError> {
    let names = &["signature", "eds", "digital_signature", "эцп", "f1_16", "sign"];
    if let Some(node) = form.child_if_object(names) {
        let read = Signature {
            valid: node.flag(&["valid", "is_valid", "verified", "ok", "present"])?,
            signed_at: node.instant(&["signed_at", "at", "time", "signed", "timestamp"])?,
            iin: node.text(&["iin", "signer_iin"])?,
            file: node.text(&["file", "path", "cms"])?,
        };
        let _ = node.find(&["signer", "name", "algorithm", "kind", "sha256"]);
        unread.extend(node.leftovers());
        return Ok(Some(read));
    }
    Ok(match form.find(names) {
        Some((_, Value::Bool(valid))) => Some(Signature { valid: Some(*valid), ..Signature::default() }),
        // A path or the signature itself: present, not judged here.
        Some((path, value)) => Some(Signature { file: Some(text_of(path, value)?), ..Signature::default() }),
        None => None,
    })
}
