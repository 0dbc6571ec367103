//! The office's own data: what its papers say of it, who heads each centre and who signs.

use super::limits::{Few, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person who signs, as the papers name the position.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct OfficialView {
    pub position_kk: String,
    pub position_ru: String,
    /// Surname first, as it is signed.
    pub name: String,
}

/// One centre as its papers show it; empty where nobody has filled it in yet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlaceView {
    pub name_kk: String,
    pub name_ru: String,
    pub bin: Option<String>,
    pub address_kk: String,
    pub address_ru: String,
    pub phone: String,
    pub email: String,
    /// Twenty characters without blanks.
    pub iban: Option<String>,
    /// The bank its code seems to belong to: a hint.
    pub bank: Option<String>,
    pub head: OfficialView,
    pub signatories: Vec<OfficialView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct OfficeView {
    pub career_centre: PlaceView,
    pub mobility_centre: PlaceView,
    /// This person may change it.
    pub may_change: bool,
}

#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfficialSet {
    pub position_kk: Text<150>,
    pub position_ru: Text<150>,
    pub name: Text<120>,
}

#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceSet {
    pub name_kk: Text<200>,
    pub name_ru: Text<200>,
    pub bin: Text<20>,
    pub address_kk: Text<200>,
    pub address_ru: Text<200>,
    pub phone: Text<60>,
    pub email: Text<100>,
    pub iban: Text<40>,
    pub head: OfficialSet,
    pub signatories: Few<OfficialSet, 8>,
}

/// Everything at once: what is left empty is empty on the papers.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfficeSet {
    pub career_centre: PlaceSet,
    pub mobility_centre: PlaceSet,
}
