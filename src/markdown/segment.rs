//! Text made into an address segment, for heading ids.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower-cased, stripped of marks, every run outside a–z 0–9 one hyphen; none if nothing is left.
pub(super) fn segment(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut gap = false;
    let mut buffer = [0; 4];
    for c in text.chars().flat_map(char::to_lowercase).nfd() {
        let plain = match c {
            'a'..='z' | '0'..='9' => &*c.encode_utf8(&mut buffer),
            'æ' => "ae",
            'ø' => "o",
            'ß' => "ss",
            'đ' | 'ð' => "d",
            'ħ' => "h",
            'ı' => "i",
            'ł' => "l",
            'ŋ' => "n",
            'œ' => "oe",
            'ŧ' => "t",
            'þ' => "th",
            c if is_combining_mark(c) => continue,
            _ => {
                gap = true;
                continue;
            }
        };
        if gap && !out.is_empty() {
            out.push('-');
        }
        gap = false;
        out.push_str(plain);
    }
    (!out.is_empty()).then_some(out)
}
