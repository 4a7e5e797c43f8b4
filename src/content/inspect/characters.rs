//! Characters as people see them: digits of every script, spaces of every width, dashes of every
//! length, and invisible characters. A number must not be hidden by any of them.

/// The zeros of every script's decimal digits (Unicode category Nd); the other nine digits follow
/// each.
const ZEROS: [u32; 75] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0,
    0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50,
    0x11da0, 0x11f50, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2,
    0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/// The value of a digit of any script.
pub(super) fn digit(character: char) -> Option<u8> {
    if character.is_ascii() {
        return character.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    let code = u32::from(character);
    let zero = ZEROS[ZEROS.partition_point(|&zero| zero <= code) - 1];
    u8::try_from(code - zero).ok().filter(|&value| value < 10)
}

/// Soft hyphens, zero-width characters and characters that only control the text around them.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Whether nothing in a text is visible: only blanks, invisible characters and letters without a
/// shape.
pub fn says_nothing(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || is_invisible(c)
            || matches!(
                c,
                '\u{115f}'
                    | '\u{1160}'
                    | '\u{17b4}'
                    | '\u{17b5}'
                    | '\u{2800}'
                    | '\u{3164}'
                    | '\u{ffa0}'
                    | '\u{e0000}'..='\u{e0fff}'
            )
    })
}

/// A text without its invisible and control characters.
pub(in crate::content) fn without_invisible(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c) && !c.is_control()).collect()
}

/// A space of any width that does not break the line; not a tab, which separates columns.
pub(super) fn is_blank(character: char) -> bool {
    matches!(
        character,
        ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Hyphens, dashes, minus signs.
pub(super) fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// A position in a text from which it is read.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Cursor<'a> {
        Cursor { text, at }
    }

    /// Moves past the next visible character, and the invisible ones before it, if the character is
    /// wanted.
    pub(super) fn take(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        self.take_map(|c| wanted(c).then_some(())).is_some()
    }

    /// The value of the next visible character if it is a digit, which is then passed.
    pub(super) fn take_digit(&mut self) -> Option<u8> {
        self.take_map(digit)
    }

    /// Whether a digit follows, with nothing visible before it.
    pub(super) fn at_digit(self) -> bool {
        self.peek().is_some_and(|c| digit(c).is_some())
    }

    /// The next visible character.
    pub(super) fn peek(self) -> Option<char> {
        self.text[self.at..].chars().find(|&c| !is_invisible(c))
    }

    fn take_map<T>(&mut self, read: impl Fn(char) -> Option<T>) -> Option<T> {
        for (offset, character) in self.text[self.at..].char_indices() {
            if let Some(value) = read(character) {
                self.at += offset + character.len_utf8();
                return Some(value);
            }
            if !is_invisible(character) {
                return None;
            }
        }
        None
    }
}

/// The last visible character of a text.
pub(super) fn last_visible(text: &str) -> Option<char> {
    text.chars().rev().find(|&c| !is_invisible(c))
}
