//! The words of all documents, each with where it stands. Documents are read in runs of about a
//! thousand, in parallel; what comes out does not depend on how many threads there are, nor on which
//! runs an earlier build has kept.

use rayon::prelude::*;

use super::code::Posting;
use super::compounds;
use super::kept::KeptRuns;
use super::run::{Fields, IndexRun, WordMap};
use super::term::Term;
use super::words::filed;

/// The numbers of documents that are read together differ in the lowest so many bits.
const RUN: u32 = 10;

/// Runs of fewer documents than this take less time to make than to keep.
const WORTH_KEEPING: usize = 2000;

/// Makes the index. `documents` are in ascending order of their numbers; `fields` passes the texts
/// of each. The terms are in the order in which they are filed. Of a large archive, runs whose texts are as they were come from `kept`.
pub fn terms<T: Sync>(
    documents: &[(u32, T)],
    kept: &dyn KeptRuns,
    fields: impl Fields<T> + Sync,
) -> Vec<Term> {
    let keeps = documents.len() >= WORTH_KEEPING;
    let chunks: Vec<&[(u32, T)]> = documents.chunk_by(|a, b| a.0 >> RUN == b.0 >> RUN).collect();
    let runs: Vec<IndexRun> = chunks
        .into_par_iter()
        .map(|documents| match documents.first() {
            Some((number, _)) if keeps => kept.run(number >> RUN, documents, &fields),
            _ => IndexRun::of(documents, &fields),
        })
        .collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::kept::NoRuns;
    use crate::search::run::SearchText;

    fn plain(text: &&str, take: &mut dyn FnMut(u8, SearchText<'_>)) {
        take(1, SearchText::Plain(text));
    }

    fn index(documents: &[&str]) -> Vec<Term> {
        let documents: Vec<(u32, &str)> = (0..).zip(documents.iter().copied()).collect();
        terms(&documents, &NoRuns, plain)
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
            pool.install(|| terms(&documents, &NoRuns, plain))
        };
        assert_eq!(with(1), with(4));
    }
}
