//! The act of rendered services (Appendix 2) and the list of persons attached to it.

use chrono::NaiveDate;
use rules::money::Money;
use serde::{Deserialize, Serialize};

use super::common::{Body, Both, Marks, Signer, amount, both, label, labels, stacked};
use super::persons::{PersonRow, Persons};
use crate::compose::Composer;
use crate::failure::Unusable;
use crate::page::{Align, Block, Cell, Para, Sheet, Side, Table};
use crate::say::{say, word};
use crate::{Failure, Tongue, spell};

/// An act of rendered services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Customer: the mobility centre.
    pub customer: Body,
    /// Contractor: the recognition centre.
    pub contractor: Body,
    /// Number of the act.
    pub number: String,
    /// Day it was drawn up.
    pub date: NaiveDate,
    /// Services, in the order of the act.
    pub rows: Vec<ActRow>,
    /// Sum of the costs; must follow from the rows.
    pub total: Money,
    /// Persons of the attached list.
    #[serde(default)]
    pub persons: Vec<PersonRow>,
    /// Pages of the attached list, when it is not printed with the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persons_pages: Option<u32>,
    /// Who hands over for the contractor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contractor_signer: Option<Signer>,
    /// Who accepts for the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_signer: Option<Signer>,
    /// Day of signing (acceptance).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<NaiveDate>,
    /// Language that stands first.
    #[serde(default)]
    pub language: Tongue,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// One row of the act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRow {
    /// Name of the service.
    pub service: Both,
    /// Date of the service; filled in when it differs from the date of signing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Unit of measure.
    pub unit: Both,
    /// How many.
    pub quantity: u32,
    /// Price of one.
    pub price: Money,
    /// Quantity times price.
    pub cost: Money,
}

const SIZE: f32 = 8.5;
const SMALL: f32 = 6.5;
/// Share of the width that the label of a party takes.
const PARTY: f32 = 0.19;
/// Share of the width that the name of the form takes in one language.
const CORNER: f32 = 0.32;
const COLUMNS: [f32; 7] = [34.0, 386.0, 100.0, 56.0, 56.0, 75.0, 79.0];

impl Act {
    /// Checks that costs and total follow from quantities and prices.
    ///
    /// # Errors
    /// [`Failure::Unusable`] names the field that does not agree.
    fn check(&self) -> Result<(), Failure> {
        let wrong = |field: String, reason| Err(Failure::Unusable { field, reason });
        for (index, row) in self.rows.iter().enumerate() {
            if row.price.times(row.quantity) != Some(row.cost) {
                return wrong(format!("rows[{index}].cost"), Unusable::SumDisagrees);
            }
        }
        if Money::total(self.rows.iter().map(|row| row.cost)) != Some(self.total) {
            return wrong("total".to_owned(), Unusable::SumDisagrees);
        }
        if self.rows.is_empty() {
            return wrong("rows".to_owned(), Unusable::Empty);
        }
        Ok(())
    }

    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        self.check()?;
        let title = say(
            composer.tongue,
            "paper-act-file-title",
            &[("number", self.number.as_str().into()), ("date", words::format::date(self.date).into())],
        );
        composer.name(title.clone(), title);
        // The list is laid out first: the act states how many pages it has.
        let pages = if self.persons.is_empty() {
            self.persons_pages
        } else {
            let list = Persons::blocks(composer, &self.number, self.date, &self.persons);
            u32::try_from(composer.section(Sheet::LANDSCAPE, &list)?).ok()
        };
        let blocks = self.blocks(composer, pages);
        composer.form_in_front(Sheet::LANDSCAPE, &blocks)
    }

    fn blocks(&self, composer: &Composer<'_>, pages: Option<u32>) -> Vec<Block> {
        let mut blocks = vec![self.corner(composer)];
        blocks.extend(self.parties(composer));
        blocks.push(self.title(composer));
        blocks.push(self.table(composer));
        blocks.extend(self.in_words(composer));
        blocks.extend(self.attachment(composer, pages));
        blocks.extend(self.signatures(composer));
        blocks.extend(notes(composer));
        blocks
    }

    /// Top right: which form this is.
    fn corner(&self, composer: &Composer<'_>) -> Block {
        let mut free = 1.0;
        let mut columns = Vec::new();
        for tongue in composer.tongues() {
            let line = |key: &str| Para::new(tongue, word(tongue, key)).size(SMALL + 0.5).left();
            let form = line("paper-electronic-form").before(1.5);
            columns.push((CORNER, vec![line("paper-act-appendix").into(), form.into()]));
            free -= CORNER;
        }
        columns.insert(0, (free, Vec::new()));
        Side::new(columns).into()
    }

    /// Customer and contractor, each on a line, with the numbers in boxes at the right.
    fn parties(&self, composer: &Composer<'_>) -> Vec<Block> {
        let tongue = composer.tongue;
        let head = Para::new(tongue, label(composer, "paper-iin-bin")).size(SIZE).center().into();
        let mut first = Side::new(vec![(PARTY, Vec::new()), (0.81 - PARTY, Vec::new()), (0.19, vec![head])]);
        first.boxed = vec![false, false, true];
        first.gap = 8.0;
        first.before = 2.0;
        first.keep = true;
        let party = |key: &str, body: &Body| {
            let name = labels(composer, key, SIZE, Align::Left);
            let mut full: Vec<(Tongue, String)> =
                composer.tongues().into_iter().map(|tongue| (tongue, body.full(tongue))).collect();
            full.dedup_by(|one, other| one.1 == other.1);
            let mut value: Vec<Block> = full
                .into_iter()
                .map(|(tongue, text)| Para::new(tongue, text).size(SIZE).left().ruled().into())
                .collect();
            let caption = Para::new(tongue, label(composer, "paper-act-party-caption"))
                .size(SMALL)
                .center()
                .before(2.0);
            value.push(caption.into());
            let bin = body.bin.clone().unwrap_or_else(|| "\u{A0}".to_owned());
            let number =
                vec![Block::Gap(4.0), Para::new(tongue, bin).size(SIZE + 1.0).center().before(4.0).into()];
            let mut side = Side::new(vec![(PARTY, name), (0.81 - PARTY, value), (0.19, number)]);
            side.boxed = vec![false, false, true];
            side.gap = 8.0;
            side.keep = true;
            Block::Side(side)
        };
        vec![
            first.into(),
            party("paper-act-customer", &self.customer),
            party("paper-act-contractor", &self.contractor),
        ]
    }

    fn title(&self, composer: &Composer<'_>) -> Block {
        let tongue = composer.tongue;
        let title: Vec<Block> = std::iter::once(Block::Gap(4.0))
            .chain(composer.tongues().into_iter().map(|tongue| {
                Block::Para(Para::new(tongue, word(tongue, "paper-act-title")).title().size(12.0).center())
            }))
            .collect();
        let cell = |key: &str, value: &str| {
            let mut blocks = labels(composer, key, SMALL + 0.5, Align::Center);
            blocks.push(
                Para::new(tongue, value.to_owned()).size(SIZE + 1.0).center().bold().before(2.0).into(),
            );
            blocks
        };
        let mut side = Side::new(vec![
            (0.62, title),
            (0.19, cell("paper-act-number", &self.number)),
            (0.19, cell("paper-act-date", &words::format::date(self.date))),
        ]);
        side.boxed = vec![false, true, true];
        side.gap = 0.0;
        side.before = 8.0;
        side.keep = true;
        side.into()
    }

    fn table(&self, composer: &Composer<'_>) -> Block {
        let tongue = composer.tongue;
        let head = |key: &str| Cell::head(labels(composer, key, SIZE - 1.0, Align::Center));
        let numbers = (1..=7)
            .map(|number| {
                Cell::head(vec![Para::new(tongue, number.to_string()).size(SIZE - 1.0).center().into()])
            })
            .collect();
        let each = |text: &Both, align: Align| {
            let text = |tongue| text.get(tongue).to_owned();
            Cell::new(stacked(composer, text, |para| para.size(SIZE).align(align)))
        };
        let center = |text: String| Cell::from(Para::new(tongue, text).size(SIZE).center());
        let right = |text: String| Cell::from(Para::new(tongue, text).size(SIZE).right());
        let mut rows: Vec<Vec<Cell>> = self
            .rows
            .iter()
            .enumerate()
            .map(|(index, row)| {
                vec![
                    center((index + 1).to_string()),
                    each(&row.service, Align::Left),
                    center(row.date.map(words::format::date).unwrap_or_default()),
                    each(&row.unit, Align::Center),
                    right(row.quantity.to_string()),
                    right(amount(row.price)),
                    right(amount(row.cost)),
                ]
            })
            .collect();
        let quantity: u64 = self.rows.iter().map(|row| u64::from(row.quantity)).sum();
        let bold = |text: String| Para::new(tongue, text).size(SIZE).bold();
        rows.push(vec![
            Cell::from(bold(label(composer, "paper-total")).right()).over(4, 1),
            Cell::from(bold(quantity.to_string()).right()),
            Cell::from(bold("х".to_owned()).center()),
            Cell::from(bold(amount(self.total)).right()),
        ]);
        Table {
            before: 8.0,
            columns: COLUMNS.to_vec(),
            head: vec![
                vec![
                    head("paper-act-column-number").over(1, 2),
                    head("paper-act-column-service").over(1, 2),
                    head("paper-act-column-date").over(1, 2),
                    head("paper-act-column-unit").over(1, 2),
                    head("paper-act-column-rendered").over(3, 1),
                ],
                vec![
                    head("paper-act-column-quantity"),
                    head("paper-act-column-price"),
                    head("paper-act-column-cost"),
                ],
                numbers,
            ],
            rows,
            tail: 1,
            keep: true,
            padding: (3.0, 2.0),
        }
        .into()
    }

    fn in_words(&self, composer: &Composer<'_>) -> Vec<Block> {
        composer
            .tongues()
            .into_iter()
            .map(|tongue| {
                let text =
                    say(tongue, "paper-act-in-words", &[("words", spell::sum(tongue, self.total).into())]);
                Para::new(tongue, text).size(SIZE).left().keep().before(3.0).into()
            })
            .collect()
    }

    fn attachment(&self, composer: &Composer<'_>, pages: Option<u32>) -> Vec<Block> {
        composer
            .tongues()
            .into_iter()
            .map(|tongue| {
                let pages = pages.map_or_else(|| "_______".to_owned(), |pages| pages.to_string());
                let text = say(tongue, "paper-act-attachment", &[("pages", pages.into())]);
                Para::new(tongue, text).size(SIZE).left().keep().before(4.0).into()
            })
            .collect()
    }

    /// Both halves side by side: position, signature and name on one line each, captions under them.
    fn signatures(&self, composer: &Composer<'_>) -> Vec<Block> {
        let tongue = composer.tongue;
        let head = |key: &str| -> Vec<Block> {
            composer
                .tongues()
                .into_iter()
                .map(|tongue| Para::new(tongue, word(tongue, key)).size(SIZE).left().bold().into())
                .collect()
        };
        let mut heads =
            Side::new(vec![(1.0, head("paper-act-handed-over")), (1.0, head("paper-act-accepted"))]);
        heads.before = 8.0;
        let mut lines = Side::new(Vec::new());
        for (index, signer) in [&self.contractor_signer, &self.customer_signer].into_iter().enumerate() {
            if index > 0 {
                lines.columns.push((0.35, Vec::new()));
            }
            let position = signer.as_ref().map(|signer| both(composer, &signer.position)).unwrap_or_default();
            let name = signer.as_ref().map(|signer| signer.name.clone()).unwrap_or_default();
            for (share, value, caption) in [
                (0.95, position, "paper-caption-position"),
                (0.65, String::new(), "paper-caption-signature"),
                (1.4, name, "paper-caption-name"),
            ] {
                let value = if value.is_empty() { "\u{A0}".to_owned() } else { value };
                let mut column: Vec<Block> =
                    vec![Para::new(tongue, value).size(SIZE).center().ruled().into()];
                let caption = Para::new(tongue, label(composer, caption)).size(SMALL).center().before(1.5);
                column.push(caption.into());
                lines.columns.push((share, column));
            }
        }
        lines.gap = 6.0;
        lines.before = 2.0;
        let below = |signer: Option<&Signer>, accepted: Option<String>| {
            let mut blocks: Vec<Block> = Vec::new();
            if let Some(signature) = signer.and_then(|signer| signer.signature.as_ref()) {
                let text = say(tongue, "paper-signed", &[("signature", signature.as_str().into())]);
                blocks.push(Para::new(tongue, text).size(SMALL + 0.5).left().italic().into());
            }
            if let Some(accepted) = accepted {
                blocks.push(Para::new(tongue, accepted).size(SIZE).left().before(3.0).into());
            }
            blocks.push(
                Para::new(tongue, label(composer, "paper-act-seal-place"))
                    .size(SIZE)
                    .left()
                    .before(3.0)
                    .into(),
            );
            blocks
        };
        let accepted = self.accepted.map_or_else(|| "____________________".to_owned(), words::format::date);
        let accepted = format!("{} {accepted}", label(composer, "paper-act-accepted-on"));
        let mut ends = Side::new(vec![
            (1.0, below(self.contractor_signer.as_ref(), None)),
            (1.0, below(self.customer_signer.as_ref(), Some(accepted))),
        ]);
        ends.before = 4.0;
        for side in [&mut heads, &mut ends] {
            side.gap = 40.0;
        }
        let kept = [heads, lines].into_iter().map(|side| Side { keep: true, ..side });
        kept.chain([ends]).map(Block::Side).collect()
    }
}

fn notes(composer: &Composer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, tongue) in composer.tongues().into_iter().enumerate() {
        for (line, key) in
            ["paper-act-notes", "paper-act-note-one", "paper-act-note-two"].into_iter().enumerate()
        {
            let before = match (index, line) {
                (0, 0) => 8.0,
                (_, 0) => 3.0,
                (_, _) => 1.0,
            };
            let para = Para::new(tongue, word(tongue, key)).size(SMALL + 0.5).left().before(before);
            blocks.push(if line < 2 { para.keep() } else { para }.into());
        }
    }
    blocks
}
