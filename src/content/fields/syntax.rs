//! What the TOML parser could not read, in the reader's words: one problem per line, and which
//! other problems it explains.

use std::sync::Arc;

use crate::diagnostic::{Code, Problem, Source, Span};
use crate::text;

/// What is known to be broken, so that nothing is reported twice.
#[derive(Debug, Default)]
pub struct Syntax {
    /// In the source: the lines with errors.
    broken: Vec<Span>,
    /// Keys that stand on those lines.
    keys: Vec<String>,
    /// Whether keys beyond those lines were swallowed.
    pub lines_lost: bool,
}

impl Syntax {
    /// Whether a problem here follows from a syntax error.
    pub fn explains(&self, span: &Span, code: Code) -> bool {
        (self.lines_lost && matches!(code, Code::UnknownKey | Code::MissingKey))
            || self.broken.iter().any(|line| span.start < line.end && line.start <= span.end)
    }

    /// Whether a key that seems missing stands on a line that could not be read.
    pub fn lost(&self, key: &str) -> bool {
        self.lines_lost || self.keys.iter().any(|lost| lost == key)
    }
}

/// Puts the parser's errors in words.
pub fn explain(
    source: &Arc<Source>,
    start: usize,
    toml: &str,
    errors: &[toml::de::Error],
) -> (Syntax, Vec<Problem>) {
    let mut syntax = Syntax::default();
    let mut problems = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let line_start = toml[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = toml[span.start..].find('\n').map_or(toml.len(), |at| span.start + at);
        let line = start + line_start..start + line_end;
        if syntax.broken.contains(&line) {
            continue;
        }
        syntax
            .keys
            .extend(toml[line_start..line_end].split(['=', ':', ' ']).next().map(str::to_owned));
        syntax.lines_lost |= error.message().contains("unclosed");
        syntax.broken.push(line.clone());
        let message = error.message();
        problems.push(Problem::at(
            Code::TomlSyntax,
            source,
            line,
            text!("Raden går inte att läsa: {message}.", "The line cannot be read: {message}."),
            text!("Skriv nyckel = \"värde\".", "Write key = \"value\"."),
        ));
    }
    (syntax, problems)
}
