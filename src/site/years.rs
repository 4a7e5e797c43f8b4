//! Years: which a place has pages for, and how their folders are called.

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
                let period = linked.document.agreement().and_then(|keys| keys.period.value);
                if let Some(period) = period {
                    let begin = period.first_day().year();
                    let end = match linked.last_day.or(period.last_day()) {
                        Some(day) => day.year(),
                        None => archive.today.year(),
                    };
                    reach(begin, end.max(begin));
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
