//! `Region`: the twenty regions of the country, their КАТО codes, and the civil date of an instant in each.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

macro_rules! regions {
    ($($(#[$doc:meta])* $name:ident $code:literal $zone:ident),+ $(,)?) => {
        /// An oblast, a city of republican significance or the capital, by the first two digits of its КАТО.
        /// Almaty city and Almaty oblast are two regions (reading A-45). өңір / регион.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Region { $($(#[$doc])* $name),+ }

        impl Region {
            /// All twenty, by code.
            pub const ALL: [Region; 20] = [$(Region::$name),+];

            /// Two digits of the КАТО code.
            pub fn code(self) -> &'static str {
                match self { $(Region::$name => $code),+ }
            }

            /// The time zone whose whole history is the region's (reading A-52).
            pub fn zone(self) -> Tz {
                match self { $(Region::$name => Tz::$zone),+ }
            }
        }
    };
}

regions! {
    /// Абай облысы / область Абай
    Abai "10" Asia__Almaty,
    /// Ақмола облысы / Акмолинская область
    Akmola "11" Asia__Almaty,
    /// Ақтөбе облысы / Актюбинская область
    Aktobe "15" Asia__Aqtobe,
    /// Алматы облысы / Алматинская область
    AlmatyOblast "19" Asia__Almaty,
    /// Атырау облысы / Атырауская область
    Atyrau "23" Asia__Atyrau,
    /// Батыс Қазақстан облысы / Западно-Казахстанская область
    WestKazakhstan "27" Asia__Oral,
    /// Жамбыл облысы / Жамбылская область
    Zhambyl "31" Asia__Almaty,
    /// Жетісу облысы / область Жетісу
    Zhetisu "33" Asia__Almaty,
    /// Қарағанды облысы / Карагандинская область
    Karaganda "35" Asia__Almaty,
    /// Қостанай облысы / Костанайская область
    Kostanay "39" Asia__Qostanay,
    /// Қызылорда облысы / Кызылординская область
    Kyzylorda "43" Asia__Qyzylorda,
    /// Маңғыстау облысы / Мангистауская область
    Mangystau "47" Asia__Aqtau,
    /// Павлодар облысы / Павлодарская область
    Pavlodar "55" Asia__Almaty,
    /// Солтүстік Қазақстан облысы / Северо-Казахстанская область
    NorthKazakhstan "59" Asia__Almaty,
    /// Түркістан облысы / Туркестанская область
    Turkistan "61" Asia__Almaty,
    /// Ұлытау облысы / область Ұлытау
    Ulytau "62" Asia__Almaty,
    /// Шығыс Қазақстан облысы / Восточно-Казахстанская область
    EastKazakhstan "63" Asia__Almaty,
    /// Астана қаласы / город Астана
    Astana "71" Asia__Almaty,
    /// Алматы қаласы / город Алматы
    AlmatyCity "75" Asia__Almaty,
    /// Шымкент қаласы / город Шымкент
    Shymkent "79" Asia__Almaty,
}

impl Region {
    /// The region of a two-digit code.
    pub fn find(code: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.code() == code)
    }

    /// The region a КАТО code of two or nine digits lies in.
    pub fn of_kato(kato: &str) -> Option<Region> {
        let kato = kato.trim();
        let known_length = kato.len() == 2 || kato.len() == 9;
        if !known_length || !kato.bytes().all(|letter| letter.is_ascii_digit()) {
            return None;
        }
        kato.get(..2).and_then(Region::find)
    }

    /// The date on the wall calendar of the region at an instant (readings ).
    pub fn civil_date(self, instant: DateTime<Utc>) -> NaiveDate {
        instant.with_timezone(&self.zone()).date_naive()
    }

    /// Date and time on the wall of the region at an instant.
    pub fn civil_time(self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(&self.zone()).naive_local()
    }

    /// The instant a wall time of the region means; the later of two when the clock was set back, so that a
    /// day never ends early (reading A-06).
    pub fn instant(self, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
        self.zone().from_local_datetime(&wall).latest().map(|moment| moment.with_timezone(&Utc))
    }
}

/// A code that is not one of the twenty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a region")]
pub struct UnknownRegion(pub String);

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Region {
    type Err = UnknownRegion;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Region::of_kato(text).ok_or_else(|| UnknownRegion(text.to_owned()))
    }
}

impl Serialize for Region {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().with_timezone(&Utc)
    }

    #[test]
    fn the_civil_date_follows_the_zone_of_the_region_on_that_day() {
        for (region, moment, date) in [
            // The 29th of February 2024 had 25 hours where the clock went from +6 to +5.
            (Region::Astana, "2024-02-29T17:30:00Z", "2024-02-29"),
            (Region::Astana, "2024-02-29T18:30:00Z", "2024-02-29"),
            (Region::Astana, "2024-02-29T19:00:00Z", "2024-03-01"),
            (Region::Astana, "2024-02-28T18:00:00Z", "2024-02-29"), // still +6
            (Region::Astana, "2025-02-28T18:00:00Z", "2025-02-28"), // now +5
            (Region::Kostanay, "2024-02-29T18:30:00Z", "2024-02-29"),
            (Region::Kyzylorda, "2024-02-29T18:30:00Z", "2024-02-29"), // was +5 already
            (Region::Aktobe, "2024-02-28T18:30:00Z", "2024-02-28"),
            (Region::WestKazakhstan, "2024-02-28T19:00:00Z", "2024-02-29"),
            (Region::Mangystau, "2026-10-14T19:00:00Z", "2026-10-15"),
        ] {
            assert_eq!(region.civil_date(instant(moment)).to_string(), date, "{region} {moment}");
        }
    }

    #[test]
    fn half_past_eleven_came_twice_and_the_day_ends_with_the_second() {
        for moment in ["2024-02-29T17:30:00Z", "2024-02-29T18:30:00Z"] {
            assert_eq!(Region::Astana.civil_time(instant(moment)).to_string(), "2024-02-29 23:30:00");
        }
        let wall = NaiveDate::from_ymd_opt(2024, 2, 29).and_then(|day| day.and_hms_opt(23, 30, 0)).unwrap();
        assert_eq!(Region::Astana.instant(wall), Some(instant("2024-02-29T18:30:00Z")));
    }

    #[test]
    fn a_code_of_two_or_nine_digits_finds_its_region() {
        for (kato, region) in [
            ("39", Some(Region::Kostanay)),
            ("750000000", Some(Region::AlmatyCity)),
            ("191610100", Some(Region::AlmatyOblast)),
            ("00", None),
            ("3", None),
            ("399", None),
            ("39000000a", None),
            ("", None),
        ] {
            assert_eq!(Region::of_kato(kato), region, "{kato}");
        }
        let codes: std::collections::BTreeSet<_> = Region::ALL.iter().map(|region| region.code()).collect();
        assert_eq!(codes.len(), 20, "no code twice");
    }
}
