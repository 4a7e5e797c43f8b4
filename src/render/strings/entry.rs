//! A text in a strings file.

use tera::value::Key;
use tera::{Map, Value};

use crate::diagnostic::Span;
use crate::render::phrase::Plural;

/// The value of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum StringValue {
    Text(String),
    Plural(Plural),
}

/// A key, its value, and where it is in the file.
pub(super) struct StringEntry {
    pub(super) key: String,
    pub(super) entry: StringValue,
    pub(super) span: Span,
}

impl StringValue {
    pub(super) fn value(&self) -> Value {
        match self {
            StringValue::Text(text) => Value::normal_string(text),
            StringValue::Plural(plural) => {
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
