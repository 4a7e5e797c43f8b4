//! Markup of other programs, and of Markdown where it was not meant: bars without a table, a sign of
//! comparison that makes a quotation, a line of signs that makes a heading of the one above it.

use std::ops::Range;

use super::reader::MarkdownReader;
use super::sentence::reads_as_sentence;
use crate::markdown::outline::RemarkKind;

impl MarkdownReader<'_> {
    /// Looks at the beginning of a line of plain text; the whole line may have markup too.
    pub(super) fn foreign_line(&mut self, written: &str, line: &str, span: &Range<usize>) {
        if written.starts_with('|') && line.matches('|').count() > 1 {
            self.bars.push(span.start..span.start + line.trim_end().len());
        }
        let is_item = || {
            let before = self.text[..span.start].rsplit('\n').next().unwrap_or("");
            before.trim_end_matches(' ').ends_with(['-', '*', '+', '.', ')'])
        };
        let box_length = ["[x] ", "[X] ", "[ ] "].into_iter().find(|it| written.starts_with(it));
        let box_length = box_length.filter(|_| is_item());
        let length = box_length.map(str::len).or_else(|| callout(written)).or_else(|| mark(line));
        if let Some(length) = length {
            self.remark(RemarkKind::ForeignMark, span.start..span.start + length);
        }
    }

    /// The rows of a table that has become none, in the block that has ended: one remark.
    pub(super) fn end_bars(&mut self) {
        if let Some(first) = std::mem::take(&mut self.bars).into_iter().next() {
            self.remark(RemarkKind::PipesAsText, first);
        }
    }

    /// Looks at a quotation: `>5 procent` was meant as a comparison.
    pub(super) fn begin_quote(&mut self, span: Range<usize>) {
        let quoted = &self.text[span.clone()];
        let is_compared = quoted
            .strip_prefix('>')
            .is_some_and(|it| it.trim_start_matches('=').starts_with(|c: char| c.is_ascii_digit()));
        let has_others = quoted.lines().skip(1).any(|line| line.trim_start().starts_with('>'));
        if is_compared && !has_others {
            let shown = self.trimmed(span);
            self.remark(RemarkKind::QuoteOfNumber, shown);
        }
    }

    /// Looks at the headings that a line of signs below them has made, once all are known.
    pub(super) fn lines_as_headings(&mut self) {
        let suspect = self.headings.iter().filter(|heading| {
            let written = &self.text[heading.span.clone()];
            let Some((above, under)) = written.rsplit_once('\n') else { return false };
            let under = under.trim_matches([' ', '\t', '>']);
            let is_line = under.bytes().all(|byte| byte == b'-' || byte == b'=');
            // A mark of version control is told as such.
            if written.starts_with('#') || !is_line || under == "=======" {
                return false;
            }
            let after = self.text[heading.span.end..].lines().nth(1).unwrap_or("");
            let goes_on = under == "---" && !after.trim_matches(['>', ' ', '\t']).is_empty();
            above.contains('\n') || goes_on || reads_as_sentence(&heading.text)
        });
        let spans: Vec<Range<usize>> = suspect.map(|heading| heading.span.clone()).collect();
        for span in spans {
            self.remark(RemarkKind::LineAsHeading, span);
        }
    }
}

/// The length of `[!NOTE]`.
fn callout(line: &str) -> Option<usize> {
    let name = line.strip_prefix("[!")?;
    let length = name.find(|c: char| !c.is_ascii_alphabetic())?;
    (length > 1 && name[length..].starts_with(']')).then_some(length + 3)
}

/// The length of what begins a line in other programs: `: förklaring` below a word, `::: ruta`,
/// `== Rubrik ==`, `[TOC]`.
fn mark(line: &str) -> Option<usize> {
    let line = line.trim_end();
    let explains = line.strip_prefix(": ").is_some_and(|it| it.starts_with(char::is_alphabetic));
    let inner = line.trim_matches('=');
    let wiki = line.starts_with("==") && line.ends_with("==") && inner.len() + 3 < line.len();
    let is_heading = wiki && inner.starts_with(' ') && inner.contains(char::is_alphabetic);
    if explains {
        Some(1)
    } else if line.starts_with(":::") {
        Some(3)
    } else {
        let is_mark = is_heading || matches!(line, "[TOC]" | "[toc]" | "[[TOC]]" | "[[_TOC_]]");
        is_mark.then_some(line.len())
    }
}

/// Marks of other programs within a line: `==a==`, `++a++`, `H~2~O`, `m^2^`, `{{ a }}`.
pub(super) fn foreign_mark(written: &str) -> Option<Range<usize>> {
    let around = |mark: &str| {
        let sign = mark.chars().next()?;
        let open = written.match_indices(mark).find(|(at, _)| {
            let (before, after) = (&written[..*at], &written[at + 2..]);
            !before.ends_with(|c: char| c.is_alphanumeric() || c == sign)
                && after.starts_with(char::is_alphanumeric)
        })?;
        let inner = &written[open.0 + 2..];
        let (close, _) = inner.match_indices(mark).next()?;
        let fits = inner[..close].ends_with(|c: char| !c.is_whitespace())
            && !inner[close + 2..].starts_with(|c: char| c.is_alphanumeric() || c == sign);
        fits.then_some(open.0..open.0 + 2 + close + 2)
    };
    let moved = |sign: char| {
        written.match_indices(sign).find_map(|(at, _)| {
            let (before, after) = (&written[..at], &written[at + 1..]);
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            let fits = before.ends_with(char::is_alphabetic)
                && (1..3).contains(&digits)
                && after[digits..].starts_with(sign);
            fits.then_some(at..at + digits + 2)
        })
    };
    let filled_in = || {
        [("{{", "}}"), ("{%", "%}")].iter().find_map(|(open, close)| {
            let at = written.find(open)?;
            let length = written[at..].find(close)? + close.len();
            Some(at..at + length)
        })
    };
    around("==")
        .or_else(|| around("++"))
        .or_else(|| moved('~'))
        .or_else(|| moved('^'))
        .or_else(filled_in)
}

/// Notes within a line, as other dialects write them: `^[en not]`.
pub(super) fn notes_within(written: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    written.match_indices("^[").filter_map(|(at, _)| {
        let after = &written[at + 2..];
        let length = after.char_indices().take(LONGEST).find(|(_, c)| *c == ']').map(|it| it.0);
        let fits = !written[..at].ends_with('\\') && !after.starts_with(']');
        // A note may hold markup, where the plain text ends.
        fits.then(|| at..length.map_or(written.len(), |length| at + 2 + length + 1))
    })
}

/// How far a mark or an address is followed to its end.
pub(super) const LONGEST: usize = 300;
