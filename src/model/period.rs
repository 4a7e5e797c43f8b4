//! The time a document covers, as far as its source says.

use jiff::civil::Date;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::date::PartialDate;

/// The period that a document covers. Both ends are inclusive: `from = 2016` means the year's first
/// day, `until = 2019` its last. At least one end says something, and it never ends before it
/// begins; a source that says nothing has no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    from: Option<PartialDate>,
    end: End,
}

/// How a period ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// The source does not say.
    Unknown,
    /// The source says that it is in force until further notice (tills vidare).
    FurtherNotice,
    /// As written.
    Known(PartialDate),
}

/// Why a beginning and an end do not make a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodError {
    /// It would end at the second date before it begins at the first.
    Reversed(PartialDate, PartialDate),
    /// Neither end is known.
    Empty,
}

impl Period {
    /// A period with this beginning, if known, and this end.
    pub fn new(from: Option<PartialDate>, end: End) -> Result<Period, PeriodError> {
        match (from, end) {
            (None, End::Unknown) => Err(PeriodError::Empty),
            (Some(from), End::Known(until)) if until.last_day() < from.first_day() => {
                Err(PeriodError::Reversed(from, until))
            }
            _ => Ok(Period { from, end }),
        }
    }

    /// A whole year, month or day.
    pub fn of(date: PartialDate) -> Period {
        Period { from: Some(date), end: End::Known(date) }
    }

    /// As written; `None` if the beginning is not known.
    pub fn from(self) -> Option<PartialDate> {
        self.from
    }

    /// As written; `None` if the last day is not known.
    pub fn until(self) -> Option<PartialDate> {
        match self.end {
            End::Known(until) => Some(until),
            End::Unknown | End::FurtherNotice => None,
        }
    }

    /// How it ends.
    pub fn end(self) -> End {
        self.end
    }

    /// Its first day, if known.
    pub fn first_day(self) -> Option<Date> {
        self.from.map(PartialDate::first_day)
    }

    /// Its last day, if known.
    pub fn last_day(self) -> Option<Date> {
        self.until().map(PartialDate::last_day)
    }

    /// Whether its beginning is known.
    pub fn has_beginning(self) -> bool {
        self.from.is_some()
    }

    /// Whether the source says that it is in force until further notice.
    pub fn is_further_notice(self) -> bool {
        self.end == End::FurtherNotice
    }

    /// The first year that it is known to be about: that of its beginning, otherwise of its end;
    /// `None` if it is in force until further notice from an unknown date.
    pub fn first_year(self) -> Option<i16> {
        self.from.or(self.until()).map(PartialDate::calendar_year)
    }
}

/// As templates have it: `from` and `until`, which are `null` if unknown, and `further_notice`.
impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut period = serializer.serialize_struct("Period", 3)?;
        period.serialize_field("from", &self.from)?;
        period.serialize_field("until", &self.until())?;
        period.serialize_field("further_notice", &self.is_further_notice())?;
        period.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date")
    }

    #[test]
    fn a_period_says_something_and_runs_forward() {
        let from = date("2020-06");
        assert_eq!(Period::new(None, End::Unknown), Err(PeriodError::Empty));
        let before = date("2020-05");
        assert_eq!(
            Period::new(Some(from), End::Known(before)),
            Err(PeriodError::Reversed(from, before))
        );
        // Within the same month one may be the other.
        for end in [End::Unknown, End::FurtherNotice, End::Known(date("2020-06-01"))] {
            assert!(Period::new(Some(from), end).is_ok(), "{end:?}");
        }
        for end in [End::FurtherNotice, End::Known(before)] {
            assert!(Period::new(None, end).is_ok(), "{end:?}");
        }
    }

    #[test]
    fn its_days_are_those_that_are_known() {
        let only_end = Period::new(None, End::Known(date("2019-05"))).expect("a period");
        assert_eq!(only_end.first_day(), None);
        assert_eq!(only_end.last_day().map(|day| day.to_string()).as_deref(), Some("2019-05-31"));
        assert_eq!(only_end.first_year(), Some(2019));
        let open = Period::new(Some(date("2020-06-05")), End::FurtherNotice).expect("a period");
        assert!(open.is_further_notice() && open.last_day().is_none());
        assert_eq!(open.first_year(), Some(2020));
        let whole = Period::of(date("2018"));
        assert_eq!(
            serde_json::to_string(&whole).expect("JSON"),
            r#"{"from":"2018","until":"2018","further_notice":false}"#
        );
    }
}
