//! Texts in TOML syntax.

/// A text as a basic string with its quotes, `"…"`, on one line whatever it contains.
pub fn basic(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    push_basic(&mut written, text);
    written
}

/// Appends a text as a basic string.
pub fn push_basic(to: &mut String, text: &str) {
    to.push('"');
    for character in text.chars() {
        match character {
            '"' => to.push_str("\\\""),
            '\\' => to.push_str("\\\\"),
            '\n' => to.push_str("\\n"),
            '\t' => to.push_str("\\t"),
            control if control.is_control() => {
                to.push_str(&format!("\\u{:04X}", u32::from(control)));
            }
            other => to.push(other),
        }
    }
    to.push('"');
}

/// A text as a literal string, `'…'`, in which a backslash has no special meaning; `None` if the
/// text contains a character that a literal string cannot have.
pub fn literal(text: &str) -> Option<String> {
    let fits =
        |character: char| character != '\'' && (character == '\t' || !character.is_control());
    text.chars().all(fits).then(|| format!("'{text}'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_can_be_read_back() {
        let read = |toml: &str| -> String {
            let table: toml::Table = toml::from_str(&format!("a = {toml}")).expect(toml);
            table["a"].as_str().expect("text").to_owned()
        };
        for character in '\0'..=char::MAX {
            let text = format!("å{character}\\z");
            assert_eq!(read(&basic(&text)), text);
            if let Some(literal) = literal(&text) {
                assert_eq!(read(&literal), text);
            }
        }
    }
}
