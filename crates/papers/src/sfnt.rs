//! Cuts a TrueType face down to the glyphs a paper uses: outlines only, renumbered, without hints.
//!
//! Screens and printers of today do not run TrueType instructions at print sizes, and they are a
//! third of a Tinos glyph, so they are left behind. Composite glyphs bring their parts along.

use std::collections::BTreeMap;

use crate::Failure;

/// A face cut down to some glyphs: the file and where each old glyph went.
#[derive(Debug, Clone)]
pub(crate) struct Subset {
    /// A complete TrueType file, as PDF wants it in `FontFile2`.
    pub(crate) file: Vec<u8>,
    /// Old glyph number to new glyph number; glyph 0 stays 0.
    pub(crate) new_ids: BTreeMap<u16, u16>,
}

const ARGS_ARE_WORDS: u16 = 0x0001;
const HAVE_SCALE: u16 = 0x0008;
const MORE_PARTS: u16 = 0x0020;
const HAVE_XY_SCALE: u16 = 0x0040;
const HAVE_TWO_BY_TWO: u16 = 0x0080;
const HAVE_INSTRUCTIONS: u16 = 0x0100;

/// Cuts `file` down to `wanted` (sorted, glyph 0 is always kept).
///
/// # Errors
/// [`Failure::BrokenFont`] names the table that could not be read.
pub(crate) fn subset(file: &'static [u8], wanted: &[u16]) -> Result<Subset, Failure> {
    let source = Source::read(file)?;
    // Composite parts join the list behind the wanted glyphs, so numbering stays stable.
    let mut order: Vec<u16> = vec![0];
    let mut new_ids = BTreeMap::from([(0_u16, 0_u16)]);
    let mut queue: Vec<u16> = wanted.to_vec();
    let mut at = 0;
    while let Some(&glyph) = queue.get(at) {
        at += 1;
        if new_ids.contains_key(&glyph) {
            continue;
        }
        new_ids.insert(glyph, u16::try_from(order.len()).map_err(|_| broken("glyf"))?);
        order.push(glyph);
        queue.extend(parts_of(source.glyph(glyph)?)?.into_iter().map(|part| part.glyph));
    }

    let mut glyf = Vec::new();
    let mut loca = Vec::new();
    let mut hmtx = Vec::new();
    for &old in &order {
        put32(&mut loca, glyf.len());
        let data = source.glyph(old)?;
        glyf.extend(without_hints(data, &new_ids)?);
        while glyf.len() % 4 != 0 {
            glyf.push(0);
        }
        let (advance, bearing) = source.metrics(old)?;
        hmtx.extend(advance.to_be_bytes());
        hmtx.extend(bearing.to_be_bytes());
    }
    put32(&mut loca, glyf.len());

    let count = u16::try_from(order.len()).map_err(|_| broken("maxp"))?;
    let mut head = source.head.to_vec();
    write(&mut head, 8, &[0; 4], "head")?; // checkSumAdjustment is filled in at the end
    write(&mut head, 50, &1_u16.to_be_bytes(), "head")?; // long loca
    let mut hhea = source.hhea.to_vec();
    write(&mut hhea, 34, &count.to_be_bytes(), "hhea")?;
    let mut maxp = source.maxp.to_vec();
    write(&mut maxp, 4, &count.to_be_bytes(), "maxp")?;
    write(&mut maxp, 14, &[0; 14], "maxp")?; // no zones, storage, functions or instructions are left
    write(&mut maxp, 14, &1_u16.to_be_bytes(), "maxp")?;

    let tables: [(&[u8; 4], Vec<u8>); 6] = [
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", loca),
        (b"maxp", maxp),
    ];
    Ok(Subset { file: assemble(&tables)?, new_ids })
}

fn assemble(tables: &[(&[u8; 4], Vec<u8>)]) -> Result<Vec<u8>, Failure> {
    let count = u16::try_from(tables.len()).map_err(|_| broken("tables"))?;
    let mut out = vec![0, 1, 0, 0];
    // Search range, entry selector and range shift for six tables, as the format defines them.
    let selector = u16::try_from(count.ilog2()).map_err(|_| broken("tables"))?;
    let range = (1_u16 << selector) * 16;
    for number in [count, range, selector, count * 16 - range] {
        out.extend(number.to_be_bytes());
    }
    let mut offset = 12 + tables.len() * 16;
    let mut head_at = 0;
    for (name, data) in tables {
        if *name == b"head" {
            head_at = offset;
        }
        out.extend(name.iter());
        out.extend(sum(data).to_be_bytes());
        put32(&mut out, offset);
        put32(&mut out, data.len());
        offset += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        out.extend(data);
        while out.len() % 4 != 0 {
            out.push(0);
        }
    }
    let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(sum(&out));
    write(&mut out, head_at + 8, &adjustment.to_be_bytes(), "head")?;
    Ok(out)
}

struct Source {
    head: &'static [u8],
    hhea: &'static [u8],
    maxp: &'static [u8],
    hmtx: &'static [u8],
    loca: &'static [u8],
    glyf: &'static [u8],
    long_loca: bool,
    metrics: u16,
}

impl Source {
    fn read(file: &'static [u8]) -> Result<Self, Failure> {
        let count = usize::from(u16_at(file, 4, "tables")?);
        let table = |name: &'static str| -> Result<&'static [u8], Failure> {
            for index in 0..count {
                let entry = 12 + index * 16;
                if file.get(entry..entry + 4) == Some(name.as_bytes()) {
                    let from = u32_at(file, entry + 8, name)?;
                    let size = u32_at(file, entry + 12, name)?;
                    return file.get(from..from + size).ok_or_else(|| broken(name));
                }
            }
            Err(broken(name))
        };
        let head = table("head")?;
        let hhea = table("hhea")?;
        Ok(Self {
            head,
            hhea,
            maxp: table("maxp")?,
            hmtx: table("hmtx")?,
            loca: table("loca")?,
            glyf: table("glyf")?,
            long_loca: u16_at(head, 50, "head")? == 1,
            metrics: u16_at(hhea, 34, "hhea")?,
        })
    }

    fn glyph(&self, glyph: u16) -> Result<&'static [u8], Failure> {
        let index = usize::from(glyph);
        let (from, to) = if self.long_loca {
            (u32_at(self.loca, index * 4, "loca")?, u32_at(self.loca, index * 4 + 4, "loca")?)
        } else {
            let half = |at| u16_at(self.loca, at, "loca").map(|value| usize::from(value) * 2);
            (half(index * 2)?, half(index * 2 + 2)?)
        };
        self.glyf.get(from..to).ok_or_else(|| broken("glyf"))
    }

    fn metrics(&self, glyph: u16) -> Result<(u16, i16), Failure> {
        let last = self.metrics.saturating_sub(1);
        let advance = u16_at(self.hmtx, usize::from(glyph.min(last)) * 4, "hmtx")?;
        let bearing_at = if glyph <= last {
            usize::from(glyph) * 4 + 2
        } else {
            usize::from(self.metrics) * 4 + usize::from(glyph - self.metrics) * 2
        };
        Ok((advance, u16_at(self.hmtx, bearing_at, "hmtx")?.cast_signed()))
    }
}

/// One part of a composite glyph.
struct Part {
    glyph: u16,
    /// Where its glyph number stands in the data.
    at: usize,
    /// Where its flags stand.
    flags_at: usize,
    flags: u16,
    end: usize,
}

fn parts_of(data: &[u8]) -> Result<Vec<Part>, Failure> {
    let mut parts = Vec::new();
    if data.is_empty() || u16_at(data, 0, "glyf")?.cast_signed() >= 0 {
        return Ok(parts);
    }
    let mut at = 10;
    loop {
        let flags = u16_at(data, at, "glyf")?;
        let glyph = u16_at(data, at + 2, "glyf")?;
        let mut size = 4 + if flags & ARGS_ARE_WORDS != 0 { 4 } else { 2 };
        size += if flags & HAVE_SCALE != 0 {
            2
        } else if flags & HAVE_XY_SCALE != 0 {
            4
        } else if flags & HAVE_TWO_BY_TWO != 0 {
            8
        } else {
            0
        };
        parts.push(Part { glyph, at: at + 2, flags_at: at, flags, end: at + size });
        at += size;
        if flags & MORE_PARTS == 0 {
            return Ok(parts);
        }
    }
}

fn without_hints(data: &[u8], new_ids: &BTreeMap<u16, u16>) -> Result<Vec<u8>, Failure> {
    if data.is_empty() {
        return Ok(Vec::new());
    }
    let contours = u16_at(data, 0, "glyf")?.cast_signed();
    if contours < 0 {
        let parts = parts_of(data)?;
        let end = parts.last().map_or(10, |part| part.end);
        let mut out = data.get(..end).ok_or_else(|| broken("glyf"))?.to_vec();
        for part in parts {
            let new = new_ids.get(&part.glyph).ok_or_else(|| broken("glyf"))?;
            write(&mut out, part.at, &new.to_be_bytes(), "glyf")?;
            write(&mut out, part.flags_at, &(part.flags & !HAVE_INSTRUCTIONS).to_be_bytes(), "glyf")?;
        }
        return Ok(out);
    }
    let length_at = 10 + usize::from(contours.unsigned_abs()) * 2;
    let hints = usize::from(u16_at(data, length_at, "glyf")?);
    let mut out = data.get(..length_at).ok_or_else(|| broken("glyf"))?.to_vec();
    out.extend([0, 0]);
    out.extend(data.get(length_at + 2 + hints..).ok_or_else(|| broken("glyf"))?);
    Ok(out)
}

fn broken(table: &'static str) -> Failure {
    Failure::BrokenFont { table }
}

fn u16_at(data: &[u8], at: usize, table: &'static str) -> Result<u16, Failure> {
    data.get(at..at + 2)
        .and_then(|pair| pair.try_into().ok())
        .map(u16::from_be_bytes)
        .ok_or_else(|| broken(table))
}

fn u32_at(data: &[u8], at: usize, table: &'static str) -> Result<usize, Failure> {
    data.get(at..at + 4)
        .and_then(|four| four.try_into().ok())
        .map(u32::from_be_bytes)
        .and_then(|value| usize::try_from(value).ok())
        .ok_or_else(|| broken(table))
}

fn write(data: &mut [u8], at: usize, value: &[u8], table: &'static str) -> Result<(), Failure> {
    data.get_mut(at..at + value.len()).ok_or_else(|| broken(table))?.copy_from_slice(value);
    Ok(())
}

fn put32(out: &mut Vec<u8>, value: usize) {
    // A cut face is some tens of kilobytes; the format has no room for more than four gigabytes.
    out.extend(u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes());
}

fn sum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0_u32, |sum, chunk| {
        let mut word = [0; 4];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}
