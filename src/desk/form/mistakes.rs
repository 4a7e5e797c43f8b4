//! What is wrong with a file, at the fields of its form. The program finds every problem in the text
//! of the file; here the place in the text becomes a field.

use toml_edit::{Document, Item, TableLike};

use super::mistake_words::in_form;
use crate::desk::html::{Html, id};
use crate::desk::text::FileText;
use crate::diagnostic::{Code, Problem, Severity};
use crate::language::Language;
use crate::schema::{Key, Owner};

/// A problem at a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The field's name; empty if it is about the file as a whole.
    pub field: String,
    pub code: Code,
    severity: Severity,
    message: String,
    help: String,
}

/// The problems of one file, in the order of the file.
#[derive(Debug, Default)]
pub struct Mistakes(Vec<Mistake>);

/// Part of a file that belongs to a field.
struct FieldSpan {
    name: String,
    start: usize,
    end: usize,
    is_table: bool,
}

impl Mistakes {
    /// The problems of a file, in form wording.
    pub fn of<'p>(
        problems: impl Iterator<Item = &'p Problem>,
        owner: Owner,
        language: Language,
    ) -> Mistakes {
        // All are in the same file, which is taken apart once.
        let mut spans: Option<Vec<FieldSpan>> = None;
        let mut found: Vec<(Option<usize>, Mistake)> = problems
            .map(|problem| {
                let spans = spans.get_or_insert_with(|| self::spans(problem, owner));
                let at = problem.span.as_ref().map(|span| span.start);
                let (field, key) = place(problem, spans, owner);
                let (message, help) = in_form(problem, key, owner, language);
                let (code, severity) = (problem.code, problem.severity);
                (at, Mistake { field, code, severity, message, help })
            })
            .collect();
        found.sort_by_key(|(at, mistake)| (mistake.severity, *at));
        let mut found: Vec<Mistake> = found.into_iter().map(|(_, mistake)| mistake).collect();
        found.dedup();
        Mistakes(found)
    }

    /// The problems at a field.
    pub fn at(&self, name: &str) -> impl Iterator<Item = &Mistake> {
        self.0.iter().filter(move |mistake| mistake.field == name)
    }

    /// The problems at a field or at one within it.
    pub fn within(&self, name: &str) -> impl Iterator<Item = &Mistake> {
        self.0.iter().filter(move |mistake| {
            let rest = mistake.field.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    pub fn all(&self) -> &[Mistake] {
        &self.0
    }
}

impl Mistake {
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The word for how serious it is.
    pub fn word(&self, language: Language) -> &'static str {
        match (self.severity, language) {
            (Severity::Error, Language::Swedish) => "Fel",
            (Severity::Error, Language::English) => "Error",
            (Severity::Warning, Language::Swedish) => "Varning",
            (Severity::Warning, Language::English) => "Warning",
            (Severity::Advice, Language::Swedish) => "Påpekande",
            (Severity::Advice, Language::English) => "Advice",
        }
    }

    pub fn class(&self) -> &'static str {
        match self.severity {
            Severity::Error => "mistake error",
            Severity::Warning => "mistake warning",
            Severity::Advice => "mistake advice",
        }
    }

    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it.
    pub fn help(&self) -> &str {
        &self.help
    }

    /// The problem at its field.
    pub fn show(&self, html: &mut Html, id: &str, language: Language) {
        html.open("p", &[("class", self.class()), ("id", id)]);
        html.element("strong", &[], &format!("{}: ", self.word(language)));
        html.text(format!("{} {}", self.message(), self.help()).trim_end());
        html.close("p");
    }

    /// The code of a remark that is answered when the source does not say what is missing.
    pub fn answered_by_the_source(&self) -> Option<&'static str> {
        let silent = matches!(
            self.code,
            Code::NoSignatories | Code::NoSource | Code::PledgeWithoutAgreement
        );
        silent.then(|| self.code.as_str())
    }

    /// Where the field is in the page.
    pub fn anchor(&self) -> String {
        if self.field.is_empty() { "#formular".to_owned() } else { format!("#{}", id(&self.field)) }
    }
}

/// The parts of the file that belong to fields, in offsets of its whole text.
fn spans(problem: &Problem, owner: Owner) -> Vec<FieldSpan> {
    let text = problem.source.text.as_bytes();
    let file = match owner {
        Owner::Settings | Owner::Seal => FileText::of_toml(text),
        Owner::Kind(_) | Owner::Ledger | Owner::Unknown => FileText::of_markdown(text),
    };
    let Ok(file) = file else { return Vec::new() };
    let (toml, start) = (file.toml(), file.toml_start());
    let mut spans = Vec::new();
    if let Ok(document) = Document::parse(toml) {
        of_table(document.as_table(), "", start, &mut spans);
    }
    if let Some(body) = file.body_start() {
        let (name, end) = ("body".to_owned(), usize::MAX);
        spans.push(FieldSpan { name, start: body, end, is_table: false });
    }
    spans
}

fn of_table(table: &dyn TableLike, prefix: &str, start: usize, spans: &mut Vec<FieldSpan>) {
    for (name, item) in table.iter() {
        let name = format!("{prefix}{name}");
        let key = table.key(name.rsplit('.').next().unwrap_or_default());
        let key = key.and_then(toml_edit::Key::span);
        let own = item.span();
        if let (Some(first), Some(last)) = (key.or(own.clone()), own) {
            let is_table = item.is_table_like() || item.is_array_of_tables();
            let (start, end) =
                (start + first.start.min(last.start), start + last.end.max(first.end));
            spans.push(FieldSpan { name: name.clone(), start, end, is_table });
        }
        if let Some(inner) = item.as_table_like() {
            of_table(inner, &format!("{name}."), start, spans);
        }
        let cards: Vec<(Option<std::ops::Range<usize>>, &dyn TableLike)> = match item {
            Item::ArrayOfTables(tables) => {
                tables.iter().map(|table| (table.span(), table as &dyn TableLike)).collect()
            }
            Item::Value(toml_edit::Value::Array(array)) => {
                let tables = array.iter().filter_map(toml_edit::Value::as_inline_table);
                tables.map(|table| (table.span(), table as &dyn TableLike)).collect()
            }
            Item::None | Item::Value(_) | Item::Table(_) => Vec::new(),
        };
        for (n, (span, card)) in cards.into_iter().enumerate() {
            let name = format!("{name}.{n}");
            if let Some(span) = span {
                let (start, end) = (start + span.start, start + span.end);
                spans.push(FieldSpan { name: name.clone(), start, end, is_table: true });
            }
            of_table(card, &format!("{name}."), start, spans);
        }
    }
}

/// The field that a document lacks. In the text of the file such a remark stands at the title, for
/// want of a place of its own.
fn lacking(code: Code) -> Option<&'static str> {
    match code {
        Code::NoSource => Some("sources"),
        Code::NoSignatories => Some("signatories"),
        Code::PledgeWithoutAgreement => Some("agreement"),
        _ => None,
    }
}

/// The field of a problem, and its key.
fn place(problem: &Problem, spans: &[FieldSpan], owner: Owner) -> (String, Option<&'static Key>) {
    if let Some(key) = lacking(problem.code).and_then(|name| owner.key(name)) {
        return (key.name.to_owned(), Some(key));
    }
    let Some(span) = &problem.span else { return (named(problem, "", owner), None) };
    let covers = |field: &&FieldSpan| field.start <= span.start && span.start < field.end;
    let narrowest = spans.iter().filter(covers).min_by_key(|field| field.end - field.start);
    // Between a header and the next everything belongs to its table.
    let before = || {
        let tables = spans.iter().filter(|field| field.is_table && field.start <= span.start);
        tables.max_by_key(|field| field.start)
    };
    let found = narrowest.or_else(before);
    let name = found.map_or("", |field| &field.name);
    let within = found.is_none_or(|field| field.is_table);
    let name = match (within, problem.code) {
        (true, Code::MissingKey) => named(problem, name, owner),
        // What the statement lacks may be among the other settings.
        (true, Code::AccessibilityIncomplete) => match named(problem, name, owner) {
            table if table == name => named(problem, "", owner),
            field => field,
        },
        _ => name.to_owned(),
    };
    let key = key_of(&name, owner);
    // A field that the form does not have is spoken of at the top.
    if key.is_none() && name != "body" && !is_card(&name, owner) {
        return (String::new(), None);
    }
    (name, key)
}

/// The field of a key that a message names, in a table; the table itself if it names none.
fn named(problem: &Problem, table: &str, owner: Owner) -> String {
    let keys: Vec<&'static Key> = match table {
        "" => owner.keys().collect(),
        table => key_of(table, owner).into_iter().flat_map(|key| key.keys()).collect(),
    };
    let quoted = |key: &&&'static Key| {
        let (sv, name) = (&problem.message.sv, key.name);
        sv.contains(&format!("”{name}”")) || sv.contains(&format!("[{name}]"))
    };
    match (keys.iter().find(quoted), table) {
        (Some(key), "") => key.name.to_owned(),
        (Some(key), table) => format!("{table}.{}", key.name),
        (None, table) => table.to_owned(),
    }
}

fn is_card(name: &str, owner: Owner) -> bool {
    let table = name.rsplit_once('.').filter(|(_, n)| n.parse::<usize>().is_ok());
    table.is_some_and(|(table, _)| key_of(table, owner).is_some())
}

/// The key of a field; the number of a card is passed over.
fn key_of(name: &str, owner: Owner) -> Option<&'static Key> {
    let mut parts = name.split('.').filter(|part| part.parse::<usize>().is_err());
    let first = owner.key(parts.next()?)?;
    parts.try_fold(first, |key, part| key.keys().iter().find(|it| it.name == part))
}
