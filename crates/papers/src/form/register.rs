//! Registers of the office: journals of applications, refusals, vouchers, payments, and any list on screen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::common::{Body, Both, Marks, Signer, both, heading, label, letterhead, signature, stacked};
use crate::compose::Composer;
use crate::failure::Unusable;
use crate::fonts::{self, Face};
use crate::page::{Align, Block, Cell, Para, Sheet, Table};
use crate::say::{say, word};
use crate::text::points;
use crate::{Failure, Tongue};

/// A register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Which register; its title and heads come from the words.
    pub register: RegisterKind,
    /// Title of a list that is none of the four.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Both>,
    /// The office.
    pub body: Body,
    /// Day of the print.
    pub date: NaiveDate,
    /// First and last day of what is listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// See `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The filter in force, name and value.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    /// Columns of a list that is none of the four; the four have their own.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// Rows, one text for each column; texts are printed as they are.
    pub rows: Vec<Vec<String>>,
    /// A last row of totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Vec<String>>,
    /// The official who signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Signer>,
    /// Language that stands first.
    #[serde(default)]
    pub language: Tongue,
    /// Marks of this copy.
    #[serde(default)]
    pub marks: Marks,
}

/// Which register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterKind {
    /// Journal of applications: number, received, name, ИИН, profession, decision, due.
    Applications,
    /// Journal of refusals: number, date, name, ИИН, paragraph, grounds, sent.
    Refusals,
    /// Journal of vouchers: number, issued, name, ИИН, profession, centre, last day, state.
    Vouchers,
    /// Journal of payments: act, received, payee, purpose, sum, order, due.
    Payments,
    /// Any other list.
    Other,
}

/// A filter in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Name.
    pub label: Both,
    /// Value.
    pub value: Both,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Head.
    pub heading: Both,
    /// Share of the width in hundredths or any other unit.
    #[serde(default = "one")]
    pub width: u16,
    /// Where the texts stand.
    #[serde(default)]
    pub align: Stand,
}

fn one() -> u16 {
    1
}

/// Where texts of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stand {
    /// Words.
    #[default]
    Left,
    /// Numbers, dates.
    Center,
    /// Sums.
    Right,
}

/// Head, width and place of the texts of a known column.
type Known = (&'static str, u16, Stand);

const APPLICATIONS: &[Known] = &[
    ("paper-register-number", 12, Stand::Center),
    ("paper-register-received", 9, Stand::Center),
    ("paper-register-name", 22, Stand::Left),
    ("paper-iin", 11, Stand::Center),
    ("paper-register-profession", 20, Stand::Left),
    ("paper-register-decision", 16, Stand::Left),
    ("paper-register-due", 10, Stand::Center),
];
const REFUSALS: &[Known] = &[
    ("paper-register-number", 12, Stand::Center),
    ("paper-register-date", 9, Stand::Center),
    ("paper-register-name", 22, Stand::Left),
    ("paper-iin", 11, Stand::Center),
    ("paper-register-paragraph", 7, Stand::Center),
    ("paper-register-grounds", 29, Stand::Left),
    ("paper-register-sent", 10, Stand::Center),
];
const VOUCHERS: &[Known] = &[
    ("paper-register-number", 11, Stand::Center),
    ("paper-register-issued", 9, Stand::Center),
    ("paper-register-name", 20, Stand::Left),
    ("paper-iin", 11, Stand::Center),
    ("paper-register-profession", 15, Stand::Left),
    ("paper-register-centre", 17, Stand::Left),
    ("paper-register-last-day", 9, Stand::Center),
    ("paper-register-state", 9, Stand::Left),
];
const PAYMENTS: &[Known] = &[
    ("paper-register-act", 12, Stand::Center),
    ("paper-register-received", 9, Stand::Center),
    ("paper-register-payee", 24, Stand::Left),
    ("paper-register-purpose", 24, Stand::Left),
    ("paper-register-sum", 11, Stand::Right),
    ("paper-register-order", 10, Stand::Center),
    ("paper-register-due", 10, Stand::Center),
];

const SIZE: f32 = 8.5;
/// Between the rule and the text of a cell.
const PADDING: f32 = 3.0;
/// The most that columns of words give up for columns of numbers.
const WORDS_GIVE: f32 = 0.45;

impl RegisterKind {
    fn known(self) -> &'static [Known] {
        match self {
            Self::Applications => APPLICATIONS,
            Self::Refusals => REFUSALS,
            Self::Vouchers => VOUCHERS,
            Self::Payments => PAYMENTS,
            Self::Other => &[],
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Applications => "paper-register-applications",
            Self::Refusals => "paper-register-refusals",
            Self::Vouchers => "paper-register-vouchers",
            Self::Payments => "paper-register-payments",
            Self::Other => "paper-register-other",
        }
    }
}

impl Register {
    fn title(&self, tongue: Tongue) -> String {
        self.title
            .as_ref()
            .map_or_else(|| word(tongue, self.register.title()), |title| title.get(tongue).to_owned())
    }

    fn columns(&self, composer: &Composer<'_>) -> Vec<(Cell, u16, Stand)> {
        if self.columns.is_empty() {
            let known = self.register.known().iter();
            return known.map(|(key, width, stand)| (heading(composer, key, SIZE), *width, *stand)).collect();
        }
        self.columns
            .iter()
            .map(|column| {
                let text = |tongue| column.heading.get(tongue).to_owned();
                let head = stacked(composer, text, |para| para.size(SIZE).center().bold());
                (Cell::head(head), column.width, column.align)
            })
            .collect()
    }

    /// Every row has a text for every column.
    fn check(&self, columns: usize) -> Result<(), Failure> {
        let wrong = |field: String, reason| Err(Failure::Unusable { field, reason });
        if columns == 0 {
            return wrong("columns".to_owned(), Unusable::Empty);
        }
        if let Some(index) = self.rows.iter().position(|row| row.len() != columns) {
            return wrong(format!("rows[{index}]"), Unusable::Columns);
        }
        match &self.total {
            Some(total) if total.len() != columns => wrong("total".to_owned(), Unusable::Columns),
            Some(_) | None => Ok(()),
        }
    }

    pub(crate) fn compose(&self, composer: &mut Composer<'_>) -> Result<(), Failure> {
        let columns = self.columns(composer);
        self.check(columns.len())?;
        let title = self.title(composer.tongue);
        composer.name(title.clone(), format!("{title}, {}", words::format::date(self.date)));
        let view = &*composer;
        let mut blocks = letterhead(view, &self.body);
        for (index, tongue) in view.tongues().into_iter().enumerate() {
            let para =
                Para::new(tongue, self.title(tongue)).title().before(if index == 0 { 8.0 } else { 0.0 });
            blocks.push(if index == 0 { para } else { para.no_bookmark() }.into());
        }
        if let (Some(from), Some(to)) = (self.from, self.to) {
            for tongue in view.tongues() {
                let period = say(
                    tongue,
                    "paper-register-period",
                    &[("from", words::format::date(from).into()), ("to", words::format::date(to).into())],
                );
                blocks.push(Para::new(tongue, period).size(10.0).center().keep().into());
            }
        }
        for parameter in &self.parameters {
            let text = format!("{}: {}", both(view, &parameter.label), both(view, &parameter.value));
            blocks.push(Para::new(view.tongue, text).size(9.0).left().keep().before(2.0).into());
        }
        blocks.push(self.table(view, &columns)?);
        let count = label(view, "paper-register-count");
        let count =
            Para::new(view.tongue, format!("{count}: {}", self.rows.len())).size(9.5).left().before(6.0);
        blocks.push(if self.signer.is_some() { count.keep() } else { count }.into());
        if let Some(signer) = &self.signer {
            blocks.push(signature(view, signer, None));
        }
        composer.section(Sheet::LANDSCAPE, &blocks)?;
        Ok(())
    }

    fn table(&self, composer: &Composer<'_>, columns: &[(Cell, u16, Stand)]) -> Result<Block, Failure> {
        let tongue = composer.tongue;
        let number = |text: String| Cell::from(Para::new(tongue, text).size(SIZE).center());
        let mut head = vec![heading(composer, "paper-number-sign", SIZE)];
        head.extend(columns.iter().map(|column| column.0.clone()));
        let cells = |texts: &[String], first: Cell, bold: bool| {
            let mut cells = vec![first];
            cells.extend(texts.iter().zip(columns).map(|(text, (_, _, stand))| {
                let align = match stand {
                    Stand::Left => Align::Left,
                    Stand::Center => Align::Center,
                    Stand::Right => Align::Right,
                };
                let para = Para::new(tongue, text.clone()).size(SIZE).align(align);
                Cell::from(if bold { para.bold() } else { para })
            }));
            cells
        };
        let mut rows: Vec<Vec<Cell>> = self
            .rows
            .iter()
            .enumerate()
            .map(|(index, row)| cells(row, number((index + 1).to_string()), false))
            .collect();
        if let Some(total) = &self.total {
            rows.push(cells(total, number(String::new()), true));
        }
        let shares: u16 = columns.iter().map(|column| column.1).fold(0, u16::saturating_add);
        let mut widths = vec![f32::from(shares) * 0.045];
        widths.extend(columns.iter().map(|column| f32::from(column.1)));
        Ok(Table {
            before: 6.0,
            columns: self.whole_numbers(columns, widths)?,
            head: vec![head],
            rows,
            tail: usize::from(self.total.is_some()),
            keep: true,
            padding: (PADDING, 2.0),
        }
        .into())
    }

    /// Whether a column holds words; one that stands left and has nothing but numbers of papers does not.
    fn has_words(&self, place: usize, stand: Stand) -> bool {
        let mut texts = self.rows.iter().filter_map(|row| row.get(place)).filter(|text| !text.is_empty());
        let is_number = |text: &String| !text.contains(' ') && text.contains(|c: char| c.is_ascii_digit());
        stand == Stand::Left && !(texts.clone().next().is_some() && texts.all(is_number))
    }

    /// Widths of the columns, that of the row number first, in which no date, number or sum is broken: what such
    /// a column lacks is taken from the columns of words, which break well. Shares that suffice stay as they are,
    /// and so do those of a sheet that is too narrow for its numbers.
    fn whole_numbers(&self, columns: &[(Cell, u16, Stand)], shares: Vec<f32>) -> Result<Vec<f32>, Failure> {
        let all: f32 = shares.iter().sum();
        let unit = Sheet::LANDSCAPE.frame_width() / all.max(0.001);
        let mut widths: Vec<f32> = shares.iter().map(|share| share * unit).collect();
        let mut lacks = 0.0;
        let of_words: Vec<bool> =
            columns.iter().enumerate().map(|(place, column)| self.has_words(place, column.2)).collect();
        for (place, (_, _, stand)) in columns.iter().enumerate() {
            let of_words = of_words.get(place).copied().unwrap_or(true);
            let Some(width) = widths.get_mut(place + 1).filter(|_| !of_words) else { continue };
            let mut needs = 0.0_f32;
            for row in self.rows.iter().chain(&self.total) {
                // A sum stays whole with its spaces.
                let tie = if *stand == Stand::Right { '\n' } else { ' ' };
                for word in row.get(place).iter().flat_map(|text| text.split(tie)) {
                    needs = needs.max(width_of(word)?);
                }
            }
            if needs > *width {
                lacks += needs - *width;
                *width = needs;
            }
        }
        let is_words =
            |place: usize| place.checked_sub(1).and_then(|at| of_words.get(at)).copied().unwrap_or(false);
        let words: f32 =
            widths.iter().enumerate().filter(|(at, _)| is_words(*at)).map(|(_, width)| width).sum();
        if lacks == 0.0 || lacks > words * WORDS_GIVE {
            return Ok(shares);
        }
        for (_, width) in widths.iter_mut().enumerate().filter(|(at, _)| is_words(*at)) {
            *width *= 1.0 - lacks / words;
        }
        Ok(widths)
    }
}

/// What a cell needs so that a word stands in it unbroken, with room for a hyphen it will not have.
fn width_of(word: &str) -> Result<f32, Failure> {
    let font = fonts::font(Face::Bold)?;
    let advances = font.measure(word).iter().map(|glyph| glyph.advance).sum::<i32>();
    Ok(points(advances + font.width(font.hyphen()), SIZE) + 2.0 * PADDING + 0.5)
}
