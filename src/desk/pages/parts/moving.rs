//! The part of a document's page that moves it.

use crate::desk::html::Html;
use crate::desk::pages::context::Context;
use crate::desk::pages::edited::Edited;
use crate::desk::pages::shell::{button, text_field};

/// The part of a document's page that moves it.
pub fn form(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    let Some(path) = edited.content_path().filter(|path| !path.is_index()) else { return };
    let (home, year) = path.home();
    html.open("details", &[("id", "flytta")]);
    html.element("summary", &[], context.say("Byt namn eller flytta", "Rename or move"));
    let help = context.say(
        "Hänvisningar hit rättas, och den som går till den gamla adressen skickas vidare. Spara först det du har ändrat ovan.",
        "References to it are mended, and whoever goes to the old address is sent on. First save what you have changed above.",
    );
    html.element("p", &[("class", "help")], help);
    let action = format!("/flytta/{}", edited.address);
    html.open("form", &[("method", "post"), ("action", &action)]);
    html.hidden("_token", context.state.admission.token());
    html.hidden("_version", &edited.version());
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", "flytta-plats")], context.say("Hör till", "Belongs to"));
    html.open("select", &[("id", "flytta-plats"), ("name", "_home")]);
    let archive = &context.newest.archive;
    let places = archive.places.iter().map(|linked| &linked.place);
    let mut homes: Vec<(String, String)> = places
        .map(|place| (place.path().parent().as_str().to_owned(), place.common.title.value.clone()))
        .collect();
    if !homes.iter().any(|(own, _)| own == home.as_str()) {
        let words = context.say("Samma som nu", "The same as now");
        homes.insert(0, (home.as_str().to_owned(), words.to_owned()));
    }
    for (value, title) in &homes {
        let selected = if value == home.as_str() { "yes" } else { "" };
        html.element("option", &[("value", value), ("selected", selected)], title);
    }
    html.close("select").close("div");
    for (name, sv, en, value) in [
        ("_year", "Mappens år (kan vara tomt)", "The year of its folder (may be empty)", year),
        ("_name", "Namn i adressen", "Name in the address", path.stem()),
    ] {
        let id = format!("flytta{name}");
        text_field(html, &id, name, context.say(sv, en), value);
    }
    html.open("p", &[("class", "buttons")]);
    button(html, "_move", "1", context.say("Flytta dokumentet", "Move the document"), "");
    html.close("p").close("form").close("details");
}
