//! Slips of the pen that TOML does not forgive, each known by name and told with the line as it
//! should have been, where that is plain.

mod keys;
mod quotes;
mod statements;
mod texts;

use super::scan::What;
use crate::diagnostic::{Code, Span, Text};
use crate::text;
use crate::toml_text;

pub use keys::{key, known};

/// A line that the parser could not read.
pub struct Faults<'t> {
    pub line: &'t str,
    /// Its number in the file.
    pub number: usize,
    /// What it stands inside.
    pub inside: Option<What>,
    /// Where in the line, and what the parser says; in order of place.
    pub faults: Vec<(Span, &'t str)>,
    /// The TOML before the line.
    pub above: &'t str,
    /// The TOML after the line.
    pub below: &'t str,
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
    /// Whether the parser made something of the line all the same, and goes on after it.
    pub keeps_value: bool,
    /// Whether it is a header, without which the keys under it are lost.
    pub header: bool,
}

impl Slip {
    /// A slip; its place is to be given.
    pub fn new(message: Text, help: Text) -> Slip {
        let code = Code::TomlSyntax;
        Slip { code, span: 0..0, message, help, lines_more: 0, keeps_value: false, header: false }
    }

    fn at(self, span: Span) -> Slip {
        Slip { span, ..self }
    }
}

impl Faults<'_> {
    /// The line without blanks around it, as a place in the line.
    fn trimmed(&self) -> Span {
        let start = self.line.len() - self.line.trim_start().len();
        start..start + self.line.trim().len()
    }

    /// Whether the parser says this of the line.
    fn says(&self, words: &str) -> Option<&Span> {
        self.faults.iter().find(|(_, message)| message.contains(words)).map(|(span, _)| span)
    }
}

/// What the parser makes nothing of, and after which it drops lines that are sound.
const NOT_RECOVERED: &[&str] = &[
    "key with no value",
    "missing value for key",
    "invalid key-value pair",
    "keys cannot be",
    "extra `=`",
    "extra assignment",
    "missing comma between key-value pairs",
    "with a dotted key",
    "unclosed",
];

/// Names the slip on a line.
pub fn explain(faults: &Faults<'_>) -> Slip {
    let slip = name(faults);
    let lost = faults
        .faults
        .iter()
        .any(|(_, message)| NOT_RECOVERED.iter().any(|words| message.contains(words)));
    // Part of a list or a long text stays, for the sake of the rest of it.
    let keeps_value = (!lost || faults.inside.is_some()) && !slip.header && slip.lines_more == 0;
    Slip { keeps_value, ..slip }
}

/// Longer lines are not repeated corrected, nor looked through for what was meant.
const LONGEST_LINE: usize = 4000;

fn name(faults: &Faults<'_>) -> Slip {
    if faults.line.len() > LONGEST_LINE {
        return too_long(faults);
    }
    let slip = match faults.inside {
        Some(_) => statements::conflict(faults),
        None => statements::slip(faults),
    };
    slip.or_else(|| texts::slip(faults)).unwrap_or_else(|| {
        Slip::new(
            text!(
                "Raden går inte att läsa: den är varken nyckel = värde, en rubrik som [contact] eller en kommentar som börjar med #.",
                "The line cannot be read: it is neither key = value, a header such as [contact], nor a comment that begins with #."
            ),
            text!(
                "Skriv den som nyckel = \"värde\", eller sätt # först om den är en anteckning.",
                "Write it as key = \"value\", or put # first if it is a note."
            ),
        )
        .at(faults.trimmed())
    })
}

fn too_long(faults: &Faults<'_>) -> Slip {
    let at = faults.faults.first().map_or(0, |(at, _)| at.start);
    let characters = faults.line.chars().count();
    Slip::new(
        text!(
            "Raden går inte att läsa härifrån. Den är {characters} tecken lång, så troligen saknas ett citattecken eller ett radslut.",
            "The line cannot be read from here. It is {characters} characters long, so a quote or a line end is probably missing."
        ),
        text!(
            "Dela upp raden, och kontrollera att varje text börjar och slutar med ett citattecken. Lång text skrivs efter den avslutande raden +++.",
            "Split the line, and check that every text begins and ends with a quote. Long texts are written after the closing line +++."
        ),
    )
    .at(at..at)
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

/// A text as an editor had better write it, on one line: without anything to escape.
fn quoted(text: &str) -> String {
    let text = text.trim().replace('"', "”");
    let literal = text.contains('\\').then(|| toml_text::literal(&text)).flatten();
    literal.unwrap_or_else(|| toml_text::basic(&text))
}

/// A line with one part replaced.
fn with(line: &str, part: &Span, replacement: &str) -> String {
    format!("{}{replacement}{}", &line[..part.start], &line[part.end..])
}
