//! The colour profile every file states: sRGB, written here from its published numbers.

/// Fixed-point number of an ICC profile.
fn fixed(value: f64) -> [u8; 4] {
    #[expect(clippy::cast_possible_truncation, reason = "the numbers below are all between -2 and 3")]
    let whole = (value * 65_536.0).round() as i32;
    whole.to_be_bytes()
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut out = b"XYZ \0\0\0\0".to_vec();
    for value in values {
        out.extend(fixed(value));
    }
    out
}

fn text(words: &str) -> Vec<u8> {
    let mut out = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0CenUS".to_vec();
    let units: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    out.extend(u32::try_from(units.len()).unwrap_or(0).to_be_bytes());
    out.extend(28_u32.to_be_bytes());
    out.extend(units);
    out
}

/// An ICC 4.2 display profile with the primaries of IEC 61966-2-1 adapted to D50 and its curve.
pub(crate) fn srgb() -> Vec<u8> {
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    for value in [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45] {
        curve.extend(fixed(value));
    }
    let mut adaptation = b"sf32\0\0\0\0".to_vec();
    for value in
        [1.047_882, 0.022_919, -0.050_201, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076, 0.751_678]
    {
        adaptation.extend(fixed(value));
    }
    let tags: [(&[u8; 4], Vec<u8>); 8] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        (b"chad", adaptation),
        (b"rXYZ", xyz([0.436_065, 0.222_488, 0.013_916])),
        (b"gXYZ", xyz([0.385_147, 0.716_873, 0.097_076])),
        (b"bXYZ", xyz([0.143_066, 0.060_608, 0.714_096])),
        (b"rTRC", curve),
    ];
    let number = |value: usize| u32::try_from(value).unwrap_or(0).to_be_bytes();
    // Green and blue share the curve of red.
    let count = tags.len() + 2;
    let mut table = number(count).to_vec();
    let mut data: Vec<u8> = Vec::new();
    let first = 128 + 4 + 12 * count;
    for (name, body) in &tags {
        while !data.len().is_multiple_of(4) {
            data.push(0);
        }
        let place = [number(first + data.len()), number(body.len())].concat();
        data.extend(body);
        let names: &[&[u8; 4]] = if *name == b"rTRC" { &[b"rTRC", b"gTRC", b"bTRC"] } else { &[name] };
        for name in names {
            table.extend(name.iter());
            table.extend(&place);
        }
    }
    while !data.len().is_multiple_of(4) {
        data.push(0);
    }
    let mut out = number(first + data.len()).to_vec();
    out.extend(b"\0\0\0\0\x04\x20\0\0mntrRGB XYZ ");
    // A date is mandatory; that of the standard's publication says nothing about us.
    for part in [1999_u16, 10, 18, 0, 0, 0] {
        out.extend(part.to_be_bytes());
    }
    out.extend(b"acsp\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    for value in [0.9642, 1.0, 0.8249] {
        out.extend(fixed(value));
    }
    out.resize(128, 0);
    out.extend(table);
    out.extend(data);
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_profile_is_as_long_as_it_says() {
        let profile = super::srgb();
        assert_eq!(
            profile.len(),
            usize::try_from(u32::from_be_bytes(profile[..4].try_into().expect("four bytes"))).expect("small")
        );
        assert_eq!(&profile[36..40], b"acsp", "the signature stands where readers look for it");
    }
}
