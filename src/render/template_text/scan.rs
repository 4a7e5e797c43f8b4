//! What a template asks its values for: `view.place.title` as a root and its fields, with their
//! places in the file. This is not a parser, since the engine has already parsed the template.

use crate::diagnostic::Span;

/// What was found in a template.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct TemplateNames<'a> {
    pub paths: Vec<NamePath<'a>>,
    /// The keys of maps that the template itself writes: `{"from": …}`.
    pub own_keys: Vec<&'a str>,
    /// Where the template has `for key, value in …`.
    pub pair_loops: Vec<Span>,
    /// The lists that loops run through: `… in LIST`, in `{% for %}` and in `[… for … in LIST]`.
    pub lists: Vec<Span>,
}

/// A name and the fields after it.
#[derive(Debug, PartialEq, Eq)]
pub struct NamePath<'a> {
    /// `None` after an index or a parenthesis, as in `list[0].title`.
    pub root: Option<&'a str>,
    pub fields: Vec<(&'a str, Span)>,
    /// Whether an index follows, as in `t.status[key]`.
    pub indexed: bool,
}

/// Scans a template.
pub fn scan(text: &str) -> TemplateNames<'_> {
    let mut reader = TemplateScanner { text, at: 0, found: TemplateNames::default() };
    while let Some(open) = text[reader.at..].find('{') {
        reader.at += open + 1;
        match text.as_bytes().get(reader.at) {
            Some(b'#') => reader.skip_past("#}"),
            Some(b'{') => {
                reader.at += 1;
                reader.expression();
            }
            Some(b'%') => {
                reader.at += 1;
                reader.statement();
            }
            _ => {}
        }
    }
    reader.found
}

struct TemplateScanner<'a> {
    text: &'a str,
    at: usize,
    found: TemplateNames<'a>,
}

impl<'a> TemplateScanner<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip_past(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.text.len(), |at| self.at + at + end.len());
    }

    fn skip_blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn word(&mut self) -> Option<(&'a str, Span)> {
        let rest = self.rest();
        let length =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let word = &rest[..length];
        if !word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            return None;
        }
        let start = self.at;
        self.at += length;
        Some((word, start..self.at))
    }

    fn statement(&mut self) {
        self.at += usize::from(self.rest().starts_with('-'));
        self.skip_blanks();
        let start = self.at;
        match self.word().map(|(word, _)| word) {
            Some("raw") => self.skip_past("endraw"),
            Some("component" | "endcomponent") => {
                // The name itself may contain dots.
                self.skip_blanks();
                while self.word().is_some() {
                    self.at += usize::from(self.rest().starts_with('.'));
                }
            }
            Some("for") => {
                self.skip_blanks();
                let from = self.at;
                self.word();
                self.skip_blanks();
                if self.rest().starts_with(',') {
                    self.found.pair_loops.push(from..self.at + 1);
                }
                self.at = from;
                self.list();
                self.at = from;
            }
            _ => self.at = start,
        }
        self.expression();
    }

    /// Reads to the end of the tag, skipping strings and inner braces.
    fn expression(&mut self) {
        let mut depth = 0usize;
        while let Some(next) = self.rest().chars().next() {
            match next {
                '{' => depth += 1,
                '}' if depth == 0 => return,
                '}' => depth -= 1,
                '"' | '\'' | '`' => {
                    self.string(next);
                    continue;
                }
                '0'..='9' => {
                    let rest = self.rest();
                    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.');
                    self.at += end.unwrap_or(rest.len());
                    continue;
                }
                '.' if matches!(self.before(), Some(']' | ')')) => {
                    self.path(None);
                    continue;
                }
                'a'..='z' | 'A'..='Z' | '_' => {
                    let component = matches!(self.before(), Some('<' | '/'));
                    let known = self.found.paths.len();
                    let word = self.at;
                    let root = self.word().map(|(word, _)| word);
                    if root == Some("for") && self.is_spaced(word) {
                        let after = self.at;
                        self.list();
                        self.at = after;
                    }
                    self.path(root);
                    if component {
                        self.found.paths.truncate(known);
                    }
                    continue;
                }
                _ => {}
            }
            self.at += next.len_utf8();
        }
    }

    /// Whether a word stands by itself, rather than as the name of a field or an argument.
    fn is_spaced(&self, at: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        before.is_some_and(char::is_whitespace) && self.rest().starts_with(char::is_whitespace)
    }

    /// Notes the list of a loop, whose names are next: `item in LIST` or `key, value in LIST`.
    fn list(&mut self) {
        loop {
            self.skip_blanks();
            if self.word().is_none() {
                return;
            }
            self.skip_blanks();
            if !self.rest().starts_with(',') {
                break;
            }
            self.at += 1;
        }
        if self.word().map(|(word, _)| word) != Some("in") {
            return;
        }
        self.skip_blanks();
        let (start, known) = (self.at, self.found.own_keys.len());
        let mut depth = 0usize;
        while let Some(next) = self.rest().chars().next() {
            let rest = self.rest();
            match next {
                '"' | '\'' | '`' => {
                    self.string(next);
                    continue;
                }
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                '%' | '-' if depth == 0 && (rest.starts_with("%}") || rest.starts_with("-%}")) => {
                    break;
                }
                'a'..='z' | 'A'..='Z' | '_' => {
                    let at = self.at;
                    let word = self.word().map(|(word, _)| word);
                    // What follows chooses among the items, and is no part of the list.
                    if depth == 0 && word == Some("if") && self.is_spaced(at) {
                        self.at = at;
                        break;
                    }
                    continue;
                }
                _ => {}
            }
            self.at += next.len_utf8();
        }
        self.found.own_keys.truncate(known);
        let list = self.text[start..self.at].trim_end();
        if !list.is_empty() {
            self.found.lists.push(start..start + list.len());
        }
    }

    fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    fn string(&mut self, quote: char) {
        let from = self.at + 1;
        let end = self.text[from..].find(quote).map_or(self.text.len(), |at| from + at);
        self.at = (end + 1).min(self.text.len());
        if self.rest().trim_start().starts_with(':') {
            self.found.own_keys.push(&self.text[from..end]);
        }
    }

    /// Reads the fields that follow a name.
    fn path(&mut self, root: Option<&'a str>) {
        let mut fields = Vec::new();
        loop {
            let start = self.at;
            self.at += usize::from(self.rest().starts_with('?'));
            if !self.rest().starts_with('.') {
                self.at = start;
                break;
            }
            self.at += 1;
            match self.word() {
                Some(field) => fields.push(field),
                None => break,
            }
        }
        if !fields.is_empty() {
            let indexed = self.rest().starts_with('[') || self.rest().starts_with("?[");
            self.found.paths.push(NamePath { root, fields, indexed });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        scan(text)
            .paths
            .iter()
            .map(|path| {
                let fields: Vec<_> = path.fields.iter().map(|(field, _)| *field).collect();
                let index = if path.indexed { "[]" } else { "" };
                format!("{}.{}{index}", path.root.unwrap_or("?"), fields.join("."))
            })
            .collect()
    }

    #[test]
    fn paths_are_found_in_expressions_and_statements() {
        assert_eq!(
            paths("a.b {{ view.place.title }}{% if not entry.date and t.x[entry.type] == 1.5 %}"),
            ["view.place.title", "entry.date", "t.x[]", "entry.type"]
        );
        assert_eq!(
            paths("{{ of.list[0].text | fill(n=a.b?.c) }}"),
            ["of.list[]", "?.text", "a.b.c"]
        );
    }

    #[test]
    fn what_is_no_path_is_passed_over() {
        assert_eq!(paths("{# a.b #}{% raw %}{{ a.b }}{% endraw %}{{ \"a.b\" ~ c.d }}"), ["c.d"]);
        assert_eq!(
            paths(
                "{% component ui.card(a) %}{{ <ui.button at={x.y} /> }}{% endcomponent ui.card %}"
            ),
            ["x.y"]
        );
    }

    #[test]
    fn own_keys_and_loops_over_pairs_are_found() {
        let found = scan(
            "{% set a = {\"from\": b.c} %}{{ {'until': 1} }}{% for k, v in a %}{% for x in y %}",
        );
        assert_eq!(found.own_keys, ["from", "until"]);
        assert_eq!(found.pair_loops.len(), 1);
    }
}
