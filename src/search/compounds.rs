//! Compounds without a dictionary: the last part of a long word is a word if the archive has it as
//! one, or if several words end so. Whoever looks for *kontroll* finds *trafikkontroll*, one level
//! lower. The first part needs nothing: the beginning of the word finds it.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::words::stem;

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

/// Which words end in which.
pub struct Compounds<'a> {
    /// The last parts that are no words by themselves, in the order of their letters. They have the
    /// numbers after those of the words.
    new: Vec<&'a str>,
    /// A word, or a new one, and a word that ends in it, in order.
    pairs: Vec<(u32, u32)>,
}

/// Where some words can be divided.
#[derive(Default)]
struct Divisions {
    certain: Vec<CertainDivision>,
    possible: Vec<PossibleDivision>,
}

/// A place where a word is divided.
struct CertainDivision {
    term: u32,
    /// In bytes.
    at: u32,
    /// The word that the last part is.
    last: u32,
}

/// A place where a word might be divided: its last part is no word.
struct PossibleDivision {
    term: u32,
    /// In bytes.
    at: u32,
    first_is_word: bool,
}

/// So many words are divided in one go.
const TOGETHER: usize = 2048;

impl<'a> Compounds<'a> {
    /// Of these words, whose numbers are known.
    pub fn of(words: &[&'a str], known: &HashMap<&'a str, u32, FxBuildHasher>) -> Compounds<'a> {
        let numbered: Vec<(&str, u32)> = words.iter().copied().zip(0..).collect();
        let divisions: Vec<Divisions> = numbered
            .par_chunks(TOGETHER)
            .with_max_len(1)
            .map(|words| Divisions::of(words, known))
            .collect();
        let parts = |term: u32, at: u32| words[term as usize].split_at(at as usize);
        let certain = || divisions.iter().flat_map(|some| &some.certain);
        let mut pairs: Vec<(u32, u32)> =
            certain().map(|division| (division.last, division.term)).collect();
        // First parts of what certainly is a compound.
        let firsts: HashSet<&str, FxBuildHasher> =
            certain().map(|division| parts(division.term, division.at).0).collect();
        let mut compounds_of: HashMap<&str, Vec<u32>, FxBuildHasher> = HashMap::default();
        for division in divisions.iter().flat_map(|some| &some.possible) {
            let (first, last) = parts(division.term, division.at);
            if division.first_is_word || firsts.contains(first) {
                compounds_of.entry(last).or_default().push(division.term);
            }
        }
        compounds_of.retain(|_, compounds| compounds.len() >= FEWEST);
        let mut new: Vec<(&str, Vec<u32>)> = compounds_of.into_iter().collect();
        new.sort_unstable();
        let numbers = u32::try_from(words.len()).unwrap_or(u32::MAX)..;
        for (number, (_, compounds)) in numbers.zip(&new) {
            pairs.extend(compounds.iter().map(|compound| (number, *compound)));
        }
        pairs.par_sort_unstable();
        Compounds { new: new.into_iter().map(|(word, _)| word).collect(), pairs }
    }

    /// The last parts that are no words by themselves.
    pub fn new_words(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.new.iter().copied()
    }

    /// The words that end in the word, or new word, of a number.
    pub fn ending_in(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let from = self.pairs.partition_point(|(last, _)| (*last as usize) < number);
        let of_it = self.pairs[from..].iter().take_while(move |(last, _)| *last as usize == number);
        of_it.map(|(_, compound)| *compound as usize)
    }
}

impl Divisions {
    /// Of words with these numbers.
    fn of(words: &[(&str, u32)], known: &HashMap<&str, u32, FxBuildHasher>) -> Divisions {
        let mut divisions = Divisions::default();
        for (word, term) in words {
            for (at, letters_before, letters_after) in places(word) {
                let (first, last) = word.split_at(at);
                let last_as = known.get(last);
                if last_as.is_none() && letters_after < SHORTEST_UNKNOWN || is_ending(first, last) {
                    continue;
                }
                let term = *term;
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                let first_is_word = || known.contains_key(stem(first));
                let long = letters_before + 2 * letters_after.min(5) >= LONG_ENOUGH;
                match last_as {
                    Some(last) if long || first_is_word() => {
                        divisions.certain.push(CertainDivision { term, at, last: *last });
                    }
                    Some(_) => {}
                    None => {
                        let first_is_word = first_is_word();
                        divisions.possible.push(PossibleDivision { term, at, first_is_word });
                    }
                }
            }
        }
        divisions
    }
}

/// Where a word can be divided: after how many bytes, and how many letters stand before and after.
fn places(word: &str) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
    let long = word.len() >= SHORTEST && !word.bytes().any(|byte| byte.is_ascii_digit());
    let letters = if long { word.chars().count() } else { 0 };
    let until = if letters >= SHORTEST { letters - SHORTEST_LAST + 1 } else { 0 };
    let places = word.char_indices().enumerate().take(until).skip(SHORTEST_FIRST);
    places.map(move |(before, (at, _))| (at, before, letters - before))
}

/// Whether what might be the last part of a word is but an ending.
fn is_ending(first: &str, last: &str) -> bool {
    NO_LAST_PARTS.contains(&last) || last == "ring" && first.ends_with('e')
}
