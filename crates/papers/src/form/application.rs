//! The application for a voucher (Appendix 1 of the Rules), filled in from what the platform gave.

use chrono::NaiveDate;
use rules::application::{self as read, DocumentKind, Language as Written};
use rules::region::Region;
use serde::{Deserialize, Serialize};

use super::common::letter;
use super::common::{Marks, text_size};
use crate::compose::Composer;
use crate::page::{Align, Block, Para, Run, Side};
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
    /// F1-09: skills chosen from the list.
    pub skills: Vec<String>,
    /// F1-09: skills entered by hand.
    pub skills_by_hand: Vec<String>,
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
            skills: skills(from, false),
            skills_by_hand: skills(from, true),
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

fn skills(from: &read::Application, by_hand: bool) -> Vec<String> {
    from.skills.iter().filter(|skill| skill.by_hand == by_hand).map(|skill| skill.name.clone()).collect()
}

fn written(kind: &DocumentKind) -> String {
    match kind {
        DocumentKind::Other(text) => text.clone(),
        named => named.code().to_owned(),
    }
}

const BLANK: &str = "____________________";
/// Marks of ours around a value inside a sentence of the form: what stands between them is set in bold.
/// No text from outside can hold them, because no face has a shape for them.
const VALUE: [char; 2] = ['\u{E000}', '\u{E001}'];

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
        composer.letter(&blocks)
    }

    /// The form from its head to its date. Where a value is absent, what the form itself has in that place
    /// stands there: its words in square brackets or a line to write on.
    fn text(&self, composer: &Composer<'_>, tongue: Tongue) -> Vec<Block> {
        let size = text_size(composer);
        // In narrow columns the many values that cannot be divided would leave holes.
        let align = if composer.language == Language::Both { Align::Left } else { Align::Justify };
        let line = |text: &str| Para::runs(tongue, self.runs(text)).size(size).align(align).before(4.0);
        let caption =
            |key: &str| Para::new(tongue, word(tongue, key)).size(7.5).align(Align::Center).before(0.5);
        let hint = |key: &str| word(tongue, key);
        let blank = |value: Option<&str>| filled(value).unwrap_or_else(|| BLANK.to_owned());
        // A label of the form and the value behind it.
        let statement =
            |key: &str, value: String| -> Block { line(&format!("{} {value}", word(tongue, key))).into() };
        let region = self.region.as_deref().map(|region| region_name(tongue, region));
        let profession =
            filled(self.profession.as_deref()).unwrap_or_else(|| hint("paper-application-profession-hint"));
        let level = match filled(self.level.as_deref()) {
            Some(level) => say(tongue, "paper-application-level", &[("level", level.into())]),
            None => hint("paper-application-level-hint"),
        };
        let iin = match filled(self.iin.as_deref()) {
            Some(iin) => format!(", {}\u{A0}{iin},", word(tongue, "paper-iin")),
            None => format!(" {}", hint("paper-application-iin-hint")),
        };
        let name = filled(Some(&self.name)).unwrap_or_else(|| hint("paper-application-name-hint"));
        let request = say(
            tongue,
            "paper-application-request",
            &[
                ("name", name.into()),
                ("iin", iin.into()),
                ("level", level.into()),
                ("profession", profession.clone().into()),
            ],
        );
        let education = self
            .education(tongue)
            .unwrap_or_else(|| format!("{}.", hint("paper-application-education-hint")));
        let work = self.work(tongue).unwrap_or_else(|| format!("{}.", hint("paper-application-work-hint")));
        let copies = self.copies(tongue).unwrap_or_else(|| format!("{BLANK}."));
        let skills =
            filled(Some(&self.skills.join(", "))).unwrap_or_else(|| hint("paper-application-skills-hint"));
        let residence = self.residence.as_deref().map(|place| region_name(tongue, place));
        let date = self
            .date
            .map_or_else(|| hint("paper-application-date-hint"), |date| mark(&spell::long(tongue, date)));
        vec![
            line(&format!("{} {}", word(tongue, "paper-application-to"), blank(region.as_deref())))
                .left()
                .before(10.0)
                .into(),
            Para::new(tongue, word(tongue, "paper-application-to-caption")).size(7.5).left().into(),
            Para::new(tongue, word(tongue, "paper-application-title"))
                .title()
                .size(size + 2.0)
                .before(12.0)
                .into(),
            line(&request).before(10.0).into(),
            line(&word(tongue, "paper-application-consent")).into(),
            statement("paper-application-education", education),
            statement("paper-application-work", work),
            statement("paper-application-copies", copies),
            line(&format!("{} {profession} - {skills}/", word(tongue, "paper-application-skills"))).into(),
            line(&format!("{}.", blank(Some(&self.skills_by_hand.join(", "))))).left().before(1.0).into(),
            caption("paper-application-skills-caption").left().into(),
            statement("paper-application-account", format!("{}.", blank(self.account.as_deref()))),
            statement("paper-application-residence", format!("{}.", blank(residence.as_deref()))),
            line(&word(tongue, "paper-application-warned")).into(),
            statement(
                "paper-application-centre",
                filled(self.centre.as_deref()).unwrap_or_else(|| hint("paper-application-centre-hint")) + ".",
            ),
            statement("paper-application-phone", blank(self.phone.as_deref())),
            statement("paper-application-email", blank(self.email.as_deref())),
            line(&format!(
                "{} {}",
                word(tongue, "paper-application-signature"),
                filled(self.signature.as_deref()).unwrap_or_default()
            ))
            .left()
            .keep()
            .before(10.0)
            .into(),
            line(&format!("{} {date}", word(tongue, "paper-application-date"))).left().into(),
        ]
    }

    /// A sentence of the form in pieces: values are bold and divided as the language of the application is.
    fn runs(&self, text: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        for (index, part) in text.split(VALUE).enumerate() {
            if part.is_empty() {
                continue;
            }
            runs.push(if index % 2 == 0 {
                Run::plain(part)
            } else {
                Run::bold(part).written_in(self.language)
            });
        }
        runs
    }

    fn education(&self, tongue: Tongue) -> Option<String> {
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

    fn work(&self, tongue: Tongue) -> Option<String> {
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

    fn copies(&self, tongue: Tongue) -> Option<String> {
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

fn list(each: &[String]) -> Option<String> {
    (!each.is_empty()).then(|| format!("{}.", mark(&each.join("; "))))
}

/// A value between our marks; none when there is nothing to show.
fn filled(value: Option<&str>) -> Option<String> {
    value.map(str::trim).filter(|value| !value.is_empty()).map(mark)
}

fn mark(value: &str) -> String {
    let [open, close] = VALUE;
    format!("{open}{value}{close}")
}

/// Name of a region given by its code; any other text as it is.
fn region_name(tongue: Tongue, text: &str) -> String {
    match Region::of_kato(text) {
        Some(region) => say(tongue, &format!("region-{}", region.code()), &[]),
        None => text.to_owned(),
    }
}
