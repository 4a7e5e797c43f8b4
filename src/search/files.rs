//! The files of the index: words cut into scripts of about 13 kB by their beginnings, a vocabulary
//! for misspellings, the choices, and the root that says where everything is. A small index is one
//! file.

use std::ops::Range;

use rayon::prelude::*;
use serde::Serialize;

use super::code::{front_coded, list};
use super::posting::Posting;
use super::script::{fingerprint, script};
use super::table::MatchRules;
use super::term::Term;
use crate::piece::PIECE;

/// The number of the format, for a script that is older or newer.
const FORMAT: u32 = 1;
/// A file of words is divided from this size on.
const FULL: usize = 20_000;
/// An index up to this size is one file.
const SMALL: usize = 52_000;

/// The index as files.
#[derive(Debug)]
pub struct SearchIndex {
    /// `rot.js`
    pub root: Box<[u8]>,
    /// The others.
    pub files: Vec<IndexFile>,
}

/// A script of the index.
#[derive(Debug)]
pub struct IndexFile {
    /// Without `.js`.
    pub name: String,
    pub text: Box<[u8]>,
}

/// What the index is made of, besides the words.
#[derive(Debug)]
pub struct Facts {
    /// How many documents there are.
    pub documents: u32,
    /// One more than the highest number.
    pub numbers: u32,
    /// How many documents share a file of texts.
    pub together: u32,
    pub groups: Vec<GroupFacts>,
    pub facets: Vec<Facet>,
    /// Names of places that the archive does not have, so that the page can say so when one is
    /// searched. One that ends in an exclamation mark is only meant if it is typed as a name.
    pub absent: Vec<String>,
}

/// Documents of one place, whose numbers follow each other.
#[derive(Debug)]
pub struct GroupFacts {
    /// The name in the addresses of its files.
    pub name: String,
    /// Its first number.
    pub base: u32,
    /// Whether the first is the place itself.
    pub place: bool,
    /// Of what its files contain.
    pub digest: String,
}

/// Something by which results can be chosen.
#[derive(Debug)]
pub struct Facet {
    pub name: &'static str,
    pub choices: Vec<Choice>,
}

/// A choice: its value in an address, its name if that is another, and its documents.
#[derive(Debug)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub numbers: Vec<u32>,
}

/// How large an index may be before it is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Into files that a browser loads one by one.
    Apart,
    /// Not at all, for a reader on the same computer.
    Never,
}

/// A choice in a script: its value, its name if that is another, how many documents, and which.
type ChoiceRow<'a> = (&'a str, &'a str, usize, Box<str>);

#[derive(Serialize)]
struct Root<'a> {
    format: u32,
    /// The rules of words.
    r: MatchRules,
    /// Numbers.
    n: u32,
    docs: u32,
    /// Documents in a file of texts.
    g: u32,
    /// `name base digest`, each; an exclamation mark after the base of a place.
    p: String,
    /// `start digest`, each.
    #[serde(skip_serializing_if = "String::is_empty")]
    t: String,
    /// Names of places that the archive does not have.
    #[serde(skip_serializing_if = "String::is_empty")]
    a: String,
    /// The vocabularies.
    #[serde(skip_serializing_if = "String::is_empty")]
    v: String,
    /// Of choices and vocabularies.
    d: String,
    /// All words, if the index is not cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    w: Option<&'a str>,
    /// All choices, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    f: Option<Vec<(&'static str, Vec<ChoiceRow<'a>>)>>,
}

impl SearchIndex {
    /// The files of an index.
    pub fn of(terms: &[Term], facts: &Facts, cut: Cut) -> SearchIndex {
        let words = Words::of(terms);
        let groups: Vec<String> = facts
            .groups
            .iter()
            .map(|group| {
                let place = if group.place { "!" } else { "" };
                format!("{} {}{place} {}", group.name, group.base, group.digest)
            })
            .collect();
        let facets: Vec<_> =
            facts.facets.iter().map(|facet| (facet.name, choices(facet))).collect();
        let mut root = Root {
            format: FORMAT,
            r: MatchRules,
            n: facts.numbers,
            docs: facts.documents,
            g: facts.together,
            p: groups.join("|"),
            t: String::new(),
            a: facts.absent.join("|"),
            v: String::new(),
            d: String::new(),
            w: None,
            f: None,
        };
        let size: usize = words.sizes.iter().sum();
        if cut == Cut::Never || size <= SMALL {
            let all = words.text(0..terms.len());
            let whole = Root { w: Some(&all), f: Some(facets.clone()), ..root };
            let text = script("rot", &whole).into_boxed_slice();
            if cut == Cut::Never || text.len() <= SMALL {
                return SearchIndex { root: text, files: Vec::new() };
            }
            root = Root { w: None, f: None, ..whole };
        }

        let of_words = words.cut().into_par_iter().with_max_len(PIECE).map(|range| {
            let start = match range.start.checked_sub(1) {
                None => "",
                Some(before) => start(&terms[before].filed, &terms[range.start].filed),
            };
            let name = format!("t-{start}");
            let text = script(&name, &words.text(range)).into_boxed_slice();
            (format!("{start} {}", fingerprint(&text)), IndexFile { name, text })
        });
        let (starts, mut files): (Vec<String>, Vec<IndexFile>) = of_words.unzip();
        root.t = starts.join("|");
        let mut others = String::new();
        for of_letter in terms.chunk_by(|a, b| first(&a.filed) == first(&b.filed)) {
            let Some(letter) = of_letter.first().and_then(|term| first(&term.filed)) else {
                continue;
            };
            root.v.push(letter);
            let all = of_letter.iter().map(|term| (&*term.text, None));
            let name = format!("v-{letter}");
            let text = script(&name, &front_coded(all)).into_boxed_slice();
            others.push_str(&fingerprint(&text));
            files.push(IndexFile { name, text });
        }
        for (name, choices) in &facets {
            let name = format!("f-{name}");
            let text = script(&name, choices).into_boxed_slice();
            others.push_str(&fingerprint(&text));
            files.push(IndexFile { name, text });
        }
        root.d = fingerprint(others.as_bytes());
        SearchIndex { root: script("rot", &root).into_boxed_slice(), files }
    }
}

fn first(filed: &str) -> Option<char> {
    filed.chars().next()
}

fn choices<'a>(facet: &'a Facet) -> Vec<ChoiceRow<'a>> {
    let row = |Choice { value, label, numbers }: &'a Choice| {
        let postings: Vec<Posting> =
            numbers.iter().map(|number| Posting::new(*number, 1)).collect();
        let label = if label == value { "" } else { label.as_str() };
        (value.as_str(), label, numbers.len(), list(&postings))
    };
    facet.choices.iter().map(row).collect()
}

/// The shortest beginning that tells a file from the one before it.
fn start<'a>(before: &str, first: &'a str) -> &'a str {
    // All letters of where a word is filed take one byte.
    let shared = before.bytes().zip(first.bytes()).take_while(|(a, b)| a == b).count();
    &first[..(shared + 1).min(first.len())]
}

/// The terms as text.
struct Words<'a> {
    terms: &'a [Term],
    /// How many bytes each takes, about.
    sizes: Vec<usize>,
}

impl Words<'_> {
    fn of(terms: &[Term]) -> Words<'_> {
        let sizes = terms.iter().map(|term| term.text.len() + term.list.len() + 2);
        Words { terms, sizes: sizes.collect() }
    }

    fn text(&self, range: Range<usize>) -> String {
        front_coded(self.terms[range].iter().map(|term| (&*term.text, Some(&*term.list))))
    }

    /// The terms of each file. A file is divided by the next letter, and small neighbours are put
    /// together again, so that a change stays within one beginning.
    fn cut(&self) -> Vec<Range<usize>> {
        let mut files = Vec::new();
        self.divide(0..self.terms.len(), 0, &mut files);
        files
    }

    fn divide(&self, range: Range<usize>, shared: usize, files: &mut Vec<Range<usize>>) {
        let size = |range: &Range<usize>| self.sizes[range.clone()].iter().sum::<usize>();
        let letter = |n: usize| self.terms[n].filed.as_bytes().get(shared).copied();
        let whole = size(&range) <= FULL
            || range.clone().all(|n| self.terms[n].filed == self.terms[range.start].filed);
        if whole {
            if !range.is_empty() {
                files.push(range);
            }
            return;
        }
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut from = range.start;
        for n in range.start..range.end {
            if n + 1 == range.end || letter(n) != letter(n + 1) {
                parts.push(from..n + 1);
                from = n + 1;
            }
        }
        let mut together: Option<Range<usize>> = None;
        for part in parts {
            let joined = together.as_ref().map(|before| before.start..part.end);
            match joined.filter(|joined| size(joined) <= FULL) {
                Some(joined) => together = Some(joined),
                None => {
                    if let Some(before) = together.take() {
                        self.divide(before, shared + 1, files);
                    }
                    together = Some(part);
                }
            }
        }
        if let Some(last) = together {
            self.divide(last, shared + 1, files);
        }
    }
}
