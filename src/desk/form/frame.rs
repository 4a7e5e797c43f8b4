//! What every field has: the place of its key, a label, help, an example and its mistakes.

use toml_edit::{Item, TableLike};

use super::FormSource;
use super::wording::{example, help_of};
use crate::desk::fields::shown;
use crate::desk::html::{Html, id};
use crate::schema::{Key, Need, Type};

/// The table that a field's key is in, and what stands before its name, such as `contact.`.
pub(super) struct FieldPlace<'a> {
    pub table: &'a dyn TableLike,
    pub prefix: &'a str,
}

impl FieldPlace<'_> {
    pub fn name(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    pub fn item(&self, key: &Key) -> Option<&Item> {
        self.table.get(key.name).filter(|item| !item.is_none())
    }

    pub fn shown(&self, key: &Key) -> String {
        self.item(key).map(shown).unwrap_or_default()
    }
}

/// Opens a field and writes its label. Returns the ids of what describes its control.
pub(super) fn begin(html: &mut Html, form: &FormSource<'_>, key: &Key, name: &str) -> String {
    html.open("div", &[("class", "field")]);
    html.open("label", &[("for", &id(name))]);
    html.text(form.label(key.label));
    if key.need == Need::Required && !matches!(key.holds, Type::Id) {
        html.element("span", &[("class", "needed")], form.say(" (behövs)", " (needed)"));
    }
    html.close("label");
    described(html, form, key, name)
}

/// Writes the help, the example and the mistakes of a field; returns their ids.
pub(super) fn described(html: &mut Html, form: &FormSource<'_>, key: &Key, name: &str) -> String {
    let own = id(name);
    let help = format!("{own}-help");
    html.open("p", &[("class", "help"), ("id", &help)]);
    html.text(help_of(key, form.language));
    match example(key) {
        // As they are written: each on a line of its own.
        Some(example) if matches!(key.holds, Type::Texts | Type::Dates | Type::Addresses) => {
            html.text(form.say(" Exempel:", " Example:"));
            html.element("span", &[("class", "lines")], &example.replace(", ", "\n"));
        }
        Some(example) => {
            html.text(form.say(" Exempel: ", " Example: ")).text(&example).text(".");
        }
        None => {}
    }
    html.close("p");
    let mut ids = vec![help];
    for (n, mistake) in form.mistakes.at(name).enumerate() {
        let id = format!("{own}-mistake-{n}");
        mistake.show(html, &id, form.language);
        ids.push(id);
    }
    ids.join(" ")
}

pub(super) fn invalid(form: &FormSource<'_>, name: &str) -> &'static str {
    if form.mistakes.at(name).any(|mistake| mistake.is_error()) { "true" } else { "" }
}
