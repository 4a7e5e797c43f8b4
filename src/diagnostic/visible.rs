//! Text from files in a form that is safe to show: characters that control a terminal, change the
//! direction of reading or are invisible are spelled out, as in `<U+202E>`.

use std::borrow::Cow;
use std::fmt::Write;

/// The text on one line, with nothing hidden in it.
pub fn visible(text: &str) -> Cow<'_, str> {
    spelled_out(text, is_hidden)
}

/// A line of a file; tabs are kept for the caller to show.
pub(super) fn visible_with_tabs(line: &str) -> Cow<'_, str> {
    spelled_out(line, |c| c != '\t' && is_hidden(c))
}

/// Several lines that the program itself wrote, each made visible.
pub fn visible_lines(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

fn spelled_out(text: &str, hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if hidden(character) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "<U+{:04X}>", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Joiners (U+200C, U+200D) are not included, since emoji and several languages are written with
/// them.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}
