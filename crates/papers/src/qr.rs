//! Two-dimensional codes as black squares on the page: vectors, sharp at any size.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::Failure;

/// A code ready to be drawn.
#[derive(Debug, Clone)]
pub(crate) struct Code {
    /// Width of the whole code with its quiet zone, points.
    pub(crate) side: f32,
    /// Empty width to its left in its column, points.
    pub(crate) left: f32,
    /// Black runs in modules: column, row from the top, length. The quiet zone is counted in.
    pub(crate) runs: Vec<(u16, u16, u16)>,
    /// Modules across, quiet zone included.
    pub(crate) modules: u16,
}

/// Empty modules around the code, as the standard asks.
const QUIET: i32 = 4;

impl Code {
    /// A code of medium error correction that holds `payload`.
    ///
    /// # Errors
    /// [`Failure::CodeTooLong`] when the payload does not fit.
    pub(crate) fn new(payload: &str, side: f32) -> Result<Self, Failure> {
        let code = QrCode::encode_text(payload, QrCodeEcc::Medium)
            .map_err(|_| Failure::CodeTooLong { bytes: payload.len() })?;
        let size = code.size();
        let short = |value: i32| u16::try_from(value).unwrap_or(0);
        let mut runs = Vec::new();
        for row in 0..size {
            let mut column = 0;
            while column < size {
                let from = column;
                while column < size && code.get_module(column, row) {
                    column += 1;
                }
                if column > from {
                    runs.push((short(from + QUIET), short(row + QUIET), short(column - from)));
                }
                column += 1;
            }
        }
        Ok(Self { side, left: 0.0, runs, modules: short(size + 2 * QUIET) })
    }
}
