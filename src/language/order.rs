//! Alphabetical order: å, ä and ö come last in Swedish, and digits are sorted by value ("2" before
//! "10").

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use super::tag::Language;
use crate::slug;

/// Compares words by the alphabet of a language. Words that are equal by it are compared by their
/// characters, so that the order is always the same.
pub struct Alphabet {
    collator: Option<CollatorBorrowed<'static>>,
    language: Language,
}

impl Alphabet {
    /// The alphabet of a language.
    pub fn of(language: Language) -> Alphabet {
        let mut preferences: CollatorPreferences = match language {
            Language::Swedish => locale!("sv").into(),
            Language::English => locale!("en").into(),
        };
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        // The data of both languages is compiled in, so this cannot fail.
        let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok();
        Alphabet { collator, language }
    }

    /// Which of two words comes first. What precedes the first letter or digit, such as a quotation
    /// mark, does not count. Words that begin with no letter of the Latin script come first.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.compare_read(&Read::of(a), &Read::of(b))
    }

    /// Sorts by a word of each, and leaves the order of those whose words are the same. What is to be
    /// sorted is often made once while several threads wait for it, so it is done by one thread alone.
    pub fn sort<'a, T: Copy>(&self, items: &mut [T], word: impl Fn(&T) -> &'a str) {
        let mut read: Vec<(Read<'a>, T)> =
            items.iter().map(|item| (Read::of(word(item)), *item)).collect();
        read.sort_by(|(a, _), (b, _)| self.compare_read(a, b));
        items.iter_mut().zip(read).for_each(|(item, (_, sorted))| *item = sorted);
    }

    fn compare_read(&self, a: &Read, b: &Read) -> Ordering {
        let by_alphabet =
            || self.collator.as_ref().map_or(Ordering::Equal, |c| c.compare(a.bare, b.bare));
        let by_letter = a.with_letter.cmp(&b.with_letter);
        by_letter.then_with(by_alphabet).then_with(|| a.word.cmp(b.word))
    }

    /// The letter under which a word is listed in an index: the one among whose words it is sorted.
    /// In Swedish "Å" is a letter of its own, "É" is listed under E, "Ü" under Y and "Æ" under Ä. A
    /// digit, a sign or a letter of another script is listed under "#".
    pub fn letter(&self, word: &str) -> String {
        let word = bare(word);
        // Nearly every word begins with a letter of the alphabet that nothing after it changes.
        let mut letters = word.chars();
        if let Some(first) = letters.next()
            && (first.is_ascii_alphabetic() || self.adds(first))
            && letters.next().is_none_or(|next| next.is_ascii())
        {
            return first.to_uppercase().collect();
        }
        if !begins_with_letter(word) {
            return "#".to_owned();
        }
        let letters = match self.language {
            Language::Swedish => SWEDISH,
            Language::English => &SWEDISH[..26],
        };
        // A letter alone is the first of the words that begin with it.
        let begins_after = |letter: &char| {
            let mut buffer = [0; 4];
            self.compare(letter.encode_utf8(&mut buffer), word) != Ordering::Greater
        };
        let after = letters.partition_point(begins_after);
        let letter = letters[after.saturating_sub(1)];
        letter.to_uppercase().collect()
    }
}

impl Alphabet {
    /// Whether the alphabet has a letter beside those of the English.
    fn adds(&self, letter: char) -> bool {
        self.language == Language::Swedish && matches!(letter, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö')
    }
}

/// The letters of the Swedish alphabet; the first 26 are those of the English.
const SWEDISH: &[char] = &[
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',
    't', 'u', 'v', 'w', 'x', 'y', 'z', 'å', 'ä', 'ö',
];

/// A word, and what it is sorted by.
#[derive(Clone, Copy)]
struct Read<'a> {
    with_letter: bool,
    bare: &'a str,
    word: &'a str,
}

impl Read<'_> {
    fn of(word: &str) -> Read<'_> {
        let bare = bare(word);
        Read { with_letter: begins_with_letter(bare), bare, word }
    }
}

/// A word from its first letter or digit.
fn bare(word: &str) -> &str {
    let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() { word } else { bare }
}

/// Whether a word begins with a letter of the Latin script.
fn begins_with_letter(word: &str) -> bool {
    let Some(first) = word.chars().next() else { return false };
    if first.is_ascii() {
        return first.is_ascii_alphabetic();
    }
    let mut buffer = [0; 4];
    let plain = slug::segment(first.encode_utf8(&mut buffer));
    plain.is_some_and(|plain| plain.starts_with(|c: char| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_comes_once_and_in_order_whatever_the_words() {
        for language in [Language::Swedish, Language::English] {
            let alphabet = Alphabet::of(language);
            let mut words = vec![
                "”Trygg i Håbo”",
                "(Utkast)",
                "#unga",
                "2018",
                "10",
                "2",
                "Amsberg",
                "Tunna",
                "Vara",
                "Umeå",
                "Ystad",
                "Ülm",
                "Zon",
                "Ängelholm",
                "Ærø",
                "Ä",
                "ä",
                "Östersund",
                "Øst",
                "Ö",
                "ö",
                "Å",
                "å",
                "Åmål",
                "É",
                "Évian",
                "E",
                "e",
                "Watt",
                "Vxx",
                "Þing",
                "Łódź",
                "Ðe",
                "ßa",
                "Договор",
                "تعهد",
                "…och mer",
                "– strecket",
                "★",
                "",
                "Zz",
                "zå",
            ];
            words.sort_by(|a, b| alphabet.compare(a, b));
            let mut letters: Vec<String> = words.iter().map(|it| alphabet.letter(it)).collect();
            letters.dedup();
            let mut once = letters.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), letters.len(), "{letters:?}: {words:?}");
            let known: Vec<String> = ["#".to_owned()]
                .into_iter()
                .chain(SWEDISH.iter().map(|it| it.to_uppercase().collect()))
                .collect();
            let places: Vec<Option<usize>> =
                letters.iter().map(|it| known.iter().position(|known| known == it)).collect();
            assert!(places.is_sorted() && !places.contains(&None), "{letters:?}");
        }
    }

    #[test]
    fn a_word_is_listed_under_the_letter_that_it_is_sorted_by() {
        let swedish = Alphabet::of(Language::Swedish);
        for (word, letter) in [
            ("”Trygg", "T"),
            ("Ülm", "Y"),
            ("Ærø", "Ä"),
            ("Øst", "Ö"),
            ("École", "E"),
            ("åmål", "Å"),
            ("2018", "#"),
            ("Договор", "#"),
            ("???", "#"),
        ] {
            assert_eq!(swedish.letter(word), letter, "{word}");
        }
        assert_eq!(Alphabet::of(Language::English).letter("Åmål"), "A");
    }
}
