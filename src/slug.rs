//! Slugs: the plain form of a name, for addresses and for the ids of places and headings.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A segment of an address made from any name: in lower case, with marks removed (å ä → a, ö ø → o,
/// æ → ae, ß → ss) and every other run of characters outside a–z 0–9 as one hyphen. `None` if
/// nothing remains.
pub fn segment(name: &str) -> Option<String> {
    if is_segment(name) {
        return Some(name.to_owned());
    }
    let segment = swedish_segment(name).unwrap_or_else(|| any_segment(name));
    (!segment.is_empty()).then_some(segment)
}

/// Whether a name is a segment already, as most names of files are.
fn is_segment(name: &str) -> bool {
    let bytes = name.as_bytes();
    // Before the first and after the last character a hyphen would be one too many.
    let mut before = b'-';
    for &byte in bytes {
        let fits = byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !fits || (byte == b'-' && before == b'-') {
            return false;
        }
        before = byte;
    }
    before != b'-'
}

/// The segment of a name of only ASCII and Swedish letters, as nearly all names are; otherwise
/// `None`.
fn swedish_segment(name: &str) -> Option<String> {
    let mut segment = String::with_capacity(name.len());
    let mut gap = false;
    for character in name.chars() {
        let letter = match character {
            'a'..='z' | '0'..='9' => character,
            'A'..='Z' => character.to_ascii_lowercase(),
            'å' | 'ä' | 'Å' | 'Ä' => 'a',
            'ö' | 'Ö' => 'o',
            'é' | 'É' => 'e',
            '\0'..='\x7f' | '–' | '’' | '”' | '§' | '\u{a0}' => {
                gap = true;
                continue;
            }
            // It may be a combining mark, which belongs to the letter before it.
            _ => return None,
        };
        close_gap(&mut segment, &mut gap);
        segment.push(letter);
    }
    Some(segment)
}

fn any_segment(name: &str) -> String {
    let mut segment = String::with_capacity(name.len());
    let mut gap = false;
    let lowered: String = name.nfc().flat_map(char::to_lowercase).collect();
    for character in lowered.nfd() {
        let letters = match character {
            'a'..='z' | '0'..='9' => {
                close_gap(&mut segment, &mut gap);
                segment.push(character);
                continue;
            }
            'ø' => "o",
            'æ' => "ae",
            'ß' => "ss",
            'œ' => "oe",
            'đ' | 'ð' => "d",
            'ł' => "l",
            'þ' => "th",
            'ŋ' => "n",
            'ŧ' => "t",
            'ı' => "i",
            mark if is_combining_mark(mark) => continue,
            _ => {
                gap = true;
                continue;
            }
        };
        close_gap(&mut segment, &mut gap);
        segment.push_str(letters);
    }
    segment
}

fn close_gap(segment: &mut String, gap: &mut bool) {
    if *gap && !segment.is_empty() {
        segment.push('-');
    }
    *gap = false;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_segment_already_stays_as_it_is() {
        for name in ["a", "2018", "uppfoljning-1", "a-b-c"] {
            assert!(is_segment(name), "{name}");
            assert_eq!(any_segment(name), name);
        }
        for name in ["-", "-a", "a-", "a--b", "A", "a b", "å", "a_b", "a.b"] {
            assert!(!is_segment(name), "{name}");
            assert_ne!(any_segment(name), name);
        }
        assert!(!is_segment(""));
    }

    #[test]
    fn the_short_way_gives_what_the_long_way_gives() {
        let all = ('\0'..=char::MAX).filter(|c| swedish_segment(&c.to_string()).is_some());
        let known: Vec<char> = all.collect();
        for a in &known {
            for b in &known {
                let name = format!("x{a}{b}");
                assert_eq!(swedish_segment(&name), Some(any_segment(&name)), "{name:?}");
            }
        }
        assert_eq!(swedish_segment("A\u{30a}mål"), None);
    }
}
