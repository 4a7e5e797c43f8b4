//! The time a document covers, as far as its source says.

use jiff::civil::Date;
use serde::Serialize;

use super::date::PartialDate;

/// What a document covers. Both ends are inclusive: `from = 2016` means its first day,
/// `until = 2019` its last. Cannot end before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Period {
    from: PartialDate,
    until: Option<PartialDate>,
}

impl Period {
    /// From and until; `None` when it would end before it begins.
    pub fn new(from: PartialDate, until: Option<PartialDate>) -> Option<Period> {
        match until {
            Some(until) if until.last_day() < from.first_day() => None,
            _ => Some(Period { from, until }),
        }
    }

    /// A whole year, month or day.
    pub fn of(date: PartialDate) -> Period {
        Period { from: date, until: Some(date) }
    }

    /// As written.
    pub fn from(self) -> PartialDate {
        self.from
    }

    /// As written; `None` when no end is known.
    pub fn until(self) -> Option<PartialDate> {
        self.until
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        self.from.first_day()
    }

    /// Its last day, when known.
    pub fn last_day(self) -> Option<Date> {
        self.until.map(PartialDate::last_day)
    }
}
