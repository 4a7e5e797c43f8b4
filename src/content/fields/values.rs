//! A single value of TOML, read as what its key should hold.

use toml::Spanned as TomlSpanned;
use toml::de::DeValue;

use super::expected::Expected;
use super::place::{AskedKeys, TablePosition};
use super::reader::TomlReader;
use super::table::Table;
use crate::content::excerpt::excerpt;
use crate::content::inspect::says_nothing;
use crate::content::names;
use crate::diagnostic::{Code, Span, Spanned, Text};
use crate::text;

/// A value and its key.
#[derive(Clone)]
pub struct Value<'a> {
    pub(super) reader: &'a TomlReader<'a>,
    pub(super) key: &'static str,
    pub(super) toml: &'a DeValue<'a>,
    /// In the source.
    pub(super) span: Span,
    /// Whether it is an item of a list.
    pub(super) in_list: bool,
}

/// A closed list of words that a key may hold.
pub trait Vocabulary: Copy + 'static {
    /// Every word, in the order in which they are listed in messages.
    const WORDS: &'static [Self];
    /// As written.
    fn as_written(self) -> &'static str;
}

macro_rules! vocabularies {
    ($($name:ty)*) => {$(
        impl Vocabulary for $name {
            const WORDS: &'static [Self] = <$name>::ALL;
            fn as_written(self) -> &'static str {
                self.as_str()
            }
        }
    )*};
}

vocabularies! {
    crate::schema::Kind
    crate::schema::Status
    crate::schema::Wording
    crate::schema::AreaLevel
    crate::schema::BodyType
    crate::schema::NoticeType
    crate::schema::AttachmentText
    crate::schema::Compliance
    crate::schema::Licence
    crate::schema::AssessmentMethod
}

impl<'a> Value<'a> {
    pub(super) fn new(
        reader: &'a TomlReader<'a>,
        key: &'static str,
        value: &'a TomlSpanned<DeValue<'a>>,
        in_list: bool,
    ) -> Value<'a> {
        let span = reader.absolute(value.span());
        Value { reader, key, toml: value.get_ref(), span, in_list }
    }

    /// The characters as written.
    pub(super) fn written(&self) -> &'a str {
        self.reader.source_text(&self.span)
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// The digits of a number written without quotes.
    pub fn digits(&self) -> Option<&'a str> {
        let written = self.written();
        (matches!(self.toml, DeValue::Integer(_)) && written.bytes().all(|b| b.is_ascii_digit()))
            .then_some(written)
    }

    /// A problem with this value.
    pub fn report(&self, code: Code, message: Text, help: Text) {
        self.reader.report(code, self.span.clone(), message, help);
    }

    /// The items of a list, or the value itself.
    pub(super) fn each(&self) -> Vec<Value<'a>> {
        match self.toml {
            DeValue::Array(items) => {
                items.iter().map(|item| Value::new(self.reader, self.key, item, true)).collect()
            }
            _ => vec![self.clone()],
        }
    }

    pub(super) fn is_table(&self) -> bool {
        matches!(self.toml, DeValue::Table(_))
    }

    /// Whether it is a list.
    pub(super) fn is_list(&self) -> bool {
        matches!(self.toml, DeValue::Array(_))
    }

    /// Whether it is text that is empty.
    pub(super) fn is_empty_text(&self) -> bool {
        matches!(self.toml, DeValue::String(text) if text.trim().is_empty())
    }

    /// Whether it is a list without items.
    pub(super) fn is_empty_list(&self) -> bool {
        matches!(self.toml, DeValue::Array(items) if items.is_empty())
    }

    /// Plain text without surrounding blanks; `None` if nothing is left.
    pub fn text(&self) -> Option<Spanned<String>> {
        match self.toml {
            DeValue::String(text) => {
                let mut text = text.trim();
                if self.reader.syntax.explains(&self.span) {
                    // What a path of Windows has become by its escapes is no path, and that is told.
                    if text.contains(|c: char| c == '\u{fffd}' || (c.is_control() && c != '\n')) {
                        self.reader.mark_partial();
                        return None;
                    }
                    // Quotes that are not those of TOML have already been reported.
                    text = text.trim_matches(['"', '\'', '”', '“', '’', '‘', '«', '»']);
                }
                if says_nothing(text) {
                    self.unseen(text);
                    return None;
                }
                Some(Spanned::new(text.to_owned(), self.span.clone()))
            }
            _ => {
                self.wrong_type(Expected::Text);
                None
            }
        }
    }

    /// Reports a text in which nothing is visible; an empty text simply counts as absent.
    fn unseen(&self, text: &str) {
        if !text.is_empty() {
            let key = self.key;
            self.report(
                Code::MissingKey,
                text!(
                    "Nyckeln ”{key}” har ett värde som bara består av tecken som inte syns.",
                    "The key “{key}” has a value of nothing but characters that cannot be seen."
                ),
                text!(
                    "Skriv om värdet, eller ta bort raden om den inte behövs.",
                    "Retype the value, or remove the line if it is not needed."
                ),
            );
        }
    }

    /// true or false.
    pub(super) fn flag(&self) -> Option<bool> {
        match self.toml {
            DeValue::Boolean(flag) => Some(*flag),
            _ => {
                self.wrong_type(Expected::Flag);
                None
            }
        }
    }

    /// One of a closed list of words.
    pub(super) fn word<T: Vocabulary>(&self) -> Option<Spanned<T>> {
        let text = self.text()?;
        let found = T::WORDS.iter().copied().find(|word| word.as_written() == text.value);
        if found.is_none() {
            self.unknown_word(&text.value, T::WORDS.iter().map(|word| word.as_written()).collect());
        }
        found.map(|word| Spanned::new(word, text.span))
    }

    fn unknown_word(&self, written: &str, words: Vec<&'static str>) {
        let key = self.key;
        let code = if key == "kind" { Code::UnknownKind } else { Code::UnknownValue };
        let list = words.join(", ");
        let shown = excerpt(written);
        let help = match names::meant(written, &words) {
            Some(word) => text!(
                "Menade du {key} = \"{word}\"? Möjliga värden: {list}.",
                "Did you mean {key} = \"{word}\"? Possible values: {list}."
            ),
            None => text!("Välj ett av: {list}.", "Choose one of: {list}."),
        };
        self.report(
            code,
            text!(
                "”{key}” kan inte vara ”{shown}”: det är inget av de ord som arkivet känner.",
                "“{key}” cannot be “{shown}”: that is none of the words the archive knows."
            ),
            help,
        );
    }

    /// A table.
    pub(super) fn table(&self, place: TablePosition) -> Option<Table<'a>> {
        match self.toml {
            DeValue::Table(entries) => Some(Table {
                reader: self.reader,
                entries,
                span: self.span.clone(),
                place,
                asked: AskedKeys::default(),
            }),
            // [[ended]] instead of [ended] is reported, and read nevertheless.
            DeValue::Array(items) if !place.is_list() && items.len() == 1 => {
                self.wrong_type(Expected::Table);
                let item = items.first()?;
                match item.get_ref() {
                    DeValue::Table(_) => Value::new(self.reader, self.key, item, true).table(place),
                    _ => None,
                }
            }
            _ => {
                self.wrong_type(match place.is_list() {
                    true => Expected::Tables,
                    false => Expected::Table,
                });
                None
            }
        }
    }

    /// A list of tables; `[signatories]` instead of `[[signatories]]` is reported, and read
    /// nevertheless.
    pub(super) fn tables(&self, place: TablePosition) -> Vec<Table<'a>> {
        if let DeValue::Table(_) = self.toml {
            self.wrong_type(Expected::Tables);
        }
        self.each().iter().filter_map(|item| item.table(place)).collect()
    }
}

/// Whether a value is empty.
pub fn is_empty(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::String(text) => text.trim().is_empty(),
        DeValue::Array(items) => items.iter().all(|item| is_empty(item.get_ref())),
        _ => false,
    }
}
