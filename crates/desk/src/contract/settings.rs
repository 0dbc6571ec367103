//! What a person chose for the window: language, theme, zoom, density.

use super::limits::Text;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Kk,
    Ru,
    En,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
    Contrast,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    #[default]
    Comfortable,
    Dense,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettingsView {
    pub language: Language,
    pub theme: Theme,
    pub density: Density,
    /// Percent, 80 to 200.
    pub zoom: u16,
    /// Single-letter shortcuts; off for screen readers.
    pub single_keys: bool,
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: Theme::default(),
            density: Density::default(),
            zoom: 100,
            single_keys: true,
        }
    }
}

/// A filter of the queue kept under a name by one person.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveView {
    pub name: Text<60>,
    /// The filter as the window wrote it; kept and given back as it is.
    pub filter: Text<4000>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ViewName {
    pub name: Text<60>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SavedView {
    pub name: String,
    pub filter: String,
}
