//! The form that asks what is to be made, and from what.

use hyper::StatusCode;

use super::super::context::Context;
use super::super::shell::{MenuPart, begin_form_with_file, button, failed, page};
use super::{ADD, NewRefusal};
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::form::title_of;
use crate::desk::html::Html;
use crate::language::capitalised;
use crate::model::register;
use crate::schema::Kind;

/// The form; above it why the last attempt failed, if it did.
pub fn new_form(context: &Context<'_>, refusal: Option<(&NewRefusal, &FieldNode)>) -> Reply {
    let mut html = Html::new();
    let given = refusal.map_or(context.query, |(_, fields)| fields);
    if let Some((refusal, _)) = refusal {
        failed(&mut html, context, &refusal.failure);
    }
    begin_form_with_file(&mut html, context, "/nytt");
    file(context, &mut html);
    kinds(context, given, &mut html);
    places(context, given, refusal.is_some_and(|(refusal, _)| refusal.asks), &mut html);
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", "f-year")], context.say("År", "Year"));
    let help = context.say(
        "Året som dokumentet gäller, eller är från. Gäller det flera år: 2024–2027. En uppföljning utan år hamnar i samma år som det den följer upp.",
        "The year that the document is about, or is from. If it is for several years: 2024–2027. A follow-up without a year is put with what it follows up.",
    );
    html.element("p", &[("class", "help"), ("id", "f-year-help")], help);
    html.open(
        "input",
        &[
            ("type", "text"),
            ("id", "f-year"),
            ("name", "year"),
            ("value", given.value("year").unwrap_or_default()),
            ("autocomplete", "off"),
            ("aria-describedby", "f-year-help"),
        ],
    );
    html.close("div");
    earlier(context, given, &mut html);
    html.open("p", &[("class", "buttons")]);
    button(&mut html, "_create", "1", context.say("Skapa utkast", "Make a draft"), "main");
    html.close("p").close("form");
    let status = match refusal {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let title = context.say("Nytt dokument", "New document");
    Reply::page(status, page(context, MenuPart::New, title, &html))
}

/// A file to begin with: its text becomes the draft's, and it is kept as the original.
fn file(context: &Context<'_>, html: &mut Html) {
    html.open("div", &[("class", "field")]);
    let label = context.say("Börja med en fil (kan vara tomt)", "Begin with a file (may be empty)");
    html.element("label", &[("for", "f-file")], label);
    let help = context.say(
        "Det undertecknade dokumentet som pdf, Word (docx), LibreOffice (odt), webbsida (html) eller text (txt). Texten blir utkastets, och filen läggs bredvid som original. Jämför den sedan med källan.",
        "The signed document as pdf, Word (docx), LibreOffice (odt), a web page (html) or text (txt). The text becomes the draft's, and the file is put beside it as the original. Then compare it with the source.",
    );
    html.element("p", &[("class", "help"), ("id", "f-file-help")], help);
    html.open(
        "input",
        &[
            ("type", "file"),
            ("id", "f-file"),
            ("name", "file"),
            ("accept", ".docx,.odt,.pdf,.html,.htm,.txt"),
            ("aria-describedby", "f-file-help"),
        ],
    );
    html.close("div");
}

fn kinds(context: &Context<'_>, given: &FieldNode, html: &mut Html) {
    let chosen = given.value("kind").unwrap_or("pledge");
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", "f-kind")], context.say("Typ", "Kind"));
    html.open("select", &[("id", "f-kind"), ("name", "kind")]);
    let none = context.say("Låt filen säga det", "Let the file tell");
    let selected = if chosen.is_empty() { "yes" } else { "" };
    html.element("option", &[("value", ""), ("selected", selected)], none);
    for kind in Kind::ALL {
        let name = kind.facts().name.in_language(context.language);
        let selected = if kind.as_str() == chosen { "yes" } else { "" };
        html.element(
            "option",
            &[("value", kind.as_str()), ("selected", selected)],
            &capitalised(name),
        );
    }
    html.close("select").close("div");
}

/// The place, typed with completion from the archive and the register; several make it joint.
fn places(context: &Context<'_>, given: &FieldNode, asks: bool, html: &mut Html) {
    let values = given.get("place").map(|node| node.values.clone()).unwrap_or_default();
    let help = context.say(
        "Kommunens eller områdets namn. En kommun som inte finns i arkivet än läggs till. För en ny sida: sidans namn.",
        "The name of the municipality or area. A municipality that is not in the archive yet is added. For a new page: its name.",
    );
    html.open("fieldset", &[("class", "field")]);
    html.element("legend", &[], context.say("Kommuner och områden", "Municipalities and areas"));
    html.element("p", &[("class", "help"), ("id", "f-place-help")], help);
    for n in 0..3.max(values.len()) {
        let id = format!("f-place-{n}");
        let label = match n {
            0 => context.say("Kommun eller område", "Municipality or area"),
            _ => context.say("Gemensamt med (kan vara tomt)", "Joint with (may be empty)"),
        };
        html.element("label", &[("for", &id)], label);
        html.open(
            "input",
            &[
                ("type", "text"),
                ("id", &id),
                ("name", "place"),
                ("value", values.get(n).map_or("", String::as_str)),
                ("list", "list-places"),
                ("autocomplete", "off"),
                ("aria-describedby", "f-place-help"),
            ],
        );
    }
    if asks {
        html.open("p", &[("class", "choice")]);
        html.open(
            "input",
            &[("type", "checkbox"), ("id", "f-add-place"), ("name", ADD), ("value", "true")],
        );
        let add = context.say("Lägg till kommunen", "Add the municipality");
        html.element("label", &[("for", "f-add-place")], add).close("p");
    }
    html.close("fieldset");
    html.open("datalist", &[("id", "list-places")]);
    let archive =
        context.newest.archive.places.iter().map(|linked| &*linked.place.common.title.value);
    let mut names: Vec<&str> = archive.collect();
    names.extend(register::municipalities().iter().map(|entry| entry.name));
    names.sort_unstable();
    names.dedup();
    for name in names {
        html.open("option", &[("value", name)]).close("option");
    }
    html.close("datalist");
}

/// How many documents are offered as the ground for a new one.
const MOST_OFFERED: usize = 300;

fn earlier(context: &Context<'_>, given: &FieldNode, html: &mut Html) {
    for (name, sv, en, help_sv, help_en) in [
        (
            "from",
            "Utgå från",
            "Start from",
            "Ett tidigare dokument av samma typ. Åtaganden följer med; datum, underskrifter, källor och resultat gör det inte.",
            "An earlier document of the same kind. Commitments come along; dates, signatories, sources and outcomes do not.",
        ),
        (
            "of",
            "Följer upp",
            "Follows up",
            "För en uppföljning: det som följs upp. Alla dess åtaganden kommer med, inget av dem bedömt.",
            "For a follow-up: what is followed up. All of its commitments come along, none of them judged.",
        ),
    ] {
        let id = format!("f-{name}");
        let chosen = given.value(name).unwrap_or_default();
        html.open("div", &[("class", "field")]);
        html.element("label", &[("for", &id)], context.say(sv, en));
        let help = format!("{id}-help");
        html.element("p", &[("class", "help"), ("id", &help)], context.say(help_sv, help_en));
        html.open("select", &[("id", &id), ("name", name), ("aria-describedby", &help)]);
        html.element("option", &[("value", "")], context.say("Inget valt", "Nothing chosen"));
        // Whoever follows something up has said of what kind the new document is.
        let kind = given.value("of").and(given.value("kind")).and_then(Kind::parse);
        let documents = context.newest.archive.documents.iter().filter(|linked| match name {
            "of" => linked.document.agreement().is_some(),
            _ => {
                let own = linked.document.kind;
                own.is_archive() && kind.is_none_or(|kind| kind == own)
            }
        });
        // The one that was asked for is always there.
        let address = |linked: &crate::archive::Linked| linked.document.address.as_str().to_owned();
        let (first, others): (Vec<_>, Vec<_>) =
            documents.partition(|linked| address(linked) == chosen);
        for linked in first.into_iter().chain(others.into_iter().rev().take(MOST_OFFERED)) {
            let own = address(linked);
            let selected = if own == chosen { "yes" } else { "" };
            let title = title_of(linked, context.language);
            html.element("option", &[("value", &own), ("selected", selected)], &title);
        }
        html.close("select").close("div");
    }
}
