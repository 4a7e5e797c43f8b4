//! A table of TOML, whose keys are asked for one by one.

use toml::de::DeTable;

use super::place::{AskedKeys, TablePosition};
use super::reader::TomlReader;
use super::values::{Value, Vocabulary, is_empty};
use crate::diagnostic::{Code, Span, Spanned, Text};
use crate::model::{End, PartialDate, Period};
use crate::schema::{Form, Key, Kind, Owner, Type};
use crate::text;

/// A table, the keys that the schema declares for it, and those that were asked for.
pub struct Table<'a> {
    pub(super) reader: &'a TomlReader<'a>,
    pub(super) entries: &'a DeTable<'a>,
    /// Where it begins: the header, the opening brace or the line `+++`.
    pub(super) span: Span,
    pub(super) place: TablePosition,
    pub(super) asked: AskedKeys,
}

impl<'a> Table<'a> {
    pub(super) fn root(
        reader: &'a TomlReader<'a>,
        entries: &'a DeTable<'a>,
        opening: Span,
    ) -> Self {
        Table {
            reader,
            entries,
            span: opening,
            place: TablePosition::Root,
            asked: AskedKeys::default(),
        }
    }

    /// The keys that the schema declares for it.
    pub(super) fn declared(&self) -> impl Iterator<Item = &'static Key> {
        let (owner, under) = self.schema();
        owner.into_iter().flat_map(Owner::keys).chain(under)
    }

    /// The declaration of one of its keys.
    pub(super) fn row(&self, key: &str) -> Option<&'static Key> {
        match self.schema() {
            (Some(owner), _) => owner.key(key),
            (None, under) => under.iter().find(|row| row.name == key),
        }
    }

    /// The sort of file whose own keys these are, or the keys of a table in it.
    fn schema(&self) -> (Option<Owner>, &'static [Key]) {
        match self.place {
            TablePosition::Root => (Some(self.reader.owner.get()), &[]),
            TablePosition::Under { key, .. } => (None, key.keys()),
            TablePosition::Named { key } => match key.holds {
                Type::Named { each, .. } => (None, each),
                _ => (None, &[]),
            },
        }
    }

    /// Checks that a key is declared with the type as which it is read.
    fn holds(&self, key: &str, fits: impl Fn(&Type) -> bool) {
        debug_assert!(
            self.declared().any(|row| row.name == key && fits(&row.holds)),
            "{key} of {:?} is not declared as what it is read as",
            self.place.name()
        );
    }

    fn is(&self, key: &str, form: Form) {
        self.holds(key, |holds| holds.form() == form);
    }

    /// Whether the key is present. This does not count as asking for it.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The keys that it has and the schema declares, each with its place, in the order of the file.
    pub fn known(&self) -> Vec<(&'static str, Span)> {
        let declared = self.declared().filter_map(|row| {
            let (key, _) = self.entries.get_key_value(row.name)?;
            Some((row.name, self.reader.absolute(key.span())))
        });
        let mut known: Vec<(&'static str, Span)> = declared.collect();
        known.sort_by_key(|(_, span)| span.start);
        known.dedup();
        known
    }

    /// Whether the key is missing or empty, and not because of a syntax error.
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
        self.asked.add(key);
        self.holds(key, |_| true);
        let value = self.entries.get(key)?;
        Some(Value::new(self.reader, key, value, false))
    }

    /// Sets whose keys these are, once that is known.
    pub fn belong_to(&self, owner: Owner) {
        self.reader.owner.set(owner);
    }

    /// Where the table begins.
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// Reports a problem somewhere in the file.
    pub fn report(&self, code: Code, span: Span, message: Text, help: Text) {
        self.reader.report(code, span, message, help);
    }

    /// Records that what was read does not represent the whole file.
    pub fn mark_unusable(&self) {
        self.reader.mark_unusable();
    }

    /// Plain text; empty text counts as absent.
    pub fn text(&self, key: &'static str) -> Option<Spanned<String>> {
        self.is(key, Form::Text);
        let value = self.value(key)?;
        let text = value.text()?;
        if self.is_prose(key) {
            value.marked_up(&text.value);
        }
        Some(text)
    }

    /// Whether a key holds text in somebody's words, which pages show.
    fn is_prose(&self, key: &str) -> bool {
        let row = self.row(key).filter(|_| self.reader.owner.get() != Owner::Seal);
        row.is_some_and(|row| matches!(row.holds, Type::Line | Type::Text | Type::Texts))
    }

    /// Plain text whose place is not needed.
    pub fn string(&self, key: &'static str) -> Option<String> {
        self.text(key).map(|text| text.value)
    }

    /// true or false.
    pub fn flag(&self, key: &'static str) -> Option<bool> {
        self.is(key, Form::Flag);
        self.value(key)?.flag()
    }

    /// A date of any precision.
    pub fn date(&self, key: &'static str) -> Option<Spanned<PartialDate>> {
        self.is(key, Form::Date);
        self.value(key)?.date()
    }

    /// The end of a period: a date, or further notice.
    pub fn end(&self, key: &'static str) -> Option<Spanned<End>> {
        self.holds(key, |holds| matches!(holds, Type::End));
        self.value(key)?.end()
    }

    /// A date whose place is not needed.
    pub fn day(&self, key: &'static str) -> Option<PartialDate> {
        self.date(key).map(|date| date.value)
    }

    /// One date or a list.
    pub fn dates(&self, key: &'static str) -> Vec<Spanned<PartialDate>> {
        self.is(key, Form::Dates);
        self.each(key).iter().filter_map(Value::date).collect()
    }

    /// One date or a list. `None` if the key is absent or without a value; an empty list is a
    /// value.
    pub fn dates_if_any(&self, key: &'static str) -> Option<Vec<Spanned<PartialDate>>> {
        let dates = self.dates(key);
        let written = self.value(key)?;
        (!written.is_empty_text()).then_some(dates)
    }

    /// A period; `Some(None)` if the source prints none.
    pub fn period(&self, key: &'static str) -> Option<Spanned<Option<Period>>> {
        self.is(key, Form::Period);
        self.value(key)?.period(self.under(key)?)
    }

    /// One of a closed list of words.
    pub fn word<T: Vocabulary>(&self, key: &'static str) -> Option<Spanned<T>> {
        self.holds(key, |holds| are_words::<T>(holds));
        self.value(key)?.word()
    }

    /// One text or a list of them.
    pub fn texts(&self, key: &'static str) -> Vec<Spanned<String>> {
        self.is(key, Form::Texts);
        let values = self.each(key);
        let is_prose = !values.is_empty() && self.is_prose(key);
        let text = |value: &Value<'a>| {
            let text = value.text()?;
            if is_prose {
                value.marked_up(&text.value);
            }
            Some(text)
        };
        values.iter().filter_map(text).collect()
    }

    /// One address or a list of them. An empty text is a key that has not been filled in, but in a
    /// list it would be an address that is lost.
    pub fn addresses(&self, key: &'static str) -> Vec<Spanned<String>> {
        let is_list = self.value(key).is_some_and(|value| value.is_list());
        let all = self.each(key);
        for empty in all.iter().filter(|value| is_list && value.is_empty_text()) {
            self.report(
                Code::InvalidAddress,
                empty.span(),
                text!(
                    "Här ska stå en adress, men texten är tom.",
                    "An address belongs here, but the text is empty."
                ),
                if all.len() == 1 {
                    text!("Skriv {key} = []", "Write {key} = []")
                } else {
                    text!(
                        "Stryk den tomma texten ur listan, eller skriv adressen.",
                        "Strike the empty text from the list, or write the address."
                    )
                },
            );
        }
        self.texts(key)
    }

    /// One text or a list of them, whose places are not needed.
    pub fn strings(&self, key: &'static str) -> Vec<String> {
        self.texts(key).into_iter().map(|text| text.value).collect()
    }

    /// One reference or a list of them. If a reference cannot be read the file becomes unusable,
    /// since otherwise the reference would be reported as missing elsewhere.
    pub fn references(&self, key: &'static str) -> Vec<Spanned<String>> {
        self.is(key, Form::Texts);
        let mut written = self.each(key);
        written.retain(|value| !value.is_empty_text());
        let references: Vec<_> = written.iter().filter_map(Value::text).collect();
        if references.len() < written.len() {
            self.reader.mark_partial();
        }
        references
    }

    /// A single reference.
    pub fn reference(&self, key: &'static str) -> Option<Spanned<String>> {
        self.is(key, Form::Text);
        let value = self.value(key)?;
        let reference = value.text();
        if reference.is_none() && !value.is_empty_text() {
            self.reader.mark_partial();
        }
        reference
    }

    /// `[key]`
    pub fn table(&self, key: &'static str) -> Option<Table<'a>> {
        self.is(key, Form::Table);
        let table = self.value(key)?.table(self.under(key)?);
        if table.is_none() {
            self.reader.mark_partial();
        }
        table
    }

    /// `[[key]]`
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        self.is(key, Form::Tables);
        // Most files have few of the tables that they may have, and the place takes a search.
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(place) = self.under(key) else { return Vec::new() };
        let tables = value.tables(place);
        if tables.is_empty() && !value.is_empty_list() {
            self.reader.mark_partial();
        }
        tables
    }

    /// Every `[[key]]`, each read by `read`. If one of them cannot be read the file becomes
    /// unusable, since otherwise it would be reported as missing elsewhere.
    pub fn all<T>(&self, key: &'static str, read: impl Fn(&Table<'a>) -> Option<T>) -> Vec<T> {
        let tables = self.tables(key);
        let mut read: Vec<T> = tables.iter().filter_map(read).collect();
        read.shrink_to_fit();
        if read.len() < tables.len() {
            self.reader.mark_partial();
        }
        read
    }

    /// The position of the table that one of its keys holds.
    fn under(&self, key: &str) -> Option<TablePosition> {
        Some(TablePosition::Under { key: self.row(key)?, above: self.place.name() })
    }

    fn each(&self, key: &'static str) -> Vec<Value<'a>> {
        self.value(key).map(|value| value.each()).unwrap_or_default()
    }
}

/// Whether a key holds exactly these words.
fn are_words<T: Vocabulary>(holds: &Type) -> bool {
    let read = T::WORDS.iter().map(|word| word.as_written());
    match holds {
        Type::Kind => read.eq(Kind::ALL.iter().map(|kind| kind.as_str())),
        Type::Word(words) => read.eq(words.iter().map(|word| word.word)),
        _ => false,
    }
}
