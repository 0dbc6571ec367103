//! What commands read from the command line: dates, instants, regions, sums. A fault names the value, the
//! option it came with, and what to write instead.

use crate::answer::Unusable;
use crate::reader::Reader;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rules::calendar::{CalendarFault, Week};
use rules::law::{Edition, EditionFault, EditionId, Editions};
use rules::money::Money;
use rules::region::Region;
use std::path::Path;
use words::{lookup, msg};

impl Reader {
    /// A civil date, exactly `YYYY-MM-DD`.
    pub(crate) fn date(self, option: &str, text: &str) -> Result<NaiveDate, Unusable> {
        plain_date(text).ok_or_else(|| Unusable(msg::cli_bad_date(self.lang, option, text)))
    }

    /// A civil date, or an instant by RFC 3339 whose day is taken on the wall calendar of the region.
    pub(crate) fn civil_date(self, option: &str, text: &str, region: Region) -> Result<NaiveDate, Unusable> {
        if let Some(date) = plain_date(text) {
            return Ok(date);
        }
        let instant = DateTime::parse_from_rfc3339(text.trim())
            .map_err(|_| Unusable(msg::cli_bad_moment(self.lang, option, text)))?;
        Ok(region.civil_date(instant.with_timezone(&Utc)))
    }

    /// The region of a КАТО code; without one the capital, whose clock is the platform's.
    pub(crate) fn region(self, option: &str, text: Option<&str>) -> Result<Region, Unusable> {
        match text {
            None => Ok(Region::Astana),
            Some(text) => {
                text.parse().map_err(|_| Unusable(msg::cli_bad_region(self.lang, &codes(), option, text)))
            }
        }
    }

    /// A week of five or six days; without one five.
    pub(crate) fn week(self, text: Option<&str>) -> Result<Week, Unusable> {
        match text {
            None => Ok(Week::Five),
            Some(text) => text
                .trim()
                .parse()
                .ok()
                .and_then(Week::of_days)
                .ok_or_else(|| Unusable(msg::cli_bad_week(self.lang, text))),
        }
    }

    /// A whole number that is not negative.
    pub(crate) fn count(self, option: &str, text: &str) -> Result<u32, Unusable> {
        let text = text.trim();
        let plain = !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
        let count = text.parse().ok().filter(|_| plain);
        count.ok_or_else(|| Unusable(msg::cli_bad_count(self.lang, option, text)))
    }

    /// A sum in tenge.
    pub(crate) fn money(self, option: &str, text: &str) -> Result<Money, Unusable> {
        Money::parse(text).map_err(|fault| {
            let key = format!("cli-money-{}", fault.code().replace('_', "-"));
            let why = lookup(self.lang, &key, &[]).unwrap_or_default();
            Unusable(msg::cli_bad_money(self.lang, option, text, &why))
        })
    }

    /// The edition of a name.
    pub(crate) fn edition<'a>(self, text: &str, editions: &'a Editions) -> Result<&'a Edition, Unusable> {
        let found = EditionId::parse(text).ok().and_then(|id| editions.get(&id).ok());
        found.ok_or_else(|| {
            let known: Vec<&str> = editions.all().iter().map(|edition| edition.id.as_str()).collect();
            Unusable(msg::cli_bad_edition(self.lang, &known.join(", "), text))
        })
    }

    /// The text of a file.
    pub(crate) fn file(self, path: &Path) -> Result<String, Unusable> {
        let shown = path.display().to_string();
        let bytes = std::fs::read(path)
            .map_err(|error| Unusable(msg::cli_bad_file(self.lang, &shown, &error.to_string())))?;
        String::from_utf8(bytes).map_err(|_| Unusable(msg::cli_bad_file_text(self.lang, &shown)))
    }

    /// A date the calendar does not know.
    pub(crate) fn calendar_fault(self, fault: &CalendarFault) -> Unusable {
        Unusable(match fault {
            CalendarFault::UnknownDate { date, known_from, known_to } => {
                msg::cli_calendar_unknown(self.lang, *date, *known_from, *known_to)
            }
            CalendarFault::RunsOut { from, working_days, known_to } => {
                msg::cli_calendar_runs_out(self.lang, *working_days, *from, *known_to)
            }
        })
    }

    /// A question the editions cannot answer.
    pub(crate) fn edition_fault(self, fault: &EditionFault) -> Unusable {
        Unusable(match fault {
            EditionFault::NoneOn { date, first } => msg::cli_edition_none_on(self.lang, *date, *first),
            EditionFault::NoSuch { id } => msg::cli_bad_edition(self.lang, "", id.as_str()),
            EditionFault::NotAtHand { id, paragraph } => {
                msg::cli_edition_not_at_hand(self.lang, id.as_str(), &paragraph.to_string())
            }
        })
    }
}

/// Exactly four, two and two digits, and a day that exists.
fn plain_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(place, letter)| match place {
            4 | 7 => letter == b'-',
            _ => letter.is_ascii_digit(),
        });
    text.parse().ok().filter(|date: &NaiveDate| shaped && date.year() > 0)
}

/// The codes of all regions, for a fault that tells what to write.
fn codes() -> String {
    Region::ALL.map(Region::code).join(", ")
}
