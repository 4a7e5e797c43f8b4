//! Words: where a text has them, their stems, and where a stem is filed. The script of the search
//! page does the same, letter for letter, with the same table.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::table::{
    ENDINGS, FILED_AS, LONGEST, MARKED, NO_S_AFTER, READ_AS, STOP_WORDS, VOWELS, WordEnding,
};
use crate::byte_set::ByteSet;

const SOFT_HYPHEN: char = '\u{ad}';

/// What a byte of a text is to the words of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ByteRole {
    /// Between words.
    Between,
    /// A small letter of ASCII, or a digit.
    Small,
    /// A large letter of ASCII.
    Large,
    /// The first byte of a longer character.
    Longer,
}

const ROLES: [ByteRole; 256] = {
    let mut roles = [ByteRole::Between; 256];
    let mut byte = 0;
    while byte < 256 {
        let ascii = byte as u8;
        if !ascii.is_ascii() {
            roles[byte] = ByteRole::Longer;
        } else if ascii.is_ascii_lowercase() || ascii.is_ascii_digit() {
            roles[byte] = ByteRole::Small;
        } else if ascii.is_ascii_uppercase() {
            roles[byte] = ByteRole::Large;
        }
        byte += 1;
    }
    roles
};

/// How much there is to do until a word is as it is looked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rewriting {
    /// Nothing.
    None,
    /// Large letters become small.
    Case,
    /// It has letters that the tables say more of.
    Letters,
}

/// Passes every word of a text to `take`, as it is looked for: in lower case, without marks but
/// those of å, ä and ö, at most [`LONGEST`] letters. Words of one letter are left out.
pub fn each_word(text: &str, mut take: impl FnMut(&str)) {
    let mut from = 0;
    while from < text.len() {
        let (end, rewriting) = word_from(text, from);
        if end > from {
            let raw = &text[from..end];
            match rewriting {
                Rewriting::None => take_cut(raw, &mut take),
                Rewriting::Case => take_cut(&raw.to_lowercase(), &mut take),
                Rewriting::Letters => take_cut(&plain(raw), &mut take),
            }
        }
        // After whatever ended the word.
        from = end + text[end..].chars().next().map_or(1, char::len_utf8);
    }
}

/// Where the word that begins here ends, which is here if none does, and what is to be done to it.
fn word_from(text: &str, from: usize) -> (usize, Rewriting) {
    let bytes = text.as_bytes();
    let mut next = from;
    let mut rewriting = Rewriting::None;
    loop {
        while next < bytes.len() && ROLES[usize::from(bytes[next])] == ByteRole::Small {
            next += 1;
        }
        match bytes.get(next).map(|byte| ROLES[usize::from(*byte)]) {
            // Small letters have been passed.
            None | Some(ByteRole::Between | ByteRole::Small) => return (next, rewriting),
            Some(ByteRole::Large) => {
                rewriting = rewriting.max(Rewriting::Case);
                next += 1;
            }
            Some(ByteRole::Longer) => {
                let Some(c) = text[next..].chars().next() else { return (next, rewriting) };
                match c {
                    'å' | 'ä' | 'ö' => {}
                    'Å' | 'Ä' | 'Ö' => rewriting = rewriting.max(Rewriting::Case),
                    c if c.is_alphanumeric() || is_combining_mark(c) || c == SOFT_HYPHEN => {
                        rewriting = Rewriting::Letters;
                    }
                    _ => return (next, rewriting),
                }
                next += c.len_utf8();
            }
        }
    }
}

/// Passes a word on if it has more than one letter, and no more of it than is looked for.
fn take_cut(word: &str, take: &mut impl FnMut(&str)) {
    let end = match word.len() > LONGEST {
        true => word.char_indices().nth(LONGEST).map_or(word.len(), |(end, _)| end),
        false => word.len(),
    };
    let more_than_one = match word.len() {
        0 | 1 => false,
        2..=4 => word.chars().nth(1).is_some(),
        _ => true,
    };
    if more_than_one {
        take(&word[..end]);
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

/// What is left of a word without its endings, which is always how the word begins. A word with a
/// digit is left as it is.
pub fn stem(word: &str) -> &str {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word;
    }
    let without_s = without_s(word, true);
    let left = without_s.unwrap_or(word);
    // Only an s after a consonant keeps some endings.
    let after_consonant = without_s.is_some() && !left.ends_with(['a', 'e']);
    let ending = ENDINGS.iter().find(|ending| fits(ending, left, after_consonant));
    let left = ending.map_or(left, |ending| &left[..left.len() - ending.text.len()]);
    let left = self::without_s(left, false).unwrap_or(left);
    let mut letters = left.chars();
    let (last, single) = (letters.next_back(), letters.as_str());
    let doubled = last.is_some() && last == single.chars().next_back();
    if doubled
        && has_letters(single, 3)
        && !last.is_some_and(is_vowel)
        // Not *sommar* as *som*, which is not searched.
        && !is_stop_word(single)
    {
        return single;
    }
    left
}

/// A word without the s that it ends in, if that can go: after a consonant, or, if `or_vowel`, after a
/// or e.
fn without_s(word: &str, or_vowel: bool) -> Option<&str> {
    let left = word.strip_suffix('s')?;
    let before = left.chars().next_back()?;
    let fits = match is_vowel(before) {
        true => or_vowel && matches!(before, 'a' | 'e') && has_letters(left, 5),
        false => !NO_S_AFTER.contains(before) && has_letters(left, 4),
    };
    (fits && has_vowel(left)).then_some(left)
}

/// Whether a word has at least so many letters.
fn has_letters(word: &str, least: usize) -> bool {
    word.len() >= least && word.chars().nth(least - 1).is_some()
}

fn has_vowel(word: &str) -> bool {
    word.chars().any(is_vowel)
}

fn is_vowel(letter: char) -> bool {
    const ASCII: ByteSet = ByteSet::of(VOWELS.as_bytes());
    match u8::try_from(letter) {
        Ok(byte) if byte.is_ascii() => ASCII.has(byte),
        _ => VOWELS.contains(letter),
    }
}

fn fits(ending: &WordEnding, word: &str, after_s: bool) -> bool {
    // All endings are of ASCII. Most are told apart by the last letter.
    if word.as_bytes().last() != ending.text.as_bytes().last() {
        return false;
    }
    let Some(left) = word.strip_suffix(ending.text) else { return false };
    !(after_s && ending.unless_s)
        && has_letters(left, ending.leaves)
        && has_vowel(left)
        && (ending.after.is_empty() || ending.after.iter().any(|after| left.ends_with(after)))
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
