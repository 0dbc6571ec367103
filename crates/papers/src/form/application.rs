//! The application for a voucher (Appendix 1 of the Rules), filled in from what the platform gave.

use chrono::NaiveDate;
use rules::application::{self as read, DocumentKind, Language as Written};
use rules::region::Region;
use serde::{Deserialize, Serialize};

use super::common::letter;
use super::common::{Marks, text_size};
use crate::compose::Composer;
use crate::page::{Align, Block, Para, Run, Sheet, Side};
use crate::say::{say, word};
use crate::{Failure, Language, Tongue, spell};

/// An application as its form shows it. Every field but the name may be empty: the form then has a blank.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Application {
    /// F1-01: two-digit КАТО code of the region, or its name as written.
    pub region: Option<String>,
    /// F1-02: surname, name, patronymic.
    pub name: String,
    /// F1-03: ИИН.
    pub iin: Option<String>,
    /// F1-04: level of qualification.
    pub level: Option<String>,
    /// F1-05: profession.
    pub profession: Option<String>,
    /// F1-07: education, one each.
    pub education: Vec<Study>,
    /// F1-08: periods of work.
    pub work: Vec<Work>,
    /// F1-08: names of the copies attached.
    pub copies: Vec<Copy>,
    /// F1-09: skills.
    pub skills: Vec<String>,
    /// F1-10: account of twenty characters.
    pub account: Option<String>,
    /// F1-11: place of permanent registration.
    pub residence: Option<String>,
    /// F1-13: recognition centre chosen.
    pub centre: Option<String>,
    /// F1-14: mobile telephone.
    pub phone: Option<String>,
    /// F1-15: e-mail.
    pub email: Option<String>,
    /// F1-16: whose electronic signature, and since when.
    pub signature: Option<String>,
    /// F1-17: date.
    pub date: Option<NaiveDate>,
    /// Number on the platform.
    pub number: Option<String>,
    /// Language it was written in: stands first.
    pub language: Tongue,
    /// Marks of this copy.
    pub marks: Marks,
}

/// One education.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Study {
    /// Full name of the school.
    pub institution: Option<String>,
    /// Field of study.
    pub field: Option<String>,
    /// Day of graduation.
    pub graduated: Option<NaiveDate>,
}

/// One period of work.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Work {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day; none while it goes on.
    pub to: Option<NaiveDate>,
    /// Employer.
    pub employer: Option<String>,
    /// Position held.
    pub position: Option<String>,
}

/// One attached copy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Copy {
    /// Kind of the document as [`DocumentKind::code`] names it, or as written.
    pub kind: String,
    /// How many pages.
    pub pages: Option<u32>,
}

impl From<&read::Application> for Application {
    fn from(from: &read::Application) -> Self {
        let text = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        Self {
            region: text(&from.region),
            name: from.applicant.full_name(),
            iin: text(&from.applicant.iin),
            level: from.level.map(|level| level.to_string()),
            profession: text(&from.profession.name),
            education: from
                .education
                .iter()
                .map(|study| Study {
                    institution: text(&study.institution),
                    field: text(&study.field),
                    graduated: study.graduated,
                })
                .collect(),
            work: from
                .work
                .iter()
                .map(|work| Work {
                    from: work.from,
                    to: work.to,
                    employer: text(&work.employer),
                    position: text(&work.position),
                })
                .collect(),
            copies: from
                .documents
                .iter()
                .map(|document| Copy { kind: written(&document.kind), pages: document.pages })
                .collect(),
            skills: from.skills.iter().map(|skill| skill.name.clone()).collect(),
            account: text(&from.account),
            residence: text(&from.residence.address).or_else(|| text(&from.residence.region)),
            centre: text(&from.recognition_centre.name),
            phone: text(&from.phone),
            email: text(&from.email),
            signature: from.signature.as_ref().map(|signature| {
                let who = text(&signature.iin).unwrap_or_default();
                let when = signature.signed_at.map(|at| words::format::date_time(at.naive_local()));
                [Some(who), when]
                    .into_iter()
                    .flatten()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ")
            }),
            date: from.date.or_else(|| from.received.map(|at| at.date_naive())),
            number: text(&from.number),
            language: match from.language {
                Some(Written::Ru) => Tongue::Ru,
                Some(Written::Kk) | None => Tongue::Kk,
            },
            marks: Marks::default(),
        }
    }
}

fn written(kind: &DocumentKind) -> String {
    match kind {
        DocumentKind::Other(text) => text.clone(),
        named => named.code().to_owned(),
    }
}

const BLANK: &str = "____________________";

impl Application {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let tongue = composer.tongue;
        let title = say(tongue, "paper-application-file-title", &[("name", self.name.as_str().into())]);
        let label = match &self.number {
            Some(number) => format!("{} № {number}", word(tongue, "paper-application-title")),
            None => word(tongue, "paper-application-title"),
        };
        composer.name(title, label);
        let view = &*composer;
        let corner = |tongue: Tongue| -> Vec<Block> {
            vec![
                Para::new(tongue, word(tongue, "paper-application-appendix")).size(8.5).left().into(),
                Para::new(tongue, word(tongue, "paper-electronic-form")).size(8.5).left().before(2.0).into(),
            ]
        };
        let tongues = view.tongues();
        let mut columns: Vec<(f32, Vec<Block>)> = Vec::new();
        if let [only] = tongues.as_slice() {
            columns.push((0.55, Vec::new()));
            columns.push((0.45, corner(*only)));
        } else {
            columns.extend(tongues.iter().map(|tongue| (1.0, corner(*tongue))));
        }
        let mut blocks: Vec<Block> = vec![Side::new(columns).into()];
        blocks.extend(letter(view, |tongue| self.text(view, tongue)));
        composer.section(Sheet::LETTER, &blocks)?;
        Ok(())
    }

    fn text(&self, composer: &Composer<'_>, tongue: Tongue) -> Vec<Block> {
        let size = text_size(composer);
        let filled = |text: Option<&str>| match text.map(str::trim) {
            Some(text) if !text.is_empty() => Run::bold(text),
            Some(_) | None => Run::plain(BLANK),
        };
        // In narrow columns the many values that cannot be divided would leave holes.
        let align = if composer.language == Language::Both { Align::Left } else { Align::Justify };
        let line = |runs: Vec<Run>| Para::runs(tongue, runs).size(size).align(align).before(4.0);
        // A sentence of the form with its values between: the words before, the value, the words behind.
        let statement = |key: &str, value: Run| -> Block {
            line(vec![Run::plain(format!("{} ", word(tongue, key))), value]).into()
        };
        let region = self.region.as_deref().map(|region| region_name(tongue, region));
        let mut blocks: Vec<Block> = vec![
            line(vec![
                Run::plain(format!("{} ", word(tongue, "paper-application-to"))),
                filled(region.as_deref()),
            ])
            .left()
            .before(10.0)
            .into(),
            Para::new(tongue, word(tongue, "paper-application-to-caption")).size(7.5).left().into(),
            Para::new(tongue, word(tongue, "paper-application-title"))
                .title()
                .size(size + 2.0)
                .before(12.0)
                .into(),
        ];
        let who = line(vec![
            Run::plain(format!("{} ", word(tongue, "paper-application-i"))),
            filled(Some(&self.name)),
            Run::plain(format!(", {}\u{A0}", word(tongue, "paper-iin"))),
            filled(self.iin.as_deref()),
            Run::plain(format!("{} ", word(tongue, "paper-application-ask"))),
            filled(self.level.as_deref()),
            Run::plain(format!("{} ", word(tongue, "paper-application-level"))),
            filled(self.profession.as_deref()),
            Run::plain(word(tongue, "paper-application-profession")),
        ]);
        blocks.push(who.before(10.0).into());
        blocks.push(line(vec![Run::plain(word(tongue, "paper-application-consent"))]).into());
        blocks.push(statement("paper-application-education", self.education_run(tongue)));
        blocks.push(statement("paper-application-work", self.work_run(tongue)));
        blocks.push(statement("paper-application-copies", self.copies_run(tongue)));
        let skills = self.skills.join(", ");
        let runs = vec![
            Run::plain(format!("{} ", word(tongue, "paper-application-skills"))),
            filled(self.profession.as_deref()),
            Run::plain(" — "),
            filled(Some(&skills)),
            Run::plain("."),
        ];
        blocks.push(line(runs).into());
        blocks.push(statement("paper-application-account", filled(self.account.as_deref())));
        let residence = self.residence.as_deref().map(|place| region_name(tongue, place));
        blocks.push(statement("paper-application-residence", filled(residence.as_deref())));
        blocks.push(line(vec![Run::plain(word(tongue, "paper-application-warned"))]).into());
        blocks.push(statement("paper-application-centre", filled(self.centre.as_deref())));
        blocks.push(statement("paper-application-phone", filled(self.phone.as_deref())));
        blocks.push(statement("paper-application-email", filled(self.email.as_deref())));
        let signature = line(vec![
            Run::plain(format!("{}: ", word(tongue, "paper-application-signature"))),
            filled(self.signature.as_deref()),
        ]);
        blocks.push(signature.left().keep().before(10.0).into());
        let date = self.date.map(|date| spell::long(tongue, date));
        let dated = line(vec![
            Run::plain(format!("{} ", word(tongue, "paper-application-date"))),
            filled(date.as_deref()),
        ]);
        blocks.push(dated.left().into());
        blocks
    }

    fn education_run(&self, tongue: Tongue) -> Run {
        let each: Vec<String> = self
            .education
            .iter()
            .map(|study| {
                let day = study.graduated.map(|day| spell::long(tongue, day));
                joined([study.institution.clone(), study.field.clone(), day])
            })
            .filter(|text| !text.is_empty())
            .collect();
        list(&each)
    }

    fn work_run(&self, tongue: Tongue) -> Run {
        let each: Vec<String> = self
            .work
            .iter()
            .map(|work| {
                let from = work.from.map(words::format::date).unwrap_or_default();
                let to =
                    work.to.map_or_else(|| word(tongue, "paper-application-until-now"), words::format::date);
                let period = if from.is_empty() { String::new() } else { format!("{from}\u{A0}– {to}") };
                joined([Some(period), work.employer.clone(), work.position.clone()])
            })
            .filter(|text| !text.is_empty())
            .collect();
        list(&each)
    }

    fn copies_run(&self, tongue: Tongue) -> Run {
        let each: Vec<String> = self
            .copies
            .iter()
            .map(|copy| {
                let key = format!("paper-application-copy-{}", copy.kind.replace('_', "-"));
                let name = words::lookup(tongue.lang(), &key, &[]).unwrap_or_else(|| copy.kind.clone());
                match copy.pages {
                    Some(pages) => say(
                        tongue,
                        "paper-application-copy",
                        &[("copy", name.into()), ("pages", i64::from(pages).into())],
                    ),
                    None => name,
                }
            })
            .filter(|text| !text.is_empty())
            .collect();
        list(&each)
    }
}

fn joined(parts: [Option<String>; 3]) -> String {
    parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ")
}

fn list(each: &[String]) -> Run {
    if each.is_empty() { Run::plain(BLANK) } else { Run::bold(format!("{}.", each.join("; "))) }
}

/// Name of a region given by its code; any other text as it is.
fn region_name(tongue: Tongue, text: &str) -> String {
    match Region::of_kato(text) {
        Some(region) => say(tongue, &format!("region-{}", region.code()), &[]),
        None => text.to_owned(),
    }
}
