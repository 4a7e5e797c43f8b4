//! The signs with which people begin the items of a list.

/// The length of the mark of a list item at the beginning of a line: `-`, `*`, `+`, `1.`, `1)`.
pub(super) fn list_mark(line: &str) -> usize {
    if line.starts_with(['-', '*', '+']) {
        return 1;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let ends = line[digits..].starts_with(['.', ')']);
    if (1..=3).contains(&digits) && ends { digits + 1 } else { 0 }
}

/// A bullet of a word processor; the last ones are those of its fonts of signs.
pub(super) fn is_bullet(character: char) -> bool {
    matches!(
        character,
        '•' | '·'
            | '‣'
            | '⁃'
            | '∙'
            | '●'
            | '○'
            | '◦'
            | '■'
            | '□'
            | '▪'
            | '▫'
            | '◆'
            | '◇'
            | '➢'
            | '➤'
            | '►'
            | '▸'
            | '✓'
            | '✔'
            | '\u{f000}'..='\u{f0ff}'
    )
}

/// Whether a text may begin with this: a letter, or the mark of a link, a quotation or emphasis.
pub(super) fn begins_text(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '*' | '_' | '[' | '"' | '”' | '“')
}

/// Signs that are used for bullets, or that a word processor's bullets become when they are copied.
pub(super) const SIGNS: [&str; 24] = [
    "---",
    "--",
    "***",
    "**",
    "_",
    "~",
    "=",
    ".",
    "->",
    "=>",
    ">",
    "→",
    "⇒",
    "➔",
    "»",
    "›",
    "¤",
    "o",
    "v",
    "q",
    "§",
    "Ø",
    "ü",
    "\u{2212}\u{2212}",
];
