//! The groups of a form.

use toml_edit::Item;

use super::frame::FieldPlace;
use super::{FormSource, controls, heading, lists, tables};
use crate::desk::html::Html;
use crate::language::lowered;
use crate::schema::{Group, Key, Need, Type};

/// Every group of a form that has keys, without the running text.
pub fn groups(form: &FormSource<'_>) -> Html {
    let sections: Vec<(Group, &'static Key)> = match form.owner {
        crate::schema::Owner::Kind(kind) => kind
            .sections()
            .flat_map(|section| section.keys.iter().map(move |key| (section.group, key)))
            .collect(),
        crate::schema::Owner::Settings => crate::schema::keys::settings::SECTIONS
            .iter()
            .flat_map(|section| section.keys.iter().map(move |key| (section.group, key)))
            .collect(),
        crate::schema::Owner::Ledger
        | crate::schema::Owner::Seal
        | crate::schema::Owner::Unknown => Vec::new(),
    };
    let mut html = Html::new();
    // The settings have an order of their own, with what every site has first.
    let mut order: Vec<Group> = Group::ALL.to_vec();
    if matches!(form.owner, crate::schema::Owner::Settings) {
        order.sort_by_key(|group| sections.iter().position(|(of, _)| of == group));
    }
    for group in &order {
        let mut keys: Vec<&'static Key> = sections
            .iter()
            .filter(|(of, key)| of == group && !matches!(key.holds, Type::Kind))
            .filter(|(_, key)| may_stand(form, key))
            .map(|(_, key)| *key)
            .collect();
        if keys.is_empty() {
            continue;
        }
        keys.sort_by_key(|key| rank(key.need));
        let place = FieldPlace { table: form.document.as_table(), prefix: "" };
        html.open("section", &[("class", "group")]);
        if keys.iter().all(|key| is_folded(form, key, &place)) {
            folded_group(&mut html, form, form.label(group.label()), &keys, &place);
        } else {
            heading(&mut html, form.label(group.label()));
            fields(&mut html, form, &keys, &place);
        }
        html.close("section");
    }
    html
}

/// Whether a file may have a key as it is: one that waits for a flag stands in the form only with it.
fn may_stand(form: &FormSource<'_>, key: &Key) -> bool {
    let Need::Flagged(flag) = key.need else { return true };
    let table = form.document.as_table();
    let is_set = table.get(flag).and_then(Item::as_bool) == Some(true);
    let is_held = table.contains_key(key.name);
    is_set || is_held || form.mistakes.within(key.name).next().is_some()
}

/// A group of which everything is folded: its heading is what opens it.
fn folded_group(
    html: &mut Html,
    form: &FormSource<'_>,
    label: &str,
    keys: &[&'static Key],
    place: &FieldPlace<'_>,
) {
    html.open("details", &[("class", "rare")]).open("summary", &[]);
    heading(html, label);
    let labels: Vec<String> = keys.iter().map(|key| lowered(form.label(key.label))).collect();
    let labels = labels.join(", ");
    if labels != lowered(label) {
        html.text(&labels);
    }
    html.close("summary");
    for key in keys {
        field(html, form, key, place);
    }
    html.close("details");
}

/// Whether a key is folded: a rare one, unless it holds something.
fn is_folded(form: &FormSource<'_>, key: &Key, place: &FieldPlace<'_>) -> bool {
    let name = place.name(key.name);
    let asked = form.add.is_some_and(|add| add == name);
    // An id is made from the text, and stays.
    let is_id = matches!(key.holds, Type::Id);
    (is_id || (key.need == Need::Rare && !place.table.contains_key(key.name)))
        && !asked
        && form.mistakes.within(&name).next().is_none()
}

/// The fields of these keys, the folded ones last.
fn fields(html: &mut Html, form: &FormSource<'_>, keys: &[&'static Key], place: &FieldPlace<'_>) {
    let (folded, shown): (Vec<&&'static Key>, Vec<&&'static Key>) =
        keys.iter().partition(|key| is_folded(form, key, place));
    for key in shown {
        field(html, form, key, place);
    }
    if !folded.is_empty() {
        html.open("details", &[("class", "rare")]);
        html.element("summary", &[], &summary(form, &folded));
        for key in folded {
            field(html, form, key, place);
        }
        html.close("details");
    }
}

/// The field of a key.
fn field(html: &mut Html, form: &FormSource<'_>, key: &'static Key, place: &FieldPlace<'_>) {
    let name = place.name(key.name);
    let item = place.item(key);
    match key.holds {
        // Tables to which editors give names are kept, and edited as text.
        Type::Table(keys) | Type::Named { own: keys, .. } => {
            tables::table(html, form, (key, keys), item, &name, fields);
        }
        Type::Tables(keys) | Type::Accepts(keys) => {
            tables::cards_of(html, form, (key, keys), item, &name, fields);
        }
        Type::Period(_) => controls::period(html, form, key, item, &name),
        Type::Places(kind) => lists::places(html, form, key, kind, item, &name),
        Type::References(relation) => lists::references(html, form, key, relation, item, &name),
        Type::Reference(_) | Type::Commitment | Type::Word(_) | Type::Flag | Type::Place(_) => {
            controls::choice(html, form, key, place, &name);
        }
        Type::Texts | Type::Dates | Type::Addresses => lists::lines(html, form, key, item, &name),
        Type::Line
        | Type::Text
        | Type::Date
        | Type::End
        | Type::Day
        | Type::Kind
        | Type::File(_)
        | Type::Id
        | Type::Person
        | Type::Language
        | Type::Address
        | Type::Url
        | Type::Email
        | Type::Phone
        | Type::Code
        | Type::Organisation
        | Type::Colour
        | Type::Theme
        | Type::Warning => controls::line(html, form, key, &place.shown(key), &name),
    }
}

/// "Fler uppgifter: källans egen benämning, språk"
fn summary(form: &FormSource<'_>, keys: &[&&'static Key]) -> String {
    let labels: Vec<String> = keys.iter().map(|key| lowered(form.label(key.label))).collect();
    format!("{}: {}", form.say("Fler uppgifter", "More"), labels.join(", "))
}

fn rank(need: Need) -> u8 {
    match need {
        Need::Required
        | Need::OneOf(_)
        | Need::Either(_)
        | Need::Unless { .. }
        | Need::With(_)
        | Need::When { .. } => 0,
        Need::Advised | Need::Optional | Need::Flagged(_) | Need::Without(_) => 1,
        Need::Rare => 2,
    }
}
