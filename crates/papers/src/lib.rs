//! Official forms as PDF: pure functions from a paper's data to bytes.
