//! What a paper is made of before it is laid out: paragraphs, blanks, tables and columns on a sheet.

use crate::Tongue;
use crate::fonts::Face;

/// A sheet of A4 and its margins in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

impl Sheet {
    /// A letter: a wide left margin for filing.
    pub(crate) const LETTER: Self = Self {
        width: 210.0 * MM,
        height: 297.0 * MM,
        left: 25.0 * MM,
        right: 15.0 * MM,
        top: 18.0 * MM,
        bottom: 20.0 * MM,
    };
    /// A letter in two columns: a little more of the sheet, so that the columns are not narrow.
    pub(crate) const PAIR: Self = Self { left: 20.0 * MM, right: 12.0 * MM, top: 15.0 * MM, ..Self::LETTER };
    /// A wide table.
    pub(crate) const LANDSCAPE: Self = Self {
        width: 297.0 * MM,
        height: 210.0 * MM,
        left: 20.0 * MM,
        right: 12.0 * MM,
        top: 14.0 * MM,
        bottom: 15.0 * MM,
    };

    pub(crate) fn frame_width(self) -> f32 {
        self.width - self.left - self.right
    }

    pub(crate) fn frame_height(self) -> f32 {
        self.height - self.top - self.bottom
    }
}

/// What a piece of text is for a reader who cannot see it (PDF/UA structure types).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Paragraph,
    Title,
    Heading,
}

impl Role {
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Paragraph => "P",
            Self::Title => "H1",
            Self::Heading => "H2",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Center,
    Right,
    Justify,
}

/// Words of one look.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) face: Face,
    /// Language its words are divided in, where it is not the paragraph's: a value as somebody wrote it.
    pub(crate) tongue: Option<Tongue>,
}

impl Run {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), face: Face::Regular, tongue: None }
    }

    pub(crate) fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), face: Face::Bold, tongue: None }
    }

    pub(crate) fn italic(text: impl Into<String>) -> Self {
        Self { text: text.into(), face: Face::Italic, tongue: None }
    }

    pub(crate) fn written_in(self, tongue: Tongue) -> Self {
        Self { tongue: Some(tongue), ..self }
    }
}

/// A paragraph. Lengths are points.
#[derive(Debug, Clone)]
pub(crate) struct Para {
    pub(crate) runs: Vec<Run>,
    pub(crate) tongue: Tongue,
    pub(crate) size: f32,
    pub(crate) align: Align,
    pub(crate) role: Role,
    pub(crate) before: f32,
    /// Indent of the first line.
    pub(crate) first: f32,
    /// Indent of every line.
    pub(crate) indent: f32,
    /// A mark in the indent of the first line, such as a number of a list.
    pub(crate) mark: Option<String>,
    /// Stays on the page of what follows.
    pub(crate) keep: bool,
    /// Line under every line of text, as on a blank to be filled in.
    pub(crate) ruled: bool,
    /// Shown in the table of contents of the viewer.
    pub(crate) bookmark: bool,
}

impl Para {
    pub(crate) fn new(tongue: Tongue, text: impl Into<String>) -> Self {
        Self {
            runs: vec![Run::plain(text)],
            tongue,
            size: 11.0,
            align: Align::Justify,
            role: Role::Paragraph,
            before: 0.0,
            first: 0.0,
            indent: 0.0,
            mark: None,
            keep: false,
            ruled: false,
            bookmark: false,
        }
    }

    pub(crate) fn runs(tongue: Tongue, runs: Vec<Run>) -> Self {
        Self { runs, ..Self::new(tongue, "") }
    }

    pub(crate) fn face(mut self, face: Face) -> Self {
        for run in &mut self.runs {
            run.face = face;
        }
        self
    }

    pub(crate) fn bold(self) -> Self {
        self.face(Face::Bold)
    }

    pub(crate) fn italic(self) -> Self {
        self.face(Face::Italic)
    }

    pub(crate) fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    pub(crate) fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    pub(crate) fn left(self) -> Self {
        self.align(Align::Left)
    }

    pub(crate) fn center(self) -> Self {
        self.align(Align::Center)
    }

    pub(crate) fn right(self) -> Self {
        self.align(Align::Right)
    }

    pub(crate) fn before(mut self, before: f32) -> Self {
        self.before = before;
        self
    }

    pub(crate) fn first(mut self, first: f32) -> Self {
        self.first = first;
        self
    }

    pub(crate) fn indent(mut self, indent: f32) -> Self {
        self.indent = indent;
        self
    }

    pub(crate) fn mark(mut self, mark: impl Into<String>) -> Self {
        self.mark = Some(mark.into());
        self
    }

    pub(crate) fn keep(mut self) -> Self {
        self.keep = true;
        self
    }

    pub(crate) fn ruled(mut self) -> Self {
        self.ruled = true;
        self
    }

    /// The paragraph a shade smaller or larger in everything.
    pub(crate) fn scaled(&self, shade: f32) -> std::borrow::Cow<'_, Self> {
        if (shade - 1.0).abs() < f32::EPSILON {
            return std::borrow::Cow::Borrowed(self);
        }
        let mut own = self.clone();
        for length in [&mut own.size, &mut own.before, &mut own.first] {
            *length *= shade;
        }
        std::borrow::Cow::Owned(own)
    }

    pub(crate) fn title(mut self) -> Self {
        self.role = Role::Title;
        self.keep = true;
        self.bookmark = true;
        self.center().bold().size(13.0)
    }

    pub(crate) fn heading(mut self) -> Self {
        self.role = Role::Heading;
        self.keep = true;
        self.bookmark = true;
        self.left().bold()
    }

    pub(crate) fn no_bookmark(mut self) -> Self {
        self.bookmark = false;
        self
    }
}

/// A piece of a paper.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    Para(Para),
    /// Empty height.
    Gap(f32),
    /// A line across the frame.
    Rule,
    /// A two-dimensional code `side` points wide, with what it says for those who cannot see it.
    Code {
        payload: String,
        side: f32,
        says: String,
    },
    /// Columns side by side that are never divided between pages.
    Side(Side),
    /// The same text in two languages, paragraph beside paragraph.
    Parallel {
        left: Vec<Block>,
        right: Vec<Block>,
    },
    Table(Table),
}

impl From<Para> for Block {
    fn from(para: Para) -> Self {
        Self::Para(para)
    }
}

/// Columns side by side: letterheads, halves of a signature block.
#[derive(Debug, Clone)]
pub(crate) struct Side {
    pub(crate) before: f32,
    pub(crate) gap: f32,
    /// Share of the width and content of each column.
    pub(crate) columns: Vec<(f32, Vec<Block>)>,
    /// Whether each column stands in a box.
    pub(crate) boxed: Vec<bool>,
    pub(crate) keep: bool,
}

impl Side {
    pub(crate) fn new(columns: Vec<(f32, Vec<Block>)>) -> Self {
        Self { before: 0.0, gap: 14.0, columns, boxed: Vec::new(), keep: false }
    }
}

/// A table whose head stands again on every page and whose rows are not divided.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) before: f32,
    /// Share of the width of each column.
    pub(crate) columns: Vec<f32>,
    pub(crate) head: Vec<Vec<Cell>>,
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Rows at the end that stay with the last row before them: totals.
    pub(crate) tail: usize,
    /// The last row stays with what follows the table.
    pub(crate) keep: bool,
    pub(crate) padding: (f32, f32),
}

#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) content: Vec<Block>,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) head: bool,
    pub(crate) middle: bool,
}

impl Cell {
    pub(crate) fn new(content: Vec<Block>) -> Self {
        Self { content, columns: 1, rows: 1, head: false, middle: false }
    }

    pub(crate) fn head(content: Vec<Block>) -> Self {
        Self { content, columns: 1, rows: 1, head: true, middle: true }
    }

    pub(crate) fn over(mut self, columns: usize, rows: usize) -> Self {
        self.columns = columns;
        self.rows = rows;
        self
    }
}

impl From<Para> for Cell {
    fn from(para: Para) -> Self {
        Self::new(vec![Block::Para(para)])
    }
}
