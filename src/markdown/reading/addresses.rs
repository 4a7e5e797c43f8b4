//! Addresses that were meant as links and are shown as they stand: `<avtal.md>`, `<https://…` over two
//! lines, `(avtalet)(avtal.md)`.

use std::ops::Range;

use super::dialects::LONGEST;
use super::links::is_file_or_site;
use super::reader::MarkdownReader;
use crate::markdown::outline::RemarkKind;

impl MarkdownReader<'_> {
    /// Looks at the addresses in a stretch of plain text.
    pub(super) fn addresses(&mut self, run: &Range<usize>) {
        let text = self.text;
        let written = &text[run.clone()];
        for (at, _) in written.match_indices('<') {
            let start = run.start + at;
            if !text[..start].ends_with('\\')
                && let Some(length) = address(&text[start + 1..])
            {
                self.remark(RemarkKind::BrokenAddress, start..start + 1 + length);
            }
        }
        for (at, _) in written.match_indices([')', '}']) {
            let Some(link) = beside(written, at) else { continue };
            let link = run.start + link.start..run.start + link.end;
            self.remark(RemarkKind::BrokenLink, link);
        }
    }
}

/// The length of an address after `<`, with what ends it, if it is one of a file, a site or a person.
fn address(after: &str) -> Option<usize> {
    let is_site = ["http://", "https://", "mailto:"].iter().any(|it| after.starts_with(it));
    let mut near = after.char_indices().take(LONGEST);
    let end = near.find(|(_, c)| matches!(c, '>' | '<')).filter(|(_, c)| *c == '>');
    let end = end.map(|(at, _)| at);
    if is_site {
        let word = || after.char_indices().take(LONGEST).find(|(_, c)| c.is_whitespace());
        return end
            .map(|end| end + 1)
            .or_else(|| Some(word().map_or_else(|| bounded(after), |it| it.0)));
    }
    let inside = after[..end?].trim();
    let is_person = inside.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !inside.contains(char::is_whitespace)
    });
    (is_person || is_file_or_site(inside)).then_some(end? + 1)
}

/// A text in brackets of any sort right before the address of a file or a site in parentheses.
fn beside(written: &str, close: usize) -> Option<Range<usize>> {
    let after = written[close + 1..].strip_prefix('(')?;
    let (length, _) = after.char_indices().take(LONGEST).find(|(_, c)| *c == ')')?;
    let open = if written[close..].starts_with(')') { '(' } else { '{' };
    let before = written[..close].char_indices().rev().take(LONGEST);
    let (start, _) = before.into_iter().find(|(_, c)| *c == open)?;
    is_file_or_site(after[..length].trim()).then_some(start..close + 2 + length + 1)
}

/// The length of a text, as far as it is looked at.
fn bounded(text: &str) -> usize {
    text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at)
}
