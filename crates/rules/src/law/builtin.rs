//! The data that ships with the program: read once from `assets/law`, by the same strict parsers as a file an
//! administrator adds.

use super::banks::Banks;
use super::edition::Edition;
use super::editions::Editions;
use super::fault::DataFault;
use super::mrp::MrpTable;
use crate::calendar::{Calendar, CalendarLaw, YearDays};

const CALENDAR_LAW: &str = include_str!("../../../../assets/law/calendar/law.json");
const CALENDAR_YEARS: [(&str, &str); 5] = [
    ("2023.json", include_str!("../../../../assets/law/calendar/2023.json")),
    ("2024.json", include_str!("../../../../assets/law/calendar/2024.json")),
    ("2025.json", include_str!("../../../../assets/law/calendar/2025.json")),
    ("2026.json", include_str!("../../../../assets/law/calendar/2026.json")),
    ("2027.json", include_str!("../../../../assets/law/calendar/2027.json")),
];

/// The calendar of the known years, as shipped. Errors name the file at fault.
pub fn calendar() -> Result<Calendar, DataFault> {
    let law = CalendarLaw::parse(CALENDAR_LAW).map_err(|fault| fault.inside("law.json"))?;
    let years = CALENDAR_YEARS
        .iter()
        .map(|(file, text)| YearDays::parse(text).map_err(|fault| fault.inside(file)))
        .collect::<Result<Vec<_>, _>>()?;
    Calendar::new(law, years, Vec::new())
}

const EDITIONS: [(&str, &str); 3] = [
    ("a.json", include_str!("../../../../assets/law/editions/a.json")),
    ("b.json", include_str!("../../../../assets/law/editions/b.json")),
    ("c.json", include_str!("../../../../assets/law/editions/c.json")),
];
const MRP: &str = include_str!("../../../../assets/law/mrp.json");
const BANKS: &str = include_str!("../../../../assets/law/banks.json");

/// Everything the rules know as data. An administrator's additions make a new one.
#[derive(Debug, Clone)]
pub struct Law {
    /// The wordings of the Rules.
    pub editions: Editions,
    /// Working days.
    pub calendar: Calendar,
    /// The monthly calculation index.
    pub mrp: MrpTable,
    /// Bank codes.
    pub banks: Banks,
}

impl Law {
    /// Names the content: the version of the calendar and a fingerprint of everything else. What was reckoned
    /// under another one and is kept must be reckoned again.
    #[must_use]
    pub fn version(&self) -> String {
        // FNV-1a; what cannot be written as JSON does not exist among these types.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let text = serde_json::to_vec(&(self.editions.all(), &self.mrp, &self.banks)).unwrap_or_default();
        for byte in text {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        format!("{}/{hash:016x}", self.calendar.version())
    }
}

/// The law as shipped with the program. Errors name the file at fault; a test keeps it without any.
pub fn builtin() -> Result<Law, DataFault> {
    let editions = EDITIONS
        .iter()
        .map(|(file, text)| Edition::parse(text).map_err(|fault| fault.inside(file)))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Law {
        editions: Editions::new(editions)?,
        calendar: calendar()?,
        mrp: MrpTable::parse(MRP).map_err(|fault| fault.inside("mrp.json"))?,
        banks: Banks::parse(BANKS).map_err(|fault| fault.inside("banks.json"))?,
    })
}
