//! Checks of the filling of Appendix 1, row by row (F1-01…F1-17), except education, work and copies.

use chrono::{Datelike, Days, NaiveDate};

use super::table::{
    ACCOUNT, ACCREDITATION, ACCREDITED_FOR, AGE, BIRTH, CENTRE, CONSENT, DATE, EMAIL, IIN, LEVEL, LIABILITY,
    NAME, PHONE, PRICE, PROFESSION, PROFILE, REGION, REPRESENTATIVE, RESIDENCE, SIGNATURE, SKILLS, UNREAD,
};
use super::{About, Definition, Finding};
use crate::application::{Application, Residence};
use crate::person::name::comparable;
use crate::person::{Bin, Email, Iban, Iin, PersonName, Phone};
use crate::region::Region;

pub(super) fn check(about: &About<'_>, findings: &mut Vec<Finding>) {
    let application = about.application;
    findings.push(region(about));
    findings.push(name(about));
    let iin = application.applicant.iin.as_deref().map(Iin::parse);
    findings.push(iin_check(about));
    if let Some(Ok(iin)) = iin {
        findings.push(birth(application, iin));
        findings.push(age(about, iin));
    }
    if let Some(who) = filled(&application.applicant.representative) {
        findings.push(REPRESENTATIVE.human("acts_by_representative").fact("name", who));
    }
    findings.push(level(about));
    findings.push(profession(about));
    findings.push(match application.profession.profile {
        Some(_) => PROFILE.pass(),
        None => PROFILE.warn("profile_unknown"),
    });
    findings.push(consent(about));
    findings.push(skills(application));
    findings.push(account(about));
    findings.push(residence(about));
    findings.push(match application.liability_warned {
        Some(true) => LIABILITY.pass(),
        Some(false) => LIABILITY.fail("liability_not_warned"),
        None => LIABILITY.warn("liability_not_told"),
    });
    centre(about, findings);
    findings.push(phone(about));
    findings.push(email(application));
    findings.push(signature(application));
    findings.push(date(about));
    if !application.unread.is_empty() {
        findings.push(UNREAD.warn("fields_not_read").fact("fields", application.unread.join(", ")));
    }
}

/// Text that is there and not only blanks.
pub(super) fn filled(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// Absent: a failure where the edition requires the row, else nothing to check.
fn absent(about: &About<'_>, definition: &'static Definition, code: &str) -> Finding {
    let required = definition.field.is_some_and(|row| about.yardstick.requires(row));
    if required { definition.fail(code) } else { definition.not_applicable(code) }
}

fn region(about: &About<'_>) -> Finding {
    match filled(&about.application.region) {
        None => absent(about, &REGION, "region_missing"),
        Some(text) => match Region::of_kato(text) {
            Some(region) => REGION.pass().fact("region", region.code()),
            None => REGION.fail("region_unknown").fact("region", text),
        },
    }
}

fn name(about: &About<'_>) -> Finding {
    let applicant = &about.application.applicant;
    let (Some(surname), Some(given)) = (filled(&applicant.surname), filled(&applicant.name)) else {
        return absent(about, &NAME, "name_missing");
    };
    match PersonName::parse(surname, given, filled(&applicant.patronymic)) {
        Ok(name) => NAME.pass().fact("name", name),
        Err(fault) => {
            NAME.human("name_malformed").fact("name", applicant.full_name()).fact("fault", fault.code())
        }
    }
}

fn iin_check(about: &About<'_>) -> Finding {
    let Some(text) = filled(&about.application.applicant.iin) else {
        return absent(about, &IIN, "iin_missing");
    };
    match Iin::parse(text) {
        Ok(iin) if iin.century_unknown() => IIN.warn("iin_century_unknown").fact("iin", text),
        Ok(_) => IIN.pass().fact("iin", text),
        Err(fault) => IIN.fail("iin_wrong").fact("iin", text).fact("fault", fault.code()),
    }
}

/// Which of the two is wrong cannot be seen from the file, so a person looks.
fn birth(application: &Application, iin: Iin) -> Finding {
    match (application.applicant.born, iin.born()) {
        (Some(stated), Some(encoded)) if stated != encoded => {
            BIRTH.human("iin_birth_date_differs").fact("stated", stated).fact("encoded", encoded)
        }
        (Some(stated), Some(_)) => BIRTH.pass().fact("stated", stated),
        (Some(_) | None, _) => BIRTH.not_applicable("birth_date_not_told"),
    }
}

fn age(about: &About<'_>, iin: Iin) -> Finding {
    let years = iin.born().and_then(|born| about.received_on.years_since(born));
    match years {
        Some(years) if years < about.yardstick.acts_alone_from_years => {
            AGE.human("acts_as_minor").fact("years", years)
        }
        Some(_) | None => AGE.pass(),
    }
}

fn level(about: &About<'_>) -> Finding {
    let profession = &about.application.profession;
    let Some(level) = about.application.level else { return absent(about, &LEVEL, "level_missing") };
    if level == 0 || level > about.yardstick.level_max {
        return LEVEL.fail("level_does_not_exist").fact("level", level);
    }
    let known: Vec<String> = profession.levels.iter().map(u8::to_string).collect();
    if profession.levels.is_empty() {
        LEVEL.warn("level_not_compared").fact("level", level)
    } else if profession.levels.contains(&level) {
        LEVEL.pass().fact("level", level)
    } else {
        LEVEL.fail("level_not_of_profession").fact("level", level).fact("levels", known.join(", "))
    }
}

fn profession(about: &About<'_>) -> Finding {
    let profession = &about.application.profession;
    let Some(name) = filled(&profession.name).or_else(|| filled(&profession.code)) else {
        return absent(about, &PROFESSION, "profession_missing");
    };
    match profession.in_register {
        Some(true) => PROFESSION.pass().fact("profession", name),
        Some(false) => PROFESSION.fail("profession_not_in_register").fact("profession", name),
        None => PROFESSION.warn("profession_register_not_told").fact("profession", name),
    }
}

/// The form bundles two consents; only the one to personal data is needed to work on the application.
fn consent(about: &About<'_>) -> Finding {
    let consent = about.application.consent;
    match (consent.personal_data, consent.mailings) {
        (Some(true), Some(true)) => CONSENT.pass(),
        (Some(true), Some(false) | None) => CONSENT.warn("consent_without_mailings"),
        (Some(false), _) => CONSENT.fail("consent_missing"),
        (None, _) => absent(about, &CONSENT, "consent_missing"),
    }
}

fn skills(application: &Application) -> Finding {
    let known = &application.profession.skills;
    if application.skills.is_empty() {
        return SKILLS.warn("skills_empty");
    }
    let strange: Vec<&str> = application
        .skills
        .iter()
        .filter(|skill| {
            skill.by_hand
                || !(known.is_empty() || known.iter().any(|one| comparable(one) == comparable(&skill.name)))
        })
        .map(|skill| skill.name.as_str())
        .collect();
    if strange.is_empty() {
        SKILLS.pass()
    } else {
        SKILLS.warn("skills_by_hand").fact("skills", strange.join(", "))
    }
}

/// Whether the exam is outside the region of registration, as far as the application tells.
pub(super) fn exam_outside(application: &Application) -> Option<bool> {
    let venue = filled(&application.recognition_centre.venue_region).and_then(Region::of_kato)?;
    let home = home(&application.residence)?;
    Some(venue != home)
}

/// Region of permanent registration.
pub(super) fn home(residence: &Residence) -> Option<Region> {
    filled(&residence.region)
        .and_then(Region::of_kato)
        .or_else(|| filled(&residence.kato).and_then(Region::of_kato))
}

/// The account is needed only for the aid of par. 14(2), so only then its fault is a ground.
fn account(about: &About<'_>) -> Finding {
    let application = about.application;
    let outside = if about.yardstick.account_only_outside { exam_outside(application) } else { Some(true) };
    let Some(text) = filled(&application.account) else {
        return match outside {
            Some(true) => ACCOUNT.fail("account_missing"),
            Some(false) => ACCOUNT.not_applicable("account_not_needed"),
            None => ACCOUNT.warn("account_missing_may_be_needed"),
        };
    };
    match (Iban::parse(text), outside) {
        (Ok(account), _) => ACCOUNT.pass().fact("bank", account.bank_code()),
        (Err(fault), Some(true)) => {
            ACCOUNT.fail("account_wrong").fact("account", text).fact("fault", fault.code())
        }
        (Err(fault), Some(false)) => {
            ACCOUNT.warn("account_wrong_not_needed").fact("account", text).fact("fault", fault.code())
        }
        (Err(fault), None) => {
            ACCOUNT.human("account_wrong_may_be_needed").fact("account", text).fact("fault", fault.code())
        }
    }
}

fn residence(about: &About<'_>) -> Finding {
    let residence = &about.application.residence;
    let (region, kato) = (filled(&residence.region), filled(&residence.kato));
    if region.is_none() && kato.is_none() && filled(&residence.address).is_none() {
        return absent(about, &RESIDENCE, "residence_missing");
    }
    match (region.map(Region::of_kato), kato.map(Region::of_kato)) {
        (Some(None), _) => RESIDENCE.human("residence_region_unknown").fact_if("region", region),
        (_, Some(None)) => RESIDENCE.human("residence_region_unknown").fact_if("region", kato),
        (Some(Some(a)), Some(Some(b))) if a != b => {
            RESIDENCE.human("residence_regions_differ").fact("region", a.code()).fact("kato", b.code())
        }
        (Some(Some(home)), _) | (None, Some(Some(home))) => RESIDENCE.pass().fact("region", home.code()),
        (None, None) => RESIDENCE.warn("residence_region_not_told"),
    }
}

fn centre(about: &About<'_>, findings: &mut Vec<Finding>) {
    let centre = &about.application.recognition_centre;
    let Some(name) = filled(&centre.name).or_else(|| filled(&centre.bin)) else {
        findings.push(absent(about, &CENTRE, "centre_missing"));
        return;
    };
    findings.push(match filled(&centre.bin).map(Bin::parse) {
        Some(Err(fault)) => {
            CENTRE.warn("centre_number_wrong").fact_if("bin", filled(&centre.bin)).fact("fault", fault.code())
        }
        Some(Ok(_)) | None => CENTRE.pass().fact("centre", name),
    });
    findings.push(accreditation(about));
    findings.push(accredited_for(about.application));
    findings.push(match centre.price {
        Some(price) => PRICE.pass().fact("price", price),
        None => PRICE.warn("price_unknown"),
    });
}

/// The ЦП must be accredited when it was chosen and now; that it may not outlive the voucher is told.
fn accreditation(about: &About<'_>) -> Finding {
    let centre = &about.application.recognition_centre;
    let (from, to) = (centre.accredited_from, centre.accredited_to);
    if from.is_none() && to.is_none() {
        return match centre.accredited {
            Some(true) => ACCREDITATION.pass(),
            Some(false) => ACCREDITATION.fail("centre_not_accredited"),
            None => ACCREDITATION.human("accreditation_not_told"),
        };
    }
    let found = |finding: Finding| finding.fact_if("from", from).fact_if("to", to);
    let outside = |day: NaiveDate| from.is_some_and(|from| day < from) || to.is_some_and(|to| day > to);
    if centre.accredited == Some(false) || outside(about.received_on) {
        return found(ACCREDITATION.fail("centre_not_accredited").fact("on", about.received_on));
    }
    // Lost after the choice: not the person's fault and not a wrong form. A person decides with the claimant.
    if outside(about.on) {
        return found(ACCREDITATION.human("accreditation_lost_since").fact("on", about.on));
    }
    let voucher_end = about.on.checked_add_days(Days::new(u64::from(about.yardstick.validity_days)));
    match (to, voucher_end) {
        (Some(to), Some(end)) if to < end => {
            found(ACCREDITATION.warn("accreditation_ends_early").fact("voucher_end", end))
        }
        (Some(_) | None, _) => found(ACCREDITATION.pass()),
    }
}

fn accredited_for(application: &Application) -> Finding {
    let profession = &application.profession;
    let Some(list) = &application.recognition_centre.professions else {
        return ACCREDITED_FOR.warn("accredited_professions_not_told");
    };
    let names: Vec<String> =
        [&profession.code, &profession.name].into_iter().flatten().map(|one| comparable(one)).collect();
    if list.iter().any(|one| names.contains(&comparable(one))) {
        ACCREDITED_FOR.pass()
    } else {
        ACCREDITED_FOR
            .fail("centre_not_accredited_for_profession")
            .fact_if("profession", filled(&profession.name).or_else(|| filled(&profession.code)))
            .fact("professions", list.join(", "))
    }
}

fn phone(about: &About<'_>) -> Finding {
    match filled(&about.application.phone) {
        None => absent(about, &PHONE, "phone_missing"),
        Some(text) => match Phone::parse(text) {
            Ok(phone) => PHONE.pass().fact("phone", phone),
            Err(fault) => PHONE.fail("phone_wrong").fact("phone", text).fact("fault", fault.code()),
        },
    }
}

/// Optional: a wrong e-mail is told and never refuses.
fn email(application: &Application) -> Finding {
    match filled(&application.email) {
        None => EMAIL.not_applicable("email_not_given"),
        Some(text) => match Email::parse(text) {
            Ok(_) => EMAIL.pass(),
            Err(fault) => EMAIL.warn("email_wrong").fact("email", text).fact("fault", fault.code()),
        },
    }
}

fn signature(application: &Application) -> Finding {
    let Some(signature) = &application.signature else { return SIGNATURE.fail("signature_missing") };
    let signer = filled(&signature.iin);
    // Against a number that is wrong by itself nothing can be compared; `iin` says so already.
    let own = filled(&application.applicant.iin).filter(|own| Iin::parse(own).is_ok());
    let same = match (signer, own) {
        (Some(signer), Some(own)) => signer == own,
        (Some(_), None) | (None, _) => true,
    };
    match signature.valid {
        Some(false) => SIGNATURE.fail("signature_invalid"),
        // Signed by somebody else: a representative or a mistake; the form provides neither.
        _ if !same => SIGNATURE.human("signature_of_another_person").fact_if("iin", signer),
        Some(true) => SIGNATURE.pass(),
        None => SIGNATURE.human("signature_not_checked"),
    }
}

fn date(about: &About<'_>) -> Finding {
    let Some(date) = about.application.date else { return absent(about, &DATE, "date_missing") };
    let signed = about.application.signature.as_ref().and_then(|signature| signature.signed_at);
    let region = filled(&about.application.region).and_then(Region::of_kato);
    let signed_on = signed.map(|at| match region {
        Some(region) => region.civil_date(at.to_utc()),
        None => at.date_naive(),
    });
    if date > about.received_on {
        DATE.human("date_after_receipt").fact("date", date).fact("received_on", about.received_on)
    } else if signed_on.is_some_and(|signed_on| signed_on != date) {
        DATE.warn("date_differs_from_signature").fact("date", date).fact_if("signed_on", signed_on)
    } else if date.year() < about.received_on.year() {
        DATE.warn("date_of_another_year").fact("date", date).fact("received_on", about.received_on)
    } else {
        DATE.pass().fact("date", date)
    }
}
