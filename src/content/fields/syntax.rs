//! The syntax errors of the TOML parser in words that an editor understands: one problem per line,
//! and which other problems each explains.

use std::sync::Arc;

use super::explained::{Explained, Syntax};
use super::scan::{self, Enclosure, Line, Opening, Unclosed};
use super::slips::{self, FaultyLine, Slip};
use crate::diagnostic::{Code, Problem, Source, Span, Text};
use crate::schema::Owner;
use crate::text;

/// More than this many in one file mean that it is not TOML at all.
const MOST: usize = 20;

/// Puts the parser's errors into words. `owner` has the file's keys; `start` is where the TOML
/// begins in the source.
pub fn explain(
    source: &Arc<Source>,
    owner: Owner,
    start: usize,
    toml: &str,
    errors: &[toml::de::Error],
) -> Explained {
    if errors.is_empty() {
        return Explained { syntax: Syntax::default(), problems: Vec::new(), mended: None };
    }
    let mut search = ErrorSearch {
        source,
        owner,
        start,
        toml,
        syntax: Syntax::default(),
        slips: Vec::new(),
        blank: Vec::new(),
    };
    search.stretches(errors);
    let ErrorSearch { syntax, mut slips, blank, .. } = search;
    slips.sort_by_key(|(span, _)| span.start);
    let more = slips.len() > MOST;
    slips.truncate(MOST);
    let mut problems: Vec<Problem> = slips
        .into_iter()
        .map(|(span, slip)| Problem::at(slip.code, source, span, slip.message, slip.help))
        .collect();
    if more && let Some(last) = problems.last_mut() {
        last.help = Text {
            sv: format!(
                "{} (Det kan finnas fler fel längre ned i filen; de visas när dessa är rättade.)",
                last.help.sv
            )
            .into(),
            en: format!(
                "{} (There may be more errors further down; they are shown when these are mended.)",
                last.help.en
            )
            .into(),
        };
    }
    Explained { syntax, problems, mended: Some(blanked(toml, &blank)) }
}

/// Text that is too long to be front matter; nothing else is reported about it.
pub fn too_long(source: &Arc<Source>, opening: Span, length: usize) -> Explained {
    let kilobytes = length / 1024;
    let problem = Problem::at(
        Code::TomlSyntax,
        source,
        opening,
        text!(
            "Mellan +++-raderna står {kilobytes} kB, men där får det vara högst 1024: så mycket är text som har hamnat fel.",
            "Between the +++ lines there are {kilobytes} kB, but there may be at most 1024: so much is text that has ended up in the wrong place."
        ),
        text!(
            "Flytta löptext, tabeller och listor till efter den avslutande raden +++. Är de redan där: kontrollera att den raden bara består av +++.",
            "Move running text, tables and lists to after the closing line +++. If they are there already, check that this line is only +++."
        ),
    );
    let everything = 0..source.text.len() + 1;
    let syntax = Syntax { broken: vec![everything], keys: Vec::new(), unread: true };
    Explained { syntax, problems: vec![problem], mended: None }
}

/// Text of which so much is outside quotes that it cannot be TOML; nothing else is reported about
/// it. This is where there is too much of it.
pub fn no_toml(source: &Arc<Source>, at: usize) -> Explained {
    let line = source.text[at..].find('\n').map_or(source.text.len(), |end| at + end);
    let end = source.text[at..line].char_indices().nth(40).map_or(line, |(length, _)| at + length);
    let problem = Problem::at(
        Code::TomlSyntax,
        source,
        at..end,
        text!(
            "Filens uppgifter går inte att läsa: det mesta är varken nycklar, värden eller text inom citattecken.",
            "The file's statements cannot be read: most of it is neither keys, values nor text in quotes."
        ),
        text!(
            "Hämta tillbaka filen som den var, till exempel ur versionshanteringen eller en säkerhetskopia.",
            "Restore the file as it was, such as from version control or a backup."
        ),
    );
    let everything = 0..source.text.len() + 1;
    let syntax = Syntax { broken: vec![everything], keys: Vec::new(), unread: true };
    Explained { syntax, problems: vec![problem], mended: None }
}

/// The text with these parts replaced by blanks.
fn blanked(toml: &str, parts: &[Span]) -> String {
    let mut bytes = toml.as_bytes().to_vec();
    for part in parts {
        for byte in bytes.get_mut(part.clone()).into_iter().flatten().filter(|b| **b != b'\n') {
            *byte = b' ';
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

struct ErrorSearch<'s> {
    source: &'s Arc<Source>,
    owner: Owner,
    /// Where the TOML begins in the source.
    start: usize,
    toml: &'s str,
    syntax: Syntax,
    /// In the source.
    slips: Vec<(Span, Slip)>,
    /// The parts of the TOML that are not to be read.
    blank: Vec<Span>,
}

impl ErrorSearch<'_> {
    /// Divides the TOML into the part before something unclosed, the part after it, and so on,
    /// since the parser itself recovers only at the end.
    fn stretches(&mut self, errors: &[toml::de::Error]) {
        let mut errors = std::borrow::Cow::Borrowed(errors);
        let mut from = 0;
        // Each round leaves less text; more than 20 rounds would give more problems than are shown.
        loop {
            let stretch = &self.toml[from..];
            let (lines, unclosed) = scan::lines(stretch);
            let end = unclosed.as_ref().map_or(usize::MAX, |it| line_start(stretch, it.open.at));
            self.lines(from, &lines, &errors, end);
            let Some(unclosed) = unclosed else { return };
            self.unclosed(from, &unclosed);
            from += unclosed.resumes;
            if self.slips.len() > MOST || from >= self.toml.len() {
                self.blank.push(from..self.toml.len());
                return;
            }
            let rest = &self.toml[from..];
            errors = std::borrow::Cow::Owned(toml::de::DeTable::parse_recoverable(rest).1);
        }
    }

    /// Handles each line with errors up to `end`; spans are relative to `from` in the TOML.
    fn lines(&mut self, from: usize, lines: &[Line], errors: &[toml::de::Error], end: usize) {
        let stretch = &self.toml[from..];
        let mut faults: Vec<(Span, &str)> = errors
            .iter()
            .map(|error| (error.span().unwrap_or(0..0), error.message()))
            .filter(|(span, _)| span.start < end)
            .collect();
        faults.sort_by_key(|(span, _)| span.start);
        let mut faults = faults.into_iter().peekable();
        let mut index = 0;
        let mut header_repeated = false;
        let mut header_broken = false;
        while index < lines.len() && self.slips.len() <= MOST {
            let line = &lines[index];
            let mut here: Vec<(Span, &str)> = Vec::new();
            while let Some((span, message)) =
                faults.next_if(|(span, _)| span.start <= line.span.end)
            {
                let clip = |at: usize| at.clamp(line.span.start, line.span.end) - line.span.start;
                here.push((clip(span.start)..clip(span.end), message));
            }
            if header_broken && scan::is_header(&stretch[line.span.clone()]) {
                // This message is a consequence of the broken line before it.
                here.retain(|(_, message)| !message.contains("duplicate key"));
                header_broken = false;
            }
            if scan::is_header(&stretch[line.span.clone()]) {
                header_repeated = here.iter().any(|(_, message)| message.contains("duplicate key"));
            } else if header_repeated {
                // The keys of the repeated table seem to be duplicates as well.
                here.retain(|(_, message)| !message.contains("duplicate key"));
            }
            let mut last = index;
            if !here.is_empty() {
                let slip = slips::explain(&FaultyLine {
                    line: &stretch[line.span.clone()],
                    number: self.source.line_and_column(self.start + from + line.span.start).0,
                    inside: line.inside.map(|open| open.what),
                    errors: here,
                    above: &stretch[..line.span.start],
                    below: stretch.get(line.span.end + 1..).unwrap_or(""),
                    owner: self.owner,
                });
                // A mistake that spans several lines is one; the errors on its other lines are part
                // of it.
                header_broken |= slip.header;
                last = (index + slip.lines_more).min(lines.len() - 1);
                while faults.next_if(|(span, _)| span.start <= lines[last].span.end).is_some() {}
                self.slip(from, &lines[index..=last], slip);
            }
            index = last + 1;
        }
    }

    fn slip(&mut self, from: usize, lines: &[Line], slip: Slip) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let whole = from + first.span.start..from + last.span.end;
        let key = slips::key(&self.toml[from + first.span.start..from + first.span.end]);
        let known = key.as_deref().and_then(slips::known);
        // `period 2018`
        let word = key.as_deref().and_then(|key| key.split_whitespace().next()).map(str::to_owned);
        self.syntax.keys.extend(known.map(str::to_owned));
        self.syntax.keys.extend(key);
        self.syntax.keys.extend(word);
        if !slip.keeps_value {
            self.syntax.unread |= known.is_some() || slip.header;
            // Without its header, the keys of a table would become those of the table before.
            let end = if slip.header { next_header(self.toml, whole.end) } else { whole.end };
            self.blank.push(whole.start..end);
        }
        let at = self.start + from + first.span.start;
        self.syntax.broken.push(self.start + whole.start..self.start + whole.end);
        self.slips.push((at + slip.span.start..at + slip.span.end, slip));
    }

    /// The number of the line that ended the TOML, if a long text seems to have been going on there.
    fn fence_in_text(&self) -> Option<usize> {
        let end = self.start + self.toml.len();
        let after = self.source.text.get(end..).filter(|after| after.starts_with("+++"))?;
        // The text goes on to its own end, before what would then be the line that was meant.
        let rest = after.find("\n+++").map_or(after, |fence| &after[..fence]);
        let is_ended = rest.contains("\"\"\"") || rest.contains("'''");
        is_ended.then(|| self.source.line_and_column(end).0)
    }

    fn unclosed(&mut self, from: usize, unclosed: &Unclosed) {
        let Opening { what, at } = unclosed.open;
        let stretch = &self.toml[from..];
        let line = line_start(stretch, at);
        let line_end = stretch[at..].find('\n').map_or(stretch.len(), |length| at + length);
        let text = stretch[line..line_end].trim_end();
        let one_line = unclosed.resumes <= line_end + 1;
        let (message, help) = match what {
            Enclosure::List => (
                text!(
                    "Listan som börjar här slutar aldrig: hakparentesen ] saknas.",
                    "The list that begins here never ends: the bracket ] is missing."
                ),
                if one_line {
                    slips::correct(&format!("{}]", text.trim_end_matches(',')))
                } else {
                    text!(
                        "Skriv ] efter listans sista värde.",
                        "Write ] after the last value of the list."
                    )
                },
            ),
            Enclosure::Table => (
                text!(
                    "Parentesen {{ som öppnas här stängs aldrig: }} saknas.",
                    "The brace {{ that opens here is never closed: }} is missing."
                ),
                if one_line {
                    slips::correct(&format!("{} }}", text.trim_end_matches(',').trim_end()))
                } else {
                    text!("Skriv }} efter det sista värdet.", "Write }} after the last value.")
                },
            ),
            Enclosure::Text => match self.fence_in_text() {
                Some(line) => (
                    text!(
                        "Raden +++ (rad {line}) avslutar uppgifterna mitt i texten som börjar här.",
                        "The line +++ (line {line}) ends the front matter in the middle of the text that begins here."
                    ),
                    text!(
                        "Ta bort raden +++ ur texten. I en text mellan tre citattecken kan ingen rad bestå av bara +++.",
                        "Remove the line +++ from the text. In a text between three quotes no line can be only +++."
                    ),
                ),
                None => (
                    text!(
                        "Texten som börjar här slutar aldrig: de tre avslutande citattecknen saknas.",
                        "The text that begins here never ends: the three closing quotes are missing."
                    ),
                    text!(
                        "Skriv tre citattecken, \"\"\", där texten slutar.",
                        "Write three quotes, \"\"\", where the text ends."
                    ),
                ),
            },
        };
        let key = slips::key(text);
        self.syntax.keys.extend(key.as_deref().and_then(slips::known).map(str::to_owned));
        self.syntax.keys.extend(key);
        self.syntax.unread = true;
        let end = unclosed.resumes.max(line_end);
        self.blank.push(from + line..from + end);
        self.syntax.broken.push(self.start + from + line..self.start + from + end);
        let start = self.start + from + at;
        self.slips.push((
            start..start + (line + text.len()).saturating_sub(at),
            Slip::new(message, help),
        ));
    }
}

fn line_start(toml: &str, at: usize) -> usize {
    toml[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Where the next header begins; otherwise the end.
fn next_header(toml: &str, from: usize) -> usize {
    let mut at = from;
    for line in toml[from..].split_inclusive('\n') {
        if scan::is_header(line) {
            return at;
        }
        at += line.len();
    }
    toml.len()
}
