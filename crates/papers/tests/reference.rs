//! Every form as it looked when it was last approved: text and picture beside the data in `tests/ref`.
//!
//! `TANU_REF=write cargo test -p papers --test reference` approves what is drawn now. A changed page leaves
//! `target/ref/<page>-difference.png`: red is gone, blue is new.

#![cfg(not(windows))] // Poppler draws the pages; on Windows the same bytes come out, so nothing is left unseen.
#![expect(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping")]

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::{code, references, root, target};
use papers::Language;

/// Dots per inch of the pictures: enough to see a moved line, little enough to be kept.
const DPI: &str = "50";

struct Picture {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

fn read(place: &Path) -> Picture {
    let file = std::io::BufReader::new(fs::File::open(place).expect("the picture is there"));
    let mut reader = png::Decoder::new(file).read_info().expect("the picture is a PNG");
    let mut dots = vec![0; reader.output_buffer_size().expect("the picture has a size")];
    let info = reader.next_frame(&mut dots).expect("the picture can be read");
    // Some versions of poppler write grey pages in three equal colours.
    let grey = match info.color_type {
        png::ColorType::Grayscale => dots,
        other => dots.iter().step_by(other.samples()).copied().collect(),
    };
    Picture { width: info.width as usize, height: info.height as usize, grey }
}

fn write(place: &Path, picture: &Picture, colour: png::ColorType, dots: &[u8]) {
    let file = fs::File::create(place).expect("the place can be written");
    let (width, height) = (picture.width as u32, picture.height as u32);
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().expect("a PNG begins").write_image_data(dots).expect("a PNG ends");
}

/// Share of dots that differ clearly, in thousandths; writes the difference when there is any.
fn difference(name: &str, kept: &Picture, drawn: &Picture) -> usize {
    if (kept.width, kept.height) != (drawn.width, drawn.height) {
        return 1000;
    }
    let differs = kept.grey.iter().zip(&drawn.grey).filter(|(one, other)| one.abs_diff(**other) > 96).count();
    if differs > 0 {
        let rgb: Vec<u8> =
            kept.grey.iter().zip(&drawn.grey).flat_map(|(old, new)| [*new, (*old).min(*new), *old]).collect();
        write(&target().join(format!("{name}-difference.png")), kept, png::ColorType::Rgb, &rgb);
    }
    // Another version of poppler smooths edges otherwise; a moved line changes far more dots.
    differs * 1000 / kept.grey.len().max(1)
}

#[test]
fn every_form_looks_and_reads_as_it_was_approved() {
    let approve = std::env::var("TANU_REF").is_ok_and(|value| value == "write");
    let kept = root().join("tests/ref");
    let mut changed = Vec::new();
    for (name, _, paper) in references() {
        for language in Language::ALL {
            let name = format!("{name}.{}", code(language));
            let pdf = papers::render(&paper, language).unwrap_or_else(|cause| panic!("{name}: {cause}"));
            let text = common::text_of(&name, &pdf.bytes);
            let text_place = kept.join(format!("{name}.txt"));
            if approve {
                fs::write(&text_place, &text).expect("tests/ref can be written");
            } else if fs::read_to_string(&text_place).unwrap_or_default().replace('\r', "") != text {
                fs::write(target().join(format!("{name}.txt")), &text).expect("target/ref can be written");
                changed.push(format!("{name}.txt: the text changed, see target/ref/{name}.txt"));
            }
            let drawn = target().join(format!("{name}.pdf"));
            let pages = target().join(&name);
            let status = Command::new("pdftoppm")
                .args(["-r", DPI, "-gray", "-png"])
                .arg(&drawn)
                .arg(&pages)
                .status()
                .expect("pdftoppm runs: install poppler-utils");
            assert!(status.success(), "{name} can be drawn");
            for page in 1..=pdf.pages {
                let page = format!("{name}-{page}.png");
                let (old, new) = (kept.join(&page), target().join(&page));
                if approve {
                    let drawn = read(&new);
                    // Sixteen shades are enough to see what moved and pack to half the size.
                    let shades: Vec<u8> = drawn.grey.iter().map(|dot| dot / 17 * 17).collect();
                    write(&old, &drawn, png::ColorType::Grayscale, &shades);
                    continue;
                }
                if !old.exists() {
                    changed.push(format!("{page}: there is no such page in tests/ref"));
                    continue;
                }
                let share = difference(&page, &read(&old), &read(&new));
                if share > 2 {
                    changed.push(format!(
                        "{page}: {share} dots in a thousand changed, see target/ref/{page}-difference.png"
                    ));
                }
            }
        }
    }
    assert!(
        changed.is_empty(),
        "look at what changed and approve it with TANU_REF=write:\n  {}",
        changed.join("\n  ")
    );
}

#[test]
fn the_code_on_a_voucher_and_a_refusal_is_read_back_from_the_drawn_page() {
    for (name, _, paper) in references() {
        let value = serde_json::to_value(&paper).expect("a paper is data");
        let Some(payload) = value.pointer("/seal/payload").and_then(|payload| payload.as_str()) else {
            continue;
        };
        let pdf = papers::render(&paper, Language::Both).unwrap_or_else(|cause| panic!("{name}: {cause}"));
        let place = target().join(format!("{name}-code.pdf"));
        fs::write(&place, &pdf.bytes).expect("target/ref can be written");
        for dpi in ["200", "300"] {
            let last = pdf.pages.to_string();
            let picture = target().join(format!("{name}-code"));
            let status = Command::new("pdftoppm")
                .args(["-r", dpi, "-gray", "-png", "-f", &last, "-l", &last])
                .arg(&place)
                .arg(&picture)
                .status()
                .expect("pdftoppm runs: install poppler-utils");
            assert!(status.success(), "{name} can be drawn");
            let page = read(&target().join(format!("{name}-code-{last}.png")));
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(page.width, page.height, |x, y| {
                page.grey.get(y * page.width + x).copied().unwrap_or(255)
            });
            let read: Vec<String> = image
                .detect_grids()
                .iter()
                .filter_map(|grid| grid.decode().ok())
                .map(|(_, text)| text)
                .collect();
            assert_eq!(read, [payload], "{name} at {dpi} dots per inch says what was put in");
        }
    }
}
