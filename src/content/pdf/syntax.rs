//! The little of a PDF's syntax that its page tree needs: the entries of a dictionary, names, numbers
//! and references to objects.

/// What follows a key of a dictionary. Keys of dictionaries and lists within it are not its own.
pub fn entry<'a>(dictionary: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = dictionary.get(at) {
        match (byte, dictionary.get(at + 1)) {
            (b'<', Some(b'<')) => {
                depth += 1;
                at += 2;
            }
            (b'>', Some(b'>')) => {
                depth = depth.saturating_sub(1);
                at += 2;
            }
            (b'[', _) => {
                depth += 1;
                at += 1;
            }
            (b']', _) => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            (b'(', _) => at = end_of_text(dictionary, at),
            (b'/', _) => {
                let end = end_of_name(dictionary, at);
                if depth == 1 && dictionary.get(at..end) == Some(key) {
                    return dictionary.get(end..);
                }
                at = end;
                // The value of another key may be a name, which is no key.
                let value = dictionary.get(at..).unwrap_or_default();
                let blanks = value.len() - value.trim_ascii_start().len();
                if depth == 1 && value.get(blanks) == Some(&b'/') {
                    at = end_of_name(dictionary, at + blanks);
                }
            }
            _ => at += 1,
        }
    }
    None
}

/// Where a text in brackets ends; brackets in it are in pairs or marked.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// Where a name ends that begins with the slash at `start`.
fn end_of_name(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start + 1..).unwrap_or_default();
    let length = rest.iter().position(|byte| ends_word(*byte)).unwrap_or(rest.len());
    start + 1 + length
}

/// Whether a byte cannot be in a name or a number.
fn ends_word(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0 || b"()<>[]{}/%".contains(&byte)
}

/// Whether a value is this name.
pub fn is_name(value: &[u8], name: &[u8]) -> bool {
    let rest = value.trim_ascii_start().strip_prefix(name);
    rest.is_some_and(|rest| rest.first().is_none_or(|byte| ends_word(*byte)))
}

/// A value that is a whole number.
pub fn number(value: &[u8]) -> Option<u32> {
    digits_at_start(value.trim_ascii_start()).map(|(number, _)| number)
}

/// The number of the object to which a value refers: `12 0 R`.
pub fn reference(value: &[u8]) -> Option<u32> {
    parsed_reference(value).map(|(id, _)| id)
}

/// The number of the object to which the beginning of a text refers, and what follows.
pub fn parsed_reference(text: &[u8]) -> Option<(u32, &[u8])> {
    let (id, rest) = digits_at_start(text.trim_ascii_start())?;
    let (_, rest) = digits_at_start(rest.trim_ascii_start())?;
    let rest = rest.trim_ascii_start().strip_prefix(b"R")?;
    rest.first().is_none_or(|byte| ends_word(*byte)).then_some((id, rest))
}

fn digits_at_start(text: &[u8]) -> Option<(u32, &[u8])> {
    let length = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(length);
    Some((str::from_utf8(digits).ok()?.parse().ok()?, rest))
}

/// The number at the end of a text, and what precedes it.
pub fn digits_at_end(text: &[u8]) -> Option<(u32, &[u8])> {
    let start = text.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
    let (rest, digits) = text.split_at(start);
    Some((str::from_utf8(digits).ok()?.parse().ok()?, rest))
}
