//! Excerpts of a file in messages: short, on one line, without control characters.

/// The beginning of a text.
pub fn excerpt(written: &str) -> String {
    const LONGEST: usize = 60;
    let written = written.trim();
    let line = written.lines().next().unwrap_or("").trim_end();
    let mut characters = line.chars();
    let mut short: String = characters.by_ref().take(LONGEST).map(visible).collect();
    if characters.next().is_some() || line.len() < written.len() {
        short.push('…');
    }
    short
}

/// Control characters, including those for the direction of writing, would affect the terminal that
/// shows them.
fn visible(character: char) -> char {
    match character {
        // In a line that somebody has written it stands for blanks.
        '\t' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ if character.is_control() => '\u{fffd}',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_short_and_harmless() {
        assert_eq!(excerpt(" Håbo kommun "), "Håbo kommun");
        assert_eq!(excerpt("ett\ntvå"), "ett…");
        assert_eq!(excerpt("a\u{1b}[31m\u{202e}b"), "a\u{fffd}[31m\u{fffd}b");
        assert_eq!(excerpt(&"å".repeat(1000)).chars().count(), 61);
    }
}
