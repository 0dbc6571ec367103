//! The law: values and pure functions. No files, no clock, no random, no SQL, no HTTP, no language.
