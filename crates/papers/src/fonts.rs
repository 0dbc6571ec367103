//! The faces of Tinos: measuring words, knowing which letters exist, and the cut faces a file embeds.
//!
//! All widths are whole thousandths of the type size, the unit of a PDF width table, so what is
//! measured here is to the last digit what a viewer draws.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rustybuzz::{ShapePlan, UnicodeBuffer};

use crate::Failure;
use crate::sfnt;

/// A face of the one family papers are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Face {
    Regular,
    Bold,
    Italic,
}

impl Face {
    #[cfg(test)]
    pub(crate) const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Italic];

    /// Name of the face inside a file, the first half of the PostScript name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Regular => "Tinos",
            Self::Bold => "Tinos-Bold",
            Self::Italic => "Tinos-Italic",
        }
    }

    /// Name of the face in the resources of a page.
    pub(crate) fn resource(self) -> &'static str {
        match self {
            Self::Regular => "T0",
            Self::Bold => "T1",
            Self::Italic => "T2",
        }
    }

    pub(crate) fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Bold => 1,
            Self::Italic => 2,
        }
    }

    fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../assets/fonts/tinos/Tinos-Regular.ttf"),
            Self::Bold => include_bytes!("../../../assets/fonts/tinos/Tinos-Bold.ttf"),
            Self::Italic => include_bytes!("../../../assets/fonts/tinos/Tinos-Italic.ttf"),
        }
    }
}

/// A glyph as a line carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// Pen movement in thousandths of the type size, kerning included.
    pub(crate) advance: i32,
    /// Byte offset of its letter in the measured text.
    pub(crate) at: usize,
}

/// A face ready to measure.
pub(crate) struct Font {
    shaper: rustybuzz::Face<'static>,
    plan: ShapePlan,
    /// Width of each glyph in thousandths of the type size.
    widths: Vec<i32>,
    /// The letter each glyph stands for.
    letters: BTreeMap<u16, char>,
    /// Glyph numbers of the whole alphabet our letters are made of, see [`ALPHABET`].
    alphabet: BTreeSet<u16>,
    alphabet_and_latin: BTreeSet<u16>,
    cut_alphabet: OnceLock<Embedded>,
    cut_alphabet_and_latin: OnceLock<Embedded>,
    pub(crate) metrics: Metrics,
}

/// Vertical measures in thousandths of the type size, as a font descriptor states them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Metrics {
    pub(crate) ascent: i32,
    pub(crate) descent: i32,
    pub(crate) cap_height: i32,
    pub(crate) bbox: [i32; 4],
    pub(crate) italic_angle: i32,
}

/// A cut face as it stands in a file, everything compressed once.
#[derive(Debug, Clone)]
pub(crate) struct Embedded {
    /// Six capitals made from the content, then the face name.
    pub(crate) name: String,
    /// The TrueType file, deflated, and its plain length.
    pub(crate) file: Vec<u8>,
    pub(crate) file_length: usize,
    pub(crate) to_unicode: Vec<u8>,
    /// `W` array as text.
    pub(crate) widths: String,
    /// New glyph number by old one.
    new_ids: Vec<u16>,
}

impl Embedded {
    /// Number of a glyph in the cut face.
    pub(crate) fn new_id(&self, old: u16) -> u16 {
        self.new_ids.get(usize::from(old)).copied().unwrap_or(0)
    }
}

/// Letters of nearly every letter we print: both alphabets, figures, marks.
/// A file whose glyphs all lie here embeds one ready cut face; the choice depends on the paper
/// alone, so the same paper is always the same bytes.
const ALPHABET: &str = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя\
ӘҒҚҢӨҰҮҺІәғқңөұүһі0123456789 .,:;!?()«»–—-/%№₸+*\u{2010}\"'_";
const LATIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@&=#[]<>|§×−·•…’□";

/// The hyphen a line ends with. It is a letter of its own, so that a reader of the file can tell
/// it from a hyphen of the word and join the word again.
pub(crate) const LINE_END_HYPHEN: char = '\u{2010}';

static FONTS: [OnceLock<Result<Font, &'static str>>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];

/// The face, read once for the life of the process.
///
/// # Errors
/// [`Failure::BrokenFont`] when the file built into the program is not a font.
pub(crate) fn font(face: Face) -> Result<&'static Font, Failure> {
    let cell = FONTS.get(face.index()).ok_or(Failure::BrokenFont { table: "face" })?;
    cell.get_or_init(|| Font::read(face)).as_ref().map_err(|table| Failure::BrokenFont { table })
}

impl Font {
    fn read(face: Face) -> Result<Self, &'static str> {
        let shaper = rustybuzz::Face::from_slice(face.file(), 0).ok_or("face")?;
        let features = [b"liga", b"clig", b"dlig", b"locl"]
            .map(|tag| rustybuzz::Feature::new(rustybuzz::ttf_parser::Tag::from_bytes(tag), 0, ..));
        let plan = ShapePlan::new(
            &shaper,
            rustybuzz::Direction::LeftToRight,
            Some(rustybuzz::script::CYRILLIC),
            None,
            &features,
        );
        let units = shaper.units_per_em();
        let scale = |value: i32| (value * 1000 + units / 2).div_euclid(units);
        let count = shaper.number_of_glyphs();
        let widths = (0..count)
            .map(|id| {
                let advance = shaper.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(id));
                scale(i32::from(advance.unwrap_or(0)))
            })
            .collect();
        let mut letters = BTreeMap::new();
        for table in shaper.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables) {
            if !table.is_unicode() {
                continue;
            }
            table.codepoints(|code| {
                if let (Some(letter), Some(glyph)) = (char::from_u32(code), table.glyph_index(code)) {
                    // The lowest code is the plain letter: a space, not a no-break space.
                    let kept = letters.entry(glyph.0).or_insert(letter);
                    *kept = (*kept).min(letter);
                }
            });
        }
        // Ə of Latin and Ә of Cyrillic are one glyph of the face; on our pages it is the Kazakh letter.
        for letter in LATIN.chars().chain(ALPHABET.chars()) {
            if let Some(glyph) = shaper.glyph_index(letter) {
                letters.insert(glyph.0, letter);
            }
        }
        let ids = |text: &str| -> BTreeSet<u16> {
            text.chars().filter_map(|letter| shaper.glyph_index(letter)).map(|glyph| glyph.0).collect()
        };
        let alphabet = ids(ALPHABET);
        let mut alphabet_and_latin = ids(LATIN);
        alphabet_and_latin.extend(&alphabet);
        let bbox = shaper.global_bounding_box();
        let metrics = Metrics {
            ascent: scale(i32::from(shaper.ascender())),
            descent: scale(i32::from(shaper.descender())),
            cap_height: scale(i32::from(shaper.capital_height().unwrap_or(1409))),
            bbox: [bbox.x_min, bbox.y_min, bbox.x_max, bbox.y_max].map(|value| scale(i32::from(value))),
            italic_angle: match face {
                Face::Regular | Face::Bold => 0,
                Face::Italic => -16,
            },
        };
        Ok(Self {
            plan,
            widths,
            letters,
            alphabet,
            alphabet_and_latin,
            cut_alphabet: OnceLock::new(),
            cut_alphabet_and_latin: OnceLock::new(),
            metrics,
            shaper,
        })
    }

    /// Whether the face has a glyph for this letter.
    pub(crate) fn has(&self, letter: char) -> bool {
        self.shaper.glyph_index(letter).is_some_and(|glyph| glyph.0 != 0)
    }

    /// Glyph of a letter, 0 when there is none.
    pub(crate) fn glyph(&self, letter: char) -> u16 {
        self.shaper.glyph_index(letter).map_or(0, |glyph| glyph.0)
    }

    /// Width of a glyph in thousandths of the type size, without kerning.
    pub(crate) fn width(&self, glyph: u16) -> i32 {
        self.widths.get(usize::from(glyph)).copied().unwrap_or(0)
    }

    /// Glyphs of `text` with kerning and without ligatures.
    pub(crate) fn measure(&self, text: &str) -> Vec<Glyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        buffer.set_script(rustybuzz::script::CYRILLIC);
        let shaped = rustybuzz::shape_with_plan(&self.shaper, &self.plan, buffer);
        let units = self.shaper.units_per_em().max(1);
        shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, position)| Glyph {
                // Glyph numbers of TrueType fit sixteen bits.
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: (position.x_advance * 1000 + units / 2).div_euclid(units),
                at: usize::try_from(info.cluster).unwrap_or(0),
            })
            .collect()
    }

    /// The cut face for a paper that uses these glyphs.
    ///
    /// # Errors
    /// [`Failure::BrokenFont`] when a glyph cannot be read.
    pub(crate) fn embed(
        &'static self,
        face: Face,
        used: &BTreeSet<u16>,
    ) -> Result<std::borrow::Cow<'static, Embedded>, Failure> {
        let ready = if used.is_subset(&self.alphabet) {
            Some((&self.cut_alphabet, &self.alphabet))
        } else if used.is_subset(&self.alphabet_and_latin) {
            Some((&self.cut_alphabet_and_latin, &self.alphabet_and_latin))
        } else {
            None
        };
        let Some((cell, glyphs)) = ready else {
            let mut own = self.alphabet_and_latin.clone();
            own.extend(used);
            return self.cut(face, &own).map(std::borrow::Cow::Owned);
        };
        if let Some(cut) = cell.get() {
            return Ok(std::borrow::Cow::Borrowed(cut));
        }
        let cut = self.cut(face, glyphs)?;
        Ok(std::borrow::Cow::Borrowed(cell.get_or_init(|| cut)))
    }

    fn cut(&self, face: Face, glyphs: &BTreeSet<u16>) -> Result<Embedded, Failure> {
        use std::fmt::Write;
        let wanted: Vec<u16> = glyphs.iter().copied().collect();
        let mut cut = sfnt::subset(face.file(), &wanted)?;
        let by_new: BTreeMap<u16, u16> = cut.new_ids.iter().map(|(old, new)| (*new, *old)).collect();
        let mut widths = String::from("[0 [");
        let mut lines = Vec::new();
        for (new, old) in &by_new {
            // Writing into a String cannot fail.
            let _ = write!(widths, "{} ", self.width(*old));
            if let Some(&letter) = self.letters.get(old) {
                let shown = if letter == LINE_END_HYPHEN { '\u{AD}' } else { letter };
                let mut units = [0; 2];
                let hex: String =
                    shown.encode_utf16(&mut units).iter().map(|unit| format!("{unit:04X}")).collect();
                lines.push(format!("<{new:04X}> <{hex}>"));
            }
        }
        widths.push_str("]]");
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe)\
             /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        for hundred in lines.chunks(100) {
            let _ = write!(map, "{} beginbfchar\n{}\nendbfchar\n", hundred.len(), hundred.join("\n"));
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
        let tag = crate::file::tag_of(&cut.file);
        let mut new_ids = vec![0; self.widths.len()];
        for (old, new) in &cut.new_ids {
            if let Some(slot) = new_ids.get_mut(usize::from(*old)) {
                *slot = *new;
            }
        }
        let packed = crate::file::deflate_program(&mut cut.file);
        Ok(Embedded {
            name: format!("{tag}+{}", face.name()),
            file_length: cut.file.len(),
            file: packed,
            to_unicode: crate::file::deflate(map.as_bytes(), 9),
            widths,
            new_ids,
        })
    }
}

/// The first letter of `text` that no paper can carry: one without a glyph, one that is written
/// from right to left, or one that gives orders to a terminal instead of standing on paper.
#[must_use]
pub(crate) fn unprintable(text: &str) -> Option<char> {
    let regular = font(Face::Regular).ok()?;
    text.chars().find(|&letter| {
        !is_skipped(letter) && (is_right_to_left(letter) || letter.is_control() || !regular.has(letter))
    })
}

/// Letters that have no shape: they are taken out, not printed as boxes.
pub(crate) fn is_skipped(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\t' | '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

fn is_right_to_left(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0590..=0x08FF | 0x200E..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069
        | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kazakh_letter_the_tenge_and_our_marks_have_a_glyph_in_every_face() {
        for face in Face::ALL {
            let font = font(face).expect("the face is built in");
            for letter in ALPHABET.chars().chain(LATIN.chars()).filter(|letter| *letter != '\n') {
                assert!(font.has(letter), "{letter} is printable in {face:?}");
            }
        }
    }

    #[test]
    fn no_glyph_stands_for_two_letters_we_print_so_that_what_is_copied_is_what_was_written() {
        for face in Face::ALL {
            let font = font(face).expect("the face is built in");
            for letter in ALPHABET.chars().chain(LATIN.chars()).filter(|letter| *letter != '\n') {
                assert_eq!(font.letters.get(&font.glyph(letter)), Some(&letter), "{face:?}");
            }
        }
    }

    #[test]
    fn what_cannot_stand_on_paper_is_named() {
        let rows = [
            ("Айгүл Қасымқызы", None),
            ("Айгүл 🙂", Some('🙂')),
            ("עברית", Some('ע')),
            ("سارة", Some('س')),
            ("a\u{202E}b", Some('\u{202E}')),
            ("a\u{7}b", Some('\u{7}')),
            ("漢", Some('漢')),
            ("при\u{AD}каз\n", None),
        ];
        for (text, expected) in rows {
            assert_eq!(unprintable(text), expected, "{text:?}");
        }
    }

    #[test]
    fn figures_are_of_one_width_so_that_columns_of_sums_stand_straight() {
        for face in Face::ALL {
            let font = font(face).expect("the face is built in");
            let widths: BTreeSet<i32> =
                "0123456789".chars().map(|one| font.measure(&one.to_string())[0].advance).collect();
            assert_eq!(widths.len(), 1, "{face:?}");
        }
    }
}
