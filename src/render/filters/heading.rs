//! `heading`: an entry in a list, with the level of its heading there.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::arguments::wrong;
use crate::site::view::{LEVEL, PART};
use crate::text;

pub fn register(tera: &mut Tera) {
    tera.register_filter(
        "heading",
        |value: &Value, values: Kwargs, _: &State| -> TeraResult<Value> {
            let level: u64 = values.must_get("level")?;
            // A view represents it by its digest and anchor, between two marks.
            let part =
                value.as_str().and_then(|part| part.strip_suffix(PART)).ok_or_else(|| {
                    wrong("heading", &text!("en post i en lista", "an entry of a list"), value)
                })?;
            let mut html = String::with_capacity(part.len() + 8);
            html.push_str(part);
            html.push(LEVEL);
            html.extend(char::from_digit(level.clamp(1, 6) as u32, 10));
            html.push(PART);
            Ok(Value::safe_string(&html))
        },
    );
}
