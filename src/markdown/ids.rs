//! Ids of headings: made like segments of addresses, unique, and distinct from the ids that pages
//! use.

use std::collections::{HashMap, HashSet};

use crate::slug::segment;

/// Ids that belong to the page around the text and to its notes. A heading whose id would be
/// `main`, whose first word is `lofte`, `atgard` or `not` (commitments, measures and footnotes),
/// `sida` or `loftesarkiv` (the templates and the preview), or that is `e-` and a number (the
/// entries of a timeline), gets `avsnitt-` before its id.
const RESERVED: [&str; 3] = ["innehall", "main", "noter"];
const RESERVED_FIRST_WORDS: [&str; 5] = ["lofte", "atgard", "not", "sida", "loftesarkiv"];

/// The id of a heading whose text has no letter or digit.
const NAMELESS: &str = "avsnitt";

/// What an id is made from.
pub(super) struct IdRequest<'a> {
    /// The id that the editor gave, `{#id}`.
    pub explicit: Option<&'a str>,
    pub text: &'a str,
}

/// One id for each heading, in order. The first heading to ask for an explicit id gets it, wherever
/// it is; other repeated ids get `-2`, `-3` and so on.
pub(super) fn assign(wishes: &[IdRequest<'_>]) -> Vec<String> {
    let explicit: Vec<Option<String>> =
        wishes.iter().map(|wish| wish.explicit.and_then(segment).map(unreserved)).collect();
    let mut promised: HashSet<&str> = explicit.iter().flatten().map(String::as_str).collect();
    let mut taken: HashSet<String> = promised.iter().map(|&id| id.to_owned()).collect();
    let mut last = HashMap::new();
    wishes
        .iter()
        .zip(&explicit)
        .map(|(wish, explicit)| match explicit {
            Some(id) if promised.remove(id.as_str()) => id.clone(),
            Some(id) => unique(id.clone(), &mut taken, &mut last),
            None => {
                let id = segment(wish.text).map_or_else(|| NAMELESS.to_owned(), unreserved);
                unique(id, &mut taken, &mut last)
            }
        })
        .collect()
}

fn unreserved(id: String) -> String {
    let first_word = id.split('-').next().unwrap_or_default();
    let is_entry = || {
        let number = id.strip_prefix("e-");
        number.is_some_and(|number| number.starts_with(|digit: char| digit.is_ascii_digit()))
    };
    if RESERVED.contains(&id.as_str()) || RESERVED_FIRST_WORDS.contains(&first_word) || is_entry() {
        format!("{NAMELESS}-{id}")
    } else {
        id
    }
}

/// `last` remembers the number last tried for an id, so that a thousand equal headings take a
/// thousand steps.
fn unique(id: String, taken: &mut HashSet<String>, last: &mut HashMap<String, usize>) -> String {
    if taken.insert(id.clone()) {
        return id;
    }
    let number = last.entry(id.clone()).or_insert(1);
    loop {
        *number += 1;
        let candidate = format!("{id}-{number}");
        if taken.insert(candidate.clone()) {
            return candidate;
        }
    }
}
