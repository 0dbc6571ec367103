//! A paper comes together: sections are laid out and counted, then numbered, marked and written.

use sha2::{Digest, Sha256};

use crate::fonts::{self, Face};
use crate::form::Marks;
use crate::layout::{Laid, Layout};
use crate::page::{Align, Block, Para, Sheet};
use crate::paginate::{self, Page, Placed};
use crate::pdfa::{self, About};
use crate::say::{say, word};
use crate::tags::{Kid, NodeId, Tree};
use crate::text::{Line, Set, Words};
use crate::{Failure, Language, Pdf, Tongue, pdf};

/// A paper in the making.
pub(crate) struct Composer<'w> {
    words: &'w mut Words,
    tree: Tree,
    pub(crate) language: Language,
    /// The language the paper as a whole is in; the first of two.
    pub(crate) tongue: Tongue,
    sections: Vec<Section>,
    title: String,
    /// Short name of the paper at the foot of every page.
    label: String,
}

struct Section {
    pages: Vec<Page>,
    node: NodeId,
}

const FOOT_SIZE: f32 = 8.0;
/// How much smaller a letter may be set to stay on one page: ten points become nine, and no less.
const SHADES: [f32; 4] = [0.975, 0.95, 0.925, 0.9];

impl<'w> Composer<'w> {
    pub(crate) fn new(words: &'w mut Words, language: Language, first: Tongue) -> Self {
        let tongue = match language {
            Language::Kk => Tongue::Kk,
            Language::Ru => Tongue::Ru,
            Language::Both => first,
        };
        Self {
            words,
            tree: Tree::new(),
            language,
            tongue,
            sections: Vec::new(),
            title: String::new(),
            label: String::new(),
        }
    }

    /// The languages of the paper in the order they stand in.
    pub(crate) fn tongues(&self) -> Vec<Tongue> {
        match self.language {
            Language::Kk => vec![Tongue::Kk],
            Language::Ru => vec![Tongue::Ru],
            Language::Both => vec![self.tongue, self.tongue.other()],
        }
    }

    /// Title of the file and name at the foot of its pages.
    pub(crate) fn name(&mut self, title: impl Into<String>, label: impl Into<String>) {
        self.title = title.into();
        self.label = label.into();
    }

    /// Lays a section out behind those before it; says how many pages it takes.
    ///
    /// # Errors
    /// [`Failure`] of a letter without a glyph or a code that does not fit.
    pub(crate) fn section(&mut self, sheet: Sheet, blocks: &[Block]) -> Result<usize, Failure> {
        let (laid, node) = self.lay(sheet, blocks, 1.0)?;
        let pages = paginate::paginate(laid, sheet);
        let count = pages.len();
        self.sections.push(Section { pages, node });
        Ok(count)
    }

    /// Lays a letter out. One that runs over its page by a little is set a shade smaller, so that no page
    /// holds a signature alone; a longer one is divided into even pages.
    ///
    /// # Errors
    /// As [`Composer::section`].
    pub(crate) fn letter(&mut self, blocks: &[Block]) -> Result<(), Failure> {
        let sheet = match self.language {
            Language::Kk | Language::Ru => Sheet::LETTER,
            Language::Both => Sheet::PAIR,
        };
        let (laid, node) = self.lay_to_fit(sheet, blocks)?;
        self.sections.push(Section { pages: paginate::evenly(laid, sheet), node });
        Ok(())
    }

    /// Lays a form out before all other sections, on one page if a shade smaller is enough for that: its
    /// text may state how many pages they take.
    ///
    /// # Errors
    /// As [`Composer::section`].
    pub(crate) fn form_in_front(&mut self, sheet: Sheet, blocks: &[Block]) -> Result<(), Failure> {
        let (laid, node) = self.lay_to_fit(sheet, blocks)?;
        self.sections.insert(0, Section { pages: paginate::paginate(laid, sheet), node });
        Ok(())
    }

    /// The section as designed; a shade smaller if that, and only that, brings it onto one page.
    fn lay_to_fit(&mut self, sheet: Sheet, blocks: &[Block]) -> Result<(Laid, NodeId), Failure> {
        let (laid, node) = self.lay(sheet, blocks, 1.0)?;
        let room = sheet.frame_height();
        let smallest = SHADES.last().copied().unwrap_or(1.0);
        // Letters smaller by a part take less by nearly twice that part: fewer lines, and lower ones.
        if laid.height() <= room || laid.height() * smallest * smallest > room {
            return Ok((laid, node));
        }
        for shade in SHADES {
            self.tree.take_back(node);
            let tried = self.lay(sheet, blocks, shade)?;
            if tried.0.height() <= room {
                return Ok(tried);
            }
        }
        self.tree.take_back(node);
        self.lay(sheet, blocks, 1.0)
    }

    fn lay(&mut self, sheet: Sheet, blocks: &[Block], shade: f32) -> Result<(Laid, NodeId), Failure> {
        let node = self.tree.add(Tree::ROOT, "Sect");
        let mut layout = Layout {
            words: self.words,
            tree: &mut self.tree,
            tongue: self.tongue,
            shade,
            laid: Laid::default(),
        };
        layout.blocks(blocks, sheet.frame_width(), node)?;
        Ok((layout.laid, node))
    }

    /// Numbers the pages, marks them and writes the file.
    ///
    /// # Errors
    /// [`Failure`] of a letter without a glyph or of a damaged font.
    pub(crate) fn finish(mut self, marks: &Marks) -> Result<Pdf, Failure> {
        let sections = std::mem::take(&mut self.sections);
        if let Some(root) = self.tree.nodes.get_mut(Tree::ROOT) {
            root.kids = sections.iter().map(|section| Kid::Node(section.node)).collect();
        }
        let mut pages: Vec<Page> = sections.into_iter().flat_map(|section| section.pages).collect();
        let count = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            self.foot(page, index + 1, count, marks)?;
            if index == 0 {
                self.head(page, marks)?;
            }
        }
        let stamp = if marks.draft { Some(self.stamp()?) } else { None };
        let about = About {
            title: std::mem::take(&mut self.title),
            tongue: self.tongue,
            sheets: pages.iter().map(|page| (page.sheet.width, page.sheet.height)).collect(),
            bookmarks: pages
                .iter_mut()
                .enumerate()
                .flat_map(|(index, page)| {
                    let height = page.sheet.height;
                    std::mem::take(&mut page.bookmarks)
                        .into_iter()
                        .map(move |(title, y)| (title, index, height - y + 6.0))
                })
                .collect(),
        };
        let faces = pdf::faces(&pages, stamp.as_ref())?;
        let contents = pdf::contents(pages, &faces, &mut self.tree, stamp.as_ref());
        let bytes = pdfa::assemble(&about, contents, &faces, &self.tree)?;
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Pdf { bytes, pages: u32::try_from(count).unwrap_or(u32::MAX), sha256 })
    }

    /// Name and page number; above them, when it is so, that the centre has not confirmed yet.
    fn foot(&mut self, page: &mut Page, number: usize, count: usize, marks: &Marks) -> Result<(), Failure> {
        let sheet = page.sheet;
        let width = sheet.frame_width();
        let mut y = sheet.height - sheet.bottom + 12.0;
        page.strokes.push([sheet.left, y, sheet.left + width, y]);
        y += 2.0;
        let share = 70.0;
        let label = Para::new(self.tongue, self.short_label(width - share)?).size(FOOT_SIZE).left();
        let numbers = Para::new(self.tongue, format!("{number} / {count}")).size(FOOT_SIZE).right();
        let mut below = self.artifact(page, &label, sheet.left, y, width - share)?;
        self.artifact(page, &numbers, sheet.left + width - share, y, share)?;
        if marks.unconfirmed {
            for tongue in self.tongues() {
                let note =
                    Para::new(tongue, word(tongue, "paper-mark-unconfirmed")).size(FOOT_SIZE).left().italic();
                below = self.artifact(page, &note, sheet.left, below, width)?;
            }
        }
        Ok(())
    }

    /// The name of the paper on one line: the sheet ends below, so a longer one is shortened here.
    fn short_label(&mut self, width: f32) -> Result<String, Failure> {
        let mut label = self.label.split_whitespace().collect::<Vec<_>>().join(" ");
        loop {
            let para = Para::new(self.tongue, label.as_str()).size(FOOT_SIZE).left();
            if self.words.set(&para, width, 0)?.len() < 2 {
                return Ok(label);
            }
            let kept = label.trim_end_matches('…').chars().count() * 9 / 10;
            label = label.chars().take(kept).chain(['…']).collect();
        }
    }

    /// What this copy is, in the corner of the first page.
    fn head(&mut self, page: &mut Page, marks: &Marks) -> Result<(), Failure> {
        let Some(copy) = marks.copy else { return Ok(()) };
        let key = if marks.duplicate { "paper-mark-duplicate" } else { "paper-mark-copy" };
        let texts: Vec<String> = self
            .tongues()
            .into_iter()
            .map(|tongue| say(tongue, key, &[("number", i64::from(copy).into())]))
            .collect();
        let para = Para::new(self.tongue, texts.join(" / ")).size(FOOT_SIZE).right().bold();
        let sheet = page.sheet;
        self.artifact(page, &para, sheet.left, sheet.top - 14.0, sheet.frame_width())?;
        Ok(())
    }

    /// Sets text outside the frame of the page; says where the next may begin.
    fn artifact(&mut self, page: &mut Page, para: &Para, x: f32, y: f32, width: f32) -> Result<f32, Failure> {
        let mut y = y;
        for line in self.words.set(para, width, 0)? {
            let (height, base) = (line.height, y + line.ascent);
            page.lines.push(Placed { x, y: base, line, artifact: true });
            y += height;
        }
        Ok(y)
    }

    /// The draft's word in every language of the paper.
    fn stamp(&mut self) -> Result<Set, Failure> {
        let texts: Vec<String> =
            self.tongues().into_iter().map(|tongue| word(tongue, "paper-mark-draft")).collect();
        let size = if texts.len() > 1 { 62.0 } else { 96.0 };
        let para = Para::new(self.tongue, texts.join(" / ")).size(size).align(Align::Left).face(Face::Bold);
        let lines: Vec<Line> = self.words.set(&para, 10_000.0, 0)?;
        let empty = Set { x: 0.0, face: Face::Bold, size, glyphs: Vec::new() };
        let _ = fonts::font(Face::Bold)?;
        Ok(lines.into_iter().flat_map(|line| line.strings).next().unwrap_or(empty))
    }
}
