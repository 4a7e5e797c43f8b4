//! The values that filters are given, and the errors for values of the wrong type.

use tera::value::Key;
use tera::{Map, Value};

use crate::diagnostic::Text;
use crate::render::complaint::filter_error;
use crate::text;

/// A field of a value from a view.
pub(super) fn field<'a>(map: &'a Map, name: &'static str) -> Option<&'a Value> {
    map.get(&Key::Str(name)).filter(|value| !value.is_none() && !value.is_undefined())
}

/// The error that a filter was given something that it does not accept.
pub(super) fn wrong(filter: &str, wants: &Text, got: &Value) -> tera::Error {
    let kind = got.name();
    let (sv, en) = (&wants.sv, &wants.en);
    filter_error(text!(
        "Filtret ”{filter}” tar {sv}, men fick ett värde av typen {kind}.",
        "The filter “{filter}” takes {en}, but got a value of type {kind}."
    ))
}
