//! One thing that is wrong, where it is and how to mend it, in both languages; and the flat form in
//! which a report is shown, stored and compared.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::bilingual::Text;
use super::code::{Code, Severity};
use super::source::{Source, Span, floor_char_boundary};
use crate::language::Language;

/// Something in the site's own files that is wrong or should be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its permanent name.
    pub code: Code,
    /// How serious it is; at first the severity of its code.
    pub severity: Severity,
    /// The file.
    pub source: Arc<Source>,
    /// The characters, if the problem is at a particular place in the file.
    pub span: Option<Span>,
    /// What happened and why.
    pub message: Text,
    /// What to do.
    pub help: Text,
}

impl Problem {
    /// A problem at a place in a file.
    pub fn at(code: Code, source: &Arc<Source>, span: Span, message: Text, help: Text) -> Problem {
        Problem {
            code,
            severity: code.severity(),
            source: source.clone(),
            span: Some(span),
            message,
            help,
        }
    }

    /// A problem with a file as a whole.
    pub fn in_file(code: Code, source: &Arc<Source>, message: Text, help: Text) -> Problem {
        Problem { span: None, ..Problem::at(code, source, 0..0, message, help) }
    }

    /// The problem as reported in one language.
    pub fn diagnostic(&self, language: Language) -> Diagnostic {
        let (line, column) =
            self.span.as_ref().map_or((1, 1), |span| self.source.line_and_column(span.start));
        Diagnostic {
            code: self.code,
            severity: self.severity,
            path: self.source.path.clone(),
            line,
            column,
            message: self.message.words(language).clone(),
            help: self.help.words(language).clone(),
            excerpt: self.span.as_ref().and_then(|span| Excerpt::around(&self.source, span)),
        }
    }
}

/// A problem as reported: in one language, with its line number, and independent of the source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Relative to the site's folder, `/` between segments; shared with the source.
    pub path: Arc<str>,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// Its permanent name.
    pub code: Code,
    /// How serious it is.
    pub severity: Severity,
    /// What happened and why.
    pub message: Cow<'static, str>,
    /// What to do.
    pub help: Cow<'static, str>,
    /// The source line, if there is one to show.
    pub excerpt: Option<Excerpt>,
}

/// The line that a problem is on, and which of its bytes it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Excerpt {
    /// The line without its end; of a very long line, the part around the problem.
    pub line: String,
    /// Bytes of `line`.
    pub start: usize,
    /// Bytes of `line`; at least `start`.
    pub end: usize,
    /// Whether the beginning of a long line was cut off.
    pub cut: bool,
}

/// A longer line is cut around the problem, so that showing a line of 10 MB costs nothing.
const LONGEST_SHOWN: usize = 400;
const SHOWN_BEFORE: usize = 120;

impl Excerpt {
    fn around(source: &Source, span: &Span) -> Option<Excerpt> {
        let text = &*source.text;
        if text.is_empty() {
            return None;
        }
        let start = floor_char_boundary(text, span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = floor_char_boundary(text, span.end).clamp(start, line_end);
        let (from, cut) = if line_end - line_start > LONGEST_SHOWN {
            let from =
                floor_char_boundary(text, start.saturating_sub(SHOWN_BEFORE)).max(line_start);
            (from, from > line_start)
        } else {
            (line_start, false)
        };
        let to = floor_char_boundary(text, line_end.min(from + LONGEST_SHOWN));
        Some(Excerpt {
            line: text[from..to].to_owned(),
            start: start - from,
            end: end.min(to) - from,
            cut,
        })
    }
}
