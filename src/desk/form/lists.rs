//! Fields of several values: one to a line, or a box to tick for each. The field is always sent,
//! also when it is empty, so that the last value can be taken away.

use toml_edit::Item;

use super::FormSource;
use super::frame::{begin, described, invalid};
use crate::desk::fields::shown_list;
use crate::desk::html::{Html, id};
use crate::schema::{Both, Key, Kind, Relation};

/// More places than these are not shown as boxes, but added from a list.
const MOST_BOXES: usize = 24;

/// One value to a line.
pub(super) fn lines(
    html: &mut Html,
    form: &FormSource<'_>,
    key: &Key,
    item: Option<&Item>,
    name: &str,
) {
    let values = item.map(shown_list).unwrap_or_default();
    let mut described = begin(html, form, key, name);
    let own = id(name);
    let note = format!("{own}-lines");
    let text = form.say("En på varje rad.", "One on each line.");
    html.element("p", &[("class", "help"), ("id", &note)], text);
    described.push_str(&format!(" {note}"));
    let rows = (values.len() + 1).clamp(2, 12).to_string();
    html.textarea(
        &[
            ("id", &own),
            ("name", name),
            ("rows", &rows),
            ("aria-describedby", &described),
            ("aria-invalid", invalid(form, name)),
        ],
        &values.join("\n"),
    );
    if let Some(label) = key.none {
        none(html, form, label, item, name);
    }
    html.close("div");
}

/// A list that says that there is none.
fn none(html: &mut Html, form: &FormSource<'_>, label: Both, item: Option<&Item>, name: &str) {
    let is_none = item.and_then(Item::as_array).is_some_and(toml_edit::Array::is_empty);
    let name = format!("{name}._none");
    let own = id(&name);
    html.hidden(&name, "");
    html.open("p", &[("class", "choice")]);
    let checked = if is_none { "yes" } else { "" };
    html.open(
        "input",
        &[
            ("type", "checkbox"),
            ("id", &own),
            ("name", &name),
            ("value", "true"),
            ("checked", checked),
        ],
    );
    html.element("label", &[("for", &own)], form.label(label)).close("p");
}

/// Boxes for places.
pub(super) fn places(
    html: &mut Html,
    form: &FormSource<'_>,
    key: &Key,
    kind: Kind,
    item: Option<&Item>,
    name: &str,
) {
    let chosen = item.map(shown_list).unwrap_or_default();
    let all = form.choices.places(kind);
    boxes(html, form, key, &chosen, all, name);
}

/// Boxes for what is referred to, and a list from which more can be chosen.
pub(super) fn references(
    html: &mut Html,
    form: &FormSource<'_>,
    key: &Key,
    relation: Relation,
    item: Option<&Item>,
    name: &str,
) {
    let chosen = item.map(shown_list).unwrap_or_default();
    let mut all: Vec<(String, String)> =
        chosen.iter().map(|path| (path.clone(), form.choices.title_at(path))).collect();
    let others = form.choices.references(relation, "");
    all.extend(others.into_iter().filter(|(path, _)| !chosen.contains(path)));
    boxes(html, form, key, &chosen, all, name);
}

/// A box for each chosen value and, if they are few, for each of the others; otherwise the others
/// stand in a list.
fn boxes(
    html: &mut Html,
    form: &FormSource<'_>,
    key: &Key,
    chosen: &[String],
    mut all: Vec<(String, String)>,
    name: &str,
) {
    for value in chosen {
        if !all.iter().any(|(known, _)| known == value) {
            all.insert(0, (value.clone(), value.clone()));
        }
    }
    let own = id(name);
    html.open("fieldset", &[("class", "field"), ("id", &own)]);
    html.element("legend", &[], form.label(key.label));
    described(html, form, key, name);
    html.hidden(name, "");
    let few = all.len() <= MOST_BOXES;
    let is_box = |value: &str| few || chosen.iter().any(|it| it == value);
    // The chosen ones stand in the order of the file, so that sending them changes nothing.
    let mut boxed: Vec<&(String, String)> = all.iter().filter(|(value, _)| is_box(value)).collect();
    boxed.sort_by_key(|(value, _)| chosen.iter().position(|it| it == value).unwrap_or(usize::MAX));
    for (n, (value, label)) in boxed.into_iter().enumerate() {
        let id = format!("{own}-box-{n}");
        let checked = if chosen.contains(value) { "yes" } else { "" };
        html.open("p", &[("class", "choice")]);
        html.open(
            "input",
            &[
                ("type", "checkbox"),
                ("id", &id),
                ("name", name),
                ("value", value),
                ("checked", checked),
            ],
        );
        html.element("label", &[("for", &id)], label).close("p");
    }
    let more: Vec<&(String, String)> = all.iter().filter(|(value, _)| !is_box(value)).collect();
    if !more.is_empty() {
        let id = format!("{own}-more");
        html.element("label", &[("for", &id)], form.say("Lägg till", "Add"));
        html.open("select", &[("id", &id), ("name", name)]);
        html.element("option", &[("value", "")], form.say("Inget valt", "Nothing chosen"));
        for (value, label) in more {
            html.element("option", &[("value", value)], label);
        }
        html.close("select");
    } else if all.is_empty() {
        let text = form.say("Det finns inget att välja än.", "There is nothing to choose yet.");
        html.element("p", &[("class", "help")], text);
    }
    html.close("fieldset");
}
