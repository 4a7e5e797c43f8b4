//! Whether a site's own text can replace the built-in one: it must have the same key, the same form
//! and the same placeholders.

use std::collections::BTreeMap;

use super::entry::{StringEntry, StringValue};
use crate::diagnostic::Text;
use crate::nearest::{did_you_mean, nearest, slips};
use crate::render::phrase::placeholders;
use crate::text;

/// Checks whether a text of the site can replace the built-in one.
pub fn check(
    entries: &BTreeMap<String, StringValue>,
    written: &StringEntry,
) -> Result<(), (Text, Text)> {
    let key = &written.key;
    let Some(built_in) = entries.get(key) else {
        let help = match nearest(key, entries.keys().map(String::as_str), slips(key)) {
            Some(near) => did_you_mean(near),
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
        (StringValue::Text(theirs), StringValue::Text(own)) => same_placeholders(theirs, own),
        (StringValue::Plural(theirs), StringValue::Plural(own)) => {
            let known: Vec<_> = theirs.forms().flat_map(placeholders).collect();
            let unknown = own.forms().flat_map(placeholders).find(|name| !known.contains(name));
            match unknown {
                Some(name) => Err(unknown_placeholder(name, &known)),
                None => Ok(()),
            }
        }
        (StringValue::Plural(_), StringValue::Text(_)) => Err((
            text!(
                "Texten ”{key}” finns i en form för varje antal.",
                "The text “{key}” has a form for each number."
            ),
            text!(
                "Skriv {key} = {{ one = \"…\", other = \"…\" }}.",
                "Write {key} = {{ one = \"…\", other = \"…\" }}."
            ),
        )),
        (StringValue::Text(_), StringValue::Plural(_)) => Err((
            text!(
                "Texten ”{key}” är densamma för alla antal.",
                "The text “{key}” is the same for all numbers."
            ),
            text!("Skriv {key} = \"…\".", "Write {key} = \"…\"."),
        )),
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
