//! Blocks become rows: the pieces that pages are filled with, each knowing whether it may be divided.

use std::rc::Rc;

use crate::page::{Block, Cell, Para, Side, Table};
use crate::tags::{Extra, NodeId, Tree};
use crate::text::{Line, Words};
use crate::{Failure, Tongue, qr};

/// A horizontal band of a page. Lengths are points, `y` runs down from the top of the row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// Empty height above, dropped at the top of a page.
    pub(crate) before: f32,
    pub(crate) height: f32,
    pub(crate) stacks: Vec<Stack>,
    /// Frames of cells.
    pub(crate) boxes: Vec<Frame>,
    /// A line across: left, right, y.
    pub(crate) rules: Vec<(f32, f32, f32)>,
    /// Stays on the page of the next row.
    pub(crate) keep: bool,
    /// May be divided between lines at a page's end.
    pub(crate) divides: bool,
    /// Head to be repeated when the row opens a page: index into [`Laid::heads`].
    pub(crate) head: Option<usize>,
    pub(crate) bookmark: Option<String>,
}

/// Lines under each other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stack {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) lines: Vec<Line>,
}

impl Laid {
    /// Height of everything under each other.
    pub(crate) fn height(&self) -> f32 {
        self.rows.iter().map(|row| row.before + row.height).sum()
    }
}

impl Stack {
    pub(crate) fn height(&self) -> f32 {
        self.y + self.lines.iter().map(|line| line.before + line.height).sum::<f32>()
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// Everything of one section, ready to be put on pages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Laid {
    pub(crate) rows: Vec<Row>,
    pub(crate) heads: Vec<Row>,
}

/// Lays blocks out one after another.
pub(crate) struct Layout<'a> {
    pub(crate) words: &'a mut Words,
    pub(crate) tree: &'a mut Tree,
    /// Language of the whole paper; other text is marked with its own.
    pub(crate) tongue: Tongue,
    /// How much smaller than designed everything is set, to keep a letter on one page; usually 1.
    pub(crate) shade: f32,
    pub(crate) laid: Laid,
}

/// The list a run of marked paragraphs belongs to, by parent.
type OpenList = Option<NodeId>;

impl Layout<'_> {
    /// Lays `blocks` out in a frame `width` wide, as children of `parent`.
    ///
    /// # Errors
    /// [`Failure`] of a letter without a glyph or a code that does not fit.
    pub(crate) fn blocks(&mut self, blocks: &[Block], width: f32, parent: NodeId) -> Result<(), Failure> {
        let mut list = None;
        for block in blocks {
            match block {
                Block::Para(para) => {
                    let para = &*para.scaled(self.shade);
                    let node = self.paragraph_node(para, parent, &mut list);
                    let mut lines = self.words.set(para, width, node)?;
                    take_before(&mut lines);
                    let stack = Stack { x: 0.0, y: 0.0, lines };
                    self.laid.rows.push(Row {
                        before: para.before,
                        height: stack.height(),
                        stacks: vec![stack],
                        keep: para.keep,
                        divides: true,
                        bookmark: para.bookmark.then(|| plain(para)),
                        ..Row::default()
                    });
                }
                Block::Gap(height) => {
                    // A gap belongs to what follows: at the top of a page it vanishes.
                    self.laid.rows.push(Row { before: *height * self.shade, keep: true, ..Row::default() });
                }
                Block::Rule => self.laid.rows.push(Row {
                    before: 3.0,
                    height: 3.0,
                    rules: vec![(0.0, width, 1.0)],
                    keep: true,
                    ..Row::default()
                }),
                Block::Code { payload, side, says } => {
                    let line = self.code(payload, *side, says, width, parent)?;
                    let stack = Stack { x: 0.0, y: 0.0, lines: vec![line] };
                    self.laid.rows.push(Row {
                        height: stack.height(),
                        stacks: vec![stack],
                        ..Row::default()
                    });
                }
                Block::Side(side) => self.side(side, width, parent)?,
                Block::Parallel { left, right } => self.parallel(left, right, width, parent)?,
                Block::Table(table) => self.table(table, width, parent)?,
            }
            if !matches!(block, Block::Para(_)) {
                list = None;
            }
        }
        Ok(())
    }

    fn paragraph_node(&mut self, para: &Para, parent: NodeId, list: &mut OpenList) -> NodeId {
        let node = if para.mark.is_some() {
            let list = *list.get_or_insert_with(|| self.tree.add(parent, "L"));
            let item = self.tree.add(list, "LI");
            self.tree.add(item, "LBody")
        } else {
            *list = None;
            self.tree.add(parent, para.role.tag())
        };
        if para.tongue != self.tongue {
            self.tree.speak(node, para.tongue);
        }
        node
    }

    fn code(
        &mut self,
        payload: &str,
        side: f32,
        says: &str,
        width: f32,
        parent: NodeId,
    ) -> Result<Line, Failure> {
        let mut code = qr::Code::new(payload, side)?;
        code.left = ((width - side) / 2.0).max(0.0);
        let extra = Extra::Picture { says: says.to_owned(), bbox: [0.0; 4] };
        let node = self.tree.add_with(parent, "Figure", extra);
        Ok(Line {
            height: side,
            ascent: side,
            code: Some(Rc::new(code)),
            node,
            of_paragraph: (0, 1),
            ..Line::default()
        })
    }

    /// Lines of blocks under each other, for a cell or a column.
    fn stack(
        &mut self,
        blocks: &[Block],
        width: f32,
        parent: NodeId,
        own: bool,
    ) -> Result<Vec<Line>, Failure> {
        let mut lines: Vec<Line> = Vec::new();
        let mut list = None;
        let mut gap = 0.0;
        for block in blocks {
            let mut more = match block {
                Block::Para(para) => {
                    let para = &*para.scaled(self.shade);
                    // The only paragraph of a cell is the cell itself to a reader.
                    let node = if own && blocks.len() == 1 && para.mark.is_none() {
                        if para.tongue != self.tongue {
                            self.tree.speak(parent, para.tongue);
                        }
                        parent
                    } else {
                        self.paragraph_node(para, parent, &mut list)
                    };
                    self.words.set(para, width, node)?
                }
                Block::Code { payload, side, says } => vec![self.code(payload, *side, says, width, parent)?],
                Block::Gap(height) => {
                    gap += height * self.shade;
                    continue;
                }
                // Only text and codes stand in cells; forms are built so.
                Block::Rule | Block::Side(_) | Block::Parallel { .. } | Block::Table(_) => continue,
            };
            if let Some(first) = more.first_mut() {
                first.before = if lines.is_empty() { gap } else { first.before + gap };
            }
            gap = 0.0;
            lines.append(&mut more);
        }
        Ok(lines)
    }

    fn side(&mut self, side: &Side, width: f32, parent: NodeId) -> Result<(), Failure> {
        let gaps = side.gap * count(side.columns.len().saturating_sub(1));
        let shares: f32 = side.columns.iter().map(|column| column.0).sum();
        let mut row = Row { before: side.before * self.shade, keep: side.keep, ..Row::default() };
        let mut x = 0.0;
        let mut frames = Vec::new();
        for (index, (share, blocks)) in side.columns.iter().enumerate() {
            let column = (width - gaps) * share / shares.max(0.001);
            let boxed = side.boxed.get(index).copied().unwrap_or(false);
            let pad = if boxed { 4.0 } else { 0.0 };
            let node = self.tree.add(parent, "Div");
            let lines = self.stack(blocks, column - 2.0 * pad, node, false)?;
            let stack = Stack { x: x + pad, y: pad, lines };
            row.height = row.height.max(stack.height() + pad);
            if boxed {
                frames.push((x, column));
            }
            row.stacks.push(stack);
            x += column + side.gap;
        }
        row.boxes =
            frames.into_iter().map(|(x, width)| Frame { x, y: 0.0, width, height: row.height }).collect();
        self.laid.rows.push(row);
        Ok(())
    }

    fn parallel(
        &mut self,
        left: &[Block],
        right: &[Block],
        width: f32,
        parent: NodeId,
    ) -> Result<(), Failure> {
        let gap = 16.0;
        let column = (width - gap) / 2.0;
        let sections = [self.tree.add(parent, "Sect"), self.tree.add(parent, "Sect")];
        let mut lists = [None, None];
        for index in 0..left.len().max(right.len()) {
            let mut row = Row { divides: true, ..Row::default() };
            for (side, blocks) in [left, right].into_iter().enumerate() {
                let (Some(block), Some(&section), Some(list)) =
                    (blocks.get(index), sections.get(side), lists.get_mut(side))
                else {
                    continue;
                };
                match block {
                    Block::Para(para) => {
                        let para = &*para.scaled(self.shade);
                        let node = self.paragraph_node(para, section, list);
                        let mut lines = self.words.set(para, column, node)?;
                        take_before(&mut lines);
                        row.before = row.before.max(para.before);
                        row.keep |= para.keep;
                        if side == 0 && para.bookmark {
                            row.bookmark = Some(plain(para));
                        }
                        let x = if side == 0 { 0.0 } else { column + gap };
                        let stack = Stack { x, y: 0.0, lines };
                        row.height = row.height.max(stack.height());
                        row.stacks.push(stack);
                    }
                    Block::Gap(height) => {
                        row.before = row.before.max(*height * self.shade);
                        row.keep = true;
                    }
                    // Letters set side by side hold paragraphs; anything wider stands across the page.
                    Block::Rule
                    | Block::Code { .. }
                    | Block::Side(_)
                    | Block::Parallel { .. }
                    | Block::Table(_) => {}
                }
            }
            self.laid.rows.push(row);
        }
        Ok(())
    }

    fn table(&mut self, table: &Table, width: f32, parent: NodeId) -> Result<(), Failure> {
        let shares: f32 = table.columns.iter().sum();
        let mut edges = vec![0.0];
        let mut x = 0.0;
        for share in &table.columns {
            x += width * share / shares.max(0.001);
            edges.push(x);
        }
        let node = self.tree.add(parent, "Table");
        let before = table.before * self.shade;
        let padding = (table.padding.0, table.padding.1 * self.shade);
        let head = if table.head.is_empty() {
            None
        } else {
            let mut row = self.grid(&table.head, &edges, padding, node)?;
            row.keep = true;
            self.laid.heads.push(row.clone());
            row.before = before;
            self.laid.rows.push(row);
            Some(self.laid.heads.len() - 1)
        };
        let count = table.rows.len();
        for (index, cells) in table.rows.iter().enumerate() {
            let mut row = self.grid(std::slice::from_ref(cells), &edges, padding, node)?;
            row.head = head;
            if index == 0 && head.is_none() {
                row.before = before;
            }
            // Totals stay with the row they add up last, and the table's end with what follows it.
            row.keep = if index + 1 == count {
                table.keep
            } else {
                index + 1 + table.tail >= count && table.tail > 0
            };
            self.laid.rows.push(row);
        }
        Ok(())
    }

    /// Rows of cells as one piece; cells may reach over columns and rows.
    fn grid(
        &mut self,
        rows: &[Vec<Cell>],
        edges: &[f32],
        padding: (f32, f32),
        table: NodeId,
    ) -> Result<Row, Failure> {
        struct Place {
            column: usize,
            row: usize,
            columns: usize,
            rows: usize,
            stack: Stack,
            middle: bool,
        }
        let edge = |index: usize| edges.get(index).or(edges.last()).copied().unwrap_or(0.0);
        let mut taken: Vec<Vec<bool>> = vec![vec![false; edges.len()]; rows.len()];
        let mut places: Vec<Place> = Vec::new();
        for (row, cells) in rows.iter().enumerate() {
            let line = self.tree.add(table, "TR");
            let mut column = 0;
            for cell in cells {
                while taken.get(row).and_then(|row| row.get(column)).copied().unwrap_or(false) {
                    column += 1;
                }
                for below in taken.iter_mut().skip(row).take(cell.rows) {
                    for flag in below.iter_mut().skip(column).take(cell.columns) {
                        *flag = true;
                    }
                }
                let node = if cell.head {
                    self.tree.add_with(line, "TH", Extra::HeadCell { columns: cell.columns, rows: cell.rows })
                } else if cell.columns > 1 {
                    self.tree.add_with(line, "TD", Extra::Wide { columns: cell.columns })
                } else {
                    self.tree.add(line, "TD")
                };
                let x = edge(column) + padding.0;
                let width = edge(column + cell.columns) - edge(column) - 2.0 * padding.0;
                let lines = self.stack(&cell.content, width, node, true)?;
                let stack = Stack { x, y: 0.0, lines };
                places.push(Place {
                    column,
                    row,
                    columns: cell.columns,
                    rows: cell.rows,
                    stack,
                    middle: cell.middle,
                });
                column += cell.columns;
            }
        }
        let mut heights = vec![0.0_f32; rows.len()];
        for place in places.iter().filter(|place| place.rows == 1) {
            if let Some(height) = heights.get_mut(place.row) {
                *height = height.max(place.stack.height() + 2.0 * padding.1);
            }
        }
        for place in places.iter().filter(|place| place.rows > 1) {
            let has: f32 = heights.iter().skip(place.row).take(place.rows).sum();
            let lacks = place.stack.height() + 2.0 * padding.1 - has;
            if lacks > 0.0
                && let Some(last) =
                    heights.get_mut((place.row + place.rows).min(rows.len()).saturating_sub(1))
            {
                *last += lacks;
            }
        }
        let top = |row: usize| heights.iter().take(row).sum::<f32>();
        let mut out = Row { height: heights.iter().sum(), ..Row::default() };
        for mut place in places {
            let y = top(place.row);
            let height = top(place.row + place.rows) - y;
            let x = edge(place.column);
            out.boxes.push(Frame { x, y, width: edge(place.column + place.columns) - x, height });
            let free = height - place.stack.height();
            place.stack.y = y + if place.middle { (free / 2.0).max(padding.1) } else { padding.1 };
            out.stacks.push(place.stack);
        }
        Ok(out)
    }
}

fn take_before(lines: &mut [Line]) {
    if let Some(first) = lines.first_mut() {
        first.before = 0.0;
    }
}

fn plain(para: &Para) -> String {
    para.runs.iter().map(|run| run.text.replace(['\n', '\u{A0}'], " ")).collect()
}

fn count(value: usize) -> f32 {
    f32::from(u16::try_from(value).unwrap_or(u16::MAX))
}
