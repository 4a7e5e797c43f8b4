//! `lang`: the attributes of an element in another language: `lang`, and `dir` if the language is
//! written from the right. `isolated`: a text of such a language where no element can have `dir`.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::arguments::wrong;
use crate::escape;
use crate::language::is_right_to_left;
use crate::text;

pub fn register(tera: &mut Tera) {
    tera.register_filter("lang", |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let language = value
            .as_str()
            .ok_or_else(|| wrong("lang", &text!("en språkkod", "a language code"), value))?;
        let mut html = String::with_capacity(32);
        attributes(language, &mut html);
        Ok(Value::safe_string(&html))
    });
    tera.register_filter(
        "isolated",
        |text: &str, given: Kwargs, _: &State| -> TeraResult<String> {
            let language = given.get::<&str>("language")?.unwrap_or("");
            Ok(if is_right_to_left(language) { isolated(text) } else { text.to_owned() })
        },
    );
}

/// A text between the characters of Unicode that say that it is written from the right: the titles
/// of a drawing have no attribute for that.
fn isolated(text: &str) -> String {
    format!("\u{2067}{text}\u{2069}")
}

/// Writes the attributes, each after a blank.
pub(super) fn attributes(language: &str, html: &mut String) {
    html.push_str(" lang=\"");
    escape::html(language, html);
    html.push('"');
    if is_right_to_left(language) {
        html.push_str(" dir=\"rtl\"");
    }
}
