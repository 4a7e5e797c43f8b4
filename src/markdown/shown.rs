//! The text of a page as people read it, without its markup, and where each part of it is written.
//! What the markup divides, such as `1912**1212**-1212`, is together again.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd};

use super::raw_html;
use super::reading::OPTIONS;

/// A text as a page shows it.
#[derive(Debug, Default)]
pub struct ShownText {
    /// Blocks are on lines of their own; cells and the lines of a paragraph are divided by blanks.
    pub text: String,
    pieces: Vec<ShownPiece>,
}

/// A piece of a shown text.
#[derive(Debug)]
struct ShownPiece {
    /// Where it begins.
    start: usize,
    length: usize,
    /// What it is made from, in the text as written.
    source: Range<usize>,
}

impl ShownText {
    /// What a stretch of the shown text is made from, in the text as written.
    pub fn written(&self, shown: Range<usize>) -> Range<usize> {
        let last = self.text[..shown.end].char_indices().next_back().map_or(0, |(at, _)| at);
        let (start, end) = (self.piece(shown.start), self.piece(last));
        let (Some(start), Some(end)) = (start, end) else { return 0..0 };
        let exactly = |piece: &ShownPiece, at: usize| {
            // An entity is longer than the character that it stands for.
            (piece.length == piece.source.len()).then_some(piece.source.start + at - piece.start)
        };
        exactly(start, shown.start).unwrap_or(start.source.start)
            ..exactly(end, shown.end).unwrap_or(end.source.end)
    }

    /// The piece to which the character at a place belongs.
    fn piece(&self, at: usize) -> Option<&ShownPiece> {
        let next = self.pieces.partition_point(|piece| piece.start <= at);
        self.pieces.get(next.checked_sub(1)?)
    }

    /// Adds what is shown of a stretch of the text as written.
    pub(crate) fn push(&mut self, piece: &str, source: Range<usize>) {
        if piece.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            // What is shown as it is written continues.
            Some(last)
                if last.length == last.source.len()
                    && piece.len() == source.len()
                    && last.source.end == source.start =>
            {
                last.length += piece.len();
                last.source.end = source.end;
            }
            _ => {
                let start = self.text.len();
                self.pieces.push(ShownPiece { start, length: piece.len(), source });
            }
        }
        self.text.push_str(piece);
    }
}

/// Adds a block of HTML. Its comments are not shown; its tags are, but nobody reads them as text.
fn html_block(text: &str, lines: &[(CowStr<'_>, Range<usize>)], shown: &mut ShownText) {
    let (Some((_, first)), Some((_, last))) = (lines.first(), lines.last()) else { return };
    let comments = raw_html::without_comments(lines).comments;
    let end = Range { start: last.end, end: last.end };
    let mut at = first.start;
    for comment in comments.into_iter().chain([end]) {
        let piece = text.get(at..comment.start).unwrap_or("");
        let mut from = 0;
        while let Some(open) = piece[from..].find('<').map(|open| from + open) {
            shown.push(&piece[from..open], at + from..at + open);
            from = match piece[open..].find('>') {
                Some(length) if is_tag(&piece[open + 1..]) => open + length + 1,
                _ => {
                    shown.push("<", at + open..at + open + 1);
                    open + 1
                }
            };
        }
        shown.push(&piece[from..], at + from..at + piece.len());
        at = comment.end;
    }
}

/// Whether a tag continues like this after its `<`.
fn is_tag(after: &str) -> bool {
    after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// The text of a page as people read it.
pub fn shown(text: &str) -> ShownText {
    let mut shown = ShownText::default();
    let mut html = Vec::new();
    for (event, span) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match event {
            Event::Text(piece) => shown.push(&piece, span),
            Event::Code(piece) => {
                // The marks around it are not shown.
                let written = &text[span.clone()];
                let marks = written.bytes().take_while(|byte| *byte == b'`').count();
                let inner = &written[marks..written.len() - marks];
                let start = span.start + marks + inner.find(&*piece).unwrap_or(0);
                let exact = text[start..].starts_with(&*piece);
                let source = if exact { start..start + piece.len() } else { span };
                shown.push(&piece, source);
            }
            Event::End(TagEnd::HtmlBlock) => {
                html_block(text, &std::mem::take(&mut html), &mut shown);
                shown.push("\n", span.end..span.end);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => {
                shown.push(" ", span.end..span.end);
            }
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::List(_)
                | TagEnd::Item
                | TagEnd::FootnoteDefinition
                | TagEnd::Table
                | TagEnd::TableHead
                | TagEnd::TableRow,
            )
            | Event::Rule => shown.push("\n", span.end..span.end),
            Event::Html(piece) => html.push((piece, span)),
            // Markup within a line: shown as text, but nobody reads it as such.
            _ => {}
        }
    }
    shown
}

/// The titles of links and images, which are shown to those who point at them, and where each link
/// is.
pub fn titles(text: &str) -> Vec<(Range<usize>, String)> {
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    let titles = events.filter_map(|(event, span)| match event {
        Event::Start(Tag::Link { title, .. } | Tag::Image { title, .. }) => Some((span, title)),
        _ => None,
    });
    let written = titles.filter(|(_, title)| !title.is_empty());
    written.map(|(span, title)| (span, title.into_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_shown_without_its_markup_and_leads_back_to_it() {
        let written =
            "Född **1912**12\\-\n12 i &ndash; `kod`.\n\n| a | b |\n|---|---|\n| å | *c* |\n";
        let shown = shown(written);
        assert_eq!(shown.text, "Född 191212- 12 i – kod.\na b \nå c \n\n");
        let back = |part: &str| {
            let at = shown.text.find(part).expect("shown");
            &written[shown.written(at..at + part.len())]
        };
        assert_eq!(back("191212- 12"), "1912**12\\-\n12");
        assert_eq!(back("i – kod"), "i &ndash; `kod");
        assert_eq!(back("–"), "&ndash;");
        assert_eq!(back("å c"), "å | *c");
        assert_eq!(back("kod."), "kod`.");
    }
}
