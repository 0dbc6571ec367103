//! Pages become operators: printpdf writes them, every piece of text marked for the structure tree.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{DictItem, FontId, Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt};

use crate::Failure;
use crate::fonts::{self, Embedded, Face};
use crate::page::MM;
use crate::paginate::{Page, Placed};
use crate::qr;
use crate::tags::{Extra, Tree};
use crate::text::Set;

/// A face a paper uses and its cut.
pub(crate) type Faces = BTreeMap<Face, std::borrow::Cow<'static, Embedded>>;

/// Cut faces for all glyphs on the pages.
///
/// # Errors
/// [`Failure::BrokenFont`] when a glyph cannot be read.
pub(crate) fn faces(pages: &[Page], stamp: Option<&Set>) -> Result<Faces, Failure> {
    let mut used: BTreeMap<Face, BTreeSet<u16>> = BTreeMap::new();
    let mut seen: [Vec<bool>; 3] = Default::default();
    let sets = pages.iter().flat_map(|page| &page.lines).flat_map(|placed| &placed.line.strings).chain(stamp);
    for set in sets {
        let Some(seen) = seen.get_mut(set.face.index()) else { continue };
        for (glyph, _) in &set.glyphs {
            let at = usize::from(*glyph);
            if seen.len() <= at {
                seen.resize(at + 1, false);
            }
            if let Some(slot) = seen.get_mut(at)
                && !*slot
            {
                *slot = true;
                used.entry(set.face).or_default().insert(*glyph);
            }
        }
    }
    used.into_iter().map(|(face, glyphs)| Ok((face, fonts::font(face)?.embed(face, &glyphs)?))).collect()
}

/// The operators of every page. Marked content is entered into `tree`.
pub(crate) fn contents(
    pages: Vec<Page>,
    faces: &Faces,
    tree: &mut Tree,
    stamp: Option<&Set>,
) -> Vec<Vec<u8>> {
    let mut document = PdfDocument::new("");
    for (index, page) in pages.into_iter().enumerate() {
        let (width, height) = (page.sheet.width, page.sheet.height);
        let mut pen = Pen { faces, height, ops: Vec::new(), font: None, x: 0, y: 0, number: 0 };
        if let Some(stamp) = stamp {
            pen.stamp(stamp, width);
        }
        pen.strokes(page.strokes);
        pen.lines(page.lines, index, tree);
        document.pages.push(PdfPage::new(Mm(width / MM), Mm(height / MM), pen.ops));
    }
    // Our own glyph strings are operators printpdf has no name for.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut written = document.to_lopdf_document(&options, &mut Vec::new());
    let streams: Vec<lopdf::ObjectId> = written
        .get_pages()
        .into_values()
        .map(|page| written.get_page_contents(page).first().copied().unwrap_or_default())
        .collect();
    streams
        .into_iter()
        .map(|id| match written.get_object_mut(id) {
            Ok(lopdf::Object::Stream(stream)) => std::mem::take(&mut stream.content),
            Ok(_) | Err(_) => Vec::new(),
        })
        .collect()
}

struct Pen<'a> {
    faces: &'a Faces,
    height: f32,
    ops: Vec<Op>,
    font: Option<(Face, i32)>,
    /// Start of the current line of text, hundredths of a point.
    x: i32,
    y: i32,
    /// Next number of marked content on the page.
    number: usize,
}

/// Hundredths of a point: all places are whole ones, so that a paper is the same on every machine.
#[expect(clippy::cast_possible_truncation, reason = "a page is some tens of thousands of hundredths wide")]
fn hundredths(points: f32) -> i32 {
    (points * 100.0).round() as i32
}

#[expect(
    clippy::cast_precision_loss,
    reason = "hundredths of a point on a page are far below sixteen million"
)]
fn number(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}

impl Pen<'_> {
    fn raw(&mut self, key: &str, values: impl IntoIterator<Item = i32>) {
        let value = values.into_iter().map(|value| DictItem::Real(number(value))).collect();
        self.ops.push(Op::Unknown { key: key.to_owned(), value });
    }

    fn up(&self, y: f32) -> i32 {
        hundredths(self.height) - hundredths(y)
    }

    fn artifact(&mut self) {
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
    }

    fn end(&mut self) {
        self.ops.push(Op::EndMarkedContent);
    }

    /// The draft's word across the page, under the text.
    fn stamp(&mut self, stamp: &Set, width: f32) {
        self.artifact();
        self.ops.push(Op::SaveGraphicsState);
        self.raw("g", [86]);
        self.ops.push(Op::StartTextSection);
        let half: i32 = fonts::font(stamp.face)
            .map(|font| {
                stamp.glyphs.iter().map(|(id, more)| font.width(*id) + i32::from(*more)).sum::<i32>() / 2
            })
            .unwrap_or(0);
        // Turned by 45°: sine and cosine are 0.71.
        #[expect(clippy::cast_precision_loss, reason = "half the width of a word")]
        let back = half as f32 * stamp.size / 1000.0 * 0.707;
        let (x, y) = (width / 2.0 - back + stamp.size * 0.24, self.height / 2.0 - back - stamp.size * 0.24);
        self.set_font(stamp.face, stamp.size);
        self.raw("Tm", [71, 71, -71, 71, hundredths(x), hundredths(y)]);
        self.show(stamp);
        self.ops.push(Op::EndTextSection);
        self.ops.push(Op::RestoreGraphicsState);
        self.end();
        self.font = None;
    }

    /// Edges of cells, each drawn once though two cells share it, and joined along a column.
    fn strokes(&mut self, strokes: Vec<[f32; 4]>) {
        if strokes.is_empty() {
            return;
        }
        let mut across: BTreeMap<i32, Vec<(i32, i32)>> = BTreeMap::new();
        let mut down: BTreeMap<i32, Vec<(i32, i32)>> = BTreeMap::new();
        for [x0, y0, x1, y1] in strokes {
            let (y0, y1) = (self.up(y0), self.up(y1));
            if y0 == y1 {
                across.entry(y0).or_default().push((hundredths(x0), hundredths(x1)));
            } else {
                down.entry(hundredths(x0)).or_default().push((y1, y0));
            }
        }
        self.artifact();
        self.raw("w", [50]);
        for (y, spans) in across {
            for (from, to) in joined(spans) {
                self.raw("m", [from, y]);
                self.raw("l", [to, y]);
            }
        }
        for (x, spans) in down {
            for (from, to) in joined(spans) {
                self.raw("m", [x, from]);
                self.raw("l", [x, to]);
            }
        }
        self.raw("S", []);
        self.end();
    }

    fn lines(&mut self, lines: Vec<Placed>, page: usize, tree: &mut Tree) {
        let mut open: Option<Option<usize>> = None;
        for placed in lines {
            let owner = (!placed.artifact).then_some(placed.line.node);
            if open != Some(owner) {
                if open.is_some() {
                    self.ops.push(Op::EndTextSection);
                    self.end();
                }
                self.begin(owner, page, tree);
                self.ops.push(Op::StartTextSection);
                (self.x, self.y) = (0, 0);
                open = Some(owner);
            }
            if let Some(code) = &placed.line.code {
                self.ops.push(Op::EndTextSection);
                let bbox = self.code(code, placed.x + code.left, placed.y - code.side);
                if let Some(Extra::Picture { bbox: known, .. }) =
                    owner.and_then(|owner| tree.nodes.get_mut(owner)).map(|node| &mut node.extra)
                {
                    *known = bbox;
                }
                self.ops.push(Op::StartTextSection);
                (self.x, self.y) = (0, 0);
            }
            let y = self.up(placed.y);
            for set in &placed.line.strings {
                if set.glyphs.is_empty() {
                    continue;
                }
                self.set_font(set.face, set.size);
                let x = hundredths(placed.x + set.x);
                let (dx, dy) = (number(x - self.x), number(y - self.y));
                self.ops.push(Op::SetTextCursor { pos: Point { x: Pt(dx), y: Pt(dy) } });
                (self.x, self.y) = (x, y);
                self.show(set);
            }
        }
        if open.is_some() {
            self.ops.push(Op::EndTextSection);
            self.end();
        }
    }

    fn begin(&mut self, owner: Option<usize>, page: usize, tree: &mut Tree) {
        let Some(node) = owner else {
            self.artifact();
            return;
        };
        let tag = tree.nodes.get(node).map_or("P", |node| node.role).to_owned();
        let number = i64::try_from(self.number).unwrap_or(0);
        let properties = DictItem::Dict { map: BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]) };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
        tree.content(node, page, self.number);
        self.number += 1;
    }

    fn set_font(&mut self, face: Face, size: f32) {
        let wanted = (face, hundredths(size));
        if self.font != Some(wanted) {
            let font = PdfFontHandle::External(FontId(face.resource().to_owned()));
            self.ops.push(Op::SetFont { font, size: Pt(number(wanted.1)) });
            self.font = Some(wanted);
        }
    }

    fn show(&mut self, set: &Set) {
        let Some(cut) = self.faces.get(&set.face) else { return };
        let mut items = Vec::new();
        let mut string: Vec<u8> = Vec::with_capacity(set.glyphs.len() * 2);
        for (glyph, more) in &set.glyphs {
            string.extend(cut.new_id(*glyph).to_be_bytes());
            if *more != 0 {
                items.push(DictItem::String { data: std::mem::take(&mut string), literal: true });
                items.push(DictItem::Int(-i64::from(*more)));
            }
        }
        if !string.is_empty() {
            items.push(DictItem::String { data: string, literal: true });
        }
        self.ops.push(Op::Unknown { key: "TJ".to_owned(), value: vec![DictItem::Array(items)] });
    }

    fn code(&mut self, code: &qr::Code, x: f32, y: f32) -> [f32; 4] {
        let module = code.side / f32::from(code.modules.max(1));
        let top = self.height - y;
        for (column, row, length) in &code.runs {
            let left = hundredths(x + f32::from(*column) * module);
            let right = hundredths(x + f32::from(column + length) * module);
            let upper = hundredths(top - f32::from(*row) * module);
            let lower = hundredths(top - f32::from(row + 1) * module);
            self.raw("re", [left, lower, right - left, upper - lower]);
        }
        self.raw("f", []);
        [x, top - code.side, x + code.side, top]
    }
}

/// Spans that touch or overlap become one.
fn joined(mut spans: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    spans.sort_unstable();
    let mut out: Vec<(i32, i32)> = Vec::new();
    for (from, to) in spans {
        match out.last_mut() {
            Some(last) if from <= last.1 + 2 => last.1 = last.1.max(to),
            Some(_) | None => out.push((from, to)),
        }
    }
    out
}
