//! Blocks in which something written may be lost or misunderstood: code, items of lists, rows of
//! tables, definitions.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

use super::reader::MarkdownReader;
use crate::markdown::outline::RemarkKind;
use crate::markdown::part::Element;

/// What may follow the opening of a block of code and is no text of the archive: the names of
/// languages.
const LANGUAGES: [&str; 18] = [
    "toml", "text", "txt", "plain", "markdown", "md", "html", "css", "xml", "json", "csv", "yaml",
    "sh", "bash", "console", "sql", "rust", "python",
];

impl MarkdownReader<'_> {
    pub(super) fn begin_code(&mut self, kind: &CodeBlockKind<'_>, span: Range<usize>) -> Element {
        self.in_code = true;
        match kind {
            CodeBlockKind::Indented => {
                let shown = self.trimmed(span.clone());
                // Code that is nothing but blanks that are not ordinary ones.
                self.remark(RemarkKind::IndentedText, if shown.is_empty() { span } else { shown });
            }
            CodeBlockKind::Fenced(info) => self.fence(info, span),
        }
        Element::CodeBlock
    }

    /// Looks at the lines that begin and end a block of code.
    fn fence(&mut self, info: &str, span: Range<usize>) {
        let block = &self.text[span.clone()];
        let opening = block.lines().next().unwrap_or("");
        let opening_end = span.start + opening.len();
        let info = info.trim();
        if !info.is_empty() {
            let words = opening.trim_start_matches(['`', '~', ' ']);
            let start = span.start + opening.len() - words.len();
            self.covered.add(start..opening_end);
            // Signs of fences alone say nothing.
            let says = !words.trim().is_empty();
            if says && !LANGUAGES.contains(&info.to_lowercase().as_str()) {
                self.remark(RemarkKind::FenceWords, start..start + words.trim_end().len());
            }
        }
        let sign = if opening.trim_start().starts_with('~') { '~' } else { '`' };
        let length = opening.trim_start().chars().take_while(|c| *c == sign).count();
        let last = block.trim_end().lines().skip(1).last().unwrap_or("");
        let last = last.trim_start_matches(['>', ' ', '\t']).trim_end();
        let closed = last.chars().count() >= length && last.chars().all(|c| c == sign);
        if !closed {
            self.remark(RemarkKind::UnclosedFence, span.start..opening_end);
        }
    }

    /// Begins an item, which keeps the number that is written.
    pub(super) fn begin_item(&mut self, span: Range<usize>) -> Element {
        self.line_begins = true;
        let item = self.text.get(span.clone()).unwrap_or("");
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        self.covered.add(span.start..span.start + digits);
        let written: Option<u64> = item[..digits].parse().ok();
        let next = self.lists.last_mut().and_then(|list| list.next.as_mut());
        let Some(expected) = next else { return Element::Item(None) };
        let number = written.unwrap_or(*expected);
        let skips = (number != *expected).then_some(number);
        *expected = number.saturating_add(1);
        Element::Item(skips)
    }

    /// Looks at a block that has ended.
    pub(super) fn end_block(&mut self, element: Element, span: Range<usize>) {
        match element {
            Element::CodeBlock => self.in_code = false,
            Element::List(_) => self.end_list(&span),
            Element::Item(_) => self.end_lines(),
            Element::TableRow => self.end_row(span),
            Element::Paragraph
            | Element::Heading(_)
            | Element::Quote
            | Element::Table
            | Element::TableHead
            | Element::HeadCell(_)
            | Element::Cell(_)
            | Element::Emphasis
            | Element::Strong
            | Element::Deleted
            | Element::Link(_) => {}
        }
    }

    fn end_row(&mut self, span: Range<usize>) {
        let span = self.trimmed(span);
        let row = self.text.get(span.clone()).unwrap_or("");
        let cells = cells(row);
        let columns = self.columns.len();
        if !row.contains('|') {
            self.remark(RemarkKind::LineInTable, span);
        } else if cells.iter().skip(columns).any(|cell| !cell.trim().is_empty()) {
            self.remark(RemarkKind::LostCells { cells: cells.len(), columns }, span.clone());
            self.covered.add(span);
        }
    }

    /// Reports the definitions that no link has used.
    pub(super) fn unused_definitions(&mut self, definitions: Vec<Range<usize>>) {
        for span in definitions {
            if !self.defined.contains(&span.start) {
                let shown = self.trimmed(span.clone());
                self.remark(RemarkKind::UnusedDefinition, shown);
                self.covered.add(span);
            }
        }
    }
}

/// The cells of a row as the parser divides it: at every `|` without a backslash before it.
fn cells(row: &str) -> Vec<&str> {
    let row = row.trim().strip_prefix('|').unwrap_or(row.trim());
    let mut cells = Vec::new();
    let mut start = 0;
    let mut escaped = false;
    for (at, byte) in row.bytes().enumerate() {
        if byte == b'|' && !escaped {
            cells.push(&row[start..at]);
            start = at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    if !row[start..].trim().is_empty() {
        cells.push(&row[start..]);
    }
    cells
}
