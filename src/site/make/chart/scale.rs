//! Converts days to units. Time runs to the right, and all years are equally wide.

use jiff::civil::Date;

use crate::model::PartialDate;

/// Room for half of a mark on the first day.
pub const LEFT: i32 = 12;

/// The scale from days to units.
pub struct Scale {
    pub first_year: i16,
    pub year_width: i32,
}

impl Scale {
    /// Where a day begins.
    pub fn x(&self, day: Date) -> i32 {
        let year = i32::from(day.year()) - i32::from(self.first_year);
        let length = i32::from(day.days_in_year());
        let into = i32::from(day.day_of_year()) - 1;
        LEFT + year * self.year_width + into * self.year_width / length
    }

    /// The end of a day, where a span that includes it ends.
    pub fn end(&self, day: Date) -> i32 {
        day.tomorrow().map_or_else(|_| self.x(day), |next| self.x(next))
    }

    /// The middle of what a date can mean.
    pub fn middle(&self, date: PartialDate) -> i32 {
        i32::midpoint(self.x(date.first_day()), self.end(date.last_day()))
    }
}
