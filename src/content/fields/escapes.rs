//! Values that are written with escapes, `"\\u0031912"`, or over several lines, and therefore shown
//! otherwise than they are written: they are inspected as they will be shown, and control characters
//! are refused as they are when they are written as such.

use std::sync::Arc;

use toml::de::{DeArray, DeTable, DeValue};

use crate::content::inspect;
use crate::diagnostic::{Code, Problem, Source, Span};
use crate::text;
use crate::toml_text;

/// The problems with the values of a table that is in the source, where its TOML begins at `start`.
pub fn problems(source: &Arc<Source>, start: usize, table: &DeTable<'_>) -> Vec<Problem> {
    let mut search = EscapeSearch { source, start, problems: Vec::new() };
    search.table(table);
    search.problems
}

struct EscapeSearch<'s> {
    source: &'s Arc<Source>,
    start: usize,
    problems: Vec<Problem>,
}

impl EscapeSearch<'_> {
    fn table(&mut self, table: &DeTable<'_>) {
        for value in table.values() {
            self.value(value.get_ref(), value.span());
        }
    }

    fn array(&mut self, array: &DeArray<'_>) {
        for value in array.iter() {
            self.value(value.get_ref(), value.span());
        }
    }

    /// Checks every text within a value.
    fn value(&mut self, value: &DeValue<'_>, span: Span) {
        match value {
            DeValue::String(text) => {
                self.text(text, self.start + span.start..self.start + span.end);
            }
            DeValue::Array(array) => self.array(array),
            DeValue::Table(table) => self.table(table),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        let written = self.source.text.get(span.clone()).unwrap_or("");
        let escaped = written.starts_with('"') && written.contains('\\');
        if !escaped {
            if written.contains('\n') {
                self.problems.extend(inspect::inspect_value(self.source, &span, text));
            }
            return;
        }
        let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r');
        if text.contains(is_control) || (is_windows_path(written) && text.contains('\n')) {
            self.problems.push(control(self.source, span));
        } else {
            self.problems.extend(inspect::inspect_value(self.source, &span, text));
        }
    }
}

/// Whether a value begins like `"C:\`.
fn is_windows_path(written: &str) -> bool {
    let path = written.trim_matches('"').as_bytes();
    path.len() > 3 && path[0].is_ascii_alphabetic() && path[1] == b':' && path[2] == b'\\'
}

fn control(source: &Arc<Source>, span: Span) -> Problem {
    let help = as_written(source.text.get(span.clone()).unwrap_or("")).map_or_else(
        || {
            text!(
                "Skriv \\\\ där det ska stå ett omvänt snedstreck, eller vanliga snedstreck.",
                "Write \\\\ where a backslash is meant, or forward slashes."
            )
        },
        |value| text!("Skriv i stället: {value}", "Write instead: {value}"),
    );
    Problem::at(
        Code::TomlSyntax,
        source,
        span,
        text!(
            "Mellan raka citattecken betyder ett omvänt snedstreck något särskilt: \\t blir en tabb, \\b och \\u0001 osynliga tecken. Texten skulle inte visas som den står.",
            "Between straight quotation marks a backslash has a meaning of its own: \\t becomes a tab, \\b and \\u0001 invisible characters. The text would not be shown as it stands."
        ),
        help,
    )
}

/// A value in which backslashes mean themselves: a path of the archive with slashes, anything else
/// between apostrophes. `None` if it runs over several lines or holds an apostrophe.
fn as_written(value: &str) -> Option<String> {
    let inside = value.strip_prefix('"')?.strip_suffix('"')?;
    let is_path = inside.ends_with(".md") || inside.starts_with("..");
    if value.starts_with("\"\"\"") || inside.contains('"') {
        None
    } else if is_path {
        Some(format!("\"{}\"", inside.replace('\\', "/")))
    } else {
        toml_text::literal(inside)
    }
}
