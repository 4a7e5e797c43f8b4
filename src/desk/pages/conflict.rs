//! When what was typed has nowhere to go: the document was changed, moved or removed after its form
//! was opened. What differs is shown field by field, and nothing of it is lost.

use std::collections::BTreeSet;

use hyper::StatusCode;
use toml_edit::Document;

use super::context::Context;
use super::document::page_of;
use super::edited::Edited;
use super::edited::edited_bytes;
use super::field_values::{FieldValues, of_toml, values};
use super::shell::{MenuPart, begin_unsaved, button, page};
use crate::desk::exchange::Reply;
use crate::desk::fields::{FieldNode, apply};
use crate::desk::form::{Choices, label_of, value_in_words};
use crate::desk::html::Html;
use crate::desk::text::submitted;
use crate::schema::{Key, Kind, Owner};

/// The page when the file changed after the form was made: what it says now, and what was sent, which
/// can still be saved over it.
pub fn conflict(context: &Context<'_>, edited: &Edited, fields: &FieldNode) -> Reply {
    let mut notice = Html::new();
    let why = context.say(
        "Dokumentet har ändrats sedan formuläret öppnades. Formuläret nedan visar hur det är nu; det du skrev står här under.",
        "The document has changed since the form was opened. The form below shows how it is now; what you wrote stands here.",
    );
    begin_unsaved(&mut notice, context, why);
    notice.close("div");
    let now = edited.text().map(|text| values(&text)).unwrap_or_default();
    let mine = edited_bytes(context, edited, fields);
    let mine = mine.and_then(|(bytes, _)| edited.text_of(&bytes));
    let mine = mine.map(|text| values(&text));
    match (fields.value("_source"), mine) {
        (Some(source), _) => whole(context, source, &mut notice),
        (None, Some(mine)) => {
            let (sv, en) = ("Det står nu: ", "It now says: ");
            differing(context, edited, (&mine, &now), context.say(sv, en), &mut notice);
        }
        (None, None) => typed(context, edited.known_owner(), fields, &mut notice),
    }
    notice
        .open("form", &[("method", "post"), ("action", &format!("/dokument/{}", edited.address))]);
    notice.hidden("_token", context.state.admission.token());
    notice.hidden("_version", &edited.version());
    sent_again(fields, "", &mut notice);
    let help = context.say(
        "Sparar du det du skrev finns det som står nu kvar bland tidigare versioner.",
        "If you save what you wrote, what it says now stays among the earlier versions.",
    );
    notice.element("p", &[("class", "help")], help);
    notice.open("p", &[("class", "buttons")]);
    button(&mut notice, "_save", "1", context.say("Spara det jag skrev", "Save what I wrote"), "");
    notice.close("p").close("form");
    Reply::page(StatusCode::CONFLICT, page_of(context, edited, Some(&notice)))
}

/// What was written, field by field, and beside it what is `said` otherwise.
fn differing(
    context: &Context<'_>,
    edited: &Edited,
    (mine, other): (&FieldValues, &FieldValues),
    said: &str,
    html: &mut Html,
) {
    let owner = edited.known_owner();
    let toml = edited.text().and_then(|text| Document::parse(text.toml()).ok());
    let Some(toml) = toml.or_else(|| Document::parse(String::new()).ok()) else { return };
    let (archive, language) = (&context.newest.archive, context.language);
    let choices = Choices::new(archive, edited.content_path(), owner, &toml, language);
    let names: BTreeSet<&String> = mine.keys().chain(other.keys()).collect();
    html.open("dl", &[("class", "typed")]);
    for name in names.into_iter().filter(|name| mine.get(*name) != other.get(*name)) {
        html.element("dt", &[], &label_of(owner, name, language));
        let wrote = context.say("Du skrev: ", "You wrote: ");
        for (before, values) in [(wrote, mine), (said, other)] {
            html.open("dd", &[]).element("strong", &[], before);
            let value = values.get(name).filter(|value| !value.is_empty());
            match value {
                Some(text) if name == "body" => html.text(text),
                Some(value) => html.text(&value_in_words(&choices, owner, name, value, language)),
                None => html.text(context.say("(tomt)", "(empty)")),
            };
            html.close("dd");
        }
    }
    html.close("dl");
}

/// The page when the file is no longer there: what was sent, to be copied.
pub fn gone(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
    let mut html = Html::new();
    let why = context.say(
        "Dokumentet har flyttats eller tagits bort sedan formuläret öppnades. Det du skrev står här under, så att du kan kopiera det.",
        "The document has been moved or removed since the form was opened. What you wrote stands here, so that you can copy it.",
    );
    begin_unsaved(&mut html, context, why);
    html.close("div");
    let removed = super::removed::find(context, address);
    let opened = removed.as_ref().and_then(|removed| removed.when_opened(context, fields));
    let changed = opened.and_then(|opened| {
        let (bytes, _) = edited_bytes(context, &opened, fields)?;
        let [then, mine] = [&opened.bytes, &bytes].map(|bytes| opened.text_of(bytes));
        Some((values(&mine?), values(&then?), opened))
    });
    match (fields.value("_source"), changed) {
        (Some(source), _) => whole(context, source, &mut html),
        (None, Some((mine, then, opened))) => {
            let said = context.say("Det stod då: ", "It then said: ");
            differing(context, &opened, (&mine, &then), said, &mut html);
        }
        (None, None) => {
            let kind = fields.value("kind").and_then(|kind| Kind::parse(kind.trim()));
            let owner = kind.map_or(Owner::Unknown, Owner::Kind);
            typed(context, owner, fields, &mut html);
        }
    }
    html.open("ul", &[("class", "more")]);
    let mut way = |to: &str, words: &str| {
        html.open("li", &[]).element("a", &[("href", to)], words).close("li");
    };
    if removed.is_some() {
        let words = context.say("Hämta tillbaka dokumentet", "Bring the document back");
        way(&format!("/versioner/{address}"), words);
    }
    way("/", context.say("Till Att göra", "To the list"));
    html.close("ul");
    let title = context.say("Dokumentet finns inte längre", "The document is no longer there");
    Reply::page(StatusCode::NOT_FOUND, page(context, MenuPart::Other, title, &html))
}

/// Everything that was sent, each value by the name of its field.
fn typed(context: &Context<'_>, owner: Owner, fields: &FieldNode, html: &mut Html) {
    let keys: Vec<&'static Key> = owner.keys().collect();
    let values = match apply("", &keys, fields) {
        Ok((toml, _)) if !keys.is_empty() => {
            let mut found = Document::parse(toml).map(|toml| of_toml(&toml)).unwrap_or_default();
            let body = fields.value("body").map(submitted).unwrap_or_default();
            found.extend([("body".to_owned(), body.trim().to_owned())]);
            found
        }
        _ => plain(fields),
    };
    html.open("dl", &[("class", "typed")]);
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        html.element("dt", &[], &label_of(owner, name, context.language));
        html.element("dd", &[], value);
    }
    html.close("dl");
}

/// The text of a whole file as it was typed.
fn whole(context: &Context<'_>, source: &str, html: &mut Html) {
    html.open("div", &[("class", "field")]);
    let label = context.say("Det du skrev", "What you wrote");
    html.element("label", &[("for", "f-typed")], label);
    html.textarea(
        &[("id", "f-typed"), ("rows", "20"), ("class", "body"), ("readonly", "yes")],
        &submitted(source),
    );
    html.close("div");
}

/// What was sent, as it was sent, of a file of which nothing is known.
fn plain(fields: &FieldNode) -> FieldValues {
    let named = fields.fields.iter().filter(|(name, _)| !name.starts_with('_'));
    named.map(|(name, node)| (name.clone(), node.values.join("\n"))).collect()
}

/// What was sent, as fields of a form that sends it again; buttons are not pressed again.
fn sent_again(fields: &FieldNode, above: &str, html: &mut Html) {
    for (name, node) in &fields.fields {
        let is_value = !name.starts_with('_') || matches!(&**name, "_none" | "_form" | "_source");
        if !is_value {
            continue;
        }
        let name = format!("{above}{name}");
        for value in &node.values {
            html.hidden(&name, value);
        }
        sent_again(node, &format!("{name}."), html);
    }
}
