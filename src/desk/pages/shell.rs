//! What all pages of the desk have in common: the head, the menu and the frame of a form.

use hyper::StatusCode;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::context::Context;
use crate::desk::exchange::Reply;
use crate::desk::html::Html;
use crate::diagnostic::Text;
use crate::failure::Failure;
use crate::language::Language;
use crate::ledger;
use crate::model::Address;
use crate::model::{PartialDate, date_in_text};

/// The parts of the desk, for the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuPart {
    Start,
    New,
    Publish,
    Settings,
    /// None that is in the menu.
    Other,
}

/// A whole page.
pub fn page(context: &Context<'_>, part: MenuPart, title: &str, main: &Html) -> String {
    let mut html = Html::page(context.language, title);
    html.open("script", &[("src", "/redaktionen.js"), ("type", "module")]).close("script");
    html.close("head");
    html.open("body", &[("data-site", &context.state.site_digest)]);
    let skip = context.say("Hoppa till innehållet", "Skip to the content");
    html.element("a", &[("class", "skip"), ("href", "#innehall")], skip);
    html.open("header", &[]);
    html.open("p", &[("class", "name")]);
    html.text(context.say("Redaktionen", "The desk"));
    html.element(
        "span",
        &[("class", "site")],
        &format!(" {}", context.newest.archive.settings.title),
    );
    html.close("p");
    html.open("nav", &[("aria-label", context.say("Redaktionen", "The desk"))]);
    html.open("ul", &[]);
    for (own, to, sv, en) in [
        (MenuPart::Start, "/", "Att göra", "To do"),
        (MenuPart::New, "/nytt", "Nytt dokument", "New document"),
        (MenuPart::Publish, "/publicera", "Publicera", "Publish"),
        (MenuPart::Settings, "/dokument/site.toml", "Inställningar", "Settings"),
    ] {
        let current = if own == part { "page" } else { "" };
        html.open("li", &[]);
        html.element("a", &[("href", to), ("aria-current", current)], context.say(sv, en));
        html.close("li");
    }
    html.open("li", &[]);
    let pages = format!("{}/", context.state.pages);
    html.element("a", &[("href", &pages)], context.say("Visa webbplatsen", "Show the site"));
    html.close("li");
    html.close("ul").close("nav").close("header");
    html.open("main", &[("id", "innehall")]);
    html.element("h1", &[], title);
    html.part(main);
    html.close("main");
    html.open("footer", &[]).open("p", &[]);
    let removed = context.say("Borttagna dokument", "Removed documents");
    html.element("a", &[("href", "/borttagna")], removed);
    html.close("p").close("footer").close("body").close("html");
    format!("<!doctype html>\n{}", html.into_string())
}

/// Opens a form that is sent to an address of the desk, with what every form has.
pub fn begin_form(html: &mut Html, context: &Context<'_>, action: &str, version: Option<&str>) {
    html.open("form", &[("method", "post"), ("action", action), ("id", "formular")]);
    html.hidden("_token", context.state.admission.token());
    if let Some(version) = version {
        html.hidden("_version", version);
    }
}

/// The same for a form that also sends a file.
pub fn begin_form_with_file(html: &mut Html, context: &Context<'_>, action: &str) {
    html.open(
        "form",
        &[
            ("method", "post"),
            ("action", action),
            ("id", "formular"),
            ("enctype", "multipart/form-data"),
        ],
    );
    html.hidden("_token", context.state.admission.token());
}

/// A button that sends its form.
pub fn button(html: &mut Html, name: &str, value: &str, text: &str, class: &str) {
    html.open("button", &[("type", "submit"), ("name", name), ("value", value), ("class", class)]);
    html.text(text).close("button");
}

/// A field of one empty line, or of what is there already.
pub fn text_field(html: &mut Html, id: &str, name: &str, label: &str, value: &str) {
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", id)], label);
    html.open(
        "input",
        &[("type", "text"), ("id", id), ("name", name), ("value", value), ("autocomplete", "off")],
    );
    html.close("div");
}

/// A page that only says something.
pub fn message(context: &Context<'_>, status: StatusCode, title: &str, words: &[&str]) -> Reply {
    let mut html = Html::new();
    for words in words {
        html.element("p", &[], words);
    }
    html.open("p", &[]).element("a", &[("href", "/")], context.say("Till Att göra", "To the list"));
    html.close("p");
    Reply::page(status, page(context, MenuPart::Other, title, &html))
}

/// The page when a form was not received: why, and the way back to it.
pub fn not_received(context: &Context<'_>, status: StatusCode, words: &Text, back: &str) -> Reply {
    let mut html = Html::new();
    begin_error(&mut html, true);
    html.element("p", &[], context.words(words)).close("div");
    let way = context.say("Tillbaka till formuläret", "Back to the form");
    html.open("p", &[]).element("a", &[("href", back)], way).close("p");
    let title = context.say("Inget sparades", "Nothing was saved");
    Reply::page(status, page(context, MenuPart::Other, title, &html))
}

/// Begins a box about an error; the caller closes its `div`. The answer to what was just done is read
/// aloud.
pub fn begin_error(html: &mut Html, is_answer: bool) {
    let role = if is_answer { "alert" } else { "" };
    html.open("div", &[("class", "mistake error"), ("role", role)]);
}

/// Begins the notice that nothing was saved, and why; the caller closes its `div`.
pub fn begin_unsaved(html: &mut Html, context: &Context<'_>, why: &str) {
    begin_error(html, true);
    html.open("p", &[]);
    html.element("strong", &[], context.say("Inget sparades. ", "Nothing was saved. "));
    html.text(why).close("p");
}

/// Why something could not be done, above a form.
pub fn failed(html: &mut Html, context: &Context<'_>, failure: &Failure) {
    begin_error(html, true);
    html.open("p", &[]).element("strong", &[], context.words(&failure.message)).close("p");
    let help = context.words(&failure.help);
    if !help.is_empty() {
        html.element("p", &[], help);
    }
    html.close("div");
}

/// "29 november 2026 kl. 14.37", by this computer's clock.
pub fn moment(language: Language, when: Timestamp) -> String {
    told_moment(language, when, "%H.%M", "%H:%M")
}

/// The same to the second.
pub fn exact_moment(language: Language, when: Timestamp) -> String {
    told_moment(language, when, "%H.%M.%S", "%H:%M:%S")
}

fn told_moment(language: Language, when: Timestamp, sv: &str, en: &str) -> String {
    let local = when.to_zoned(TimeZone::system());
    let day = date_in_text(language, PartialDate::Day(local.date()));
    match language {
        Language::Swedish => format!("{day} kl. {}", local.strftime(sv)),
        Language::English => format!("{day} at {}", local.strftime(en)),
    }
}

/// A link to the form of a file; the ledger has none, and what is wrong with it hinders publishing.
pub fn link(html: &mut Html, address: Option<&Address>, path: &str, title: &str) {
    let to = match address {
        None if path == ledger::FILE => "/publicera".to_owned(),
        None => format!("/dokument/{path}"),
        Some(address) => format!("/dokument/{address}"),
    };
    html.element("a", &[("href", &to)], title);
}
