//! The format is read in many spellings, written in one, and complains with a path.

use super::*;

/// A full application in the canonical spelling.
pub(crate) const FULL: &str = include_str!("../../tests/data/application.json");

#[test]
fn the_canonical_file_is_read_whole_and_written_back_the_same() {
    let application = Application::parse(FULL).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(application.unread, Vec::<String>::new(), "every field of the canonical file is understood");
    let written = serde_json::to_string(&application).unwrap();
    assert_eq!(Application::parse(&written).unwrap(), application, "what we write we read");
    assert_eq!(
        serde_json::from_str::<Application>(&written).unwrap(),
        application,
        "the journal reads it too"
    );
    let expected: serde_json::Value = serde_json::from_str(FULL).unwrap();
    assert_eq!(serde_json::to_value(&application).unwrap(), expected, "nothing is lost and nothing is added");
}

#[test]
fn a_file_written_by_an_outsider_means_the_same() {
    let outsider = r#"{
      "application": {
        "F1-01": "39",
        "applicant": "Ахметова Айгерім Сәкенқызы", "iin": 850515499219,
        "qualificationLevel": "4", "profession": {"name": "Электрик", "code": "7411", "profile": "technical",
            "requirements": {"education": "ТиПО", "experience": "2.5"}},
        "consent": true,
        "education": {"school": "Колледж", "speciality": "Электрика", "graduation_date": "30.06.2012"},
        "experience": [{"start": "2015-01-01", "end": "present", "company": "ТОО"}],
        "skill": "Монтаж", "iban": "KZ94722C000000000017",
        "registration": "390000000", "warned": "yes",
        "center": {"name": "ЦП", "accreditation": {"from": "2024-01-01", "to": "2027-01-01"}, "price": 30000},
        "mobile": "+77010000001", "e-mail": "a@example.kz", "signature": true, "date": "2025-10-14",
        "attachments": [{"type": "35(1)", "path": "a.pdf", "pages": "3"}, {"type": "ЕНПФ", "path": "b.pdf"}],
        "favourite_colour": "blue"
      },
      "received_at": "2025-10-14T10:00:00+05:00",
      "checks": {"unemployed": "pass", "quota": {"result": "pass"}, "already_received": false}
    }"#;
    let read = Application::parse(outsider).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(read.region.as_deref(), Some("39"), "a row of the requirements names the field");
    assert_eq!(read.applicant.surname.as_deref(), Some("Ахметова"), "a name in one line is split");
    assert_eq!(
        read.applicant.iin.as_deref(),
        Some("850515499219"),
        "a number written as a number is taken as its digits"
    );
    assert_eq!(read.level, Some(4), "a level may be text");
    let requirement = read.profession.requirement.unwrap();
    assert_eq!(requirement.experience_months, Some(30), "two and a half years are thirty months");
    assert_eq!(
        requirement.education,
        Some(EducationLevel::Vocational),
        "levels are known by their local name"
    );
    assert_eq!(read.consent.mailings, Some(true), "one consent gives both, as on the form");
    assert_eq!(read.education.len(), 1, "one education may stand without a list");
    assert_eq!(read.work.first().map(|p| p.to), Some(None), "work that goes on has no last day");
    assert_eq!(
        read.documents.first().map(|d| d.kind.clone()),
        Some(DocumentKind::LabourBook),
        "art. 35(1) is the labour book"
    );
    assert_eq!(
        read.documents.get(1).map(|d| d.kind.clone()),
        Some(DocumentKind::PensionFundExtract),
        "ЕНПФ is the pension fund"
    );
    assert_eq!(read.residence.kato.as_deref(), Some("390000000"), "nine digits are a КАТО code");
    assert_eq!(
        read.recognition_centre.price.map(|p| p.to_string()).as_deref(),
        Some("30000.00"),
        "a sum may be a number"
    );
    assert!(read.received.is_some(), "the stamp may stand beside the form");
    assert_eq!(
        read.platform_checks.and_then(|c| c.no_voucher_this_year),
        Some(true),
        "the negated check is turned round"
    );
    assert_eq!(
        read.unread,
        vec!["application.favourite_colour".to_owned()],
        "what is not understood is listed, not dropped"
    );
}

#[test]
fn a_wrong_file_says_where_and_what() {
    for (text, path, part) in [
        ("{", "$", "not JSON"),
        ("[]", "$", "expected an object"),
        ("{}", "$", "does not look like an application"),
        (r#"{"region":"39","version":2}"#, "version", "newer"),
        (r#"{"date":"14 October"}"#, "date", "expected a date"),
        (r#"{"date":"2025-02-30"}"#, "date", "expected a date"),
        (r#"{"documents":[{"kind":"diploma"},{"pages":-1}]}"#, "documents[1].pages", "whole number"),
        (r#"{"documents":"diploma.pdf"}"#, "documents", "expected an object"),
        (r#"{"received":"yesterday"}"#, "received", "expected an instant"),
        (r#"{"applicant":{"surname":["A"]}}"#, "applicant.surname", "expected a text"),
        (
            r#"{"profession":{"requirement":{"education":"PhD in life"}}}"#,
            "profession.requirement.education",
            "expected basic",
        ),
        (r#"{"recognition_centre":{"price":"dear"}}"#, "recognition_centre.price", "tenge"),
        (r#"{"consent":{"personal_data":"maybe"}}"#, "consent.personal_data", "true or false"),
    ] {
        let error = Application::parse(text).expect_err(text);
        assert_eq!(error.path, path, "the path of the fault in {text}");
        assert!(error.to_string().contains(part), "{error} should say: {part}");
        assert!(!error.to_string().contains('\n'), "one line: {error}");
    }
}

#[test]
fn every_kind_of_document_reads_its_own_name() {
    for kind in [
        DocumentKind::Diploma,
        DocumentKind::EducationCertificate,
        DocumentKind::LabourBook,
        DocumentKind::LabourContract,
        DocumentKind::EmployerActExtract,
        DocumentKind::PaySheets,
        DocumentKind::ServiceRecord,
        DocumentKind::PensionFundExtract,
        DocumentKind::SocialInsuranceExtract,
        DocumentKind::ArchiveCertificate,
        DocumentKind::CourtDecision,
        DocumentKind::ElectronicLabourRecord,
        DocumentKind::IdentityDocument,
        DocumentKind::NameChange,
        DocumentKind::IncapacitySheet,
        DocumentKind::Other("drawing".into()),
        DocumentKind::Unstated,
    ] {
        let text = String::from(kind.clone());
        assert_eq!(DocumentKind::parse(&text), kind, "written as {text:?} and read back");
    }
}
