//! Renaming and moving a document: what refers to it is mended, and its earlier address leads on. The
//! editor chooses a place, a year and a name; no path is typed.

use std::path::Path;

use hyper::StatusCode;

use super::Context;
use super::conflict::gone;
use super::document::refused;
use super::edited::Edited;
use super::saving::unsaved;
use super::shell::{button, text_field};
use crate::archive::Drafts;
use crate::author::{self, PlannedMove};
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::desk::server::Reply;
use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::failure::Failure;
use crate::model::{Address, ContentPath, ContentPathBuf, is_year};
use crate::slug::segment;
use crate::text;

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

/// Moves a document.
pub fn moved(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        return gone(context, address, fields);
    };
    if !edited.is_of(fields) {
        let words = text!(
            "Dokumentet har ändrats sedan sidan öppnades. Ladda om den. Inget flyttades.",
            "The document has changed since the page was opened. Reload it. Nothing was moved."
        );
        return refused(context, &edited, StatusCode::CONFLICT, &[words]);
    }
    let Some(from) = edited.content_path() else { return Reply::not_found(context.language) };
    let outcome = target(context, from, fields).and_then(|to| {
        let session = context.session(Drafts::Shown);
        let here = Path::new("");
        let (old, new) = (edited.path.clone(), to.to_string());
        let planned = author::plan(&session, here, Path::new(&old), Path::new(&new))?;
        Ok((to, planned))
    });
    let (to, planned) = match outcome {
        Ok((to, PlannedMove::Move(planned))) => (to, planned),
        Ok((_, PlannedMove::Errors(problems))) => {
            let words: Vec<Text> = problems
                .iter()
                .map(|problem| crate::desk::form::for_forms(&problem.message))
                .collect();
            return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &words);
        }
        Err(failure) => {
            let words = [crate::desk::form::for_forms(&failure.message)];
            return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &words);
        }
    };
    if let Err(failure) = planned.carry_out() {
        let words = [crate::desk::form::for_forms(&failure.message)];
        return refused(context, &edited, StatusCode::INTERNAL_SERVER_ERROR, &words);
    }
    let new_path = to.to_string();
    if let Err(why) = context.state.store.follow(&edited.path, &new_path) {
        return unsaved(context, why).after(edited.path.clone(), None);
    }
    let digest = context.state.store.read(&new_path).ok().map(|bytes| Digest::of(&bytes));
    let address = Address::of_content(to.as_path()).map(|it| it.to_string()).unwrap_or_default();
    Reply::see_other(format!("/dokument/{address}"))
        .after(edited.path.clone(), None)
        .after(new_path, digest)
}

/// Where the form says that a document is to be.
fn target(
    context: &Context<'_>,
    from: ContentPath<'_>,
    fields: &FieldNode,
) -> Result<ContentPathBuf, Failure> {
    let value = |name| fields.value(name).unwrap_or_default().trim().to_owned();
    let (own, _) = from.home();
    let (home, year, name) = (value("_home"), value("_year"), value("_name"));
    let places = context.newest.archive.places.iter();
    let known = home == own.as_str()
        || places.map(|linked| linked.place.path().parent()).any(|it| it.as_str() == home);
    let stem = segment(&name);
    let (Some(stem), true, true) = (stem, known, is_year(&year) || year.is_empty()) else {
        return Err(Failure {
            message: text!(
                "Fyll i ett namn med bokstäver eller siffror, och ett år med fyra siffror. Inget flyttades.",
                "Fill in a name of letters or digits, and a year of four digits. Nothing was moved."
            ),
            help: text!("", ""),
        });
    };
    let folder = match year.as_str() {
        "" => ContentPath::new(&home).to_buf(),
        year => ContentPath::new(&home).join(year),
    };
    Ok(folder.as_path().join(&format!("{stem}.md")))
}
