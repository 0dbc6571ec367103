//! The data that ships with the program: read once from `assets/law`, by the same strict parsers as a file an
//! administrator adds.

use super::fault::DataFault;
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
