//! Papers: the bytes shown are the bytes saved and printed.

use super::limits::{Few, Text};
use super::said::Said;
use super::settings::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    Application,
    Refusal,
    Voucher,
    ExtensionNotice,
    AnnulmentNotice,
    ReinstatementNotice,
    Act,
    Persons,
    ActReturn,
    HandOut,
}

impl PaperKind {
    pub const ALL: [PaperKind; 10] = [
        PaperKind::Application,
        PaperKind::Refusal,
        PaperKind::Voucher,
        PaperKind::ExtensionNotice,
        PaperKind::AnnulmentNotice,
        PaperKind::ReinstatementNotice,
        PaperKind::Act,
        PaperKind::Persons,
        PaperKind::ActReturn,
        PaperKind::HandOut,
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperLanguage {
    Kk,
    Ru,
    Both,
}

impl From<Language> for PaperLanguage {
    fn from(language: Language) -> Self {
        match language {
            Language::Kk => PaperLanguage::Kk,
            Language::Ru | Language::En => PaperLanguage::Ru,
        }
    }
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperAsk {
    pub case: Uuid,
    pub kind: PaperKind,
    pub language: PaperLanguage,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperSave {
    pub case: Uuid,
    pub kind: PaperKind,
    pub language: PaperLanguage,
    /// Folder to save into; null: the folder of papers of this user.
    pub folder: Option<Text<4096>>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PaperSaved {
    pub path: String,
    pub bytes: u32,
    pub sha256: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PrinterCard {
    pub name: String,
    /// What people call it.
    pub title: String,
    pub default: bool,
    pub accepting: bool,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintPaper {
    pub case: Uuid,
    pub kind: PaperKind,
    pub language: PaperLanguage,
    pub printer: Option<Text<200>>,
    pub copies: u8,
}

/// The papers of the day in one job with a cover sheet.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintDay {
    pub printer: Option<Text<200>>,
    pub language: PaperLanguage,
    /// Only these, or everything of the day that was not printed yet when empty.
    pub only: Few<Text<80>, 400>,
    /// 1 to 20.
    pub copies: u8,
}

/// The same job as a file, where there is no printer.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDay {
    pub language: PaperLanguage,
    pub only: Few<Text<80>, 400>,
    /// Null: the folder of papers of this user.
    pub folder: Option<Text<4096>>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PrintRow {
    pub id: String,
    pub case: Uuid,
    pub number: String,
    pub name: String,
    pub kind: PaperKind,
    pub title: Said,
    /// `waiting`, `sent`, `printed`, `failed`.
    pub state: String,
    pub copies: u32,
    /// Local time of the last print.
    pub at: Option<String>,
    pub by: Option<String>,
    pub printer: Option<String>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintMark {
    pub id: Text<80>,
    /// The page came out of the printer; `false` puts it back into the queue.
    pub came_out: bool,
}
