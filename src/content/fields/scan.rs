//! A rough reading of TOML, line by line, for files with syntax errors: what each line is inside,
//! and what was opened and never closed. The parser recovers from an unclosed bracket only at the
//! end of the file, whereas a person sees that the next line begins something new.

use crate::diagnostic::Span;

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    pub span: Span,
    /// What is open at its beginning.
    pub inside: Option<Opening>,
}

/// A bracket, brace or quote that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    pub what: Enclosure,
    pub at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enclosure {
    /// `[`
    List,
    /// `{`
    Table,
    /// `"""` or `'''`
    Text,
}

/// Something that was opened and not closed.
#[derive(Debug, PartialEq, Eq)]
pub struct Unclosed {
    pub open: Opening,
    /// Where the next statement begins; the end of the text if there is none.
    pub resumes: usize,
}

/// The lines, up to where something unclosed swallows the rest.
pub fn lines(toml: &str) -> (Vec<Line>, Option<Unclosed>) {
    let mut lines = Vec::new();
    let mut open: Vec<Opening> = Vec::new();
    let mut start = 0;
    for whole in toml.split_inclusive('\n') {
        let line = whole.strip_suffix('\n').unwrap_or(whole);
        if let Some(last) = open.last()
            && begins_anew(line, *last, &toml[..start])
        {
            let outermost = open.first().copied().unwrap_or(*last);
            return (lines, Some(Unclosed { open: outermost, resumes: start }));
        }
        lines.push(Line { span: start..start + line.len(), inside: open.last().copied() });
        if !(open.is_empty() && line.trim_start().starts_with('[')) {
            brackets(line, start, &mut open);
        }
        start += whole.len();
    }
    let unclosed = open.first().map(|open| match open.what {
        // A long text may contain anything. If it has no end, it is assumed to end where a key
        // seems to begin.
        Enclosure::Text => Unclosed { open: *open, resumes: next_statement(toml, open.at) },
        _ => Unclosed { open: *open, resumes: toml.len() },
    });
    if let Some(unclosed) = &unclosed {
        lines.retain(|line| line.span.start < unclosed.resumes);
    }
    (lines, unclosed)
}

/// Where the next line begins that looks like a statement; otherwise the end.
fn next_statement(toml: &str, at: usize) -> usize {
    let mut start = toml[at..].find('\n').map_or(toml.len(), |length| at + length + 1);
    for line in toml[start..].split_inclusive('\n') {
        if is_assignment(line) || is_header(line) {
            return start;
        }
        start += line.len();
    }
    toml.len()
}

/// Whether a line begins a new statement although something is still open.
fn begins_anew(line: &str, open: Opening, before: &str) -> bool {
    match open.what {
        Enclosure::Text => false,
        Enclosure::List => is_assignment(line) || is_header(line),
        // TOML 1.1 allows an inline table to span several lines; each except the last ends in a
        // comma.
        Enclosure::Table => {
            is_header(line) || (is_assignment(line) && !before.trim_end().ends_with([',', '{']))
        }
    }
}

/// `key = …`
pub fn is_assignment(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| {
        let key = key.trim();
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    })
}

/// `[key]`, `[[key]]`
pub fn is_header(line: &str) -> bool {
    let line = line.trim();
    let name = line.trim_start_matches('[').trim_end_matches(']');
    line.starts_with('[')
        && line.ends_with(']')
        && name.starts_with(|c: char| c.is_alphabetic())
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// The nearest header above, if it is in a comment: where its line begins, and the header. What
/// stands between may be statements, but no other header, and no more lines than a table has.
pub fn commented_header(above: &str) -> Option<(usize, &str)> {
    const FURTHEST: usize = 60;
    let mut end = above.len();
    for _ in 0..FURTHEST {
        let start = above[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = above[start..end].trim();
        if is_header(line) {
            return None;
        }
        let comment = line.strip_prefix('#').map(|line| line.trim_start_matches('#').trim());
        if let Some(header) = comment.filter(|comment| is_header(comment)) {
            return Some((start, header));
        }
        end = start.checked_sub(1)?;
    }
    None
}

/// The name in a header.
pub fn table_of(header: &str) -> &str {
    header.trim().trim_matches(['[', ']'])
}

/// Tracks what a line opens and closes.
fn brackets(line: &str, start: usize, open: &mut Vec<Opening>) {
    let mut at = 0;
    while at < line.len() {
        if matches!(open.last(), Some(Opening { what: Enclosure::Text, .. })) {
            // Either kind of long quotes is accepted as the end; a text that contains the other
            // kind is very rare.
            let Some((found, mark)) = next_mark(&line[at..], &['"', '\'']) else { return };
            if mark.len() == 3 {
                open.pop();
            }
            at += found + mark.len();
            continue;
        }
        let marks = ['"', '\'', '#', '[', ']', '{', '}'];
        let Some((found, mark)) = next_mark(&line[at..], &marks) else { return };
        let position = start + at + found;
        at += found + mark.len();
        match mark {
            "#" => return,
            "\"\"\"" | "'''" => open.push(Opening { what: Enclosure::Text, at: position }),
            "\"" => at += closing(&line[at..], '"', true),
            "'" => at += closing(&line[at..], '\'', false),
            "[" => open.push(Opening { what: Enclosure::List, at: position }),
            "{" => open.push(Opening { what: Enclosure::Table, at: position }),
            _ => {
                open.pop();
            }
        }
    }
}

/// The first of these characters; three of them if they are quotes in a row. The text is searched
/// only once, since a line can be very long.
fn next_mark<'t>(text: &'t str, marks: &[char]) -> Option<(usize, &'t str)> {
    let at = text.find(marks)?;
    let three = text[at..].starts_with("\"\"\"") || text[at..].starts_with("'''");
    Some((at, &text[at..at + if three { 3 } else { 1 }]))
}

/// The number of bytes up to and including the closing quote; all of them if there is none.
fn closing(rest: &str, quote: char, escapes: bool) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if escapes => escaped = true,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The parts of a line outside quotes and comments.
pub fn outside_quotes(line: &str) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(found) = line[at..].find(['"', '\'', '#']) {
        let here = at + found;
        parts.push(at..here);
        at = match line.as_bytes()[here] {
            b'"' => here + 1 + closing(&line[here + 1..], '"', true),
            b'\'' => here + 1 + closing(&line[here + 1..], '\'', false),
            _ => line.len(),
        };
    }
    parts.push(at..line.len());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn unclosed(toml: &str) -> Option<(Enclosure, usize, usize)> {
        lines(toml).1.map(|found| (found.open.what, found.open.at, found.resumes))
    }

    #[test]
    fn an_unclosed_list_ends_where_the_next_statement_begins() {
        assert_eq!(unclosed("a = [\"x\", \"]\"\nb = 1\n"), Some((Enclosure::List, 4, 14)));
        assert_eq!(unclosed("a = [\n\"x\", # ]\n[b]\n"), Some((Enclosure::List, 4, 15)));
        assert_eq!(unclosed("a = [\n\"x\"\n"), Some((Enclosure::List, 4, 10)));
        assert_eq!(unclosed("a = [\n\"x = 1\",\n['y'],\n]\nb = 1"), None);
    }

    #[test]
    fn an_unclosed_table_may_go_on_after_a_comma() {
        assert_eq!(unclosed("a = { b = 1\nc = 2\n"), Some((Enclosure::Table, 4, 12)));
        assert_eq!(unclosed("a = { b = 1,\nc = 2 }\n"), None);
    }

    #[test]
    fn an_unclosed_long_text_ends_where_a_key_seems_to_stand() {
        assert_eq!(unclosed("a = \"\"\"x\ny\nb = 1\n"), Some((Enclosure::Text, 4, 11)));
        assert_eq!(unclosed("a = \"\"\"x\nb = 1\n\"\"\"\n"), None);
    }
}
