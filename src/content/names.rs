//! Words that editors write for those that files use: synonyms from the schema, other spellings,
//! mistakes.

use crate::nearest::{nearest_as, slips};
use crate::schema::{self, Owner};

const MONTHS: [(&str, &str); 12] = [
    ("januari", "january"),
    ("februari", "february"),
    ("mars", "march"),
    ("april", "april"),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("december", "december"),
];

/// The one of `words` that was probably meant: its Swedish equivalent, another spelling, or a
/// mistake.
pub fn meant<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    const LONGEST: usize = 40;
    let written: String = folded(written).take(LONGEST).collect();
    let is_written = |word: &str| folded(word).eq(written.chars());
    words
        .iter()
        .copied()
        .find(|word| is_written(word))
        .or_else(|| {
            schema::synonyms()
                .filter(|(synonym, _)| is_written(synonym))
                .find_map(|(_, meant)| words.iter().copied().find(|word| *word == meant))
        })
        .or_else(|| {
            let spelt = |word: &str| folded(word).collect();
            nearest_as(&written, words.iter().copied(), spelt, slips(&written))
        })
}

/// Whether a written key is not a key of such a file but was obviously meant as this one.
pub fn is_slip(written: &str, key: &str, owner: Owner) -> bool {
    let known = schema::names_in(owner).any(|name| name == written);
    !known && meant(written, &[key]).is_some()
}

/// Lower case, with `_`, `-` and blanks treated as the same.
fn folded(word: &str) -> impl Iterator<Item = char> + '_ {
    word.trim().chars().flat_map(char::to_lowercase).map(|character| match character {
        '_' | ' ' | '\u{a0}' => '-',
        other => other,
    })
}

/// The value that a word for yes or no means.
pub fn yes_or_no(word: &str) -> Option<&'static str> {
    match word.trim().to_lowercase().as_str() {
        "true" | "ja" | "yes" | "sant" | "sann" => Some("true"),
        "false" | "nej" | "no" | "falskt" | "falsk" => Some("false"),
        _ => None,
    }
}

/// The month, from 1, that a word names: in full or abbreviated, in Swedish or English.
pub fn month(word: &str) -> Option<i16> {
    let word = word.to_lowercase();
    let names = |name: &str| word.chars().count() >= 3 && name.starts_with(&word);
    let index = MONTHS.iter().position(|(sv, en)| names(sv) || names(en))?;
    i16::try_from(index + 1).ok()
}

/// Whether a word means that something is unknown, without being the one that files use.
pub fn unknown(word: &str) -> bool {
    matches!(
        word.trim().to_lowercase().as_str(),
        "unknown" | "okänd" | "okänt" | "saknas" | "ingen" | "none" | "?" | "-"
    )
}

/// Whether a text means until further notice, without being the word that files use.
pub fn further_notice(text: &str) -> bool {
    matches!(
        text.trim().to_lowercase().as_str(),
        "tills vidare"
            | "tillsvidare"
            | "t.v."
            | "tv"
            | "further notice"
            | "until further notice"
            | "further_notice"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_other_spellings_and_slips_find_the_word_meant() {
        let keys = ["title", "follow_ups_planned", "date", "kind"];
        assert_eq!(meant("Titel", &keys), Some("title"));
        assert_eq!(meant("follow-ups-planned", &keys), Some("follow_ups_planned"));
        assert_eq!(meant("folow_up_planned", &keys), Some("follow_ups_planned"));
        assert_eq!(meant("tilte", &keys), Some("title"));
        assert_eq!(meant("beslutsfattare", &keys), None);
    }

    #[test]
    fn a_word_with_two_meanings_is_read_by_what_is_possible() {
        assert_eq!(meant("löfte", &["pledge", "agreement"]), Some("pledge"));
        assert_eq!(meant("löfte", &["commitment", "status"]), Some("commitment"));
    }
}
