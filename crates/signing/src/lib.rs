//! Signatures that leave the office with its papers. Pure: keys, dates and bytes come in as arguments.
//!
//! - [`seal`]: the signed text in the QR code of a voucher or a refusal (қаз. «мөр белгісі», рус. «QR-код с подписью»);
//!   it verifies without a network against the public keys of the offices.

pub mod seal;
