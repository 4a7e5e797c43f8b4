//! ”Menade du …?”: which of the names that there are was meant by one that is none.

use crate::diagnostic::Text;
use crate::text;

/// So many words that are none, of those that are looked for among the same names, are compared with
/// all of these. Nobody mends more of them before looking again, and to compare thousands with
/// thousands takes minutes.
pub const COMPARED: usize = 50;

/// How many slips a word may hold and still be recognised: the longer it is, the more. A slip is a
/// letter too many, too few or other than it should be, or two that changed places.
pub fn slips(word: &str) -> usize {
    match word.chars().count() {
        0..3 => 0,
        3..6 => 1,
        6..10 => 2,
        _ => 3,
    }
}

/// How many slips lie between two words (optimal string alignment), when no more than `within`.
pub fn distance(a: &str, b: &str, within: usize) -> Option<usize> {
    // A length that differs too much cannot be near; this keeps a miss among thousands cheap.
    if a.chars().count().abs_diff(b.chars().count()) > within {
        return None;
    }
    Some(strsim::osa_distance(a, b)).filter(|distance| *distance <= within)
}

/// The name nearest to a word, when there is one within so many slips of it; of equals the first in
/// order, whatever the order in which they are given.
pub fn nearest<'n>(
    word: &str,
    names: impl IntoIterator<Item = &'n str>,
    within: usize,
) -> Option<&'n str> {
    nearest_as(word, names, str::to_owned, within)
}

/// As [`nearest`], of names that are compared as `spelt`.
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

/// The question whether this was meant.
pub fn did_you_mean(name: &str) -> Text {
    text!("Menade du ”{name}”?", "Did you mean “{name}”?")
}

/// The names there are, for a message: no more than anybody reads through.
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
