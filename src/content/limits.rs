//! Bounds on a text, far above what any document of an archive has. Parsing takes memory for every
//! mark and level, a few hundred times what the text itself takes, so a text beyond them is refused
//! before it is parsed.

use std::sync::Arc;

use crate::diagnostic::{Code, Problem, Source, Span};
use crate::text;

/// Quotes and lists within each other. A contract's clauses have five levels.
const DEEPEST: usize = 100;

/// Marks and lines. A report of two hundred pages has about ten thousand.
const MOST_SIGNS: usize = 250_000;

/// The problem with a body that is beyond the bounds; it begins here.
pub fn problem(source: &Arc<Source>, start: usize) -> Option<Problem> {
    let body = &source.text[start..];
    if let Some(span) = too_deep(body) {
        let span = start + span.start..start + span.end;
        return Some(Problem::at(
            Code::TooLarge,
            source,
            span,
            text!(
                "Raden börjar med mer än {DEEPEST} citat- eller listtecken i varandra, och läses inte.",
                "The line begins with more than {DEEPEST} marks of quotes or lists within each other, and is not read."
            ),
            text!(
                "Ta bort tecknen > eller - i början av raden.",
                "Remove the signs > or - at the beginning of the line."
            ),
        ));
    }
    let at = too_many(body)?;
    let line = body[at..].find('\n').map_or(body.len(), |end| at + end);
    let end = body[at..line].char_indices().nth(20).map_or(line, |(length, _)| at + length);
    Some(Problem::at(
        Code::TooLarge,
        source,
        start + at..start + end,
        text!(
            "Texten har fler än {MOST_SIGNS} rader och uppmärkningstecken, och läses inte.",
            "The text has more than {MOST_SIGNS} lines and marks, and is not read."
        ),
        text!(
            "Dela upp texten på flera dokument, eller lägg den som en bilaga.",
            "Divide the text between several documents, or give it as an attachment."
        ),
    ))
}

/// The marks of the first line that has too many of them.
fn too_deep(body: &str) -> Option<Span> {
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        let bytes = line.as_bytes();
        let mut depth = 0;
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b' ' | b'\t' => {}
                b'>' => depth += 1,
                b'-' | b'+' | b'*' | b'.' | b')' if begins_item(bytes, at) => depth += 1,
                b'0'..=b'9' => {}
                _ => break,
            }
            at += 1;
        }
        if depth > DEEPEST {
            return Some(start..start + at);
        }
        start += line.len();
    }
    None
}

/// Whether the mark of an item ends here: a blank follows.
fn begins_item(line: &[u8], at: usize) -> bool {
    line.get(at + 1).is_some_and(|next| matches!(next, b' ' | b'\t'))
}

/// Where there are too many marks.
fn too_many(body: &str) -> Option<usize> {
    if body.len() <= MOST_SIGNS {
        return None;
    }
    let signs = body.bytes().enumerate().filter(|(_, byte)| SIGNS.contains(byte));
    let at = signs.map(|(at, _)| at).nth(MOST_SIGNS)?;
    body.char_indices().map(|(start, _)| start).take_while(|start| *start <= at).last()
}

const SIGNS: &[u8] = b"\n*_[]`<>~&\\|!";

#[cfg(test)]
mod tests {
    use super::*;

    fn told(body: &str) -> bool {
        let source = Source::new("content/a.md", body);
        problem(&source, 0).is_some()
    }

    #[test]
    fn what_no_document_has_is_refused() {
        assert!(told(&format!("{} text", ">".repeat(101))));
        assert!(told(&format!("text\n\n{}text", "- ".repeat(101))));
        assert!(told(&format!("{}text", "1. ".repeat(101))));
        assert!(told(&format!("{}text", "> - ".repeat(51))));
        assert!(told(&"a\n\n".repeat(130_000)));
        assert!(told(&"å*".repeat(260_000)));
    }

    #[test]
    fn what_documents_have_is_read() {
        assert!(!told(&format!("{} text", ">".repeat(100))));
        assert!(!told(&"-".repeat(1000)));
        assert!(!told(&"* * *\n".repeat(40)));
        assert!(!told(&"löfte ".repeat(1_000_000)));
        assert!(!told(&"| a | b |\n".repeat(40_000)));
    }
}
