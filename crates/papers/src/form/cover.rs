//! The day's cover sheet: every paper of the batch, with a place to tick it off and to sign.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::common::{Body, Both, Marks, Signer, heading, label, letterhead, signature, stacked};
use crate::compose::Composer;
use crate::page::{Align, Block, Cell, Para, Sheet, Table};
use crate::say::{say, word};
use crate::{Failure, Tongue};

/// A cover sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// The day.
    pub date: NaiveDate,
    /// The office.
    pub body: Body,
    /// The papers in the order they are printed.
    pub items: Vec<Item>,
    /// Who printed the batch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Signer>,
    /// Language that stands first.
    #[serde(default)]
    pub language: Tongue,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// One paper of the batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What it is: «Мотивированный отказ».
    pub kind: Both,
    /// Its number.
    pub number: String,
    /// Whom it is about.
    pub name: String,
    /// How many pages it has.
    pub pages: u32,
}

const SIZE: f32 = 10.0;

impl Cover {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let title = say(
            composer.tongue,
            "paper-cover-file-title",
            &[("date", words::format::date(self.date).into())],
        );
        composer.name(title.clone(), title);
        let view = &*composer;
        let mut blocks = letterhead(view, &self.body);
        for (index, tongue) in view.tongues().into_iter().enumerate() {
            let title =
                say(tongue, "paper-cover-title", &[("day", crate::spell::long(tongue, self.date).into())]);
            let para = Para::new(tongue, title).title().before(if index == 0 { 12.0 } else { 0.0 });
            blocks.push(if index == 0 { para } else { para.no_bookmark() }.into());
        }
        for tongue in view.tongues() {
            blocks.push(
                Para::new(tongue, word(tongue, "paper-cover-how"))
                    .size(SIZE)
                    .left()
                    .keep()
                    .before(4.0)
                    .into(),
            );
        }
        blocks.push(self.table(view));
        if let Some(signer) = &self.signer {
            blocks.push(signature(view, signer, None));
        }
        composer.section(Sheet::LETTER, &blocks)?;
        Ok(())
    }

    fn table(&self, composer: &Composer<'_>) -> Block {
        let tongue = composer.tongue;
        let head = |key: &str| heading(composer, key, SIZE - 0.5);
        let cell = |text: String, align: Align| Cell::from(Para::new(tongue, text).size(SIZE).align(align));
        let each = |text: &Both| {
            stacked(composer, |tongue| text.get(tongue).to_owned(), |para| para.size(SIZE).left())
        };
        let mut rows: Vec<Vec<Cell>> = self
            .items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                vec![
                    cell((index + 1).to_string(), Align::Center),
                    cell("□".to_owned(), Align::Center),
                    Cell::new(each(&item.kind)),
                    cell(item.number.clone(), Align::Center),
                    cell(item.name.clone(), Align::Left),
                    cell(item.pages.to_string(), Align::Center),
                    cell(String::new(), Align::Left),
                ]
            })
            .collect();
        let pages: u64 = self.items.iter().map(|item| u64::from(item.pages)).sum();
        let bold = |text: String| Para::new(tongue, text).size(SIZE).bold();
        rows.push(vec![
            Cell::from(bold(label(composer, "paper-total")).right()).over(5, 1),
            Cell::from(bold(pages.to_string()).center()),
            cell(String::new(), Align::Left),
        ]);
        Table {
            before: 8.0,
            columns: vec![0.07, 0.09, 0.24, 0.2, 0.22, 0.07, 0.11],
            head: vec![vec![
                head("paper-number-sign"),
                head("paper-cover-came-out"),
                head("paper-cover-kind"),
                head("paper-cover-number"),
                head("paper-cover-name"),
                head("paper-cover-pages"),
                head("paper-cover-signature"),
            ]],
            rows,
            tail: 1,
            keep: self.signer.is_some(),
            padding: (3.0, 4.0),
        }
        .into()
    }
}
