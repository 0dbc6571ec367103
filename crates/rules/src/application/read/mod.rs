//! Reads `application.json` into an [`Application`]: many spellings in, one shape out; what is not understood is listed in `unread`.

mod centre;
mod copies;
mod person;
mod profession;

use serde_json::Value;

use super::reader::{self, Node, ReadError, ReadProblem, key, text_of};
use super::{
    Applicant, Application, Consent, FORMAT_VERSION, Language, PlatformChecks, Profession, RecognitionCentre,
    Residence,
};
use centre::{centre, platform_checks, platform_checks_here, skills};
use copies::{documents, work};
use person::{applicant, consent, contact, residence, signature};
use profession::{educations, level_of, profession};

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
    // What an earlier reading did not understand stays told.
    unread.extend(strings(form, &["unread"])?);
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
