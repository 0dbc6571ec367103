//! Paragraphs become lines: words are measured once and kept, spaces spread, hyphens added.

use std::collections::HashMap;
use std::rc::Rc;

use crate::fonts::{self, Face, Font, Glyph, LINE_END_HYPHEN};
use crate::linebreak::{self, Edge, Item};
use crate::page::{Align, Para};
use crate::tie::{glue, is_fixed_space};
use crate::{Failure, Tongue, hyph};

/// A line ready to be drawn. Lengths are points; `ascent` is from its top to the base line.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// Empty height above, part of the paragraph's distance to what precedes it.
    pub(crate) before: f32,
    pub(crate) height: f32,
    pub(crate) ascent: f32,
    pub(crate) strings: Vec<Set>,
    /// Line drawn under the text from left to right edge.
    pub(crate) rule: Option<(f32, f32)>,
    /// A two-dimensional code instead of text.
    pub(crate) code: Option<Rc<crate::qr::Code>>,
    /// Whose text it is in the tree of the paper's structure.
    pub(crate) node: usize,
    /// The line may not be the first of its paragraph on a page (the last word line of two).
    pub(crate) of_paragraph: (usize, usize),
}

/// Glyphs of one face and size on a base line.
#[derive(Debug, Clone)]
pub(crate) struct Set {
    pub(crate) x: f32,
    pub(crate) face: Face,
    pub(crate) size: f32,
    /// Glyph and what to add to its width, in thousandths of the size.
    pub(crate) glyphs: Vec<(u16, i16)>,
}

/// A word cut where it may be divided.
#[derive(Debug)]
struct Word {
    pieces: Vec<Piece>,
}

#[derive(Debug)]
struct Piece {
    /// Glyph, width correction.
    glyphs: Vec<(u16, i16)>,
    width: i32,
    after: After,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// The word ends.
    End,
    /// A hyphen is added when the line ends here.
    Hyphen,
    /// The line may end here as it is: behind a hyphen or a slash.
    Plain,
    /// A no-break space follows.
    Space,
}

/// Words measured so far. Measuring is the dearest step of a letter and its words repeat.
#[derive(Debug, Default)]
pub(crate) struct Words {
    known: HashMap<(Face, Tongue), HashMap<Box<str>, Rc<Word>>>,
    count: usize,
}

/// Kept words before the store is emptied: names of a long batch must not fill the memory.
const WORDS_MAX: usize = 40_000;
/// Height of a line by type size.
const LEADING: f32 = 1.17;
/// What a hyphen costs beside stretched spaces, in a justified text and in a ragged one.
const HYPHEN_COST: f32 = 130.0;
const RAGGED_HYPHEN_COST: f32 = 3_000.0;
/// The widest a space is stretched by, in thousandths of the size: four times itself in all.
const HOLE: f32 = 750.0;
const PLAIN_COST: f32 = 10.0;
const ANYWHERE_COST: f32 = 400.0;

enum Atom {
    Piece { word: Rc<Word>, index: usize },
    Glyph { word: Rc<Word>, index: usize, glyph: usize },
    Space,
    Mark,
}

struct Placed {
    atom: Atom,
    face: Face,
}

impl Words {
    /// Lines of `para` in a column `width` points wide.
    ///
    /// # Errors
    /// [`Failure::Unprintable`] when a letter has no glyph.
    pub(crate) fn set(&mut self, para: &Para, width: f32, node: usize) -> Result<Vec<Line>, Failure> {
        let size = para.size;
        let mut items = Vec::new();
        let mut atoms: Vec<Placed> = Vec::new();
        let column = width - para.indent;
        let hyphen_cost = if para.align == Align::Justify { HYPHEN_COST } else { RAGGED_HYPHEN_COST };
        for run in &para.runs {
            let font = fonts::font(run.face)?;
            let space = font.width(font.space());
            let hyphen = font.width(font.hyphen());
            let text = glue(&run.text);
            let tongue = run.tongue.unwrap_or(para.tongue);
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    items.push(Item::Forced);
                    atoms.push(Placed { atom: Atom::Mark, face: run.face });
                }
                for (index, token) in line.split(' ').enumerate() {
                    if index > 0 {
                        items.push(glue_item(space, size, true));
                        atoms.push(Placed { atom: Atom::Space, face: run.face });
                    }
                    if token.is_empty() {
                        continue;
                    }
                    let word = self.word(token, run.face, tongue, font)?;
                    // What is tied together and wider than the column is torn after all, or it would be cut off.
                    let torn = points(word.tied_width(space, hyphen), size) > column;
                    for (index, piece) in word.pieces.iter().enumerate() {
                        let wide = points(piece.width, size);
                        if wide + points(hyphen, size) > column {
                            for (glyph, (id, more)) in piece.glyphs.iter().enumerate() {
                                if glyph > 0 {
                                    items.push(Item::Break { hyphen: 0.0, cost: ANYWHERE_COST });
                                    atoms.push(Placed { atom: Atom::Mark, face: run.face });
                                }
                                items.push(Item::Box {
                                    width: points(font.width(*id) + i32::from(*more), size),
                                });
                                atoms.push(Placed {
                                    atom: Atom::Glyph { word: Rc::clone(&word), index, glyph },
                                    face: run.face,
                                });
                            }
                        } else {
                            items.push(Item::Box { width: wide });
                            atoms.push(Placed {
                                atom: Atom::Piece { word: Rc::clone(&word), index },
                                face: run.face,
                            });
                        }
                        match piece.after {
                            After::End => {}
                            After::Hyphen => {
                                items.push(Item::Break { hyphen: points(hyphen, size), cost: hyphen_cost });
                                atoms.push(Placed { atom: Atom::Mark, face: run.face });
                            }
                            After::Plain => {
                                items.push(Item::Break { hyphen: 0.0, cost: PLAIN_COST });
                                atoms.push(Placed { atom: Atom::Mark, face: run.face });
                            }
                            After::Space => {
                                items.push(glue_item(space, size, torn));
                                atoms.push(Placed { atom: Atom::Space, face: run.face });
                            }
                        }
                    }
                }
            }
        }
        let edge = match para.align {
            Align::Justify => Edge::Even,
            Align::Left | Align::Right => Edge::Ragged,
            Align::Center => Edge::Balanced,
        };
        let spans = linebreak::lines(&items, column - para.first, column, edge);
        let count = spans.len();
        let mut lines = Vec::with_capacity(count);
        for (index, span) in spans.into_iter().enumerate() {
            let first = if index == 0 { para.first } else { 0.0 };
            let line = Setting {
                para,
                items: &items,
                atoms: &atoms,
                room: column - first,
                left: para.indent + first,
            };
            let mut line = line.line(span)?;
            if index == 0 {
                line.before = para.before;
                if let Some(mark) = &para.mark {
                    let mark = self.mark(mark, para)?;
                    line.strings.insert(0, mark);
                }
            }
            line.node = node;
            line.of_paragraph = (index, count);
            lines.push(line);
        }
        Ok(lines)
    }

    fn mark(&mut self, mark: &str, para: &Para) -> Result<Set, Failure> {
        let face = para.runs.first().map_or(Face::Regular, |run| run.face);
        let font = fonts::font(face)?;
        let mark = glue(mark).replace(' ', "\u{A0}");
        let word = self.word(&mark, face, para.tongue, font)?;
        let mut glyphs: Vec<(u16, i16)> = Vec::new();
        for piece in &word.pieces {
            glyphs.extend(&piece.glyphs);
            if piece.after == After::Space {
                glyphs.push((font.space(), 0));
            }
        }
        // A reader of the file sees the mark and the text as two words.
        glyphs.push((font.space(), 0));
        Ok(Set { x: 0.0_f32.max(para.indent - 16.0), face, size: para.size, glyphs })
    }

    fn word(&mut self, text: &str, face: Face, tongue: Tongue, font: &Font) -> Result<Rc<Word>, Failure> {
        if let Some(word) = self.known.get(&(face, tongue)).and_then(|words| words.get(text)) {
            return Ok(Rc::clone(word));
        }
        if self.count >= WORDS_MAX {
            self.known.clear();
            self.count = 0;
        }
        let word = Rc::new(Word::measure(text, tongue, font)?);
        self.known.entry((face, tongue)).or_default().insert(text.into(), Rc::clone(&word));
        self.count += 1;
        Ok(word)
    }
}

impl Word {
    fn measure(text: &str, tongue: Tongue, font: &Font) -> Result<Self, Failure> {
        let mut pieces = Vec::new();
        let parts: Vec<&str> = text.split(is_fixed_space).collect();
        let last = parts.len().saturating_sub(1);
        for (index, part) in parts.into_iter().enumerate() {
            let glyphs = font.measure(part);
            if let Some(glyph) = glyphs.iter().find(|glyph| glyph.id == 0) {
                let character =
                    part.get(glyph.at..).and_then(|rest| rest.chars().next()).unwrap_or('\u{FFFD}');
                return Err(Failure::Unprintable { field: String::new(), character });
            }
            let mut cuts: Vec<(usize, After)> =
                hyph::points(part, tongue).into_iter().map(|at| (at, After::Hyphen)).collect();
            cuts.extend(plain_breaks(part).map(|at| (at, After::Plain)));
            cuts.sort_unstable_by_key(|cut| cut.0);
            cuts.push((usize::MAX, if index == last { After::End } else { After::Space }));
            let mut cuts = cuts.into_iter();
            let mut cut = cuts.next();
            let mut piece = Piece { glyphs: Vec::new(), width: 0, after: After::End };
            for glyph in &glyphs {
                while let Some((at, after)) = cut
                    && glyph.at >= at
                {
                    piece.after = after;
                    pieces.push(std::mem::replace(
                        &mut piece,
                        Piece { glyphs: Vec::new(), width: 0, after: After::End },
                    ));
                    cut = cuts.next();
                }
                piece.width += glyph.advance;
                piece.glyphs.push((glyph.id, correction(*glyph, font)));
            }
            piece.after = if index == last { After::End } else { After::Space };
            pieces.push(piece);
        }
        Ok(Self { pieces })
    }
}

impl Word {
    /// Width of the longest part that holds a no-break space and no place to break, in thousandths.
    fn tied_width(&self, space: i32, hyphen: i32) -> i32 {
        let (mut widest, mut width, mut tied) = (0, 0, false);
        for piece in &self.pieces {
            width += piece.width;
            if piece.after == After::Space {
                width += space;
                tied = true;
                continue;
            }
            if tied {
                widest = widest.max(width + hyphen);
            }
            (width, tied) = (0, false);
        }
        widest
    }
}

fn correction(glyph: Glyph, font: &Font) -> i16 {
    i16::try_from(glyph.advance - font.width(glyph.id)).unwrap_or(0)
}

/// One line being put together.
struct Setting<'a> {
    para: &'a Para,
    items: &'a [Item],
    atoms: &'a [Placed],
    room: f32,
    left: f32,
}

impl Setting<'_> {
    fn line(&self, span: linebreak::Span) -> Result<Line, Failure> {
        let size = self.para.size;
        let items = self.items.get(span.from..span.to).unwrap_or_default();
        let atoms = self.atoms.get(span.from..span.to).unwrap_or_default();
        let mut natural = 0.0;
        let mut spaces = 0_u16;
        for item in items {
            match item {
                Item::Box { width } => natural += width,
                Item::Glue { width, .. } => {
                    natural += width;
                    spaces += 1;
                }
                Item::Break { .. } | Item::Forced => {}
            }
        }
        let tail = atoms.last().map_or(Face::Regular, |placed| placed.face);
        if span.hyphen {
            let font = fonts::font(tail)?;
            natural += points(font.width(font.hyphen()), size);
        }
        let spread = self.para.align == Align::Justify && spaces > 0 && (!span.last || natural > self.room);
        let extra = if spread { (self.room - natural) / f32::from(spaces) * 1000.0 / size } else { 0.0 };
        // A line nothing can fill is better ragged than full of holes.
        let extra = if extra > HOLE { 0.0 } else { extra };
        // Whole thousandths, as a TJ operator is best read; the rest is far below a hair's breadth.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a space stretches by some hundreds of thousandths"
        )]
        let extra = extra.round() as i16;
        let x = match self.para.align {
            Align::Left | Align::Justify => self.left,
            Align::Center => self.left + ((self.room - natural) / 2.0).max(0.0),
            Align::Right => self.left + (self.room - natural).max(0.0),
        };
        let mut builder = Strings { sets: Vec::new(), x, size };
        for placed in atoms {
            let font = fonts::font(placed.face)?;
            match &placed.atom {
                Atom::Piece { word, index } => {
                    if let Some(piece) = word.pieces.get(*index) {
                        builder.push(placed.face, font, &piece.glyphs);
                    }
                }
                Atom::Glyph { word, index, glyph } => {
                    if let Some(one) = word.pieces.get(*index).and_then(|piece| piece.glyphs.get(*glyph)) {
                        builder.push(placed.face, font, &[*one]);
                    }
                }
                Atom::Space => builder.push(placed.face, font, &[(font.space(), extra)]),
                Atom::Mark => {}
            }
        }
        if span.hyphen {
            let font = fonts::font(tail)?;
            builder.push(tail, font, &[(font.hyphen(), 0)]);
        } else if !span.last && !matches!(self.items.get(span.to), Some(Item::Break { .. })) {
            // The space that was broken at stays in the file, so that lines read on as words.
            let font = fonts::font(tail)?;
            builder.push(tail, font, &[(font.space(), 0)]);
        }
        let leading = if self.para.ruled { 1.42 } else { LEADING };
        Ok(Line {
            height: size * leading,
            ascent: size * 0.89 * leading / LEADING,
            strings: builder.sets,
            rule: self.para.ruled.then_some((self.para.indent, self.para.indent + self.room)),
            ..Line::default()
        })
    }
}

struct Strings {
    sets: Vec<Set>,
    x: f32,
    size: f32,
}

impl Strings {
    fn push(&mut self, face: Face, font: &Font, glyphs: &[(u16, i16)]) {
        if self.sets.last().is_none_or(|set| set.face != face) {
            self.sets.push(Set { x: self.x, face, size: self.size, glyphs: Vec::with_capacity(64) });
        }
        let width: i32 = glyphs.iter().map(|(id, more)| font.width(*id) + i32::from(*more)).sum();
        self.x += points(width, self.size);
        if let Some(set) = self.sets.last_mut() {
            set.glyphs.extend(glyphs);
        }
    }
}

fn glue_item(space: i32, size: f32, breaks: bool) -> Item {
    let width = points(space, size);
    Item::Glue { width, stretch: width * 0.6, shrink: width * 0.22, breaks }
}

/// Points of a width in thousandths of the size.
pub(crate) fn points(thousandths: i32, size: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "widths of words are far below sixteen million")]
    let width = thousandths as f32;
    width * size / 1000.0
}

/// Places inside a word where a line may end without a hyphen being added.
///
/// Not behind the hyphen of `3-деңгейге`: a figure and its ending stay together.
fn plain_breaks(part: &str) -> impl Iterator<Item = usize> {
    let address = part.contains('@');
    let letters: Vec<(usize, char)> = part.char_indices().collect();
    let breaks: Vec<usize> = (1..letters.len())
        .filter_map(|index| {
            let before = letters.get(index.checked_sub(2)?)?.1;
            let (_, mark) = *letters.get(index - 1)?;
            let (at, after) = *letters.get(index)?;
            let divides = match mark {
                // Nor behind an abbreviation, whose ending hangs on it: «ӘРПК-нің».
                '-' | '–' | '—' => {
                    before.is_lowercase()
                        && after.is_alphabetic()
                        && index > 2
                        && letters.len() - index > 2
                        && !address
                }
                '/' => letters.len() - index > 1,
                _ => false,
            };
            divides.then_some(at)
        })
        .collect();
    breaks.into_iter()
}

impl Font {
    pub(crate) fn space(&self) -> u16 {
        self.glyph(' ')
    }

    pub(crate) fn hyphen(&self) -> u16 {
        self.glyph(LINE_END_HYPHEN)
    }
}

#[cfg(test)]
mod tests;
