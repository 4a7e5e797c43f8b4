//! Tables in a form: one as a group of its own, several as cards that can be added, moved and
//! removed with buttons, which work without a script.

use toml_edit::{Item, Table};

use super::FormSource;
use super::frame::{FieldPlace, described};
use crate::desk::fields::cards;
use crate::desk::html::{Html, id};
use crate::language::lowered;
use crate::schema::{Key, Need, Owner};

/// What writes the fields of a table: a form within the form.
pub(super) type NestedFields = fn(&mut Html, &FormSource<'_>, &[&'static Key], &FieldPlace<'_>);

/// A table that occurs once.
pub(super) fn table(
    html: &mut Html,
    form: &FormSource<'_>,
    (key, keys): (&'static Key, &'static [Key]),
    item: Option<&Item>,
    name: &str,
    fields: NestedFields,
) {
    let empty = Table::new();
    let table = item.and_then(Item::as_table_like).unwrap_or(&empty);
    html.open("fieldset", &[("class", "card"), ("id", &id(name))]);
    html.element("legend", &[], form.label(key.label));
    described(html, form, key, name);
    let keys: Vec<&'static Key> = keys.iter().collect();
    fields(html, form, &keys, &FieldPlace { table, prefix: &format!("{name}.") });
    html.close("fieldset");
}

/// Tables of which there may be several.
pub(super) fn cards_of(
    html: &mut Html,
    form: &FormSource<'_>,
    (key, keys): (&'static Key, &'static [Key]),
    item: Option<&Item>,
    name: &str,
    fields: NestedFields,
) {
    let cards = item.map(cards).unwrap_or_default();
    let own = id(name);
    let label = form.label(key.label);
    html.open(
        "div",
        &[
            ("class", "cards"),
            ("id", &own),
            ("role", "group"),
            ("aria-labelledby", &format!("{own}-label")),
        ],
    );
    html.element("h3", &[("id", &format!("{own}-label"))], label);
    described(html, form, key, name);
    let keys: Vec<&'static Key> = keys.iter().collect();
    let count = cards.len();
    for (n, table) in cards.into_iter().enumerate() {
        let prefix = format!("{name}.{n}.");
        let place = FieldPlace { table, prefix: &prefix };
        card(html, form, (key, &keys), &place, (n, Some(count)), fields);
    }
    let asked = form.add == Some(name);
    // What nearly every document has is ready to be filled in; the settings have no such thing.
    let usual = matches!(key.need, Need::Required | Need::Advised)
        || (key.is_ready && key.need == Need::Optional);
    if asked || (count == 0 && usual && matches!(form.owner, Owner::Kind(_))) {
        let empty = Table::new();
        let prefix = format!("{name}.{count}.");
        let place = FieldPlace { table: &empty, prefix: &prefix };
        card(html, form, (key, &keys), &place, (count, None), fields);
    }
    let button = format!("{name}._add");
    let text = match key.one {
        Some(one) => format!("{} {}", form.say("Lägg till", "Add"), form.label(one.with_article)),
        None => format!("{}: {}", form.say("Lägg till", "Add"), lowered(label)),
    };
    html.open("button", &[("type", "submit"), ("name", &button), ("value", "1"), ("class", "add")]);
    html.text(&text).close("button");
    html.close("div");
}

/// One card; `of` is how many there are, or `None` for one that is not in the file yet.
fn card(
    html: &mut Html,
    form: &FormSource<'_>,
    (key, keys): (&'static Key, &[&'static Key]),
    place: &FieldPlace<'_>,
    (n, of): (usize, Option<usize>),
    fields: NestedFields,
) {
    let name = place.prefix.trim_end_matches('.');
    let label = key.one.map_or(key.label, |one| one.label);
    let title = format!("{} {}", form.label(label), n + 1);
    html.open("fieldset", &[("class", "card"), ("id", &id(name))]);
    html.element("legend", &[], &title);
    for (n, mistake) in form.mistakes.at(name).enumerate() {
        mistake.show(html, &format!("{}-mistake-{n}", id(name)), form.language);
    }
    fields(html, form, keys, place);
    let last = of.unwrap_or(0).saturating_sub(1);
    html.open("p", &[("class", "buttons")]);
    let actions = [
        ("_up", form.say("Flytta upp", "Move up"), of.is_some() && n > 0),
        ("_down", form.say("Flytta ner", "Move down"), of.is_some() && n < last),
        ("_remove", form.say("Ta bort", "Remove"), of.is_some()),
    ];
    for (action, text, shown) in actions {
        if shown {
            html.open(
                "button",
                &[
                    ("type", "submit"),
                    ("name", &format!("{}{action}", place.prefix)),
                    ("value", "1"),
                ],
            );
            html.text(text);
            html.element("span", &[("class", "unseen")], &format!(" {title}"));
            html.close("button");
        }
    }
    html.close("p");
    html.close("fieldset");
}
