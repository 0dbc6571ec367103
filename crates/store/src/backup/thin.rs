//! Which backups stay: one for each of the last 24 hours, 7 days and 5 weeks.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Timelike, Utc};

const HOURS: i64 = 24;
const DAYS: i64 = 7;
const WEEKS: i64 = 5;

/// For each instant whether its backup stays. The newest of each hour, day and week stays, the newest of all
/// stays, and what seems to be made in the future (a clock set back) is never removed.
pub fn thin(made_at: &[DateTime<Utc>], now: DateTime<Utc>) -> Vec<bool> {
    let mut order: Vec<usize> = (0..made_at.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(made_at.get(*index).copied()));
    let mut keep = vec![false; made_at.len()];
    let mut taken: BTreeSet<(u8, i64)> = BTreeSet::new();
    for (rank, index) in order.into_iter().enumerate() {
        let (Some(at), Some(keep)) = (made_at.get(index), keep.get_mut(index)) else { continue };
        let age = now - *at;
        let day = i64::from(at.date_naive().num_days_from_ce());
        let buckets = [
            (0, day * 24 + i64::from(at.hour()), age.num_hours() < HOURS),
            (1, day, age.num_days() < DAYS),
            // Weeks begin on Monday; day 1 of the common era was one.
            (2, (day - 1).div_euclid(7), age.num_weeks() < WEEKS),
        ];
        *keep = rank == 0 || *at > now;
        for (kind, bucket, young) in buckets {
            // The first seen is the newest of its bucket, because the newest come first.
            if taken.insert((kind, bucket)) && young {
                *keep = true;
            }
        }
    }
    keep
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, TimeZone};

    use super::*;

    fn kept(ages_minutes: &[i64]) -> Vec<i64> {
        let now = Utc.with_ymd_and_hms(2026, 3, 4, 12, 30, 0).unwrap();
        let made: Vec<DateTime<Utc>> =
            ages_minutes.iter().map(|age| now - TimeDelta::minutes(*age)).collect();
        ages_minutes.iter().zip(thin(&made, now)).filter(|(_, keep)| *keep).map(|(age, _)| *age).collect()
    }

    #[test]
    fn the_newest_of_each_hour_day_and_week_stays() {
        const HOUR: i64 = 60;
        const DAY: i64 = 24 * HOUR;
        for (ages, expected, why) in [
            (vec![], vec![], "none"),
            (vec![5, 10, 15], vec![5], "three in one hour: the newest"),
            (vec![5, 65, 70], vec![5, 65], "two hours"),
            (vec![DAY + 40, DAY + 50, 2 * DAY], vec![DAY + 40, 2 * DAY], "one for each day"),
            (vec![5, 8 * DAY, 9 * DAY, 16 * DAY], vec![5, 8 * DAY, 16 * DAY], "one for each week"),
            (vec![5, 90 * DAY], vec![5], "what is older than five weeks goes"),
            (vec![90 * DAY], vec![90 * DAY], "the last one never goes"),
            (vec![-600, 5], vec![-600, 5], "one from the future of a wrong clock stays"),
        ] {
            assert_eq!(kept(&ages), expected, "{why}");
        }
    }

    #[test]
    fn a_year_of_hourly_backups_thins_to_few() {
        let hourly: Vec<i64> = (0..365 * 24).map(|hour| hour * 60 + 5).collect();
        let left = kept(&hourly).len();
        assert!((30..=38).contains(&left), "24 hours, 7 days, 5 weeks, some of them the same: {left}");
    }
}
