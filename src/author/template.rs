//! A file ready to be filled in: every key that it may have, explained from the schema. Required
//! keys are present but empty, so that `check` reports what is missing; all others are commented
//! out. Nothing is invented.

mod explain;

use crate::language::Language;
use crate::schema::{Both, Key, Kind, Need, Owner, both};
use explain::{emptied, explained};

/// The greatest length of a comment line in characters.
const WIDTH: usize = 92;

/// The first text in every Markdown file.
const INTRODUCTION: Both = both(
    "Fyll i det du vet och ta bort resten. Rader som börjar med # är bara för dig: ta bort # framför en nyckel för att använda den. Nycklar märkta (krävs) måste fyllas i. Datum skrivs som man vet dem: 2018-02-01, \"2018-02\" eller 2018.",
    "Fill in what you know and remove the rest. Lines that begin with # are only for you: remove the # in front of a key to use it. Keys marked (required) must be filled in. Dates are written as precisely as they are known: 2018-02-01, \"2018-02\" or 2018.",
);

/// The last text in its front matter.
const BODY: Both = both(
    "Efter raden +++ skriver du den löpande texten. Börja rubriker med ## och stycken med en tom rad.",
    "The running text goes after the line +++. Begin headings with ## and paragraphs with an empty line.",
);

/// The line under which the keys are that few files need.
const RARE: Both =
    both("Behövs sällan. Handboken förklarar dem.", "Seldom needed. The handbook explains them.");

/// The first text in `site.toml`.
const SETTINGS: Both = both(
    "Webbplatsens inställningar. Rader som börjar med # är bara för dig: ta bort # framför en nyckel för att använda den.",
    "The site's settings. Lines that begin with # are only for you: remove the # in front of a key to use it.",
);

/// A Markdown file of a kind. `known` are the keys whose values are already known, as TOML.
pub fn of_kind(kind: Kind, known: &[(&str, String)], language: Language) -> String {
    let mut known = known.to_vec();
    known.push(("kind", format!("\"{}\"", kind.as_str())));
    let mut page = TemplateText { text: String::from("+++\n"), language, known: &known };
    page.comment(INTRODUCTION.in_language(language));
    page.keys(Owner::Kind(kind), true);
    page.text.push('\n');
    page.comment(BODY.in_language(language));
    page.text.push_str("+++\n");
    page.text
}

/// A `site.toml`.
pub fn of_settings(known: &[(&str, String)], language: Language) -> String {
    let mut page = TemplateText { text: String::new(), language, known };
    page.comment(SETTINGS.in_language(language));
    page.keys(Owner::Settings, false);
    page.text
}

struct TemplateText<'a> {
    text: String,
    language: Language,
    known: &'a [(&'a str, String)],
}

impl TemplateText<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Adds prose as a comment. Unlike a key that is commented out, it has a space after `#`.
    fn comment(&mut self, prose: &str) {
        let mut line = String::from("#");
        for word in words(prose) {
            if line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&line);
                line.truncate(1);
            }
            line.push(' ');
            line.push_str(&word);
        }
        self.line(&line);
    }

    /// Adds all keys of a file. Tables with headers come last, as TOML requires. With `by_need`, keys
    /// that have or need a value come first, and rare ones last and without explanations.
    fn keys(&mut self, owner: Owner, by_need: bool) {
        let (under_headers, mut plain): (Vec<&Key>, Vec<&Key>) =
            owner.keys().partition(|key| key.has_header());
        let mut rare = Vec::new();
        let mut rare_tables = Vec::new();
        let is_rare = |key: &Key| by_need && key.need == Need::Rare;
        if by_need {
            plain.sort_by_key(|key| !self.is_present(key));
        }
        for key in plain {
            if is_rare(key) && !self.is_present(key) {
                rare.push(key);
            } else {
                self.text.push('\n');
                self.key(key);
            }
        }
        if !rare.is_empty() {
            self.text.push('\n');
            self.comment(RARE.in_language(self.language));
        }
        for key in rare {
            self.line(&format!("#{} = {}", key.name, emptied(key)));
        }
        for key in under_headers {
            if is_rare(key) { rare_tables.push(key) } else { self.table(key, "") }
        }
        if !rare_tables.is_empty() {
            self.text.push('\n');
            self.comment(RARE.in_language(self.language));
        }
        for table in rare_tables {
            self.line(&format!("#{}", table.header("")));
            for key in table.keys() {
                self.line(&format!("#{} = {}", key.name, emptied(key)));
            }
        }
    }

    /// Whether a key is in the file with a value, or with an empty one because it is required.
    fn is_present(&self, key: &Key) -> bool {
        self.known.iter().any(|(name, _)| *name == key.name) || is_wanted(key)
    }

    fn key(&mut self, key: &Key) {
        self.comment(&explained(key, self.language));
        let known = self.known.iter().find(|(name, _)| *name == key.name);
        let wanted = is_wanted(key);
        let name = key.name;
        let line = match known {
            Some((_, value)) => format!("{name} = {value}"),
            None if wanted => format!("{name} = \"\""),
            None => format!("#{name} = {}", emptied(key)),
        };
        self.line(&line);
    }

    /// Adds a table and its keys, all commented out: each key is explained at the end of its line,
    /// or above it if the line would be too long.
    fn table(&mut self, table: &Key, above: &str) {
        self.text.push('\n');
        self.comment(&explained(table, self.language));
        self.line(&format!("#{}", table.header(above)));
        let (under_headers, plain): (Vec<&Key>, Vec<&Key>) =
            table.keys().iter().partition(|key| key.has_header());
        let lines: Vec<(String, String)> = plain
            .iter()
            .map(|key| (format!("#{} = {}", key.name, emptied(key)), explained(key, self.language)))
            .collect();
        let longest = lines.iter().map(|(line, _)| line.len()).max().unwrap_or(0);
        for (line, explained) in lines {
            if longest + 4 + explained.chars().count() <= WIDTH {
                self.line(&format!("{line:longest$}  # {explained}"));
            } else {
                self.comment(&explained);
                self.line(&line);
            }
        }
        for key in under_headers {
            self.table(key, table.name);
        }
    }
}

/// Whether a key must be filled in. Where one of several keys is required, it is the first.
fn is_wanted(key: &Key) -> bool {
    match key.need {
        Need::Required => true,
        Need::OneOf(keys) | Need::Either(keys) => keys.first() == Some(&key.name),
        Need::Optional
        | Need::Advised
        | Need::Rare
        | Need::Unless { .. }
        | Need::Flagged(_)
        | Need::With(_)
        | Need::Without(_)
        | Need::When { .. } => false,
    }
}

/// The words of a text. Text within brackets or braces is one word, so that no example is broken
/// across lines.
fn words(prose: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in prose.split_whitespace() {
        match words.last_mut() {
            Some(open) if open.matches(['[', '{']).count() > open.matches([']', '}']).count() => {
                open.push(' ');
                open.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

#[cfg(test)]
mod tests;
