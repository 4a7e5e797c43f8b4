//! A run: the words of some documents, collected in one go.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::code::Posting;
use super::words::{each_word, is_stop_word, stem};
use crate::markdown;

/// A text that is searched.
#[derive(Debug, Clone, Copy)]
pub enum SearchText<'a> {
    Plain(&'a str),
    /// What a reader sees of it is searched.
    Markdown(&'a str),
}

/// Passes the texts of a document of type `T`, each with its level from 1 to 3, to what it is given.
pub trait Fields<T>: Fn(&T, &mut dyn FnMut(u8, SearchText<'_>)) {}

impl<T, F: Fn(&T, &mut dyn FnMut(u8, SearchText<'_>))> Fields<T> for F {}

/// A word that stands in the text this often says as much as one in a heading.
const OFTEN: u8 = 3;

/// The words of some documents, and for each where it stands.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct IndexRun {
    pub terms: Vec<String>,
    pub lists: Vec<Vec<Posting>>,
}

/// Where a term stands in the document that is being read.
#[derive(Clone, Copy, Default)]
struct Sighting {
    level: u8,
    times: u8,
}

impl IndexRun {
    /// Collects the words of some documents.
    pub fn of<T>(documents: &[(u32, T)], fields: &impl Fields<T>) -> IndexRun {
        let mut run = IndexRun::default();
        let mut by_term: WordMap<usize> = WordMap::default();
        // The term of each form; `None` for those that are not searched.
        let mut by_form: WordMap<Option<usize>> = WordMap::default();
        let mut seen: Vec<Sighting> = Vec::new();
        let mut touched: Vec<usize> = Vec::new();
        for (number, document) in documents {
            fields(document, &mut |level, text| {
                let shown = match text {
                    SearchText::Plain(text) => Cow::Borrowed(text),
                    SearchText::Markdown(text) => Cow::Owned(markdown::plain(text)),
                };
                each_word(&shown, |form| {
                    let term = match by_form.get(form) {
                        Some(term) => *term,
                        None => {
                            let term = (!is_stop_word(form)).then(|| {
                                let stem = stem(form);
                                *by_term.entry(stem.into_owned()).or_insert_with_key(|stem| {
                                    run.terms.push(stem.clone());
                                    run.lists.push(Vec::new());
                                    seen.push(Sighting::default());
                                    seen.len() - 1
                                })
                            });
                            by_form.insert(form.to_owned(), term);
                            term
                        }
                    };
                    let Some(term) = term else { return };
                    let sighting = &mut seen[term];
                    if sighting.level == 0 {
                        touched.push(term);
                    }
                    sighting.level = sighting.level.max(level);
                    sighting.times = sighting.times.saturating_add(u8::from(level == 1));
                });
            });
            for term in touched.drain(..) {
                let Sighting { level, times } = std::mem::take(&mut seen[term]);
                let level = if level == 1 && times >= OFTEN { 2 } else { level };
                run.lists[term].push(Posting::new(*number, level));
            }
        }
        run
    }
}

/// A map by word. Most of the time goes into looking words up, and the standard library's hash is
/// made for keys of strangers.
pub type WordMap<V> = HashMap<String, V, BuildHasherDefault<WordHasher>>;

/// Multiplies and turns, eight bytes at a time.
#[derive(Default)]
pub struct WordHasher(u64);

impl WordHasher {
    fn take(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in chunks.by_ref() {
            let mut eight = [0; 8];
            eight.copy_from_slice(chunk);
            self.take(u64::from_le_bytes(eight));
        }
        let rest = chunks.remainder();
        if !rest.is_empty() {
            let mut eight = [0; 8];
            eight[..rest.len()].copy_from_slice(rest);
            self.take(u64::from_le_bytes(eight));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.take(u64::from(value));
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }
}
