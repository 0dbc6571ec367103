//! What the forms share: bodies, officials, persons, marks of a copy, and the pieces of a letter.

use serde::{Deserialize, Deserializer, Serialize};

use crate::compose::Composer;
use crate::page::{Align, Block, Cell, Para, Run, Side};
use crate::say::{say, word};
use crate::{Language, Tongue};

/// A text in both languages. A plain string stands for both.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Both {
    /// қазақша
    pub kk: String,
    /// по-русски
    pub ru: String,
}

impl Both {
    /// The text in one language; the other when this one is empty.
    #[must_use]
    pub fn get(&self, tongue: Tongue) -> &str {
        let (own, other) = match tongue {
            Tongue::Kk => (&self.kk, &self.ru),
            Tongue::Ru => (&self.ru, &self.kk),
        };
        if own.trim().is_empty() { other } else { own }
    }

    /// Whether neither language has a word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kk.trim().is_empty() && self.ru.trim().is_empty()
    }
}

impl From<&str> for Both {
    fn from(text: &str) -> Self {
        Self { kk: text.to_owned(), ru: text.to_owned() }
    }
}

impl<'de> Deserialize<'de> for Both {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> serde::de::Visitor<'de> for Reader {
            type Value = Both;
            fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                to.write_str("a text, or an object with the texts `kk` and `ru`")
            }
            fn visit_str<E>(self, text: &str) -> Result<Both, E> {
                Ok(Both::from(text))
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Both, A::Error> {
                let mut both = Both::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "kk" => both.kk = map.next_value()?,
                        "ru" => both.ru = map.next_value()?,
                        // Data of the edition carry English too; no paper is printed in it.
                        "en" => drop(map.next_value::<String>()?),
                        other => return Err(serde::de::Error::unknown_field(other, &["kk", "ru"])),
                    }
                }
                Ok(both)
            }
        }
        input.deserialize_any(Reader)
    }
}

/// A body: career centre, mobility centre, recognition centre.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Full name.
    pub name: Both,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Both>,
    /// Telephone, e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacts: Option<String>,
    /// БИН, or ИИН of an entrepreneur: twelve digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bin: Option<String>,
}

impl Body {
    /// Name, address and means of communication on one line.
    pub(crate) fn full(&self, tongue: Tongue) -> String {
        let mut parts = vec![self.name.get(tongue).to_owned()];
        parts.extend(self.address.as_ref().map(|address| address.get(tongue).to_owned()));
        parts.extend(self.contacts.clone());
        parts.retain(|part| !part.trim().is_empty());
        parts.join(", ")
    }
}

/// An official who signs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// Position held.
    pub position: Both,
    /// Surname and initials.
    pub name: String,
    /// Whose electronic signature the paper carries and since when, as a line of text; none on a paper
    /// that is signed by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
}

/// A person a paper is about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Surname, name and patronymic.
    pub name: String,
    /// ИИН: twelve digits.
    pub iin: String,
}

/// What a copy of a paper says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// Not final: the word «ЧЕРНОВИК» stands across every page.
    #[serde(default)]
    pub draft: bool,
    /// Decided here and not confirmed by the centre when it was printed; the footer says so.
    #[serde(default)]
    pub unconfirmed: bool,
    /// Number of the copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<u32>,
    /// A copy made again after the first.
    #[serde(default)]
    pub duplicate: bool,
}

/// The code by which the paper is verified.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// What the code holds.
    pub payload: String,
}

pub(crate) fn tenge(money: rules::money::Money) -> String {
    words::format::money(money.tiyn())
}

/// A sum without its sign, for columns whose head names the currency.
pub(crate) fn amount(money: rules::money::Money) -> String {
    words::format::money(money.tiyn()).trim_end_matches('₸').trim_end().to_owned()
}

/// Texts of the paper's languages joined on one line: «Барлығы / Итого».
pub(crate) fn label(composer: &Composer<'_>, key: &str) -> String {
    let texts: Vec<String> = composer.tongues().into_iter().map(|tongue| word(tongue, key)).collect();
    if texts.windows(2).all(|pair| pair.first() == pair.last()) {
        return texts.into_iter().next().unwrap_or_default();
    }
    texts.join(" / ")
}

/// A label as paragraphs under each other, one for each language.
pub(crate) fn labels(composer: &Composer<'_>, key: &str, size: f32, align: Align) -> Vec<Block> {
    stacked(composer, |tongue| word(tongue, key), |para| para.size(size).align(align))
}

/// The head of a column: the languages under each other, never a line that begins with a stroke.
pub(crate) fn heading(composer: &Composer<'_>, key: &str, size: f32) -> Cell {
    Cell::head(stacked(composer, |tongue| word(tongue, key), |para| para.size(size).center().bold()))
}

/// A text under each other in the languages of the paper, once when they say the same.
pub(crate) fn stacked(
    composer: &Composer<'_>,
    text: impl Fn(Tongue) -> String,
    look: impl Fn(Para) -> Para,
) -> Vec<Block> {
    let mut texts: Vec<(Tongue, String)> =
        composer.tongues().into_iter().map(|tongue| (tongue, text(tongue))).collect();
    texts.dedup_by(|one, other| one.1 == other.1);
    texts.into_iter().map(|(tongue, text)| look(Para::new(tongue, text)).into()).collect()
}

/// A text in the paper's languages on one line.
pub(crate) fn both(composer: &Composer<'_>, text: &Both) -> String {
    let texts: Vec<&str> = composer.tongues().into_iter().map(|tongue| text.get(tongue)).collect();
    if texts.windows(2).all(|pair| pair.first() == pair.last()) {
        return texts.first().copied().unwrap_or_default().to_owned();
    }
    texts.join(" / ")
}

/// Type size of a letter's text: two columns need smaller letters.
pub(crate) fn text_size(composer: &Composer<'_>) -> f32 {
    match composer.language {
        Language::Kk | Language::Ru => 11.5,
        Language::Both => 10.0,
    }
}

/// A paragraph of a letter.
pub(crate) fn plain(composer: &Composer<'_>, tongue: Tongue, text: impl Into<String>) -> Para {
    let indent = match composer.language {
        Language::Kk | Language::Ru => 28.0,
        Language::Both => 14.0,
    };
    Para::new(tongue, text).size(text_size(composer)).first(indent).before(3.5)
}

/// Title of a letter and what it is about, which Kazakh may say first.
pub(crate) fn titles(composer: &Composer<'_>, tongue: Tongue, title: &str, subject: &str) -> Vec<Block> {
    let size = text_size(composer);
    let title = Para::new(tongue, word(tongue, title)).title().size(size + 2.0).before(14.0);
    let subject = Para::new(tongue, word(tongue, subject)).size(size).center().bold().keep().before(1.0);
    vec![title.into(), subject.into()]
}

/// The same letter in the languages of the paper: one under its head, or two side by side.
pub(crate) fn letter(composer: &Composer<'_>, body: impl Fn(Tongue) -> Vec<Block>) -> Vec<Block> {
    match composer.language {
        Language::Kk | Language::Ru => body(composer.tongue),
        Language::Both => {
            vec![Block::Parallel { left: body(composer.tongue), right: body(composer.tongue.other()) }]
        }
    }
}

/// Head of a letter: the body that writes, in every language of the paper, and a line under it.
pub(crate) fn letterhead(composer: &Composer<'_>, body: &Body) -> Vec<Block> {
    let column = |tongue: Tongue| {
        let mut blocks: Vec<Block> =
            vec![Para::new(tongue, body.name.get(tongue)).size(11.0).center().bold().into()];
        if let Some(address) = &body.address {
            blocks.push(Para::new(tongue, address.get(tongue)).size(8.5).center().before(2.0).into());
        }
        let mut line = Vec::new();
        if let Some(bin) = &body.bin {
            line.push(format!("{}\u{A0}{bin}", word(tongue, "paper-bin")));
        }
        line.extend(body.contacts.clone());
        if !line.is_empty() {
            blocks.push(Para::new(tongue, line.join(", ")).size(8.5).center().into());
        }
        blocks
    };
    let columns = composer.tongues().into_iter().map(|tongue| (1.0, column(tongue))).collect();
    vec![Side::new(columns).into(), Block::Rule]
}

/// Number and date at the left, whom it is for at the right.
pub(crate) fn opening(
    composer: &Composer<'_>,
    number: &str,
    date: chrono::NaiveDate,
    person: &Person,
) -> Block {
    let size = text_size(composer);
    let tongue = composer.tongue;
    let dated = format!("№\u{A0}{number}");
    let left = vec![
        Para::new(tongue, dated).size(size).left().into(),
        Para::new(tongue, words::format::date(date)).size(size).left().into(),
    ];
    let right = vec![
        Para::new(tongue, person.name.clone()).size(size).left().bold().into(),
        Para::new(tongue, format!("{} {}", label(composer, "paper-iin"), person.iin).replace(' ', "\u{A0}"))
            .size(size)
            .left()
            .into(),
    ];
    let mut side = Side::new(vec![(1.0, left), (1.0, right)]);
    side.before = 8.0;
    side.gap = 16.0;
    side.into()
}

/// Position, a line for the signature, the name; the electronic signature and the code beside them.
/// Stays in one piece and never opens a page alone.
pub(crate) fn signature(composer: &Composer<'_>, signer: &Signer, seal: Option<&Seal>) -> Block {
    let size = text_size(composer);
    let tongue = composer.tongue;
    let mut position =
        stacked(composer, |tongue| signer.position.get(tongue).to_owned(), |para| para.size(size).left());
    if let Some(signature) = &signer.signature {
        let runs =
            vec![Run::italic(say(tongue, "paper-signed", &[("signature", signature.as_str().into())]))];
        position.push(Para { size: 8.5, align: Align::Left, before: 6.0, ..Para::runs(tongue, runs) }.into());
    }
    let mut line = vec![Block::Gap(1.0), Para::new(tongue, "\u{A0}").size(size).ruled().into()];
    line.extend(labels(composer, "paper-caption-signature", 7.5, Align::Center));
    let name = vec![Para::new(tongue, signer.name.clone()).size(size).left().into()];
    let mut columns = vec![(1.25, position), (0.8, line), (0.95, name)];
    if let Some(seal) = seal {
        let mut code = vec![Block::Code {
            payload: seal.payload.clone(),
            side: 82.0,
            says: label(composer, "paper-seal-says"),
        }];
        code.extend(labels(composer, "paper-seal-caption", 7.0, Align::Center));
        columns.push((0.75, code));
    }
    let mut side = Side::new(columns);
    side.before = 16.0;
    side.gap = 12.0;
    side.into()
}

impl From<Side> for Block {
    fn from(side: Side) -> Self {
        Self::Side(side)
    }
}

impl From<crate::page::Table> for Block {
    fn from(table: crate::page::Table) -> Self {
        Self::Table(table)
    }
}
