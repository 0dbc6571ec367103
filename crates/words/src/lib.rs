//! The words: Fluent files in Kazakh, Russian and English, made into typed functions and UI keys.
