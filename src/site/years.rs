//! Years: which a place has pages for, and how their folders are called.

use jiff::civil::Date;

use crate::archive::{Archive, LinkedPlace, What};

/// Every year from a place's first to its last entry or span; an open end reaches the day's year.
pub fn of_place(archive: &Archive, place: &LinkedPlace) -> Vec<i16> {
    let mut first = i16::MAX;
    let mut last = i16::MIN;
    let mut reach = |from: i16, until: i16| {
        first = first.min(from);
        last = last.max(until);
    };
    for entry in &place.timeline {
        if let Some(date) = entry.date {
            reach(date.calendar_year(), date.calendar_year());
        }
        match &entry.what {
            What::Gap(gap) => reach(gap.from.calendar_year(), gap.until.calendar_year()),
            What::Document(id) => {
                let linked = archive.document(*id);
                let agreement = linked.document.agreement();
                let Some((period, keys)) =
                    agreement.and_then(|keys| Some((keys.period.value?, keys)))
                else {
                    continue;
                };
                let last = linked.last_day.or(period.last_day()).map(Date::year);
                let first = keys.first_day().map(Date::year).or(period.first_year());
                if let Some(begin) = first.or(last) {
                    reach(begin, last.unwrap_or(archive.today.year()).max(begin));
                }
            }
            What::Planned(..) | What::Renamed(_) => {}
        }
    }
    (first..=last).collect()
}

/// Whether a folder's name is that of a year: four digits.
pub fn is_year(name: &str) -> bool {
    name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit())
}
