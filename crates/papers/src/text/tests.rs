//! Lines are even, nothing is lost, and what cannot be set is named.

use super::*;

fn text_of(lines: &[Line]) -> usize {
    lines.iter().flat_map(|line| &line.strings).map(|set| set.glyphs.len()).sum()
}

#[test]
fn justified_lines_end_at_the_same_edge_to_a_hundredth_of_a_point() {
    let text = "Карьерный центр в течение одного рабочего дня после дня поступления заявления проверяет полноту \
                представленных документов, правильность заполнения заявления, в том числе соответствие претендента \
                установленным требованиям к профессиональной квалификации и образованию.";
    let para = Para::new(Tongue::Ru, text);
    let lines = Words::default().set(&para, 231.0, 0).expect("plain text is set");
    assert!(lines.len() > 4, "the text takes several lines");
    for line in lines.iter().rev().skip(1) {
        let set = line.strings.last().expect("a line has text");
        let font = fonts::font(set.face).expect("the face is built in");
        let space = font.space();
        let ink = if set.glyphs.last().is_some_and(|glyph| glyph.0 == space) {
            set.glyphs.len() - 1
        } else {
            set.glyphs.len()
        };
        let width: i32 = set.glyphs[..ink].iter().map(|(id, more)| font.width(*id) + i32::from(*more)).sum();
        let end = set.x + points(width, set.size);
        assert!((end - 231.0).abs() < 0.2, "{end} is the right edge");
    }
}

/// Widest space of every justified line but the last, in thousandths of the type size.
fn widest_spaces(lines: &[Line]) -> Vec<i32> {
    let lines = lines.iter().rev().skip(1).rev();
    lines
        .map(|line| {
            let set = line.strings.last().expect("a line has text");
            let font = fonts::font(set.face).expect("the face is built in");
            // The space a line was broken at is outside the column.
            let inner = set.glyphs.iter().rev().skip(1).filter(|glyph| glyph.0 == font.space());
            inner.map(|glyph| font.width(glyph.0) + i32::from(glyph.1)).max().unwrap_or(0)
        })
        .collect()
}

#[test]
fn justified_text_has_no_rivers_in_either_language() {
    /// Half an em: where a reader begins to see holes. A space by itself is a quarter.
    const HOLE: i32 = 500;
    let long = |text: &str| -> Vec<String> {
        let texts = text.lines().filter_map(|line| line.split_once(" = ")).map(|(_, text)| filled_in(text));
        texts.filter(|text| text.chars().count() > 150).collect()
    };
    let texts = [
        (Tongue::Kk, long(include_str!("../../../../assets/words/kk/paper-refusal.ftl"))),
        (Tongue::Kk, long(include_str!("../../../../assets/words/kk/paper-notice.ftl"))),
        (Tongue::Kk, long(include_str!("../../../../assets/words/kk/paper-voucher.ftl"))),
        (Tongue::Ru, long(include_str!("../../../../assets/words/ru/paper-refusal.ftl"))),
        (Tongue::Ru, long(include_str!("../../../../assets/words/ru/paper-notice.ftl"))),
        (Tongue::Ru, long(include_str!("../../../../assets/words/ru/paper-voucher.ftl"))),
    ];
    let mut spaces: Vec<i32> = Vec::new();
    for (tongue, text) in texts.iter().flat_map(|(tongue, all)| all.iter().map(move |one| (*tongue, one))) {
        for (size, width) in [(10.0, 243.0), (9.0, 243.0), (11.5, 482.0)] {
            let para = Para::new(tongue, text.as_str()).size(size);
            let lines = Words::default().set(&para, width, 0).expect("the words of a form are set");
            let widest = widest_spaces(&lines);
            let river = widest.windows(3).any(|three| three.iter().all(|space| *space > HOLE));
            assert!(!river, "three loose lines in a row: {text} at {size} in {width}: {widest:?}");
            spaces.extend(widest);
        }
    }
    spaces.sort_unstable();
    assert!(spaces.len() > 200, "{} lines were looked at", spaces.len());
    let loose = spaces.iter().filter(|space| **space > HOLE).count();
    assert!(loose * 100 <= spaces.len() * 5, "{loose} of {} lines have holes", spaces.len());
    assert!(spaces.last().is_some_and(|widest| *widest <= 900), "{:?} is the widest space", spaces.last());
}

/// A message with a date in the place of every value.
fn filled_in(message: &str) -> String {
    let mut out = String::new();
    for part in message.split('{') {
        match part.split_once('}') {
            Some((_, rest)) => out.push_str(&format!("14 қазан{rest}")),
            None => out.push_str(part),
        }
    }
    out
}

#[test]
fn a_name_of_a_hundred_and_twenty_letters_breaks_and_nothing_is_lost() {
    let name = "Ж".repeat(120);
    let para = Para::new(Tongue::Kk, name).left();
    let lines = Words::default().set(&para, 120.0, 0).expect("a long word is set");
    assert!(lines.len() > 5, "the word is divided");
    assert_eq!(text_of(&lines), 120, "every letter is there");
}

#[test]
fn an_unprintable_letter_is_named() {
    let para = Para::new(Tongue::Ru, "Привет 🙂");
    let failure = Words::default().set(&para, 100.0, 0).expect_err("an emoji has no glyph");
    assert!(matches!(failure, Failure::Unprintable { character: '🙂', .. }), "{failure:?}");
}
