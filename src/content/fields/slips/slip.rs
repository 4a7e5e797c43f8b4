//! A line that cannot be read, and what is reported about it.

use crate::content::fields::scan::Enclosure;
use crate::diagnostic::{Code, Span, Text};
use crate::schema::Owner;
use crate::text;
use crate::toml_text;

/// A line that the parser could not read.
pub struct FaultyLine<'t> {
    pub line: &'t str,
    /// Its number in the file.
    pub number: usize,
    /// What it is inside.
    pub inside: Option<Enclosure>,
    /// The parser's messages and their places in the line, in order of place.
    pub errors: Vec<(Span, &'t str)>,
    /// The TOML before the line.
    pub above: &'t str,
    /// The TOML after the line.
    pub below: &'t str,
    /// Whose keys the file has.
    pub owner: Owner,
}

/// What is wrong with a line.
#[derive(Debug)]
pub struct Slip {
    pub code: Code,
    /// In the line.
    pub span: Span,
    pub message: Text,
    pub help: Text,
    /// How many of the following lines belong to it.
    pub lines_more: usize,
    /// Whether the parser could use the line nevertheless, and continued after it.
    pub keeps_value: bool,
    /// Whether the line is a header; the keys below it are lost without it.
    pub header: bool,
}

impl Slip {
    /// A slip whose place is still to be set.
    pub fn new(message: Text, help: Text) -> Slip {
        let code = Code::TomlSyntax;
        Slip { code, span: 0..0, message, help, lines_more: 0, keeps_value: false, header: false }
    }

    pub(super) fn at(self, span: Span) -> Slip {
        Slip { span, ..self }
    }
}

impl FaultyLine<'_> {
    /// The span of the line without blanks around it.
    pub(super) fn trimmed(&self) -> Span {
        let start = self.line.len() - self.line.trim_start().len();
        start..start + self.line.trim().len()
    }

    /// Where the parser reports this about the line, if it does.
    pub(super) fn says(&self, words: &str) -> Option<&Span> {
        self.errors.iter().find(|(_, message)| message.contains(words)).map(|(span, _)| span)
    }
}

/// "Write the line like this", unless it is too long to repeat.
pub fn correct(line: &str) -> Text {
    const LONGEST: usize = 120;
    let line = line.trim();
    if line.chars().count() <= LONGEST {
        text!("Skriv raden så här: {line}", "Write the line like this: {line}")
    } else {
        let beginning: String = line.chars().take(LONGEST / 2).collect();
        let beginning = beginning.trim_end();
        text!(
            "Skriv raden så här, med resten som den är: {beginning} …",
            "Write the line like this, with the rest as it is: {beginning} …"
        )
    }
}

/// A text in the form that is easiest for an editor to write: on one line, with nothing to escape.
pub(super) fn quoted(text: &str) -> String {
    let text = text.trim().replace('"', "”");
    let literal = text.contains('\\').then(|| toml_text::literal(&text)).flatten();
    literal.unwrap_or_else(|| toml_text::basic(&text))
}

/// A line with one part replaced.
pub(super) fn with(line: &str, part: &Span, replacement: &str) -> String {
    format!("{}{replacement}{}", &line[..part.start], &line[part.end..])
}
