//! Return of a defective act with its remarks: what is wrong, row by row, and what happens next.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::common::{
    Body, Both, Marks, Signer, heading, label, letter, letterhead, plain, signature, stacked, text_size,
};
use crate::compose::Composer;
use crate::page::{Block, Cell, Para, Side, Table};
use crate::say::{say, word};
use crate::{Failure, Tongue, spell};

/// Return of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// Number of the letter.
    pub number: String,
    /// Day of the letter.
    pub date: NaiveDate,
    /// The mobility centre that returns the act.
    pub body: Body,
    /// The recognition centre it goes back to.
    pub centre: Body,
    /// The act.
    pub act: ActRef,
    /// Every remark, all at once.
    pub remarks: Vec<Remark>,
    /// The official who signs.
    pub signer: Signer,
    /// Language that stands first.
    #[serde(default)]
    pub language: Tongue,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// The act that is returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRef {
    /// Number of the act.
    pub number: String,
    /// Day it was drawn up.
    pub date: NaiveDate,
    /// Day it was received.
    pub received: NaiveDate,
}

/// One remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Row of the act or of the list of persons; none for the act as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// What is wrong.
    pub remark: Both,
    /// Where the requirement stands.
    pub source: Both,
}

impl Return {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let title = say(
            composer.tongue,
            "paper-return-file-title",
            &[("act", self.act.number.as_str().into()), ("date", words::format::date(self.date).into())],
        );
        composer.name(title.clone(), title);
        let composer_view = &*composer;
        let size = text_size(composer_view);
        let mut blocks = letterhead(composer_view, &self.body);
        blocks.push(self.opening(composer_view, size));
        blocks.extend(letter(composer_view, |tongue| {
            vec![
                Para::new(tongue, word(tongue, "paper-return-title"))
                    .title()
                    .size(size + 2.0)
                    .before(16.0)
                    .into(),
                plain(
                    composer_view,
                    tongue,
                    say(
                        tongue,
                        "paper-return-text",
                        &[
                            ("number", self.act.number.as_str().into()),
                            ("dated", spell::dated(tongue, self.act.date).into()),
                            ("received", spell::on(tongue, self.act.received).into()),
                            ("remarks", i64::try_from(self.remarks.len()).unwrap_or(0).into()),
                        ],
                    ),
                )
                .before(10.0)
                .into(),
            ]
        }));
        blocks.push(self.table(composer_view));
        blocks.extend(letter(composer_view, |tongue| {
            vec![plain(composer_view, tongue, word(tongue, "paper-return-next")).keep().before(10.0).into()]
        }));
        blocks.push(signature(composer_view, &self.signer, None));
        composer.letter(&blocks)
    }

    fn opening(&self, composer: &Composer<'_>, size: f32) -> Block {
        let tongue = composer.tongue;
        let left = vec![
            Para::new(tongue, format!("№\u{A0}{}", self.number)).size(size).left().into(),
            Para::new(tongue, words::format::date(self.date)).size(size).left().into(),
        ];
        let mut right = stacked(
            composer,
            |tongue| self.centre.name.get(tongue).to_owned(),
            |para| para.size(size).left().bold(),
        );
        if let Some(address) = &self.centre.address {
            let address = |tongue| address.get(tongue).to_owned();
            right.extend(stacked(composer, address, |para| para.size(size - 2.0).left()));
        }
        if let Some(contacts) = &self.centre.contacts {
            right.push(Para::new(tongue, contacts.clone()).size(size - 2.0).left().into());
        }
        if let Some(bin) = &self.centre.bin {
            right.push(
                Para::new(tongue, format!("{}\u{A0}{bin}", label(composer, "paper-bin")))
                    .size(size)
                    .left()
                    .into(),
            );
        }
        let mut side = Side::new(vec![(1.0, left), (1.0, right)]);
        side.before = 8.0;
        side.gap = 16.0;
        side.into()
    }

    fn table(&self, composer: &Composer<'_>) -> Block {
        let head = |key: &str| heading(composer, key, 9.5);
        let each = |text: &Both| -> Vec<Block> {
            stacked(composer, |tongue| text.get(tongue).to_owned(), |para| para.size(9.5).left().before(2.0))
        };
        let rows = self
            .remarks
            .iter()
            .enumerate()
            .map(|(index, remark)| {
                let row = remark.row.map_or_else(|| "—".to_owned(), |row| row.to_string());
                vec![
                    Cell::from(Para::new(composer.tongue, (index + 1).to_string()).size(9.5).center()),
                    Cell::from(Para::new(composer.tongue, row).size(9.5).center()),
                    Cell::new(each(&remark.remark)),
                    Cell::new(each(&remark.source)),
                ]
            })
            .collect();
        Table {
            before: 8.0,
            columns: vec![0.08, 0.11, 0.53, 0.28],
            head: vec![vec![
                head("paper-number-sign"),
                head("paper-return-row"),
                head("paper-return-remark"),
                head("paper-return-source"),
            ]],
            rows,
            tail: 0,
            keep: false,
            padding: (4.0, 3.0),
        }
        .into()
    }
}
