//! Copies attached to an application: their kind, what is known of the copy itself, and the periods of work they prove.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An attached copy: where it is, and facts about the copy that a program or a person established.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What it is.
    pub kind: DocumentKind,
    /// Path relative to `application.json`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// SHA-256 of the file, lower-case hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Number of pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Size of the file in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// Whether a person can read it; `None` until somebody looked. An illegible copy counts as missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readable: Option<bool>,
    /// The file is locked with a password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encrypted: Option<bool>,
    /// The file or all its pages are empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empty: Option<bool>,
    /// What is wrong with the file itself, as the program that took it in found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<CopyFault>,
    /// Whose name the document bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_on_document: Option<String>,
    /// Whose ИИН the document bears, raw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iin_on_document: Option<String>,
    /// Number of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Date of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<NaiveDate>,
    /// Labour contract only: the employer marked the date and the basis of its end (art. 35(2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub termination_mark: Option<bool>,
    /// Issued abroad.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreign: Option<bool>,
    /// Periods of work it proves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<Period>,
}

/// What is wrong with the file of a copy, as found when it was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopyFault {
    /// There is no such file.
    Missing,
    /// The path leads outside the folder of the application.
    OutsideFolder,
    /// It cannot be opened as what it claims to be.
    Unreadable,
    /// It is locked with a password.
    Encrypted,
    /// It has no content.
    Empty,
    /// It is larger than the program takes in.
    TooLarge,
    /// Its SHA-256 is not the stated one.
    HashDiffers,
    /// It has another number of pages.
    PagesDiffer {
        /// As stated.
        stated: u32,
        /// As found.
        found: u32,
    },
    /// It is neither PDF nor JPEG nor PNG.
    WrongFormat,
}

/// A period of work. қаз. «еңбек кезеңі», рус. «период работы».
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day; `None` while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Employer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// Position held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// Kind of proof, where the application states it by the period and not by the copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<DocumentKind>,
    /// Path of the copy that proves it, as in `documents[].file`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The work was in the profession applied for; `None` when nobody judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_profession: Option<bool>,
}

/// Kind of a copy. The work kinds follow art. 35 of the Labour Code; only its sub-paragraphs 1–3 count under par. 3 of the Rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum DocumentKind {
    /// Diploma.
    Diploma,
    /// Certificate of education other than a diploma.
    EducationCertificate,
    /// Labour book, art. 35(1). қаз. «еңбек кітапшасы», рус. «трудовая книжка».
    LabourBook,
    /// Labour contract with the employer's mark of its end, art. 35(2).
    LabourContract,
    /// Extract from the employer's acts, art. 35(3).
    EmployerActExtract,
    /// Pay sheets, art. 35(4): do not count.
    PaySheets,
    /// Service record, art. 35(5): does not count.
    ServiceRecord,
    /// Extract of the pension fund (ЕНПФ): confirms work, but not under art. 35(1)–(3).
    PensionFundExtract,
    /// Extract of the social insurance fund (ГФСС): does not count.
    SocialInsuranceExtract,
    /// Archive certificate: does not count.
    ArchiveCertificate,
    /// Court decision: does not count.
    CourtDecision,
    /// Printout of the electronic labour record: data of F1-08, not a copy of art. 35(1)–(3).
    ElectronicLabourRecord,
    /// Identity document.
    IdentityDocument,
    /// Proof of a changed name.
    NameChange,
    /// Sheet of temporary incapacity.
    IncapacitySheet,
    /// Anything this program has no name for, as written.
    Other(String),
    /// The file does not say what it is.
    #[default]
    Unstated,
}

/// What a kind of copy is good for under par. 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proves {
    /// Education.
    Education,
    /// Work, by the sub-paragraph of art. 35 of the Labour Code.
    Work(u8),
    /// Work, but not by a sub-paragraph the Rules accept.
    WorkNotAccepted,
    /// Neither.
    Nothing,
    /// Unknown: a person looks.
    Unknown,
}

impl DocumentKind {
    /// What it is good for. The sub-paragraphs are those of art. 35 of the Labour Code; which of them count is a parameter of the edition.
    #[must_use]
    pub fn proves(&self) -> Proves {
        match self {
            DocumentKind::Diploma | DocumentKind::EducationCertificate => Proves::Education,
            DocumentKind::LabourBook => Proves::Work(1),
            DocumentKind::LabourContract => Proves::Work(2),
            DocumentKind::EmployerActExtract => Proves::Work(3),
            DocumentKind::PaySheets
            | DocumentKind::ServiceRecord
            | DocumentKind::PensionFundExtract
            | DocumentKind::SocialInsuranceExtract
            | DocumentKind::ArchiveCertificate
            | DocumentKind::CourtDecision
            | DocumentKind::ElectronicLabourRecord => Proves::WorkNotAccepted,
            DocumentKind::IdentityDocument | DocumentKind::NameChange | DocumentKind::IncapacitySheet => {
                Proves::Nothing
            }
            DocumentKind::Other(_) | DocumentKind::Unstated => Proves::Unknown,
        }
    }

    /// Stable snake-case name, the one written to files and used as a key of words.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            DocumentKind::Diploma => "diploma",
            DocumentKind::EducationCertificate => "education_certificate",
            DocumentKind::LabourBook => "labour_book",
            DocumentKind::LabourContract => "labour_contract",
            DocumentKind::EmployerActExtract => "employer_act_extract",
            DocumentKind::PaySheets => "pay_sheets",
            DocumentKind::ServiceRecord => "service_record",
            DocumentKind::PensionFundExtract => "pension_fund_extract",
            DocumentKind::SocialInsuranceExtract => "social_insurance_extract",
            DocumentKind::ArchiveCertificate => "archive_certificate",
            DocumentKind::CourtDecision => "court_decision",
            DocumentKind::ElectronicLabourRecord => "electronic_labour_record",
            DocumentKind::IdentityDocument => "identity_document",
            DocumentKind::NameChange => "name_change",
            DocumentKind::IncapacitySheet => "incapacity_sheet",
            DocumentKind::Other(_) => "other",
            DocumentKind::Unstated => "unstated",
        }
    }

    /// Reads a kind as people write it: our names, the sub-paragraph of art. 35, and common wordings in the three languages.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let key = super::reader::key(text);
        for (names, kind) in KINDS {
            if names.contains(&key.as_str()) {
                return kind.clone();
            }
        }
        if key.is_empty() { DocumentKind::Unstated } else { DocumentKind::Other(text.trim().to_owned()) }
    }
}

impl From<String> for DocumentKind {
    fn from(text: String) -> Self {
        DocumentKind::parse(&text)
    }
}

impl From<DocumentKind> for String {
    fn from(kind: DocumentKind) -> Self {
        match kind {
            DocumentKind::Other(text) => text,
            DocumentKind::Unstated => String::new(),
            named => named.code().to_owned(),
        }
    }
}

/// Wordings seen or likely, already in the form of [`super::reader::key`].
const KINDS: &[(&[&str], DocumentKind)] = &[
    (
        &[
            "diploma",
            "education",
            "education_document",
            "education_diploma",
            "diploma_copy",
            "degree",
            "diplom",
            "диплом",
            "документ_об_образовании",
            "образование",
            "білім",
            "білім_туралы_құжат",
            "education_copy",
        ],
        DocumentKind::Diploma,
    ),
    (
        &[
            "education_certificate",
            "certificate",
            "school_certificate",
            "attestat",
            "аттестат",
            "свидетельство",
            "certificate_of_education",
            "education_attestation",
            "куәлік",
            "сертификат",
        ],
        DocumentKind::EducationCertificate,
    ),
    (
        &[
            "labour_book",
            "labor_book",
            "work_book",
            "workbook",
            "employment_book",
            "employment_record_book",
            "labour_record_book",
            "labor_record_book",
            "трудовая_книжка",
            "еңбек_кітапшасы",
            "art35_1",
            "art_35_1",
            "35_1",
            "article_35_1",
            "work_35_1",
            "labour_code_35_1",
            "employment_record",
            "work_record_book",
        ],
        DocumentKind::LabourBook,
    ),
    (
        &[
            "labour_contract",
            "labor_contract",
            "employment_contract",
            "work_contract",
            "contract",
            "employment_agreement",
            "labour_agreement",
            "трудовой_договор",
            "еңбек_шарты",
            "art35_2",
            "art_35_2",
            "35_2",
            "article_35_2",
            "work_35_2",
            "labour_code_35_2",
        ],
        DocumentKind::LabourContract,
    ),
    (
        &[
            "employer_act_extract",
            "employer_act",
            "employer_acts",
            "employer_extract",
            "extract_from_employer_acts",
            "employer_acts_extract",
            "employer_order",
            "order_extract",
            "extract_of_employer_acts",
            "выписка_из_актов_работодателя",
            "выписка_из_приказа",
            "art35_3",
            "art_35_3",
            "35_3",
            "article_35_3",
            "work_35_3",
            "labour_code_35_3",
            "extract_from_orders",
            "extract",
            "employer_order_extract",
        ],
        DocumentKind::EmployerActExtract,
    ),
    (
        &[
            "pay_sheets",
            "pay_sheet",
            "payroll",
            "payslips",
            "ведомость",
            "35_4",
            "art_35_4",
            "art35_4",
            "work_35_4",
        ],
        DocumentKind::PaySheets,
    ),
    (
        &["service_record", "послужной_список", "35_5", "art_35_5", "art35_5", "work_35_5"],
        DocumentKind::ServiceRecord,
    ),
    (
        &[
            "pension_fund_extract",
            "pension_extract",
            "pension_fund",
            "enpf",
            "enpf_extract",
            "uapf_extract",
            "енпф",
            "выписка_енпф",
            "pension_statement",
            "pension_fund_statement",
            "pension",
            "uapf",
            "35_6",
            "art_35_6",
            "art35_6",
            "work_35_6",
        ],
        DocumentKind::PensionFundExtract,
    ),
    (
        &[
            "social_insurance_extract",
            "gfss",
            "гфсс",
            "gfss_extract",
            "social_insurance",
            "35_7",
            "art_35_7",
            "art35_7",
            "work_35_7",
        ],
        DocumentKind::SocialInsuranceExtract,
    ),
    (
        &[
            "archive_certificate",
            "archival_certificate",
            "archive",
            "архивная_справка",
            "мұрағат_анықтамасы",
            "35_8",
            "art_35_8",
            "art35_8",
            "work_35_8",
            "archive_reference",
            "archive_extract",
        ],
        DocumentKind::ArchiveCertificate,
    ),
    (
        &["court_decision", "court_ruling", "решение_суда", "35_9", "art_35_9", "art35_9", "work_35_9"],
        DocumentKind::CourtDecision,
    ),
    (
        &[
            "electronic_labour_record",
            "e_labour",
            "e_labor",
            "electronic_labor_record",
            "electronic_labour",
            "электронный_трудовой",
            "e_labour_record",
            "e_contract_printout",
        ],
        DocumentKind::ElectronicLabourRecord,
    ),
    (
        &[
            "identity_document",
            "identity_card",
            "id_card",
            "passport",
            "id",
            "удостоверение_личности",
            "identity",
        ],
        DocumentKind::IdentityDocument,
    ),
    (
        &[
            "name_change",
            "marriage_certificate",
            "change_of_name",
            "свидетельство_о_браке",
            "свидетельство_о_перемене_имени",
        ],
        DocumentKind::NameChange,
    ),
    (
        &[
            "incapacity_sheet",
            "sick_leave",
            "sick_leave_sheet",
            "sheet",
            "лист_временной_нетрудоспособности",
            "лист",
        ],
        DocumentKind::IncapacitySheet,
    ),
];
