//! Earlier versions that hold personal numbers: a number that was taken out of a text must not live
//! on among what the text once was. Also versions of documents that are gone are looked through.

use hyper::StatusCode;

use super::context::Context;
use super::shell::{MenuPart, button, page};
use super::unsaved::unsaved;
use crate::content::inspect_text;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::desk::store::PurgedVersion;
use crate::diagnostic::{Code, canonical};
use crate::model::Address;

/// The page that lists them.
pub fn personal(context: &Context<'_>) -> Reply {
    let mut html = Html::new();
    let store = &context.state.store;
    let mut found = 0;
    for (path, number) in store.all_versions() {
        let Ok(bytes) = store.version(&path, number) else { continue };
        let Ok(source) = canonical::source(&path, &bytes) else { continue };
        let count = inspect_text(&source)
            .iter()
            .filter(|problem| problem.code == Code::PersonalNumber)
            .count();
        if count > 0 {
            one(context, &path, number, count, found, &mut html);
            found += 1;
        }
    }
    if found == 0 {
        let none = context.say(
            "Inga personnummer hittades i tidigare versioner.",
            "No personal numbers were found in earlier versions.",
        );
        html.element("p", &[("role", "status")], none);
    }
    let title =
        context.say("Personnummer i tidigare versioner", "Personal numbers in earlier versions");
    Reply::page(StatusCode::OK, page(context, MenuPart::Other, title, &html))
}

fn one(context: &Context<'_>, path: &str, version: u32, count: usize, n: usize, html: &mut Html) {
    let address = Address::of_site(path);
    let shown = address.map_or_else(|| path.to_owned(), |address| address.to_string());
    let number = version.to_string();
    html.open("section", &[("class", "group")]);
    let heading = format!("{shown}, {} {number}", context.say("version", "version"));
    html.element("h2", &[], &heading);
    let words = context.say("Personnummer i versionen:", "Personal numbers in the version:");
    html.element("p", &[], &format!("{words} {count}."));
    html.open("form", &[("method", "post"), ("action", "/personnummer")]);
    html.hidden("_token", context.state.admission.token());
    html.hidden("_path", path);
    let id = format!("skal-{n}");
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", &id)], context.say("Skäl", "Reason"));
    let reason = context.say("Personnummer", "Personal number");
    html.open("input", &[("type", "text"), ("id", &id), ("name", "_reason"), ("value", reason)]);
    html.close("div");
    let purge = context.say("Ta bort versionen för gott", "Remove the version for good");
    button(html, "_purge", &number, &format!("{purge}: {shown}, {number}"), "main");
    html.close("form").close("section");
}

/// Removes a version for good.
pub fn purge(context: &Context<'_>, fields: &FieldNode) -> Reply {
    let value = |name| fields.value(name).unwrap_or_default().trim().to_owned();
    let (path, reason) = (value("_path"), value("_reason"));
    let store = &context.state.store;
    let known = |number: &u32| store.all_versions().contains(&(path.clone(), *number));
    let number = value("_purge").parse::<u32>().ok().filter(known);
    if let Some(number) = number.filter(|_| !reason.is_empty()) {
        let date = (context.state.options)().today.to_string();
        if let Err(why) = store.purge(&path, number, &PurgedVersion { reason, date }) {
            return unsaved(context, why);
        }
    }
    Reply::see_other("/personnummer")
}
