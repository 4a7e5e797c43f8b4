//! The words of all documents, each with where it stands. Documents are read in runs of about a
//! thousand, in parallel; what comes out does not depend on how many threads there are, nor on which
//! runs an earlier build has kept.

use std::collections::HashMap;
use std::sync::Mutex;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::code::list;
use super::collect::{Fields, WordCollector};
use super::compounds::Compounds;
use super::kept::KeptRuns;
use super::posting::{Posting, PostingBytes};
use super::run::IndexRun;
use super::term::Term;
use super::words::filed;
use crate::lock::locked;
use crate::piece::PIECE;

/// The numbers of documents that are read together differ in the lowest so many bits.
const RUN: u32 = 10;

/// Runs of fewer documents than this take less time to make than to keep.
const WORTH_KEEPING: usize = 2000;

/// Lists with fewer postings than one for so many documents are sorted.
const FEW: usize = 8;

/// Makes the index. `documents` are in ascending order of their numbers; `fields` passes the texts
/// of each. The terms are in the order in which they are filed. Of a large archive, runs whose texts
/// are as they were come from `kept`.
pub fn terms<T: Sync>(
    documents: &[(u32, T)],
    kept: &dyn KeptRuns,
    fields: impl Fields<T> + Sync,
) -> Vec<Term> {
    let runs = runs(documents, kept, fields);
    let found = FoundTerms::of(&runs);
    let compounds = Compounds::of(&found.texts, &found.known);
    let known = found.texts.iter().enumerate().map(|(n, text)| (*text, Some(n)));
    let new = compounds.new_words().map(|text| (text, None));
    let all: Vec<(&str, Option<usize>)> = known.chain(new).collect();
    let mut terms: Vec<Term> = all
        .par_iter()
        .with_max_len(PIECE)
        .enumerate()
        .map_init(
            <(Vec<Posting>, Vec<u8>)>::default,
            |(postings, levels), (n, (text, found_as))| {
                postings.clear();
                if let Some(n) = found_as {
                    found.append_postings(*n, postings);
                }
                let alone = postings.len();
                for compound in compounds.ending_in(n) {
                    found.append_postings(compound, postings);
                }
                if postings.len() > alone {
                    postings[alone..].iter_mut().for_each(|posting| *posting = posting.lowered());
                    unite(postings, levels);
                }
                Term { text: (*text).into(), filed: filed(text).into(), list: list(postings) }
            },
        )
        .collect();
    // No two have the same text.
    terms.par_sort_unstable_by(|a, b| (&a.filed, &a.text).cmp(&(&b.filed, &b.text)));
    terms
}

fn runs<T: Sync>(
    documents: &[(u32, T)],
    kept: &dyn KeptRuns,
    fields: impl Fields<T> + Sync,
) -> Vec<IndexRun> {
    let keeps = documents.len() >= WORTH_KEEPING;
    let chunks: Vec<&[(u32, T)]> = documents.chunk_by(|a, b| a.0 >> RUN == b.0 >> RUN).collect();
    // Whoever has made a run knows most words of the next.
    let collectors: Mutex<Vec<WordCollector>> = Mutex::default();
    chunks
        .into_par_iter()
        .with_max_len(1)
        .map(|documents| {
            let mut collector = locked(&collectors).pop().unwrap_or_default();
            let run = match documents.first() {
                Some((number, _)) if keeps => {
                    kept.run(number >> RUN, documents, &fields, &mut collector)
                }
                _ => collector.run(documents, &fields),
            };
            locked(&collectors).push(collector);
            run
        })
        .collect()
}

/// The terms of all runs.
struct FoundTerms<'a> {
    texts: Vec<&'a str>,
    known: HashMap<&'a str, u32, FxBuildHasher>,
    /// Where they stand: those of one term follow each other, in the order of the runs.
    places: Vec<PostingBytes<'a>>,
    /// Of each term, where its places end.
    ends: Vec<usize>,
}

impl<'a> FoundTerms<'a> {
    fn of(runs: &'a [IndexRun]) -> FoundTerms<'a> {
        let NumberedTerms { texts, known, of_places } = NumberedTerms::of(runs);
        // How many places each has; then where they begin, until all are in place.
        let mut ends = vec![0; texts.len()];
        of_places.iter().for_each(|term| ends[*term as usize] += 1);
        let mut place = 0;
        for end in &mut ends {
            place += std::mem::replace(end, place);
        }
        let mut places = vec![PostingBytes::of(&[]); place];
        for (of_term, term) in runs.iter().flat_map(IndexRun::places).zip(of_places) {
            let end = &mut ends[term as usize];
            places[*end] = of_term;
            *end += 1;
        }
        FoundTerms { texts, known, places, ends }
    }

    /// Adds where a term stands, in ascending order, to a list.
    fn append_postings(&self, term: usize, list: &mut Vec<Posting>) {
        let from = term.checked_sub(1).map_or(0, |before| self.ends[before]);
        for places in &self.places[from..self.ends[term]] {
            places.append_to(list);
        }
    }
}

/// The terms of some runs, numbered in the order in which the runs have them.
struct NumberedTerms<'a> {
    texts: Vec<&'a str>,
    known: HashMap<&'a str, u32, FxBuildHasher>,
    /// The term of each place, run by run.
    of_places: Vec<u32>,
}

/// So many runs are numbered one after the other.
const TOGETHER: usize = 8;

impl<'a> NumberedTerms<'a> {
    fn of(runs: &'a [IndexRun]) -> NumberedTerms<'a> {
        if runs.len() > TOGETHER {
            let (first, last) = runs.split_at(runs.len() / 2);
            let (first, last) = rayon::join(|| Self::of(first), || Self::of(last));
            return first.and(last);
        }
        let mut terms =
            NumberedTerms { texts: Vec::new(), known: HashMap::default(), of_places: Vec::new() };
        for (text, _) in runs.iter().flat_map(IndexRun::terms) {
            let term = terms.number(text);
            terms.of_places.push(term);
        }
        terms
    }

    /// And those of the runs that follow.
    fn and(mut self, following: NumberedTerms<'a>) -> NumberedTerms<'a> {
        let numbers: Vec<u32> = following.texts.iter().map(|text| self.number(text)).collect();
        self.of_places.extend(following.of_places.iter().map(|term| numbers[*term as usize]));
        self
    }

    fn number(&mut self, text: &'a str) -> u32 {
        *self.known.entry(text).or_insert_with(|| {
            self.texts.push(text);
            u32::try_from(self.texts.len() - 1).unwrap_or(u32::MAX)
        })
    }
}

/// Puts several lists that follow each other into one, with each document once, at its highest level.
fn unite(lists: &mut Vec<Posting>, levels: &mut Vec<u8>) {
    let end = lists.iter().map(|posting| posting.number() + 1).max().unwrap_or(0);
    if lists.len() < end as usize / FEW {
        lists.sort_unstable_by(|a, b| b.cmp(a));
        // Of one document, the first is the highest.
        lists.dedup_by_key(|posting| posting.number());
        lists.reverse();
        return;
    }
    levels.clear();
    levels.resize(end as usize, 0);
    for posting in lists.drain(..) {
        let level = &mut levels[posting.number() as usize];
        *level = posting.level().max(*level);
    }
    let found = levels.iter().zip(0..).filter(|(level, _)| **level > 0);
    lists.extend(found.map(|(level, number)| Posting::new(number, *level)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::code::read;
    use crate::search::collect::SearchText;
    use crate::search::kept::NoRuns;

    fn plain(text: &&str, take: &mut dyn FnMut(u8, SearchText<'_>)) {
        take(1, SearchText::Plain(text));
    }

    fn index(documents: &[&str]) -> Vec<Term> {
        let documents: Vec<(u32, &str)> = (0..).zip(documents.iter().copied()).collect();
        terms(&documents, &NoRuns, plain)
    }

    fn list(terms: &[Term], text: &str) -> Vec<(u32, u8)> {
        let term = terms.iter().find(|term| &*term.text == text);
        let list = term.into_iter().flat_map(|term| read(&term.list));
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
    fn lists_are_united_alike_however_many_documents_they_have() {
        let lists = |step: usize| -> Vec<Posting> {
            let list = |from: u32, level: u8| {
                (from..4000).step_by(step).map(move |number| Posting::new(number, level))
            };
            list(2, 1).chain(list(0, 2)).chain(list(2, 3)).collect()
        };
        for step in [1, 3, 40, 900] {
            let mut united = lists(step);
            unite(&mut united, &mut Vec::new());
            let mut highest = std::collections::BTreeMap::new();
            for posting in lists(step) {
                let level = highest.entry(posting.number()).or_insert(0);
                *level = posting.level().max(*level);
            }
            let expected: Vec<Posting> =
                highest.iter().map(|(number, level)| Posting::new(*number, *level)).collect();
            assert_eq!(united, expected, "every {step}");
        }
    }

    #[test]
    fn the_index_is_the_same_with_any_number_of_threads() {
        let texts: Vec<String> =
            (0..2500).map(|n| format!("löfte{} trygghetsvandring {}", n % 7, n % 13)).collect();
        let documents: Vec<(u32, &str)> = (0..).zip(texts.iter().map(String::as_str)).collect();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| terms(&documents, &NoRuns, plain))
        };
        assert_eq!(with(1), with(4));
    }
}
