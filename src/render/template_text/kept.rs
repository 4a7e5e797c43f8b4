//! Where a template keeps a value, where it makes one text of many, and what it writes: what a
//! theme's author may let grow without end.

use crate::diagnostic::Span;

/// What was found in a template.
#[derive(Debug, Default)]
pub struct KeptValues {
    /// The values of `{% set a = … %}` and `{% set_global a = … %}`, except for names alone, and
    /// those that components are given, `<name a={…} />`.
    pub values: Vec<Span>,
    /// The names, and filters, in `{% set a %}` and `{% set_global a | upper %}`.
    pub captured: Vec<Span>,
    /// Where the name of a filter begins whose result may be many times what it is given.
    pub multiplying: Vec<usize>,
    /// The tags in which more than [`MOST_JOINED`] values are joined to one text.
    pub joined: Vec<Span>,
    /// What stands in `{{ … }}`, except for a component alone, which writes what is in it.
    pub written: Vec<Span>,
    /// What may be written over and over: the file itself, its components and its loops, in the
    /// order in which they begin.
    pub repeated: Vec<Repeated>,
    /// Whether something that is written becomes a value instead of part of the page.
    pub captures: bool,
    /// Whether the template builds on another.
    pub extends: bool,
}

/// A part of a template that may be written over and over.
#[derive(Debug)]
pub struct Repeated {
    /// The tag that it begins with; nothing for the file itself.
    pub tag: Span,
    pub is_loop: bool,
    /// Bytes between the tags in it, apart from those in loops and components of its own.
    pub text: usize,
}

/// The filters whose result may be many times what they are given.
pub const MULTIPLYING: [&str; 3] = ["replace", "join", "indent"];

/// A tag that joins more than this can make a very large text of values none of which is.
pub const MOST_JOINED: usize = 50;

/// Looks at every tag of a template.
pub fn kept(text: &str) -> KeptValues {
    let whole = Repeated { tag: 0..0, is_loop: false, text: 0 };
    let mut found = KeptValues { repeated: vec![whole], ..KeptValues::default() };
    // Those of the repeated parts that have begun and not ended.
    let mut within = vec![0];
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        found.repeat(&within, open - at);
        at = open + 1;
        let skipped = |end: &str| text[at..].find(end).map_or(text.len(), |it| at + it + end.len());
        match text.as_bytes().get(at) {
            Some(b'#') => at = skipped("#}"),
            Some(b'{') => at = found.tag(text, at + 1, "}}"),
            Some(b'%') => {
                let begins = text[at + 1..].trim_start_matches('-').trim_start();
                let is_raw =
                    begins.strip_prefix("raw").is_some_and(|it| !it.starts_with(is_of_name));
                let end = if is_raw { skipped("endraw") } else { found.tag(text, at + 1, "%}") };
                if is_raw {
                    found.repeat(&within, end - at);
                }
                found.nested(&mut within, begins, open..end);
                at = end;
            }
            _ => {}
        }
    }
    found.repeat(&within, text.len() - at);
    found
}

impl KeptValues {
    /// Adds text to the part that it stands in.
    fn repeat(&mut self, within: &[usize], bytes: usize) {
        if let Some(part) = within.last().and_then(|part| self.repeated.get_mut(*part)) {
            part.text += bytes;
        }
    }

    /// Notes what a statement begins or ends, given its words.
    fn nested(&mut self, within: &mut Vec<usize>, words: &str, tag: Span) {
        let length = words.find(|c: char| !is_of_name(c)).unwrap_or(words.len());
        match &words[..length] {
            word @ ("for" | "component") => {
                within.push(self.repeated.len());
                self.repeated.push(Repeated { tag, is_loop: word == "for", text: 0 });
            }
            "endfor" | "endcomponent" if within.len() > 1 => {
                within.pop();
            }
            "filter" => self.captures = true,
            "extends" => self.extends = true,
            _ => {}
        }
    }

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
            self.captures |= inner.contains('<') || !self.captured.is_empty();
        } else {
            self.shown(inner, start);
        }
        start + length + end.len().min(rest.len() - length)
    }

    /// Looks at the inner of `{{ … }}`.
    fn shown(&mut self, inner: &str, start: usize) {
        let begins = inner.strip_prefix('-').unwrap_or(inner).trim_start();
        let from = start + inner.len() - begins.len();
        let value = begins.strip_suffix('-').unwrap_or(begins).trim_end();
        let is_component = value.starts_with('<');
        // What a component writes becomes a value if anything is done with it.
        self.captures |= !is_component && (value.contains('<') || value.contains("super"));
        self.captures |= is_component && (value[1..].contains('<') || !value.ends_with("/>"));
        if !value.is_empty() && !is_component {
            self.written.push(from..from + value.len());
        }
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
            None if !name.is_empty() => self.captured.push(place(name)..start + inner.len()),
            None => {}
        }
    }
}

fn is_of_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}
