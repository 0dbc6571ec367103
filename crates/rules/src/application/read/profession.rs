//! What for: the profession, what is required for it, and the education stated.

use serde_json::Value;

use super::super::reader::{self, Node, ReadError, ReadProblem, key, text_of, type_problem};
use super::super::{Education, EducationLevel, Profession, Profile, Requirement, RequirementSource};
use super::strings;

pub(super) const REQUIREMENT: &[&str] =
    &["requirement", "requirements", "required", "profession_requirement"];

pub(super) fn profession(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Profession, ReadError> {
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

pub(super) fn profile(node: &Node<'_>) -> Result<Option<Profile>, ReadError> {
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

pub(super) fn requirement(
    node: &Node<'_>,
    unread: &mut Vec<String>,
) -> Result<Option<Requirement>, ReadError> {
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
pub(super) fn years(node: &Node<'_>, names: &[&str]) -> Result<Option<u32>, ReadError> {
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

pub(super) fn small(number: u64) -> u32 {
    u32::try_from(number.min(12 * 200)).unwrap_or(12 * 200)
}

pub(super) fn education_level(node: &Node<'_>, names: &[&str]) -> Result<Option<EducationLevel>, ReadError> {
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

pub(super) fn level_of(node: &Node<'_>, names: &[&str]) -> Result<Option<u8>, ReadError> {
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

pub(super) fn levels(node: &Node<'_>, names: &[&str]) -> Result<Vec<u8>, ReadError> {
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

pub(super) fn educations(form: &Node<'_>, unread: &mut Vec<String>) -> Result<Vec<Education>, ReadError> {
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
