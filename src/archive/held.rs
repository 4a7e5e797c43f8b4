//! When an agreement or a pledge was in force. All interpretation of open ends, early endings and
//! replacements is here: states, summaries, year pages, gaps and charts use it, so that they cannot
//! contradict each other.

use jiff::civil::Date;

use crate::model::document::Agreement;
use crate::model::{Period, State};

/// What a document's own front matter says about when it was in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// `None` if its source does not print a period.
    pub period: Option<Period>,
    /// The first day that its signing can mean.
    pub signed: Option<Date>,
    /// The last day that its early ending can mean.
    pub ended: Option<Date>,
}

impl From<&Agreement> for Terms {
    fn from(keys: &Agreement) -> Terms {
        Terms {
            period: keys.period(),
            signed: keys.signed.as_ref().map(|signed| signed.value.first_day()),
            ended: keys.ended.as_ref().map(|ended| ended.date.value.last_day()),
        }
    }
}

/// When a document was in force, as far as the archive knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The first day on which it is known to have been in force: that of its period, otherwise the
    /// first day that its signing can mean. Being announced or published does not begin anything.
    pub first: Option<Date>,
    /// How long it was in force.
    pub end: HeldUntil,
}

/// How long a document was in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldUntil {
    /// Until and including this day, whether or not it has passed.
    Day(Date),
    /// It is in force until further notice according to its source, and nothing in the archive has
    /// ended it.
    FurtherNotice,
    /// It is not known for how long. If a day is given, the document was not in force after it.
    Unknown(Option<Date>),
}

/// When the documents that replace one do so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaced {
    /// No document replaces it.
    Never,
    /// A document replaces it from this day.
    From(Date),
    /// A document replaces it, but it is not known when.
    SomeDay,
}

/// Whether a document was in force in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InYear {
    /// It was in force on some day of it.
    Held,
    /// It had begun, and nobody knows whether it was still in force.
    Unclear,
}

/// When a document was in force, and its state on the given date.
pub fn held(terms: Terms, replaced: Replaced, today: Date) -> (Held, State) {
    let Terms { period, signed, ended } = terms;
    let further_notice = period.is_some_and(Period::is_further_notice);
    let replaced_from = match replaced {
        Replaced::From(day) => day.yesterday().ok(),
        Replaced::Never | Replaced::SomeDay => None,
    };
    let ends = [
        period.and_then(Period::last_day).map(|day| (day, State::Ended)),
        ended.map(|day| (day, State::Terminated)),
        replaced_from.map(|day| (day, State::Replaced)),
    ];
    // Of equal days, the first in this list determines the state.
    let last = ends.into_iter().flatten().min_by_key(|(day, _)| *day);
    let begins = period.and_then(Period::first_day);
    let first = begins.or(signed);
    let end = match last {
        _ if replaced == Replaced::SomeDay => HeldUntil::Unknown(last.map(|(day, _)| day)),
        Some((day, _)) => HeldUntil::Day(day),
        None if further_notice => HeldUntil::FurtherNotice,
        None => HeldUntil::Unknown(None),
    };
    let begun = first.map_or(further_notice, |first| first <= today);
    let state = match last {
        _ if replaced == Replaced::SomeDay => State::Replaced,
        Some((day, state)) if day < today => state,
        _ if begins.is_some_and(|begins| begins > today) => State::Upcoming,
        last if begun && (last.is_some() || further_notice) => State::InForce,
        _ => State::Unknown,
    };
    (Held { first, end }, state)
}

impl Held {
    /// The last day on which it was in force, if that is known.
    pub fn last(self) -> Option<Date> {
        match self.end {
            HeldUntil::Day(day) => Some(day),
            HeldUntil::FurtherNotice | HeldUntil::Unknown(_) => None,
        }
    }

    /// The first and last day of the time in which it is known to have been in force. If the end is
    /// unknown, that is the year of the beginning; if the beginning is unknown, only the last day.
    /// `None` if it was ended or replaced before it began, or if neither is known.
    pub fn certain(self, today: Date) -> Option<(Date, Date)> {
        let (first, last) = match (self.first, self.end) {
            (Some(first), HeldUntil::Day(last)) => (first, last),
            (Some(first), HeldUntil::FurtherNotice) => (first, today.max(first)),
            (Some(first), HeldUntil::Unknown(no_longer)) => {
                let year = first.last_of_year();
                (first, no_longer.map_or(year, |day| day.min(year)))
            }
            (None, HeldUntil::Day(last)) => (last, last),
            (None, HeldUntil::FurtherNotice) => (today, today),
            (None, HeldUntil::Unknown(_)) => return None,
        };
        (first <= last).then_some((first, last))
    }

    /// The first and last day of the time after that, of which nobody knows.
    pub fn unclear(self, today: Date) -> Option<(Date, Date)> {
        let HeldUntil::Unknown(no_longer) = self.end else { return None };
        let from = self.first?.last_of_year().tomorrow().ok()?;
        let until = no_longer.map_or(today, |day| day.min(today));
        (from <= until).then_some((from, until))
    }

    /// Whether it was in force in a year; `None` if it was not.
    pub fn in_year(self, year: i16, today: Date) -> Option<InYear> {
        let within = |(first, last): (Date, Date)| first.year() <= year && year <= last.year();
        if self.certain(today).is_some_and(within) {
            return Some(InYear::Held);
        }
        self.unclear(today).is_some_and(within).then_some(InYear::Unclear)
    }

    /// Whether it may have been in force in a year, since nobody knows when it began. It may be in
    /// the years that [`Held::in_year`] says nothing about.
    pub fn may_be_in_year(self, year: i16) -> bool {
        let no_longer = match self.end {
            HeldUntil::Day(day) | HeldUntil::Unknown(Some(day)) => Some(day),
            HeldUntil::FurtherNotice | HeldUntil::Unknown(None) => None,
        };
        self.first.is_none() && no_longer.is_none_or(|day| year <= day.year())
    }

    /// The first and last year about which there is anything to say.
    pub fn years(self, today: Date) -> Option<(i16, i16)> {
        let (first, last) = self.certain(today)?;
        let last = self.unclear(today).map_or(last, |(_, until)| until);
        Some((first.year(), last.year()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{End, PartialDate};

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date")
    }

    fn day(text: &str) -> Date {
        date(text).first_day()
    }

    fn terms(from: &str, end: End) -> Terms {
        let from = (!from.is_empty()).then(|| date(from));
        Terms { period: Period::new(from, end).ok(), signed: None, ended: None }
    }

    fn signed(terms: Terms, text: &str) -> Terms {
        Terms { signed: Some(day(text)), ..terms }
    }

    fn ended(terms: Terms, text: &str) -> Terms {
        Terms { ended: Some(date(text).last_day()), ..terms }
    }

    const TODAY: &str = "2020-06-05";

    #[track_caller]
    fn state(terms: Terms, replaced: Replaced) -> State {
        held(terms, replaced, day(TODAY)).1
    }

    #[test]
    fn a_state_follows_from_what_is_known_of_both_ends() {
        let cases = [
            (terms("2016", End::Known(date("2019"))), State::Ended),
            (terms("2016", End::Known(date(TODAY))), State::InForce),
            (terms("2020-06-06", End::Known(date("2021"))), State::Upcoming),
            (terms("2020-06-06", End::FurtherNotice), State::Upcoming),
            (terms("2020-06-06", End::Unknown), State::Upcoming),
            (terms("2016", End::FurtherNotice), State::InForce),
            (terms("2016", End::Unknown), State::Unknown),
            (terms("", End::FurtherNotice), State::InForce),
            (terms("", End::Known(date("2020-05"))), State::Ended),
            (terms("", End::Known(date("2020-06"))), State::Unknown),
            (signed(terms("", End::Known(date("2020-06"))), "2019"), State::InForce),
            (terms("", End::Unknown), State::Unknown),
            (signed(terms("", End::Unknown), "2019"), State::Unknown),
            (ended(terms("2016", End::Unknown), "2020-05"), State::Terminated),
            (ended(terms("2016", End::Unknown), "2020-06"), State::InForce),
            (ended(signed(terms("", End::Unknown), "2019"), "2020-05"), State::Terminated),
        ];
        for (terms, wanted) in cases {
            assert_eq!(state(terms, Replaced::Never), wanted, "{terms:?}");
        }
    }

    #[test]
    fn what_replaces_it_ends_it_on_the_day_before() {
        let agreement = terms("2016", End::FurtherNotice);
        let from = |text: &str| Replaced::From(day(text));
        assert_eq!(state(agreement, from("2020-06-05")), State::Replaced);
        assert_eq!(state(agreement, from("2020-06-06")), State::InForce);
        let (held, _) = held(agreement, from("2020-06-05"), day(TODAY));
        assert_eq!(held.last(), Some(day("2020-06-04")));
        // A period that ends on the same day determines the state.
        let agreement = terms("2016", End::Known(date("2020-06-04")));
        assert_eq!(state(agreement, from("2020-06-05")), State::Ended);
    }

    #[test]
    fn what_replaces_it_some_day_leaves_no_last_day() {
        let agreement = terms("2018", End::Known(date("2021")));
        let (held, state) = held(agreement, Replaced::SomeDay, day(TODAY));
        assert_eq!((held.last(), state), (None, State::Replaced));
        let years = [2017, 2018, 2019, 2020, 2021].map(|year| held.in_year(year, day(TODAY)));
        let unclear = Some(InYear::Unclear);
        assert_eq!(years, [None, Some(InYear::Held), unclear, unclear, None]);
    }

    #[track_caller]
    fn years(terms: Terms, first: i16, last: i16) -> String {
        let (held, _) = held(terms, Replaced::Never, day(TODAY));
        let reach = held.years(day(TODAY));
        let letters = (first..=last).map(|year| match held.in_year(year, day(TODAY)) {
            Some(InYear::Held) => 'h',
            Some(InYear::Unclear) => 'o',
            None => '-',
        });
        let letters: String = letters.collect();
        // Years about which nothing is said are outside `years`, and the other way round.
        let told = letters.find(|letter| letter != '-');
        assert_eq!(reach.is_some(), told.is_some(), "{letters}");
        letters
    }

    #[test]
    fn what_began_nobody_knows_when_may_have_held_in_any_year_until_its_end() {
        let may = |terms: Terms, year: i16| {
            held(terms, Replaced::Never, day(TODAY)).0.may_be_in_year(year)
        };
        let until = |text: &str| End::Known(date(text));
        assert!(may(terms("", End::Unknown), 2017) && may(terms("", End::Unknown), 2020));
        assert!(may(terms("", End::FurtherNotice), 2017));
        assert!(may(terms("", until("2019-05")), 2019) && !may(terms("", until("2019-05")), 2020));
        assert!(!may(signed(terms("", End::Unknown), "2018"), 2017));
        assert!(!may(terms("2018", until("2019")), 2017));
        assert!(!may(ended(terms("", End::Unknown), "2018-03"), 2019));
    }

    #[test]
    fn a_year_is_held_or_unclear_or_neither() {
        let until = |text: &str| End::Known(date(text));
        assert_eq!(years(terms("2017", until("2019")), 2016, 2021), "-hhh--");
        assert_eq!(years(terms("2017-12-31", End::FurtherNotice), 2016, 2021), "-hhhh-");
        assert_eq!(years(terms("2017-06", End::Unknown), 2016, 2021), "-hooo-");
        assert_eq!(years(terms("2020", End::Unknown), 2019, 2021), "-h-");
        assert_eq!(years(terms("", until("2019-05")), 2018, 2020), "-h-");
        assert_eq!(years(signed(terms("", until("2019-05")), "2017"), 2016, 2020), "-hhh-");
        assert_eq!(years(terms("", End::FurtherNotice), 2019, 2021), "-h-");
        assert_eq!(years(terms("", End::Unknown), 2016, 2020), "-----");
        assert_eq!(years(signed(terms("", End::Unknown), "2018"), 2017, 2021), "-hoo-");
        assert_eq!(years(ended(terms("2018", until("2021")), "2017"), 2016, 2021), "------");
    }
}
