//! Syntax that TOML 1.1 allows and TOML 1.0 does not. The parser accepts it, but most other
//! programs do not yet, and the archive's files must be readable by the programs of their time and
//! long after.

use std::sync::Arc;

use memchr::{memchr, memchr2};

use crate::diagnostic::{Code, Problem, Source, Span, Text};
use crate::text;

/// Every such use in a TOML text without errors, which begins at `start` in the source.
pub fn problems(source: &Arc<Source>, start: usize, toml: &str) -> Vec<Problem> {
    if memchr2(b'{', b'\\', toml.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut search = NewerSyntax { toml, at: 0, open: Vec::new(), found: Vec::new() };
    search.run();
    let told = search.found.into_iter().map(|(span, message, help)| {
        Problem::at(Code::TomlSyntax, source, start + span.start..start + span.end, message, help)
    });
    told.collect()
}

struct NewerSyntax<'t> {
    toml: &'t str,
    at: usize,
    open: Vec<OpenBracket>,
    found: Vec<(Span, Text, Text)>,
}

/// A bracket or brace that is still open.
struct OpenBracket {
    at: usize,
    braces: bool,
    /// Whether a line has ended within it.
    broken: bool,
    /// The position of a comma that nothing has followed.
    comma: Option<usize>,
}

impl NewerSyntax<'_> {
    fn run(&mut self) {
        while let Some(&byte) = self.toml.as_bytes().get(self.at) {
            let at = self.at;
            self.at += 1;
            match byte {
                b'#' => self.at = self.toml[at..].find('\n').map_or(self.toml.len(), |n| at + n),
                b'"' | b'\'' => {
                    self.quoted(at);
                    self.forget_comma();
                }
                b'[' | b'{' => {
                    self.forget_comma();
                    let braces = byte == b'{';
                    self.open.push(OpenBracket { at, braces, broken: false, comma: None });
                }
                b']' | b'}' => {
                    if let Some(open) = self.open.pop() {
                        self.closed(&open);
                    }
                }
                b'\n' => {
                    if let Some(open) = self.open.last_mut() {
                        open.broken = true;
                    }
                }
                b',' => {
                    if let Some(open) = self.open.last_mut() {
                        open.comma = Some(at);
                    }
                }
                b' ' | b'\t' => {}
                _ => self.forget_comma(),
            }
        }
    }

    fn forget_comma(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.comma = None;
        }
    }

    /// Skips a text, looking for escapes in it.
    fn quoted(&mut self, start: usize) {
        let quote = &self.toml[start..=start];
        let long = ["\"\"\"", "'''"].into_iter().find(|long| self.toml[start..].starts_with(long));
        let end = long.unwrap_or(quote);
        self.at = start + end.len();
        while let Some(mark) = self.next_mark(quote).filter(|at| !self.toml[*at..].starts_with(end))
        {
            self.at = mark;
            if self.toml[mark..].starts_with('\\') {
                self.escape();
            }
            self.at += self.toml[self.at..].chars().next().map_or(1, char::len_utf8);
        }
        self.at = self.next_mark(quote).unwrap_or(self.toml.len());
        self.at = (self.at + end.len()).min(self.toml.len());
        // A long text may end with one or two quotes of its own.
        while long.is_some() && self.toml[self.at..].starts_with(quote) {
            self.at += 1;
        }
    }

    /// The position of the next quote in a text, or of the next backslash if backslashes have a
    /// meaning in it.
    fn next_mark(&self, quote: &str) -> Option<usize> {
        let rest = self.toml.as_bytes().get(self.at..)?;
        let mark = match quote {
            "\"" => memchr2(b'"', b'\\', rest),
            _ => memchr(b'\'', rest),
        };
        mark.map(|mark| self.at + mark)
    }

    /// Handles a backslash in a text; the position is then that of the character after it.
    fn escape(&mut self) {
        let at = self.at;
        self.at += 1;
        let (written, instead) = match self.toml.as_bytes().get(self.at) {
            Some(b'e') => (at..at + 2, "\\u001B".to_owned()),
            Some(b'x') => {
                let end = (at + 4).min(self.toml.len());
                (at..end, format!("\\u00{}", self.toml.get(at + 2..end).unwrap_or("")))
            }
            _ => return,
        };
        let shown = self.toml.get(written.clone()).unwrap_or("").to_owned();
        self.found.push((
            written,
            text!(
                "Teckenkoden {shown} är så ny att många program inte kan läsa den.",
                "The character code {shown} is so new that many programs cannot read it."
            ),
            text!(
                "Skriv tecknet självt, eller {instead}",
                "Write the character itself, or {instead}"
            ),
        ));
    }

    fn closed(&mut self, open: &OpenBracket) {
        if !open.braces {
            return;
        }
        if open.broken {
            self.found.push((
                open.at..open.at + 1,
                text!(
                    "Det som står inom {{ … }} går över flera rader, och det kan många program inte läsa.",
                    "What stands within {{ … }} runs over several lines, which many programs cannot read."
                ),
                self.on_one_line(open.at),
            ));
        } else if let Some(comma) = open.comma {
            self.found.push((
                comma..comma + 1,
                text!(
                    "Före }} står ett kommatecken för mycket, och det kan många program inte läsa.",
                    "Before }} there is a comma too many, which many programs cannot read."
                ),
                text!("Ta bort kommatecknet.", "Remove the comma."),
            ));
        }
    }

    /// The line to write instead. If there is a comment in it, only the advice to write it on one
    /// line.
    fn on_one_line(&self, from: usize) -> Text {
        let line_start = self.toml[..from].rfind('\n').map_or(0, |end| end + 1);
        let written = &self.toml[line_start..self.at];
        let line = written.split_whitespace().collect::<Vec<_>>().join(" ").replace(", }", " }");
        if line.len() > 120 || line.contains(['#', '"', '\'']) {
            text!(
                "Skriv allt från {{ till }} på en rad, utan kommatecken före }}.",
                "Write all from {{ to }} on one line, without a comma before }}."
            )
        } else {
            text!("Skriv {line}", "Write {line}")
        }
    }
}
