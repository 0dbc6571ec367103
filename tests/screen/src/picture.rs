//! What a display shows, read from Xvfb's frame buffer (an XWD file) and written as PNG.

use std::collections::HashSet;
use std::fs;
use std::io::BufWriter;
use std::path::Path;

use crate::{Fault, Size};

/// A picture of the whole display, three bytes a pixel.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    rgb: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "a picture of {} by {}", self.width, self.height)
    }
}

impl Picture {
    /// Reads the frame buffer of a display 24 bits deep.
    pub(crate) fn read(path: &Path) -> Result<Self, Fault> {
        let bytes = fs::read(path).map_err(Fault::ReadPicture)?;
        Self::from_xwd(&bytes)
    }

    fn from_xwd(bytes: &[u8]) -> Result<Self, Fault> {
        // The header is a row of big-endian words; the ones used here by their places in XWDFile.h.
        let word = |index: usize| -> Result<usize, Fault> {
            let field =
                bytes.get(index * 4..index * 4 + 4).ok_or(Fault::StrangePicture("its header is cut"))?;
            let field: [u8; 4] = field.try_into().map_err(|_| Fault::StrangePicture("its header is cut"))?;
            Ok(u32::from_be_bytes(field) as usize)
        };
        let (head, width, height) = (word(0)?, word(4)?, word(5)?);
        let (bits, line, colours) = (word(11)?, word(12)?, word(19)?);
        if bits != 32 {
            return Err(Fault::StrangePicture("it is not 32 bits a pixel"));
        }
        let pixels = bytes.get(head + colours * 12..).ok_or(Fault::StrangePicture("it has no pixels"))?;
        let mut rgb = Vec::with_capacity(width * height * 3);
        for row in pixels.chunks(line.max(1)).take(height) {
            for pixel in row.chunks_exact(4).take(width) {
                if let [blue, green, red, _] = pixel {
                    rgb.extend([*red, *green, *blue]);
                }
            }
        }
        if rgb.len() != width * height * 3 {
            return Err(Fault::StrangePicture("it is shorter than it says"));
        }
        let size =
            |number: usize| u32::try_from(number).map_err(|_| Fault::StrangePicture("it is too large"));
        Ok(Self { width: size(width)?, height: size(height)?, rgb })
    }

    /// The upper left corner of this size; nothing when the picture is smaller.
    #[must_use]
    pub fn corner(&self, size: Size) -> Option<Self> {
        if size.width > self.width || size.height > self.height {
            return None;
        }
        let bytes = |pixels: u32| usize::try_from(pixels).ok()?.checked_mul(3);
        let (line, part) = (bytes(self.width)?, bytes(size.width)?);
        let lines = self.rgb.chunks_exact(line).take(usize::try_from(size.height).ok()?);
        let rgb = lines.filter_map(|line| line.get(..part)).flatten().copied().collect();
        Some(Self { width: size.width, height: size.height, rgb })
    }

    /// How many colours the picture has.
    #[must_use]
    pub fn colours(&self) -> usize {
        self.rgb.chunks_exact(3).collect::<HashSet<_>>().len()
    }

    /// Writes the picture as PNG.
    ///
    /// # Errors
    /// [`Fault::WritePicture`].
    pub fn save(&self, path: &Path) -> Result<(), Fault> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Fault::WritePicture)?;
        }
        let file = fs::File::create(path).map_err(Fault::WritePicture)?;
        let mut encoder = png::Encoder::new(BufWriter::new(file), self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let write = |error: png::EncodingError| Fault::WritePicture(std::io::Error::other(error));
        encoder.write_header().and_then(|mut writer| writer.write_image_data(&self.rgb)).map_err(write)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame buffer of two pixels, red and blue, with a header of 100 bytes.
    fn two_pixels() -> Vec<u8> {
        let mut words = [0_u32; 25];
        words[0] = 100;
        words[4] = 2;
        words[5] = 1;
        words[11] = 32;
        words[12] = 8;
        let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        bytes.extend([0, 0, 255, 0, 255, 0, 0, 0]);
        bytes
    }

    #[test]
    fn a_frame_buffer_is_read_in_the_right_order_of_colours() {
        let picture = Picture::from_xwd(&two_pixels()).expect("two pixels");
        assert_eq!(picture.rgb, [255, 0, 0, 0, 0, 255], "red first, then blue");
        assert_eq!(picture.colours(), 2);
    }

    #[test]
    fn a_corner_is_the_beginning_of_the_first_lines() {
        let picture = Picture::from_xwd(&two_pixels()).expect("two pixels");
        let corner = picture.corner(Size { width: 1, height: 1 }).expect("it is smaller");
        assert_eq!(corner.rgb, [255, 0, 0], "the first pixel alone");
        assert_eq!(picture.corner(Size { width: 3, height: 1 }), None, "there are two");
    }

    #[test]
    fn a_cut_frame_buffer_is_refused_and_never_read_past_its_end() {
        let whole = two_pixels();
        for length in 0..whole.len() {
            assert!(Picture::from_xwd(&whole[..length]).is_err(), "{length} bytes are not a picture");
        }
    }
}
