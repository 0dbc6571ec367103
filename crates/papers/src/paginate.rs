//! Rows fill pages: heads stand again, titles stay with their text, no line is left alone.

use crate::layout::{Laid, Row, Stack};
use crate::page::Sheet;
use crate::text::Line;

/// A page with everything in its place. Points; `y` runs down from the top of the sheet.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) sheet: Sheet,
    pub(crate) lines: Vec<Placed>,
    /// Edges of cells and rules: x, y to x, y.
    pub(crate) strokes: Vec<[f32; 4]>,
    /// Title and height of what the viewer's contents list.
    pub(crate) bookmarks: Vec<(String, f32)>,
}

#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) x: f32,
    /// Base line.
    pub(crate) y: f32,
    pub(crate) line: Line,
    /// Says nothing new to a reader: a repeated head, a page number.
    pub(crate) artifact: bool,
}

/// Least lines of a paragraph left on a page and carried to the next.
const LINES_TOGETHER: usize = 2;
const HAIR: f32 = 0.05;
/// Halvings in the search for the height of even pages: to a fifth of a line on the highest sheet.
const STEPS: usize = 8;

struct Filling {
    sheet: Sheet,
    /// Height that is filled, at most that of the sheet's frame.
    frame: f32,
    pages: Vec<Page>,
    /// Where the next row begins, from the top of the frame.
    y: f32,
    /// Whether anything but a repeated head stands on the page.
    empty: bool,
    heads: Vec<Row>,
}

/// Puts the rows of one section on as many pages as they need; at least one.
pub(crate) fn paginate(laid: Laid, sheet: Sheet) -> Vec<Page> {
    fill(laid, sheet, sheet.frame_height())
}

/// Puts the rows of a letter on as few pages as they need, each about as full as the others: the last page
/// of a letter is a page, and not three lines and a signature.
pub(crate) fn evenly(laid: Laid, sheet: Sheet) -> Vec<Page> {
    let full = fill(laid.clone(), sheet, sheet.frame_height());
    if full.len() < 2 {
        return full;
    }
    // A page ends between paragraphs where that takes no page more.
    let mut whole = laid.clone();
    whole.rows.iter_mut().for_each(|row| row.divides = false);
    let undivided = fill(whole.clone(), sheet, sheet.frame_height());
    let (laid, mut best) = if undivided.len() == full.len() { (whole, undivided) } else { (laid, full) };
    let (mut low, mut high) = (0.0, sheet.frame_height());
    for _ in 0..STEPS {
        let middle = f32::midpoint(low, high);
        let pages = fill(laid.clone(), sheet, middle);
        if pages.len() <= best.len() {
            best = pages;
            high = middle;
        } else {
            low = middle;
        }
    }
    best
}

fn fill(laid: Laid, sheet: Sheet, frame: f32) -> Vec<Page> {
    let mut filling = Filling { sheet, frame, pages: Vec::new(), y: 0.0, empty: true, heads: laid.heads };
    filling.turn(None);
    // What must stand below each row on the same page, computed from the end.
    let mut chain = vec![0.0_f32; laid.rows.len() + 1];
    for (index, row) in laid.rows.iter().enumerate().rev() {
        if row.keep {
            let next = laid.rows.get(index + 1).map_or(0.0, |next| next.before + opening(next));
            let beyond = match laid.rows.get(index + 1) {
                Some(next) if !next.divides || next.keep => chain.get(index + 1).copied().unwrap_or(0.0),
                Some(_) | None => 0.0,
            };
            if let Some(slot) = chain.get_mut(index) {
                *slot = next + beyond;
            }
        }
    }
    for (index, row) in laid.rows.into_iter().enumerate() {
        filling.add(row, chain.get(index).copied().unwrap_or(0.0));
    }
    filling.pages
}

/// Height of the part of a row that must not stand alone at a page's end.
fn opening(row: &Row) -> f32 {
    if row.divides && !row.keep { first_lines(row, LINES_TOGETHER) } else { row.height }
}

fn first_lines(row: &Row, count: usize) -> f32 {
    row.stacks
        .iter()
        .map(|stack| {
            stack.y + stack.lines.iter().take(count).map(|line| line.before + line.height).sum::<f32>()
        })
        .fold(0.0, f32::max)
}

impl Filling {
    fn room(&self) -> f32 {
        self.frame - self.y
    }

    fn turn(&mut self, head: Option<usize>) {
        self.pages.push(Page {
            sheet: self.sheet,
            lines: Vec::new(),
            strokes: Vec::new(),
            bookmarks: Vec::new(),
        });
        self.y = 0.0;
        self.empty = true;
        if let Some(head) = head.and_then(|head| self.heads.get(head)).cloned() {
            self.place(head, true);
            self.empty = true;
        }
    }

    fn add(&mut self, mut row: Row, chain: f32) {
        let frame = self.frame;
        if self.empty && self.pages.last().is_some_and(|page| page.lines.is_empty()) {
            row.before = 0.0;
        }
        // A chain higher than a page cannot be kept: then every row stands for itself.
        let chain = if row.height + chain > frame { 0.0 } else { chain };
        if row.before + row.height + chain <= self.room() + HAIR {
            self.place(row, false);
            return;
        }
        if row.divides
            && let Some((top, rest)) = self.divide(&row, chain)
        {
            self.place(top, false);
            self.turn(rest.head);
            self.add(rest, chain);
            return;
        }
        if !self.empty {
            self.turn(row.head);
            row.before = 0.0;
            if row.height <= self.room() + HAIR {
                self.place(row, false);
                return;
            }
        }
        // Higher than a whole page: divided between lines after all, or it would be cut off.
        let mut rest = row;
        while rest.height > self.room() + HAIR {
            let lines = fitting(&rest, self.room() - rest.before);
            let (top, bottom) = cut(rest, lines.max(1));
            self.place(top, false);
            rest = bottom;
            if rest.stacks.iter().all(|stack| stack.lines.is_empty()) {
                return;
            }
            self.turn(rest.head);
        }
        self.place(rest, false);
    }

    /// The part of a paragraph that fits, when neither part is a line alone.
    fn divide(&self, row: &Row, chain: f32) -> Option<(Row, Row)> {
        let total = row.stacks.iter().map(|stack| stack.lines.len()).max().unwrap_or(0);
        let fits = fitting(row, self.room() - row.before);
        // With something kept below, at least two lines go over to it.
        let most = total.checked_sub(LINES_TOGETHER)?;
        let lines = if row.height + row.before <= self.room() + HAIR && chain <= HAIR {
            total
        } else {
            fits.min(most)
        };
        (lines >= LINES_TOGETHER && lines < total).then(|| cut(row.clone(), lines))
    }

    fn place(&mut self, row: Row, artifact: bool) {
        let top = self.sheet.top + self.y + row.before;
        let left = self.sheet.left;
        self.y += row.before + row.height;
        if !row.stacks.is_empty() || !row.rules.is_empty() {
            self.empty = false;
        }
        let Some(page) = self.pages.last_mut() else { return };
        for frame in &row.boxes {
            let (x0, x1) = (left + frame.x, left + frame.x + frame.width);
            let (y0, y1) = (top + frame.y, top + frame.y + frame.height);
            page.strokes.extend([[x0, y0, x1, y0], [x0, y1, x1, y1], [x0, y0, x0, y1], [x1, y0, x1, y1]]);
        }
        for (from, to, y) in &row.rules {
            page.strokes.push([left + from, top + y, left + to, top + y]);
        }
        if let Some(title) = row.bookmark
            && !artifact
        {
            page.bookmarks.push((title, top));
        }
        for stack in row.stacks {
            let mut y = top + stack.y;
            for line in stack.lines {
                y += line.before;
                if let Some((from, to)) = line.rule {
                    let under = y + line.ascent + 2.2;
                    page.strokes.push([left + stack.x + from, under, left + stack.x + to, under]);
                }
                let (height, base) = (line.height, y + line.ascent);
                page.lines.push(Placed { x: left + stack.x, y: base, line, artifact });
                y += height;
            }
        }
    }
}

/// How many lines of every stack fit a height.
fn fitting(row: &Row, room: f32) -> usize {
    let total = row.stacks.iter().map(|stack| stack.lines.len()).max().unwrap_or(0);
    (0..=total).rev().find(|count| first_lines(row, *count) <= room + HAIR).unwrap_or(0)
}

/// Cuts a row after so many lines of each of its stacks.
fn cut(row: Row, lines: usize) -> (Row, Row) {
    let mut top = Row { before: row.before, head: row.head, bookmark: row.bookmark, ..Row::default() };
    let mut rest = Row { keep: row.keep, divides: row.divides, head: row.head, ..Row::default() };
    // The space a cell leaves at its edges is kept on both pages.
    let pad =
        row.boxes.first().map_or(0.0, |_| row.stacks.iter().map(|stack| stack.y).fold(f32::MAX, f32::min));
    for stack in row.stacks {
        let mut above = stack.lines;
        let below = above.split_off(lines.min(above.len()));
        top.stacks.push(Stack { x: stack.x, y: pad, lines: above });
        let mut below = Stack { x: stack.x, y: pad, lines: below };
        if let Some(first) = below.lines.first_mut() {
            first.before = 0.0;
        }
        rest.stacks.push(below);
    }
    top.height = top.stacks.iter().map(Stack::height).fold(0.0, f32::max) + pad;
    rest.height = rest.stacks.iter().map(Stack::height).fold(0.0, f32::max) + pad;
    for frame in row.boxes {
        top.boxes.push(crate::layout::Frame { y: 0.0, height: top.height, ..frame });
        rest.boxes.push(crate::layout::Frame { y: 0.0, height: rest.height, ..frame });
    }
    (top, rest)
}
