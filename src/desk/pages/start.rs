//! The start of the desk: what needs doing, and the places with their documents.

use super::context::Context;
use super::shell::{MenuPart, page};
use crate::archive::Linked;
use crate::author::{Task, TaskKind, tasks};
use crate::desk::html::{Html, id};
use crate::model::{Address, DocId};
use crate::schema::Kind;

/// How many tasks of one kind are listed before the rest are only counted.
const MOST_LISTED: usize = 50;
/// How many places have their documents listed; those of others are on a page of their own.
const MOST_PLACES: usize = 30;

/// The page.
pub fn start(context: &Context<'_>) -> String {
    let mut html = Html::new();
    match context.query.value("plats") {
        Some(place) => of_place(context, place, &mut html),
        None => {
            todo(context, &mut html);
            places(context, &mut html);
            others(context, &mut html);
        }
    }
    page(context, MenuPart::Start, context.say("Att göra", "To do"), &html)
}

fn todo(context: &Context<'_>, html: &mut Html) {
    let tasks = tasks(&context.newest.archive, &context.status.problems);
    if tasks.is_empty() {
        let nothing =
            context.say("Det finns inget som måste göras.", "There is nothing that must be done.");
        html.element("p", &[], nothing);
        return;
    }
    for kind in TaskKind::ALL {
        let of_kind: Vec<&Task> = tasks.iter().filter(|task| task.kind == *kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let count = of_kind.len();
        html.open("section", &[("class", "todo")]);
        html.element("h2", &[], &format!("{} ({count})", context.words(&kind.heading())));
        html.open("ul", &[]);
        for task in of_kind.iter().take(MOST_LISTED) {
            html.open("li", &[]);
            match task.kind {
                TaskKind::YearNotSealed => {
                    html.element("a", &[("href", "/arspaket")], &task.title);
                }
                // It has no form, but can be removed.
                TaskKind::FileUnused => {
                    html.text(&task.title);
                }
                TaskKind::NoStatement => {
                    let to = format!("/dokument/{}#{}", task.path, id("accessibility"));
                    let settings = context.say("Inställningar", "Settings");
                    html.element("a", &[("href", &to)], settings);
                }
                TaskKind::Error
                | TaskKind::Draft
                | TaskKind::FollowUpMissing
                | TaskKind::FollowUpDue
                | TaskKind::Ended
                | TaskKind::Ending
                | TaskKind::ReportOld
                | TaskKind::NoYear
                | TaskKind::NoSource => {
                    link(html, task.address.as_ref(), &task.path, &task.title);
                }
            }
            html.text(" ").text(context.words(&crate::desk::form::for_forms(&task.what)));
            if task.kind == TaskKind::FileUnused {
                let remove = context.say("Ta bort filer", "Remove files");
                html.text(" ").element("a", &[("href", "/borttagna")], remove);
            }
            html.close("li");
        }
        html.close("ul");
        if count > MOST_LISTED {
            let more = count - MOST_LISTED;
            html.element("p", &[], &format!("{} {more}.", context.say("Ytterligare:", "Others:")));
        }
        html.close("section");
    }
}

/// What else there is.
fn others(context: &Context<'_>, html: &mut Html) {
    html.open("ul", &[("class", "more")]);
    for (to, sv, en) in [
        ("/arspaket", "Årspaket till kommunarkivet", "Yearly packages for the records archive"),
        (
            "/personnummer",
            "Sök personnummer i tidigare versioner",
            "Look for personal numbers in earlier versions",
        ),
    ] {
        html.open("li", &[]).element("a", &[("href", to)], context.say(sv, en)).close("li");
    }
    html.close("ul");
}

/// A link to the form of a file.
fn link(html: &mut Html, address: Option<&Address>, path: &str, title: &str) {
    let to = address.map_or(path, Address::as_str);
    html.element("a", &[("href", &format!("/dokument/{to}"))], title);
}

fn places(context: &Context<'_>, html: &mut Html) {
    let archive = &context.newest.archive;
    html.open("section", &[("class", "places")]);
    html.element("h2", &[], context.say("Kommuner och områden", "Municipalities and areas"));
    if archive.places.is_empty() {
        html.open("p", &[]);
        html.text(
            context
                .say("Arkivet har inga kommuner än. ", "The archive has no municipalities yet. "),
        );
        let first = context.say("Lägg till den första", "Add the first");
        html.element("a", &[("href", "/nytt")], first).text(".").close("p");
    }
    let few = archive.places.len() <= MOST_PLACES;
    if !few {
        html.open("ul", &[]);
    }
    for linked in archive.places.iter() {
        let place = &linked.place;
        if few {
            html.open("details", &[]);
            let count = linked.documents.len();
            html.element("summary", &[], &format!("{} ({count})", place.common.title.value));
            documents(context, html, &linked.documents);
            html.open("p", &[]);
            link(
                html,
                Some(&place.address),
                "",
                context.say("Kommunens eller områdets egna uppgifter", "About the place"),
            );
            html.close("p");
            html.close("details");
        } else {
            html.open("li", &[]);
            let to = format!("/?plats={}", place.address);
            html.element("a", &[("href", &to)], &place.common.title.value);
            html.text(&format!(" ({})", linked.documents.len())).close("li");
        }
    }
    if !few {
        html.close("ul");
    }
    let pages: Vec<DocId> = archive
        .documents
        .iter()
        .enumerate()
        .filter(|(_, linked)| linked.document.kind == Kind::Page)
        .map(|(n, _)| DocId::nth(n))
        .collect();
    if !pages.is_empty() {
        html.open("details", &[]);
        html.element(
            "summary",
            &[],
            &format!("{} ({})", context.say("Sidor", "Pages"), pages.len()),
        );
        documents(context, html, &pages);
        html.close("details");
    }
    html.close("section");
}

fn of_place(context: &Context<'_>, address: &str, html: &mut Html) {
    let archive = &context.newest.archive;
    let found = archive.places.iter().find(|linked| linked.place.address.as_str() == address);
    let Some(linked) = found else { return places(context, html) };
    html.element("h2", &[], &linked.place.common.title.value);
    documents(context, html, &linked.documents);
    html.open("p", &[]);
    let about = context.say("Kommunens eller områdets egna uppgifter", "About the place");
    link(html, Some(&linked.place.address), "", about);
    html.close("p");
}

/// A table of documents, the latest first.
fn documents(context: &Context<'_>, html: &mut Html, documents: &[DocId]) {
    let archive = &context.newest.archive;
    if documents.is_empty() {
        html.element("p", &[], context.say("Inga dokument än.", "No documents yet."));
        return;
    }
    let mut all: Vec<&Linked> = documents.iter().map(|id| archive.document(*id)).collect();
    let year = |linked: &Linked| linked.effective.map(|effective| effective.date.calendar_year());
    all.sort_by_key(|linked| std::cmp::Reverse(year(linked)));
    html.open("table", &[]);
    html.open("thead", &[]).open("tr", &[]);
    for (sv, en) in [("Dokument", "Document"), ("Typ", "Kind"), ("År", "Year"), ("Läge", "State")]
    {
        html.element("th", &[("scope", "col")], context.say(sv, en));
    }
    html.close("tr").close("thead").open("tbody", &[]);
    for linked in all {
        let document = &linked.document;
        html.open("tr", &[]).open("td", &[]);
        link(html, Some(&document.address), "", &document.common.title.value);
        html.close("td");
        html.element("td", &[], document.kind.facts().name.in_language(context.language));
        html.element("td", &[], &year(linked).map(|year| year.to_string()).unwrap_or_default());
        let state = match document.common.draft {
            true => context.say("Utkast", "Draft"),
            false if archive.ledger.has_published(&document.address) => {
                context.say("Publicerat", "Published")
            }
            false => context.say("Klart, inte publicerat än", "Ready, not published yet"),
        };
        html.element("td", &[], state).close("tr");
    }
    html.close("tbody").close("table");
}
