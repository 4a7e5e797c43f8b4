//! Where a template keeps a value, and where it makes one text of many: what a theme's author may
//! let grow without end.

use crate::diagnostic::Span;

/// What was found in a template.
#[derive(Debug, Default)]
pub struct KeptValues {
    /// The values of `{% set a = … %}` and `{% set_global a = … %}`, except for names alone, and
    /// those that components are given, `<name a={…} />`.
    pub values: Vec<Span>,
    /// The names, and filters, in `{% set a %}` and `{% set_global a | upper %}`.
    pub captures: Vec<Span>,
    /// Where the name of a filter begins whose result may be many times what it is given.
    pub multiplying: Vec<usize>,
    /// The tags in which more than [`MOST_JOINED`] values are joined to one text.
    pub joined: Vec<Span>,
}

/// The filters whose result may be many times what they are given.
pub const MULTIPLYING: [&str; 3] = ["replace", "join", "indent"];

/// A tag that joins more than this can make a very large text of values none of which is.
pub const MOST_JOINED: usize = 50;

/// Looks at every tag of a template.
pub fn kept(text: &str) -> KeptValues {
    let mut found = KeptValues::default();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        at = open + 1;
        let skipped = |end: &str| text[at..].find(end).map_or(text.len(), |it| at + it + end.len());
        match text.as_bytes().get(at) {
            Some(b'#') => at = skipped("#}"),
            Some(b'{') => at = found.tag(text, at + 1, "}}"),
            Some(b'%') => {
                let begins = text[at + 1..].trim_start_matches('-').trim_start();
                let is_raw =
                    begins.strip_prefix("raw").is_some_and(|it| !it.starts_with(is_of_name));
                at = if is_raw { skipped("endraw") } else { found.tag(text, at + 1, "%}") };
            }
            _ => {}
        }
    }
    found
}

impl KeptValues {
    /// Looks at a tag, given where its inner begins and what ends it, and returns its end.
    fn tag(&mut self, text: &str, start: usize, end: &str) -> usize {
        let rest = &text[start..];
        let mut quote = None;
        // Where each brace that is open begins, if it is that of a component's value.
        let mut braces: Vec<Option<usize>> = Vec::new();
        let mut in_component = false;
        let mut joined = 0;
        let mut length = rest.len();
        for (at, character) in rest.char_indices() {
            match (quote, character) {
                (Some(open), close) if open == close => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'' | '`') => quote = Some(character),
                (None, _) if braces.is_empty() && rest[at..].starts_with(end) => {
                    length = at;
                    break;
                }
                (None, '<') => in_component |= rest[at + 1..].starts_with(is_of_name),
                (None, '{') => {
                    let is_value = in_component && rest[..at].trim_end().ends_with('=');
                    braces.push(is_value.then_some(at + 1));
                }
                (None, '}') => {
                    if let Some(begins) = braces.pop().flatten() {
                        self.given(&rest[begins..at], start + begins);
                    }
                }
                (None, '~') => joined += 1,
                (None, '|') => self.filter(rest, start, at + 1),
                (None, _) => {}
            }
        }
        let inner = &rest[..length];
        if joined > MOST_JOINED {
            let trimmed = inner.trim_matches(['-', ' ', '\n', '\t']);
            let from = start + inner.find(trimmed).unwrap_or_default();
            self.joined.push(from..from + trimmed.len());
        }
        if end == "%}" {
            self.statement(inner, start);
        }
        start + length + end.len().min(rest.len() - length)
    }

    /// Notes a value that a component is given, unless it is a map, which has braces of its own.
    fn given(&mut self, value: &str, start: usize) {
        let written = value.trim();
        let from = start + value.len() - value.trim_start().len();
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
        let after = quote.and_then(|quote| written[1..].split_once(quote)).map(|(_, after)| after);
        let is_map = after.is_some_and(|after| after.trim_start().starts_with(':'));
        if !is_map && !written.is_empty() && !written.starts_with("...") {
            self.values.push(from..from + written.len());
        }
    }

    /// Notes the filter whose name is next, if it is one that multiplies.
    fn filter(&mut self, rest: &str, start: usize, at: usize) {
        let name = rest[at..].trim_start();
        let begins = rest.len() - name.len();
        let length = name.find(|c: char| !is_of_name(c)).unwrap_or(name.len());
        if MULTIPLYING.contains(&&name[..length]) {
            self.multiplying.push(start + begins);
        }
    }

    /// Looks at the inner of `{% … %}`.
    fn statement(&mut self, inner: &str, start: usize) {
        let inner = inner.strip_suffix('-').unwrap_or(inner).trim_end();
        let begins = inner.strip_prefix('-').unwrap_or(inner).trim_start();
        let (word, after) =
            begins.split_at(begins.find(|c: char| !is_of_name(c)).unwrap_or(begins.len()));
        let place = |part: &str| start + inner.len() - part.len();
        if word == "filter" {
            self.filter(inner, start, inner.len() - after.len());
        }
        if !matches!(word, "set" | "set_global") {
            return;
        }
        let name = after.trim_start();
        let after = name[name.find(|c: char| !is_of_name(c)).unwrap_or(name.len())..].trim_start();
        match after.strip_prefix('=') {
            Some(value) => {
                let value = value.trim_start();
                let is_name = value.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                    && value.chars().all(|c| is_of_name(c) || matches!(c, '.' | '?'));
                if !is_name && !value.is_empty() {
                    self.values.push(place(value)..start + inner.len());
                }
            }
            None if !name.is_empty() => self.captures.push(place(name)..start + inner.len()),
            None => {}
        }
    }
}

fn is_of_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}
