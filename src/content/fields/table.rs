//! A table of TOML, asked for its keys one by one.

use std::cell::RefCell;

use toml::de::DeTable;

use super::need::is_empty;
use super::values::{Value, Vocabulary};
use super::{Owner, Reader};
use crate::content::names;
use crate::diagnostic::{Code, Span, Spanned, Text};
use crate::model::{PartialDate, Period};

/// A table and which of its keys were asked for.
pub struct Table<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) entries: &'a DeTable<'a>,
    /// Where it begins: the header, the braces or the fence.
    pub(super) span: Span,
    pub(super) place: Place,
    pub(super) asked: RefCell<Vec<&'static str>>,
}

/// Which table it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The file's own keys.
    Root,
    /// `[contact]`, `period = { … }`
    Table(&'static str),
    /// `[[sources]]`
    List(&'static str),
}

impl Place {
    /// As written in a file.
    pub fn header(self) -> String {
        match self {
            Place::Root => String::new(),
            Place::Table(name) => format!("[{name}]"),
            Place::List(name) => format!("[[{name}]]"),
        }
    }

    /// Its name, empty for the file's own keys.
    pub fn name(self) -> &'static str {
        match self {
            Place::Root => "",
            Place::Table(name) | Place::List(name) => name,
        }
    }
}

impl<'a> Table<'a> {
    pub(super) fn root(reader: &'a Reader<'a>, entries: &'a DeTable<'a>, opening: Span) -> Self {
        Table { reader, entries, span: opening, place: Place::Root, asked: RefCell::default() }
    }

    /// Whether the key stands in the table. Does not count as asking for it.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Whether the key is missing or says nothing, and no syntax error is to blame.
    pub fn absent_or_empty(&self, key: &str) -> bool {
        match self.entries.get(key) {
            None => !self.reader.syntax.lost(key),
            Some(value) => is_empty(value.get_ref()),
        }
    }

    /// The number of the line where a span begins.
    pub fn line_of(&self, span: &Span) -> usize {
        self.reader.source.line_and_column(span.start).0
    }

    /// The value of a key.
    pub fn value(&self, key: &'static str) -> Option<Value<'a>> {
        self.asked.borrow_mut().push(key);
        let value = self.entries.get(key)?;
        Some(Value::new(self.reader, key, value, false))
    }

    /// Says whose keys all these are, once that is known.
    pub fn belong_to(&self, owner: Owner) {
        self.reader.owner.set(owner);
    }

    /// The keys that were asked for so far.
    #[cfg(test)]
    pub fn asked(&self) -> Vec<&'static str> {
        self.asked.borrow().clone()
    }

    /// Where the table begins.
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// A problem somewhere in the file.
    pub fn report(&self, code: Code, span: Span, message: Text, help: Text) {
        self.reader.report(code, span, message, help);
    }

    /// What was read cannot stand for the whole file.
    pub fn mark_unusable(&self) {
        self.reader.mark_unusable();
    }

    /// Plain text; empty text says nothing and counts as absent.
    pub fn text(&self, key: &'static str) -> Option<Spanned<String>> {
        self.value(key)?.text()
    }

    /// Plain text whose place does not matter.
    pub fn string(&self, key: &'static str) -> Option<String> {
        self.text(key).map(|text| text.value)
    }

    /// true or false.
    pub fn flag(&self, key: &'static str) -> Option<bool> {
        self.value(key)?.flag()
    }

    /// A date of any precision.
    pub fn date(&self, key: &'static str) -> Option<Spanned<PartialDate>> {
        self.value(key)?.date()
    }

    /// A date whose place does not matter.
    pub fn day(&self, key: &'static str) -> Option<PartialDate> {
        self.date(key).map(|date| date.value)
    }

    /// One date or a list.
    pub fn dates(&self, key: &'static str) -> Vec<Spanned<PartialDate>> {
        self.each(key).iter().filter_map(Value::date).collect()
    }

    /// A period; `Some(None)` when the source prints none.
    pub fn period(&self, key: &'static str) -> Option<Spanned<Option<Period>>> {
        self.value(key)?.period()
    }

    /// `from` and `until`, in this order in time.
    pub fn span_of_time(&self) -> (Option<PartialDate>, Option<PartialDate>) {
        super::dates::ends(self)
    }

    /// One of a closed list of words.
    pub fn word<T: Vocabulary>(&self, key: &'static str) -> Option<Spanned<T>> {
        self.value(key)?.word()
    }

    /// One text or a list of them.
    pub fn texts(&self, key: &'static str) -> Vec<Spanned<String>> {
        self.each(key).iter().filter_map(Value::text).collect()
    }

    /// One text or a list of them, whose places do not matter.
    pub fn strings(&self, key: &'static str) -> Vec<String> {
        self.texts(key).into_iter().map(|text| text.value).collect()
    }

    /// One reference or a list of them. A reference that cannot be read makes the file unusable: its
    /// absence would be reported elsewhere as something it is not.
    pub fn references(&self, key: &'static str) -> Vec<Spanned<String>> {
        let written = self.each(key);
        let references: Vec<_> = written.iter().filter_map(Value::text).collect();
        if references.len() < written.len() {
            self.mark_unusable();
        }
        references
    }

    /// A single reference.
    pub fn reference(&self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.value(key)?;
        let reference = value.text();
        if reference.is_none() && !value.is_empty_text() {
            self.mark_unusable();
        }
        reference
    }

    /// `[key]`
    pub fn table(&self, key: &'static str) -> Option<Table<'a>> {
        let table = self.value(key)?.table(Place::Table(key));
        if table.is_none() {
            self.mark_unusable();
        }
        table
    }

    /// `[[key]]`
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        self.tables_under(key, key)
    }

    /// `[[header]]`, whose last part is the key.
    pub fn tables_under(&self, header: &'static str, key: &'static str) -> Vec<Table<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let tables = value.tables(header);
        if tables.is_empty() {
            self.mark_unusable();
        }
        tables
    }

    /// Every `[[key]]`, each read by `read`. One that comes to nothing makes the file unusable: its
    /// absence would be reported elsewhere as something it is not.
    pub fn all<T>(&self, key: &'static str, read: impl Fn(&Table<'a>) -> Option<T>) -> Vec<T> {
        let tables = self.tables(key);
        let mut read: Vec<T> = tables.iter().filter_map(read).collect();
        read.shrink_to_fit();
        if read.len() < tables.len() {
            self.mark_unusable();
        }
        read
    }

    fn each(&self, key: &'static str) -> Vec<Value<'a>> {
        self.value(key).map(|value| value.each()).unwrap_or_default()
    }
}

impl Table<'_> {
    /// Its header as written, or its key when it is written within braces.
    pub(super) fn header(&self) -> String {
        match self.is_inline() {
            true => format!("{} = {{ … }}", self.place.name()),
            false => self.place.header(),
        }
    }

    /// Whether it is written within braces.
    pub(super) fn is_inline(&self) -> bool {
        self.reader.written(&self.span).starts_with('{')
    }

    /// The word that was plainly meant by one that is none; nothing is reported.
    pub fn meant<T: Vocabulary>(&self, key: &str) -> Option<T> {
        let written = self.entries.get(key)?.get_ref().as_str()?;
        let words: Vec<&str> = T::WORDS.iter().map(|word| word.as_written()).collect();
        let meant = names::meant(written, &words)?;
        T::WORDS.iter().copied().find(|word| word.as_written() == meant)
    }
}

impl Reader<'_> {
    /// A span of the TOML as a span of the source.
    pub(super) fn absolute(&self, span: Span) -> Span {
        span.start + self.start..span.end + self.start
    }
}
