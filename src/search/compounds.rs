//! Compounds without a dictionary: the last part of a long word is a word if the archive has it as
//! one, or if several words end so. Whoever looks for *kontroll* finds *trafikkontroll*, one level
//! lower. The first part needs nothing: the beginning of the word finds it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::code::Posting;
use super::term::Term;
use super::words::{filed, stem};

/// The last parts of words that are endings rather than words of their own.
const NO_LAST_PARTS: [&str; 16] = [
    "skap", "ning", "ande", "ende", "ighet", "lighet", "heten", "else", "tion", "ation", "isk",
    "ering", "isering", "ling", "aren", "nings",
];

/// Shorter words are not divided, and neither part may be shorter than these.
const SHORTEST: usize = 8;
const SHORTEST_FIRST: usize = 3;
const SHORTEST_LAST: usize = 4;
/// A last part that is no word by itself must be longer, and end this many compounds.
const SHORTEST_UNKNOWN: usize = 5;
const FEWEST: usize = 2;
/// A first part that is no word must be long, together with the last part.
const LONG_ENOUGH: usize = 14;

/// A place where a word can be divided.
struct Division<'a> {
    term: usize,
    first: &'a str,
    last: &'a str,
    first_is_word: bool,
}

/// Adds the documents of compounds to the terms of their last parts. New terms are put last.
pub fn add(terms: &mut Vec<Term>) {
    let known: HashMap<&str, usize> =
        terms.iter().enumerate().map(|(n, term)| (&*term.text, n)).collect();
    // Last parts that are words, and those that may be.
    let mut certain: Vec<(usize, usize)> = Vec::new();
    let mut possible: BTreeMap<&str, Vec<Division<'_>>> = BTreeMap::new();
    let mut firsts: HashSet<&str> = HashSet::new();
    for (n, term) in terms.iter().enumerate() {
        for division in divisions(n, &term.text, &known) {
            let Division { first, last, first_is_word, .. } = division;
            let count = |part: &str| part.chars().count();
            if let Some(word) = known.get(last) {
                if first_is_word || count(first) + 2 * count(last).min(5) >= LONG_ENOUGH {
                    certain.push((*word, n));
                    firsts.insert(first);
                }
            } else if count(last) >= SHORTEST_UNKNOWN {
                possible.entry(last).or_default().push(division);
            }
        }
    }
    let mut new: Vec<Term> = Vec::new();
    for (last, divisions) in &possible {
        let is_part =
            |division: &&Division<'_>| division.first_is_word || firsts.contains(division.first);
        let of: Vec<usize> =
            divisions.iter().filter(is_part).map(|division| division.term).collect();
        if of.len() >= FEWEST {
            let lists = of.iter().flat_map(|term| &terms[*term].list);
            let list = lists.map(|posting| posting.lowered()).collect();
            let (text, filed) = ((*last).to_owned(), filed(last));
            new.push(Term { text, filed, list: united(list) });
        }
    }
    certain.sort_unstable();
    let mut united_lists: Vec<(usize, Vec<Posting>)> = Vec::new();
    for of_one in certain.chunk_by(|a, b| a.0 == b.0) {
        let [(word, _), ..] = of_one else { continue };
        let compounds = of_one.iter().flat_map(|(_, compound)| &terms[*compound].list);
        let lowered = compounds.map(|posting| posting.lowered());
        let list = terms[*word].list.iter().copied().chain(lowered).collect();
        united_lists.push((*word, united(list)));
    }
    // Only now, so that no compound of a compound is lowered twice, or depends on the order.
    for (word, list) in united_lists {
        terms[word].list = list;
    }
    terms.extend(new);
}

/// Where a term can be divided.
fn divisions<'a>(
    n: usize,
    term: &'a str,
    known: &HashMap<&'a str, usize>,
) -> impl Iterator<Item = Division<'a>> {
    let letters = term.chars().count();
    let long = letters >= SHORTEST && !term.bytes().any(|byte| byte.is_ascii_digit());
    let places = term
        .char_indices()
        .enumerate()
        .filter(move |(at, _)| long && *at >= SHORTEST_FIRST && letters - at >= SHORTEST_LAST);
    places.filter_map(move |(_, (at, _))| {
        let (first, last) = term.split_at(at);
        let no_word = NO_LAST_PARTS.contains(&last) || last == "ring" && first.ends_with('e');
        let first_is_word = known.contains_key(&*stem(first));
        (!no_word).then_some(Division { term: n, first, last, first_is_word })
    })
}

/// A list in order, with each document once, at its highest level.
fn united(mut list: Vec<Posting>) -> Vec<Posting> {
    list.sort_unstable();
    // Of one document, the last is the highest.
    list.reverse();
    list.dedup_by_key(|posting| posting.number());
    list.reverse();
    list
}
