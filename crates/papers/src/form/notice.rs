//! Notices about a voucher: extended (par. 12–13), annulled (par. 11), reinstated.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::common::{
    Body, Both, Marks, Person, Seal, Signer, heading, label, letter, letterhead, opening, plain, signature,
    titles,
};
use crate::compose::Composer;
use crate::page::{Align, Block, Cell, Para, Table};
use crate::say::{say, word};
use crate::{Failure, Tongue, spell};

/// What every notice states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Number of the notice.
    pub number: String,
    /// Day of the notice.
    pub date: NaiveDate,
    /// The mobility centre that writes.
    pub body: Body,
    /// Whom it is for.
    pub recipient: Person,
    /// The voucher it is about.
    pub voucher: VoucherRef,
    /// The official who signs.
    pub signer: Signer,
    /// Language of the application: stands first.
    #[serde(default)]
    pub language: Tongue,
    /// Code by which the notice is verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// The voucher a notice is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoucherRef {
    /// Number.
    pub number: String,
    /// Day of issue.
    pub issued: NaiveDate,
    /// Profession.
    pub profession: Both,
}

/// The validity was extended by days of incapacity (paragraphs 12 and 13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// What every notice states.
    pub notice: Head,
    /// Last day before the extension.
    pub previous_last_day: NaiveDate,
    /// Last day now, inclusive.
    pub last_day: NaiveDate,
    /// Days added.
    pub days: u32,
    /// Sheets of incapacity, each with the days counted.
    pub sheets: Vec<SheetRow>,
}

/// A sheet of temporary incapacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetRow {
    /// Number of the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// First day of incapacity.
    pub from: NaiveDate,
    /// Last day of incapacity.
    pub to: NaiveDate,
    /// Days counted.
    pub counted_days: u32,
}

/// The voucher lapsed unused (paragraph 11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annulment {
    /// What every notice states.
    pub notice: Head,
    /// Last day it could be used.
    pub last_day: NaiveDate,
    /// Day it was annulled.
    pub annulled: NaiveDate,
    /// From when a new voucher can be asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apply_again_from: Option<NaiveDate>,
}

/// The annulment was undone: timely use or a sheet of incapacity was proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reinstatement {
    /// What every notice states.
    pub notice: Head,
    /// Day of the annulment.
    pub annulled: NaiveDate,
    /// What was proved.
    pub fact: Both,
    /// Last day now, inclusive.
    pub last_day: NaiveDate,
    /// The second official: two persons reinstate.
    pub second_signer: Signer,
}

impl Head {
    fn blocks(
        &self,
        composer: &mut Composer<'_>,
        subject: &str,
        body: impl Fn(&Composer<'_>, Tongue) -> Vec<Block>,
    ) -> Vec<Block> {
        let name = say(
            composer.tongue,
            "paper-notice-file-title",
            &[
                ("subject", word(composer.tongue, subject).into()),
                ("number", self.number.as_str().into()),
                ("date", words::format::date(self.date).into()),
            ],
        );
        composer.name(name.clone(), name);
        let composer = &*composer;
        let mut blocks = letterhead(composer, &self.body);
        blocks.push(opening(composer, &self.number, self.date, &self.recipient));
        blocks.extend(letter(composer, |tongue| {
            let mut text = titles(composer, tongue, "paper-notice-title", subject);
            let voucher = say(
                tongue,
                "paper-notice-voucher",
                &[
                    ("number", self.voucher.number.as_str().into()),
                    ("dated", spell::dated(tongue, self.voucher.issued).into()),
                    ("profession", self.voucher.profession.get(tongue).into()),
                ],
            );
            text.push(plain(composer, tongue, voucher).before(10.0).into());
            text.extend(body(composer, tongue));
            text
        }));
        blocks
    }
}

impl Extension {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let mut blocks =
            self.notice.blocks(composer, "paper-notice-extension-subject", |composer, tongue| {
                let text = say(
                    tongue,
                    "paper-notice-extension-text",
                    &[
                        ("days", i64::from(self.days).into()),
                        ("before", spell::long(tongue, self.previous_last_day).into()),
                        ("through", spell::through(tongue, self.last_day).into()),
                    ],
                );
                vec![
                    plain(composer, tongue, text).into(),
                    plain(composer, tongue, word(tongue, "paper-notice-extension-count")).into(),
                ]
            });
        if !self.sheets.is_empty() {
            blocks.push(self.table(composer));
        }
        blocks.extend(letter(composer, |tongue| {
            vec![
                plain(composer, tongue, word(tongue, "paper-notice-extension-use"))
                    .keep()
                    .before(10.0)
                    .into(),
            ]
        }));
        blocks.push(signature(composer, &self.notice.signer, self.notice.seal.as_ref()));
        composer.letter(&blocks)
    }

    fn table(&self, composer: &Composer<'_>) -> Block {
        let head = |key: &str| heading(composer, key, 9.5);
        let cell = |text: String| Cell::from(Para::new(composer.tongue, text).size(10.0).center());
        let mut rows: Vec<Vec<Cell>> = self
            .sheets
            .iter()
            .map(|sheet| {
                vec![
                    cell(sheet.number.clone().unwrap_or_default()),
                    cell(words::format::date(sheet.from)),
                    cell(words::format::date(sheet.to)),
                    cell(sheet.counted_days.to_string()),
                ]
            })
            .collect();
        let total =
            Para::new(composer.tongue, label(composer, "paper-total")).size(10.0).bold().align(Align::Left);
        rows.push(vec![
            Cell::from(total).over(3, 1),
            Cell::from(Para::new(composer.tongue, self.days.to_string()).size(10.0).center().bold()),
        ]);
        Table {
            before: 8.0,
            columns: vec![0.34, 0.22, 0.22, 0.22],
            head: vec![vec![
                head("paper-notice-extension-sheet"),
                head("paper-notice-extension-from"),
                head("paper-notice-extension-to"),
                head("paper-notice-extension-counted"),
            ]],
            rows,
            tail: 1,
            keep: false,
            padding: (4.0, 3.0),
        }
        .into()
    }
}

impl Annulment {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let mut blocks =
            self.notice.blocks(composer, "paper-notice-annulment-subject", |composer, tongue| {
                let text = say(
                    tongue,
                    "paper-notice-annulment-text",
                    &[
                        ("last", spell::long(tongue, self.last_day).into()),
                        ("annulled", spell::on(tongue, self.annulled).into()),
                    ],
                );
                let mut out: Vec<Block> = vec![
                    plain(composer, tongue, text).into(),
                    plain(composer, tongue, word(tongue, "paper-notice-annulment-proof")).into(),
                ];
                let again = match self.apply_again_from {
                    Some(from) => say(
                        tongue,
                        "paper-notice-annulment-again-from",
                        &[("from", spell::since(tongue, from).into())],
                    ),
                    None => word(tongue, "paper-notice-annulment-again"),
                };
                out.push(plain(composer, tongue, again).keep().into());
                out
            });
        blocks.push(signature(composer, &self.notice.signer, self.notice.seal.as_ref()));
        composer.letter(&blocks)
    }
}

impl Reinstatement {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let mut blocks =
            self.notice.blocks(composer, "paper-notice-reinstatement-subject", |composer, tongue| {
                let text = say(
                    tongue,
                    "paper-notice-reinstatement-text",
                    &[
                        ("annulled", spell::long(tongue, self.annulled).into()),
                        ("fact", self.fact.get(tongue).trim().trim_end_matches('.').into()),
                    ],
                );
                let until = say(
                    tongue,
                    "paper-notice-reinstatement-until",
                    &[("through", spell::through(tongue, self.last_day).into())],
                );
                vec![plain(composer, tongue, text).into(), plain(composer, tongue, until).keep().into()]
            });
        let mut first = signature(composer, &self.notice.signer, None);
        if let Block::Side(side) = &mut first {
            side.keep = true;
        }
        blocks.push(first);
        blocks.push(signature(composer, &self.second_signer, self.notice.seal.as_ref()));
        composer.letter(&blocks)
    }
}
