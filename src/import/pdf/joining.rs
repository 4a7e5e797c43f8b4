//! Lines joined to a running text.

/// Appends a line to a text. A word that was divided at the end of the line is whole again.
pub fn append(text: &mut String, line: &str) {
    let next = line.trim_start();
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    // "polis- och kommun" is two words, "med-borgare" is one.
    let is_pair = matches!(&*word, "och" | "eller" | "samt" | "respektive");
    let divided = text.ends_with(['-', '\u{ad}', '‐'])
        && text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
        && next.starts_with(char::is_lowercase);
    if divided && !is_pair {
        text.pop();
    } else if !text.is_empty() && !text.ends_with(char::is_whitespace) {
        text.push(' ');
    }
    text.push_str(next);
}
