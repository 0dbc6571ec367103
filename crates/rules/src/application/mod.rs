//! The application for a voucher (Appendix 1 of the Rules, F1-01…F1-17) as it came from the platform: facts kept as written, judged by `check`, never corrected here.

mod document;
mod read;
pub(crate) mod reader;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

pub use document::{CopyFault, Document, DocumentKind, Period, Proves};
pub use reader::{ReadError, ReadProblem};

pub use crate::act::Profile;
use crate::money::Money;

/// Version of the `application.json` format this program writes; it reads this and every earlier one.
pub const FORMAT_VERSION: u32 = 1;

/// Language of an application or of an answer to it. қаз. «өтініш тілі», рус. «язык заявления».
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
}

/// An application for a one-time voucher. қаз. «өтініш», рус. «заявление».
///
/// Numbers of persons, accounts and phones stay raw text: a wrong one is a finding of the check,
/// not a reason to lose the application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// Version of the format, [`FORMAT_VERSION`] when written by this program.
    pub version: u32,
    /// The platform's number of the application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Language the person wrote in; answers are given in it first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The platform's receipt stamp: day zero of paragraph 8 is its civil day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<DateTime<FixedOffset>>,
    /// F1-01: region of the ЦТМ applied to, as written (two-digit КАТО code expected).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// F1-02, F1-03: who applies.
    #[serde(default)]
    pub applicant: Applicant,
    /// F1-04: level of qualification asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// F1-05: the profession and what is required for it.
    #[serde(default)]
    pub profession: Profession,
    /// F1-06: consent to personal data and to mailings, kept apart.
    #[serde(default)]
    pub consent: Consent,
    /// F1-07: education stated.
    #[serde(default)]
    pub education: Vec<Education>,
    /// F1-08: periods of work stated (data of the electronic labour record).
    #[serde(default)]
    pub work: Vec<Period>,
    /// F1-09: skills within the profession.
    #[serde(default)]
    pub skills: Vec<Skill>,
    /// F1-10: twenty-character card or current account, raw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// F1-11: place of permanent registration.
    #[serde(default)]
    pub residence: Residence,
    /// F1-12: the person was warned of liability for false data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liability_warned: Option<bool>,
    /// F1-13: the ЦП the person chose.
    #[serde(default)]
    pub recognition_centre: RecognitionCentre,
    /// F1-14: mobile phone, raw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// F1-15: e-mail, raw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// F1-16: digital signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    /// F1-17: date on the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Copies attached.
    #[serde(default)]
    pub documents: Vec<Document>,
    /// Automatic checks of the platform (par. 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform_checks: Option<PlatformChecks>,
    /// Paths of the file that this program did not understand; shown, never dropped in silence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<String>,
}

/// The person who applies (F1-02, F1-03). қаз. «үміткер», рус. «претендент».
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Applicant {
    /// Surname.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surname: Option<String>,
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Patronymic, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patronymic: Option<String>,
    /// Individual identification number, raw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iin: Option<String>,
    /// Date of birth by the population register, where the platform gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<NaiveDate>,
    /// Earlier names by the population register (A-20: a diploma in a maiden name).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_names: Vec<String>,
    /// The application was filed by a representative (A-57: always a person decides).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<String>,
}

impl Applicant {
    /// Surname, name and patronymic in one line, as far as they are given.
    #[must_use]
    pub fn full_name(&self) -> String {
        [&self.surname, &self.name, &self.patronymic]
            .into_iter()
            .flatten()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The profession applied for (F1-05) as the register of professions gives it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profession {
    /// Code in the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Name in the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether the register of professions holds it on the day of application (par. 2(3)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_register: Option<bool>,
    /// Profile that decides the cap of paragraph 14; unknown blocks payment, not issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// Levels the register knows for it; empty when not given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<u8>,
    /// Skills the register knows for it; empty when not given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// What is required of the person; `None` when nobody entered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<Requirement>,
}

/// Where a requirement comes from (par. 2(5)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequirementSource {
    /// Professional standard.
    Standard,
    /// Qualification requirements, where there is no standard.
    QualificationRequirements,
}

/// What the standard, or failing it the qualification requirements, ask of the person. Every part is optional: nothing stated, nothing required.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Requirement {
    /// Standard or qualification requirements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<RequirementSource>,
    /// Least level of education.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub education: Option<EducationLevel>,
    /// Field of study, as the standard words it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub education_field: Option<String>,
    /// Least experience in the profession, in full months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub experience_months: Option<u32>,
}

/// Level of education, from the lowest to the highest. қаз. «білім деңгейі», рус. «уровень образования».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EducationLevel {
    /// Basic secondary (9 classes).
    Basic,
    /// General secondary.
    Secondary,
    /// Technical and vocational (ТиПО).
    Vocational,
    /// Post-secondary.
    PostSecondary,
    /// Bachelor.
    Bachelor,
    /// Master.
    Master,
    /// Doctor.
    Doctor,
}

/// Consent of F1-06: the form bundles two, we keep them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// To the collection and processing of personal data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal_data: Option<bool>,
    /// To mailings by phone or e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailings: Option<bool>,
}

/// One education stated (F1-07).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Education {
    /// Full name of the school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// Field of study.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<EducationLevel>,
    /// Date of graduation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub graduated: Option<NaiveDate>,
    /// Issued abroad: needs recognition of its own, a person looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreign: Option<bool>,
}

/// A skill within the profession (F1-09).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// Its name.
    pub name: String,
    /// Typed in by hand, not chosen from the register.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_hand: bool,
}

/// Place of permanent registration (F1-11).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Residence {
    /// Region, as written (two-digit КАТО code expected).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Nine-digit КАТО code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kato: Option<String>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// The recognition centre (ЦП) chosen (F1-13).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecognitionCentre {
    /// Full name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Business identification number, raw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bin: Option<String>,
    /// Region where the exam is held (venue, not legal address, A-45).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue_region: Option<String>,
    /// First day of accreditation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accredited_from: Option<NaiveDate>,
    /// Last day of accreditation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accredited_to: Option<NaiveDate>,
    /// The platform shows it as accredited, where no dates are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accredited: Option<bool>,
    /// Codes or names of professions it is accredited for; `None` when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub professions: Option<Vec<String>>,
    /// Its price of the procedure for this profession.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// The digital signature under the application (F1-16).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Signature {
    /// The platform's verdict at the moment of signing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid: Option<bool>,
    /// When it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// ИИН in the certificate, raw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iin: Option<String>,
    /// Path of the signature file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// Automatic checks of the platform (par. 3). A failed one escalates and is never a ground of refusal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlatformChecks {
    /// When they were made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_at: Option<DateTime<FixedOffset>>,
    /// The person is registered as unemployed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered_unemployed: Option<bool>,
    /// The region of application has a voucher under the distribution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voucher_available: Option<bool>,
    /// No voucher was received in the current year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_voucher_this_year: Option<bool>,
}

#[cfg(test)]
mod tests;
