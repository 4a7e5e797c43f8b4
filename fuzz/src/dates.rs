//! Dates and periods: what is read is a day of the calendar and is written as it was read, and
//! every day of the calendar can be read. Compared with a calendar that is counted out by hand.

use loftesarkiv::content::{self, Parsed, RawFile};
use loftesarkiv::model::document::Particulars;
use loftesarkiv::model::{End, PartialDate, Period};

/// The first line is a date and the beginning of a period, the second its end.
pub fn holds(data: &[u8]) {
    let text = super::text(data);
    let mut lines = text.lines();
    let (first, second) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
    let (from, until) = (date(first), date(second));
    if let Some(from) = from {
        period(from, until);
    }
    in_front_matter(first, from);
}

fn date(text: &str) -> Option<PartialDate> {
    let read = PartialDate::parse(text).ok();
    let expected = counted(text);
    let days = read.map(|date| (date.first_day().to_string(), date.last_day().to_string()));
    assert_eq!(days, expected, "{text:?}");
    if let Some(date) = read {
        assert_eq!(date.to_string(), text);
    }
    read
}

/// The first and the last day of `2018`, `2018-02` or `2018-02-01`, if it exists.
fn counted(text: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |at: usize, length: usize| -> Option<u32> {
        let part = parts.get(at)?;
        let digits = part.len() == length && part.chars().all(|c| "0123456789".contains(c));
        digits.then(|| part.parse().ok())?
    };
    let year = number(0, 4).filter(|year| (1900..=2199).contains(year))?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let february = if leap { 29 } else { 28 };
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = |month: u32| lengths.get(usize::try_from(month).ok()?.checked_sub(1)?).copied();
    match parts.len() {
        1 => Some((format!("{year}-01-01"), format!("{year}-12-31"))),
        2 => {
            let month = number(1, 2)?;
            let last = length(month)?;
            Some((format!("{year}-{month:02}-01"), format!("{year}-{month:02}-{last:02}")))
        }
        3 => {
            let (month, day) = (number(1, 2)?, number(2, 2)?);
            let fits = (1..=length(month)?).contains(&day);
            fits.then(|| (text.to_owned(), text.to_owned()))
        }
        _ => None,
    }
}

/// Every beginning with every end.
fn period(from: PartialDate, until: Option<PartialDate>) {
    let alone = Period::of(from);
    assert_eq!(alone.first_day(), Some(from.first_day()));
    assert_eq!(alone.last_day(), Some(from.last_day()));
    let reversed = until.is_some_and(|until| until.last_day() < from.first_day());
    let ends = [End::Unknown, End::FurtherNotice].into_iter().chain(until.map(End::Known));
    for (from, end) in ends.flat_map(|end| [(Some(from), end), (None, end)]) {
        let reversed = reversed && from.is_some() && matches!(end, End::Known(_));
        match Period::new(from, end) {
            Err(_) => assert!(reversed || (from.is_none() && end == End::Unknown)),
            Ok(period) => {
                assert!(!reversed);
                assert_eq!(period.first_day(), from.map(PartialDate::first_day));
                assert_eq!(period.end(), end);
                assert_eq!(period.last_day().is_some(), matches!(end, End::Known(_)));
            }
        }
    }
}

/// Between quotes it is the same date, or the file says why not.
fn in_front_matter(text: &str, expected: Option<PartialDate>) {
    if text.contains(|c: char| matches!(c, '"' | '\\') || c.is_control()) {
        return;
    }
    let file = format!("+++\nkind = \"notice\"\ntitle = \"Nyhet\"\ndate = \"{text}\"\n+++\n");
    let file = content::parse_file(&RawFile::new("content/nyhet.md", file.into_bytes()));
    let read = match &file.parsed {
        Parsed::Document(document) => match &document.particulars {
            Particulars::Notice(notice) => notice.date.as_ref().map(|date| date.value),
            _ => None,
        },
        _ => None,
    };
    // Blanks around a value are not part of it.
    let expected = expected.or_else(|| PartialDate::parse(text.trim()).ok());
    assert_eq!(read, expected, "{text:?}: {:?}", file.problems);
    assert_eq!(read.is_none(), !file.problems.is_empty(), "{text:?}: {:?}", file.problems);
}
