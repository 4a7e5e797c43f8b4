//! Suggestions ("Menade du …?"): which of the existing names was meant by one that does not exist.

use rapidfuzz::distance::osa;

use crate::diagnostic::Text;
use crate::text;

/// The number of unknown words that are compared with all of the names. Nobody corrects more of
/// them before running the program again, and comparing thousands with thousands takes minutes.
pub const COMPARED: usize = 50;

/// How many slips a word may contain and still be recognised; a longer word may have more. A slip
/// is a letter that is missing, added or wrong, or two that have changed places.
pub fn slips(word: &str) -> usize {
    match word.chars().count() {
        0..3 => 0,
        3..6 => 1,
        6..10 => 2,
        _ => 3,
    }
}

/// The number of slips between two words (optimal string alignment), if there are at most `within`.
pub fn distance(a: &str, b: &str, within: usize) -> Option<usize> {
    let args = osa::Args::default().score_cutoff(within);
    osa::distance_with_args(a.chars(), b.chars(), &args)
}

/// The name nearest to a word, if there is one within this many slips. Of equally near names it is
/// the first in alphabetical order, whatever the order in which they are given.
pub fn nearest<'n>(
    word: &str,
    names: impl IntoIterator<Item = &'n str>,
    within: usize,
) -> Option<&'n str> {
    nearest_as(word, names, str::to_owned, within)
}

/// Like [`nearest`], with names compared as `spelt` gives them.
pub fn nearest_as<'n>(
    word: &str,
    names: impl IntoIterator<Item = &'n str>,
    spelt: impl Fn(&str) -> String,
    within: usize,
) -> Option<&'n str> {
    names
        .into_iter()
        .filter_map(|name| Some((distance(word, &spelt(name), within)?, name)))
        .min()
        .map(|(_, name)| name)
}

/// The question whether this name was meant.
pub fn did_you_mean(name: &str) -> Text {
    text!("Menade du ”{name}”?", "Did you mean “{name}”?")
}

/// The existing names for a message: no more than anybody would read.
pub fn listed(mut names: impl ExactSizeIterator<Item = String>) -> Text {
    const MOST: usize = 40;
    let shown: Vec<String> = names.by_ref().take(MOST).collect();
    let shown = shown.join(", ");
    match names.len() {
        0 => text!("{shown}", "{shown}"),
        more => text!("{shown} och {more} till", "{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let names = ["templates/base.html", "templates/page.html", "templates/years.html"];
        let near = |word| nearest(word, names, slips(word));
        assert_eq!(near("templates/bsae.html"), Some("templates/base.html"));
        assert_eq!(near("templates/index.html"), None);
        assert_eq!(nearest("meny", ["footer", "title"], slips("meny")), None);
        assert_eq!(nearest("id", ["od"], slips("id")), None);
    }

    #[test]
    fn slips_are_counted_in_letters_and_a_swap_is_one() {
        assert_eq!(distance("läge", "lage", 1), Some(1));
        assert_eq!(distance("𝐀", "a", 1), Some(1));
        assert_eq!(distance("lgäe", "läge", 1), Some(1));
        assert_eq!(distance("läge", "lag", 1), None);
        assert_eq!(distance("läge", "läge", 0), Some(0));
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let list = |n: usize| listed((0..n).map(|n| format!("{n:02}"))).sv;
        assert_eq!(list(2), "00, 01");
        assert!(list(40).ends_with("38, 39"));
        assert!(list(4000).ends_with("38, 39 och 3960 till"));
    }

    #[test]
    fn of_equals_the_first_in_order_is_given() {
        assert_eq!(nearest("hab", ["haf", "had", "hac"], 1), Some("hac"));
        assert_eq!(nearest_as("hab", ["HAF", "HAC"], str::to_lowercase, 1), Some("HAC"));
    }
}
