//! Reads `application.json` into an [`Application`]: many spellings in, one shape out; what is not understood is listed in `unread`.

use serde_json::Value;

use super::reader::{self, Node, ReadError, ReadProblem, date_of, flag_of, key, text_of, type_problem};
use super::{
    Applicant, Application, Consent, CopyFault, Document, DocumentKind, Education, EducationLevel,
    FORMAT_VERSION, Language, Period, PlatformChecks, Profession, Profile, RecognitionCentre, Requirement,
    RequirementSource, Residence, Signature, Skill,
};

impl Application {
    /// Reads the text of an `application.json`.
    ///
    /// # Errors
    /// [`ReadError`] with the path of the first field that cannot be understood. What is merely absent,
    /// or wrong in substance, is not an error: the checks of `check` report it.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        Self::from_value(&reader::json(text)?)
    }

    /// Reads an application from parsed JSON, as inside a scenario.
    ///
    /// # Errors
    /// As [`Application::parse`].
    pub fn from_value(value: &Value) -> Result<Self, ReadError> {
        let outer = Node::new("", value)?;
        // Some wrap the form: {"application": {…}}; the stamp may then stand beside it.
        match outer.child_if_object(&["application", "заявление"]) {
            Some(inner) => read(&inner, Some(&outer)),
            None => read(&outer, None),
        }
    }
}

fn read<'a>(form: &Node<'a>, beside: Option<&Node<'a>>) -> Result<Application, ReadError> {
    let version = form.number(&["version", "format_version", "v"])?.unwrap_or(u64::from(FORMAT_VERSION));
    if version > u64::from(FORMAT_VERSION) {
        return Err(ReadError { path: form.at("version"), problem: ReadProblem::Newer(version) });
    }
    // The name of the format is read and not needed.
    let _ = form.find(&["format", "$schema", "schema"]);
    let mut unread = Vec::new();

    let platform = form.child_if_object(&[
        "platform",
        "nsk",
        "нск",
        "receipt",
        "platform_receipt",
        "stamp",
        "receipt_stamp",
    ]);
    let mut received = form.instant_if_text(&[
        "received",
        "received_at",
        "receipt",
        "receipt_stamp",
        "platform_receipt",
        "submitted_at",
        "submitted",
        "stamp",
        "receipt_at",
        "platform_stamp",
        "filed_at",
    ])?;
    let mut number =
        form.text(&["number", "id", "application_number", "reg_number", "registration_number"])?;
    let mut checks = form.child(CHECKS)?.map(|node| platform_checks(&node, &mut unread)).transpose()?;
    for node in platform.iter().chain(beside) {
        if received.is_none() {
            received = node.instant_if_text(STAMP)?;
        }
        if number.is_none() {
            number = node.text(&["number", "id", "application_number", "registration_number"])?;
        }
        if checks.is_none() {
            checks = node.child(CHECKS)?.map(|inner| platform_checks(&inner, &mut unread)).transpose()?;
        }
    }
    if let Some(node) = &platform {
        if checks.is_none() {
            let inline = platform_checks_here(node)?;
            if inline != PlatformChecks::default() {
                checks = Some(inline);
            }
        }
        let _ = node.find(&["system", "name", "source"]);
        unread.extend(node.leftovers());
    }

    let applicant = applicant(form, &mut unread)?;
    let profession = profession(form, &mut unread)?;
    let level = level_of(form, &["level", "qualification_level", "f1_04", "profession_level"])?.or(
        match form.child_if_object(&["qualification", "f1_04"]) {
            Some(node) => level_of(&node, &["level"])?,
            None => None,
        },
    );
    let recognition_centre = centre(form, &mut unread)?;
    let residence = residence(form, &mut unread)?;
    let (education, work, skills) = (educations(form, &mut unread)?, work(form, &mut unread)?, skills(form)?);
    let documents = documents(form, &mut unread)?;
    let application = Application {
        version: FORMAT_VERSION,
        number,
        language: language(form)?,
        received,
        region: region(form)?,
        applicant,
        level: level.or_else(|| single(&profession.levels)),
        profession,
        consent: consent(form, &mut unread)?,
        education,
        work,
        skills,
        account: form.text_or(
            &["account", "account_number", "bank_account", "iban", "card_account", "f1_10"],
            &["iban", "number", "account"],
            &mut unread,
        )?,
        residence,
        liability_warned: form.flag(&[
            "liability_warned",
            "liability",
            "liability_acknowledged",
            "warned",
            "liability_warning",
            "warned_of_liability",
            "f1_12",
            "false_data_warning",
            "liability_accepted",
            "responsibility",
            "warning_of_liability",
        ])?,
        recognition_centre,
        phone: contact(form, &["phone", "mobile", "mobile_phone", "phone_number", "tel", "f1_14"])?,
        email: contact(form, &["email", "e_mail", "mail", "f1_15"])?,
        signature: signature(form, &mut unread)?,
        date: form.date(&["date", "application_date", "signed_on", "f1_17", "date_on_form", "form_date"])?,
        documents,
        platform_checks: checks,
        unread: Vec::new(),
    };
    if let Some(node) = form.child_if_object(&["contacts", "contact"]) {
        unread.extend(node.leftovers().into_iter().filter(|path| {
            !["phone", "mobile", "mobile_phone", "email", "e_mail"].iter().any(|known| path.ends_with(known))
        }));
    }
    // `unread` written by an earlier reading is not itself something unread.
    let _ = form.find(&["unread"]);
    unread.extend(form.leftovers());
    unread.sort();
    unread.dedup();
    if application == (Application { unread: Vec::new(), version: FORMAT_VERSION, ..Application::empty() }) {
        return Err(ReadError {
            path: "$".to_owned(),
            problem: ReadProblem::SomethingElse("an application (application.json)"),
        });
    }
    Ok(Application { unread, ..application })
}

const STAMP: &[&str] = &[
    "received",
    "received_at",
    "receipt",
    "stamp",
    "at",
    "receipt_stamp",
    "submitted_at",
    "time",
    "timestamp",
];
const CHECKS: &[&str] = &[
    "platform_checks",
    "automatic_checks",
    "auto_checks",
    "checks",
    "platform_check",
    "automatic",
    "gate",
    "gate_checks",
    "nsk_checks",
];

impl Default for Application {
    fn default() -> Self {
        Self::empty()
    }
}

impl Application {
    /// An application in which nothing is filled in.
    #[must_use]
    pub fn empty() -> Self {
        Application {
            version: FORMAT_VERSION,
            number: None,
            language: None,
            received: None,
            region: None,
            applicant: Applicant::default(),
            level: None,
            profession: Profession::default(),
            consent: Consent::default(),
            education: Vec::new(),
            work: Vec::new(),
            skills: Vec::new(),
            account: None,
            residence: Residence::default(),
            liability_warned: None,
            recognition_centre: RecognitionCentre::default(),
            phone: None,
            email: None,
            signature: None,
            date: None,
            documents: Vec::new(),
            platform_checks: None,
            unread: Vec::new(),
        }
    }
}

impl Node<'_> {
    /// An instant, if text stands there; an object under the same name is read elsewhere.
    fn instant_if_text(
        &self,
        names: &[&str],
    ) -> Result<Option<chrono::DateTime<chrono::FixedOffset>>, ReadError> {
        match self.find(names) {
            Some((path, value @ Value::String(_))) => reader::instant_of(path, value).map(Some),
            Some((
                _,
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_),
            ))
            | None => Ok(None),
        }
    }

    /// Text that stands either by itself or inside a small object.
    fn text_or(
        &self,
        names: &[&str],
        inside: &[&str],
        unread: &mut Vec<String>,
    ) -> Result<Option<String>, ReadError> {
        match self.child_if_object(names) {
            Some(node) => {
                let text = node.text(inside)?;
                unread.extend(node.leftovers());
                Ok(text)
            }
            None => self.text(names),
        }
    }
}

fn single(levels: &[u8]) -> Option<u8> {
    match levels {
        [one] => Some(*one),
        [] | [_, ..] => None,
    }
}

fn region(form: &Node<'_>) -> Result<Option<String>, ReadError> {
    let names = &[
        "region",
        "mobility_centre",
        "ctm",
        "цтм",
        "mobility_center",
        "f1_01",
        "region_of_application",
        "labour_mobility_centre",
        "labour_mobility_center",
    ];
    match form.child_if_object(names) {
        Some(node) => node.text(&["region", "code", "kato", "name"]),
        None => form.text(names),
    }
}

fn language(form: &Node<'_>) -> Result<Option<Language>, ReadError> {
    let names = &["language", "lang", "locale"];
    let Some(text) = form.text(names)? else { return Ok(None) };
    match key(&text).as_str() {
        "" => Ok(None),
        "kk" | "kz" | "kaz" | "kazakh" | "қазақша" | "казахский" => Ok(Some(Language::Kk)),
        "ru" | "rus" | "russian" | "русский" | "орысша" => Ok(Some(Language::Ru)),
        other => Err(ReadError {
            path: form.at("language"),
            problem: ReadProblem::Value { found: reader::shown(other), expected: "kk or ru" },
        }),
    }
}

fn applicant(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Applicant, ReadError> {
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

const IIN: &[&str] = &["iin", "иин", "жсн", "f1_03", "individual_identification_number", "individual_number"];
const IN_APPLICANT_CONTACT: &[&str] = &["phone", "mobile", "mobile_phone", "email", "e_mail", "contacts"];

fn applicant_here(node: &Node<'_>) -> Result<Applicant, ReadError> {
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
fn split_name(full: &str, applicant: &mut Applicant) {
    let mut parts = full.split_whitespace().map(str::to_owned);
    applicant.surname = parts.next();
    applicant.name = parts.next();
    let rest: Vec<_> = parts.collect();
    if !rest.is_empty() {
        applicant.patronymic = Some(rest.join(" "));
    }
}

const REQUIREMENT: &[&str] = &["requirement", "requirements", "required", "profession_requirement"];

fn profession(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Profession, ReadError> {
    let names = &["profession", "f1_05", "профессия", "occupation"];
    let mut profession = match form.child_if_object(names) {
        Some(node) => {
            let read = Profession {
                code: node.text(&["code", "id"])?,
                name: node.text(&["name", "title", "name_ru"])?,
                in_register: node.flag(&["in_register", "registered", "active", "is_active"])?,
                profile: profile(&node)?,
                levels: levels(&node, &["levels", "level", "qualification_levels"])?,
                skills: strings(&node, &["skills", "register_skills"])?,
                requirement: requirement(&node, unread)?,
            };
            unread.extend(node.leftovers());
            read
        }
        None => Profession {
            name: form.text(names)?,
            code: form.text(&["profession_code"])?,
            ..Profession::default()
        },
    };
    if profession.profile.is_none() {
        profession.profile = profile(form)?;
    }
    if profession.requirement.is_none() {
        profession.requirement = requirement(form, unread)?;
    }
    Ok(profession)
}

fn profile(node: &Node<'_>) -> Result<Option<Profile>, ReadError> {
    let names = &["profile", "profession_profile"];
    let Some(text) = node.text(names)? else { return Ok(None) };
    match key(&text).as_str() {
        "technical" | "tech" | "технический" | "техникалық" => {
            Ok(Some(Profile::Technical))
        }
        "social"
        | "social_humanitarian"
        | "socio_humanitarian"
        | "humanitarian"
        | "social_and_humanitarian"
        | "социально_гуманитарный"
        | "әлеуметтік_гуманитарлық" => Ok(Some(Profile::Social)),
        // A profile outside the two of par. 14 is a gap of the Rules, not a broken file.
        _ => Ok(None),
    }
}

fn requirement(node: &Node<'_>, unread: &mut Vec<String>) -> Result<Option<Requirement>, ReadError> {
    let Some(node) = node.child(REQUIREMENT)? else { return Ok(None) };
    let source = match node.text(&["source", "kind", "basis"])? {
        None => None,
        Some(text) => match key(&text).as_str() {
            "" => None,
            "standard" | "professional_standard" | "ps" => Some(RequirementSource::Standard),
            "qualification_requirements" | "qualification_requirement" | "qualification" => {
                Some(RequirementSource::QualificationRequirements)
            }
            other => {
                return Err(ReadError {
                    path: node.at("source"),
                    problem: ReadProblem::Value {
                        found: reader::shown(other),
                        expected: "standard or qualification_requirements",
                    },
                });
            }
        },
    };
    let (education, mut education_field) = match node.child_if_object(&["education", "education_level"]) {
        Some(inner) => {
            let read =
                (education_level(&inner, &["level", "education"])?, inner.text(&["field", "direction"])?);
            unread.extend(inner.leftovers());
            read
        }
        None => (education_level(&node, &["education", "education_level", "min_education"])?, None),
    };
    if education_field.is_none() {
        education_field = node.text(&["education_field", "field", "direction", "field_of_study"])?;
    }
    let experience_months = match node.number(&["experience_months", "months"])? {
        Some(months) => Some(small(months)),
        None => years(&node, &["experience_years", "experience", "years", "min_experience_years"])?,
    };
    // The level is stated with the profession; here it is only repeated.
    let _ = node.find(&["level", "name", "note"]);
    unread.extend(node.leftovers());
    Ok(Some(Requirement { source, education, education_field, experience_months }))
}

/// Years, also with a fraction or inside `{"years": 2, "months": 6}`, as full months.
fn years(node: &Node<'_>, names: &[&str]) -> Result<Option<u32>, ReadError> {
    let Some((path, value)) = node.find(names) else { return Ok(None) };
    let bad = || ReadError {
        path: path.clone(),
        problem: type_problem(value, "years as a number, for example 2 or 2.5"),
    };
    match value {
        Value::Object(_) => {
            let inner = Node::new(path.clone(), value)?;
            let years = inner.number(&["years", "year"])?.unwrap_or(0);
            let months = inner.number(&["months", "month"])?.unwrap_or(0);
            Ok(Some(small(years.saturating_mul(12).saturating_add(months))))
        }
        Value::Number(_) | Value::String(_) => {
            let text = text_of(path.clone(), value)?;
            let (whole, part) = text.split_once(['.', ',']).unwrap_or((&text, "0"));
            let whole: u64 = whole.trim().parse().map_err(|_| bad())?;
            let digits = part.trim();
            let tenths: u64 = digits.get(..1).unwrap_or("0").parse().map_err(|_| bad())?;
            // Years come as halves at most; a tenth of a year is a month and a fifth, rounded down in the person's favour.
            Ok(Some(small(whole.saturating_mul(12).saturating_add(tenths * 12 / 10))))
        }
        Value::Null | Value::Bool(_) | Value::Array(_) => Err(bad()),
    }
}

fn small(number: u64) -> u32 {
    u32::try_from(number.min(12 * 200)).unwrap_or(12 * 200)
}

fn education_level(node: &Node<'_>, names: &[&str]) -> Result<Option<EducationLevel>, ReadError> {
    let Some((path, value)) = node.find(names) else { return Ok(None) };
    if let Value::Bool(false) = value {
        return Ok(None);
    }
    let text = text_of(path.clone(), value)?;
    let level = match key(&text).as_str() {
        "" | "none" | "any" | "нет" | "not_required" => return Ok(None),
        "basic" | "basic_secondary" | "основное_среднее" | "негізгі_орта" => {
            EducationLevel::Basic
        }
        "secondary"
        | "general_secondary"
        | "school"
        | "среднее"
        | "общее_среднее"
        | "жалпы_орта"
        | "орта" => EducationLevel::Secondary,
        "vocational"
        | "technical_and_vocational"
        | "technical"
        | "tvet"
        | "tipo"
        | "ти_по"
        | "типо"
        | "college"
        | "secondary_vocational"
        | "техническое_и_профессиональное"
        | "среднее_специальное"
        | "техникалық_және_кәсіптік"
        | "technical_vocational"
        | "secondary_special" => EducationLevel::Vocational,
        "post_secondary"
        | "postsecondary"
        | "послесреднее"
        | "applied_bachelor"
        | "орта_білімнен_кейінгі" => EducationLevel::PostSecondary,
        "bachelor" | "higher" | "university" | "высшее" | "бакалавр" | "жоғары" | "bachelors"
        | "specialist" => EducationLevel::Bachelor,
        "master"
        | "masters"
        | "postgraduate"
        | "магистр"
        | "послевузовское"
        | "жоғары_оқу_орнынан_кейінгі" => EducationLevel::Master,
        "doctor" | "doctorate" | "phd" | "доктор" => EducationLevel::Doctor,
        other => {
            return Err(ReadError {
                path,
                problem: ReadProblem::Value {
                    found: reader::shown(other),
                    expected: "basic, secondary, vocational, post_secondary, bachelor, master or doctor",
                },
            });
        }
    };
    Ok(Some(level))
}

fn level_of(node: &Node<'_>, names: &[&str]) -> Result<Option<u8>, ReadError> {
    let Some((path, value)) = node.find(names) else { return Ok(None) };
    if value.is_object() {
        return Ok(None);
    }
    let text = text_of(path.clone(), value)?;
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    match digits.parse::<u8>() {
        Ok(level) => Ok(Some(level)),
        Err(_) => Err(ReadError { path, problem: type_problem(value, "a level as a number, for example 4") }),
    }
}

fn levels(node: &Node<'_>, names: &[&str]) -> Result<Vec<u8>, ReadError> {
    let mut levels = Vec::new();
    for (path, value) in node.list(names).unwrap_or_default() {
        let number = match value {
            Value::Number(number) => number.as_u64(),
            Value::String(text) => text.trim().parse().ok(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        };
        match number.and_then(|n| u8::try_from(n).ok()) {
            Some(level) => levels.push(level),
            None => return Err(ReadError { path, problem: type_problem(value, "a level as a number") }),
        }
    }
    Ok(levels)
}

fn strings(node: &Node<'_>, names: &[&str]) -> Result<Vec<String>, ReadError> {
    let mut out = Vec::new();
    for (path, value) in node.list(names).unwrap_or_default() {
        let text = match value {
            Value::Object(_) => Node::new(path, value)?.text(&["name", "code", "title"])?.unwrap_or_default(),
            other => text_of(path, other)?,
        };
        if !text.is_empty() {
            out.push(text);
        }
    }
    Ok(out)
}

fn consent(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Consent, ReadError> {
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

fn educations(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Vec<Education>, ReadError> {
    let mut out = Vec::new();
    for (path, value) in form.list(&["education", "educations", "f1_07", "образование"]).unwrap_or_default()
    {
        if let Value::String(text) = value {
            out.push(Education { institution: Some(text.clone()), ..Education::default() });
            continue;
        }
        let node = Node::new(path, value)?;
        out.push(Education {
            institution: node.text(&[
                "institution",
                "school",
                "name",
                "organisation",
                "organization",
                "university",
            ])?,
            field: node.text(&[
                "field",
                "direction",
                "speciality",
                "specialty",
                "field_of_study",
                "qualification",
            ])?,
            level: education_level(&node, &["level", "education_level", "degree"])?,
            graduated: node.date(&[
                "graduated",
                "graduation_date",
                "graduated_on",
                "end",
                "date",
                "graduation",
                "to",
            ])?,
            foreign: node.flag(&["foreign", "abroad"])?,
        });
        unread.extend(node.leftovers());
    }
    Ok(out)
}

fn work(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Vec<Period>, ReadError> {
    let names = &[
        "work",
        "work_record",
        "experience",
        "employment",
        "labour_record",
        "work_periods",
        "f1_08",
        "work_history",
        "periods",
    ];
    if let Some(node) = form.child_if_object(names) {
        let read = periods(&node, &["periods", "records", "items", "jobs"], unread)?;
        let _ = node.find(&["source", "summary", "text"]);
        unread.extend(node.leftovers());
        return Ok(read);
    }
    match form.find(names) {
        // Free text cannot be counted; it is listed as unread and a person looks.
        Some((path, Value::String(_))) => {
            unread.push(path);
            Ok(Vec::new())
        }
        Some(_) => periods(form, names, unread),
        None => Ok(Vec::new()),
    }
}

fn periods(node: &Node<'_>, names: &[&str], unread: &mut Vec<String>) -> Result<Vec<Period>, ReadError> {
    let mut out = Vec::new();
    for (path, value) in node.list(names).unwrap_or_default() {
        let node = Node::new(path, value)?;
        out.push(Period {
            from: node.date(&["from", "start", "begin", "since", "start_date", "date_from"])?,
            to: open_date(&node, &["to", "end", "until", "end_date", "date_to"])?,
            employer: node.text(&["employer", "company", "organisation", "organization", "name"])?,
            position: node.text(&["position", "job", "post", "title", "profession", "role"])?,
            proof: node
                .text(&["proof", "kind_of_proof", "proof_kind", "kind"])?
                .map(|text| DocumentKind::parse(&text)),
            document: node.text(&["document", "file", "copy"])?,
            in_profession: node.flag(&["in_profession", "by_profession", "relevant", "for_profession"])?,
        });
        unread.extend(node.leftovers());
    }
    Ok(out)
}

/// A last day that may also be said to be open.
fn open_date(node: &Node<'_>, names: &[&str]) -> Result<Option<chrono::NaiveDate>, ReadError> {
    match node.find(names) {
        Some((path, value)) => match value {
            Value::String(text)
                if ["", "present", "now", "current", "по_настоящее_время"].contains(&key(text).as_str()) =>
            {
                Ok(None)
            }
            other => date_of(path, other).map(Some),
        },
        None => Ok(None),
    }
}

fn skills(form: &Node<'_>) -> Result<Vec<Skill>, ReadError> {
    let mut out = Vec::new();
    for (path, value) in form.list(&["skills", "skill", "f1_09", "навыки"]).unwrap_or_default() {
        let skill = match value {
            Value::Object(_) => {
                let node = Node::new(path, value)?;
                Skill {
                    name: node.text(&["name", "skill", "title", "text"])?.unwrap_or_default(),
                    by_hand: node
                        .flag(&["by_hand", "manual", "entered_by_hand", "entered_manually", "typed"])?
                        .unwrap_or(false),
                }
            }
            other => Skill { name: text_of(path, other)?, by_hand: false },
        };
        if !skill.name.is_empty() {
            out.push(skill);
        }
    }
    for name in strings(form, &["manual_skills", "manual_skill", "skill_manual", "skills_manual"])? {
        out.push(Skill { name, by_hand: true });
    }
    Ok(out)
}

const RESIDENCE: &[&str] = &[
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

fn residence(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Residence, ReadError> {
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

fn centre(form: &Node<'_>, unread: &mut Vec<String>) -> Result<RecognitionCentre, ReadError> {
    let names = &[
        "recognition_centre",
        "recognition_center",
        "centre",
        "center",
        "cp",
        "цп",
        "f1_13",
        "chosen_centre",
        "centre_of_recognition",
    ];
    let mut centre = match form.child_if_object(names) {
        Some(node) => {
            let span = node.child_if_object(&["accreditation", "accredited"]);
            let dates = span.as_ref().unwrap_or(&node);
            let read = RecognitionCentre {
                name: node.text(&["name", "full_name", "title"])?,
                bin: node.text(&["bin", "бин"])?,
                venue_region: node.text(&["venue_region", "venue", "region", "exam_region"])?,
                accredited_from: dates.date(&["accredited_from", "from", "valid_from", "since", "start"])?,
                accredited_to: dates.date(&[
                    "accredited_to",
                    "to",
                    "valid_to",
                    "until",
                    "accredited_until",
                    "end",
                    "valid_until",
                ])?,
                accredited: match &span {
                    Some(inner) => inner.flag(&["valid", "active", "accredited"])?,
                    None => node.flag(&["accredited", "is_accredited", "active"])?,
                },
                professions: match dates
                    .list(&["professions", "profession", "scope"])
                    .or_else(|| node.list(&["professions", "accredited_for", "scope"]))
                {
                    Some(_) => {
                        let here = strings(dates, &["professions", "profession", "scope"])?;
                        Some(if here.is_empty() {
                            strings(&node, &["professions", "accredited_for", "scope"])?
                        } else {
                            here
                        })
                    }
                    None => None,
                },
                price: node.money(&["price", "cost", "price_tenge"])?,
            };
            if let Some(inner) = &span {
                let _ = inner.find(&["number", "certificate", "no"]);
                unread.extend(inner.leftovers());
            }
            let _ = node.find(&["address", "phone", "certificate", "accreditation_number"]);
            unread.extend(node.leftovers());
            read
        }
        None => RecognitionCentre { name: form.text(names)?, ..RecognitionCentre::default() },
    };
    if centre.price.is_none() {
        centre.price = form.money(&["price", "service_price", "centre_price"])?;
    }
    Ok(centre)
}

fn contact(form: &Node<'_>, names: &[&str]) -> Result<Option<String>, ReadError> {
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

fn signature(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Option<Signature>, ReadError> {
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

fn documents(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Vec<Document>, ReadError> {
    let mut out = Vec::new();
    for (path, value) in
        form.list(&["documents", "copies", "attachments", "files", "документы"]).unwrap_or_default()
    {
        let node = Node::new(path, value)?;
        // The facts of a copy may be gathered: {"facts": {"readable": false}}.
        let facts = node.child_if_object(&["copy_facts", "facts", "quality"]);
        let about = facts.as_ref().unwrap_or(&node);
        let from_to = node.date(&["from", "period_from", "start"])?;
        let mut document = Document {
            kind: node
                .text(&["kind", "type", "document_kind"])?
                .map_or(DocumentKind::Unstated, |text| DocumentKind::parse(&text)),
            file: node.text(&["file", "path", "name", "filename"])?,
            sha256: node.text(&["sha256", "sha_256", "hash", "digest"])?.map(|text| text.to_lowercase()),
            pages: node.number(&["pages", "page_count"])?.map(small),
            bytes: node.number(&["bytes", "size", "size_bytes"])?,
            readable: match about.flag(&["readable", "legible"])? {
                Some(readable) => Some(readable),
                None => about.flag(&["unreadable", "illegible"])?.map(|bad| !bad),
            },
            encrypted: about.flag(&["encrypted", "locked", "password_protected", "password"])?,
            empty: about.flag(&["empty", "blank"])?,
            copy: copy_fault(&node)?,
            name_on_document: node.text(&[
                "name_on_document",
                "holder",
                "person",
                "full_name",
                "issued_to",
                "owner",
                "holder_name",
            ])?,
            iin_on_document: node.text(&["iin_on_document", "iin", "holder_iin"])?,
            number: node.text(&["number", "document_number"])?,
            issued: node.date(&["issued", "issue_date", "date", "issued_on"])?,
            termination_mark: node.flag(&[
                "termination_mark",
                "termination_marked",
                "has_termination_mark",
                "marked",
            ])?,
            foreign: node.flag(&["foreign", "abroad"])?,
            periods: periods(&node, &["periods", "period", "work", "work_periods"], unread)?,
        };
        if document.periods.is_empty() && from_to.is_some() {
            document.periods.push(Period {
                from: from_to,
                to: open_date(&node, &["to", "period_to", "end"])?,
                employer: node.text(&["employer"])?,
                position: node.text(&["position"])?,
                in_profession: node.flag(&["in_profession", "relevant"])?,
                ..Period::default()
            });
        }
        let _ = node.find(&["title", "note", "issuer", "media_type", "mime", "description"]);
        if let Some(inner) = &facts {
            unread.extend(inner.leftovers());
        }
        unread.extend(node.leftovers());
        out.push(document);
    }
    Ok(out)
}

fn platform_checks(node: &Node<'_>, unread: &mut Vec<String>) -> Result<PlatformChecks, ReadError> {
    let read = platform_checks_here(node)?;
    unread.extend(node.leftovers());
    Ok(read)
}

fn platform_checks_here(node: &Node<'_>) -> Result<PlatformChecks, ReadError> {
    let not = |flag: Option<bool>| flag.map(|received| !received);
    Ok(PlatformChecks {
        checked_at: node.instant(&["checked_at", "at", "time", "timestamp"])?,
        registered_unemployed: gate(
            node,
            &[
                "registered_unemployed",
                "unemployed",
                "is_unemployed",
                "registered_as_unemployed",
                "unemployed_registered",
            ],
        )?,
        voucher_available: match gate(
            node,
            &[
                "voucher_available",
                "quota_available",
                "quota",
                "available",
                "voucher_in_region",
                "available_in_region",
            ],
        )? {
            Some(available) => Some(available),
            None => not(gate(node, &["quota_exhausted", "no_quota"])?),
        },
        no_voucher_this_year: match gate(
            node,
            &[
                "no_voucher_this_year",
                "no_voucher_received_this_year",
                "no_voucher",
                "not_received_this_year",
                "first_this_year",
                "no_voucher_received",
                "once_a_year",
            ],
        )? {
            Some(none) => Some(none),
            None => not(gate(
                node,
                &[
                    "voucher_received_this_year",
                    "already_received",
                    "voucher_received",
                    "received_this_year",
                    "had_voucher_this_year",
                ],
            )?),
        },
    })
}

/// One automatic check: a flag, or an object with the result and its time.
fn gate(node: &Node<'_>, names: &[&str]) -> Result<Option<bool>, ReadError> {
    match node.child_if_object(names) {
        Some(inner) => inner.flag(&["result", "value", "passed", "ok", "pass", "verdict", "status"]),
        None => node.flag(names),
    }
}

/// What the program that took the copies in wrote about the file; outsiders do not write it.
fn copy_fault(node: &Node<'_>) -> Result<Option<CopyFault>, ReadError> {
    let Some((path, value)) = node.find(&["copy"]) else { return Ok(None) };
    match serde_json::from_value(value.clone()) {
        Ok(fault) => Ok(Some(fault)),
        Err(_) => Err(ReadError {
            path,
            problem: type_problem(value, "a fault of the copy, for example \"encrypted\""),
        }),
    }
}
