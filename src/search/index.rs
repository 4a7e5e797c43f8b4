//! The words of all documents, each with where it stands. Documents are read in runs of a thousand,
//! in parallel; what comes out does not depend on how many threads there are.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use rayon::prelude::*;

use super::code::Posting;
use super::compounds;
use super::words::{each_word, filed, is_stop_word, stem};

/// The number of documents read together.
const RUN: usize = 1000;

/// A word that stands in the text this often says as much as one in a heading.
const OFTEN: u8 = 3;

/// A stem and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub text: String,
    /// Where it is filed.
    pub filed: String,
    /// In ascending order.
    pub list: Vec<Posting>,
}

/// Makes the index. `documents` are in ascending order of their numbers; `fields` passes each
/// text of a document, with its level from 1 to 3, to what it is given. The terms are in the order
/// in which they are filed.
pub fn terms<T: Sync>(
    documents: &[(u32, T)],
    fields: impl Fn(&T, &mut dyn FnMut(u8, &str)) + Sync,
) -> Vec<Term> {
    let runs: Vec<IndexRun> =
        documents.par_chunks(RUN).map(|documents| IndexRun::of(documents, &fields)).collect();
    let mut lists: WordMap<Vec<Posting>> = WordMap::default();
    for run in runs {
        for (term, list) in run.terms.into_iter().zip(run.lists) {
            match lists.get_mut(&term) {
                Some(all) => all.extend_from_slice(&list),
                None => _ = lists.insert(term, list),
            }
        }
    }
    let mut terms: Vec<Term> =
        lists.into_iter().map(|(text, list)| Term { filed: filed(&text), text, list }).collect();
    in_order(&mut terms);
    compounds::add(&mut terms);
    in_order(&mut terms);
    terms
}

/// Puts terms in the order in which they are filed. No two have the same text.
fn in_order(terms: &mut [Term]) {
    terms.par_sort_unstable_by(|a, b| (&a.filed, &a.text).cmp(&(&b.filed, &b.text)));
}

/// The words of some documents.
#[derive(Default)]
struct IndexRun {
    terms: Vec<String>,
    lists: Vec<Vec<Posting>>,
}

/// Where a term stands in the document that is being read.
#[derive(Clone, Copy, Default)]
struct Sighting {
    level: u8,
    times: u8,
}

impl IndexRun {
    fn of<T>(documents: &[(u32, T)], fields: &impl Fn(&T, &mut dyn FnMut(u8, &str))) -> IndexRun {
        let mut run = IndexRun::default();
        let mut by_term: WordMap<usize> = WordMap::default();
        // The term of each form; `None` for those that are not searched.
        let mut by_form: WordMap<Option<usize>> = WordMap::default();
        let mut seen: Vec<Sighting> = Vec::new();
        let mut touched: Vec<usize> = Vec::new();
        for (number, document) in documents {
            fields(document, &mut |level, text| {
                each_word(text, |form| {
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
type WordMap<V> = HashMap<String, V, BuildHasherDefault<WordHasher>>;

/// Multiplies and turns, eight bytes at a time.
#[derive(Default)]
struct WordHasher(u64);

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

#[cfg(test)]
mod tests {
    use super::*;

    fn index(documents: &[&str]) -> Vec<Term> {
        let documents: Vec<(u32, &str)> = (0..).zip(documents.iter().copied()).collect();
        terms(&documents, |text, take| take(1, text))
    }

    fn list(terms: &[Term], text: &str) -> Vec<(u32, u8)> {
        let term = terms.iter().find(|term| term.text == text);
        let list = term.into_iter().flat_map(|term| &term.list);
        list.map(|posting| (posting.number(), posting.level())).collect()
    }

    #[test]
    fn a_term_knows_where_its_word_stands() {
        let terms = index(&["Fler patruller", "En patrull och en till", "inget"]);
        assert_eq!(list(&terms, "patrul"), [(0, 1), (1, 1)]);
        assert_eq!(list(&terms, "och"), []);
    }

    #[test]
    fn a_frequent_word_says_more() {
        let terms = index(&["trafik trafik trafik", "trafik"]);
        assert_eq!(list(&terms, "trafik"), [(0, 2), (1, 1)]);
    }

    #[test]
    fn the_last_part_of_a_compound_is_found() {
        let terms =
            index(&["trafikkontroller", "en kontroll av trafik", "grannsamverkan", "samverkan"]);
        assert_eq!(list(&terms, "kontrol"), [(0, 1), (1, 1)]);
        let terms = index(&["medborgarlöfte löfte", "medborgardialog", "skoldialog", "skola"]);
        assert_eq!(list(&terms, "dialog"), [(1, 1), (2, 1)], "which never stands alone");
    }

    #[test]
    fn the_index_is_the_same_with_any_number_of_threads() {
        let texts: Vec<String> =
            (0..2500).map(|n| format!("löfte{} trygghetsvandring {}", n % 7, n % 13)).collect();
        let documents: Vec<(u32, &str)> = (0..).zip(texts.iter().map(String::as_str)).collect();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| terms(&documents, |text, take| take(1, text)))
        };
        assert_eq!(with(1), with(4));
    }
}
