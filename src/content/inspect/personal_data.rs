//! Personal data that was found in a text, in what is written or in what will be shown.

use std::ops::Range;
use std::sync::Arc;

use super::encoded::Encoded;
use super::glance::Glance;
use super::limit::MOST;
use super::personal_number::NumberSort;
use super::remedy::Remedy;
use super::{dotted_number, email, mobile, personal_number};
use crate::diagnostic::{Problem, Source, Span};

/// What was found, each sort in order of place.
pub(super) struct PersonalData {
    pub numbers: Vec<(Range<usize>, NumberSort)>,
    /// Private e-mail addresses and their domains.
    pub emails: Vec<(Range<usize>, String)>,
    /// Mobile numbers that are not personal numbers.
    pub mobiles: Vec<Range<usize>>,
}

impl PersonalData {
    pub fn in_text(text: &str, glance: Glance) -> PersonalData {
        let (mut numbers, mut mobiles) = (Vec::new(), Vec::new());
        if glance.may_hold_a_number() {
            numbers = personal_number::find(text);
            let known = spans(&numbers);
            let dotted = dotted_number::find(text).into_iter();
            numbers.extend(dotted.filter(|(span, _)| !overlaps(&known, span)));
            numbers.sort_by_key(|(span, _)| span.start);
            mobiles = mobile::find(text);
            let known = spans(&numbers);
            mobiles.retain(|span| !overlaps(&known, span));
        }
        let emails = if glance.may_hold_an_address() { email::find(text) } else { Vec::new() };
        PersonalData { numbers, emails, mobiles }
    }

    /// What is found in a text as it is written, and where characters of it are written in another
    /// way, as in the address of a link.
    pub fn however_written(text: &str) -> PersonalData {
        let mut found = PersonalData::in_text(text, Glance::of(text));
        found.add_encoded(text);
        found
    }

    /// Adds what is found where characters of the text are written in another way.
    pub fn add_encoded(&mut self, text: &str) {
        if let Some(encoded) = Encoded::of(text) {
            let said = encoded.text();
            self.add(PersonalData::in_text(said, Glance::of(said)), |span| encoded.written(span));
        }
    }

    /// Adds what was found in another form of the same text. `written` says where something of that
    /// form is in this one; what was already found there is not added again.
    pub fn add(&mut self, other: PersonalData, written: impl Fn(Range<usize>) -> Range<usize>) {
        let known = spans(&self.numbers);
        let numbers = other.numbers.into_iter().map(|(span, sort)| (written(span), sort));
        self.numbers.extend(numbers.filter(|(span, _)| !overlaps(&known, span)));
        self.numbers.sort_by_key(|(span, _)| span.start);
        let known = spans(&self.emails);
        let emails = other.emails.into_iter().map(|(span, domain)| (written(span), domain));
        self.emails.extend(emails.filter(|(span, _)| !overlaps(&known, span)));
        let (numbers, known) = (spans(&self.numbers), std::mem::take(&mut self.mobiles));
        let mobiles = other.mobiles.into_iter().map(written);
        let mobiles = mobiles.filter(|span| !overlaps(&numbers, span) && !overlaps(&known, span));
        self.mobiles = known.iter().cloned().chain(mobiles).collect();
    }

    /// Leaves out as many of each sort as another form of the text has.
    pub fn leave_out(&mut self, other: &PersonalData) {
        self.numbers.drain(..other.numbers.len().min(self.numbers.len()));
        self.emails.drain(..other.emails.len().min(self.emails.len()));
        self.mobiles.drain(..other.mobiles.len().min(self.mobiles.len()));
    }

    /// The same, at the place of the whole text.
    pub fn at(self, place: &Span) -> PersonalData {
        PersonalData {
            numbers: self.numbers.into_iter().map(|(_, sort)| (place.clone(), sort)).collect(),
            emails: self.emails.into_iter().map(|(_, domain)| (place.clone(), domain)).collect(),
            mobiles: self.mobiles.into_iter().map(|_| place.clone()).collect(),
        }
    }

    pub fn problems(self, source: &Arc<Source>, remedy: Remedy) -> Vec<Problem> {
        let numbers = self.numbers.into_iter().take(MOST);
        let mut problems: Vec<Problem> = numbers
            .map(|(span, sort)| personal_number::problem(source, span, sort, remedy))
            .collect();
        let emails = self.emails.into_iter().take(MOST);
        problems.extend(emails.map(|(span, domain)| email::problem(source, span, &domain)));
        let mobiles = self.mobiles.into_iter().take(MOST);
        problems.extend(mobiles.map(|span| mobile::problem(source, span)));
        problems
    }
}

fn spans<T>(found: &[(Range<usize>, T)]) -> Vec<Range<usize>> {
    found.iter().map(|(span, _)| span.clone()).collect()
}

/// Whether one of these spans, which are in order, overlaps another.
fn overlaps(spans: &[Range<usize>], span: &Range<usize>) -> bool {
    let next = spans.partition_point(|other| other.end <= span.start);
    spans.get(next).is_some_and(|other| other.start < span.end)
}
