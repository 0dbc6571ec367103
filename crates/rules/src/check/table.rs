//! The list of checks: what each is about, on which paragraph it rests, and which ground it can give. A check without a ground can never refuse.

use super::Clears;
use crate::law::Paragraph;
use crate::refusal::Ground;

/// One check of the list.
#[derive(Debug)]
pub struct Definition {
    /// Its stable word.
    pub check: &'static str,
    /// Row of Appendix 1 or of the text it answers for.
    pub field: Option<&'static str>,
    /// Paragraph it rests on.
    pub paragraph: Paragraph,
    /// Ground of refusal when it fails.
    pub ground: Option<Ground>,
    /// Code when it passes, also when a person passes it.
    pub passed: &'static str,
    /// Code when a person fails it.
    pub failed: &'static str,
    /// Who decides when the program cannot.
    pub human: Clears,
}

macro_rules! table {
    ($($(#[$doc:meta])* $name:ident = $check:literal, $field:expr, $paragraph:expr, $ground:expr, $passed:literal, $failed:literal, $human:ident;)+) => {
        $($(#[$doc])* pub(super) static $name: Definition = Definition {
            check: $check, field: $field, paragraph: $paragraph, ground: $ground,
            passed: $passed, failed: $failed, human: Clears::$human,
        };)+
        /// Every check there is.
        pub static CHECKS: &[&Definition] = &[$(&$name),+];
    };
}

const P3: Paragraph = Paragraph::whole(3);
const P8: Paragraph = Paragraph::whole(8);
const PACKAGE: Option<Ground> = Some(Ground::IncompletePackage);
const FILLED: Option<Ground> = Some(Ground::IncorrectlyFilled);
const UNMET: Option<Ground> = Some(Ground::RequirementsNotMet);

table! {
    /// Filed inside the window of the year (A-01… ).
    WINDOW = "gate_window", None, P3, None, "window_open", "window_late", MobilityCentre;
    /// Registered as unemployed.
    UNEMPLOYED = "gate_unemployed", None, P3, None, "unemployed_registered", "unemployed_not_registered", MobilityCentre;
    /// The region has a voucher.
    QUOTA = "gate_quota", None, P3, None, "quota_available", "quota_exhausted", MobilityCentre;
    /// No voucher received this year (A-21…A-24).
    ONCE = "gate_once_a_year", None, P3, None, "once_a_year_kept", "voucher_already_this_year", MobilityCentre;
    /// Another open application of the same person.
    PARALLEL = "gate_parallel", None, P3, None, "no_parallel_application", "parallel_application", MobilityCentre;
    /// F1-01.
    REGION = "region", Some("F1-01"), P8, FILLED, "region_known", "region_unknown", Specialist;
    /// F1-02.
    NAME = "name", Some("F1-02"), P8, FILLED, "name_given", "name_malformed", Specialist;
    /// F1-03.
    IIN = "iin", Some("F1-03"), P8, FILLED, "iin_right", "iin_wrong", Specialist;
    /// F1-03 against the date of birth.
    BIRTH = "iin_birth_date", Some("F1-03"), P8, FILLED, "iin_birth_date_agrees", "iin_birth_date_differs", Specialist;
    /// Age: a minor does not act alone.
    AGE = "age", Some("F1-03"), P8, None, "acts_alone", "acts_as_minor", Supervisor;
    /// Representation: the form has no place for it.
    REPRESENTATIVE = "representative", Some("F1-02"), P8, None, "acts_in_person", "representative_refused", Supervisor;
    /// F1-04.
    LEVEL = "level", Some("F1-04"), P8, FILLED, "level_exists", "level_not_of_profession", Specialist;
    /// F1-05.
    PROFESSION = "profession", Some("F1-05"), P8, FILLED, "profession_in_register", "profession_not_in_register", Specialist;
    /// F1-06.
    CONSENT = "consent", Some("F1-06"), P8, FILLED, "consent_given", "consent_missing", Specialist;
    /// F1-07 as stated.
    EDUCATION_STATED = "education_stated", Some("F1-07"), P8, FILLED, "education_filled", "education_not_filled", Specialist;
    /// F1-07 against the requirement.
    EDUCATION_LEVEL = "education_level", Some("F1-07"), P8, UNMET, "education_level_met", "education_level_too_low", Specialist;
    /// F1-07, field of study against the requirement.
    EDUCATION_FIELD = "education_field", Some("F1-07"), P8, UNMET, "education_field_met", "education_field_differs", Specialist;
    /// Education abroad.
    EDUCATION_FOREIGN = "education_foreign", Some("F1-07"), P8, UNMET, "education_foreign_recognised", "education_foreign_not_recognised", Specialist;
    /// Copy of an education document.
    EDUCATION_COPY = "education_copy", Some("F1-07"), P8, PACKAGE, "education_copy_attached", "education_copy_missing", Specialist;
    /// F1-08 as stated.
    WORK_STATED = "work_stated", Some("F1-08"), P8, FILLED, "work_filled", "work_not_filled", Specialist;
    /// F1-08, dates of the periods.
    WORK_PERIODS = "work_periods", Some("F1-08"), P8, FILLED, "work_periods_right", "work_periods_wrong", Specialist;
    /// Copies of art. 35(1)–(3).
    WORK_COPY = "work_copy", Some("F1-08"), P8, PACKAGE, "work_copy_attached", "work_copy_missing", Specialist;
    /// Mark of the end in a labour contract, art. 35(2).
    CONTRACT_MARK = "contract_mark", Some("F1-08"), P8, PACKAGE, "contract_mark_present", "contract_mark_absent", Specialist;
    /// Experience against the requirement.
    EXPERIENCE = "experience", Some("F1-08"), P8, UNMET, "experience_met", "experience_too_short", Specialist;
    /// Experience stated, but not proven by the copies that count.
    EXPERIENCE_PROOF = "experience_proof", Some("F1-08"), P8, PACKAGE, "experience_proven", "experience_not_proven", Specialist;
    /// F1-09.
    SKILLS = "skills", Some("F1-09"), P8, FILLED, "skills_given", "skills_wrong", Specialist;
    /// F1-10.
    ACCOUNT = "account", Some("F1-10"), P8, FILLED, "account_right", "account_wrong", Specialist;
    /// F1-11.
    RESIDENCE = "residence", Some("F1-11"), P8, FILLED, "residence_known", "residence_missing", Specialist;
    /// F1-12.
    LIABILITY = "liability", Some("F1-12"), P8, FILLED, "liability_warned", "liability_not_warned", Specialist;
    /// F1-13.
    CENTRE = "recognition_centre", Some("F1-13"), P8, FILLED, "centre_chosen", "centre_missing", Specialist;
    /// F1-13, accreditation on the dates that matter.
    ACCREDITATION = "accreditation", Some("F1-13"), P8, FILLED, "centre_accredited", "centre_not_accredited", Specialist;
    /// F1-13, accreditation for this profession.
    ACCREDITED_FOR = "accredited_for_profession", Some("F1-13"), P8, FILLED, "centre_accredited_for_profession", "centre_not_accredited_for_profession", Specialist;
    /// F1-14.
    PHONE = "phone", Some("F1-14"), P8, FILLED, "phone_right", "phone_wrong", Specialist;
    /// F1-15 (A-42: optional).
    EMAIL = "email", Some("F1-15"), P8, None, "email_right", "email_wrong", Specialist;
    /// F1-16.
    SIGNATURE = "signature", Some("F1-16"), P8, FILLED, "signature_valid", "signature_invalid", Specialist;
    /// F1-17.
    DATE = "date", Some("F1-17"), P8, FILLED, "date_right", "date_wrong", Specialist;
    /// Profile of the profession.
    PROFILE = "profile", Some("F1-05"), Paragraph::sub(14, 1), None, "profile_known", "profile_unknown", Supervisor;
    /// Own share of the price (par. 15, A-31).
    PRICE = "price", Some("F1-13"), Paragraph::whole(15), None, "price_stated", "price_unknown", Nobody;
    /// What the copy is.
    COPY_KIND = "copy_kind", None, P8, None, "copy_kind_counts", "copy_kind_unknown", Specialist;
    /// The copy can be opened and read.
    COPY_READABLE = "copy_readable", None, P8, PACKAGE, "copy_readable", "copy_unreadable", Specialist;
    /// Whose copy it is.
    COPY_NAME = "copy_name", None, P8, PACKAGE, "copy_name_agrees", "copy_of_another_person", Specialist;
    /// The same file twice.
    COPY_DUPLICATE = "copy_duplicate", None, P8, PACKAGE, "copy_single", "copy_duplicated", Specialist;
    /// The file is the one the platform described.
    COPY_FILE = "copy_file", None, P8, PACKAGE, "copy_file_agrees", "copy_file_differs", Specialist;
    /// Fields of the file this program did not understand.
    UNREAD = "unread_fields", None, P8, None, "all_fields_read", "fields_not_read", Specialist;
}
