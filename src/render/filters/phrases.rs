//! `fill` and `count`: putting values into the theme's texts.

use std::borrow::Cow;

use tera::value::Key;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::arguments::wrong;
use super::numbers;
use crate::escape;
use crate::language::Language;
use crate::render::complaint::filter_error;
use crate::render::phrase::{Piece, Plural, pieces};
use crate::text;

pub fn register(tera: &mut Tera, language: Language) {
    tera.register_filter(
        "fill",
        |value: &Value, values: Kwargs, state: &State| -> TeraResult<Value> {
            let text = value.as_str().ok_or_else(|| {
                wrong("fill", &text!("en text ur temats strängar", "a text of the theme"), value)
            })?;
            let values = escaped(&values, state)?;
            let (filled, shown) = fill(text, value.is_safe(), &values, state)?;
            // A value that is not shown anywhere is a mistake in the template or the text.
            if let Some((name, _)) = values.iter().zip(shown).find(|(_, shown)| !shown).map(|(v, _)| v) {
                return Err(filter_error(text!(
                    "Texten ”{text}” har ingen plats ”{{{name}}}”, men mallen ger den ett värde.",
                    "The text “{text}” has no place “{{{name}}}”, but the template gives it a value."
                )));
            }
            Ok(Value::safe_string(&filled))
        },
    );
    tera.register_filter(
        "count",
        move |value: &Value, values: Kwargs, state: &State| -> TeraResult<Value> {
            let forms = value.as_map().ok_or_else(|| {
                wrong(
                    "count",
                    &text!("en text med former (one, other)", "a text with forms (one, other)"),
                    value,
                )
            })?;
            let n = numbers::whole("count", values.must_get::<&Value>("n")?)?;
            let given = |name| forms.get(&Key::Str(name)).and_then(Value::as_str);
            let text = match n {
                0 => given("zero").or_else(|| given("other")),
                1 => given("one"),
                2 => given("two").or_else(|| given("other")),
                _ => given("other"),
            };
            let text = text.ok_or_else(|| {
                let known = Plural::FORMS.join(", ");
                filter_error(text!(
                    "Texten saknar en form för antalet {n}. Former: {known}.",
                    "The text has no form for {n}. Forms: {known}."
                ))
            })?;
            let mut values = escaped(&values, state)?;
            for (name, value) in &mut values {
                if name == "n" {
                    *value = numbers::number(language, n).into();
                }
            }
            let (filled, _) = fill(text, false, &values, state)?;
            Ok(Value::safe_string(&filled))
        },
    );
}

/// The values by name, each escaped unless it is marked as safe.
fn escaped<'v>(values: &'v Kwargs, state: &State) -> TeraResult<Vec<(Cow<'v, str>, Cow<'v, str>)>> {
    let mut escaped = Vec::new();
    for (name, value) in values.iter() {
        if value.is_undefined() || value.is_none() {
            return Err(filter_error(text!(
                "Värdet ”{name}” till texten finns inte här.",
                "The value “{name}” for the text does not exist here."
            )));
        }
        let shown = match value.as_str() {
            Some(text) if value.is_safe() || !state.autoescaping_enabled() => Cow::Borrowed(text),
            _ => Cow::Owned(state.escape_if_needed(value)?),
        };
        let name = name.as_str().map_or_else(|| Cow::Owned(name.to_string()), Cow::Borrowed);
        escaped.push((name, shown));
    }
    // Kwargs are in no fixed order, but an error must always name the same one.
    escaped.sort();
    Ok(escaped)
}

/// The text with its placeholders filled, and which of the values it used.
fn fill(
    text: &str,
    safe: bool,
    values: &[(Cow<'_, str>, Cow<'_, str>)],
    state: &State,
) -> TeraResult<(String, Vec<bool>)> {
    let mut filled = String::with_capacity(text.len() + 96);
    let mut shown = vec![false; values.len()];
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) if safe || !state.autoescaping_enabled() => filled.push_str(plain),
            Piece::Plain(plain) => escape::html(plain, &mut filled),
            Piece::Placeholder(name) => {
                match values.binary_search_by(|(given, _)| (**given).cmp(name)) {
                    Ok(at) => {
                        filled.push_str(&values[at].1);
                        shown[at] = true;
                    }
                    Err(_) => {
                        return Err(filter_error(text!(
                            "Mallen ger inget värde till platsen ”{{{name}}}” i texten ”{text}”.",
                            "The template gives no value for the place “{{{name}}}” in the text “{text}”."
                        )));
                    }
                }
            }
        }
    }
    Ok((filled, shown))
}
