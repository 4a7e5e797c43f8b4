//! Collecting the words of documents.

use std::borrow::Cow;
use std::collections::HashMap;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::posting::Posting;
use super::run::IndexRun;
use super::words::{each_word, is_stop_word, stem};
use crate::markdown;
use crate::model::Tail;

/// A text that is searched.
#[derive(Debug, Clone, Copy)]
pub enum SearchText<'a> {
    Plain(&'a str),
    /// What a reader sees of it is searched.
    Markdown(&'a Tail),
}

/// Passes the texts of a document of type `T`, each with its level from 1 to 3, to what it is given.
pub trait Fields<T>: Fn(&T, &mut dyn FnMut(u8, SearchText<'_>)) {}

impl<T, F: Fn(&T, &mut dyn FnMut(u8, SearchText<'_>))> Fields<T> for F {}

/// A word that stands in the text this often says as much as one in a heading.
const OFTEN: u8 = 3;

/// Collects the words of documents, run by run, and remembers the stems of the forms that it has met.
#[derive(Debug, Default)]
pub struct WordCollector {
    /// The term of each form; `None` for those that are not searched.
    forms: HashMap<Box<str>, Option<u32>, FxBuildHasher>,
    terms: IndexSet<Box<str>, FxBuildHasher>,
    /// Of each term, where it stands in the document that is being read.
    sightings: Vec<Sighting>,
    /// The terms of that document.
    touched: Vec<u32>,
    /// Of each term, how many documents of this run have it.
    counts: Vec<u32>,
    /// The terms of this run, in the order in which they were met.
    met: Vec<u32>,
    /// Where each stands, document by document.
    found: Vec<(u32, Posting)>,
    /// The same, term by term.
    postings: Vec<Posting>,
}

/// Where a term stands in a document.
#[derive(Debug, Clone, Copy, Default)]
struct Sighting {
    level: u8,
    times: u8,
}

impl WordCollector {
    /// Collects the words of some documents, which are in ascending order of their numbers.
    pub fn run<T>(&mut self, documents: &[(u32, T)], fields: &impl Fields<T>) -> IndexRun {
        for (number, document) in documents {
            fields(document, &mut |level, text| {
                let shown = match text {
                    SearchText::Plain(text) => Cow::Borrowed(text),
                    SearchText::Markdown(text) => Cow::Owned(markdown::plain(text)),
                };
                each_word(&shown, |form| self.see(form, level));
            });
            self.end_document(*number);
        }
        self.end_run()
    }

    fn see(&mut self, form: &str, level: u8) {
        let term = match self.forms.get(form) {
            Some(term) => *term,
            None => self.add(form),
        };
        let Some(term) = term else { return };
        let sighting = &mut self.sightings[term as usize];
        if sighting.level == 0 {
            self.touched.push(term);
        }
        sighting.level = sighting.level.max(level);
        sighting.times = sighting.times.saturating_add(u8::from(level == 1));
    }

    /// Remembers a form that was not met before.
    #[cold]
    fn add(&mut self, form: &str) -> Option<u32> {
        let term = (!is_stop_word(form)).then(|| {
            let stem = stem(form);
            self.terms.get_index_of(stem).unwrap_or_else(|| {
                self.sightings.push(Sighting::default());
                self.counts.push(0);
                self.terms.insert_full(stem.into()).0
            })
        });
        // An archive of so many words would not fit into memory.
        let term = term.and_then(|term| u32::try_from(term).ok());
        self.forms.insert(form.into(), term);
        term
    }

    fn end_document(&mut self, number: u32) {
        for term in self.touched.drain(..) {
            let Sighting { level, times } = std::mem::take(&mut self.sightings[term as usize]);
            let level = if level == 1 && times >= OFTEN { 2 } else { level };
            let count = &mut self.counts[term as usize];
            if *count == 0 {
                self.met.push(term);
            }
            *count += 1;
            self.found.push((term, Posting::new(number, level)));
        }
    }

    /// Puts what was found in the order of its terms.
    fn end_run(&mut self) -> IndexRun {
        // Of each term, where its postings begin, and later where they end.
        let mut place = 0;
        for term in &self.met {
            let count = &mut self.counts[*term as usize];
            place += std::mem::replace(count, place);
        }
        self.postings.resize(self.found.len(), Posting::new(0, 1));
        for (term, posting) in self.found.drain(..) {
            let place = &mut self.counts[term as usize];
            self.postings[*place as usize] = posting;
            *place += 1;
        }
        let (terms, counts, postings) = (&self.terms, &mut self.counts, &self.postings);
        let mut from = 0;
        IndexRun::of(self.met.drain(..).filter_map(|term| {
            let until = std::mem::take(&mut counts[term as usize]) as usize;
            let of_term = &postings[from..until];
            from = until;
            Some((&**terms.get_index(term as usize)?, of_term))
        }))
    }
}
