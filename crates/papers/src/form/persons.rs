//! The list of persons who passed the procedure, attached to an act. Its columns are ours.

use chrono::NaiveDate;
use rules::money::Money;
use serde::{Deserialize, Serialize};

use super::common::{Both, Marks, amount, label, labels, stacked};
use crate::compose::Composer;
use crate::page::{Align, Block, Cell, Para, Sheet, Table};
use crate::say::{say, word};
use crate::{Failure, Tongue};

/// A list of persons on its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persons {
    /// Number of the act it is attached to.
    pub act_number: String,
    /// Day the act was drawn up.
    pub act_date: NaiveDate,
    /// The persons.
    pub persons: Vec<PersonRow>,
    /// Language that stands first.
    #[serde(default)]
    pub language: Tongue,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// One person of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRow {
    /// Surname, name and patronymic.
    pub name: String,
    /// ИИН.
    pub iin: String,
    /// Number of the voucher.
    pub voucher: String,
    /// Profession.
    pub profession: Both,
    /// Level of qualification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Number of the protocol of the examination commission.
    pub protocol: String,
    /// Day the protocol was signed.
    pub protocol_date: NaiveDate,
    /// Day of the exam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exam_date: Option<NaiveDate>,
    /// Where the exam was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Both>,
    /// Price of the procedure.
    pub price: Money,
    /// What is reimbursed (paragraph 14(1)).
    pub reimbursed: Money,
    /// What the person pays (paragraph 15).
    pub claimant_pays: Money,
}

const SIZE: f32 = 7.5;
const COLUMNS: [f32; 12] = [24.0, 122.0, 62.0, 66.0, 96.0, 34.0, 72.0, 50.0, 76.0, 56.0, 56.0, 52.0];
const HEADS: [&str; 12] = [
    "paper-number-sign",
    "paper-persons-name",
    "paper-iin",
    "paper-persons-voucher",
    "paper-persons-profession",
    "paper-persons-level",
    "paper-persons-protocol",
    "paper-persons-exam",
    "paper-persons-venue",
    "paper-persons-price",
    "paper-persons-reimbursed",
    "paper-persons-own-share",
];

impl Persons {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let title = say(
            composer.tongue,
            "paper-persons-file-title",
            &[
                ("number", self.act_number.as_str().into()),
                ("date", words::format::date(self.act_date).into()),
            ],
        );
        composer.name(title.clone(), title);
        let blocks = Self::blocks(composer, &self.act_number, self.act_date, &self.persons);
        composer.section(Sheet::LANDSCAPE, &blocks)?;
        Ok(())
    }

    /// The list as a section of its own.
    pub(crate) fn blocks(
        composer: &Composer<'_>,
        number: &str,
        date: NaiveDate,
        persons: &[PersonRow],
    ) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for tongue in composer.tongues() {
            let to = say(
                tongue,
                "paper-persons-attached-to",
                &[("number", number.into()), ("date", words::format::date(date).into())],
            );
            blocks.push(Para::new(tongue, to).size(8.5).right().keep().into());
        }
        for (index, tongue) in composer.tongues().into_iter().enumerate() {
            let before = if index == 0 { 6.0 } else { 0.0 };
            let title =
                Para::new(tongue, word(tongue, "paper-persons-title")).title().size(11.5).before(before);
            blocks.push(if index == 0 { title } else { title.no_bookmark() }.into());
        }
        blocks.push(table(composer, persons));
        blocks
    }
}

fn table(composer: &Composer<'_>, persons: &[PersonRow]) -> Block {
    let tongue = composer.tongue;
    let head = HEADS.iter().map(|key| Cell::head(labels(composer, key, SIZE - 0.5, Align::Center))).collect();
    let numbers = (1..=HEADS.len())
        .map(|number| {
            Cell::head(vec![Para::new(tongue, number.to_string()).size(SIZE - 0.5).center().into()])
        })
        .collect();
    let each = |text: Option<&Both>| {
        let text = |tongue| text.map(|text| text.get(tongue).to_owned()).unwrap_or_default();
        Cell::new(stacked(composer, text, |para| para.size(SIZE).left()))
    };
    let left = |text: String| Cell::from(Para::new(tongue, text).size(SIZE).left());
    let center = |text: String| Cell::from(Para::new(tongue, text).size(SIZE).center());
    let right = |text: String| Cell::from(Para::new(tongue, text).size(SIZE).right());
    let mut rows: Vec<Vec<Cell>> = persons
        .iter()
        .enumerate()
        .map(|(index, person)| {
            vec![
                center((index + 1).to_string()),
                left(person.name.clone()),
                center(person.iin.clone()),
                center(person.voucher.clone()),
                each(Some(&person.profession)),
                center(person.level.clone().unwrap_or_default()),
                center(format!("№\u{A0}{}, {}", person.protocol, words::format::date(person.protocol_date))),
                center(person.exam_date.map(words::format::date).unwrap_or_default()),
                each(person.venue.as_ref()),
                right(amount(person.price)),
                right(amount(person.reimbursed)),
                right(amount(person.claimant_pays)),
            ]
        })
        .collect();
    let total = |of: fn(&PersonRow) -> Money| {
        // Sums above the bound of money are not printed as something else: the cell stays empty.
        let sum = Money::total(persons.iter().map(of)).map(amount).unwrap_or_default();
        Cell::from(Para::new(tongue, sum).size(SIZE).right().bold())
    };
    let tail = if persons.is_empty() { 0 } else { 1 };
    if !persons.is_empty() {
        rows.push(vec![
            Cell::from(Para::new(tongue, label(composer, "paper-total")).size(SIZE).right().bold())
                .over(9, 1),
            total(|person| person.price),
            total(|person| person.reimbursed),
            total(|person| person.claimant_pays),
        ]);
    }
    Table {
        before: 6.0,
        columns: COLUMNS.to_vec(),
        head: vec![head, numbers],
        rows,
        tail,
        keep: false,
        padding: (2.5, 1.8),
    }
    .into()
}
