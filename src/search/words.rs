//! Words: where a text has them, their stems, and where a stem is filed. The script of the search
//! page does the same, letter for letter, with the same table.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::table::{
    ENDINGS, FILED_AS, LONGEST, MARKED, NO_S_AFTER, READ_AS, STOP_WORDS, VOWELS, WordEnding,
};

const SOFT_HYPHEN: char = '\u{ad}';

/// Passes every word of a text to `take`, as it is looked for: in lower case, without marks but
/// those of å, ä and ö, at most [`LONGEST`] letters. Words of one letter are left out.
pub fn each_word(text: &str, mut take: impl FnMut(&str)) {
    let mut word = String::new();
    let mut start = None;
    // Whether the word has only letters that need no table.
    let mut simple = true;
    let mut finish = |word: &mut String, raw: &str, simple: bool| {
        if !simple {
            *word = plain(raw);
        }
        if word.len() > LONGEST
            && let Some((end, _)) = word.char_indices().nth(LONGEST)
        {
            word.truncate(end);
        }
        let first = word.chars().next().map_or(0, char::len_utf8);
        if word.len() > first {
            take(word);
        }
        word.clear();
    };
    let mut next = 0;
    while let Some(&byte) = text.as_bytes().get(next) {
        let at = next;
        let letter = if byte.is_ascii() {
            next += 1;
            if byte.is_ascii_alphanumeric() { char::from(byte.to_ascii_lowercase()) } else { '\0' }
        } else {
            let Some(c) = text[at..].chars().next() else { break };
            next += c.len_utf8();
            match c {
                'å' | 'Å' => 'å',
                'ä' | 'Ä' => 'ä',
                'ö' | 'Ö' => 'ö',
                c if c.is_alphanumeric() || is_combining_mark(c) || c == SOFT_HYPHEN => {
                    simple = false;
                    c
                }
                _ => '\0',
            }
        };
        if letter != '\0' {
            start.get_or_insert(at);
            word.push(letter);
        } else if let Some(from) = start.take() {
            finish(&mut word, &text[from..at], simple);
            simple = true;
        }
    }
    if let Some(from) = start {
        finish(&mut word, &text[from..], simple);
    }
}

/// A word in lower case and without marks but those of å, ä and ö.
fn plain(raw: &str) -> String {
    let without: String = raw.chars().filter(|c| *c != SOFT_HYPHEN).collect();
    let mut plain = String::with_capacity(without.len());
    for c in without.to_lowercase().nfc() {
        if MARKED.contains(&c) {
            plain.push(c);
        } else if let Some((_, read)) = READ_AS.iter().find(|(letter, _)| *letter == c) {
            plain.push_str(read);
        } else {
            plain.extend(std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)));
        }
    }
    plain
}

/// Whether a word is not searched.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

/// What is left of a word without its endings. A word with a digit is left as it is.
pub fn stem(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    let mut letters: Vec<char> = word.chars().collect();
    let lost_s = ends_in_s(&letters, true);
    if lost_s {
        letters.pop();
    }
    // Only an s after a consonant keeps some endings.
    let after_consonant = lost_s && letters.last().is_some_and(|last| !matches!(last, 'a' | 'e'));
    if let Some(ending) = ENDINGS.iter().find(|ending| fits(ending, &letters, after_consonant)) {
        letters.truncate(letters.len() - ending.text.chars().count());
    }
    if ends_in_s(&letters, false) {
        letters.pop();
    }
    if let [single @ .., last] = &letters[..]
        && single.last() == Some(last)
        && letters.len() > 3
        && !VOWELS.contains(*last)
        // Not *sommar* as *som*, which is not searched.
        && !is_stop_word(&String::from_iter(single))
    {
        letters.pop();
    }
    if letters.len() == word.chars().count() {
        return Cow::Borrowed(word);
    }
    Cow::Owned(letters.into_iter().collect())
}

/// Whether a word ends in an s that can go: after a consonant, or, if `or_vowel`, after a or e.
fn ends_in_s(letters: &[char], or_vowel: bool) -> bool {
    let [rest @ .., before, 's'] = letters else { return false };
    let consonant = !VOWELS.contains(*before) && !NO_S_AFTER.contains(*before);
    let vowel = or_vowel && letters.len() >= 6 && matches!(before, 'a' | 'e');
    let left = &letters[..letters.len() - 1];
    (consonant && letters.len() >= 5 || vowel) && has_vowel(left) && rest.len() >= 2
}

fn has_vowel(letters: &[char]) -> bool {
    letters.iter().any(|letter| VOWELS.contains(*letter))
}

fn fits(ending: &WordEnding, letters: &[char], after_s: bool) -> bool {
    let ends_in = |letters: &[char], text: &str| {
        let count = text.chars().count();
        letters.len() >= count && text.chars().eq(letters[letters.len() - count..].iter().copied())
    };
    if after_s && ending.unless_s || !ends_in(letters, ending.text) {
        return false;
    }
    let left = &letters[..letters.len() - ending.text.chars().count()];
    left.len() >= ending.leaves
        && has_vowel(left)
        && (ending.after.is_empty() || ending.after.iter().any(|after| ends_in(left, after)))
}

/// Where a word is filed: its letters as a–z and 0–9.
pub fn filed(word: &str) -> String {
    let letter = |c: char| {
        let filed = FILED_AS.iter().find(|(letters, _)| letters.contains(c)).map(|(_, as_)| *as_);
        filed.unwrap_or(if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { 'x' })
    };
    word.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, |word| words.push(word.to_owned()));
        words
    }

    #[test]
    fn words_are_runs_of_letters_and_digits_in_lower_case() {
        assert_eq!(words("Fler Patruller, 2018–2019!"), ["fler", "patruller", "2018", "2019"]);
        assert_eq!(
            words("ÅÄÖ Æ-Søren idé STRASSE straße"),
            ["åäö", "sören", "ide", "strasse", "strasse"]
        );
        assert_eq!(words("med\u{ad}borgar\u{ad}löfte"), ["medborgarlöfte"]);
        assert_eq!(words("a å ö"), [""; 0]);
        assert_eq!(words("مرحبا بالعالم"), ["مرحبا", "بالعالم"]);
        assert_eq!(words("🚓 polis🚓bil </script> \u{2028}rad"), ["polis", "bil", "script", "rad"]);
    }

    #[test]
    fn a_very_long_word_is_cut() {
        let long = "å".repeat(1_000_000);
        assert_eq!(words(&long), ["å".repeat(LONGEST)]);
    }

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        for (stem_of, forms) in [
            ("löft", "löfte löftet löften löftena löftenas löftets"),
            ("insat", "insats insatsen insatser insatserna"),
            ("brot", "brott brottet brotten brottets"),
            ("tryggh", "trygghet tryggheten trygghetens"),
            ("skol", "skola skolan skolor skolorna skolans"),
            ("samarbet", "samarbete samarbetet"),
            ("ungdom", "ungdom ungdomar ungdomarna ungdomen"),
            // Not "som", which is not searched.
            ("somm", "sommar sommaren sommarens"),
            ("lokal", "lokal lokalt lokala"),
            ("våld", "våld våldet våldets"),
        ] {
            for form in forms.split(' ') {
                assert_eq!(stem(form), stem_of, "{form}");
            }
        }
        assert_eq!(stem("universitet"), "universit");
        assert_eq!(stem("2018"), "2018");
        assert_eq!(stem("is"), "is");
    }

    #[test]
    fn spellings_that_sound_alike_are_filed_together() {
        assert_eq!(filed("sjökvist"), filed("sjöqvist"));
        assert_eq!(filed("carlson"), filed("karlson"));
        assert_eq!(filed("båtar"), "batar");
        assert_eq!(filed("мир"), "xxx");
    }

    #[test]
    fn no_stop_word_stands_twice() {
        let mut words = STOP_WORDS.to_vec();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), STOP_WORDS.len());
    }
}
