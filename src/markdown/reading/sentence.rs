//! Headings that are sentences.

/// Whether a heading reads as something said to somebody.
pub(super) fn reads_as_sentence(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let ended = text.ends_with(['.', '!', '?', '…', ':']) && words > 1;
    ended || words > 8 || text.chars().next().is_some_and(char::is_lowercase)
}
