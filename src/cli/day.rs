//! The date for which states are computed. This is the only place that reads the clock.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::failure::Failure;
use crate::text;

/// Swedish time as a rule, so that no time zone database is needed: summer time from the last
/// Sunday of March to the last of October.
const SWEDISH_TIME: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// The date given by `--today`, otherwise by `SOURCE_DATE_EPOCH` if that is set, otherwise today's
/// date in Sweden.
pub fn today(given: Option<Date>) -> Result<Date, Failure> {
    if let Some(day) = given {
        return Ok(day);
    }
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => seconds
            .trim()
            .parse::<i64>()
            .ok()
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
            .ok_or_else(|| Failure {
                message: text!(
                    "SOURCE_DATE_EPOCH är satt till ”{seconds}”, men ska vara ett antal sekunder.",
                    "SOURCE_DATE_EPOCH is set to “{seconds}”, but must be a number of seconds."
                ),
                help: text!(
                    "Rätta den, eller ange dagen med --today.",
                    "Correct it, or give the day with --today."
                ),
            })?,
        Err(_) => Timestamp::now(),
    };
    let zone = TimeZone::posix(SWEDISH_TIME).unwrap_or(TimeZone::UTC);
    Ok(now.to_zoned(zone).date())
}
