//! A theme's string file: nested tables of texts. A site's own file replaces single texts of the
//! built-in one, and can neither add any nor change which placeholders they have.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::value::Key;
use tera::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::nearest::nearest;
use super::phrase::{Plural, placeholders};
use crate::diagnostic::{Code, Problem, Source, Span, Text};
use crate::text;

/// All texts of a theme in one language, by dotted key: `status.kept`.
#[derive(Debug, Default)]
pub struct Strings {
    entries: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    Text(String),
    Plural(Plural),
}

/// A key with what stands there, and where.
struct Written {
    key: String,
    entry: Entry,
    span: Span,
}

impl Strings {
    /// The built-in texts with the site's own in their place.
    pub fn read(built_in: &Arc<Source>, own: Option<&Arc<Source>>) -> (Strings, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut strings = Strings::default();
        for written in parse(built_in, &mut problems) {
            strings.entries.insert(written.key, written.entry);
        }
        if let Some(own) = own {
            for written in parse(own, &mut problems) {
                match strings.check(&written) {
                    Ok(()) => {
                        strings.entries.insert(written.key, written.entry);
                    }
                    Err((message, help)) => problems.push(Problem::at(
                        Code::ThemeString,
                        own,
                        written.span,
                        message,
                        help,
                    )),
                }
            }
        }
        (strings, problems)
    }

    /// Whether a text of the site may stand in for the built-in one.
    fn check(&self, written: &Written) -> Result<(), (Text, Text)> {
        let key = &written.key;
        let Some(built_in) = self.entries.get(key) else {
            let help = match nearest(key, self.entries.keys().map(String::as_str)) {
                Some(near) => {
                    text!("Menade du ”{near}”?", "Did you mean “{near}”?")
                }
                None => text!(
                    "Se vilka texter temat har i det inbyggda temats strängfil, eller ta bort raden.",
                    "See which texts there are in the built-in theme's string file, or remove the line."
                ),
            };
            return Err((
                text!("Temat har ingen text som heter ”{key}”.", "The theme has no text “{key}”."),
                help,
            ));
        };
        match (built_in, &written.entry) {
            (Entry::Text(theirs), Entry::Text(own)) => same_placeholders(theirs, own),
            (Entry::Plural(theirs), Entry::Plural(own)) => {
                let known: Vec<_> = theirs.forms().flat_map(placeholders).collect();
                let unknown = own.forms().flat_map(placeholders).find(|name| !known.contains(name));
                match unknown {
                    Some(name) => Err(unknown_placeholder(name, &known)),
                    None => Ok(()),
                }
            }
            (Entry::Plural(_), Entry::Text(_)) => Err((
                text!(
                    "Texten ”{key}” finns i en form för varje antal.",
                    "The text “{key}” has a form for each number."
                ),
                text!(
                    "Skriv {key} = {{ one = \"…\", other = \"…\" }}.",
                    "Write {key} = {{ one = \"…\", other = \"…\" }}."
                ),
            )),
            (Entry::Text(_), Entry::Plural(_)) => Err((
                text!(
                    "Texten ”{key}” är densamma för alla antal.",
                    "The text “{key}” is the same for all numbers."
                ),
                text!("Skriv {key} = \"…\".", "Write {key} = \"…\"."),
            )),
        }
    }

    /// As `t` in templates.
    pub fn value(&self) -> Value {
        let mut root = Map::new();
        for (key, entry) in &self.entries {
            insert(&mut root, key, entry.value());
        }
        Value::from(root)
    }

    /// A plain text.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.entries.get(key)? {
            Entry::Text(text) => Some(text),
            Entry::Plural(_) => None,
        }
    }

    /// A text with a form for each number.
    pub fn plural(&self, key: &str) -> Option<&Plural> {
        match self.entries.get(key)? {
            Entry::Plural(plural) => Some(plural),
            Entry::Text(_) => None,
        }
    }

    /// Every key with whether it is a plural, in order.
    pub fn keys(&self) -> impl Iterator<Item = (&str, bool)> {
        self.entries.iter().map(|(key, entry)| (key.as_str(), matches!(entry, Entry::Plural(_))))
    }

    /// Everything, for the theme's digest.
    pub fn update(&self, mut each: impl FnMut(&str)) {
        for (key, entry) in &self.entries {
            each(key);
            match entry {
                Entry::Text(text) => each(text),
                Entry::Plural(plural) => {
                    for form in [
                        plural.zero.as_deref().unwrap_or(""),
                        &plural.one,
                        plural.two.as_deref().unwrap_or(""),
                        &plural.other,
                    ] {
                        each(form);
                    }
                }
            }
        }
    }
}

impl Entry {
    fn value(&self) -> Value {
        match self {
            Entry::Text(text) => Value::normal_string(text),
            Entry::Plural(plural) => {
                let mut forms = Map::new();
                let given = [
                    plural.zero.as_ref(),
                    Some(&plural.one),
                    plural.two.as_ref(),
                    Some(&plural.other),
                ];
                for (name, form) in Plural::FORMS.into_iter().zip(given) {
                    if let Some(form) = form {
                        forms.insert(Key::Str(name), Value::normal_string(form));
                    }
                }
                Value::from(forms)
            }
        }
    }
}

/// Sets a dotted key. Tables hold tables, so that the maps are built from the leaves up.
fn insert(table: &mut Map, key: &str, value: Value) {
    match key.split_once('.') {
        None => {
            table.insert(Key::from(key.to_owned()), value);
        }
        Some((first, rest)) => {
            let key = Key::from(first.to_owned());
            let mut inner = table.remove(&key).and_then(Value::into_map).unwrap_or_default();
            insert(&mut inner, rest, value);
            table.insert(key, Value::from(inner));
        }
    }
}

fn same_placeholders(built_in: &str, own: &str) -> Result<(), (Text, Text)> {
    let (known, given) = (placeholders(built_in), placeholders(own));
    if let Some(name) = given.iter().find(|name| !known.contains(name)) {
        return Err(unknown_placeholder(name, &known));
    }
    match known.iter().find(|name| !given.contains(name)) {
        Some(name) => Err((
            text!(
                "I texten saknas platsen ”{{{name}}}”, där sidan sätter in ett värde.",
                "The text lacks the place “{{{name}}}”, where the page puts a value."
            ),
            text!(
                "Skriv {{{name}}} där värdet ska stå. Den inbyggda texten är: {built_in}",
                "Write {{{name}}} where the value shall stand. The built-in text is: {built_in}"
            ),
        )),
        None => Ok(()),
    }
}

fn unknown_placeholder(name: &str, known: &[&str]) -> (Text, Text) {
    let message = text!(
        "Platsen ”{{{name}}}” får inget värde i den här texten.",
        "The place “{{{name}}}” gets no value in this text."
    );
    let help = if known.is_empty() {
        text!("Ta bort {{{name}}}.", "Remove {{{name}}}.")
    } else {
        let list = known.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
        text!("De värden som finns här är {list}.", "The values here are {list}.")
    };
    (message, help)
}

/// What a string file says; what is no text is told and left out.
fn parse(source: &Arc<Source>, problems: &mut Vec<Problem>) -> Vec<Written> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    for error in errors.iter().take(10) {
        let span = error.span().unwrap_or(0..0);
        let said = error.message();
        problems.push(Problem::at(
            Code::TomlSyntax,
            source,
            span,
            text!(
                "Filen följer inte reglerna för TOML: {said}",
                "The file is not valid TOML: {said}"
            ),
            text!(
                "Varje rad ska se ut så här: namn = \"text\".",
                "Each line should read: name = \"text\"."
            ),
        ));
    }
    let mut found = Vec::new();
    if errors.is_empty() {
        read_table("", table.get_ref(), source, &mut found, problems);
    }
    found.sort_by_key(|written| written.span.start);
    found
}

fn read_table(
    prefix: &str,
    table: &DeTable<'_>,
    source: &Arc<Source>,
    found: &mut Vec<Written>,
    problems: &mut Vec<Problem>,
) {
    for (name, value) in table.iter() {
        let key = if prefix.is_empty() {
            name.get_ref().to_string()
        } else {
            format!("{prefix}.{}", name.get_ref())
        };
        let span = name.span();
        match value.get_ref() {
            DeValue::String(text) => {
                found.push(Written { key, entry: Entry::Text(text.to_string()), span });
            }
            DeValue::Table(inner) => match plural(inner) {
                Some(plural) => found.push(Written { key, entry: Entry::Plural(plural), span }),
                None => read_table(&key, inner, source, found, problems),
            },
            _ => problems.push(Problem::at(
                Code::ThemeString,
                source,
                value.span(),
                text!("”{key}” är ingen text.", "“{key}” is no text."),
                text!("Skriv texten inom citattecken: \"…\".", "Write the text in quotes: \"…\"."),
            )),
        }
    }
}

/// A table that is the forms of one text: `one` and `other`, perhaps `zero` and `two`, no more.
fn plural(table: &DeTable<'_>) -> Option<Plural> {
    let mut forms: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, value) in table.iter() {
        let name: &str = name.get_ref();
        match value.get_ref() {
            DeValue::String(text) if Plural::FORMS.contains(&name) => {
                forms.insert(name, text);
            }
            _ => return None,
        }
    }
    Some(Plural {
        zero: forms.get("zero").map(|form| (*form).to_owned()),
        one: (*forms.get("one")?).to_owned(),
        two: forms.get("two").map(|form| (*form).to_owned()),
        other: (*forms.get("other")?).to_owned(),
    })
}
