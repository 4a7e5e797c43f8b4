//! Dates as precisely as they are known: a day, a month or a year. There are no clock times or time
//! zones.

use std::fmt;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// A year outside these is a typing mistake: a pledge can neither be older than the police's
/// statistics nor be made for another century.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// A date, or as much of it as is known. Ordered by first day, the less precise first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// "2018"
    Year(i16),
    /// "2018-02"
    Month(i16, i8),
    /// "2018-02-01"
    Day(Date),
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// It is not of the form `2018`, `2018-02` or `2018-02-01`.
    Form,
    /// It has a clock time or a time zone.
    Time,
    /// The month is not 01–12.
    Month,
    /// The month does not have this day; the month's last day is given.
    Day(i8),
    /// The year is outside [`YEARS`].
    Year,
}

impl PartialDate {
    /// Reads `2018`, `2018-02` or `2018-02-01` and nothing else, so that the meaning is never
    /// guessed.
    pub fn parse(text: &str) -> Result<PartialDate, DateError> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| -> Result<i16, DateError> {
            let part = &bytes[range];
            if !part.iter().all(u8::is_ascii_digit) {
                return Err(DateError::Form);
            }
            Ok(part.iter().fold(0, |n, d| n * 10 + i16::from(d - b'0')))
        };
        let dash = |at: usize| bytes[at] == b'-';
        match bytes.len() {
            4 => PartialDate::year(digits(0..4)?),
            7 if dash(4) => PartialDate::month(digits(0..4)?, digits(5..7)?),
            10 if dash(4) && dash(7) => {
                PartialDate::day(digits(0..4)?, digits(5..7)?, digits(8..10)?)
            }
            n if n > 10 && dash(4) && dash(7) && matches!(bytes[10], b'T' | b't' | b' ') => {
                Err(DateError::Time)
            }
            _ => Err(DateError::Form),
        }
    }

    /// A year.
    pub fn year(year: i16) -> Result<PartialDate, DateError> {
        if YEARS.contains(&year) { Ok(PartialDate::Year(year)) } else { Err(DateError::Year) }
    }

    /// A month of a year.
    pub fn month(year: i16, month: i16) -> Result<PartialDate, DateError> {
        PartialDate::year(year)?;
        match i8::try_from(month) {
            Ok(month @ 1..=12) => Ok(PartialDate::Month(year, month)),
            _ => Err(DateError::Month),
        }
    }

    /// A day.
    pub fn day(year: i16, month: i16, day: i16) -> Result<PartialDate, DateError> {
        let month_of_year = PartialDate::month(year, month)?;
        let narrow = |number| i8::try_from(number).ok();
        let date = narrow(month).zip(narrow(day));
        date.and_then(|(month, day)| Date::new(year, month, day).ok())
            .map(PartialDate::Day)
            .ok_or_else(|| DateError::Day(month_of_year.last_day().day()))
    }

    /// The first day that it can mean.
    pub fn first_day(self) -> Date {
        match self {
            PartialDate::Year(year) => civil(year, 1),
            PartialDate::Month(year, month) => civil(year, month),
            PartialDate::Day(day) => day,
        }
    }

    /// The last day that it can mean.
    pub fn last_day(self) -> Date {
        match self {
            PartialDate::Year(year) => civil(year, 12).last_of_month(),
            PartialDate::Month(year, month) => civil(year, month).last_of_month(),
            PartialDate::Day(day) => day,
        }
    }

    /// The year, which is always known.
    pub fn calendar_year(self) -> i16 {
        self.first_day().year()
    }

    /// The key by which dates are ordered in a timeline: by the last day that they can mean, the
    /// more precise first.
    pub fn order(self) -> (Date, u8) {
        let vagueness = match self {
            PartialDate::Day(_) => 0,
            PartialDate::Month(..) => 1,
            PartialDate::Year(_) => 2,
        };
        (self.last_day(), vagueness)
    }
}

/// The first day of a month that is known to be valid.
fn civil(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::ZERO)
}

impl PartialDate {
    /// The date as in front matter, written into this buffer: `2018-02-01`, `2018-02` or `2018`.
    pub fn written(self, room: &mut [u8; 10]) -> &str {
        let (year, month, day, length) = match self {
            PartialDate::Year(year) => (year, 0, 0, 4),
            PartialDate::Month(year, month) => (year, month, 0, 7),
            PartialDate::Day(day) => (day.year(), day.month(), day.day(), 10),
        };
        let digits = |number: i16| [b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8];
        let ([y1, y2], [y3, y4]) = (digits(year / 100), digits(year));
        let ([m1, m2], [d1, d2]) = (digits(month.into()), digits(day.into()));
        *room = [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2];
        str::from_utf8(&room[..length]).unwrap_or_default()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written(&mut [0; 10]))
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.written(&mut [0; 10]))
    }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> Self {
        PartialDate::Day(day)
    }
}
