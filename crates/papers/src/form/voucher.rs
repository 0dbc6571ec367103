//! The one-time voucher (paragraph 10): the four statutory fields first, everything else for reference.

use chrono::NaiveDate;
use rules::money::Money;
use serde::{Deserialize, Serialize};

use super::common::{
    Body, Both, Marks, Seal, Signer, label, labels, letter, letterhead, plain, signature, stacked, tenge,
    text_size,
};
use crate::compose::Composer;
use crate::page::{Align, Block, Cell, Para, Table};
use crate::say::{say, word};
use crate::{Failure, Tongue, spell};

/// A one-time voucher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voucher {
    /// Number of the voucher.
    pub number: String,
    /// Day of issue (paragraph 10).
    pub issued: NaiveDate,
    /// Last day of validity, inclusive.
    pub last_day: NaiveDate,
    /// Days of validity after the day of issue, from the edition.
    pub validity_days: u32,
    /// ИИН of the recipient.
    pub iin: String,
    /// Name of the recognition centre.
    pub centre: Both,
    /// The mobility centre that issues.
    pub body: Body,
    /// Everything paragraph 10 does not ask for.
    #[serde(default)]
    pub reference: Reference,
    /// This copy corrects an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// The official who signs.
    pub signer: Signer,
    /// Code by which the voucher is verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
    /// Language of the application: stands first.
    #[serde(default)]
    pub language: Tongue,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// What a voucher shows for reference.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Name of the recipient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Profession.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profession: Option<Both>,
    /// Level of qualification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Address and telephone of the recognition centre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre_contacts: Option<Both>,
    /// Price of the procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// Part of it the budget pays (paragraph 14(1)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reimbursed: Option<Money>,
    /// Part of it the recipient pays (paragraph 15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimant_pays: Option<Money>,
    /// Material aid when the procedure is passed outside the region of registration (paragraph 14(2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub material_aid: Option<Money>,
}

/// A correction of a clerical error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// First, second… correction.
    pub number: u32,
    /// Day of the correction.
    pub date: NaiveDate,
    /// What was wrong.
    pub reason: Both,
}

impl Voucher {
    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        if self.last_day < self.issued {
            return Err(Failure::Unusable {
                field: "last_day".to_owned(),
                reason: crate::failure::Unusable::DateOrder,
            });
        }
        let number = |tongue: Tongue| match &self.correction {
            Some(correction) => say(
                tongue,
                "paper-voucher-corrected-number",
                &[
                    ("number", self.number.as_str().into()),
                    ("correction", i64::from(correction.number).into()),
                ],
            ),
            None => self.number.clone(),
        };
        let title = say(
            composer.tongue,
            "paper-voucher-file-title",
            &[("number", number(composer.tongue).into()), ("date", words::format::date(self.issued).into())],
        );
        composer.name(title.clone(), title);
        let mut blocks = letterhead(composer, &self.body);
        blocks.extend(letter(composer, |tongue| {
            let size = text_size(composer);
            let title = Para::new(tongue, word(tongue, "paper-voucher-title")).title().size(size + 3.5);
            let subject = Para::new(tongue, word(tongue, "paper-voucher-subject")).size(size).center().bold();
            let number = Para::new(tongue, format!("№\u{A0}{}", number(tongue))).size(size + 1.0).center();
            // Kazakh says what a thing is for before it names the thing.
            let (first, second) = match tongue {
                Tongue::Kk => (subject.keep(), title),
                Tongue::Ru => (title, subject.keep()),
            };
            vec![first.before(14.0).into(), second.before(1.0).into(), number.keep().before(4.0).into()]
        }));
        blocks.push(self.statutory(composer));
        let rows = self.reference_rows(composer);
        if !rows.is_empty() {
            blocks.push(
                Para::new(composer.tongue, label(composer, "paper-voucher-reference"))
                    .size(10.5)
                    .heading()
                    .before(12.0)
                    .no_bookmark()
                    .into(),
            );
            blocks.push(facts(rows, 4.0, 9.0));
        }
        blocks.extend(letter(composer, |tongue| self.advice(composer, tongue)));
        blocks.push(signature(composer, &self.signer, self.seal.as_ref()));
        composer.letter(&blocks)
    }

    fn statutory(&self, composer: &Composer<'_>) -> Block {
        let size = text_size(composer).max(10.5);
        let name = |key: &str| labels(composer, key, size - 1.0, Align::Left);
        let each = |value: &dyn Fn(Tongue) -> String| -> Vec<Block> {
            stacked(composer, value, |para| para.size(size).left().bold())
        };
        let validity = |tongue: Tongue| {
            say(
                tongue,
                "paper-voucher-validity",
                &[
                    ("through", spell::through(tongue, self.last_day).into()),
                    ("days", i64::from(self.validity_days).into()),
                ],
            )
        };
        let iin = vec![Para::new(composer.tongue, self.iin.clone()).size(size).left().bold().into()];
        let rows = vec![
            (name("paper-voucher-issued"), each(&|tongue| spell::long(tongue, self.issued))),
            (name("paper-voucher-valid"), each(&validity)),
            (name("paper-voucher-iin"), iin),
            (name("paper-voucher-centre"), each(&|tongue| self.centre.get(tongue).to_owned())),
        ];
        facts(rows, 10.0, size)
    }

    fn reference_rows(&self, composer: &Composer<'_>) -> Vec<(Vec<Block>, Vec<Block>)> {
        let size = text_size(composer) - 1.5;
        let mut rows = Vec::new();
        let mut row = |key: &str, value: Option<Both>| {
            if let Some(value) = value {
                let value = |tongue| value.get(tongue).to_owned();
                let value = stacked(composer, value, |para| para.size(size).left());
                rows.push((labels(composer, key, size, Align::Left), value));
            }
        };
        let known = &self.reference;
        let plain = |text: &Option<String>| text.as_deref().map(Both::from);
        let sum = |sum: Option<Money>| sum.map(|sum| Both::from(tenge(sum).as_str()));
        row("paper-voucher-name", plain(&known.name));
        row("paper-voucher-profession", known.profession.clone());
        row("paper-voucher-level", plain(&known.level));
        row("paper-voucher-contacts", known.centre_contacts.clone());
        row("paper-voucher-price", sum(known.price));
        row("paper-voucher-reimbursed", sum(known.reimbursed));
        row("paper-voucher-own-share", sum(known.claimant_pays));
        row("paper-voucher-aid", sum(known.material_aid));
        rows
    }

    fn advice(&self, composer: &Composer<'_>, tongue: Tongue) -> Vec<Block> {
        let mut blocks: Vec<Block> = vec![
            plain(composer, tongue, word(tongue, "paper-voucher-use")).before(12.0).into(),
            plain(composer, tongue, word(tongue, "paper-voucher-lapse")).keep().into(),
        ];
        if let Some(correction) = &self.correction {
            let text = say(
                tongue,
                "paper-voucher-correction",
                &[
                    ("number", self.number.as_str().into()),
                    ("dated", spell::dated(tongue, correction.date).into()),
                    ("reason", correction.reason.get(tongue).trim().trim_end_matches('.').into()),
                ],
            );
            blocks.push(plain(composer, tongue, text).keep().into());
        }
        blocks
    }
}

/// A table of names and values without a head.
pub(crate) fn facts(rows: Vec<(Vec<Block>, Vec<Block>)>, before: f32, size: f32) -> Block {
    let rows = rows
        .into_iter()
        .map(|(name, value)| {
            let head = Cell { middle: false, ..Cell::new(name) };
            vec![head, Cell::new(value)]
        })
        .collect();
    let pad = if size > 11.0 { 4.0 } else { 2.5 };
    Table {
        before,
        columns: vec![0.38, 0.62],
        head: Vec::new(),
        rows,
        tail: 0,
        keep: false,
        padding: (5.0, pad),
    }
    .into()
}
