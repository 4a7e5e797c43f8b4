//! The rules of words: which letters are one, which endings are taken off, which words are not
//! searched. The root of the index holds the same table, and the script of the search page reads it
//! from there, so that the index and what is looked for in it cannot drift apart.

use serde::Serialize;
use serde_json::{Map, Value, json};

/// Longer words are cut; a word of a megabyte is no word.
pub const LONGEST: usize = 40;

/// Letters that keep their marks.
pub const MARKED: [char; 3] = ['å', 'ä', 'ö'];

/// Letters that are read as others. All other letters lose their marks.
pub const READ_AS: [(char, &str); 3] = [('æ', "ä"), ('ø', "ö"), ('ß', "ss")];

/// A stem keeps one of them.
pub const VOWELS: &str = "aeiouyåäö";

/// Letters that share a place in the index: Carlsson is found beside Karlsson, and what is typed
/// without dots beside what is written with them. Everything outside a–z and 0–9 becomes x.
pub const FILED_AS: [(&str, char); 5] =
    [("åä", 'a'), ("ö", 'o'), ("cq", 'k'), ("w", 'v'), ("z", 's')];

/// Words that are in every text or begin a question, and tell nothing apart. In an archive of pledges,
/// that something was promised does not either.
pub const STOP_WORDS: [&str; 64] = [
    "och", "att", "det", "som", "den", "de", "en", "ett", "på", "av", "är", "för", "med", "till",
    "har", "inte", "om", "men", "var", "sig", "så", "vid", "från", "eller", "ska", "kan", "när",
    "än", "då", "där", "här", "hur", "vi", "du", "ni", "man", "sin", "sitt", "sina", "dess", "ej",
    "också", "blir", "dem", "vad", "vem", "vilka", "vilken", "vilket", "varför", "lova", "lovar",
    "lovade", "lovat", "lovas", "lovades", "skrev", "skrevs", "gick", "blev", "finns", "gjorde",
    "gjordes", "under",
];

/// Before these, a final s is not an ending.
pub const NO_S_AFTER: &str = "qswxz";

/// An ending that a word may lose.
pub struct WordEnding {
    pub text: &'static str,
    /// What must stand before it; empty if anything may.
    pub after: &'static [&'static str],
    /// How many letters must be left.
    pub leaves: usize,
    /// Whether it stays when a final s was taken off before it.
    pub unless_s: bool,
}

const fn ending(text: &'static str) -> WordEnding {
    WordEnding { text, after: &[], leaves: 3, unless_s: false }
}

const fn after(text: &'static str, after: &'static [&'static str], leaves: usize) -> WordEnding {
    WordEnding { text, after, leaves, unless_s: false }
}

const fn unless_s(text: &'static str) -> WordEnding {
    WordEnding { text, after: &[], leaves: 4, unless_s: true }
}

const H_OR_IT: &[&str] = &["h", "it"];

/// In the order in which they are tried; the first that fits is taken off.
pub const ENDINGS: [WordEnding; 29] = [
    ending("andena"),
    after("eterna", H_OR_IT, 3),
    ending("arna"),
    ending("erna"),
    ending("orna"),
    ending("ena"),
    ending("a"),
    unless_s("ad"),
    ending("ande"),
    ending("aste"),
    ending("are"),
    ending("ade"),
    ending("e"),
    ending("anden"),
    ending("aren"),
    after("eten", H_OR_IT, 3),
    ending("ern"),
    ending("en"),
    ending("an"),
    after("n", &["l", "r"], 4),
    after("eter", H_OR_IT, 3),
    ending("ar"),
    ending("er"),
    ending("or"),
    ending("andet"),
    ending("ast"),
    ending("et"),
    unless_s("at"),
    after("t", &["d", "g", "k", "l", "m", "n", "r", "v"], 4),
];

/// The rules for the script.
#[derive(Debug, Clone, Copy)]
pub struct MatchRules;

impl Serialize for MatchRules {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let letter = |c: char, as_: String| (c.to_string(), Value::from(as_));
        let read_as = READ_AS.iter().map(|(c, as_)| letter(*c, (*as_).to_owned()));
        let filed_as = FILED_AS
            .iter()
            .flat_map(|(from, to)| from.chars().map(move |c| letter(c, to.to_string())));
        let endings = ENDINGS
            .iter()
            .map(|one| json!([one.text, one.after, one.leaves, u8::from(one.unless_s)]));
        json!({
            "longest": LONGEST,
            "marked": MARKED.iter().collect::<String>(),
            "vowels": VOWELS,
            "readAs": read_as.collect::<Map<String, Value>>(),
            "filedAs": filed_as.collect::<Map<String, Value>>(),
            "stop": STOP_WORDS.as_slice(),
            "noSAfter": NO_S_AFTER,
            "endings": endings.collect::<Vec<Value>>(),
        })
        .serialize(serializer)
    }
}
