//! Taking in an application from a folder.

use super::limits::Text;
use super::said::Said;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportFolder {
    /// A folder with `application.json`, or a folder of such folders.
    pub path: Text<4096>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Imported {
    pub taken: Vec<ImportedCase>,
    pub refused: Vec<ImportRefused>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportedCase {
    /// Name of the folder, for the eye.
    pub folder: String,
    pub case: Uuid,
    pub number: String,
    /// The same application was here already; nothing changed.
    pub known: bool,
    /// Copies with a problem: each has also become a finding of the case.
    pub problems: Vec<CopyProblem>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CopyProblem {
    pub file: String,
    pub code: String,
    pub said: Said,
}

/// A folder that could not be taken: nothing of it was kept, and this says what to do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportRefused {
    pub folder: String,
    pub code: String,
    pub said: Said,
}

/// A folder a person chose in the system's dialog; null when the dialog was closed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PickedFolder {
    pub path: Option<String>,
}

/// A folder with a demonstration application that can be imported.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DemonstrationFolder {
    pub name: String,
    pub path: String,
}
