//! The start of the desk: what needs doing, and the places with their documents.

use super::context::Context;
use super::places::{of_place, places};
use super::shell::{MenuPart, link, page};
use super::wrong::{name_of, told};
use crate::author::{Task, TaskKind, tasks};
use crate::desk::form::for_forms;
use crate::desk::html::{Html, id};

/// How many tasks of one kind are listed before the rest are only counted.
const MOST_LISTED: usize = 50;

/// The page.
pub fn start(context: &Context<'_>) -> String {
    let mut html = Html::new();
    match context.query.value("plats") {
        Some(place) => of_place(context, place, &mut html),
        None => {
            if context.query.get("_ny").is_some() {
                begun(context, &mut html);
            }
            todo(context, &mut html);
            places(context, &mut html);
            others(context, &mut html);
        }
    }
    page(context, MenuPart::Start, context.say("Att göra", "To do"), &html)
}

/// That the site was just made, and what comes first.
fn begun(context: &Context<'_>, html: &mut Html) {
    html.open("p", &[("class", "told"), ("role", "status")]);
    html.text(context.say("Webbplatsen är skapad. ", "The site has been made. "));
    let first = context.say("Lägg till det första dokumentet", "Add the first document");
    html.element("a", &[("href", "/nytt")], first).text(".").close("p");
}

fn todo(context: &Context<'_>, html: &mut Html) {
    let files = &context.newest.sources.content.files;
    let tasks = tasks(&context.newest.archive, files, &context.status.problems);
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
                TaskKind::Error | TaskKind::Draft => {
                    link(html, task.address.as_ref(), &task.path, &name_of(context, &task.path));
                }
                TaskKind::FollowUpMissing
                | TaskKind::FollowUpDue
                | TaskKind::Ended
                | TaskKind::Ending
                | TaskKind::ReportOld
                | TaskKind::NoYear
                | TaskKind::NoSource => {
                    link(html, task.address.as_ref(), &task.path, &task.title);
                }
            }
            html.text(" ").text(&words(context, task));
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

/// What is to be done, and what is wrong.
fn words(context: &Context<'_>, task: &Task) -> String {
    let what = for_forms(&task.what);
    let wrong = task.problem.as_ref().map(|problem| told(context, problem));
    format!("{} {}", context.words(&what), wrong.unwrap_or_default()).trim().to_owned()
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
