//! Markdown in a text that is shown as it is written: a title, a summary, a commitment.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::reading::OPTIONS;
use crate::byte_set::ByteSet;

/// Markup in a text that is no Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedUp {
    /// The first of it.
    pub span: Range<usize>,
    /// The text without any of it.
    pub plain: String,
}

/// The markup in a text, unless it may be prose: `5*5*5`, `a_b`, `[sic]`, `# 5`, `- 5 grader`.
pub fn marked_up(text: &str) -> Option<MarkedUp> {
    // The first byte of • is that of dashes and quotation marks too, which are common.
    const MARKS: ByteSet = ByteSet::of(b"*_[<&`~#\\-+");
    if !MARKS.is_in(text) && memmem::find(text.as_bytes(), "•".as_bytes()).is_none() {
        return None;
    }
    let mut first: Option<Range<usize>> = None;
    let mut plain = String::new();
    let mut note = |span: Range<usize>| {
        first.get_or_insert(span);
    };
    let options = OPTIONS.difference(Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES);
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        let written = &text[span.clone()];
        match event {
            Event::Text(piece) => {
                // A backslash before a sign is an escape of Markdown.
                let before = &text[..span.start];
                if before.ends_with('\\') && written.starts_with(['*', '[', ']', '#', '`', '<']) {
                    note(span.start - 1..span.start + 1);
                }
                let mark = bare_mark(text, &span);
                if &*piece != written || mark > 0 {
                    note(span.start..if mark > 0 { span.start + mark } else { span.end });
                }
                let decoded = piece.chars().map(|c| if c == '\u{a0}' { ' ' } else { c });
                let decoded: String = decoded.collect();
                plain.push_str(decoded.get(mark..).unwrap_or(&decoded));
            }
            Event::Code(code) => {
                note(span.clone());
                plain.push_str(&code);
            }
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
                if !is_within_word(text, &span) =>
            {
                note(span.clone());
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => note(span.clone()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => note(span.clone()),
            Event::Start(Tag::Heading { .. } | Tag::Item) => {
                let mark = written.bytes().take_while(|it| b"#-*+".contains(it)).count();
                let is_mark = mark > 0 && !written.starts_with('+');
                let word = written[mark..].trim_start();
                if is_mark && word.starts_with(char::is_alphabetic) {
                    note(span.start..span.start + mark);
                } else {
                    // The number of a list, or a sign of arithmetic.
                    plain.push_str(written.split_whitespace().next().unwrap_or(""));
                    plain.push(' ');
                }
            }
            Event::InlineHtml(_) => note(span.clone()),
            Event::Html(html) => {
                note(span.clone());
                plain.push_str(&without_tags(&html));
            }
            _ => {}
        }
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    first.map(|span| MarkedUp { span, plain })
}

/// The length of `##` right before a word, at the beginning of a text.
fn bare_mark(text: &str, span: &Range<usize>) -> usize {
    if !text[..span.start].trim().is_empty() {
        return 0;
    }
    let written = &text[span.clone()];
    let hashes = written.bytes().take_while(|byte| *byte == b'#').count();
    let is_mark = hashes > 1 && written[hashes..].starts_with(char::is_alphabetic);
    if is_mark { hashes } else { 0 }
}

/// Whether marks of emphasis stand where signs of multiplication may: right after a letter or digit,
/// or right before a digit.
fn is_within_word(text: &str, span: &Range<usize>) -> bool {
    text[..span.start].ends_with(char::is_alphanumeric)
        || text[span.end..].starts_with(|c: char| c.is_ascii_digit())
}

/// A stretch of HTML without its tags.
fn without_tags(html: &str) -> String {
    let mut plain = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        plain.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('>') else {
            plain.push_str(&rest[open..]);
            return plain;
        };
        rest = &rest[open + close + 1..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_found_and_left_out() {
        for (text, mark, plain) in [
            ("Trygg **stad**", "**stad**", "Trygg stad"),
            ("Trygg *stad* nu", "*stad*", "Trygg stad nu"),
            ("_Trygg_ stad", "_Trygg_", "Trygg stad"),
            ("__Trygg__ stad", "__Trygg__", "Trygg stad"),
            ("~~Trygg~~ stad", "~~Trygg~~", "Trygg stad"),
            ("Se [avtalet](avtal.md) nu", "[avtalet](avtal.md)", "Se avtalet nu"),
            ("![Torget](torg.jpg)", "![Torget](torg.jpg)", "Torget"),
            ("<https://exempel.se>", "<https://exempel.se>", "https://exempel.se"),
            ("# Trygg stad", "#", "Trygg stad"),
            ("## Trygg **stad**", "##", "Trygg stad"),
            ("##Trygg stad", "##", "Trygg stad"),
            ("- Trygg stad", "-", "Trygg stad"),
            ("* Trygg stad", "*", "Trygg stad"),
            ("<b>Trygg</b> stad", "<b>", "Trygg stad"),
            ("Trygg<br>stad", "<br>", "Tryggstad"),
            ("<div>Trygg stad</div>", "<div>Trygg stad</div>", "Trygg stad"),
            ("Trygg&nbsp;stad", "&nbsp;", "Trygg stad"),
            ("Trygg &amp; snygg", "&amp;", "Trygg & snygg"),
            ("L&ouml;fte", "&ouml;", "Löfte"),
            ("Kör `check`", "`check`", "Kör check"),
            ("Trygg \\* stad", "\\*", "Trygg * stad"),
            ("1. **Trygg** stad", "**Trygg**", "1. Trygg stad"),
        ] {
            let found = marked_up(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((&text[found.span], found.plain.as_str()), (mark, plain), "{text}");
            assert_eq!(marked_up(plain), None, "{plain}");
        }
    }

    #[test]
    fn prose_is_no_markup() {
        for text in [
            "5*5",
            "5*5*5 och 2*b*h",
            "a_b och a_b_c",
            "2**8 och 2**9",
            "De lovade [sic] mer [2018] […]",
            "Håbo & Enköping, R&D; AT&T",
            "1. Trygg stad",
            "2) Trygg stad",
            "# 5",
            "#1 i landet",
            "#metoo",
            "- 5 grader",
            "+ 5 procent",
            "+ fler patruller",
            "– Hej",
            "> 50 procent",
            "> hälften",
            "<50 procent och <3",
            "Antal*",
            "* exklusive moms".trim_start_matches("* "),
            "Namn ____ datum ____",
            "C:\\Löften",
            "~20 personer, ~30",
            "Vad? Ja! (s. 5)",
            "---",
            "a-b-c --- d",
            "Löftet ”Trygg” i stan",
            "kim@habo.se",
            "x < y > z",
            "Kommunen\nPolisen",
        ] {
            assert_eq!(marked_up(text), None, "{text}");
        }
    }
}
